"""What `check` and `fix` do once their options are read: discover, run, report, exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from newslint import registry
from newslint.cli import output
from newslint.cli.arguments import Options
from newslint.cli.progress import progress
from newslint.cli.together import refuse_meaningless
from newslint.config.load import Config, selectors
from newslint.config.project import Project
from newslint.files.discover import Discovery, discover
from newslint.files.names import IN_WORDS, suffix
from newslint.files.read import decode, encode
from newslint.interrupt import raise_again
from newslint.model.diagnostics import FileResult, Mode
from newslint.model.errors import NewslintError
from newslint.model.stages import one_line, trace
from newslint.report import (
    FOR_CI,
    FOR_PROGRAMS,
    FORMATS,
    NEED_TEXT,
    NOT_CHECKED,
    Report,
    diff,
    fails,
    from_top,
    render,
)
from newslint.report.summary import printable, summary
from newslint.report.unsafe import unsafe_fixes
from newslint.run import Job, WorkerDiedError, article, broken_sites, display, not_searched, run

OK, FOUND, NOT_DONE = 0, 1, 2


def lint(given: Options) -> int:
    """Check or mend what the options name, print the report, return the exit code.

    Raises NewslintError for a run that cannot be done.
    """
    refuse_meaningless(given)
    mode = given.mode
    project = _project(given)
    config = project.site(Path.cwd()).config
    unsafe = given.unsafe_fixes or config.unsafe_fixes
    if given.output_file is not None:
        output.refuse_article(given.output_file, config.extension)
    if given.paths == ("-",):
        return _standard_input(given, mode, project, config, unsafe=unsafe)
    if "-" in given.paths:
        raise NewslintError("`-` (standard input) cannot be mixed with files")
    found = discover(given.paths, project.folder, force_exclude=given.force_exclude)
    if found.missing and not (found.files or found.notices or found.crashed):
        raise NewslintError("; ".join(f"{path} does not exist" for path in found.missing))
    _say(given, project, found)
    files = _only_changed(given, found.files)
    form = _format(given, config)
    job = Job(mode, unsafe, mode == "diff" or form in NEED_TEXT, _allowed(given, mode))
    gathered, died = not_searched(found.crashed), False
    registry.all_rules()  # while Ctrl-C may still end all at once
    raise_again()
    try:
        with progress(len(files)) as done:
            jobs = given.jobs or config.jobs
            for result in run(files, partial(_project, given), job, jobs=jobs, done=done):
                gathered.append(result)
    except WorkerDiedError as error:
        output.notice(str(error))
        died = True
    folders = [Path(path) for path in given.paths if os.path.isdir(path)]  # noqa: PTH112
    broken = broken_sites(files, folders, project, job)
    if mode == "diff":  # a patch has no place for it
        for one in (one for result in broken for one in result.diagnostics):
            output.notice(f"{one.path}: {one.message}")
    results = _with_broken_sites(tuple(gathered), broken)
    why = _why_nothing(given, found)
    printed = _contained(
        given, results, lambda: _report(given, config, mode, form, results, why, unsafe=unsafe)
    )
    whole = printed and not (died or found.missing or found.notices)
    return _exit_code(given, config, results, whole=whole)


def _with_broken_sites(
    results: tuple[FileResult, ...], broken: tuple[FileResult, ...]
) -> tuple[FileResult, ...]:
    return tuple(sorted((*results, *broken), key=lambda one: one.path)) if broken else results


def _project(given: Options) -> Project:
    config_file = given.config_file
    if config_file is not None and not config_file.is_file():
        raise NewslintError(f"--config: {config_file} does not exist")
    return Project(given.command, config_file=config_file, isolated=given.isolated)


def _allowed(given: Options, mode: Mode) -> frozenset[Path]:
    if mode != "fix":
        return frozenset()
    from newslint.files.write import real_roots

    return real_roots(Path(path).absolute() for path in given.paths)


def _only_changed(given: Options, files: tuple[Path, ...]) -> tuple[Path, ...]:
    if not given.changed and given.since is None:
        return files
    from newslint.files.git import changed_files, only_changed

    return only_changed(files, changed_files(Path.cwd(), given.since))


def _standard_input(
    given: Options, mode: Mode, project: Project, config: Config, *, unsafe: bool
) -> int:
    """`check -` reports; `fix -` prints the mended text and reports on standard error."""
    name = given.stdin_filename or "stdin.md"
    path = Path(name).absolute()
    form = _format(given, config)
    raise_again()
    data = sys.stdin.buffer.read()
    if suffix(name) not in project.site(path.parent).suffixes:
        if mode == "fix":
            output.emit_bytes(data)
        reason = f"{printable(name)} is not an article"
        _report(given, config, mode, form, (), reason, unsafe=unsafe, errors=mode == "fix")
        return OK
    job = Job("diff" if mode == "fix" else mode, unsafe, keep_text=True)
    shown = given.stdin_filename or "-"
    result = article(lambda s: decode(data, path, s.limits, s.encoding), path, shown, project, job)
    if mode == "fix":  # what cannot be read or mended goes through as it came
        mended = encode(result.after or "", result.bom[1]) if result.changed else data
        output.emit_bytes(mended)
    for line in _renamed(given, project):
        output.notice(line)
    errors = mode == "fix"
    results = (result, *broken_sites([path], (), project, job))
    printed = _contained(
        given,
        results,
        lambda: _report(given, config, mode, form, results, "", unsafe=unsafe, errors=errors),
    )
    return _exit_code(given, config, results, whole=printed)


def _contained(given: Options, results: tuple[FileResult, ...], report: Callable[[], None]) -> bool:
    """Print the report; where making it raises, print what can be said without it, and say False.

    Tracebacks of what crashed before come first, when they are asked for.
    """
    if given.verbose:
        for result in results:
            for diagnostic in result.diagnostics:
                output.notices(diagnostic.traceback)
    try:
        report()
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException as error:
        output.notice(f"the stage `report` crashed: {one_line(error)}; report it")
        if given.verbose:
            output.notices(trace(error))
        from newslint.report import concise

        # not on standard output, and in no file: a program may wait there for its own format
        output.notices(concise.render(Report(results, given.mode)))
        return False
    return True


def _format(given: Options, config: Config) -> str:
    wanted = given.output_format or config.output_format
    if wanted and wanted not in FORMATS:
        raise NewslintError(f"`output-format`: `{wanted}` is none of {', '.join(FORMATS)}")
    on_terminal = sys.stdout.isatty() and given.output_file is None
    return wanted or ("table" if on_terminal else "concise")


def _report(
    given: Options,
    config: Config,
    mode: Mode,
    form: str,
    results: tuple[FileResult, ...],
    reason: str,
    *,
    unsafe: bool,
    errors: bool = False,
) -> None:
    """Print the report, on standard error with `errors`; of the mode "diff" the patch."""
    to_file = given.output_file is not None
    report = Report(
        results,
        mode,
        unsafe_fixes=unsafe,
        show_fixes=given.show_fixes or config.show_fixes,
        statistics=given.statistics or config.statistics,
        width=output.width(),
        color=output.color() and not to_file,
        quiet=given.quiet,
        reason=reason,
        fail_on=_fail_on(given, config),
    )
    if mode == "diff":
        exact = to_file or not sys.stdout.isatty()
        _print(given, diff(results, report.color, exact), exact=exact)
        if not given.quiet:
            output.notice(summary(report))
    else:
        seen = from_top(report) if form in FOR_CI else report
        _print(given, render(form, seen), exact=form in FOR_PROGRAMS, errors=errors)
    if given.verbose:
        for line in unsafe_fixes(report):
            output.notice(line)


def _print(given: Options, made: str, *, exact: bool, errors: bool = False) -> None:
    if given.output_file is not None:
        output.save(made, given.output_file)
    else:
        output.emit(made, exact=exact, errors=errors)


def _exit_code(
    given: Options, config: Config, results: tuple[FileResult, ...], *, whole: bool = True
) -> int:
    """The exit code of every run that comes to its end; not `whole`: a path could not be done."""
    left = [d for result in results for d in result.diagnostics if not d.fixed]
    if not whole or any(diagnostic.name in NOT_CHECKED for diagnostic in left):
        return NOT_DONE
    if given.exit_zero:
        return OK
    changed = any(result.changed for result in results)
    if given.mode == "diff":
        return FOUND if changed else OK
    if given.exit_non_zero_on_fix and changed:
        return FOUND
    least = _fail_on(given, config)
    return FOUND if any(fails(diagnostic, least) for diagnostic in left) else OK


def _fail_on(given: Options, config: Config) -> str:
    return given.fail_on or config.fail_on


def _why_nothing(given: Options, found: Discovery) -> str:
    if found.files and (given.changed or given.since):
        return "git says that none of the files differ"
    if found.reasons:
        return f"{found.reasons} passed over"
    return "no article was found below the paths given"


def _say(given: Options, project: Project, found: Discovery) -> None:
    for line in (*found.notices, *(f"{path} does not exist" for path in found.missing)):
        output.notice(line)
    for line in _renamed(given, project):
        output.notice(line)
    if found.not_articles and not given.quiet:
        output.notice(_skipped(found.not_articles))
    if given.verbose:
        for line in _verbose(project, found):
            output.notice(line)


def _renamed(given: Options, project: Project) -> Iterator[str]:
    """A line for each rule that the options or the config files call by a code that went away."""
    command = given.command
    options = (*command.select, *command.extend_select, *command.ignore)
    return registry.renamed((*options, *selectors(project.configs())))


def _skipped(names: tuple[str, ...]) -> str:
    """One line for all the files that were named and are not articles."""
    count, most = len(names), 3
    shown = ", ".join(printable(display(Path(name))) for name in names[:most])
    more = f" and {count - most:,} more" if count > most else ""
    what = (
        "1 file skipped, not an article" if count == 1 else f"{count:,} files skipped, not articles"
    )
    return f"{what}: {shown}{more}; names of articles end in {IN_WORDS}, or as `extension` says"


def _verbose(project: Project, found: Discovery) -> Iterator[str]:
    site = project.site(Path.cwd())
    yield f"config: {site.config_file or 'none'}; target: {site.generator.name}"
    yield f"{len(found.files)} files; passed over: {found.reasons or 'nothing'}"
