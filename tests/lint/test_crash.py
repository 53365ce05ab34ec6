"""Whatever raises, in whatever stage: its file says so, the others are done, the run exits 2."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import newslint
from newslint import cli, registry
from newslint import run as run_module
from newslint.files.read import read
from tests.support.command import tree

pytestmark = pytest.mark.slow

MARK = "Überflutung"
"""Stands in the file that everything raises on."""

TEXT = "---\ntitle: {}\nlink: https://valley.example/a?utm_source=rss\n---\nText.\n"
GOOD, BAD = TEXT.format("Flood").encode(), TEXT.format(MARK).encode()
FIXED = GOOD.replace(b"?utm_source=rss", b"")
FOUND = "3:7: warning LNK004"
SECRET = "what was\n::error::raised \x1b[31m\u202e"
SAID = r"RuntimeError: what was ::error::raised \x1b[31m\u202e; report it"

STAGES = {
    "settings": "newslint.config.site.Site.settings",
    "read": "newslint.run.read",
    "fence": "newslint.frontmatter.read.find_block",
    "parse": "newslint.frontmatter.parse",
    "schema": "newslint.config.fields.Schema.check",
    "rate": "newslint.lint.check._rated",
    "fix": "newslint.lint.fix._choose",
    "proof": "newslint.lint.proof.prove",
    "write": "newslint.files.write.write",
    "check": "newslint.lint.check.suppressions",
}
"""Stage -> something in it."""

LATE = ("rate", "fix", "proof", "write")
"""Those after which what a check finds is reported all the same."""

IN_FIX = ("fix", "proof", "write")

forks = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="only a fork knows what is patched here"
)
JOBS = ["1", pytest.param("2", marks=forks)]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles of which the second is the one to crash on, each a worker's whole share."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("newslint.run.SHARE", 1)
    for name, text in (("a", GOOD), ("b", BAD), ("c", GOOD)):
        (tmp_path / f"{name}.md").write_bytes(text)
    return tmp_path


Crash = Callable[..., None]


@pytest.fixture
def crash(monkeypatch: pytest.MonkeyPatch) -> Crash:
    """Make a stage raise on the second file."""

    def set_up(stage: str, error: BaseException | None = None) -> None:
        raised = RuntimeError(SECRET) if error is None else error
        if stage == "rule":
            changed = [_raising(rule, raised) for rule in registry.all_rules()]
            monkeypatch.setattr(registry, "all_rules", lambda: tuple(changed))
        else:
            module, _, name = STAGES[stage].rpartition(".")
            owner = _owner(module)
            monkeypatch.setattr(owner, name, _or_raise(getattr(owner, name), raised))

    return set_up


def _owner(path: str) -> Any:
    module, _, name = path.rpartition(".")
    if name[0].isupper():
        return getattr(_owner(module), name)
    return __import__(path, fromlist=["_"])


def _raising(rule: Any, error: BaseException) -> Any:
    if rule.code != "TXT001":
        return rule
    return replace(rule, check=_or_raise(rule.check, error), concerns=None, suspects=None)


def _or_raise(real: Callable[..., Any], error: BaseException) -> Callable[..., Any]:
    def instead(*given: Any, **more: Any) -> Any:
        if any(_is_bad(value) for value in (*given, *more.values())):
            raise error
        return real(*given, **more)

    return instead


def _is_bad(value: Any) -> bool:
    text = value if isinstance(value, str) else getattr(value, "text", "")
    if isinstance(text, str) and MARK in text:
        return True
    if isinstance(value, str | Path):
        return Path(value).name == "b.md"
    return isinstance(value, bytes) and MARK.encode() in value


def _suppressed(site: Path) -> None:
    """A comment in each file: the suppressions are looked at only where there are comments."""
    for path in site.glob("*.md"):
        text = path.read_bytes()
        path.write_bytes(text.replace(b"title:", b"# newslint: ignore[TAG001]\ntitle:"))


def _start(line: str) -> str:
    return " ".join(line.split()[:3])


def _lines(out: str, name: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith(f"{name}.md:")]


@pytest.mark.parametrize("jobs", JOBS)
@pytest.mark.parametrize("stage", ["rule", *(s for s in STAGES if s not in IN_FIX)])
def test_check(
    stage: str, jobs: str, site: Path, crash: Crash, capsys: pytest.CaptureFixture[str]
) -> None:
    if stage == "check":
        _suppressed(site)
    before = tree(site)
    crash(stage)
    assert cli.run(["check", "--jobs", jobs, "--select", "LNK004,TXT001"]) == 2
    out, err = capsys.readouterr()
    found = FOUND.replace("3", "4") if stage == "check" else FOUND
    for name in ("a", "c"):
        assert [_start(line) for line in _lines(out, name)] == [f"{name}.md:{found}"]
    where = {"rule": "rule TXT001 (text-whitespace) crashed on this file"}
    where["rate"] = "the stage `rate` crashed on a fix of LNK004"
    said = where.get(stage, f"the stage `{stage}` crashed on this file")
    bad = _lines(out, "b")
    assert bad[0] == f"b.md:1:1: error RUN003 {said}: {SAID}"
    rest = [f"b.md:{FOUND}"] if stage in ("rule", "rate") else []
    assert [_start(line) for line in bad[1:]] == rest
    assert err == ""
    assert tree(site) == before


@pytest.mark.parametrize("jobs", JOBS)
@pytest.mark.parametrize("stage", ["rule", *(s for s in STAGES if s != "check")])
def test_fix(
    stage: str, jobs: str, site: Path, crash: Crash, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(stage)
    assert cli.run(["fix", "--jobs", jobs, "--select", "LNK004,TXT001"]) == 2
    out, err = capsys.readouterr()
    fixed = BAD.replace(b"?utm_source=rss", b"") if stage == "rule" else BAD
    assert tree(site) == {"a.md": FIXED, "b.md": fixed, "c.md": FIXED}
    bad = _lines(out, "b")
    assert bad[0].startswith("b.md:1:1: error RUN003 ")
    assert bad[0].endswith(SAID)
    assert (f"`{stage}`" in bad[0]) == (stage != "rule")
    assert any(FOUND in line for line in bad) == (stage in LATE)
    assert "2 fixed" in out or stage == "rule"
    assert err == ""


@pytest.mark.parametrize("jobs", JOBS)
@pytest.mark.parametrize("stage", ["rule", *(s for s in STAGES if s not in ("check", "write"))])
def test_diff(
    stage: str, jobs: str, site: Path, crash: Crash, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(site)
    crash(stage)
    assert cli.run(["fix", "--diff", "--jobs", jobs, "--select", "LNK004,TXT001"]) == 2
    out, _ = capsys.readouterr()
    there = [name for name in "abc" if f"+++ b/{name}.md" in out]
    assert there == (["a", "b", "c"] if stage == "rule" else ["a", "c"])
    assert tree(site) == before


@pytest.mark.parametrize("stage", ["rule", "read", "parse", "rate"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--exit-zero"),
        ("check", "--fail-on", "never"),
        ("check", "--quiet", "--output-format", "json"),
        ("fix", "--exit-zero"),
        ("fix", "--exit-non-zero-on-fix"),
        ("fix", "--diff", "--exit-zero"),
        ("fix", "--diff", "--fail-on", "never", "--quiet"),
    ],
)
def test_nothing_hides_a_crash(
    arguments: tuple[str, ...], stage: str, site: Path, crash: Crash
) -> None:
    crash(stage)
    assert cli.run([*arguments, "--select", "LNK004,TXT001"]) == 2


def test_no_config_hides_a_crash(
    site: Path, crash: Crash, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "newslint.toml").write_text(
        'ignore = ["RUN003"]\nseverity.RUN003 = "info"\nfail-on = "never"\nselect = ["TXT001"]\n'
    )
    ignore = b"# newslint: ignore-file\n# newslint: ignore-file[ALL]\ntitle:"
    (site / "b.md").write_bytes(BAD.replace(b"title:", ignore))
    crash("rule")
    assert cli.run(["check"]) == 2
    assert "RUN003 rule TXT001" in capsys.readouterr().out


def test_a_comment_for_a_rule_that_crashed_is_kept(site: Path, crash: Crash) -> None:
    ignore = b"# newslint: ignore[TXT001] on purpose\ntitle:"
    (site / "b.md").write_bytes(BAD.replace(b"title:", ignore))
    crash("rule")
    assert cli.run(["fix", "--select", "TXT001,RUN005", "--unsafe-fixes"]) == 2
    assert ignore in (site / "b.md").read_bytes()


@pytest.mark.parametrize("stage", ["rule", "read", "fence", "parse", "schema", "rate", "fix"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_standard_input(
    command: str,
    stage: str,
    site: Path,
    crash: Crash,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    if (command, stage) == ("check", "fix"):
        return
    if stage == "read":
        monkeypatch.setattr(
            "newslint.cli.standard_input.decode", _or_raise(lambda: 0, RuntimeError(SECRET))
        )
    else:
        crash(stage)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD)))
    assert cli.run([command, "--select", "LNK004,TXT001", "-"]) == 2
    out, err = capfdbinary.readouterr()
    report = out if command == "check" else err
    assert b"-:1:1: error RUN003 " in report
    assert SAID.encode() in report
    if command == "fix":
        assert out == (BAD.replace(b"?utm_source=rss", b"") if stage == "rule" else BAD)


@pytest.mark.parametrize("stage", ["rule", *(s for s in STAGES if s != "check")])
def test_the_library(stage: str, site: Path, crash: Crash) -> None:
    if stage == "read":
        return  # a text is not read
    crash(stage)
    found = newslint.check_text(BAD.decode(), "b.md", preset="strict")
    assert ("RUN003" in [one.code for one in found]) == (stage not in IN_FIX)
    made = newslint.fix_text(BAD.decode(), "b.md", preset="strict")
    codes = [one.code for one in made.diagnostics if not one.fixed]
    assert ("RUN003" in codes) == (stage != "write")
    assert (made.after != made.before) == (stage in ("rule", "write"))
    results = newslint.check_paths(["."], preset="strict")
    assert [result.path for result in results] == ["a.md", "b.md", "c.md"]
    assert all("LNK004" in {one.code for one in results[n].diagnostics} for n in (0, 2))
    crashes = [one for result in results for one in result.diagnostics if one.code == "RUN003"]
    assert bool(crashes) == (stage not in IN_FIX)
    for crashed in crashes:
        assert (crashed.path, crashed.name, crashed.severity) == ("b.md", "rule-crashed", "error")
        assert (crashed.start, crashed.end) == ((1, 1), (1, 1))
        assert "RuntimeError" in crashed.traceback


class Panic(BaseException):
    """What a panic of Rust code is to Python."""


class SilentError(RuntimeError):
    """An error whose text cannot be had."""

    def __str__(self) -> str:
        raise ValueError("no text")


class NamelessError(Exception):
    """An error that takes no name."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "MemoryError; report it"),
        (RecursionError("maximum depth"), "RecursionError: maximum depth; report it"),
        (KeyError("title"), "KeyError: 'title'; report it"),
        (Panic("called `unwrap()`"), "Panic: called `unwrap()`; report it"),
        (SystemExit(0), "SystemExit: 0; report it"),
        (newslint.NewslintError("late"), "NewslintError: late; report it"),
        (SilentError(), "SilentError; report it"),
        (NamelessError("x"), "NamelessError: x; report it"),
        (RuntimeError("x" * 10**6), f"RuntimeError: {'x' * 199}…; report it"),
        (OSError(2, "no", "\udcff.md"), r"FileNotFoundError: [Errno 2] no: '\udcff.md'; report it"),
    ],
)
@pytest.mark.parametrize("stage", ["rule", "parse", "write"])
def test_any_error(
    stage: str,
    error: BaseException,
    said: str,
    site: Path,
    crash: Crash,
    capsys: pytest.CaptureFixture[str],
) -> None:
    crash(stage, error)
    assert cli.run(["fix", "--select", "LNK004,TXT001"]) == 2
    out = capsys.readouterr().out
    assert _lines(out, "b")[0].endswith(said)
    assert (site / "a.md").read_bytes() == (site / "c.md").read_bytes() == FIXED


@pytest.mark.parametrize("stage", ["rule", *STAGES])
def test_ctrl_c_is_no_crash(
    stage: str, site: Path, crash: Crash, capsys: pytest.CaptureFixture[str]
) -> None:
    if stage == "check":
        _suppressed(site)
    crash(stage, KeyboardInterrupt())
    assert cli.run(["fix", "--select", "LNK004,TXT001"]) == 130
    out, err = capsys.readouterr()
    assert (out, err) == ("", "newslint: interrupted\n")


def test_a_write_that_raises_leaves_nothing_behind(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.fsync
    count = iter(range(9))
    monkeypatch.setattr(os, "fsync", lambda file: (next(count) == 1 and 1 / 0) or real(file))
    assert cli.run(["fix", "--select", "LNK004"]) == 2
    assert tree(site) == {"a.md": FIXED, "b.md": BAD, "c.md": FIXED}
    [crashed, found] = _lines(capsys.readouterr().out, "b")
    assert "RUN003 the stage `write` crashed on this file: ZeroDivisionError" in crashed
    assert FOUND in found


# --verbose


@pytest.mark.parametrize("jobs", JOBS)
@pytest.mark.parametrize("stage", ["rule", "parse", "rate"])
def test_verbose_shows_the_traceback(
    stage: str, jobs: str, site: Path, crash: Crash, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(stage)
    assert cli.run(["check", "--jobs", jobs, "--select", "LNK004,TXT001", "--verbose"]) == 2
    out, err = capsys.readouterr()
    assert "Traceback" not in out
    assert err.count("newslint: Traceback (most recent call last):") == 1
    assert "in instead" in err
    assert r"newslint: ::error::raised \x1b[31m\u202e" in err.splitlines()
    assert all(line.startswith("newslint: ") for line in err.splitlines())


def test_a_traceback_has_an_end(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deeper(*given: Any) -> Any:
        return other(*given)

    def other(*given: Any) -> Any:
        return deeper(*given)

    monkeypatch.setattr("newslint.frontmatter.parse", deeper)
    [found] = newslint.check_text(BAD.decode())
    assert found.text.startswith("the stage `parse` crashed on this file: RecursionError: ")
    assert 50 < found.traceback.count("\n") < 200


def test_formats_for_programs_have_no_traceback(
    site: Path, crash: Crash, capsys: pytest.CaptureFixture[str]
) -> None:
    crash("parse")
    assert cli.run(["check", "--output-format", "json"]) == 2
    [one] = [one for one in json.loads(capsys.readouterr().out) if one["code"] == "RUN003"]
    assert one["location"] == one["end_location"] == {"row": 1, "column": 1}
    assert (one["filename"], one["name"], one["severity"]) == ("b.md", "rule-crashed", "error")
    assert "traceback" not in one


# discover


@pytest.fixture
def folders(site: Path) -> Path:
    """Folders with an article each."""
    for name in ("one", "two", "two/below", "three"):
        (site / name).mkdir()
        (site / name / "d.md").write_bytes(GOOD)
    return site


@pytest.mark.parametrize("name", ["listing", "rules", "taken"])
@pytest.mark.parametrize("paths", [(".",), ("one", "two", "three", "a.md", "b.md", "c.md")])
def test_discover(
    paths: tuple[str, ...],
    name: str,
    folders: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from newslint.files.discover import _Search

    real = getattr(_Search, name)

    def instead(search: Any, folder: Any, *more: Any) -> Any:
        if getattr(folder, "path", folder) == str(folders / "two"):
            raise RuntimeError(SECRET)
        return real(search, folder, *more)

    monkeypatch.setattr(_Search, name, instead)
    assert cli.run(["check", *paths, "--exit-zero", "--select", "LNK004"]) == 2
    out, err = capsys.readouterr()
    found = [line.partition(":")[0] for line in out.splitlines() if FOUND in line]
    assert found == ["a.md", "b.md", "c.md", "one/d.md", "three/d.md"]
    assert f"two:1:1: error RUN003 the stage `discover` crashed on this file: {SAID}" in out
    assert err == ""
    results = newslint.check_paths(paths)
    assert [result.path for result in results if result.diagnostics[0].code == "RUN003"] == ["two"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "no permission to read it"),
        (OSError(36, "File name too long"), "its name is too long"),
        (OSError(5, "Input/output error"), "input/output error"),
    ],
)
def test_a_folder_that_cannot_be_read(
    error: OSError,
    said: str,
    folders: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from newslint import generators

    real = generators.recognise

    def instead(folder: Path) -> Any:
        if folder.name == "two":
            raise error
        return real(folder)

    monkeypatch.setattr(generators, "recognise", instead)
    assert cli.run(["check", "--exit-zero", "--select", "LNK004"]) == 2
    out, err = capsys.readouterr()
    found = [line.partition(":")[0] for line in out.splitlines() if FOUND in line]
    assert found == ["a.md", "b.md", "c.md", "one/d.md", "three/d.md"]
    assert err == f"newslint: two: the folder cannot be read: {said}\n"


def test_discover_of_a_file_that_is_named(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from newslint.files.discover import _Search

    monkeypatch.setattr(_Search, "refusal", _or_raise(lambda *_: "", RuntimeError(SECRET)))
    real = _Search.refusal

    def instead(search: _Search, shown: str) -> str:
        return real(search, Path(shown))  # type: ignore[arg-type]

    monkeypatch.setattr(_Search, "refusal", instead)
    names = ["a.md", "b.md", "c.md"]
    assert cli.run(["check", "--force-exclude", *names]) == 2
    out = capsys.readouterr().out
    assert "b.md:1:1: error RUN003 the stage `discover` crashed" in out
    assert [len(_lines(out, name)) > 0 for name in "ac"] == [True, True]


# report


@pytest.mark.parametrize("form", ["table", "json", "sarif", "full", "junit"])
def test_report(
    form: str, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from importlib import import_module

    from newslint.report import FORMATS

    module = import_module(FORMATS[form])
    monkeypatch.setattr(module, "parts" if hasattr(module, "parts") else "render", _raise)
    to = site / "out.txt"
    for more in ((), ("--output-file", str(to)), ("--exit-zero",)):
        assert cli.run(["check", "--output-format", form, "--select", "LNK004", *more]) == 2
        out, err = capsys.readouterr()
        lines = err.splitlines()
        assert (out, to.exists()) == ("", False)
        assert lines[0] == f"newslint: the stage `report` crashed: {SAID}"
        found = [_start(line.removeprefix("newslint: ")) for line in lines[1:4]]
        assert found == [f"{name}.md:{FOUND}" for name in "abc"]
        assert len(lines) == 5


def test_report_of_a_diff(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("newslint.report.patch.patch", _raise)
    assert cli.run(["fix", "--diff", "--verbose"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"newslint: the stage `report` crashed: {SAID}" in err
    assert "newslint: Traceback (most recent call last):" in err


def test_report_when_no_report_can_be_made(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("newslint.report.concise.parts", _raise)
    assert cli.run(["check", "--output-format", "concise"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == f"newslint: the stage `report` crashed: {SAID}"
    assert "Traceback" not in err


def _raise(*_: Any, **__: Any) -> Any:
    raise RuntimeError(SECRET)


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("arguments", [["check"], ["check", "--jobs", "1"], ["config"], ["rule"]])
def test_what_no_stage_contains_is_one_line(
    arguments: list[str],
    verbose: bool,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("newslint.config.project.Project.site", _raise)
    monkeypatch.setattr("newslint.registry.all_rules", _raise)
    shown = ["--verbose"] if verbose and arguments[0] == "check" else []
    assert cli.run([*arguments, *shown]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == f"newslint: crashed: {SAID}"
    assert ("Traceback" in err) == bool(shown)
    assert (len(err.splitlines()) > 1) == bool(shown)


# workers


@forks
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_worker_that_dies(
    command: str, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(20):
        (site / f"Z{number:02}.md").write_bytes(GOOD)

    def instead(path: Path, *more: Any) -> Any:
        if path.name == "c.md":
            os._exit(9)
        return read(path, *more)

    monkeypatch.setattr(run_module, "read", instead)
    assert cli.run([command, "--jobs", "2", "--select", "LNK004", "--exit-zero"]) == 2
    out, err = capsys.readouterr()
    [line] = err.splitlines()
    assert line.startswith("newslint: a worker process died, ")
    assert "c.md" in line
    assert "Traceback" not in out
    assert (site / "c.md").read_bytes() == GOOD
    assert not [name for name in tree(site) if not name.endswith(".md")]


@forks
def test_what_was_done_before_a_worker_died_is_reported(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:

    def instead(path: Path, *more: Any) -> Any:
        if path.name == "c.md":  # once the others are answered for
            while not (site / "go").exists():
                pass
            os._exit(9)
        return read(path, *more)

    told = run_module.run

    def watched(*given: Any, **more: Any) -> Iterator[Any]:
        for count, result in enumerate(told(*given, **more), 1):
            if count == 2:
                (site / "go").touch()
            yield result

    monkeypatch.setattr(run_module, "read", instead)
    monkeypatch.setattr("newslint.whole.run", watched)
    assert cli.run(["check", "--jobs", "2", "--select", "LNK004"]) == 2
    out, err = capsys.readouterr()
    assert [len(_lines(out, name)) for name in "abc"] == [1, 1, 0]
    assert err.startswith("newslint: a worker process died, 1 file is not reported: c.md (")
    assert len(err.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_line_on_standard_error_is_one_line(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "x\n::error::y\x1b[31m").mkdir()
    real = os.scandir

    def instead(path: str) -> Any:
        if "error" in path:
            raise PermissionError(13, "no")
        return real(path)

    monkeypatch.setattr(os, "scandir", instead)
    assert cli.run(["check", "--exit-zero"]) == 2
    said = r"newslint: x\n::error::y\x1b[31m: the folder cannot be read: no permission to read it"
    assert capsys.readouterr().err == f"{said}\n"
    (site / "newslint.toml").write_text('"\\n::error::y\\u001b" = 1\n')
    assert cli.run(["check", "--exit-zero"]) == 2
    assert r"unknown key `\n::error::y\x1b`" in capsys.readouterr().err
