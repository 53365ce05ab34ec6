"""Joins the layers: preset, config, overrides and command line become the settings of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newslint import registry
from newslint.config.context import make_context
from newslint.config.field_spec import FieldSpec
from newslint.config.fields import Check, Schema
from newslint.config.fixable import unfixable_codes
from newslint.config.layers import Layers
from newslint.config.load import Layer, Override, preset_layer
from newslint.config.rule_options import rule_options, style_tables
from newslint.config.schemas.own import json_schemas
from newslint.config.selection import codes, selected
from newslint.config.settings import ActiveRule, House, Settings
from newslint.model.diagnostics import PRESETS, Severity
from newslint.model.errors import NewslintError
from newslint.model.faults import OwnSchemaMismatch
from newslint.rule import Rule, SiteRule
from newslint.text.pattern_cost import MOST_COST, cost
from newslint.text.vocabulary import Vocabulary


def resolve(site: Layers, overrides: Iterable[Override], ignored: Iterable[str] = ()) -> Settings:
    """Preset, then config, then the overrides in their order, then the command line.

    `ignored` are the rules that the command line ignores in these files.
    """
    config, command = site.config, site.command
    preset = command.preset or config.preset
    below = PRESETS[: PRESETS.index(preset) + 1]  # each has all of the one before
    presets = [preset_layer(name) for name in below]
    own: list[Layer] = [config, *overrides]
    layers = [*presets, *own]
    on = selected(site, preset, own, ignored)
    specs = _specs(layers)
    active = _active(site, layers, on)
    schema = _schema(site, specs, _own(own), _others(site, own, active))
    return Settings(
        rules=tuple(one for one in active if not isinstance(one.rule, SiteRule)),
        context=make_context(site.generator, specs, config, site.clock, site.root),
        schema=schema,
        limits=config.limits,
        selected=on,
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


def _house(site: Layers, layers: list[Layer]) -> House:
    config, command = site.config, site.command
    on = config.habits if command.habits is None else command.habits
    return House(
        site=site.folder,
        config=site.shown,
        habitual=_habitual(site, layers) if on else frozenset(),
        said_once=config.said_once and command.habits is not False,
    )


def _habitual(site: Layers, layers: list[Layer]) -> frozenset[str]:
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


def _encoding(site: Layers) -> str:
    named = site.command.from_encoding or site.config.from_encoding
    if not named:
        return ""
    from newslint.files.encodings import known_encoding

    return known_encoding(named)


def _active(site: Layers, layers: list[Layer], selected: frozenset[str]) -> tuple[ActiveRule, ...]:
    options = _options(site, layers)
    severity: dict[str, Severity] = {}
    for name, level in (item for layer in layers for item in layer.severity.items()):
        for code in codes(site, [name], f"{site.where}: [severity]"):
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
    rules, none = tuple(rules), Vocabulary()
    said = (getattr(rule.given, "vocabulary", none) for rule in rules)
    given = next((one for one in said if one != none), none)
    return rules if given == none else tuple(_with(given, rule) for rule in rules)


def _with(given: Vocabulary, active: ActiveRule) -> ActiveRule:
    """The rule, going by the vocabulary where it goes by one and was given none."""
    if "vocabulary" not in active.rule.option_names:
        return active
    options = active.options
    none = options.vocabulary == Vocabulary()
    return active._replace(given=options._replace(vocabulary=given)) if none else active


def _options(site: Layers, layers: list[Layer]) -> dict[str, dict[str, Any]]:
    """By rule, its options: those of `[style]` first, then those of the rule's own tables."""
    options = style_tables((layer.style for layer in layers), site.where)
    for name, table in (item for layer in layers for item in layer.rules.items()):
        if line := next(registry.renamed([name]), ""):
            raise NewslintError(f"{site.where}: [rules.{name}]: {line}, set in [style]")
        for code in codes(site, [name], f"{site.where}: [rules]"):
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


def _others(site: Layers, layers: list[Layer], active: tuple[ActiveRule, ...]) -> tuple[Check, ...]:
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
    site: Layers, specs: dict[str, FieldSpec], own: frozenset[str], others: tuple[Check, ...]
) -> Schema:
    schema = Schema(specs, own, others)
    patterns = [one for spec in specs.values() for one in spec.patterns]
    if patterns:
        from newslint.config.plain_fields import are_sound

        if sum(map(cost, patterns)) > MOST_COST:
            raise NewslintError(f"{site.where}: [fields]: the patterns are too long")
        if are_sound(specs.values()):
            return schema
        try:
            _ = schema.model  # a pattern that does not compile is a mistake in the config
        except Exception as error:
            reason = str(error).strip().splitlines()[-1].strip()
            raise NewslintError(f"{site.where}: [fields]: {reason}") from None
    return schema
