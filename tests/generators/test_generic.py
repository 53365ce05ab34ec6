"""The target for sites whose generator is not known."""

from __future__ import annotations

import pytest

from newslint.generators import load
from newslint.model.values import Kind
from newslint.text.dates import rfc3339
from tests.support.hugo_program import article, page_text, pieces, scalar

KINDS: dict[Kind, str] = {
    "null": "null Null NULL ~",
    "bool": "true yes No on OFF",
    "int": "0 0123 0x1F 0b11 1_000 12:30 20251231 +5",
    "float": "1.5 .5 1.5e+3 .inf -.INF .nan 190:20:30.15",
    "date": "2025-12-31 2025-12-31T10:00:00Z 2025-1-5T1:00:00",
    "string": "nope y n Nothing 1e3 08 0o17 = << 2025-1-5 10-12 tomorrow _1 é",
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_those_of_yaml_1_1(kind: Kind) -> None:
    target = load("generic")
    assert {plain: target.kind(plain) for plain in KINDS[kind].split()} == dict.fromkeys(
        KINDS[kind].split(), kind
    )
    assert target.kind("") == "null"


@pytest.mark.parametrize(
    ("text", "moment", "zoned", "zone_name"),
    [
        ("2025-12-31", "2025-12-31T00:00:00-05:00", False, ""),
        ("2025-12-31T10:00", "2025-12-31T10:00:00-05:00", False, ""),
        ("2025-12-31 10:00:00 UTC", "2025-12-31T10:00:00Z", True, ""),
        ("2025-12-31T10:00:00-05", "2025-12-31T10:00:00-05:00", True, ""),
        ("2025-12-31T10:00Z", "2025-12-31T10:00:00Z", True, ""),
        ("2025-12-31T10:00:00.5+02:00", "2025-12-31T10:00:00.5+02:00", True, ""),
        ("Wed, 1 Jan 2025 10:00:00 GMT", "2025-01-01T10:00:00Z", True, ""),
        ("Wed, 01 Jan 2025 10:00:00 GMT", "2025-01-01T10:00:00Z", True, ""),
        ("1 Jan 2025 10:00 +0200", "2025-01-01T10:00:00+02:00", True, ""),
        ("Wed, 01 Jan 2025 10:00:00 EST", "2025-01-01T10:00:00-05:00", False, "EST"),
    ],
)
def test_dates(text: str, moment: str, zoned: bool, zone_name: str) -> None:
    reading = load("generic").date(scalar(text), "America/New_York")
    assert reading is not None
    assert (rfc3339(reading), reading.zoned, reading.zone_name) == (moment, zoned, zone_name)


@pytest.mark.parametrize(
    "text",
    pieces(
        "01/02/2025|Dec 31, 2025|2025-1-5|2025-02-30|10:30AM|Dec 31 10:00:00|2025|20251231|x||"
        "Mon, 1 Jan 2025 10:00:00 GMT"
    ),
)
def test_what_is_no_date_to_every_reader(text: str) -> None:
    assert load("generic").date(scalar(text), "") is None


def test_what_yaml_itself_reads_as_a_date_is_one() -> None:
    target = load("generic")
    reading = target.date(scalar("2025-1-5 9:00:00", plain=True, target=target), "")
    assert reading is not None
    assert rfc3339(reading) == "2025-01-05T09:00:00Z"
    assert target.date(scalar("20251231", plain=True, target=target), "") is None


def test_nothing_is_known_of_pages() -> None:
    target = load("generic")
    assert target.page(article("a.md", page_text(title="A"), target)) is None
    assert (target.slug("A"), target.term_path("A"), target.timezone) == (None, None, "")
    assert (target.taxonomies, target.known_keys, target.content) == (
        ("tags", "categories"),
        frozenset(),
        (),
    )
    assert target.role_keys["link"][-3:] == ("url", "from", "feedlink")
