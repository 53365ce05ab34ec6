"""What may stand in front of a YAML value: `&anchor`, `!!tag`, blanks and comments.

Patterns that are rarely needed: they are compiled when they are.
"""

from __future__ import annotations

GAP = r"(?:[ \t\r\n\x85\u2028\u2029]|#[^\r\n\x85\u2028\u2029]*+)*+"
_ANCHOR = rf"(?:&[\w-]+{GAP})?"
PROPERTIES = rf"{_ANCHOR}(!<[^>]*>|![^\s,\[\]{{}}]*)?{GAP}{_ANCHOR}"
