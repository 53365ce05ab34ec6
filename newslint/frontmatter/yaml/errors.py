"""Plain words for libyaml's errors, with the place that is to blame and the most likely remedy."""

from __future__ import annotations

from typing import Any

_FROM_CONTEXT = (
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected alphabetic or numeric character",
    "found unexpected document indicator",
)
"""What libyaml sees only later: the place to blame is where it began to read the thing."""

_WORDS = (
    (
        "mapping values are not allowed",
        "the value contains a second colon",
        "put the value in quotes",
    ),
    (
        "found a tab character",
        "a tab is used for indentation",
        "indent with spaces",
    ),
    (
        "cannot start any token",
        "a value cannot start with this character",
        "put the value in quotes",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "`&` and `*` are special at the start of a value",
        "put the value in quotes",
    ),
    (
        "unknown escape character",
        "the backslash starts an unknown escape",
        "double it or use single quotes",
    ),
    (
        "hexdecimal number",
        "the backslash starts an incomplete escape",
        "double it or use single quotes",
    ),
    (
        "while scanning a quoted scalar found unexpected",
        "the quote that opens here is never closed",
        "close it at the end of the value",
    ),
    (
        "could not find expected ':'",
        "the line is not `key: value`",
        "give it a colon or indent it below the key it belongs to",
    ),
    (
        "did not find expected '-' indicator",
        "the line does not belong to the list above it",
        "give its items the same indentation",
    ),
    (
        "did not find expected ',' or ']'",
        "the list in brackets does not end where it should",
        "close it or put its items in quotes",
    ),
    (
        "did not find expected ',' or '}'",
        "the mapping in braces does not end where it should",
        "close it or put the value in quotes",
    ),
    (
        "did not find expected comment or line break",
        "text follows `|` or `>` on the same line",
        "put it on the next line, indented, or in quotes",
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        "put the value in quotes",
    ),
    (
        "did not find expected key",
        "no key is expected here",
        "check the quotes and the indentation of the line",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "put each item on a line of its own",
    ),
    (
        "undefined alias",
        "`*` at the start of a value refers to no anchor",
        "put the value in quotes",
    ),
    (
        "undefined tag handle",
        "`!` is special at the start of a value",
        "put the value in quotes",
    ),
    (
        "mapping keys are not allowed",
        "`? ` is special",
        "put the value in quotes",
    ),
    (
        "expected <document start>",
        "the front matter seems to end here",
        "check the indentation of this line and the one above",
    ),
    (
        "unexpected document indicator",
        "the quote that opens here is never closed",
        "close it at the end of the value",
    ),
)


def explain(said: str) -> tuple[str, str]:
    """What libyaml says, in plain words, and what to do; its own words where it is not known."""
    for words, what, advice in _WORDS:
        if words in said:
            return what, advice
    return said, ""


def culprit(error: Any) -> int:
    """The offset to blame for a `MarkedYAMLError`, in the text that libyaml was given."""
    problem, context = error.problem_mark, error.context_mark
    if context is not None and (
        problem is None
        or error.problem in _FROM_CONTEXT
        or ("expected ','" in error.problem and context.line != problem.line)
    ):
        problem = context
    at: int = getattr(problem, "index", 0)
    return at - 1 if "escape character" in (error.problem or "") else at
