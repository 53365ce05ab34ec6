"""`newslint.Linter`: a site that is read once, and articles as values."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import doctest
import importlib
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newslint
from tests.support.command import environment

ARTICLE = "---\ntitle: Rain\nlink: https://example.org/a?utm_source=rss\n---\nIt rained.\n"
FIXED = ARTICLE.replace("?utm_source=rss", "")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site/content").mkdir(parents=True)
    (tmp_path / "site/hugo.toml").write_text('baseURL = "https://valley.example/"\n')
    (tmp_path / "site/newslint.toml").write_text('ignore = ["TXT010"]\n')
    for name in ("a", "b"):
        (tmp_path / f"site/content/{name}.md").write_text(ARTICLE)
    return tmp_path / "site"


def test_check_fix_and_paths(site: Path) -> None:
    linter = newslint.Linter("site", preset="news", select=["LNK"])
    found = linter.check(ARTICLE, "content/a.md")
    assert [(one.code, one.path, one.start.row) for one in found] == [("LNK004", "content/a.md", 3)]
    made = linter.fix(ARTICLE, Path("content/a.md"))
    assert (made.after, made.changed) == (FIXED, True)
    assert [one.fixed for one in made.diagnostics] == [True]
    results = linter.check_paths()
    assert [one.path for one in results] == ["site/content/a.md", "site/content/b.md"]
    assert [one.path for one in linter.check_paths("content/a.md")] == ["site/content/a.md"]
    assert [one.path for one in linter.check_paths([Path("content/b.md")])] == ["site/content/b.md"]
    assert linter.check_paths([]) == ()
    assert (site / "content/a.md").read_text() == ARTICLE


def test_facts(site: Path) -> None:
    facts = newslint.Linter(site).facts(ARTICLE, "content/a.md")
    assert facts is not None
    assert facts.published is not None
    assert facts.published.url == "/a/index.html"
    assert facts.title is not None
    assert facts.title.text == "Rain"
    made = json.loads(json.dumps(facts.to_dict()))
    assert made["title"]["text"] == "Rain"
    assert made["title"]["place"]["start"] == {"row": 2, "column": 8}
    assert newslint.Linter(site).facts("---\na: [\n---\n", "content/a.md") is None


def test_the_config_is_read_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linter = newslint.Linter(site)
    linter.check(ARTICLE, "content/a.md")
    (site / "newslint.toml").write_text("what = 1\n")
    assert linter.check(ARTICLE, "content/b.md")
    with pytest.raises(newslint.NewslintError, match="what"):
        newslint.Linter(site)


def test_the_same_as_a_run(site: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "newslint",
            "check",
            "--no-site",
            "--output-format",
            "json",
            "content/a.md",
        ],
        cwd=site,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    linter = newslint.Linter(site)
    found = [one.to_dict() for one in linter.check(ARTICLE, "content/a.md")]
    assert json.loads(done.stdout) == found
    result = linter.fix(ARTICLE, "content/a.md").to_dict()
    assert json.loads(json.dumps(result))["changed"] is True
    assert result["filename"] == "content/a.md"


KEYS = [
    "code", "name", "severity", "field", "message", "advice", "filename", "location",
    "end_location", "fix", "related", "url",
]  # fmt: skip


def test_the_object_of_a_diagnostic() -> None:
    (found,) = newslint.Linter(select="LNK004").check(ARTICLE, "a.md")
    made = found.to_dict()
    assert list(made) == KEYS
    assert made["location"] == {"row": 3, "column": 7}
    assert made["fix"]["edits"][0]["content"] == "https://example.org/a"
    assert made["related"] == []


@pytest.mark.parametrize(
    "select", ["LNK004", "LNK004, TAG", ("LNK004",), {"link-tracking"}, iter(["LNK"])]
)
def test_rules_may_be_one_or_several(select: Any) -> None:
    assert [one.code for one in newslint.Linter(select=select).check(ARTICLE)] == ["LNK004"]


WRONG: list[tuple[Callable[[], Any], type[Exception], str]] = [
    (lambda: newslint.Linter(b"site"), TypeError, "a path is a str or a Path, not bytes"),  # type: ignore[arg-type]
    (lambda: newslint.Linter(None), TypeError, "a path is a str or a Path, not NoneType"),  # type: ignore[arg-type]
    (lambda: newslint.Linter("nowhere"), newslint.NewslintError, "nowhere does not exist"),
    (lambda: newslint.Linter("site/hugo.toml"), newslint.NewslintError, "hugo.toml is no folder"),
    (lambda: newslint.Linter(preset="newz"), newslint.NewslintError, "preset: 'newz' is not one of"),  # type: ignore[arg-type]
    (lambda: newslint.Linter(target="hugoo"), newslint.NewslintError, "target: 'hugoo' is not one"),
    (lambda: newslint.Linter(select="LNK999"), newslint.NewslintError, "LNK999"),
    (lambda: newslint.Linter(select=b"LNK"), TypeError, "select is a str or several, not bytes"),  # type: ignore[arg-type]
    (lambda: newslint.Linter(ignore=None), TypeError, "ignore is a str or several, not NoneType"),  # type: ignore[arg-type]
    (lambda: newslint.Linter(select=[1]), TypeError, "select names rules by str, not int"),  # type: ignore[list-item]
    (lambda: newslint.Linter(now="2026"), TypeError, "now is a datetime, not str"),  # type: ignore[arg-type]
    (lambda: newslint.Linter().check(b"x"), TypeError, "text is a str, not bytes"),  # type: ignore[arg-type]
    (lambda: newslint.Linter().fix(None), TypeError, "text is a str, not NoneType"),  # type: ignore[arg-type]
    (lambda: newslint.Linter().facts("x", b"a.md"), TypeError, "a path is a str or a Path, not"),  # type: ignore[arg-type]
    (lambda: newslint.Linter().check_paths([None]), TypeError, "a path is a str or a Path, not"),  # type: ignore[list-item]
    (lambda: newslint.Linter().check_paths("no"), newslint.NewslintError, "no does not exist"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "error", "words"), WRONG, ids=range(len(WRONG)))
def test_what_cannot_be_meant(
    call: Callable[[], Any], error: type[Exception], words: str, site: Path
) -> None:
    with pytest.raises(error, match=words) as raised:
        call()
    assert "\n" not in str(raised.value)


def test_what_there_is() -> None:
    assert set(newslint.__all__) <= set(dir(newslint))
    for name in newslint.__all__:
        value = getattr(newslint, name)
        assert name.startswith("_") or inspect.getdoc(value), name
        if inspect.isclass(value):
            assert value.__name__ == name


@pytest.mark.parametrize("name", ["newslint.linter", "newslint.library.posts", "newslint.api"])
def test_the_examples_hold(name: str, site: Path) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert failed == 0
    assert tried or name == "newslint.api"


def test_the_examples_of_the_page_hold(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Path(newslint.__file__).parent / "README.md"
    monkeypatch.chdir(site)
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert failed == 0
    assert tried > 10
