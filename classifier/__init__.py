"""What does this mail say? Pure: no network, no disk, no clock."""
