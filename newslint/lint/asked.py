"""What the count over a site must know of one article: what was asked, and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newslint.config.settings import ActiveRule, Settings
from newslint.lint.check import Finding
from newslint.model.counted import Asked, Counted, Kind
from newslint.rule import TERMS, Problem
from newslint.site_article import Article


def asked(article: Article, settings: Settings, findings: Iterable[Finding]) -> Asked:
    """What was asked of an article, and what was found; `findings` are those, silenced ones too.

    Sets that are equal are one object: the articles of a site have the same few.
    """
    codes = {active.rule.code for active in settings.rules_for(article)}
    if not article.broken:  # a rule about a fault was asked wherever the fault could have been
        codes |= settings.everywhere
    found = (counted(article, one.active, one.problem, settings) for one in findings)
    return place(article.path, settings)._replace(
        codes=settings.same(frozenset(codes)),
        roles=settings.same(roles(article)),
        found=tuple(dict.fromkeys(found)),
    )


def place(path: str, settings: Settings) -> Asked:
    """Where an article lies, by its path below the site's root; of what was asked nothing."""
    house, generator = settings.house, settings.context.generator
    return Asked(
        house.site,
        generator.language(path),
        generator.section(path),
        said_once=house.said_once,
        config=house.config,
    )


def roles(article: Article) -> frozenset[str]:
    """The fields that are there, each by its role, or by its key in lower case."""
    keys = {role_of(article, field.key) for field in article.fields}
    return frozenset(keys.union(article.by_role, (TERMS,) if article.terms() else ()))


def counted(article: Article, active: ActiveRule, problem: Problem, settings: Settings) -> Counted:
    """What the count must know of a problem."""
    role = role_of(article, problem.field)
    severity = active.severity or problem.severity or active.rule.severity
    habit = problem.habit and severity != "error" and active.rule.code in settings.house.habitual
    return _counted(
        active.rule.code,
        role,
        problem.form,
        missing=bool(role) and not _has(article, role),
        habit=habit,
    )


@lru_cache(maxsize=4096)
def _counted(code: str, role: str, form: str, *, missing: bool, habit: bool) -> Counted:
    return Counted(Kind(code, role, form), missing, habit)


def _has(article: Article, role: str) -> bool:
    if role in article.by_role:
        return True
    return any(role_of(article, field.key) == role for field in article.fields)


def role_of(article: Article, key: str) -> str:
    """The role that a key plays, else the key in lower case."""
    lowered = key.lower()
    return article.context.role_of.get(lowered, lowered)
