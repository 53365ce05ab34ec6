"""Posts of python-frontmatter in and out: what was read, what was changed, the new text."""
