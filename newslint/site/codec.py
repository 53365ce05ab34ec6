"""What is kept of a result, as bytes and back: by the types of its fields, and never by what the
data says.

What is asked of all articles at once is kept apart from their facts, and from what a report prints:
of most articles a run over one file needs the first alone. What was counted is bytes in it: most
articles of a site have the same, and each is read once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, get_type_hints

from msgspec import Raw, msgpack

from newslint.model.counted import NONE_HELD, Asked
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.facts import Facts
from newslint.model.records import NamedTuple
from newslint.model.tally import Brief, brief
from newslint.site.about import About


class Where(NamedTuple):
    """What a result says of the place where its site lies, which is no part of what is kept: the
    folder of the site, and the config file as it is printed."""

    site: str
    config: str


class Known(NamedTuple):
    """What is asked of all articles at once: `about` where there are facts, and as bytes `asked`,
    an `Asked`, and the `briefs` of what was found, which are sorted."""

    about: About | None
    asked: bytes | None
    briefs: bytes = b"\x90"


class Found(NamedTuple):
    """What a report prints of an article."""

    diagnostics: tuple[Diagnostic, ...]
    bom: tuple[bool, bool]


class Sent(NamedTuple):
    """A result: what is asked of all, and as bytes `Facts` (empty: none) and a `Found`."""

    known: Known
    facts: bytes
    found: bytes


_PATHLESS: Any = tuple[tuple([*get_type_hints(Diagnostic).values()][1:])]  # type: ignore[misc]
"""A diagnostic without its path, which is the first of its fields."""

_new = tuple.__new__
_encode = msgpack.Encoder().encode
_facts = msgpack.Decoder(Facts).decode
_found: Any = msgpack.Decoder(tuple[list[_PATHLESS], tuple[bool, bool]]).decode
_result = msgpack.Decoder(tuple[str, tuple[Diagnostic, ...], tuple[bool, bool]]).decode
_raw = msgpack.Decoder(list[Raw]).decode
_asked = msgpack.Decoder(Asked).decode
_briefs = msgpack.Decoder(tuple[Brief, ...]).decode
_encode_briefs = lru_cache(maxsize=4096)(_encode)


def encode(result: FileResult, about: About | None) -> Sent:
    """The result of a check: all but the texts, and the paths that depend on who asks. Raises
    ValueError for what no bytes hold: a text that no encoding has, what a fix did."""
    if _is_more(result):
        raise ValueError("more than a check")
    facts = result.facts and _encode(result.facts._replace(path="", file=""))
    asked = result.asked and _encode_asked(result.asked)
    found = [one[1:] for one in result.diagnostics]
    known = Known(about, asked, _encode_briefs(tuple(sorted(map(brief, result.diagnostics)))))
    return Sent(known, facts or b"", _encode((found, result.bom)))


def _is_more(result: FileResult) -> bool:
    was_fixed = result.changed or result.encoding or result.waits != NONE_HELD
    return result.before is not None or bool(was_fixed)


@lru_cache(maxsize=4096)
def _encode_asked(asked: Asked) -> bytes:
    """The same for the same sets, wherever the site lies."""
    codes, roles = sorted(asked.codes), sorted(asked.roles)
    return _encode(asked._replace(site="", config="", codes=codes, roles=roles))  # type: ignore[arg-type]


def joined(parts: Sequence[bytes]) -> bytes:
    """Several of the same kind as one; an empty one stands for nothing."""
    return _encode([Raw(one or _NOTHING) for one in parts])


def parted(data: bytes) -> list[bytes]:
    """What `joined` joined. Raises ValueError."""
    return [b"" if one == _NOTHING else bytes(one) for one in _raw(data)]


_NOTHING = _encode(None)


def facts_of(data: bytes, shown: str, file: str) -> Facts:
    """The facts of an article. Raises ValueError."""
    return _facts(data)._replace(path=shown, file=file)


def found_of(data: bytes, shown: str) -> Found:
    """What was found in an article. Raises ValueError."""
    diagnostics, bom = _found(data)
    return Found(tuple([_new(Diagnostic, (shown, *one)) for one in diagnostics]), bom)


def encode_result(result: FileResult) -> bytes:
    """A result without facts and without what was asked. Raises ValueError as `encode` does."""
    if _is_more(result):
        raise ValueError("more than a check")
    return _encode((result.path, result.diagnostics, result.bom))


def result_of(data: bytes, asked: Asked | None) -> FileResult:
    """What `encode_result` made bytes of."""
    path, diagnostics, bom = _result(data)
    return FileResult(path, diagnostics, bom=bom, asked=asked)


@lru_cache(maxsize=4096)
def asked_of(data: bytes, where: Where) -> Asked:
    """What was asked of an article. Raises ValueError."""
    return _asked(data)._replace(site=where.site, config=where.config)


@lru_cache(maxsize=4096)
def briefs_of(data: bytes) -> tuple[Brief, ...]:
    """What is counted of what was found in an article. Raises ValueError."""
    return _briefs(data)


def dumps(value: object) -> bytes:
    """JSON, in ASCII: a lone surrogate of a path is an escape."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")
