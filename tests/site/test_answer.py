"""The answer of a whole run that is kept: it is printed where a run would say the same."""

from __future__ import annotations

import builtins
import os
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.site import answer, answer_made
from newslint.site.cache_folder import ANSWER, VARIABLE, remove_stores
from tests.site.kept import Runs, answers, write
from tests.site.test_store_answers import CHANGES, HUGO, Change, article, put, same_size_and_time
from tests.support.quick import one_in

__all__ = ["answers"]

FORMS = ("json", "concise", "table", "github", "gitlab")


def files() -> list[Path]:
    """The answers that are kept."""
    return sorted(Path(os.environ[VARIABLE]).glob(f"*{ANSWER}"))


def left() -> list[Path]:
    """What was not finished."""
    return sorted(Path(os.environ[VARIABLE]).glob("*.tmp"))


def told(runs: Runs, *words: str) -> str:
    """What a run prints that is answered by what was kept."""
    before = runs.begun
    said = runs.kept(*words)
    assert runs.begun == before
    return said


def done(runs: Runs, *words: str) -> str:
    """What a run prints that is not."""
    before = runs.begun
    said = runs.kept(*words)
    assert runs.begun == before + 1
    return said


def in_a_repository(top: Path) -> None:
    write(top, {".git/HEAD": "", ".gitignore": "x.md\n"})


def file_into_folder(top: Path) -> None:
    (top / "content/news/a.md").unlink()
    write(top, {"content/news/a.md/inner.md": article("Inner  one")})


def link_to(target: str) -> Change:
    def change(top: Path) -> None:
        link = top / "content/news/link.md"
        link.unlink(missing_ok=True)
        link.symlink_to(top / target)

    return change


def link_of_folder_to(target: str) -> Change:
    def change(top: Path) -> None:
        link = top / "content/linked.md"
        link.unlink(missing_ok=True)
        link.symlink_to(top / target)

    return change


def both(*changes: Change) -> Change:
    def change(top: Path) -> None:
        for one in changes:
            one(top)

    return change


def nothing(top: Path) -> None:
    pass


MORE: dict[str, tuple[Change, Change]] = {
    "an article where there was none": (
        put("content/empty/x.txt", ""),
        put("content/empty/new.md", article("A  new one")),
    ),
    "a folder below": (nothing, put("content/news/deep/down/new.md", article("A  new one"))),
    "a file is a folder now": (nothing, file_into_folder),
    "a link leads to another": (link_to("content/news/a.md"), link_to("content/old/f.md")),
    "a link to a folder": (link_of_folder_to("content/old"), link_of_folder_to("terms.yaml")),
    "what a link leads to": (
        both(put("else/where.md", article("One  two")), link_to("else/where.md")),
        put("else/where.md", article("One two")),
    ),
    "ignored by git": (in_a_repository, put(".gitignore", "old/\n")),
    "ignored by git below": (in_a_repository, put("content/old/.gitignore", "f.md\n")),
    "ignored by one checkout": (in_a_repository, put(".git/info/exclude", "old/\n")),
    "a repository now": (put(".gitignore", "old/\n"), put(".git/HEAD", "")),
    "a baseline": (
        nothing,
        put(
            "newslint-baseline.json",
            '{"newslint-baseline": 1, "problems": [\n'
            '["content/news/c.md","BDY002","","0000"],\nnull]}\n',
        ),
    ),
    "a config that another extends": (
        both(put("base.toml", 'ignore = ["TXT"]\n'), put("newslint.toml", 'extend = "base.toml"')),
        put("base.toml", 'ignore = ["TAG"]\n'),
    ),
    "excluded": (nothing, put("newslint.toml", 'exclude = ["old/"]\n')),
    "included": (nothing, put("newslint.toml", 'include = ["content/old/**"]\n')),
}


def _after(runs: Runs, first: Change, change: Change, form: str) -> None:
    here, words = Path.cwd(), ("--output-format", form)
    write(here, HUGO)
    first(here)
    plain = runs.plain(*words)
    assert done(runs, *words) == plain
    assert told(runs, *words) == plain
    change(here)
    plain = runs.plain(*words)
    assert runs.kept(*words) == plain
    assert runs.kept(*words) == plain
    assert left() == []


@pytest.mark.parametrize("name", one_in(5, CHANGES))
@pytest.mark.parametrize(
    "form", [*FORMS[:1], *(pytest.param(one, marks=pytest.mark.slow) for one in FORMS[1:])]
)
def test_after_a_change(answers: Runs, name: str, form: str) -> None:
    _after(answers, nothing, CHANGES[name], form)


@pytest.mark.parametrize("name", one_in(2, MORE))
@pytest.mark.parametrize(
    "form", [*FORMS[:1], *(pytest.param(one, marks=pytest.mark.slow) for one in FORMS[1:])]
)
def test_after_more_changes(answers: Runs, name: str, form: str) -> None:
    _after(answers, *MORE[name], form)


@pytest.mark.parametrize("name", one_in(2, ["edited", "deleted", "config", "layout", "picture"]))
def test_after_a_change_with_one_file_named(answers: Runs, name: str) -> None:
    """It stands for itself, and the others of its site are looked at."""
    here, words = Path.cwd(), ("content/news/c.md",)
    write(here, HUGO)

    def said(*more: str) -> str:
        return answers.said_of(words, *more)

    plain = said("--no-cache")
    assert said() == plain
    assert said() == plain  # the first finds what is new, and the next one is kept
    before = answers.begun
    assert said() == plain
    assert answers.begun == before
    CHANGES[name](here)
    assert said() == said("--no-cache")
    assert said() == said("--no-cache")


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_told(answers: Runs, form: str) -> None:
    write(Path.cwd(), HUGO)
    words = ("--output-format", form)
    plain = answers.plain(*words)
    assert done(answers, *words) == plain
    assert told(answers, *words) == plain
    assert answers.err == ""


def test_notices_are_told(answers: Runs) -> None:
    write(Path.cwd(), HUGO)
    done(answers, "--verbose")
    first = answers.err
    told(answers, "--verbose")
    assert answers.err == first != ""


@pytest.mark.parametrize(
    ("name", "value"),
    one_in(
        3,
        [
            ("TZ", "Asia/Tokyo"),
            ("NO_COLOR", "1"),
            ("FORCE_COLOR", "1"),
            ("COLUMNS", "40"),
            ("GITHUB_ACTIONS", "true"),
            ("CI_PROJECT_DIR", "/"),
            ("XDG_CONFIG_HOME", "/nowhere"),
        ],
    ),
)
def test_another_environment_is_asked_anew(
    answers: Runs, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    write(Path.cwd(), HUGO)
    words = ("--output-format", "table")
    done(answers, *words)
    monkeypatch.setenv(name, value)
    made, plain = done(answers, *words), answers.plain(*words)
    assert re.sub(r"id=\d+", "", made) == re.sub(r"id=\d+", "", plain)  # of links, by chance


def test_another_environment_of_a_generator_says_the_same(
    answers: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(Path.cwd(), {**HUGO, "config/production/hugo.toml": "buildFuture = true\n"})
    done(answers)
    monkeypatch.setenv("HUGO_ENVIRONMENT", "production")
    assert answers.kept() == answers.plain()


def test_the_users_own_ignored_files(
    answers: Runs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    write(Path.cwd(), HUGO)
    in_a_repository(Path.cwd())
    done(answers)
    told(answers)
    write(tmp_path, {"home/git/ignore": "old/\n"})
    assert done(answers) == answers.plain()


def test_another_folder_is_asked_anew(answers: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), HUGO)
    done(answers)
    monkeypatch.chdir("content")
    assert done(answers) == answers.plain()


def test_another_program_looks_again(answers: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), HUGO)
    done(answers)
    monkeypatch.setattr(answer, "program", lambda: "another")
    done(answers)


def test_what_the_program_looks_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answer.program()
    assert answer.program() == before
    write(tmp_path, {"ftfy-6.9.9.dist-info/METADATA": ""})
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    second = answer.program()
    write(tmp_path, {"regex-1.dist-info/METADATA": ""})
    assert len({before, second, answer.program()}) == 3


DAY = 86_400 * 10**9


def _without_now(runs: Runs, *more: str) -> str:
    return runs.said_of((".",), *more, now=False)


@pytest.mark.parametrize("days", [1, -1])
def test_the_clock(answers: Runs, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + days * 600))
    text = article("Soon").replace("2025-01-02T00:00:00Z", soon)
    write(Path.cwd(), {**HUGO, "content/news/soon.md": text})
    _without_now(answers)
    before = answers.begun
    _without_now(answers)
    assert answers.begun == before
    now = time.time_ns()
    monkeypatch.setattr(answer.time, "time_ns", lambda: now + days * DAY)  # type: ignore[attr-defined]
    _without_now(answers)
    assert answers.begun == before + 1


def test_a_moment_that_was_typed(answers: Runs) -> None:
    write(Path.cwd(), HUGO)
    for moment in ("2024-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "2030-01-01T00:00:00+05:00"):
        words = ("--now", moment)
        plain = answers.plain(*words)
        assert done(answers, *words) == plain
        assert told(answers, *words) == plain


def test_what_is_young_is_read(answers: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its times may be those of another text: of one that was written in the same moment."""
    monkeypatch.setattr("newslint.site.record.YOUNG", 10**12)
    write(Path.cwd(), HUGO)
    before = done(answers)
    assert told(answers) == before

    same_size_and_time(Path.cwd())
    assert done(answers) == answers.plain() != before


def test_of_many_young_ones_the_store_is_asked(
    answers: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.site.record.YOUNG", 10**12)
    monkeypatch.setattr(answer, "MOST_READ", 3)
    write(Path.cwd(), HUGO)
    before = done(answers)
    assert done(answers) == before


def test_a_touched_file(answers: Runs) -> None:
    write(Path.cwd(), HUGO)
    before = done(answers)
    for path in Path.cwd().rglob("*"):
        os.utime(path, (1, 1))
    assert answers.kept() == before
    assert answers.judged == []
    assert told(answers) == before


def test_what_is_not_kept(answers: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), HUGO)
    for words in (["--no-cache"], ["--output-file", "x.json"], ["--output-format", "full"]):
        done(answers, *words)
        done(answers, *words)
    assert (files(), left()) == ([], [])
    monkeypatch.setattr(answer_made, "MOST_BYTES", 100)
    done(answers)
    assert (files(), left()) == ([], [])


def test_what_could_not_be_read_is_not_kept(answers: Runs) -> None:
    write(Path.cwd(), HUGO)
    Path("content/news/gone.md").symlink_to("/nowhere/at/all.md")
    done(answers)
    done(answers)
    assert (files(), left()) == ([], [])


def test_a_handful_is_kept(answers: Runs) -> None:
    write(Path.cwd(), HUGO)
    for name in ("TXT", "TAG", "LNK", "DAT", "SLG", "IMG"):
        done(answers, "--ignore", name)
    assert len(files()) == answer_made.VARIANTS
    told(answers, "--ignore", "IMG")


def test_clean_removes_it(answers: Runs) -> None:
    write(Path.cwd(), HUGO)
    done(answers)
    cache = Path(os.environ[VARIABLE])
    size = sum(path.stat().st_size for path in cache.iterdir())
    assert remove_stores(cache) == (1, size)
    assert not cache.exists()


KINDS: dict[str, Callable[[bytearray, int, random.Random], None]] = {
    "flip": lambda bad, at, chance: bad.__setitem__(at, bad[at] ^ (1 << chance.randrange(8))),
    "zero": lambda bad, at, _: bad.__setitem__(slice(at, at + 64), bytes(len(bad[at : at + 64]))),
    "noise": lambda bad, at, chance: bad.__setitem__(
        slice(at, at + 64), chance.randbytes(len(bad[at : at + 64]))
    ),
    "cut": lambda bad, at, _: bad.__delitem__(slice(at, None)),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parts", one_in(2, [range(0, 101, 20), range(101)]), ids=len)
def test_damaged_at_every_hundredth(answers: Runs, kind: str, parts: range) -> None:
    write(Path.cwd(), HUGO)
    plain = done(answers)
    (path,) = files()
    good, chance = path.read_bytes(), random.Random(12)
    for part in parts:
        bad = bytearray(good)
        KINDS[kind](bad, min(len(good) * part // 100, len(good) - 1), chance)
        path.write_bytes(bad)
        assert (done if bytes(bad) != good else told)(answers) == plain
        assert answers.err == ""
        path.write_bytes(good)
    assert told(answers) == plain


@pytest.mark.parametrize("what", [b"", b"no answer at all" * 1000])
def test_what_is_no_answer(answers: Runs, what: bytes) -> None:
    write(Path.cwd(), HUGO)
    plain = done(answers)
    (path,) = files()
    path.write_bytes(what)
    assert done(answers) == plain
    path.unlink()
    path.mkdir()
    assert done(answers) == plain
    assert left() == []


def test_where_nothing_can_be_written(answers: Runs, tmp_path: Path) -> None:
    write(Path.cwd(), HUGO)
    (tmp_path / "cache").write_bytes(b"")
    assert done(answers) == answers.plain()


@pytest.mark.parametrize("act", ["_head", "tidy", "program"])
def test_a_fault_of_its_own_costs_nothing(
    answers: Runs, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    write(Path.cwd(), HUGO)
    plain = answers.plain()

    def crash(*_: object) -> None:
        raise RuntimeError("a fault")

    with monkeypatch.context() as patch:
        patch.setattr(answer_made, act, crash)
        assert answers.kept() == plain
        assert answers.err == ""
    assert left() == []
    assert answers.kept() == plain


class Seen:
    """The paths that functions of `os` were asked about."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.paths: set[str] = set()
        for name in ("stat", "lstat", "scandir", "listdir", "open", "readlink"):
            patch.setattr(os, name, self._noting(getattr(os, name)))
        patch.setattr(builtins, "open", self._noting(builtins.open))

    def _noting(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def noting(path: Any = ".", *words: Any, **more: Any) -> Any:
            if isinstance(path, str | bytes | os.PathLike) and more.get("dir_fd") is None:
                self.paths.add(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100
            return act(path, *words, **more)

        return noting


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_all_that_is_looked_at_is_known(
    answers: Runs, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Every path of the site at which the run looks is one of which the answer says something."""
    top = Path.cwd()
    write(top, HUGO)
    in_a_repository(top)
    rests: list[Any] = []
    keep = answer_made.Taken.keep

    def noted(self: Any, code: int, asked: Any, found: Any, **more: Any) -> None:
        rests.append((asked, found))
        keep(self, code, asked, found, **more)

    monkeypatch.setattr(answer_made.Taken, "keep", noted)
    with monkeypatch.context() as patch:
        seen = Seen(patch)
        done(answers, "--output-format", form)
    ((asked, found),) = rests
    known = {f"{folder}/{name}" for folder, names, _, _ in found.folders for name in names}
    for question in (*asked.answers, *found.asked):
        known |= {word for word in question[1:] if word.startswith("/")}
        if question[0] in ("_files_below", "_leads_out"):  # they look above or below as well
            known |= {str(path / ".git") for path in (top, *top.parents)}
            known |= {str(path) for path in (top / "config").rglob("*")}
    # what was typed is looked at each time
    inside = {path for path in seen.paths if path.startswith(f"{top}/") and "/--" not in path}
    inside = {path for path in inside if "/__editable__" not in path}  # where Python finds modules
    above = {f"{folder}" for path in known for folder in Path(path).parents}
    assert len(inside) > 20
    assert inside - known - above == set()
