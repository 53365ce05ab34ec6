"""Finds the rule files and answers to codes, families and names."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from newslint.data.rules import RULES
from newslint.listed_rule import PACKAGE, listed
from newslint.model.errors import NewslintError
from newslint.model.links import WITHOUT_PAGE
from newslint.rule import Rule, SiteRule
from newslint.text.did_you_mean import did_you_mean

RENAMED = {"FMT017": ("STY001", "STY002", "STY003", "STY004", "STY006")}
"""Codes that went away -> the codes of the rules that do their work now."""

_RENAMED_NAMES = {"layout-style": "FMT017"}


_ADDED: dict[str, Rule] = {}
"""Rules of one's own, by their codes."""


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes: one for each file of `newslint.rules`, then those
    of the user's own."""
    return (*_ours(), *_ADDED.values()) if _ADDED else _ours()


def added() -> frozenset[str]:
    """The codes of the rules of one's own."""
    return frozenset(_ADDED)


def in_preview() -> frozenset[str]:
    """The codes of the rules that only run where that was asked for."""
    return frozenset(rule.code for rule in all_rules() if rule.preview)


def add(rules: Iterable[Rule]) -> frozenset[str]:
    """Add rules of one's own; their codes. Raises NewslintError for a code or name that is taken.

    A site may name what another one has named.
    """
    codes = set()
    for rule in rules:
        taken = (one for one in all_rules() if one.code == rule.code or one.name == rule.name)
        if any(one is not rule for one in taken):
            raise NewslintError(f"the code or name of {rule.code} {rule.name} is taken")
        _ADDED[rule.code] = rule
        codes.add(rule.code)
    WITHOUT_PAGE.update(codes)
    return frozenset(codes)


@functools.cache
def _ours() -> tuple[Rule, ...]:
    return tuple(map(_ours_of, rule_modules()))


def _ours_of(module: str) -> Rule:
    """The rule of a file: as it is listed, or else, for one that is new, as the file has it."""
    if module in RULES:
        return listed(module)
    rule: Rule = import_module(f"{PACKAGE}.{module}").RULE
    return rule


def rule_modules() -> list[str]:
    """Module names of the rule files, sorted: three letters, three digits, the rule's name."""
    names = os.listdir(rules_folder())  # noqa: PTH208  # names are all that is needed
    return sorted(name[:-3] for name in names if name.endswith(".py") and name[3:6].isdigit())


def rules_folder() -> Path:
    """Where the rule files and the presets lie."""
    package = import_module(PACKAGE)
    return Path(package.__path__[0])


def documentation(rule: Rule) -> str:
    """The rule file's docstring."""
    module = _module(rule)
    return (module.__doc__ or "") if module else ""


def file_of(rule: Rule) -> Path | None:
    """The rule's file, where it is known."""
    file = getattr(_module(rule), "__file__", None)
    return Path(file) if file else None


def _module(rule: Rule) -> ModuleType | None:
    rule = rule.whole
    named = rule.across if isinstance(rule, SiteRule) else rule.word or rule.check or rule.late
    return import_module(named.__module__) if named else None


def select(selectors: Iterable[str], where: str) -> frozenset[str]:
    """The codes that selectors (`LNK004`, `LNK`, `link-tracking`, `ALL`) stand for.

    Raises NewslintError when one of them stands for no rule; `where` says who wrote it.
    """
    codes: set[str] = set()
    for selector in selectors:
        found = _matching(selector)
        if not found:
            raise NewslintError(f"{where}: {_unknown(selector)}")
        codes |= found
    return frozenset(codes)


def named(selector: str) -> frozenset[str]:
    """The codes that one selector stands for; none for one that stands for no rule."""
    return frozenset(_matching(selector))


def successors(selector: str) -> tuple[str, ...]:
    """The codes that a code or name that went away stands for; () for any other."""
    return RENAMED.get(_RENAMED_NAMES.get(selector.lower(), selector.upper()), ())


def renamed(selectors: Iterable[str]) -> Iterator[str]:
    """A line for each selector that went away: what to write instead."""
    for selector in dict.fromkeys(selectors):
        if codes := successors(selector):
            yield f"`{selector}` is now {', '.join(codes[:-1])} and {codes[-1]}"


def _matching(selector: str) -> set[str]:
    if selector == "ALL":
        return {rule.code for rule in all_rules()}
    if codes := successors(selector):
        return set(codes)
    own = {rule.code for rule in _ADDED.values() if _is_meant(rule, selector)}
    return own | _of_ours(selector)


@functools.cache
def _of_ours(selector: str) -> frozenset[str]:
    if selector.upper() in _codes():
        return frozenset((selector.upper(),))
    return frozenset(rule.code for rule in _ours() if _is_meant(rule, selector))


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(rule.code for rule in _ours())


def _is_meant(rule: Rule, selector: str) -> bool:
    upper = selector.upper()
    return rule.name == selector.lower() or (len(upper) >= 3 and rule.code.startswith(upper))


def near(selector: str) -> str:
    """`; did you mean ...?` for what names no rule, or nothing when none is near."""
    known = [rule.code for rule in all_rules()] + [rule.name for rule in all_rules()]
    known += sorted({rule.code[:3] for rule in all_rules()})
    return did_you_mean(selector, known)


def _unknown(selector: str) -> str:
    return f"unknown rule `{selector}`{near(selector)}"
