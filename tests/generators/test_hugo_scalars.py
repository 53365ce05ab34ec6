"""What plain scalars are to Hugo, against the real program."""

from __future__ import annotations

import html
import random
from pathlib import Path

import pytest

from newslint.generators.hugo.scalars import hugo_int, hugo_kind
from newslint.model.values import Kind
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

KINDS: dict[Kind, str] = {
    "null": "null Null NULL ~",
    "bool": "true True TRUE false False FALSE",
    "int": "0 00 007 0123 -0123 +0123 0o17 -0o17 0x1F -0x1f 0b11 1_000 1__0 18446744073709551615 "
    "-9223372036854775808 01_2 +0 -0 0x_1",
    "float": "1.5 1.10 1. .5 -.5 +.5 -1.5e3 1.0E+3 1.e3 .5e-3 1.5_5 .inf -.INF .nan .NaN 01.5 08.5",
    "string": "nULL tRUE yes no on off y n 1e3 08 0O17 0o8 0X1F 0xg 0b12 _1 +.inf nan inf 1.5e "
    "1.2.3 18446744073709551616 -9223372036854775809 12:30 2025-12-31 2025-12-31T10:00:00Z 1,000 "
    "5% ½ ٣ 0x 0b 0x1.8p3 1p3 Infinity 1.0e400 1/2 = << -a . .. + 0x1fg 1-1 .inF",
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind: Kind) -> None:
    assert {plain: hugo_kind(plain) for plain in KINDS[kind].split()} == dict.fromkeys(
        KINDS[kind].split(), kind
    )


def test_an_empty_value_is_null() -> None:
    assert hugo_kind("") == "null"


@pytest.mark.parametrize(
    ("plain", "number"),
    [("007", 7), ("0x1F", 31), ("-0b11", -3), ("1_000", 1000), ("+5", 5), ("08", None), ("", None)],
)
def test_numbers(plain: str, number: int | None) -> None:
    assert hugo_int(plain) == number


def test_a_very_long_number_is_a_string() -> None:
    assert hugo_kind("9" * 10_000) == "string"


TEMPLATE = '{{ range .Params.values }}{{ printf "%T" .is }}\n{{ end }}'
GO_TYPES: dict[str, Kind] = {
    "string": "string",
    "bool": "bool",
    "int64": "int",
    "uint64": "int",
    "float64": "float",
    "<nil>": "null",
}


@pytest.mark.slow
@needs_hugo
def test_kinds_are_those_of_hugo(tmp_path: Path) -> None:
    chance = random.Random(1)
    made = [
        "".join(chance.choices("0123456789xob_.-+eEaf", k=chance.randint(1, 7))) for _ in range(800)
    ]
    plains = [
        *" ".join(KINDS.values()).split(),
        *(p for p in made if p not in "-?" and p[:3] != "---"),
    ]
    listed = "".join(f"- is: {plain}\n" for plain in plains)
    files = {
        "content/a.md": f"---\nvalues:\n{listed}---\n",
        "layouts/_default/single.html": TEMPLATE,
    }
    write_site(tmp_path, "", files)
    done = run_hugo(tmp_path, "--quiet")
    assert done.returncode == 0, done.stderr
    built = html.unescape((tmp_path / "public/a/index.html").read_text("utf-8")).split("\n")
    hugos = {plain: GO_TYPES[name] for plain, name in zip(plains, built, strict=False)}
    assert {plain: hugo_kind(plain) for plain in plains} == hugos
