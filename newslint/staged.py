"""Checks of several articles, stage by stage: all are read, then all are checked, then the facts of
all are taken.

What one stage needs stays in the processor's caches meanwhile: it takes a quarter less time than
one article after the other. An article in which a stage raises is left out here; where it is done
alone (`newslint.run.article`) it is said what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.files.ask import Asked, remembered
from newslint.files.display import absolute, display, normal
from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from newslint.lint.check import Finding, find
from newslint.lint.fix import diagnosed
from newslint.model.clock import During
from newslint.model.diagnostics import FileResult
from newslint.model.records import NamedTuple
from newslint.run import Job, alone, opened, settings_of_day
from newslint.site.facts import facts_of
from newslint.site_article import Article


class Begun(NamedTuple):
    """A file: `take` gives its source, `asked` remembers what is asked for it alone."""

    path: Path
    take: Callable[[Path, Settings], Source]
    asked: Asked


class Done(NamedTuple):
    """The result of a file, and when it is the same."""

    result: FileResult
    site: Site
    during: During


class _Article(NamedTuple):
    """An article that was read, and what holds for it."""

    asked: Asked
    shown: str
    site: Site
    settings: Settings
    source: Source
    article: Article


class _At(NamedTuple):
    """An article with what the last stage made of it, and when all of it is the same."""

    one: _Article
    made: Any
    during: During


MOST = 4_000_000
"""Characters of articles that are held at a time, or one article more."""


def in_stages(files: Iterable[Begun], project: Project, job: Job) -> list[Done | None]:
    """What a check makes of the files, in their order; None where a stage raised."""
    stages = [partial(_found, job), _diagnosed, partial(_done, job)]
    made = []
    for group in _groups(_contained(partial(_read, project), one) for one in files):
        for stage in stages:
            group = [None if at is None else _contained(_staged, stage, at) for at in group]
        made += group
    return [at and Done(at.made, at.one.site, at.during) for at in made]


def _groups(read: Iterable[_At | None]) -> Iterator[list[_At | None]]:
    group: list[_At | None] = []
    size = 0
    for one in read:
        group.append(one)
        size += len(one.one.source.text) if one else 0
        if size >= MOST:
            yield group
            group, size = [], 0
    yield group


def _contained(stage: Callable[..., _At], *words: Any) -> _At | None:
    try:
        return stage(*words)
    except KeyboardInterrupt:
        raise
    except BaseException:  # it will raise again where the file is done alone
        return None


def _read(project: Project, file: Begun) -> _At:
    path, take, asked = file
    where = absolute(path)
    site, settings, below, source = opened(partial(take, path), where, project)
    with remembered(site.asked, asked):
        settings = settings_of_day(site, where, source, below, settings)
        clock = settings.context.clock
        clock.begin()
        article = read_article(source, below, settings)
    one = _Article(asked, display(path), site, settings, source, article)
    return _At(one, None, clock.during)


def _staged(stage: Callable[[_Article, Any], Any], at: _At) -> _At:
    """One more stage of an article."""
    one, made, during = at
    clock = one.settings.context.clock
    with remembered(one.site.asked, one.asked):
        clock.begin(during)
        return _At(one, stage(one, made), clock.during)


def _found(job: Job, one: _Article, _: None) -> tuple[list[Finding], list[Finding]]:
    """What is found, and what comments silence."""
    silenced: list[Finding] = []
    reasons = job.reasons
    found = find(one.article, one.settings, silenced, reasons=reasons, edits=reasons)
    return found, silenced


def _diagnosed(one: _Article, found: tuple[list[Finding], list[Finding]]) -> FileResult:
    made, asked = diagnosed(one.article, one.shown, one.settings, *found)
    return FileResult(one.shown, made, bom=(one.source.bom, one.source.bom), asked=asked)


def _done(job: Job, one: _Article, result: FileResult) -> FileResult:
    if not job.site:
        return alone(result._replace(asked=None))
    facts = facts_of(one.article, one.shown, normal(one.source.path), one.settings.schema)
    return result._replace(facts=facts)
