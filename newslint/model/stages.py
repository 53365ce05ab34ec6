"""Which stage of the way from a file to the report something raised in, and what is said of it."""

from __future__ import annotations

from contextlib import suppress

LONGEST = 200
"""Characters of an error's text that a message shows."""

_MOST = 20 * LONGEST
_FRAMES = 40
"""Frames of a traceback that are kept, the innermost: endless recursion has a thousand."""


class Stage:
    """A part of the way: what raises inside `with stage:` bears its name, the innermost one."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        """Nothing is set: a stage costs something only when something raises in it."""

    def __exit__(self, kind: object, error: BaseException | None, frames: object) -> None:
        if error is not None and not hasattr(error, "newslint_stage"):
            with suppress(AttributeError):  # an exception with slots takes no name
                error.newslint_stage = self.name  # type: ignore[attr-defined]


SETTINGS = Stage("settings")
READ = Stage("read")
FENCE = Stage("fence")
PARSE = Stage("parse")
SCHEMA = Stage("schema")
RATE = Stage("rate")
FIX = Stage("fix")
PROOF = Stage("proof")
WRITE = Stage("write")


def stage_of(error: BaseException, other: str) -> str:
    """The stage that raised; `other` where none was named."""
    return str(getattr(error, "newslint_stage", other))


def one_line(error: BaseException) -> str:
    """`KeyError: 'title'`: on one line, shortened, and without what could drive a terminal."""
    try:
        said = str(error)[:_MOST]
    except Exception:  # the error of an error
        said = ""
    said = plain(" ".join(said.split()))
    if len(said) > LONGEST:
        said = said[: LONGEST - 1] + "…"
    name = type(error).__name__
    return f"{name}: {said}" if said else name


def trace(error: BaseException) -> str:
    """The traceback as text, its lines as safe as those of `one_line`."""
    try:
        import traceback

        lines = "".join(traceback.format_exception(error, limit=-_FRAMES)).splitlines()
    except Exception:  # out of memory, or an error that cannot be shown
        return one_line(error)
    return "\n".join(plain(line[:_MOST]) for line in lines)


def plain(text: str) -> str:
    """The text on one line that cannot drive a terminal: what cannot be seen is escaped."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
