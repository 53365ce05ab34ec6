"""Terms that were joined with commas are told from headlines, places, people and phrases."""

from __future__ import annotations

import pytest

from newslint.text.term_lists import joined
from tests.support.each import each
from tests.support.pasted import needs_corpora, texts

LISTS = """
iran,russia
flood, rain
flood, Überschwemmung,rain
climate change, global warming
artificial intelligence, machine learning, deep learning
how we work, open data, tools you can use
department of justice, fbi, open data, tools and practices
news, politics, world,
python, c++, c#
AI, ML, UX
Iran, Russia, Syria
Flut, Regen, Köln
inondation, climat
inundaciones, clima, España
наводнение, дождь
Россия, Иран, спутники
sel, yağmur
إيران، روسيا، أقمار
बाढ़, बारिश, दिल्ली
홍수, 비, 서울
伊朗、俄罗斯
伊朗，俄罗斯，卫星
ウクライナ、ロシア
""".strip().split("\n")

MAYBE = """
Iran, Russia
Iran,Russia
Portland, Oregon
Mann, Thomas
Москва, Россия
إيران، روسيا
Flood, rain, river
""".strip().split("\n")

NAMES = """
Iran launches satellites, Russia helps
Rain, snow and ice close roads
Biden, Trump to debate
Fed holds rates, stocks rise
Köln: Flut, Regen, Sturm
Rhein steigt, Schulen zu
Hochwasser in Köln, Schulen geschlossen
Inondations, la France sous l’eau
Irán lanza satélites, Rusia ayuda
Lula, Bolsonaro disputam votos
Meloni, "avanti così"
Alluvione, tre morti
Россия запускает спутники, Иран доволен
Путин, Трамп обсудили Украину
Sel baskını, okullar tatil
Overstromingen, scholen dicht
Powódź, szkoły zamknięte
إيران تطلق أقمارا، وروسيا تساعد
दिल्ली में बारिश, सड़कें बंद
伊朗发射卫星，俄罗斯协助
中国、俄罗斯签署协议
风雨同舟，共克时艰
雨、洪水で道路閉鎖
首相、訪米へ
트럼프, 이란 공격
Washington, D.C.
New York, NY
Apple, Inc.
Martin Luther King, Jr.
Crosby, Stills & Nash
Guns, Germs, and Steel
tools, teams, and services
10,000 steps
3,5 Prozent
October 31, 2025
comScore Report, October 2012
Try one, try all
We are human, we promise.
flood
,
a,
""".strip().split("\n")


@each("text", LISTS)
def test_lists(text: str) -> None:
    found = joined(text)
    assert found is not None
    assert found.sure
    for comma in "،，、":
        text = text.replace(comma, ",")
    assert list(found.parts) == [part.strip() for part in text.strip(",").split(",")]


@pytest.mark.parametrize("text", MAYBE)
def test_what_may_be_one_name(text: str) -> None:
    found = joined(text)
    assert found is not None
    assert not found.sure


@each("text", NAMES)
def test_what_is_one_term(text: str) -> None:
    assert joined(text) is None


def test_other_separators() -> None:
    assert joined("flood | rain", "|") is None  # the sign of a site's suffix
    found = joined("flood~rain", "~")
    assert found is not None
    assert found.parts == ("flood", "rain")


@needs_corpora
def test_no_real_headline_is_a_list() -> None:
    assert [text for text in texts(False) if joined(text)] == []
