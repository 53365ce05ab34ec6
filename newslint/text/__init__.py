"""Pure functions on strings: slugs, dates, terms, URLs. Nothing here reads a file."""
