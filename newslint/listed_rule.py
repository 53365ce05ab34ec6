"""A rule of which no more is known than `newslint/data/rules.py` lists.

Its file is imported when more is asked of it: most runs call few of the rules.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from newslint import prefilters
from newslint.data.rules import RULES
from newslint.interrupt import held_back
from newslint.model import faults
from newslint.model.records import fields
from newslint.rule import NoOptions, Rule, SiteRule

PACKAGE = "newslint.rules"

FUNCTIONS = ("check", "word", "late", "across", "shared", "suspects", "concerns")
"""The parts of a rule of which the list says only that the rule has them."""

ASKED = ("examples", "precision", "sites")
"""The parts of which it says nothing; of the options it says the names."""


_OTHERWISE = {one.name: one.default for one in fields(Rule) if one.name not in (*ASKED, "options")}
"""What a rule has of which the list does not say more."""


def listed(module: str) -> Rule:
    """The rule of a file, which is called `module`, by what the list says of it."""
    parts = dict(RULES[module])
    functions, names = parts.pop("functions"), parts.pop("options")
    parts["faults"] = tuple(getattr(faults, name) for name in parts.get("faults", ()))
    kind: type[Rule] = _ListedSiteRule if "across" in functions else _ListedRule
    rule = kind.__new__(kind)
    parts |= {part: _Later(rule, part) for part in functions}
    for part, value in (_OTHERWISE | parts).items():
        object.__setattr__(rule, part, value)
    if not names:
        object.__setattr__(rule, "options", NoOptions)
    return rule


def _module(rule: Rule) -> str:
    """The name of its file."""
    return f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


class _Later:
    """A function of a rule, until it is called."""

    def __init__(self, rule: Rule, part: str) -> None:
        self.rule, self.part = rule, part

    def __call__(self, *given: Any) -> Any:
        return getattr(self.rule.whole, self.part)(*given)


@cache
def _prefilters(code: str) -> tuple[dict[str, Any], Any]:
    """What `newslint.prefilters` has of a rule: it has some of each that is listed with some."""
    made: tuple[dict[str, Any], Any] = getattr(prefilters, code.lower())()
    return made


class _Listed:
    """What makes a rule of its class whole, when a part is asked for that is not listed."""

    __slots__ = ()

    @property
    def whole(self: Any) -> Any:
        """The same rule, which has all parts now."""
        with held_back():
            rule = import_module(f"{PACKAGE}.{_module(self)}").RULE
        for one in fields(rule):
            object.__setattr__(self, one.name, getattr(rule, one.name))
        object.__setattr__(self, "__class__", type(rule))
        return self

    def prefilter(self: Any, part: str) -> tuple[Any, Any] | None:
        """As `Rule.prefilter`."""
        functions, options = _prefilters(self.code)
        return functions[part], options

    @property
    def option_names(self: Any) -> tuple[str, ...]:
        """As `Rule.option_names`, of the list."""
        names: tuple[str, ...] = RULES[_module(self)]["options"]
        return names

    def __getattr__(self: Any, part: str) -> Any:
        if all(one.name != part for one in fields(self)):
            raise AttributeError(part)
        return getattr(self.whole, part)


class _ListedRule(_Listed, Rule):
    __slots__ = ()


class _ListedSiteRule(_Listed, SiteRule):
    __slots__ = ()
