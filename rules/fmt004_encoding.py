"""encoding (FMT004): the file is not UTF-8, was encoded twice, or characters were lost in it.

## What it does

Reports a file that is not valid UTF-8, at its first bad byte, and names what it is instead: UTF-16
and UTF-32 (by their mark, or by where their NULs stand), Windows-1252, Latin-1, a mixture of UTF-8
and Windows-1252, or UTF-8 with a damaged place. Also a file that as a whole was encoded in UTF-8
twice (`CafÃ©` for `Café`, in the body too), and each U+FFFD in the front matter: there a program
has already put the replacement character for one that it could not read.

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
    EncodedTwice,
    Example,
    Fix,
    Iterator,
    NoOptions,
    NotUtf8,
    Problem,
    Reencode,
    ReplacementCharacter,
    Rule,
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
    article: Article, fault: NotUtf8 | EncodedTwice | ReplacementCharacter, options: NoOptions
) -> Iterator[Problem]:
    """Word the first bad byte, the double encoding, or each run of replacement characters."""
    if isinstance(fault, NotUtf8):
        advice = _ADVICE[fault.decoding]
        yield Problem(fault.span, fault.what, fix=_fix(fault), advice=advice)
    elif isinstance(fault, EncodedTwice):
        fix = Fix("Encode the file in UTF-8 once", (Reencode(fault.meant),), safe=False, why=_WHY)
        yield Problem(fault.span, fault.what, fix=fix, advice="encode it once")
    else:
        what = "U+FFFD replaces a character that was lost"
        yield Problem(fault.span, what, advice="restore it from the original")


def _fix(fault: NotUtf8) -> Fix | None:
    if fault.decoding != "readable":
        return None
    return Fix("Write the file in UTF-8", (Reencode(),), safe=False, repair=True, why=_WHY)


RULE = Rule(
    code="FMT004",
    name="encoding",
    severity="error",
    presets=("default", "news"),
    faults=(NotUtf8, EncodedTwice, ReplacementCharacter),
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
        Example("A title alone is no file", "---\ntitle: CafÃ©\n---\nC’est très bien.\n"),
        Example("Every language has its place", "---\ntitle: 'São 洪水 наводнение 😀'\n---\n"),
    ),
)
