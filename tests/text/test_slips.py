"""Keys that look like a slip in another: those that are words of their own, and those that are."""

from __future__ import annotations

import pytest

from newslint.generators import every
from newslint.text.slips import meant_by_slip
from tests.support.each import each

WORDS = tuple(
    """
título titolo tytuł otsikko başlık titre autor auteur autore författare authors kategorie
categoria catégorie kategori categorias tagged datei dated beschreibung descripcion descrizione
descriptions bild imagen imagem immagine slugs layouted temples summaries linked fuente sourced
langue weighted height updates updater publisher publish typed resources ressources vidéos
menues aliased author_1 commented photon feature covered recover outlines startdate
""".split()  # noqa: SIM905  # as one reads them
)

SLIPS = {
    "tilte": "title",
    "desciption": "description",
    "catgories": "categories",
    "keywrods": "keywords",
    "alaises": "aliases",
    "weigth": "weight",
    "layuot": "layout",
    "pemalink": "permalink",
    "exprydate": "expirydate",
    "outputss": "outputs",
}


def known() -> set[str]:
    found: set[str] = set()
    for generator in every():
        found |= generator.known_keys
    return found - {"authors", "resources"}  # words of the list above that are keys themselves


@each("word", WORDS)
def test_a_word_of_its_own(word: str) -> None:
    assert meant_by_slip(word, known()) is None


@pytest.mark.parametrize(("word", "meant"), SLIPS.items())
def test_a_slip(word: str, meant: str) -> None:
    assert meant_by_slip(word, known()) == meant
