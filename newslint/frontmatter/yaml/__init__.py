"""YAML front matter -> fields with exact spans.

Most blocks are read by `newslint.frontmatter.yaml.flat`, and PyYAML is imported for the others
alone: that takes longer than to check an article.
"""

from __future__ import annotations

from newslint.frontmatter.contract import ParseOptions, ParseResult
from newslint.frontmatter.yaml import flat


def parse(content: str, offset: int, reading: ParseOptions) -> ParseResult:
    """The fields of a block that starts at `offset` of the text, or the fault that it has.

    Never raises for what stands in the block. Limits on nesting and on keys are tested before the
    C parser, which ends the process at about 25,000 levels.
    """
    if content.startswith("\ufeff"):
        content, offset = content[1:], offset + 1  # libyaml drops it and counts from after it
    plain = flat.fields(content, offset, reading)
    if plain is not None:
        return ParseResult(plain, (), plain=True)
    from newslint.frontmatter.yaml.libyaml import read_by_libyaml

    return read_by_libyaml(content, offset, reading)
