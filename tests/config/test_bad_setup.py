"""A wrong option or a wrong config: one clear line, exit code 2, and no file is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Done, newslint

pytestmark = pytest.mark.slow

GOOD = b"---\ntitle: Good\nlink: https://example.org/a?utm_source=rss\n---\nBody.\n"


@pytest.mark.parametrize(
    ("arguments", "last"),
    [
        (("--nope",), "No such option"),
        (("--preset", "x"), "'x' is not one of 'default', 'news', 'strict'."),
        (("--target", "x"), "Invalid value for '--target'"),
        (("--fail-on", "x"), "'x' is not one of 'error', 'warning', 'info', 'never'."),
        (("--output-format", "x"), "'x' is not one of 'table', 'concise', 'full',"),
        (("--jobs", "0"), "Invalid value for '--jobs'"),
        (("--jobs", "x"), "Invalid value for '--jobs'"),
        (("--select",), "'--select' requires an argument."),
    ],
)
def test_an_option_that_is_wrong(arguments: tuple[str, ...], last: str, tmp_path: Path) -> None:
    done = newslint("check", ".", *arguments, folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert last in done.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--select", "ZZZ"), "--select: unknown rule `ZZZ`"),
        (("--ignore", "LNK04"), "--ignore: unknown rule `LNK04`; did you mean `LNK004`?"),
        (("--now", "noon"), "--now: `noon` is not a date and time such as 2026-01-31T12:00:00Z"),
        (("--config", "none.toml"), "--config: none.toml does not exist"),
        (("-",), "`-` (standard input) cannot be mixed with files"),
    ],
)
def test_a_value_that_is_wrong(arguments: tuple[str, ...], error: str, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    done = newslint("check", "good.md", *arguments, folder=tmp_path)
    assert done == Done(2, "", f"newslint: {error}\n")


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("newslint.toml", 'preset = "news', "invalid TOML: unterminated string"),
        ("newslint.toml", 'presett = "news"', "unknown key `presett`; did you mean `preset`?"),
        (
            "newslint.toml",
            'preset = "newz"',
            '`preset` must be "default", "news" or "strict"',
        ),
        (
            "newslint.toml",
            "fields.link.requird = true",
            "unknown key `fields.link.requird`; did you mean `required`?",
        ),
        ("newslint.toml", 'ignore = ["LNK04"]', "unknown rule `LNK04`; did you mean `LNK004`"),
        (
            "newslint.toml",
            'rules.LNK004.ad = ["x"]',
            "unknown option `ad` of LNK004; did you mean `add`?",
        ),
        ("newslint.toml", 'severity.LNK004 = "bad"', '`severity.LNK004` must be "error"'),
        ("newslint.toml", 'extend = "none.toml"', "`extend`: none.toml does not exist"),
        (
            "newslint.toml",
            'extend = "newslint.toml"',
            "circular `extend`: newslint.toml is already",
        ),
        ("pyproject.toml", "[tool.newslint]\npreset = 3", '`preset` must be "default"'),
    ],
)
def test_a_config_that_is_wrong(name: str, text: str, error: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    (tmp_path / "good.md").write_bytes(GOOD)
    done = newslint("fix", "good.md", folder=tmp_path)
    assert done.err.startswith(f"newslint: {tmp_path / name}: {error}")
    assert done.err.count("\n") == 1
    assert (done.code, done.out) == (2, "")
    assert (tmp_path / "good.md").read_bytes() == GOOD


def test_an_output_format_that_the_config_has_wrong(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('output-format = "tabel"')
    (tmp_path / "good.md").write_bytes(GOOD)
    done = newslint("check", "good.md", folder=tmp_path)
    assert done.err.startswith("newslint: `output-format` must be one of table, concise,")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_words_of_toml_for_those_who_begin(tmp_path: Path) -> None:
    """What a newcomer writes first, and what is said of it."""
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\nText.\n")
    for text, said in (
        (
            '[tool.newslint]\npreset = "news"\n',
            "unknown key `tool`: here the keys stand at the top",
        ),
        ('[fields]\nlink = "origin"\n', '`fields.link` must be a table: `{ key = "origin" }`'),
    ):
        (tmp_path / "newslint.toml").write_text(text)
        done = newslint("check", folder=tmp_path)
        assert (done.code, said in done.err) == (2, True), done.err
    (tmp_path / "newslint.toml").unlink()
    assert newslint("check", "", folder=tmp_path).err == "newslint: the empty path does not exist\n"
