"""A closed list of terms, where a site nearly has one: offered, as it makes a new term a report."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.learn.draft import Line
from newslint.learn.tally import MOST_VALUES, Count, Tally
from newslint.report.summary import plural

RULE = "TAG007"

FEWEST, MOST = 5, 200
"""Terms that make a vocabulary worth while, and that a config may hold."""

_ROLES = ("tags", "categories")
"""What the rule runs for."""

_SPELLINGS = re.compile(r"[\s_-]+")
_USES = 10
_ONCE = 0.1


def vocabulary_lines(count: Count, roles: Mapping[str, str]) -> tuple[list[Line], list[Line]]:
    """What switches the rule on, and what its table says; empty where the terms are not few.

    `roles` are those that were learned (role -> key).
    """
    role_of = {key: role for role, key in roles.items()}
    fitting = [
        (tally.values, role, tally)
        for name, tally in count.keys.items()
        if (role := role_of.get(name, tally.role)) in _ROLES and _is_closed(tally)
    ]
    if not fitting:
        return [], []
    _, role, tally = max(fitting, key=lambda one: one[:2])
    terms, aliases = _terms(tally)
    once = tally.distinct - len(terms) - len(aliases)
    more = f", {once:,} more used once" if once else ""
    words = f"{plural(len(terms), 'term')} in {plural(tally.values, 'place')}{more}"
    lines = [] if role == "tags" else [Line("fields", [role], off=True)]
    lines.append(Line("vocabulary.terms", terms, off=True))
    if aliases:
        lines.append(Line("vocabulary.aliases", aliases, off=True))
    about = f"with [rules.{RULE}] below, where no other term shall come: {words}"
    return [Line("extend-select", [RULE], about, off=True)], lines


def _terms(tally: Tally) -> tuple[list[str], dict[str, str]]:
    """The terms that come again, and for other spellings of one that which is used most."""
    terms: dict[str, str] = {}
    aliases = {}
    for term, uses in sorted(tally.texts.items(), key=lambda pair: (-pair[1], pair[0])):
        key = _SPELLINGS.sub("", term.casefold())
        if key in terms:
            aliases[term] = terms[key]
        elif uses > 1:
            terms[key] = term
    return sorted(terms.values()), dict(sorted(aliases.items()))


def _is_closed(tally: Tally) -> bool:
    """Lists of few terms, nearly all of which come again and again."""
    if tally.type != "list" or not FEWEST <= tally.distinct <= min(MOST, MOST_VALUES):
        return False
    terms, aliases = _terms(tally)
    once = tally.distinct - len(terms) - len(aliases)
    plain = all(term and term.isprintable() for term in tally.texts)
    return (
        plain and tally.values >= _USES * tally.distinct and once <= max(1, _ONCE * tally.distinct)
    )
