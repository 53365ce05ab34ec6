"""The names of the config of a MkDocs site."""

CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
