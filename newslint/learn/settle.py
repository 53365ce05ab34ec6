"""What a run reports all over a site: a matter of the house, which a config settles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from newslint.learn.draft import Draft, Line, Part, settings_in, settings_of
from newslint.learn.vocabulary import RULE
from newslint.model.diagnostics import FileResult
from newslint.model.records import dataclass
from newslint.registry import all_rules
from newslint.site.entries import Entry
from newslint.site.habits import LEAST
from newslint.whole import Whole

NOISE = "TAG006"
"""The rule that says that a tag is none."""

_MANY = 5
"""One article in as many of which a rule says something that is no more than info."""


@dataclass(frozen=True, slots=True)
class Reports:
    """What a run reports: problems, what is said once for many counted as one."""

    problems: int
    errors: int
    warnings: int


def reports(made: Whole) -> Reports:
    """How much a person would read."""
    shown = [one for result in made.results for one in result.diagnostics if not one.said_once]
    levels = [one.severity for one in shown] + [one.severity for one in made.entries]
    return Reports(len(levels), levels.count("error"), levels.count("warning"))


def settle(draft: Draft, made: Whole) -> None:
    """Write down what the house does on purpose, as far as a run with the draft tells.

    A habit is switched off. Of what else is reported of nearly all articles, and of what is info on
    one in five, the line is offered: whether it is meant so is not for us to say.
    """
    _drop_noise(draft, made)
    habits = {rule.code for rule in all_rules() if rule.habit}
    meant: dict[str, str] = {}
    offered: dict[str, str] = {}
    for entry in filter(_may_be_meant, made.entries):
        words = f"{_name(entry.kind.code)}: {entry.share.found:,} of {entry.share.asked:,} articles"
        for key, value in settings_in(entry.settle):
            if key == "ignore":
                (meant if entry.habit else offered).update(dict.fromkeys(value, words))
            else:
                _take(draft, key, value, words, off=not entry.habit)
    for code, number in _noise(made.results):
        words = f"{_name(code)}: info in {number:,} of {len(made.results):,} articles"
        (meant if code in habits else offered).setdefault(code, words)
    _ignore(draft, meant, offered)


def _drop_noise(draft: Draft, made: Whole) -> None:
    """What is noise all over the site is no list of its terms."""
    if any(entry.kind.code == NOISE for entry in made.entries):
        draft.vocabulary.clear()
        draft.top[:] = [line for line in draft.top if line.value != [RULE]]


def _ignore(draft: Draft, meant: Mapping[str, str], offered: Mapping[str, str]) -> None:
    """The line for what is meant so, and one to take in its place for what may be."""
    if meant:
        draft.top.append(_line(meant, ""))
    if offered.keys() - meant.keys():
        draft.top.append(_line({**offered, **meant}, "; if it is meant so")._replace(off=True))


def _line(codes: Mapping[str, str], more: str) -> Line:
    words = "; ".join(codes[code] for code in sorted(codes))
    return Line("ignore", sorted(codes), f"{words}{more}")


def _may_be_meant(entry: Entry) -> bool:
    """False where no line settles it, and for what can be fixed all over the site."""
    return bool(entry.settle) and not any(one.fix for one in entry.examples)


def _take(draft: Draft, key: str, value: Any, words: str, *, off: bool) -> None:
    """Add what an entry says; what it says of a field goes to the others of that field."""
    if key == "overrides":
        draft.parts += [_part(table, words, off=off) for table in value]
    elif key.startswith("fields.") and not off:
        role, _, name = key.removeprefix("fields.").rpartition(".")
        known = {line.key: line.value for line in draft.fields}.pop(role, {})
        kept_fields = [line for line in draft.fields if line.key != role]
        draft.fields = [*kept_fields, Line(role, {**known, name: value}, words)]
    else:
        draft.top.append(Line(key, value, f"{words}; if it is meant so", off=off))


def _part(table: dict[str, Any], words: str, *, off: bool) -> Part:
    lines = (Line(name, one, off=off) for name, one in settings_of(table) if name != "paths")
    return Part(tuple(table["paths"]), words, tuple(lines))


def _name(code: str) -> str:
    name = next((rule.name for rule in all_rules() if rule.code == code), "")
    return f"{code} {name}".strip()


def _noise(results: Sequence[FileResult]) -> list[tuple[str, int]]:
    """The rules that say something in one article in five, and nothing worse than info."""
    files: Counter[str] = Counter()
    worse = {rule.code for rule in all_rules() if rule.always}
    for result in results:
        shown = [one for one in result.diagnostics if not one.said_once]
        worse.update(one.code for one in shown if one.severity != "info")
        files.update({one.code for one in shown})
    least = max(LEAST, len(results) / _MANY)
    return sorted((c, n) for c, n in files.items() if n >= least and c not in worse)
