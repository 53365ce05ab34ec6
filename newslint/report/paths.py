"""Paths as a CI server wants them: from the top of the checkout, wherever the command ran.

The top is the folder that the server says it checked out into, else that of the git repository.
git is not called: what lies in a stranger's repository can make it run a program.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise, product
from pathlib import Path

from newslint.files import ask
from newslint.model.as_json import related
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.mapped import InOrder, Mapped
from newslint.model.records import NamedTuple, replace
from newslint.report.run_report import Report
from newslint.site.entries import Entry

VARIABLES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say what they checked out; the first that holds a file counts."""

STDIN = "-"


class _Place(NamedTuple):
    """A folder by its way from a top: `way` is empty or ends in a slash, `root` is a URI."""

    way: str
    root: str


def from_top(report: Report, folder: Path, environment: Mapping[str, str]) -> Report:
    """The report with every path from the top of what is checked out, and with its `roots`.

    `folder` is absolute: the report's relative paths are those from there. A path that lies below
    no top stays as it is, and so does standard input. Never do two files get one name.
    """
    tops = tuple(_tops(environment))
    places: dict[str, _Place | None] = {}
    names: dict[str, str] = {}
    roots: dict[str, str] = {}
    taken: set[str] = set()
    checked, others = _paths(report)
    for path in (*checked, *others):
        above, name = os.path.split(folder / _on_disk(path))
        if above not in places:
            places[above] = _place(above, tops)
        place = None if path == STDIN else places[above]
        new = _text(place.way + name) if place else path
        if new in taken:
            place, new = None, _text(Path(above, name).as_posix())
        taken.add(new)
        names[path] = new
        if place:
            roots[new] = place.root
    results = _all_renamed(report.results, checked, names)
    entries = tuple(_moved_entry(entry, names) for entry in report.entries)
    changed = frozenset(names[path] for path in report.changed)
    return replace(report, results=results, roots=roots, entries=entries, changed=changed)


def _tops(environment: Mapping[str, str]) -> Iterator[Path]:
    for name in VARIABLES:
        top = Path(environment.get(name, ""))
        if top.is_absolute():
            yield top


def _paths(report: Report) -> tuple[list[str], list[str]]:
    """Of the files that were checked, and of others that are named beside them."""
    checked = {entry.config for entry in report.entries if entry.config}
    others = set[str]()
    for result in report.results:
        checked.add(result.path)
        for one in result.diagnostics:
            checked.add(one.path)
            others.update(related(other)[0] for other in one.related)
    return sorted(checked), sorted(others - checked)


def _all_renamed(
    results: Sequence[FileResult], checked: Sequence[str], names: Mapping[str, str]
) -> Sequence[FileResult]:
    """The results with these names of their files; each is made when it is asked for, where the
    names leave their order as it is."""
    renamed = partial(_renamed, names=names)
    if isinstance(results, InOrder) and all(
        names[one] < names[other] for one, other in pairwise(checked)
    ):
        return Mapped(results, renamed)
    return tuple(map(renamed, results))


def _place(folder: str, tops: tuple[Path, ...]) -> _Place | None:
    """Where a folder is. Links are followed, but for one that leads out of the top."""
    ways = (Path(ask.real_path(folder)), Path(os.path.abspath(folder)))  # noqa: PTH100
    for top in tops:
        bases = (Path(ask.real_path(top)), top)
        for way, base in product(ways, bases):
            if way.is_relative_to(base):
                return _below(base, way)
    for way in ways:
        repository = next(filter(_is_repository, (way, *way.parents)), None)
        if repository is not None:
            return _below(repository, way)
    return None


def _is_repository(folder: Path) -> bool:
    """False too for a folder that may not be entered."""
    return ask.exists(folder / ".git")


def _below(top: Path, folder: Path) -> _Place:
    way = folder.relative_to(top).as_posix()
    return _Place("" if way == "." else f"{way}/", f"{top.as_uri().rstrip('/')}/")


def _text(path: str) -> str:
    """Bytes of a name that are not UTF-8 as escapes, as in every path that is printed."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _on_disk(path: str) -> str:
    """A path that was printed, as this locale's file functions take it."""
    return os.fsdecode(path.encode("utf-8", "surrogateescape"))


def _renamed(result: FileResult, names: Mapping[str, str]) -> FileResult:
    found = tuple(_moved(one, names) for one in result.diagnostics)
    return result._replace(path=names[result.path], diagnostics=found)


def _moved_entry(entry: Entry, names: Mapping[str, str]) -> Entry:
    examples = tuple(_moved(one, names) for one in entry.examples)
    return entry._replace(examples=examples, config=names.get(entry.config, entry.config))


def _moved(one: Diagnostic, names: Mapping[str, str]) -> Diagnostic:
    others = tuple(_other(place, names) for place in one.related)
    return one._replace(path=names[one.path], related=others)


def _other(place: str, names: Mapping[str, str]) -> str:
    path = related(place)[0]
    return names[path] + place[len(path) :]


def file_uri(path: str) -> str:
    """What a terminal opens for a path that was printed; empty for standard input."""
    return "" if path in ("", STDIN) else Path(_on_disk(path)).absolute().as_uri()
