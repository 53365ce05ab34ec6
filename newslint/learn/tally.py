"""What stands at each key of a site's articles: how often, of what type, in what form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.generators.base import date_form
from newslint.model.records import dataclass, field
from newslint.model.values import Field, ListValue, Scalar, Table, Value
from newslint.site_article import Article
from newslint.text.urls import host_of

MOST_KEYS = 1_000
"""Keys that are counted; the others of a site with more are not."""

MOST_VALUES = 2_000
"""Different values that are remembered of one key."""

MOST_SOURCES = 10_000
"""Different pairs of a host and a source that are remembered."""

LONGEST = 200
"""Characters of a value that are remembered."""

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_MEDIA = (*PICTURES, ".mp3", ".m4a", ".mp4", ".ogg", ".pdf", ".webm", ".zip")


@dataclass(slots=True)
class Tally:
    """What the articles have at one key.

    `there` counts the articles that have it and `filled` those in which it has a value. `names` are
    the ways in which the key is written, `roles` what it is used for, `types` those of its values
    (`string`, `list`, …). `texts` are the values, of a list its items, in `texts` all counted.
    `links` are values that are addresses of the web, of which `media` are files, by host in
    `hosts`; `spaced` are texts of several words. `sizes` are numbers of items.
    `items` are the types of the items of lists.
    `first` is the place of the key among the others, summed over the articles.
    """

    there: int = 0
    filled: int = 0
    first: int = 0
    links: int = 0
    media: int = 0
    pictures: int = 0
    spaced: int = 0
    characters: int = 0
    values: int = 0
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    styles: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    sizes: Counter[int] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)
    dates: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The key as it is mostly written."""
        return self.names.most_common(1)[0][0]

    @property
    def role(self) -> str:
        """What it is mostly used for."""
        return self.roles.most_common(1)[0][0]

    @property
    def type(self) -> str:
        """The type of most of its values; empty where none has one."""
        return self.types.most_common(1)[0][0] if self.types else ""

    @property
    def distinct(self) -> int:
        """How many different values are remembered."""
        return len(self.texts)

    def add(self, given: Field, place: int) -> None:
        """Count the field of one more article."""
        self.there += 1
        self.first += place
        self.names[given.key] += 1
        self.roles[given.role] += 1
        if given.empty:
            return
        self.filled += 1
        value = given.value
        self.types[_type(value)] += 1
        if isinstance(value, ListValue):
            self.styles["flow" if value.flow else "block"] += 1
            self.sizes[len(value.items)] += 1
            self.items.update(map(_type, value.items))
        elif isinstance(value, Scalar):
            self.styles[value.style] += 1
        for scalar in given.scalars:
            self._add_text(scalar)

    def _add_text(self, scalar: Scalar) -> None:
        text = scalar.text.strip()[:LONGEST]
        self.values += 1
        self.characters += len(text)
        self.spaced += " " in text
        if len(self.texts) < MOST_VALUES or text in self.texts:
            self.texts[text] += 1
        start = text[:8].lower()
        if start.startswith(("http://", "https://", "//")) and " " not in text:
            self.links += 1
            self.hosts[host_of(text)] += 1
        end = text.lower().partition("?")[0].partition("#")[0]
        self.media += end.endswith(_MEDIA)
        self.pictures += end.endswith(PICTURES)
        if scalar.kind == "date" or text[:4].isdecimal():
            self.dates[date_form(text)] += 1


def _type(value: Value) -> str:
    if isinstance(value, ListValue):
        return "list"
    return value.kind if isinstance(value, Scalar) else "table"


@dataclass(slots=True)
class Count:
    """The articles of one site, counted. `keys` are by their names in lower case, those inside a
    table as `table.key`; `formats` are those of the front matter. `sources` are, for each key with
    an address of the web, the host of that with the source of the article."""

    articles: int = 0
    unread: int = 0
    keys: dict[str, Tally] = field(default_factory=dict)
    played: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    quotes: Counter[str] = field(default_factory=Counter)
    offsets: dict[str, str] = field(default_factory=dict)
    zoneless: int = 0
    sources: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, article: Article) -> None:
        """Count one more article; one that could not be read only as such."""
        if article.broken or article.block is None:
            self.unread += 1
            return
        self.articles += 1
        self.formats[article.block.format] += 1
        self.played.update(role for role, one in article.by_role.items() if not one.empty)
        seen: set[str] = set()
        for place, (name, one) in enumerate(_named(article.fields)):
            if name in seen:  # written twice: a rule says so
                continue
            seen.add(name)
            if name in self.keys or len(self.keys) < MOST_KEYS:
                self.keys.setdefault(name, Tally()).add(one, place)
        self._add_quotes(article.fields)
        self._add_sources(article)
        self._add_zone(article)

    def _add_quotes(self, fields: Iterable[Field]) -> None:
        for one in fields:
            for scalar in one.scalars:
                if scalar.kind == "string" and scalar.style in ("plain", "single", "double"):
                    self.quotes[scalar.style] += 1

    def _add_sources(self, article: Article) -> None:
        source = article.get("source")
        named = source.text.strip()[:LONGEST] if source is not None and source.text else ""
        for name, one in _named(article.fields) if named else ():
            scalar = one.scalar
            address = scalar.text.strip() if scalar is not None else ""
            if address[:8].lower().startswith(("http://", "https://")) and " " not in address:
                key = (name, host_of(address), named)
                if len(self.sources) < MOST_SOURCES or key in self.sources:
                    self.sources[key] += 1

    def _add_zone(self, article: Article) -> None:
        """The offset of the date, remembered by its moment."""
        found = article.get("date")
        if found is None or found.scalar is None:
            return
        reading = article.generator.date(found.scalar, article.timezone)
        if reading is None or reading.date_only:
            return
        if not reading.zoned:
            self.zoneless += 1
        elif len(self.offsets) < MOST_VALUES:
            self.offsets[reading.moment.isoformat()] = reading.moment.strftime("%z")


def _named(fields: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    """The fields with their names in lower case, those inside a table as well."""
    for one in fields:
        name = one.key.lower()
        yield name, one
        if isinstance(one.value, Table):
            for inner in one.value.fields:
                yield f"{name}.{inner.key.lower()}", inner
