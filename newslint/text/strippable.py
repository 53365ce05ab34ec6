"""Whether HTML tags can be taken out of a text without a loss: they are markup, and not a word.

`<b>Flood</b> in Köln` is markup. In `the <table> element` and `use <b> and </b>` the tags are what
the text speaks of, and in `Learn <del>PHP</del>` the text says something else without them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_MEANS = frozenset(("del", "ins", "s", "strike", "q", "sup"))
_VOID = frozenset(("br", "hr", "img", "wbr", "source", "input"))
_OPEN_ENDED = frozenset(("p", "li", "div", "tr", "td", "th", "dt", "dd"))
_HOLDERS = "ul ol dl table blockquote figure section article h1 h2 h3 h4 h5 h6"
_BLOCKS = _OPEN_ENDED.union(_HOLDERS.split())
_QUOTED = frozenset(("''", '""', "()", "[]", "“”", "‘’", "«»", "„“"))
_LETTER = regex(r"<[^<>]*>|([^\W_])")
"""A tag, or in group 1 a letter or digit outside of all tags."""

_LONGEST_NAME = 1_000
"""Characters between two tags that may be looked at for nothing but their name."""


class _Tag(NamedTuple):
    """A tag, what it is, and the characters on both sides of it."""

    name: str
    closing: bool
    attributes: bool
    start: int
    end: int
    before: str
    after: str


def is_strippable(found: list[re.Match[str]]) -> bool:
    """True when the text says the same without these tags, which are all the tags in it."""
    tags = [_tag(match) for match in found]
    return all(tag.name not in _MEANS for tag in tags) and _is_markup(found[0].string, tags)


def is_markup(found: list[re.Match[str]]) -> bool:
    """True when the tags, which are all in the text, mark it up; False when it speaks of them."""
    return _is_markup(found[0].string, [_tag(match) for match in found])


def _is_markup(text: str, tags: list[_Tag]) -> bool:
    if any(tag.before + tag.after in _QUOTED for tag in tags):
        return False
    opened = _Opened(text)
    for tag in tags:
        if tag.name in _VOID:
            if not _breaks(tag):
                return False
        elif not tag.closing:
            opened.add(tag)
        elif not opened.closes(tag):
            return False
    return all(map(_may_stay_open, opened.tags))


class _Opened:
    """The tags that are open at a place of a text, which is looked through once for all of them."""

    def __init__(self, text: str) -> None:
        self.tags: list[_Tag] = []
        self._names: Counter[str] = Counter()
        self._text = text
        self._letters = [found.start() for found in _LETTER.finditer(text) if found[1]]

    def add(self, tag: _Tag) -> None:
        self.tags.append(tag)
        self._names[tag.name] += 1

    def closes(self, tag: _Tag) -> bool:
        """True when a closing tag closes the last open one, or ends a text that has none."""
        if self.tags and self.tags[-1].name == tag.name:
            self._names[tag.name] -= 1
            return self._is_pair(self.tags.pop(), tag)
        return not self._names[tag.name] and _ends_text(tag)

    def _is_pair(self, opening: _Tag, closing: _Tag) -> bool:
        """True when a text stands between two tags, and at least one of them touches it."""
        if not self._says(opening, closing):
            return opening.attributes or opening.name in _BLOCKS
        touched = not opening.after.isspace() or not closing.before.isspace()
        outside = opening.before in ("", ">", "\n") and closing.after in ("", "<", "\n")
        return touched or outside

    def _says(self, opening: _Tag, closing: _Tag) -> bool:
        """True when something stands between two tags that is not just their name."""
        start, end = opening.end, closing.start
        at = bisect_left(self._letters, start)
        if at == len(self._letters) or self._letters[at] >= end:
            return False
        if end - start > _LONGEST_NAME:
            return True
        inner = re.sub(r"<[^<>]*>", "", self._text[start:end])
        return inner.strip().lower() != opening.name


def _tag(match: re.Match[str]) -> _Tag:
    text, (start, end) = match.string, match.span()
    name = re.match(r"</?([A-Za-z0-9-]+)", match.group())
    return _Tag(
        name=name[1].lower() if name else "",
        closing=match.group()[1] == "/",
        attributes="=" in match.group(),
        start=start,
        end=end,
        before=text[start - 1 : start] if start else "",
        after=text[end : end + 1],
    )


def _breaks(tag: _Tag) -> bool:
    """True for a `<br>` that touches text: between blanks it is a word."""
    touched = tag.before.isalnum() or tag.after.isalnum()
    return tag.attributes or touched or tag.before in tuple(">.!?:;,)") or tag.after in ("<", "\n")


def _ends_text(tag: _Tag) -> bool:
    """True for a closing tag whose opening one was cut off with the start of the text."""
    return not tag.before.isspace() and tag.before != "" and tag.after in ("", "<", "\n")


def _may_stay_open(tag: _Tag) -> bool:
    """True for a tag whose end was cut off, or that HTML lets stay open."""
    if not tag.after or tag.after.isspace():
        return False
    touched = tag.before == "" or tag.before == "\n" or not tag.before.isspace()
    return tag.attributes or (touched and tag.name in _OPEN_ENDED)
