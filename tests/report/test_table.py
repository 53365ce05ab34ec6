"""The table: exact text at a fixed width, and what it makes of very much."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.spans import Position
from newslint.report import render
from newslint.report.run_report import Report, rule_url
from newslint.report.table_groups import MAX_LINES, by_file, grouped
from tests.report.test_report_text import (
    ARTICLE,
    ENTITY,
    FIXED,
    MENDED_TRACKING,
    NO_TIME,
    RESULTS,
    TRACKING,
    WIDE,
    problem,
)
from tests.support.quick import one_in

TABLE_80 = """\
content/world/a.md  ▲ 2  ● 1
  2:8  ▲ TXT002  title has `&amp;`: write `&` [unsafe fix]
  4:7  ▲ LNK004  link carries the tracking parameter utm_source: remove it [fix]

content/中文/[b]新闻[/b].md  ✖ 1
  2:9  ✖ TAG006  tags holds `人工智能 [red]AI[/red] :smile: אבג`: name what the
                 article is about, 人工智能人工智能人工智能人工智能

3 files checked, 2 with problems: 1 error, 2 warnings, 1 info.
1 info not listed: --verbose lists it
Next: newslint fix --diff  shows 1 safe fix, 1 more with --unsafe-fixes
      newslint rule TAG006  explains tag-noise
"""

TABLE_120 = """\
content/world/a.md  ▲ 2  ● 1
  2:8  ▲ TXT002  title has `&amp;`: write `&` [unsafe fix]
  4:7  ▲ LNK004  link carries the tracking parameter utm_source: remove it [fix]

content/中文/[b]新闻[/b].md  ✖ 1
  2:9  ✖ TAG006  tags holds `人工智能 [red]AI[/red] :smile: אבג`: name what the article is about,
                 人工智能人工智能人工智能人工智能

3 files checked, 2 with problems: 1 error, 2 warnings, 1 info.
1 info not listed: --verbose lists it
Next: newslint fix --diff  shows 1 safe fix, 1 more with --unsafe-fixes
      newslint rule TAG006  explains tag-noise
"""

TABLE_40 = """\
content/world/a.md  ▲ 2  ● 1
  2:8  ▲ TXT002 [unsafe fix]
    title has `&amp;`: write `&`
  4:7  ▲ LNK004 [fix]
    link carries the tracking parameter
    utm_source: remove it

content/中文/[b]新闻[/b].md  ✖ 1
  2:9  ✖ TAG006
    tags holds `人工智能 [red]AI[/red]
    :smile: אבג`: name what the article
    is about,
    人工智能人工智能人工智能人工智能

3 files checked, 2 with problems: 1
error, 2 warnings, 1 info.
1 info not listed: --verbose lists it
Next: newslint fix --diff  shows 1 safe
      fix, 1 more with --unsafe-fixes
      newslint rule TAG006  explains
      tag-noise
"""

TABLE_FIX = """\
content/world/a.md  ✔ 1 fixed
  4:7  ✔ LNK004  Remove utm_source

content/world/a.md  ▲ 1
  2:8  ▲ TXT002  title has `&amp;`: write `&` [unsafe fix]

2 files checked, 1 changed: 1 problem fixed, 1 left (1 warning). 1 of these can
be fixed with `newslint fix --unsafe-fixes`.
Next: newslint fix --unsafe-fixes --diff  shows 1 unsafe fix
      newslint rule TXT002  explains text-entity
"""


@pytest.mark.parametrize(("width", "expected"), [(40, TABLE_40), (80, TABLE_80), (120, TABLE_120)])
def test_the_table(width: int, expected: str) -> None:
    assert render("table", Report(RESULTS, width=width)) == expected


def test_the_table_of_a_fix() -> None:
    assert render("table", Report(FIXED, mode="fix")) == TABLE_FIX


def test_the_narrowest_table_keeps_all_text() -> None:
    words = render("table", Report(RESULTS, width=20, verbose=True)).split()
    for one in (ENTITY, NO_TIME, TRACKING):
        assert [word for word in (one.code, *one.text.split()) if word not in words] == []


LONG = problem(
    ARTICLE,
    "2025-12-31",
    (
        "DAT006",
        "date-no-time",
        "error",
        "params.publication.first_date",
        f"`https://example.org/{'a' * 90}/?x=1&y=2` and {'中文' * 60} and {'é' * 90}",
    ),
    ("2025-12-31T00:00:00Z", "Write 2025-12-31T00:00:00Z", "unsafe"),
    path=f"content/{'long-' * 30}name.md",
)


@pytest.mark.parametrize("width", one_in(5, range(20, 121)))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = FileResult(LONG.path, (LONG, LONG._replace(fixed=True)), ARTICLE)
    for results in (RESULTS, FIXED, (FileResult("a.md", (MENDED_TRACKING,)),), (long,)):
        text = render("table", Report(results, mode="fix", width=width, verbose=True))
        lines = text.splitlines()
        assert [line for line in lines if cell_len(line) > width or line != line.rstrip()] == []


def test_in_color_values_are_bold_and_the_words_the_same() -> None:
    plain = render("table", Report(RESULTS, width=500))
    colored = render("table", Report(RESULTS, width=500, color=True))
    assert "\x1b" not in plain
    assert "\x1b[1m&amp;\x1b[0m" in colored
    bare = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;.*?\x1b\\", "", colored)
    assert bare == plain.replace("`", "")


def test_a_terminal_opens_files_and_rules() -> None:
    colored = render("table", Report(RESULTS, color=True))
    assert f";{Path('content/world/a.md').absolute().as_uri()}\x1b\\" in colored
    assert f";{rule_url('TAG006')}\x1b\\" in colored
    stdin = FileResult("-", (ENTITY._replace(path="-"),))
    assert ";file:" not in render("table", Report((stdin,), color=True))


@pytest.mark.parametrize("value", ["` `", "` a`", "``", "`a``"])
def test_a_value_that_shows_its_ends_only_between_backticks_keeps_them(value: str) -> None:
    one = ENTITY._replace(message=f"title is {value}")
    assert f"{value}" in re.sub(
        r"\x1b\[[\d;]*m", "", render("table", Report((FileResult("a", (one,)),), color=True))
    )


def test_what_is_info_is_listed_where_there_is_nothing_else_or_it_is_asked_for() -> None:
    only = (FileResult("a.md", (NO_TIME,)),)
    assert "3:7  ● DAT006" in render("table", Report(only))
    assert "not listed" not in render("table", Report(only))
    assert "DAT006" not in render("table", Report(RESULTS))
    for report in (Report(RESULTS, verbose=True), Report(RESULTS, fail_on="info")):
        text = render("table", report)
        assert "3:7  ● DAT006" in text
        assert "not listed" not in text


def test_the_worst_stands_first_in_a_file() -> None:
    found = [one._replace(path="a.md") for one in (ENTITY, NO_TIME, TRACKING, WIDE)]
    [group] = by_file(sorted(found, key=lambda one: one.order))
    assert [row.one.severity for row in group.rows] == ["error", "warning", "warning", "info"]


def item(row: int, value: str, code: str = "TAG006") -> Diagnostic:
    """What is found at an item of a list."""
    start, end = Position(row, 3), Position(row, 9)
    message = f"term `{value}` in tags is a host name"
    return Diagnostic("a.md", code, "n", "warning", message, "tags", start, end)


def rows(*found: Diagnostic) -> list[tuple[str, str]]:
    [group] = by_file(found)
    return [(row.place, row.message) for row in group.rows]


def test_the_same_of_neighbours_in_a_list_is_one_row() -> None:
    assert rows(item(3, "a"), item(4, "b"), item(6, "d")) == [
        ("3-4", "term `a`, `b` in tags is a host name"),
        ("6:3", "term `d` in tags is a host name"),
    ]
    assert rows(*(item(row, f"v{row}") for row in range(3, 9))) == [
        ("3-8", "term `v3`, `v4`, `v5` and 3 more in tags is a host name")
    ]
    same_line = item(3, "b")._replace(start=Position(3, 20), end=Position(3, 25))
    assert rows(item(3, "a"), same_line) == [("3:3", "term `a`, `b` in tags is a host name")]
    assert len(rows(item(3, "a"), item(4, "b", "TAG001"))) == 2


def site(files: int) -> tuple[FileResult, ...]:
    """Each file lacks a time of day, every second one has a tracked link, each its own title."""
    results = []
    for number in range(files):
        path = f"content/{number:03}.md"
        found = [
            NO_TIME._replace(path=path),
            ENTITY._replace(path=path, message=f"title has `&amp;` in `News {number}`"),
            *([TRACKING._replace(path=path)] if number % 2 else []),
        ]
        results.append(FileResult(path, tuple(found)))
    return tuple(results)


TABLE_MANY = """\
By kind  ▲ 90
  60×  ▲ TXT002  title has `&amp;` in `…` [unsafe fix]
                 content/000.md:2:8, content/001.md:2:8, content/002.md:2:8 and
                 57 more
  30×  ▲ LNK004  link carries the tracking parameter utm_source: remove it [fix]
                 content/001.md:4:7, content/003.md:4:7, content/005.md:4:7 and
                 27 more

60 files checked, 60 with problems: 90 warnings, 60 info.
60 info not listed: --verbose lists them
Next: newslint fix --diff blog  shows 30 safe fixes, 60 more with --unsafe-fixes
      newslint check --output-format concise blog  lists all 150
      newslint rule TXT002  explains text-entity
"""


def test_what_would_fill_many_screens_is_listed_by_kind() -> None:
    text = render("table", Report(site(60), again="blog"))
    assert text == TABLE_MANY
    assert "DAT006" not in render("table", Report(site(20)))


def test_a_few_screens_are_listed_by_file() -> None:
    text = render("table", Report(site(20)))
    assert text.count("TXT002") - text.count("rule TXT002") == 20
    assert len(text.splitlines()) <= MAX_LINES
    assert "lists all" not in text


def test_kinds_of_too_many_shapes_are_rules() -> None:
    shapes = [NO_TIME._replace(path=f"{n:03}", message=f"{'x' * n} is odd") for n in range(130)]
    [group] = grouped(shapes, shapes)
    assert [(row.place, row.message) for row in group.rows] == [("130×", "for example  is odd")]


def test_a_row_for_a_kind_says_what_all_have_in_common() -> None:
    messages = [f"title of {n} holds `a{n}`, `b`{', `c`' * n}, write `x`" for n in range(60)]
    found = [TRACKING._replace(path=f"{n:02}", message=m) for n, m in enumerate(messages)]
    errors = [NO_TIME._replace(path=f"{n:02}", message="other", severity="error") for n in range(3)]
    [group] = grouped([*found, *errors], [*found, *errors])
    assert [(row.place, row.message) for row in group.rows] == [
        ("3×", "other"),
        ("60×", "title of … holds `…`, write `x`"),
    ]


def test_a_row_for_a_kind_with_several_values_is_an_example() -> None:
    messages = [f"title contains `&#{n};`; write `{n}`" for n in range(60)]
    found = [TRACKING._replace(path=f"{n:02}", message=m) for n, m in enumerate(messages)]
    [group] = grouped(found, found)
    assert [row.message for row in group.rows] == [f"for example {messages[0]}"]


def test_show_fixes_lists_each_fix() -> None:
    fixed = tuple(
        FileResult(f"{n:03}", (MENDED_TRACKING._replace(path=f"{n:03}"),)) for n in range(60)
    )
    assert render("table", Report(fixed, mode="fix")).count("LNK004") == 1
    assert render("table", Report(fixed, mode="fix", show_fixes=True)).count("LNK004") == 60
