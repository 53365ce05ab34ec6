"""Values of ten languages that are right, and ones that are wrong, for the rules on texts, terms,
links, sources, pictures and bodies."""

from __future__ import annotations

import pytest

from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.setting import settings, source

FAMILIES = ("TXT", "TAG", "LNK", "SRC", "IMG", "BDY")

RIGHT = {
    "Arabic": """---
title: "ارتفاع منسوب المياه في الوادي: ماذا بعد؟"
date: 2025-12-31T10:00:00Z
description: ارتفع منسوب مياه النهر بعد ثلاثة أيام من المطر، وأغلقت السلطات الجسر القديم.
link: https://www.example.com.eg/أخبار/محلية/ارتفاع-المياه.html?id=5
source: صحيفة الميناء
author: ليلى حسن
tags: [فيضانات, المياه الجوفية, "القاهرة الكبرى", الذكاء الاصطناعي]
categories: [محليات]
image: /صور/نهر.jpg
---
ارتفع منسوب النهر.
""",
    "Chinese": """---
title: 长江水位上涨，两岸居民连夜转移
date: 2025-12-31T10:00:00Z
description: 连续三天的大雨之后，河水漫过堤岸，下游的村庄被淹没。
link: https://www.example.cn/新闻/长江水位.html
source: 港口日报
author: [王小明, 李华]
tags: [洪水, C++, 长江, "人工智能", "5G", 中国—东盟]
categories: [社会]
---
河水漫过堤岸。
""",
    "Hindi": """---
title: "घाटी में बाढ़: नदी का जलस्तर बढ़ा"
date: 2025-12-31T10:00:00Z
description: तीन दिन की बारिश के बाद नदी किनारों से बाहर आ गई और पुराना पुल बंद कर दिया गया।
link: https://www.example.in/समाचार/बाढ़
source: बंदरगाह समाचार
author: अनीता शर्मा
tags: [बाढ़, मौसम, "नई दिल्ली", कृत्रिम बुद्धिमत्ता]
---
नदी का जलस्तर बढ़ा।
""",
    "Korean": """---
title: 한강 수위 상승… 시민 대피
date: 2025-12-31T10:00:00Z
description: 사흘 동안 내린 비로 강물이 둑을 넘었고, 시는 오래된 다리의 통행을 막았다.
link: https://news.example.co.kr/기사/1?page=2
source: 항구일보
author: 김민수
tags: [홍수, 인공지능, 서울 마포구, K-팝]
---
강물이 둑을 넘었다.
""",
    "Russian": """---
title: "«Вода пришла ночью»: что известно о наводнении"
date: 2025-12-31T10:00:00Z
description: "После трёх дней дождя река вышла из берегов; власти закрыли старый мост."
link: https://пример.рф/новости/2025/наводнение
source: Портовая газета
author: Иван Петров и Анна Ли
tags: [наводнение, Санкт-Петербург, C#, «Зенит»]
image: https://пример.рф/img/река.webp
---
Река вышла из берегов.
""",
    "Turkish": """---
title: "Ankara'da sel: köprü trafiğe kapatıldı"
date: 2025-12-31T10:00:00Z
description: Üç gün süren yağmurun ardından nehir taştı; belediye eski köprüyü kapattı.
link: https://www.example.com.tr/haber/sel-1234?sayfa=2
source: Liman Gazetesi
author: Ayşe Yılmaz
tags: [sel, İstanbul, yapay zekâ, "İzmir, Türkiye"]
---
Nehir taştı.
""",
    "Japanese": """---
title: 川の水位が上昇、住民が避難　「まだ油断できない」
date: 2025-12-31T10:00:00Z
description: 三日間続いた雨で川が堤防を越え、市は古い橋を通行止めにした。
link: https://www.example.jp/ニュース/記事/1
source: 港新聞
author: 山田花子
tags: [洪水, 東京都, AI・人工知能, Node.js, モーニング娘。]
---
川が堤防を越えた。
""",
    "French": """---
title: "Crue du Rhône : « du jamais vu » ?"
date: 2025-12-31T10:00:00Z
description: "Après trois jours de pluie, le fleuve est sorti de son lit ; le pont est fermé."
link: https://www.example.fr/actu/l-eau-monte?article=12
source: Le Journal du port
author: Hélène d'Aubigné
tags: [crue, "Lyon, France", eau & énergie, CI/CD]
---
Le fleuve est sorti de son lit.
""",
    "German": """---
title: 'Hochwasser am Rhein – „So etwas gab es noch nie“'
date: 2025-12-31T10:00:00Z
description: Nach drei Tagen Regen ist der Fluss über die Ufer getreten; die Brücke ist gesperrt.
link: https://www.example.de/artikel/hochwasser-am-rhein,1234
source: Hafenzeitung
author: Jürgen Groß
tags: [Hochwasser, Köln, Maße, Masse, KI, 11.1, Google I/O]
---
Der Fluss ist über die Ufer getreten.
""",
    "Spanish": """---
title: "¿Por qué sube el río? Diez preguntas sobre la crecida"
date: 2025-12-31T10:00:00Z
description: "Tras tres días de lluvia, el río se ha desbordado; el puente está cerrado."
link: https://www.example.es/noticias/rio/
source: Diario del Puerto
author: José Núñez
tags: [inundación, "San José, Costa Rica", año nuevo, C++]
---
El río se ha desbordado.
""",
}

WRONG = {
    "Arabic": [
        ("TXT012", "summary: ارتفع النهر. اقرأ المزيد"),
        ("TAG004", 'tags: ["إيران، روسيا، نفط"]'),
        ("TAG006", 'tags: ["#فيضان", سيول]'),
        ("SRC004", "author: desk@example.org (ليلى حسن)"),
        ("IMG001", "image: صورة.jpg)"),
    ],
    "Chinese": [
        ("TXT002", "title: 长江水位&#10;上涨"),
        ("TXT008", "title: 无标题"),
        ("TXT012", "summary: 河水漫过堤岸。阅读全文"),
        ("TAG004", 'tags: ["洪水、长江"]'),
        ("LNK008", "link: https://feeds.example.cn/link/1/2/洪水"),
    ],
    "Hindi": [
        ("TXT001", "title: घाटी  में बाढ़"),
        ("TXT008", "title: घाटी में बाढ़ […]"),
        ("TAG001", "tags: [बाढ़, नदी, बाढ़]"),
        ("TAG009", 'tags: ["हिन्\u200dदी", "हिन्दी"]'),
        ("LNK002", "link: www.example.in/समाचार"),
    ],
    "Korean": [
        ("TXT008", "title: '영상:'"),
        ("TXT012", "summary: 강물이 둑을 넘었다. […]"),
        ("TAG009", "tags: [인공 지능, 인공지능]"),
        ("TAG009", 'tags: ["\u1112\u1161\u11ab\uad6d", "한국"]'),
        ("LNK004", "link: https://example.co.kr/기사/1?pnespid=x&page=2"),
    ],
    "Russian": [
        ("TXT002", "title: Вода &amp; камни"),
        ("TXT004", "title: Ð’Ð¾Ð´Ð° пришла"),
        ("TXT012", "summary: Река вышла из берегов. Читать далее"),
        ("TAG001", "tags: [наводнение, Наводнение]"),
        ("TAG006", "tags: [наводнение, из]"),
    ],
    "Turkish": [
        ("TXT003", "title: Köprü <b>kapandı</b>"),
        ("TXT012", "summary: Nehir taştı. Devamını oku"),
        ("TAG002", 'tags: ["İstanbul  Boğazı"]'),
        ("TAG004", 'tags: ["sel, köprü, nehir"]'),
        ("LNK005", "link: https://example.com.tr/haber?partner=rss"),
    ],
    "Japanese": [
        ("TXT002", "title: 川の水位&#13;が上昇"),
        ("TXT008", "title: 無題"),
        ("TXT012", "summary: 川が増水した。続きを読む"),
        ("TAG004", 'tags: ["洪水、東京、大阪"]'),
        ("LNK007", "link: https://www.google.com/url?q=https%3A%2F%2Fexample.jp%2Fa"),
    ],
    "French": [
        ("TXT002", "title: Crue &eacute;clair"),
        ("TXT002", "title: Windows&reg; 11 à l'école"),
        ("TAG004", 'tags: ["crue,fleuve,pluie"]'),
        ("TAG009", 'tags: ["Jour de l’An", "Jour de l\'An"]'),
        ("LNK009", "link: https://www.example.fr/a?x=1&amp;y=2"),
    ],
    "German": [
        ("TXT008", "title: Ohne Titel"),
        ("TAG009", "tags: [Hochwasser, Hoch-Wasser]"),
        ("TAG009", 'tags: ["Scho\u0308newolf", "Schönewolf"]'),
        ("LNK006", "link: https://amp.example.de/artikel/hochwasser-1234"),
        ("SRC004", "author: By Jürgen Groß\nsource: Süddeutsche Zeitung"),
    ],
    "Spanish": [
        ("TXT008", "title: https://www.example.es/noticias/rio/"),
        ("TAG004", "tags: [\"['agua', 'rio']\"]"),
        ("TAG003", 'tags: ["¿?", agua]'),
        ("LNK002", "link: htps://example.es/noticias/rio/"),
        ("LNK008", "link: http://rss.example.es/~r/portada/~3/x/"),
    ],
}

FEEDS = [
    ("TXT006", "title: Yeni sürüm - Vercel\nlink: https://vercel.com/blog/a"),
    ("TXT006", "title: 台風が上陸｜朝日新聞\nlink: https://www.asahi.com/articles/a"),
    ("TXT006", "title: YouTube - Наводнение\nlink: https://www.youtube.com/watch?v=1"),
    ("TXT006", "title: 'Flut :: Der Bote'\nsource: der bote"),
    ("TXT006", "title: Новость - Пример\nlink: https://пример.рф/новости/1"),
    ("TAG006", "title: Россия запустила спутник на орбиту\ntags: [россия, на, орбиту]"),
    ("TAG006", "title: Iran launches satellites\ntags: [iran, launches, satellites]"),
    ("TAG006", "title: भारत में बाढ़\ntags: [भारत, में, बाढ़]"),
]


def _found(text: str, preset: str, generator: str) -> list[tuple[str, str]]:
    how = settings({"preset": preset}, generator=generator)
    path = "_posts/2025-12-31-a.md" if generator == "jekyll" else "content/news/a.md"
    found = engine.check(source(text), path, "a.md", how)
    return [(one.code, one.message) for one in found if one.code.startswith(FAMILIES)]


@each("generator", ["hugo", "jekyll", "generic"])
@each("preset", ["default", "news"])
@each("language", RIGHT)
def test_what_is_right_is_left_alone(language: str, preset: str, generator: str) -> None:
    assert _found(RIGHT[language], preset, generator) == []


@each(("code", "front"), [pytest.param(*one) for rows in WRONG.values() for one in rows])
def test_what_is_wrong_is_found_by_default(code: str, front: str) -> None:
    title = "" if front.startswith("title") else "title: A\n"
    found = _found(f"---\n{title}{front}\n---\nText.\n", "default", "hugo")
    assert [one for one, _ in found] == [code], found


@pytest.mark.parametrize(("code", "front"), FEEDS)
def test_what_feeds_bring_is_found_in_news(code: str, front: str) -> None:
    title = "" if front.startswith("title") else "title: A\n"
    found = _found(f"---\n{title}{front}\n---\nText.\n", "news", "hugo")
    assert code in [one for one, _ in found], found


def test_one_fault_is_told_once() -> None:
    text = '---\ntitle: A\ntags: [KI, ki, "Scho\u0308n", "Schön", a b, a-b]\n---\nText.\n'
    codes = [code for code, _ in _found(text, "news", "hugo")]
    assert codes == ["TAG001", "TAG009", "TAG009"]
