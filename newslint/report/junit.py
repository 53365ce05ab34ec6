"""JUnit's XML, which most CI servers show as tests: a suite a file, a case a problem.

A file without problems is one case that passed. A case fails where the run does: from `--fail-on`
up. A milder problem passes, with what it has to say, or the server would show a failed run that
ended with 0. What could not be checked is an error. A case has no more attributes than Jenkins'
schema allows, which knows of no line and no column: the place stands in what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import NOT_CHECKED
from newslint.report.run_report import Report, fails
from newslint.report.summary import COMMAND_BRACKET, printable
from newslint.text.regex import regex

_NOT_XML = regex("[\ufffe\uffff]")
_COUNTED = {"failures": "failure", "errors": "error"}


def render(report: Report) -> str:
    """One document, the files by path."""
    by_path: dict[str, list[Diagnostic]] = {
        path: [] for path in sorted({result.path for result in report.results})
    }
    for one in report.listed():
        by_path.setdefault(one.path, []).append(one)
    root = Xml.Element("testsuites", {"name": "newslint"})
    root.extend(_suite(path, found, report.fail_on) for path, found in by_path.items())
    for key in ("tests", *_COUNTED):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    Xml.indent(root)
    text = Xml.tostring(root, encoding="unicode")
    text = COMMAND_BRACKET.sub(lambda match: f"{match[1]}&#91;", text)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(path: str, found: Sequence[Diagnostic], fail_on: str) -> Xml.Element:
    name = _clean(path)
    suite = Xml.Element("testsuite", {"name": name, "file": name})
    suite.set("tests", str(max(1, len(found))))
    kinds = [_kind(one, fail_on) for one in found]
    suite.attrib |= {key: str(kinds.count(kind)) for key, kind in _COUNTED.items()}
    suite.set("skipped", "0")
    if not found:
        Xml.SubElement(suite, "testcase", {"name": "newslint", "classname": name})
    for one, kind in zip(found, kinds, strict=True):
        _case(suite, one, kind)
    return suite


def _kind(one: Diagnostic, fail_on: str) -> str:
    """The element in which a problem stands in its case."""
    if one.name in NOT_CHECKED:
        return "error"
    return "failure" if fails(one.severity, fail_on) else "system-out"


def _case(suite: Xml.Element, one: Diagnostic, kind: str) -> None:
    path, message = _clean(one.path), _clean(one.text)
    about = {"name": f"{one.code} {one.name}", "classname": path}
    case = Xml.SubElement(suite, "testcase", about)
    said = Xml.SubElement(case, kind)
    if kind != "system-out":
        said.attrib |= {"message": message, "type": one.severity}
    said.text = f"{path}:{one.start.row}:{one.start.column}: {one.code} {message}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", printable(text))
