"""Which rules are on: those of the preset or of `select`, and what each layer adds and ignores."""

from __future__ import annotations

from collections.abc import Iterable

from newslint import registry
from newslint.config.layers import Layers
from newslint.config.load import Layer
from newslint.model.diagnostics import PRESETS, Preset
from newslint.rule import Rule


def selected(
    site: Layers, preset: Preset, layers: list[Layer], ignored: Iterable[str]
) -> frozenset[str]:
    """The codes of the rules that are on. `layers` are the config and its overrides, `ignored`
    what the command line ignores in these files."""
    config, command, where = site.config, site.command, site.where
    if command.select:  # the layer above the files: it starts anew
        on = set(registry.select(command.select, "--select"))
    elif config.select:
        on = set(codes(site, config.select, where))
    else:
        on = {rule.code for rule in registry.all_rules() if _in_preset(rule, preset)}
    for layer in layers:
        more, less = (codes(site, s, where) for s in (layer.extend_select, layer.ignore))
        if not command.select:
            on = (on | more) - less
    on |= registry.select(command.extend_select, "--extend-select")
    on -= registry.select(command.ignore, "--ignore")
    on -= registry.select(ignored, "--per-file-ignores")
    if not (config.preview if command.preview is None else command.preview):
        on -= registry.in_preview()
    on |= {rule.code for rule in registry.all_rules() if rule.always}
    return frozenset(on) - (registry.added() - site.own_rules)


def codes(site: Layers, selectors: Iterable[str], where: str) -> frozenset[str]:
    """The codes that a config's selectors stand for. Where its own rules were not allowed to run,
    one that stands for none may be theirs."""
    if not site.may_run and (site.config.rule_paths or site.config.plugins):
        selectors = [one for one in selectors if registry.named(one)]
    return registry.select(selectors, where)


def _in_preset(rule: Rule, preset: Preset) -> bool:
    return PRESETS.index(rule.preset) <= PRESETS.index(preset)
