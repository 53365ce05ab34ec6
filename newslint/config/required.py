"""`required-version`: which versions of newslint a config is written for."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

from newslint.model.errors import NewslintError
from newslint.text.regex import regex

Release = tuple[int, ...]

_PART = regex(r"\s*(>=|<=|==|!=|~=|>|<)?\s*([0-9]{1,9}(?:\.[0-9]{1,9}){0,5})\s*", re.ASCII)
_SIGNS: dict[str, Callable[[Release, Release], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "!=": operator.ne,
}


def check_version(wanted: object, version: str, where: str) -> None:
    """Raises NewslintError where `version` is none of those wanted, and for what says none.

    `wanted` is one or several of `>=0.2`, `<1`, `~=0.2.1`, `==0.2.0` with commas between; a bare
    number means `==`. A development version counts as the release that it becomes.
    """
    if not isinstance(wanted, str):
        raise NewslintError(f'{where}: `required-version` must be a string: `">=0.2"`')
    have = _release(re.match(r"[0-9.]*", version)[0])  # type: ignore[index]
    for part in wanted.split(","):
        read = _PART.fullmatch(part)
        if read is None:
            raise NewslintError(
                f"{where}: `required-version`: `{part.strip()}` is not a version such as `>=0.2`"
            )
        if not _holds(read[1] or "==", have, _release(read[2])):
            raise NewslintError(
                f"{where}: requires newslint {wanted.strip()}, and this is {version}"
            )


def _holds(sign: str, have: Release, asked: Release) -> bool:
    if sign == "~=":  # PEP 440: at least that, and the same but for the last part
        kept = asked[:-1]
        return have[: len(kept)] == kept and _padded(have) >= _padded(asked)
    return _SIGNS[sign](_padded(have), _padded(asked))


def _padded(release: Release) -> Release:
    return (*release, *[0] * (6 - len(release)))


def _release(text: str) -> Release:
    return tuple(int(part) for part in text.split(".") if part)
