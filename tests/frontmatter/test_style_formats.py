"""The house's form in TOML and JSON: what the examples of STY003 and STY004 cannot show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from newslint.lint import fix as engine
from tests.support.setting import line, settings, source


def fixed(text: str, style: Mapping[str, object]) -> tuple[str, list[str]]:
    """The text with the safe fixes made, and what is left; a second run changes nothing."""
    made = settings({"select": ["STY"], "style": style})
    outcome = engine.fix(source(text), "content/a.md", "a.md", made, unsafe=False)
    again = engine.fix(source(outcome.text), "content/a.md", "a.md", made, unsafe=False)
    assert (again.text, again.applied) == (outcome.text, ())
    assert not [one for one in outcome.left if one.fix is not None or one.code == "RUN004"]
    return outcome.text, [line(one) for one in outcome.left]


ORDER = {"key-order": ["title", "date"], "empty-lines": "keep"}
TOML_STAYS = {
    "first comment": '# the file, or draft\ndraft = true\ntitle = "A"\n',
    "empty line": 'draft = true\n\ntitle = "A"\n',
    "last comment": 'draft = true\ntitle = "A"\n# the end\n',
    "comment between": 'draft = true\ntitle = "A"\n# of title\n\n[x]\ny = 1\n',
    "parts apart": 'a.b = 1\ntitle = "A"\na.c = 2\n',
    "part in a table": 'a.b = 1\ntitle = "A"\n[a.d]\nx = 1\n',
}


@pytest.mark.parametrize("content", TOML_STAYS.values(), ids=TOML_STAYS)
def test_toml_keys_stay_where_it_is_not_certain(content: str) -> None:
    text = f"+++\n{content}+++\nBody.\n"
    same, left = fixed(text, ORDER)
    assert same == text
    assert len(left) == 1
    assert "title comes after" in left[0]


TOML_MOVES = {
    "a comment of the file": (
        '# file\ntitle = "A"\nx = 1 # x\n# of date\ndate = 2025-12-31\n',
        '# file\ntitle = "A"\n# of date\ndate = 2025-12-31\nx = 1 # x\n',
    ),
    "comments of a table": (
        'x = 1\ntitle = "A"\n\n# of t\n# more\n[t]\ny = 1\n',
        'title = "A"\nx = 1\n\n# of t\n# more\n[t]\ny = 1\n',
    ),
    "texts and lists of several lines": (
        'x = [\n  \'a\', # a\n\n  \'b\'\n]\ntitle = """\nA = 1\n\n# none\n[t]\n""" # of title\n',
        'title = """\nA = 1\n\n# none\n[t]\n""" # of title\nx = [\n  \'a\', # a\n\n  \'b\'\n]\n',
    ),
    "keys in quotes, indented": (
        "  \"ключ\" = 1\n\t# 標題\n\t'title' = '標題'\n",
        "\t# 標題\n\t'title' = '標題'\n  \"ключ\" = 1\n",
    ),
    "tables on one line": (
        'x = { title = "B", date = 1 }\ndate = 10:00:00\n[[t]]\ntitle = "C"\n',
        'date = 10:00:00\nx = { title = "B", date = 1 }\n[[t]]\ntitle = "C"\n',
    ),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("before", "after"), TOML_MOVES.values(), ids=TOML_MOVES)
def test_toml_keys_move_with_their_lines(before: str, after: str, ending: str) -> None:
    text, wanted = (f"+++\n{one}+++\nBody.\n".replace("\n", ending) for one in (before, after))
    assert fixed(text, ORDER) == (wanted, [])


JSON_MOVES = {
    "one line": (
        '{"x": [1, {"title": 2}], "title": "A"}',
        '{"title": "A", "x": [1, {"title": 2}]}',
    ),
    "commas before": ('{\n  "x": 1\n  ,"title":"A"\n}', '{\n  "title":"A"\n  ,"x": 1\n}'),
    "several on a line": (
        '{\n"x": {\n"y": 1 }, "date": "", "title": null\n}',
        '{\n"title": null, "date": "", "x": {\n"y": 1 }\n}',
    ),
    "escapes": ('{"\\u0078": "}", "title": "\\"{"}', '{"title": "\\"{", "\\u0078": "}"}'),
    "the same but for case": (
        '{"x": 1, "Title": 2, "title": 3}',
        '{"x": 1, "Title": 2, "title": 3}',
    ),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("before", "after"), JSON_MOVES.values(), ids=JSON_MOVES)
def test_json_pairs_change_places(before: str, after: str, ending: str) -> None:
    text, wanted = (f"{one}\nBody.\n".replace("\n", ending) for one in (before, after))
    style = {"key-order": ["title", "date"]}
    assert fixed(text, style) == (wanted, [])


def test_json_lines_that_end_in_two_ways_are_made_alike_first() -> None:
    text = '{\r\n  "x": 1,\n  "title": "A"\r\n}\nBody.\n'
    made, left = fixed(text, {"key-order": ["title"]})
    assert (made, left) == ('{\n  "title": "A",\n  "x": 1\n}\nBody.\n', [])
    only = settings({"select": ["STY003", "RUN"], "style": {"key-order": ["title"]}})
    outcome = engine.fix(source(text), "content/a.md", "a.md", only, unsafe=False)
    assert outcome.text == text
    assert [one.code for one in outcome.left] == ["STY003"]


LISTS = {
    "the article's own indentation and comma": (
        "block",
        "a = [\n\t'b'\n]\n[c]\n  d = ['e', \"f\"] # g\n",
        "a = [\n\t'b'\n]\n[c]\n  d = [\n  \t'e',\n  \t\"f\"\n  ] # g\n",
    ),
    "a dotted key": ("block", "a.b = [1]\n", "a.b = [\n  1,\n]\n"),
    "nothing to write otherwise": (
        "block",
        "a = []\nb = [[1]]\nc = [{d = 1}]\nd = {e = [1]}\n",
        None,
    ),
    "a text of several lines": ("flow", "a = [\n'''b\nc''']\n[[d]]\ne = 1\n", None),
    "comments": ("flow", "a = [ # b\n'c']\nd = [\n'#e',\n# f\n]\n", None),
    "a hash in a text": ("flow", "a = [\n'#b',\n]\n", "a = ['#b']\n"),
    "too long a line": ("flow", f"a = [\n'{'b' * 60}',\n'{'c' * 60}']\n", None),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("form", "before", "after"), LISTS.values(), ids=LISTS)
def test_lists_of_toml(form: str, before: str, after: str | None, ending: str) -> None:
    made = before if after is None else after
    text, wanted = (f"+++\n{one}+++\n".replace("\n", ending) for one in (before, made))
    assert fixed(text, {"lists": form}) == (wanted, [])


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_lists_of_json(ending: str) -> None:
    flow = '{\n\t"a": ["b", "c,#"],\n\t"d": {\n\t\t"e": [1]\n\t},\n\t"f": [], "g": [1]\n}\nBody.\n'
    block = (
        '{\n\t"a": [\n\t\t"b",\n\t\t"c,#"\n\t],\n\t"d": {\n\t\t"e": [\n\t\t\t1\n\t\t]\n\t},\n'
        '\t"f": [], "g": [1]\n}\nBody.\n'
    )
    flow, block = flow.replace("\n", ending), block.replace("\n", ending)
    assert fixed(flow, {"lists": "block"}) == (block, [])
    assert fixed(block, {"lists": "flow"}) == (flow, [])


EMPTY = ("+++\n+++\n", "+++\n# a\n\n+++\n", "{}\nBody.\n", "{\n\n}\n", "+++\n[a]\n+++\n")


@pytest.mark.parametrize("text", EMPTY)
def test_nothing_to_do(text: str) -> None:
    style = {**ORDER, "lists": "block", "quotes": "single"}
    assert fixed(text, style) == (text, [])


def test_quotes_of_json_have_one_form() -> None:
    text = '{"a": "b\'c", "d": ["e"]}\nBody.\n'
    for quotes in ("single", "double", "when-needed"):
        assert fixed(text, {"quotes": quotes}) == (text, [])
