"""JUnit's XML, which most CI servers show as tests: a suite a file, a case a problem.

A file without problems is one case that passed. An `info` passes too, with what it has to say: by
default it fails no run, so it must not make the server show a failed one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from newslint.diagnostic import Diagnostic
from newslint.report import Report
from newslint.report.words import printable

_NOT_XML = re.compile("[\ufffe\uffff]")


def render(report: Report) -> str:
    """One document, the files by path."""
    by_path: dict[str, list[Diagnostic]] = {
        path: [] for path in sorted({result.path for result in report.results})
    }
    for one in report.left():
        by_path.setdefault(one.path, []).append(one)
    root = Xml.Element("testsuites", {"name": "newslint"})
    root.extend(_suite(path, found) for path, found in by_path.items())
    for key in ("tests", "failures"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    root.set("errors", "0")
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _suite(path: str, found: Sequence[Diagnostic]) -> Xml.Element:
    failures = sum(one.severity != "info" for one in found)
    counts = {"tests": max(1, len(found)), "failures": failures, "errors": 0, "skipped": 0}
    suite = Xml.Element("testsuite", {"name": _clean(path)})
    suite.attrib |= {key: str(count) for key, count in counts.items()}
    if not found:
        Xml.SubElement(suite, "testcase", {"name": "newslint", "classname": _clean(path)})
    for one in found:
        _case(suite, one)
    return suite


def _case(suite: Xml.Element, one: Diagnostic) -> None:
    place = {"line": str(one.start.row), "column": str(one.start.column)}
    name = {"name": f"{one.code} {one.name}", "classname": _clean(one.path)}
    case = Xml.SubElement(suite, "testcase", name | place)
    message = _clean(one.message)
    if one.severity == "info":
        said = Xml.SubElement(case, "system-out")
    else:
        about = {"message": message, "type": one.severity}
        said = Xml.SubElement(case, "failure", about)
    said.text = f"{_clean(one.path)}:{one.start.row}:{one.start.column}: {one.code} {message}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", printable(text))
