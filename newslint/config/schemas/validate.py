"""An article by the JSON Schema that holds for it: the config's, or that which it names itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from newslint.config.schemas.core_values import data_of, located
from newslint.config.schemas.documents import Documents, SchemaMistakeError
from newslint.config.schemas.missing import missing, opening
from newslint.config.schemas.words import Mistake, mistakes
from newslint.config.schemas.work import TooMuchWorkError, Work
from newslint.model.faults import Fault, OwnSchemaMismatch
from newslint.model.values import Table
from newslint.site_article import Article
from newslint.text.pattern_cost import MOST_COST, cost

if TYPE_CHECKING:
    from jsonschema_rs import Validator

MOST_FAULTS = 100
"""That are told of one article."""


class JsonSchema:
    """A schema of the site that articles can be checked by.

    `path` is absolute, `folder` the site's. Raises SchemaMistakeError for what is no schema, or one
    that needs what lies elsewhere.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        documents = Documents(path, folder)
        if sum(map(cost, documents.patterns)) > MOST_COST:
            raise SchemaMistakeError(f"{path.name}: the patterns are too long")
        self.name = path.name
        self.documents = documents
        self.work = Work(documents)
        self.validator = _compiled(documents, path.name)

    def faults(self, article: Article) -> Iterator[Fault]:
        """What in the article does not fit."""
        data = data_of(article)
        try:
            in_full = self.work.check(data)
        except TooMuchWorkError:
            said = f"not checked by {self.name}: that would take too long"
            yield OwnSchemaMismatch(opening(article), said, "")
            return
        if in_full:
            errors = islice(self.validator.iter_errors(data), MOST_FAULTS)
            found = dict.fromkeys(one for error in errors for one in mistakes(error))
            faults = (fault for one in found for fault in self._faults(article, one))
            yield from islice(faults, MOST_FAULTS)
        elif not self.validator.is_valid(data):
            said = f"the front matter does not fit {self.name}"
            yield OwnSchemaMismatch(opening(article), said, "")

    def _faults(self, article: Article, mistake: Mistake) -> Iterator[Fault]:
        if mistake.every_key:
            yield from self._keys(article, mistake)
            return
        yield self._fault(article, mistake)

    def _keys(self, article: Article, mistake: Mistake) -> Iterator[Fault]:
        """A fault for each key of a mapping that may have none."""
        place = located(article, mistake.path)
        value = place.value if place else None
        fields = (
            article.fields if place is None else value.fields if isinstance(value, Table) else ()
        )
        for field in fields:
            yield self._fault(article, Mistake(mistake.path, mistake.said, key=field.key))

    def _fault(self, article: Article, mistake: Mistake) -> Fault:
        if mistake.missing:
            return missing(article, mistake.path, mistake.missing, self.name)
        path = (*mistake.path, mistake.key) if mistake.key else mistake.path
        place = located(article, path)
        if place is None:
            said = f"the front matter {mistake.said}"
            return OwnSchemaMismatch(opening(article), said, "")
        said = f"{place.name} {mistake.said}"
        span = place.key_span if mistake.key else place.span
        return OwnSchemaMismatch(span, said, place.key)


def _compiled(documents: Documents, name: str) -> Validator:
    import jsonschema_rs

    def refuse(uri: str) -> NoReturn:
        raise ValueError(f"{uri} is not read")

    try:
        registry = jsonschema_rs.Registry([*documents.resources.items()], retriever=refuse)
        return jsonschema_rs.validator_for(
            documents.root,
            registry=registry,
            retriever=refuse,
            base_uri=documents.uri,
            pattern_options=jsonschema_rs.RegexOptions(),
            validate_formats=True,
            mask="…",  # a message of which nothing is shown holds no copy of the article
        )
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a panic of Rust code is no Exception
        raise SchemaMistakeError(f"{name} is no valid JSON Schema: {_reason(error)}") from None


def _reason(error: BaseException) -> str:
    kind: Any = getattr(error, "kind", None)
    path = ".".join(str(part) for part in getattr(error, "instance_path", ()))
    if path and type(kind).__name__ == "Format" and kind.format == "regex":
        return f"`{path}` is no pattern that can be matched in linear time"
    line = str(error).partition("\n")[0]
    return f"`{path}`: {line}" if path else line
