"""The place of a file in a tree of pages, in which a generator keeps one file of each place."""

from __future__ import annotations

from newslint.model.records import NamedTuple


class Node(NamedTuple):
    """The place of a file: files with one `key` have one place.

    `kind` is a letter for the way in which the file has the place, empty where that is not known.
    `hidden_by` are the kinds of a draft, or of a page that lies ahead or has expired, for which the
    generator drops this file as well, `beaten_by` those of a file that counts before this one.
    `order`: of two files of one kind in one folder the lower one counts. `elsewhere`: the file is
    kept in the tree, and no page is written of it that others could be written over.
    """

    key: str
    kind: str = ""
    hidden_by: str = ""
    beaten_by: str = ""
    order: str = ""
    elsewhere: bool = False


class Placed(NamedTuple):
    """A file with its path, below the site's root. `kept`: it is no draft and its time is now."""

    path: str
    node: Node
    kept: bool


def is_dropped(one: Placed, other: Placed) -> bool:
    """True for a file that is certainly lost for another one of the same place.

    Of folders that differ in case, or in blanks and hyphens, the last one by its letters counts,
    and what is not kept in one of them hides what is in the other, but for the page of a folder.
    """
    kind, rival = one.node.kind, other.node.kind
    if not kind or not rival:
        return False
    here, there = (_folders(path) for path in (one.path, other.path))
    apart = next(((a, b) for a, b in zip(here, there, strict=False) if a != b), None)
    if apart is None:
        if kind == rival:
            return other.node.order < one.node.order
        return rival in (one.node.beaten_by if other.kept else one.node.hidden_by)
    if _folded(apart[0]) != _folded(apart[1]):
        return False  # two folders that stand for one in another way
    is_last = apart[1] > apart[0] if kind.isupper() == rival.isupper() else rival.isupper()
    return is_last or (not other.kept and rival not in "iI")


def _folded(folder: str) -> str:
    return folder.lower().replace(" ", "-")


def _folders(path: str) -> list[str]:
    return path.split("/")[:-1]
