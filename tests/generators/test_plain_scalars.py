"""What is said of plain scalars is what PyYAML says."""

from __future__ import annotations

import itertools

import yaml
from hypothesis import given
from hypothesis import strategies as st

from newslint.generators.shared.plain_scalars import yaml_kind
from tests.support.each import each

KINDS = {
    "tag:yaml.org,2002:bool": "bool",
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:null": "null",
    "tag:yaml.org,2002:timestamp": "date",
}

PARTS = [
    *("", "0", "1", "8", "12", "2025", "08", "0b1", "0x1F", "0o17", "_", ".", "-", "+", ":", "e"),
    *("E+", "e-3", "T", "t", " ", "\t", "Z", "59", "60", "12:30", ":30", "05", ".inf", ".NaN"),
    *("-01", "-1", "00:00", "+02", "٣", "a", "f", "~", "y", "No", "<<", "=", "n"),
]

WORDS = [
    *("null", "Null", "NULL", "nUll", "~", "", "yes", "Yes", "YES", "yEs", "no", "on", "ON", "off"),
    *("oFF", "true", "True", "TRUE", "tRUE", "false", "y", "n", "Y", "<<", "=", "!", "&", "*"),
    *(".inf", "-.Inf", "+.INF", ".iNF", ".nan", "-.nan", ".NaN", "0", "00", "-0", "+", "-", "."),
    *("685_230.15", "190:20:30", "190:20:30.15", "0b1010_0111", "0x_0A_74_AE", "02472256", "1e3"),
    *("1.5e3", "1.5e+3", ".5e-3", "-.5", "+.5", "1.", "1._", "2025-12-31", "2025-1-2"),
    *("2025-12-31T10:00:00", "2025-1-2 3:04:05", "2025-12-31 10:00", "2025-12-31t10:00:00.1Z"),
    *("2025-12-31T10:00:00 +2", "2025-12-31T10:00:00+02:00", "2025-12-31T10:00:00 +0200"),
    *(
        "2025-12-31  10:00:00.",
        "2025-12-31T10:00:00z",
        "20251231",
        "1,000",
        "12e-3",
        "0x",
        "0b",
        "1.5e-3",
        "٢٠٢٥-01-01",
    ),
]


def said_by_pyyaml(plain: str) -> str:
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(plain[:1], [])
    tags = (tag for tag, pattern in resolvers if pattern.match(plain))
    return KINDS.get(next(tags, ""), "string")


@each("plain", WORDS)
def test_words_and_numbers(plain: str) -> None:
    assert yaml_kind(plain) == said_by_pyyaml(plain)


def test_all_that_is_put_together_of_parts() -> None:
    for parts in itertools.product(PARTS, repeat=3):
        plain = "".join(parts)
        assert yaml_kind(plain) == said_by_pyyaml(plain), plain


@given(st.text("0123456789abfoxeEinNTtZ_:. +-", max_size=25))
def test_what_looks_like_a_number(plain: str) -> None:
    assert yaml_kind(plain) == said_by_pyyaml(plain)


@given(st.text(max_size=8))
def test_any_text_of_one_line(plain: str) -> None:
    if "\n" not in plain:
        assert yaml_kind(plain) == said_by_pyyaml(plain)
