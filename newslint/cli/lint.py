"""What `check` and `fix` do once their options are read: discover, run, report, exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.among import Around, among, around
from newslint.cli import output
from newslint.cli.accepted import Baselines, say
from newslint.cli.hint import hint
from newslint.cli.kept import looked, unfit
from newslint.cli.kept import watch as watch_store
from newslint.cli.progress import progress
from newslint.cli.run_notices import say_found, why_nothing
from newslint.cli.run_outcome import Outcome, finish, format_of
from newslint.cli.said_once import named_entries
from newslint.cli.standard_input import standard_input
from newslint.cli.together import refuse_meaningless
from newslint.config.command_line import CommandLine
from newslint.config.options import Options, merged
from newslint.config.project import Project
from newslint.files import ask
from newslint.files.discover import Discovery, discover
from newslint.files.paths import names_of
from newslint.interrupt import raise_again
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError
from newslint.model.records import replace
from newslint.report import NEED_TEXT, TELL_REASONS
from newslint.run import Job, broken_sites, not_searched
from newslint.whole import Whole, whole

if TYPE_CHECKING:
    from newslint.site.store import Store

STORE_FROM = 40
"""Fewer files than this are checked as fast as they are looked up."""


def lint(typed: Options) -> int:
    """Check or fix what the options name, print the report, return the exit code.

    Raises NewslintError for a run that cannot be done.
    """
    refuse_meaningless(typed)
    if typed.watch:
        from newslint.cli.watch import watch

        return watch(typed, partial(lint, replace(typed, watch=False)))
    project = project_of(typed)
    config = project.site(Path.cwd()).config
    options = merged(typed, config)
    if options.output_file is not None:
        output.refuse_article(options.output_file, config.extension)
    if options.paths == ("-",):
        return standard_input(options, project)
    found, made = checked(options, project)
    baselines = Baselines(options, project)
    if baselines.are_there(names_of(found.files), options.paths):
        made = made.filtered(baselines.filtered)
    if options.add_ignores is not None:
        made = _silenced(made, options, project, baselines)
    if options.mode != "diff":
        say(baselines, options, whole=_is_site(options) and not options.select)
    is_whole = not (made.died or found.missing or found.notices)
    reason = why_nothing(options, found)
    outcome = Outcome(
        options, made.results, reason, whole=is_whole, entries=made.entries, tally=made.tally
    )
    code = finish(outcome)
    hint(options, project, len(found.files))
    return code


def _silenced(made: Whole, options: Options, project: Project, baselines: Baselines) -> Whole:
    """What is left once every problem has its comment."""
    from newslint.cli.add_ignores import Ignores

    ignores = Ignores(options, project, baselines)
    left = made.filtered(ignores.add)
    ignores.say()
    return left


def checked(options: Options, project: Project) -> tuple[Discovery, Whole]:
    """What the paths stand for, and what became of it. Raises NewslintError."""
    if "-" in options.paths:
        raise NewslintError("`-` (standard input) cannot be mixed with files")
    found = discover(options.paths, project.folder, force_exclude=options.force_exclude)
    if found.missing and not (found.files or found.notices or found.crashed):
        missing = (f"{path or 'the empty path'} does not exist" for path in found.missing)
        raise NewslintError("; ".join(missing))
    say_found(options, project, found)
    return found, _run(options, project, found)


def _is_site(options: Options) -> bool:
    """True where all articles that were found are those of whole sites."""
    folders = any(os.path.isdir(path) for path in options.paths)  # noqa: PTH112
    return folders and not (options.no_site or options.changed or options.since)


def _run(options: Options, project: Project, found: Discovery) -> Whole:
    """The results of all files, and what is said once of them."""
    files = _only_changed(options, found.files)
    keep_text = options.mode == "diff" or format_of(options) in NEED_TEXT
    folders = [Path(path) for path in options.paths if os.path.isdir(path)]  # noqa: PTH112
    site = _is_site(options)
    reasons = options.verbose or format_of(options) in TELL_REASONS
    job = Job(
        options.mode, options.unsafe_fixes, keep_text, _allowed(options), site, reasons=reasons
    )
    near = None if site or options.no_site else around(files, project)
    made = _made(options, project, near if near and near.members else files, job)
    if made.died:
        output.notice(made.died)
    results, tally = made.results, made.tally
    if found.crashed:
        results, tally = (*not_searched(found.crashed), *results), None
    broken = broken_sites(files, folders, project, job)
    if options.mode == "diff":
        _say_broken(broken)
    if broken or found.crashed or found.notices or (near and near.apart):
        unfit()
    if broken:
        results = tuple(sorted((*results, *broken), key=lambda one: one.path))
        tally = None
    entries = named_entries(made.entries, options.paths)
    return replace(made, results=results, entries=entries, tally=tally)


def _say_broken(broken: Sequence[FileResult]) -> None:
    """Say what is wrong with site configs, for which a patch has no place."""
    for one in (one for result in broken for one in result.diagnostics):
        output.notice(f"{one.path}: {one.text}")


def _made(options: Options, project: Project, files: Sequence[Path] | Around, job: Job) -> Whole:
    """What becomes of the files: of a whole site, or of some as parts of it."""
    again, jobs = partial(project_of, options), options.jobs
    every: Sequence[Path] = files.members if isinstance(files, Around) else files
    look = files.look(job) if isinstance(files, Around) else job
    store = _store(options, project, every, look)
    watch_store(store, few=isinstance(files, Around))
    raise_again()
    with progress(len(every)) as done:
        if isinstance(files, Around):
            made = among(files, again, job, jobs=jobs, done=done, store=store)
        else:
            made = whole(every, again, job, jobs=jobs, done=done, store=store)
    _say_trouble(options, store)
    looked(store, options)
    return made


def _store(options: Options, project: Project, files: Sequence[Path], job: Job) -> Store | None:
    """What earlier runs found, where it may be used: what is to be fixed is read again."""
    if options.no_cache or job.mode != "check" or job.keep_text or len(files) < STORE_FROM:
        return None
    from newslint.site.cache_folder import cache_folder
    from newslint.site.store import Store

    return Store(
        cache_folder(options.cache_dir), project, with_facts=job.site, with_reasons=job.reasons
    )


def _say_trouble(options: Options, store: Store | None) -> None:
    if store is not None and store.trouble and not options.quiet:
        output.notice(store.trouble)


def project_of(options: Options) -> Project:
    """Which configs and sites hold, as the options say. Raises NewslintError."""
    file = options.config
    if file is not None and not ask.is_file(file.absolute()):
        raise NewslintError(f"--config: {file} does not exist")
    return Project(CommandLine.of(options), config_file=file, isolated=options.isolated)


def _allowed(options: Options) -> frozenset[Path]:
    if options.mode != "fix":
        return frozenset()
    from newslint.files.write import real_roots

    return real_roots(Path(path).absolute() for path in options.paths)


def _only_changed(options: Options, files: Sequence[Path]) -> Sequence[Path]:
    if not options.changed and options.since is None:
        return files
    from newslint.files.git import changed_files, only_changed

    return only_changed(files, changed_files(Path.cwd(), options.since))
