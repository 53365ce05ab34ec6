"""Changes and fixes: what a rule wants to have fixed, in words that no format needs to know.

A rule speaks of values ("set this scalar", "drop this item"); `newslint.frontmatter` turns such a
change into an `Edit`: a span of the text and what stands there instead. `newslint.lint.proof` tests
the result before anything is written.
"""

from __future__ import annotations

from typing import Literal

from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar


class SetScalar(NamedTuple):
    """Give one value (of a key or of a list) another text, in the quotes that it has.

    `kind` "string" (the default) is quoted when it would otherwise read as something else;
    "literal" is written bare, as it is: `true`, `5`, a date.
    """

    scalar: Scalar
    text: str
    literal: bool = False


class Quote(NamedTuple):
    """Put quotes around a plain value and change nothing else of it."""

    scalar: Scalar


class Requote(NamedTuple):
    """Put other quotes around a quoted text, or ("plain") none. Its value stays the same."""

    scalar: Scalar
    style: Literal["single", "double", "plain"]


class RestyleList(NamedTuple):
    """Write a list of single values in brackets (`flow`) or on lines. Its values stay the same."""

    field: Field
    flow: bool


class SetList(NamedTuple):
    """Replace a key's whole value by a flow list of strings: `tags: a` -> `tags: [a]`."""

    field: Field
    items: tuple[str, ...]


class RenameKey(NamedTuple):
    """Give a key another name, in the quotes that it has."""

    field: Field
    key: str


class DeleteKey(NamedTuple):
    """Remove a key with its value, its lines and the comment after it."""

    field: Field


class InsertKey(NamedTuple):
    """Add `key: value` on a line of its own after a field and all its lines.

    `items` (a list) is used when it is not None, else `text`; `literal` as in `SetScalar`.
    """

    after: Field
    key: str
    text: str = ""
    items: tuple[str, ...] | None = None
    literal: bool = False


class DeleteItem(NamedTuple):
    """Remove one item of a list, by its index."""

    items: ListValue
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks for


class InsertItem(NamedTuple):
    """Put a string before the item at `index` (the length of the list: at its end).

    Several of one list go together when they have the same item after them; their order stays.
    """

    items: ListValue
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks for
    text: str


class ReorderKeys(NamedTuple):
    """Put the top-level keys in another order, each with its lines and the comments above it.

    `order` holds each old index once. Nothing else can be changed in the same pass.
    """

    order: tuple[int, ...]


class MoveUp(NamedTuple):
    """Move a key out of the table that took it in, with the comment above it, to the top level.

    `index` is that of the top-level field before which it comes to stand, that of the first table.
    """

    field: Field
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks for


class ReplaceText(NamedTuple):
    """Replace text and no value: a fence line, a empty line, a comment, the quotes of a text.

    The values of all keys must stay what they were. `body` says that the rule means to touch what
    counts as body (a fence glued to it).
    """

    span: Span
    text: str
    body: bool = False


class DropBom(NamedTuple):
    """Remove the byte order mark at the start of the file."""


class Reencode(NamedTuple):
    """Write the file in UTF-8: what it was written in is known, and the text stays the same.

    `text` is another text only where the file was encoded twice: then it is the whole of it.
    """

    text: str = ""


Change = (
    SetScalar
    | Quote
    | Requote
    | RestyleList
    | SetList
    | RenameKey
    | DeleteKey
    | InsertKey
    | DeleteItem
    | InsertItem
    | ReorderKeys
    | MoveUp
    | ReplaceText
    | DropBom
    | Reencode
)


class Fix(NamedTuple):
    """A fixing: all its changes or none. `message` is an order: "Remove utm_source".

    `safe` is the rule's word that a careful editor would make it without asking; the machine lowers
    it where it sees harm (`newslint.lint.applicability`), and never raises it. `repair`: the target
    builds nothing of the article as it is, so there is nothing that could move. `why` is what the
    rule says of a fix that it does not call safe, as a phrase without a full stop.
    """

    message: str
    changes: tuple[Change, ...]
    safe: bool
    repair: bool = False
    why: str = ""
