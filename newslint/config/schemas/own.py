"""Which schemas of the site's own hold for an article; they are read when one is asked for."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.schemas import SCHEMA_KEY
from newslint.model.errors import NewslintError
from newslint.model.faults import Fault, OwnSchemaMismatch
from newslint.site_article import Article

if TYPE_CHECKING:
    from newslint.config.schemas.validate import JsonSchema

_MOST_SCHEMAS = 100
"""Schemas that articles of one site may name."""


@functools.cache
def is_installed() -> bool:
    """True where the validator is, which comes with an extra."""
    from importlib.util import find_spec

    return find_spec("jsonschema_rs") is not None


def json_schemas(root: Path, base: Path, given: str, where: str) -> tuple[OwnSchemas, ...]:
    """What checks articles of a site, as `OwnSchemas` is made; nothing without the validator."""
    return (OwnSchemas(root, base, given, where),) if is_installed() else ()


class OwnSchemas:
    """Checks articles of a site by the schema that the config names, and by those that they name.

    `root` is the folder that the paths of articles are relative to, `base` that of the config
    file; `given` is the config's schema, relative to that, or empty.
    """

    def __init__(self, root: Path, base: Path, given: str, where: str) -> None:
        self.root, self.base = root.absolute(), base.absolute()
        self.known: dict[Path, JsonSchema | str] = {}
        self.own = self._of_config(given, where) if given else None

    def _of_config(self, given: str, where: str) -> JsonSchema:
        """Raises NewslintError for a mistake."""
        from newslint.config.schemas.documents import SchemaMistakeError
        from newslint.config.schemas.validate import JsonSchema

        try:
            return JsonSchema(Path(os.path.normpath(self.base / given)), self.base)
        except SchemaMistakeError as error:
            raise NewslintError(f"{where}: `schema`: {error}") from None

    def __call__(self, article: Article) -> Iterator[Fault]:
        """What in an article does not fit, or what keeps its schema from being read."""
        field = article.by_role.get(SCHEMA_KEY)
        schema = self.own
        if field is not None and field.text and not self._is_address(field.text):
            named = self._named(field.text, article)
            if isinstance(named, str):
                yield OwnSchemaMismatch(field.value.span, f"{SCHEMA_KEY}: {named}", field.key)
            else:
                schema = named
        if schema is not None:
            yield from schema.faults(article)

    def _is_address(self, text: str) -> bool:
        """True for the address of a schema that others publish: what it says is not known."""
        return "://" in text or text.startswith("urn:")

    def _named(self, name: str, article: Article) -> JsonSchema | str:
        """The schema that an article names, from its own folder; or what is wrong with it."""
        path = Path(os.path.normpath((self.root / article.path).parent / name.rstrip("#")))
        folder = self.root if path.is_relative_to(self.root) else (self.root / article.path).parent
        if path not in self.known:
            from newslint.config.schemas.documents import SchemaMistakeError
            from newslint.config.schemas.validate import JsonSchema

            if len(self.known) >= _MOST_SCHEMAS:
                return f"more than {_MOST_SCHEMAS} schemas are named"
            try:
                self.known[path] = JsonSchema(path, folder)
            except SchemaMistakeError as error:
                self.known[path] = str(error)
        return self.known[path]
