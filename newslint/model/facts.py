"""What one article tells the others of its site: small values that go from process to process."""

from __future__ import annotations

from typing import Any

from newslint.model.node import Node
from newslint.model.records import NamedTuple
from newslint.model.spans import Position, Span


class Place(NamedTuple):
    """Where something stands in an article."""

    span: Span
    start: Position
    end: Position


class Said(NamedTuple):
    """What an article says in one field: `text` as it is written, `key` in comparable form."""

    field: str
    text: str
    key: str
    place: Place


class Term(NamedTuple):
    """A term of a taxonomy. `filed` is what the generator files it under, terms of one are one;
    `path` is the last part of the URL of its page."""

    taxonomy: str
    said: Said
    filed: str
    path: str


class Published(NamedTuple):
    """Where the generator certainly writes the page of an article.

    `url` is a path below the site's base, not escaped; `language` is the site's code for it. The
    article is no page of its own where an `index` file stands in its folder or in one above;
    `above` is the number of folders up from its own from which that counts (-1: it never does).
    `host` is empty where all pages of the site share one. `ugly`: pages of its section have the
    name of a file as their URL, and so have redirects to them. `formats` are the other formats in
    which the page is written; `named`: its URL is given, and the name of a file.
    """

    url: str
    language: str
    above: int = -1
    host: str = ""
    ugly: bool = False
    formats: tuple[str, ...] = ()
    named: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """What two pages that are written over each other have in common."""
        return self.host, self.url


Telling = tuple[str, ...]
"""A thing that an article tells of pages without a file, in the words of its generator."""


class MadePage(NamedTuple):
    """A page that the generator writes of no file: `url` and `host` as in `Published`, and what it
    is, in words that follow `that of`."""

    url: str
    host: str
    what: str


class Silence(NamedTuple):
    """A comment that silences: the selectors it names, how far it reaches (None: the file), and
    where it starts."""

    selectors: tuple[str, ...]
    reach: Span | None
    start: Position


class Use(NamedTuple):
    """A field by its role (else its key in lower case): the type of its value, and in which form
    it is written. The type of one without a value is `empty`."""

    role: str
    type: str
    form: str


class Lack(NamedTuple):
    """A field that an article surely does not have, from nowhere; `empty`: it has no value."""

    role: str
    key: str
    empty: bool
    place: Place


class Cut(NamedTuple):
    """A text that ends in dots: its role, its key, and how many characters it has with them."""

    role: str
    field: str
    length: int
    place: Place


class Titled(NamedTuple):
    """A list of tags that are all single words of the title; `place` is that of the first."""

    field: str
    place: Place


class Ways(NamedTuple):
    """What an article does that a site may do as a habit.

    `is_article` is False for a section page and for what is no page of its own. `lacks` are the
    fields of `config.fields.USUAL` that it does not have and of which the config says nothing.
    `has_list`: it has several tags in a list.
    """

    section: str = ""
    is_article: bool = False
    uses: frozenset[Use] = frozenset()
    lacks: tuple[Lack, ...] = ()
    cuts: tuple[Cut, ...] = ()
    has_list: bool = False
    titled: Titled | None = None


class Facts(NamedTuple):
    """What the rules about a whole site know of one article.

    `path` is as a report prints it, `below` the path below the site's root, `file` the absolute
    one. `published` is None where it is not known that and where a page is built. `language` is
    empty where neither generator nor path tell it. `day` is the ordinal of the date in its own
    zone, None without one. The key of an alias is the `url` at which the generator writes a
    redirect; `terms` are those of which the generator certainly makes pages, `written` all that
    stand in lists, with a key in which case and separators are set aside. `head` is the place that
    stands for the whole article, `ways` are what the article does as others of its site may.

    `edition` is the version of what is described, of its folder. `title` has a key in which case
    and punctuation are set aside; the keys of `texts`, description and summary, are digests, and so
    is `body`, which is empty where it says too little. What leads elsewhere, and lists of pages,
    have none of the three. `made` says in words what a page is of which there is no file, as the
    generator makes it itself; a report has none of them but as what another page is written over.
    `lost`: nothing is built of it, or perhaps nothing, for another file has its place.
    """

    path: str
    below: str
    file: str
    head: Place
    published: Published | None = None
    node: Node | None = None
    url: Said | None = None
    draft: bool = False
    language: str = ""
    aliases: tuple[Said, ...] = ()
    terms: tuple[Term, ...] = ()
    written: tuple[Said, ...] = ()
    link: Said | None = None
    day: int | None = None
    silences: tuple[Silence, ...] = ()
    ways: Ways = Ways()
    edition: str = ""
    title: Said | None = None
    texts: tuple[Said, ...] = ()
    body: str = ""
    made: str = ""
    lost: bool = False

    @property
    def folder(self) -> str:
        """The folder that lists the page: one above its own for an `index` file."""
        folder, _, name = self.below.rpartition("/")
        return folder.rpartition("/")[0] if name.startswith("index.") else folder

    def to_dict(self) -> dict[str, Any]:
        """The facts as plain data that JSON can hold; sets are sorted."""
        made: dict[str, Any] = _as_data(self)
        return made


def _as_data(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _as_data(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_as_data(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(map(_as_data, value), key=str)
    return value
