"""Adds to a vocabulary file (`[rules.TAG007] vocabulary`) and leaves every other byte as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from newslint import frontmatter
from newslint.config.command_line import CommandLine
from newslint.config.load import parse_yaml
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.files.names import suffix
from newslint.files.read import decode, encode
from newslint.files.write import real_roots, write
from newslint.frontmatter.read import read_article
from newslint.generators import UNKNOWN
from newslint.lint.proof import prove
from newslint.model.changes import Change, InsertItem, InsertKey, SetList
from newslint.model.errors import NewslintError
from newslint.model.records import NamedTuple
from newslint.model.spans import apply_edits
from newslint.model.values import ListValue, Table
from newslint.site_article import Article
from newslint.text.line_ends import line_ending
from newslint.text.vocabulary import folded, make_vocabulary

_FENCE = "---\n"
_HEAD = r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*---[ \t]*\r?\n"
"""What stands before the values where the file begins as YAML documents may."""


class _Entry(NamedTuple):
    """One new line of a section; `term` is what an alias stands for, else empty."""

    section: str
    text: str
    term: str = ""


def add_to_vocabulary(
    path: str | Path,
    *,
    terms: Iterable[str] = (),
    aliases: Mapping[str, str] | None = None,
    acronyms: Iterable[str] = (),
) -> bool:
    """Add terms, aliases (alias -> term) and acronyms that a vocabulary file does not have yet.

    They go to the end of their lists, in the layout that these have; comments, quotes and line ends
    of everything else stay. True when the file was changed. Raises NewslintError when the file is
    no vocabulary, would be none with what is added, or cannot be changed exactly; then nothing is
    written.
    """
    place = Path(path).absolute()
    settings = Project(CommandLine(target=UNKNOWN)).site(place.parent).settings(place)
    try:
        before = place.read_bytes()
    except OSError as error:
        raise NewslintError(f"{path}: cannot be read: {error.strerror}") from None
    source = decode(before, place, settings.limits)
    if source.fault is not None:
        raise NewslintError(f"{path}: {source.fault.what}")
    added = [_Entry("terms", term) for term in terms]
    added += [_Entry("aliases", alias, term) for alias, term in (aliases or {}).items()]
    added += [_Entry("acronyms", acronym) for acronym in acronyms]
    try:
        text = _with(source.text, added, settings)
    except (ValueError, frontmatter.CannotRender) as error:
        raise NewslintError(f"{path}: {error}") from None
    if text == source.text:
        return False
    data, only = encode(text, source.bom), frozenset((suffix(place.name),))
    fault = write(place, before, data, real_roots((place,)), only)
    if fault is not None:
        raise NewslintError(f"{path}: {fault.why}")
    return True


def _with(text: str, entries: Iterable[_Entry], settings: Settings) -> str:
    """The text with the entries that it lacks. Raises ValueError and CannotRender."""
    _data(text)
    for entry in entries:
        data = _data(text, check=False)
        if _has(data, entry):
            continue
        wanted = _added(data, entry)
        text = _written(text, data, entry, settings)
        if _data(text, check=False) != wanted:
            raise ValueError(f"`{entry.text}` cannot be added to `{entry.section}` here")
    _data(text)
    return text


def _data(text: str, *, check: bool = True) -> dict[str, Any]:
    """What stands in the text, as texts. Raises ValueError for what is no vocabulary."""
    data = parse_yaml(text) or {}
    if check:
        make_vocabulary(data)
    return {key: value or None for key, value in data.items()}


def _has(data: Mapping[str, Any], entry: _Entry) -> bool:
    there: Iterator[str] = iter(data.get(entry.section) or ())
    fold = str.casefold if entry.section == "acronyms" else folded
    found = next((one for one in there if fold(one) == fold(entry.text)), None)
    if found is not None and entry.section == "aliases":
        term = data["aliases"][found]
        if folded(term) != folded(entry.term):
            raise ValueError(f"`{found}` stands for `{term}` already")
    return found is not None


def _added(data: Mapping[str, Any], entry: _Entry) -> dict[str, Any]:
    old = data.get(entry.section)
    if entry.section == "aliases":
        return {**data, entry.section: {**(old or {}), entry.text: entry.term}}
    return {**data, entry.section: [*(old or []), entry.text]}


def _written(text: str, data: Mapping[str, Any], entry: _Entry, settings: Settings) -> str:
    newline = line_ending(text)
    if text and not text.endswith("\n"):
        text += newline
    if entry.section not in data:
        return text + _section(entry).replace("\n", newline)
    head = re.match(_HEAD, text)
    start = head.end() if head else 0
    article = _article(text[start:], settings)
    change = _change(article, entry)
    wrapped = apply_edits(article.text, frontmatter.render(article, [change]))
    after = wrapped[len(_FENCE) : -len(_FENCE)]
    reason = prove(article, _article(after, settings), [change])
    if reason:
        raise ValueError(reason)
    return text[:start] + after


def _article(text: str, settings: Settings) -> Article:
    """The file as an article's front matter: the same edits and the same proof serve for it."""
    data = f"{_FENCE}{text}{_FENCE}".encode()
    return read_article(decode(data, Path("a.md"), settings.limits), "a.md", settings)


def _change(article: Article, entry: _Entry) -> Change:
    """The change that adds an entry to its section. Raises ValueError."""
    field = next((one for one in article.fields if one.key == entry.section), None)
    if field is not None:
        value = field.value
        if isinstance(value, ListValue):
            return InsertItem(value, len(value.items), entry.text)
        if isinstance(value, Table) and value.fields:
            return InsertKey(value.fields[-1], entry.text, entry.term)
        if entry.section != "aliases":
            return SetList(field, (entry.text,))
    raise ValueError(f"`{entry.section}` has a form that cannot be added to")


def _section(entry: _Entry) -> str:
    """A new section that holds one entry."""
    from ruamel.yaml import YAML

    value = {entry.text: entry.term} if entry.section == "aliases" else [entry.text]
    stream = StringIO()
    writer = YAML()
    writer.width = 4096
    writer.dump({entry.section: value}, stream)
    return stream.getvalue()
