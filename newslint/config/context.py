"""Which keys play which role for the articles of a site: the generator's and the config's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from newslint.config.field_spec import FieldSpec
from newslint.config.load import Config
from newslint.files.ask import of_article
from newslint.generators.base import Generator
from newslint.generators.role_keys import ROLE_KEYS
from newslint.model.article import DATE_ROLES
from newslint.model.clock import Clock
from newslint.site_article import Context


def make_context(
    generator: Generator,
    specs: Mapping[str, FieldSpec],
    config: Config,
    clock: Clock,
    root: Path | None,
) -> Context:
    """What holds for an article of a site: `specs` is the schema, `root` the site's folder."""
    named = {role: spec.key.lower() for role, spec in specs.items() if spec.key is not None}
    roles = {role: tuple(keys) for role, keys in generator.role_keys.items()}
    roles |= {role: (key,) for role, key in named.items()}
    for role in specs:
        roles.setdefault(role, (role.lower(),))
    role_of = _roles_of_keys(named, roles)
    taxonomies = _taxonomies(generator, roles)
    return Context(
        generator=generator,
        timezone=config.timezone or generator.timezone,
        clock=clock,
        roles=roles,
        role_of=role_of,
        taxonomies=taxonomies,
        sources=config.sources,
        exists=None if root is None else partial(of_article, str(root)),
        tables=frozenset(_tables((*role_of, *taxonomies))),
    )


def _roles_of_keys(
    named: Mapping[str, str], roles: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Key -> role: what the config names counts before what the generator knows."""
    role_of = {key: role for role, key in named.items()}
    for role, keys in roles.items():
        for key in keys:
            role_of.setdefault(key, role)
    for role in (*DATE_ROLES, *ROLE_KEYS):
        role_of.setdefault(role, "")  # `expiryDate` is Hugo's alone, `lastmod` nothing to Hexo
    return role_of


def _taxonomies(generator: Generator, roles: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys that hold terms, without those inside a table of which every key does."""
    terms = {key for role in ("tags", "categories") for key in roles.get(role, ())}
    given = terms.union(generator.taxonomies)
    whole = tuple(key[:-1] for key in given if key.endswith(".*"))
    return tuple(sorted(k for k in given if k.endswith(".*") or not k.startswith(whole)))


def _tables(keys: Iterable[str]) -> Iterator[str]:
    """`a` and `a.b` for `a.b.c`."""
    for key in keys:
        while "." in key:
            key = key.rpartition(".")[0]
            yield key
