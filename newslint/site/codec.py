"""What is kept of a result, as bytes and back: by the types of its fields, and never by what the
data says.

What the rules about a whole site need is kept apart from what a report prints: of most articles a
run over one file needs the first alone. What was counted is bytes in it: most articles of a site
have the same, and each is read once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Raw, msgpack

from newslint.model.counted import Asked
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.facts import Facts
from newslint.model.records import NamedTuple


class Where(NamedTuple):
    """What a result says of the place where its site lies, which is no part of what is kept: the
    folder of the site, and the config file as it is printed."""

    site: str
    config: str


class Known(NamedTuple):
    """What the whole site must know of an article; `asked` is an `Asked` as bytes."""

    facts: Facts | None
    asked: bytes | None


class Found(NamedTuple):
    """What a report prints of an article."""

    diagnostics: tuple[Diagnostic, ...]
    bom: tuple[bool, bool]


_encode = msgpack.Encoder().encode
_known = msgpack.Decoder(tuple[Known, ...]).decode
_found = msgpack.Decoder(tuple[Found, ...]).decode
_raw = msgpack.Decoder(list[Raw]).decode
_asked = msgpack.Decoder(Asked).decode


def encode(result: FileResult) -> tuple[bytes, bytes]:
    """What is kept of a result, as `Known` and `Found`: all but the texts, and the paths that
    depend on who asks. Raises ValueError for a text that no encoding has."""
    facts = result.facts and result.facts._replace(path="", file="")
    asked = result.asked and _encode(_sorted(result.asked._replace(site="", config="")))
    found = tuple(one._replace(path="") for one in result.diagnostics)
    return _encode(Known(facts, asked)), _encode(Found(found, result.bom))


def _sorted(asked: Asked) -> tuple[object, ...]:
    """The same for the same sets."""
    return asked._replace(codes=sorted(asked.codes), roles=sorted(asked.roles))  # type: ignore[arg-type]


def joined(parts: Sequence[bytes]) -> bytes:
    """Several of the same kind as one."""
    return _encode([Raw(one) for one in parts])


def parted(data: bytes) -> list[bytes]:
    """What `joined` joined. Raises ValueError."""
    return [bytes(one) for one in _raw(data)]


def all_known(data: bytes) -> tuple[Known, ...]:
    """What several articles tell of themselves. Raises ValueError."""
    return _known(data)


def all_found(data: bytes) -> tuple[Found, ...]:
    """What was found in several articles. Raises ValueError."""
    return _found(data)


def result_of(known: Known, found: Found | None, shown: str, file: str, where: Where) -> FileResult:
    """The result again; without what was found where that is not asked for. Raises ValueError."""
    facts, asked = known.facts, known.asked
    counted = _counted(asked) if asked is not None else None
    return FileResult(
        shown,
        tuple(one._replace(path=shown) for one in found.diagnostics) if found else (),
        bom=found.bom if found else (False, False),
        facts=facts and facts._replace(path=shown, file=file),
        asked=counted and counted._replace(site=where.site, config=where.config),
    )


@lru_cache(maxsize=4096)
def _counted(data: bytes) -> Asked:
    return _asked(data)


def dumps(value: object) -> bytes:
    """JSON, in ASCII: a lone surrogate of a path is an escape."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")
