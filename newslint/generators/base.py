"""What newslint asks of a generator.

Every question has an answer that holds while nothing is known of it: what is not known is never
reported, and never safe to fix. A generator subclasses `Generator` and answers what it knows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import ClassVar, Literal, TypeVar

from newslint.generators.answers import (
    NO_QUIRKS,
    OwnSchema,
    PageDay,
    Proof,
    ReservedKey,
    TemplateCode,
    Unbuilt,
    ValueList,
    YamlQuirks,
)
from newslint.generators.fences import ANY_FENCES, FencePolicy
from newslint.generators.inherited import NOTHING, Inherited
from newslint.generators.role_keys import ROLE_KEYS
from newslint.model.article import Content, DateReading, Page
from newslint.model.clock import Clock
from newslint.model.facts import Facts, MadePage, Published, Telling
from newslint.model.node import Node
from newslint.model.records import dataclass, field
from newslint.model.values import Kind, Scalar

T = TypeVar("T")


def fact(value: T) -> T:
    """The default of a field that is a mapping, which is never changed."""
    default: T = field(default_factory=lambda: value)
    return default


def date_form(text: str) -> str:
    """The form of a date: `2015-02-19 00:55:35 -0800` is `9999-99-99 99:99:99 +9999`."""
    digits = re.sub("[0-9]", "9", text)
    signed = re.sub(r"(?<=[0-9 ])-(?=99:?99$)", "+", digits)
    return re.sub(_MONTH, "Mon", signed)


_MONTH = r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"


@dataclass(frozen=True, eq=False, kw_only=True)
class Generator:
    """One generator, together with one site's own config. Equal to itself alone.

    What holds for every site is a class variable, and an argument what the site decides.
    """

    name: ClassVar[str] = ""
    """The name used in the config."""

    title: ClassVar[str] = ""
    """The name for messages; empty where no one generator is known."""

    fences: ClassVar[FencePolicy] = ANY_FENCES
    """The delimiters of front matter that it reads."""

    extension: ClassVar[Mapping[str, str]] = {}
    """How names of its articles end besides the usual ones -> the usual one that it stands for."""

    front_matter_needed: ClassVar[bool | None] = None
    """A file without front matter is no article; False: it is one; None: not known."""

    needs_title: ClassVar[bool | None] = None
    """A page has the title of its front matter; False: else the first heading or the name of the
    file gives one; None: not known."""

    quirks: ClassVar[YamlQuirks] = NO_QUIRKS
    """YAML at which its parser differs from libyaml."""

    proved: ClassVar[frozenset[Proof]] = frozenset()
    """The kinds of fix of which the real program showed that they move nothing."""

    # the site

    timezone: str = ""
    """The IANA zone of the site's own config; empty when it names none."""

    content: tuple[str, ...] = ()
    """Folders of the site that hold its articles, below its root; empty when not known."""

    image_roots: ClassVar[tuple[str, ...]] = (".",)
    """Folders below the site's root that the paths of pictures count from."""

    reads_later_blocks: ClassVar[bool] = False
    """A block of front matter further down in the file is read as well."""

    # keys

    known_keys: frozenset[str] = frozenset()
    """Keys (lower case) with a meaning of their own in the generator; empty when not known."""

    role_keys: Mapping[str, tuple[str, ...]] = fact(ROLE_KEYS)
    """Role -> keys (lower case; `table.key` inside a table), the first that is there wins."""

    reserved_keys: Mapping[str, ReservedKey] | None = None
    """Key (lower case) -> what the generator wants of it; None: not known."""

    reserves_by_path: ClassVar[bool] = False
    """What it wants of a key (`reserved`, `only_keys`) depends on where the article lies."""

    ignores_key_case: ClassVar[bool | None] = None
    """Keys that differ in case alone are one key."""

    date_keys: ClassVar[Mapping[str, str] | None] = None
    """Role -> the one key, as it is written, of which the date is read; None: not known."""

    date_aliases: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """Other keys (lower case) of which a date is read -> its role, and the key to write."""

    image_key: ClassVar[str | None] = None
    """The key whose list of pictures the generator's own templates read; None: not known."""

    top_keys: ClassVar[frozenset[str]] = frozenset()
    """Keys (lower case) that are read at the top level alone; empty: not known."""

    own_tables: ClassVar[Mapping[str, frozenset[str] | None]] = {}
    """Tables (lower case; `table.*` are those below) with a meaning of their own -> those of the
    top keys that belong into them, too; None: any."""

    alias_key: ClassVar[str | None] = None
    """The key (lower case) of a list of paths from which readers are led to the page."""

    boolean_texts: ClassVar[frozenset[str]] = frozenset()
    """Texts (lower case) that are taken for the boolean that they spell."""

    hides: ClassVar[tuple[str, str] | None] = None
    """The key (lower case) and its value with which an article is not published; None: not known,
    or up to the site's own code."""

    published: ClassVar[Literal["date", "flag"] | None] = None
    """What `published` is: a date first, or a boolean that hides the page; None: not known."""

    note_links: ClassVar[bool] = False
    """A text in double brackets is a link to a note."""

    hides_unsaid: ClassVar[bool] = False
    """An empty `published` hides the page."""

    # dates

    date_forms_known: ClassVar[bool] = False
    """What `date` does not read the generator does not read either."""

    reads_quoted_dates: ClassVar[bool] = True
    """A date in quotes is read like one without."""

    date_tables: ClassVar[frozenset[str]] = frozenset()
    """Keys that a mapping has which stands for a date; empty: none does, or that is not known."""

    needed_dates: ClassVar[tuple[str, ...]] = ()
    """Roles of the dates without which the build stops."""

    read_dates: ClassVar[tuple[str, ...] | None] = None
    """Roles of the dates that it reads itself, not the templates alone; None: not known."""

    reads_listed_date: ClassVar[bool] = False
    """A list of one date in the place of a date is read as that date."""

    refuses_empty_date: ClassVar[bool] = False
    """An empty list or mapping in the place of a date stops the build."""

    usual_zone: str = ""
    """The IANA zone of dates without one where the site names none; empty: that of the machine, or
    not known."""

    zoneless_dates: ClassVar[bool] = False
    """The generator's own form of a date has no zone."""

    own_dates: ClassVar[frozenset[str]] = frozenset()
    """Forms in which the generator's own program writes a date, or its documentation does: each
    digit a 9, each sign a `+`, the name of a month `Mon`."""

    dated_names: bool | None = None
    """The names of articles begin with their date, and the generator reads it; None: not known."""

    shown_from: ClassVar[tuple[str, ...]] = ("publishdate", "date")
    """Roles of the date from which a page is shown, the first that is there counts."""

    shows_future: bool | None = None
    """Pages are built whose date lies ahead; None: not known."""

    shows_expired: bool | None = None
    """Pages are built that have expired; None: not known."""

    # texts and bodies

    raw_html: bool | None = None
    """HTML in Markdown is rendered; False: it is left out; None: not known."""

    raw_html_setting: ClassVar[str | None] = None
    """The setting without which HTML in Markdown is left out; None: not known that it ever is."""

    escapes_texts: ClassVar[bool | None] = None
    """Its templates escape what they print of the front matter: tags are seen; None: not known."""

    markdown_summary: ClassVar[bool] = False
    """The text of a summary is Markdown."""

    makes_summary: ClassVar[bool] = False
    """Of an article without a summary the start of the body is taken."""

    template_values: ClassVar[Literal["quoted", "bare"] | None] = None
    """Code of templates in the front matter is filled in, in quotes alone or wherever it stands;
    None: that is not known."""

    template_code: ClassVar[TemplateCode | None] = None
    """How code of templates in a body is read; None: not known."""

    # terms

    taxonomies: tuple[str, ...] = ()
    """Front matter keys (lower case) that hold terms; `table.*` is every key of a table."""

    terms_table: ClassVar[str] = ""
    """The table in which terms must stand; empty: none, or not known."""

    splits_terms: ClassVar[Literal["no", "spaces", "commas", "bare commas"] | None] = None
    """Where a text in the place of a list of terms is split; None: not known.

    At "bare commas" the blanks beside them stay in the terms.
    """

    hash_terms: ClassVar[bool] = False
    """A term may start with `#`, which is no part of it."""

    reads_tabs: ClassVar[bool] = False
    """YAML that is indented with tabs is read, each as two spaces."""

    refuses_empty_terms: ClassVar[bool] = False
    """An empty text among the terms stops the build."""

    nested_terms: ClassVar[Literal["all lost", "as text", "flat"] | None] = None
    """What becomes of a list inside a list of terms: all of them are lost, it is one term, or its
    items are terms. A mapping is at best one term. None: not known."""

    nests_terms: ClassVar[bool] = False
    """A slash in a term nests it."""

    refuses_spaces: ClassVar[bool] = False
    """A term with whitespace is none."""

    nests_categories: ClassVar[bool] = False
    """A list of categories is a path: each lies inside the one before."""

    needs_lists: ClassVar[Literal["", "terms", "all"]] = ""
    """Where a list is wanted and a text is not taken for one: terms, or persons as well."""

    refuses_texts: frozenset[str] = frozenset()
    """Taxonomies (lower case) at which a text in the place of the list stops the build."""

    term_tables: ClassVar[frozenset[str]] = frozenset()
    """The keys of a mapping that is a term; empty: none is, or that is not known."""

    splits_keywords: ClassVar[bool] = False
    """`keywords` are a list: a text in its place is split at its spaces."""

    no_number_terms: ClassVar[frozenset[str]] = frozenset()
    """Keys at which a number in the place of a list does more than lose a term."""

    # slugs

    slug_is_path: ClassVar[bool | None] = None
    """A slug may be a path from the site's root; False: a slash at its start is one too many."""

    needs_text: ClassVar[frozenset[str]] = frozenset()
    """Roles (`slug`, `url`) at which a number, a date or `true` stops the build."""

    slug_is_folder: ClassVar[bool] = False
    """A slug that ends in `.html` is the name of a folder, not of a file."""

    slug_names_file: ClassVar[bool] = False
    """A part of a slug is the name of a file or folder, and the build stops at one too long."""

    keeps_escapes: ClassVar[bool | None] = None
    """Escapes (`%E4`) in a page's URL and in its aliases are part of the name of the file, which no
    browser asks for then; False: they are decoded; None: not known."""

    sections_are_pages: ClassVar[bool] = False
    """Every folder of articles has a page of its own, at the folder's URL."""

    refuses_symbols: ClassVar[bool] = False
    """A bare value that begins with a colon is a symbol, for which the front matter is dropped."""

    # what comes from elsewhere

    null_inherits: ClassVar[bool] = False
    """At a key without a value (null) the value from elsewhere holds."""

    null_is_absent: ClassVar[bool] = False
    """To templates a key without a value (null) is as one that is not there; False: it may not
    be."""

    def answers(self, questions: Iterable[str]) -> bool:
        """True when none of these attributes is None."""
        return all(getattr(self, question) is not None for question in questions)

    def is_proved(self, kind: Proof) -> bool:
        """True when the real program showed that fixes of this kind move nothing."""
        return kind in self.proved

    def kind(self, plain: str) -> Kind:
        """What an unquoted YAML scalar is to the generator's parser; here: to PyYAML."""
        from newslint.generators.shared.plain_scalars import yaml_kind

        return yaml_kind(plain)

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date as the generator reads it; None when it would not. `zone`: IANA name or ''.

        Here: ISO 8601 and RFC 822 with a year, a month and a day; GMT and UTC are understood.
        """
        from newslint.generators.shared.standards import standard_date

        return standard_date(value, zone)

    def misreads(self, text: str) -> bool:
        """True for what is no date in any form of the generator's, but is read as some day."""
        return False

    def judges_dates(self, article: Content) -> bool:
        """True where the generator reads the article's dates, and in no other form than `date`."""
        return self.date_forms_known

    def reads_draft(self, article: Content) -> bool:
        """False where `draft` means nothing in this article."""
        return True

    def language(self, path: str) -> str:
        """The language of the article at a path below the site's root; empty: one, or not known."""
        return ""

    def section(self, path: str) -> str:
        """The part of the site that an article lies in: the first folder below its content folder.

        It is a path from the site's root; empty for an article right in that root.
        """
        return _section(path.rpartition("/")[0], self.content)

    def own_schemas(self) -> tuple[OwnSchema, ...]:
        """The schemas that the site itself has for its articles; none, or not known."""
        return ()

    def required(self, article: Content) -> tuple[str, ...]:
        """Roles without which this article stops the build."""
        return ()

    def reserved(self, article: Content) -> Mapping[str, ReservedKey]:
        """Key (lower case) -> what the generator wants of it in this article."""
        return self.reserved_keys or {}

    def is_own_date(self, text: str) -> bool:
        """True for a date in the generator's own form: right, whatever others make of it."""
        return bool(self.own_dates) and date_form(text) in self.own_dates

    def page(self, article: Content) -> Page | None:
        """URL, dates and terms of the article; None when nothing of them is known."""
        return None

    def page_reads(self, key: str) -> bool:
        """False for a key (lower case) of which `page` surely makes nothing."""
        return True

    def published_at(self, article: Content, clock: Clock) -> Published | None:
        """Where the page of the article is certainly written; None: nowhere, or not known."""
        return None

    def node(self, article: Content, clock: Clock) -> Node | None:
        """The place of the file among the site's pages; None: files have none, or not known."""
        return None

    def telling(self, facts: Facts) -> Iterable[Telling]:
        """What an article tells of the pages of which there is no file."""
        return ()

    def made_pages(self, told: Iterable[Telling]) -> Iterable[MadePage]:
        """The pages that are certainly written and of which there is no file, where this is what
        all files tell, each once, in the order of their paths; none, or not known."""
        return ()

    def alias_at(self, alias: str, page: Published) -> str | None:
        """Where the redirect from an alias of a page is written, as in `Published.url`; None: none
        is, or that is not known."""
        return None

    def slug(self, text: str) -> str | None:
        """The generator's own form of a slug; None when it is not known."""
        return None

    def slug_vanishes(self, text: str) -> bool | None:
        """True for a slug of which no name for a page is left; None when that is not known."""
        return None

    def page_day(self, article: Content) -> PageDay | None:
        """The day of a page whose file's name has one, too; None where it is not known."""
        return None

    def needs_text_slug(self, article: Content) -> bool:
        """True where the build stops at a slug that is a number, a boolean or a date, and an empty
        text is a slug."""
        return False

    def goes_by_date(self, article: Content) -> bool:
        """False for an article that is shown whatever its date is."""
        return True

    def unbuilt(self, article: Content) -> Unbuilt | None:
        """Why no page, or another one, is built of the file; None: it is built, or not known."""
        return None

    def term_path(self, term: str) -> str | None:
        """The last part of the URL of a term's page; None when it is not known."""
        return None

    def lists_with(
        self, article: Content, published: Published | None, clock: Clock
    ) -> Collection[str]:
        """The taxonomies (lower case) in the lists of whose terms the article certainly stands."""
        return self.taxonomies if published else ()

    def filed_under(self, term: str) -> str | None:
        """What the generator files a term under: terms with the same are one; None: not known."""
        return None

    def printed_raw(self, key: str) -> bool | None:
        """False where whatever prints the text of a key (lower case) reads it as Markdown; True:
        somewhere it is printed as it is; None: not known."""
        return None

    def only_keys(self, path: str) -> frozenset[str] | None:
        """The keys that the article at this path may have, where any other stops the build."""
        return None

    def is_page(self, article: Content) -> bool:
        """False for a file of which no page of its own is made."""
        return True

    def titled_by_name(self, path: str) -> bool:
        """True where the generator makes a title of the file's name when there is none."""
        return False

    def titled_by_heading(self, path: str) -> bool | None:
        """True where a heading at the start of the body gives the title; None: not known."""
        return False if self.needs_title else None

    def needs_front_matter(self, path: str) -> bool | None:
        """True where a file without front matter is lost, stops the build or has nothing that
        makes it an article; False where it may do without; None: not known."""
        return self.front_matter_needed

    def sees_past_bom(self, path: str) -> bool | None:
        """False where a byte order mark hides the front matter of the file; None: not known."""
        return None

    def lacks_shortcode(self, name: str, article: Content) -> bool:
        """True where the site certainly has no shortcode of that name (lower case)."""
        return False

    def listed(self, role: str, path: str) -> ValueList | None:
        """The site's own list of what a role may name; None: there is none, or it is not known.

        `path` is the article's, below the site's root.
        """
        return None

    def inherited(self, path: str) -> Inherited:
        """The values that an article has from elsewhere; here: it has none.

        `path` is the article's, below the site's root. What cannot be read is unknown, never none.
        """
        return NOTHING


@lru_cache(maxsize=256)
def _section(folder: str, content: tuple[str, ...]) -> str:
    """The first part of a folder below the content folder that it lies in."""
    above = folder.split("/") if folder else []
    roots = (root.split("/") if root not in ("", ".") else [] for root in content)
    depth = max((len(root) for root in roots if above[: len(root)] == root), default=0)
    return "/".join(above[: depth + 1])
