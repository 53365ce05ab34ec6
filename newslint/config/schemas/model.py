"""An article by a pydantic model of the site: code, so only where that was allowed.

The model sees what python-frontmatter gives: dates are dates, and `no` is false.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.config.schemas.core_values import located
from newslint.config.schemas.missing import missing, opening
from newslint.model.errors import NewslintError
from newslint.model.faults import Fault, OwnSchemaMismatch
from newslint.model.records import NamedTuple
from newslint.model.stages import one_line
from newslint.site_article import Article
from newslint.text.regex import regex

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

MOST_FAULTS = 100
"""That are told of one article."""


class OwnModel:
    """Checks articles by the model that the config names as `module:Class`.

    The module is one that is installed, or lies in the config's folder `base`. Raises NewslintError
    for a name that leads to no model.
    """

    def __init__(self, given: str, base: Path, where: str) -> None:
        self.name = given
        module, colon, path = given.partition(":")
        place = f"{where}: `model`"
        if not (colon and module and path and not module.startswith(".")):
            raise NewslintError(f'{place} must name a class: "module:Class"')
        try:
            self.model = _adapter(_loaded(module, path, base))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a SystemExit, too, ends no run in silence
            raise NewslintError(f"{place}: {given} cannot be loaded: {one_line(error)}") from None

    def __call__(self, article: Article) -> Iterator[Fault]:
        """What in an article the model does not take."""
        from pydantic import ValidationError

        try:
            data = metadata(article)
        except Exception as error:  # whatever a parser makes of a date that is none
            said = f"the front matter cannot be loaded for {self.name}: {one_line(error)}"
            yield OwnSchemaMismatch(opening(article), said, "")
            return
        try:
            self.model.validate_python(data)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False, include_input=False)
            for mistake in _nearest([_mistake(article, one) for one in details])[:MOST_FAULTS]:
                yield self._fault(article, mistake)

    def _fault(self, article: Article, mistake: _Mistake) -> Fault:
        path, detail = mistake.path, mistake.detail
        if mistake.missing:
            return missing(article, path, mistake.missing, self.name)
        place = located(article, path)
        said = _words(detail["msg"])
        if place is None:
            return OwnSchemaMismatch(opening(article), f"the front matter {said}", "")
        span = place.key_span if detail["type"] == "extra_forbidden" else place.span
        return OwnSchemaMismatch(span, f"{place.name} {said}", place.key)


class _Mistake(NamedTuple):
    """One error: the path to its value, the key that is missing there, and the member of a union
    that it is about (pydantic puts its name into the path, after the key)."""

    path: tuple[int | str, ...]
    missing: str
    member: str
    detail: ErrorDetails


def metadata(article: Article) -> dict[str, Any]:
    """The metadata as python-frontmatter has it. Raises what the parser raises."""
    if article.block is None:
        return {}
    start, end = article.block.content
    read = _READERS[article.block.format](article.text[start:end])
    return read if isinstance(read, dict) else {}


def _yaml(text: str) -> Any:
    import yaml

    return yaml.load(text, Loader=yaml.CSafeLoader)


def _json(text: str) -> Any:
    text = text.strip()
    return json.loads(text if text.startswith("{") else f"{{{text}}}")


_READERS: dict[str, Callable[[str], Any]] = {"yaml": _yaml, "toml": tomllib.loads, "json": _json}


def _loaded(module: str, path: str, base: Path) -> Any:
    """The object; the config's folder is on Python's path while its module is imported, last."""
    sys.path.append(str(base))
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        found: Any = import_module(module)
        for name in path.split("."):
            found = getattr(found, name)
        return found
    finally:
        sys.dont_write_bytecode = before
        sys.path.remove(str(base))


def _adapter(model: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    if not isinstance(model, type):
        raise TypeError("it is no class")
    return TypeAdapter(model)


def _mistake(article: Article, detail: ErrorDetails) -> _Mistake:
    parts = list(detail["loc"])
    lacking = ""
    if detail["type"] == "missing" and parts and isinstance(parts[-1], str):
        lacking = str(parts.pop())
    path: tuple[int | str, ...] = ()
    member = ""
    for part in parts:
        if located(article, (*path, part)) != located(article, path):
            path = (*path, part)
        else:
            member = member or str(part)
    return _Mistake(path, lacking, member, detail)


def _nearest(mistakes: Sequence[_Mistake]) -> list[_Mistake]:
    """The mistakes, of a union only those of the member that the value is nearest to."""
    members: dict[object, dict[str, list[_Mistake]]] = {}
    for one in mistakes:
        if one.member:
            members.setdefault(one.path[:1], {}).setdefault(one.member, []).append(one)
    best = {place: max(found.values(), key=_nearness) for place, found in members.items()}
    return [one for one in mistakes if not one.member or one in best[one.path[:1]]]


def _nearness(branch: Sequence[_Mistake]) -> tuple[int, int]:
    """More is nearer: mistakes that lie deep, and few of them."""
    return max(len(one.path) + bool(one.missing) for one in branch), -len(branch)


def _words(message: str) -> str:
    """pydantic's message as what follows the name of the field."""
    flat = " ".join(message.split())
    if asked := _SHOULD.match(flat):
        return flat[asked.end(1) :]
    rest = flat.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return f"is not right: {rest[:1].lower()}{rest[1:]}"


_SHOULD = regex(r"([A-Z][a-z]+ )should ")
"""`Input should be a valid string`, `String should have at most 5 characters`."""
