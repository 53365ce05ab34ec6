"""Dates as Hugo reads them, as RFC 3339, and what refused ones certainly mean."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.generators.hugo.date_layouts import hugo_date
from newslint.model.article import DateReading
from newslint.text.dates import find_zone, in_zone, rfc3339
from newslint.text.loose_dates import guess, loose_date
from tests.support.each import each
from tests.support.hugo_program import (
    list_all,
    needs_hugo,
    page_text,
    pieces,
    quoted,
    run_hugo,
    write_site,
)

READ = {
    "2025-12-31": ("2025-12-31T00:00:00-05:00", "2006-01-02"),
    "2025-12-31T10:00:00Z": ("2025-12-31T10:00:00Z", "2006-01-02T15:04:05Z07:00"),
    "2025-12-31T10:00:00+02:00": ("2025-12-31T10:00:00+02:00", "2006-01-02T15:04:05Z07:00"),
    "2025-12-31T10:00:00+0200": ("2025-12-31T10:00:00+02:00", "2006-01-02T15:04:05Z0700"),
    "2025-12-31T10:00:00.123456Z": ("2025-12-31T10:00:00.123456Z", "2006-01-02T15:04:05Z07:00"),
    "2025-12-31T10:00:00,50Z": ("2025-12-31T10:00:00.5Z", "2006-01-02T15:04:05Z07:00"),
    "2025-12-31T10:00:00.123456789Z": ("2025-12-31T10:00:00.123456Z", "2006-01-02T15:04:05Z07:00"),
    "2025-12-31T9:00:00-00:00": ("2025-12-31T09:00:00Z", "2006-01-02T15:04:05Z07:00"),
    "2025-12-31T10:00:00": ("2025-12-31T10:00:00-05:00", "2006-01-02T15:04:05"),
    "2025-12-31 10:00:00": ("2025-12-31T10:00:00-05:00", "2006-01-02 15:04:05"),
    "2025-12-31 10:00:00Z": ("2025-12-31T10:00:00Z", "2006-01-02 15:04:05Z07:00"),
    "2025-12-31 10:00:00+0200": ("2025-12-31T10:00:00+02:00", "2006-01-02 15:04:05Z0700"),
    "2025-12-31 10:00:00 +02:00": ("2025-12-31T10:00:00+02:00", "2006-01-02 15:04:05 -07:00"),
    "2025-01-05 9:00:00 -0500": ("2025-01-05T09:00:00-05:00", "2006-01-02 15:04:05 -0700"),
    "2025-12-31 10:00:00 -0300 EST": ("2025-12-31T10:00:00-03:00", "2006-01-02 15:04:05 -0700 MST"),
    "2025-12-31 10:00:00 -0300 UTC": ("2025-12-31T10:00:00Z", "2006-01-02 15:04:05 -0700 MST"),
    "Wed, 31 Dec 2025 10:00:00 +0200": ("2025-12-31T10:00:00+02:00", "RFC1123"),
    "mon, 31 DEC 2025  10:00:00 +0200": ("2025-12-31T10:00:00+02:00", "RFC1123"),
    "Wed, 31 Dec 2025 10:00:00 GMT": ("2025-12-31T10:00:00-05:00", "RFC1123"),
    "Wed, 31 Dec 2025 10:00:00 GMT+3": ("2025-12-31T13:00:00-05:00", "RFC1123"),
    "31 Dec 25 10:00 +0100": ("2025-12-31T10:00:00+01:00", "RFC822"),
    "31 Dec 69 10:00 CEST": ("1969-12-31T10:00:00-05:00", "RFC822"),
    "Wednesday, 31-Dec-25 10:00:00 UTC": ("2025-12-31T10:00:00-05:00", "RFC850"),
    "31 Dec 2025": ("2025-12-31T00:00:00-05:00", "02 Jan 2006"),
    "Wed Dec  3 10:00:00 2025": ("2025-12-03T10:00:00-05:00", "ANSIC"),
    "Wed Dec 31 10:00:00 EST 2025": ("2025-12-31T10:00:00-05:00", "UnixDate"),
    "Wed Dec 31 10:00:00 +0200 2025": ("2025-12-31T10:00:00+02:00", "RubyDate"),
    "10:30PM": ("0000-01-01T22:30:00Z", "Kitchen"),
    "12:30AM": ("0000-01-01T00:30:00Z", "Kitchen"),
    "Feb 29 10:00:00": ("0000-02-29T10:00:00Z", "Stamp"),
    "2025-03-09 02:30:00": ("2025-03-09T01:30:00-05:00", "2006-01-02 15:04:05"),
    "2025-11-02 01:30:00": ("2025-11-02T01:30:00-04:00", "2006-01-02 15:04:05"),
    "2025-07-01": ("2025-07-01T00:00:00-04:00", "2006-01-02"),
}
"""Text -> the moment on a site in New York, and the layout."""

REFUSED = pieces(
    "2025-12-31T10:00|2025-12-31T10:00Z|2025-12-31 10:00|2025-12-31 10:00:00 UTC|"
    "2025-12-31T10:00:00 Z|2025-12-31t10:00:00z|2025-12-31T10:00:00-05|2025-12-31T10:00:00-5|"
    "2025-1-5|2025-12|2025-02-30|2025-12-31T24:00:00|2025-12-31T10:00:60|"
    "Wed, 1 Jan 2025 10:00:00 GMT|1 Jan 2025|31 Dec 2025 10:00:00 +0200|Dec 31, 2025|"
    "December 31, 2025|12/31/2025|31/12/2025|2025/12/31|31.12.2025|20251231|1767175200|"
    "2025-W52-3|2025-365| 2025-12-31|2025-12-31 |2025–12–31|2025-12-31T10:00:00Z[UTC]|true|3.5|"
    "today|2025-12-31T10:00:00 +02:00|Wed,31 Dec 2025 10:00:00 GMT|"
    "Wed, 31 Dec 2025 10:00:00 ABCDE|Wed, 31 Dec 2025 10:00:00 +2|2025-12-31T10:00:00+25:00|"
    "13:30PM|2025-12-31T10:00:00+0200 EET|٢٠٢٥-12-31|2025-12-31T10:00:00.Z|"
    "Foo, 31 Dec 2025 10:00:00 GMT|2025-12-31 10:00:00 -5900 UTC|Wed, 31 Dec 2025 10:00:00 +2500"
)


@each("text", READ)
def test_what_hugo_reads(text: str) -> None:
    reading = hugo_date(text, "string", "America/New_York")
    assert reading is not None
    assert (rfc3339(reading), reading.layout) == READ[text]


@each("text", REFUSED)
def test_what_hugo_refuses(text: str) -> None:
    assert hugo_date(text, "string", "") is None


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize("zone", ["", "America/New_York", "Asia/Kolkata"])
def test_the_tables_are_those_of_hugo(zone: str, tmp_path: Path) -> None:
    texts = [*READ, *REFUSED]
    files = {f"content/{at:03}.md": page_text(date=quoted(text)) for at, text in enumerate(texts)}
    write_site(tmp_path, f'timeZone = "{zone}"\n' if zone else "", files)
    said = run_hugo(tmp_path, "list", "all").stderr
    refused = {int(at) for at in re.findall(r"not a parsable date: see \S+/(\d+)\.md", said)}
    for at in refused:
        (tmp_path / f"content/{at:03}.md").unlink()
    listed = list_all(tmp_path)
    ours = {text: _seconds(hugo_date(text, "string", zone)) for text in texts}
    assert ours == {
        text: None if at in refused else listed[f"content/{at:03}.md"]["date"]
        for at, text in enumerate(texts)
    }


def _seconds(reading: DateReading | None) -> str | None:
    """A reading as `hugo list all` prints it."""
    if reading is None:
        return None
    return re.sub(r"\.[0-9]+", "", rfc3339(reading))


def test_everything_a_reading_says() -> None:
    assert hugo_date("31 Dec 2025", "string", "Europe/Berlin") == DateReading(
        moment=datetime(2025, 12, 31, tzinfo=timezone(timedelta(hours=1))),
        zoned=False,
        date_only=True,
        layout="02 Jan 2006",
    )
    assert hugo_date("Wed, 31 Dec 2025 10:00:00 EST", "string", "") == DateReading(
        moment=datetime(2025, 12, 31, 10, tzinfo=UTC),
        zoned=False,
        date_only=False,
        layout="RFC1123",
        zone_name="EST",
    )
    assert hugo_date("2025-12-31T10:00:00Z", "string", "") == DateReading(
        moment=datetime(2025, 12, 31, 10, tzinfo=UTC),
        zoned=True,
        date_only=False,
        layout="2006-01-02T15:04:05Z07:00",
    )


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1767175200", "2025-12-31T10:00:00Z"),
        ("20251231", "1970-08-23T09:20:31Z"),
        ("2025", "1970-01-01T00:33:45Z"),
        ("0x7E9", "1970-01-01T00:33:45Z"),
        ("1_000", "1970-01-01T00:16:40Z"),
        ("-1", "1969-12-31T23:59:59Z"),
        ("1767175200000", "9999-12-31T23:59:59.999999Z"),
        ("-99999999999999", "0001-01-01T00:00:00Z"),
    ],
)
def test_numbers_count_seconds(text: str, moment: str) -> None:
    reading = hugo_date(text, "int", "America/New_York")
    assert reading is not None
    assert (rfc3339(reading), reading.numeric, reading.layout) == (moment, True, "unix")


def test_other_kinds_are_no_dates() -> None:
    assert [hugo_date("2025-12-31", kind, "") for kind in ("bool", "float", "null")] == [None] * 3
    assert hugo_date("", "string", "") is None


def test_zones_that_are_not_known_are_utc() -> None:
    assert [find_zone(name) for name in ("", "UTC", "Nowhere/Land", "../etc", "\0")] == [UTC] * 5
    assert in_zone(datetime(2025, 1, 1), "Europe/London").utcoffset() == timedelta()


@each(
    ("text", "meant"),
    [
        ("2025-12-31T10:00", "2025-12-31T10:00:00"),
        ("2025-12-31T10:00Z", "2025-12-31T10:00:00Z"),
        ("2025-12-31 10:00:00 UTC", "2025-12-31T10:00:00Z"),
        ("2025-12-31T10:00:00 Z", "2025-12-31T10:00:00Z"),
        ("2025-12-31t10:00:00z", "2025-12-31T10:00:00Z"),
        ("2025-12-31T10:00:00-05", "2025-12-31T10:00:00-05:00"),
        ("2025-12-31T10:00:00.250 -5:30", "2025-12-31T10:00:00.25-05:30"),
        ("2025-12-31T10:00:00−05:00", "2025-12-31T10:00:00-05:00"),
        ("2025-1-5", "2025-01-05"),
        ("2025/12/31", "2025-12-31"),
        ("2025.12.31 9:05", "2025-12-31T09:05:00"),
        ("20251231", "2025-12-31"),
        ("12/31/2025", "2025-12-31"),
        ("31.12.2025", "2025-12-31"),
        ("5/5/2025", "2025-05-05"),
        ("Dec 31, 2025", "2025-12-31"),
        ("december 31 2025", "2025-12-31"),
        ("Sept. 5th, 2025", "2025-09-05"),
        ("1 Jan 2025", "2025-01-01"),
        ("1st January, 2025", "2025-01-01"),
        ("1-Jan-2025", "2025-01-01"),
        ("Wed, 1 Jan 2025 10:00:00 GMT", "2025-01-01T10:00:00Z"),
        ("Wednesday, January 1, 2025 at 9:05 pm", "2025-01-01T21:05:00"),
        ("Jan 1, 2025, 12:30 a.m.", "2025-01-01T00:30:00"),
        ("2025-12-31 10:00:00 -4", "2025-12-31T10:00:00-04:00"),
        ("31 Dec 2025 10:00:00 +0200", "2025-12-31T10:00:00+02:00"),
        ("\u00a02025-12-31 ", "2025-12-31"),
        ("2025–12–31", "2025-12-31"),
        ("2025-12-31T10:00:00+01:00[Europe/Berlin]", "2025-12-31T10:00:00+01:00"),
    ],
)
def test_what_a_refused_date_certainly_means(text: str, meant: str) -> None:
    assert guess(text) == meant


@each(
    "text",
    pieces(
        "01/02/2025|1.2.2025|2025-12|2025-02-30|2025-13-01|2025-12-31T24:00:00|2025-12-31T10:00:60|"
        "Mon, 1 Jan 2025 10:00:00 GMT|Wed, 1 Jan 2025 10:00:00 EST|1 Jan 25|marzo 5, 2025|tomorrow|"
        "1767175200|18991231|2025-W52-3|2025-365|13:30 PM|2025-12-31 13:30 PM|2025-1/5||x|"
        "2025-12-31T10:00:00+15:00|2025-12-31T10:00:00+05:60|2025-12-31 10:00:00 -040|"
        "2025-12-31 10:00:00 -000|"
        "٢٠٢٥-12-31|2025-12-31 and more"
    ),
)
def test_what_means_nothing_for_certain(text: str) -> None:
    assert guess(text) is None


@given(st.datetimes(min_value=datetime(1950, 1, 1)), st.integers(-14 * 4, 14 * 4))
def test_rfc3339_is_read_back(clock: datetime, quarters: int) -> None:
    moment = clock.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    text = rfc3339(DateReading(moment, True, False, ""))
    reading = hugo_date(text, "string", "Asia/Tokyo")
    assert reading is not None
    assert (reading.moment, reading.moment.utcoffset()) == (moment, moment.utcoffset())
    assert rfc3339(reading) == text == guess(text)


@given(st.text(st.sampled_from("0123456789-:T Z+.,/JanWedGMTpm"), max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    reading, loose = hugo_date(text, "string", "Europe/Berlin"), loose_date(text)
    if reading and loose and reading.zoned and loose.offset is not None:
        assert loose.clock - loose.offset == reading.moment.astimezone(UTC).replace(tzinfo=None)
