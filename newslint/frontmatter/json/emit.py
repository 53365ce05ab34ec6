"""New values -> JSON."""

from __future__ import annotations

import json
from typing import Any


def text(value: Any, *, indent: int | str | None = None, ascii_only: bool = False) -> str:
    """A value, over several lines where an indentation is given."""
    return json.dumps(value, ensure_ascii=ascii_only, indent=indent, allow_nan=False)
