"""What several generators have in common. It is none, so it has no `GENERATOR`."""
