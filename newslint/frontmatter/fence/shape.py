"""Lines, and the forms of a delimiter that is not a plain one."""

from __future__ import annotations

from typing import Literal

from newslint.generators import unread_by
from newslint.generators.fences import FencePolicy
from newslint.model.article import Block
from newslint.model.faults import Fault, FenceShape, FenceUnclosed, Form
from newslint.model.spans import Span
from newslint.model.value import replaced

BLANK = " \t\n\r\f\v"
"""What may stand before the first delimiter in Hugo, the most lenient reader (measured, 0.168)."""

Repair = Literal["", "likely", "certain"]

Found = tuple[Block | None, tuple[Fault, ...]]
"""The block of a text, or None, with what is wrong at its delimiters."""


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


def shape(
    form: Form,
    span: Span,
    what: str,
    policy: FencePolicy | None = None,
    repair: Repair = "",
) -> FenceShape:
    """The fault of a delimiter's form; where no one generator is known, with those it fails in."""
    effect = ""
    if policy and policy.several and (others := unread_by(form)):
        effect = f"not read by {others}"
    return FenceShape(span, form, what, effect, repair)


def before_opening(text: str, start: int, policy: FencePolicy) -> FenceShape:
    """The fault of what stands before the opening delimiter."""
    form = _leading_form(text[:start], policy)
    words = {"empty-lines": "empty lines", "several-lines": "several empty lines"}
    what = f"{words.get(form, 'whitespace')} before the opening delimiter"
    return shape(form, Span(0, start), what, policy)


def _leading_form(before: str, policy: FencePolicy) -> Form:
    if policy.leading != "any" and not before.endswith("\n"):
        return "spaces-before"
    if policy.leading == "one" and before not in ("\n", "\r\n"):
        return "several-lines"
    return "empty-lines" if "\n" in before or "\r" in before else "spaces-before"


def refused(fault: Fault, policy: FencePolicy, title: str) -> Fault | None:
    """The fault as an error when the generator does not read the form; None when it does.

    A repair of front matter that is only skipped changes a page that is there: not certain.
    """
    if isinstance(fault, FenceUnclosed):
        return replaced(fault, certain=False) if "unclosed" in policy.missed else fault
    if not isinstance(fault, FenceShape):
        return None
    if fault.form in policy.stops:
        return replaced(fault, effect=f"{title} stops there")
    if fault.form not in policy.missed:
        return None
    repair: Repair = "likely" if fault.repair else ""
    return replaced(fault, effect=f"{title} does not see the front matter", repair=repair)
