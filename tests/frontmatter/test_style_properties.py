"""Random front matter in the house's form: values, comments and body are the same in any format."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newslint.lint import fix as engine
from newslint.lint.losses import comments_of
from tests.support.front_matter import whole_texts
from tests.support.mending import read
from tests.support.oracle import libyaml
from tests.support.setting import settings, source

pytestmark = pytest.mark.slow

many = profile(
    deadline=None,
    max_examples=200,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)

KEYS = ("title", "date", "tags", "Draft", "a", "b", "ключ", "键", "with space")
ITEMS = ("'a'", '"b"', '"c#d"', "'[e]'", "1", "1.50", "true", '"\\u00e9"', "'''f'''", '"""g\nh"""')
JSON_ITEMS = ('"a"', '"b,#"', '"]\\""', "1", "1.50", "true", "null", '"\\u00e9"', '"é"', '"{"')
COMMENTS = ("", "", "", " # c", "  # 'd\" [", " #")
ABOVE = ("", "", "", "# above\n", "\n", "  # in\n", "# a\n# b = 1\n", "# a\n\n", "#\n")
HEADERS = ("[{}]", "[[{}]]", "[t.{}]")
STYLES = st.fixed_dictionaries(
    {
        "lists": st.sampled_from(["block", "flow", "keep"]),
        "key-order": st.lists(st.sampled_from(KEYS), max_size=5, unique=True),
        "empty-lines": st.sampled_from(["keep", "remove", "remove"]),
        "quotes": st.sampled_from(["keep", "double", "single", "when-needed"]),
        "dates": st.just("keep"),
    }
)
ENDINGS = st.sampled_from(["\n", "\n", "\r\n"])
BODIES = st.sampled_from(["", "\n", "Body.\n\n\n# no comment \n[a]\n"])


@st.composite
def toml_values(draw: st.DrawFn) -> str:
    items = draw(st.lists(st.sampled_from(ITEMS), max_size=4))
    match draw(st.integers(0, 6)):
        case 0:
            return "[" + ", ".join(items) + "]"
        case 1:
            made = (f"\n {item},{draw(st.sampled_from(COMMENTS))}" for item in items)
            return "[" + draw(st.sampled_from(COMMENTS)) + "".join(made) + "\n]"
        case 2:
            return "[\n\t" + ",\n\t".join(items) + "\n]" if items else "[\n]"
        case 3:
            return f"{{ x = ['a', {draw(st.sampled_from(ITEMS))}], 'y' = [] }}"
        case 4:
            return draw(
                st.sampled_from(["2025-12-31", "2025-12-31 10:00:00Z", "10:00:00", "[[1]]"])
            )
    return draw(st.sampled_from(ITEMS))


@st.composite
def toml_blocks(draw: st.DrawFn) -> str:
    def pairs() -> str:
        lines = ""
        for key in draw(st.lists(st.sampled_from(KEYS), max_size=5, unique=True)):
            name = key if key.isascii() and key.isalnum() else f'"{key}"'
            name += draw(st.sampled_from(["", "", "", ".x", " . 'y z'"]))
            lines += draw(st.sampled_from(ABOVE)) + draw(st.sampled_from(["", "", "  "]))
            lines += f"{name} = {draw(toml_values())}{draw(st.sampled_from(COMMENTS))}\n"
        return lines

    made = pairs()
    for name in draw(st.lists(st.sampled_from(["p", "q", "t", "a"]), max_size=2)):
        header = draw(st.sampled_from(HEADERS)).format(name)
        made += (
            draw(st.sampled_from(ABOVE)) + f"{header}{draw(st.sampled_from(COMMENTS))}\n{pairs()}"
        )
    return made + draw(st.sampled_from(ABOVE))


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    return f"+++\n{draw(toml_blocks())}+++\n{draw(BODIES)}".replace("\n", draw(ENDINGS))


@st.composite
def json_values(draw: st.DrawFn, depth: int = 0) -> str:
    gap = draw(st.sampled_from(["", " ", "\n", "\n  ", "\n\t\t"]))
    kind = draw(st.integers(0, 5)) if depth < 2 else 5
    if kind < 3:
        items = draw(st.lists(st.sampled_from(JSON_ITEMS), max_size=4))
        return f"[{gap}{f',{gap}'.join(items)}{gap}]"
    if kind == 3:
        keys = draw(st.lists(st.sampled_from(KEYS), max_size=3, unique=True))
        pairs = (f'"{key}":{gap}{draw(json_values(depth + 1))}' for key in keys)
        return f"{{{gap}{f',{gap}'.join(pairs)}{gap}}}"
    return draw(st.sampled_from(JSON_ITEMS))


@st.composite
def json_texts(draw: st.DrawFn) -> str:
    glue = draw(st.sampled_from([", ", ",\n  ", ",\n\n\t", "\n ,", " ,\n"]))
    keys = draw(st.lists(st.sampled_from(KEYS), max_size=6, unique=draw(st.booleans())))
    pairs = glue.join(f'"{key}": {draw(json_values())}' for key in keys)
    around = draw(st.sampled_from(["", "\n", "\n  "]))
    return f"{{{around}{pairs}{around}}}\n{draw(BODIES)}".replace("\n", draw(ENDINGS))


def load_toml(text: str) -> Any:
    return tomllib.loads(text.replace("\r\n", "\n").split("+++\n")[1])


def load_json(text: str) -> Any:
    def pairs(found: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        return sorted(found, key=repr)

    return json.JSONDecoder(object_pairs_hook=pairs).raw_decode(text)[0]


def load_yaml(text: str) -> Any:
    assume("\\u" not in text)  # libyaml reads no surrogates
    article = read(text)
    assert article.block is not None
    return sorted(libyaml(article.text[slice(*article.block.content)]), key=repr)


CASES: list[tuple[st.SearchStrategy[str], Callable[[str], Any]]] = [
    (toml_texts(), load_toml),
    (json_texts(), load_json),
    (whole_texts(), load_yaml),
]


@pytest.mark.parametrize(("texts", "load"), CASES, ids=["toml", "json", "yaml"])
def test_the_form_changes_alone(texts: st.SearchStrategy[str], load: Callable[[str], Any]) -> None:
    @many
    @given(texts, STYLES)
    def one_form(text: str, style: dict[str, Any]) -> None:
        before = read(text)
        assume(not before.broken and before.block is not None)
        chosen = settings({"select": ["STY"], "style": style})
        outcome = engine.fix(source(text), "content/a.md", "a.md", chosen, unsafe=False)
        whole = ("\ufeff" if outcome.bom else "") + outcome.text
        after = read(whole)
        for one in outcome.applied:
            event(one.code)
        assert load(whole) == load(text)
        assert sorted(comments_of(after).values()) == sorted(comments_of(before).values())
        assert after.body == before.body
        assert not [one.text for one in outcome.left if one.code == "RUN004" or one.fix]
        again = engine.fix(source(whole), "content/a.md", "a.md", chosen, unsafe=False)
        assert (again.text, again.applied) == (outcome.text, ())

    one_form()
