"""Repair measured: 7,263 real texts pasted raw into templates, 669 files committed broken.

`python -m tests.benchmarks.repairs` prints the whole table; here the figures are held.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from tests.support.committed import classes, mend
from tests.support.pasted import (
    TEMPLATES,
    breaking,
    fix,
    is_reported,
    many_at_once,
    needs_corpora,
    outcome,
    pasted,
    silent,
)

pytestmark = [pytest.mark.slow, needs_corpora]

FORMS = [pytest.param(False, id="as they are"), pytest.param(True, id="straight")]

UNSURE = {"double": (0, 0), "single": (0, 0), "bare": (14, 14), "item": (0, 0)}
"""How many texts only an unsafe fix gives back; a safe one gives all others back."""


@pytest.mark.parametrize("straight", FORMS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_pasted_texts_come_back(template: str, straight: bool) -> None:
    broken = breaking(template, straight)
    counts = Counter(outcome(pasted(template, text)) for text in broken)
    unsure = UNSURE[template][straight]
    assert counts == Counter(safe=len(broken) - unsure, unsafe=unsure)


COUNTS = {"double": (20, 80), "single": (283, 1434), "bare": (1475, 1477), "item": (283, 1434)}


@pytest.mark.parametrize("template", TEMPLATES)
def test_as_many_break_as_were_counted(template: str) -> None:
    counts = tuple(len(breaking(template, straight)) for straight in (False, True))
    assert counts == COUNTS[template]


@pytest.mark.parametrize("straight", FORMS)
def test_texts_that_parse_as_others_are_reported(straight: bool) -> None:
    """What is left: `404`, which is a number everywhere, and texts that are a quotation."""
    found = {template: silent(template, straight) for template in TEMPLATES}
    assert {template for template, texts in found.items() if texts} == {"bare"}
    missed = []
    for text in found["bare"]:
        article = pasted("bare", text)
        assert article.reads(fix(article.text, unsafe=True).text) or not is_reported(article)
        if not is_reported(article):
            missed.append(text)
    assert len(found["bare"]) - len(missed) == 40
    assert [text for text in missed if text[0] + text[-1] != '""'] == ["404", "500"]
    assert len(missed) == (4 if straight else 2)


@pytest.mark.parametrize("straight", FORMS)
@pytest.mark.parametrize("count", [2, 3])
def test_two_and_three_broken_fields_at_once(count: int, straight: bool) -> None:
    counts = Counter(map(outcome, many_at_once(count, straight, step=19)))
    assert counts["safe"] >= 0.97 * counts.total()  # 99 % of all, of which this is a sample
    assert counts["safe"] + counts["unsafe"] == counts.total()


class Counts(NamedTuple):
    """How many files of a class are mended safely, with unsafe fixes, and not at all."""

    safe: int
    unsafe: int
    not_: int = 0


CLASSES = {
    "unquoted-colon": Counts(211, 2),
    "no-closing-fence": Counts(1, 68, 3),
    "duplicate-key": Counts(36, 27),
    "not-utf-8": Counts(0, 0, 60),
    "special-leading-char---or--": Counts(47, 5, 1),
    "bad-structure--did-not-find-expected-key": Counts(13, 18, 6),
    "bad-indent--list-": Counts(1, 29, 1),
    "line-without-a-colon--wrapped-text-": Counts(5, 13, 8),
    "no-space-after-colon": Counts(16, 3, 1),
    "unescaped-quote-inside-double-quotes": Counts(18, 2),
    "unescaped-quote-inside-single-quotes": Counts(18, 1),
    "template-code": Counts(3, 1, 6),
    "no-opening-fence": Counts(0, 7, 1),
    "special-leading-char--": Counts(2, 0, 4),
    "unescaped-quote-inside-quotes": Counts(5, 0, 1),
    "empty-front-matter": Counts(0, 0),
    "text-after-closing-double-quote": Counts(3, 1, 1),
    "unterminated-quote": Counts(0, 2, 1),
    "unquoted-colon--line-continued-": Counts(0, 1, 1),
    "merge-conflict-markers": Counts(0, 0, 2),
    "odd-opening-fence": Counts(0, 0, 2),
    "bad-backslash-escape-in-double-quotes": Counts(1, 0),
    "other--block-sequence-entries-are-not-allowed-in-t": Counts(0, 1),
    "unterminated-quote-or-wrapped-text": Counts(0, 1),
}
"""A sample of each was read by eye, and all that is mended safely in the smaller ones."""


@pytest.mark.parametrize("name", CLASSES)
def test_files_that_were_committed_broken(name: str) -> None:
    paths = classes()[name]
    how: Counter[str] = Counter()
    for path in paths:
        made = mend(path)
        left = {one.code for one in (*made.safe.left, *made.unsafe.left)}
        assert not left & {"RUN003", "RUN004"}, path
        assert made.is_answered_in_place, path
        how[made.how] += 1
    assert Counts(how["safe"], how["unsafe"], how["not"]) == CLASSES[name]
    assert how["reads"] == {"empty-front-matter": 5, "no-closing-fence": 3}.get(name, 0)


def test_every_class_is_here() -> None:
    assert classes().keys() == CLASSES.keys()
