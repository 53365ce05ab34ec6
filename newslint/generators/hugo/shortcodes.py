"""The shortcodes of a Hugo site: the program's own, and those of its layouts."""

from __future__ import annotations

from newslint.model.article import Content

_OWN = """comment details figure gist highlight instagram param qr ref relref tweet twitter vimeo
vimeo_simple x youtube twitter_simple instagram_simple 1__h_simple_assets"""
_BUILT_IN = frozenset(_OWN.split())
_ENDINGS = (".html", ".md", ".txt", ".json", ".xml", ".rss.xml")
_BRINGERS = ("themes", "go.mod", "_vendor", "hugo.work")
"""Files and folders of a site that may have shortcodes from elsewhere."""


def lacks(name: str, article: Content) -> bool:
    """True where the site certainly has no such shortcode; `name` is in lower case."""
    exists = article.exists
    if not name or name in _BUILT_IN or exists is None or any(map(exists, _BRINGERS)):
        return False
    section = article.path.rpartition("/")[0].split("/")[1:]
    folders = ["layouts", *("/".join(["layouts", *section[: n + 1]]) for n in range(len(section)))]
    return not any(
        exists(f"{folder}/{own}/{name}{ending}")
        for folder in folders
        for own in ("shortcodes", "_shortcodes")
        for ending in _ENDINGS
    )
