"""The parts of an article, what a generator is told of one, and what it makes of it.

All offsets are characters of the article's text (the whole file without its BOM), start included,
end excluded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal, Protocol

from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Field

SUPPRESSION = "newslint:"
"""What a comment that silences begins with, after its `#`."""

DATE_ROLES = ("date", "lastmod", "publishdate", "expirydate")
"""The roles whose values are dates."""


class Comment(NamedTuple):
    """A comment in the front matter, from its `#` to its line's end. `alone`: nothing before it."""

    span: Span
    text: str
    alone: bool


class Block(NamedTuple):
    """Where the front matter lies.

    `opening` and `closing` are the fence lines without their line ends; `content` is what lies
    between them (whole lines); `body` starts after the closing fence's line end.
    """

    format: Literal["yaml", "toml", "json"]
    opening: Span
    content: Span
    closing: Span
    body: int


class DateReading(NamedTuple):
    """A date as the generator reads it.

    `moment` is aware; where the text has no zone it is in the site's (`zoned` false). `zone_name`
    is a named zone that the generator does not understand (`EST`), else empty. `date_only`: no time
    was written. `numeric`: written as a plain number. `layout` names the layout that matched; it is
    empty for a word that stands for the file's own time (Eleventy's `created`).
    """

    moment: datetime
    zoned: bool
    date_only: bool
    layout: str
    zone_name: str = ""
    numeric: bool = False


class Page(NamedTuple):
    """What the generator makes of an article: what a safe fix must not move.

    `url` is None when the generator's rules for it are not known (no site config, an unknown
    token). `terms` are (taxonomy, term URL) pairs in the order in which the generator lists them,
    `first` the first raw term of each taxonomy; `dates` are (role, RFC 3339 instant with offset)
    pairs.
    """

    url: str | None
    draft: bool
    dates: tuple[tuple[str, str], ...]
    terms: tuple[tuple[str, str], ...]
    first: tuple[tuple[str, str], ...]


class Content(Protocol):
    """What a generator is told of an article, which knows its generator in turn.

    `path` is relative to the site's root, `fields` are the top-level keys. `timezone` is an IANA
    name, or empty; `exists` says whether a path below the site's root is there (None: no root).
    """

    @property
    def path(self) -> str: ...

    @property
    def fields(self) -> tuple[Field, ...]: ...

    @property
    def timezone(self) -> str: ...

    @property
    def exists(self) -> Callable[[str], bool] | None: ...

    def get(self, role: str) -> Field | None:
        """The field that plays the role, or None."""
