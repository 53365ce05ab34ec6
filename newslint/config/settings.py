"""What holds for one article: config, preset, overrides, command line and site put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from newslint import registry
from newslint.config.context import make_context
from newslint.config.dispatch import Dispatch
from newslint.config.field_spec import FieldSpec
from newslint.config.fields import Check, Schema
from newslint.config.fixable import unfixable_codes
from newslint.config.load import Config, Layer, Override, preset_layer
from newslint.config.options import Options
from newslint.config.rule_options import rule_options, style_tables
from newslint.config.schemas.own import json_schemas
from newslint.files.ask import Asked, remembered
from newslint.files.display import display
from newslint.files.gitignore import Patterns, config_patterns, slashes
from newslint.files.names import EXTENSIONS, suffix
from newslint.generators.base import Generator
from newslint.model.clock import Clock
from newslint.model.counted import NONE_HELD, Held
from newslint.model.diagnostics import PRESETS, Preset, Severity
from newslint.model.errors import NewslintError
from newslint.model.faults import OwnSchemaMismatch
from newslint.model.limits import Limits
from newslint.model.records import NamedTuple, dataclass, field, fields
from newslint.rule import TERMS, Problem, Rule, SiteRule
from newslint.site_article import Article, Context
from newslint.text.pattern_cost import MOST_COST, cost
from newslint.text.vocabulary import Vocabulary


class ActiveRule(NamedTuple):
    """A rule that is on, with its options. `severity` None: the problem or the rule decides.

    `roles` are the rule's fields as a set.
    """

    rule: Rule
    options: Any
    severity: Severity | None
    roles: frozenset[str] = frozenset()

    def problems(self, article: Article) -> list[Problem]:
        """What the rule finds in an article: the faults that it reports, then what it looks for."""
        rule = self.rule
        found: list[Problem] = []  # `list[Problem]()` takes ten times as long
        if rule.word and article.faults:
            for fault in article.faults:
                if isinstance(fault, rule.faults):
                    found += rule.word(article, fault, self.options)
        if rule.check:
            found += rule.check(article, self.options)
        return found

    def applies(self, article: Article) -> bool:
        """True when the article has what the rule looks at."""
        faults = self.rule.faults
        if faults and article.faults and any(isinstance(fault, faults) for fault in article.faults):
            return True
        return not article.broken and self.looks_at(article)

    def looks_at(self, article: Article) -> bool:
        """True when the article has one of the fields that the rule looks at."""
        if self.rule.faults and not self.rule.fields:
            return False
        if not self.roles or not self.roles.isdisjoint(article.by_role):
            return True
        return TERMS in self.roles and bool(article.terms())


class House(NamedTuple):
    """What decides of findings that hold for a whole site.

    `site` is its folder, `config` the config file in force as it is printed (empty: none),
    `habitual` are the rules whose findings may be matters of the house.
    """

    site: str = ""
    config: str = ""
    habitual: frozenset[str] = frozenset()
    said_once: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the engine needs to know for an article besides its text.

    `encoding` is that of files that are not UTF-8, by the name that Python knows, or empty;
    `suffixes` are how names of articles end.
    `site_rules` look at all articles of a site together, `late_rules` at each with what its site
    does.
    `held` is what no fix is made of; None where that is not known yet: then all that may be.
    `later` are the rules that run once the whole site is known, `unfixable` those that only report.
    `everywhere` are the rules that look at every article, for faults or beside the others.
    `fitting` and `asked` remember which rules apply to articles with the same roles, `shared` which
    sets of names there are: most of a site's have the same. `dispatch` holds at most one, made when
    asked.
    """

    rules: tuple[ActiveRule, ...]
    context: Context
    schema: Schema
    limits: Limits
    selected: frozenset[str]
    encoding: str = ""
    suffixes: frozenset[str] = EXTENSIONS
    site_rules: tuple[ActiveRule, ...] = ()
    late_rules: tuple[ActiveRule, ...] = ()
    house: House = field(default_factory=House)
    held: Held | None = NONE_HELD
    later: frozenset[str] = frozenset()
    unfixable: frozenset[str] = frozenset()
    everywhere: frozenset[str] = frozenset()
    fitting: dict[object, tuple[ActiveRule, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    asked: dict[object, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    shared: dict[frozenset[str], frozenset[str]] = field(
        default_factory=dict, repr=False, compare=False
    )

    dispatch: list[Dispatch[ActiveRule]] = field(default_factory=list, repr=False, compare=False)

    def called(self, article: Article) -> tuple[ActiveRule, ...]:
        """Those of the rules that apply which could have something to say of the article."""
        if article.broken:
            return self.rules_for(article)
        if not self.dispatch or self.dispatch[0].rules is not self.rules:
            self.dispatch[:] = [Dispatch(self.rules)]
        return self.dispatch[0].called(article)

    def same(self, names: frozenset[str]) -> frozenset[str]:
        """The set, as one object for all that are equal."""
        if len(self.shared) >= _MOST_KINDS:
            return names
        return self.shared.setdefault(names, names)

    def rules_for(self, article: Article) -> tuple[ActiveRule, ...]:
        """The rules that apply to an article, in their order."""
        kind = (frozenset(article.by_role), bool(article.terms()), article.broken)
        found = None if article.faults else self.fitting.get(kind)
        if found is None:
            found = tuple(active for active in self.rules if active.applies(article))
            if not article.faults and len(self.fitting) < _MOST_KINDS:
                self.fitting[kind] = found
        return found

    def codes_for(self, article: Article) -> frozenset[str]:
        """The codes of the rules that are asked about an article: those that apply, and where it
        can be read those about a fault, which could have been anywhere in it."""
        kind = (frozenset(article.by_role), bool(article.terms()), article.broken)
        known = None if article.faults else self.asked.get(kind)
        if known is not None:
            return known
        codes = frozenset([active.rule.code for active in self.rules_for(article)])
        found = self.same(codes if article.broken else codes | self.everywhere)
        if not article.faults and len(self.asked) < _MOST_KINDS:
            self.asked[kind] = found
        return found


_MOST_KINDS = 1000


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What the command line says of articles; it stands above every config file."""

    preset: Preset | None = None
    target: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    now: datetime | None = None
    from_encoding: str | None = None
    habits: bool | None = None
    preview: bool | None = None
    allow_code: bool = False
    fixable: tuple[str, ...] = ()
    unfixable: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, options: Options) -> CommandLine:
        """What was typed of it; a default is not."""
        typed = (one.name for one in fields(cls) if one.name in options.typed)
        return cls(**{name: getattr(options, name) for name in typed})


@dataclass(frozen=True, slots=True)
class Site:
    """A folder's config, its generator and the site's root; makes Settings for the paths below.

    Override patterns are relative to `base`, the config file's folder. `given` are the keys that
    the config file says. `asked` is what was asked of other files for this generator and root.
    `own_rules` are the codes of those that the config names; `may_run`: its code was allowed.
    `clock` is what all its articles ask for the time.
    """

    config: Config
    config_file: Path | None
    base: Path
    generator: Generator
    root: Path | None
    command: CommandLine
    now: datetime
    given: frozenset[str] = frozenset()
    own_rules: frozenset[str] = frozenset()
    may_run: bool = False
    made: dict[tuple[int, ...], Settings] = field(default_factory=dict, repr=False)
    patterns: list[Patterns | None] = field(default_factory=list, repr=False)
    asked: Asked = field(default_factory=Asked, repr=False)
    clock: Clock = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "clock", Clock(self.now))

    @property
    def where(self) -> str:
        """The config file, for messages."""
        return str(self.config_file or "the command line")

    @property
    def folder(self) -> str:
        """The folder that stands for the site in what is said of all of it."""
        return str(self.root or self.base)

    @property
    def shown(self) -> str:
        """The config file as it is printed; empty without one."""
        return display(self.config_file) if self.config_file else ""

    def content(self) -> tuple[Path, ...] | None:
        """The site's content folders; None where no site is recognised or they are not known."""
        if self.root is None or not self.generator.content:
            return None
        return tuple(self.root / folder for folder in self.generator.content)

    @property
    def varies(self) -> bool:
        """True where not all files have the same settings."""
        config = self.config
        return bool(config.overrides or config.per_file_ignores or self.command.per_file_ignores)

    @property
    def dated(self) -> bool:
        """True where the settings of an article depend on its own date."""
        return any(one.before is not None for one in self.config.overrides)

    def settings(self, path: Path, day: int | None = None) -> Settings:
        """The settings that hold for a file, with the ordinal of the day of its article.

        Raises NewslintError for a mistake in the config.
        """
        parts, typed = self.config.parts, self.command.per_file_ignores
        matching = self.overrides(path, day) if parts or typed else ()
        if matching not in self.made:
            own = [parts[index] for index in matching if index < len(parts)]
            ignored = [typed[i - len(parts)][1] for i in matching if i >= len(parts)]
            with remembered(self.asked):
                self.made[matching] = resolve(self, own, chain.from_iterable(ignored))
        return self.made[matching]

    def relative(self, path: Path) -> str:
        """The path below the site's root (or the config's folder), with forward slashes.

        A suffix that the generator or `extension` adds is written as what it stands for.
        """
        shown = self._below(path)
        end = suffix(shown) if self.extension else ""
        meant = self.extension.get(end, end)
        return shown if meant == end else shown[: -len(end)] + meant

    def _below(self, path: Path) -> str:
        for base in (self.root, self.base):
            if base is not None and path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return path.as_posix()

    @property
    def suffixes(self) -> frozenset[str]:
        """How the names of articles end here."""
        return EXTENSIONS | frozenset(self.extension)

    @property
    def extension(self) -> Mapping[str, str]:
        """How names end besides the usual ones -> what that stands for; the config's win."""
        own, given = self.generator.extension, self.config.extension
        return {**own, **given} if own else given

    def overrides(self, path: Path, day: int | None) -> tuple[int, ...]:
        """The indexes of those that hold, of the config's and then of those that were typed."""
        parts, typed = self.config.parts, self.command.per_file_ignores
        if not self.patterns:
            paths = (override.paths for override in parts)
            self.patterns.extend(config_patterns(self.base, "overrides", lines) for lines in paths)
            here, option = Path.cwd(), "--per-file-ignores"
            self.patterns.extend(config_patterns(here, option, (one,)) for one, _ in typed)
        place, below = slashes(path), path.is_relative_to(self.base)
        own = (i for i, one in enumerate(parts) if below and _is_before(one, day))
        fitting = (*own, *range(len(parts), len(self.patterns)))
        patterns = ((i, self.patterns[i]) for i in fitting)
        return tuple(i for i, one in patterns if one is None or one.covers(place))


def _is_before(override: Override, day: int | None) -> bool:
    """True for an override that asks for no date, and for an article from before its day."""
    if override.before is None:
        return True
    return day is not None and day < override.before.toordinal()


def resolve(site: Site, overrides: Iterable[Override], ignored: Iterable[str] = ()) -> Settings:
    """Preset, then config, then the overrides in their order, then the command line.

    `ignored` are the rules that the command line ignores in these files.
    """
    config, command = site.config, site.command
    preset = command.preset or config.preset
    below = PRESETS[: PRESETS.index(preset) + 1]  # each has all of the one before
    presets = [preset_layer(name) for name in below]
    own: list[Layer] = [config, *overrides]
    layers = [*presets, *own]
    selected = _selected(site, preset, own, ignored)
    specs = _specs(layers)
    active = _active(site, layers, selected)
    schema = _schema(site, specs, _own(own), _others(site, own, active))
    return Settings(
        rules=tuple(one for one in active if not isinstance(one.rule, SiteRule)),
        context=make_context(site.generator, specs, config, site.clock, site.root),
        schema=schema,
        limits=config.limits,
        selected=selected,
        encoding=_encoding(site),
        suffixes=site.suffixes,
        site_rules=tuple(one for one in active if isinstance(one.rule, SiteRule)),
        house=_house(site, own),
        unfixable=unfixable_codes(
            (config.fixable, config.unfixable), (command.fixable, command.unfixable), site.where
        ),
        later=frozenset(one.rule.code for one in active if _is_late(one.rule)),
        late_rules=tuple(one for one in active if one.rule.late),
        everywhere=frozenset(
            one.rule.code for one in active if one.rule.faults or _is_late(one.rule)
        ),
    )


def _is_late(rule: Rule) -> bool:
    """True for a rule that runs, too, once the whole site is known."""
    return isinstance(rule, SiteRule) or rule.late is not None


def _house(site: Site, layers: list[Layer]) -> House:
    config, command = site.config, site.command
    on = config.habits if command.habits is None else command.habits
    return House(
        site=site.folder,
        config=site.shown,
        habitual=_habitual(site, layers) if on else frozenset(),
        said_once=config.said_once and command.habits is not False,
    )


def _habitual(site: Site, layers: list[Layer]) -> frozenset[str]:
    """The rules with habits that neither config nor command line names by code or name.

    Who sets an option of a rule, or its severity, names it.
    """
    typed = {*site.config.select, *site.command.select, *site.command.extend_select}
    for layer in layers:
        typed |= {*layer.extend_select, *layer.rules, *layer.severity}
    named = {name.upper() for name in typed}
    return frozenset(
        rule.code
        for rule in registry.all_rules()
        if rule.habit and named.isdisjoint((rule.code, rule.name.upper()))
    )


def _encoding(site: Site) -> str:
    named = site.command.from_encoding or site.config.from_encoding
    if not named:
        return ""
    from newslint.files.encodings import known_encoding

    return known_encoding(named)


def _selected(
    site: Site, preset: Preset, layers: list[Layer], ignored: Iterable[str]
) -> frozenset[str]:
    config, command, where = site.config, site.command, site.where
    if command.select:  # the layer above the files: it starts anew
        on = set(registry.select(command.select, "--select"))
    elif config.select:
        on = set(_select(site, config.select, where))
    else:
        on = {rule.code for rule in registry.all_rules() if _in_preset(rule, preset)}
    for layer in layers:
        more, less = (_select(site, s, where) for s in (layer.extend_select, layer.ignore))
        if not command.select:
            on = (on | more) - less
    on |= registry.select(command.extend_select, "--extend-select")
    on -= registry.select(command.ignore, "--ignore")
    on -= registry.select(ignored, "--per-file-ignores")
    if not (config.preview if command.preview is None else command.preview):
        on -= registry.in_preview()
    on |= {rule.code for rule in registry.all_rules() if rule.always}
    return frozenset(on) - (registry.added() - site.own_rules)


def _select(site: Site, selectors: Iterable[str], where: str) -> frozenset[str]:
    """The codes that a config's selectors stand for. Where its own rules were not allowed to run,
    one that stands for none may be theirs."""
    if not site.may_run and (site.config.rule_paths or site.config.plugins):
        selectors = [one for one in selectors if registry.named(one)]
    return registry.select(selectors, where)


def _in_preset(rule: Rule, preset: Preset) -> bool:
    return PRESETS.index(rule.preset) <= PRESETS.index(preset)


def _active(site: Site, layers: list[Layer], selected: frozenset[str]) -> tuple[ActiveRule, ...]:
    options = _options(site, layers)
    severity: dict[str, Severity] = {}
    for name, level in (item for layer in layers for item in layer.severity.items()):
        for code in _select(site, [name], f"{site.where}: [severity]"):
            severity[code] = level
    return _with_vocabulary(
        ActiveRule(
            rule,
            rule_options(rule, options.get(rule.code, {}), site.where, site.base),
            severity.get(rule.code),
            frozenset(rule.fields),
        )
        for rule in registry.all_rules()
        if rule.code in selected and site.generator.answers(rule.questions)
    )


def _with_vocabulary(rules: Iterable[ActiveRule]) -> tuple[ActiveRule, ...]:
    """The rules; a vocabulary that one of them is given holds for all that go by one."""
    rules = tuple(rules)
    none = Vocabulary()
    asked = [rule for rule in rules if hasattr(rule.options, "vocabulary")]
    given = next((one for rule in asked if (one := rule.options.vocabulary) != none), none)
    if given == none:
        return rules
    return tuple(
        rule._replace(options=rule.options._replace(vocabulary=given))
        if rule in asked and rule.options.vocabulary == none
        else rule
        for rule in rules
    )


def _options(site: Site, layers: list[Layer]) -> dict[str, dict[str, Any]]:
    """By rule, its options: those of `[style]` first, then those of the rule's own tables."""
    options = style_tables((layer.style for layer in layers), site.where)
    for name, table in (item for layer in layers for item in layer.rules.items()):
        if line := next(registry.renamed([name]), ""):
            raise NewslintError(f"{site.where}: [rules.{name}]: {line}, set in [style]")
        for code in _select(site, [name], f"{site.where}: [rules]"):
            options[code] = {**options.get(code, {}), **table}
    return options


def _specs(layers: list[Layer]) -> dict[str, FieldSpec]:
    """Role -> spec: each key of an upper layer's entry replaces that key of the lower one's."""
    specs: dict[str, FieldSpec] = {}
    for layer in layers:
        for role, spec in layer.fields.items():
            below = specs.get(role)
            specs[role] = spec.over(below) if below else spec
    return specs


def _own(layers: list[Layer]) -> frozenset[str]:
    """The roles of which the config itself says more than their key."""
    entries = (item for layer in layers for item in layer.fields.items())
    return frozenset(role for role, spec in entries if spec != FieldSpec(key=spec.key))


def _others(site: Site, layers: list[Layer], active: tuple[ActiveRule, ...]) -> tuple[Check, ...]:
    """What checks articles by schemas of the site's own, where a rule reports it."""
    if not any(OwnSchemaMismatch in one.rule.faults for one in active):
        return ()
    given = next((one.schema for one in reversed(layers) if one.schema is not None), "")
    checks: tuple[Check, ...] = json_schemas(site.root or site.base, site.base, given, site.where)
    model = next((one.model for one in reversed(layers) if one.model is not None), "")
    if model and site.may_run:
        from newslint.config.schemas.model import OwnModel

        checks += (OwnModel(model, site.base, site.where),)
    return checks


def _schema(
    site: Site, specs: dict[str, FieldSpec], own: frozenset[str], others: tuple[Check, ...]
) -> Schema:
    schema = Schema(specs, own, others)
    patterns = [one for spec in specs.values() for one in spec.patterns]
    if patterns:
        if sum(map(cost, patterns)) > MOST_COST:
            raise NewslintError(f"{site.where}: [fields]: the patterns are too long")
        try:
            _ = schema.model  # a pattern that does not compile is a mistake in the config
        except Exception as error:
            reason = str(error).strip().splitlines()[-1].strip()
            raise NewslintError(f"{site.where}: [fields]: {reason}") from None
    return schema
