"""`load`, `loads`, `dump`, `dumps`: what a script changes in a post, and nothing else."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import copy
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import frontmatter
import pytest

import newslint
from tests.support.command import environment
from tests.support.quick import one_in

YAML = """\
---
title: "A: b" # the title
date: 2024-01-01 10:00:00
# what it is about
tags: # all of them
  - a
  - "b" # bee
  # in between
  - c
flow: [a, 'b', 3]
text: |
  one
  two
empty:
map:
  x: 1 # ex
  y:
    z: [1, 2]
people:
  - name: Ann
    age: 3
  - name: Bob
---

Body
"""

TOML = """\
+++
title = "A" # note
tags = ["a", "b"]
[params]
x = 1 # ex
[params.y]
z = 'q'
[[people]]
name = "Ann"
[[people]]
name = "Bob"
+++
Body
"""

JSON = """\
{
  "title": "A",
  "tags": ["a", "b"],
  "map": {
    "x": 1
  }
}

Body
"""


def changed(text: str, change: Any) -> tuple[set[str], set[str]]:
    """The lines that go and those that come when a post is changed."""
    post = newslint.loads(text)
    change(post)
    after = newslint.dumps(post)
    assert frontmatter.dumps(post) == after
    again = newslint.loads(after)
    assert again.metadata == post.metadata
    assert again.content == post.content
    one, two = text.splitlines(), after.splitlines()
    return {line for line in one if line not in two}, {line for line in two if line not in one}


def put(**values: Any) -> Any:
    return lambda post: post.metadata.update(values)


def rename(old: str, new: str) -> Any:
    return lambda post: post.metadata.__setitem__(new, post.metadata.pop(old))


def both(*changes: Any) -> Any:
    return lambda post: [change(post) for change in changes]


CHANGES: list[tuple[str, Any, set[str], set[str]]] = [
    (YAML, put(title="New #1"), {'title: "A: b" # the title'}, {'title: "New #1" # the title'}),
    (
        YAML,
        put(date=datetime(2025, 2, 3, 4, 5, tzinfo=UTC)),
        {"date: 2024-01-01 10:00:00"},
        {"date: 2025-02-03 04:05:00Z"},
    ),
    (YAML, lambda post: post["tags"].append("iran"), set(), {"  - iran"}),
    (YAML, lambda post: post["tags"].remove("b"), {'  - "b" # bee'}, set()),
    (YAML, lambda post: post["tags"].insert(1, 5), set(), {"  - 5"}),
    (YAML, lambda post: post["flow"].append("x, y"), {"flow: [a, 'b', 3]"}, {"flow: [a, 'b', 3, \"x, y\"]"}),
    (YAML, put(empty=["x"]), set(), {'  - "x"'}),
    (YAML, rename("title", "titel"), {'title: "A: b" # the title'}, {'titel: "A: b" # the title'}),
    (YAML, lambda post: post.metadata.pop("flow"), {"flow: [a, 'b', 3]"}, set()),
    (YAML, lambda post: post["map"].update(x=None), {"  x: 1 # ex"}, {"  x: null # ex"}),
    (YAML, lambda post: post["map"]["y"]["z"].append({"k": []}), {"    z: [1, 2]"}, {"    z: [1, 2, {k: []}]"}),
    (YAML, lambda post: post["people"][0].update(age=True, b=1), {"    age: 3"}, {"    age: true", "    b: 1"}),
    (YAML, lambda post: post["people"].append({"name": "Cy"}), set(), {'  - name: "Cy"'}),
    (
        YAML,
        put(tags="x"),
        {"tags: # all of them", "  - a", '  - "b" # bee', "  # in between", "  - c"},
        {'tags: x # all of them'},
    ),
    (YAML, put(text="one\ntwo\nthree\n"), set(), {"  three"}),
    (TOML, put(title='é"'), {'title = "A" # note'}, {'title = "é\\"" # note'}),
    (TOML, put(draft=True), set(), {"draft = true"}),
    (TOML, lambda post: post["params"].update(x=date(2024, 1, 2)), {"x = 1 # ex"}, {"x = 2024-01-02 # ex"}),
    (TOML, lambda post: post["params"]["y"].update(u=[1]), set(), {"u = [1]"}),
    (TOML, lambda post: post["people"][1].update(age=4), set(), {"age = 4"}),
    (TOML, lambda post: post["people"].append({"name": "Cy"}), set(), {'name = "Cy"'}),
    (TOML, lambda post: post["tags"].pop(0), {'tags = ["a", "b"]'}, {'tags = ["b"]'}),
    (JSON, put(title='é"'), {'  "title": "A",'}, {'  "title": "é\\"",'}),
    (JSON, lambda post: post["map"].update(x="5"), {'    "x": 1'}, {'    "x": "5"'}),
    (JSON, lambda post: post["tags"].append({"q": 2}), {'  "tags": ["a", "b"],'}, {'  "tags": ["a", "b", {"q": 2}],'}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "change", "gone", "come"), CHANGES, ids=range(len(CHANGES)))
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("bom", one_in(2, ["", "\ufeff"]), ids=["", "bom"])
def test_one_change(
    text: str, change: Any, gone: set[str], come: set[str], newline: str, bom: str
) -> None:
    whole = bom + text.replace("\n", newline)
    post = newslint.loads(whole)
    assert newslint.dumps(post) == whole
    assert changed(whole, change) == (gone, come)
    change(post)
    after = newslint.dumps(post)
    assert after.startswith(bom + text[:1])
    assert "\n" not in after.replace("\r\n", "") or newline == "\n"


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
def test_the_order_of_the_keys(text: str) -> None:
    post = newslint.loads(text)
    post.metadata = dict(sorted(post.metadata.items(), reverse=text != TOML))
    again = newslint.loads(newslint.dumps(post))
    assert again.metadata == post.metadata
    if text != TOML:  # there tables come last
        assert list(again.metadata) == list(post.metadata)
    assert sorted(newslint.dumps(post).replace(",", "")) == sorted(text.replace(",", ""))


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
def test_all_keys_go_and_others_come(text: str) -> None:
    post = newslint.loads(text)
    post.metadata = {}
    after = newslint.dumps(post)
    assert newslint.loads(after).metadata == {}
    again = newslint.loads(after)
    again.metadata = {"new": ["a: b", {"c": 1}], "x": "y"}
    assert newslint.loads(newslint.dumps(again)).metadata == again.metadata
    assert newslint.loads(newslint.dumps(again)).content == "Body"


@pytest.mark.parametrize("key", ["content", "handler", "self", "metadata", "2024", "yes", "a b"])
def test_keys_that_a_post_could_not_be_made_with(key: str) -> None:
    text = f'---\n"{key}": x\ntitle: A\n---\nBody\n'
    post = newslint.loads(text)
    assert post.metadata == {key: "x", "title": "A"}
    post[key] = "z"
    assert newslint.dumps(post) == text.replace("x", "z", 1)


def test_keys_that_are_no_texts() -> None:
    text = "---\n2024: x\nyes: a\nnull: b\n2024-01-01: c\n---\n"
    post = newslint.loads(text)
    keys: list[Any] = [2024, True, None, date(2024, 1, 1)]
    assert list(post.metadata) == keys
    post[keys[0]] = "z"
    assert newslint.dumps(post) == text.replace("x", "z", 1)
    post[keys[0] + 5] = "z"
    with pytest.raises(TypeError, match="the key `2029` is of type int, not a text"):
        newslint.dumps(post)


def test_values_are_those_of_python_frontmatter() -> None:
    text = (
        "---\na: 2024-01-01\nb: 2024-01-01T10:00:00+02:00\nc: 1_000\nd: 0x1F\ne: yes\nf: ~\n"
        "g: !!str 5\nh: !!binary aGk=\ni: &x [1]\nj: *x\nk: {<<: {a: 1}, b: 2}\nl: .nan\n---\n\n a\n"
    )
    post, known = newslint.loads(text), frontmatter.loads(text)
    assert repr(post.metadata) == repr(known.metadata)
    assert post.content == known.content
    assert newslint.dumps(post) == text


def test_what_yaml_cannot_make_a_value_of_is_its_text() -> None:
    text = "---\nday: 2024-13-45\nkind: !page blog\nmark: =\n---\n"
    post = newslint.loads(text)
    assert post.metadata == {"day": "2024-13-45", "kind": "blog", "mark": "="}
    post["day"] = date(2024, 12, 5)
    assert newslint.dumps(post) == text.replace("2024-13-45", "2024-12-05")


BROKEN = '---\ntitle: "He said "hi" to Ana" # t\ntags: [a]\n---\nBody\n'


def test_broken_front_matter_is_repaired_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BROKEN)
    post = newslint.load(path)
    assert post.metadata == {"title": 'He said "hi" to Ana', "tags": ["a"]}
    assert [(one.code, one.start.row, one.fixed) for one in post.repaired] == [("FMT007", 2, True)]
    assert path.read_text() == BROKEN
    post["tags"].append("b")
    newslint.dump(post, path)
    wanted = BROKEN.replace('"He said "hi" to Ana"', "'He said \"hi\" to Ana'")
    assert path.read_text() == wanted.replace("[a]", "[a, b]")
    assert newslint.load(path).repaired == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\ntitle: A\nb: [1\n---\nx", r"^article\.md:3:\d+: the front matter cannot be read"),
        ("---\nfoo: 1\n", r"^article\.md:1:1: the front matter cannot be read"),
        ("+++\na = \n+++\n", r"^article\.md:2:\d+: the front matter cannot be read"),
    ],
)
def test_what_cannot_be_repaired(text: str, words: str) -> None:
    with pytest.raises(newslint.NewslintError, match=words):
        newslint.loads(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda post: post["b"].append(2),
        lambda post: post["a"].append(2),
        put(b=[5]),
        put(a="x"),
        lambda post: post["m"].update(q=5),
        lambda post: post["m"].pop("q"),
    ],
)
def test_a_change_behind_an_alias_is_refused(change: Any) -> None:
    post = newslint.loads("---\na: &x [1]\nb: *x\nk: &y {q: 1}\nm: {<<: *y, c: 1}\n---\n")
    change(post)
    with pytest.raises(newslint.NewslintError, match=r"shared through an alias|is merged from"):
        newslint.dumps(post)


def test_what_stands_beside_an_alias_can_be_changed() -> None:
    text = "---\na: &x [1]\nb: *x\nk: &y {q: 1}\nm: {<<: *y, c: 1}\n---\n"
    post = newslint.loads(text)
    post["m"]["c"] = 2
    assert newslint.dumps(post) == text.replace("c: 1", "c: 2")


ODD: list[Any] = [{1}, b"x", object(), 1j, float("nan"), float("inf"), "\ud800", timedelta(1)]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
@pytest.mark.parametrize("made", [lambda odd: odd, lambda odd: [1, {"k": odd}]], ids=["", "nested"])
def test_values_that_cannot_be_written(odd: Any, made: Any) -> None:
    new = frontmatter.Post("x", bad=made(odd))
    loaded = newslint.loads("---\nbad: 1\n---\n")
    loaded["bad"] = made(odd)
    for post in (new, loaded):
        with pytest.raises(TypeError, match=r"^`bad(\[1\]\.k)?` "):
            newslint.dumps(post)
    with pytest.raises(TypeError, match=r"^`bad` is None, which TOML cannot hold"):
        newslint.dumps(frontmatter.Post("x", bad=None), "toml")


def test_a_value_that_holds_itself() -> None:
    inside: list[Any] = []
    inside.append(inside)
    with pytest.raises(TypeError, match=r"`a\[0\]` holds itself"):
        newslint.dumps(frontmatter.Post("x", a=inside))


NEW = {
    "title": '"Rain": it\'s #1 \\ 5',
    "tags": ["yes", "null", "1e3", "2024-01-01", "- x", "a: b", "@a", "%b", " ", "", "x" * 300],
    "date": datetime(2024, 1, 2, 3, 4, 5, 600, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    "day": date(2024, 1, 2),
    "draft": False,
    "big": 1e16,
    "small": 1.5e-07,
    "number": -3,
    "nested": {"a": [{"b": [[], {}, [1, [2]]], "c d": "e"}], "y": "\n\t\x07\x85\u2028\ufeff😀"},
    "content": "c",
    "2024": "d",
}


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_a_new_post(form: Any, tmp_path: Path) -> None:
    post = frontmatter.Post("Body\r\n\r\nmore")
    post.metadata = copy.deepcopy(NEW)
    text = newslint.dumps(post, form)
    again = newslint.loads(text)
    wanted: dict[str, Any] = dict(NEW)
    if form == "json":
        wanted |= {"date": "2024-01-02T03:04:05.000600+05:30", "day": "2024-01-02"}
    assert again.metadata == wanted
    assert list(again.metadata) == list(wanted)
    assert again.content == "Body\n\nmore"
    assert newslint.dumps(again) == text
    assert frontmatter.dumps(post, handler=newslint.Handler(form)) == text
    if form != "toml":
        assert frontmatter.parse(text)[0].items() >= {"number": -3, "draft": False}.items()
    path = tmp_path / "new.md"
    newslint.dump(post, path, form=form)
    assert path.read_bytes() == text.encode()
    assert [one.name for one in tmp_path.iterdir()] == ["new.md"]
    with pytest.raises(
        newslint.NewslintError, match="it exists already, and the post was not read"
    ):
        newslint.dump(post, path, form=form)
    post.content = "Other"
    newslint.dump(post, path, form=form, overwrite=True)
    assert newslint.load(path).content == "Other"


def test_a_new_post_without_metadata_whose_content_looks_like_some() -> None:
    post = frontmatter.Post("---\na: 1\n---\nx")
    assert newslint.loads(newslint.dumps(post)).content == post.content
    text = newslint.loads("no front matter")
    assert (text.metadata, text.content) == ({}, "no front matter")
    text.content = post.content
    with pytest.raises(newslint.NewslintError, match="would not be read as it is"):
        newslint.dumps(text)


def test_metadata_for_a_text_that_has_none() -> None:
    post = newslint.loads("Just a text.\r\n")
    post["title"] = "A"
    assert newslint.dumps(post) == '---\r\ntitle: "A"\r\n---\r\n\r\nJust a text.\r\n'


def test_content_keeps_the_bytes_of_its_lines() -> None:
    text = "---\na: 1\n---\n\none\r\ntwo\nthree\r\n\r\nfour\n\n"
    post = newslint.loads(text)
    assert post.content == "one\ntwo\nthree\n\nfour"
    post.content = "zero\none\ntwo\n3\n\nfour"
    assert newslint.dumps(post) == "---\na: 1\n---\n\nzero\none\r\ntwo\n3\n\r\nfour\n\n"
    post.content = ""
    assert newslint.loads(newslint.dumps(post)).content == ""
    short = newslint.loads("---\r\na: 1\r\n---")
    short.content = "x\ny"
    assert newslint.dumps(short) == "---\r\na: 1\r\n---\r\n\r\nx\r\ny\r\n"


def test_dump_refuses_a_file_that_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"---\na: 1\n---\n")
    post, other = newslint.load(path), newslint.load(str(path))
    post["a"] = 2
    newslint.dump(post, path)
    post["b"] = 3
    newslint.dump(post, path)
    assert path.read_bytes() == b"---\na: 2\nb: 3\n---\n"
    other["a"] = 7
    with pytest.raises(newslint.NewslintError, match="it changed on disk since it was read"):
        newslint.dump(other, path)
    assert path.read_bytes() == b"---\na: 2\nb: 3\n---\n"
    newslint.dump(other, tmp_path / "b.txt")
    assert (tmp_path / "b.txt").read_bytes() == b"---\na: 7\n---\n"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.md", "b.txt"]


def test_what_was_not_changed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf---\r\na: 1 \r\n---\nx\r\n\r\n")
    before = path.stat()
    newslint.dump(newslint.load(path), path)
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


SPANISH = "---\ntitle: El niño y la señora están aquí, pero donde fue muy\nx: a\n---\nMañana\n"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-be", "utf-8-sig", "utf-8"])
def test_a_file_keeps_its_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(SPANISH.encode(encoding))
    post = newslint.load(path)
    assert post["title"].startswith("El niño")
    newslint.dump(post, path)
    assert path.read_bytes() == SPANISH.encode(encoding)
    post["x"] = "é"
    newslint.dump(post, path)
    assert path.read_bytes() == SPANISH.replace("x: a", "x: é").encode(encoding)
    post["x"] = "洪水"
    wanted = SPANISH.replace("x: a", "x: 洪水")
    if encoding == "cp1252":
        with pytest.raises(newslint.NewslintError, match="`洪` cannot be written in cp1252"):
            newslint.dump(post, path)
        newslint.dump(post, path, encoding="utf-8")
        encoding = "utf-8"
    else:
        newslint.dump(post, path)
    assert path.read_bytes() == wanted.encode(encoding)
    post["x"] = "a"
    newslint.dump(post, path)
    assert path.read_bytes() == SPANISH.encode(encoding)


def test_the_handler_belongs_to_its_post() -> None:
    one, two = newslint.loads("---\na: 1 # one\n---\n"), newslint.loads("---\nb: 2 # two\n---\n")
    assert one.handler is not two.handler
    three = copy.deepcopy(one)
    three["a"] = 3
    assert frontmatter.dumps(three) == "---\na: 3 # one\n---\n"
    assert frontmatter.dumps(one, sort_keys=False) == "---\na: 1 # one\n---\n"
    assert frontmatter.dumps(two) == "---\nb: 2 # two\n---\n"
    with pytest.raises(newslint.NewslintError, match="form: 'xml' is not one of"):
        newslint.dumps(one, "xml")  # type: ignore[arg-type]


def test_a_loaded_post_is_checked_and_fixed_as_it_stands() -> None:
    text = "---\nlink: https://valley.example/?utm_source=x # c\ntitle: A\n---\nx\n"
    post = newslint.loads(text)
    assert "LNK004" in {one.code for one in newslint.check_post(post)}
    fixed = newslint.fix_post(post)
    assert newslint.dumps(fixed) == text.replace("?utm_source=x", "")


@pytest.mark.parametrize("text", [None, b"---\n---\n", 7])
def test_what_is_no_text_path_or_post(text: Any, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="a text is a str, not"):
        newslint.loads(text)
    with pytest.raises(TypeError, match=r"a post is a frontmatter\.Post, not"):
        newslint.dumps(text)
    for path in (None, b"a.md", 7):
        with pytest.raises(TypeError, match="a path is a str or a Path, not"):
            newslint.load(path)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="a path is a str or a Path, not"):
            newslint.dump(newslint.loads("x"), path)  # type: ignore[arg-type]
    with pytest.raises(newslint.NewslintError, match="it does not exist"):
        newslint.load(tmp_path / "none.md")
    with pytest.raises(newslint.NewslintError, match="its folder does not exist"):
        newslint.dump(newslint.loads("x"), tmp_path / "none" / "a.md")


def test_python_frontmatter_is_imported_when_asked_for() -> None:
    program = (
        "import sys, newslint\n"
        "assert {'load', 'loads', 'dump', 'dumps', 'Handler'} <= set(dir(newslint))\n"
        "newslint.load, newslint.dumps, newslint.check_text('---\\ntitle: A\\n---\\n')\n"
        "assert 'frontmatter' not in sys.modules\n"
        "newslint.loads('a'); assert 'frontmatter' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env=environment())
