"""JUnit's XML, which most CI servers show as tests: a suite a file, a case a problem.

A file without problems is one case that passed. A case fails where the run does: from `--fail-on`
up. A milder problem passes, with what it has to say, or the server would show a failed run that
ended with 0. What could not be checked is an error. A case has no more attributes than Jenkins'
schema allows, which knows of no line and no column: the place stands in what is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as Xml

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import NOT_CHECKED
from newslint.report.run_report import Report, fails
from newslint.report.said_once import as_diagnostics
from newslint.report.summary import COMMAND_BRACKET, printable
from newslint.text.regex import regex

_NOT_XML = regex("[\ufffe\uffff]")
_COUNTED = {"failures": "failure", "errors": "error"}


def render(report: Report) -> str:
    """One document, the files by path."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece: what there is in all stands first."""
    root = Xml.Element("testsuites", {"name": "newslint"})
    counts: Counter[str] = Counter()
    for _, found in _files(report):
        kinds = [_kind(one, report.fail_on) for one in found]
        counts["tests"] += max(1, len(found))
        counts.update({key: kinds.count(kind) for key, kind in _COUNTED.items()})
    root.attrib |= {key: str(counts[key]) for key in ("tests", *_COUNTED)}
    begin = _written(root).removesuffix(" />")
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{begin}'
    if not counts:
        yield " />\n"
        return
    yield ">\n"
    for path, found in _files(report):
        suite = _suite(path, found, report.fail_on)
        Xml.indent(suite, level=1)
        yield f"  {_written(suite)}\n"
    yield "</testsuites>\n"


def _written(element: Xml.Element) -> str:
    text = Xml.tostring(element, encoding="unicode")
    return COMMAND_BRACKET.sub(lambda match: f"{match[1]}&#91;", text)


def _files(report: Report) -> Iterator[tuple[str, list[Diagnostic]]]:
    """What is left in each file: first what is said once in its place."""
    once: dict[str, list[Diagnostic]] = {}
    for one in as_diagnostics(report.entries):
        once.setdefault(one.path, []).append(one)
    for path, found in report.files():
        yield path, [*once.pop(path, ()), *report.apart_of(found)]
    yield from once.items()


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
