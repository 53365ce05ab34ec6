"""What gray-matter takes for the delimiters of front matter."""

from __future__ import annotations

from newslint.generators.fences import FencePolicy, forms

GRAY_MATTER = FencePolicy(
    missed=forms("empty-lines spaces-before opening-text opening-long opening-missing bare-cr"),
    stops=forms("opening-comment closing-dots closing-dashes closing-indented unclosed"),
    languages=True,
    end_closes=True,
)
"""Measured with gray-matter 4.0.3 (Eleventy 3.1, VitePress 1.6) and its fork @11ty/gray-matter 1.0
(Docusaurus 3.10)."""
