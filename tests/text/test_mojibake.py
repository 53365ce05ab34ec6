"""Garbled text is given back as it was meant; text that is right is left alone."""

from __future__ import annotations

import pytest

from newslint.text.mojibake import repaired
from tests.support.command import CORPORA


def _garbled(text: str, encoding: str) -> str:
    """The text as it reads when its UTF-8 is taken for another encoding; lost bytes are lost."""
    return "".join(bytes([byte]).decode(encoding, "ignore") for byte in text.encode())


@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        "It’s a fine day – for the café",
        "“We won” in Zürich, she said",
        "São Paulo e Maranhão – três dias",
        "L’été à Besançon… déjà",
        "25 °C, 3 € et 100 £",
    ],
)
def test_western_text(text: str, encoding: str) -> None:
    assert repaired(_garbled(text, encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Новости дня: паводок", "cp1251"),
        ("Příliš žluťoučký koláč", "cp1250"),
        ("ニュース", "cp1252"),
        ("समाचार", "cp1252"),
        ("😀 smile", "cp1252"),
    ],
)
def test_other_text(text: str, encoding: str) -> None:
    assert repaired(_garbled(text, encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "“BOM DIA, AMANHÔ",
        "“MAÇÔ – CAFÉ™",
        "CAFÉ… À« ÎLE»",
        "Ärger² und Straß’",
        "İŞÇİ’si, ĞÜŞ’ün",
        "Січень у Рівному, Різдво, Сіверськ",
        "Сёрфинг и Сёстры",
        "CĂŞTIG și ÎN ŢARĂ",
        "naïve “é” à",
        "¡Olé! ¿Qué?",
        "東京・大阪",
        "Côte d’Ivoire",
    ],
)
def test_right_text(text: str) -> None:
    assert repaired(text) is None


@pytest.mark.skipif(
    not (CORPORA / "texts.txt").is_file(), reason="../shared/corpora/texts.txt is not there"
)
def test_real_texts() -> None:
    texts = (CORPORA / "texts.txt").read_text(encoding="utf-8").split("\n")
    assert [text for text in texts if repaired(text) is not None] == []
    marked = [text for text in texts if not text.isascii()]
    given_back = sum(repaired(_garbled(text, "cp1252")) == text for text in marked)
    assert given_back >= len(marked) * 0.99
