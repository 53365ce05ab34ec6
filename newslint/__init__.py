"""newslint checks and mends the front matter of articles."""

__version__ = "0.1.0"
