"""What a CI server reads: exit codes, paths, encodings, and what no file name may do to a log."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from newslint import cli, whole
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.spans import Position
from newslint.report import FOR_CI, FOR_PROGRAMS
from newslint.report.paths import from_top
from newslint.report.run_report import Report
from tests.support.command import environment, newslint

pytestmark = pytest.mark.slow

DIRTY = """---
title: "Flood  in the valley"
date: 2025-12-31T10:00:00Z
link: "https://example.org/a?utm_source=rss&id=1"
---
Text.
"""
PATCH = "--- a/a.md\n+++ b/a.md\n@@ "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article that `fix` would change; no site, no repository."""
    (tmp_path / "a.md").write_text(DIRTY)
    return tmp_path


def test_a_diff_goes_to_the_output_file(folder: Path) -> None:
    (folder / "out").mkdir()
    done = newslint("fix", "--diff", "--output-file", "out/x.patch", "a.md", folder=folder)
    assert (done.code, done.out) == (1, "")
    assert (folder / "out" / "x.patch").read_text().startswith(PATCH)
    assert (folder / "a.md").read_text() == DIRTY


@pytest.mark.parametrize("command", ["fix", "check"])
def test_a_diff_honours_exit_zero(folder: Path, command: str) -> None:
    done = newslint(command, "--diff", "--exit-zero", "a.md", folder=folder)
    assert done.code == 0
    assert done.out.startswith(PATCH)


CRASHED = Diagnostic(
    "a.md",
    "RUN003",
    "rule-crashed",
    "error",
    "rule TAG001 crashed on this file: ValueError: no; report it",
    "",
    Position(1, 1),
    Position(1, 1),
)


@pytest.mark.parametrize("flags", [(), ("--exit-zero",)])
@pytest.mark.parametrize("mode", [("fix", "--diff"), ("fix",), ("check",)], ids=" ".join)
def test_a_crash_is_exit_2_in_every_mode(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mode: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder)
    result = FileResult("a.md", (CRASHED,), "a\n", "b\n", changed=True)
    monkeypatch.setattr(whole, "run", lambda *_, **__: iter((result,)))
    assert cli.run([*mode, *flags, "a.md"]) == 2


def test_a_path_that_is_not_there_is_exit_2_in_a_diff(folder: Path) -> None:
    done = newslint("fix", "--diff", "--exit-zero", "a.md", "gone.md", folder=folder)
    assert done.code == 2
    assert done.out.startswith(PATCH)


SERVERS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_ACTIONS")
CI_FORMATS = sorted(FOR_CI)


def reported(form: str, text: str) -> set[str]:
    """The paths that a report of this format holds."""
    if form == "github":
        return {unquote(path) for path in re.findall(r" file=(.*?),line=", text)}
    if form == "azure":
        return set(re.findall(r";sourcepath=(.*?);", text))
    if form == "markdown":
        return set(re.findall(r"^\| `(.*?):\d+:\d+` ", text, re.MULTILINE))
    if form == "junit":
        suites = ElementTree.fromstring(text.encode()).iter("testsuite")
        return {suite.get("name", "") for suite in suites if suite.get("failures") != "0"}
    data = json.loads(text)
    if form == "gitlab":
        return {one["location"]["path"] for one in data}
    if form == "rdjson":
        return {one["location"]["path"] for one in data["diagnostics"]}
    if form == "sarif":
        results = data["runs"][0]["results"]
        places = (one["locations"][0]["physicalLocation"]["artifactLocation"] for one in results)
        return {unquote(place["uri"]) for place in places}
    return {one["filename"] for one in data}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an article two folders down, and no CI server around."""
    for name in SERVERS:
        monkeypatch.delenv(name, raising=False)
    top = tmp_path / "repo"
    article = top / "web" / "site" / "content" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text(DIRTY)
    (top / ".git").mkdir()
    return top


@pytest.mark.parametrize("form", CI_FORMATS)
@pytest.mark.parametrize("where", [".", "web", "web/site/content", ".."])
def test_paths_are_from_the_top_of_the_repository(repository: Path, form: str, where: str) -> None:
    site = repository / "web" / "site"
    named = os.path.relpath(site, repository / where)
    done = newslint("check", "--output-format", form, named, folder=repository / where)
    assert reported(form, done.out) == {"web/site/content/a.md"}


@pytest.mark.parametrize("form", CI_FORMATS)
@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_are_from_where_the_server_checked_out(
    repository: Path, monkeypatch: pytest.MonkeyPatch, form: str, variable: str
) -> None:
    monkeypatch.setenv(variable, f"{repository.parent}/")
    done = newslint("check", "--output-format", form, folder=repository / "web" / "site")
    assert reported(form, done.out) == {"repo/web/site/content/a.md"}


@pytest.mark.parametrize(
    ("workspace", "project", "path"),
    [
        ("web", ".", "site/content/a.md"),  # the first counts
        ("other", "web/site", "content/a.md"),  # it does not hold the file: the second
        ("we", "web/sit", "web/site/content/a.md"),  # no folder, only the beginning of a name
        ("relative", "", "web/site/content/a.md"),
    ],
)
def test_only_the_first_top_that_holds_the_file_counts(
    repository: Path, monkeypatch: pytest.MonkeyPatch, workspace: str, project: str, path: str
) -> None:
    full = workspace if workspace == "relative" else str(repository / workspace)
    monkeypatch.setenv("GITHUB_WORKSPACE", full)
    monkeypatch.setenv("CI_PROJECT_DIR", project and str(repository / project))
    done = newslint("check", "--output-format", "rdjson", folder=repository / "web")
    assert reported("rdjson", done.out) == {path}


@pytest.mark.parametrize("form", ["json", "json-lines", "concise"])
def test_other_formats_name_files_as_one_would_type_them(repository: Path, form: str) -> None:
    done = newslint("check", "--output-format", form, folder=repository / "web")
    assert "site/content/a.md" in done.out
    assert "web/site" not in done.out


def test_a_path_below_no_top_is_as_typed(repository: Path) -> None:
    (repository / ".git").rmdir()
    done = newslint("check", "--output-format", "sarif", folder=repository / "web")
    assert reported("sarif", done.out) == {"site/content/a.md"}
    assert "uriBaseId" not in done.out
    done = newslint(
        "check", "--output-format", "sarif", repository / "web", folder=repository / "web"
    )
    assert reported("sarif", done.out) == {"site/content/a.md"}


def test_a_worktree_has_a_file_called_git(repository: Path) -> None:
    (repository / ".git").rmdir()
    (repository / "web" / ".git").write_text("gitdir: /elsewhere\n")
    done = newslint("check", "--output-format", "rdjson", folder=repository / "web" / "site")
    assert reported("rdjson", done.out) == {"site/content/a.md"}


def test_git_is_not_called(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = repository.parent / "ran"
    program = repository.parent / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho ran > {ran}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    found = Report((FileResult("web/a.md", ()),))
    assert from_top(found, repository, os.environ).roots == {"web/a.md": f"{repository.as_uri()}/"}
    assert not ran.exists()


@pytest.mark.parametrize("form", CI_FORMATS)
def test_a_workspace_that_is_a_link(
    repository: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    link = repository.parent / "link"
    link.symlink_to(repository)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(link / "web"))
    done = newslint("check", "--output-format", form, folder=repository / "web" / "site")
    assert reported(form, done.out) == {"site/content/a.md"}
    (repository / ".git").rmdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository))
    done = newslint("check", "--output-format", form, link / "web", folder=repository.parent)
    assert reported(form, done.out) == {"web/site/content/a.md"}


def test_a_folder_that_is_a_link(repository: Path) -> None:
    """git knows the files of the folder that is meant; of one outside, only the link."""
    outside = repository.parent / "outside"
    outside.mkdir()
    (outside / "b.md").write_text(DIRTY)
    (repository / "in").symlink_to(repository / "web" / "site")
    (repository / "out").symlink_to(outside)
    names = ("in/content/a.md", "out/b.md")
    done = newslint("check", "--output-format", "rdjson", *names, folder=repository)
    assert reported("rdjson", done.out) == {"web/site/content/a.md", "out/b.md"}


def test_two_files_never_get_one_name(repository: Path) -> None:
    second = repository.parent / "second"
    (second / ".git").mkdir(parents=True)
    (second / "a.md").write_text(DIRTY)
    (repository / "a.md").write_text(DIRTY)
    names = ("repo/a.md", "second/a.md")
    done = newslint("check", "--output-format", "sarif", *names, folder=repository.parent)
    assert reported("sarif", done.out) == {"a.md", (second / "a.md").as_uri()}
    other = ("second/a.md", "repo/web")
    done = newslint("check", "--output-format", "sarif", *other, folder=repository.parent)
    run = json.loads(done.out)["runs"][0]
    bases = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"]
        for one in run["results"]
    }
    assert bases == set(run["originalUriBaseIds"]) == {"%SRCROOT%", "%SRCROOT1%"}


def test_sarif_says_what_its_paths_are_relative_to(repository: Path) -> None:
    odd = repository / "web" / "a b%20#ü?.md"
    odd.write_text(DIRTY)
    done = newslint(
        "check", "--output-format", "sarif", "--target", "hugo", odd.name, folder=odd.parent
    )
    run = json.loads(done.out)["runs"][0]
    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"uri": f"{repository.as_uri()}/"}}
    artifact = {"uri": "web/a%20b%2520%23%C3%BC%3F.md", "uriBaseId": "%SRCROOT%"}
    first = next(one for one in run["results"] if one["ruleId"] == "LNK004")
    assert first["locations"][0]["physicalLocation"]["artifactLocation"] == artifact
    assert first["fixes"][0]["artifactChanges"][0]["artifactLocation"] == artifact


def test_other_files_that_a_problem_names_are_from_the_top(repository: Path) -> None:
    one = CRASHED._replace(path="x/a.md", related=("y:1.md:3:7", "/abs/c.md", "x/a.md:1:1"))
    found = from_top(Report((FileResult("x/a.md", (one,)),)), repository / "web", {})
    (moved,) = found.diagnostics()
    assert moved.path == "web/x/a.md"
    assert moved.related == ("web/y:1.md:3:7", "/abs/c.md", "web/x/a.md:1:1")


def test_standard_input_names_other_files_from_the_top(repository: Path) -> None:
    one = CRASHED._replace(path="-", related=("b.md:1:1",))
    (moved,) = from_top(Report((FileResult("-", (one,)),)), repository / "web", {}).diagnostics()
    assert (moved.path, moved.related) == ("-", ("web/b.md:1:1",))


def test_a_problem_on_another_file_than_the_one_checked(repository: Path) -> None:
    one = CRASHED._replace(path="hugo.toml")
    (moved,) = from_top(Report((FileResult("a.md", (one,)),)), repository / "web", {}).diagnostics()
    assert moved.path == "web/hugo.toml"


def test_fingerprints_do_not_depend_on_where_the_command_ran(repository: Path) -> None:
    def marks(folder: Path) -> list[str]:
        done = newslint("check", "--output-format", "gitlab", folder=folder)
        return [one["fingerprint"] for one in json.loads(done.out)]

    assert marks(repository) == marks(repository / "web" / "site") != []


def test_standard_input_keeps_its_name(repository: Path) -> None:
    arguments = ("check", "-", "--output-format", "rdjson")
    done = newslint(*arguments, folder=repository / "web", stdin=DIRTY.encode())
    assert reported("rdjson", done.out) == {"-"}
    named = (*arguments, "--stdin-filename", "site/x.md")
    done = newslint(*named, folder=repository / "web", stdin=DIRTY.encode())
    assert reported("rdjson", done.out) == {"web/site/x.md"}


LOCALES = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
ODD_NAMES = ("a b.md", "50%25.md", "::stop-commands::t.md", "&lt;<x>.md", "é 中.md", "a\nb.md")


def raw(
    *arguments: str,
    folder: Path,
    stdin: bytes = b"",
    locale: str = "",
    **settings: str,
) -> subprocess.CompletedProcess[bytes]:
    """Run newslint with these settings in its environment; the streams are bytes."""
    return subprocess.run(
        [sys.executable, "-m", "newslint", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env=environment() | LOCALES.get(locale, {}) | settings,
        check=False,
    )


def odd_files(folder: Path) -> None:
    """Articles that have problems, with names that are hard to write down."""
    text = DIRTY.replace("Flood ", "Überschwemmung 洪水 ")
    for name in (*map(os.fsencode, ODD_NAMES), b"\xff.md"):
        (folder / os.fsdecode(name)).write_text(text, encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not have")
@pytest.mark.parametrize("locale", sorted(LOCALES))
@pytest.mark.parametrize("form", sorted(FOR_PROGRAMS))
def test_data_is_utf_8_whatever_the_locale(tmp_path: Path, form: str, locale: str) -> None:
    folder = tmp_path / "sub"
    folder.mkdir()
    (tmp_path / ".git").mkdir()
    odd_files(folder)
    arguments = ("check", "--output-format", form)
    plain = raw(*arguments, folder=folder, PYTHONIOENCODING="utf-8")
    done = raw(*arguments, folder=folder, locale=locale)
    assert (done.returncode, done.stdout) == (1, plain.stdout)
    assert b"\r" not in done.stdout
    if form in ("json", "gitlab", "sarif", "rdjson", "junit"):
        names = {*ODD_NAMES, "\\xff.md"}
        names = {name.replace("\n", "\\n") if form == "junit" else name for name in names}
        prefix = "" if form == "json" else "sub/"
        assert reported(form, done.stdout.decode()) == {prefix + name for name in names}


@pytest.mark.parametrize("locale", sorted(LOCALES))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("tool", ["git", "patch"])
def test_a_patch_applies_whatever_the_locale(
    tmp_path: Path, locale: str, end: str, tool: str
) -> None:
    if not shutil.which(tool):
        pytest.skip(f"the program {tool} is not installed")
    article = tmp_path / "é 中.md"
    text = DIRTY.replace("Flood ", "Überschwemmung\u2028洪水 ").replace("\n", end)
    article.write_bytes(text.encode())
    done = raw("fix", "--diff", "-q", article.name, folder=tmp_path, locale=locale)
    apply(tool, done.stdout, tmp_path)
    patched = article.read_bytes()
    assert "Überschwemmung\u2028洪水".encode() in patched
    assert b"utm_source" not in patched
    assert patched.count(b"\r") == (6 if end == "\r\n" else 0)
    assert raw("fix", "--diff", folder=tmp_path).returncode == 0


def apply(tool: str, patch: bytes, folder: Path) -> None:
    """Make the changes of a patch in a folder; fails when the program refuses any."""
    git = ["git", "apply", "--whitespace=nowarn", "-p1"]
    command = git if tool == "git" else ["patch", "--binary", "-s", "-p1"]
    settings = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
    done = subprocess.run(
        command, input=patch, cwd=folder, capture_output=True, env=settings, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_report_beside_a_fixed_text_is_utf_8_too(tmp_path: Path) -> None:
    text = DIRTY.replace("Flood ", "Überschwemmung ").encode()
    arguments = ("fix", "-", "--output-format", "json", "--stdin-filename", "é.md")
    done = raw(*arguments, folder=tmp_path, stdin=text, PYTHONIOENCODING="ascii")
    assert "Überschwemmung".encode() in done.stdout
    assert {one["filename"] for one in json.loads(done.stderr.decode())} == {"é.md"}


@pytest.mark.parametrize(("encoding", "sign"), [("ascii", "!"), ("cp1252", "!"), ("utf-8", "▲")])
def test_a_table_is_drawn_with_what_the_terminal_has(
    folder: Path, encoding: str, sign: str
) -> None:
    command = ("check", "--output-format", "table")
    done = raw(*command, folder=folder, PYTHONIOENCODING=encoding, COLUMNS="80")
    text = done.stdout.decode(encoding)
    assert text.splitlines()[0] == f"a.md  {sign} 2"
    assert "\\u" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not have")
@pytest.mark.parametrize("form", ["table", "concise", "full", "markdown", "github"])
@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_no_text_drives_the_log_of_github(tmp_path: Path, form: str, columns: str) -> None:
    names = ("::stop-commands::t.md", " ::add-mask::t.md", "\u200b::x::t.md", "##[group]x.md")
    title = "Flood  ::stop-commands::token ::add-mask::x a ##[group]b ::warning::c"
    for name in names:
        (tmp_path / name).write_text(DIRTY.replace("Flood  in the valley", title))
    command = ("check", "--output-format", form)
    done = raw(*command, folder=tmp_path, GITHUB_ACTIONS="true", COLUMNS=columns)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    begun = [line for line in lines if re.match(r"[^\w!-~]*::", line)]
    if form == "github":
        assert len(begun) == len(lines)
        assert all(line.startswith("::warning file=") for line in lines[:-1])
        assert lines[-1].startswith("::notice title=newslint::3 files checked, ")
    else:
        assert not begun
        assert "##[" not in done.stdout.decode()
    if form == "concise":
        assert [line for line in lines if line.startswith("\\x3a:stop-commands::t.md:2:8: ")]


def test_outside_of_github_names_are_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "::x::t.md").write_text(DIRTY)
    assert raw("check", folder=tmp_path, GITHUB_ACTIONS="").stdout.startswith(b"::x::t.md:2:8: ")


@pytest.mark.parametrize(
    "config",
    [
        '"\\n::stop-commands::tok" = 1\n',
        'timezone = "\\u001b]0;x\\u0007\\n::stop-commands::tok"\n',
        'extend = "\\u001b[31m\\n::stop-commands::tok"\n',
        'output-format = "\\u202e\\n::stop-commands::tok"\n',
        '"##[stop-commands]tok" = 1\n',
    ],
)
def test_a_mistake_in_a_config_is_one_harmless_line(folder: Path, config: str) -> None:
    (folder / "newslint.toml").write_text(config)
    done = raw("check", folder=folder, GITHUB_ACTIONS="true")
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert said.startswith("newslint: ")
    assert said.endswith("\n")
    assert said[:-1].isprintable()
    assert "##[" not in said


def test_a_notice_quotes_no_control_character(folder: Path) -> None:
    done = raw("check", "a.md", "\x1b]0;x\x07\n.md", folder=folder)
    assert done.stderr == b"newslint: \\x1b]0;x\\x07\\n.md does not exist\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_diff_on_a_terminal_cannot_drive_it(tmp_path: Path) -> None:
    import pty

    text = DIRTY.replace("Text.", "Te\x1b]0;x\x07xt\tTab \u202e\r") + "End.\r\n"
    (tmp_path / "a.md").write_text(text, newline="")
    main, other = pty.openpty()
    command = [sys.executable, "-m", "newslint", "fix", "--diff", "-q", "a.md"]
    settings = environment() | {"NO_COLOR": "1"}
    subprocess.run(command, cwd=tmp_path, stdout=other, check=False, env=settings)
    os.close(other)
    seen = os.read(main, 65536).decode()
    os.close(main)
    assert " Te\\x1b]0;x\\x07xt\tTab \\u202e\r" in seen
    assert "\x1b" not in seen
    exact = raw("fix", "--diff", "a.md", folder=tmp_path).stdout
    assert " Te\x1b]0;x\x07xt\tTab \u202e\r\n".encode() in exact


@pytest.mark.parametrize(
    "line",
    [
        "fix --diff --output-format json",
        "check --diff --output-format concise",
        "fix --diff --statistics",
        "fix --diff --show-fixes",
        "fix --diff --fail-on never",
        "check --stdin-filename x.md",
        "check --stdin-filename x.md a.md",
        "check - --changed",
        "fix - --since HEAD",
        "check - --jobs 2",
        "check --quiet --verbose",
        "fix -q -v a.md",
        "check --isolated --config newslint.toml",
        "fix --exit-zero --exit-non-zero-on-fix",
        "check --statistics --output-format sarif",
    ],
)
def test_options_without_a_meaning_together_are_refused(folder: Path, line: str) -> None:
    (folder / "newslint.toml").write_text("")
    done = newslint(*line.split(), folder=folder, stdin=DIRTY.encode())
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("newslint: --")
    assert done.err.count("\n") == 1
    assert (folder / "a.md").read_text() == DIRTY


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("fix --diff --exit-zero --quiet a.md", 0),
        ("fix --diff --unsafe-fixes --verbose", 1),
        ("fix --diff --exit-non-zero-on-fix", 1),
        ("fix - --diff --stdin-filename x.md", 1),
        ("check --statistics --output-format json", 1),
        ("check --exit-zero --fail-on info --output-format junit", 0),
    ],
)
def test_options_with_a_meaning_together_are_taken(folder: Path, line: str, code: int) -> None:
    (folder / "newslint.toml").write_text('output-format = "json"\nstatistics = true\n')
    done = newslint(*line.split(), folder=folder, stdin=DIRTY.encode())
    assert done.code == code, done.err
    if "--diff" in line:
        name = "x.md" if "-" in line.split() else "a.md"
        assert done.out.startswith(f"--- a/{name}\n+++ b/{name}\n@@ ")
