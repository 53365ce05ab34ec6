"""What a pattern costs when it is compiled, as a bound on patterns that others wrote.

Rust's engine matches in linear time, but what it compiles grows with counted repetitions:
`\\\\w{200}` takes 10 MB and 0.2 s, and a config may have a thousand such patterns.
"""

from __future__ import annotations

from newslint.text.regex import regex

MOST_COST = 400_000
"""Of all patterns of a config or schema together: about 70 MB and 1 s, measured."""

_CLASS = 300
"""A class of letters of all scripts, beside one letter."""

_TOKEN = regex(
    r"(?P<open>\((?:\?(?:P?<[^>]{0,60}>|[a-zA-Z-]{0,20}[:)])?)?)"
    r"|(?P<close>\))"
    r"|(?P<times>\{[0-9 ]{0,20}(?:,[0-9 ]{0,20})?\})"
    r"|(?P<wide>\\[pP](?:\{[^}]{0,60}\})?|\\[wWdDsSbB]|\."
    r"|\[(?:\\.|\[:[^]]{0,20}:\]|[^]\\])*+\]?)"
    r"|(?P<one>\\.|[\s\S])"
)
"""Bounded throughout, so that reading a pattern takes time linear in its length."""


def cost(pattern: str) -> int:
    """About how many letters' worth of states the pattern compiles to; never raises."""
    sums, last = [0], 0
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            sums.append(0)
        elif token["close"]:
            last = sums.pop() if len(sums) > 1 else 1
            sums[-1] += last
        elif token["times"]:
            more = last * (_most(token["times"]) - 1)
            last += max(more, 0)
            sums[-1] += max(more, 0)
        else:
            last = _CLASS if token["wide"] else 1
            sums[-1] += last
    return sum(sums)


def _most(times: str) -> int:
    """The larger number of `{2,5}`, bounded: a number of a million digits is no count."""
    numbers = [part.strip() for part in times[1:-1].split(",")]
    return max((int(one[:7]) for one in numbers if one), default=1)
