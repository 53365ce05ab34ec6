"""What counts as the same title and the same body, in many languages."""

from __future__ import annotations

import time

import pytest

from newslint.text.editions import edition
from newslint.text.same_body import body_digest
from newslint.text.same_title import (
    likeness,
    near_keys,
    same_title,
    says_enough,
    without_label,
)

SAME = (
    ("Kelp prices rise", " kelp  PRICES rise!"),
    ("“Kelp” prices", "'Kelp' Prices"),
    ("Don’t go", "don't go"),
    ("Cafe\u0301", "Café"),
    ("İstanbul", "istanbul"),
    ("می‌خواهم", "میخواهم"),
    ("ΟΔΟΣ", "οδος"),
    ("海藻:价格上涨!", "海藻：价格上涨！"),
    ("Ｋｅｌｐ１", "Kelp1"),
    ("R&amp;D", "R&D"),
    ("كـــتاب", "كتاب"),
    ("Es war «gut»", "Es war „gut“"),
    ("한국 — 뉴스", "한국 뉴스"),
    ("Привет, мир!", "привет мир"),
    ("C’est l’été", "C'est l'été"),
)

APART = (
    ("We're there", "Were there"),
    ("El año", "El ano"),
    ("C#", "C"),
    ("C++", "C"),
    ("की बात", "के बात"),
    ("Maße", "Masse"),
    ("Part 1", "Part 2"),
    ("Version 1.2", "Version 12"),
    ("🎉", "🎊"),
    ("I/O", "IO"),
    ("sınır", "sinir"),
    ("กา", "ก่า"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_titles(one: str, other: str) -> None:
    assert same_title(one) == same_title(other) != ""


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_titles(one: str, other: str) -> None:
    assert same_title(one) != same_title(other)


@pytest.mark.parametrize("text", ["", " ", "…", "!!!", "—", "\u200b"])
def test_no_title(text: str) -> None:
    assert same_title(text) == ""


def test_a_name_of_a_site_is_set_aside() -> None:
    assert without_label("Kelp prices rise again - Reuters") == "Kelp prices rise again"
    assert without_label("Kelp prices rise again — The Daily Tide") == "Kelp prices rise again"
    assert without_label("Kelp - Reuters") == "Kelp - Reuters"
    assert without_label("Kelp prices-rise again") == "Kelp prices-rise again"
    many = " - ".join(["kelp prices rise"] * 20_000)
    start = time.process_time()
    without_label(many)
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Kelp prices rise in Norway", "Kelp price rise in Norway", True),
        ("Kelp prices rise in Norway", "Kelp prices rise in Iceland", False),
        ("Basics of kelp farms, part I", "Basics of kelp farms, part II", False),
        ("Kelp report of 2024 is out", "Kelp report of 2025 is out", False),
        ("海藻价格上涨引发关注和讨论", "海藻价格上涨引发关注与讨论", True),
        ("Kelp news", "Kelp new", False),
    ],
)
def test_near_titles(one: str, other: str, near: bool) -> None:
    first, second = same_title(one), same_title(other)
    shared = set(near_keys(first)) & set(near_keys(second))
    assert bool(shared and likeness(first, second) >= 92) == near


def test_a_word_or_two_is_no_story() -> None:
    assert says_enough(same_title("Kelp prices rise again"))
    assert says_enough(same_title("海藻价格再次上涨"))
    assert not says_enough(same_title("Live updates"))
    assert not says_enough(same_title("海藻"))


def test_a_body_is_its_text() -> None:
    text = "Farmers in the north say that they cannot keep up with the price of kelp. " * 4
    assert body_digest(text) == body_digest(text.replace(" ", "\r\n  ")) != ""
    assert body_digest(text) != body_digest(text.replace("kelp", "Kelp"))
    assert body_digest("") == body_digest("x") == body_digest("Coming soon. " * 5) == ""
    for code in (
        '{{< x a="1" >}}',
        "{% include a.html %}",
        "<b></b>",
        "![](/a.png)",
        "https://a.b",
    ):
        assert body_digest(f"{code}\n" * 200) == "", code
    assert body_digest("海藻价格再次上涨,北方养殖户表示供不应求。" * 3)


def test_a_body_costs_linear_time() -> None:
    start = time.process_time()
    for sign in ("<", "{{", "[](", "[", "{%", "https://", "![a]("):
        body_digest(sign * 200_000)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("folder", "version"),
    [
        ("docs/v1.2/guide", "v1.2"),
        ("versioned_docs/version-2.0.x", "versioned_docs/version-2.0.x"),
        ("content/3.1/a", "3.1"),
        ("docs/latest", "latest"),
        ("content/news/2024/01", ""),
        ("content/news", ""),
    ],
)
def test_a_version_is_an_edition(folder: str, version: str) -> None:
    assert edition(folder) == version
