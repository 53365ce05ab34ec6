"""Paths as typed -> the files to check.

An article that is named is taken as it is, and no other file. In a folder `include` decides;
without it the content folders of the site; without a site, and in a named folder that lies outside
its content folders, every content file that begins with front matter, so that a README is no
offence. Patterns are those of `.gitignore`. What is skipped is counted with its reason, so that a
run that checked nothing can say why.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newslint.files import ask
from newslint.files.filter import HIDDEN, OUTSIDE, FolderSettings, Rules, make_rules
from newslint.files.gitignore import (
    Lines,
    git_patterns,
    gitignore,
    ignored,
    repository_patterns,
    slashes,
    with_known,
)
from newslint.files.names import EXTENSIONS, suffix
from newslint.files.paths import Names, Paths
from newslint.files.read import describe
from newslint.model.errors import NewslintError
from newslint.model.records import NamedTuple, dataclass, field, replace

Content = tuple[Path, ...] | None


class Crash(NamedTuple):
    """A folder, or a named file, on which the search itself failed, and what it raised."""

    shown: str
    error: BaseException


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found: `files` sorted, as typed or below what was typed.

    `missing` are the paths that do not exist; `notices` are lines about folders that could not be
    read; `passed_over` are reasons with the number of files (a folder counts once), most first.
    `not_articles` are files that were named, by a path or by `include`, and are not taken.
    `crashed` are the folders, and named files, on which the search itself failed.
    """

    files: Sequence[Path]
    missing: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    passed_over: tuple[tuple[str, int], ...] = ()
    not_articles: tuple[str, ...] = ()
    crashed: tuple[Crash, ...] = ()

    @property
    def reasons(self) -> str:
        """Why files were skipped, in words: "2 excluded, 1 hidden"; empty for none."""
        return ", ".join(f"{count:,} {reason}" for reason, count in self.passed_over)


def discover(
    paths: Sequence[str | Path],
    settings: Callable[[Path], FolderSettings],
    *,
    force_exclude: bool = False,
) -> Discovery:
    """The files that the paths stand for. `settings` is asked for each absolute folder.

    Raises NewslintError for a pattern in the config that is none.
    """
    search = _searched(paths, settings, force_exclude=force_exclude)
    others = tuple(sorted(_distinct(search.not_articles)))
    if others:
        search.passed_over["not articles"] += len(others)
    return Discovery(
        Paths(Names(search.files)),
        tuple(search.missing),
        tuple(search.notices),
        tuple(search.passed_over.most_common()),
        others,
        tuple(search.crashed),
    )


def names_below(folders: Sequence[str], settings: Callable[[Path], FolderSettings]) -> list[str]:
    """The files that `discover` finds for folders, as text. Raises what that raises."""
    return _searched(folders, settings).files


def _searched(
    paths: Sequence[str | Path],
    settings: Callable[[Path], FolderSettings],
    *,
    force_exclude: bool = False,
) -> _Search:
    """What comes of a search, its files sorted."""
    search = _Search(settings)
    for given in paths:
        path = os.fspath(given)
        with search.contained(path):
            search.take(path, force_exclude=force_exclude)
    search.files = sorted(search.files if len(paths) == 1 else _distinct(search.files))
    return search


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to look through: absolute, as shown (with its slash), and what git ignores in it.

    `site`: the content folders of the site that the search takes no notice of, or None.
    """

    path: str
    prefix: str
    ignore: tuple[Lines, ...]
    repository: bool
    site: Content = None


@dataclass(slots=True)
class _Listing:
    """The names in a folder."""

    articles: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    git: set[str] = field(default_factory=set)

    def add_folder(self, name: str, *, also_article: bool) -> None:
        self.folders.append(name)
        if also_article:
            self.articles.append(name)  # reading it will say that it is a folder


@dataclass(slots=True)
class _Search:
    """What one discover() gathers."""

    settings: Callable[[Path], FolderSettings]
    files: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    not_articles: list[str] = field(default_factory=list)
    crashed: list[Crash] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    made: dict[FolderSettings, Rules] = field(default_factory=dict)

    def rules(self, folder: str, site: Content = None) -> Rules:
        """The rules of a folder; those of no site where its content folders are these."""
        settings = self.settings(Path(folder))
        if site is not None and settings.content == site:
            settings = replace(settings, content=None)
        if settings not in self.made:
            self.made[settings] = make_rules(settings)
        return self.made[settings]

    @contextmanager
    def contained(self, shown: str) -> Iterator[None]:
        """What raises inside costs this folder (or named file) only, and is said of it."""
        try:
            yield
        except (KeyboardInterrupt, NewslintError):
            raise
        except OSError as error:
            self.notices.append(f"{shown}: the folder cannot be read: {describe(error)}")
        except BaseException as error:  # a panic of Rust code is no Exception
            self.crashed.append(Crash(shown, error))

    def take(self, path: str, *, force_exclude: bool) -> None:
        """Take a file or a folder that was named."""
        ask.is_folder(os.path.abspath(path))  # noqa: PTH100  # so that it is remembered
        try:
            is_folder = stat.S_ISDIR(os.stat(path).st_mode)
        except OSError as error:
            # A link that leads nowhere is there, and reading it will say what is wrong with it.
            absent = isinstance(error, FileNotFoundError | NotADirectoryError)
            if absent and not os.path.lexists(path):
                self.missing.append(path)
                return
            is_folder = False
        if is_folder:
            self.walk(path)
        elif force_exclude and (reason := self.refusal(path)):
            self.passed_over[reason] += 1
        elif self.is_article(path):
            self.files.append(path)
        else:
            self.not_articles.append(path)

    def walk(self, shown: str) -> None:
        """Look through a folder that was named, whatever its own name is."""
        top = slashes(os.path.abspath(shown))  # noqa: PTH100
        if suffix(top) in EXTENSIONS:
            self.files.append(shown)
        prefix = "" if shown in (".", "./") else shown if shown.endswith("/") else shown + "/"
        rules = self.rules(top)
        if rules.exclude and rules.exclude.removes_folder(top):
            self.passed_over["excluded"] += 1
            return
        outside = rules.place(top) == "outside"  # who names such a folder wants it checked
        site = self.settings(Path(top)).content if outside else None
        ignore, repository = git_patterns(top) if rules.gitignore else ((), False)
        stack = [_Folder(top, prefix, ignore, repository, site)]
        while stack:
            folder = stack.pop()
            with self.contained(folder.prefix.rstrip("/") or "."):
                stack.extend(self.look(folder))

    def look(self, folder: _Folder) -> Iterator[_Folder]:
        """Take the articles of one folder; yield the folders below it that are to be walked."""
        rules = self.rules(folder.path, folder.site)
        place = rules.place(folder.path)
        if place == "outside":
            self.passed_over[OUTSIDE] += 1
            return
        listing = self.listing(folder, rules)
        folder = _entered(folder, listing.git, rules)
        if place == "inside":
            self.files += self.taken(folder, listing.articles, rules)
            self.not_articles += self.taken(folder, listing.wanted, rules)
        elif listing.articles:
            self.passed_over[OUTSIDE] += len(listing.articles)
        for name in listing.folders:
            path = f"{folder.path.rstrip('/')}/{name}"
            if rules.exclude and rules.exclude.folder(path):
                self.passed_over["excluded"] += 1
            elif folder.ignore and ignored(folder.ignore, path, folder=True):
                self.passed_over["ignored by git"] += 1
            else:
                prefix = f"{folder.prefix}{name}/"
                ignore = with_known(folder.ignore, path)
                yield _Folder(path, prefix, ignore, folder.repository, folder.site)

    def listing(self, folder: _Folder, rules: Rules) -> _Listing:
        """The names in a folder, without those that no pattern needs to be asked about."""
        found, suffixes = _Listing(), rules.suffixes
        skips = rules.skips(folder.path)
        for name, kind in ask.entries(folder.path, folder.prefix or "."):
            article = name[name.rfind(".") :].lower() in suffixes
            if name.startswith(HIDDEN):
                self.hidden(name, found, counts=article or kind == "folder")
            elif kind == "folder":
                if name in skips:
                    self.passed_over["in build folders"] += 1
                else:
                    found.add_folder(name, also_article=article and not rules.sniff)
            elif kind == "link" and ask.is_folder(f"{folder.path.rstrip('/')}/{name}"):
                self.link(folder, name, found, rules)
            elif article:
                found.articles.append(name)
            elif rules.wanted and suffix(name) in rules.wanted:
                found.wanted.append(name)
            else:
                self.passed_over["of another kind"] += 1
        return found

    def hidden(self, name: str, found: _Listing, *, counts: bool) -> None:
        if name in (".git", ".gitignore"):
            found.git.add(name)
        elif counts:
            self.passed_over["hidden"] += 1

    def link(self, folder: _Folder, name: str, found: _Listing, rules: Rules) -> None:
        """A link to a folder is not walked, so no loop can be; but for a content folder itself."""
        if rules.areas and f"{folder.path.rstrip('/')}/{name}" in rules.areas:
            found.folders.append(name)
        else:
            self.passed_over["symbolic links to folders"] += 1

    def is_article(self, shown: str) -> bool:
        """True for a name that ends as those of articles do, or as `extension` says there."""
        end = suffix(slashes(shown))
        if end in EXTENSIONS or not end:
            return bool(end)
        parent = os.path.dirname(os.path.abspath(shown))  # noqa: PTH100, PTH120
        return end in self.rules(slashes(parent)).suffixes

    def taken(self, folder: _Folder, names: list[str], rules: Rules) -> Iterable[str]:
        """The files to check, of those of a folder that are named like articles."""
        prefix = folder.prefix
        if not (rules.include or rules.exclude or rules.sniff or folder.ignore):
            return [prefix + name for name in names]
        kept = []
        for name in names:
            path = f"{folder.path.rstrip('/')}/{name}"
            if reason := rules.refusal(path, prefix + name, folder.ignore):
                self.passed_over[reason] += 1
            else:
                kept.append(prefix + name)
        return kept

    def refusal(self, shown: str) -> str:
        """Why a file that was named would be skipped in a walk; "" when it would not.

        `.gitignore` is not asked: git itself knows a file that it hands to a hook.
        """
        path = slashes(os.path.abspath(shown))  # noqa: PTH100
        parent = path.rpartition("/")[0] or "/"
        rules = self.rules(parent)
        if suffix(path) not in rules.suffixes:
            return "of another kind"
        if rules.place(parent) != "inside":
            return OUTSIDE
        parts = path.removeprefix(rules.base.rstrip("/") + "/").split("/")
        if any(part.startswith(HIDDEN) for part in parts):
            return "hidden"
        if rules.skips(parent) and rules.is_built(parts[:-1]):
            return "in build folders"
        if rules.exclude and rules.exclude.removes(path):
            return "excluded"
        return rules.refusal(path, shown, ())


def _entered(folder: _Folder, git: set[str], rules: Rules) -> _Folder:
    """The folder with its own `.gitignore`; a repository inside another knows only its own."""
    if not rules.gitignore:
        return replace(folder, ignore=())
    repository = folder.repository or ".git" in git
    ignore = repository_patterns(folder.path) if ".git" in git else folder.ignore
    if repository and ".gitignore" in git and (own := gitignore(folder.path)):
        ignore = (*ignore, own)
    return replace(folder, ignore=ignore, repository=repository)


def _distinct(files: list[str]) -> list[str]:
    """Each file once, by the first name that it was given."""
    return list({os.path.abspath(path): path for path in reversed(files)}.values())  # noqa: PTH100


__all__ = ["Discovery", "FolderSettings", "discover", "names_below"]
