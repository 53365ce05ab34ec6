"""An article once read, with what holds for it: its generator, its site and the config.

All offsets are characters of `Article.text` (the whole file without its BOM), start included, end
excluded. Nothing here knows in which format (YAML, TOML, JSON) the front matter was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import repeat
from typing import TypeVar

from newslint.generators.base import Generator
from newslint.generators.inherited import NOTHING
from newslint.model.article import Block, Comment
from newslint.model.clock import Clock
from newslint.model.faults import Fault
from newslint.model.records import dataclass, field
from newslint.model.values import Field, Scalar

F = TypeVar("F", bound=Fault)


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for an article and does not stand in it: from the config and the site.

    `timezone` is an IANA name, or empty when no zone is known. `roles` names for each role the
    keys (lower case) that may play it, best first; `role_of` is the same the other way round.
    `taxonomies` are the keys (lower case) that hold terms; `tables` are those of which a key inside
    plays a role or holds terms (`extra` for `extra.link`). `sources` maps a feed or site to the
    name to print. `exists` says whether a file or folder is there, by its path below the site's
    root with forward slashes; None when no root is known.
    """

    generator: Generator
    timezone: str
    clock: Clock
    roles: Mapping[str, tuple[str, ...]]
    role_of: Mapping[str, str]
    taxonomies: tuple[str, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    exists: Callable[[str], bool] | None = None
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Article:
    """One content file, read. It exists for every file: one that cannot be read has no fields and
    a `Fault` that says so.

    `path` is relative to the site's root where one is known, with forward slashes. `fields` are
    the top-level keys in their order, duplicates included. `by_role` holds the field that plays
    each role, which may stand inside a table, as those that hold taxonomy terms (`term_fields`)
    may. `broken`: the file or its front matter could not be read; then there are no fields.
    """

    path: str
    text: str
    bom: bool
    block: Block | None
    fields: tuple[Field, ...]
    by_role: Mapping[str, Field]
    faults: tuple[Fault, ...]
    comments: tuple[Comment, ...]
    context: Context
    broken: bool = False
    term_fields: tuple[Field, ...] = ()

    @property
    def generator(self) -> Generator:
        """The generator that reads the article: what is true of it is asked of it alone."""
        return self.context.generator

    @property
    def timezone(self) -> str:
        """The IANA zone that holds for the article; empty when none is known."""
        return self.context.timezone

    @property
    def exists(self) -> Callable[[str], bool] | None:
        """Whether a path below the site's root is there; None when no root is known."""
        return self.context.exists

    def get(self, role: str) -> Field | None:
        """The field that plays the role, or None."""
        return self.by_role.get(role)

    def scalars(self, role: str) -> Iterator[tuple[Field, Scalar]]:
        """The single values of the field that plays the role, each with that field."""
        field = self.by_role.get(role)
        return zip(repeat(field), field.scalars) if field is not None else iter(())

    def pick(self, roles: tuple[str, ...]) -> Iterator[Field]:
        """The fields that play these roles, in the order given; absent ones are skipped."""
        for role in roles:
            found = self.by_role.get(role)
            if found is not None:
                yield found

    def inherits(self, *roles: str) -> bool | None:
        """True where the article has a value for one of the roles (or keys) from elsewhere.

        None: that is not known. Elsewhere is the site's config, or data of a folder. A value of
        the article's own counts before, an empty one too.
        """
        inherited = self.generator.inherited(self.path)
        if inherited is NOTHING:
            return False
        found: bool | None = False
        for role in roles:
            keys = self.context.roles.get(role, (role,))
            if inherited.replaces(keys) or not self._overrides(self.get(role)):
                given = inherited.gives(keys)
                found = given if given is not False and found is not True else found
        return found

    def _overrides(self, field: Field | None) -> bool:
        """True where a value from elsewhere does not count beside the field."""
        if field is None:
            return False
        is_null = field.scalar is not None and field.scalar.kind == "null"
        return not (is_null and self.generator.null_inherits)

    def hides(self, field: Field) -> bool | None:
        """True where a value from elsewhere would hold without the field; None: not known."""
        keys = self.context.roles.get(field.role, (field.key.lower(),))
        return self.generator.inherited(self.path).gives(keys)

    def key_for(self, role: str, beside: Field) -> str:
        """The key that a role would have in the very mapping in which a field stands."""
        inside = all(field.key_span != beside.key_span for field in self.fields)
        keys = self.context.roles.get(role, ())
        fitting = (key for key in keys if ("." in key) == inside)
        return next(fitting, role).rpartition(".")[2]

    def terms(self) -> tuple[Field, ...]:
        """The fields that hold taxonomy terms (tags, categories, the site's own)."""
        return self.term_fields

    def is_misplaced(self, field: Field) -> bool:
        """True for a field among the terms of a table that has its place above that table.

        In TOML a key belongs to the table before it: `date` after `[taxonomies]` is a taxonomy.
        """
        if any(own.key_span == field.key_span for own in self.fields):
            return False
        key, context = field.key.lower(), self.context
        role = context.role_of.get(key, "tags")
        own = key in context.generator.known_keys and role != "author"  # `authors` is both in Zola
        return own or role not in ("tags", "categories", "author")

    def faults_of(self, kind: type[F]) -> Iterator[F]:
        """The faults of this class, in their order."""
        return (fault for fault in self.faults if isinstance(fault, kind))

    @property
    def body(self) -> str:
        """The text after the front matter; the whole text where there is none."""
        return self.text[self.block.body :] if self.block else self.text
