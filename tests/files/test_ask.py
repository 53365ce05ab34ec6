"""What is asked of the disk is remembered, and what has changed since is seen."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.files import ask
from newslint.files.setup import files_below, leads_out, read_setup
from newslint.model.limits import Limits

Ask = Callable[[Path], object]
Change = Callable[[Path], object]

CASES: list[tuple[Ask, Change]] = [
    (lambda top: ask.exists(top / "new"), lambda top: (top / "new").touch()),
    (lambda top: ask.exists(top / "a.md"), lambda top: (top / "a.md").unlink()),
    (lambda top: ask.is_file(top / "new"), lambda top: (top / "new").symlink_to("a.md")),
    (lambda top: ask.is_folder(top / "new"), lambda top: (top / "new").mkdir()),
    (lambda top: ask.is_link(top / "new"), lambda top: (top / "new").symlink_to("nowhere")),
    (lambda top: ask.is_there(top / "new"), lambda top: (top / "new").symlink_to("nowhere")),
    (lambda top: ask.names(top), lambda top: (top / "new").touch()),
    (lambda top: ask.names(top, "n"), lambda top: (top / "new").touch()),
    (lambda top: ask.other_names(top, "_"), lambda top: (top / "_index.md").touch()),
    (lambda top: ask.folders(top), lambda top: (top / "new").mkdir()),
    (lambda top: ask.folders_like(top, "a-b"), lambda top: (top / "A b").mkdir()),
    (lambda top: ask.content(top / "a.md", Limits()), lambda top: (top / "a.md").write_bytes(b"b")),
    (lambda top: ask.content(top / "a.md", Limits()), lambda top: (top / "a.md").unlink()),
    (lambda top: ask.content(top / "no", Limits()), lambda top: (top / "no").touch()),
    (lambda top: read_setup(top / "a.md"), lambda top: (top / "a.md").write_bytes(b"b")),
    (lambda top: list(files_below(top)), lambda top: (top / "sub" / "new").touch()),
    (
        lambda top: leads_out(top / "new"),
        lambda top: (top / "new").symlink_to(os.sep),
    ),
    (
        lambda top: ask.leads_inside(top / "new" / "x", top),
        lambda top: (top / "new").symlink_to(os.sep),
    ),
    (lambda top: ask.of_article(str(top), "x.png"), lambda top: (top / "x.png").touch()),
]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.md").write_bytes(b"a")
    return tmp_path


@pytest.mark.parametrize(("question", "change"), CASES)
def test_what_changed_is_seen(top: Path, question: Ask, change: Change) -> None:
    asked = ask.Asked()
    with ask.remembered(asked):
        answer = question(top)
    assert asked.answers
    assert asked.steady
    assert ask.still(asked.answers, {})
    change(top)
    assert not ask.still(asked.answers, {})
    with ask.remembered(asked):
        assert question(top) != answer
    assert not asked.steady


def test_what_was_not_asked_disturbs_nobody(top: Path) -> None:
    asked = ask.Asked()
    with ask.remembered(asked):
        ask.names(top, "n")
        ask.other_names(top)
        ask.folders(top)
        ask.folders_like(top, "b.md")
    (top / "b.md").touch()
    assert ask.still(asked.answers, {})


def test_an_error_is_an_answer(top: Path) -> None:
    asked = ask.Asked()
    with ask.remembered(asked), pytest.raises(FileNotFoundError):
        ask.names(top / "new")
    assert ask.still(asked.answers, {})
    (top / "new").mkdir()
    assert not ask.still(asked.answers, {})


def test_what_one_article_asks_is_its_own(top: Path) -> None:
    site, article = ask.Asked(), ask.Asked()
    with ask.remembered(site, article):
        ask.of_article(str(top), "x.png")
        ask.is_file(top / "a.md")
    assert [key[0] for key in article.answers] == ["exists"]
    assert [key[0] for key in site.answers] == ["is_file"]


def test_nothing_is_remembered_elsewhere(top: Path) -> None:
    asked = ask.Asked()
    with ask.remembered(asked):
        pass
    ask.is_file(top / "a.md")
    assert not asked.answers


def test_a_relative_path_may_not_be_kept(top: Path) -> None:
    asked = ask.Asked()
    with ask.remembered(asked):
        ask.is_file("a.md")
    assert not asked.steady


def test_a_word_that_would_not_be_remembered_is_refused(top: Path) -> None:
    with pytest.raises(TypeError):
        ask.names(top, start="n")


def test_a_question_that_nobody_knows_has_changed() -> None:
    assert not ask.still({("gone", "/"): "0"}, {})
    assert not ask.still({("names", "/", "a", "b", "c"): "0"}, {})


def test_what_is_made_once_is_made_once_for_each_site(top: Path) -> None:
    made: list[str] = []

    @ask.once
    def make(name: str) -> int:
        made.append(name)
        return len(made)

    for site in (ask.Asked(), ask.Asked()):
        with ask.remembered(site):
            assert make("a") == make("a")
    assert made == ["a", "a"]
    assert (make("a"), make("a")) == (3, 4)


def test_what_is_shared_is_asked_once_and_remembered_for_each_article(top: Path) -> None:
    asked: list[str] = []

    @ask.shared
    def both(root: str, name: str) -> bool:
        asked.append(name)
        return ask.of_article(root, name) and ask.of_article(root, "b.md")

    site, articles = ask.Asked(), (ask.Asked(), ask.Asked())
    answers = []
    for article in articles:
        with ask.remembered(site, article):
            answers.append(both(str(top), "a.md"))
    first, second = articles
    assert asked == ["a.md"]
    assert answers[0] == answers[1] == both(str(top), "a.md")
    assert first.answers == second.answers
    assert first.answers
    assert not site.answers
    assert first.steady
    assert second.steady


def test_what_is_shared_and_may_not_be_kept_is_so_for_each_article(top: Path) -> None:
    @ask.shared
    def there(root: str) -> bool:
        return ask.of_article(root, "a.md")

    site, articles = ask.Asked(), (ask.Asked(), ask.Asked())
    for article in articles:
        with ask.remembered(site, article):
            there("here")
    assert [article.steady for article in articles] == [False, False]
