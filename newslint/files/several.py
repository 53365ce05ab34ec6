"""Patterns of several folders as one: those of a config, and those that were typed."""

from __future__ import annotations

from newslint.files.gitignore import Patterns


class Several:
    """What any of them says. The questions are those of `Patterns`."""

    __slots__ = ("_lists",)

    def __init__(self, *lists: Patterns) -> None:
        self._lists = lists

    def file(self, path: str) -> bool:
        """True when a pattern names a file."""
        return any(one.file(path) for one in self._lists)

    def folder(self, path: str) -> bool:
        """True when a pattern names a folder."""
        return any(one.folder(path) for one in self._lists)

    def removes(self, path: str) -> bool:
        """True when a pattern names a file or one of the folders that it is in."""
        return any(one.removes(path) for one in self._lists)

    def removes_folder(self, path: str) -> bool:
        """True when a pattern names a folder or one that it is in."""
        return any(one.removes_folder(path) for one in self._lists)
