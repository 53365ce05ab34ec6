"""Where a content file lies in the site's tree, as Hugo reads its path.

Source: Hugo 0.168, common/paths; measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from newslint.files import ask
from newslint.files.setup import read_setup
from newslint.generators.hugo.casts import to_string
from newslint.generators.hugo.config import Language, Mount, SiteConfig
from newslint.generators.hugo.scalars import hugo_kind
from newslint.generators.hugo.slugs import lower_case
from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Scalar

CONTENT = frozenset(
    {
        "ad",
        "adoc",
        "asciidoc",
        "htm",
        "html",
        "markdown",
        "md",
        "mdown",
        "org",
        "pandoc",
        "pdc",
        "rst",
    }
)
"""The extensions (lower case) of files that become pages."""


class ContentPath(NamedTuple):
    """A content file. `folders` and `name` are as on the disk; `name` has no extension.

    A bundle (`index.md`) takes its name from its folder, which then is the last of `folders`.
    """

    language: Language
    form: Literal["page", "bundle", "branch"]
    folders: tuple[str, ...]
    name: str

    @property
    def own(self) -> str:
        """The name that the page goes by: its file's, or its folder's; empty for the home page."""
        return self.name if self.form == "page" else "".join(self.folders[-1:])

    @property
    def container(self) -> tuple[str, ...]:
        """The folders above what the page goes by."""
        return self.folders if self.form == "page" else self.folders[:-1]

    @property
    def base(self) -> str:
        """The page's path in the tree: lower case, no extension, a leading slash."""
        parts = (*self.folders, self.name) if self.form == "page" else self.folders
        return normal("/" + "/".join(parts))


def normal(text: str) -> str:
    """A path as Hugo files it: lower case, each space a hyphen."""
    return lower_case(text).replace(" ", "-")


class _Last:
    """The last file that was asked for: what is asked of one article asks for its place again."""

    known: tuple[str, SiteConfig, ContentPath | None] | None = None


def parse_path(path: str, site: SiteConfig) -> ContentPath | None:
    """The place of a file, given below the site's root; None when it is none that is understood."""
    known = _Last.known
    if known is None or known[0] != path or known[1] is not site:
        known = _Last.known = path, site, _place(path, site)
    return known[2]


def _place(path: str, site: SiteConfig) -> ContentPath | None:
    parts = tuple([part for part in path.split("/") if part not in ("", ".")])
    mount = _mount_of(parts, site)
    if mount is None or not parts:
        return None
    name, dot, extension = parts[-1].rpartition(".")
    if not dot or not name or name[0] == "." or extension.lower() not in CONTENT or "._" in name:
        return None
    language = site.languages.get(mount.language, site.default)
    stem, dot, code = name.rpartition(".")
    if dot and code.lower() in site.languages:
        name, language = stem, site.languages[code.lower()]
    folders = (*mount.at, *parts[len(mount.folder) : -1])
    lowered = name.lower()
    if lowered == "_index":
        return ContentPath(language, "branch", folders, name)
    if lowered == "index":
        return ContentPath(language, "bundle", folders, name) if folders else None
    return ContentPath(language, "page", folders, name)


def _mount_of(parts: tuple[str, ...], site: SiteConfig) -> Mount | None:
    if site.mounts is None or ".." in parts:
        return None
    nearest: Mount | None = None
    for mount in site.mounts:
        depth = len(mount.folder)
        if parts[:depth] == mount.folder and (nearest is None or depth > len(nearest.folder)):
            nearest = mount
    return nearest


def section_slug(site: SiteConfig, folders: tuple[str, ...], language: str) -> str | None:
    """The `slug` of the `_index` file of a folder, as written: empty when the file names none.

    None when there is no such file, or no disk to look at. Case and blanks count for nothing.
    """
    if site.root is None or site.mounts is None or ".." in folders:
        return None
    terms = bool(folders) and normal(folders[0]) in site.default.taxonomies
    place = tuple([normal(folder) for folder in folders])
    return _section_slug(site.root, site.mounts, site.default.code, place, (language, terms))


def section_form(site: SiteConfig, folders: tuple[str, ...]) -> str | None:
    """The form in which Hugo has the first of these folders, of those on the disk that are one in
    the tree: that of the `_index` file, else of its first page. None where that is not known, or a
    folder below it has several forms, too.
    """
    if site.root is None or site.mounts is None or ".." in folders:
        return folders[0]
    place = tuple([normal(folder) for folder in folders])
    for depth in range(2, len(place) + 1):
        if len(_forms(site.root, site.mounts, place[:depth])) > 1:
            return None
    forms = _forms(site.root, site.mounts, place[:1])
    return _first_form(site.root, site.mounts, place[:1]) if len(forms) > 1 else folders[0]


@ask.once
def _forms(root: Path, mounts: tuple[Mount, ...], folders: tuple[str, ...]) -> frozenset[str]:
    several = (_folders(root, mount, folders, False) for mount in mounts)
    return frozenset(folder.name for found in several for folder in found)


@ask.once
def _first_form(root: Path, mounts: tuple[Mount, ...], folders: tuple[str, ...]) -> str | None:
    several = (_folders(root, mount, folders, False) for mount in mounts)
    try:
        firsts = sorted((_first_page(one), one.name) for found in several for one in found)
    except OSError:
        return None
    if len(firsts) > _MOST_FORMS or not firsts[0][0]:
        return None
    same = {name for page, name in firsts if page == firsts[0][0]}
    return same.pop() if len(same) == 1 else None


_MOST_FORMS = 8
_NONE = "\U0010ffff"
"""What stands after every page."""


def _first_page(folder: Path, depth: int = 0) -> str:
    """The place of the first page in a folder, below it; a folder's own is before all others."""
    if depth > _DEEPEST:
        return ""
    return min((_page(folder, name, depth) for name in ask.names(folder)), default=_NONE)


def _page(folder: Path, name: str, depth: int) -> str:
    """The place of the first page that something in a folder is, or has in it."""
    stem, dot, extension = normal(name).rpartition(".")
    if dot and extension in CONTENT:
        own = stem.split(".")[0] if stem.startswith(("index.", "_index.")) else stem
        return " " if own in ("index", "_index") else stem
    if not ask.is_folder(folder / name):
        return _NONE
    inner = _first_page(folder / name, depth + 1)
    return f"{normal(name)}/{inner}" if inner != _NONE else _NONE


_DEEPEST = 6


@ask.once
def _section_slug(
    root: Path,
    mounts: tuple[Mount, ...],
    default: str,
    folders: tuple[str, ...],
    wanted: tuple[str, bool],
) -> str | None:
    language, terms = wanted
    for mount in mounts:
        found = _folders(root, mount, folders, terms)
        own = language == (mount.language or default)
        for name in (f"_index.{language}", *(("_index",) if own else ())):
            slugs = (_index_slug(folder, name) for folder in reversed(found))
            if (slug := next((one for one in slugs if one is not None), None)) is not None:
                return slug
    return None


@ask.once
def _folders(root: Path, mount: Mount, folders: tuple[str, ...], terms: bool) -> tuple[Path, ...]:
    """The folders on the disk that are this one in the tree, of which the last one counts first."""
    at = tuple(map(normal, mount.at))
    if len(folders) <= len(at):
        here = root.joinpath(*mount.folder)
        return (here,) if folders == at and ask.is_folder(here) else ()
    return tuple(
        [
            parent / name
            for parent in _folders(root, mount, folders[:-1], terms)
            for name in _alike(parent, folders[-1], terms and len(folders) > 1)
        ]
    )


def _alike(parent: Path, name: str, terms: bool) -> Sequence[str]:
    """The names of the folders in a folder that are this one in the tree.

    Terms have few folders, if any, and are many: these are listed once.
    """
    try:
        return _by_name(parent).get(name, ()) if terms else ask.folders_like(parent, name)
    except OSError:
        return ()


@ask.once
def _by_name(parent: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in ask.folders(parent, "links"):
        found.setdefault(normal(name), []).append(name)
    return found


@ask.once
def _index_slug(folder: Path, name: str) -> str | None:
    for extension in ("md", "html", "markdown", "org", "adoc"):
        path = folder / f"{name}.{extension}"
        if ask.is_file(path):
            return _slug_in(read_setup(path).text[:16_384])
    return None


def _slug_in(text: str) -> str:
    """The top-level `slug` in the first lines of a file, as Hugo reads it."""
    start = text.lstrip()[:3]
    if start not in ("---", "+++"):
        return ""
    sign = ":" if start == "---" else "="
    for line in text.lstrip()[3:].split(f"\n{start}", 1)[0].split("\n"):
        key, found, value = line.partition(sign)
        if found and key.rstrip().strip("'\"").lower() == "slug" and key[:1] not in (" ", "\t"):
            return _scalar_text(value.strip()[:500])
    return ""


def _scalar_text(value: str) -> str:
    import yaml

    try:
        found = yaml.compose(f"- {value}", Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return ""
    node = found.value[0] if isinstance(found, yaml.SequenceNode) else None
    if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
        return ""
    kind = "string" if node.style else hugo_kind(node.value)
    return to_string(Scalar(Span(0, 0), node.value, kind, "plain"))
