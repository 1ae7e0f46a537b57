"""The mails of `ajar demo`: invented, but shaped like real ones."""
