"""The proof that every mended text must pass before it counts.

Two independent parsers read the mended block, and each must read what it read before, with exactly
the wanted changes made. Everything else is compared as text: the body, the fences, the line ends,
the comments, the byte order mark. What a safe fix must not move in the target is compared in the
engine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint import syntax
from newslint.article import Article, Field, Items, Scalar, Value
from newslint.edit import (
    Change,
    DeleteItem,
    DeleteKey,
    DropBom,
    Edit,
    SetList,
    Splice,
    apply_edits,
)
from newslint.intended import intended
from newslint.syntax.tree import Leaf, Pairs, Tree, differing_key

_DROPS_COMMENTS = (DeleteItem, DeleteKey, SetList)


def prove(before: Article, after: Article, changes: Iterable[Change]) -> str | None:
    """Why the mended article may not be written; None when it passes.

    `after` is the mended text, read anew by the same stages as `before`.
    """
    changes = tuple(changes)
    if before.bom != after.bom and not any(isinstance(change, DropBom) for change in changes):
        return "the byte order mark would change"
    try:
        return _around(before, after, changes) or _inside(before, after, changes)
    except ValueError:
        return "the two parsers do not agree on what stands there"


def _inside(before: Article, after: Article, changes: tuple[Change, ...]) -> str | None:
    if not _parsed(after):
        return f"the result cannot be read: {after.faults[-1].text if after.faults else 'empty'}"
    if not _parsed(before):
        return None  # there were no values that could have changed
    return _values(before, after, changes) or _comments(before, after, changes)


def _parsed(article: Article) -> bool:
    return article.block is not None and not article.broken


# what stands around the values


def _around(before: Article, after: Article, changes: tuple[Change, ...]) -> str | None:
    splices = [change for change in changes if isinstance(change, Splice)]
    if before.body != after.body and not any(splice.body for splice in splices):
        return "the text behind the front matter would change"
    if all(isinstance(change, Splice | DropBom) for change in changes):
        same = after.text == _spliced(before.text, splices)
        return None if same else "text outside of what is to be replaced would change"
    if before.block is None or after.block is None:
        return None  # values were to change where there are none: `_inside` has the words
    start, end = before.block.content
    head = _spliced(before.text[:start], [s for s in splices if s.span.end < start])
    behind = [s._replace(span=_shifted(s, end)) for s in splices if s.span.start >= end]
    tail = _spliced(before.text[end:], behind)
    if not (after.text.startswith(head) and after.text.endswith(tail)):
        return "the lines around the front matter would change"
    if splices:
        return None
    return _line_ends(before.text[: before.block.body], after.text[: after.block.body])
