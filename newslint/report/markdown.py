"""A table for a comment on a pull request, in GitHub's and GitLab's Markdown.

Values stand between backticks in a message, where nothing is markup; what is outside is escaped,
so that no text of an article makes a link, an image or a mention.
"""

from __future__ import annotations

from collections import Counter

from newslint.model.diagnostics import Diagnostic, Severity
from newslint.model.tally import applicability
from newslint.report.run_report import SEVERITIES, Report, rule_url
from newslint.report.summary import no_commands, place_of, plural, printable, summary
from newslint.text.regex import regex

MAX_CHARACTERS = 60_000
"""GitHub takes comments of up to 65,536 characters; some is left for words around the report."""

HEAD = "| place | code | severity | message | fix |\n| --- | --- | --- | --- | --- |\n"

# A colon counts where it could begin an emoji or stand in a URL, a dot where `www.` would be one.
_MARKUP = regex(r"[\\`*_{}\[\]()<>#!|&~@^$]|:(?=\S)|(?<=www)\.")


def render(report: Report) -> str:
    """The summary, then one row for each problem that is left, as many as a comment can hold.

    Where it cannot hold all, the worst come first.
    """
    text = "" if report.quiet else f"{summary(report)}\n"
    rows, total, size = _rows(report)
    if not rows:
        return text
    if len(text) + len(HEAD) + size > MAX_CHARACTERS:
        rows.sort(key=lambda pair: -SEVERITIES.index(pair[0]))
    text += ("\n" if text else "") + HEAD
    for number, (_, row) in enumerate(rows):
        if len(text) + len(row) > MAX_CHARACTERS:
            more = plural(total - number, "more problem")
            return f"{text}\nAnd {more}: a comment has no room for them.\n"
        text += row
    return text


def _rows(report: Report) -> tuple[list[tuple[Severity, str]], int, int]:
    """A row for each problem, with its severity; of each severity no more than a comment has room
    for. And how many rows there would be, of how many characters."""
    rows: list[tuple[Severity, str]] = []
    sizes: Counter[Severity] = Counter()
    total = 0
    for found in report.listed_by_path():
        for one in report.for_people(found):
            row, total = _row(one), total + 1
            if sizes[one.severity] <= MAX_CHARACTERS:
                rows.append((one.severity, row))
            sizes[one.severity] += len(row)
    return rows, total, sizes.total()


def _row(one: Diagnostic) -> str:
    place = _code(place_of(one))
    code = f"[{one.code}]({rule_url(one.code)})"
    cells = (place, code, one.severity, _message(one.text), applicability(one))
    return f"| {' | '.join(cells)} |\n"


def _message(text: str) -> str:
    """Every second part between backticks is a value; with an odd one out nothing is."""
    parts = printable(text).split("`")
    if len(parts) % 2 == 0:
        return _escaped(printable(text))
    return "".join(_code(part) if index % 2 else _escaped(part) for index, part in enumerate(parts))


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)


def _code(text: str) -> str:
    """A code span; in a table a bar ends the cell even there, unless a backslash stands before."""
    if not text:
        return ""
    fence = "``" if "`" in text else "`"
    inner = f" {text} " if "`" in text or text != text.strip() else text
    return no_commands(f"{fence}{inner}{fence}".replace("|", "\\|"))
