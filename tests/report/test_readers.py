"""Each format as its own reader takes it: odd names, from a subfolder, what a server requires."""

from __future__ import annotations

import json
import os
import re
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from newslint.report.github import MOST
from tests.support.command import newslint

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not have"),
]

NAMES = (
    *("a b.md", "100%25.md", "x::error::y.md", "new\nline.md", "%0Aé,c;d].md", "مقال.md"),
    *("C:\\site\\b.md", "q#?x&y.md", "a'b\"c.md"),
)
SHOWN = tuple(name.replace("\n", "\\n") for name in NAMES)
FOLDER = "web site/100%"
FRONT = "---\ntitle: 'A  b'\nlink: https://example.org/a%0Ab?utm_source=rss&x=::error::\n---\nB.\n"
BROKEN = '---\ntitle: "say "yes" now"\n---\nBody.\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder two below the top of a repository, with articles of odd names."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_ACTIONS", "GITHUB_BASE_REF"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for name in NAMES:
        (folder / name).write_text(FRONT, encoding="utf-8")
    (folder / "broken.md").write_text(BROKEN, encoding="utf-8")
    return folder


def report(site: Path, form: str) -> str:
    done = newslint("check", "--no-site", "--output-format", form, ".", folder=site)
    assert (done.code, done.err) == (1, "")
    return done.out


def paths(*more: str) -> set[str]:
    """Every file from the top of the repository."""
    return {f"{FOLDER}/{name}" for name in (*NAMES, "broken.md", *more)}


def test_sarif_has_what_github_requires(site: Path) -> None:
    """The properties that GitHub's documentation of SARIF support marks as required."""
    data = json.loads(report(site, "sarif"))
    [run] = data["runs"]
    driver = run["tool"]["driver"]
    assert data["version"] == "2.1.0"
    assert data["$schema"].endswith("sarif-schema-2.1.0.json")
    assert driver["name"] == "newslint"
    for rule in driver["rules"]:
        assert rule["id"]
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    known = {rule["id"] for rule in driver["rules"]}
    found = set()
    for result in run["results"]:
        assert result["ruleId"] in known
        assert result["message"]["text"]
        assert result["partialFingerprints"]
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri), uri
        found.add(unquote(uri))
        region = place["region"]
        start = region["startLine"], region["startColumn"]
        assert (1, 1) <= start <= (region["endLine"], region["endColumn"])
    assert found == paths()
    assert all("fixes" not in one for one in run["results"] if one["ruleId"] == "SCH005")


def test_gitlab_has_what_its_documentation_asks_for(site: Path) -> None:
    found = json.loads(report(site, "gitlab"))
    for one in found:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(one)
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert one["location"]["lines"]["begin"] >= 1
    assert {one["location"]["path"] for one in found} == paths()
    assert len({one["fingerprint"] for one in found}) == len(found)


def test_junitparser_reads_junit(site: Path) -> None:
    junit = pytest.importorskip("junitparser", reason="junitparser is not installed")
    suites = junit.JUnitXml.fromfile(BytesIO(report(site, "junit").encode()))
    assert {suite.name for suite in suites} == {
        f"{FOLDER}/{name}" for name in (*SHOWN, "broken.md")
    }
    assert suites.failures == sum(suite.failures for suite in suites) > len(NAMES)
    for suite in suites:
        for case in suite:
            assert all(one.message for one in case.result)


ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {
        *("name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp"),
        *("hostname", "id", "package", "file", "log", "url"),
    },
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}
"""What the schema of Jenkins' xUnit plugin knows (junit-10.xsd)."""


def test_jenkins_knows_every_element_and_attribute_of_junit(site: Path) -> None:
    root = ElementTree.fromstring(report(site, "junit"))
    for one in root.iter():
        assert set(one.attrib) <= ATTRIBUTES[one.tag], one.tag
        if one.tag == "testsuite":
            assert {"name", "tests", "failures", "errors"} <= set(one.attrib)


def test_rdjson_has_what_reviewdog_reads(site: Path) -> None:
    data = json.loads(report(site, "rdjson"))
    assert data["source"]["name"] == "newslint"
    for one in data["diagnostics"]:
        assert one["message"]
        assert one["severity"] in ("ERROR", "WARNING", "INFO")
        place = one["location"]["range"]
        assert place["start"]["line"] >= 1
        assert place["start"]["column"] >= 1
        text = (site / Path(one["location"]["path"]).name).read_bytes().split(b"\n")
        assert place["end"]["column"] <= len(text[place["end"]["line"] - 1]) + 1
    assert {one["location"]["path"] for one in data["diagnostics"]} == paths()


def _unescaped(text: str) -> str:
    """As actions/runner reads a property of a command."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_the_runner_of_github_reads_every_command(site: Path) -> None:
    lines = report(site, "github").splitlines()
    assert len(lines) <= sum(MOST.values()) + 1
    files = set()
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        pairs = dict(part.split("=", 1) for part in match[2].split(","))
        assert set(pairs) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        files.add(_unescaped(pairs.get("file", "")))
    assert files - {""} <= paths()
    assert f"{FOLDER}/new\nline.md" in files


def test_azure_and_markdown_keep_a_problem_on_its_line(site: Path) -> None:
    for line in report(site, "azure").splitlines():
        assert re.fullmatch(r"##vso\[task\.logissue (\w+=[^;\]]*;)+\].+", line), line
    rows = [line for line in report(site, "markdown").splitlines() if line.startswith("| `")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)
    assert {row.split("`")[1].rsplit(":", 2)[0] for row in rows} == {
        f"{FOLDER}/{name}" for name in (*SHOWN, "broken.md")
    }


def test_the_first_top_that_is_named_counts(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI_PROJECT_DIR", str(site))
    found = json.loads(report(site, "gitlab"))
    assert {one["location"]["path"] for one in found} == {*NAMES, "broken.md"}
    monkeypatch.setenv("GITHUB_WORKSPACE", os.fspath(site.parent))
    found = json.loads(report(site, "gitlab"))
    assert {one["location"]["path"] for one in found} == {
        f"100%/{n}" for n in (*NAMES, "broken.md")
    }


def test_json_and_json_lines_are_the_same_objects(site: Path) -> None:
    keys = [
        "code", "name", "severity", "field", "message", "advice", "filename", "location",
        "end_location", "fix", "related", "url",
    ]  # fmt: skip
    found = json.loads(report(site, "json"))
    assert [json.loads(line) for line in report(site, "json-lines").splitlines()] == found
    assert all(list(one) == keys for one in found)
    assert {one["filename"] for one in found} == {*NAMES, "broken.md"}
