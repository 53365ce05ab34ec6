"""The reports for programs: exact data."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from newslint import registry
from newslint.model.as_json import ALSO
from newslint.model.diagnostics import Diagnostic, DiagnosticFix, FileResult, PlacedEdit
from newslint.model.spans import Edit, Position, Span
from newslint.report import COUNTED, FORMATS, render
from newslint.report.run_report import RULES_URL, Report

TEXT = "---\nt: 中 a  b\n---\n"
EDIT = PlacedEdit(Edit(Span(9, 11), " "), Position(2, 6), Position(2, 8))
SPACES = Diagnostic(
    path="content/a b,c.md",
    code="TXT001",
    name="text-whitespace",
    severity="warning",
    message="t has 2 spaces in `中 a  b`: leave one, 100%",
    field="t",
    start=Position(2, 4),
    end=Position(2, 9),
    fix=DiagnosticFix("Leave one space", (EDIT,)),
)
UNSAFE = SPACES._replace(
    code="TXT002",
    name="text-entity",
    severity="info",
    start=Position(2, 6),
    fix=DiagnosticFix("Decode", (EDIT,), "the text may be meant so"),
)
ERROR = SPACES._replace(
    path="content/é.md",
    code="SIT001",
    name="duplicate-url",
    severity="error",
    message="two files make `/x/`",
    field="",
    start=Position(1, 1),
    end=Position(3, 4),
    fix=None,
    related=("content/b:1.md:3:7", "content/c.md"),
)
RESULTS = (
    FileResult("content/é.md", (ERROR,), TEXT),
    FileResult("content/a b,c.md", (UNSAFE, SPACES), TEXT),
    FileResult("ok.md", ()),
)
MENDED = (FileResult("content/a b,c.md", (SPACES._replace(fixed=True), UNSAFE), TEXT, TEXT),)
SPACES_OBJECT: dict[str, Any] = {
    "code": "TXT001",
    "name": "text-whitespace",
    "severity": "warning",
    "field": "t",
    "message": "t has 2 spaces in `中 a  b`: leave one, 100%",
    "advice": None,
    "filename": "content/a b,c.md",
    "location": {"row": 2, "column": 4},
    "end_location": {"row": 2, "column": 9},
    "fix": {
        "applicability": "safe",
        "reason": None,
        "message": "Leave one space",
        "edits": [
            {
                "content": " ",
                "location": {"row": 2, "column": 6},
                "end_location": {"row": 2, "column": 8},
            }
        ],
    },
    "related": [],
    "url": f"{RULES_URL}/pages/txt001.md",
}


def data(
    name: str,
    results: tuple[FileResult, ...] = RESULTS,
    unsafe_fixes: bool = False,
    statistics: bool = False,
) -> Any:
    report = Report(results, unsafe_fixes=unsafe_fixes, statistics=statistics)
    return json.loads(render(name, report))


def test_json_object() -> None:
    found = data("json")
    assert found[0] == SPACES_OBJECT
    assert list(found[0]) == list(SPACES_OBJECT)
    assert [one["code"] for one in found] == ["TXT001", "TXT002", "SIT001"]


def test_json_of_a_problem_with_other_files() -> None:
    found = data("json")[2]
    assert found["fix"] is None
    assert found["related"] == [
        {"filename": "content/b:1.md", "location": {"row": 3, "column": 7}, "message": ALSO},
        {"filename": "content/c.md", "location": None, "message": ALSO},
    ]


def test_json_marks_what_was_mended() -> None:
    first, second = data("json", MENDED)
    assert first == SPACES_OBJECT | {"fixed": True}
    assert "fixed" not in second


def test_json_is_text_that_can_be_written() -> None:
    odd = SPACES._replace(path="x/\udcff.md", message='中 "a"\x1b\n\u2028', fix=None)
    text = render("json", Report((FileResult("x", (odd,)),)))
    assert text.encode("utf-8").endswith(b"\n]\n")
    assert '"message": "中 \\"a\\"\\u001b\\n\\u2028"' in text
    found = json.loads(text)
    assert (found[0]["filename"], found[0]["message"]) == (odd.path, odd.text)


def test_json_lines() -> None:
    lines = render("json-lines", Report(RESULTS)).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == data("json")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_without_problems(name: str) -> None:
    expected = {
        "json": "[]\n",
        "gitlab": "[]\n",
        "json-lines": "",
        "github": "",
    }
    text = render(name, Report((FileResult("ok.md", ()),)))
    if name in expected:
        assert text == expected[name]
    assert text == "" or text.endswith("\n")


def test_a_format_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        render("yaml", Report(()))


def test_github() -> None:
    assert render("github", Report(RESULTS)) == (
        "::error file=content/é.md,line=1,endLine=3,"
        "title=SIT001 duplicate-url::content/é.md:1:1: SIT001 two files make `/x/`\n"
        "::warning file=content/a b%2Cc.md,line=2,endLine=2,col=4,endColumn=9,"
        "title=TXT001 text-whitespace::content/a b,c.md:2:4: TXT001 "
        "t has 2 spaces in `中 a  b`: leave one, 100%25\n"
        "::notice file=content/a b%2Cc.md,line=2,endLine=2,col=6,endColumn=9,"
        "title=TXT002 text-entity::content/a b,c.md:2:6: TXT002 "
        "t has 2 spaces in `中 a  b`: leave one, 100%25\n"
        "::notice title=newslint::3 files checked, 2 with problems: 1 error, 1 warning, 1 info\n"
    )


def test_github_command_stays_on_its_line() -> None:
    odd = SPACES._replace(path="a:b\n::error::x.md", message="one\r\n::error::two %0A", fix=None)
    assert render("github", Report((FileResult("x", (odd,)),))) == (
        "::warning file=a%3Ab%0A%3A%3Aerror%3A%3Ax.md,line=2,endLine=2,col=4,endColumn=9,"
        "title=TXT001 text-whitespace::a:b\\n::error::x.md:2:4: TXT001 "
        "one\\r\\n::error::two %250A\n"
        "::notice title=newslint::1 file checked, 1 with problems: 1 warning\n"
    )


def test_github_shows_what_cannot_be_seen_in_a_name() -> None:
    odd = SPACES._replace(path="a\x1b]0;x\x07\u202e\u2028.md", fix=None)
    text = render("github", Report((FileResult("x", (odd,)),)))
    assert text.startswith("::warning file=a\\x1b]0;x\\x07\\u202e\\u2028.md,line=2,")
    assert text.partition("\n")[0].isprintable()


@pytest.mark.parametrize("name", ["json", "json-lines", "gitlab", "sarif", "rdjson", "junit"])
def test_no_value_is_a_command_of_the_runner(name: str) -> None:
    """GitHub's runner obeys `##[` wherever it stands in a line."""
    odd = SPACES._replace(path="##[x].md", message="##[stop-commands]x", fix=None)
    text = render(name, Report((FileResult("##[x].md", (odd,)),)))
    assert "##[" not in text
    if name == "junit":
        (failure,) = ElementTree.fromstring(text.encode()).iter("failure")
        assert failure.get("message") == odd.text
    else:
        assert odd.text in str(json.loads(text))


def test_what_was_mended_is_no_annotation() -> None:
    assert render("github", Report(MENDED, mode="fix")).count("::") == 4
    assert len(data("gitlab", MENDED)) == 1


def test_gitlab() -> None:
    found = data("gitlab")
    assert found[0] == {
        "description": "TXT001: t has 2 spaces in `中 a  b`: leave one, 100%",
        "check_name": "TXT001 text-whitespace",
        "fingerprint": found[0]["fingerprint"],
        "severity": "minor",
        "location": {"path": "content/a b,c.md", "lines": {"begin": 2, "end": 2}},
    }
    assert [one["severity"] for one in found] == ["minor", "info", "major"]


def test_fingerprints_do_not_move_with_the_row_and_are_never_the_same() -> None:
    def marks(*rows: int) -> list[str]:
        found = tuple(SPACES._replace(start=Position(row, 1)) for row in rows)
        return [one["fingerprint"] for one in data("gitlab", (FileResult("a", found),))]

    assert marks(2, 5) == marks(12, 15)
    assert len(set(marks(1, 2, 3))) == 3


def test_junit() -> None:
    assert (
        render("junit", Report(RESULTS))
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="newslint" tests="4" failures="2" errors="0">
  <testsuite name="content/a b,c.md" file="content/a b,c.md" \
tests="2" failures="1" errors="0" skipped="0">
    <testcase name="TXT001 text-whitespace" classname="content/a b,c.md">
      <failure message="t has 2 spaces in `中 a  b`: leave one, 100%" type="warning">\
content/a b,c.md:2:4: TXT001 t has 2 spaces in `中 a  b`: leave one, 100%</failure>
    </testcase>
    <testcase name="TXT002 text-entity" classname="content/a b,c.md">
      <system-out>\
content/a b,c.md:2:6: TXT002 t has 2 spaces in `中 a  b`: leave one, 100%</system-out>
    </testcase>
  </testsuite>
  <testsuite name="content/é.md" file="content/é.md" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="SIT001 duplicate-url" classname="content/é.md">
      <failure message="two files make `/x/`" type="error">\
content/é.md:1:1: SIT001 two files make `/x/`</failure>
    </testcase>
  </testsuite>
  <testsuite name="ok.md" file="ok.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="newslint" classname="ok.md" />
  </testsuite>
</testsuites>
"""
    )


@pytest.mark.parametrize(
    ("fail_on", "elements"),
    [
        ("info", ["failure", "failure", "failure"]),
        ("warning", ["failure", "system-out", "failure"]),
        ("error", ["system-out", "system-out", "failure"]),
        ("never", ["system-out", "system-out", "system-out"]),
    ],
)
def test_junit_fails_what_the_run_fails(fail_on: str, elements: list[str]) -> None:
    root = ElementTree.fromstring(render("junit", Report(RESULTS, fail_on=fail_on)).encode())
    assert [case[0].tag for case in root.iter("testcase") if len(case)] == elements
    failures = elements.count("failure")
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == (
        "4",
        str(failures),
        "0",
    )
    assert sum(int(suite.get("failures", "")) for suite in root) == failures


@pytest.mark.parametrize("name", ["rule-crashed", "unreadable"])
@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_what_could_not_be_checked_is_an_error_in_junit(name: str, fail_on: str) -> None:
    found = FileResult("a.md", (ERROR._replace(path="a.md", name=name), SPACES))
    root = ElementTree.fromstring(render("junit", Report((found,), fail_on=fail_on)).encode())
    assert [root.get(key) for key in ("tests", "failures", "errors")] == ["2", "0", "1"]
    (error,) = root.iter("error")
    assert (error.get("message"), error.get("type")) == ("two files make `/x/`", "error")


def test_junit_has_only_what_jenkins_allows() -> None:
    """The names in junit-10.xsd, the schema of Jenkins' xUnit plugin."""
    allowed = {
        "testsuites": {"name", "time", "tests", "failures", "errors"},
        "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "file"},
        "testcase": {"name", "classname", "time", "group"},
        "failure": {"type", "message"},
        "error": {"type", "message"},
        "system-out": set(),
    }
    crashed = FileResult("z.md", (ERROR._replace(path="z.md", name="rule-crashed"),))
    text = render("junit", Report((*RESULTS, crashed)))
    elements = list(ElementTree.fromstring(text.encode()).iter())
    assert {element.tag for element in elements} == set(allowed)
    assert not [one.tag for one in elements if not set(one.attrib) <= allowed[one.tag]]


def test_junit_is_xml_whatever_the_text_holds() -> None:
    odd = SPACES._replace(path="x/\udcff.md", message='<a> & "b" ]]> \x00\x1b\ufffe\n', fix=None)
    text = render("junit", Report((FileResult("x/\udcff.md", (odd,)),)))
    failure = ElementTree.fromstring(text.encode("utf-8")).find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == '<a> & "b" ]]> \\x00\\x1b\ufffd\\n'


def test_sarif() -> None:
    log = data("sarif")
    run = log["runs"][0]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["SIT001", "TXT001", "TXT002"]
    first, second, third = run["results"]
    artifact = {"uri": "content/a%20b%2Cc.md"}
    region = {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 9}
    deleted = {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 8}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": " "}}
    assert first == {
        "ruleId": "TXT001",
        "level": "warning",
        "message": {"text": "t has 2 spaces in `中 a  b`: leave one, 100%"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {
            "newslint/v1": first["partialFingerprints"]["newslint/v1"],
            "primaryLocationLineHash": "8002e2091cbc7300:1",
        },
        "fixes": [
            {
                "description": {"text": "Leave one space"},
                "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
            }
        ],
    }
    assert (second["level"], third["level"]) == ("note", "error")
    places = [place["physicalLocation"] for place in third["relatedLocations"]]
    assert places == [
        {
            "artifactLocation": {"uri": "content/b%3A1.md"},
            "region": {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 7},
        },
        {"artifactLocation": {"uri": "content/c.md"}},
    ]


def test_sarif_suggests_no_unsafe_fix() -> None:
    def fixes(unsafe_fixes: bool) -> list[bool]:
        results = data("sarif", unsafe_fixes=unsafe_fixes)["runs"][0]["results"]
        return ["fixes" in one for one in results]

    assert fixes(False) == [True, False, False]
    assert fixes(True) == [True, True, False]


def test_sarif_explains_its_rules() -> None:
    rule = data("sarif")["runs"][0]["tool"]["driver"]["rules"][1]
    assert rule["id"] == "TXT001"
    page = registry.documentation(next(r for r in registry.all_rules() if r.code == "TXT001"))
    assert rule["help"] == {"text": page.strip(), "markdown": page.strip()}
    assert rule["fullDescription"]["text"] in page.split("\n")[0]
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_rdjson_counts_bytes() -> None:
    # The Chinese character takes three bytes of UTF-8 and one column of ours.
    found = data("rdjson")["diagnostics"]
    assert found[0] == {
        "message": "t has 2 spaces in `中 a  b`: leave one, 100%",
        "location": {
            "path": "content/a b,c.md",
            "range": {"start": {"line": 2, "column": 4}, "end": {"line": 2, "column": 11}},
        },
        "severity": "WARNING",
        "code": {"value": "TXT001", "url": f"{RULES_URL}/pages/txt001.md"},
        "suggestions": [
            {
                "range": {"start": {"line": 2, "column": 8}, "end": {"line": 2, "column": 10}},
                "text": " ",
            }
        ],
    }
    assert ["suggestions" in one for one in found] == [True, False, False]
    unsafe = data("rdjson", unsafe_fixes=True)["diagnostics"]
    assert ["suggestions" in one for one in unsafe] == [True, True, False]


def test_rdjson_without_the_text_has_only_rows() -> None:
    found = data("rdjson", (FileResult("a", (SPACES,)),))["diagnostics"]
    assert found[0]["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}
    assert "suggestions" not in found[0]


def test_markdown() -> None:
    assert (
        render("markdown", Report(RESULTS))
        == f"""\
3 files checked, 2 with problems: 1 error, 1 warning, 1 info. \
1 can be fixed with `newslint fix`, 1 more with `--unsafe-fixes`.

| place | code | severity | message | fix |
| --- | --- | --- | --- | --- |
| `content/a b,c.md:2:4` | [TXT001]({RULES_URL}/pages/txt001.md) | warning | \
t has 2 spaces in `中 a  b`: leave one, 100% | safe |
| `content/a b,c.md:2:6` | [TXT002]({RULES_URL}/pages/txt002.md) | info | \
t has 2 spaces in `中 a  b`: leave one, 100% | unsafe |
| `content/é.md:1:1` | [SIT001]({RULES_URL}/pages/sit001.md) | error | two files make `/x/` |  |
"""
    )


@pytest.mark.parametrize(
    ("message", "cell"),
    [
        ("tags holds `@all | <b>`: drop @me", "tags holds `@all \\| <b>`: drop &#64;me"),
        # a backtick in a value: no mention, link or tag may come out of it
        ("title `a`@me` is odd", "title &#96;a&#96;&#64;me&#96; is odd"),
        ("title `a`@me`c`", "title `a`&#64;me`c`"),
        (
            "see https://x.org www.x.org :tada: !",
            "see https&#58;//x.org www&#46;x.org &#58;tada: &#33;",
        ),
        ("a_b *c* [d](e) \\", "a&#95;b &#42;c&#42; &#91;d&#93;&#40;e&#41; &#92;"),
        ("title `##[group]x`", "title `##\\x5bgroup]x`"),
        ("# ~~f~~ 中文", "&#35; &#126;&#126;f&#126;&#126; 中文"),
    ],
)
def test_markdown_message(message: str, cell: str) -> None:
    one = SPACES._replace(message=message, fix=None)
    text = render("markdown", Report((FileResult("a", (one,)),), quiet=True))
    assert text.splitlines()[2].split(" | ", 3)[3] == f"{cell} |  |"


def test_markdown_fits_in_a_comment_and_says_what_does_not() -> None:
    rows = [(file, row) for file in range(20) for row in range(1, 51)]
    many = tuple(SPACES._replace(path=f"a{f}", start=Position(row, 1)) for f, row in rows)
    text = render("markdown", Report((FileResult("a", many),)))
    shown = text.count("text-whitespace") + text.count("txt001.md")
    assert len(text) < 65_536
    assert text.endswith(f"\nAnd {1000 - shown} more problems: a comment has no room for them.\n")


def test_markdown_with_too_many_rows_has_the_worst_first() -> None:
    rows = [(file, row) for file in range(20) for row in range(1, 51)]
    many = tuple(SPACES._replace(path=f"a{f}", start=Position(row, 1)) for f, row in rows)
    results = (FileResult("a", many), FileResult("content/é.md", (ERROR,)))
    shown = render("markdown", Report(results, quiet=True)).splitlines()[2:]
    places = [row.split("`")[1] for row in shown[:3]]
    assert places == ["content/é.md:1:1", "a0:1:1", "a0:2:1"]


def test_statistics_as_json() -> None:
    results = (*RESULTS, FileResult("b", (SPACES, UNSAFE._replace(fixed=True))))
    assert data("json", results, statistics=True) == [
        {
            "code": "TXT001",
            "name": "text-whitespace",
            "count": 2,
            "fixable": True,
            "fixable_count": 2,
        },
        {
            "code": "SIT001",
            "name": "duplicate-url",
            "count": 1,
            "fixable": False,
            "fixable_count": 0,
        },
        {
            "code": "TXT002",
            "name": "text-entity",
            "count": 1,
            "fixable": False,
            "fixable_count": 0,
        },
    ]


def test_other_formats_report_as_without_statistics() -> None:
    for name in sorted(set(FORMATS) - COUNTED):
        assert render(name, Report(RESULTS, statistics=True)) == render(name, Report(RESULTS))
