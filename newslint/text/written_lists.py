"""A list that stands in a text: `[news, politics]`, `['a', 'b']`, `["a"]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»"}
_PARTS = ",;،，、；"
_BRACKETS = "[]{}"


def is_written_list(text: str) -> bool:
    """True for a text in square brackets, whatever stands between them."""
    bare = text.strip()
    return bare[:1] == "[" and bare[-1:] == "]"


def written_list(text: str) -> tuple[str, ...]:
    """The items of the list that a text is; none where that is not certain.

    Not certain are a list without items, brackets inside the brackets, a backslash, and a quote
    that is not closed or has something other than a comma or semicolon after it.
    """
    inner = text.strip()[1:-1]
    if not is_written_list(text) or "\\" in inner or any(char in inner for char in _BRACKETS):
        return ()
    items = tuple(_items(inner))
    return () if None in items else tuple(item for item in items if item)


def _items(inner: str) -> Iterator[str | None]:
    """Each item, empty ones too; None where it is not clear what an item is."""
    plain, gap = re.compile(f"[^{_PARTS}]*"), re.compile(r"\s*")
    at = 0
    while at < len(inner):
        start = at + len(gap.match(inner, at)[0])  # type: ignore[index]  # it matches nothing too
        closing = _QUOTES.get(inner[start : start + 1])
        end = inner.find(closing, start + 1) + 1 if closing else start
        rest = plain.match(inner, end)[0]  # type: ignore[index]
        if closing and (not end or rest.strip()):
            yield None
            return
        yield (inner[start + 1 : end - 1] if closing else rest).strip()
        at = end + len(rest) + 1
