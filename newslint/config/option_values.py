"""What the text typed for an option means."""

from __future__ import annotations

from datetime import UTC, datetime

from newslint.model.errors import NewslintError


def parts(text: str) -> tuple[str, ...]:
    """`LNK,DAT001` as two."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def per_file(text: str) -> tuple[tuple[str, tuple[str, ...]]]:
    """`content/old/**:TAG,LNK004` as a pattern with its rules. Raises NewslintError."""
    pattern, colon, rules = text.rpartition(":")
    if not colon or not pattern.strip() or not parts(rules):
        raise NewslintError(
            f"--per-file-ignores: `{text}` is not PATTERN:RULES, such as 'content/old/**:TAG'"
        )
    return ((pattern, parts(rules)),)


def count(text: str) -> int:
    """A number of 1 or more. Raises ValueError."""
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise ValueError(f"{text!r} is not a whole number of 1 or more.")
    return int(text)


def encoding(text: str) -> str:
    """The name of an encoding that there is, as it was typed. Raises NewslintError."""
    from newslint.files.encodings import known_encoding

    try:
        known_encoding(text)
    except ValueError as error:
        raise NewslintError(f"--from-encoding: {error}") from None
    return text


def moment(text: str) -> datetime:
    """A time, in UTC where it names no zone. Raises NewslintError."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise NewslintError(
            f"--now: `{text}` is not a date and time such as 2026-01-31T12:00:00Z"
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
