"""Mixed line ends: what examples, which run with LF and with CRLF, cannot show."""

from __future__ import annotations

import pytest

from newslint import engine
from tests.setting import line, settings, source

ONLY = settings({"select": ["FMT017"]})


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        (
            "---\r\ntitle: A\ntags: [b]\n---\r\nBody.\r\n",
            ["1:4-2:1 2 of 4 lines do not end in LF, as the others do"],
            "---\ntitle: A\ntags: [b]\n---\nBody.\r\n",
        ),
        (
            "---\r\ntitle: A\ntags: [b]\nweight: 1\n---\r\nBody.\r\n",
            ["1:4-2:1 2 of 5 lines do not end in LF, as the others do"],
            "---\ntitle: A\ntags: [b]\nweight: 1\n---\nBody.\r\n",
        ),
        (
            "---\r\ntitle: Ü\r\ntags: [b]\r\nweight: 1 \n---\r\nBody.\n",
            [
                "4:10-4:11 blanks at the end of the line, remove them",
                "4:11-5:1 1 of 5 lines do not end in CRLF, as the others do",
            ],
            "---\r\ntitle: Ü\r\ntags: [b]\r\nweight: 1\r\n---\r\nBody.\n",
        ),
        (
            '---\ntitle: "One\r\n\r\n  two"\ntext: |\r\n  a\n  b\n---\nBody.\n',
            ["2:12-3:1 3 of 8 lines do not end in LF, as the others do"],
            '---\ntitle: "One\n\n  two"\ntext: |\n  a\n  b\n---\nBody.\n',
        ),
    ],
)
def test_line_ends(before: str, found: list[str], after: str) -> None:
    checked = engine.check(source(before), "content/a.md", "a.md", ONLY)
    assert [line(one) for one in checked] == found
    mended = engine.fix(source(before), "content/a.md", "a.md", ONLY, unsafe=False)
    assert (mended.text, mended.left) == (after, ())
