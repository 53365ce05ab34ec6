"""Path patterns with wildcards, matched without backtracking: no pattern takes long.

`**/` is any number of folders, none too, where `folders` says so; else `**` is any text. `*` is
text without a slash, `?` one character that is none, `{a,b}` one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newslint.text.regex import regex

_MOST = 64
"""Texts that the braces of one pattern may stand for."""

_BRACES = regex(r"\{([^{}]*)\}")
_TOKENS = regex(r"\*\*/?|[*?]|[^*?]+", re.DOTALL)


class Wildcards:
    """A pattern. Raises ValueError for one with other signs, or with too many braces."""

    __slots__ = ("_patterns",)

    def __init__(self, pattern: str, *, folders: bool = False) -> None:
        self._patterns = tuple(_tokens(text, folders) for text in _alternatives(pattern))

    def fits(self, path: str) -> bool:
        """True when the pattern stands for the whole path."""
        return any(_fits(tokens, path) for tokens in self._patterns)


@lru_cache(maxsize=256)
def wildcards(pattern: str, *, folders: bool = False) -> Wildcards | None:
    """The pattern; None for one that is not understood."""
    try:
        return Wildcards(pattern, folders=folders)
    except ValueError:
        return None


def _alternatives(pattern: str) -> list[str]:
    """The pattern for each choice of its braces, the inner ones first."""
    if set(pattern) & set("[]!\\"):
        raise ValueError("a path pattern that is not understood")
    texts = [pattern]
    while any(map(_BRACES.search, texts)):
        texts = [chosen for text in texts for chosen in _chosen(text)]
        if len(texts) > _MOST:
            raise ValueError("a path pattern with too many braces")
    if set("{}") & set("".join(texts)):
        raise ValueError("a path pattern that is not understood")
    return texts


def _chosen(text: str) -> list[str]:
    braces = _BRACES.search(text)
    if braces is None:
        return [text]
    return [text[: braces.start()] + own + text[braces.end() :] for own in braces[1].split(",")]


def _tokens(pattern: str, folders: bool) -> tuple[str, ...]:
    tokens = []
    for token in _TOKENS.findall(pattern):
        if token == "**/" and not folders:
            tokens += ["**", "/"]
        else:
            tokens.append("*" if token == "**" and folders else token)
    return tuple(tokens)


def _fits(tokens: Iterable[str], path: str) -> bool:
    ends = {0}
    for token in tokens:
        ends = _step(token, path, ends)
        if not ends:
            return False
    return len(path) in ends


def _step(token: str, path: str, starts: set[int]) -> set[int]:
    """Where the token may end in the path, for each place where it may start."""
    if token == "**":
        return set(range(min(starts), len(path) + 1))
    if token == "**/":
        first = min(starts)
        return starts | {at + 1 for at in range(first, len(path)) if path[at] == "/"}
    if token == "*":
        return set(_within_names(path, starts))
    if token == "?":
        return {at + 1 for at in starts if at < len(path) and path[at] != "/"}
    return {at + len(token) for at in starts if path.startswith(token, at)}


def _within_names(path: str, starts: set[int]) -> Iterable[int]:
    inside = False
    for at in range(min(starts), len(path) + 1):
        inside = inside or at in starts
        if inside:
            yield at
        inside = inside and path[at : at + 1] != "/"
