"""What holds for one article: config, preset, overrides, command line and site put together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import registry
from newslint.article import DATE_ROLES, Article, Context, Target
from newslint.config import Config, Layer, Override, Severity, preset_layer, read_yaml
from newslint.errors import NewslintError
from newslint.rule import TERMS, Rule
from newslint.schema import FieldSpec, Schema
from newslint.source import Limits
from newslint.text.nearest import did_you_mean
from newslint.text.vocabulary import Vocabulary, make_vocabulary

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class ActiveRule(NamedTuple):
    """A rule that is on, with its options. `severity` None: the problem or the rule decides.

    `roles` are the rule's fields as a set.
    """

    rule: Rule
    options: Any
    severity: Severity | None
    roles: frozenset[str] = frozenset()

    def applies(self, article: Article) -> bool:
        """True when the article has what the rule looks at."""
        rule = self.rule
        if rule.faults:
            if article.faults and any(f.kind in rule.faults for f in article.faults):
                return True
            if not rule.fields:
                return False
        if article.broken:
            return False
        if not self.roles or not self.roles.isdisjoint(article.by_role):
            return True
        return TERMS in self.roles and bool(article.terms())


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the engine needs to know for an article besides its text.

    `encoding` is that of files that are not UTF-8, by the name that Python knows, or empty.
    """

    rules: tuple[ActiveRule, ...]
    context: Context
    schema: Schema
    limits: Limits
    selected: frozenset[str]
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What the command line says of articles; it stands above every config file."""

    preset: str | None = None
    target: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    now: datetime | None = None
    from_encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A folder's config, its target and the site's root; makes Settings for the paths below.

    Override patterns are relative to `base`, the config file's folder. `given` are the keys that
    the config file says.
    """

    config: Config
    config_file: Path | None
    base: Path
    target: Target
    root: Path | None
    command: CommandLine
    now: datetime
    given: frozenset[str] = frozenset()
    made: dict[tuple[int, ...], Settings] = field(default_factory=dict, repr=False)
    patterns: list[GitIgnoreSpec] = field(default_factory=list, repr=False)

    @property
    def where(self) -> str:
        """The config file, for messages."""
        return str(self.config_file or "the command line")

    def content(self) -> tuple[Path, ...] | None:
        """The site's content folders; None where no site is recognised or they are not known."""
        if self.root is None or not self.target.content:
            return None
        return tuple(self.root / folder for folder in self.target.content)

    def settings(self, path: Path) -> Settings:
        """The settings that hold for a file. Raises NewslintError for a mistake in the config."""
        matching = self._overrides(path) if self.config.overrides else ()
        if matching not in self.made:
            overrides = [self.config.overrides[index] for index in matching]
            self.made[matching] = resolve(self, overrides)
        return self.made[matching]

    def relative(self, path: Path) -> str:
        """The path below the site's root (or the config's folder), with forward slashes."""
        for base in (self.root, self.base):
            if base is not None and path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return path.as_posix()

    def _overrides(self, path: Path) -> tuple[int, ...]:
        if not path.is_relative_to(self.base):
            return ()
        if not self.patterns:
            from pathspec import GitIgnoreSpec

            self.patterns.extend(GitIgnoreSpec.from_lines(o.paths) for o in self.config.overrides)
        relative = path.relative_to(self.base).as_posix()
        return tuple(i for i, spec in enumerate(self.patterns) if spec.match_file(relative))


def resolve(site: Site, overrides: Iterable[Override]) -> Settings:
    """Preset, then config, then the overrides in their order, then the command line."""
    config, command = site.config, site.command
    preset = command.preset or config.preset
    layers: list[Layer] = [preset_layer(preset), config, *overrides]
    selected = _selected(site, preset, layers[1:])
    specs = _specs(layers)
    schema = _schema(site, specs)
    limits = config.limits
    return Settings(
        rules=_active(site, preset, layers, selected),
        context=_context(site, specs),
        schema=schema,
        limits=Limits(limits.max_bytes, limits.max_block, limits.max_keys, limits.max_depth),
        selected=selected,
        encoding=_encoding(site),
    )


def _encoding(site: Site) -> str:
    named = site.command.from_encoding or site.config.from_encoding
    if not named:
        return ""
    from newslint.text.encodings import known_encoding

    return known_encoding(named)


def _selected(site: Site, preset: str, layers: list[Layer]) -> frozenset[str]:
    config, command, where = site.config, site.command, site.where
    chosen = command.select or config.select
    if chosen is not None and chosen != ():
        on = set(registry.select(chosen, "--select" if command.select else where))
    else:
        on = {rule.code for rule in registry.all_rules() if _in_preset(rule, preset)}
    for layer in layers:
        on |= registry.select(layer.extend_select, where)
        on -= registry.select(layer.ignore, where)
    on |= registry.select(command.extend_select, "--extend-select")
    on -= registry.select(command.ignore, "--ignore")
    on |= {rule.code for rule in registry.all_rules() if rule.always}
    return frozenset(on)


def _in_preset(rule: Rule, preset: str) -> bool:
    return preset == "strict" or preset in rule.presets


def _active(
    site: Site, preset: str, layers: list[Layer], selected: frozenset[str]
) -> tuple[ActiveRule, ...]:
    options: dict[str, dict[str, Any]] = {}
    severity: dict[str, Severity] = {}
    for layer in layers:
        for name, table in layer.rules.items():
            for code in registry.select([name], f"{site.where}: [rules]"):
                options[code] = {**options.get(code, {}), **table}
        for name, level in layer.severity.items():
            for code in registry.select([name], f"{site.where}: [severity]"):
                severity[code] = level
    return tuple(
        ActiveRule(
            rule,
            rule_options(rule, options.get(rule.code, {}), site.where, site.base),
            severity.get(rule.code) or rule.preset_severity.get(preset),  # type: ignore[call-overload]
            frozenset(rule.fields),
        )
        for rule in registry.all_rules()
        if rule.code in selected and (not rule.targets or site.target.name in rule.targets)
    )


def rule_options(rule: Rule, table: Mapping[str, Any], where: str, base: Path | None = None) -> Any:
    """The rule's options made of a `[rules.CODE]` table. Raises NewslintError for a mistake.

    `base` is the folder from which the files that an option names are looked for.
    """
    if not table:
        return rule.options()
    known = [name.replace("_", "-") for name in getattr(rule.options, "_fields", ())]
    for key in table:
        if key not in known:
            hint = did_you_mean(key, known) or f"; it has: {', '.join(known) or 'none'}"
            raise NewslintError(f"{where}: {rule.code} has no option `{key}`{hint}")
    from pydantic import TypeAdapter, ValidationError

    try:
        named = {key.replace("-", "_"): value for key, value in table.items()}
        named |= _vocabularies(rule, named, where, base)
        return TypeAdapter(rule.options).validate_python(named)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        key = str(detail["loc"][0]).replace("_", "-") if detail["loc"] else "options"
        raise NewslintError(f"{where}: [rules.{rule.code}] `{key}`: {detail['msg']}") from None


def _vocabularies(
    rule: Rule, named: Mapping[str, Any], where: str, base: Path | None
) -> dict[str, Vocabulary]:
    """The options that are vocabularies: read from their files, or made of a table."""
    defaults = getattr(rule.options, "_field_defaults", {})
    found = {}
    for name, value in named.items():
        if not isinstance(defaults.get(name), Vocabulary):
            continue
        place = f"{where}: [rules.{rule.code}] `{name.replace('_', '-')}`"
        try:
            data = read_yaml((base or Path()) / value) if isinstance(value, str) else value
            found[name] = make_vocabulary(data)
        except (OSError, ValueError) as error:
            place += f": {value}" if isinstance(value, str) else ""
            said = getattr(error, "strerror", None) or error
            raise NewslintError(f"{place}: {said}") from None
    return found


def _specs(layers: list[Layer]) -> dict[str, FieldSpec]:
    """Role -> spec: each key of an upper layer's entry replaces that key of the lower one's."""
    specs: dict[str, FieldSpec] = {}
    for layer in layers:
        for role, spec in layer.fields.items():
            below = specs.get(role)
            specs[role] = spec.over(below) if below else spec
    return specs


def _schema(site: Site, specs: dict[str, FieldSpec]) -> Schema:
    schema = Schema(specs)
    if any(spec.pattern for spec in specs.values()):
        try:
            _ = schema.model  # a pattern that does not compile is a mistake in the config
        except Exception as error:
            reason = str(error).strip().splitlines()[-1].strip()
            raise NewslintError(f"{site.where}: [fields]: {reason}") from None
    return schema


def _context(site: Site, specs: Mapping[str, FieldSpec]) -> Context:
    roles = {role: tuple(keys) for role, keys in site.target.role_keys.items()}
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
    given = terms.union(site.target.taxonomies)
    whole = tuple(key[:-1] for key in given if key.endswith(".*"))
    taxonomies = [key for key in given if key.endswith(".*") or not key.startswith(whole)]
    return Context(
        target=site.target,
        timezone=site.config.timezone or site.target.timezone,
        now=site.now,
        roles=roles,
        role_of=role_of,
        taxonomies=tuple(sorted(taxonomies)),
        sources=site.config.sources,
        exists=None if site.root is None else partial(_exists, str(site.root)),
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
