"""encoding (FMT004): the file is not UTF-8, or characters were lost in it.

## What it does

Reports a file that is not valid UTF-8 at its first bad byte, with what it seems to be instead
(UTF-16 and UTF-32 by their mark or their NULs, Windows-1252, Latin-1, or UTF-8 with a damaged
place), and each U+FFFD in the front matter: there a program has already put the replacement
character for one that it could not read.

## Why it matters

Hugo shows U+FFFD for every byte that is not UTF-8, and takes a UTF-16 file for one without front
matter: an empty page. The file is not checked any further.

## Fix

None: what the file was written in is a guess, and a character that was lost cannot be known.

## Options

None.

## Source

RFC 3629 (UTF-8); measured with Hugo 0.168.
"""

from newslint.rule import Article, Example, Iterator, NoOptions, Problem, Rule


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Word the first bad byte, or each run of replacement characters."""
    for fault in article.faults_of("encoding"):
        remedy = "write it anew" if fault.note == "damaged" else "save it as UTF-8"
        yield Problem(fault.span, f"{fault.text}; {remedy}")
    for fault in article.faults_of("replacement-char"):
        yield Problem(fault.span, f"{fault.text}; write it anew")


RULE = Rule(
    code="FMT004",
    name="encoding",
    severity="error",
    presets=("default", "news"),
    faults=("encoding", "replacement-char"),
    check=check,
    examples=(
        Example(
            "Two characters were lost, then one in a comment",
            "---\ntitle: 'S\ufffd\ufffdo Paulo' # Brasil\ufffd\n---\nCaf\ufffd.\n",
            (
                "2:10-2:12 U+FFFD stands where a character was lost; write it anew",
                "2:29-2:30 U+FFFD stands where a character was lost; write it anew",
            ),
        ),
        Example("Every language has its place", "---\ntitle: 'São 洪水 наводнение 😀'\n---\n"),
    ),
)
