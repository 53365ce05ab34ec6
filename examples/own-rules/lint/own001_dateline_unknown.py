"""dateline-unknown (OWN001): a dateline that is no town of the house.

## What it does

Reports a `dateline` that is none of `towns`; capitals count.

## Why it matters

The map on the front page finds its pins by the name of the town.

## Fix

Where a town differs by capitals alone it is written as the list has it. Unsafe, as all that the
templates print.

## Options

- `towns` (default none): the towns that there are; without any nothing is said.

## Source

The style book of the house.
"""

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    SetScalar,
    shorten,
)


class Options(NamedTuple):
    """`towns` are those that there are."""

    towns: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Look the town up."""
    folded = {town.casefold(): town for town in options.towns}
    for field, town in article.scalars("dateline"):
        if not folded or town.text in options.towns:
            continue
        what = f"{field.key} {shorten(town.text)} is no town of the house"
        meant = folded.get(town.text.casefold())
        if meant is None:
            yield Problem(town.span, what, field.key)
            continue
        advice = f"write {shorten(meant)}"
        fix = Fix(f"Write {meant}", (SetScalar(town, meant),), safe=False, why="it is printed")
        yield Problem(town.span, what, field.key, fix, advice=advice)


_TOWNS = {"towns": ["Port Ellery", "مينا"]}

RULE = Rule(
    code="OWN001",
    name="dateline-unknown",
    severity="warning",
    preset="default",
    fields=("dateline",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="Capitals, and a town that nobody knows",
            front="""\
title: Flood
dateline: 'port ellery' # by wire
""",
            found=(
                (
                    "3:11-3:24",
                    "dateline `port ellery` is no town of the house; write `Port Ellery`",
                ),
            ),
            front_after="""\
title: Flood
dateline: 'Port Ellery' # by wire
""",
            unsafe=True,
            options=_TOWNS,
        ),
        Example(
            note="A town that nobody knows",
            front="""\
dateline: Atlantis
""",
            found=(("2:11-2:19", "dateline `Atlantis` is no town of the house"),),
            options=_TOWNS,
        ),
        Example(
            note="A town of the house",
            front="""\
dateline: مينا
""",
            options=_TOWNS,
        ),
        Example(note="No list of towns", front="dateline: Atlantis\n"),
    ),
)
