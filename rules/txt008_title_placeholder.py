"""title-placeholder (TXT008): the title is none: a placeholder, a file name, an address, a stub.

## What it does

Reports a title that is a placeholder (`Untitled`), an address, the file's own name with its ending
(`my-post.md`) or the one that a camera gave (`IMG_1234.jpg`), the slug of the article's own file
(five words or more), a label of a newsroom with nothing after it (`Video:`), and one that a script
has cut off: it ends in `[…]`, or in `…` where description, summary or the start of the body go on
with the same words. A draft may have a placeholder until it is published.

## Why it matters

It is what readers, feeds and search results show.

## Fix

None: only the author knows the title.

## Options

- `words` (default []): more placeholders, in lower case.
- `quoted` (default false): a title in straight quotes all around is a note.

## Source

Placeholders that editors and importers leave behind, in the languages that they speak. Measured on
21 public sites: short names with hyphens (`oh-my-zsh`), titles that end in a colon and ellipses of
their authors made 51 of 86 reports.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Context,
    Example,
    Field,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)
from newslint.text.cut_texts import goes_on, plain
from newslint.text.placeholders import is_placeholder
from newslint.text.regex import regex
from newslint.text.words import is_stop_word

_LABELS = frozenset(
    (
        *("analysis", "audio", "breaking", "exclusive", "gallery", "listen", "live", "opinion"),
        *("photo", "photos", "podcast", "update", "video", "videos", "watch"),
        *(
            "entrevista",
            "eilmeldung",
            "en vivo",
            "en direct",
            "exclusif",
            "foto",
            "fotos",
            "galería",
        ),
        *("kommentar", "opinión", "son dakika", "tribune", "vidéo", "видео", "мнение", "срочно"),
        *("фото", "فيديو", "عاجل", "वीडियो", "영상", "속보", "動画", "速報", "视频", "快讯"),
    )
)
_CUT = ("…", "...", "[…]", "[...]")
_ENDS = '….]:："'
"""What a title ends with that is a label, cut off or in quotes."""
_SLUG_WORDS = 5
_ENDINGS = ("md", "mdx", "markdown")
_WELL_KNOWN = ("agents", "changelog", "claude", "contributing", "license", "readme", "skill")
_CAMERA = regex(r"(?i)(?:IMG|DSCN?|DSCF|PXL|P|VID)_?\d{4,}[\w~-]*\.(?:jpe?g|png|heic|webp|mp4)")
"""Names that cameras and telephones give."""
_START = 4000
"""Characters of the body in which the start of a title is looked for."""


class Options(NamedTuple):
    """`words` are placeholders; `quoted`: whether quotes around a title are reported."""

    words: tuple[str, ...] = ()
    quoted: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem."""
    field = article.get("title")
    text = field.text.strip() if field is not None and field.text else ""
    if field is None or not text:
        return
    fault = _fault(article, text, options)
    if fault is not None:
        what, advice = fault
        what = f"{field.key} {shorten(text)} {what}"
        yield Problem(field.value.span, what, field.key, advice=advice)
    elif options.quoted and text[0] == text[-1] == '"' and text.count('"') == 2 and len(text) > 2:
        yield _quoted(field, text)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for most titles: several words, and no mark at the end."""
    text = scalar.text.strip()
    if " " not in text or text[-1] in _ENDS:
        return True
    return is_placeholder(text) or text.lower() in options.words


def _fault(article: Article, text: str, options: Options) -> tuple[str, str] | None:
    """What is wrong with a title, and what to do; None when it is one."""
    if is_placeholder(text) or text.lower() in options.words:
        return None if _is_draft(article) else ("is a placeholder", "write a title")
    if " " not in text and (what := _name(article, text)):
        return what, "write a title"
    if text[-1] in ":：" and text[:-1].strip().lower() in _LABELS:
        return "is only a label", "write the text that it introduces"
    if text.endswith(_CUT) and _is_cut(article, text):
        return "is cut off", "write the full title"
    return None


def _is_own_name(path: str, text: str) -> bool:
    """True for the name of the article's own file, with its ending; not for the names of files that
    have an article of their own (`README.md`)."""
    stem, dot, ending = text.rpartition(".")
    if not dot or ending.lower() not in _ENDINGS or stem.isupper() or stem.lower() in _WELL_KNOWN:
        return False
    name = re.sub(r"^\d{4}-\d{1,2}-\d{1,2}-", "", path.rpartition("/")[2]).rpartition(".")[0]
    return name.casefold() in (stem.casefold(), text.casefold(), f"{stem}-{ending}".casefold())


def _is_draft(article: Article) -> bool:
    """True for a draft: its title is still to be written."""
    draft = article.get("draft")
    return draft is not None and draft.scalar is not None and draft.scalar.text.lower() == "true"


def _name(article: Article, text: str) -> str:
    """What a title without spaces is the name of; empty where it may be a title."""
    if re.match(r"https?://\S+\.\S|www\.\S+\.\S+/\S", text):
        return "is a URL"
    if "-" in text and _is_file_name(article.path, text):
        return "is a slug"
    if _CAMERA.fullmatch(text) or _is_own_name(article.path, text):
        return "is a file name"
    return ""


def _is_file_name(path: str, text: str) -> bool:
    """True for words with hyphens that are the name of the article's own file or folder.

    Names of programs have hyphens too (`oh-my-zsh`, `end-to-end-testing`): five words, one of them
    a function word, make a headline.
    """
    words = text.removesuffix(".md").removesuffix(".html").split("-")
    if len(words) < _SLUG_WORDS or text != text.lower() or not all(map(str.isalnum, words)):
        return False
    *folders, file = path.split("/")
    names = (file.rpartition(".")[0], *folders[-1:])
    bare = "-".join(words)
    own = any(re.sub(r"^\d{4}-\d{1,2}-\d{1,2}-", "", name.lower()) == bare for name in names)
    return own and any(is_stop_word(word) for word in words)


def _is_cut(article: Article, text: str) -> bool:
    """True when the mark at the end is a script's: `[…]`, or the text goes on somewhere else."""
    if text[-1] == "]":
        return True
    stem = plain(text.rstrip(".… "))
    others = [field.text or "" for field in article.pick(("description", "summary"))]
    return any(goes_on(stem, plain(other)) for other in (*others, article.body[:_START]))


def _quoted(field: Field, text: str) -> Problem:
    what = f"{field.key} {shorten(text)} is enclosed in literal quotation marks"
    return Problem(field.value.span, what, field.key, severity="info", advice="remove them")


RULE = Rule(
    code="TXT008",
    name="title-placeholder",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=2, note="399 unseen sites"),
    fields=("title",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="An editor's placeholder, with odd quotes and a comment",
            front="""\
title: 'Untitled'  # later
""",
            found=(("2:8-2:18", "title `Untitled` is a placeholder; write a title"),),
        ),
        Example(
            note="A draft has its title still to come",
            front="""\
title: Без названия
draft: true
""",
        ),
        Example(
            note="The name of the file itself",
            front="""\
title: 우분투-설치.md # from the command line
""",
            found=(("2:8-2:17", "title `우분투-설치.md` is a file name; write a title"),),
            path="content/posts/2025-07-01-우분투-설치.md",
        ),
        Example(
            note="The name that a camera gave",
            front="""\
title: "IMG_20240102_101112.jpg"
""",
            found=(("2:8-2:33", "title `IMG_20240102_101112.jpg` is a file name; write a title"),),
        ),
        Example(
            note="A file that is the subject",
            front="""\
title: README.md
""",
            path="content/docs/readme.md",
        ),
        Example(
            note="Another file than its own",
            front="""\
title: config.mdx
""",
            path="content/docs/files/settings.md",
        ),
        Example(
            note="A placeholder in another language",
            front="""\
title: 無題
""",
            found=(("2:8-2:10", "title `無題` is a placeholder; write a title"),),
        ),
        Example(
            note="A slug",
            front="""\
title: the-flood-in-mumbai-2025
""",
            found=(("2:8-2:32", "title `the-flood-in-mumbai-2025` is a slug; write a title"),),
            path="content/news/2025-07-01-the-flood-in-mumbai-2025.md",
        ),
        Example(
            note="Cut off by a feed",
            front="""\
title: The river rose by two metres last night, and the mayor …
description: The river rose by two metres last night, and the mayor told people to leave.
""",
            found=(
                (
                    "2:8-2:64",
                    (
                        "title `The river rose by two metres last night, and the mayor …` is "
                        "cut off; write the full title"
                    ),
                ),
            ),
        ),
        Example(
            note="An ellipsis that its author has written",
            front="""\
title: Fifty children learned how to code. Turns out, some of them knew how...
""",
        ),
        Example(
            note="Cut off, as its mark says; a label",
            front="""\
title: Наводнение в нижней части долины […]
""",
            found=(
                (
                    "2:8-2:44",
                    "title `Наводнение в нижней части долины […]` is cut off; write the full title",
                ),
            ),
        ),
        Example(
            note="A label",
            front="""\
title: "Vidéo :"
""",
            found=(
                ("2:8-2:17", "title `Vidéo :` is only a label; write the text that it introduces"),
            ),
        ),
        Example(
            note="Quotes twice",
            front="""\
title: '"Flood in Mumbai"'
""",
            found=(
                (
                    "2:8-2:27",
                    'title `"Flood in Mumbai"` is enclosed in literal quotation marks; remove them',
                ),
            ),
            options={"quoted": True},
        ),
        Example(
            note="An author's ellipsis, to which the text is the answer",
            front="""\
title: So, You Want to Give Up …
description: Then read this first.
""",
        ),
        Example(
            note="A name with hyphens, of a program that has its own page",
            front="""\
title: oh-my-zsh
""",
            path="content/tools/oh-my-zsh.md",
        ),
        Example(
            note="A shortcode of an emoji is no label",
            front="""\
title: "Apple Annie :wave:"
""",
        ),
        Example(
            note="A headline may be a quotation",
            front="""\
title: “Überschwemmung”
""",
        ),
    ),
)
