"""YAML, TOML and JSON that others wrote, as plain data: bounded, and what is wrong is one line.

libyaml 0.2.5 (PyYAML up to 6.0.3) ends the process at about 25,000 levels of nesting; 0.2.6 (PyYAML
6.0.4) refuses more than 1,000. A few aliases stand for billions of values, in merge keys as well.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from yaml.error import YAMLError

MAX_DEPTH = 100
"""Levels of nesting: far more than any config has, and what every walk over one has stack for."""

MAX_VALUES = 100_000
"""Values, those of aliases each time that they are met."""

MAX_PARTS = 32
"""Parts of a dotted key in TOML."""

_TEXT_OR_COMMENT = (
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:""")?'
    r"|'''(?:[^']|'(?!''))*+(?:''')?"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
)
"""Texts and comments of TOML. One that is not closed takes all that is left, so nothing is read
twice."""

_TOO_DEEP = f"its values are nested more than {MAX_DEPTH} deep"
_REFUSED = "exceeded maximum nesting depth"

Form = Literal["toml", "yaml", "yml", "json"]


class NotPlainError(ValueError):
    """What cannot be read, in one line: `words`, and the row that is wrong, from 1 (0: unknown)."""

    def __init__(self, words: str, row: int = 0) -> None:
        super().__init__(f"{words} (at line {row})" if row else words)
        self.words = words
        self.row = row


def read(text: str, form: Form, *, texts: bool = False) -> Any:
    """The data in a text; with `texts` all single values of YAML are texts.

    Raises NotPlainError.
    """
    readers: dict[str, Callable[[str], Any]] = {"toml": _toml, "json": _json}
    try:
        data = readers[form](text) if form in readers else _yaml(text, texts=texts)
    except RecursionError:
        raise NotPlainError(_TOO_DEEP) from None
    except UnicodeError as error:  # a lone surrogate, which no file gives
        raise NotPlainError(_line(error)) from None
    _check_size(data, _parts_of_data)
    return data


def _check_size(data: Any, parts: Callable[[Any], list[Any]]) -> None:
    """Raises NotPlainError for more levels or values than a config has, and for a cycle."""
    level, count = parts(data), 1
    for _ in range(MAX_DEPTH):
        if not level:
            return
        count += len(level)
        if count > MAX_VALUES:
            raise NotPlainError(f"it has more than {MAX_VALUES} values, or aliases that stand for")
        level = list(chain.from_iterable(map(parts, level)))
    raise NotPlainError(_TOO_DEEP)


def _parts_of_data(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def check_keys(text: str) -> None:
    """Raises NotPlainError for a key of TOML with more than MAX_PARTS parts: `a.a.a.a = 1`.

    What Python's reader does with a key grows with the square of its parts.
    """
    if text.count(".") <= MAX_PARTS:
        return
    import re

    bare = re.sub(_TEXT_OR_COMMENT, lambda found: "_" + "\n" * found[0].count("\n"), text)
    for run in re.finditer(r"[\w\-. \t]+", bare):
        if run[0].count(".") > MAX_PARTS:
            row = bare.count("\n", 0, run.start()) + 1
            raise NotPlainError(f"a key has more than {MAX_PARTS} parts", row)


def _toml(text: str) -> Any:
    import re
    import tomllib

    check_keys(text)
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, and a number with too many digits for Python
        place = re.search(r" \(at (?:line ([0-9]+), column [0-9]+|end of document)\)$", str(error))
        if place is None:
            raise NotPlainError(_line(error)) from None
        row = int(place[1]) if place[1] else text.count("\n") + 1
        raise NotPlainError(str(error)[: place.start()], row) from None


def _json(text: str) -> Any:
    import json

    try:
        return json.loads(text) if text.strip() else None
    except json.JSONDecodeError as error:
        raise NotPlainError(error.msg, error.lineno) from None
    except ValueError as error:  # a number with too many digits for Python
        raise NotPlainError(_line(error)) from None


def _yaml(text: str, *, texts: bool) -> Any:
    import yaml

    text = text.removeprefix("\ufeff")
    if deeper(text, MAX_DEPTH) is not None:
        raise NotPlainError(_TOO_DEEP)
    loader = (yaml.CBaseLoader if texts else yaml.CSafeLoader)(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return None
        _check_size(root, _parts_of_node)
        return loader.construct_document(root)
    except yaml.YAMLError as error:
        raise NotPlainError(_words(error), _row(error, text)) from None
    except NotPlainError:
        raise
    except Exception as error:  # a date that is none, `!!int a`: whatever PyYAML makes of it
        raise NotPlainError(_line(error)) from None
    finally:
        loader.dispose()


def _parts_of_node(node: Any) -> list[Any]:
    value = node.value
    if not isinstance(value, list):
        return []
    return [part for pair in value for part in pair] if node.id == "mapping" else value


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _words(error: YAMLError) -> str:
    """What is wrong, in one line and without the place."""
    from yaml.reader import ReaderError

    if isinstance(error, ReaderError):
        character = error.character  # libyaml gives its number
        number = character if isinstance(character, int) else ord(str(character)[:1] or " ")
        return f"the character U+{number:04X} is not allowed"
    return " ".join(str(getattr(error, "problem", None) or error).split())


def _row(error: YAMLError, text: str) -> int:
    """The row, from 1, that PyYAML's parsers say is wrong. Only a line feed ends a row."""
    mark: Any = getattr(error, "problem_mark", None)
    if mark is not None:
        return text.count("\n", 0, mark.index) + 1
    at = getattr(error, "position", 0) or 0  # libyaml's reader counts bytes
    return text.encode("utf-8", "surrogatepass")[:at].count(b"\n") + 1


def deeper(content: str, limit: int) -> int | None:
    """Where the first value of a YAML text begins that lies deeper than `limit` levels.

    None when there is none up to the end or to the first mistake. Read as events, which libyaml
    gives without recursion, and only as far as needed.
    """
    from yaml import events
    from yaml._yaml import CParser
    from yaml.error import YAMLError

    depth = 0
    try:
        for event in iter(CParser(content).get_event, None):
            if isinstance(event, events.CollectionStartEvent):
                depth += 1
                if depth > limit:
                    mark: Any = event.start_mark  # always there, its type says maybe
                    index: int = mark.index
                    return index
            elif isinstance(event, events.CollectionEndEvent):
                depth -= 1
    except YAMLError as error:
        borne = within_libyaml(content, error)
        return None if borne is None else deeper(borne, limit)
    return None


def within_libyaml(content: str, error: YAMLError) -> str | None:
    """What stands before the level that libyaml 0.2.6 refuses; None for any other error.

    Its scanner looks ahead for a `:` that makes a key of what it reads, so it meets the 1,001st
    bracket while the parser is at the first. It reads what stands before just as 0.2.5 does: none
    of the outer brackets can be closed, and be a key, within the 1,024 characters of a key.
    """
    mark = getattr(error, "problem_mark", None)
    if getattr(error, "problem", None) != _REFUSED or mark is None or mark.index >= len(content):
        return None
    return content[: mark.index]


__all__ = ["Form", "NotPlainError", "deeper", "read", "within_libyaml"]
