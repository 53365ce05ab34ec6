"""Lines, and the words for a fence that is not a plain `---` line."""

from __future__ import annotations

from newslint.article import Fault, Span

BLANK = " \t\n\r\f\v"
"""What Hugo passes over before the first fence."""

_ELSEWHERE = {
    "before-opening": "not read by Jekyll and Eleventy",
    "opening-space": "not read by Hexo",
    "opening-comment": "not read by Jekyll, Eleventy and Hexo",
    "opening-text": "not read by Jekyll",
    "closing-long": "not read by Jekyll",
    "closing-text": "not read by Jekyll",
    "bare-cr": "not read by Jekyll, Eleventy, Astro and Hexo",
}
"""Who does not read a form that Hugo does (Jekyll 4.3, Eleventy 3.1, Astro 5.18, Hexo 8.1)."""


def line_end(text: str, at: int) -> int:
    """The offset at which the line ends that `at` lies on: its line break, or the text's end."""
    feed = text.find("\n", at)
    end = len(text) if feed < 0 else feed
    carriage = text.find("\r", at, end)
    return end if carriage < 0 else carriage


def line_break(text: str, at: int) -> int:
    """The length of the line break at an offset: 0 at the end of the text, 2 for CRLF."""
    if text.startswith("\r\n", at):
        return 2
    return 1 if at < len(text) else 0


def shape(form: str, span: Span, words: str, target: str = "hugo", rest: str = "") -> Fault:
    """A fault of a fence's form; `rest` is what follows the form's name in the note."""
    if target != "hugo" and form in _ELSEWHERE:
        words = f"{words}; {_ELSEWHERE[form]}"
    return Fault("fence-shape", span, words, note=f"{form} {rest}".strip())
