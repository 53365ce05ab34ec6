"""The patch: exact text, and what git and patch make of it."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.model.diagnostics import FileResult
from newslint.report import diff

PATHS = (
    "a.md",
    "content/with space.md",
    "content/中文/新闻.md",
    "content/[red].md",
    'content/quo"te.md',
    "content/back\\slash.md",
    "content/tab\there.md",
    "x/\udcff.md",
)
LINES = ("a", "b", "", "title: x", "\u2028 y", "z\x0cq", "lone\rcr", "-- x", "++ y")


def changed(before: str, after: str, path: str = "a.md") -> FileResult:
    return FileResult(path, (), before, after, changed=before != after)


def test_one_line() -> None:
    body = "Body\n" * 20
    result = changed(f"---\na: 1\nb: 2\n---\n{body}", f"---\na: 1\nb: 3\n---\n{body}")
    assert diff([result]) == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,6 +1,6 @@\n ---\n a: 1\n-b: 2\n+b: 3\n ---\n Body\n Body\n"
    )


def test_files_by_path_and_only_changed_ones() -> None:
    results = [changed("a\n", "b\n", "z.md"), changed("a\n", "b\n", "a.md"), changed("a\n", "a\n")]
    kept_nothing = FileResult("k.md", (), None, None, changed=True)
    found = re.findall(r"^\+\+\+ (.*)$", diff([*results, kept_nothing]), re.M)
    assert found == ["b/a.md", "b/z.md"]
    assert diff([results[2]]) == ""


def test_line_ends_stay_as_they_are() -> None:
    assert diff([changed("a\r\nb\r\n", "a\r\nc\r\n")]) == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "hunk"),
    [
        (
            "a\nb",
            "a\nc",
            (
                "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n"
                "+c\n\\ No newline at end of file\n"
            ),
        ),
        ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        (
            "b\na",
            "c\na",
            "@@ -1,2 +1,2 @@\n-b\n+c\n a\n\\ No newline at end of file\n",
        ),
        ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
        ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ],
)
def test_ends_of_files(before: str, after: str, hunk: str) -> None:
    assert diff([changed(before, after)]) == f"--- a/a.md\n+++ b/a.md\n{hunk}"


def test_a_byte_order_mark_is_part_of_the_patch() -> None:
    dropped = FileResult("a.md", (), "---\n", "---\n", changed=True, bom=(True, False))
    kept = FileResult("b.md", (), "---\n", "----\n", changed=True, bom=(True, True))
    assert diff([dropped, kept]) == (
        "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-\ufeff---\n+---\n"
        "--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-\ufeff---\n+\ufeff----\n"
    )


def test_changes_far_apart_are_hunks_of_their_own() -> None:
    lines = [f"{number}\n" for number in range(30)]
    other = ["x\n" if number in (5, 11, 25) else line for number, line in enumerate(lines)]
    heads = re.findall(r"@@.*@@", diff([changed("".join(lines), "".join(other))]))
    assert heads == ["@@ -3,13 +3,13 @@", "@@ -23,7 +23,7 @@"]


def test_color_is_the_same_text() -> None:
    result = changed("a\r\nb\nc\n", "a\r\nx\r\nc\n")
    colored = diff([result], color=True)
    assert "\x1b[31m-b\x1b[0m\n\x1b[32m+x\x1b[0m\r\n" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == diff([result])


def random_text(rng: random.Random) -> str:
    end = rng.choice(("\n", "\r\n"))
    text = end.join(rng.choice(LINES) for _ in range(rng.randint(1, 30)))
    return text + rng.choice(("", end)) or "a"


def random_change(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(lines) + 1)
        lines[at : at + rng.randint(0, 2)] = rng.choice(([], ["new"], ["-- x"], ["title: x", "b"]))
    return "\n".join(lines) or "b"


@pytest.mark.skipif(sys.platform == "win32", reason="paths that Windows does not have")
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("tool", ["git", "patch"])
def test_tools_take_the_patch(tool: str, seed: int, tmp_path: Path) -> None:
    """Bytes after `git apply` and `patch -p1` are those of the text that was wanted."""
    if not shutil.which(tool):
        pytest.skip(f"the program {tool} is not installed")
    rng = random.Random(seed)
    results = []
    for path in PATHS:
        before = random_text(rng)
        bom = (rng.random() < 0.3, rng.random() < 0.3)
        results.append(FileResult(path, (), before, random_change(rng, before), True, bom))
        written = tmp_path / path
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_bytes(wanted(before, bom[0]))
    apply(tool, diff(results).encode(), tmp_path)
    for result in results:
        assert result.after is not None
        assert (tmp_path / result.path).read_bytes() == wanted(result.after, result.bom[1])


def wanted(text: str, bom: bool) -> bytes:
    return b"\xef\xbb\xbf" * bom + text.encode()


def apply(tool: str, text: bytes, folder: Path) -> None:
    commands = {
        "git": ["git", "apply", "--whitespace=nowarn", "-p1"],
        "patch": ["patch", "--binary", "-s", "-p1"],
    }
    # Outside of any repository: git would look for the paths below its root.
    settings = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
    done = subprocess.run(
        commands[tool], input=text, cwd=folder, capture_output=True, env=settings, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
