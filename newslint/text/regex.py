"""Regular expressions that are compiled when they are first used.

Most runs need few of the patterns that the modules have, and compiling all of them takes longer
than to check a file.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_FACTS = ("pattern", "flags", "groups", "groupindex")


class _Later:
    """Has the attributes of the pattern as its own, once one of them was asked for."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(f"a pattern has no attribute {name!r}")
        made = re.compile(self._text, self._flags)
        self.__dict__.update({one: getattr(made, one) for one in (*_METHODS, *_FACTS)})
        return getattr(made, name)


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern with its methods and attributes. It is not for functions of `re`."""
    return cast("re.Pattern[AnyStr]", _Later(text, flags))
