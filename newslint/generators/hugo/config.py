"""The part of a Hugo site's config that decides URLs, dates and terms.

Source: Hugo 0.168, config/allconfig; measured. Keys are case-insensitive. A theme's config is not
read: Hugo takes none of these settings from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from newslint.generators.hugo.globs import Permalinks, read_permalinks
from newslint.generators.hugo.slugs import lower_case
from newslint.model.records import NamedTuple

_CHAINS: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "publishdate", "lastmod"),
    "lastmod": (":git", "lastmod", "date", "publishdate"),
    "publishdate": ("publishdate", "date"),
    "expirydate": ("expirydate",),
}
CASCADED = frozenset(("slug", "title", "url", "sites", *_CHAINS))
"""Keys that decide where a page goes, whether it says them or is handed them down."""
_DECISIVE = CASCADED | {"draft", "published"}
"""The keys, beside those of dates, that URL and draft flag are made of."""

_OUTPUTS = """404 alias amp calendar css csv gotmpl html json markdown robots rss sitemap
sitemapindex webappmanifest"""
DATE_ALIASES: Mapping[str, tuple[str, ...]] = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}


class Language(NamedTuple):
    """What holds for the pages of one language. `prefix` is its folder in URLs, or empty.

    `off` are the kinds of page that the site does not make (`disableKinds`), `outputs` has the
    output formats of those kinds for which the config names them, all in lower case. `mere_terms`
    are the taxonomies whose key decides nothing else of a page.
    """

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
    off: frozenset[str] = frozenset()
    outputs: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    mere_terms: frozenset[str] = frozenset()


class Mount(NamedTuple):
    """A content folder: below the site's root, where it is in the content tree, its language."""

    folder: tuple[str, ...]
    at: tuple[str, ...]
    language: str


class SiteConfig(NamedTuple):
    """One site. `mounts` is None when its content is put together in a way not understood here.

    `raw_html`: HTML in Markdown is rendered (`markup.goldmark.renderer.unsafe`); `outputs` are the
    names (lower case) of the output formats. None where a theme may have a say in it. `future`,
    `expired` and `drafts`: pages whose date lies ahead, that have expired, or that are drafts, are
    built. `multihost`: each language has a host of its own. `themed`: some layouts and shortcodes
    come from a theme, a module or another folder than `layouts`. `cascade` is what the config hands
    down to pages, as it is written. `themes` are those that it names, by their folders.
    `own_formats` are the output formats of which the config says something; `own_map`: maps of the
    site may have another name than Hugo's own. `robots`: a robots.txt is made; `redirects`: so is a
    page that leads to the default language. `layouts` are the folders of all layouts, below the
    root; None where some come from elsewhere. The themes lie in `themes_in`. `reader` names
    what reads Markdown (`markup.defaultMarkdownHandler`), empty where languages differ in it.
    `aliases`: pages that lead from an alias are made.
    """

    root: Path | None
    languages: Mapping[str, Language]
    default: Language
    mounts: tuple[Mount, ...] | None
    raw_html: bool | None = None
    outputs: frozenset[str] | None = None
    future: bool = False
    expired: bool = False
    themed: bool = False
    cascade: Any = None
    multihost: bool = False
    drafts: bool = False
    themes: tuple[str, ...] = ()
    own_formats: frozenset[str] = frozenset()
    own_map: bool = False
    robots: bool = False
    redirects: bool = True
    layouts: tuple[str, ...] | None = None
    themes_in: str = "themes"
    reader: str = "goldmark"
    aliases: bool = True


def from_mapping(config: Mapping[str, Any], root: Path | None = None) -> SiteConfig:
    """The site that has this config. Raises ValueError for settings that Hugo refuses."""
    plain = lowered(config)
    table = _table(plain, "languages")
    off = {str(code).lower() for code in _strings(plain.get("disablelanguages"))}
    on = [code for code in table if code not in off and not _table(table, code).get("disabled")]
    first = _text(plain, "defaultcontentlanguage").lower() or "en"
    codes = sorted(on, key=lambda code: _weight(_table(table, code), code)) or [first]
    default = first if first in codes else codes[0]
    multihost = any("baseurl" in _table(table, code) for code in codes)
    in_folder = _flag(plain.get("defaultcontentlanguageinsubdir"))
    languages = {}
    for code in codes:
        folder = "" if multihost or (code == default and not in_folder) else code
        own = {**plain, **_table(table, code), "uglyurls": plain.get("uglyurls")}
        languages[code] = _language(code, folder, own)
    return SiteConfig(
        root,
        languages,
        languages[default],
        _mounts(plain, table, languages, default),
        _raw_html(plain, [_table(table, code) for code in codes]),
        _outputs(plain),
        _flag(plain.get("buildfuture")),
        _flag(plain.get("buildexpired")),
        names_theme(plain),
        plain.get("cascade"),
        multihost,
        _flag(plain.get("builddrafts")),
        tuple(map(str, _strings(plain.get("theme")))),
        frozenset(_table(plain, "outputformats")),
        "filename" in _table(plain, "sitemap"),
        _flag(plain.get("enablerobotstxt")),
        not any(_flag(plain.get(f"disabledefault{name}redirect")) for name in ("language", "site")),
        _layout_folders(plain),
        _themes_in(plain),
        _reader(plain, [_table(table, code) for code in codes]),
        not _flag(plain.get("disablealiases")),
    )


def _layout_folders(config: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The folders of the layouts, of the site and of its themes; None: not all are known."""
    module = _table(config, "module")
    own, themes = _parts(_text(config, "layoutdir") or "layouts"), _themes_in(config)
    names = tuple(map(str, _strings(config.get("theme"))))
    folders = ("/".join(own), *(f"{themes}/{name}/layouts" for name in names))
    if module.get("imports") or module.get("mounts") or _text(config, "layoutdir").startswith("/"):
        return None
    return None if any(".." in one.split("/") or not one for one in folders) else folders


def _themes_in(config: Mapping[str, Any]) -> str:
    """The folder of the themes; one outside the root is `..`."""
    folder = _text(config, "themesdir") or "themes"
    return ".." if folder.startswith("/") else "/".join(_parts(folder))


def names_theme(config: Mapping[str, Any]) -> bool:
    """True when a config (its keys in lower case) takes layouts from elsewhere."""
    module = _table(config, "module")
    mounts = [entry for entry in module.get("mounts") or () if isinstance(entry, dict)]
    elsewhere = any(_parts(str(entry.get("target", "")))[:1] == ("layouts",) for entry in mounts)
    named = any(config.get(key) for key in ("theme", "themesdir", "layoutdir"))
    return named or elsewhere or bool(module.get("imports"))


def _weight(language: Mapping[str, Any], code: str) -> tuple[bool, int, str]:
    weight = language.get("weight")
    number = weight if isinstance(weight, int) else 0
    return (number == 0, number, code)


def _language(code: str, prefix: str, config: Mapping[str, Any]) -> Language:
    ugly = config.get("uglyurls")
    taxonomies = config.get("taxonomies")
    if not isinstance(taxonomies, dict):
        taxonomies = {"category": "categories", "tag": "tags"}
    off = frozenset(str(kind).lower() for kind in _strings(config.get("disablekinds")))
    outputs = _table(config, "outputs")
    terms = {lower_case(str(name)) for name in taxonomies.values()}
    chains = _chains(_table(config, "frontmatter"))
    return Language(
        code=code,
        prefix=prefix,
        timezone=_text(config, "timezone"),
        taxonomies=tuple(sorted(terms)),
        permalinks=read_permalinks(config.get("permalinks")),
        lower=not _flag(config.get("disablepathtolower")),
        remove_accents=_flag(config.get("removepathaccents")),
        ugly=frozenset(filter(ugly.get, ugly)) if isinstance(ugly, dict) else _flag(ugly),
        chains=chains,
        has_terms="term" not in off,
        off=off,
        outputs={
            kind: tuple(str(name).lower() for name in _strings(names))
            for kind, names in outputs.items()
        },
        mere_terms=frozenset(terms.difference(_DECISIVE, *chains.values())),
    )


def _chains(config: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """For each date the keys that may hold it, in order; `:filename` and its like among them."""
    chains = {}
    for role, usual in _CHAINS.items():
        given = (lower_case(str(name)) for name in _strings(config.get(role)))
        names = [name for name in given if name] or list(usual)
        keys: dict[str, None] = {}
        for name in names:
            for key in usual if name == ":default" else (name,):
                keys |= dict.fromkeys((key, *DATE_ALIASES.get(key, ())))
        chains[role] = tuple(keys)
    return chains


def _raw_html(config: Mapping[str, Any], languages: list[Mapping[str, Any]]) -> bool | None:
    """What holds for all languages. A theme's markup counts only where `_merge` says so.

    The setting is Goldmark's alone. Up to Hugo 0.99 Blackfriday could read Markdown, which renders
    HTML unless its `skipHTML` says otherwise.
    """
    if "_merge" in config or "_merge" in _table(config, "markup"):
        return None
    reader = _reader(config, languages)
    if reader != "goldmark":
        return True if reader == "blackfriday" and not _has_blackfriday(config, languages) else None
    usual = _unsafe(config)
    said = {_flag(usual if own is None else own) for own in map(_unsafe, languages)}
    return said.pop() if len(said) == 1 else None


def _reader(config: Mapping[str, Any], languages: list[Mapping[str, Any]]) -> str:
    """The name of what reads Markdown in all languages; empty where they differ."""
    usual = _text(_table(config, "markup"), "defaultmarkdownhandler") or "goldmark"
    own = [_text(_table(one, "markup"), "defaultmarkdownhandler") or usual for one in languages]
    said = {name.lower() for name in own}
    return said.pop() if len(said) == 1 else ""


def _has_blackfriday(config: Mapping[str, Any], languages: list[Mapping[str, Any]]) -> bool:
    """True where a config says something of Blackfriday."""
    every = (config, *languages)
    return any(
        "blackfriday" in one or _table(_table(one, "markup"), "blackfriday") for one in every
    )


def _unsafe(config: Mapping[str, Any]) -> Any:
    return _table(_table(_table(config, "markup"), "goldmark"), "renderer").get("unsafe")


def _outputs(config: Mapping[str, Any]) -> frozenset[str] | None:
    """Hugo's own output formats and the site's; a theme may bring more."""
    if config.get("theme") or _table(config, "module").get("imports"):
        return None
    return frozenset(_OUTPUTS.split()).union(_table(config, "outputformats"))


def _mounts(
    config: Mapping[str, Any],
    table: Mapping[str, Any],
    languages: Mapping[str, Language],
    default: str,
) -> tuple[Mount, ...] | None:
    module = _table(config, "module").get("mounts")
    entries = module if isinstance(module, list) else []
    own = tuple(mount for mount in map(_mount, entries) if mount is not None)
    if own:
        content = sum(isinstance(entry, dict) and _is_content(entry) for entry in entries)
        known = all(mount.language in ("", *languages) for mount in own)
        return own if known and len(own) == content else None
    return _content_folders(config, table, languages, default)


def _content_folders(
    config: Mapping[str, Any],
    table: Mapping[str, Any],
    languages: Mapping[str, Language],
    default: str,
) -> tuple[Mount, ...]:
    """The content folder of each language that names one; the usual one is the default's, whoever
    else names it. Measured."""
    usual = _parts(_text(config, "contentdir") or "content")
    mounts: dict[tuple[str, ...], Mount] = {}
    for code in languages:
        folder = _parts(_text(_table(table, code), "contentdir")) or usual
        mounts.setdefault(folder, Mount(folder, (), default if folder == usual else code))
    return tuple(mounts.values())


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


def lowered(value: Any) -> Any:
    """The same config with all its keys in lower case."""
    if isinstance(value, Mapping):
        return {lower_case(str(key)): lowered(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [lowered(item) for item in value]
    return value


def _table(config: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = config.get(key)
    return value if isinstance(value, dict) else {}


def _text(config: Mapping[str, Any], key: str) -> str:
    value = config.get(key)
    return value if isinstance(value, str) else ""


def _flag(value: Any) -> bool:
    return value in (True, "true", "True", "TRUE", "1")


def _strings(value: Any) -> list[Any]:
    return value if isinstance(value, list) else str(value).split() if value else []
