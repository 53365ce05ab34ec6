"""Text -> YAML scalar, in the style of the value that it replaces.

What of a value stays the same keeps its very bytes: escapes, wrapped lines, indentation. Whatever
is written is read back before it is given out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.quote_style import Habits
from newslint.frontmatter.segments import hunks, patched
from newslint.frontmatter.yaml.quoting import (
    NEEDS_ESCAPE,
    escape,
    preferred,
    quote,
    stands_for_itself,
)
from newslint.frontmatter.yaml.segments import block_units, flow_units
from newslint.model.records import NamedTuple
from newslint.model.values import Scalar, Style
from newslint.text.regex import regex

_ODD = {"plain": regex("\n"), "single": regex("['\n]"), "double": NEEDS_ESCAPE}
"""What of a written value does not stand for itself, or would be written in another way."""

_HEADER = regex(r"([|>])([1-9]?)([-+]?)([1-9]?)")


class Setting(NamedTuple):
    """What of the text around a value decides how it is written.

    `flow`: between brackets. `habits`: the quotes that the article's values have, asked for when
    they are needed. `newline`: the line end used there.
    """

    flow: bool
    habits: Habits
    newline: str


def scalar(old: Scalar, raw: str, text: str, plain: bool, setting: Setting) -> str:
    """What stands in the place of `raw` (the old value with its quotes) so that it reads `text`.

    `plain` says that the text may be written bare. Raises CannotRender.
    """
    if old.style in ("literal", "folded"):
        return _block(old, raw, text, setting)
    if old.style == "plain":
        return _bare(raw, text, setting) if plain else requoted(raw, text, setting)
    made = raw[0] + _patched(old.style, raw[1:-1], text) + raw[-1]
    if made[1:-1] == text and stands_for_itself(text, raw[0]):
        return made
    return made if reads(made, setting.flow) == text else quote(text, old.style)


def itself(old: Scalar, raw: str, text: str) -> str | None:
    """A text in the quotes of the old one, where each character of both stands for itself: no look
    around is needed then. None for any other."""
    if old.style not in ("single", "double") or _ODD[old.style].search(raw[1:-1]):
        return None
    return f"{raw[0]}{text}{raw[0]}" if stands_for_itself(text, raw[0]) else None


def requoted(raw: str, text: str, setting: Setting) -> str:
    """A text between quotes in the place of a bare one, its lines wrapped as they are."""
    style = preferred(text, setting.habits.quotes)
    if "\n" in raw:
        bare = _patched("plain", raw, text)
        pieces = [unit.raw for unit in flow_units(bare, "plain")]
        made = "".join(piece if "\n" in piece else _written(style, piece) for piece in pieces)
        made = made.join("''" if style == "single" else '""')
        if reads(made, setting.flow) == text:
            return made
    return quote(text, style)


def reads(raw: str, flow: bool) -> str | None:
    """The text that libyaml reads when this stands as a value; None when it is no single value."""
    return _reader()(raw, flow)


@cache
def _reader() -> Callable[[str, bool], str | None]:
    """Imported by the first value that must be read back: PyYAML takes a while."""
    from newslint.frontmatter.yaml.read_back import read_back

    return read_back


def _bare(raw: str, text: str, setting: Setting) -> str:
    made = _patched("plain", raw, text)
    if reads(made, setting.flow) == text:
        return made
    return requoted(raw, text, setting) if "\n" in text else text


def _patched(style: Style, inner: str, new: str) -> str:
    if not _ODD[style].search(inner):
        return _written(style, new)  # each character stands for itself: nothing is to be kept
    units = flow_units(inner, style)
    old = "".join(unit.value for unit in units)
    return patched(units, hunks(old, new), lambda text: _written(style, text))


def _written(style: Style, text: str) -> str:
    if style == "double":
        return escape(text)
    return text.replace("'", "''") if style == "single" else text


def _block(old: Scalar, raw: str, text: str, setting: Setting) -> str:
    units, indent = block_units(raw, old.text, old.style)
    core = "".join(unit.value for unit in units)
    tail = old.text[len(core) :]
    header, wanted = _chomped(units[0].raw, tail, text)

    def lines(part: str) -> str:
        more = 1 if old.style == "folded" else 0
        return re.sub("\n+", lambda m: setting.newline * (len(m[0]) + more) + indent, part)

    if header and wanted.strip():
        kept = patched(units, hunks(core, wanted), lines).removeprefix(units[0].raw)
        for body in (kept, units[1].raw + lines(wanted) if len(units) > 1 else kept):
            found = reads(header + body, flow=False)
            if found is not None and found.rstrip("\n") == wanted:
                return header + body
    if "\n" in text or "#" in units[0].raw:
        raise CannotRender("the text does not fit into the block")
    return quote(text, preferred(text, setting.habits.quotes))


def _chomped(header: str, tail: str, text: str) -> tuple[str, str]:
    """The header for the new text, and the text that its lines must hold; `tail` is what the
    lines after the block add to the old one. No header: it does not work out."""
    if text.endswith(tail) and not text.removesuffix(tail).endswith("\n"):
        return header, text.removesuffix(tail)
    bare, ends = text.rstrip("\n"), len(text) - len(text.rstrip("\n"))
    if tail in ("", "\n") and ends <= 1:
        return _HEADER.sub(rf"\1\2{'' if ends else '-'}\4", header, count=1), bare
    return "", ""
