"""What a rule is made of, and all that a rule file may import from the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Literal, TypeVar

from newslint.generators.answers import PageDay, ReservedKey
from newslint.model.article import DATE_ROLES, DateReading, Page
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    DropBom,
    Fix,
    InsertItem,
    InsertKey,
    MoveUp,
    Quote,
    Reencode,
    RenameKey,
    ReorderKeys,
    ReplaceText,
    Requote,
    RestyleList,
    SetList,
    SetScalar,
)
from newslint.model.clock import Clock
from newslint.model.diagnostics import PRESETS, Preset, Severity, with_advice
from newslint.model.facts import Facts, Place, Published, Said, Term
from newslint.model.faults import (
    BadDelimiter,
    BadEscape,
    BadSeparator,
    BinaryText,
    ByteOrderMark,
    CodeNotAllowed,
    ControlCharacter,
    EncodedTwice,
    Fault,
    FenceShape,
    FenceUnclosed,
    FixRefused,
    FormatNotRead,
    FrontMatterMissing,
    GluedItem,
    GluedKey,
    IndentationDrift,
    MergedItems,
    NotUtf8,
    OpenItem,
    OwnSchemaMismatch,
    Repairable,
    ReplacementCharacter,
    RequiredMissing,
    SchemaMismatch,
    Shortened,
    SiteConfigUnreadable,
    StageCrashed,
    Syntax,
    TabIndent,
    TemplateResidue,
    TextAsKey,
    TooLarge,
    UnescapedQuote,
    UnquotedSpecial,
    Unreadable,
    UnusedIgnore,
    WriteRefused,
)
from newslint.model.node import Placed, is_dropped
from newslint.model.records import NamedTuple, dataclass, field, replace
from newslint.model.spans import Span
from newslint.model.usage import Usage
from newslint.model.values import (
    Field,
    ListValue,
    Scalar,
    Table,
    Value,
    every_field,
    scalars_in,
)
from newslint.site_article import Article, Context
from newslint.text.regex import regex
from newslint.text.seen_characters import cut

T = TypeVar("T")

_EMPTY_LINES = regex(r"(?:\s*\n)?")

TERMS = "*terms*"
"""In `Rule.fields`: any field that holds taxonomy terms (`article.terms()`)."""

BEYOND_ASCII = "*beyond ASCII*"
"""In `Rule.suspects`: a value with any character that is not ASCII."""

USAGE = "usage"
"""In `Rule.needs`: the rule asks what the site does (`Rule.late`)."""

TEXT_ROLES = ("title", "description", "summary")
"""The roles whose values people read."""


class Problem(NamedTuple):
    """One finding of a rule: what is wrong, and apart from it what to do.

    `what` names the field and the value; `advice` is a phrase in the imperative, or empty. Both are
    one line without a full stop. `severity` only where it differs from the rule's own.
    `only_fixable`: it is a problem only where its fix can be made (another form of the same value,
    which the format may not have for it). `form` is that of the value, where a rule speaks of
    several that are counted apart over a site. `habit` False: this one is no habit of a site,
    though the rule has habits. `until_site`: rules that know the whole site
    may take it back. `beside` and `without` are roles of other fields: it can be found only in
    articles that have the one and do not have the other, and over a site it is counted among those.
    """

    span: Span
    what: str
    field: str = ""
    fix: Fix | None = None
    severity: Severity | None = None
    related: tuple[str, ...] = ()
    advice: str = ""
    only_fixable: bool = False
    form: str = ""
    habit: bool = True
    until_site: bool = False
    beside: str = ""
    without: str = ""

    @property
    def message(self) -> str:
        """Both as one phrase."""
        return with_advice(self.what, self.advice)


@dataclass(frozen=True, slots=True)
class Example:
    """An article, what the rule finds in it, and what it looks like fixed.

    Most articles are plain ones: `front` is the YAML between the delimiters and `front_after` the
    same after the fix. `before` and `after` are the whole texts, for an example in which delimiters
    or body matter; they are made of `front` and `front_after` where those are given. `after` is
    None when nothing is fixed; `unsafe` says that the fix needs `--unsafe-fixes`.

    `found` holds each finding in order, its place and its message: `("3:7-3:48", "the message")`,
    rows and columns 1-based in the whole text, the end excluded; so row 2 is the first of `front`.

    The rest is the setting: the path below the site's root, the target, the site's own config
    (None: there is none, so no URL is known), options of the rule and settings as they stand in
    newslint.toml, and files and folders that the site has (None: no root is known). `data` are
    files of the site that are read, path -> text, its config among them; then `site` is not.

    Raises ValueError for a text that is given both ways.
    """

    note: str
    before: str = ""
    found: tuple[tuple[str, str], ...] = ()
    after: str | None = None
    unsafe: bool = False
    path: str = "content/news/a.md"
    target: str = "hugo"
    site: Mapping[str, Any] | None = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    now: str = "2026-01-31T12:00:00Z"
    files: tuple[str, ...] | None = None
    data: Mapping[str, str] = field(default_factory=dict)
    front: str = ""
    front_after: str | None = None

    def __post_init__(self) -> None:
        if not self.front and self.front_after is None:
            return
        if self.before or self.after is not None or not self.front:
            raise ValueError(f"the example {self.note!r} mixes `front` with a whole text")
        object.__setattr__(self, "before", _article(self.front))
        if self.front_after is not None:
            object.__setattr__(self, "after", _article(self.front_after))


def _article(front: str) -> str:
    return f"---\n{front}---\nBody.\n"


class Precision(NamedTuple):
    """How sure a rule is: `level` follows from what was read, `note` says what that was.

    `read` are reports that were read beside their files, on sites that the rule was not made with;
    `wrong` ones said what is not so, `needless` ones what nobody would act on. Where none was met
    the note says on what else the level rests.
    """

    level: Literal["very-high", "high", "medium", "low"]
    read: int = 0
    wrong: int = 0
    needless: int = 0
    note: str = ""


NOT_MEASURED = Precision("low", note="not measured")


class NoOptions(NamedTuple):
    """For a rule that has no options."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what the machine must know of it.

    `fields` are roles (or TERMS): the rule runs when the article has one of them. `faults` are the
    classes of `Fault` that the rule reports: `word` makes the problems of one of them, whenever it
    is found. A `check` with `faults` runs when there is one, with `fields` too for either, with
    neither on every article that was parsed. `needs` names questions to the generator
    (attributes of `Generator`): the rule runs where it answers all of them, with anything but None.
    `preset` is the first that switches it on: each has all of the one before, and `strict` every
    rule; `always` rules cannot be switched off by a preset. A rule in `preview` runs only with
    `--preview`, whatever names it: it is new, for one minor release. `precision` says how sure the
    rule is.
    `options` is a NamedTuple with a default for each. Those of a `style` rule are keys of the
    config's `[style]` too. `habit`: what it finds all over a site is a matter of the house, an
    omission or a form; never an error, and never what harms each article by itself.
    `settle` is the line of newslint.toml for a house that means it so, with `{role}` in it; empty
    where that is to ignore the rule.

    `late` is asked of each article once its whole site is known, and is given its facts and the
    usage of the site: a rule that has it `needs` "usage". Where `check` or `word` has said
    something of the same field nothing more is said. With `late_of_ways` whether it finds something
    depends on `Facts.ways` alone, but for the places in it, and on all of the usage but its terms.

    `suspects` and `concerns` are cheap tests that spare the call of `check`, and see a part of the
    article each. The rule has nothing to say where `suspects` is False for every single value of
    `fields` (a list that is no list of terms is always looked at); it is asked once for values of
    the same text, kind and style. A text in its place is a sign without which a value is right, or
    BEYOND_ASCII. It has nothing to say either where `concerns` is False, which is
    asked once for articles with the same keys in the same order, whose values are of the same
    kinds and styles and empty or not alike: it may look at nothing else of the article. Both are
    copied, with what of the file they name, to be asked before the file is imported.
    """

    code: str
    name: str
    severity: Severity
    examples: tuple[Example, ...]
    check: Callable[[Article, Any], Iterable[Problem]] | None = None
    word: Callable[[Article, Any, Any], Iterable[Problem]] | None = None
    preset: Preset = "strict"
    precision: Precision = NOT_MEASURED
    fields: tuple[str, ...] = ()
    faults: tuple[type[Fault], ...] = ()
    needs: tuple[str, ...] = ()
    options: type = NoOptions
    always: bool = False
    preview: bool = False
    style: bool = False
    habit: bool = False
    settle: str = ""
    late: Callable[[Facts, Usage, Any], Iterable[SiteProblem]] | None = None
    suspects: str | Callable[[Scalar, Any, Context], bool] | None = None
    concerns: Callable[[Article, Any], bool] | None = None
    late_of_ways: bool = False
    sites: tuple[SiteExample, ...] = ()

    @property
    def whole(self) -> Rule:
        """The rule with all its parts (`newslint.listed_rule` has rules that lack some)."""
        return self

    def prefilter(self, part: str) -> tuple[Any, Any] | None:
        """A copy of `suspects` or `concerns`, with options for it, which knows the defaults alone;
        None where the rule has all its parts."""
        return None

    @property
    def option_names(self) -> tuple[str, ...]:
        """The names of its options."""
        names: tuple[str, ...] = getattr(self.options, "_fields", ())
        return names

    @property
    def presets(self) -> tuple[Preset, ...]:
        """Those that switch the rule on."""
        return PRESETS[PRESETS.index(self.preset) :]

    @property
    def questions(self) -> tuple[str, ...]:
        """What the generator must answer: the usage of the site is none of that."""
        return tuple(need for need in self.needs if need != USAGE)


class SiteProblem(NamedTuple):
    """One finding of a rule about a whole site: at a place of one article, beside the `others`.

    `what`, `advice` and `severity` are as those of a `Problem`.
    """

    at: Facts
    place: Place
    what: str
    field: str = ""
    others: tuple[tuple[Facts, Place], ...] = ()
    advice: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class SiteExample:
    """Several files, path below the site's root -> text, and what the rule finds in them.

    `found` holds each finding in the order of the paths: path, place and message. `site` is the
    text of the site's own config, in the file
    `site_file` (empty: as `Example.target`); `options` are those of the rule,
    `config` the settings of newslint.toml.
    """

    note: str
    files: Mapping[str, str]
    found: tuple[tuple[str, str, str], ...] = ()
    site: str = ""
    site_file: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    now: str = "2026-01-31T12:00:00Z"


SharedKey = str | tuple[str, str]
"""What two articles may have in common, as a text; in a pair the second part must differ."""


@dataclass(frozen=True, slots=True)
class SiteRule(Rule):
    """A rule about all articles of a site together: `across` is given the facts of each, in the
    order of their paths.

    It has neither `check` nor `word`, and `sites` are its examples. `shared`, where it is there,
    says what an article must have in common with another one before the rule finds something in
    one of the two: `across` may be given the articles alone that share a key. Where the keys are
    pairs, it is those of one first part with different second parts.
    """

    across: Callable[[Sequence[Facts], Any], Iterable[SiteProblem]] | None = None
    shared: Callable[[Facts, Any], Iterable[SharedKey]] | None = None


SHOWN_OTHERS = 3
"""Other articles that a finding names; the rest is counted."""


def named_others(others: Sequence[Facts], number: int = 0) -> str:
    """The names of other articles for a message: the first ones, and how many more there are.

    `number`: how many they are, where only the first ones are given.
    """
    names = ", ".join(one.made or f"`{one.below}`" for one in others[:SHOWN_OTHERS])
    more = max(number, len(others)) - SHOWN_OTHERS
    return f"{names} and {more} more" if more > 0 else names


def beside(one: T, group: Iterable[T]) -> list[T]:
    """The first of the others in a group, as many as a finding names: a group may be large."""
    return list(islice((other for other in group if other is not one), SHOWN_OTHERS))


def days_apart(one: Facts, other: Facts) -> int | None:
    """Days between the dates of two articles; None where one of them has none."""
    return None if one.day is None or other.day is None else abs(one.day - other.day)


def repair(article: Article, fault: Repairable) -> Problem:
    """The problem that a fault of the syntax is, with the fix that the fault's own edits make."""
    raw = shorten(article.text[fault.span.start : fault.span.end])
    order = fault.advice
    what = f"{fault.key or 'line'} {raw} {fault.what}"
    # where the end of the front matter was not found, the repair brings the body to light
    hidden = article.block is not None and article.block.closing.start == article.block.closing.end
    changes = tuple(ReplaceText(edit.span, edit.text, hidden) for edit in fault.edits)
    why = "something else may have been meant"
    fix = Fix(order, changes, safe=fault.certain, why=why) if changes else None
    return Problem(fault.span, what, fault.key, fix, advice=order[:1].lower() + order[1:])


def long_values(article: Article) -> tuple[Span, ...]:
    """Where values of several lines are, with the empty lines that belong to a block scalar."""
    spans = []
    values = (value for one in article.fields for value in scalars_in(one.value))
    for start, end in (value.span for value in values):
        if article.text.find("\n", start, end) >= 0:
            block = article.text[start] in "|>"
            rest = _EMPTY_LINES.match(article.text, end) if block else None
            spans.append(Span(start, rest.end() if rest else end))
    return tuple(spans)


def not_measured(article: Article) -> str:
    """Why a fix is unsafe that was tried with other generators only (`Fix.why`)."""
    return f"what {article.generator.title or 'the generator'} makes of it was not measured"


def shorten(value: str, limit: int = 60) -> str:
    """A value for a message: on one line, in backticks, at most `limit` characters of it."""
    flat = " ".join(value.split())
    return f"`{flat if len(flat) <= limit else cut(flat, limit - 1) + '…'}`"


__all__ = [
    "BEYOND_ASCII",
    "DATE_ROLES",
    "SHOWN_OTHERS",
    "TERMS",
    "TEXT_ROLES",
    "USAGE",
    "Any",
    "Article",
    "BadDelimiter",
    "BadEscape",
    "BadSeparator",
    "BinaryText",
    "ByteOrderMark",
    "Change",
    "Clock",
    "CodeNotAllowed",
    "Context",
    "ControlCharacter",
    "DateReading",
    "DeleteItem",
    "DeleteKey",
    "DropBom",
    "EncodedTwice",
    "Example",
    "Facts",
    "Fault",
    "FenceShape",
    "FenceUnclosed",
    "Field",
    "Fix",
    "FixRefused",
    "FormatNotRead",
    "FrontMatterMissing",
    "GluedItem",
    "GluedKey",
    "IndentationDrift",
    "InsertItem",
    "InsertKey",
    "Iterator",
    "ListValue",
    "MergedItems",
    "MoveUp",
    "NamedTuple",
    "NoOptions",
    "NotUtf8",
    "OpenItem",
    "OwnSchemaMismatch",
    "Page",
    "PageDay",
    "Place",
    "Placed",
    "Preset",
    "Problem",
    "Published",
    "Quote",
    "Reencode",
    "RenameKey",
    "ReorderKeys",
    "Repairable",
    "ReplaceText",
    "ReplacementCharacter",
    "RequiredMissing",
    "Requote",
    "ReservedKey",
    "RestyleList",
    "Rule",
    "Said",
    "Scalar",
    "SchemaMismatch",
    "Sequence",
    "SetList",
    "SetScalar",
    "Severity",
    "Shortened",
    "SiteConfigUnreadable",
    "SiteExample",
    "SiteProblem",
    "SiteRule",
    "Span",
    "StageCrashed",
    "Syntax",
    "TabIndent",
    "Table",
    "TemplateResidue",
    "Term",
    "TextAsKey",
    "TooLarge",
    "UnescapedQuote",
    "UnquotedSpecial",
    "Unreadable",
    "UnusedIgnore",
    "Usage",
    "Value",
    "WriteRefused",
    "beside",
    "days_apart",
    "every_field",
    "is_dropped",
    "long_values",
    "named_others",
    "not_measured",
    "repair",
    "replace",
    "scalars_in",
    "shorten",
]
