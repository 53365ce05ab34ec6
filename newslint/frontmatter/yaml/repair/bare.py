"""Repairs of values without quotes, and of lists in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.frontmatter.quote_heuristics import ends_unopened, may_be_delimited
from newslint.frontmatter.yaml.quoting import quote
from newslint.frontmatter.yaml.repair.lines import TEMPLATE
from newslint.frontmatter.yaml.repair.trial import Proposal
from newslint.frontmatter.yaml.repair.value import (
    LIST_ROLES,
    TEXT_ROLES,
    BrokenValue,
    indented,
    only_text,
    own_style,
    parts_of,
    refers,
)
from newslint.model.faults import BadDelimiter, IndentationDrift, UnquotedSpecial
from newslint.model.values import Style
from newslint.text.regex import regex

_ESCAPED_COLON = regex(r"(?<=\S)\\:")
"""How the importer wrote a colon: right after a word."""

_WHOLE_ITEM = r"""(?:"[^"\\]*"|'[^']*')"""

_ALONE = regex(r"(?:https?:/)?/\S*")


def key_twice(value: BrokenValue) -> Iterator[Proposal]:
    """`date: date: 2024-05-01`, `title: 'title: 'Flood'`: the key was pasted with its value.

    What remains is read as the key's value. Not certain in fields of text, which may say so, nor
    after a quote.
    """
    match = re.match(r"""["']?([\w-]+)[ \t]*:[ \t]+(?=\S)""", value.raw)
    if match and match[1] == value.unit.key:
        words, order = f"repeats the key `{match[1]}`", "Remove the second key"
        made = value.raw[match.end() :]
        sure = match.start(1) == 0 and not may_be_delimited(made) and ": " not in made
        yield value.bare(
            made, UnquotedSpecial, words, order, certain=sure and value.role not in TEXT_ROLES
        )


def empty_items(value: BrokenValue) -> Iterator[Proposal]:
    """`[a,, b]`: a list with a comma too many. An empty item says nothing: certain."""
    if re.fullmatch(r"""\[[^\[\]{}"'\r\n]*\]""", value.text) and len(value.lines) == 1:
        made = re.sub(r",(?:[ \t]*,)+", ",", re.sub(r"\[(?:[ \t]*,)+[ \t]*", "[", value.raw))
        if made != value.raw:
            words, order = "has an extra comma", "Remove the comma"
            yield value.bare(made, BadDelimiter, words, order, certain=True)


def hashtags_in_brackets(value: BrokenValue) -> Iterator[Proposal]:
    """`[#news, #sport]`: items that begin a comment, which takes in the closing bracket.

    Not certain: an item may have been switched off.
    """
    match = re.fullmatch(r"\[([^\[\]{}\r\n]*)\]((?:[ \t]+#.*)?)[ \t]*", value.raw)
    items = [item.strip(" \t") for item in match[1].split(",")] if match else []
    bare = [item for item in items if not re.fullmatch(_WHOLE_ITEM, item)]
    tags = [item for item in bare if item.startswith("#")]
    if match is None or not tags or any(re.search(r"""["']|[ \t]#""", item) for item in bare):
        return
    style: Style = "single" if value.around.habit == "single" else "double"
    made = ", ".join(quote(item, style) if item in tags else item for item in items)
    words = "contains an item that starts with `#`, which begins a comment"
    order = "Put the item in quotes"
    yield value.bare(f"[{made}]{match[2]}", UnquotedSpecial, words, order, certain=False)


def unclosed_brackets(value: BrokenValue) -> Iterator[Proposal]:
    """`[a, b`: the closing bracket is missing. Never certain: it may be missing further on."""
    text = value.text
    if text[0] == "[" and "]" not in text and ": " not in text and len(value.lines) == 1:
        words, order = "has no closing bracket", "Close the bracket"
        yield value.bare(value.raw + "]", BadDelimiter, words, order, certain=False)


def list_on_the_line(value: BrokenValue) -> Iterator[Proposal]:
    """`authors: - Name`: the list begins on the line of its key.

    Not certain: a text may begin with a dash. Not tried in fields of text.
    """
    if value.text.startswith("- ") and value.role not in TEXT_ROLES and not value.unit.item:
        lead = " " * (value.unit.column + 2)
        words, order = "starts a list on the line of its key", "Put the list on a line of its own"
        made = f"{value.around.newline}{lead}{value.raw}"
        proposal = value.bare(made, IndentationDrift, words, order, certain=False)
        place = (proposal.start, proposal.end)
        yield proposal._replace(start=value.unit.value - 1, place=place)


def unindented_lines(value: BrokenValue) -> Iterator[Proposal]:
    """A bare value that goes on at the left margin, as an editor wrapped it: indented below its
    key. Never certain: a line may be the value of a key that is lost.
    """
    if _is_torn(value):
        return
    parts = parts_of(value.raw)
    made = parts[0].rstrip(" \t") + "".join(
        lead + line for lead, line in indented(parts, value.unit.column)
    )
    if value.text[0] not in "\"'" and made != value.raw and len(parts) > 1:
        words, order = "continues on lines that are not indented", "Indent the lines"
        proposal = value.bare(made, IndentationDrift, words, order, certain=False)
        yield proposal._replace(claim=value.text)


def _is_torn(value: BrokenValue) -> bool:
    """True when lines at the left margin can hardly be one text: a link or a path stands alone in
    one of them, or they follow on one word and an empty line."""
    lines = value.lines
    if not value.loose or len(lines) == 1:
        return False
    return any(map(_ALONE.fullmatch, lines)) or ("" in lines and " " not in lines[0])


def unopened_quotes(value: BrokenValue) -> Iterator[Proposal]:
    """`the whole story."`: a closing quote that nothing opened, at the end of a bare text.

    Not certain: the quote may belong to the text, as it does in `15"`.
    """
    text, mark = value.text, value.text[-1]
    if ends_unopened(text) and text.find(mark) == len(text) - 1 and not text[-2:-1].isdigit():
        lines = [*value.lines[:-1], value.lines[-1][:-1]]
        words = "has no opening quote"
        yield value.quoted(lines, own_style(mark), BadDelimiter, words, certain=False)


def special_text(value: BrokenValue) -> Iterator[Proposal]:
    r"""`Iran: x`, `Iran says:`, `@foo`, `[Live] Foo`, `Trends\: x`: bare text with a special mark.

    No parser reads the bare text, and its lines belong to the key: quotes around the whole text
    are what is missing. `\:` is how one importer escaped a colon: the backslash goes. Tried when no
    other repair fits. Not certain with ` #` (which may begin a comment), with brackets that may be
    a list, with quotes that may be delimiters, and where the text may hold a line of its own: a
    known `key: value` that the block lacks.
    """
    text = value.text
    if text[0] in "\"'" or TEMPLATE.match(text) or refers(text, value.around.shared):
        return
    if (text[0] == "[" and value.role in LIST_ROLES) or _is_torn(value):
        return
    shown = _before_remark(value)
    lines = [shown] if len(value.lines) == 1 else value.lines
    lines = [_ESCAPED_COLON.sub(":", line) for line in lines]
    made = value.quoted(lines, "plain", UnquotedSpecial, _why(text), certain=_certain(value))
    yield made._replace(end=made.end - (len(text) - len(shown)))


def _certain(value: BrokenValue) -> bool:
    """True when a bare value with a special mark can be nothing but a text."""
    text = value.text
    if text[0] in "[{" and not _is_bracketed_word(value):
        return False  # it may be a list or a mapping with a mistake inside
    if text[0] in "|>" and (text[1:2] in (" ", "\t") or len(value.lines) > 1):
        return False  # the sign of a text over several lines
    if text.startswith("- ") and value.role not in TEXT_ROLES:
        return False
    if may_be_delimited(text):
        return False
    return only_text(value) and "\\:" not in _ESCAPED_COLON.sub(":", text)


def _is_bracketed_word(value: BrokenValue) -> bool:
    """True for `[Live] Foo` in a field of text, and for a link as Markdown writes it."""
    text = value.text
    closed = text.find("]" if text[0] == "[" else "}")
    link = text.startswith("](", closed) and text[-1] == ")"
    return link or (
        0 < closed < len(text) - 1 and value.role in TEXT_ROLES and text[-1] not in ",]}"
    )


def _before_remark(value: BrokenValue) -> str:
    """The text up to a comment as people write it, ` # like this`, where it needs quotes itself."""
    shown, comment, _ = value.text.partition(" # ")
    shown = shown.rstrip(" \t")
    needs_quotes = ": " in shown or shown[-1:] == ":"
    return shown if comment and needs_quotes and len(value.lines) == 1 else value.text


def _why(text: str) -> str:
    if "\\:" in text:
        return "contains `\\:`, which is not an escape in an unquoted value"
    if text[0] in "@`%*&!|>[]{},?-":
        return f"starts with `{text[0]}`, which is special in an unquoted value"
    if ": " in text or text[-1] == ":":
        return "contains a colon and is not quoted"
    return "cannot stand without quotes"
