"""Bytes -> text and back, every kind of file that is none, and what the rules say of them."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import registry
from newslint.files.read import (
    NOT_TEXT,
    Source,
    decode,
    describe,
    encode,
    position,
    positions,
    read,
)
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.model.faults import Decoding, Fault, FixRefused, NotUtf8, StageCrashed, WriteRefused
from newslint.model.limits import Limits
from newslint.model.spans import Position, Span
from tests.support.faults import name
from tests.support.setting import line, settings, source

LIMITS = Limits()
HERE = Path("a.md")


def _said(what: Source) -> list[str]:
    """What a check with every rule says of a source."""
    found = engine.check(what, "content/a.md", "a.md", settings({"preset": "strict"}))
    return [f"{diagnostic.code} {line(diagnostic)}" for diagnostic in found]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf\xef\xbb\xbf---\n",
        b"---\r\ntitle: A\n---\r\rText\n\r",
        "---\ntitle: \x85\u2028\u2029\x0b\x0c\x1c\ufeff😀 نص हिन्दी\n---".encode(),
        b"---\ntitle: a\0b\n---\n\0\0",
    ],
)
def test_decoding_is_exact(data: bytes) -> None:
    got = decode(data, HERE, LIMITS)
    assert got.fault is None
    assert encode(got.text, got.bom) == data


@given(st.text(), st.booleans())
def test_encode_and_decode_are_inverse(text: str, bom: bool) -> None:
    got = decode(encode(text, bom), HERE, LIMITS)
    if got.fault is None:
        assert encode(got.text, got.bom) == encode(text, bom)
    else:
        assert "\0" in text  # taken for UTF-16, UTF-32 or no text


@given(st.binary(max_size=300))
def test_any_bytes_are_exact_or_a_fault(data: bytes) -> None:
    got = decode(data, HERE, LIMITS)
    if got.fault is None:
        assert encode(got.text, got.bom) == data
    elif got.fault != NOT_TEXT:
        assert name(got.fault) == "NotUtf8"
        assert not got.encoding or got.data == data
        assert 0 <= got.fault.span.start < got.fault.span.end <= len(got.text)


REMEDIES = {
    "readable": "save it as UTF-8",
    "known": "save it as UTF-8",
    "damaged": "restore the file from the original",
    "unknown": "name it with `--from-encoding` or save the file as UTF-8",
}


@pytest.mark.parametrize(
    ("data", "place", "decoding", "words"),
    [
        (
            "é".encode() + b" t\xe9 caf\xe9 n\xe9",
            3,
            "damaged",
            "byte 0xE9 is not UTF-8; the file mixes UTF-8 and Windows-1252, in which it is `é`",
        ),
        (
            b"t\xe9 caf\xe9 n\xe8 \x81",
            1,
            "unknown",
            "byte 0xE9 is not UTF-8; the file has another encoding",
        ),
        (b"n\xe8 caf\xe9", 1, "unknown", "byte 0xE8 is not UTF-8; the file seems to be Latin-1"),
        (b"n\xe9 caf\xe9", 1, "readable", "byte 0xE9 is not UTF-8; the file is Latin-1"),
        (
            b"He said: \x93caf\xe9!\x94.",
            9,
            "readable",
            "byte 0x93 is not UTF-8; the file is Windows-1252",
        ),
        (
            "é è ü ö".encode() + b"\xff",
            7,
            "damaged",
            "byte 0xFF is not UTF-8; the file mixes UTF-8 and Windows-1252, in which it is `ÿ`",
        ),
        (
            "é è ü ö".encode() + b" \xff",
            8,
            "damaged",
            "byte 0xFF is not UTF-8; the rest is, so this place is damaged",
        ),
        (
            b"(FOIA)\xc2 is the\xc2 law",
            6,
            "damaged",
            "byte 0xC2 is not UTF-8; the rest is, so this place is damaged",
        ),
        (
            "Привет мир".encode("cp1251"),
            0,
            "unknown",
            "byte 0xCF is not UTF-8; the file has another encoding",
        ),
        (
            "水害のニュース".encode("shift_jis"),
            0,
            "unknown",
            "byte 0x90 is not UTF-8; the file has another encoding",
        ),
        (b"ab\xed\xa0\x80", 2, "unknown", "byte 0xED is not UTF-8; the file has another encoding"),
        ("---\n".encode("utf-16"), 0, "readable", "the file is UTF-16 LE, not UTF-8"),
        ("---\n".encode("utf-16-le"), 0, "readable", "the file is UTF-16 LE, not UTF-8"),
        ("---\n".encode("utf-16-be"), 0, "readable", "the file is UTF-16 BE, not UTF-8"),
        (b"\xfe\xff" + "—".encode("utf-16-be"), 0, "known", "the file is UTF-16 BE, not UTF-8"),
        ("---\n".encode("utf-32"), 0, "readable", "the file is UTF-32 LE, not UTF-8"),
        ("---\n".encode("utf-32-be"), 0, "readable", "the file is UTF-32 BE, not UTF-8"),
        (b"\0\0\xfe\xff\0\0\0-", 0, "known", "the file is UTF-32 BE, not UTF-8"),
    ],
)
def test_other_encodings(data: bytes, place: int, decoding: Decoding, words: str) -> None:
    got = decode(data, HERE, LIMITS)
    assert got.fault == NotUtf8(Span(place, place + 1), words, decoding)
    assert _said(got) == [f"FMT004 1:{place + 1}-1:{place + 2} {words}; {REMEDIES[decoding]}"]


def test_a_bad_byte_is_shown_on_its_row() -> None:
    got = decode(b"\xef\xbb\xbf---\ntitle: \xc3\xa9t\xe9\n---\n", HERE, LIMITS)
    assert got.bom
    assert got.fault is not None
    assert position(got.text, got.fault.span.start) == Position(2, 10)


@pytest.mark.parametrize(
    ("text", "offset", "row", "column"),
    [
        ("", 0, 1, 1),
        ("ab\ncd", 2, 1, 3),
        ("ab\ncd", 3, 2, 1),
        ("ab\r\ncd", 5, 2, 2),
        ("a\rb\u2028c\x85d\x0be", 8, 1, 9),
        ("😀é\n水", 4, 2, 2),
    ],
)
def test_position(text: str, offset: int, row: int, column: int) -> None:
    assert position(text, offset) == Position(row, column)


@given(st.text("ab\n\r😀"), st.data())
def test_many_positions(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert positions(text, [offset, 0]) == {0: position(text, 0), offset: position(text, offset)}


# files


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200_001])
def test_reads_all_of_a_file(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * size)
    assert read(path, LIMITS) == Source(path, "x" * size, False, None)


def test_reads_through_a_link_and_odd_names(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9 \xff\n.md")
    (tmp_path / name).write_text("---\n")
    (tmp_path / "link.md").symlink_to(name)
    assert read(tmp_path / "link.md", LIMITS).text == "---\n"
    assert read(tmp_path / name, LIMITS).text == "---\n"


def _unreadable(path: Path) -> str:
    got = read(path, LIMITS)
    assert got.fault is not None
    assert (got.text, name(got.fault)) == ("", "Unreadable")
    assert _said(got) == [f"RUN001 1:1-1:1 the file cannot be read: {got.fault.what}"]
    return got.fault.what


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "nowhere.md").symlink_to("missing")
    (tmp_path / "loop.md").symlink_to("loop.md")
    assert _unreadable(tmp_path / "pipe.md") == "it is a named pipe"
    assert _unreadable(tmp_path / "folder.md") == "it is a folder"
    assert _unreadable(tmp_path / "nowhere.md") == "it is a symbolic link that leads nowhere"
    assert _unreadable(tmp_path / "loop.md") == "its symbolic links lead in a circle"
    assert _unreadable(tmp_path / "missing.md") == "it does not exist"
    assert _unreadable(tmp_path / "missing.md" / "a.md") == "it does not exist"
    assert _unreadable(tmp_path / ("a" * 300)) == "its name is too long"
    assert _unreadable(Path(os.devnull)) == "it is a device"


def test_a_socket(tmp_path: Path) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)  # the path of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("s.md")
            assert _unreadable(Path("s.md")) == "it is a device or a socket"
    finally:
        os.chdir(here)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\n")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("newslint.files.read.os.open", refuse)
    assert _unreadable(path) == "no permission to read it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission_really(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\n")
    path.chmod(0)
    assert _unreadable(path) == "no permission to read it"


def test_an_error_while_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\n")

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("newslint.files.read.os.read", fail)
    assert _unreadable(path) == "input/output error"


def test_describe_without_a_number() -> None:
    assert describe(OSError()) == "oSError"
    assert describe(OSError("Odd")) == "odd"


def test_fifty_megabytes_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.md"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    def never(*_: object) -> bytes:
        raise AssertionError("it was read")

    monkeypatch.setattr("newslint.files.read.os.read", never)
    got = read(path, LIMITS)
    assert _said(got) == [
        (
            "RUN002 1:1-1:1 not checked: the file has 52,428,800 bytes, more than the limit of "
            "10,485,760 (`max-bytes`)"
        )
    ]


def test_a_file_that_grows_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 10)
    monkeypatch.setattr("newslint.files.read.os.read", lambda _, size: b"x" * size)
    got = read(path, Limits(max_bytes=100_000))
    assert got.fault is not None
    assert name(got.fault) == "TooLarge"


def test_limits_hold_for_standard_input_too() -> None:
    got = decode(b"12345678901", HERE, Limits(max_bytes=10))
    assert got.fault is not None
    assert got.fault.what == "the file has 11 bytes, more than the limit of 10 (`max-bytes`)"


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"---\r\n")
    before = path.stat()
    read(path, LIMITS)
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(before.st_mode)


# rules whose faults the run itself makes


def _worded(code: str, fault: Fault) -> list[str]:
    article = read_article(source("---\ntitle: A\n---\n"), "a.md", settings())
    rule = next(rule for rule in registry.all_rules() if rule.code == code)
    assert rule.word is not None
    return [problem.message for problem in rule.word(article, fault, None)]


def test_words_for_a_crash() -> None:
    fault = StageCrashed(Span(0, 0), "rule", "ValueError: no", "", "DAT001", "date-unparsable")
    assert _worded("RUN003", fault) == [
        "rule DAT001 (date-unparsable) crashed on this file: ValueError: no; report it"
    ]


def test_words_for_what_was_refused() -> None:
    fault = FixRefused(Span(0, 0), "the result cannot be read", "TAG001", "Drop `a`")
    assert _worded("RUN004", fault) == [
        "the fix of TAG001 (Drop `a`) was not applied: the result cannot be read"
    ]
    assert _worded("RUN004", WriteRefused(Span(0, 0), "it is read-only")) == [
        "the file was not changed: it is read-only"
    ]
