"""What copies of the process write is what the process alone writes, whatever becomes of them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from newslint import forked
from newslint.files import ask
from newslint.site.spool import Spool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes")

PARTS = range(7)
TEXTS = [f"{number} ü\udc80\n" * 9_000 for number in PARTS]
HERE = os.getpid()


def children() -> set[str]:
    told = Path("/proc/self/task").glob("*/children")
    return {process for one in told for process in one.read_text().split()}


@pytest.fixture(autouse=True)
def _no_copy_is_left() -> Iterator[None]:
    before = children()
    yield
    assert children() <= before


def is_copy() -> bool:
    return os.getpid() != HERE


def made(part: int) -> str:
    return TEXTS[part]


@pytest.mark.parametrize("number", [1, 2, 3, 9])
def test_all_texts_come_in_order(number: int) -> None:
    assert [*forked.texts(PARTS, made, number)] == TEXTS


def test_copies_make_them() -> None:
    made_by = [*forked.texts(PARTS, lambda _: str(os.getpid()), 2)]
    assert len({*made_by}) == 2
    assert str(os.getpid()) not in made_by


@pytest.mark.parametrize("end", ["raises", "is killed", "exits"])
@pytest.mark.parametrize("at", [0, 3, 6])
def test_a_copy_that_ends_costs_nothing(end: str, at: int) -> None:
    def ending(part: int) -> str:
        if is_copy() and part == at:
            if end == "raises":
                raise RuntimeError("in a copy alone")
            if end == "is killed":
                os.kill(os.getpid(), signal.SIGKILL)
            os._exit(0)
        return TEXTS[part]

    assert [*forked.texts(PARTS, ending, 2)] == TEXTS


@pytest.mark.parametrize("made_before", [0, 1])
def test_where_no_more_processes_may_be(made_before: int, monkeypatch: pytest.MonkeyPatch) -> None:
    fork, left = os.fork, [made_before]

    def failing() -> int:
        left[0] -= 1
        if left[0] < 0:
            raise BlockingIOError("no more processes")
        return fork()

    monkeypatch.setattr(os, "fork", failing)
    opened = len([*Path("/proc/self/fd").iterdir()])
    assert [*forked.texts(PARTS, made, 2)] == TEXTS
    assert len([*Path("/proc/self/fd").iterdir()]) == opened


def test_what_raises_raises_here() -> None:
    def raising(part: int) -> str:
        if part == 4:
            raise ZeroDivisionError
        return TEXTS[part]

    several, found = forked.texts(PARTS, raising, 2), list[str]()
    with pytest.raises(ZeroDivisionError):
        found.extend(several)
    assert found == TEXTS[:4]


def test_who_stops_to_listen_leaves_no_copy() -> None:
    several = forked.texts(PARTS, made, 2)
    assert next(several) == TEXTS[0]
    several.close()  # type: ignore[attr-defined]


def test_what_a_copy_asks_is_asked_here_too(tmp_path: Path) -> None:
    """Else a run would not know that it rests on that."""

    def asking(part: int) -> str:
        return f"{ask.exists(tmp_path)} {os.getpid()}" if part == 5 else str(os.getpid())

    asked = ask.Asked()
    with ask.all_remembered(asked):
        found = [*forked.texts(PARTS, asking, 2)]
    assert found[5] == f"True {os.getpid()}"
    assert [*asked.answers] == [("exists", str(tmp_path))]
    assert str(os.getpid()) not in found[:5]


def test_a_copy_has_no_part_in_the_spool() -> None:
    spool = Spool()
    lying = spool.put(b"first")

    def putting(part: int) -> str:
        if is_copy():
            with pytest.raises(ValueError, match="not the spool"):
                spool.put(b"of a copy")
        return str(lying.get())

    assert {*forked.texts(PARTS, putting, 2)} == {"b'first'"}
    assert spool.put(b"second").place == 5


def test_where_nobody_hears_of_children() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert [*forked.texts(PARTS, made, 2)] == TEXTS
        test_who_stops_to_listen_leaves_no_copy()
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_when_it_is_worth_it() -> None:
    many = os.cpu_count() or 1
    assert forked.copies(forked.WORTH - 1, 8) == 1
    assert forked.copies(forked.WORTH, 1) == 1
    assert forked.copies(forked.WORTH, None) == min(many, 2)
    assert forked.copies(forked.WORTH * 1000, 1000) == min(many, forked.MOST)


def test_no_copy_beside_other_threads() -> None:
    stop = Event()
    other = Thread(target=stop.wait)
    other.start()
    try:
        assert forked.copies(forked.WORTH, 8) == 1
    finally:
        stop.set()
        other.join()
