"""Bodies and descriptions as short digests, by which equal ones are told."""

from __future__ import annotations

import re

from newslint.model.digest import blake2b
from newslint.text.regex import regex

_CODE = regex(
    r"<[^<>]*>|\{\{[^{}]*\}\}|\{%[^{}%]*%\}|!\[[^\[\]]*\]\([^()]*\)|\[[^\[\]]*\]\([^()]*\)|https?://\S+"
)
"""Tags, code of templates, links and pictures: what a page has that says nothing itself."""

LEAST = 120
"""Letters of a body below which two may be equal by chance, or by a template."""

_WIDE = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)
_WEIGHT = 3
"""Letters of a writing with spaces that one of these stands for."""


def digest(text: str) -> str:
    """A text without regard to its spaces and line ends, as 16 digits."""
    flat = text.strip().replace("\n", " ")
    if flat.isprintable():  # so a space is the only white space in it
        while "  " in flat:
            flat = flat.replace("  ", " ")
    else:
        flat = " ".join(text.split())
    return blake2b(flat.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def body_digest(body: str) -> str:
    """The digest of a body; empty for one that says too little to be told from others."""
    enough = _says_enough(body[:_START]) or (len(body) > _START and _says_enough(body[:_MOST]))
    return digest(body) if enough else ""


_START, _MOST = 1_500, 20_000
"""Characters in which the letters are counted: the start is most often enough."""


def _says_enough(body: str) -> bool:
    """Whether the letters outside of code are enough: they are counted no further than that."""
    weight = at = 0
    for code in _CODE.finditer(body):
        weight += _weight(body[at : code.start()])
        at = code.end()
        if weight >= LEAST:
            return True
    return weight + _weight(body[at:]) >= LEAST


def _weight(text: str) -> int:
    """What the letters weigh; no more is counted once that is enough."""
    letters = len(text) - text.count(" ") if text.isprintable() else len("".join(text.split()))
    if letters >= LEAST or text.isascii():
        return letters
    return letters + (_WEIGHT - 1) * len(re.findall(_WIDE, text))
