"""What a file's name says: which files are articles. Only they are ever checked or written."""

from __future__ import annotations

from collections.abc import Mapping

_ENDS = (".md", ".markdown", ".mdx", ".html", ".htm")
EXTENSIONS = frozenset(_ENDS)
"""How the names of content files end, in any case."""

IN_WORDS = f"{', '.join(_ENDS[:-1])} or {_ENDS[-1]}"


def suffix(name: str) -> str:
    """How a name or path ends, in lower case: ".md"; "" without a dot."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot > name.rfind("/") + 1 else ""


def read_extension(given: object) -> dict[str, str]:
    """The config's `extension` as suffix -> what it stands for: `{txt = "md"}` -> ".txt": ".md".

    Raises ValueError with one line that names the key and what it must be.
    """
    if not isinstance(given, Mapping):
        raise ValueError('`extension` must be a table, like { txt = "md" }')
    found = {}
    for key, value in given.items():
        name = key.removeprefix(".").lower()
        if not name or not name.isprintable() or set(name) & set("./\\ *?["):
            raise ValueError(f"`extension`: `{key}` is not how a name ends; write it like `txt`")
        if not isinstance(value, str) or f".{value}" not in EXTENSIONS:
            known = ", ".join(f'"{end[1:]}"' for end in _ENDS)
            raise ValueError(f"`extension.{key}` must be one of {known}")
        found[f".{name}"] = f".{value}"
    return found
