"""Whether HTML tags can be taken out of a text without a loss: they are markup, and not a word.

`<b>Flood</b> in Köln` is markup. In `the <table> element` and `use <b> and </b>` the tags are what
the text speaks of, and in `Learn <del>PHP</del>` the text says something else without them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MEANS = frozenset(("del", "ins", "s", "strike", "q", "sup"))
_VOID = frozenset(("br", "hr", "img", "wbr", "source", "input"))
_OPEN_ENDED = frozenset(("p", "li", "div", "tr", "td", "th", "dt", "dd"))
_HOLDERS = "ul ol dl table blockquote figure section article h1 h2 h3 h4 h5 h6"
_BLOCKS = _OPEN_ENDED.union(_HOLDERS.split())
_QUOTED = frozenset(("''", '""', "()", "[]", "“”", "‘’", "«»", "„“"))


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
    opened: list[_Tag] = []
    for tag in tags:
        if tag.name in _VOID:
            if not _breaks(tag):
                return False
        elif not tag.closing:
            opened.append(tag)
        elif not _closes(text, opened, tag):
            return False
    return all(map(_may_stay_open, opened))


def _closes(text: str, opened: list[_Tag], tag: _Tag) -> bool:
    """True when a closing tag closes the last of the open ones, or ends a text that has none."""
    if opened and opened[-1].name == tag.name:
        return _is_pair(text, opened.pop(), tag)
    return all(other.name != tag.name for other in opened) and _ends_text(tag)


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


def _is_pair(text: str, opening: _Tag, closing: _Tag) -> bool:
    """True when a text stands between two tags, and at least one of them touches it."""
    inner = re.sub(r"<[^<>]*>", "", text[opening.end : closing.start])
    if not any(map(str.isalnum, inner)) or inner.strip().lower() == opening.name:
        return opening.attributes or opening.name in _BLOCKS
    touched = not opening.after.isspace() or not closing.before.isspace()
    outside = opening.before in ("", ">", "\n") and closing.after in ("", "<", "\n")
    return touched or outside


def _ends_text(tag: _Tag) -> bool:
    """True for a closing tag whose opening one was cut off with the start of the text."""
    return not tag.before.isspace() and tag.before != "" and tag.after in ("", "<", "\n")


def _may_stay_open(tag: _Tag) -> bool:
    """True for a tag whose end was cut off, or that HTML lets stay open."""
    if not tag.after or tag.after.isspace():
        return False
    touched = tag.before == "" or tag.before == "\n" or not tag.before.isspace()
    return tag.attributes or (touched and tag.name in _OPEN_ENDED)
