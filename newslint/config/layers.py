"""The layers of which the settings of a site's articles are made, the lowest first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from newslint.config.command_line import CommandLine
from newslint.config.load import Config
from newslint.files.display import display
from newslint.files.names import EXTENSIONS
from newslint.generators.base import Generator
from newslint.model.clock import Clock
from newslint.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Layers:
    """What is said of a site's articles: preset, config and command line, and the site itself.

    `base` is the config file's folder. `given` are the keys that the config file says.
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

    @property
    def suffixes(self) -> frozenset[str]:
        """How the names of articles end here."""
        return EXTENSIONS | frozenset(self.extension)

    @property
    def extension(self) -> Mapping[str, str]:
        """How names end besides the usual ones -> what that stands for; the config's win."""
        own, given = self.generator.extension, self.config.extension
        return {**own, **given} if own else given
