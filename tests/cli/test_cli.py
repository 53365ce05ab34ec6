"""The command line as a user types it: golden texts, options, exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from newslint import cli

DIRTY = """---
title: "Flood  in the valley"
date: 2025-12-31T10:00:00Z
link: "https://example.org/a?utm_source=rss&id=1"
tags: [floods, floods]
---
Text.
"""
CLEAN = """---
title: Clean
date: 2025-12-31T10:00:00Z
---
Text.
"""
NOW = ["--now", "2026-01-31T12:00:00Z"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Hugo site with one article that has problems and one that has none."""
    (tmp_path / "hugo.toml").write_text('baseURL = "https://valley.example/"\n')
    news = tmp_path / "content" / "news"
    news.mkdir(parents=True)
    (news / "dirty.md").write_text(DIRTY)
    (news / "clean.md").write_text(CLEAN)
    (tmp_path / "README.md").write_text("# no article\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = cli.run(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_check_reports_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check")
    assert (code, err) == (1, "")
    assert out == (
        "content/news/dirty.md:2:8: warning TXT001 title contains consecutive spaces; keep "
        "one [*]\n"
        "content/news/dirty.md:4:7: warning LNK004 link contains a tracking parameter: "
        "`utm_source`; "
        "remove it [*]\n"
        "content/news/dirty.md:5:16: warning TAG001 tags repeats `floods`; keep one [*]\n"
        "Found 3 warnings (3 fixable with `newslint fix`).\n"
    )
    assert (site / "content/news/dirty.md").read_text() == DIRTY


def test_fix_mends_and_reports_what_is_left(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "fix")
    assert (code, err) == (0, "")
    assert "3 fixed, 0 remaining" in out
    assert (site / "content/news/dirty.md").read_text() == (
        '---\ntitle: "Flood in the valley"\ndate: 2025-12-31T10:00:00Z\n'
        'link: "https://example.org/a?id=1"\ntags: [floods]\n---\nText.\n'
    )
    assert run(capsys, "check") == (0, "2 files checked, no problems.\n", "")


def test_check_fix_is_fix(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "check", "--fix")
    assert "utm_source" not in (site / "content/news/dirty.md").read_text()


def test_diff_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "fix", "--diff")
    assert code == 1
    assert out.startswith("--- a/content/news/dirty.md\n+++ b/content/news/dirty.md\n@@ ")
    assert '-title: "Flood  in the valley"\n+title: "Flood in the valley"\n' in out
    assert (site / "content/news/dirty.md").read_text() == DIRTY
    assert run(capsys, "fix", "--diff", "content/news/clean.md")[0] == 0


def test_exit_codes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--exit-zero")[0] == 0
    assert run(capsys, "check", "--fail-on", "error")[0] == 0
    assert run(capsys, "check", "--fail-on", "never")[0] == 0
    assert run(capsys, "check", "--fail-on", "info")[0] == 1
    assert run(capsys, "fix", "--exit-non-zero-on-fix")[0] == 1
    assert run(capsys, "fix", "--exit-non-zero-on-fix")[0] == 0


def test_select_ignore(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def codes(*arguments: str) -> list[str]:
        _, out, _ = run(capsys, "check", "--output-format", "json", *arguments)
        return [entry["code"] for entry in json.loads(out)]

    assert codes("--select", "LNK") == ["LNK004"]
    assert codes("--select", "link-tracking,TAG") == ["LNK004", "TAG001"]
    assert codes("--ignore", "TXT", "--ignore", "TAG001") == ["LNK004"]
    assert codes("--select", "LNK", "--extend-select", "TAG001") == ["LNK004", "TAG001"]


def test_json_is_as_documented(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", "--output-format", "json", "--select", "LNK004")
    assert json.loads(out) == [
        {
            "code": "LNK004",
            "name": "link-tracking",
            "severity": "warning",
            "field": "link",
            "message": "link contains a tracking parameter: `utm_source`",
            "advice": "remove it",
            "filename": "content/news/dirty.md",
            "location": {"row": 4, "column": 7},
            "end_location": {"row": 4, "column": 50},
            "fix": {
                "applicability": "safe",
                "reason": None,
                "message": "Remove utm_source",
                "edits": [
                    {
                        "content": '"https://example.org/a?id=1"',
                        "location": {"row": 4, "column": 7},
                        "end_location": {"row": 4, "column": 50},
                    }
                ],
            },
            "related": [],
            "url": "https://github.com/newslint/newslint/blob/main/rules/pages/lnk004.md",
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nowhere.md"], "nowhere.md does not exist"),
        (["check", "--select", "LNK99"], "--select: unknown rule `LNK99`"),
        (["check", "--ignore", "link-traking"], "did you mean `link-tracking`?"),
        (["check", "--config", "nowhere.toml"], "--config: nowhere.toml does not exist"),
        (["check", "--now", "tomorrow"], "--now: `tomorrow` is not a date and time"),
        (["check", "-", "content"], "cannot be mixed"),
        (["rule", "LNK04"], "unknown rule `LNK04`; did you mean `LNK004`?"),
        (["config", "nowhere"], "nowhere does not exist"),
    ],
)
def test_mistakes_are_one_line(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("newslint: ")
    assert err.count("\n") == 1
    assert message in err


def test_a_wrong_option_is_exit_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "check", "--no-such-option")
    assert code == 2
    assert "--no-such-option" in err


def test_rule_explains(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rule", "LNK004")
    assert code == 0
    assert out.startswith("# link-tracking (LNK004): ")
    assert "## Why it matters" in out
    assert "and becomes, by `newslint fix`:" in out
    _, out, _ = run(capsys, "rule", "LNK004", "--output-format", "json")
    assert json.loads(out)[0]["name"] == "link-tracking"


def test_config_says_where_settings_come_from(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "newslint.toml").write_text('preset = "news"\ntimezone = "Europe/Madrid"\n')
    _, out, _ = run(capsys, "config")
    lines = out.splitlines()
    assert 'preset = "news"  # from newslint.toml' in lines
    assert 'target = "hugo"  # from hugo.toml' in lines
    assert 'timezone = "Europe/Madrid"  # from newslint.toml' in lines


class _Input:
    """Standard input with these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "mended", "code"),
    [
        (DIRTY.encode(), DIRTY.replace("utm_source=rss&", "").encode(), 0),
        (b"\xef\xbb\xbf" + CLEAN.encode(), b"\xef\xbb\xbf" + CLEAN.encode(), 0),
        (b"---\ntitle: caf\xe9\n---\n", b"---\ntitle: caf\xe9\n---\n", 1),
        (b"no front matter\n", b"no front matter\n", 1),
    ],
)
def test_standard_input_is_mended_to_standard_output(
    site: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
    mended: bytes,
    code: int,
) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(data))
    rules = ["--select", "LNK,FMT001,FMT004"]
    assert cli.run(["fix", "-", "--stdin-filename", "content/news/x.md", *rules]) == code
    out, err = capfdbinary.readouterr()
    assert out == mended
    assert b"content/news/x.md" in err or code == 0


def test_standard_input_is_checked(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(DIRTY.encode()))
    code, out, err = run(capsys, "check", "-", "--select", "LNK")
    assert (code, err) == (1, "")
    assert out.startswith("-:4:7: warning LNK004 link contains")
