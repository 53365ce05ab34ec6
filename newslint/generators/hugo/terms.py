"""How Hugo files taxonomy terms: by a key, and under a path.

Two terms with the same key share one page; two different keys with the same path overwrite each
other's page. Measured with Hugo 0.168.
"""

from __future__ import annotations

from newslint.generators.hugo.slugs import lower_case, urlize


def term_key(term: str) -> str:
    """What Hugo files a term under: lower case, each space a hyphen, nothing dropped."""
    return lower_case(term).replace(" ", "-")


def term_path(term: str, *, lower: bool = True, remove_accents: bool = False) -> str:
    """The part of the URL of the term's page after the taxonomy's name, not escaped.

    Blanks at the start become a hyphen, as in ` New York`, where Hugo has the folder in front.
    Empty when nothing of the term may stand in a path: its page then lands on the taxonomy's own.
    """
    text = term_key(term) if lower else term
    return urlize(f"/{text}", lower=lower, remove_accents=remove_accents)[1:]
