"""`check` and `fix` over 1,669 real files, of which 669 were committed broken.

Every file is accounted for, nothing crashes, only what a fix was about changes, and a second run
changes nothing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.discover import discover
from newslint.model.diagnostics import Diagnostic, FileResult, Preset
from newslint.model.spans import Position
from newslint.run import Job, run
from tests.support.command import CORPORA, Done, copy, newslint, tree

FOLDERS = ("18f", "broken", "digitalgov")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all((CORPORA / name).is_dir() for name in FOLDERS),
        reason="../shared/corpora is not there",
    ),
]

HUGO = """
baseURL = "https://example.org/"
timeZone = "America/New_York"
[taxonomies]
author = "authors"
topic = "topics"
[permalinks.page]
events = "/event/:year/:month/:slug/"
"""

PRESETS = ("default", "news", "strict")
NOW = "2026-01-31T12:00:00Z"


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in one folder: two sites of Hugo and one of which nothing is known."""
    folder = tmp_path_factory.mktemp("corpora")
    copy(CORPORA / "18f", folder / "18f")
    copy(CORPORA / "digitalgov", folder / "digitalgov")
    copy(CORPORA / "broken", folder / "broken" / "content")
    for name in ("broken", "digitalgov"):
        (folder / name / "hugo.toml").write_text(HUGO, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def third(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every third file of them: more than one process is given at a time."""
    folder = copy(corpora, tmp_path_factory.mktemp("third") / "copy")
    for number, path in enumerate(sorted(folder.rglob("*.md"))):
        if number % 3:
            path.unlink()
    return folder


@dataclass(frozen=True, slots=True)
class Run:
    """One run in this process: the results by path, and what then stands on the disk."""

    results: dict[str, FileResult]
    files: dict[str, bytes]


def _run(folder: Path, preset: Preset, job: Job) -> Run:
    command = CommandLine(preset=preset, now=datetime.fromisoformat(NOW).astimezone(UTC))
    project = Project(command)
    found = discover([folder], project.folder)
    results = run(found.files, lambda: project, job, jobs=1)
    prefix = f"{folder.as_posix()}/"
    return Run({r.path.removeprefix(prefix): r for r in results}, tree(folder))


@pytest.mark.parametrize(
    ("preset", "unsafe"),
    [("default", False), ("news", False), ("news", True), ("strict", True)],
    ids=["default-safe", "news-safe", "news-unsafe", "strict-unsafe"],
)
def test_fix(preset: Preset, unsafe: bool, corpora: Path, tmp_path: Path) -> None:
    folder = copy(corpora, tmp_path / "copy")
    before = tree(folder)
    job = Job("fix", unsafe=unsafe, allowed=(folder,))
    first = _run(folder, preset, job)

    articles = {name for name in before if name.endswith(".md")}
    assert len(articles) == 1669
    assert set(first.results) == articles
    changed = {name for name in before if before[name] != first.files[name]}
    assert changed == {name for name, result in first.results.items() if result.changed}
    assert changed
    for name, result in first.results.items():
        _nothing_went_wrong(name, result)
        if name in changed:
            _only_what_was_meant(name, before[name], first.files[name], result, unsafe)

    second = _run(folder, preset, job)
    assert second.files == first.files
    assert not [name for name, result in second.results.items() if result.changed]
    for name, result in second.results.items():
        assert result.diagnostics == _left(first.results[name]), name


def _left(result: FileResult) -> tuple[Diagnostic, ...]:
    return tuple(one for one in result.diagnostics if not one.fixed)


def _nothing_went_wrong(name: str, result: FileResult) -> None:
    assert not [d.text for d in result.diagnostics if d.code in ("RUN001", "RUN003")], name
    assert any(d.fixed for d in result.diagnostics) == result.changed, name


def _only_what_was_meant(
    name: str, before: bytes, after: bytes, result: FileResult, unsafe: bool
) -> None:
    """Every byte outside the edits is what and where it was."""
    fixed = [one for one in result.diagnostics if one.fixed]
    codes = {one.code for one in fixed}
    assert _body(before) == _body(after) or any(code.startswith(BODY) for code in codes), name
    if _edited(before, fixed) == after:
        return  # these edits and nothing else
    # Unsafe fixes, and those of a text that had to be repaired, come in a second pass, at places
    # that the first one has moved: then no more rows may differ than these edits have.
    assert unsafe or any(code.startswith("FMT") for code in codes), name
    edits = [placed for one in fixed if one.fix for placed in one.fix.edits]
    removed, added = _changed_rows(before, after)
    assert removed <= sum(edit.end.row - edit.start.row + 1 for edit in edits), name
    assert added <= sum(edit.edit.text.count("\n") + 1 for edit in edits), name


BODY = ("BDY", "FMT001", "FMT002", "FMT003")
"""How the codes of the rules begin that may move a fence, or mend the body itself."""


def _edited(before: bytes, fixed: Sequence[Diagnostic]) -> bytes:
    """What the edits of these fixes make of a file."""
    text = before.decode("utf-8")
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    starts = [0]
    for row in text.split("\n"):
        starts.append(starts[-1] + len(row) + 1)

    def offset(place: Position) -> int:
        return starts[place.row - 1] + place.column - 1

    edits = [placed for one in fixed if one.fix for placed in one.fix.edits]
    for placed in sorted(edits, key=lambda p: (offset(p.start), offset(p.end)), reverse=True):
        start, end = offset(placed.start), offset(placed.end)
        text = text[:start] + placed.edit.text + text[end:]
    drops = any("byte order mark" in one.text for one in fixed)
    return (("\ufeff" if bom and not drops else "") + text).encode("utf-8")


_FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*---.*?\n---[^\n]*\n?", re.DOTALL)


def _body(data: bytes) -> bytes:
    """What stands behind the front matter, as Hugo finds it; all where there is none."""
    match = _FRONT.match(data)
    return data[match.end() :] if match else data


def _changed_rows(before: bytes, after: bytes) -> tuple[int, int]:
    """How many rows of the one are not in the other, and the other way round."""
    one, two = before.splitlines(keepends=True), after.splitlines(keepends=True)
    same = difflib.SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in same)
    return len(one) - kept, len(two) - kept


@pytest.mark.parametrize("preset", PRESETS)
def test_check_with_one_process_and_with_two(preset: str, third: Path) -> None:
    before = tree(third)
    options = ("check", "--preset", preset, "--now", NOW, "--output-format", "json")
    one = newslint(*options, "--jobs", "1", folder=third)
    two = newslint(*options, "--jobs", "2", folder=third)
    assert (one.code, one.err) == (1, "")
    assert one == two
    assert tree(third) == before


def test_fix_with_one_process_and_with_two(third: Path, tmp_path: Path) -> None:
    folders = [copy(third, tmp_path / name) for name in ("one", "two")]
    one, two = (_fix(folder, jobs) for folder, jobs in zip(folders, "12", strict=True))
    assert (one.code, one.err) == (1, "")
    assert one == two
    assert tree(folders[0]) == tree(folders[1])


def _fix(folder: Path, jobs: str) -> Done:
    options = ("--unsafe-fixes", "--preset", "strict", "--now", NOW, "--output-format", "json")
    return newslint("fix", *options, "--jobs", jobs, folder=folder)
