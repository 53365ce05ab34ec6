"""The part of a Hugo site's config that decides URLs, dates and terms.

Source: Hugo 0.168, config/allconfig; measured. Keys are case-insensitive. A theme's config is not
read: Hugo takes none of these settings from it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.target.hugo_globs import Permalinks, read_permalinks
from newslint.text.slugs import lower_case

EXTENSIONS = ("toml", "yaml", "yml", "json")
STEMS = ("hugo", "config")

_CHAINS: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "publishdate", "lastmod"),
    "lastmod": (":git", "lastmod", "date", "publishdate"),
    "publishdate": ("publishdate", "date"),
    "expirydate": ("expirydate",),
}
DATE_ALIASES: Mapping[str, tuple[str, ...]] = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}


@dataclass(frozen=True, slots=True)
class Language:
    """What holds for the pages of one language. `prefix` is its folder in URLs, or empty."""

    code: str
    prefix: str
    timezone: str
    taxonomies: tuple[str, ...]
    permalinks: Permalinks | None
    lower: bool
    remove_accents: bool
    ugly: bool | frozenset[str]
    chains: Mapping[str, tuple[str, ...]]
    has_terms: bool


@dataclass(frozen=True, slots=True)
class Mount:
    """A content folder: below the site's root, where it is in the content tree, its language."""

    folder: tuple[str, ...]
    at: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """One site. `mounts` is None when its content is put together in a way not understood here."""

    root: Path | None
    languages: Mapping[str, Language]
    default: Language
    mounts: tuple[Mount, ...] | None


def read_site(root: Path) -> SiteConfig:
    """Read the config of the site in that folder.

    Raises ValueError, naming the file, when it cannot be read.
    """
    merged: dict[str, Any] = {}
    found = [root / f"{stem}.{ext}" for stem in STEMS for ext in EXTENSIONS]
    main = next((path for path in found if path.is_file()), None)
    if main is not None:
        _merge(merged, _load(main))
    for environment in ("_default", "production"):
        folder = root / "config" / environment
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix[1:] in EXTENSIONS and path.is_file():
                _merge(merged, _placed(path, _load(path)))
    return from_mapping(merged, root)


def from_mapping(config: Mapping[str, Any], root: Path | None = None) -> SiteConfig:
    """The site that has this config. Raises ValueError for settings that Hugo refuses."""
    plain = _lowered(config)
    table = _table(plain, "languages")
    codes = [code for code in table if not _table(table, code).get("disabled")] or ["en"]
    first = _text(plain, "defaultcontentlanguage").lower() or "en"
    default = first if first in codes else codes[0]
    multihost = any("baseurl" in _table(table, code) for code in codes)
    in_folder = bool(plain.get("defaultcontentlanguageinsubdir"))
    languages = {}
    for code in codes:
        folder = "" if multihost or (code == default and not in_folder) else code
        languages[code] = _language(code, folder, {**plain, **_table(table, code)})
    return SiteConfig(
        root, languages, languages[default], _mounts(plain, table, languages, default)
    )


def _language(code: str, prefix: str, config: Mapping[str, Any]) -> Language:
    ugly = config.get("uglyurls")
    taxonomies = config.get("taxonomies")
    if not isinstance(taxonomies, dict):
        taxonomies = {"category": "categories", "tag": "tags"}
    disabled = [str(kind).lower() for kind in _strings(config.get("disablekinds"))]
    return Language(
        code=code,
        prefix=prefix,
        timezone=_text(config, "timezone"),
        taxonomies=tuple(sorted({lower_case(str(name)) for name in taxonomies.values()})),
        permalinks=read_permalinks(config.get("permalinks")),
        lower=not config.get("disablepathtolower"),
        remove_accents=bool(config.get("removepathaccents")),
        ugly=frozenset(k for k, v in ugly.items() if v) if isinstance(ugly, dict) else bool(ugly),
        chains=_chains(_table(config, "frontmatter")),
        has_terms="term" not in disabled,
    )


def _chains(config: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """For each date the keys that may hold it, in order; `:filename` and its like among them."""
    chains = {}
    for role, usual in _CHAINS.items():
        names = [lower_case(str(name)) for name in _strings(config.get(role))] or list(usual)
        keys: dict[str, None] = {}
        for name in names:
            for key in usual if name == ":default" else (name,):
                keys |= dict.fromkeys((key, *DATE_ALIASES.get(key, ())))
        chains[role] = tuple(keys)
    return chains


def _mounts(
    config: Mapping[str, Any],
    table: Mapping[str, Any],
    languages: Mapping[str, Language],
    default: str,
) -> tuple[Mount, ...] | None:
    module = _table(config, "module").get("mounts")
    if isinstance(module, list):
        own = [entry for entry in map(_mount, module) if entry is not None]
        if own:
            known = all(mount.language in ("", *languages) for mount in own) and len(own) == sum(
                isinstance(entry, dict) and _is_content(entry) for entry in module
            )
            return tuple(own) if known else None
    usual = _text(config, "contentdir") or "content"
    mounts = []
    for code in languages:
        folder = _text(_table(table, code), "contentdir")
        if folder or code == default:
            mounts.append(Mount(_parts(folder or usual), (), code))
    return tuple(mounts)


def _is_content(entry: Mapping[str, Any]) -> bool:
    return _parts(str(entry.get("target", "")))[:1] == ("content",)


def _mount(entry: Any) -> Mount | None:
    """A content mount; of a kind that is not understood the language is `?`."""
    if not isinstance(entry, dict) or not _is_content(entry):
        return None
    language = str(entry.get("lang", "")).lower()
    if set(entry) - {"source", "target", "lang"}:
        language = "?"
    at = _parts(str(entry["target"]))[1:]
    return Mount(_parts(str(entry.get("source", ""))), at, language)


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.replace("\\", "/").split("/") if part not in ("", "."))


def _load(path: Path) -> dict[str, Any]:
    try:
        data = _reader(path.suffix[1:])(path.read_text(encoding="utf-8-sig"))
    except Exception as error:
        reason = " ".join(str(error).split())
        raise ValueError(f"{path}: cannot be read as the site's config: {reason}") from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ValueError(f"{path}: the site's config is not a table")
    return dict(_lowered(data))


def _reader(extension: str) -> Callable[[str], Any]:
    if extension == "toml":
        import tomllib

        return tomllib.loads
    if extension == "json":
        return json.loads
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return lambda text: yaml.load(text, Loader=loader)


def _placed(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """The config of one file in config/: `permalinks.toml` holds the key `permalinks`."""
    name, _, language = path.stem.lower().partition(".")
    if name in STEMS:
        return data
    if not language:
        return {name: data}
    inner = {name: data} if name in ("menu", "menus", "params") else data
    return {"languages": {language: inner}}


def _merge(into: dict[str, Any], other: Mapping[str, Any]) -> None:
    for key, value in other.items():
        mine = into.get(key)
        if isinstance(mine, dict) and isinstance(value, dict):
            _merge(mine, value)
        else:
            into[key] = value


def _lowered(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {lower_case(str(key)): _lowered(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_lowered(item) for item in value]
    return value


def _table(config: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = config.get(key)
    return value if isinstance(value, dict) else {}


def _text(config: Mapping[str, Any], key: str) -> str:
    value = config.get(key)
    return value if isinstance(value, str) else ""


def _strings(value: Any) -> list[Any]:
    return value if isinstance(value, list) else str(value).split() if value else []
