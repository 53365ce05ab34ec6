"""What is said once, as lines for people."""

from __future__ import annotations

from newslint.report.run_report import Report
from newslint.report.said_once import place_in, settling, share
from newslint.report.summary import paint, printable
from newslint.site.entries import Entry


def lines(report: Report) -> list[str]:
    """One line for each entry, in the order of the entries."""
    return [sentence(entry, report.color) for entry in report.entries]


def sentence(entry: Entry, color: bool = False) -> str:
    """`whole site: 9,025 of 9,025 articles: DAT006 message; a.md:3:7, ... and 9,022 more; ...`."""
    code = paint(entry.kind.code, entry.severity, color)
    places = ", ".join(place_in(one) for one in entry.examples)
    more = entry.files - len(entry.examples)
    shown = f"{places} and {more:,} more" if more > 0 else places
    rest = "; ".join(filter(None, (entry.text, shown, settling(entry))))
    return f"{printable(entry.where)}: {share(entry)}: {code} {printable(rest)}"
