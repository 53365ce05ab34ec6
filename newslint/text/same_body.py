"""Bodies and descriptions as short digests, by which equal ones are told."""

from __future__ import annotations

import re

_CODE = re.compile(r"<[^<>]*>|\{\{[^{}]*\}\}|\{%[^{}%]*%\}|!?\[[^\[\]]*\]\([^()]*\)|https?://\S+")
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
    from hashlib import blake2b

    flat = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return blake2b(flat, digest_size=8).hexdigest()


def body_digest(body: str) -> str:
    """The digest of a body; empty for one that says too little to be told from others."""
    enough = any(_weight(body[:size]) >= LEAST for size in _LOOKED_AT)
    return digest(body) if enough else ""


_LOOKED_AT = (1_500, 20_000)
"""Characters in which the letters are counted: the start is most often enough."""


def _weight(body: str) -> int:
    text = "".join(_CODE.sub(" ", body).split())
    return len(text) + (0 if text.isascii() else (_WEIGHT - 1) * len(re.findall(_WIDE, text)))
