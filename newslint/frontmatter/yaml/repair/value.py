"""A value that does not parse on its own, and how a repair of it is proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.frontmatter.yaml.quoting import preferred, quote, unprintable
from newslint.frontmatter.yaml.repair.entry_values import Unit, fold, pieces
from newslint.frontmatter.yaml.repair.trial import Mistake, Proposal
from newslint.model.faults import BadEscape, Repairable
from newslint.model.records import NamedTuple
from newslint.model.values import Style
from newslint.text.regex import regex

TEXT_ROLES = frozenset(
    ("title", "description", "summary", "deck", "excerpt", "headline", "kicker", "subtitle",
     "teaser")
)  # fmt: skip
"""Roles and common keys whose value is a text."""

LIST_ROLES = frozenset(("tags", "categories", "terms"))
COMMON_KEYS = frozenset(
    ("author", "authors", "byline", "category", "deck", "excerpt", "headline", "hero", "host",
     "image", "kicker", "layout", "permalink", "source", "subtitle", "tag", "tags", "teaser",
     "thumbnail", "topics", "updated")
)  # fmt: skip
"""Keys that front matter often has, whatever the generator."""

KEY_BEHIND = regex(r"""["'][ \t]+[a-z][\w-]*:(?:[ \t]|$)""")
"""A quote and what looks like a key after it."""


_NAMED = regex(r"(?<![^\s\[{,])[&*]([\w-]+)")
_KEYS = regex(r"(?:(?<=[ \t])|^)([a-z][\w-]*):(?:[ \t]|$)")
_KEY_APART = regex(r"(?:(?<=[ \t][ \t])|^)[a-z][\w-]*:(?:[ \t]|$)")
"""What looks like a key at the start of a text, or with the indentation of a line of its own."""

_TYPED = regex(r"https?://|/|[0-9]{4}-[0-9]|(?:true|false)\b|[0-9.]+[ \t]")
_TYPED_TAIL = regex(r":[ \t]+(?:true|false|\[[^\]]{0,200}\]|https?://\S+|/\S+)$")
_LEADS_TO = regex(
    r"""\b(?:to|at|from|here|see|now|is|in|on|by|under|into
    |zu|nach|auf|unter|hier|siehe|bei|vers|sur|ici|voir|sous|chez|en|es|para|ver|hacia|em|aqui|veja
    |su|qui|vedi|presso|naar|op|zie|til|fra|se|her):[ \t]+https?://\S+\Z""",
    re.VERBOSE,
)
"""A small word that leads to an address, and can be no key."""

_IDENTIFIER = regex(r"[\w.-]+")


class Around(NamedTuple):
    """What the rest of the block says: the keys that the site knows and those that it has (lower
    case), the names of values that are used elsewhere, the quotes that most values have, how many
    values typographic quotes stand around, and the line end."""

    known: frozenset[str]
    present: frozenset[str]
    shared: frozenset[str]
    habit: Style
    smart: int
    newline: str


class BrokenValue(NamedTuple):
    """A unit that does not parse on its own, with its lines.

    `loose`: a line of it is not indented below the key, or could be something else than its text.
    """

    unit: Unit
    raw: str
    lines: Sequence[str]
    text: str
    role: str
    loose: bool
    around: Around

    @property
    def sure(self) -> bool:
        """False where the lines may be no value of a key at all, but body text."""
        return not self.loose and bool(_IDENTIFIER.fullmatch(self.unit.key.strip("\"'") or "-"))

    def bare(
        self, text: str, fault: type[Repairable], words: str, order: str, *, certain: bool
    ) -> Proposal:
        """The proposal to write other text in the place of the value, as it is."""
        unit = self.unit
        return Proposal(
            fault, words, order, unit.value, unit.end, text, None, certain and self.sure
        )

    def quoted(
        self,
        lines: Sequence[str],
        own: Style,
        fault: type[Repairable],
        words: str,
        *,
        certain: bool,
    ) -> Proposal:
        """The proposal to write the text of `lines` in quotes, over the same lines."""
        style = style_for(fold(lines), own, self.around.habit)
        mistake = Mistake(fault, words, _order(self.text, style, fault))
        return self.in_quotes(lines, style, mistake, certain=certain)

    def in_quotes(
        self, lines: Sequence[str], style: Style, mistake: Mistake, *, certain: bool
    ) -> Proposal:
        """The same in these very quotes, whatever the text holds."""
        text, unit = fold(lines), self.unit
        made = self._over_lines(lines, text, style)
        return Proposal(*mistake, unit.value, unit.end, made, text, certain and self.sure)

    def _over_lines(self, lines: Sequence[str], text: str, style: Style) -> str:
        if len(lines) == 1:
            return quote(text, style)
        mark = "'" if style == "single" else '"'
        leads = [lead for lead, _ in indented(parts_of(self.raw), self.unit.column)]
        inner = [quote(line, style)[1:-1] for line in lines]
        return mark + "".join(map(str.__add__, ["", *leads], inner)) + mark


def _order(text: str, style: Style, fault: type[Repairable]) -> str:
    """What to do to a value that comes to stand in quotes of this style."""
    mark = "'" if style == "single" else '"'
    if len(text) < 2 or not text.startswith(mark) or not text.endswith(mark):
        return f"Put the value in {style} quotes"
    if fault is BadEscape:
        return "Double the backslashes"
    return "Double the quotes inside" if style == "single" else "Escape the quotes inside"


def indented(parts: list[str], column: int) -> Iterator[tuple[str, str]]:
    """Line break and blanks before each further line of a value, below a key at `column`."""
    for index in range(2, len(parts), 2):
        line = parts[index].strip(" \t")
        lead = parts[index][: parts[index].find(line)] if line else ""
        if line and len(lead) <= column:
            lead = " " * (column + 2)
        yield parts[index - 1] + lead, line


def style_for(text: str, own: Style, habit: Style) -> Style:
    """The quotes of the line itself, unless the other ones save it every escape."""
    text = text.replace("\n", " ")  # a line break that stays one
    if unprintable(text):
        return "double"
    if own == "plain":
        return preferred(text, habit)
    if own == "double":
        return "single" if ('"' in text or "\\" in text) and "'" not in text else "double"
    return "double" if "'" in text and '"' not in text and "\\" not in text else "single"


def own_style(mark: str) -> Style:
    """The style whose quotes are this mark."""
    return "double" if mark == '"' else "single"


def parts_of(raw: str) -> list[str]:
    """The lines of a value and the line breaks between them."""
    return re.split(r"(\r\n?|\n)", raw)


def read_value(unit: Unit, raw: str, role: str, around: Around, *, loose: bool) -> BrokenValue:
    """The value of a unit, ready for the repairs. `raw` is its text as it stands."""
    lines = pieces(raw)
    return BrokenValue(unit, raw, lines, fold(lines), role, loose, around)


def inside(value: BrokenValue, behind: int) -> list[str]:
    """The lines of a value without the quotes around it and the `behind` characters after them."""
    lines = list(value.lines)
    lines[-1] = lines[-1][: len(lines[-1]) - behind - 1]
    lines[0] = lines[0][1:]
    return lines


def refers(text: str, shared: frozenset[str]) -> bool:
    """True for an anchor or an alias that is used as such in the block, or brackets with one."""
    if not shared:
        return False
    if text[:1] in ("[", "{"):
        return not shared.isdisjoint(_NAMED.findall(text))
    match = _NAMED.match(text)
    return match is not None and match[1] in shared


def only_text(value: BrokenValue) -> bool:
    """True when no part of a value can be a comment or a line of its own: a key that the site knows
    and the block lacks, or one with an underscore, or any after or before what is no text."""
    if " #" in value.text or "\t#" in value.text:
        return False
    around = value.around
    words = _KEYS.findall(value.text)
    if any("_" in word or (word in around.known and word not in around.present) for word in words):
        return False
    if value.role not in TEXT_ROLES and _TYPED.match(value.text):
        return False
    if not words:
        return True
    if KEY_BEHIND.search(value.text):
        return False
    if _TYPED_TAIL.search(value.text) and not _LEADS_TO.search(value.text):
        return False
    if value.role in TEXT_ROLES:
        return _KEY_APART.search(value.text, 1) is None
    return not value.unit.column and not _KEY_APART.search(value.text)
