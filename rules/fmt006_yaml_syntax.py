"""yaml-syntax (FMT006): the front matter cannot be parsed.

## What it does

Reports front matter that the parser refuses, at the row and column where it gave up, with the
parser's reason and the likely remedy. Only the first error is known: the rest of the article is
not checked until it is mended.

## Why it matters

Hugo stops at the first such file: one article keeps the whole site from being built. Jekyll logs
an error and publishes the page without any of its metadata.

## Fix

None: where one reading of the line is certain, a more particular rule repairs it.

## Options

None.

## Source

Hugo 0.168 ends with exit code 1 on each of these; libyaml gives the place.
"""

from newslint.rule import Article, Example, Fault, Iterator, NoOptions, Problem, Rule

_REMEDIES = (
    ("mapping values are not allowed", "put the value in quotes: it holds a colon"),
    ("cannot start any token", "put the value in quotes: it starts with a special character"),
    ("expected alphabetic or numeric character", "put the value in quotes: it starts with & or *"),
    ("unknown escape character", "double the backslash, or use single quotes"),
    ("found unexpected end of stream", "close the quote"),
    ("could not find expected ':'", "a line lacks its colon, or a value its quotes"),
    ("did not find expected key", "check the quotes and the indentation of the line"),
    ("did not find expected '-' indicator", "give all items of the list the same indentation"),
    ("block sequence entries are not allowed", "put the list on lines of its own"),
    ("undefined alias", "put the value in quotes: it starts with *"),
    ("found undefined tag handle", "put the value in quotes: it starts with !"),
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Word the parser's fault."""
    for fault in article.faults_of("syntax"):
        yield Problem(fault.span, f"front matter cannot be read: {_words(fault)}")


def _words(fault: Fault) -> str:
    for said, remedy in _REMEDIES:
        if said in fault.text:
            return f"{fault.text}; {remedy}"
    return fault.text


RULE = Rule(
    code="FMT006",
    name="yaml-syntax",
    severity="error",
    presets=("default", "news"),
    faults=("syntax",),
    check=check,
    examples=(
        Example(
            "A colon and a space in a bare title",
            "---\ntitle: Iran: three satellites\n---\nText.\n",
            (
                (
                    "2:12-2:13 front matter cannot be read: mapping values are not allowed in this "
                    "context; put the value in quotes: it holds a colon"
                ),
            ),
        ),
        Example(
            "A list where keys should be",
            "---\n- title\n- date\n---\nText.\n",
            ("2:1-2:8 front matter cannot be read: it is a list, not `key: value` lines",),
        ),
        Example("Quotes make the colon part of the title", '---\ntitle: "Iran: x"\n---\n'),
        Example(
            "A pair of surrogates, as JSON writers emit emoji",
            '---\ntitle: "\\ud83d\\ude00"\n---\n',
        ),
    ),
)
