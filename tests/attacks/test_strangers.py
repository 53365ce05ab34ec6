"""A repository that a stranger made: nothing in it runs, and nothing outside it is written."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint import workers as workers_module
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.git import changed_files
from newslint.files.write import CHANGED, real_roots, write
from newslint.run import Job, run
from tests.support.command import ROOT, TIMEOUT, environment, started, tree

pytestmark = pytest.mark.slow

ARTICLE = b"---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
FIXED = b"---\ntitle: A\nlink: https://example.org/a\n---\nText.\n"
VICTIM = b"Nobody's business.\n"

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX files")


def _make(folder: Path, *names: str, data: bytes = ARTICLE) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


# a name that is an option


@pytest.mark.parametrize(
    "name",
    [
        "--output-file=VICTIM.md",
        "--output-file=sub/VICTIM.md",
        "--config=x.md",
        "--help",
        "--fix.md",
        "--fix",
        "-q",
        "-q.md",
        "-j9",
        "--unsafe-fixes",
    ],
)
@pytest.mark.parametrize("before", [(), ("--preset", "news")], ids=["plain", "typer"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_an_option_that_is_the_name_of_a_file_is_refused(
    tmp_path: Path, name: str, before: tuple[str, ...], command: str
) -> None:
    _make(tmp_path, "VICTIM.md", "sub/VICTIM.md", data=VICTIM)
    _make(tmp_path, name, "good.md")
    was = tree(tmp_path)
    done = started(command, *before, name, "good.md", folder=tmp_path)
    said = f"newslint: `{name}` is an option and the name of a file; write it as `./{name}`\n"
    assert (done.code, done.out, done.err) == (2, "", said)
    assert tree(tmp_path) == was


def test_an_option_and_its_value_are_two_names(tmp_path: Path) -> None:
    _make(tmp_path, "--output-file", "VICTIM.md")
    done = started("check", "--output-file", "VICTIM.md", folder=tmp_path)
    assert done.code == 2
    assert "`--output-file` is an option and the name of a file" in done.err
    assert (tmp_path / "VICTIM.md").read_bytes() == ARTICLE


def test_an_absolute_path_is_a_name_too(tmp_path: Path) -> None:
    victim, here = tmp_path / "VICTIM.txt", tmp_path / "here"
    _make(tmp_path, "VICTIM.txt", data=VICTIM)
    name = f"--output-file={victim}"
    _make(here, name)
    done = started("check", name, folder=here)
    assert done.code == 2
    assert victim.read_bytes() == VICTIM


@posix
def test_a_link_that_leads_nowhere_is_a_name(tmp_path: Path) -> None:
    (tmp_path / "--help").symlink_to("nowhere")
    assert started("check", "--help", folder=tmp_path).code == 2


@posix
def test_a_name_cannot_drive_the_terminal(tmp_path: Path) -> None:
    _make(tmp_path, "--\x1b[2J\n::x.md")
    done = started("check", "--\x1b[2J\n::x.md", folder=tmp_path)
    assert done.code == 2
    assert "\x1b" not in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("before", [(), ("--preset", "default")], ids=["plain", "typer"])
def test_after_two_dashes_all_are_names(tmp_path: Path, before: tuple[str, ...]) -> None:
    names = ("--fix.md", "--output-file=VICTIM.md", "-q.md", "--help.md")
    _make(tmp_path, *names)
    done = started("fix", *before, "--", *names, folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert tree(tmp_path) == dict.fromkeys(names, FIXED)


def test_with_a_dot_they_are_names(tmp_path: Path) -> None:
    _make(tmp_path, "--fix.md")
    assert started("fix", "./--fix.md", folder=tmp_path).code == 0
    assert tree(tmp_path) == {"--fix.md": FIXED}


def test_options_are_options_where_no_file_has_their_name(tmp_path: Path) -> None:
    _make(tmp_path, "a.md", "q")
    assert started("check", "-q", "--statistics", "a.md", folder=tmp_path).code == 1


# --output-file


@pytest.mark.parametrize("name", ["a.md", "new/../a.md", "b.HTML", "c.txt"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_no_article_is_overwritten_by_a_report(tmp_path: Path, name: str, command: str) -> None:
    (tmp_path / "newslint.toml").write_text('extension = { txt = "md" }\n')
    (tmp_path / "new").mkdir()
    _make(tmp_path, "a.md", "b.HTML", "c.txt")
    was = tree(tmp_path)
    done = started(command, "--output-file", name, folder=tmp_path)
    said = "an article of that name exists; choose another name"
    assert (done.code, done.err) == (2, f"newslint: --output-file {name}: {said}\n")
    assert tree(tmp_path) == was


@posix
@pytest.mark.parametrize("target", ["a.md", "data.json", "nowhere"])
def test_no_report_is_written_through_a_link(tmp_path: Path, target: str) -> None:
    _make(tmp_path, "a.md", "data.json")
    (tmp_path / "report.json").symlink_to(target)
    was = tree(tmp_path)
    done = started("check", "--output-file", "report.json", "a.md", folder=tmp_path)
    said = "newslint: --output-file report.json: is a symbolic link; name the file itself\n"
    assert (done.code, done.err) == (2, said)
    assert tree(tmp_path) == was


def test_a_report_makes_no_folders(tmp_path: Path) -> None:
    _make(tmp_path, "a.md")
    done = started("check", "--output-file", "no/such/report.json", "a.md", folder=tmp_path)
    said = "newslint: --output-file no/such/report.json: No such file or directory\n"
    assert (done.code, done.err) == (2, said)
    assert not (tmp_path / "no").exists()


def test_a_report_is_written_anew(tmp_path: Path) -> None:
    _make(tmp_path, "a.md")
    for name in ("report.json", "report.json", "report.md"):  # a report may be called so, once
        done = started("check", "--output-file", name, "a.md", folder=tmp_path)
        assert (done.code, done.out, done.err) == (1, "", "")
        assert b"LNK004" in (tmp_path / name).read_bytes()
    assert sorted(tree(tmp_path)) == ["a.md", "report.json", "report.md"]


@posix
def test_a_report_keeps_the_mode_of_its_file(tmp_path: Path) -> None:
    _make(tmp_path, "a.md", "report.json")
    (tmp_path / "report.json").chmod(0o640)
    started("check", "--output-file", "report.json", "a.md", folder=tmp_path)
    assert (tmp_path / "report.json").stat().st_mode & 0o777 == 0o640


@posix
def test_streams_are_written_to(tmp_path: Path) -> None:
    _make(tmp_path, "a.md")
    assert started("check", "--output-file", "/dev/null", "a.md", folder=tmp_path).code == 1
    done = started("check", "--output-file", "/dev/stdout", "a.md", folder=tmp_path)
    assert "LNK004" in done.out
    os.mkfifo(tmp_path / "pipe")
    done = started("check", "--output-file", "pipe", "a.md", folder=tmp_path, timeout=20)
    assert done.code == 2


# links out of the tree


OUT = "the file was not changed: a symbolic link in its path leads out of the paths"


def _linked(folder: Path) -> Path:
    """A folder `here` beside `elsewhere`, in which an article lies."""
    _make(folder / "elsewhere", "a.md", "2025-12-31-a.md", "deep/a.md")
    (folder / "here").mkdir()
    return folder / "here"


def _content(here: Path) -> None:
    (here / "hugo.toml").write_text("")
    (here / "content").symlink_to("../elsewhere")


def _content_by_an_absolute_link(here: Path) -> None:
    (here / "hugo.toml").write_text("")
    (here / "content").symlink_to(here.parent / "elsewhere")


def _content_dir(here: Path) -> None:
    (here / "hugo.toml").write_text('contentDir = "x"\n')
    (here / "x").symlink_to("../elsewhere")


def _include(here: Path) -> None:
    (here / "newslint.toml").write_text('include = ["x/**"]\n')
    (here / "x").symlink_to("../elsewhere")


def _posts(here: Path) -> None:
    (here / "_config.yml").write_text("title: A\n")
    (here / "Gemfile").write_text("gem 'jekyll'\n")
    (here / "_posts").symlink_to("../elsewhere")


def _in_the_middle(here: Path) -> None:
    (here / "newslint.toml").write_text('include = ["x/deep/*"]\n')
    (here / "x").symlink_to("../elsewhere")


def _two_links(here: Path) -> None:
    (here / "hugo.toml").write_text("")
    (here / "content").symlink_to("x")
    (here / "x").symlink_to("../elsewhere")


@posix
@pytest.mark.parametrize(
    "make",
    [
        _content,
        _content_by_an_absolute_link,
        _content_dir,
        _include,
        _posts,
        _in_the_middle,
        _two_links,
    ],
)
def test_fix_writes_nothing_outside(tmp_path: Path, make: Callable[[Path], None]) -> None:
    here = _linked(tmp_path)
    make(here)
    was = tree(tmp_path / "elsewhere")
    for paths in ((), (".",), (str(here),)):
        done = started("fix", "--unsafe-fixes", *paths, folder=here)
        assert tree(tmp_path / "elsewhere") == was
        if done.out.startswith("Nothing was checked"):
            assert "symbolic link" in done.out or "outside" in done.out
        else:
            assert OUT in done.out


@posix
def test_a_link_between_is_no_way_out(tmp_path: Path) -> None:
    """Below `here/content`, which is named, a link leads to another folder of the tree."""
    _make(tmp_path, "here/posts/a.md", "here/hugo.toml", data=ARTICLE)
    (tmp_path / "here" / "hugo.toml").write_text("")
    (tmp_path / "here" / "content").symlink_to("posts")
    assert started("fix", folder=tmp_path / "here").code == 0
    assert (tmp_path / "here" / "posts" / "a.md").read_bytes() == FIXED


@posix
@pytest.mark.parametrize("named", ["content", "content/", "content/a.md", "content/deep"])
def test_what_is_named_is_the_word_of_the_user(tmp_path: Path, named: str) -> None:
    here = _linked(tmp_path)
    _content(here)
    done = started("fix", "--isolated", named, folder=here)
    assert OUT not in done.out
    name = "deep/a.md" if named.endswith("deep") else "a.md"
    assert (tmp_path / "elsewhere" / name).read_bytes() == FIXED


@posix
def test_a_folder_reached_by_a_link_is_itself(tmp_path: Path) -> None:
    _make(tmp_path, "real/a.md")
    (tmp_path / "link").symlink_to("real")
    assert started("fix", ".", folder=tmp_path / "link").code == 0
    assert started("fix", "..", folder=tmp_path / "link").code == 0
    assert (tmp_path / "real" / "a.md").read_bytes() == FIXED


# git


def _git(folder: Path, *arguments: str, check: bool = True) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    allow = ("-c", "protocol.file.allow=always")
    command = ("git", "-C", str(folder), *who, *allow, *arguments)
    subprocess.run(command, check=check, capture_output=True)


@pytest.fixture
def no_git_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


def _repository(folder: Path) -> Path:
    folder.mkdir(parents=True)
    _git(folder, "init", "-q")
    _make(folder, "a.md", "same.md")
    _git(folder, "add", ".")
    _git(folder, "commit", "-qm", "one")
    return folder


def _program(folder: Path) -> tuple[str, Path]:
    """A command that leaves a file behind, and that file."""
    trace = folder / "it-ran"
    return f"touch '{trace}'; false", trace


@posix
@pytest.mark.usefixtures("no_git_settings")
def test_no_program_of_a_bare_repository_runs(tmp_path: Path) -> None:
    """It is committed as plain files: a folder that git takes for a repository when it is in it."""
    site = _repository(tmp_path / "origin") / "site"
    program, trace = _program(tmp_path)
    config = "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\n"
    config += f'fsmonitor = "{program}"\n'
    _make(site, "HEAD", data=b"ref: refs/heads/main\n")
    _make(site, "config", data=config.encode())
    _make(site, "objects/.keep", "refs/.keep", "content/a.md")
    _git(site.parent, "add", ".")
    _git(site.parent, "commit", "-qm", "two")
    _git(tmp_path, "clone", "-q", str(site.parent), "clone")
    here = tmp_path / "clone" / "site"
    subprocess.run(["git", "-C", str(here), "status"], capture_output=True)
    assert trace.exists()  # git itself runs it
    trace.unlink()
    done = started("check", "--changed", folder=here)
    assert not trace.exists()
    assert done.code == 2
    assert done.err.count("\n") == 1


@posix
@pytest.mark.usefixtures("no_git_settings")
@pytest.mark.parametrize("key", ["core.fsmonitor", "core.pager", "diff.external", "core.editor"])
def test_no_program_of_the_repository_runs(tmp_path: Path, key: str) -> None:
    folder = _repository(tmp_path / "site")
    program, trace = _program(tmp_path)
    _git(folder, "config", key, program)
    (folder / "a.md").write_text("changed\n")
    trace.unlink(missing_ok=True)
    assert changed_files(folder) == {folder.resolve() / "a.md"}
    assert changed_files(folder, "HEAD") == {folder.resolve() / "a.md"}
    assert not trace.exists()


@posix
@pytest.mark.usefixtures("no_git_settings")
def test_no_hook_and_no_program_of_a_submodule_runs(tmp_path: Path) -> None:
    inner = _repository(tmp_path / "inner")
    folder = _repository(tmp_path / "site")
    _git(folder, "submodule", "add", "-q", str(inner), "sub")
    _git(folder, "commit", "-qm", "two")
    program, trace = _program(tmp_path)
    _git(folder / "sub", "config", "core.fsmonitor", program)
    hook = folder / ".git" / "hooks" / "post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{program}\n")
    hook.chmod(0o755)
    (folder / "a.md").write_text("changed\n")
    (folder / "sub" / "a.md").write_text("changed\n")
    trace.unlink(missing_ok=True)
    assert changed_files(folder) == {folder.resolve() / "a.md"}
    assert changed_files(folder / "sub") == {folder.resolve() / "sub" / "a.md"}
    assert not trace.exists()


@pytest.mark.usefixtures("no_git_settings")
def test_a_worktree_is_a_repository(tmp_path: Path) -> None:
    folder = _repository(tmp_path / "site")
    _git(folder, "worktree", "add", "-q", str(tmp_path / "other"))
    (tmp_path / "other" / "a.md").write_text("changed\n")
    assert changed_files(tmp_path / "other") == {tmp_path.resolve() / "other" / "a.md"}
    assert changed_files(folder) == frozenset()


# worker processes

_PLANTED = (
    "pickle",
    "multiprocessing/__init__",
    "concurrent/__init__",
    "site",
    "newslint/__init__",
)

_MAIN = """
import multiprocessing, os, sys
from newslint import run
from newslint.cli import run as main

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    os.cpu_count = lambda: 2
    run.SHARE = 3
    code = main(sys.argv[2:])
    assert "PYTHONSAFEPATH" not in os.environ
    sys.exit(code)
"""


@posix
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
@pytest.mark.parametrize("command", ["check", "fix"])
def test_no_module_of_the_checked_folder_is_imported(
    tmp_path: Path, method: str, command: str
) -> None:
    here = tmp_path / "here"
    _make(here, *(f"{n}.md" for n in range(9)))
    _make(here, "newslint.toml", data=b"jobs = 2\n")
    trace = tmp_path / "it-ran"
    code = f"open({str(trace)!r}, 'a').write(__name__)\nraise SystemExit\n"
    _make(here, *(f"{name}.py" for name in _PLANTED), data=code.encode())
    (tmp_path / "main.py").write_text(_MAIN)
    env = {name: text for name, text in environment().items() if name != "PYTHONSAFEPATH"}
    env["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, tmp_path / "main.py", method, command, "--no-site", "."],
        cwd=here,
        env=env,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
    )
    assert not trace.exists()
    assert (done.returncode, done.stderr) == (1 if command == "check" else 0, "")
    assert (here / "8.md").read_bytes() == (ARTICLE if command == "check" else FIXED)


def _project() -> Project:
    return Project(CommandLine())


@pytest.mark.parametrize("before", [None, "", "x"])
def test_the_environment_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    name = "PYTHONSAFEPATH"
    monkeypatch.delenv(name, raising=False)
    if before is not None:
        monkeypatch.setenv(name, before)
    monkeypatch.setattr("newslint.run.os.cpu_count", lambda: 2)
    _make(tmp_path, "a.md", "b.md")
    for _ in run([tmp_path / "a.md", tmp_path / "b.md"], _project, Job(), jobs=2):
        assert os.environ.get(name) == before
    assert os.environ.get(name) == before


@pytest.mark.parametrize("jobs", [1, 2, 3, 100_000])
def test_no_more_workers_than_processors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    asked: list[int] = []
    real = workers_module.parallel

    def parallel(
        shares: Any, project: Any, work: Any, workers: int, *more: Any, **how: Any
    ) -> object:
        asked.append(workers)
        return real(shares, project, work, workers, *more, **how)

    monkeypatch.setattr(workers_module, "parallel", parallel)
    monkeypatch.setattr("newslint.run.os.cpu_count", lambda: 2)
    _make(tmp_path, "a.md")
    assert len(list(run([tmp_path / "a.md"], _project, Job(), jobs=jobs))) == 1
    assert asked == ([] if jobs == 1 else [2])


# an editor that saves meanwhile


def _in_place(path: Path, data: bytes) -> None:
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def _by_rename(path: Path, data: bytes) -> None:
    other = path.with_name("other")
    other.write_bytes(data)
    other.replace(path)


@pytest.mark.parametrize("save", [_in_place, _by_rename])
@pytest.mark.parametrize(
    "saved",
    [b"---\ntitle: Mine\n---\n", ARTICLE.replace(b"Text", b"Mine"), ARTICLE + b"More.\n", b""],
)
def test_a_save_while_the_disk_writes_is_kept(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    save: Callable[[Path, bytes], None],
    saved: bytes,
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(ARTICLE)
    monkeypatch.setattr("newslint.files.write.os.fsync", lambda _: save(path, saved))
    fault = write(path, ARTICLE, FIXED, real_roots([tmp_path]))
    assert fault is not None
    assert fault.why == CHANGED
    assert tree(tmp_path) == {"a.md": saved}


@pytest.mark.parametrize("what", ["unlink", "folder", "link"])
def test_a_file_that_goes_while_the_disk_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(ARTICLE)
    (tmp_path / "b.txt").write_bytes(ARTICLE)

    def go(_: int) -> None:
        path.unlink()
        if what == "folder":
            path.mkdir()
        if what == "link":
            path.symlink_to("b.txt")

    monkeypatch.setattr("newslint.files.write.os.fsync", go)
    assert write(path, ARTICLE, FIXED, real_roots([tmp_path])) is not None
    assert (tmp_path / "b.txt").read_bytes() == ARTICLE
    assert {one.name for one in tmp_path.iterdir()} <= {"a.md", "b.txt"}
