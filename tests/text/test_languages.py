"""Correct texts of many languages: no rule of any preset has anything to say of them.

Only rules about what is missing or short may speak: they do not look at the language.
"""

# ruff: noqa: E501  # texts in one piece

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.setting import settings, source

SHORT = frozenset(("TXT010",))


class Words(NamedTuple):
    """What an article says, in one language."""

    title: str
    description: str
    author: str
    source: str
    tags: tuple[str, ...]


LANGUAGES = {
    "arabic": Words(
        "ارتفاع منسوب المياه في نهر دجلة بعد أمطارٍ غزيرة",
        "قال مسؤولون إنّ «منسوب المياه» ارتفع ثلاثة أمتار خلال ليلةٍ واحدة؛ والسكّان ينتظرون.",
        "محمد عبد الله",
        "صحيفة الميناء",
        ("الطقس", "نهر دجلة", "العراق"),
    ),
    "arabic-with-marks": Words(
        "\u200fإصدار C++\u200f الجديد: ما الذي تغيّر؟",
        "\u200fتدعم النسخة 3.0\u200e البروتوكول \u202aHTTP/3\u202c، وفق ما أعلنته الشركة يوم الخميس.",
        "ليلى حسن",
        "\u2067عالم التقنية\u2069",
        ("برمجة", "C++"),
    ),
    "bengali": Words(
        "বন্যায় পানিবন্দী হাজারো মানুষ, বাড়ছে নদীর পানি",
        "টানা তিন দিনের বৃষ্টিতে নদীর পানি বেড়ে গেছে; আশ্রয়কেন্দ্রে গেছেন বহু পরিবার।",
        "রহিমা খাতুন",
        "প্রথম কথা",
        ("বন্যা", "ঢাকা", "আবহাওয়া"),
    ),
    "burmese": Words(
        "မြစ်ရေ\u200bမြင့်တက်\u200bလာ၍ ရွာများ\u200bရေကြီး",
        "သုံးရက်ဆက်တိုက် မိုးရွာပြီးနောက် မြစ်ရေမြင့်တက်လာခဲ့သည်။ ရွာသားများ ဘေးလွတ်ရာသို့ ရွှေ့ပြောင်းသည်။",
        "မြင့်မြင့်",
        "ရန်ကုန်သတင်း",
        ("မိုး", "ရေကြီးမှု"),
    ),
    "chinese": Words(
        "暴雨过后:河水漫过堤岸,下游村庄被淹——居民已撤离",
        "连续三天的大雨之后,“水位上涨了三米”,当地政府表示(截至周四)没有人员伤亡。救援仍在继续……",
        "王小明",
        "山海周报",
        ("洪水", "天气", "中国"),
    ),
    "emoji": Words(
        "👩\u200d🚀 lands 🏳\ufe0f\u200d🌈 in 🏴󠁧󠁢󠁥󠁮󠁧󠁿 – 👨\u200d👩\u200d👧\u200d👦 cheer 1\ufe0f⃣ ❤\ufe0f\u200d🔥",
        "The crew 👩🏽\u200d🚀👨🏿\u200d🚀 came back to 🇫🇷 after 90 days in orbit ☀\ufe0f, and nobody knew 🤷\u200d♀\ufe0f when to 🎉.",
        "Ana Pérez",
        "Space ✨ Daily",
        ("space 🚀", "👩\u200d🚀 crew"),
    ),
    "french": Words(
        "«\u00a0Vraiment\u202f?\u00a0» L’œuvre d’Édouard à l’Élysée – été… ou hiver\u00a0!",
        "Le ministre l’a dit\u00a0: «\u00a0c’est fini\u00a0», mais à Besançon les élèves n’y croient pas. Ça va…",
        "Zoë Lefèvre-d’Aubigné",
        "Le Monde",
        ("Élections", "Besançon", "Côte d’Ivoire"),
    ),
    "german": Words(
        "Überschwemmung: Ärger in Köln – „So groß wie nie“",
        "Die Straße nach Füssen ist gesperrt; ein Auf\u200cläufer „tauchte“ auf, 25 m² Fläche à 3 €.",
        "Jürgen Groß",
        "Süddeutsche Zeitung",
        ("Hochwasser", "Köln", "Straßen"),
    ),
    "greek": Words(
        "Πλημμύρες στη Θεσσαλία· «ποτέ ξανά», λένε οι κάτοικοι",
        "Μετά από τρεις ημέρες βροχής ο ποταμός ξεχείλισε· οι κάτοικοι απομακρύνθηκαν με βάρκες.",
        "Νίκος Παπαδόπουλος",
        "Καθημερινά Νέα",
        ("Καιρός", "Θεσσαλία"),
    ),
    "hebrew": Words(
        "\u200fגשמים כבדים: הנחל עלה על גדותיו ב־12 שעות\u200f",
        "\u200fשלוש יממות של גשם הציפו את העמק, ו\u200eNATO\u200f שלחה סיוע. \u2067«לא ראינו כזה דבר»\u2069.",
        "דנה כהן",
        "ידיעות הצפון",
        ("מזג אוויר", "צה״ל"),
    ),
    "hindi": Words(
        "बाढ़ का पानी उतरा, क्\u200dषति का आकलन शुरू: ज़िलाधिकारी",
        "तीन दिन की बारिश के बाद नदी का जलस्तर बढ़ा; फ़सलों को नुकसान। पढ़ाई बंद, सड़कें टूटीं।",
        "अनिता शर्मा",
        "जनसत्ता समाचार",
        ("बाढ़", "मौसम", "उत्तर प्रदेश"),
    ),
    "japanese": Words(
        "大雨で川が増水、「過去最大」 ― 避難者3万人 特集:台風10号",
        "三日続いた雨で川があふれ、下流の村が浸水した。住民は「こんなことは初めて」と話す。プロジェクト・チームが調査中。",
        "山田 太郎",
        "朝日新聞",
        ("台風", "天気", "プロジェクト"),
    ),
    "khmer": Words(
        "ទឹកជំនន់\u200bនៅ\u200bភ្នំពេញ\u200bបន្ត\u200bកើន\u200bឡើង",
        "ភ្លៀង\u200bធ្លាក់\u200bបី\u200bថ្ងៃ\u200bជាប់\u200bគ្នា ធ្វើឱ្យ\u200bទឹក\u200bទន្លេ\u200bហៀរ។",
        "សុខ ចាន់",
        "ដំណឹង\u200bថ្ងៃនេះ",
        ("អាកាសធាតុ", "ភ្នំពេញ"),
    ),
    "korean": Words(
        "폭우로 강물 범람… “이런 비는 처음” – 주민 3만 명 대피",
        "사흘 동안 내린 비로 강이 넘쳐 하류 마을이 물에 잠겼다. 정부는 “복구에 최선을 다하겠다”고 밝혔다.",
        "김민수",
        "한겨레",
        ("폭우", "날씨", "서울"),
    ),
    "persian": Words(
        "سیل در خوزستان؛ آب\u200cها به خانه\u200cها رسیده\u200cاند",
        "پس از سه روز بارندگی، مردم می\u200cگویند «چنین چیزی ندیده\u200cایم» و کمک\u200cرسانی ادامه دارد.",
        "زهرا محمدی",
        "روزنامهٔ شرق",
        ("سیل", "آب\u200cوهوا", "خوزستان"),
    ),
    "polish": Words(
        "Powódź w Łodzi: „Żółty alarm” – mówi prezydent Gdańska",
        "Po trzech dniach deszczu rzeka wystąpiła z brzegów; mieszkańcy źle śpią, a woda wciąż się podnosi.",
        "Łukasz Żak",
        "Gazeta Wyborcza",
        ("Powódź", "Łódź"),
    ),
    "portuguese": Words(
        "“AMANHÔ NÃO: São Paulo diz “até já” à inflação",
        "Após três dias de chuva, a água subiu 3,5 m – “nunca vi nada assim”, diz a avó de João Gonçalves.",
        "João Gonçalves",
        "Folha da Manhã",
        ("São Paulo", "Inflação"),
    ),
    "russian": Words(
        "Наводнение в Сибири: «Такого ещё не было» — глава региона",
        "После трёх дней дождя река вышла из берегов; жители эвакуированы. Сёстры Рёриха, подъём воды на 3 м².",
        "Пётр Ёлкин",
        "Новая газета",
        ("Наводнение", "Сибирь", "СССР"),
    ),
    "stress-marks": Words(
        "За\u0301мок или замо\u0301к? Ọ̀yọ́ and Vietnamese tiếng Việt",
        "Ударение меняет смысл: му\u0301ка и мука\u0301. Yorùbá: ẹ̀kọ́, ọ̀rọ̀. Việt: Nguyễn Thị Phương Thảo kể chuyện.",
        "Nguyễn Văn Ân",
        "Báo Tuổi Trẻ",
        ("Yorùbá", "Tiếng Việt"),
    ),
    "tamil": Words(
        "வெள்ளம்: ஆற்று நீர் வடிந்தது, சேதம் கணக்கெடுப்பு தொடக்கம்",
        "மூன்று நாட்கள் பெய்த மழையால் ஆறு கரைபுரண்டது; மக்கள் பாதுகாப்பான இடங்களுக்குச் சென்றனர்.",
        "மீனா குமார்",
        "தினமணி",
        ("வெள்ளம்", "சென்னை"),
    ),
    "thai": Words(
        "น้ำท่วม\u200bเชียงใหม่ ชาวบ้านอพยพกว่า 3,000 คน",
        "ฝนตกหนักติดต่อกันสามวันทำให้แม่น้ำล้นตลิ่ง ชาวบ้านบอกว่าไม่เคยเห็นน้ำมากขนาดนี้มาก่อน ฯลฯ",
        "สมชาย ใจดี",
        "ข่าวเหนือ",
        ("อุทกภัย", "เชียงใหม่"),
    ),
    "turkish": Words(
        "İSTANBUL’DA SEL: “Iğdır’a da ulaştı” – ĞÜŞ İÇİN UYARI",
        "Üç gün süren yağmurun ardından dere taştı; İzmir’de ışıklar söndü, şimdi çalışmalar sürüyor.",
        "Çağrı Işık",
        "Cumhuriyet",
        ("Hava durumu", "İstanbul", "Iğdır"),
    ),
    "ukrainian": Words(
        "Повінь на Рівненщині: «Їхали човном» – очевидиці з’явилися",
        "Січень у Рівному: річка вийшла з берегів, рівень води зріс на 3 м. Сім’ї Різниченків Ґанок залило.",
        "Ірина Їжак",
        "Українська правда",
        ("Повінь", "Рівне"),
    ),
    "urdu": Words(
        "سیلاب سے ہزاروں افراد متاثر، دریا کا پانی اُترنے لگا",
        "تین دن کی بارش کے بعد دریا کا پانی آبادی میں داخل ہو گیا؛ حکومت نے امداد کا اعلان کیا ہے۔",
        "عائشہ خان",
        "روزنامہ جنگ",
        ("سیلاب", "موسم"),
    ),
}


def _article(words: Words) -> str:
    """An article as a careful editor has it, in flow style and double quotes."""
    quoted = {name: json.dumps(text, ensure_ascii=False) for name, text in words._asdict().items()}
    return f"""---
title: {quoted["title"]}
date: 2025-12-31T10:00:00Z
slug: flood
description: {quoted["description"]}
link: https://www.example.org/2025/12/31/flood
source: {quoted["source"]}
author: {quoted["author"]}
tags: {quoted["tags"]}
categories: [{json.dumps(words.source + " 1", ensure_ascii=False)}]
---
{words.description}

{words.title}
"""


@pytest.mark.parametrize("target", ["hugo", "generic", "jekyll", "hexo", "eleventy", "astro"])
@pytest.mark.parametrize("preset", ["default", "news", "strict"])
def test_correct_text_is_not_reported(preset: str, target: str) -> None:
    made = settings({"preset": preset}, generator=target)
    said = [
        f"{language}: {one.code} {one.text}"
        for language, words in LANGUAGES.items()
        for one in engine.check(source(_article(words)), "content/news/a.md", "a.md", made)
        if one.code not in SHORT
    ]
    assert said == []


@each("preset", ["default", "news", "strict"])
@each("language", LANGUAGES)
def test_as_summary_title_and_url(language: str, preset: str) -> None:
    words = LANGUAGES[language]
    made = settings({"preset": preset, "ignore": ["SCH001", "LNK", "SRC"]})
    title, summary = (json.dumps(t, ensure_ascii=False) for t in (words.title, words.description))
    text = f"---\ntitle: {title}\nsummary: {summary}\ndate: 2025-12-31T10:00:00Z\n---\n{summary}\n"
    found = engine.check(source(text), "content/news/a.md", "a.md", made)
    assert [f"{d.code} {d.text}" for d in found if d.code not in SHORT] == []
