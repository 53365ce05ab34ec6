"""Text -> YAML scalar, in the style of the value that it replaces.

What of a value stays the same keeps its very bytes (escapes, wrapped lines): only the part between
the first and the last changed character is written anew, where that is possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Scalar, Style

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "\0": "\\0"}
_NEEDS_ESCAPE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_DOUBLE_ONLY = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BREAK = r"[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*"
_UNITS: dict[str, re.Pattern[str]] = {
    "plain": re.compile(rf"{_BREAK}|.", re.DOTALL),
    "single": re.compile(rf"''|{_BREAK}|.", re.DOTALL),
    "double": re.compile(
        r"\\x[0-9a-fA-F]{2}|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
        rf"|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\\r?\n[ \t]*|\\.|{_BREAK}|.",
        re.DOTALL,
    ),
}
_PLAIN = re.compile(r"[^\W\d_][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff#:\"'`\[\]{},&*!|>%@\\]*")
_TYPED_WORDS = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf")
)
_FLOW = frozenset(",[]{}")
_STAYS_PLAIN = re.compile(r"(?:[^\W\d_]|\d(?=[^:]*[g-mp-wyzG-MP-WYZ]))(?!\d{3}-\d)")


def quote(text: str, style: Style) -> str:
    """The text between the quotes of the style, on one line; double where single cannot hold it."""
    if style == "single" and not _DOUBLE_ONLY.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _escape(text) + '"'


def preferred(text: str, style: Style) -> Style:
    """The quotes to use for a text where `style` is the habit: none that would need escapes."""
    if style == "single":
        return "double" if "'" in text and '"' not in text and "\\" not in text else "single"
    return "single" if ('"' in text or "\\" in text) and not _DOUBLE_ONLY.search(text) else "double"


def plain_is_safe(text: str) -> bool:
    """True when every parser reads the bare text as this very string, in a list too.

    Stricter than YAML: letters first, none of the characters that mean something anywhere, no
    word that some parser takes for a boolean, a number or null.
    """
    if not _PLAIN.fullmatch(text) or text[-1] in " \t\xa0":
        return False
    return text.lower() not in _TYPED_WORDS


def stays_plain(old: str, new: str) -> bool:
    """True when a bare value `old` may be followed by the bare value `new` in its place.

    Laxer than `plain_is_safe` in what the old value shows to be right: a URL keeps its colon, and
    commas and brackets may stand where the old value had some (so it is not in a flow list).
    """
    if plain_is_safe(new):
        return True
    if not _STAYS_PLAIN.match(new) or new.lower() in _TYPED_WORDS or _DOUBLE_ONLY.search(new):
        return False
    if new != new.strip() or ": " in new or " #" in new or new[-1] == ":" or "\t" in new:
        return False
    return not _FLOW.intersection(new) or bool(_FLOW.intersection(old))


def scalar(old: Scalar, raw: str, text: str, habit: Style, indent: str, newline: str) -> str:
    """What stands in the place of `raw` (the old value with its quotes) so that it reads `text`.

    `habit` is the quoting to fall back on when a plain value needs quotes; `indent` and `newline`
    are those of a block scalar's lines.
    """
    kept = _minimal(old, raw, text)
    if kept is not None:
        return kept
    if (
        old.style in ("literal", "folded")
        and text.strip()
        and not _NEEDS_ESCAPE.search(text.replace("\n", ""))
    ):
        return _block(raw, text, old.style, indent, newline)
    if old.style in ("single", "double"):
        return quote(text, old.style)
    if old.style == "plain" and stays_plain(old.text, text):
        return text
    return quote(text, preferred(text, habit))


def _minimal(old: Scalar, raw: str, text: str) -> str | None:
    """The old bytes with the changed middle replaced; None when that cannot be done."""
    if old.style not in _UNITS or (old.style == "plain" and not stays_plain(old.text, text)):
        return None
    inner = raw[1:-1] if old.style != "plain" else raw
    units = list(_units(inner, old.style))
    if "".join(value for _, value in units) != old.text:
        return None
    start, stop = _changed(old.text, text)
    head, tail = _cut(units, start, len(old.text) - stop)
    lead = "".join(value for _, value in units[:head])
    rest = "".join(value for _, value in units[tail:])
    middle = text[len(lead) : len(text) - len(rest)] if rest else text[len(lead) :]
    if old.style == "single":
        if _DOUBLE_ONLY.search(middle):
            return None
        middle = middle.replace("'", "''")
    elif old.style == "double":
        middle = _escape(middle)
    made = "".join(r for r, _ in units[:head]) + middle + "".join(r for r, _ in units[tail:])
    if "".join(value for _, value in _units(made, old.style)) != text:
        return None
    return made if old.style == "plain" else raw[0] + made + raw[-1]


def _units(inner: str, style: str) -> Iterator[tuple[str, str]]:
    """(raw, value) pieces of a flow scalar's inside; a folded line break is one piece."""
    for match in _UNITS[style].finditer(inner):
        raw = match.group()
        yield raw, _value(raw, style)


def _value(raw: str, style: str) -> str:
    if "\n" in raw:
        if raw[0] == "\\":
            return ""
        breaks = raw.count("\n")
        return " " if breaks == 1 else "\n" * (breaks - 1)
    if style == "single" and raw == "''":
        return "'"
    if style == "double" and raw[0] == "\\":
        if raw[1] in "uUx":
            return _code_point(raw)
        return _ESCAPES.get(raw[1], raw)
    return raw


def _code_point(raw: str) -> str:
    if len(raw) == 12:
        return (
            raw.encode().decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")
        )
    return chr(int(raw[2:], 16))


def _changed(old: str, new: str) -> tuple[int, int]:
    """Lengths of the common start and the common end, which do not overlap."""
    limit = min(len(old), len(new))
    start = 0
    while start < limit and old[start] == new[start]:
        start += 1
    stop = 0
    while stop < limit - start and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    return start, stop


def _cut(units: list[tuple[str, str]], start: int, stop: int) -> tuple[int, int]:
    """Indexes of the units that hold the characters `start`..`stop` of the value."""
    at = head = 0
    while head < len(units) and at + len(units[head][1]) <= start:
        at += len(units[head][1])
        head += 1
    tail = head
    while tail < len(units) and at < stop:
        at += len(units[tail][1])
        tail += 1
    return head, tail


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return _NEEDS_ESCAPE.sub(lambda match: _escaped(match.group()), text)


def _escaped(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _block(raw: str, text: str, style: Style, indent: str, newline: str) -> str:
    """A block scalar with the same header and the text on lines of its own."""
    header = raw.split("\n", 1)[0].rstrip()
    lines = text.rstrip("\n").split("\n")
    between = newline if style == "literal" else newline * 2
    return header + newline + between.join(indent + line if line else "" for line in lines)
