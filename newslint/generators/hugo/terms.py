"""How Hugo files taxonomy terms: by a key, and under a path.

Two terms with the same key share one page; two different keys with the same path overwrite each
other's page. Measured with Hugo 0.168.
"""

from __future__ import annotations

import re

from newslint.generators.hugo.slugs import lower_case, urlize

_BETWEEN = "[,;，；、،؛|]"
_REFERENCE = r"&#?\w+;"


def split_terms(text: str) -> tuple[str, ...]:
    """The terms in one text: what stands between commas, semicolons (but for those that end a
    character reference, `R&amp;D`) or bars, without blanks at the edges."""
    masked = re.sub(_REFERENCE, lambda match: "_" * len(match[0]), text) if "&" in text else text
    ends = [match.start() for match in re.finditer(_BETWEEN, masked)]
    parts = (
        text[start:end].strip()
        for start, end in zip([0, *(at + 1 for at in ends)], [*ends, None], strict=True)
    )
    return tuple(part for part in parts if part)


def term_key(term: str) -> str:
    """What Hugo files a term under: lower case, each space a hyphen, nothing dropped."""
    return lower_case(term).replace(" ", "-")


def term_path(term: str, *, lower: bool = True, remove_accents: bool = False) -> str:
    """The part of the URL of the term's page behind the taxonomy's name, not escaped.

    Blanks at the start become a hyphen, as in ` New York`, where Hugo has the folder in front.
    Empty when nothing of the term may stand in a path: its page then lands on the taxonomy's own.
    """
    text = term_key(term) if lower else term
    return urlize(f"/{text}", lower=lower, remove_accents=remove_accents)[1:]
