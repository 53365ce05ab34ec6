"""Problems that were accepted: one JSON file that says which, and what is left without them.

A problem is known by file, rule, field and a digest of the value that it is about: where in the
file it stands is no matter, so moved lines change nothing, and a value that changed is new. Each is
a line of its own and the lines are sorted, so that two branches that accept other problems merge;
the last line is there so that every other one ends alike (`merge=union` in .gitattributes gives a
valid file, too).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint.files import ask
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.errors import NewslintError
from newslint.model.limits import Limits
from newslint.model.records import NamedTuple

DEFAULT = "newslint-baseline.json"

NEVER = frozenset(("rule-crashed", "unreadable", "fix-refused"))
"""Rules of which nothing is accepted: what they say is about a run, not about an article."""

_MARK = "newslint-baseline"
_VERSION = 1
_FIELD = 60
_LIMITS = Limits(max_bytes=64 * 1024 * 1024)


class Key(NamedTuple):
    """What a problem is known by. `file` is below the folder of the baseline, with slashes."""

    file: str
    code: str
    field: str
    digest: str


Accepted = Counter[Key]
"""How often each problem is accepted: a list may have the same wrong item twice."""


def file_in(base: Path, shown: str) -> str:
    """A file that a report names, as a baseline in the folder `base` names it."""
    path = os.path.abspath(shown)  # noqa: PTH100
    return os.path.relpath(path, base).replace(os.sep, "/")


def key_of(one: Diagnostic, file: str) -> Key | None:
    """What a problem is known by; None for one that cannot be accepted."""
    if one.fixed or one.name in NEVER:
        return None
    return Key(file, one.code, one.field[:_FIELD], one.digest)


def without(result: FileResult, file: str, accepted: Accepted, used: Accepted) -> FileResult:
    """The result without what is accepted; that is added to `used`."""
    kept, here = [], Counter[Key]()
    for one in result.diagnostics:
        key = key_of(one, file)
        if key is not None and here[key] < accepted[key]:
            here[key] += 1
        else:
            kept.append(one)
    used.update(here)
    return result._replace(diagnostics=tuple(kept)) if here else result


def counted(diagnostics: Iterable[Diagnostic], file: str) -> Accepted:
    """All problems of a file that may be accepted."""
    keys = (key_of(one, file) for one in diagnostics)
    return Counter(key for key in keys if key is not None)


def written(accepted: Mapping[Key, int]) -> str:
    """The text of a baseline."""
    lines = [f'{{"{_MARK}": {_VERSION}, "problems": [']
    for key, count in sorted(accepted.items()):
        if count > 0:
            lines.append(f"{_json([*key, count] if count > 1 else list(key))},")
    return "\n".join([*lines, "null]}\n"])


def _json(value: Any) -> str:
    """On one line, as people read it; what UTF-8 cannot hold is escaped."""
    import json  # most runs have no baseline

    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text if text.isprintable() else json.dumps(value)


def read_baseline(path: Path) -> Accepted:
    """The problems that a baseline accepts. Raises NewslintError, one line, for what is none."""
    import json

    data = ask.content(path, _LIMITS)
    if not isinstance(data, bytes):
        raise NewslintError(f"{path}: cannot be read: {data.what}")
    try:
        text = data.decode("utf-8-sig")
        if any(line.startswith(("<<<<<<< ", ">>>>>>> ")) for line in text.splitlines()):
            raise NewslintError(
                f"{path}: has conflict markers of git; keep the lines of both sides, "
                "or run `newslint baseline` again"
            )
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NewslintError(f"{path}: is not a baseline of newslint: not valid JSON") from None
    return _problems(found, path)


def _shown(entry: object) -> str:
    import json

    return json.dumps(entry)[:60]


def _problems(found: object, path: Path) -> Accepted:
    if not isinstance(found, dict) or not isinstance(found.get("problems"), list):
        raise NewslintError(f"{path}: is not a baseline of newslint")
    if found.get(_MARK) != _VERSION:
        raise NewslintError(f"{path}: is not a baseline that this version of newslint reads")
    accepted: Accepted = Counter()
    for entry in found["problems"]:
        if entry is None:
            continue
        if not isinstance(entry, list) or not _is_entry(entry):
            raise NewslintError(f"{path}: is not a baseline of newslint: {_shown(entry)}")
        key = Key(*entry[:4])
        accepted[key] = max(accepted[key], entry[4] if len(entry) > 4 else 1)
    return accepted


def _is_entry(entry: list[object]) -> bool:
    texts, rest = entry[:4], entry[4:]
    counts = all(type(one) is int and 0 < one < 1_000_000 for one in rest)
    return len(texts) == 4 and len(rest) < 2 and all(map(_is_text, texts)) and counts


def _is_text(one: object) -> bool:
    return isinstance(one, str)
