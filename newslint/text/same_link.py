"""Addresses of articles in a form in which two of the same article are equal."""

from __future__ import annotations

import re

from newslint.text.redirects import out_of_cache, without_amp
from newslint.text.tracking import of_host
from newslint.text.urls import bare_ampersands, cut_pairs, host_part, split, tidy, trim

_MARKS = ("amp", "turbo", "yandex", "google")
"""What stands in every address of a copy for phones."""

_INDEX = re.compile(r"/index\.html?$")


def same_link(text: str) -> str:
    """The address without what does not choose the article; empty where it names no article.

    Set aside are tracking parameters, scheme, `www.`, a slash at the end and AMP. The fragment
    stays behind a `#`, since it may be another part of a long page. Addresses without a path and
    without a query name a site, not an article.
    """
    bare = bare_ampersands(trim(text))
    plain = bare
    if any(sign in bare.lower() for sign in _MARKS):
        plain = out_of_cache(bare) or bare
        plain = without_amp(plain) or plain
    plain = tidy(plain)[0]
    url = split(plain)
    if url.authority is None or (url.scheme or "").lower() not in ("http", "https"):
        return ""
    host = host_part(url.authority)
    tracks = of_host(host).tracks
    url = split(cut_pairs(plain, lambda name, _: name in tracks)[0])
    path = _INDEX.sub("/", url.path).rstrip("/")
    if not path and not url.query:
        return ""
    port = (url.authority or "").rpartition("@")[2].lower()[len(host) :]
    query = f"?{url.query}" if url.query else ""
    fragment = f"#{url.fragment}" if url.fragment else ""
    return f"{host.removeprefix('www.')}{port}{path}{query}{fragment}"
