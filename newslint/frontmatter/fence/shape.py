"""Lines, the forms of a fence that is not a plain one, and which generator reads which.

Measured with Hugo 0.168, Jekyll 4.3, Eleventy 3.1, Astro 5.18 and Hexo 8.1; Zola as its source has
it (components/content/src/front_matter/split.rs).
"""

from __future__ import annotations

from newslint.model.article import Fault
from newslint.model.values import Span

BLANK = " \t\n\r\f\v"
"""What Hugo passes over before the first fence."""

TITLES = {"jekyll": "Jekyll", "eleventy": "Eleventy", "astro": "Astro", "hexo": "Hexo",
          "zola": "Zola", "hugo": "Hugo"}  # fmt: skip

_MISSED = {
    "empty-lines": "jekyll eleventy",
    "blanks": "jekyll eleventy astro",
    "opening-space": "hexo",
    "opening-comment": "jekyll hexo",
    "opening-text": "jekyll eleventy hexo",
    "opening-long": "jekyll eleventy hexo",
    "opening-missing": "jekyll eleventy astro hugo",
    "closing-long": "jekyll",
    "closing-text": "jekyll",
    "closing-dots": "astro hexo",
    "closing-dashes": "jekyll astro hexo",
    "closing-indented": "jekyll astro hexo",
    "bare-cr": "jekyll eleventy astro hexo",
    "unclosed": "jekyll astro hexo",
    "several-lines": "hexo",
}
"""Form -> the generators that do not see the front matter: all of the file is text to them."""

_STOPS = {
    "blanks": "hexo",
    "opening-space": "zola",
    "opening-comment": "eleventy zola",
    "opening-text": "zola",
    "opening-long": "astro zola hugo",
    "opening-missing": "zola",
    "closing-long": "zola",
    "closing-text": "zola",
    "closing-dots": "eleventy zola hugo",
    "closing-dashes": "eleventy zola hugo",
    "closing-indented": "eleventy hugo",
    "closing-inline": "zola",
    "bare-cr": "zola",
    "unclosed": "eleventy zola hugo",
}
"""Form -> the generators that stop there."""


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
    """A fault of a fence's form; `rest` is what follows the form's name in the note.

    For the generic target it says which generators do not read the form.
    """
    if target == "generic" and (others := unread_by(_kind(form, words))):
        words = f"{words}; not read by {others}"
    return Fault("fence-shape", span, words, note=f"{form} {rest}".strip())


def before_opening(text: str, start: int, target: str) -> Fault:
    """The fault of what stands before the opening fence."""
    before = text[:start]
    kind = "empty lines" if "\n" in before or "\r" in before else "blanks"
    if target in ("astro", "hexo") and not before.endswith("\n"):
        kind = "blanks"
    elif target == "hexo" and before not in ("\n", "\r\n"):
        kind = "several empty lines"
    words = f"{kind} before the opening fence"
    return shape("before-opening", Span(0, start), words, target)


def unread_by(form: str) -> str:
    """The generators that do not read a form: "Jekyll, Eleventy and Hexo"; empty for none."""
    lost = f"{_MISSED.get(form, '')} {_STOPS.get(form, '')}".split()
    names = [title for name, title in TITLES.items() if name in lost]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def refused(fault: Fault, target: str) -> Fault | None:
    """The fault as an error when the target does not read the form; None when it does.

    A repair of front matter that is only passed over changes a page that is there: not certain.
    """
    form, _, rest = fault.note.partition(" ")
    if fault.kind == "fence-unclosed":
        if target in _MISSED["unclosed"].split():
            return fault._replace(note=fault.note.removesuffix(" certain"))
        return fault
    if fault.kind != "fence-shape":
        return None
    kind, title = _kind(form, fault.text), TITLES[target]
    if target in _STOPS.get(kind, "").split():
        return fault._replace(text=f"{fault.text}; {title} stops there")
    if target not in _MISSED.get(kind, "").split():
        return None
    note = f"{form} {rest.replace('certain', 'likely')}".strip()
    return fault._replace(text=f"{fault.text}; {title} does not see the front matter", note=note)


def stops(fault: Fault, target: str) -> bool:
    """True when the target stops at the fault's form, so that there is no page of it."""
    kind = _kind(fault.note.partition(" ")[0], fault.text)
    return target in _STOPS.get(kind, "").split()


def _kind(form: str, words: str) -> str:
    """The form's name in the tables: before the opening fence, lines and blanks differ."""
    if form != "before-opening":
        return form
    kinds = {"empty": "empty-lines", "several": "several-lines"}
    return kinds.get(words.partition(" ")[0], "blanks")
