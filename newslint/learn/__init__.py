"""What the articles of a site do, learned from them, and the newslint.toml that says it."""
