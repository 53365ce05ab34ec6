"""Words of a stranger's files that a terminal or the log of a CI service would obey."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from newslint.report import FORMATS
from tests.support.command import environment

pytestmark = pytest.mark.slow

COMMANDS = (
    "::stop-commands::x", "  ::error::x", "::\u200b:add-mask::x", "##[error]x", "# #[error]x",
    "##vso[task.complete]x", "a ##VSO[x]y", "##v\u200bso[x]y", "##teamcity[x]y", "##TeamCity[x]",
)  # fmt: skip
CONTROLS = ("\x1b[2J", "\x1b]8;;http://e\x07", "\x9b31m", "\x7f", "\x85", "\u2028", "\u202e", "\r")
SERVICES = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")

DRIVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What no output has, line feeds apart."""

OBEYED = re.compile(r"##(\[|vso\[|teamcity\[)", re.IGNORECASE)


def _run(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newslint", *arguments],
        cwd=folder,
        capture_output=True,
        env=environment() | env,
        check=False,
    )


def _quoted(text: str) -> str:
    return json.dumps(text)


def _article(bad: str) -> str:
    lines = (
        f"title: {_quoted('a  ' + bad)}",
        f"{_quoted(bad)}: 1",
        f"{_quoted(bad)}: 2",
        f"tags: [{_quoted(bad)}, {_quoted(bad)}]",
        f"link: {_quoted('https://example.org/?utm_source=' + bad)}",
        f"date: {_quoted(bad)}",
    )
    return "---\n" + "".join(f"{line}\n" for line in lines) + f"---\n{bad}\n"


def _seen(text: str) -> str:
    """The text as the runners compare it: without what nobody sees."""
    return text.replace("\u200b", "")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with an article for each of the words, and one that is called so."""
    for number, bad in enumerate((*COMMANDS, *CONTROLS)):
        (tmp_path / f"{number}.md").write_text(_article(bad), newline="")
        if os.name != "nt":
            (tmp_path / f"{bad}.md".replace("/", "")).write_text(_article("b"))
    return tmp_path


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("form", FORMATS)
def test_no_report_acts(hostile: Path, form: str, service: str) -> None:
    done = _run(hostile, "check", "--output-format", form, ".", **{service: "1"})
    text = done.stdout.decode()
    assert done.returncode in (1, 2)
    assert not DRIVES.search(text)
    lines = [_seen(line).strip() for line in text.split("\n") if line]
    if form == "github":  # its own commands, whose data are escaped
        own = "::(error|warning|notice) file=[^:,]*,|::notice title=newslint::[^%]*$"
        assert all(re.match(own, line) for line in lines)
        return
    assert not any(line.startswith("::") for line in lines)
    if form == "azure":
        assert all(line.startswith("##vso[task.logissue type=") for line in lines)
    else:
        assert not any(OBEYED.search(line) for line in lines)


def test_data_say_what_they_said(hostile: Path) -> None:
    """Escapes are of the format: who reads it gets the very text."""
    found = json.loads(_run(hostile, "check", "--output-format", "json", ".").stdout)
    assert {*COMMANDS, *CONTROLS} <= {one["field"] for one in found}
    lines = _run(hostile, "check", "--output-format", "json-lines", ".").stdout.splitlines()
    assert [json.loads(line) for line in lines] == found
    ElementTree.fromstring(_run(hostile, "check", "--output-format", "junit", ".").stdout)


BODY = "::stop-commands::x\n##[error]x\n##vso[task.complete]x\n"
DIRTY = f"---\ntitle: A\nlink: https://example.org/a?utm_source=x\n---\n{BODY}"


def _patched(folder: Path, patch: bytes, *command: str) -> str:
    (folder / "a.md").write_text(DIRTY)
    subprocess.run(command, cwd=folder, input=patch, check=True, capture_output=True)
    return (folder / "a.md").read_text()


@pytest.mark.parametrize("command", [("git", "apply"), ("patch", "-p1")], ids=" ".join)
def test_a_patch_in_the_log_of_github(tmp_path: Path, command: tuple[str, ...]) -> None:
    """No line of it is obeyed, between two lines with a word that nobody can guess; it applies."""
    (tmp_path / "a.md").write_text(DIRTY)
    patch = _run(tmp_path, "fix", "--diff", "a.md", GITHUB_ACTIONS="true").stdout
    first, *inner, last = patch.decode().splitlines()
    found = re.fullmatch(r"::stop-commands::([0-9a-f]{32})", first)
    assert found
    assert last == f"::{found[1]}::"
    assert " ::stop-commands::x" in inner
    again = _run(tmp_path, "fix", "--diff", "a.md", GITHUB_ACTIONS="true").stdout
    assert again.splitlines()[0] != patch.splitlines()[0]
    assert _patched(tmp_path, patch, *command) == DIRTY.replace("?utm_source=x", "")


@pytest.mark.parametrize("service", ["TF_BUILD", "TEAMCITY_VERSION"])
def test_a_patch_in_another_log(tmp_path: Path, service: str) -> None:
    (tmp_path / "a.md").write_text(DIRTY)
    patch = _run(tmp_path, "fix", "--diff", "a.md", **{service: "1"}).stdout.decode()
    assert not OBEYED.search(patch)
    assert "+link: https://example.org/a\n" in patch


@pytest.mark.parametrize("service", SERVICES)
def test_a_patch_in_a_file_is_as_it_is(tmp_path: Path, service: str) -> None:
    (tmp_path / "a.md").write_text(DIRTY)
    plain = _run(tmp_path, "fix", "--diff", "a.md").stdout
    with (tmp_path / "x.patch").open("wb") as file:
        subprocess.run(
            [sys.executable, "-m", "newslint", "fix", "--diff", "a.md"],
            cwd=tmp_path, stdout=file, env=environment() | {service: "1"}, check=False,
        )  # fmt: skip
    assert (tmp_path / "x.patch").read_bytes() == plain
    _run(tmp_path, "fix", "--diff", "--output-file", "y.patch", "a.md", **{service: "1"})
    assert (tmp_path / "y.patch").read_bytes() == plain


def test_a_patch_without_commands_is_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DIRTY.replace(BODY, "Text.\n"))
    plain = _run(tmp_path, "fix", "--diff", "a.md").stdout
    assert _run(tmp_path, "fix", "--diff", "a.md", GITHUB_ACTIONS="1").stdout == plain


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("color", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "color"])
def test_settings_are_shown_harmless(tmp_path: Path, service: str, color: dict[str, str]) -> None:
    words = [_quoted(bad) for bad in (*COMMANDS, *CONTROLS, "a\n::error::x")]
    config = f"include = [{', '.join(words)}]\n[extension]\n"
    config += "[fields]\n" + "".join(f"{word} = {{ required = true }}\n" for word in words)
    (tmp_path / "newslint.toml").write_text(config.replace("\\u007f", "\\u007F"))
    done = _run(tmp_path, "config", ".", **{service: "1"}, **color)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "stop-commands" in done.stdout.decode()
    assert not DRIVES.search(done.stdout.decode())
    lines = [_seen(line).strip() for line in done.stdout.decode().split("\n")]
    assert not any(line.startswith("::") or OBEYED.search(line) for line in lines)
