"""text-mojibake (TXT004): a text was decoded in the wrong encoding once.

## What it does

Looks in title, description, summary, authors, tags and other terms for what UTF-8 becomes when it
is read as Windows-1252 or one of its relatives (`CafÃ©`, `donâ€™t`, `РќРѕРІРѕСЃС‚Рё`), where the
text that was meant is certain.

## Why it matters

It is what readers, feeds and search results show, and it makes the URL: `/cafã/`.

## Fix

Writes the text that was meant: unsafe, because the page's URL may move. None where a part of it is
lost, so that U+FFFD or a garbled rest would stay.

## Options

None.

## Source

The library ftfy (`fix_encoding`), whose heuristics leave correct text of any language alone.
"""

from newslint.rule import (
    BEYOND_ASCII,
    TERMS,
    TEXT_ROLES,
    Article,
    EncodedTwice,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.mojibake import is_whole, repaired


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each garbled text; none where it is the whole file."""
    if any(article.faults_of(EncodedTwice)):
        return
    for field, scalar in _texts(article):
        if not scalar.text.isascii() and (meant := repaired(scalar.text)) is not None:
            yield _garbled(field, scalar, meant)


def _texts(article: Article) -> Iterator[tuple[Field, Scalar]]:
    """The texts, and each author and term."""
    for field in article.pick(TEXT_ROLES):
        if field.scalar is not None and field.text:
            yield field, field.scalar
    fields = (*article.pick(("author",)), *article.terms())
    for field in {field.key_span: field for field in fields}.values():
        for scalar in field.scalars:
            yield field, scalar


def _garbled(field: Field, scalar: Scalar, meant: str) -> Problem:
    start = _differs(scalar.text, meant)
    old, new = (shorten(part[start:], 24) for part in (scalar.text, meant))
    if not is_whole(meant):
        what = f"{field.key} is garbled at {old} and part of it is lost"
        return Problem(scalar.span, what, field.key, advice="restore it from the original")
    change = SetScalar(scalar, meant)
    fix = Fix(f"Replace {old} with {new}", (change,), safe=False, why="the text may be meant so")
    what, advice = f"{field.key} is garbled at {old}", f"change it to {new}"
    return Problem(scalar.span, what, field.key, fix, advice=advice)


def _differs(one: str, two: str) -> int:
    """Where the word starts in which two texts begin to differ."""
    same = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(two))
    return max(one.rfind(" ", 0, same) + 1, same - 12)


RULE = Rule(
    code="TXT004",
    name="text-mojibake",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=2, note="399 unseen sites"),
    fields=(*TEXT_ROLES, "author", TERMS),
    check=check,
    suspects=BEYOND_ASCII,
    examples=(
        Example(
            note="Tags and authors",
            front="""\
title: Diseño
tags: [diseÃ±o, sprint] # from the vault
authors:
- 'JosÃ© Ruiz'
""",
            found=(
                ("3:8-3:15", "tags is garbled at `diseÃ±o`; change it to `diseño`"),
                ("5:3-5:15", "authors is garbled at `JosÃ© Ruiz`; change it to `José Ruiz`"),
            ),
            front_after="""\
title: Diseño
tags: [diseño, sprint] # from the vault
authors:
- 'José Ruiz'
""",
            unsafe=True,
        ),
        Example(
            note="Terms of any language that are right",
            front="""\
title: A
tags: [Müll, Überschwemmung, São Paulo, Côte d’Ivoire, Ã, naïve, 台风, الفيضان, Ďáblice, Çarşı]
authors: [Zoë Ågren, "Ángel Íñigo", Łukasz Żółć, Đặng Văn Âu]
""",
        ),
        Example(
            note="UTF-8 read as Windows-1252, with a comment after it",
            front="""\
title: 'Le CafÃ© de MÃ©xico'  # from the feed
description: "They said they donâ€™t know â€“ yet"
""",
            found=(
                (
                    "2:8-2:29",
                    "title is garbled at `CafÃ© de MÃ©xico`; change it to `Café de México`",
                ),
                (
                    "3:14-3:51",
                    (
                        "description is garbled at `donâ€™t know â€“ yet`; change it to "
                        "`don’t know – yet`"
                    ),
                ),
            ),
            front_after="""\
title: 'Le Café de México'  # from the feed
description: "They said they don’t know – yet"
""",
            unsafe=True,
        ),
        Example(
            note="Cyrillic, Chinese, and a quote whose last byte is lost",
            front="""\
title: РќРѕРІРѕСЃС‚Рё РґРЅСЏ
description: ãƒ‹ãƒ¥ãƒ¼ã‚¹
summary: â€œWe wonâ€, she said
""",
            found=(
                (
                    "2:8-2:29",
                    "title is garbled at `РќРѕРІРѕСЃС‚Рё РґРЅСЏ`; change it to `Новости дня`",
                ),
                ("3:14-3:26", "description is garbled at `ãƒ‹ãƒ¥ãƒ¼ã‚¹`; change it to `ニュース`"),
                (
                    "4:10-4:31",
                    (
                        "summary is garbled at `â€œWe wonâ€, she said`; change it to `“We "
                        "won”, she said`"
                    ),
                ),
            ),
            front_after="""\
title: Новости дня
description: ニュース
summary: “We won”, she said
""",
            unsafe=True,
        ),
        Example(
            note="A part of it is lost",
            front="""\
title: 'æ—¥æœ¬èªž ï¿½'
description: Le CafÃ© sâ€™ouvre Ã€ la fin de lâ€
""",
            found=(
                (
                    "2:8-2:23",
                    (
                        "title is garbled at `æ—¥æœ¬èªž ï¿½` and part of it is lost; restore "
                        "it from the original"
                    ),
                ),
                (
                    "3:14-3:49",
                    (
                        "description is garbled at `CafÃ© sâ€™ouvre Ã€ la f…` and part of "
                        "it is lost; restore it from the original"
                    ),
                ),
            ),
        ),
        Example(
            note="Right in their languages",
            front="""\
title: “BOM DIA, AMANHÃ” – été… «ÇA» Ärger² CAFÉ™
description: Січень у Рівному. Сёрфинг. ĞÜŞ’ün İŞÇİ’si
summary: 东京 · سوق – समाचार ÎLE… À«
""",
        ),
    ),
)
