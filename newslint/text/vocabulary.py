"""A site's own terms: which are allowed, what else they are called, how acronyms are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newslint.model.records import NamedTuple
from newslint.text.did_you_mean import did_you_mean

KEYS = ("terms", "aliases", "acronyms")


class Vocabulary(NamedTuple):
    """The allowed terms, looked up by `folded` text.

    `spellings` gives for each term, and for each of its aliases, the term as it is to be written,
    `acronyms` the same for words. `closed`: what is not in `spellings` is not allowed.
    """

    spellings: Mapping[str, str] = {}
    acronyms: Mapping[str, str] = {}
    closed: bool = False

    def meant(self, term: str) -> str | None:
        """The term as it is to be written; None when it is not an allowed one."""
        known = self.spellings.get(folded(term))
        if known is not None:
            return known
        return None if self.closed else self._with_acronyms(term)

    def _with_acronyms(self, term: str) -> str:
        if not self.acronyms:
            return term
        return " ".join(self.acronyms.get(word.casefold(), word) for word in term.split(" "))


def folded(term: str) -> str:
    """A term without regard to letter case and blanks."""
    return " ".join(term.split()).casefold()


def make_vocabulary(data: Any) -> Vocabulary:
    """The vocabulary in plain data: `terms`, `aliases` (alias -> term) and `acronyms`.

    Without `terms` every term is allowed. Raises ValueError, with one line, for what is not right.
    """
    if not isinstance(data, Mapping):
        raise ValueError("a mapping with `terms`, `aliases` or `acronyms` is wanted")
    for key in data:
        if key not in KEYS:
            raise ValueError(f"unknown key `{key}`{did_you_mean(str(key), KEYS)}")
    terms, acronyms = _texts(data, "terms"), _texts(data, "acronyms")
    spellings = {folded(term): term for term in terms}
    for alias, term in _pairs(data):
        if terms and folded(term) not in spellings:
            raise ValueError(f"`aliases`: `{alias}` stands for `{term}`, which is not in `terms`")
        spellings.setdefault(folded(alias), spellings.get(folded(term), term))
        spellings.setdefault(folded(term), term)
    return Vocabulary(spellings, {word.casefold(): word for word in acronyms}, bool(terms))


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key) or ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"`{key}` is no list of texts")
    return tuple(value)


def _pairs(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    value = data.get("aliases") or {}
    if not isinstance(value, Mapping):
        raise ValueError("`aliases` is no mapping of alias to term")
    for alias, term in value.items():
        if not isinstance(term, str):
            raise ValueError(f"`aliases`: `{alias}` does not stand for one term")
        yield str(alias), term
