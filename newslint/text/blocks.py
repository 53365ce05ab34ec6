"""Blocks of front matter in a text, told by their lines alone."""

from __future__ import annotations

import re

_FENCE = r"^[ \t]*(-{3,}|\+{3,})[ \t]*\r?$"
_KEY = r"""^[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w.-]+)[ \t]*(?::(?=\s|$)|=(?=[ \t]*[\S]))"""
_CODE = r"(?ms)^[ \t]*(```|~~~).*?(?:^[ \t]*\1|\Z)"
_JSON = r"""\s*\{\s*"[^"\n]*"\s*:"""


def holds_block(body: str) -> bool:
    """True when a body holds what may be front matter: lines with keys above a fence or right below
    the last one, or an object at its start. What stands in a block of code does not count."""
    if re.match(_JSON, body):
        return True
    if "---" not in body and "+++" not in body:
        return False
    text = re.sub(_CODE, "", body)
    fences = list(re.finditer(_FENCE, text, re.MULTILINE))
    starts = [0, *(fence.end() for fence in fences)]
    key = re.compile(_KEY, re.MULTILINE)
    if any(
        key.search(text, *part) for part in zip(starts, map(re.Match.start, fences), strict=False)
    ):
        return True
    below = text[starts[-1] :].partition("\n")[2]
    return bool(fences) and key.match(below) is not None
