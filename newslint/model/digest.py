"""blake2b without hashlib, which loads OpenSSL for others: three milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b
    except ImportError:  # a Python that is not CPython
        from hashlib import blake2b

__all__ = ["blake2b"]
