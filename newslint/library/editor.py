"""The steps from old values to new ones made in the text of an article, each as small as it can be.

Every step is tried in several ways, the nearest to the old text first. The first counts whose text
reads as exactly the wanted values and keeps every comment; where none does, the value around is
written anew, and at last the change is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from newslint import frontmatter
from newslint.frontmatter import CannotRender
from newslint.frontmatter.native import bind
from newslint.frontmatter.native_values import MERGED, Bound, Pair
from newslint.frontmatter.new_values import Written, literal, same
from newslint.frontmatter.replace import (
    appended,
    filled,
    removed,
    replacements,
    without_items,
    written_key,
)
from newslint.library import steps
from newslint.library.steps import Add, AddItem, Path, Put, Remove, Rename, Step, dotted
from newslint.lint.losses import comments_of
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    RenameKey,
    ReorderKeys,
    SetScalar,
)
from newslint.model.errors import NewslintError
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit, Span, apply_edits
from newslint.model.values import ListValue, Scalar, Table, Value
from newslint.site_article import Article

Read = Callable[[str], Article]

_STAND_IN = "newslint-0"
"""A key or an item that is written first, and then in its place what is wanted."""


class State(NamedTuple):
    """An article and its values."""

    article: Article
    root: Bound


def state(article: Article) -> State:
    """An article with its values. Raises ValueError where Python cannot read them."""
    return State(article, bind(article.text, article.block, article.fields))


class Editor:
    """Makes the values of an article others. `read` makes an article of a text."""

    def __init__(self, read: Read) -> None:
        self.read = read

    def edited(self, start: State, values: dict[Any, Any]) -> State:
        """The article with these values. Raises NewslintError where they cannot be written."""
        now, refused = start, set[tuple[Any, Any]]()
        renamed: set[Any] = set()
        while (step := steps.first(now.root, values, refused)) is not None:
            after, reason = self.done(now, step)
            if after is None and isinstance(step, Rename):
                refused.add((step.old, step.new))
                continue
            gone = _going(now, step)
            while after is None and _around(step):
                path = _around(step)
                step = Put(path, _at(values, path))
                after, _ = self.done(now, step, gone)
            if after is None:
                raise NewslintError(f"{_name(step)} cannot be changed without loss: {reason}")
            if isinstance(step, Rename) and not step.path:
                renamed.add(step.new)
            now = after
        return self.in_order(now, list(values), renamed)

    def done(self, now: State, step: Step, gone: tuple[Span, ...] = ()) -> tuple[State | None, str]:
        """The article with a step made; None and why where it cannot be.

        `gone` are places whose comments may go besides those of what the step removes.
        """
        expected, gone = steps.made(now.root.native, step), (*gone, *_going(now, step))
        reason = "nothing reads as wanted"
        try:
            for way in self.ways(now, step):
                article = self.made(now.article, way) if isinstance(way, list) else way
                after = _proved(now, article, expected, gone) if article else None
                if after is not None:
                    return after, ""
        except CannotRender as error:
            reason = str(error)
        return None, reason

    def made(self, article: Article, edits: list[Edit]) -> Article | None:
        """The article with edits made, read anew; None where it cannot be read any more."""
        try:
            after = self.read(apply_edits(article.text, edits))
        except ValueError:
            return None  # they overlap
        return None if after.broken or after.block is None else after

    def in_order(self, now: State, wanted: list[Any], renamed: set[Any]) -> State:
        """The article with its keys in the wanted order, where that can be had."""
        keys = [pair.key for pair in now.root.pairs]
        staying = [key for key in keys if key not in renamed]
        order = [key for key in wanted if key in staying]
        if len(set(keys)) < len(keys) or MERGED in keys or staying == order:
            return now
        for key in renamed:
            place = keys.index(key)
            order.insert(order.index(keys[place - 1]) + 1 if place else 0, key)
        change = ReorderKeys(tuple(keys.index(key) for key in order))
        try:
            after = self.made(now.article, frontmatter.render(now.article, [change]))
        except CannotRender:
            return now  # an order is no value
        return (after and _proved(now, after, now.root.native, ())) or now

    # the ways to make a step

    def ways(self, now: State, step: Step) -> Iterator[list[Edit] | Article | None]:
        """The ways to make a step, as edits or as what comes of several; the nearest first."""
        match step:
            case Put():
                return self.put(now, step)
            case Rename():
                return self.rename(now, step)
            case Add():
                return self.add(now, step)
            case Remove():
                return self.remove(now, step)
            case AddItem():
                return self.add_item(now, step)

    def put(self, now: State, step: Put) -> Iterator[list[Edit] | Article | None]:
        bound = _bound(now.root, step.path)
        old = bound.value
        assert old is not None
        if isinstance(old, Scalar) and not isinstance(step.value, dict | list):
            is_text = isinstance(step.value, str)
            text = step.value if is_text else literal(step.value, old.text)
            yield from _tried(now.article, SetScalar(old, text, literal=not is_text))
        if now.article.block and now.article.block.format != "json":
            kept = _kept(now.article.text, bound, step.value)
            yield from _caught(replacements(now.article, old, kept))
        yield from _caught(replacements(now.article, old, step.value))
        if isinstance(step.path[-1], str):  # a table of its own, perhaps
            yield from self.put_anew(now, step)

    def put_anew(self, now: State, step: Put) -> Iterator[Article]:
        *around, key = step.path
        keys = [pair.key for pair in _bound(now.root, tuple(around)).pairs]
        place = keys.index(key)
        gone = _going(now, step)
        without, _ = self.done(now, Remove(tuple(around), (key,)), gone)
        after = keys[place - 1] if place else None
        add = Add(tuple(around), key, step.value, after)
        added = without and self.done(without, add)[0]
        if added:
            yield added.article

    def rename(self, now: State, step: Rename) -> Iterator[list[Edit]]:
        pairs = [p for p in _bound(now.root, step.path).pairs if p.key == step.old]
        if len(pairs) == 1:
            field = pairs[0].field
            yield from _tried(now.article, RenameKey(field, step.new))
            if now.article.block and now.article.block.format != "toml":
                yield [Edit(field.key_span, written_key(now.article, step.new))]

    def remove(self, now: State, step: Remove) -> Iterator[list[Edit]]:
        inside = _bound(now.root, step.path)
        if isinstance(inside.value, ListValue):
            changes = [DeleteItem(inside.value, at) for at in step.keys]
            yield from _tried(now.article, *changes)
            yield without_items(now.article, inside.value, step.keys)
            return
        fields = [pair.field for pair in inside.pairs if pair.key in step.keys]
        yield from _tried(now.article, *map(DeleteKey, fields))
        yield removed(now.article, [(*step.path, key) for key in step.keys])

    def add(self, now: State, step: Add) -> Iterator[list[Edit] | Article | None]:
        inside = _bound(now.root, step.path)
        if not inside.pairs and not step.path:
            yield filled(now.article, {step.key: step.value})
        for pair in _beside(inside, step.after):
            if isinstance(step.value, str):
                yield from _tried(now.article, InsertKey(pair.field, step.key, step.value))
            change = InsertKey(pair.field, _STAND_IN, "0", literal=True)
            for edits in _tried(now.article, change):
                yield from self.in_place(self.made(now.article, edits), step)

    def in_place(self, article: Article | None, step: Add) -> Iterator[Article | None]:
        """The articles with a key and a value where a stand-in is."""
        if article is None:
            return
        for pair in _bound(state(article).root, step.path).pairs:
            if pair.key == _STAND_IN:
                key = Edit(pair.field.key_span, written_key(article, step.key))
                for edits in _caught(replacements(article, pair.field.value, step.value)):
                    yield self.made(article, [key, *edits])

    def add_item(self, now: State, step: AddItem) -> Iterator[list[Edit] | Article | None]:
        items = _bound(now.root, step.path).value
        assert isinstance(items, ListValue)
        if isinstance(step.value, str):
            yield from _tried(now.article, InsertItem(items, step.index, step.value))
        elif step.index == len(items.items):
            yield from _caught(appended(now.article, items, step.value) for _ in "1")
        for edits in _tried(now.article, InsertItem(items, step.index, _STAND_IN)):
            article = self.made(now.article, edits)
            if article is None:
                return
            made = _bound(state(article).root, (*step.path, step.index)).value
            assert made is not None
            for more in _caught(replacements(article, made, step.value)):
                yield self.made(article, more)


def _proved(now: State, article: Article, expected: Any, gone: tuple[Span, ...]) -> State | None:
    """The new state, where it has the expected values and all comments but those that are gone."""
    try:
        after = state(article)
    except ValueError:
        return None
    if not same(after.root.native, expected):
        return None
    old = comments_of(now.article)
    staying = Counter(
        text for at, text in old.items() if not any(at in range(*one) for one in gone)
    )
    new = Counter(comments_of(article).values())
    return None if staying - new or new - Counter(old.values()) else after


def _going(now: State, step: Step) -> tuple[Span, ...]:
    """The lines whose comments go with what a step removes."""
    if not isinstance(step, Remove | Put):
        return ()
    inside = _bound(now.root, step.path)
    if isinstance(step, Put):
        other = type(inside.native) is not type(step.value) or not step.value
        spans = [_whole(now, step.path)] if other else []
    elif isinstance(inside.value, ListValue):
        spans = [inside.value.items[at].span for at in step.keys]
    else:
        spans = [pair.field.span for pair in inside.pairs if pair.key in step.keys]
    text = now.article.text
    return tuple(Span(start, _line_end(text, end)) for start, end in spans)


def _whole(now: State, path: Path) -> Span:
    """What goes with a value: in TOML the header of its table as well."""
    value = _bound(now.root, path).value
    assert value is not None
    around = _bound(now.root, path[:-1])
    block = now.article.block
    if block is None or block.format != "toml" or not around.is_mapping:
        return value.span
    return Span(around.own[path[-1]].field.key_span.start, value.span.end)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _around(step: Step) -> Path:
    """The path of the value around what a step is about, or that holds it; empty at the top."""
    return step.path[:-1] if isinstance(step, Put) else step.path


def _name(step: Step) -> str:
    match step:
        case Put():
            return dotted(step.path)
        case Rename():
            return dotted((*step.path, step.old))
        case Add():
            return dotted((*step.path, step.key))
        case Remove():
            return dotted((*step.path, step.keys[0]))
    return dotted(step.path)


def _at(values: Any, path: Path) -> Any:
    for part in path:
        values = values[part]
    return values


def _bound(root: Bound, path: Path) -> Bound:
    for part in path:
        root = root.own[part].bound if isinstance(root.value, Table | None) else root.items[part]
    return root


def _beside(inside: Bound, after: Any) -> Iterator[Pair]:
    """The pairs after which a new one may stand: the one asked for, then from the last on."""
    own = inside.own
    if after in own:
        yield own[after]
    yield from (pair for pair in reversed(inside.pairs) if pair.key != after)


def _kept(text: str, bound: Bound, new: Any) -> Any:
    """A new value in which the unchanged parts are as they stand in the text."""
    if bound.value is not None and same(bound.native, new):
        return _as_written(text, bound.value, new)
    if bound.is_mapping and isinstance(new, dict):
        own = bound.own
        return {k: _kept(text, own[k].bound, v) if k in own else v for k, v in new.items()}
    if bound.is_list and isinstance(new, list):
        return [_kept_item(text, bound.items, item) for item in new]
    return new


_ONE_LINE = ("plain", "single", "double")


def _as_written(text: str, value: Value, new: Any) -> Any:
    """A value as it stands in the text, where it stands on one line."""
    raw = text[slice(*value.span)]
    whole = value.style in _ONE_LINE if isinstance(value, Scalar) else value.flow
    return Written(raw) if raw and whole and "\n" not in raw else new


def _kept_item(text: str, items: Iterable[Bound], new: Any) -> Any:
    known = next((item for item in items if same(item.native, new)), None)
    return new if known is None else _kept(text, known, new)


def _tried(article: Article, *changes: Change) -> Iterator[list[Edit]]:
    """The edits of changes, where they can be made."""
    try:
        made = frontmatter.render(article, changes)
    except CannotRender:
        return
    yield made


def _caught(ways: Iterator[list[Edit]]) -> Iterator[list[Edit]]:
    """The ways up to the first that cannot be rendered."""
    try:
        yield from ways
    except CannotRender:
        return
