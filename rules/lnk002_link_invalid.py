"""link-invalid (LNK002): the link does not lead anywhere on the public web.

## What it does

Reports a link that a browser cannot read as an address, that is relative, has another scheme than
http and https, carries a user name, or points to a private host: localhost, a name without a dot,
an address of a local network. Empty links are the schema's business, and a key that speaks of a
canonical address (`canonical_url`) may hold a path of the own site.

## Why it matters

Readers get an error page, or an address that works on one machine only.

## Fix

None: only whoever wrote the article knows the right address.

## Options

- `schemes` (default `["http", "https"]`): schemes that a link may have.

## Source

WHATWG URL Standard, as the ada parser reads it; RFC 1918, 4193, 6761 and 6762 for private hosts.
"""

import re

from newslint.rule import (
    Article,
    Example,
    Field,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Severity,
    shorten,
)
from newslint.text.urls import split, trim

# Nearly every link: such an address is always valid, unless its last label is a private one.
_PLAIN = re.compile(r"(https?)://[a-z0-9][a-z0-9.-]*\.([a-z]{2,})(?:[/?#]|$)")
_PRIVATE = frozenset(
    ("example", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "test")
)


class Options(NamedTuple):
    """`schemes`: what may stand before the colon, in lower case."""

    schemes: tuple[str, ...] = ("http", "https")


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link that leads nowhere."""
    for field, scalar in article.scalars("link"):
        text = scalar.text
        if scalar.kind != "string" or _is_plain(text, options.schemes):
            continue
        if _is_inside(article, field, text):
            continue
        fault = _fault(trim(text), options.schemes)
        if fault is not None:
            what, advice = fault
            known = article.generator.title or "://" in text
            severity: Severity | None = None if known else "warning"
            what = f"{field.key} {what}"
            yield Problem(scalar.span, what, field.key, severity=severity, advice=advice)


def _is_inside(article: Article, field: Field, text: str) -> bool:
    """True for a page of the site itself or a note, where the field may lead to one."""
    generator = article.generator
    if text.startswith("/") and "canonical" in field.key.lower():
        return True
    if text.startswith(("[[", "![[")):
        return generator.note_links or not generator.title
    return text.startswith("/") and not text.startswith("//") and not generator.title


def _is_plain(text: str, schemes: tuple[str, ...]) -> bool:
    """True for an address that needs no closer look."""
    found = _PLAIN.match(text)
    if found is None or found.group(1) not in schemes:
        return False
    return found.group(2) not in _PRIVATE and "xn--" not in text and ".." not in text


def _fault(text: str, schemes: tuple[str, ...]) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do; None when nothing is, or when it is empty."""
    if not text:
        return None
    url = split(text)
    scheme = (url.scheme or "").lower()
    if scheme in ("", "localhost") or "." in scheme:
        host, slash, _ = text.partition("/")
        if "." in host and (slash or host.startswith("www.")) and " " not in host:
            return f"{shorten(text)} has no scheme", "add `https://` at the start"
        return f"{shorten(text)} is not an absolute URL", "add `https://` and the host"
    if scheme not in schemes:
        return f"{shorten(text)} has the scheme `{scheme}`", f"use {' or '.join(schemes)}"
    return _web_fault(text, url.authority) if scheme in ("http", "https") else None


def _web_fault(text: str, authority: str | None) -> tuple[str, str] | None:
    """The same for an http or https address; `authority` is None where the two slashes lack."""
    import can_ada

    try:
        parsed = can_ada.parse(text) if authority else None
    except ValueError:
        parsed = None
    host: str = parsed.hostname if parsed else ""
    if parsed is None or host.startswith(".") or ".." in host:
        return f"{shorten(text)} is not a valid URL", "correct it"
    if parsed.username or parsed.password:
        return f"contains a user name for {shorten(host)}", "remove the part from `//` to `@`"
    if _is_private(host):
        return f"points to the private host {shorten(host)}", "use the public URL"
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
    severity="error",
    presets=("default", "news"),
    fields=("link",),
    check=check,
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
