"""What Gmail does and how it fails, by theme."""
