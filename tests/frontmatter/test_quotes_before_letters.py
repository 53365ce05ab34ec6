"""Texts put raw between quotes in which a closing quote is followed at once by a letter.

Korean particles, Turkish, Finnish and Hungarian suffixes, and scripts that part no words. The line
ends with the quote that it begins with, so the text is certain all the same. What may have lost a
quote, or holds an apostrophe, is not certain, as before.
"""

from __future__ import annotations

import pytest

from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.setting import settings, source

TITLES = """
AI '스킬'로 저장
정부 '반도체'에 투자
'기후'와 '경제'를 말하다
삼성 '갤럭시'를 공개하다
삼성, 'AI폰'과 '갤럭시'를 공개
시장 '과열'이라는 경고
대통령 '민생'부터 챙긴다
국회, '예산안'은 내일 처리
법원 '무죄'라고 판단
'홍수'에서 배운 것
서울시의 '따릉이'만 남았다
'한류'의 미래
Ankara'da konuştu
Bakan 'Yeni Yol'u açtı
Bakan 'Yeni Yol'un tarihini açıkladı
'Titanic'in yönetmeni konuştu
Türkiye'nin 'Milli Takım'ı
Cumhurbaşkanı 'Ankara'dan seslendi
Yazar 'Kar'ı anlattı
Festival 'Uzak'la başladı
Meclis 'Bütçe'yi görüştü
Yarışma 'Survivor'da bitti
Elokuva 'Titanic'ista tehtiin sarja
Uusi 'Tuntematon'lla on ennätys
Kirja 'Kalevala'sta ilmestyi
Yleisö 'Muumit'ille taputti
Näyttely 'Arktis'issa avattiin
Hallitus 'Suomi'lle tukea
A 'Titanic'ban játszott
Interjú a 'Kontroll'ról
Díj a 'Kontroll'nak
Vita a 'Budapest'ben történtekről
Film a 'Macskafogó'ból
Belépő a 'Sziget'hez
Kritika a 'Bánk bán'hoz
首相「増税」を 'TPP'で発表
東京 '五輪'の遺産
映画 '君の名は'が受賞
新刊 '雪国'について
政府 '補助金'を廃止
選手 '世界一'に
新闻 'AI'大会
关于 '洪水'的报道
他们的 '新政'开始
上海 '进博会'开幕
专家谈 '双碳'目标
一部 '流浪地球'之后
क्या 'भारत'में
सरकार का 'बजट'पर बयान
नई 'नीति'से लाभ
फिल्म 'शोले'की कहानी
सवाल 'चुनाव'का
रिपोर्ट 'मौसम'के बारे में
الحكومة 'القرار'والشعب
فيلم 'الرسالة'للمخرج
كتاب 'الأيام'بعد عام
نقاش 'الميزانية'في البرلمان
ข่าว 'น้ำท่วม'ในกรุงเทพ
หนัง 'สี่แผ่นดิน'กลับมา
รัฐบาล 'งบประมาณ'ใหม่
""".strip().split("\n")

UNSURE = """
He said 'it's over
Sortie de 'L'été meurtrier
Il caso 'dell'arte povera
The 'O'Neil show
Фільм 'Сім'я виходить
A trip to 'Hawai'i
Don't say 'can't be
Vous 'Aujourd'hui à Paris
""".strip().split("\n")


def fixed(line: str, *, unsafe: bool = False) -> str | None:
    """The title after the fix; None where it cannot be read."""
    text = f"---\n{line}\n---\nBody.\n"
    made = engine.fix(
        source(text), "content/a.md", "a.md", settings({"select": ["FMT"]}), unsafe=unsafe
    )
    article = read_article(source(made.text), "content/a.md", settings())
    return None if article.broken else article.fields[0].text


def test_there_are_sixty_titles() -> None:
    assert len(TITLES) == 60


@each("title", TITLES)
def test_is_certain_between_single_quotes(title: str) -> None:
    assert fixed(f"title: '{title}'") == title


@each("title", [title.replace("'", '"') for title in TITLES if "'da" not in title])
def test_is_certain_between_double_quotes(title: str) -> None:
    assert fixed(f'title: "{title}"') == title


@pytest.mark.parametrize("title", UNSURE)
def test_an_apostrophe_or_a_lost_quote_is_not_certain(title: str) -> None:
    assert fixed(f"title: '{title}'") is None
    assert fixed(f"title: '{title}'", unsafe=True) == title


@pytest.mark.parametrize(
    ("title", "certain"),
    [
        ("Permanently moved to: https://a.example/", True),
        ("Moved here: https://a.example/x", True),
        ("Siehe: https://a.example/ü", True),
        ("Ver em: https://a.example/a?b=1", True),
        ("Новый адрес: https://a.example/", True),
        ("Adres değişti, yeni yer: https://a.example/", False),
        ("Flood link: https://a.example/", False),
        ("Flood original_url: https://a.example/", False),
        ("Big flood website: https://a.example/", False),
        ("Moved to: /news/", False),
    ],
)
def test_an_address_at_the_end_of_a_bare_title(title: str, certain: bool) -> None:
    assert fixed(f"title: {title}") == (title if certain else None)
