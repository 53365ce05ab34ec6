"""`check -` and `fix -`: one article, from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from newslint.cli import output
from newslint.cli.accepted import Baselines
from newslint.cli.run_notices import not_checked, renamed
from newslint.cli.run_outcome import OK, Outcome, finish, format_of, report
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.files.names import suffix
from newslint.files.read import decode, encode
from newslint.interrupt import raise_again
from newslint.model.errors import NewslintError
from newslint.report.summary import printable
from newslint.run import Job, article, broken_sites


def _all(most: int) -> bytes:
    """What standard input has. Raises NewslintError for more than `most` bytes: it may be endless,
    and a part of a text is not to be printed as the whole."""
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise NewslintError(f"standard input has more than {most:,} bytes, the limit (`max-bytes`)")
    return data


def standard_input(options: Options, project: Project) -> int:
    """`check -` reports; `fix -` prints the fixed text and reports on standard error."""
    name = options.stdin_filename or "stdin.md"
    path = Path(name).absolute()
    format_of(options)
    raise_again()
    data = _all(project.site(path.parent).settings(path).limits.max_bytes)
    writes = options.mode == "fix"
    if suffix(name) not in project.site(path.parent).suffixes:
        if writes:
            output.emit_bytes(data)
        report(Outcome(options, (), f"{printable(name)} is not an article", errors=writes))
        return OK
    job = Job("diff" if writes else options.mode, options.unsafe_fixes, keep_text=True)
    shown = options.stdin_filename or "-"
    result = article(lambda s: decode(data, path, s.limits, s.encoding), path, shown, project, job)
    if writes:  # what cannot be read or fixed goes through as it came
        fixed = encode(result.after or "", result.bom[1]) if result.changed else data
        output.emit_bytes(fixed)
    for line in (*renamed(options, project), *not_checked(project)):
        output.notice(line)
    baselines = Baselines(options, project)
    results = (*baselines.filtered([result]), *broken_sites([path], (), project, job))
    return finish(Outcome(options, results, errors=writes))
