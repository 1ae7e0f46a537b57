"""The training mails, written for Ajar, and their reader."""
