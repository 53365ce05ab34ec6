"""The proof that every fixed text must pass before it counts.

Two independent parsers read the fixed block, and each must read what it read before, with exactly
the wanted changes made. Everything else is compared as text: the body, the fences, the line ends,
the comments, the byte order mark. What a safe fix must leave besides is asked elsewhere
(`newslint.lint.applicability`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from newslint import frontmatter
from newslint.files.read import decode, encode
from newslint.frontmatter.plain import Leaf, Pairs, Tree, as_pairs, differing_key
from newslint.lint.entrywise import Entry, entries, is_proved, is_proved_twice
from newslint.lint.expected import intended
from newslint.lint.losses import comments_of
from newslint.lint.value_types import in_old_order
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    DropBom,
    InsertItem,
    InsertKey,
    MoveUp,
    Quote,
    Reencode,
    RenameKey,
    ReplaceText,
    Requote,
    RestyleList,
    SetList,
    SetScalar,
)
from newslint.model.limits import Limits
from newslint.model.spans import Edit, Span, apply_edits
from newslint.model.values import Field, Scalar
from newslint.site_article import Article


def prove(before: Article, after: Article, changes: Iterable[Change]) -> str | None:
    """Why the fixed article may not be written; None when it passes.

    `after` is the fixed text, read anew by the same stages as `before`. Of safe changes more is
    asked, by `newslint.lint.applicability`.
    """
    changes = tuple(changes)
    if before.bom != after.bom and not any(isinstance(change, DropBom) for change in changes):
        return "the byte order mark would change"
    if len(changes) == 1 and isinstance(changes[0], Reencode):
        return _reencoded(before, after, changes[0])
    try:
        return _around(before, after, changes) or _inside(before, after, changes)
    except ValueError:
        return "the two parsers do not agree on what stands there"


def _reencoded(before: Article, after: Article, change: Reencode) -> str | None:
    """The new bytes are read again, and give exactly the text that the old ones gave.

    What stands in the text is no matter here: it may well want more fixing.
    """
    read = decode(encode(after.text, after.bom), Path(after.path), Limits(max_bytes=sys.maxsize))
    if read.fault is not None or (read.text, read.bom) != (after.text, after.bom):
        return "the result would not be read as UTF-8"
    wanted = change.text or before.text
    return None if after.text == wanted else "another text would come out"


def _around(before: Article, after: Article, changes: tuple[Change, ...]) -> str | None:
    """Body and fences: the same text, but for the splices that say otherwise."""
    splices = [change for change in changes if isinstance(change, ReplaceText)]
    if before.body != after.body and not any(splice.body for splice in splices):
        return "the text behind the front matter would change"
    if before.block is None or all(isinstance(change, ReplaceText | DropBom) for change in changes):
        wanted = _spliced(before.text, splices, Span(0, len(before.text)))
        return None if after.text == wanted else "more than the place to be mended would change"
    content = before.block.content
    head = _spliced(before.text, splices, Span(0, content.start))
    tail = _spliced(before.text, splices, Span(content.end, len(before.text)))
    if not after.text.startswith(head) or not after.text.endswith(tail):
        return "the fences or the text around them would change"
    return None


def _spliced(text: str, splices: Iterable[ReplaceText], part: Span) -> str:
    """A part of the text with the splices made that lie in it."""
    edits = [
        Edit(Span(splice.span.start - part.start, splice.span.end - part.start), splice.text)
        for splice in splices
        if part.start <= splice.span.start and splice.span.end <= part.end
    ]
    return apply_edits(text[part.start : part.end], edits)


def _inside(before: Article, after: Article, changes: tuple[Change, ...]) -> str | None:
    """Values and comments of the block, and the fields that no change is about."""
    if not _parsed(after):
        return f"the result cannot be read: {_reason(after)}"
    if not _parsed(before):
        return read_alike(after)  # there were no values that could have changed
    found = entries(before, after, changes)
    if found is not None and is_proved(before, after, found, changes):
        return None
    reason = _values(before, after, found, changes) or _comments(before, after, changes)
    if reason or any(isinstance(change, ReplaceText) for change in changes):
        return reason
    return _untouched(before, after, changes)


def _reason(after: Article) -> str:
    fault = after.faults[-1] if after.faults else None
    return str(getattr(fault, "what", "empty"))


def _parsed(article: Article) -> bool:
    return article.block is not None and not article.broken


def _values(
    before: Article, after: Article, found: tuple[Entry, ...] | None, changes: tuple[Change, ...]
) -> str | None:
    key = differing_key(
        as_pairs(after.fields), intended(as_pairs(before.fields), before.fields, changes)
    )
    if key is not None:
        return f"`{key}` would not read as intended"
    if found is not None and is_proved_twice(found, changes):
        return None
    second = frontmatter.crosscheck(before)
    if second is None:
        return None  # the second parser could not read the original either
    second_after = frontmatter.crosscheck(after)
    if second_after is None:
        return "the second parser cannot read the result"
    key = differing_key(second_after, intended(second, before.fields, changes))
    return None if key is None else f"`{key}` would not read as intended in the second parser"


def read_alike(after: Article) -> str | None:
    """What could not be read before is repaired only when two parsers read the same in it."""
    second = frontmatter.crosscheck(after)
    if second is None:
        return None  # for something that the first parser accepts, and that was there before
    key = differing_key(second, _untyped(as_pairs(after.fields)))
    return None if key is None else f"`{key}` would be read in two ways"


def _untyped(tree: Pairs) -> Pairs:
    """The values, whatever their kind is: each parser has its own."""
    return Pairs(tuple([(key, _leaf(value)) for key, value in tree.pairs]))


def _leaf(tree: Tree) -> Tree:
    if isinstance(tree, Leaf):
        return Leaf(tree.text, None)
    if isinstance(tree, Pairs):
        return _untyped(tree)
    return tuple([_leaf(item) for item in tree])


def _comments(before: Article, after: Article, changes: tuple[Change, ...]) -> str | None:
    """Every comment stays as it is, but for those of what is deleted or spliced.

    None comes but where text is spliced: it may have stood after a fence.
    """
    gone = [_lines_of(before.text, change) for change in changes]
    found = comments_of(before)
    staying = [c for c in found if not any(span and c in range(*span) for span in gone)]
    old, new = (Counter(found.values()) for found in (found, comments_of(after)))
    spliced = any(isinstance(change, ReplaceText) for change in changes)
    if (new - old and not spliced) or Counter(found[start] for start in staying) - new:
        return "a comment would change"
    return None


def _lines_of(text: str, change: Change) -> Span | None:
    """From the start of what a change deletes to the end of its last line."""
    match change:
        case DeleteKey():
            span = change.field.span
        case DeleteItem():
            span = change.items.items[change.index].span
        case SetList():
            return change.field.value.span
        case ReplaceText():
            return change.span
        case _:
            return None
    end = text.find("\n", span.end)
    return Span(span.start, end if end >= 0 else len(text))


def _untouched(before: Article, after: Article, changes: tuple[Change, ...]) -> str | None:
    """A field that no change is about is written as it was; and no new kind of line end comes."""
    gone = {change.field.key_span for change in changes if isinstance(change, DeleteKey)}
    inserted = [change.after.key_span for change in changes if isinstance(change, InsertKey)]
    later = iter(in_old_order(after.fields, changes))
    for field in before.fields:
        kept = field.key_span not in gone
        if kept and not _as_it_was(before, after, (field, next(later)), changes):
            return f"`{field.key}` would change, which no fix is about"
        for _ in range(inserted.count(field.key_span)):
            next(later)
    if _line_ends(after) <= _line_ends(before):
        return None
    return "line ends would change"


def _written(text: str, field: Field) -> tuple[str, bool]:
    """A field as it stands in the text, and how its last line ends."""
    start, end = field.span
    return text[start:end], text.endswith("\r", end, max(text.find("\n", end), end))


def _as_it_was(
    before: Article, after: Article, pair: tuple[Field, Field], changes: tuple[Change, ...]
) -> bool:
    """True when a field is written as it was but for what changes are about."""
    old, new = pair
    about = [change for change in changes if _is_about(change, old)]
    if not about:
        return _written(before.text, old) == _written(after.text, new)
    if all(_is_name_of(change, old) for change in about) and not _is_spread(before, old):
        return _value_written(before.text, old) == _value_written(after.text, new)
    return True


def _is_name_of(change: Change, field: Field) -> bool:
    """True when a change is of the field's own key alone, not of one inside of it."""
    return isinstance(change, RenameKey) and change.field.key_span == field.key_span


def _is_spread(article: Article, field: Field) -> bool:
    """True for a TOML table without braces: each header and dotted key below has its name too."""
    value = field.value
    assert article.block is not None
    return article.block.format == "toml" and not isinstance(value, Scalar) and not value.flow


def _value_written(text: str, field: Field) -> str:
    """What stands behind a field's key."""
    return text[field.key_span.end : field.span.end]


def _is_about(change: Change, field: Field) -> bool:
    """True when a change is one of a field or of something in it."""
    match change:
        case SetScalar() | Quote() | Requote():
            span = change.scalar.span
        case DeleteItem() | InsertItem():
            span = change.items.span
        case SetList() | RestyleList() | RenameKey():
            span = change.field.key_span
            if span == field.key_span:
                return True
        case InsertKey():
            span = change.after.key_span
        case DeleteKey() | MoveUp():
            span = change.field.key_span
        case _:
            return False
    return field.value.span.start <= span.start and span.end <= field.value.span.end


def _line_ends(article: Article) -> set[str]:
    assert article.block is not None
    lines = article.text[: article.block.body].split("\n")[:-1]
    return {"\r" if line.endswith("\r") else "" for line in lines}
