"""What holds for one article: config files, presets, fields, settings."""
