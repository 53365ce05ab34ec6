"""What newslint finds in one process with nothing kept, which every other run must find too."""

from __future__ import annotations

import hashlib
import mmap
import re
import subprocess
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from tests.benchmarks.side_by_side import variables

ALONE = ("--jobs", "1", "--no-cache")
FORMATS = {
    "concise": re.compile(
        rb"^(?P<file>[^\n]*?):(?P<row>\d+):(?P<column>\d+): \w+ (?P<code>[A-Z]+\d+) ", re.MULTILINE
    ),
    "json": re.compile(
        rb'^    "code": "(?P<code>\w+)",$.*?^    "filename": "(?P<file>.*?)",\n'
        rb'    "location": {\n      "row": (?P<row>\d+),\n      "column": (?P<column>\d+)\n',
        re.MULTILINE | re.DOTALL,
    ),
}
"""Where a report says of which file, row, column and rule a problem is."""


class Answers:
    """Compares what runs left with what one process leaves; `differing` says where it is other.

    One answer is computed for each key.
    """

    def __init__(self, newslint: Sequence[str]) -> None:
        self.differing: list[str] = []
        self._newslint = newslint
        self._expected: dict[Hashable, object] = {}
        self._found: dict[Hashable, int] = {}

    def compare(self, key: Hashable, left: object, expected: Callable[[], object]) -> None:
        """Hold what a run left against what is expected for the key."""
        if key not in self._expected:
            self._expected[key] = expected()
        if left != self._expected[key]:
            self.differing.append(f"another answer than with {' '.join(ALONE)}: {key}")

    def alone(self, arguments: Sequence[str], folder: Path, output: Path) -> str:
        """The digest of what one process prints. The file takes it for the moment.

        Raises subprocess.CalledProcessError for a run that fails.
        """
        command = [*self._newslint, *arguments, *ALONE]
        with output.open("wb") as out:
            subprocess.run(
                command, cwd=folder, env=variables(), stdout=out, stderr=subprocess.PIPE, check=True
            )
        return digest(output)

    def compare_formats(self, key: Hashable, output: Path, output_format: str) -> None:
        """Hold the problems of a report against those of one in another format, for one key."""
        found = problems(output, output_format)
        if self._found.setdefault(key, found) != found:
            self.differing.append(f"other problems than in another format: {key}")


def problems(output: Path, output_format: str) -> int:
    """A number that stands for all problems of a report, in whatever order they are."""
    if not output.stat().st_size:
        return 0
    pattern = FORMATS[output_format]
    with output.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        parts = ("file", "row", "column", "code")
        return sum(hash(one.group(*parts)) for one in pattern.finditer(data))


def digest(path: Path) -> str:
    """What stands for the bytes of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """What stands for each file below a folder, by its path there."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): digest(path) for path in paths}
