"""`check --add-ignores`: comments where they silence, and nothing else changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.cli.add_ignores import with_reason
from tests.support.command import CORPORA, ROOT, copy, newslint, tree
from tests.support.quick import one_in

YAML = (
    "---\ntitle: The  vote\ndate: 2025-12-31T10:00:00Z\n"
    "link: https://example.org/a?utm_source=rss # a link\ntags:\n- a\n- a\n"
    "extra: [b, b]\n---\nText.\n"
)
TOML = (
    '+++\ntitle = "The  vote"\ndate = 2025-12-31T10:00:00Z\n'
    'link = "https://example.org/a?utm_source=rss"\ntags = [\n  "a",\n  "a",\n]\n+++\nText.\n'
)
JSON = '{\n  "title": "The  vote",\n  "link": "https://example.org/a?utm_source=rss"\n}\nText.\n'
ALL = ("--preset", "strict")


def without_comments(data: bytes) -> bytes:
    """The file without the lines that are only such a comment."""
    return re.sub(rb"(?m)^[ \t]*# newslint: ignore[^\n]*\n", b"", data)


@pytest.mark.parametrize(
    "text", one_in(3, [YAML, TOML, YAML.replace("\n", "\r\n")]), ids=["yaml", "toml", "crlf"]
)
def test_every_problem_is_silenced_and_only_lines_are_added(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_bytes(text.encode())
    assert newslint("check", *ALL, folder=tmp_path).code == 1
    done = newslint("check", *ALL, "--add-ignores", "as it is", folder=tmp_path)
    assert done.code == 0, done
    data = (tmp_path / "a.md").read_bytes()
    assert b" as it is" in data
    assert without_comments(data) == text.encode()
    assert b"\r\n" in data if "\r" in text else b"\r" not in data
    done = newslint("check", *ALL, "--fail-on", "info", folder=tmp_path)
    assert (done.code, "no problems" in done.out) == (0, True)
    assert not (tmp_path / "newslint-baseline.json").exists()


def test_an_item_is_silenced_at_the_item(tmp_path: Path) -> None:
    text = "---\ntitle: A\ntags:\n  - one\n  - one\n---\n"
    (tmp_path / "a.md").write_text(text)
    newslint("check", "--select", "TAG001", "--add-ignores", folder=tmp_path)
    assert (tmp_path / "a.md").read_text() == text.replace(
        "  - one\n---", "  # newslint: ignore[TAG001]\n  - one\n---"
    )


def test_what_holds_no_comment_goes_into_the_baseline(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(JSON)
    (tmp_path / "b.md").write_text('---\ntitle: "broken\n---\n')
    before = tree(tmp_path)
    done = newslint("check", "--add-ignores", "old", folder=tmp_path)
    assert done.code == 0, done
    after = tree(tmp_path)
    after.pop("newslint-baseline.json")
    assert after == before
    assert newslint("check", folder=tmp_path).code == 0


def test_rules_about_the_site_are_silenced_too(tmp_path: Path) -> None:
    text = "---\ntitle: One story\ndate: 2025-12-31T10:00:00Z\nlink: https://a.org/x\n---\n"
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(text)
    assert "SIT004" in newslint("check", "--preset", "news", folder=tmp_path).out
    newslint("check", "--preset", "news", "--add-ignores", folder=tmp_path)
    done = newslint("check", "--preset", "news", "--fail-on", "info", folder=tmp_path)
    assert (done.code, "RUN005" in done.out) == (0, False)


def test_a_second_time_nothing_changes(tmp_path: Path) -> None:
    folder = copy(ROOT / "examples/newsroom", tmp_path / "newsroom")
    newslint("check", "--add-ignores", "old", folder=folder)
    before = tree(folder)
    assert newslint("check", "--add-ignores", "old", "--fail-on", "info", folder=folder).code == 0
    assert tree(folder) == before
    originals = tree(ROOT / "examples/newsroom")
    for name, data in before.items():
        if name in originals:
            assert without_comments(data) == originals[name]


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the real articles are not there")
@pytest.mark.slow
@pytest.mark.parametrize("name", ["18f", "digitalgov"])
def test_real_articles(name: str, tmp_path: Path) -> None:
    folder = copy(CORPORA / name, tmp_path / name)
    originals = tree(folder)
    newslint("check", "--preset", "news", "--add-ignores", folder=folder)
    for path, data in tree(folder).items():
        if path in originals:
            assert without_comments(data) == originals[path], path
    done = newslint("check", "--preset", "news", "--output-format", "concise", folder=folder)
    assert done.code == 0, done.out[-2000:]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("check --add-ignores", "check --add-ignores|"),
        ("check --add-ignores -q", "check --add-ignores| -q"),
        ("check --add-ignores . -q", "check --add-ignores| . -q"),
        ("check --add-ignores old .", "check --add-ignores old ."),
        ("check --add-ignores=old .", "check --add-ignores=old ."),
        ("check -- --add-ignores", "check -- --add-ignores"),
    ],
)
def test_a_reason_may_be_left_out(line: str, wanted: str) -> None:
    assert " ".join(with_reason(line.split())).replace("--add-ignores  ", "--add-ignores| ") in (
        wanted,
        wanted.replace("|", " "),
    )


@pytest.mark.parametrize(
    "arguments", [("--fix",), ("--diff",), ("-",), ("--no-baseline",), ("--add-ignores=a\nb",)]
)
def test_what_has_no_meaning_with_it(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.md").write_text(YAML)
    done = newslint("check", "--add-ignores=x", *arguments, folder=tmp_path)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert (tmp_path / "a.md").read_text() == YAML
