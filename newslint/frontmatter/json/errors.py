"""What is wrong where JSON cannot be read, in plain words and with the likely remedy.

The notes name what `newslint.frontmatter.json.repair` may know a repair for.
"""

from __future__ import annotations

from json.decoder import JSONDecodeError

from newslint.frontmatter.contract import ParsingStopped, refused
from newslint.model.values import Scalar, Value
from newslint.text.regex import regex

_WORD = regex(r"[^\s,\[\]{}:\"]*")
_COMMENTS = ("//", "/*", "#")


def no_key(text: str, start: int, at: int, comma: int) -> ParsingStopped:
    """What stands at an offset, in the object that opens at `start`, is no key.

    `comma` is the offset of the comma before it, or -1.
    """
    if text[at : at + 1] == "}" and comma >= 0:
        return refused(comma, comma + 1, "a comma precedes the closing `}`", "last-comma")
    if at >= len(text):
        return _never_closed(text, start)
    word = _word(text, at)
    if word.startswith(_COMMENTS):
        return refused(at, at + len(word), "JSON has no comments", "comment", "remove it")
    if word:
        words = f"the key `{word[:20]}` must be in double quotes"
        return refused(at, at + len(word), words, "key")
    return refused(at, at + 1, "a key in double quotes is missing here")


def no_value(text: str, start: int, at: int, comma: int) -> ParsingStopped:
    """What stands at an offset is no value; `comma` as in `no_key`."""
    if comma >= 0:
        return refused(comma, comma + 1, "a comma precedes the closing `]`", "last-comma")
    if at >= len(text):
        return _never_closed(text, start)
    word = _word(text, at)
    if not word:
        return refused(at, at + 1, "a value is missing here", "missing")
    if word.startswith(_COMMENTS):
        return refused(at, at + len(word), "JSON has no comments", "comment", "remove it")
    words, advice = f"`{word[:40]}` must be in double quotes", ""
    if word[0] in "0123456789+-.":
        words = f"`{word[:40]}` is not a number in JSON"
        advice = "put it in double quotes"
    elif word.lower() in ("true", "false", "null"):
        words = f"`{word}` is written `{word.lower()}` in JSON"
    elif word == "None":
        words = "`None` is written `null` in JSON"
    return refused(at, at + len(word), words, "bare", advice)


def unfinished(text: str, start: int, at: int, value: Value) -> ParsingStopped:
    """Neither a comma nor the closing bracket stands at an offset after a value."""
    if at >= len(text):
        return _never_closed(text, start)
    end = value.span.end
    word = _word(text, at)
    if word.startswith(_COMMENTS):
        return refused(at, at + len(word), "JSON has no comments", "comment", "remove it")
    string = isinstance(value, Scalar) and value.kind == "string"
    if string and text[at] not in '"{[:]}' and "\n" not in text[end:at]:
        what, advice = 'the text ends at the `"` before this', 'write `\\"` for one inside it'
        return refused(at, at + 1, what, "quotes", advice)
    close = "]" if text[start] == "[" else "}"
    return refused(end, end, f"a comma or `{close}` is missing after the value", "comma")


def odd_string(text: str, start: int, error: JSONDecodeError) -> ParsingStopped:
    """The string that opens at `start` cannot be read."""
    at = error.pos
    if error.msg.startswith("Unterminated"):
        return refused(start, start + 1, 'the text that `"` opens is not closed', "open")
    if error.msg.startswith("Invalid control"):
        if text[at] in "\r\n":
            return refused(start, start + 1, 'the text that `"` opens is not closed', "open")
        name = "a tab" if text[at] == "\t" else f"the character U+{ord(text[at]):04X}"
        escape = "\\t" if text[at] == "\t" else f"\\u{ord(text[at]):04x}"
        return refused(at, at + 1, f"{name} must be written `{escape}`", "character")
    at = text.rfind("\\", start, at + 1)
    end = at + 1 + (text[at + 1 : at + 2] > " ")
    what = f"`{text[at:end]}` is not an escape in JSON"
    return refused(at, end, what, "escape", "double the backslash")


def _never_closed(text: str, start: int) -> ParsingStopped:
    return refused(start, start + 1, f"`{text[start]}` is never closed")


def _word(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match[0] if match else ""
