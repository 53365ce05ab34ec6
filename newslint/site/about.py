"""What is asked of all articles of a site at once, of one of them: a few hundred bytes.

With it the rules about a whole site are given the facts of few articles. It is made where the
article is read, and what differs in no way that counts here is the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from msgspec import msgpack

from newslint.config.settings import ActiveRule, Settings
from newslint.generators.base import Generator
from newslint.model.digest import blake2b
from newslint.model.facts import Cut, Facts, Lack, Place, Telling, Titled, Use, Ways
from newslint.model.records import NamedTuple
from newslint.model.spans import Position, Span
from newslint.rule import SharedKey, SiteRule
from newslint.site.parts import bundle, places_above
from newslint.site.stamp import canonical

NOWHERE = Place(Span(0, 0), Position(0, 0), Position(0, 0))
"""The place of all that stands in a shape."""


class About(NamedTuple):
    """`rules` stands for the rules about a whole site that are on, with their options; it is
    empty where that cannot be said. `marks` has for each of them, in their order, a number of 8
    bytes for each key that it shares, and is None for one that does not tell. `shape` is what
    the article does (`Ways`) without places, as bytes; `telling` what it tells of pages without
    a file, each as bytes; `above` is that of `Published`, -1 for what is not published; `node`
    is four bytes that are the same for files with one place among the pages, 0 for one without.
    `bundle` and `places_above` are as in `newslint.site.parts`. `is_silenced`: a comment in it
    silences.
    """

    rules: str
    marks: tuple[Sequence[int] | None, ...]
    shape: bytes
    telling: tuple[bytes, ...]
    above: int
    node: int
    bundle: int
    places_above: tuple[int, ...]
    is_silenced: bool


def about(facts: Facts, settings: Settings, generator: Generator) -> About:
    """What is asked of an article with these facts. Raises what a generator raises."""
    return About(
        _rules(settings),
        tuple([marks(active, facts) for active in settings.site_rules]),
        _shape(facts.ways),
        tuple(map(_told, generator.telling(facts))),
        facts.published.above if facts.published else -1,
        _mark(facts.node.key) or 1 if facts.node else 0,
        bundle(facts),
        places_above(facts),
        bool(facts.silences),
    )


def marks(active: ActiveRule, facts: Facts) -> list[int] | None:
    """The marks of an article for one rule; None where it does not tell."""
    rule = active.rule
    if not isinstance(rule, SiteRule) or rule.shared is None:
        return None
    try:
        return [*map(_mark, rule.shared(facts, active.options))]
    except Exception:  # as if it did not tell: it will raise again
        return None


def _mark(key: SharedKey) -> int:
    """Four bytes for what is shared, and above them four for what must differ, zero where nothing
    must. Where others have the same by chance, one article more is looked at."""
    if isinstance(key, str):
        return crc32(key.encode("utf-8", "surrogatepass"))
    return _form(*key)


@lru_cache(maxsize=8192)
def _form(key: str, form: str) -> int:
    first, second = (crc32(text.encode("utf-8", "surrogatepass")) for text in (key, form))
    return first | (second or 1) << 32


class _Last:
    """The rules of the last settings, which most articles have in common."""

    known: tuple[Settings, str] | None = None


def _rules(settings: Settings) -> str:
    last = _Last.known
    if last is None or last[0] is not settings:
        last = _Last.known = settings, _written(settings)
    return last[1]


def _written(settings: Settings) -> str:
    """A digest of the rules about the site and its habits, with their options, and of what decides
    how it is counted what they find; empty where that cannot be made."""
    every = settings.site_rules, settings.late_rules
    said = [[[one.rule.code, one.options, one.severity] for one in several] for several in every]
    counted = settings.house.habitual, settings.context.role_of
    try:
        text = canonical((said, counted))
    except TypeError:
        return ""
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=12).hexdigest()


_Shape = tuple[
    str,
    bool,
    tuple[Use, ...],
    tuple[tuple[str, str, bool], ...],
    tuple[tuple[str, str, int], ...],
    bool,
    str | None,
]
_decode = msgpack.Decoder(_Shape).decode
_decode_telling = msgpack.Decoder(tuple[str, ...]).decode
_encode = lru_cache(maxsize=4096)(msgpack.Encoder().encode)


def _shape(ways: Ways) -> bytes:
    lacks = tuple((one.role, one.key, one.empty) for one in ways.lacks)
    cuts = tuple((one.role, one.field, one.length) for one in ways.cuts)
    titled = ways.titled and ways.titled.field
    uses = _uses(ways.uses)
    return _encode((ways.section, ways.is_article, uses, lacks, cuts, ways.has_list, titled))


@lru_cache(maxsize=1024)
def _uses(uses: frozenset[Use]) -> tuple[Use, ...]:
    return tuple(sorted(uses))


def _told(telling: Telling) -> bytes:
    return _encode(telling)


def telling_in(told: bytes) -> Telling:
    """What an article tells of pages without a file."""
    return _decode_telling(told)


@lru_cache(maxsize=4096)
def ways_in(shape: bytes) -> Ways:
    """A shape as `Ways`, all at NOWHERE."""
    section, is_article, uses, lacks, cuts, has_list, titled = _decode(shape)
    return Ways(
        section,
        is_article,
        frozenset(uses),
        tuple(Lack(role, key, empty, NOWHERE) for role, key, empty in lacks),
        tuple(Cut(role, field, length, NOWHERE) for role, field, length in cuts),
        has_list,
        Titled(titled, NOWHERE) if titled is not None else None,
    )
