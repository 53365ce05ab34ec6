"""One module per format: block -> fields, and changes -> edits. Only here formats have names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from newslint.frontmatter.contract import CannotRender, ParseOptions, ParseResult
from newslint.frontmatter.plain import Pairs
from newslint.model.article import Block, Comment
from newslint.model.changes import Change
from newslint.model.faults import Fault, Syntax
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit
from newslint.model.values import Field
from newslint.site_article import Article


def parse(text: str, block: Block, reading: ParseOptions) -> ParseResult:
    """The fields of a block, with spans in `text`."""
    if block.format == "yaml":
        start, end = block.content
        content = text[start:end]
        return _looked_into(content, start, reading, _yaml().parse(content, start, reading))
    if block.format == "toml":
        from newslint.frontmatter import toml

        return toml.parse(text, block.content, reading)
    from newslint.frontmatter import json

    return json.parse(text, block.content, reading)


class _Yaml(NamedTuple):
    """What every YAML block is given to: `parse`, `silent` for what parses but says less,
    `certain_edits` for its changes, and `entries`."""

    parse: Callable[[str, int, ParseOptions], ParseResult]
    silent: Callable[[str, int, tuple[Field, ...], str], tuple[Fault, ...]]
    certain_edits: Callable[[Article, Sequence[Change]], list[Edit] | None]
    entries: Callable[[Article], tuple[str, ...] | None]


@cache
def _yaml() -> _Yaml:
    """Imported by the first block, since there may be none; an import costs something each time."""
    from newslint.frontmatter import yaml
    from newslint.frontmatter.yaml import misread
    from newslint.frontmatter.yaml.certain import certain_edits
    from newslint.frontmatter.yaml.entries import entries

    return _Yaml(yaml.parse, misread.faults, certain_edits, entries)


def _looked_into(
    content: str, start: int, reading: ParseOptions, parsed: ParseResult
) -> ParseResult:
    """What the parser read, with the faults that it does not see; or how it is to be repaired."""
    if parsed.plain:
        return parsed
    if not parsed.faults:
        quirks = reading.quirks
        silent = _yaml().silent(content, start, parsed.fields, quirks.open_item)
        if _has_dialects(content):
            from newslint.frontmatter.yaml import dialects as yaml_dialects

            silent += yaml_dialects.faults(content, start, parsed.fields, reading.title, quirks)
        return parsed._replace(silent=silent) if silent else parsed
    fault = parsed.faults[0]
    if not isinstance(fault, Syntax):
        return parsed
    from newslint.frontmatter.yaml import repair as yaml_repair

    return ParseResult((), yaml_repair.repairs(content, start, reading, fault))


def _has_dialects(content: str) -> bool:
    """False where all parsers read the block alike. One look at a time: a pattern, or a loop, takes
    three times as long."""
    return (
        "#" in content
        or "!" in content
        or "\t" in content
        or "<<" in content
        or ("\\" in content and ("\\u" in content or "\\U" in content))
    )


def render(article: Article, changes: Iterable[Change]) -> list[Edit]:
    """The edits that make the changes. Raises CannotRender when one cannot be made exactly."""
    changes = tuple(changes)
    edits = _certain_edits(article, changes)
    if edits is not None:
        return edits
    if article.block is None or article.block.format == "yaml":
        from newslint.frontmatter.yaml import render as yaml_edit

        return yaml_edit.render(article, changes)
    if article.block.format == "toml":
        from newslint.frontmatter.toml import render as toml_edit

        return toml_edit.render(article, changes)
    from newslint.frontmatter.json import render as json_edit

    return json_edit.render(article, changes)


def is_certain(article: Article, changes: tuple[Change, ...]) -> bool:
    """True where `render` surely makes the changes; False: that is to be tried."""
    return len(changes) == 1 and _certain_edits(article, changes) is not None


def _certain_edits(article: Article, changes: tuple[Change, ...]) -> list[Edit] | None:
    """The edits of changes, where they are known without the renderer, which is not imported
    then."""
    if not changes or article.block is None or article.block.format != "yaml":
        return None
    return _yaml().certain_edits(article, changes)


def comments(text: str, block: Block, fields: tuple[Field, ...]) -> tuple[Comment, ...]:
    """The comments of a parsed block, in their order. JSON has none."""
    if block.format == "yaml":
        from newslint.frontmatter.yaml import comments as yaml_comments

        return yaml_comments.comments(text, block.content, fields)
    if block.format == "toml":
        from newslint.frontmatter import toml

        return toml.comments(text, block.content)
    return ()


def crosscheck(article: Article) -> Pairs | None:
    """The values of a parsed article as an independent parser reads them; None when it does not."""
    assert article.block is not None
    start, end = article.block.content
    return read_again(article.block.format, article.text[start:end])


def entries(article: Article) -> tuple[str, ...] | None:
    """The text of each top-level entry, where each reads the same alone; None where that is not
    known."""
    return _yaml().entries(article)


@lru_cache(maxsize=64)
def read_again(form: str, content: str) -> Pairs | None:
    """A block, or an entry of one, as an independent parser reads it; None when it does not.

    Each fix that is tried alone is proved against the same text before, and what one pass of `fix`
    made is what the next begins with; and many articles have some entries alike.
    """
    if form == "yaml":
        from newslint.frontmatter.yaml import crosscheck as yaml_second

        return yaml_second.read(content)
    if form == "toml":
        from newslint.frontmatter.toml import crosscheck as toml_second

        return toml_second.read(content)
    from newslint.frontmatter.json import crosscheck as json_second

    return json_second.read(content)


__all__ = [
    "CannotRender",
    "ParseOptions",
    "ParseResult",
    "comments",
    "crosscheck",
    "entries",
    "is_certain",
    "parse",
    "read_again",
    "render",
]
