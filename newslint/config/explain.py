"""The settings that hold for an article, each with where it was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint import registry
from newslint.config.load import Config, Layer, files_of, kebab, preset_layer
from newslint.config.settings import ActiveRule, Settings
from newslint.config.site import Site
from newslint.files.display import display
from newslint.model.diagnostics import PRESETS
from newslint.model.records import NamedTuple, fields
from newslint.text.vocabulary import Vocabulary

TYPED, DEFAULT = "the command line", "the defaults"

Path_ = tuple[str, ...]

_OWN = frozenset(
    (
        *("fields", "rules", "severity", "style", "overrides", "per_file_ignores", "select"),
        *("extend", "ignore", "extend_select", "extension", "limits", "sources"),
    )
)
"""Keys of a config that are told in another way than by their value."""


class Setting(NamedTuple):
    """One setting: its place in newslint.toml, its value, and where that was said."""

    path: tuple[str, ...]
    value: Any
    source: str


class _Said(NamedTuple):
    """A layer with its name, as raw as it was written where that is known."""

    name: str
    layer: Layer


def settings_of(site: Site, path: Path, settings: Settings, day: int | None) -> list[Setting]:
    """All that holds for a file, in the order in which it is printed."""
    where = _sources(site.config_file)
    layers = [*_presets(site), _Said("", site.config), *_overrides(site, path, day)]
    found = [*_top(site, settings, where), *_selected(site, settings, layers)]
    found += _tables(site.config, where)
    found += _fields(settings, layers, where)
    found += _severities(settings, layers, where)
    rules = (*settings.rules, *settings.site_rules)
    distinct = {one.rule.code: one for one in rules}
    for _, active in sorted(distinct.items()):
        found += _options(active, layers, where)
    return found


def _sources(file: Path | None) -> dict[Path_, str]:
    """Where each key was said: in the file itself, or in one that it extends."""
    found: dict[Path_, str] = {}
    for path, data in files_of(file) if file else ():
        for key in _flat(data, ()):
            found[key] = display(path)
    return found


def _flat(data: Mapping[str, Any], above: Path_) -> Iterator[Path_]:
    for key, value in data.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from _flat(value, (*above, key))


def _presets(site: Site) -> list[_Said]:
    preset = site.command.preset or site.config.preset
    names = PRESETS[: PRESETS.index(preset) + 1]
    return [_Said(f"the preset {name}", preset_layer(name)) for name in names]


def _overrides(site: Site, path: Path, day: int | None) -> list[_Said]:
    """The overrides that hold, each by its number in the file."""
    holding = site.overrides(path, day)
    parts = site.config.parts
    name = display(site.config_file) if site.config_file else ""
    return [_Said(f"{name}, overrides {i + 1}", parts[i]) for i in holding if i < len(parts)]


def _top(site: Site, settings: Settings, where: Mapping[Path_, str]) -> Iterator[Setting]:
    command, config = site.command, site.config
    typed: dict[str, Any] = {
        name: value
        for name in (
            "preset",
            "target",
            "from_encoding",
            "habits",
            "preview",
            "fixable",
            "unfixable",
        )
        if (value := getattr(command, name))
    }
    if command.exclude or command.extend_exclude:
        typed["exclude"] = (*command.exclude, *command.extend_exclude)
    for one in fields(Config):
        if one.name in _OWN:
            continue
        key = kebab(one.name)
        value, source = getattr(config, one.name), where.get((key,), DEFAULT)
        if one.name in typed:
            value, source = typed[one.name], TYPED
        if one.name == "target" and value is None:
            value, source = site.generator.name, _told(site)
        if one.name == "timezone" and value is None and settings.context.timezone:
            value, source = settings.context.timezone, "the site's own config"
        yield Setting((key,), value, source)


def _told(site: Site) -> str:
    from newslint.generators import told_by

    return told_by(site.root) if site.root else DEFAULT


def _selected(site: Site, settings: Settings, layers: Iterable[_Said]) -> Iterator[Setting]:
    """The rules that are on, each with why."""
    config, command = site.config, site.command
    typed = _codes((*command.select, *command.extend_select))
    said = _codes(config.select)
    extended: dict[str, str] = {}
    file = display(site.config_file) if site.config_file else ""
    for name, layer in layers:
        extended.update(dict.fromkeys(_codes(layer.extend_select), name or file))
    for rule in registry.all_rules():
        if rule.code not in settings.selected:
            continue
        source = f"the preset {rule.preset}"
        if rule.always:
            source = "always"
        if rule.code in said:
            source = file
        source = TYPED if rule.code in typed else extended.get(rule.code, source)
        yield Setting(("select", rule.code), rule.name, source)


def _codes(selectors: Iterable[str]) -> frozenset[str]:
    return frozenset(code for one in selectors for code in registry.named(one))


def _tables(config: Config, where: Mapping[Path_, str]) -> Iterator[Setting]:
    for name in ("extension", "sources"):
        for key, value in getattr(config, name).items():
            yield Setting((name, key), value, where.get((name, key), DEFAULT))
    for one in fields(config.limits):
        key = ("limits", kebab(one.name))
        yield Setting(key, getattr(config.limits, one.name), where.get(key, DEFAULT))


def _fields(
    settings: Settings, layers: list[_Said], where: Mapping[Path_, str]
) -> Iterator[Setting]:
    for role, spec in settings.schema.specs.items():
        for one in fields(spec):
            value = getattr(spec, one.name)
            if value is None:
                continue
            key = ("fields", role, kebab(one.name))
            source = DEFAULT
            for name, layer in layers:
                own = layer.fields.get(role)
                if own is not None and getattr(own, one.name) is not None:
                    source = name or where.get(key, DEFAULT)
            yield Setting(key, value, source)


def _severities(
    settings: Settings, layers: list[_Said], where: Mapping[Path_, str]
) -> Iterator[Setting]:
    """The severities that were set; each rule has its own besides."""
    sources: dict[str, str] = {}
    for name, layer in layers:
        for selector in layer.severity:
            source = name or where.get(("severity", selector), DEFAULT)
            sources.update(dict.fromkeys(registry.named(selector), source))
    for active in sorted((*settings.rules, *settings.site_rules), key=lambda one: one.rule.code):
        if active.severity is not None:
            code = active.rule.code
            yield Setting(("severity", code), active.severity, sources.get(code, DEFAULT))


def _options(
    active: ActiveRule, layers: list[_Said], where: Mapping[Path_, str]
) -> Iterator[Setting]:
    """The options of a rule; one that is no value of TOML as it was written."""
    for name in active.rule.option_names:
        key, code = kebab(name), active.rule.code
        written = [("", None), *_written(active, key, layers, where)][-1]
        value = getattr(active.options, name)
        value = value if _is_plain(value) else written[1]
        if value is not None:
            yield Setting(("rules", code, key), value, written[0] or DEFAULT)


def _written(
    active: ActiveRule, key: str, layers: list[_Said], where: Mapping[Path_, str]
) -> Iterator[tuple[str, Any]]:
    """Where an option was said, with its value as it was written; the last one counts."""
    for label, layer in layers:
        if active.rule.style and key in layer.style:
            yield label or where.get(("style", key), DEFAULT), layer.style[key]
        for selector, table in layer.rules.items():
            if key in table and active.rule.code in registry.named(selector):
                yield label or where.get(("rules", selector, key), DEFAULT), table[key]


def _is_plain(value: object) -> bool:
    if isinstance(value, Vocabulary):
        return False
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(one) for key, one in value.items())
    return isinstance(value, str | int | float | bool)
