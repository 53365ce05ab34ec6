"""A folder's config, generator and site, and which settings hold for each file below it."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from newslint.config.layers import Layers
from newslint.config.load import Override
from newslint.config.resolve import resolve
from newslint.config.settings import Settings
from newslint.files.ask import Asked, remembered
from newslint.files.display import below
from newslint.files.gitignore import Patterns, config_patterns, slashes
from newslint.files.names import suffix
from newslint.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Site(Layers):
    """A folder's config, its generator and the site's root; makes Settings for the paths below.

    Override patterns are relative to `base`, the config file's folder. `asked` is what was asked
    of other files for this generator and root.
    """

    made: dict[tuple[int, ...], Settings] = field(default_factory=dict, repr=False)
    patterns: list[Patterns | None] = field(default_factory=list, repr=False)
    asked: Asked = field(default_factory=Asked, repr=False)

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

    def settings(self, path: str | Path, day: int | None = None) -> Settings:
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

    def relative(self, path: str | Path) -> str:
        """The path below the site's root (or the config's folder), with forward slashes.

        A suffix that the generator or `extension` adds is written as what it stands for.
        """
        shown = self._below(path)
        end = suffix(shown) if self.extension else ""
        meant = self.extension.get(end, end)
        return shown if meant == end else shown[: -len(end)] + meant

    def _below(self, path: str | Path) -> str:
        for base in (self.root, self.base):
            place = None if base is None else below(path, base)
            if place is not None:
                return place
        return slashes(path)

    def overrides(self, path: str | Path, day: int | None) -> tuple[int, ...]:
        """The indexes of those that hold, of the config's and then of those that were typed."""
        parts, typed = self.config.parts, self.command.per_file_ignores
        if not self.patterns:
            paths = (override.paths for override in parts)
            self.patterns.extend(config_patterns(self.base, "overrides", lines) for lines in paths)
            here, option = Path.cwd(), "--per-file-ignores"
            self.patterns.extend(config_patterns(here, option, (one,)) for one, _ in typed)
        place, inside = slashes(path), below(path, self.base) is not None
        own = (i for i, one in enumerate(parts) if inside and _is_before(one, day))
        fitting = (*own, *range(len(parts), len(self.patterns)))
        patterns = ((i, self.patterns[i]) for i in fitting)
        return tuple(i for i, one in patterns if one is None or one.covers(place))


def _is_before(override: Override, day: int | None) -> bool:
    """True for an override that asks for no date, and for an article from before its day."""
    if override.before is None:
        return True
    return day is not None and day < override.before.toordinal()
