"""`newslint check`: report, write nothing (unless `--fix`)."""

from __future__ import annotations

from typing import Annotated

import typer

from newslint.cli import options as o
from newslint.cli.arguments import Options
from newslint.cli.lint import lint
from newslint.config.settings import CommandLine


def command(
    paths: o.Paths = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend, as `newslint fix`.")] = False,
    diff: o.Diff = False,
    unsafe_fixes: o.UnsafeFixes = False,
    preset: o.PresetName = None,
    select: o.Select = None,
    extend_select: o.ExtendSelect = None,
    ignore: o.Ignore = None,
    target: o.Target = None,
    config: o.ConfigFile = None,
    isolated: o.Isolated = False,
    changed: o.Changed = False,
    since: o.Since = None,
    force_exclude: o.ForceExclude = False,
    stdin_filename: o.StdinFilename = None,
    from_encoding: o.FromEncoding = None,
    now: o.Now = None,
    jobs: o.Jobs = None,
    output_format: o.OutputFormat = None,
    output_file: o.OutputFile = None,
    fail_on: o.FailOnOption = None,
    exit_zero: o.ExitZero = False,
    exit_non_zero_on_fix: o.ExitNonZeroOnFix = False,
    statistics: o.Statistics = False,
    show_fixes: o.ShowFixes = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
) -> int:
    """Report what is wrong in the front matter of articles; write nothing."""
    given = Options(
        mode="diff" if diff else "fix" if fix else "check",
        paths=tuple(paths or (".",)),
        command=CommandLine(
            preset=preset and str(preset),
            target=target and str(target),
            select=o.selectors(select),
            extend_select=o.selectors(extend_select),
            ignore=o.selectors(ignore),
            now=o.moment(now),
            from_encoding=o.encoding(from_encoding),
        ),
        config_file=config,
        isolated=isolated,
        output_format=output_format and str(output_format.value),
        output_file=output_file,
        fail_on=fail_on and str(fail_on),
        exit_zero=exit_zero,
        exit_non_zero_on_fix=exit_non_zero_on_fix,
        statistics=statistics,
        show_fixes=show_fixes,
        jobs=jobs,
        quiet=quiet,
        verbose=verbose,
        changed=changed,
        since=since,
        force_exclude=force_exclude,
        stdin_filename=stdin_filename,
        unsafe_fixes=unsafe_fixes,
    )
    return lint(given)
