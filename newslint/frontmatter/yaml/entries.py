"""The entries of a YAML block, each with its lines: where each reads the same alone.

What a top-level key of a block mapping holds does not depend on what stands before and behind it.
That is so where every key begins a line at the left margin, and nothing reaches from one entry into
another: no anchor, alias, tag or directive, no marker of a document.
"""

from __future__ import annotations

from newslint.site_article import Article
from newslint.text.regex import regex

_REACHING = regex(
    r"(?m)(?:^|[ \t\[,{:?-])[&*!%]|^(?:---|\.\.\.)"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
)
"""What may be an anchor, an alias, a tag, a directive or a marker (in quotes it is none, which is
rare), and characters that are line ends to some readers alone."""


_SIGN = regex(r"[&*!%](?<![^ \t\n\[,{:?-][&*!%])")
"""The first part of it: found in a tenth of the time, as it begins with one of four characters."""


class _Last:
    """The entries of the last two articles that were asked for: each fix asks anew."""

    known: tuple[tuple[Article, tuple[str, ...] | None], ...] = ()


def entries(article: Article) -> tuple[str, ...] | None:
    """The text of each top-level entry up to the next one, in their order, comments and empty lines
    after it too; None where they do not stand apart."""
    for known, found in _Last.known:
        if known is article:
            return found
    made = _entries(article)
    _Last.known = ((article, made), *_Last.known[:1])
    return made


def _entries(article: Article) -> tuple[str, ...] | None:
    block, fields, text = article.block, article.fields, article.text
    if block is None or block.format != "yaml" or article.broken or not fields:
        return None
    start, end = block.content
    starts = [field.key_span.start for field in fields]
    if {text[at - 1] for at in starts if at != start} - {"\n"}:
        return None
    if _may_reach(text[start:end]) and _REACHING.search(text, start, end):
        return None
    lead = text[start : starts[0]]
    if lead and any(line.strip() and line[:1] != "#" for line in lead.split("\n")):
        return None
    return tuple([text[at:to] for at, to in zip(starts, (*starts[1:], end), strict=True)])


def _may_reach(content: str) -> bool:
    """A cheap test before the pattern, which takes ten times as long: most blocks have no sign of
    what it looks for."""
    if not content.replace("\n", "").isprintable() or content[:3] in ("---", "..."):
        return True
    if "\n---" in content or "\n..." in content:
        return True
    has_sign = "&" in content or "*" in content or "!" in content or "%" in content
    return has_sign and _SIGN.search(content) is not None
