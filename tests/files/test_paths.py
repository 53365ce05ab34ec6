"""Names that lie in one piece of memory."""

from __future__ import annotations

import pickle
from pathlib import Path

from newslint.files.paths import Joined, Names, Paths

TEXTS = ["content/a.md", "", "content/뉴스.md", "content/\udcff.md", "c\ud800.md", "z" * 300]


def test_names_are_the_texts() -> None:
    names = Names(TEXTS)
    assert [*names] == TEXTS
    assert [names[at] for at in range(len(names))] == TEXTS
    assert names[-1] == TEXTS[-1]
    assert "content/a.md" in names


def test_a_part_of_names_is_a_view_of_them() -> None:
    part = Names(TEXTS)[1:5][1:]
    assert [*part] == TEXTS[2:5]
    assert [*part.picked([2, 0])] == [TEXTS[4], TEXTS[2]]
    assert [*Names(TEXTS)[::-1]] == TEXTS[::-1]


def test_a_part_goes_to_another_process_without_the_rest() -> None:
    names = Names([f"content/{number:05}.md" for number in range(10_000)])
    sent = pickle.dumps(Paths(names)[10:20])
    assert len(sent) < 1_000
    assert [*pickle.loads(sent)] == [Path(f"content/{number:05}.md") for number in range(10, 20)]


def test_several_sequences_are_as_one() -> None:
    joined = Joined()
    assert [*joined] == []
    for part in (["a", "b"], Names(["c"]), (), ("d", "e", "f")):
        joined.extend(part)
    assert [*joined] == [*"abcdef"]
    assert [joined[at] for at in (5, 0, 2, 3, 1, 4, -1)] == [*"facdbef"]
    assert [*joined[1:4]] == [*"bcd"]
