"""What the generators written in JavaScript share: dates and scalars of its libraries."""
