"""Which files of a folder are articles to check: settings of a folder, made ready for a walk."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from newslint.files import ask
from newslint.files.gitignore import (
    Lines,
    Patterns,
    config_patterns,
    ignored,
    literal_folder,
    slashes,
)
from newslint.files.names import EXTENSIONS, suffix
from newslint.files.read import BOM, OPEN_FLAGS
from newslint.files.several import Several
from newslint.model.records import dataclass

BUILD_FOLDERS = frozenset(
    ("_book", "_site", "bower_components", "build", "dist", "node_modules", "public", "vendor")
)
"""What generators write and package managers fetch: never the source of an article. Inside a
site's content folder they are sections like any other (measured with Hugo 0.168)."""

SITE_FOLDERS = frozenset(("archetypes", "resources", "themes"))
"""In a recognised site: templates of articles, a cache, and the example articles of others."""

HIDDEN = (".", "#")
"""How names begin that Hugo skips, and that editors give to files of their own."""

OUTSIDE = "outside the content folders"


@dataclass(frozen=True, slots=True)
class FolderSettings:
    """What holds for the files of a folder.

    `include` and `exclude` are patterns relative to `base`, the folder of the config. `content`
    are the content folders of the site, None where no site is recognised. All paths are absolute.
    `extension` are the suffixes that the config adds to those of articles. `typed` are patterns of
    the command line of what is not checked, relative to the current folder. `gitignore`: what git
    ignores is not checked.
    """

    base: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    content: tuple[Path, ...] | None = None
    extension: frozenset[str] = frozenset()
    typed: tuple[str, ...] = ()
    gitignore: bool = True


def has_front_matter(path: str) -> bool:
    """True for a file that begins as front matter does, and for one that cannot be opened.

    64 bytes are read; blanks, a BOM and UTF-16 are seen through.
    """
    try:
        handle = os.open(path, OPEN_FLAGS)
    except OSError:
        return True
    try:
        start = os.read(handle, 64)
    except OSError:
        return True
    finally:
        os.close(handle)
    for mark in (BOM, b"\xff\xfe", b"\xfe\xff"):
        start = start.removeprefix(mark)
    start = start.replace(b"\0", b"").lstrip()
    return start.startswith((b"---", b"+++")) or (
        start[:1] == b"{" and start[1:].lstrip()[:1] in (b'"', b"}")
    )


@ask.question
def _may_be_article(path: str, way: str) -> bool:
    """As `has_front_matter`; `way` is how the file is reached from the current folder."""
    return has_front_matter(way or path)


@dataclass(frozen=True, slots=True)
class Rules:
    """FolderSettings made ready. `areas`: the only folders to look in; None: anywhere.

    `suffixes` are those of articles, `wanted` others that `include` names all the same.
    """

    base: str
    areas: tuple[str, ...] | None
    include: Patterns | None
    exclude: Several | None
    suffixes: frozenset[str]
    wanted: frozenset[str]
    skipped: frozenset[str]
    content: tuple[str, ...]
    sniff: bool
    gitignore: bool

    def place(self, folder: str) -> str:
        """Where an absolute folder lies: "inside" an area, "above" one, or "outside"."""
        if self.areas is None or _in_any(folder, self.areas):
            return "inside"
        return "above" if any(within(area, folder) for area in self.areas) else "outside"

    def skips(self, folder: str) -> frozenset[str]:
        """Names of folders that are skipped in a folder: none where the articles are."""
        anywhere = self.areas is None and not _in_any(folder, self.content)
        return _without_sources(self.skipped, folder) if anywhere else frozenset()

    def is_built(self, folders: Sequence[str]) -> bool:
        """True where one of these folders, each in the one before, is skipped below the base."""
        above = self.base.rstrip("/")
        for name in folders:
            if name in self.skips(above or "/"):
                return True
            above = f"{above}/{name}"
        return False

    def refusal(self, path: str, shown: str, ignore: Sequence[Lines]) -> str:
        """Why a file in a folder that is looked through is skipped; "" when it is not."""
        if self.exclude and self.exclude.file(path):
            return "excluded"
        if self.include and not self.include.covers(path):
            return "not included"
        if ignored(ignore, path, folder=False):
            return "ignored by git"
        return "without front matter" if self.sniff and not _may_be_article(path, shown) else ""


def _without_sources(names: frozenset[str], folder: str | Path) -> frozenset[str]:
    """Names of skipped folders, without those that hold articles in this folder.

    Qiita's own program keeps articles in `public`, beside the `qiita.config.json` that it makes.
    """
    if ask.is_file(os.path.join(folder, "qiita.config.json")):  # noqa: PTH118
        return names - {"public"}
    return names


def make_rules(settings: FolderSettings) -> Rules:
    """The settings with patterns compiled. Raises NewslintError for a pattern that is none."""
    areas: tuple[str, ...] | None = None
    articles = EXTENSIONS | settings.extension
    content = tuple(slashes(folder) for folder in settings.content or ())
    if settings.include:
        folders = [literal_folder(line) for line in settings.include if line[:1] != "!"]
        if all(folders):
            areas = tuple(f"{slashes(settings.base).rstrip('/')}/{name}" for name in folders)
    elif settings.content is not None:
        areas = content
    return Rules(
        base=slashes(settings.base),
        areas=areas,
        include=config_patterns(settings.base, "include", settings.include),
        exclude=_excluded(settings),
        suffixes=articles,
        wanted=frozenset(map(suffix, settings.include)) - articles - {""},
        skipped=BUILD_FOLDERS if settings.content is None else BUILD_FOLDERS | SITE_FOLDERS,
        content=content,
        sniff=not settings.include and settings.content is None,
        gitignore=settings.gitignore,
    )


def _excluded(settings: FolderSettings) -> Several | None:
    own = config_patterns(settings.base, "exclude", settings.exclude)
    typed = config_patterns(Path.cwd(), "--exclude", settings.typed)
    lists = [one for one in (own, typed) if one is not None]
    return Several(*lists) if lists else None


def _in_any(path: str, folders: tuple[str, ...]) -> bool:
    return any(within(path, folder) for folder in folders)


def within(path: str, folder: str) -> bool:
    """True when a path is a folder or lies in it."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")
