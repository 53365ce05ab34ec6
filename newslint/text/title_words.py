"""Words that make no topic, by which a list of terms shows that a script cut it from a title."""

from __future__ import annotations

from newslint.text.words import STOP_WORDS, has_folded_word

# Verbs of headlines, in the forms that stand there. Left out are those that are a topic or a name
# as well, in any language (plans, posts, plant, lance, will, dice).
_VERB_FORMS = """
adds admits aims announces announced arrives becomes begins brings came comes confirms continues
deepen deepens demands denies dies ends expands explains finds gets gives goes hails helps joins
kills killed launches launched learns leaves loses makes meets needs prepares presents promises
publishes pushes raises reaches reveals rejects returns rises said says sees seeks slams stops takes
tells threatens tries unveils uses urges wants warns wins beginnt bleibt bringt droht findet fordert
geht gewinnt gibt hilft kommt kritisiert sagt sieht steht steigt startet stirbt sucht verliert warnt
wird zeigt annonce appelle arrive dit demande devient donne meurt ouvre perd peut prend prépare
refuse reste va veut anuncia busca cae crece gana llega muere pide pierde quiere sube annuncia
arriva chiede muore vuole açıkladı başladı dedi geldi istedi oldu öldü verdi yaptı будет заявил
заявила запустил назвал начал начала объявил погиб получил рассказал сообщил стал стала أعلن أعلنت
قال قالت कहा किया दिया बताया हुआ
"""
_VERBS = frozenset(_VERB_FORMS.split())

# Function words that are topics as well: keywords and commands of programs, codes of countries and
# languages, names of pages.
_TOPICAL = """
a about after again all also an and any are as at be before being between by could de des do el et
for from have here how if in into is just more most not of on only or over so some such than that
then there this to une what when where which while why with
"""
_PURE = STOP_WORDS - frozenset(_TOPICAL.split())
"""Function words that are nothing else."""


def is_no_topic(word: str, more: tuple[str, ...] = ()) -> bool:
    """True for a function word that is no name, code or keyword; `more` are the site's own."""
    lowered = word.lower()
    if lowered in more:
        return True
    return word == lowered and lowered in _PURE and (len(word) > 2 or not word.isascii())


def are_title_words(words: list[str], title: str) -> bool:
    """True for two words or more that all stand in the title, as a script cuts them or as an author
    chooses them: a list by itself does not tell, a site on which most are so does."""
    if len(words) < 2:
        return False
    title = title.casefold()
    apart = set(title.split())
    if apart.issuperset(words):
        return True
    for word in words:
        folded = word.casefold()
        if " " in word or (folded not in apart and not has_folded_word(title, folded)):
            return False
    return True


def cut_from_title(words: list[str], title: str, more: tuple[str, ...] = ()) -> list[str]:
    """Those of a list's words that are a topic of nothing, where all are single words of the title.

    That are function words, verbs and bare numbers; without one the words may have been chosen.
    `more` are function words of the site's own.
    """
    odd = [word for word in words if is_headline_word(word, more)]
    return odd if odd and are_title_words(words, title) else []


def is_headline_word(word: str, more: tuple[str, ...] = ()) -> bool:
    """True for a function word, a verb of headlines and a bare number; `more` are the site's own.

    Every word that is no topic is one.
    """
    lowered = word.lower()
    number = word.isdecimal() and (len(word) != 4 or word[0] == "0")
    return number or lowered in STOP_WORDS or lowered in _VERBS or lowered in more
