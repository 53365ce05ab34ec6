"""Faults in a form that tests can compare."""

from __future__ import annotations

from newslint import generators
from newslint.frontmatter.fence import find
from newslint.model.article import Block
from newslint.model.diagnostics import with_advice
from newslint.model.faults import Fault, FenceShape, FenceUnclosed, Syntax


def find_block(text: str, generator: str) -> tuple[Block | None, tuple[Fault, ...]]:
    """The block as the generator of that name sees it, and the faults."""
    made = generators.load(generator)
    return find.find_block(text, made.fences, made.title)


def name(fault: Fault) -> str:
    """The name of a fault's class."""
    return type(fault).__name__


def what(fault: Fault) -> str:
    """What a fault says, a syntax error with its advice; empty without a phrase of its own."""
    advice = fault.advice if isinstance(fault, Syntax) else ""
    return with_advice(str(getattr(fault, "what", "")), advice)


def form(fault: Fault) -> str:
    """Form, certainty and second place of a delimiter: "opening-long certain 20-21"; else empty."""
    if not isinstance(fault, FenceShape):
        return ""
    more = f"{fault.more.start}-{fault.more.end}" if fault.more else ""
    return " ".join(part for part in (fault.form, fault.repair, more) if part)


def place(fault: Fault) -> str:
    """Where a closing delimiter belongs: "14 certain", "14", or empty."""
    assert isinstance(fault, FenceUnclosed)
    if fault.place is None:
        return ""
    return f"{fault.place} certain" if fault.certain else str(fault.place)
