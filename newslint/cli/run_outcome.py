"""How a run of `check` or `fix` ends: its report, and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from newslint.cli import output
from newslint.cli.again import again
from newslint.config.options import Options
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError
from newslint.model.records import dataclass, replace
from newslint.model.stages import one_line, trace
from newslint.model.tally import NOT_CHECKED, Tally, tally_of
from newslint.report import FOR_CI, FOR_PROGRAMS, FORMATS, diff, from_top, pieces
from newslint.report.run_report import Report, fails
from newslint.report.summary import summary
from newslint.report.unsafe import unsafe_fixes
from newslint.site.entries import Entry

OK, FOUND, NOT_DONE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to, and how it was asked to be told.

    `options` are those of the line and of the config together. `reason` says why nothing was
    checked. With `errors` the report goes to standard error. `whole` is False when something that
    was named could not be done. `entries` are what is said once of many results, `tally` is what
    all of them come to, where that was counted.
    """

    options: Options
    results: Sequence[FileResult]
    reason: str = ""
    errors: bool = False
    whole: bool = True
    entries: tuple[Entry, ...] = ()
    tally: Tally | None = None

    @property
    def totals(self) -> Tally:
        """What the results come to in numbers."""
        return self.tally or tally_of(self.results)


def finish(outcome: Outcome) -> int:
    """Print the report and return the exit code.

    Where making it raises, what can be said without it is printed. Tracebacks of what crashed
    before come first, when they are asked for. Raises NewslintError.
    """
    if outcome.options.verbose:
        for result in outcome.results:
            for diagnostic in result.diagnostics:
                output.notices(diagnostic.traceback)
    if outcome.options.fix_only:
        outcome = _only_fixed(outcome)
    outcome = replace(outcome, tally=outcome.totals)
    try:
        report(outcome)
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException as error:
        _without_report(outcome, error)
        return NOT_DONE
    return _exit_code(outcome)


_TOLD = NOT_CHECKED | {"fix-refused"}
"""What `--fix-only` reports beside what was fixed: that it could not be."""


def _only_fixed(outcome: Outcome) -> Outcome:
    """The outcome without what is left to do."""
    results = (
        one._replace(diagnostics=tuple(d for d in one.diagnostics if d.fixed or d.name in _TOLD))
        for one in outcome.results
    )
    return replace(outcome, results=tuple(results), entries=(), tally=None)


def format_of(options: Options) -> str:
    """The format of the report. Raises NewslintError for one that a config has wrong."""
    wanted = options.output_format
    if wanted and wanted not in FORMATS:
        raise NewslintError(f"`output-format` must be one of {', '.join(FORMATS)}; got `{wanted}`")
    on_terminal = sys.stdout.isatty() and options.output_file is None
    return wanted or ("table" if on_terminal else "concise")


def report(outcome: Outcome) -> None:
    """Print the report; of the mode "diff" the patch."""
    options = outcome.options
    to_file = options.output_file
    made = Report(
        outcome.results,
        options.mode,
        unsafe_fixes=options.unsafe_fixes,
        show_fixes=options.show_fixes,
        statistics=options.statistics,
        width=output.width(),
        color=output.color(_when(options)),
        quiet=options.quiet,
        reason=outcome.reason,
        fail_on=options.fail_on,
        entries=outcome.entries,
        verbose=options.verbose,
        again=again(options),
        changed=_changed(outcome),
        tally=outcome.tally,
        jobs=options.jobs,
    )
    if options.mode == "diff":
        exact = to_file is not None or not sys.stdout.isatty()
        text = diff(outcome.results, made.color, exact)
        _print([text if to_file else output.for_log(text)], to_file, exact=exact)
        if not options.quiet:
            output.notice(summary(made))
    else:
        form = format_of(options)
        seen = from_top(made) if form in FOR_CI else made
        exact, errors = form in FOR_PROGRAMS, outcome.errors
        _print(pieces(form, seen), to_file, exact=exact, errors=errors, styled=made.color)
    if options.verbose:
        for line in unsafe_fixes(made):
            output.notice(line)


def _changed(outcome: Outcome) -> frozenset[str]:
    """What a pull request changes, for the one format that chooses."""
    base = os.environ.get("GITHUB_BASE_REF", "")
    if not base or outcome.options.output_format != "github":
        return frozenset()
    from newslint.files.pull_request import changed_by

    paths = {result.path: Path(result.path) for result in outcome.results}
    changed = changed_by(base, paths.values())
    return frozenset(path for path, file in paths.items() if file in changed)


def _when(options: Options) -> str:
    """What `--color` says; into a file goes none unless it is asked for."""
    return "never" if options.color == "auto" and options.output_file else options.color


def _print(
    text: Iterable[str],
    to_file: Path | None,
    *,
    exact: bool,
    errors: bool = False,
    styled: bool = False,
) -> None:
    if to_file is not None:
        output.save(text, to_file)
        return
    for piece in text:
        output.emit(piece, exact=exact, errors=errors, styled=styled)


def _without_report(outcome: Outcome, error: BaseException) -> None:
    output.notice(f"the stage `report` crashed: {one_line(error)}; report it")
    if outcome.options.verbose:
        output.notices(trace(error))
    from newslint.report import concise

    # not on standard output, and in no file: a program may wait there for its own format
    output.notices(concise.render(Report(outcome.results, outcome.options.mode)))


def _exit_code(outcome: Outcome) -> int:
    """The exit code of every run that comes to its end."""
    options, tally = outcome.options, outcome.totals
    if not outcome.whole or not tally.checked:
        return NOT_DONE
    if options.exit_zero:
        return OK
    changed = tally.changed > 0
    if options.mode == "diff":
        return FOUND if changed else OK
    if options.exit_non_zero_on_fix and changed:
        return FOUND
    return FOUND if any(fails(severity, options.fail_on) for severity in tally.left) else OK
