"""Ends that feeds and templates add to a text: `Continue reading`, `The post … appeared first`."""

from __future__ import annotations

from functools import lru_cache

# How long they may be, in characters: the whole, and its end with the site's name
_TAIL, _SITE = 240, 120
_ELISIONS = ("[…]", "[...]", "[&hellip;]", "[&#8230;]", "(more…)", "(more...)", "(more&hellip;)")
# What stands before the title of a post, and between that and the name of the site
_CREDITS = {
    "appeared first on": "the post ",
    "first appeared on": "the post ",
    "erschien zuerst auf": "der beitrag ",
    "primero en": "la entrada ",
    "est apparu en premier sur": "l'article ",
    "proviene da": "l'articolo ",
    "apareceu primeiro em": "o post ",
    "verscheen eerst op": "het bericht ",
    "pochodzi z serwisu": "artykuł ",
    "появились сначала на": "сообщение ",
    "dök först upp på": "inlägget ",
    "blev først udgivet på": "indlægget ",
    "dukket først opp på": "innlegget ",
    "أولاً على": "ظهرت المقالة ",
    "に最初に表示されました": "投稿 ",
}
_ASCII_CREDITS = tuple(credit for credit in _CREDITS if credit.isascii())
_INVITATIONS = (
    "continue reading",
    "read more",
    "keep reading",
    "read the full story",
    "read the full article",
    "read the full post",
    "read the rest of this entry",
    "click here to read more",
    "weiterlesen",
    "lire la suite",
    "leer más",
    "seguir leyendo",
    "leia mais",
    "continua a leggere",
    "leggi tutto",
    "lees verder",
    "czytaj dalej",
    "читать далее",
    "devamını oku",
    "続きを読む",
    "阅读更多",
    "阅读全文",
    "閱讀全文",
    "查看全文",
    "查看更多",
    "もっと読む",
    "もっと見る",
    "계속 읽기",
    "더 읽기",
    "더 보기",
    "और पढ़ें",
    "आगे पढ़ें",
    "अधिक पढ़ें",
    "اقرأ المزيد",
    "اقرأ أكثر",
    "تابع القراءة",
    "ادامه مطلب",
    "читать полностью",
    "читать дальше",
    "подробнее",
    "devamını okuyun",
    "devamı için tıklayın",
    "mehr lesen",
    "en savoir plus",
    "lire plus",
    "sigue leyendo",
    "ver más",
    "continuar lendo",
)
_LAST_LETTERS = frozenset(words[-2:] for words in _INVITATIONS)
_TITLE_ENDS = ("→", "»", "›", "”", '"')
_ENDS = frozenset('.!?…。！？।؟۔]”"»)')


def boilerplate_start(text: str, phrases: tuple[str, ...] = ()) -> int:
    """Where the added end of a text starts, blanks before it included; its length without one.

    `phrases` are more texts that begin such an end, in any letter case.
    """
    return _start(text, phrases)


@lru_cache(maxsize=16)  # a summary that repeats the description is most of a feed
def _start(text: str, phrases: tuple[str, ...]) -> int:
    end = len(text)
    while (shorter := _cut_once(text[:end].rstrip(), phrases)) is not None:
        end = len(text[:shorter].rstrip())
    return end


def _cut_once(text: str, phrases: tuple[str, ...]) -> int | None:
    if text[-1:] in ("]", ")") and text.endswith(_ELISIONS):
        return max(text.rfind("["), text.rfind("("))
    base = max(0, len(text) - _TAIL)
    low = text[base:].replace("İ", "I").lower()  # the only letter that would become two
    at = _invitation(text[base:], low)
    if at < 0:
        at = _credit(low)
    for phrase in phrases:
        at = max(at, low.rfind(phrase.lower()))
    return base + at if at >= 0 else None


def _invitation(text: str, low: str) -> int:
    """Where the last sentence starts, when it invites to read on; -1 when it does not.

    After the words there may be a title, in quotes or before an arrow. "Read more about our plans"
    belongs to the text.
    """
    at = low.rfind("continue reading")
    if at < 0:
        core = low.rstrip(" .!?…»›→>)]”\"'")
        invites = core[-2:] in _LAST_LETTERS and core.endswith(_INVITATIONS)
        if not invites and low[-1:] not in _TITLE_ENDS:
            return -1
        at = max(map(core.rfind, _ENDS)) + 1
    before = low[:at].rstrip()
    start = at + len(low[at:]) - len(low[at:].lstrip(" ([>»"))
    if (before and before[-1] not in _ENDS) or not low.startswith(_INVITATIONS, start):
        return -1
    phrase = next(one for one in _INVITATIONS if low.startswith(one, start))
    behind = text[start + len(phrase) :].lstrip(" :")
    if text[start].islower() or not _is_title(behind, phrase):
        return -1
    return at


def _is_title(text: str, phrase: str) -> bool:
    if not any(map(str.isalnum, text)) or text[0] in '“"«‘' or text[-1] in _TITLE_ENDS[:3]:
        return True
    return phrase == "continue reading" and text[0].isupper() and text[-1] not in ".!?"


def _credit(low: str) -> int:
    """Where "The post … appeared first on …" begins; -1 when it does not stand there."""
    tail = low[-_SITE:]
    for credit in _ASCII_CREDITS if tail.isascii() else _CREDITS:
        if credit in tail:
            return low.replace("’", "'").rfind(_CREDITS[credit], 0, low.rfind(credit))
    return -1
