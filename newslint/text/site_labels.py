"""Whether a part of a title is the name of the site that it links to (`… - Vercel`, vercel.com)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from newslint.text.hosts import registrable, without_www

_ARTICLES = ("the", "der", "die", "das", "le", "la", "les", "el", "il")
_KINDS = ("news", "blog", "weblog", "official", "online", "com", "org", "net")
_GLUED_KINDS = ("ニュース", "新闻", "新聞", "뉴스")
"""The same in writings without a space before them: `NHKニュース`."""

_LEAST = 2
"""Characters of a name: one letter (x.com) is none."""


def folded_name(text: str) -> str:
    """A name without case, spaces, hyphens and other signs: `The Verge` and `theverge`."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum() or unicodedata.category(char)[0] == "M")


def may_name(part: str, host: str) -> bool:
    """A cheap test, without the public suffix list: a word of the part stands in the host."""
    folded = folded_name(_in_letters(host))
    words = [folded_name(one) for one in part.split()]
    return any(bare in folded for word in words for bare in _without_kind(word) if bare)


def _without_kind(folded: str) -> tuple[str, ...]:
    """A folded name, and what is left of it without a kind that is written together with it."""
    return (folded, *map(folded.removesuffix, _GLUED_KINDS))


def host_labels(host: str) -> frozenset[str]:
    """What a site may be called after its host, folded: the label before the public suffix, with
    and without what stands on both sides of it.

    `bbc` and `bbccouk` for `www.bbc.co.uk`; empty where the top-level domain does not exist.
    """
    known = registrable(_in_ascii(host))
    if not known:
        return frozenset()
    host = _in_letters(host)
    domain = host.split(".")[-known.count(".") - 1 :]
    names = (domain[0], "".join(domain), without_www(host))
    return frozenset(name for name in map(folded_name, names) if len(name) >= _LEAST)


def _in_ascii(host: str) -> str:
    """The host as DNS has it (`xn--…`), which is how the public suffix list is written."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _in_letters(host: str) -> str:
    """The host as people write it, where DNS has `xn--…`."""
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return host


def is_site_name(part: str, names: Collection[str]) -> bool:
    """True for a part of a title that is one of these folded names, with an article or without.

    What says only that it is a site may stand after it: `BBC News`, `The Cloudflare Blog`.
    """
    words = part.split()
    names = {*names, *(name[3:] for name in names if name.startswith("the") and len(name) > 6)}
    return _is_one(words, names) or _is_one(without_article(part).split(), names)


def without_article(name: str) -> str:
    """A name without its article: `Zeit` for `Die Zeit`; a name of one word stays."""
    first, _, rest = name.strip().partition(" ")
    return rest if rest and first.casefold() in _ARTICLES else name


def _is_one(words: list[str], names: Collection[str]) -> bool:
    while words:
        folded = folded_name("".join(words))
        if any(one in names for one in _without_kind(folded)):
            return True
        if len(words) < 2 or folded_name(words[-1]) not in _KINDS:
            return False
        words = words[:-1]
    return False
