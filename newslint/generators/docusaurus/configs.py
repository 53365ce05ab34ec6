"""The names of the config of a Docusaurus site."""

CONFIGS = tuple(f"docusaurus.config.{ext}" for ext in ("ts", "mts", "cts", "js", "mjs", "cjs"))
