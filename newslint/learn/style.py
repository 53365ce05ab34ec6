"""The form in which a site writes its front matter, told by what most of it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.learn.draft import Line, is_writable
from newslint.learn.fields import LEAST, percent
from newslint.learn.tally import Count

_MOSTLY = 0.8
_QUOTES = {"plain": "when-needed", "single": "single", "double": "double"}


def style_lines(count: Count) -> Iterator[Line]:
    """The lines of `[style]`; none for what is written in several ways."""
    if count.articles < LEAST or count.formats["json"] * 2 > count.articles:
        return
    yield from _of("quotes", Counter({_QUOTES[k]: n for k, n in count.quotes.items()}), "texts")
    lists: Counter[str] = Counter()
    for tally in count.keys.values():
        lists.update({k: n for k, n in tally.styles.items() if k in ("flow", "block")})
    yield from _of("lists", lists, "lists")
    dates: Counter[str] = Counter()
    for tally in count.keys.values():
        if tally.role in ("date", "lastmod", "publishdate", "expirydate"):
            for form, number in tally.dates.items():
                dates[_form(form)] += number
    yield from _of("dates", dates, "dates")
    order = _order(count)
    if len(order) > 2:
        yield Line("key-order", order, "the keys that half of the articles have, as they stand")


def _of(key: str, counts: Counter[str], noun: str) -> Iterator[Line]:
    whole = sum(counts.values())
    if whole < LEAST:
        return
    value, number = counts.most_common(1)[0]
    if number >= _MOSTLY * whole and value:
        yield Line(key, value, f"{percent(number, whole)} of {whole:,} {noun}")


def _form(form: str) -> str:
    if form == "9999-99-99":
        return "date"
    return "rfc3339" if form[:17] == "9999-99-99T99:99:" and form[-1] in "Z9" else ""


def _order(count: Count) -> list[str]:
    usual = [
        (tally.first / tally.there, name)
        for name, tally in count.keys.items()
        if 2 * tally.there >= count.articles and "." not in name and is_writable(name)
    ]
    return [count.keys[name].name for _, name in sorted(usual)]
