"""The reports for people: exact text at a fixed width."""

from __future__ import annotations

from typing import Literal

import pytest
from rich.cells import cell_len

from newslint.model.diagnostics import Diagnostic, DiagnosticFix, FileResult, PlacedEdit
from newslint.model.spans import Edit, Position, Span
from newslint.report import render
from newslint.report.run_report import Report
from newslint.report.snippet import underlined
from newslint.report.summary import printable, summary
from newslint.rule import Severity

ARTICLE = """---
title: "Iran &amp; Russia"
date: 2025-12-31
link: 'https://www.example.com/a?utm_source=rss'
image: ''
---
Body
"""
OTHER = """---
tags: 人工智能 [red]AI[/red]
---
"""


def position(text: str, offset: int) -> Position:
    head = text[:offset]
    return Position(head.count("\n") + 1, offset - head.rfind("\n"))


def problem(
    text: str,
    part: str,
    about: tuple[str, str, Severity, str, str],
    fix: tuple[str, str, Literal["safe", "unsafe"]] | None = None,
    path: str = "content/world/a.md",
    fixed: bool = False,
) -> Diagnostic:
    """A diagnostic on the first place of `part`; `fix`: new text, message, applicability."""
    span = Span(text.index(part), text.index(part) + len(part))
    start, end = position(text, span.start), position(text, span.end)
    mending = None
    if fix:
        edits = (PlacedEdit(Edit(span, fix[0]), start, end),)
        reason = None if fix[2] == "safe" else "the text may be meant so"
        mending = DiagnosticFix(fix[1], edits, reason)
    code, name, severity, field, message = about
    return Diagnostic(path, code, name, severity, message, field, start, end, mending, fixed)


ENTITY = problem(
    ARTICLE,
    '"Iran &amp; Russia"',
    ("TXT002", "text-entity", "warning", "title", "title has `&amp;`: write `&`"),
    ('"Iran & Russia"', "Write `&`", "unsafe"),
)
NO_TIME = problem(
    ARTICLE,
    "2025-12-31",
    ("DAT006", "date-no-time", "info", "date", "date has no time: add one, with its zone"),
)
TRACKING = problem(
    ARTICLE,
    "'https://www.example.com/a?utm_source=rss'",
    (
        "LNK004",
        "link-tracking",
        "warning",
        "link",
        "link carries the tracking parameter utm_source: remove it",
    ),
    ("'https://www.example.com/a'", "Remove utm_source", "safe"),
)
WIDE = problem(
    OTHER,
    "智能 [red]AI[/red]",
    (
        "TAG006",
        "tag-noise",
        "error",
        "tags",
        (
            "tags holds `人工智能 [red]AI[/red] :smile: אבג`: name what the article is about, "
            "人工智能人工智能人工智能人工智能"
        ),
    ),
    path="content/中文/[b]新闻[/b].md",
)
RESULTS = (
    FileResult("content/中文/[b]新闻[/b].md", (WIDE,), OTHER),
    FileResult("content/ok.md", ()),
    # Not in order: reports sort.
    FileResult("content/world/a.md", (TRACKING, ENTITY, NO_TIME), ARTICLE),
)
MENDED_TRACKING = problem(
    ARTICLE,
    "'https://www.example.com/a?utm_source=rss'",
    ("LNK004", "link-tracking", "warning", "link", "link carries utm_source: remove it"),
    ("'https://www.example.com/a'", "Remove utm_source", "safe"),
    fixed=True,
)
AFTER = ARTICLE.replace("?utm_source=rss", "")
FIXED = (
    FileResult("content/ok.md", ()),
    FileResult("content/world/a.md", (MENDED_TRACKING, ENTITY), ARTICLE, AFTER, changed=True),
)
CLEAN = (FileResult("a.md", ()), FileResult("b.md", ()))
FORMATS = ("table", "concise", "full")

CONCISE = """\
content/world/a.md:2:8: warning TXT002 title has `&amp;`: write `&` [-]
content/world/a.md:3:7: info DAT006 date has no time: add one, with its zone
content/world/a.md:4:7: warning LNK004 link carries the tracking parameter utm_source: remove it [*]
content/中文/[b]新闻[/b].md:2:9: error TAG006 tags holds `人工智能 [red]AI[/red] :smile: אבג`: name what the article is about, 人工智能人工智能人工智能人工智能
Found 1 error, 2 warnings, 1 info (1 fixable with `newslint fix`, 1 more with `--unsafe-fixes`).
"""  # noqa: E501

FULL = """\
TXT002 text-entity warning: title has `&amp;`: write `&`
 --> content/world/a.md:2:8
  |
2 | title: "Iran &amp; Russia"
  |               ^^^^
unsafe fix: Write `&`
  = unsafe: the text may be meant so
2 - title: "Iran &amp; Russia"
2 + title: "Iran & Russia"

DAT006 date-no-time info: date has no time: add one, with its zone
 --> content/world/a.md:3:7
  |
3 | date: 2025-12-31
  |       ^^^^^^^^^^

LNK004 link-tracking [*] warning: link carries the tracking parameter utm_source: remove it
 --> content/world/a.md:4:7
  |
4 | link: 'https://www.example.com/a?utm_source=rss'
  |                                 ^^^^^^^^^^^^^^^
fix: Remove utm_source
4 - link: 'https://www.example.com/a?utm_source=rss'
4 + link: 'https://www.example.com/a'

TAG006 tag-noise error: tags holds `人工智能 [red]AI[/red] :smile: אבג`: name what the article is about, 人工智能人工智能人工智能人工智能
 --> content/中文/[b]新闻[/b].md:2:9
  |
2 | tags: 人工智能 [red]AI[/red]
  |           ^^^^^^^^^^^^^^^^^^

Found 1 error, 2 warnings, 1 info (1 fixable with `newslint fix`, 1 more with `--unsafe-fixes`).
"""  # noqa: E501


@pytest.mark.parametrize("name", FORMATS)
def test_no_problems_is_one_line(name: str) -> None:
    assert render(name, Report(CLEAN)) == "2 files checked, no problems.\n"
    assert render(name, Report(CLEAN, quiet=True)) == ""


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_checked_says_so(name: str) -> None:
    assert render(name, Report((), reason="no content files below content/")) == (
        "Nothing was checked: no content files below content/\n"
    )
    assert render(name, Report(())) == "Nothing was checked\n"


def test_concise() -> None:
    assert render("concise", Report(RESULTS)) == CONCISE


def test_concise_in_color() -> None:
    report = Report((FileResult("a.md", (TRACKING,)),), color=True, quiet=True)
    assert render("concise", report) == (
        "\x1b[1mcontent/world/a.md\x1b[0m:4:7: \x1b[1;33mwarning\x1b[0m \x1b[1mLNK004\x1b[0m "
        "link carries the tracking parameter utm_source: remove it \x1b[36m[*]\x1b[0m\n"
    )


def test_concise_of_a_fix() -> None:
    assert render("concise", Report(FIXED, mode="fix", show_fixes=True)) == (
        "content/world/a.md:2:8: warning TXT002 title has `&amp;`: write `&` [-]\n"
        "Fixed 1 problem:\n"
        "- content/world/a.md:\n"
        "    1 × LNK004 (link-tracking)\n"
        "Found 2 problems (1 fixed, 1 remaining: 1 warning; "
        "1 fixable with `newslint fix --unsafe-fixes`).\n"
    )


def test_full() -> None:
    assert render("full", Report(RESULTS)) == FULL


def test_full_of_a_fix_shows_the_text_after_it() -> None:
    later = Diagnostic(
        "a.md", "TXT002", "text-entity", "warning", "m", "title", Position(1, 1), Position(1, 4)
    )
    result = FileResult("a.md", (later,), "before\n", "after\n", changed=True)
    assert render("full", Report((result,), mode="fix", quiet=True)) == (
        "TXT002 text-entity warning: m\n --> a.md:1:1\n  |\n1 | after\n  | ^^^\n"
    )


def excerpt(text: str, start: tuple[int, int], end: tuple[int, int], width: int = 80) -> str:
    one = Diagnostic("a", "A1", "n", "error", "m", "f", Position(*start), Position(*end))
    report = Report((FileResult("a", (one,), text),), width=width, quiet=True)
    return render("full", report).split("\n", 2)[2]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        # a tab is four cells, a Chinese character two, a combining mark none
        ("\tx: 中文 b\n", (1, 8), (1, 9), "  |\n1 |     x: 中文 b\n  |             ^\n"),
        ("e\u0301e\u0301: 中文\n", (1, 7), (1, 9), "  |\n1 | e\u0301e\u0301: 中文\n  |     ^^^^\n"),
        ("x: 😀b\r\n", (1, 5), (1, 6), "  |\n1 | x: 😀b\n  |      ^\n"),
        # what a terminal would obey is escaped
        ("x\x1b[31m: b\n", (1, 9), (1, 10), "  |\n1 | x\\x1b[31m: b\n  |            ^\n"),
        # an empty span, a span at the line's end, one of several lines
        ("key:\n", (1, 5), (1, 5), "  |\n1 | key:\n  |     ^\n"),
        ("a: 'b\n  c'\n", (1, 4), (2, 5), "  |\n1 | a: 'b\n  |    ^^\n"),
        ("a\n\nb\n", (2, 1), (3, 1), "  |\n2 |\n  | ^\n"),
        # the last line without a newline, and a text that is not the one that was checked
        ("a\nb", (2, 1), (2, 2), "  |\n2 | b\n  | ^\n"),
        ("a\n", (9, 1), (9, 2), ""),
        ("a\n", (1, 5), (1, 6), ""),
        # U+2028 and a form feed end no line
        ("a\u2028b\x0cc\nd\n", (2, 1), (2, 2), "  |\n2 | d\n  | ^\n"),
    ],
)
def test_caret(text: str, start: tuple[int, int], end: tuple[int, int], expected: str) -> None:
    assert excerpt(text, start, end) == expected


def test_long_line_is_cut_around_the_span() -> None:
    text = "x" * 500 + "FAULT" + "y" * 500
    assert excerpt(text, (1, 501), (1, 506), width=40) == (
        "  |\n1 | …xxxxxxxxFAULTyyyyyyyyyyyyyyyyyyyyy…\n  |          ^^^^^\n"
    )
    assert excerpt(text, (1, 1), (1, 1001), width=40) == (f"  |\n1 | {'x' * 35}…\n  | {'^' * 36}\n")


@pytest.mark.parametrize("line", ["中" * 300, "e\u0301" * 300, "\t" * 300, "ab" * 200, "\x1b" * 99])
@pytest.mark.parametrize("width", [20, 37])
def test_cut_lines_fit_and_carets_stay_below_them(line: str, width: int) -> None:
    for start in range(0, len(line), 7):
        for end in (start, start + 1, len(line)):
            shown, before, under = underlined(line, start, end, width)
            assert cell_len(shown) <= width
            assert before + under <= width
            assert under >= 1


def fix_of(before: str, after: str) -> str:
    edit = Edit(Span(0, len(before)), after)
    where = PlacedEdit(edit, Position(1, 1), position(before, len(before)))
    one = Diagnostic(
        "a",
        "A1",
        "n",
        "error",
        "m",
        "f",
        Position(1, 1),
        Position(1, 1),
        DiagnosticFix("Mend", (where,)),
    )
    text = render("full", Report((FileResult("a", (one,), before),), quiet=True))
    return text.split("fix: Mend\n")[1]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a\nb\nc\n", "a\nB\nc\n", "2 - b\n2 + B\n"),
        ("a\nb\n", "a\nb\nc\n", "3 + c\n"),
        ("a\r\nb\r\n", "a\r\nB\r\n", "2 - b\n2 + B\n"),
        # a change that cannot be seen is spelt out
        ("a\r\n", "a\n", "1 - a\\r\n1 + a\n"),
        ("a  \n", "a\n", "1 - a··\n1 + a\n"),
        ("a\xa0b\u200b\n", "a b\n", "1 - a\\xa0b\\u200b\n1 + a b\n"),
        ("a\x1b\n", "b\n", "1 - a\\x1b\n1 + b\n"),
    ],
)
def test_fix_as_a_diff(before: str, after: str, expected: str) -> None:
    assert fix_of(before, after) == expected


def test_a_long_fix_is_counted() -> None:
    shown = fix_of("a\n" * 30, "b\n" * 30)
    assert shown.endswith("20 - a\n   … 40 more lines\n")
    assert shown.count("\n") == 21


def test_full_without_the_text_and_with_another_file() -> None:
    one = Diagnostic(
        "a.md",
        "SIT001",
        "duplicate-url",
        "error",
        "two files make `/x/`",
        "slug",
        Position(3, 1),
        Position(3, 4),
        related=("b.md:2:1",),
    )
    assert render("full", Report((FileResult("a.md", (one,)),))) == (
        "SIT001 duplicate-url error: two files make `/x/`\n"
        " --> a.md:3:1\n"
        "  = also: b.md:2:1\n"
        "\n"
        "Found 1 error.\n"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_statistics(name: str) -> None:
    results = (*RESULTS, FileResult("x.md", (ENTITY, TRACKING, NO_TIME, NO_TIME)))
    assert render(name, Report(results, statistics=True)) == (
        "3  DAT006  [ ]  date-no-time\n"
        "2  LNK004  [*]  link-tracking\n"
        "2  TXT002  [ ]  text-entity\n"
        "1  TAG006  [ ]  tag-noise\n"
        "Found 1 error, 4 warnings, 3 info "
        "(2 fixable with `newslint fix`, 2 more with `--unsafe-fixes`).\n"
    )
    unsafe = render(name, Report(results, statistics=True, unsafe_fixes=True, quiet=True))
    assert "2  TXT002  [*]  text-entity\n" in unsafe


def test_statistics_with_some_fixable() -> None:
    results = (FileResult("a.md", (TRACKING, TRACKING._replace(fix=None))),)
    report = Report(results, statistics=True, quiet=True)
    assert render("table", report) == "2  LNK004  [-]  link-tracking\n"


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (
            Report(RESULTS),
            (
                "3 files checked, 2 with problems: 1 error, 2 warnings, 1 info. "
                "1 can be fixed with `newslint fix`, 1 more with `--unsafe-fixes`."
            ),
        ),
        (
            Report(RESULTS, unsafe_fixes=True),
            (
                "3 files checked, 2 with problems: 1 error, 2 warnings, 1 info. "
                "2 can be fixed with `newslint fix --unsafe-fixes`."
            ),
        ),
        (
            Report((FileResult("a", (TRACKING,)),), unsafe_fixes=True),
            "1 file checked, 1 with problems: 1 warning. 1 can be fixed with `newslint fix`.",
        ),
        (
            Report((FileResult("a", (ENTITY,)),)),
            (
                "1 file checked, 1 with problems: 1 warning. "
                "1 can be fixed with `newslint fix --unsafe-fixes`."
            ),
        ),
        (Report((FileResult("a", (NO_TIME,)),)), "1 file checked, 1 with problems: 1 info."),
        (
            Report(FIXED, mode="fix"),
            (
                "2 files checked, 1 changed: 1 problem fixed, 1 left (1 warning). "
                "1 of these can be fixed with `newslint fix --unsafe-fixes`."
            ),
        ),
        (
            Report(FIXED, mode="fix", unsafe_fixes=True),
            "2 files checked, 1 changed: 1 problem fixed, 1 left (1 warning).",
        ),
        (
            Report(FIXED[1:], mode="diff", unsafe_fixes=True),
            "1 file checked, 1 would change: 1 problem would be fixed, 1 left (1 warning).",
        ),
        (
            Report(RESULTS[:1], mode="fix"),
            "1 file checked, none changed: nothing fixed, 1 left (1 error).",
        ),
        (
            Report((FileResult("a", (MENDED_TRACKING,), changed=True),), mode="fix"),
            "1 file checked, 1 changed: 1 problem fixed, none left.",
        ),
        (Report(CLEAN, mode="fix"), "2 files checked, none changed: no problems."),
    ],
)
def test_summary(report: Report, sentence: str) -> None:
    assert summary(report) == sentence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [red] :smile: 中文 😀 يحيى", "plain [red] :smile: 中文 😀 يحيى"),
        (
            "👩\u200d👩\u200d👧 \u200fעברית\u200e न\u200dक",
            "👩\u200d👩\u200d👧 \u200fעברית\u200e न\u200dक",
        ),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\x1b[31m\x00\x85\u2028", "\\x1b[31m\\x00\\x85\\u2028"),
        ("\u202eevil\udc80", "\\u202eevil\\udc80"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown
