"""The proof that every mended text must pass before it counts.

The mended block is read anew by two independent parsers, and each reading must be its own reading
of the block before with exactly the wanted changes made. Everything behind the front matter must
be the same bytes. What a safe fix must not move in the target is compared in the engine.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article, Field, Items, Scalar, Value
from newslint.edit import Change, DropBom, Splice
from newslint.intended import intended
from newslint.syntax import second_reading
from newslint.syntax.tree import Leaf, Pairs, Tree


def prove(before: Article, after: Article, changes: Iterable[Change]) -> str | None:
    """Why the mended article may not be written; None when it passes.

    `after` is the mended text, read anew by the same stages as `before`.
    """
    changes = tuple(changes)
    if before.body != after.body and not any(
        isinstance(change, Splice) and change.body for change in changes
    ):
        return "the text behind the front matter would change"
    if before.bom != after.bom and not any(isinstance(change, DropBom) for change in changes):
        return "the byte order mark would change"
    if not _parsed(after):
        return f"the result cannot be read: {after.faults[-1].text if after.faults else 'empty'}"
    if not _parsed(before):
        return None  # there were no values that could have changed
    try:
        return _values(before, after, changes)
    except ValueError:
        return "the two parsers do not agree on what stands there"


def _values(before: Article, after: Article, changes: tuple[Change, ...]) -> str | None:
    expected = intended(_tree(before.fields), before, changes)
    if _untyped(_tree(after.fields)) != _untyped(expected):
        return "a value would not read as intended"
    if not _typed_as_intended(_tree(after.fields), expected):
        return "a changed value would be read as another type"
    second_before = second_reading(before)
    if second_before is None:
        return None  # the second parser could not read the original either
    second_after = second_reading(after)
    if second_after is None:
        return "the second parser cannot read the result"
    expected = intended(second_before, before, changes)
    if _untyped(second_after) != _untyped(expected):
        return "a value would not read as intended in the second parser"
    if not _typed_as_intended(second_after, expected):
        return "a changed value would be read as another type by the second parser"
    return None


def _parsed(article: Article) -> bool:
    return article.block is not None and not article.broken


# the values as plain trees


def _tree(fields: tuple[Field, ...]) -> Pairs:
    return Pairs(tuple((field.key, _node(field.value)) for field in fields))


def _node(value: Value) -> Tree:
    if isinstance(value, Scalar):
        return Leaf(value.text, value.kind == "string")
    if isinstance(value, Items):
        return tuple(_node(item) for item in value.items)
    return _tree(value.fields)


def _untyped(tree: Tree) -> object:
    """The tree as raw scalars; an empty list and an empty value stay different things."""
    if isinstance(tree, Leaf):
        return tree.text
    if isinstance(tree, Pairs):
        return ("pairs", tuple((key, _untyped(value)) for key, value in tree.pairs))
    return ("items", tuple(_untyped(item) for item in tree))


def _typed_as_intended(after: Tree, expected: Tree) -> bool:
    """Leaves that a change made (`wanted` not None) must be text, or must not be, as wanted."""
    if isinstance(expected, Leaf):
        return expected.wanted is None or (
            isinstance(after, Leaf) and after.is_text == expected.wanted
        )
    if isinstance(expected, Pairs):
        pairs = after.pairs if isinstance(after, Pairs) else ()
        return all(
            _typed_as_intended(one, other)
            for (_, one), (_, other) in zip(pairs, expected.pairs, strict=True)
        )
    items = after if isinstance(after, tuple) else ()
    return all(_typed_as_intended(one, other) for one, other in zip(items, expected, strict=True))
