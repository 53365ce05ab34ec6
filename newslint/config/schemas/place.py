"""All that holds for the articles at one path, put together into one JSON Schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint.config.schemas.export import bundled, of_fields
from newslint.config.schemas.own import OwnSchemas
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.model.article import Block
from newslint.model.faults import RequiredMissing
from newslint.model.spans import Span
from newslint.site_article import Article


def schema_at(site: Site, path: Path) -> dict[str, Any]:
    """What `[fields]`, `schema` and `model` say of an article at an absolute path.

    Raises NewslintError for a mistake in the config.
    """
    settings = site.settings(path)
    article = _empty_article(site.relative(path), settings)
    fields = settings.schema
    checked = [role for role, _ in fields.asked if not _is_left(role, article, settings)]
    checked += fields.dates
    asked = [fault for fault in fields.check(article) if isinstance(fault, RequiredMissing)]
    by_condition = {role for role, spec in fields.specs.items() if spec.required_when}
    roles = dict.fromkeys(article.context.role_of.get(one.key.lower(), one.key) for one in asked)
    always = {role for role, spec in fields.specs.items() if spec.required}
    required = [role for role in roles if role in always or role not in by_condition]
    schema = of_fields(article, fields.specs, checked, required)
    for check in fields.others:
        _add(schema, check, site)
    return schema


def _is_left(role: str, article: Article, settings: Settings) -> bool:
    keys = article.context.roles.get(role, (role,))
    return settings.schema.leaves(article, role, keys[0])


def _add(schema: dict[str, Any], check: object, site: Site) -> None:
    """Add a schema of another kind to that of the fields."""
    from newslint.config.schemas.model import OwnModel

    if isinstance(check, OwnSchemas) and check.own is not None:
        first, definitions = bundled(check.own.documents, site.base.absolute())
        schema["$defs"] |= definitions
        schema.setdefault("allOf", []).append({"$ref": first})
    elif isinstance(check, OwnModel):
        name = check.name.replace(":", ".")
        made = {"$id": f"https://newslint.invalid/models/{name}", **check.model.json_schema()}
        schema["$defs"][name] = made
        schema.setdefault("allOf", []).append({"$ref": made["$id"]})


def _empty_article(path: str, settings: Settings) -> Article:
    """An article at a path of which nothing is given, so that what is required is missing."""
    text = "---\n---\nText.\n"
    block = Block("yaml", Span(0, 3), Span(4, 4), Span(4, 7), 8)
    return Article(
        path=path,
        text=text,
        bom=False,
        block=block,
        fields=(),
        by_role={},
        faults=(),
        comments=(),
        context=settings.context,
    )
