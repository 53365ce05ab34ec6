"""A store that is damaged, locked, read-only, full, of another version: the answer is the same."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from msgspec import DecodeError

from newslint import staged
from newslint.cli.lint import STORE_FROM
from newslint.model.diagnostics import FileResult
from newslint.model.facts import Facts, Place
from newslint.model.spans import Position, Span
from newslint.site import codec, stamp, table
from newslint.site.cache_folder import VARIABLE
from newslint.site.rows import Rows
from newslint.site.store import Store
from tests.site.kept import NOW, Runs, runs, stores, write
from tests.support.command import environment, newslint
from tests.support.quick import one_in

__all__ = ["runs"]

ARTICLES = 24


def _site(articles: int) -> dict[str, str]:
    texts = {
        f"content/news/{number}.md": f"---\ntitle: A  title {number % 7}\n"
        f"date: 2025-01-02T00:00:00Z\ntags: [kelp, Kelp]\nimage: /img/{number}.png\n---\nBody.\n"
        for number in range(articles)
    }
    config = 'baseURL = "https://example.org/"\n'
    return {"hugo.toml": config, **texts, "static/img/1.png": ""}


SITE = _site(ARTICLES)
LARGE = _site(STORE_FROM + 8)
"""So many articles that a run of its own keeps a store."""


def _one_notice(err: str) -> bool:
    return "Traceback" not in err and err.count("\n") <= 1


def _checked(runs: Runs, plain: str) -> None:
    assert runs.kept() == plain
    assert _one_notice(runs.err), runs.err


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        ("flip", 20),
        ("cut", 50),
        pytest.param("flip", 1, marks=pytest.mark.slow),
        pytest.param("cut", 1, marks=pytest.mark.slow),
        *(
            pytest.param(one, 1, marks=(pytest.mark.slow, pytest.mark.nightly))
            for one in ("zero", "noise")
        ),
    ],
)
def test_damaged_at_every_hundredth(runs: Runs, kind: str, step: int) -> None:
    write(Path.cwd(), SITE)
    plain = runs.plain()
    runs.kept()
    (path,) = stores()
    good, chance = path.read_bytes(), random.Random(12)
    for part in range(0, 101, step):
        at = min(len(good) * part // 100, len(good) - 1)
        bad = bytearray(good)
        if kind == "flip":
            bad[at] ^= 1 << chance.randrange(8)
        elif kind == "zero":
            bad[at : at + 512] = bytes(len(bad[at : at + 512]))
        elif kind == "cut":
            del bad[at:]
        else:
            bad[at : at + 64] = chance.randbytes(len(bad[at : at + 64]))
        for file in stores():
            file.unlink()
        path.write_bytes(bad)
        _checked(runs, plain)
    _checked(runs, plain)
    _checked(runs, plain)
    assert runs.judged == []


@pytest.mark.parametrize("what", [b"", b"SQLite format 3\0", b"no store at all" * 1000])
def test_what_is_no_store(runs: Runs, what: bytes) -> None:
    write(Path.cwd(), SITE)
    plain = runs.kept()
    (path,) = stores()
    path.write_bytes(what)
    _checked(runs, plain)
    _checked(runs, plain)
    _checked(runs, plain)
    assert (runs.judged, runs.err) == ([], "")


def test_a_folder_in_its_place(runs: Runs) -> None:
    write(Path.cwd(), SITE)
    plain = runs.kept()
    (path,) = stores()
    path.unlink()
    path.mkdir()
    _checked(runs, plain)
    assert path.is_dir()


def test_a_file_in_place_of_the_folder(runs: Runs, tmp_path: Path) -> None:
    write(Path.cwd(), SITE)
    (tmp_path / "cache").write_bytes(b"")
    _checked(runs, runs.plain())


@pytest.mark.parametrize(
    "change",
    one_in(
        3,
        [
            "PRAGMA user_version = 99",
            "PRAGMA application_id = 99",
            "PRAGMA journal_mode = WAL",
            "DROP TABLE part",
            "ALTER TABLE part RENAME COLUMN head TO tail",
            "DELETE FROM part",
            "UPDATE part SET head = found, found = head",
            "UPDATE part SET folder = CAST('/tmp' AS BLOB)",
            "UPDATE slot SET asked = CAST('[]' AS BLOB)",
            "UPDATE slot SET epoch = 'x'",
            "UPDATE part SET known = NULL",
            "UPDATE part SET found = NULL",
            "UPDATE part SET head = 1.5",
            "CREATE TRIGGER t AFTER UPDATE ON slot BEGIN SELECT load_extension('x'); END",
        ],
    ),
)
def test_of_another_make(runs: Runs, change: str) -> None:
    write(Path.cwd(), SITE)
    plain = runs.kept()
    (path,) = stores()
    with sqlite3.connect(path) as db:
        db.execute(change)
    db.close()
    _checked(runs, plain)
    _checked(runs, plain)
    _checked(runs, plain)


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_locked(runs: Runs, monkeypatch: pytest.MonkeyPatch, lock: str) -> None:
    monkeypatch.setattr(table, "WAIT", 0.05)
    write(Path.cwd(), SITE)
    plain = runs.kept()
    (path,) = stores()
    with sqlite3.connect(path, isolation_level=None) as db:
        db.execute(lock)
        _checked(runs, plain)
        write(Path.cwd(), {"content/news/new.md": "---\ntitle: B  b\n---\n"})
        _checked(runs, runs.plain())
        assert runs.err.startswith("newslint: ")
        assert "locked" in runs.err
        db.execute("ROLLBACK")
    db.close()
    _checked(runs, runs.plain())
    assert runs.err == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only(runs: Runs, tmp_path: Path) -> None:
    write(Path.cwd(), SITE)
    plain = runs.kept()
    cache = tmp_path / "cache"
    for path in stores():
        path.chmod(0o400)
    cache.chmod(0o500)
    _checked(runs, plain)
    write(Path.cwd(), {"content/news/new.md": "---\ntitle: B  b\n---\n"})
    _checked(runs, runs.plain())
    cache.chmod(0o700)


def test_a_store_that_cannot_be_written(runs: Runs) -> None:
    """As on a read-only disk, for whoever runs this."""
    write(Path.cwd(), SITE)
    runs.kept()
    (path,) = stores()
    data = path.read_bytes()
    path.unlink()
    path.symlink_to("/proc/version")
    _checked(runs, runs.plain())
    path.unlink(missing_ok=True)
    path.write_bytes(data)
    _checked(runs, runs.plain())


_CHECK = ("check", ".", "--output-format", "json", "--now", NOW)


def _started(**more: object) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "newslint", *_CHECK]
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment(), **more)  # type: ignore[call-overload,no-any-return]


def _stores() -> list[Path]:
    """The stores that there are: a run that keeps none proves nothing of them."""
    return [*Path(os.environ[VARIABLE]).glob("*.sqlite")]


def _plain() -> bytes:
    return newslint(*_CHECK, "--no-cache", folder=Path.cwd()).out.encode()


@pytest.mark.parametrize("most", one_in(5, [8192, 0, 1, 4096, 20_000]))
def test_on_a_full_disk(runs: Runs, most: int) -> None:
    write(Path.cwd(), LARGE)
    plain = _plain()

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    for _ in range(2):
        out, err = _started(preexec_fn=bound).communicate(timeout=60)
        assert out == plain
        assert _one_notice(err.decode()), err
    out, err = _started().communicate(timeout=60)
    assert (out, err) == (plain, b"")
    assert _stores()


@pytest.mark.slow
def test_two_runs_at_once(runs: Runs) -> None:
    write(Path.cwd(), LARGE)
    for number in range(3):
        write(Path.cwd(), {f"content/news/{number}.md": f"---\ntitle: B  {number}\n---\n"})
        plain = _plain()
        both = [_started() for _ in range(3)]
        for one in both:
            out, err = one.communicate(timeout=60)
            assert out == plain
            assert _one_notice(err.decode()), err
    assert _stores()
    assert runs.kept() == runs.plain()


@pytest.mark.slow
@pytest.mark.parametrize("kills", [25, pytest.param(200, marks=pytest.mark.nightly)])
def test_killed_at_any_moment(runs: Runs, kills: int) -> None:
    write(Path.cwd(), LARGE)
    started = time.monotonic()
    plain = _started().communicate(timeout=60)[0]
    lasts, chance = time.monotonic() - started, random.Random(7)
    for number in range(kills):
        if number % 20 == 0:
            shutil.rmtree(os.environ[VARIABLE], ignore_errors=True)  # it may not be there yet
        write(
            Path.cwd(),
            {f"content/news/{chance.randrange(len(LARGE) - 2)}.md": f"---\ntitle: C {number}\n"},
        )
        run = _started()
        time.sleep(chance.uniform(0.3, 1.05) * lasts)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        if number % 5 == 0:
            out, err = _started().communicate(timeout=60)
            plain = _plain()
            assert out == plain
            assert _one_notice(err.decode()), err
            assert _stores()


@pytest.mark.parametrize("act", one_in(2, ["_taken", "_rows", "_parted", "_keep", "_save"]))
def test_a_fault_of_its_own_costs_nothing(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    write(Path.cwd(), SITE)
    plain = runs.kept()
    write(Path.cwd(), {"content/news/1.md": "---\ntitle: B\n---\n"})

    def crash(*_: object) -> None:
        raise RuntimeError("a fault")

    with monkeypatch.context() as patch:
        patch.setattr(Store, act, crash)
        assert runs.kept() == runs.plain() != plain
    assert runs.kept() == runs.plain()


def test_a_crash_is_not_kept(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), SITE)
    plain = runs.plain()

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("a moment")

    with monkeypatch.context() as patch:
        patch.setattr("newslint.lint.fix._diagnostics", crash)
        assert "a moment" in runs.kept()
    assert runs.kept() == plain
    assert len(runs.judged) == ARTICLES


@pytest.mark.parametrize("stage", ["read_article", "find", "diagnosed", "facts_of"])
def test_what_raises_in_a_stage_is_done_alone(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    write(Path.cwd(), SITE)
    plain, real, calls = runs.plain(), getattr(staged, stage), iter(range(100))

    def crash(*words: Any, **named: Any) -> Any:
        if next(calls) % 3 == 1:
            raise RuntimeError("a moment")
        return real(*words, **named)

    with monkeypatch.context() as patch:
        patch.setattr(staged, stage, crash)
        assert runs.kept() == plain
        assert next(calls) > 2
    assert runs.kept() == plain
    assert not runs.judged


def test_few_long_articles_are_held_at_a_time(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), SITE)
    plain = runs.plain()
    monkeypatch.setattr(staged, "MOST", 1)
    assert runs.kept() == plain
    assert len(runs.judged) == ARTICLES


def test_what_the_program_is_made_of_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each module, each rule, each table; and what is installed beside it."""
    own, rules, installed = (tmp_path / name for name in ("own", "rules", "installed"))
    write(own, {"a.py": "1", "data/b.yaml": "1", "__pycache__/a.pyc": "1"})
    write(rules, {"x.py": "1", "preset.toml": "1"})
    write(installed, {"ftfy-6.2.0.dist-info/METADATA": ""})
    monkeypatch.setattr(stamp, "_OWN", own)
    monkeypatch.setattr(stamp, "rules_folder", lambda: rules)
    monkeypatch.setattr(sys, "path", [str(installed), "/nowhere"])

    def made() -> str:
        stamp.program.cache_clear()
        return stamp.program()

    seen = [made(), made()]
    assert seen[0] == seen[1]
    changes = [(own, "a.py"), (own, "data/b.yaml"), (rules, "x.py"), (rules, "preset.toml")]
    for folder, name in (*changes, (rules, "new.py"), (own, "sub/new.py")):
        write(folder, {name: "2"})
        seen.append(made())
    (installed / "ftfy-6.2.0.dist-info").rename(installed / "ftfy-6.3.0.dist-info")
    seen.append(made())
    monkeypatch.setattr(sys, "version", "4.0")
    seen.append(made())
    assert len(set(seen)) == len(seen) - 1
    (own / "__pycache__" / "a.pyc").write_text("2", encoding="utf-8")
    assert made() == seen[-1]
    monkeypatch.undo()
    stamp.program.cache_clear()


def test_another_program_looks_again(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), SITE)
    plain = runs.kept()
    monkeypatch.setattr(stamp, "program", lambda: "another")
    assert runs.kept() == plain
    assert len(runs.judged) == ARTICLES


def test_what_has_no_canonical_form_is_not_kept() -> None:
    with pytest.raises(TypeError):
        stamp.canonical({"a": object()})
    assert stamp.canonical({"a": {1, 2}}) == stamp.canonical({"a": {2, 1}})
    assert stamp.canonical(("a", "b")) != stamp.canonical(("a,b",))
    assert stamp.canonical(1) != stamp.canonical("1") != stamp.canonical(True)


def test_what_is_read_has_the_types_of_what_is_kept() -> None:
    for data in (b"", b"\x91\x01", b"\x91\x92\x01\x02", b"\xc1", b"\x91\x92\xc0\xa1a"):
        with pytest.raises((DecodeError, ValueError)):
            Rows.unpack(data)
    for data in (b"", b"\x01", b"\xc1"):
        with pytest.raises(DecodeError):
            codec.parted(data)
    for data in (b"\x91\x01", b"\x92\x01\x02", b"\xc1"):
        with pytest.raises(DecodeError):
            codec.facts_of(data, "a.md", "/a.md")
        with pytest.raises(DecodeError):
            codec.found_of(data, "a.md")
    assert json.loads(codec.dumps(["\udce9"])) == ["\udce9"]


def test_a_lone_surrogate_says_the_same(runs: Runs) -> None:
    text = '{"title": " \\ud800", "tags": ["\\ud800"], "\\ud800": 1}\n'
    write(Path.cwd(), {**SITE, "content/news/s.md": text})
    plain = runs.plain()
    assert runs.kept() == plain
    assert runs.kept() == plain
    head = Place(Span(0, 3), Position(1, 1), Position(1, 4))
    with pytest.raises(UnicodeEncodeError):
        codec.encode(FileResult("a.md", (), facts=Facts("", "\ud800", "", head)), None)
