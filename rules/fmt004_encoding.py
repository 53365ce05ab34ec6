"""encoding (FMT004): the file is not UTF-8, was encoded twice, or characters were lost in it.

## What it does

Reports a file that is not valid UTF-8, at its first bad byte, and names what it is instead: UTF-16
and UTF-32 (by their mark, or by where their NULs stand), Windows-1252, Latin-1, a mixture of UTF-8
and Windows-1252, or UTF-8 with a damaged place. Also a file that as a whole was encoded in UTF-8
twice (`CafÃ©` for `Café`, in the body too), and each U+FFFD in the front matter: there a program
has already put the replacement character for one that it could not read. A value that a tag calls
binary (`!binary |`) is a warning: programs show the base64, or refuse it.

## Why it matters

Hugo shows U+FFFD for every byte that is not UTF-8, and takes a UTF-16 file for one without front
matter: an empty page. The file is not checked any further.

## Fix

Writes the file in UTF-8, front matter and body, and changes nothing else of it: unsafe, and only
where the reading is certain, so that the text in its old encoding is the same bytes again.

- UTF-16 and UTF-32: the whole file is characters, and begins with a fence.
- Windows-1252 and Latin-1: no byte beyond ASCII is a part of UTF-8, and each other encoding in
  which the bytes make words gives the same text, or the language of the text has the letters of
  this one alone. `Gda\\xf1sk` stays: it may be `Gdańsk`.
- A file that was encoded twice: every character beyond ASCII is a part of what UTF-8 becomes when
  it is read as Windows-1252.

A value in base64 becomes the text that it is, where that is one line: unsafe, too.

Where it is not certain, say what it is: `newslint fix --unsafe-fixes --from-encoding windows-1251`,
or `from-encoding` in the config. That holds for the files that are not UTF-8 and nothing else. A
file that mixes encodings is never rewritten.

## Options

None.

## Source

RFC 3629 (UTF-8); measured with Hugo 0.168; the library ftfy for what was encoded twice.
"""

from newslint.rule import (
    Article,
    BinaryText,
    EncodedTwice,
    Example,
    Fix,
    Iterator,
    NoOptions,
    NotUtf8,
    Precision,
    Problem,
    Reencode,
    ReplacementCharacter,
    ReplaceText,
    Rule,
    SetScalar,
    scalars_in,
    shorten,
)

_ADVICE = {
    "readable": "save it as UTF-8",
    "known": "save it as UTF-8",
    "damaged": "restore the file from the original",
    "misnamed": "name another encoding",
    "unknown": "name it with `--from-encoding` or save the file as UTF-8",
}

_WHY = "the encoding is inferred from the text, and every byte of the file is written anew"


def word(
    article: Article,
    fault: NotUtf8 | EncodedTwice | ReplacementCharacter | BinaryText,
    options: NoOptions,
) -> Iterator[Problem]:
    """Word the first bad byte, the double encoding, each run of lost characters, or base64."""
    if isinstance(fault, NotUtf8):
        advice = _ADVICE[fault.decoding]
        yield Problem(fault.span, fault.what, fix=_fix(fault), advice=advice)
    elif isinstance(fault, EncodedTwice):
        fix = Fix("Encode the file in UTF-8 once", (Reencode(fault.meant),), safe=False, why=_WHY)
        yield Problem(fault.span, fault.what, fix=fix, advice="encode it once")
    elif isinstance(fault, BinaryText):
        yield _binary(article, fault)
    else:
        what = "U+FFFD replaces a character that was lost"
        yield Problem(fault.span, what, advice="restore it from the original")


def _fix(fault: NotUtf8) -> Fix | None:
    if fault.decoding != "readable":
        return None
    return Fix("Write the file in UTF-8", (Reencode(),), safe=False, repair=True, why=_WHY)


def _binary(article: Article, fault: BinaryText) -> Problem:
    if fault.meant is None:
        what = f"{fault.key} is binary, and not a text in base64"
        return Problem(fault.span, what, fault.key, severity="warning", advice="write it as text")
    values = (one for field in article.fields for one in scalars_in(field.value))
    value = next((one for one in values if one.span.start == fault.value), None)
    fix = None
    if value is not None and "\n" not in fault.meant.rstrip("\n"):
        changes = (SetScalar(value, fault.meant.rstrip("\n")), ReplaceText(fault.span, ""))
        why = "not every program reads base64, and what is shown so far is another text"
        fix = Fix("Write the text itself", changes, safe=False, why=why)
    what = f"{fault.key} is binary, the base64 of {shorten(fault.meant)}"
    return Problem(
        fault.span, what, fault.key, fix, severity="warning", advice="write the text itself"
    )


RULE = Rule(
    code="FMT004",
    name="encoding",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    faults=(NotUtf8, EncodedTwice, ReplacementCharacter, BinaryText),
    word=word,
    examples=(
        Example(
            "Two characters were lost, then one in a comment",
            "---\ntitle: 'S\ufffd\ufffdo Paulo' # Brasil\ufffd\n---\nCaf\ufffd.\n",
            (
                (
                    "2:10-2:12",
                    "U+FFFD replaces a character that was lost; restore it from the original",
                ),
                (
                    "2:29-2:30",
                    "U+FFFD replaces a character that was lost; restore it from the original",
                ),
            ),
        ),
        Example(
            "Encoded twice, the body too",
            "---\ntitle: CafÃ© crÃ¨me # cafÃ©\n---\nCâ€™est trÃ¨s bien.\n",
            (("2:11-2:13", "the file was encoded twice: `Ã©` should be `é`; encode it once"),),
            "---\ntitle: Café crème # café\n---\nC’est très bien.\n",
            unsafe=True,
        ),
        Example(
            note="Text that a script took for binary, and what is no text",
            front="""\
title: !binary |
  w5xiZXJmbHV0dW5nOiDmtKrmsLQ=
summary: !!binary "SGVsbG8=" # hello
tags: [!binary YQ==, b]
x: !binary /w==
""",
            found=(
                (
                    "2:8-2:16",
                    ("title is binary, the base64 of `Überflutung: 洪水`; write the text itself"),
                ),
                (
                    "4:10-4:19",
                    "summary is binary, the base64 of `Hello`; write the text itself",
                ),
                ("5:8-5:16", "tags is binary, the base64 of `a`; write the text itself"),
                ("6:4-6:12", "x is binary, and not a text in base64; write it as text"),
            ),
            front_after="""\
title: |-
  Überflutung: 洪水
summary: "Hello" # hello
tags: [a, b]
x: !binary /w==
""",
            unsafe=True,
        ),
        Example("A title alone is no file", "---\ntitle: CafÃ©\n---\nC’est très bien.\n"),
        Example("Every language has its place", "---\ntitle: 'São 洪水 наводнение 😀'\n---\n"),
    ),
)
