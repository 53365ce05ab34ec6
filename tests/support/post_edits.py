"""Articles as people write them, and any change of their values and of their content."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

TEXTS = st.one_of(
    st.text(st.sampled_from("ab é日😀\"'\\#=[]{},.:-|>&*!%@`~?\t\n\u2028\x85\x7f0"), max_size=12),
    st.sampled_from(
        ["yes", "null", "1e3", "2024-01-01", "- x", "a: b", "# c", "---", "+++", "<<", "~", "0x1"]
    ),
)  # fmt: skip
NAMES = st.one_of(
    st.sampled_from(["title", "tags", "draft", "new", "a b", "yes", "2024", "content", "é:", "#k"]),
    st.text(st.sampled_from("abcdefgh_-"), min_size=1, max_size=5),
)
_ZONES = st.sampled_from(
    [None, UTC, timezone(timedelta(hours=-5)), timezone(timedelta(minutes=330))]
)
MOMENTS = st.builds(
    lambda moment, zone: moment.replace(tzinfo=zone),
    st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(
        lambda m: m.replace(microsecond=0)
    ),
    _ZONES,
)
PLAIN = st.one_of(
    TEXTS,
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    MOMENTS,
)


def values(form: str) -> st.SearchStrategy[Any]:
    """Values that front matter of a format can hold; JSON has no dates, TOML no null."""
    single = {
        "yaml": st.one_of(PLAIN, st.none()),
        "toml": PLAIN,
        "json": st.one_of(TEXTS, st.integers(-(10**12), 10**12), st.booleans(), st.none()),
    }[form]
    return st.recursive(
        single,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)
        ),
        max_leaves=5,
    )


def edited(draw: st.DrawFn, metadata: dict[str, Any], form: str) -> dict[str, Any]:
    """The metadata with some changes: values, keys and items that come, go and change."""
    made = copy.deepcopy(metadata)
    for _ in range(draw(st.integers(1, 4))):
        inside: Any = made
        while True:
            nested = _nested(inside)
            if not nested or draw(st.booleans()):
                break
            inside = draw(st.sampled_from(nested))
        _change(draw, inside, form)
    return made


def _nested(inside: Any) -> list[Any]:
    items = inside.values() if isinstance(inside, dict) else inside
    return [item for item in items if isinstance(item, dict | list)]


def _change(draw: st.DrawFn, inside: Any, form: str) -> None:
    """One change of a mapping or of a list."""
    value = draw(values(form))
    places = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    kind = draw(st.integers(0, 4))
    if not places or kind == 0:
        if isinstance(inside, dict):
            inside[draw(NAMES)] = value
        else:
            inside.insert(draw(st.integers(0, len(inside))), value)
    elif kind == 1:
        del inside[draw(st.sampled_from(places))]
    elif kind == 2 and isinstance(inside, dict):
        inside[draw(NAMES)] = inside.pop(draw(st.sampled_from(places)))
    else:
        inside[draw(st.sampled_from(places))] = value
