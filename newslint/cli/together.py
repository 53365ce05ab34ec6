"""Options that have no meaning together: none is ignored in silence."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.config.options import Options
from newslint.model.errors import NewslintError
from newslint.report import COUNTED


def refuse_meaningless(given: Options) -> None:
    """Raises NewslintError, one line, for options of which one would have no effect.

    Only what was typed counts: a config holds for many command lines.
    """
    for reason in _meaningless(given):
        raise NewslintError(reason)


def _meaningless(given: Options) -> Iterator[str]:
    if given.quiet and given.verbose:
        yield "--quiet and --verbose cannot be used together"
    if given.isolated and given.config is not None:
        yield "--isolated reads no config file: it cannot be used with --config"
    if given.exit_zero and given.exit_non_zero_on_fix:
        yield "--exit-zero and --exit-non-zero-on-fix cannot be used together"
    if given.statistics and given.output_format and given.output_format not in COUNTED:
        yield f"--statistics has no form in --output-format {given.output_format}"
    yield from _with_baseline(given)
    if given.mode == "diff":
        yield from _with_diff(given)
    yield from _with_standard_input(given)


def _with_baseline(given: Options) -> Iterator[str]:
    if given.no_baseline and given.baseline is not None:
        yield "--no-baseline and --baseline cannot be used together"
    if given.add_ignores is not None and (given.mode != "check" or given.paths == ("-",)):
        yield "--add-ignores writes comments: it cannot be used with --fix, --diff or `-`"
    if given.add_ignores is not None and given.watch:
        yield "--add-ignores writes comments once: it cannot be used with --watch"
    if given.add_ignores is not None and given.no_baseline:
        yield "--add-ignores needs the baseline: it cannot be used with --no-baseline"


def _with_diff(given: Options) -> Iterator[str]:
    typed = {
        "--output-format": given.output_format,
        "--statistics": given.statistics,
        "--show-fixes": given.show_fixes,
        "--fail-on": "fail_on" in given.typed,
        "--fix-only": given.fix_only,
        "--force": given.force,
        "--watch": given.watch,
    }
    for option, value in typed.items():
        if value:
            yield f"{option} cannot be used with --diff: a patch, and exit 1 if there is one"


def _with_standard_input(given: Options) -> Iterator[str]:
    if "-" not in given.paths:
        if given.stdin_filename is not None:
            yield "--stdin-filename names standard input: it needs the path `-`"
        return
    for option, value in {"--changed": given.changed, "--since": given.since}.items():
        if value:
            yield f"{option} asks git for files: it cannot be used with `-` (standard input)"
    if given.show_files:
        yield "--show-files lists files: it cannot be used with `-` (standard input)"
    if given.watch:
        yield "--watch looks at files: it cannot be used with `-` (standard input)"
    if given.jobs is not None:
        yield "--jobs cannot be used with `-` (standard input), which is one text"
