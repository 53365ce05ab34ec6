"""What is wrong where TOML cannot be read, in plain words and with the likely remedy.

The notes name what `newslint.frontmatter.toml.repair` may know a repair for.
"""

from __future__ import annotations

from newslint.frontmatter.contract import ParsingStopped, refused
from newslint.model.values import Scalar, Value
from newslint.text.regex import regex

_WORD = regex(r"[^\s,\[\]{}#=]*")
_COMMENT = regex(r"#[^\x00-\x08\x0a-\x1f\x7f]*")


def no_key(text: str, at: int) -> ParsingStopped:
    """What stands at an offset is no key."""
    word = _word(text, at)[:20]
    if word[:1].isalpha():
        return refused(at, at + len(word), f"the key `{word}` needs quotes around it")
    return refused(at, _here(text, at), "a key is missing here")


def no_equals(text: str, name: str, end: int, at: int) -> ParsingStopped:
    """What stands at an offset, after the key `name` that ends at `end`, is no `=`."""
    if text[at : at + 1] == ":":
        return refused(at, at + 1, "the key is followed by `:` instead of `=`", "colon")
    words = f"`=` is missing after `{name[:20]}`, or the text of the line above lacks quotes"
    return refused(end, _here(text, end), words)


def more_on_line(text: str, at: int, value: Value | None) -> ParsingStopped:
    """More stands at an offset after a value; None stands for a table's name."""
    if text[at] == "#" or text[at] < " ":
        return control_character(text, at)
    if value is None:
        return refused(at, at + 1, "the table's name is followed by more text")
    if isinstance(value, Scalar) and value.kind == "string":
        quote = text[value.span.start]
        advice = 'write `\\"` for one inside it' if quote == '"' else "put it in double quotes"
        what = f"the text ends at the `{quote}` before this"
        return refused(at, at + 1, what, "quotes", advice)
    what = "the value is followed by more text"
    return refused(at, at + 1, what, advice="quote it if it is text")


def open_string(text: str, start: int, at: int, quote: str) -> ParsingStopped:
    """A string that starts at `start` cannot go on at an offset."""
    if text[at : at + 1] == "\\":
        end = at + 1 + (text[at + 1 : at + 2] > " ")
        words = f"`{text[at:end]}` is not an escape in TOML"
        return refused(at, end, words, "escape", "double the backslash")
    if text[at : at + 1] in ("\n", "") or text.startswith("\r\n", at):
        words = f"the text that `{quote}` opens is not closed"
        return refused(start, start + len(quote), words, "open")
    return control_character(text, at)


def control_character(text: str, at: int) -> ParsingStopped:
    """A character that may not stand in the text, or in the comment, at an offset."""
    comment = _COMMENT.match(text, at)
    at = comment.end() if comment else at
    code = ord(text[at])
    return refused(at, at + 1, f"the character U+{code:04X} is not allowed here", "character")


def no_value(text: str, at: int) -> ParsingStopped:
    """What stands at an offset is no value."""
    word = _word(text, at)
    if not word:
        return refused(at, _here(text, at), "a value is missing here", "missing")
    words, advice = f"`{word[:40]}` needs quotes around it", ""
    if word[0] in "0123456789+-":
        words, advice = f"`{word[:40]}` is not a number or a date in TOML", "put it in quotes"
    elif word.lower() in ("true", "false"):
        words = f"`{word}` is written `{word.lower()}` in TOML"
    return refused(at, at + len(word), words, "bare", advice)


def no_comma(text: str, start: int, at: int, value: Value, close: str) -> ParsingStopped:
    """Neither a comma nor `close` stands at an offset of what the bracket at `start` opens."""
    if at >= len(text):
        return refused(start, start + 1, f"`{text[start]}` is never closed")
    end = value.span.end
    return refused(
        end, _here(text, end), f"a comma or `{close}` is missing after the value", "comma"
    )


def _here(text: str, at: int) -> int:
    """The end of a span of one character at an offset, of none at the end of a line."""
    return at + (text[at : at + 1] not in ("\r", "\n", ""))


def _word(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match[0] if match else ""
