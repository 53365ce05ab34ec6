"""Blocks that libyaml's C parser reads.

`compose` gives nodes whose marks count characters, also beyond the BMP and with CRLF; what is odd
about them is fixed in `newslint.frontmatter.yaml.values`.
"""

from __future__ import annotations

from yaml import MappingNode, SequenceNode
from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from newslint.frontmatter.contract import ParseOptions, ParseResult
from newslint.frontmatter.yaml.compose import without_surrogates
from newslint.frontmatter.yaml.guards import alias_places, compose, shared_nodes, too_deep
from newslint.frontmatter.yaml.values import Builder, OddKeyError
from newslint.model.faults import Broken, Syntax, TooLarge
from newslint.model.spans import Span


def read_by_libyaml(content: str, offset: int, reading: ParseOptions) -> ParseResult:
    """What libyaml reads in a block."""
    shown = without_surrogates(content)
    fault = too_deep(shown, offset, reading.max_depth)
    if fault:
        return ParseResult((), (fault,))
    try:
        root = compose(shown)
    except YAMLError as error:
        return ParseResult((), (_syntax_fault(error, content, offset),))
    if root is None:
        return ParseResult((), ())
    if not isinstance(root, MappingNode):
        start = _first_text(content, offset)
        shape = "a list" if isinstance(root, SequenceNode) else "plain text"
        return ParseResult((), (Syntax(start, f"it is {shape}, not `key: value` lines"),))
    if len(root.value) > reading.max_keys:
        text = f"it has {len(root.value)} keys, the limit is {reading.max_keys}"
        return ParseResult((), (TooLarge(_first_text(content, offset), text),))
    builder = Builder(content, offset, reading, shown is not content)
    if "*" in content:
        shared = shared_nodes(root, offset, reading.max_depth)
        if isinstance(shared, Broken):
            return ParseResult((), (shared,))
        if shared:
            builder.shared, builder.aliases = shared, alias_places(shown, offset)
    try:
        return ParseResult(builder.fields(root), ())
    except OddKeyError as odd:
        span = Span(odd.index + offset, odd.index + offset + 1)
        return ParseResult((), (Syntax(span, "a list or a mapping is used as a key"),))


def _first_text(content: str, offset: int) -> Span:
    """The first line of the block that holds something."""
    start = len(content) - len(content.lstrip())
    end = content.find("\n", start)
    line = content[start : end if end >= 0 else len(content)].rstrip("\r")
    return Span(offset + start, offset + start + len(line))


def _syntax_fault(error: YAMLError, content: str, offset: int) -> Syntax:
    if isinstance(error, ReaderError):
        at = len(content.encode()[: error.position].decode(errors="ignore"))
        character = content[at : at + 1]
        text = f"the character U+{ord(character or ' '):04X} is not allowed in YAML"
        return Syntax(Span(offset + at, offset + at + 1), text, mistake="character")
    if isinstance(error, MarkedYAMLError):
        from newslint.frontmatter.yaml import errors as yaml_words

        at = min(yaml_words.culprit(error), len(content))
        said = " ".join(part for part in (error.context, error.problem) if part)
        what, advice = yaml_words.explain(said)
        return Syntax(Span(offset + at, offset + at + 1), what, advice=advice)
    return Syntax(Span(offset, offset), str(error))
