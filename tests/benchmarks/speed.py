"""What a user waits for: `python -m tests.benchmarks.speed [--files N] [--runs N] [--rows NAME…]`.

newslint beside rumdl, Hugo and a bare import, in whole processes that are taken in turns and write
to a file: medians, ratios, and the most memory that all processes of a run have together. `--rows`
names rows, `--rows 'news*'` several. TMPDIR chooses the disk. `--markdown` prints a table.

The articles are the type case (`tests.support.type_case`). What a stage or a rule takes of one of
them is told by `tests.benchmarks.costs`.

Each program is looked for on PATH; an option, or `NEWSLINT_NEWSLINT`, `NEWSLINT_RUMDL` and
`NEWSLINT_HUGO`, name another. A row goes on without one that is missing.

Nothing is asserted of the figures: they belong to the machine that prints them. The exit code is 1
where a run of newslint has found anything else than one process with nothing kept.
"""

from __future__ import annotations

import argparse
import fnmatch
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.side_by_side import Taken, in_turns
from tests.benchmarks.speed_rows import Bench, Programs, Row, named

HEAD = ("what", "newslint", "memory", "beside", "time", "memory", "ratio")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the rows; the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rows", nargs="*", default=["*"], metavar="NAME", help="as 'news*'")
    parser.add_argument("--markdown", action="store_true", help="a table")
    for name in Programs._fields:
        parser.add_argument(f"--{name}", metavar="PROGRAM", help=f"or NEWSLINT_{name.upper()}")
    given = parser.parse_args(arguments)
    programs = named(given.newslint, given.rumdl, given.hugo)
    for name, program in programs._asdict().items():
        if program is None:
            print(f"{name} is not there: its columns are left out", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.files, programs)
        rows = chosen(bench.rows(), given.rows)
        if not rows:
            parser.error(f"no row is named so; there are {', '.join(bench.rows())}")
        print(told(programs, given.files, given.runs), end="\n\n")
        if given.markdown:
            print(line(HEAD), line(("---", "--:", "--:", "---", "--:", "--:", "--:")), sep="\n")
        for name, make in rows.items():
            row = make()
            taken = measured(row, given.runs)
            print("\n".join(lines(row.title, taken) if given.markdown else plain(name, taken)))
            sys.stdout.flush()
        for complaint in bench.answers.differing:
            print(complaint, file=sys.stderr)
        return 1 if bench.answers.differing else 0


def chosen(
    rows: Mapping[str, Callable[[], Row]], patterns: Sequence[str]
) -> dict[str, Callable[[], Row]]:
    """The rows whose names fit one of the patterns, in their order."""
    fit = {name for pattern in patterns for name in fnmatch.filter(rows, pattern)}
    return {name: make for name, make in rows.items() if name in fit}


def measured(row: Row, runs: int) -> list[Taken]:
    """What each side of a row took."""
    if row.filled:
        for side in row.sides:
            side.run(watched=False)
    return in_turns(row.sides, runs)


def plain(name: str, taken: Sequence[Taken]) -> list[str]:
    """A row as lines for a terminal."""
    ours, *beside = taken
    return [
        f"{name:24} {seconds(ours.seconds):>8} {memory(ours.memory):>8}",
        *(
            f"{'':24} {seconds(one.seconds):>8} {memory(one.memory):>8}  {one.name}: "
            f"ratio {ratio(ours, one)}"
            for one in beside
        ),
    ]


def lines(title: str, taken: Sequence[Taken]) -> list[str]:
    """A row as lines of a Markdown table, one for each that newslint stands beside."""
    ours, *beside = taken
    first = (title, seconds(ours.seconds), memory(ours.memory))
    rest = [
        (one.name, seconds(one.seconds), memory(one.memory), ratio(ours, one)) for one in beside
    ]
    starts = [first, *[("", "", "")] * len(rest)]
    return [
        line((*start, *end)) for start, end in zip(starts, rest or [("", "", "", "")], strict=False)
    ]


def line(cells: Sequence[str]) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def seconds(number: float) -> str:
    """A time as it is read: 1.2 s, 85 ms."""
    return (
        f"{number:.1f} s" if number >= 10 else f"{number:.2f} s" if number >= 1 else millis(number)
    )


def millis(number: float) -> str:
    """A time below a second."""
    return f"{number * 1e3:.0f} ms" if number >= 0.01 else f"{number * 1e3:.1f} ms"


def memory(count: int) -> str:
    """Bytes as they are read; nothing where nobody looked."""
    return f"{count / 1e6:.0f} MB" if count else ""


def ratio(ours: Taken, other: Taken) -> str:
    """How many times the other's time newslint takes."""
    return f"{ours.seconds / other.seconds:.2f}"


def told(programs: Programs, files: int, runs: int) -> str:
    """What was measured and where, in a sentence."""
    versions = [
        f"newslint {version([*programs.newslint, '--version'])}",
        *(f"rumdl {version([path, '--version'])}" for path in (programs.rumdl,) if path),
        *(f"Hugo {version([path, 'version'])}" for path in (programs.hugo,) if path),
        f"Python {platform.python_version()}",
    ]
    machine = f"{os.cpu_count()} cores ({processor()})"
    return f"{files:,} articles, median of {runs} runs; {', '.join(versions)}; {machine}."


def version(command: Sequence[str]) -> str:
    """The number in what a program says of its version."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found = re.search(r"\d+\.\d+\.\d+", done.stdout)
    return found[0] if found else "?"


def processor() -> str:
    """The name of the processor, where the system tells it."""
    info = Path("/proc/cpuinfo")
    text = info.read_text(encoding="utf-8") if info.is_file() else ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


if __name__ == "__main__":
    sys.exit(main())
