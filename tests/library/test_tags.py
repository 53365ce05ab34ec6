"""Tags of YAML in posts: a text its tag does not fit is a text, and a new value has no old tag."""

from __future__ import annotations

import pytest

import newslint
from tests.support.each import each

UNFIT = {
    "!!timestamp null": "null",
    "!!timestamp ''": "",
    "!!bool maybe": "maybe",
    "!!bool ''": "",
    "!!int ''": "",
    "!!int many": "many",
    "!!float ''": "",
    "!!float x.y": "x.y",
}


def article(value: str) -> str:
    return f"---\ntitle: a\ndate: {value}  # kept\n---\nBody\n"


@pytest.mark.parametrize("value", UNFIT)
def test_text_that_its_tag_does_not_fit(value: str) -> None:
    post = newslint.loads(article(value))
    assert post["date"] == UNFIT[value]
    assert newslint.dumps(post) == article(value)


@each("value", [*UNFIT, "!!timestamp 2024-01-01", "!!str 1", "!!null x", "!x y"])
@each("new", [None, "x", "null", "2024-01-01", 3, 1.5, True, [1], {"a": None}])
def test_new_value_where_a_tag_stood(value: str, new: object) -> None:
    post = newslint.loads(article(value))
    post["date"] = new
    again = newslint.loads(newslint.dumps(post))["date"]
    assert again == new
    assert type(again) is type(new)
