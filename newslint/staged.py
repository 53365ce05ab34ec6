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
from typing import TypeVar

from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.files.ask import Asked, remembered
from newslint.files.display import absolute, display, normal
from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.model import counted
from newslint.model.clock import During
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.records import NamedTuple
from newslint.run import Job, alone, opened, settings_of_day
from newslint.site.facts import facts_of
from newslint.site_article import Article

_Before = TypeVar("_Before")
_After = TypeVar("_After")


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


class _Read(NamedTuple):
    asked: Asked
    shown: str
    site: Site
    settings: Settings
    source: Source
    article: Article
    during: During


class _Checked(NamedTuple):
    read: _Read
    diagnostics: tuple[Diagnostic, ...]
    counted: counted.Asked
    during: During


MOST = 4_000_000
"""Characters of articles that are held at a time, or one article more."""


def in_stages(files: Iterable[Begun], project: Project, job: Job) -> list[Done | None]:
    """What a check makes of the files, in their order; None where a stage raised."""
    made = []
    for read in _groups(_contained(partial(_read, project), one) for one in files):
        checked = _each(partial(_checked, job), read)
        made += _each(partial(_done, job), checked)
    return made


def _groups(read: Iterable[_Read | None]) -> Iterator[list[_Read | None]]:
    group: list[_Read | None] = []
    size = 0
    for one in read:
        group.append(one)
        size += len(one.source.text) if one else 0
        if size >= MOST:
            yield group
            group, size = [], 0
    yield group


def _each(
    stage: Callable[[_Before], _After], values: Iterable[_Before | None]
) -> list[_After | None]:
    return [None if one is None else _contained(stage, one) for one in values]


def _contained(stage: Callable[[_Before], _After], one: _Before) -> _After | None:
    try:
        return stage(one)
    except KeyboardInterrupt:
        raise
    except BaseException:  # it will raise again where the file is done alone
        return None


def _read(project: Project, file: Begun) -> _Read:
    path, take, asked = file
    site, settings, below, source = opened(partial(take, path), absolute(path), project)
    with remembered(site.asked, asked):
        settings = settings_of_day(site, absolute(path), source, below, settings)
        clock = settings.context.clock
        clock.begin()
        article = read_article(source, below, settings)
        return _Read(asked, display(path), site, settings, source, article, clock.during)


def _checked(job: Job, read: _Read) -> _Checked:
    settings, clock = read.settings, read.settings.context.clock
    with remembered(read.site.asked, read.asked):
        clock.begin(read.during)
        found, asked = engine.checked(read.article, read.shown, settings, reasons=job.reasons)
        return _Checked(read, found, asked, clock.during)


def _done(job: Job, checked: _Checked) -> Done:
    read, found, asked, during = checked
    bom = (read.source.bom, read.source.bom)
    result = FileResult(read.shown, found, bom=bom)
    if not job.site:
        return Done(alone(result), read.site, during)
    schema, clock = read.settings.schema, read.settings.context.clock
    with remembered(read.site.asked, read.asked):
        clock.begin(during)
        facts = facts_of(read.article, read.shown, normal(read.source.path), schema)
    return Done(result._replace(facts=facts, asked=asked), read.site, clock.during)
