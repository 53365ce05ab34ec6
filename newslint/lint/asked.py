"""What the count over a site must know of one article: what was asked, and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newslint.config.settings import ActiveRule, Settings
from newslint.lint.check import Finding
from newslint.model.counted import Asked, Counted, Kind
from newslint.rule import Problem
from newslint.site_article import Article


def asked(article: Article, settings: Settings, found: Iterable[Counted]) -> Asked:
    """What was asked of an article, and what was `found`, silenced findings too.

    Sets that are equal are one object: the articles of a site have the same few.
    """
    house, generator = settings.house, settings.context.generator
    codes, roles = settings.asked_of(article)
    return Asked(
        house.site,
        generator.language(article.path),
        generator.section(article.path),
        codes,
        roles,
        tuple(dict.fromkeys(found)),
        said_once=house.said_once,
        config=house.config,
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


def all_counted(article: Article, findings: Iterable[Finding], settings: Settings) -> list[Counted]:
    """What the count must know of each finding, in their order."""
    return [counted(article, one.active, one.problem, settings) for one in findings]


def counted(article: Article, active: ActiveRule, problem: Problem, settings: Settings) -> Counted:
    """What the count must know of a problem."""
    key, code = problem.field.lower(), active.rule.code
    role = article.context.role_of.get(key, key)
    habit = problem.habit and code in settings.house.habitual
    if habit:
        habit = (active.severity or problem.severity or active.rule.severity) != "error"
    missing = role != "" and role not in article.by_role and not _has(article, role)
    kind = (code, role, problem.form, problem.beside, problem.without)
    return (_habit if habit else _counted)(kind, missing)


@lru_cache(maxsize=4096)
def _counted(kind: tuple[str, ...], missing: bool) -> Counted:
    return Counted(Kind(*kind), missing)


@lru_cache(maxsize=4096)
def _habit(kind: tuple[str, ...], missing: bool) -> Counted:
    return Counted(Kind(*kind), missing, habit=True)


def _has(article: Article, role: str) -> bool:
    return any(field.role == role for field in article.fields)
