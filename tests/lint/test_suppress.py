"""Comments that silence: what they are, what they reach, and what is said of idle ones."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from newslint.config.settings import ActiveRule, Settings
from newslint.lint import fix as engine
from newslint.lint.suppress import suppressions
from newslint.rule import Article, ListValue, NoOptions, Problem, Rule, Table, Value
from tests.support.each import each
from tests.support.mending import SETTINGS, read
from tests.support.setting import line, source


def given(content: str) -> list[tuple[tuple[str, ...], str | None]]:
    """The suppressions of a block: what they name, and the text that they reach."""
    article = read(f"---\n{content}---\nBody.\n")
    assert not article.broken, article.faults
    return [
        (found.selectors, None if found.reach is None else article.text[slice(*found.reach)])
        for found in suppressions(article)
    ]


@pytest.mark.parametrize(
    ("comment", "selectors"),
    [
        ("# newslint: ignore[TAG006]", ("TAG006",)),
        ("#newslint:ignore[TAG006]", ("TAG006",)),
        (
            "#  newslint:  ignore [ TAG006 , DAT ,link-tracking,]",
            ("TAG006", "DAT", "link-tracking"),
        ),
        ("# newslint: ignore[TAG006] the desk wants it", ("TAG006",)),
        ("# newslint: ignore[tag006]", ("tag006",)),
        ("# newslint: ignore", ("ALL",)),
        ("# newslint: ignore  ", ("ALL",)),
        ("# newslint: ignore[ALL]", ("ALL",)),
        ("# newslint: ignore[]", ()),
        ("# newslint: ignore[ , ]", ()),
        ("# newslint: ignore TAG006", ()),
        ("# newslint: ignore[TAG006", ()),
        ("# newslint: ignore-next[TAG006]", ()),
        ("# newslint: ignored", ()),
        ("# newslint: disable[TAG006]", ()),
        ("# newslint:", ()),
    ],
)
def test_what_a_comment_names(comment: str, selectors: tuple[str, ...]) -> None:
    assert given(f"title: a {comment}\n") == [(selectors, "title: a")]
    assert given(f"{comment}\ntitle: a\n") == [(selectors, "title: a")]


@pytest.mark.parametrize(
    "content",
    [
        "title: a # see newslint: ignore[TAG006]\n",
        "title: 'a # newslint: ignore[TAG006]'\n",
        'title: "a # newslint: ignore[TAG006]"\n',
        "title: a#newslint:ignore[TAG006]\n",
        "text: |\n  a # newslint: ignore[TAG006]\n  # newslint: ignore-file[TAG006]\n",
        "text: >-\n\n  a\n\n  # newslint: ignore[TAG006]\n",
        "title: 'a\n  # newslint: ignore[TAG006]'\n",
        "'# newslint: ignore[TAG006]': a\n",
        "tags: ['# newslint: ignore[TAG006]']\n",
    ],
)
def test_what_is_no_such_comment(content: str) -> None:
    assert given(content) == []


def test_the_body_is_not_looked_at() -> None:
    article = read("---\ntitle: a # newslint:\n---\n# newslint: ignore-file[TAG006]\n")
    assert [found.selectors for found in suppressions(article)] == [()]


IGNORE = "# newslint: ignore[TAG006]"


@each(
    ("content", "reach"),
    [
        pytest.param(content.replace("#!", IGNORE), reach, id=name)
        for name, content, reach in (
            ("behind a value", "a: b #!\nc: d\n", "a: b"),
            ("behind the last value", "a: b\nc: d #!\n", "c: d"),
            ("behind a quoted value with a hash", "a: 'b # c' #!\n", "a: 'b # c'"),
            ("behind nothing", "a: #!\nc: d\n", "a:"),
            ("behind a wrapped value", "a: 'b\n  c' #!\nd: e\n", "a: 'b\n  c'"),
            ("behind a wrapped bare value", "a: b\n  c #!\nd: e\n", "a: b\n  c"),
            ("behind an alias", "a: &x b\nc: *x #!\n", "c: *x"),
            ("behind the sign of a literal", "a: | #!\n  b\n  c\nd: e\n", "a: | # newslint: ignore[TAG006]\n  b\n  c"),
            ("behind a flow list", "a: [b, c] #!\n", "a: [b, c]"),
            ("behind a flow mapping", "a: {b: c} #!\n", "a: {b: c}"),
            ("behind the bracket of a flow list", "a: [ #!\n  b,\n  c ]\n", f"a: [ {IGNORE}\n  b,\n  c ]"),
            ("behind an item of a flow list", "a: [\n  b, #!\n  c\n  ]\n", "b"),
            ("behind the last item of a flow list", "a: [\n  b,\n  c #!\n  ]\n", "c"),
            ("behind two items of a flow list", "a: [b, c, #!\n  d]\n", "c"),
            ("behind the end of a flow list", "a: [b,\n  c] #!\n", "a: [b,\n  c]"),
            ("behind the key of a list", "a: #!\n- b\n- c\nd: e\n", f"a: {IGNORE}\n- b\n- c"),
            ("behind an item", "a:\n- b #!\n- c\n", "b"),
            ("behind the last item", "a:\n- b\n- c #!\nd: e\n", "c"),
            ("behind a quoted item", "a:\n- 'b - c' #!\n", "'b - c'"),
            ("behind an empty item", "a:\n- b\n- #!\n- c\n", ""),
            ("behind the key of a mapping", "a: #!\n  b: c\n  d: e\n", f"a: {IGNORE}\n  b: c\n  d: e"),
            ("behind a value in a mapping", "a:\n  b: c #!\n  d: e\n", "b: c"),
            ("behind a value in a mapping in a list", "a:\n- b: c #!\n  d: e\n", "b: c"),
            ("behind the last value of a mapping in a list", "a:\n- b: c\n  d: e #!\n", "d: e"),
            ("behind a key in a mapping in a list", "a:\n- b: #!\n  - c\n", f"b: {IGNORE}\n  - c"),
            ("above a key", "a: b\n#!\nc: d\n", "c: d"),
            ("above a key, indented", "a: b\n  #!\nc: d\n", "c: d"),
            ("above a key, blank lines and comments between", "#!\n\n# x\na: b\n", "a: b"),
            ("above a list", "#!\na:\n- b\n- c\n", "a:\n- b\n- c"),
            ("above the first item", "a:\n#!\n- b\n- c\n", "b"),
            ("above an item", "a:\n- b\n#!\n- c\n", "c"),
            ("above an item that is a mapping", "a:\n- b\n  #!\n- c: d\n  e: f\n", "c: d\n  e: f"),
            ("above a value in a mapping", "a:\n  #!\n  b: c\n  d: e\n", "b: c"),
            ("above an item of a flow list", "a: [\n  b,\n  #!\n  c]\n", "c"),
            ("below the last item", "a:\n- b\n#!\nc: d\n", "c: d"),
            ("below a literal", "a: |\n  b\n#!\nc: d\n", "c: d"),
            ("below everything", "a: b\n#!\n", IGNORE),
            ("between braces", "{a: b, #!\n c: d}\n", "a: b"),
        )
    ],
)  # fmt: skip
def test_what_a_comment_reaches(content: str, reach: str) -> None:
    assert given(content) == [(("TAG006",), reach)]
    crlf = content.replace("\n", "\r\n")
    assert given(crlf) == [(("TAG006",), reach.replace("\n", "\r\n"))]


def test_a_whole_file() -> None:
    for content in (
        "a: b # newslint: ignore-file[TAG006]\n",
        "# newslint: ignore-file [TAG006]\na: b\n",
        "a:\n- b\n  # newslint: ignore-file[TAG006] why\nc: d\n",
        "a: b\n# newslint: ignore-file[TAG006]\n",
    ):
        assert given(content) == [(("TAG006",), None)]


@pytest.mark.parametrize(
    ("selector", "covered"),
    [
        ("TAG006", True),
        ("tag006", True),
        ("TAG", True),
        ("tag", True),
        ("TAG0", True),
        ("tag-noise", True),
        ("Tag-Noise", True),
        ("ALL", True),
        ("TA", False),
        ("T", False),
        ("TAG005", False),
        ("TAG0061", False),
        ("tag-nois", False),
        ("all", False),
        ("DAT", False),
    ],
)
def test_codes_families_and_names(selector: str, covered: bool) -> None:
    article = read(f"---\ntitle: a # newslint: ignore[{selector}]\n---\n")
    (found,) = suppressions(article)
    span = article.fields[0].value.span
    assert found.covers(span, selector, "TAG006", "tag-noise") is covered


# what the engine makes of them


def _places(value: Value) -> Iterator[Value]:
    yield value
    if isinstance(value, ListValue):
        for item in value.items:
            yield from _places(item)
    elif isinstance(value, Table):
        for field in value.fields:
            yield from _places(field.value)


def _check(article: Article, options: NoOptions) -> Iterator[Problem]:
    for field in article.fields:
        for value in _places(field.value):
            text = article.text[slice(*value.span)]
            if text.startswith("bad"):
                yield Problem(value.span, f"{text} is bad", field.key)


def made_up(code: str, name: str) -> ActiveRule:
    """A rule that finds a problem in every value that starts with `bad`."""
    return ActiveRule(Rule(code, name, "warning", (), _check), NoOptions(), None)


BOTH: Settings = replace(
    SETTINGS,
    rules=(
        made_up("ZZZ001", "first-made-up"),
        made_up("ZZZ002", "second-made-up"),
        *SETTINGS.rules,
    ),
)


def check(content: str) -> list[str]:
    text = f"---\n{content}---\nBody.\n"
    found = engine.check(source(text), "content/a.md", "a.md", BOTH)
    return [f"{one.code} {line(one)}" for one in found]


def mended(content: str) -> str:
    text = f"---\n{content}---\nBody.\n"
    outcome = engine.fix(source(text), "content/a.md", "a.md", BOTH, unsafe=False)
    again = engine.fix(source(outcome.text), "content/a.md", "a.md", BOTH, unsafe=True)
    assert again.text == outcome.text
    return outcome.text[4:-10]


def test_without_a_comment() -> None:
    assert check("a: bad\n") == ["ZZZ001 2:4-2:7 bad is bad", "ZZZ002 2:4-2:7 bad is bad"]


def test_one_rule_is_silenced() -> None:
    assert check("a: bad # newslint: ignore[ZZZ001]\n") == ["ZZZ002 2:4-2:7 bad is bad"]
    assert check("# newslint: ignore[second-made-up]\na: bad\n") == ["ZZZ001 3:4-3:7 bad is bad"]


def test_all_rules_are_silenced() -> None:
    for selectors in ("[ZZZ]", "[ZZZ001, ZZZ002]", "", "[ALL]"):
        assert check(f"a: bad # newslint: ignore{selectors}\n") == []


def test_only_what_is_reached_is_silenced() -> None:
    content = (
        "a:\n- bad # newslint: ignore[ZZZ]\n- bad\nb: [bad, bad2] # newslint: ignore[ZZZ]\nc: bad\n"
    )
    assert check(content) == [
        "ZZZ001 4:3-4:6 bad is bad",
        "ZZZ002 4:3-4:6 bad is bad",
        "ZZZ001 6:4-6:7 bad is bad",
        "ZZZ002 6:4-6:7 bad is bad",
    ]


def test_a_whole_file_is_silenced() -> None:
    assert check("a: bad\nb: bad\n# newslint: ignore-file[ZZZ]\n") == []


def test_idle_comments_are_reported_and_removed() -> None:
    content = "a: good  # newslint: ignore[RUN002]\nb: bad # newslint: ignore[ZZZ, RUN006]\n"
    assert check(content) == [
        "RUN005 2:10-2:36 the ignore for RUN002 is unused; remove it",
        "RUN005 3:8-3:39 the ignore for RUN006 is unused; remove it",
    ]
    assert mended(content) == "a: good\nb: bad # newslint: ignore[ZZZ]\n"


def test_idle_comments_of_lists_are_removed() -> None:
    content = (
        "# newslint: ignore-file[RUN001]\r\na:\r\n- good # newslint: ignore[RUN002]\r\n"
        "  # newslint: ignore[RUN002] why\r\n- good\r\nb: [\r\n  c, # newslint: ignore\r\n  d]\r\n"
    )
    assert mended(content) == "a:\r\n- good\r\n- good\r\nb: [\r\n  c,\r\n  d]\r\n"


def test_a_name_of_no_rule_is_reported_and_left() -> None:
    """Another is meant; what looks like the code of a rule of one's own may not be loaded."""
    content = "a: good # newslint: ignore[LNK04, link-trackin, XYZ001, everything at all]\n"
    assert check(content) == [
        "RUN005 2:9-2:75 the ignore names no rule: `LNK04`; did you mean `LNK004`?",
        "RUN005 2:9-2:75 the ignore names no rule: `everything at all`; correct or remove it",
        "RUN005 2:9-2:75 the ignore names no rule: `link-trackin`; did you mean `link-tracking`?",
    ]
    assert mended(content) == content


def test_a_comment_that_is_not_understood_is_reported_and_left() -> None:
    content = "a: good # newslint: ignore ZZZ001\n"
    what = "the comment does not have the form `newslint: ignore[CODE]` and has no effect"
    words = f"{what}; fix or remove it"
    assert check(content) == [f"RUN005 2:9-2:34 {words}"]
    assert mended(content) == content


def test_a_rule_that_is_off_is_passed_over() -> None:
    assert check("a: good # newslint: ignore[DAT006]\n") == []
