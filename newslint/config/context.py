"""Which keys play which role for the articles of a site: the generator's and the config's."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from newslint.config.fields import FieldSpec
from newslint.generators.base import Generator
from newslint.model.article import DATE_ROLES, Context


def make_context(
    generator: Generator,
    specs: Mapping[str, FieldSpec],
    *,
    timezone: str | None,
    now: datetime,
    sources: Mapping[str, str],
    root: Path | None,
) -> Context:
    """What holds for an article of a site: `specs` is the schema, `root` the site's folder."""
    roles = {role: tuple(keys) for role, keys in generator.role_keys.items()}
    for role, spec in specs.items():
        if spec.key is not None:
            roles[role] = (spec.key.lower(),)
        else:
            roles.setdefault(role, (role.lower(),))
    role_of: dict[str, str] = {}
    for role, spec in specs.items():
        if spec.key is not None:
            role_of[spec.key.lower()] = role
    for role, keys in roles.items():
        for key in keys:
            role_of.setdefault(key, role)
    for role in DATE_ROLES:
        role_of.setdefault(role, "")  # `expiryDate` is Hugo's alone, `lastmod` nothing to Hexo
    terms = {key for role in ("tags", "categories") for key in roles.get(role, ())}
    given = terms.union(generator.taxonomies)
    whole = tuple(key[:-1] for key in given if key.endswith(".*"))
    taxonomies = [key for key in given if key.endswith(".*") or not key.startswith(whole)]
    return Context(
        generator=generator,
        timezone=timezone or generator.timezone,
        now=now,
        roles=roles,
        role_of=role_of,
        taxonomies=tuple(sorted(taxonomies)),
        sources=sources,
        exists=None if root is None else partial(_exists, str(root)),
        tables=frozenset(_tables((*role_of, *taxonomies))),
    )


def _tables(keys: Iterable[str]) -> Iterator[str]:
    """`a` and `a.b` for `a.b.c`."""
    for key in keys:
        while "." in key:
            key = key.rpartition(".")[0]
            yield key


def _exists(root: str, path: str) -> bool:
    return os.path.exists(f"{root}/{path}")  # noqa: PTH110  # Path raises for a name too long
