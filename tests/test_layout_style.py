"""Mixed line ends: what examples, which run with LF and with CRLF, cannot show."""

from __future__ import annotations

import pytest

from newslint.lint import fix as engine
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


def fixed(text: str, options: dict[str, object]) -> tuple[str, list[str]]:
    """The text with the safe fixes made, and what is left."""
    made = settings({"select": ["FMT017"], "rules": {"FMT017": options}})
    outcome = engine.fix(source(text), "content/a.md", "a.md", made, unsafe=False)
    return outcome.text, [line(one) for one in outcome.left]


def test_quotes_in_toml() -> None:
    text = (
        """+++\ntitle = 'Über' # "a"\ntags = ['a', "it's", 'C:\\b']\n[extra]\nx = '''b'''\n+++\n"""
    )
    wanted = text.replace("'Über'", '"Über"').replace("'a'", '"a"')
    assert fixed(text, {"quote": "double"}) == (wanted, [])
    assert fixed(text, {"quote": "any"}) == (text, [])
    text = '+++\ntitle = "Über"\ntags = ["it\'s", "a\\tb"]\n+++\n'
    assert fixed(text, {"quote": "single"}) == (text.replace('"Über"', "'Über'"), [])


def test_quotes_stay_where_others_need_escapes() -> None:
    text = "---\na: 'say \"x\"'\nb: 'C:\\d'\nc: 'it''s'\nd: 'two\n  lines'\ne: ''\n---\n"
    made = text.replace("'it''s'", '"it\'s"').replace("e: ''", 'e: ""')
    assert fixed(text, {"quote": "double"}) == (made, [])


ORDER = {"order": ["title", "date"], "empty-lines": False}
STAY = [
    "---\n# about the file, or about draft\ndraft: true\ntitle: A\n---\n",
    "---\ndraft: true\n\ntitle: A\n---\n",
    "---\ndraft: true\ntitle: A\n# the end\n---\n",
    "---\ndraft: true\nx: |+\n  a\n\ntitle: A\n---\n",
    "---\ndraft: &a true\nx: *a\ntitle: A\n---\n",
    "---\n{draft: true, title: A}\n---\n",
    "---\ndraft: true\n  # whose is it\ntitle: A\n---\n",
]


@pytest.mark.parametrize("text", STAY)
def test_keys_stay_where_it_is_not_certain(text: str) -> None:
    same, left = fixed(text, ORDER)
    assert same == text
    assert [one.partition(" ")[2] for one in left] == ["title stands behind draft, move it up"]


def test_keys_that_are_there_twice_keep_their_order() -> None:
    for text in ("---\nb: 1\nB: 2\ntitle: A\n---\n", "---\nb: 1\ntitle: A\nb: 1\n---\n"):
        assert fixed(text, ORDER) == (text, [])


def test_keys_move_with_all_their_lines() -> None:
    text = (
        "---\r\nx: >-\r\n  a\r\n\r\n  b\r\n# of y\r\n# more\r\ny:\r\n- 1 # one\r\n"
        'pubDate: 2025-12-31 # d\r\ntitle: "A\r\n  b"\r\n---\r\nBody.\r\n'
    )
    wanted = (
        '---\r\ntitle: "A\r\n  b"\r\n# of y\r\n# more\r\ny:\r\n- 1 # one\r\n'
        "pubDate: 2025-12-31 # d\r\nx: >-\r\n  a\r\n\r\n  b\r\n---\r\nBody.\r\n"
    )
    assert fixed(text, {"order": ["title", "y", "pubdate"]}) == (wanted, [])


LISTS = [
    ("block", "a: [b, 'c, d'] # e\n", "a: # e\n  - b\n  - 'c, d'\n"),
    ("block", "x:\n    - y\na: [ b ]\n", "x:\n    - y\na:\n    - b\n"),
    ("block", "a: []\nb: [[c]]\nc: {d: [e]}\n", None),
    ("block", "a: [b,\n  c]\nd: &e [f]\ng: *e\nh: !x [i]\n", None),
    ("flow", "a:\n- b\n- \"c\"\n- 'd'\n", "a: [b, \"c\", 'd']\n"),
    ("flow", "a:\n- b # c\nd: # e\n- f\ng:\n- h\n# i\n- j\n", None),
    (
        "flow",
        "a:\n- b, c\nd:\n- '[e]'\nf:\n- g: h\ni:\n-\n",
        "a:\n- b, c\nd: ['[e]']\nf:\n- g: h\ni:\n-\n",
    ),
    ("flow", f"a:\n- {'b' * 60}\n- {'c' * 60}\n", None),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("form", "before", "after"), LISTS)
def test_lists(form: str, before: str, after: str | None, ending: str) -> None:
    text = f"---\n{before}---\n".replace("\n", ending)
    wanted = f"---\n{before if after is None else after}---\n".replace("\n", ending)
    assert fixed(text, {"list": form}) == (wanted, [])
