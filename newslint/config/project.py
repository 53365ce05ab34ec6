"""Which config and which site hold for a folder; each is read once."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TypeVar

from newslint import generators
from newslint.config import load as config
from newslint.config.command_line import CommandLine
from newslint.config.own_code import is_allowed, keys_for_code
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.files.ask import Asked, remembered
from newslint.files.filter import FolderSettings
from newslint.generators.base import Generator
from newslint.model.errors import NewslintError
from newslint.model.records import replace


class Project:
    """Answers for every folder of a run which `Site` holds there.

    `config_file` (`--config`) holds everywhere; with `isolated` no config file is read. Raises
    NewslintError for a mistake in a config file. What lies below a site config that cannot be read
    is `generic`.
    """

    def __init__(
        self, command: CommandLine, *, config_file: Path | None = None, isolated: bool = False
    ) -> None:
        self.command = command
        self.config_file = config_file.absolute() if config_file else None
        self.isolated = isolated
        self.now = command.now or datetime.now(UTC)
        self._by_folder: dict[Path, Site] = {}
        self._by_text: dict[str, Site] = {}
        self._sites: dict[tuple[Path | None, str, Path | None], Site] = {}
        self._configs: dict[Path, tuple[config.Config, frozenset[str]]] = {}
        self._files: dict[Path, Path | None] = {}
        self._asked: dict[tuple[str, Path | None], Asked] = defaultdict(Asked)
        self._generators: dict[tuple[str, Path | None], Generator] = {}
        self._roots: dict[Path, tuple[generators.Recognised, Path] | None] = {}
        self._broken: dict[Path, generators.SiteConfigError] = {}

    def site(self, folder: Path) -> Site:
        """The site that an absolute folder belongs to."""
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._find(folder)
        return known

    def site_of(self, file: str) -> Site:
        """The site that an absolute path belongs to. Thousands of files have few folders."""
        folder = os.path.dirname(file)  # noqa: PTH120
        known = self._by_text.get(folder)
        if known is None:
            known = self._by_text[folder] = self.site(Path(folder))
        return known

    def settings_of(self, file: str, day: int | None) -> Settings:
        """The settings for an absolute path and the day of its article.

        Raises NewslintError for a mistake in the config.
        """
        site = self.site_of(file)
        return site.settings(Path(file) if site.varies else site.base, day)

    def folder(self, folder: Path) -> FolderSettings:
        """What decides which files of an absolute folder are checked."""
        site = self.site(folder)
        config = site.config
        added = frozenset(site.extension)
        command = self.command
        return FolderSettings(
            site.base,
            config.include,
            () if command.exclude else (*config.exclude, *config.extend_exclude),
            site.content(),
            added,
            (*command.exclude, *command.extend_exclude),
            config.respect_gitignore,
        )

    def assume(self, path: Path, made: config.Config, given: frozenset[str]) -> None:
        """Take this for the config file at an absolute path, whether one lies there or not."""
        self._files[path.parent] = path
        self._configs[path] = (made, given)

    def configs(self) -> tuple[config.Config, ...]:
        """The config files that were read so far."""
        return tuple(made for made, _ in self._configs.values())

    def broken(self, folders: Iterable[Path]) -> tuple[generators.SiteConfigError, ...]:
        """The site configs that cannot be read, of those that hold for absolute folders."""
        found = {}
        for folder in folders:
            self.site(folder)
            root = self._root(folder)
            if root is not None and root[1] in self._broken:
                found[root[1]] = self._broken[root[1]]
        return tuple(found.values())

    def _find(self, folder: Path) -> Site:
        path = self._config_file(folder)
        settings, given = self._config(path)
        found = self._root(folder)
        wanted = self.command.target or settings.target
        name = wanted or (found[0] if found else generators.UNKNOWN)
        root = found[1] if found and found[0] == name else None
        if root is not None and not self._reads(name, root):
            name, root = generators.UNKNOWN, None
        key = (path, name, root)
        if key not in self._sites:
            base = path.parent if path else (root or Path.cwd())
            made = self._generator(name, root)
            asked = self._asked[name, root]
            site = Site(
                settings, path, base, made, root, self.command, self.now, given, asked=asked
            )
            self._sites[key] = self._with_code(site)
        return self._sites[key]

    def _with_code(self, site: Site) -> Site:
        """The site with the rules of its own, where it names code and that was allowed."""
        asked = keys_for_code(site.config)
        if not asked or not is_allowed(site.base, typed=self.command.allow_code):
            return site
        config, codes = site.config, frozenset[str]()
        if config.rule_paths or config.plugins:
            from newslint.config.own_rules import load_rules

            try:
                codes = load_rules(config.rule_paths, config.plugins, site.base)
            except NewslintError as error:
                raise NewslintError(f"{site.where}: {error}") from None
        return replace(site, own_rules=codes, may_run=True)

    def withheld(self, folders: Iterable[Path]) -> dict[Path, tuple[str, ...]]:
        """The config files that hold for absolute folders and ask for code that was not allowed,
        each with the keys that do."""
        sites = [site for site in map(self.site, folders) if not site.may_run]
        found = ((site.config_file, keys_for_code(site.config)) for site in sites)
        return {path: keys for path, keys in found if path is not None and keys}

    def _config_file(self, folder: Path) -> Path | None:
        if self.isolated:
            return None
        if self.config_file is not None:
            return self.config_file
        return _nearest(folder, self._files, config.own_file)

    def _config(self, path: Path | None) -> tuple[config.Config, frozenset[str]]:
        if path is None:
            return config.Config(), frozenset()
        if path not in self._configs:
            self._configs[path] = config.load(path)
        return self._configs[path]

    def _root(self, folder: Path) -> tuple[str, Path] | None:
        found = _nearest(folder, self._roots, _recognised)
        if found is None:
            return None
        said, root = found
        around = self._root(root.parent) if said.weak and root.parent != root else None
        return around or (said.name, root)

    def _reads(self, name: str, root: Path) -> bool:
        """True when the site's own config can be read."""
        if root in self._broken:
            return False
        try:
            self._generator(name, root)
        except generators.SiteConfigError as error:
            self._broken[root] = error
            return False
        return True

    def _generator(self, name: str, root: Path | None) -> Generator:
        key = (name, root)
        if key not in self._generators:
            try:
                with remembered(self._asked[key]):
                    self._generators[key] = generators.load(name, root)
            except generators.SiteConfigError:
                raise
            except ValueError as error:
                raise NewslintError(str(error)) from None
        return self._generators[key]


_Found = TypeVar("_Found")


def _nearest(
    folder: Path, known: dict[Path, _Found | None], ask: Callable[[Path], _Found | None]
) -> _Found | None:
    """What the nearest folder upwards has that has something; each is asked once.

    A loop: a folder may lie deeper than Python calls functions.
    """
    asked: list[Path] = []
    found = None
    for place in chain((folder,), folder.parents):
        if place in known:
            found = known[place]
            break
        asked.append(place)
        found = ask(place)
        if found is not None:
            break
    known.update(dict.fromkeys(asked, found))
    return found


def _recognised(folder: Path) -> tuple[generators.Recognised, Path] | None:
    found = generators.recognise(folder)
    return None if found is None else (found, folder)
