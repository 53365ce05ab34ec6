"""The front matter defaults of a Jekyll site: `defaults` in its config.

Source: Jekyll 4.3, frontmatter_defaults.rb and document.rb; measured. A path is the start of the
article's, letter by letter (`_pos` fits `_posts/a.md`, `/_posts` fits nothing), or a pattern that
stands for the article or a folder above it. The longer path counts first, then a set with a type,
then the later one. Drafts are of the type `posts`. A key without a value lets the default in, an
empty text does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

from newslint.generators.inherited import NOTHING, Inherited, Layer, layered
from newslint.generators.site_config import text_in
from newslint.model.records import NamedTuple
from newslint.text.wildcards import wildcards

_MOST = 1000
_DEPRECATED = {"page": "pages", "post": "posts", "draft": "drafts"}
_NULL = frozenset(("~", "null", "Null", "NULL"))


class Defaults(NamedTuple):
    """One set: for articles of a type (any, when None) at a path. `path` is as it is written."""

    path: str
    type: str | None
    values: Mapping[str, Any]


class Place(NamedTuple):
    """An article: its path below the source folder, that which Jekyll compares, and its type."""

    path: str
    relative: str
    type: str


class SiteDefaults:
    """The sets of one site, in their order."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        given = config.get("defaults")
        sets = map(_read, given[:_MOST]) if isinstance(given, list) else ()
        self._sets = tuple(one for one in sets if one is not None)
        self._source = _folder(config, "source")
        self._shared = _folder(config, "collections_dir")
        named = config.get("collections")
        self._collections = frozenset(map(str, named)) if isinstance(named, list | dict) else ()
        self._known: dict[tuple[int, ...], Inherited] = {}

    def inherited(self, path: str) -> Inherited:
        """The defaults of the article with that path, below the site's root."""
        if not self._sets:
            return NOTHING
        place = self._place(path)
        fitting = tuple(at for at, one in enumerate(self._sets) if self._fits(one, place))
        if fitting not in self._known:
            self._known[fitting] = _merged(self._sets[at] for at in fitting)
        return self._known[fitting]

    def _place(self, path: str) -> Place:
        path = path.removeprefix(self._source)
        relative = path.removeprefix(self._shared)
        if re.search(r"(?:^|/)_(?:posts|drafts)/", path):
            return Place(path, relative, "posts")
        name = relative.partition("/")[0]
        if name[:1] == "_" and name[1:] in self._collections:
            return Place(path, relative, name[1:])
        return Place(path, path, "pages")

    def _fits(self, one: Defaults, place: Place) -> bool:
        if one.type not in (None, place.type):
            return False
        if "*" not in one.path:
            return place.relative.startswith(one.path.removeprefix(self._shared))
        pattern = wildcards(one.path, folders=True)
        if pattern is None:
            return True  # not understood: a value that may be there is not missing
        folders = accumulate(place.path.split("/"), lambda above, name: f"{above}/{name}")
        return any(pattern.fits(path) for path in folders)


def _read(given: Any) -> Defaults | None:
    """A set; None for one that Jekyll warns of and leaves out."""
    if not isinstance(given, Mapping) or not isinstance(given.get("values"), Mapping):
        return None
    scope = given.get("scope")
    if not isinstance(scope, Mapping):
        return None
    kind = text_in(scope, "type") if "type" in scope else None
    return Defaults(text_in(scope, "path"), _DEPRECATED.get(kind or "", kind), _valued(given))


def _valued(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values, without null, which takes the place of nothing."""
    values: Mapping[str, Any] = given["values"]
    return {k: v for k, v in values.items() if not (isinstance(v, str) and v in _NULL)}


def _merged(sets: Iterable[Defaults]) -> Inherited:
    """As Jekyll compares each set with the last one that counted more than those before."""
    layers: list[Layer] = []
    best: Defaults | None = None
    for one in sets:
        if best is None or _counts_more(one, best):
            layers.append(Layer(one.values))
            best = one
        else:
            layers.insert(0, Layer(one.values))
    return layered(layers)


def _counts_more(one: Defaults, best: Defaults) -> bool:
    new, old = len(one.path.removeprefix("/")), len(best.path.removeprefix("/"))
    return new > old if new != old else one.type is not None or best.type is None


def _folder(config: Mapping[str, Any], key: str) -> str:
    name = text_in(config, key).strip("./")
    return f"{name}/" if name else ""
