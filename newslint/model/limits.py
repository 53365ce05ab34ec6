"""What is too large to be read."""

from __future__ import annotations

from newslint.model.records import dataclass


@dataclass(frozen=True)
class Limits:
    """`[limits]`: beyond these a file is reported and not read: bytes of the file, characters of
    its front matter, keys in it, levels of nesting."""

    max_bytes: int = 10 * 1024 * 1024
    max_block: int = 1024 * 1024
    max_keys: int = 1000
    max_depth: int = 100
