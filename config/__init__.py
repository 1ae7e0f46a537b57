"""What the user may write: one TOML file for each mailbox. Imports nothing of Ajar's other packages."""
