"""What would have to be typed again for another command to be about the same articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from newslint.config.options import OPTIONS, OUTPUT, Option, Options

LONGEST = 60
"""Characters of what is repeated; names of many files would fill the screen."""

NOT_AGAIN = frozenset({"fix", "jobs", "unsafe_fixes", "no_cache", "cache_dir", "watch"})
"""Options that do not change what is found."""


_SAFE = str.maketrans(dict.fromkeys("_@%+=:,./-", "a"))
"""What a shell takes as it is, as letters."""


def again(options: Options) -> str:
    """The options and paths, quoted for a shell; the paths alone, or nothing, where they are long.

    What a config says is not repeated, since it holds for every command.
    """
    paths = [] if options.paths == (".",) else list(options.paths)
    for words in ([*_options(options), *paths], paths):
        text = _quoted(words)
        if len(text) <= LONGEST:
            return text
    return ""


def _quoted(words: Sequence[str]) -> str:
    """The words for a shell; most need no quotes."""
    if all(word and word.isascii() and word.translate(_SAFE).isalnum() for word in words):
        return " ".join(words)
    import shlex

    return shlex.join(words)


def _options(options: Options) -> Iterator[str]:
    for option in OPTIONS:
        if option.name in options.typed - NOT_AGAIN and option.panel != OUTPUT:
            yield from _words(option, getattr(options, option.name))


def _words(option: Option, value: Any) -> Iterator[str]:
    if option.is_flag:
        yield option.long if value else option.negated
    elif option.name == "per_file_ignores":
        for pattern, codes in value:
            yield from (option.long, f"{pattern}:{','.join(codes)}")
    elif option.many:
        yield from (option.long, ",".join(value))
    else:
        yield from (option.long, value.isoformat() if isinstance(value, datetime) else str(value))
