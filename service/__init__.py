"""Everything that touches the world, and the order of things."""
