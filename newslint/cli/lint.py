"""What `check` and `fix` do once their options are read: discover, run, report, exit code."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from newslint import registry
from newslint.cli import output
from newslint.cli.progress import progress
from newslint.cli.run_notices import say_found, why_nothing
from newslint.cli.run_outcome import Outcome, finish, format_of
from newslint.cli.standard_input import standard_input
from newslint.cli.together import refuse_meaningless
from newslint.config.options import Options, merged
from newslint.config.project import Project
from newslint.config.settings import CommandLine
from newslint.files.discover import Discovery, discover
from newslint.interrupt import raise_again
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError, WorkerDiedError
from newslint.report import NEED_TEXT
from newslint.run import Job, broken_sites, not_searched, run
from newslint.site.stage import with_site_rules


def lint(typed: Options) -> int:
    """Check or fix what the options name, print the report, return the exit code.

    Raises NewslintError for a run that cannot be done.
    """
    refuse_meaningless(typed)
    project = _project(typed)
    config = project.site(Path.cwd()).config
    options = merged(typed, config)
    if options.output_file is not None:
        output.refuse_article(options.output_file, config.extension)
    if options.paths == ("-",):
        return standard_input(options, project)
    if "-" in options.paths:
        raise NewslintError("`-` (standard input) cannot be mixed with files")
    found = discover(options.paths, project.folder, force_exclude=options.force_exclude)
    if found.missing and not (found.files or found.notices or found.crashed):
        raise NewslintError("; ".join(f"{path} does not exist" for path in found.missing))
    say_found(options, project, found)
    results, died = _run(options, project, found)
    whole = not (died or found.missing or found.notices)
    return finish(Outcome(options, results, why_nothing(options, found), whole=whole))


def _run(
    options: Options, project: Project, found: Discovery
) -> tuple[tuple[FileResult, ...], bool]:
    """The results of all files, and whether a worker died."""
    files = _only_changed(options, found.files)
    keep_text = options.mode == "diff" or format_of(options) in NEED_TEXT
    folders = [Path(path) for path in options.paths if os.path.isdir(path)]  # noqa: PTH112
    whole = bool(folders) and not (options.no_site or options.changed or options.since)
    job = Job(options.mode, options.unsafe_fixes, keep_text, _allowed(options), whole)
    gathered, died = not_searched(found.crashed), False
    registry.all_rules()  # while Ctrl-C may still end all at once
    raise_again()
    try:
        with progress(len(files)) as done:
            again = partial(_project, options)
            for result in run(files, again, job, jobs=options.jobs, done=done):
                gathered.append(result)
    except WorkerDiedError as error:
        output.notice(str(error))
        died = True
    if whole and not died:
        gathered = [*with_site_rules(gathered, project)]
    broken = broken_sites(files, folders, project, job)
    if options.mode == "diff":  # a patch has no place for it
        for one in (one for result in broken for one in result.diagnostics):
            output.notice(f"{one.path}: {one.text}")
    if broken:
        return tuple(sorted((*gathered, *broken), key=lambda one: one.path)), died
    return tuple(gathered), died


def _project(options: Options) -> Project:
    file = options.config
    if file is not None and not file.is_file():
        raise NewslintError(f"--config: {file} does not exist")
    return Project(CommandLine.of(options), config_file=file, isolated=options.isolated)


def _allowed(options: Options) -> frozenset[Path]:
    if options.mode != "fix":
        return frozenset()
    from newslint.files.write import real_roots

    return real_roots(Path(path).absolute() for path in options.paths)


def _only_changed(options: Options, files: tuple[Path, ...]) -> tuple[Path, ...]:
    if not options.changed and options.since is None:
        return files
    from newslint.files.git import changed_files, only_changed

    return only_changed(files, changed_files(Path.cwd(), options.since))
