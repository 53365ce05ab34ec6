"""Places of many spans are those that each would have by itself."""

from __future__ import annotations

import pytest

from newslint.files.read import position
from newslint.model.facts import Place
from newslint.model.spans import Span
from newslint.site.places import places

TEXTS = (
    "---\ntitle: A\n---\nBody.\n",
    "---\r\ntitle: Å\r\n---\r\n\r\nBody\u2028of\x0btwo.\r\n",
    "no end",
    "\n\n\n",
    "---\ntags:\n- 海藻\n- kelp\n---",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_each_span_of_a_text_stands_where_it_stands_alone(text: str, share: float) -> None:
    end = int(len(text) * share)
    place = places(text, end)
    for start in range(len(text) + 1):
        for stop in range(start, len(text) + 1):
            alone = Place(Span(start, stop), position(text, start), position(text, stop))
            assert place(Span(start, stop)) == alone
