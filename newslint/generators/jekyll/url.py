"""Where Jekyll puts a post: the permalink of the config or of the front matter, filled in.

Source: Jekyll 4.3, drops/url_drop.rb and url.rb; measured. None for what is not certain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote, unquote

from newslint.model.article import DateReading
from newslint.model.records import NamedTuple, dataclass
from newslint.model.values import Scalar, Value
from newslint.text.dates import find_zone
from newslint.text.regex import regex

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_DATE_TOKENS = {
    "year": "%Y", "month": "%m", "day": "%d", "hour": "%H", "minute": "%M", "second": "%S",
    "short_year": "%y", "y_day": "%j", "week": "%V", "w_year": "%G", "w_day": "%u",
    "short_month": "%b", "long_month": "%B", "short_day": "%a", "long_day": "%A",
}  # fmt: skip
_MARKDOWN = frozenset((".markdown", ".mkdown", ".mkdn", ".mkd", ".md"))
_PATH = regex(
    r"(?:(?P<folders>.*)/)?_posts/(?:.*/)?(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-"
    r"(?P<slug>[^/]*)(?P<ext>\.[^./]+)",
    re.ASCII,
)
_DATED = regex(r"(?:.*/)?(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-[^/]*\.[^./]+", re.ASCII)
"""Source: Jekyll 4.3, document.rb, DATE_FILENAME_MATCHER: it holds in every collection."""

_MOVES = frozenset(("categories", "category", "date", "ext", "permalink", "slug"))
_DAY_TOKEN = regex(r":(?:i_day|y_day|short_day|long_day|w_day|day)(?![a-z])")
_UNSURE = frozenset("?#[]%\\")


class Place(NamedTuple):
    """A post's path: the day and the slug in its name, and the folders above `_posts`."""

    day: datetime
    slug: str
    ext: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UrlRules:
    """The permalink of posts."""

    template: str


def read_rules(config: Mapping[str, Any]) -> UrlRules | None:
    """The permalink of posts; None where other settings have a say in it."""
    given = config.get("defaults")
    for entry in given if isinstance(given, list) else ():
        values = entry.get("values") if isinstance(entry, dict) else None
        if isinstance(values, dict) and _MOVES & set(values):
            return None
    if config.get("collections_dir") or config.get("source") or config.get("markdown_ext"):
        return None
    collections = config.get("collections")
    posts = collections.get("posts") if isinstance(collections, dict) else None
    own = posts.get("permalink") if isinstance(posts, dict) else None
    wanted = own or config.get("permalink") or "date"
    return UrlRules(_STYLES.get(wanted, wanted)) if isinstance(wanted, str) else None


def parse_path(path: str) -> Place | None:
    """What the path of a post says; None for any other file."""
    found = _PATH.fullmatch(path)
    if found is None:
        return None
    try:
        day = datetime(*map(int, found["day"].split("-")))  # type: ignore[arg-type]
    except ValueError:
        return None
    folders = tuple(part for part in (found["folders"] or "").split("/") if part)
    return Place(day, found["slug"].rstrip("."), found["ext"], folders)


def day_of_name(path: str) -> datetime | None:
    """The day at the start of the name of a document of any collection; None for another name."""
    found = _DATED.fullmatch(path)
    try:
        return datetime(*map(int, found["day"].split("-"))) if found else None  # type: ignore[arg-type]
    except ValueError:
        return None


def post_url(
    rules: UrlRules,
    place: Place,
    values: Mapping[str, Value],
    moment: datetime | None,
    categories: list[str],
) -> str | None:
    """The URL of a post; None when it is not certain, as that of a day in an unknown zone.

    `moment` is its date on the site's clock, None where that is not known.
    """
    extension = ".html" if place.ext in _MARKDOWN else place.ext
    slug, template = _text(values, "slug", place.slug), _text(values, "permalink", rules.template)
    if extension != ".html" or not slug or not template or _UNSURE & set("".join(categories)):
        return None
    tokens = {
        "categories": "/".join(dict.fromkeys(name.lower() for name in categories)),
        "title": slugify(slug, pretty=True),
        "slug": slugify(slug).lower(),
        "output_ext": extension,
        "collection": "posts",
    }
    if moment is not None:
        tokens |= {name: moment.strftime(form) for name, form in _DATE_TOKENS.items()}
        tokens |= {"i_day": str(moment.day), "i_month": str(moment.month)}
    try:
        made = re.sub(r":([a-z_]+)", lambda found: _filled(found[1], tokens), template)
    except KeyError:
        return None
    return re.sub("/+", "/", f"/{made}".replace("..", "/").replace("./", ""))


def written_at(url: str) -> str:
    """The file of a post with that URL, below the site's base.

    Source: Jekyll 4.3, `Document#destination`.
    """
    path = unquote(url)
    path = f"{path}index.html" if path.endswith("/") else path
    return path if path.endswith(".html") else f"{path}.html"


def has_day(rules: UrlRules, values: Mapping[str, Value]) -> bool:
    """True where the day is a part of the URL of a post."""
    return bool(_DAY_TOKEN.search(_text(values, "permalink", rules.template)))


def has_slug(rules: UrlRules) -> bool:
    """True where the slug is a part of the URLs of posts."""
    return ":title" in rules.template or ":slug" in rules.template


def slugify(text: str, *, pretty: bool = False) -> str:
    """Runs of what is no letter, mark or digit become a hyphen; `pretty` keeps `._~!$&'()+,;=@`."""
    kept = "._~!$&'()+,;=@" if pretty else ""
    marks = (c if c in kept or _is_word(c) else "\n" for c in text)
    slug = re.sub("\n+", "-", "".join(marks))
    return slug.removeprefix("-").removesuffix("-")


def _is_word(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def _text(values: Mapping[str, Value], key: str, usual: str) -> str:
    """A key's text, else the usual one; empty for what Jekyll would choke on."""
    value = values.get(key)
    if value is None or (isinstance(value, Scalar) and value.kind == "null"):
        return usual
    return value.text if isinstance(value, Scalar) and value.kind == "string" else ""


def on_clock(date: DateReading | None, zone: str) -> datetime | None:
    """The date on the site's clock; None where its zone is not known and would count."""
    if date is None:
        return None
    if zone:
        try:
            return date.moment.astimezone(find_zone(zone))
        except OverflowError:  # the first or the last day that Python knows
            return None
    floating = not date.zoned and date.layout != "2006-01-02 15:04:05"
    return date.moment if floating else None


def _filled(name: str, tokens: Mapping[str, str]) -> str:
    if name not in tokens and name.endswith("_"):
        return quote(tokens[name[:-1]], safe=_SAFE) + "_"
    return quote(tokens[name], safe=_SAFE)


_SAFE = "/:@!$&'()*+,;=-._~"
