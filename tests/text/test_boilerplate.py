"""Ends of texts: what feeds add is found, what the writer wrote is not."""

from __future__ import annotations

import pytest

from newslint.text.boilerplate import boilerplate_start
from tests.support.command import CORPORA


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The river rises.", " Continue reading"),
        ("The river rises.", " Continue reading →"),
        ("The river rises.", " Continue reading A flood in the valley"),
        ("The river rises.", ' Continue reading "A flood: the valley"'),
        ("The river rises and", " […]"),
        ("The river rises and", " [&hellip;] Read more »"),
        ("The river rises…", " (Read more)"),
        ("The river rises", " (more…)"),
        ("The river rises.", " Read more: “A flood in the valley”"),
        ("The river rises.", " The post A flood appeared first on The Herald."),
        ("The river rises […]", " […] The post A [b] first appeared on Herald."),
        ("Le fleuve monte.", " L’article Une crue est apparu en premier sur Le Journal."),
        ("Le fleuve monte.", " Lire la suite…"),
        ("El río sube.", " La entrada Crecida se publicó primero en El Diario."),
        ("Der Fluss steigt.", " Weiterlesen ›"),
        ("河水上涨。", "阅读全文"),
        ("النهر يرتفع.", " اقرأ المزيد"),
        ("İzmir’de dere taştı.", " Devamını oku"),
    ],
)
def test_added_ends(text: str, end: str) -> None:
    assert boilerplate_start(text + end) == len(text.removesuffix(" […]"))


@pytest.mark.parametrize(
    "text",
    [
        "The river rises.",
        "Read more about our plans and how you can help.",
        "Why children who read more sleep better and read more",
        "How to continue reading in the dark.",
        "Want to read more? So do we.",
        "“I will […] not go,” he said.",
        "This article first appeared on the library's blog.",
        "The post office appeared on the map in 1900.",
        "A list [1] [2]",
        "Cut off by its writer…",
        "",
    ],
)
def test_ends_of_the_text(text: str) -> None:
    assert boilerplate_start(text) == len(text)


@pytest.mark.skipif(
    not (CORPORA / "texts.txt").is_file(), reason="../shared/corpora/texts.txt is not there"
)
def test_real_texts_have_none() -> None:
    texts = (CORPORA / "texts.txt").read_text(encoding="utf-8").split("\n")
    assert [text for text in texts if boilerplate_start(text) < len(text.rstrip())] == []
