"""What a clock says of a moment, and how long it stays true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model.clock import Clock, During

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("moment", "reached", "passed"),
    [
        (NOON - TICK, True, True),
        (NOON, True, False),
        (NOON + TICK, False, False),
        (datetime.max.replace(tzinfo=UTC), False, False),
        (datetime.min.replace(tzinfo=UTC), True, True),
    ],
)
def test_what_has_come(moment: datetime, reached: bool, passed: bool) -> None:
    assert (Clock(NOON).reached(moment), Clock(NOON).passed(moment)) == (reached, passed)


@pytest.mark.parametrize(
    ("moment", "hours", "ahead"),
    [
        (NOON + timedelta(hours=2), 2, False),
        (NOON + timedelta(hours=2) + TICK, 2, True),
        (NOON + TICK, 0, True),
        (NOON, 0, False),
        (datetime.min.replace(tzinfo=UTC), 2, False),
        (datetime.max.replace(tzinfo=UTC), 10**30, False),
    ],
)
def test_what_lies_ahead(moment: datetime, hours: int, ahead: bool) -> None:
    assert Clock(NOON).is_ahead(moment, hours) == ahead


@pytest.mark.parametrize(
    ("day", "past"),
    [
        ("2026-01-28", True),
        ("2026-01-29", False),
        ("2026-02-30", False),
        ("2020-W01-1", False),
        ("20200101", False),
        ("2020-01-0१", False),
        ("9999-12-31", False),
        ("", False),
    ],
)
def test_what_is_long_past(day: str, past: bool) -> None:
    assert Clock(NOON).long_past(day) == past


moments = st.datetimes(min_value=datetime(2025, 12, 1), max_value=datetime(2026, 4, 1)).map(
    lambda one: one.replace(tzinfo=UTC)
)
questions = st.lists(
    st.one_of(
        st.tuples(st.just("reached"), st.tuples(moments)),
        st.tuples(st.just("passed"), st.tuples(moments)),
        st.tuples(st.just("is_ahead"), st.tuples(moments, st.integers(-50, 50))),
        st.tuples(st.just("long_past"), st.tuples(st.dates().map(str))),
    ),
    max_size=8,
)


def _answers(clock: Clock, asked: list[tuple[str, tuple[object, ...]]]) -> list[bool]:
    return [getattr(clock, name)(*words) for name, words in asked]


@given(questions, moments)
def test_while_it_covers_a_moment_the_answers_are_the_same(
    asked: list[tuple[str, tuple[object, ...]]], other: datetime
) -> None:
    clock = Clock(NOON)
    answers = _answers(clock, asked)
    assert clock.during.covers(NOON)
    for moment in (other, clock.during.since, clock.during.until):
        if moment is not None and clock.during.covers(moment):
            assert _answers(Clock(moment), asked) == answers
        elif moment is not None:
            assert _answers(Clock(moment), asked) != answers


def test_it_begins_anew() -> None:
    clock = Clock(NOON)
    clock.reached(NOON)
    clock.begin()
    assert clock.during == During()
