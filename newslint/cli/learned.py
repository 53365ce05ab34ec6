"""What `newslint init` learned of a site, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newslint.files.display import display
from newslint.learn.fields import percent
from newslint.learn.site import Learned
from newslint.learn.tally import Tally
from newslint.report.summary import plural, printable

MOST_KEYS = 40
"""Keys that are listed; the others are counted."""

_STYLES = {
    "plain": "without quotes",
    "single": "single quotes",
    "double": "double quotes",
    "literal": "block |",
    "folded": "block >",
}
_NARROW = 60


def shown(site: Learned, width: int, *, color: bool) -> str:
    """The table of a site, for a terminal so wide."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column("key", no_wrap=width >= _NARROW, overflow="ellipsis", max_width=30)
    table.add_column("in", justify="right", no_wrap=True)
    table.add_column("type", no_wrap=width >= _NARROW)
    if width >= _NARROW:
        table.add_column("values")
    table.add_column("role")
    keys = sorted(site.count.keys.items(), key=lambda pair: (-pair[1].there, pair[0]))
    top = [(name, tally) for name, tally in keys if "." not in name]
    for name, tally in top[:MOST_KEYS]:
        table.add_row(*_cells(site, name, tally, width))
    console = Console(width=width, no_color=not color, highlight=False, force_terminal=color)
    with console.capture() as captured:
        for line in _head(site):
            console.print(line)
        console.print()
        console.print(table)
        if len(top) > MOST_KEYS:
            console.print(Text(f"and {plural(len(top) - MOST_KEYS, 'more key')}", style="dim"))
        console.print()
    return captured.get()


def _head(site: Learned) -> Iterator[Text]:
    title = site.generator.title or "no generator recognised"
    told = f", from {site.told}" if site.told else ""
    yield Text.assemble((printable(display(site.root)), "bold"), f"  {title}{told}")
    count = site.count
    forms = ", ".join(f"{n:,} {form.upper()}" for form, n in count.formats.most_common())
    broken = f", {count.unread:,} without front matter that can be read" if count.unread else ""
    yield Text(f"{plural(count.articles, 'article')}: {forms or 'none'}{broken}")
    zone = site.generator.timezone or site.zone
    told = "the site's own config" if site.generator.timezone else "the offsets of its dates"
    terms = [tally for name, tally in count.keys.items() if _has_terms(site, name, tally)]
    number = sum(tally.distinct for tally in terms)
    once = sum(1 for tally in terms for uses in tally.texts.values() if uses == 1)
    parts = [f"preset {site.preset}"]
    parts.append(f"time zone {zone}, from {told}" if zone else "time zone not known")
    if number:
        parts.append(f"{plural(number, 'term')}, {once:,} of them used once")
    yield Text("; ".join(parts))


def _has_terms(site: Learned, name: str, tally: Tally) -> bool:
    learned = site.roles.get("tags") == name
    return learned or name in site.generator.taxonomies or tally.role in ("tags", "categories")


def _cells(site: Learned, name: str, tally: Tally, width: int) -> list[Text]:
    role = next((role for role, key in site.roles.items() if key == name), "")
    learned = Text(f"{role} (learned)", style="bold green") if role else _role(name, tally)
    cells = [
        Text(printable(tally.name)),
        Text(percent(tally.there, site.count.articles)),
        Text(_types(tally)),
    ]
    if width >= _NARROW:
        cells.append(Text(printable(_values(tally)), style="dim"))
    return [*cells, learned]


def _role(name: str, tally: Tally) -> Text:
    return Text(tally.role if tally.role != name else "")


def _types(tally: Tally) -> str:
    """`string`, or `list, string 12`: the others with their numbers."""
    if not tally.types:
        return "empty"
    (first, _), *others = tally.types.most_common(3)
    return ", ".join([first, *(f"{kind} {number:,}" for kind, number in others)])


def _values(tally: Tally) -> str:
    """The form of the values, in a few words."""
    sizes, empty = tally.sizes, tally.there - tally.filled
    least, most = (min(sizes), max(sizes)) if tally.type == "list" else (0, 0)
    items = plural(most, "item") if least == most else f"{least} to {most} items"
    parts = (items if most else "", _what(tally), f"{empty:,} empty" if empty else "", _form(tally))
    return "; ".join(filter(None, parts))


def _what(tally: Tally) -> str:
    """What the values are; what is true of half of them."""
    if 2 * tally.links > tally.values:
        return f"links on {plural(len(tally.hosts), 'host')}"
    if 2 * tally.pictures > tally.values:
        return "pictures"
    days = {form: number for form, number in tally.dates.items() if form.startswith(_DAY)}
    if 2 * sum(days.values()) > tally.values:
        return _in_letters(max(days, key=days.__getitem__))
    if tally.distinct and 3 * tally.distinct <= tally.values:
        return f"{tally.distinct:,} different, as {_example(tally)}"
    return f"about {round(tally.characters / tally.values):,} characters" if tally.values else ""


_DAY = "9999-99-99"
_LETTERS = ((_DAY, "YYYY-MM-DD"), ("99:99:99", "hh:mm:ss"), ("99:99", "hh:mm"), ("9999", "hhmm"))


def _in_letters(form: str) -> str:
    """`YYYY-MM-DD hh:mm:ss +hhmm`: the form of a date as people write it."""
    for digits, letters in _LETTERS:
        form = form.replace(digits, letters, 1)
    return form


def _form(tally: Tally) -> str:
    """The quotes of texts, and how lists are written."""
    style = tally.styles.most_common(1)[0][0] if tally.styles else ""
    if style in ("flow", "block"):
        return f"{style} list"
    return _STYLES.get(style, "") if tally.type == "string" else ""


def _example(tally: Tally) -> str:
    text = tally.texts.most_common(1)[0][0]
    return text if len(text) <= 20 else f"{text[:19]}…"
