"""Repairs of values without quotes, and of lists in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.syntax.yaml_repair_lines import TEMPLATE
from newslint.syntax.yaml_repair_trial import Proposal
from newslint.syntax.yaml_repair_value import (
    LIST_ROLES,
    TEXT_ROLES,
    BrokenValue,
    indented,
    only_text,
    parts_of,
    refers,
)

_ESCAPED_COLON = re.compile(r"(?<=\S)\\:")
"""How the importer wrote a colon: right behind a word."""


def key_twice(value: BrokenValue) -> Iterator[Proposal]:
    """`date: date: 2024-05-01`: the key was pasted together with its value.

    What remains is read as the key's value. Not certain in fields of text, which may say so.
    """
    match = re.match(r"([\w-]+)[ \t]*:[ \t]+(?=\S)", value.raw)
    if match and match[1].lower() == value.unit.key.lower():
        words, order = f"repeats the key `{match[1]}`", "Remove the second key"
        certain = value.role not in TEXT_ROLES and ": " not in value.raw[match.end() :]
        made = value.raw[match.end() :]
        yield value.bare(made, "unquoted-special", words, order, certain=certain)


def empty_items(value: BrokenValue) -> Iterator[Proposal]:
    """`[a,, b]`: a list with a comma too many. An empty item says nothing: certain."""
    if re.fullmatch(r"""\[[^\[\]{}"'\r\n]*\]""", value.text) and len(value.lines) == 1:
        made = re.sub(r",(?:[ \t]*,)+", ",", re.sub(r"\[(?:[ \t]*,)+[ \t]*", "[", value.raw))
        if made != value.raw:
            words, order = "has a comma too many", "Remove the comma"
            yield value.bare(made, "bad-delimiter", words, order, certain=True)


def unclosed_brackets(value: BrokenValue) -> Iterator[Proposal]:
    """`[a, b`: the closing bracket is missing. Never certain: it may be missing further on."""
    text = value.text
    if text[0] == "[" and "]" not in text and ": " not in text and len(value.lines) == 1:
        words, order = "has no closing bracket", "Close the bracket"
        yield value.bare(value.raw + "]", "bad-delimiter", words, order, certain=False)


def list_on_the_line(value: BrokenValue) -> Iterator[Proposal]:
    """`authors: - Name`: the list begins on the line of its key.

    Not certain: a text may begin with a dash. Not tried in fields of text.
    """
    if value.text.startswith("- ") and value.role not in TEXT_ROLES and not value.unit.item:
        lead = " " * (value.unit.column + 2)
        words, order = "begins a list on the line of its key", "Put the list on a line of its own"
        made = f"{value.around.newline}{lead}{value.raw}"
        proposal = value.bare(made, "indentation-drift", words, order, certain=False)
        place = (proposal.start, proposal.end)
        yield proposal._replace(start=value.unit.value - 1, place=place)


def unindented_lines(value: BrokenValue) -> Iterator[Proposal]:
    """A bare value that goes on at the left margin, as an editor wrapped it: indented below its
    key. Never certain: a line may be the value of a key that is lost.
    """
    parts = parts_of(value.raw)
    made = parts[0].rstrip(" \t") + "".join(
        lead + line for lead, line in indented(parts, value.unit.column)
    )
    if value.text[0] not in "\"'" and made != value.raw and len(parts) > 1:
        words, order = "goes on in lines that are not indented", "Indent the lines"
        proposal = value.bare(made, "indentation-drift", words, order, certain=False)
        yield proposal._replace(claim=value.text)


def special_text(value: BrokenValue) -> Iterator[Proposal]:
    r"""`Iran: x`, `Iran says:`, `@foo`, `[Live] Foo`, `Trends\: x`: bare text with a special mark.

    No parser reads the bare text, and its lines belong to the key: quotes around the whole text
    are what is missing. `\:` is how one importer escaped a colon: the backslash goes. Tried when no
    other repair fits. Not certain with ` #` (which may begin a comment), with brackets from end to
    end, and where the text may hold a line of its own: a known `key: value` that the block lacks.
    """
    text = value.text
    if text[0] in "\"'" or TEMPLATE.match(text) or refers(text, value.around.shared):
        return
    if text[0] == "[" and value.role in LIST_ROLES:
        return
    shown = _before_remark(value)
    lines = [shown] if len(value.lines) == 1 else value.lines
    lines = [_ESCAPED_COLON.sub(":", line) for line in lines]
    made = value.quoted(lines, "plain", "unquoted-special", _why(text), certain=_certain(value))
    yield made._replace(end=made.end - (len(text) - len(shown)))


def _certain(value: BrokenValue) -> bool:
    """True when a bare value with a special mark can be nothing but a text."""
    text = value.text
    if text[0] in "[{" and text[-1] in "]}":
        return False  # a list or a mapping with a mistake inside
    if text[0] in "|>" and (text[1:2] in (" ", "\t") or len(value.lines) > 1):
        return False  # the sign of a text over several lines
    if text.startswith("- ") and value.role not in TEXT_ROLES:
        return False
    return only_text(value) and "\\:" not in _ESCAPED_COLON.sub(":", text)


def _before_remark(value: BrokenValue) -> str:
    """The text up to a comment as people write it, ` # like this`, where it needs quotes itself."""
    shown, comment, _ = value.text.partition(" # ")
    shown = shown.rstrip(" \t")
    needs_quotes = ": " in shown or shown[-1:] == ":"
    return shown if comment and needs_quotes and len(value.lines) == 1 else value.text


def _why(text: str) -> str:
    if "\\:" in text:
        return "holds `\\:`, which is no escape without quotes"
    if text[0] in "@`%*&!|>[]{},?-":
        return f"begins with `{text[0]}`, which has a meaning of its own without quotes"
    if ": " in text or text[-1] == ":":
        return "holds a colon, which needs quotes around the value"
    return "cannot stand without quotes"
