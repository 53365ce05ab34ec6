"""What a stage before the rules found wrong with an article: one small class for each fault.

A fault carries what a rule needs to word and fix it, as data. `what` is a phrase for a message and
nothing else: no code reads it. Spans are characters of the article's text.
"""

from __future__ import annotations

from typing import Literal

from newslint.model.spans import Edit, Span
from newslint.model.value import Value


class Fault(Value):
    """Something that is wrong at `span`."""

    span: Span


# The file


class Unreadable(Fault):
    """The file cannot be read: `what` is the reason."""

    what: str


class SiteConfigUnreadable(Fault):
    """The generator's own config cannot be read: `what` is the reason."""

    what: str


class CodeNotAllowed(Fault):
    """The config asks for code that nobody allowed: `keys` are those that name it."""

    keys: tuple[str, ...]
    what: str = "it asks for code that was not allowed"


class TooLarge(Fault):
    """A limit on bytes, keys or nesting is exceeded: `what` names it."""

    what: str


class ByteOrderMark(Fault):
    """The file starts with a byte order mark."""


Decoding = Literal["readable", "known", "damaged", "misnamed", "unknown"]


class NotUtf8(Fault):
    """The first byte that is not UTF-8.

    `decoding`: "readable" when the text of the article is what the bytes certainly mean, "known"
    when the encoding is known but not every byte fits, "damaged" when the bytes fit no encoding,
    "misnamed" when they do not fit the one that was named, "unknown" when nothing is certain.
    """

    what: str
    decoding: Decoding


class EncodedTwice(Fault):
    """The file was encoded in UTF-8 twice; `meant` is the whole text, decoded once more."""

    what: str
    meant: str


class ReplacementCharacter(Fault):
    """A run of U+FFFD: characters that were lost."""


# The delimiters


class FrontMatterMissing(Fault):
    """The generator finds no front matter.

    `opening`: "lost" when only the opening delimiter is missing, "insert" when it can be inserted
    besides, since the lines up to the closing one are a mapping, "later" when the whole block is
    there, after a text; "" otherwise. `attempted`: what
    stands at the start was meant to be front matter. `before`: what stands before a delimiter that
    is plain otherwise.
    """

    what: str
    opening: Literal["", "lost", "insert", "later"] = ""
    attempted: bool = False
    before: Span | None = None


class FormatNotRead(Fault):
    """Front matter in a format that newslint does not read, although some generator does."""

    what: str
    format: str


class FenceUnclosed(Fault):
    """The front matter is never closed. `span` is the opening delimiter.

    `place` is the offset at which the closing one belongs, None where no place is likely;
    `certain`: it can belong nowhere else.
    """

    what: str
    place: int | None = None
    certain: bool = False


Form = Literal[
    "empty-lines",
    "several-lines",
    "spaces-before",
    "opening-space",
    "opening-comment",
    "opening-text",
    "opening-long",
    "fences-long",
    "opening-missing",
    "closing-space",
    "closing-text",
    "closing-long",
    "closing-dots",
    "closing-dashes",
    "closing-indented",
    "closing-inline",
    "end-mark",
    "bare-cr",
    "unclosed",
]
"""What is odd about a delimiter, or about what stands before it."""


class FenceShape(Fault):
    """A delimiter that is not a plain one: `span` is what is odd about it.

    `form` names it; `what` says it; `effect` says what the generator makes of it, or which
    generators do not read it, and is empty where that needs no word. `repair`: how sure it is that
    writing it plainly gives what was meant ("" where that is not known). `more` is a second place
    that belongs to the same repair: the characters that the closing delimiter has too many.
    """

    form: Form
    what: str
    effect: str = ""
    repair: Literal["", "likely", "certain"] = ""
    more: Span | None = None


# The syntax


class Syntax(Fault):
    """What the format's grammar does not allow; no repair is known. `key` is whose line it is.

    `mistake` names what the parser met, for the repairs of TOML and JSON; "" where none asks.
    `advice` says what to do, where that is known.
    """

    what: str
    key: str = ""
    mistake: str = ""
    advice: str = ""


Broken = Syntax | TooLarge
"""Why a block cannot be parsed."""


class Repairable(Fault):
    """A line that cannot be read, or not as it was meant, with its repair where one is known.

    `key` is whose line it is, or empty; `what` follows the value in a message; `advice` says what
    to do. `edits` repair it, together with those of all other faults of the article that have some;
    `certain`: nothing else can have been meant.
    """

    what: str
    key: str = ""
    advice: str = ""
    edits: tuple[Edit, ...] = ()
    certain: bool = False


class UnescapedQuote(Repairable):
    """A quote of the kind that encloses the value stands in it."""


class UnquotedSpecial(Repairable):
    """A plain value holds or begins with characters that mean something else."""


class BadEscape(Repairable):
    """A backslash between double quotes begins no escape, or one that the generator cannot read."""


class BadDelimiter(Repairable):
    """Quotes, brackets or commas that the format does not have, or that are not closed."""


class BadSeparator(Repairable):
    """The colon or equals sign after a key is another character, or the space after it is."""


class TabIndent(BadSeparator):
    """A line that is indented with tabs."""


class IndentationDrift(Repairable):
    """Lines are indented so that they belong elsewhere."""


class TemplateResidue(Repairable):
    """Code of a template that was not run."""


class ControlCharacter(Repairable):
    """A control character, or a line separator that is not a line end to every parser."""


# What is read, but not as it was meant


class Shortened(Fault):
    """A plain value of which the parser reads a part only; `meant` is the whole of it."""

    what: str
    key: str
    meant: str


class BinaryText(Fault):
    """A tag that says that its value is base64; `meant` is the text in it, None where it has none.

    `span` is the tag with the blanks after it; `value` is where the value begins.
    """

    key: str
    value: int
    meant: str | None


class MergedItems(Repairable):
    """List items that were read as one; `items` are their texts, empty where they are not known."""

    items: tuple[str, ...] = ()


class OpenItem(Fault):
    """A list item without a text, which takes in the line below."""

    what: str
    key: str


class GluedItem(Repairable):
    """A list item without a space after its dash, so that it is a text."""


class GluedKey(Repairable):
    """A key without a space after its colon, so that its line continues the one above."""


class TextAsKey(Fault):
    """A line of text that is read as a key."""

    what: str
    key: str


MISREAD = (Shortened, MergedItems, GluedItem, GluedKey, OpenItem)
"""Faults of a text that is read as something else: only their own rule may fix it."""


# The schema


class RequiredMissing(Fault):
    """A field that the schema requires is absent, or empty.

    `doubtful`: only a preset asks for it, and whether the generator needs it is not known.
    `named`: only a preset asks for it, and the generator makes one of the file's name.
    """

    key: str
    empty: bool
    doubtful: bool = False
    named: bool = False


class SchemaMismatch(Fault):
    """A value that is not what the schema wants.

    `doubtful`: only a preset asks for it, and no one generator is known.
    """

    what: str
    key: str
    doubtful: bool = False


class OwnSchemaMismatch(Fault):
    """What does not fit the site's own JSON Schema or model, or keeps it from being asked."""

    what: str
    key: str


# The run itself


class StageCrashed(Fault):
    """Something of ours raised. `stage` is its name ("rule", "parse"); `code` and `name` are the
    rule's where one did; `error` is what was raised, on one line, `traceback` the whole of it."""

    stage: str
    error: str
    traceback: str = ""
    code: str = ""
    name: str = ""


class FixRefused(Fault):
    """A fix that did not pass its proof: of which rule, what it would have done, and why not."""

    why: str
    code: str
    fix: str


class WriteRefused(Fault):
    """The fixed file could not be put in the place of the old one."""

    why: str


class UnusedIgnore(Fault):
    """A comment that silences nothing. `idle` are the names in it that do, `left` the others;
    both are empty where the comment has not the form of one. `until_site`: a rule that knows the
    whole site may still find what it silences. `unknown`: the one name in `idle` names no rule;
    `hint` is which may be meant, as words."""

    idle: tuple[str, ...]
    left: tuple[str, ...]
    until_site: bool = False
    unknown: bool = False
    hint: str = ""
