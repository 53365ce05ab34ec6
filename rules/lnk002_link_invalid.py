"""link-invalid (LNK002): the link does not lead anywhere on the public web.

## What it does

Reports a link that a browser cannot read as a URL, that lacks its scheme (`www.example.org/a`), has
one that no browser opens (`ftp:`, `htps:`), carries a user name, or points to a private host:
localhost, a name without a dot, an address of a local network. A link into the site itself is
right: a path (`/a/`, `../a`), a fragment, a query, a page's name. A path is reported only where the
article names the feed or the address that it came from: there it is the path of another site.
Empty links are the schema's business.

## Why it matters

Readers get an error page, or an address that works on one machine only.

## Fix

None: only whoever wrote the article knows the right address.

## Options

- `schemes` (default none): the only schemes that a link may have; without it any that a browser or
  another program opens (`mailto:`, `tel:`).

## Source

WHATWG URL Standard, as the ada parser reads it; RFC 1918, 4193, 6761 and 6762 for private hosts.
Firefox 90 and Chrome 95 have dropped FTP. A host without a scheme is told from a path by the public
suffix list.
"""

import re

from newslint.rule import (
    Article,
    Context,
    Example,
    Field,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)
from newslint.text.hosts import address_host, is_feed, registrable
from newslint.text.regex import regex
from newslint.text.urls import split, trim

# Nearly every link: such an address is always valid, unless its last label is a private one.
_PLAIN = regex(r"(https?)://[a-z0-9][a-z0-9.-]*\.([a-z]{2,})(?:[/?#]|$)")
_PRIVATE = frozenset(
    ("example", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "test")
)
_UNOPENED = frozenset(
    (
        *("about", "blob", "chrome", "chrome-extension", "cid", "feed", "file", "ftp", "ftps"),
        *("javascript", "moz-extension", "res", "vbscript", "view-source", "wyciwyg"),
    )
)
"""Schemes that no browser opens for a reader of a page."""

_WEB = ("http", "https")
_TEMPLATE = ("{{", "{%", "${", "<%", "[[")
"""Code of templates and wikis, of which something else makes the address."""


class Options(NamedTuple):
    """`schemes`: what may stand before the colon, in lower case; empty for the usual ones."""

    schemes: tuple[str, ...] = ()


class _Fault(NamedTuple):
    """What is wrong with an address, and what to do."""

    what: str
    advice: str


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link that leads nowhere."""
    for field, scalar in article.scalars("link"):
        text = scalar.text
        if scalar.kind != "string" or _is_plain(text, options.schemes):
            continue
        if text.startswith(("[[", "![[")) and _takes_notes(article):
            continue
        fault = _fault(trim(text), options.schemes, elsewhere=_is_elsewhere(article, field))
        if fault is not None:
            what = f"{field.key} {fault.what}"
            yield Problem(scalar.span, what, field.key, advice=fault.advice)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for most links."""
    return scalar.kind == "string" and not _is_plain(scalar.text, options.schemes)


def _takes_notes(article: Article) -> bool:
    """True where a link may be the name of a note in double brackets."""
    return article.generator.note_links or not article.generator.title


def _is_plain(text: str, schemes: tuple[str, ...]) -> bool:
    """True for an address that needs no closer look."""
    found = _PLAIN.match(text)
    if found is None or (schemes and found.group(1) not in schemes):
        return False
    return found.group(2) not in _PRIVATE and "xn--" not in text and ".." not in text


def _is_elsewhere(article: Article, link: Field) -> bool:
    """True where the article says that it is another site's: it names a feed, or an address."""
    if "canonical" in link.key.lower():
        return False
    feed, source = article.get("feed"), article.get("source")
    if feed is not None and any(is_feed(scalar.text.strip()) for scalar in feed.scalars):
        return True
    return source is not None and any(address_host(one.text.strip()) for one in source.scalars)


def _fault(text: str, schemes: tuple[str, ...], *, elsewhere: bool) -> _Fault | None:
    """What is wrong with an address; None when nothing is known to be, or when it is empty."""
    if not text or any(sign in text for sign in _TEMPLATE):
        return None
    scheme = (split(text).scheme or "").lower()
    if scheme in ("", "localhost") or "." in scheme:
        return _without_scheme(text, elsewhere=elsewhere)
    if scheme in _WEB and (not schemes or scheme in schemes):
        return _web_fault(text, split(text).authority)
    return _scheme_fault(text, scheme, schemes)


def _scheme_fault(text: str, scheme: str, schemes: tuple[str, ...]) -> _Fault | None:
    """The same for a scheme other than http and https."""
    what = f"{shorten(text)} has the scheme `{scheme}`"
    if schemes:
        return None if scheme in schemes else _Fault(what, f"use {' or '.join(schemes)}")
    if len(scheme) == 1:
        return _Fault(f"{shorten(text)} is a path on one computer", "use a public URL")
    if scheme in _UNOPENED or _is_slip(scheme, text):
        return _Fault(what, "use http or https")
    return None


def _is_slip(scheme: str, text: str) -> bool:
    """True for `https` with a slip of the finger: `htps://`, `hhttp://`, `htpps://`."""
    letters = set(scheme)
    return text.startswith("//", len(scheme) + 1) and {"t", "p"} <= letters <= set("https")


def _without_scheme(text: str, *, elsewhere: bool) -> _Fault | None:
    """The same for a text without a scheme, which may be a path of the site."""
    host, slash, _ = text.partition("/")
    if host.startswith("www.") or (slash and _is_public(host)):
        return _Fault(f"{shorten(text)} has no scheme", "add `https://` at the start")
    if "localhost" in (host, host.partition(":")[0]):
        return _Fault(f"points to the private host {shorten(host)}", "use the public URL")
    if host.lower() in _WEB or (text[0] not in "/.?#@" and re.search(r"https?://", text)):
        return _Fault(f"{shorten(text)} is not a valid URL", "keep only the URL")
    if elsewhere and text[0] in "/." and not text.startswith("//"):
        return _Fault(f"{shorten(text)} is not an absolute URL", "add `https://` and the host")
    return None


def _is_public(text: str) -> bool:
    """True for a host name under a top-level domain that exists: `example.org`, not `v1.2`."""
    host = address_host(text)
    return (
        bool(host) and not host.endswith((".md", ".zip", ".sh", ".py")) and bool(registrable(host))
    )


def _web_fault(text: str, authority: str | None) -> _Fault | None:
    """The same for an http or https address; `authority` is None where the two slashes lack."""
    import can_ada

    try:
        parsed = can_ada.parse(text) if authority else None
    except ValueError:
        parsed = None
    host: str = parsed.hostname if parsed else ""
    if parsed is None or host.startswith(".") or ".." in host:
        return _Fault(f"{shorten(text)} is not a valid URL", "correct it")
    if parsed.username or parsed.password:
        advice = "remove the part from `//` to `@`"
        return _Fault(f"contains a user name for {shorten(host)}", advice)
    if _is_private(host):
        return _Fault(f"points to the private host {shorten(host)}", "use the public URL")
    return None


def _is_private(host: str) -> bool:
    """True for a host that only a local network or this machine knows."""
    last = host.rpartition(".")[2]
    if host.startswith("[") or last.isdigit():
        from ipaddress import ip_address

        address = ip_address(host.strip("[]"))
        mapped = getattr(address, "ipv4_mapped", None)
        return not (mapped or address).is_global
    return last in _PRIVATE or last == host


RULE = Rule(
    code="LNK002",
    name="link-invalid",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="A link to a note",
            before='---\nlink: "[[다른 노트]]"\n---\nText.\n',
            target="obsidian",
        ),
        Example(
            note="no scheme",
            front="""\
title: A
link: www.example.org/a # from the feed
""",
            found=(
                ("3:7-3:24", "link `www.example.org/a` has no scheme; add `https://` at the start"),
            ),
        ),
        Example(
            note="a path of the site that the feed came from",
            front="""\
title: 日本
link: '/news/日本.html'
source: https://feeds.example.jp/news
""",
            found=(
                (
                    "3:7-3:22",
                    "link `/news/日本.html` is not an absolute URL; add `https://` and the host",
                ),
            ),
        ),
        Example(
            note="a port that does not exist",
            front="""\
title: A
link: "https://example.org:99999/a"
""",
            found=(
                ("3:7-3:36", "link `https://example.org:99999/a` is not a valid URL; correct it"),
            ),
        ),
        Example(
            note="another scheme",
            front="""\
title: A
link: ftp://example.org/a
""",
            found=(
                ("3:7-3:26", "link `ftp://example.org/a` has the scheme `ftp`; use http or https"),
            ),
        ),
        Example(
            note="a password for everyone to read",
            front="""\
title: A
link: https://me:secret@example.org/a
""",
            found=(
                (
                    "3:7-3:38",
                    "link contains a user name for `example.org`; remove the part from `//` to `@`",
                ),
            ),
        ),
        Example(
            note="the machine of whoever wrote it",
            front="""\
title: A
link: http://localhost:1313/a/
""",
            found=(
                ("3:7-3:31", "link points to the private host `localhost`; use the public URL"),
            ),
        ),
        Example(
            note="a slip, a URL in Markdown, a path of a disk",
            front="""\
title: A
link: [htps://example.org/a, "[更多](https://example.org/a)", 'C:/Users/a.html']
""",
            found=(
                (
                    "3:8-3:28",
                    "link `htps://example.org/a` has the scheme `htps`; use http or https",
                ),
                (
                    "3:30-3:59",
                    "link `[更多](https://example.org/a)` is not a valid URL; keep only the URL",
                ),
                (
                    "3:61-3:78",
                    "link `C:/Users/a.html` is a path on one computer; use a public URL",
                ),
            ),
        ),
        Example(
            note="only what the house allows",
            front="""\
title: A
link: mailto:desk@example.org
""",
            found=(
                (
                    "3:7-3:30",
                    "link `mailto:desk@example.org` has the scheme `mailto`; use http or https",
                ),
            ),
            options={"schemes": ["http", "https"]},
        ),
        Example(
            note="links into the site itself, and ones that other programs open",
            front="""\
title: Ссылки
link: [/all/roundups/x, ../b/, "#части", "?p=1", новости/a.html, about, v1.2/start, //a.org/b,
  mailto:desk@example.org, "tel:+4930123", "@/blog/a.md", "{{ site.url }}/a"]
""",
        ),
        Example(
            note="hosts and paths of every script",
            front="""\
title: Погода
link: https://пример.рф/новости?б=1#я
""",
        ),
        Example(
            note="a canonical address may be a path of the own site, an empty one is no address",
            front="""\
title: A
canonical_url: /2026/a/
link: ""
""",
            config={"fields": {"link": {"key": "canonical_url"}}},
        ),
    ),
)
