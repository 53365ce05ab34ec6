"""A newslint.toml to be written: its lines with their comments, and as text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from newslint.model.records import NamedTuple, dataclass, field
from newslint.text.toml_text import toml_comment, toml_key, toml_string, toml_value

LONGEST = 60
"""Characters of a key of a stranger's article that is written down."""


class Line(NamedTuple):
    """`key = value  # comment`. With `off` it is only offered: written as a comment.

    `name` is the key of the articles that it is about, where it is about one.
    """

    key: str
    value: Any
    comment: str = ""
    off: bool = False
    name: str = ""


class Part(NamedTuple):
    """An `[[overrides]]` table: the paths for which its lines hold."""

    paths: tuple[str, ...]
    comment: str
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Draft:
    """The lines by their tables. `head` are the comments at the top."""

    head: list[str] = field(default_factory=list)
    top: list[Line] = field(default_factory=list)
    fields: list[Line] = field(default_factory=list)
    style: list[Line] = field(default_factory=list)
    sources: list[Line] = field(default_factory=list)
    vocabulary: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def text(self) -> str:
        """The whole file."""
        lines = [*map(toml_comment, self.head), ""]
        lines += map(_line, self.top)
        for name, about in _ABOUT.items():
            if table := getattr(self, name):
                mark = "# " if all(line.off for line in table) else ""
                lines += ["", f"{mark}{about}", *map(_line, table)]
        for part in self.parts:
            off = all(line.off for line in part.lines)
            mark = "# " if off else ""
            lines += ["", f"{mark}[[overrides]]  {toml_comment(part.comment)}"]
            lines.append(f"{mark}paths = {toml_value(part.paths)}")
            lines += map(_line, part.lines)
        return "\n".join(lines) + "\n"

    def data(self) -> dict[str, Any]:
        """What the file says, read back from its text."""
        return tomllib.loads(self.text())


_ABOUT = {
    "fields": "[fields]  # a role or a key, and what it must be",
    "style": "[style]  # what `newslint fix --select STY` brings every article to",
    "vocabulary": "[rules.TAG007]  # the terms, and what else they are called",
    "sources": "[sources]  # a feed or a site, and the name to print",
}
"""The tables, in the order of the file."""

_WIDE = 100


def _line(line: Line) -> str:
    key = ".".join(map(toml_key, _parts(line.key)))
    said = f"{key} = {toml_value(line.value)}"
    comment = f"  {toml_comment(line.comment)}" if line.comment else ""
    mark = "# " if line.off else ""
    if isinstance(line.value, list) and len(said) > _WIDE:
        return "\n".join(f"{mark}{one}" for one in _list(f"{key} = [{comment}", line.value))
    return f"{mark}{said}{comment}"


def _list(begin: str, items: list[str]) -> Iterator[str]:
    """A long list, in several lines."""
    yield begin
    line = " "
    for word in (f" {toml_value(item)}," for item in items):
        if len(line) + len(word) > _WIDE - len("# "):
            yield line
            line = " "
        line += word
    yield from (line, "]")


def _parts(key: str) -> list[str]:
    """`fields.author.required` has three: the first and the last are newslint's own words."""
    if key.startswith("vocabulary."):
        return key.split(".")
    if not key.startswith("fields."):
        return [key]
    role, _, last = key.removeprefix("fields.").rpartition(".")
    return ["fields", role, last] if role else ["fields", last]


def is_writable(key: str) -> bool:
    """True for a key of an article that may stand in a config: short, visible, without spaces."""
    if not key or len(key) > LONGEST or not key.isprintable() or any(map(str.isspace, key)):
        return False
    try:
        toml_string(key)
    except ValueError:
        return False
    return key.lower() == key.lower().strip(".") and ".." not in key and key != "<<"


def settings_in(line: str) -> Iterator[tuple[str, Any]]:
    """The settings of a line of TOML, with dotted keys for tables inside `fields`."""
    yield from settings_of(tomllib.loads(line))


def settings_of(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The settings of a table."""
    for key, value in data.items():
        if key != "fields":
            yield key, value
            continue
        for role, spec in value.items():
            yield from ((f"fields.{role}.{name}", one) for name, one in spec.items())
