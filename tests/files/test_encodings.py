"""Files that are not UTF-8: what they are called, and when they are written in UTF-8.

The proof in every case: the bytes that come out are exactly what was meant, body and line ends too.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint import cli
from newslint.files.encodings import known_encoding, once, shown
from newslint.files.read import decode
from newslint.files.western import is_western
from newslint.frontmatter.read import read_article
from newslint.lint.fix import check, fix
from newslint.lint.proof import prove
from newslint.model.changes import Reencode
from newslint.model.diagnostics import FileResult
from newslint.model.limits import Limits
from newslint.model.spans import Span
from newslint.report import diff
from tests.support.command import CORPORA
from tests.support.each import each
from tests.support.setting import line, settings

HERE = Path("a.md")
ONLY = settings({"select": ["FMT004"]})

FRENCH = """---
title: "Très serré"  # à voir
---
Le maire de la ville est élu avec une large majorité dans les quartiers,
et les voix sont comptées – « pas encore » – pour une fois.\x20
"""
ENGLISH = "---\ntitle: The mayor’s “plan”\n---\nIt’s the plan – and that was it.\n"
GERMAN = "---\ntitle: Über Köln\n---\nDer Bürgermeister von Köln.\n"
JAPANESE = "---\ntitle: 水害のニュース\n---\n\n本文 😀\n"
POLISH = "---\ntitle: Gdańsk\n---\nText.\n"
RUSSIAN = "---\ntitle: Новости дня\n---\nТекст о Пётре и ещё.\n"
SPANISH = "---\ntitle: El niño\n---\nLos vecinos del barrio y el alcalde de la ciudad: las obras.\n"


def _mended(data: bytes, named: str = "") -> tuple[str, tuple[str, ...]]:
    """The text after `fix --unsafe-fixes`, empty when nothing was done; and what is left."""
    made = fix(decode(data, HERE, Limits(), named), "content/a.md", "a.md", ONLY, unsafe=True)
    assert not made.bom
    return made.text if made.reencoded else "", tuple(map(line, made.left))


def _said(data: bytes, named: str = "") -> list[str]:
    return [line(d) for d in check(decode(data, HERE, Limits(), named), "content/a.md", "a", ONLY)]


# which reading is certain


@each("ends", ["\n", "\r\n", "\r"])
@each(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (SPANISH, "latin-1"),
        (JAPANESE, "utf-16"),
        (JAPANESE, "utf-16-le"),
        (JAPANESE, "utf-16-be"),
        (JAPANESE, "utf-32"),
        (JAPANESE, "utf-32-le"),
        (JAPANESE, "utf-32-be"),
        (RUSSIAN, "utf-16"),
        ("+++\ntitle = 'Über'\n+++\nText.", "utf-16"),
        ('{"title": "Über"}\nText.', "utf-16"),
    ],
)
def test_a_certain_reading_is_written_in_utf_8(text: str, encoding: str, ends: str) -> None:
    text = text.replace("\n", ends)
    assert _mended(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_the_mark_goes(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert _mended(mark + JAPANESE.encode(encoding)) == (JAPANESE, ())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(
            POLISH.encode("cp1250"),
            "2:11-2:12 byte 0xF1 is not UTF-8; the file seems to be Latin-1; "
            "name it with `--from-encoding` or save the file as UTF-8",
            id="ń of Windows-1250, which could be ñ",
        ),
        pytest.param(
            "---\ntitle: Très\n---\n".encode("cp1252"),
            "2:10-2:11 byte 0xE8 is not UTF-8; the file seems to be Latin-1; "
            "name it with `--from-encoding` or save the file as UTF-8",
            id="è, which could be č, in too few words to know the language",
        ),
        pytest.param(
            RUSSIAN.encode("cp1251"),
            "2:8-2:9 byte 0xCD is not UTF-8; the file has another encoding; "
            "name it with `--from-encoding` or save the file as UTF-8",
            id="Cyrillic",
        ),
        pytest.param(
            GERMAN.encode("mac-roman"),
            "2:8-2:9 byte 0x86 is not UTF-8; the file seems to be Windows-1252; "
            "name it with `--from-encoding` or save the file as UTF-8",
            id="Mac Roman",
        ),
        pytest.param(
            b"---\ntitle: They don" + b"\xe2\x80\n---\nText.\n",
            "2:16-2:17 byte 0xE2 is not UTF-8; the file has another encoding; "
            "name it with `--from-encoding` or save the file as UTF-8",
            id="UTF-8 cut off in a quote",
        ),
        pytest.param(
            "---\ntitle: Café\n---\n".encode() + b"It\x92s here\n",
            "4:3-4:4 byte 0x92 is not UTF-8; the file mixes UTF-8 and Windows-1252, in which it "
            "is `’`; restore the file from the original",
            id="both",
        ),
        pytest.param(
            "---\ntitle: Café\n---\n(a)\xa0".encode().replace(b"\xa0", b"") + b"\n",
            "4:4-4:5 byte 0xC2 is not UTF-8; the rest is, so this place is damaged; "
            "restore the file from the original",
            id="half a no-break space",
        ),
        pytest.param(
            JAPANESE.encode("utf-16") + b"\n",
            "6:1-6:2 the file is UTF-16 LE, not UTF-8, and its last character is cut off; "
            "save it as UTF-8",
            id="an odd number of bytes",
        ),
        pytest.param(
            b"\xff\xfe" + "---\ntitle: a".encode("utf-16-le") + b"\0\xd8\n\0",
            "2:9-2:10 the file is UTF-16 LE, not UTF-8, and a part of a character stands here; "
            "save it as UTF-8",
            id="an unpaired surrogate",
        ),
        pytest.param(
            JAPANESE.encode("utf-16") + b"This was added by something else.\n",
            "1:1-1:2 the file is UTF-16 LE, not UTF-8; save it as UTF-8",
            id="UTF-16 with ASCII behind it",
        ),
        pytest.param(
            "水".encode("utf-16"),
            "1:1-1:2 the file is UTF-16 LE, not UTF-8; save it as UTF-8",
            id="UTF-16 without a fence",
        ),
        pytest.param(
            b"\xff\xfe",
            "1:1-1:2 the file is UTF-16 LE, not UTF-8; save it as UTF-8",
            id="only a mark",
        ),
        pytest.param(
            b"---\ntitle: K\xf6ln \x01\n---\n",
            "2:9-2:10 byte 0xF6 is not UTF-8; the file seems to be Latin-1; "
            "name it with `--from-encoding` or save the file as UTF-8",
            id="with a control character",
        ),
    ],
)
def test_what_is_not_certain_stays(data: bytes, said: str) -> None:
    assert _said(data) == [said]
    assert _mended(data) == ("", (said,))


@given(st.text(max_size=40), st.sampled_from(["", "---\ntitle: "]))
def test_nothing_is_made_of_what_is_utf_8(tail: str, head: str) -> None:
    data = (head + tail).encode()
    made = decode(data, HERE, Limits())
    assume(made.fault is None)
    assert decode(data, HERE, Limits(), "cp1251") == made


@given(st.binary(min_size=1, max_size=60))
def test_a_reading_gives_the_same_bytes_again(tail: bytes) -> None:
    data = b"---\ntitle: the mayor of the town and that was \xe9t\xe9 " + tail + b"\n---\n"
    made = decode(data, HERE, Limits())
    if made.encoding:
        codec = {"Windows-1252": "cp1252", "Latin-1": "cp1252"}[made.encoding]
        assert made.text.encode(codec) == data == made.data


TEXTS = [
    "Gdańsk i Łódź: w mieście nie jest to z wody.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Árvíztűrő tükörfúrógép, hogy nem volt az.",
    "Şehir ve ilçe için bir gün daha sonra.",
    "Новости дня",
    "Rīga un Latvija ir ar to.",
    "Ștefan și țara",
    "“Voilà”, dit-elle à l’hôtel: c’est très bien.",
    "El Niño año",
]


def _in_encodings() -> Iterator[tuple[str, bytes]]:
    """The texts in each encoding that has all of their letters."""
    for encoding in ("cp1250", "cp1251", "cp1254", "cp1257", "mac-roman", "cp850"):
        for text in TEXTS:
            with suppress(UnicodeEncodeError):
                yield text, text.encode(encoding)


@pytest.mark.parametrize(("text", "raw"), list(_in_encodings()))
def test_no_other_encoding_is_taken_for_windows_1252(text: str, raw: bytes) -> None:
    if is_western(raw):
        assert str(raw, "cp1252") == text


# the encoding that the user names


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (JAPANESE.replace(" 😀", ""), "shift_jis"),
        (JAPANESE, "gb18030"),
        (JAPANESE, "utf-16-le"),
        ("水害", "utf-16-be"),
        ("---\ntitle: LIBERTÉ» année\n---\n", "cp1252"),
        (FRENCH, "cp1252"),
    ],
)
def test_a_named_encoding_is_certain(text: str, encoding: str) -> None:
    assert _mended(text.encode(encoding), known_encoding(encoding)) == (text, ())


@pytest.mark.parametrize(
    ("data", "named", "said"),
    [
        pytest.param(
            b"---\ntitle: K\xf6ln \x81\n---\n",
            "cp1252",
            "2:13-2:14 byte 0x81 is not Windows-1252, which `from-encoding` names; "
            "name another encoding",
            id="a byte that it has no character for",
        ),
        pytest.param(
            b"---\ntitle: don\x92t\n---\n",
            "latin-1",
            "2:11-2:12 the file is not Latin-1, which `from-encoding` names; name another encoding",
            id="a control character comes out",
        ),
        pytest.param(
            "---\ntitle: Café de México\n---\n".encode() + b"It\x92s here\n",
            "cp1252",
            "4:3-4:4 byte 0x92 is not UTF-8; the file mixes UTF-8 and Windows-1252, in which it "
            "is `’`; restore the file from the original",
            id="mixed all the same",
        ),
        pytest.param(
            "---\ntitle: 水害\n---\n".encode("shift_jis"),
            "euc-jp",
            "2:8-2:9 byte 0x90 is not EUC-JP, which `from-encoding` names; name another encoding",
            id="another multi-byte encoding",
        ),
        pytest.param(
            "---\ntitle: 水害\n---\n".encode("gbk"),
            "utf-16",
            "2:9-2:10 the file is not UTF-16, which `from-encoding` names; name another encoding",
            id="UTF-16 without a mark or NULs",
        ),
    ],
)
def test_a_name_that_is_wrong(data: bytes, named: str, said: str) -> None:
    named = known_encoding(named)
    assert _said(data, named) == [said]
    assert _mended(data, named) == ("", (said,))


def test_a_mark_is_stronger_than_a_name() -> None:
    assert _mended(JAPANESE.encode("utf-16"), "cp1252") == (JAPANESE, ())


def test_a_mark_of_utf_8_before_other_bytes() -> None:
    source = decode(b"\xef\xbb\xbf" + RUSSIAN.encode("cp1251"), HERE, Limits(), "cp1251")
    made = fix(source, "content/a.md", "a.md", ONLY, unsafe=True)
    assert (made.text, made.bom, made.reencoded) == (RUSSIAN, True, True)
    made = fix(source, "content/a.md", "a.md", settings({"preset": "news"}), unsafe=True)
    assert (made.text, made.bom) == (RUSSIAN, False)  # FMT003 has the mark removed


@pytest.mark.parametrize(
    ("name", "known", "people"),
    [
        ("windows-1252", "cp1252", "Windows-1252"),
        ("Latin1", "iso8859-1", "Latin-1"),
        ("ISO-8859-15", "iso8859-15", "ISO 8859-15"),
        ("UTF-16", "utf-16", "UTF-16"),
        ("Shift_JIS", "shift_jis", "SHIFT-JIS"),
        ("koi8-r", "koi8-r", "KOI8-R"),
    ],
)
def test_names(name: str, known: str, people: str) -> None:
    assert (known_encoding(name), shown(known)) == (known, people)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "windows1252x",
            "no encoding is called `windows1252x`; did you mean `windows-1252`?",
        ),
        ("?", "no encoding is called `?`; write it like `windows-1252`"),
        ("rot13", "no encoding is called `rot13`; write it like `windows-1252`"),
        ("idna", "no encoding is called `idna`; write it like `windows-1252`"),
        ("UTF8", "it is for files that are not UTF-8; UTF-8 is found by itself"),
        ("a\0b", "no encoding is called `a\0b`; write it like `windows-1252`"),
    ],
)
def test_names_that_are_none(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said) + "$"):
        known_encoding(name)


# files that were encoded twice


@pytest.mark.parametrize("text", [FRENCH, JAPANESE, RUSSIAN, ENGLISH, GERMAN, "Añada: 50 €"])
@pytest.mark.parametrize("misread", ["latin-1", "sloppy-windows-1252"])
def test_encoded_twice(text: str, misread: str) -> None:
    import ftfy.bad_codecs  # noqa: F401

    assert once(str(text.encode(), misread)) == text


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        JAPANESE,
        RUSSIAN,
        "---\ntitle: CafÃ©\n---\nC’est très bien.\n",
        "BOM DIA, AMANHÃ”",
        "LIBERTÉ»",
        "À « Ã »",
        "Â",
        "",
    ],
)
def test_not_encoded_twice(text: str) -> None:
    assert once(text) is None


def test_a_fix_may_come_before() -> None:
    """A safe fix is made first, and the file is still known to be encoded twice."""
    text = "---\ntitle: CafÃ©  crÃ¨me\n---\nTrÃ¨s bien.\n"
    made = fix(decode(text.encode(), HERE, Limits()), "content/a.md", "a", settings(), unsafe=True)
    assert made.text == "---\ntitle: Café crème\n---\nTrès bien.\n"
    assert not made.reencoded
    again = decode(made.text.encode(), HERE, Limits())
    assert fix(again, "content/a.md", "a", settings(), unsafe=True).applied == ()


# the proof


def test_the_proof_sees_another_text() -> None:
    before = read_article(decode(GERMAN.encode("cp1252"), HERE, Limits()), "a.md", ONLY)
    for after, reason in (
        (GERMAN, None),
        (GERMAN + " ", "another text would come out"),
        ("\0a\0b" + GERMAN, "the result would not be read as UTF-8"),
    ):
        read = read_article(decode(GERMAN.encode(), HERE, Limits()), "a.md", ONLY)
        object.__setattr__(read, "text", after)
        assert prove(before, read, [Reencode()]) == reason


def test_the_place_is_in_the_text_that_was_read() -> None:
    made = decode(FRENCH.encode("cp1252"), HERE, Limits())
    assert made.fault is not None
    assert made.fault.span == Span(FRENCH.index("è"), FRENCH.index("è") + 1)


# the command line


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Hugo site with one file of each kind."""
    (tmp_path / "hugo.toml").write_text('baseURL = "https://valley.example/"\n')
    news = tmp_path / "content"
    news.mkdir()
    for name, data in FILES.items():
        (news / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


FILES = {
    "cyrillic.md": RUSSIAN.encode("cp1251"),
    "french.md": FRENCH.replace("Très ", "Très  ").replace("\n", "\r\n").encode("cp1252"),
    "good.md": ENGLISH.encode(),
    "mixed.md": "---\ntitle: Café\n---\n".encode() + b"It\x92s here\n",
    "wide.md": JAPANESE.encode("utf-16"),
}
NAMED = "name it with `--from-encoding` or save the file as UTF-8"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = cli.run(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_check(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check")
    assert (code, err) == (1, "")
    assert out == (
        "content/cyrillic.md:2:8: error FMT004 byte 0xCD is not UTF-8; the file has another "
        "encoding; "
        f"{NAMED}\n"
        "content/french.md:2:11: error FMT004 byte 0xE8 is not UTF-8; the file is Windows-1252; "
        "save it as UTF-8 [-]\n"
        "content/mixed.md:4:3: error FMT004 byte 0x92 is not UTF-8; the file mixes UTF-8 and "
        "Windows-1252, in which it is `’`; restore the file from the original\n"
        "content/wide.md:1:1: error FMT004 the file is UTF-16 LE, not UTF-8; save it as UTF-8 [-]\n"
        "Found 4 errors (2 fixable with `newslint fix --unsafe-fixes`).\n"
    )


def test_a_table_of_80_columns(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", "--output-format", "table", "content/french.md")
    assert out == (
        "content/french.md  ✖ 1\n"
        "  2:11  ✖ FMT004  byte 0xE8 is not UTF-8; the file is Windows-1252; save it as\n"
        "                  UTF-8 [unsafe fix]\n"
        "\n"
        "1 file checked, 1 with problems: 1 error.\n"
        "Next: newslint fix --unsafe-fixes --diff content/french.md  shows 1 unsafe fix\n"
        "      newslint rule FMT004  explains encoding\n"
    )


def test_fix_alone_changes_no_encoding(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, _ = run(capsys, "fix")
    assert code == 1
    assert {name: (site / "content" / name).read_bytes() for name in FILES} == FILES


def test_unsafe_fixes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "fix", "--unsafe-fixes", "--show-fixes")
    assert (code, err) == (1, "")
    assert out == (
        "content/cyrillic.md:2:8: error FMT004 byte 0xCD is not UTF-8; the file has another "
        "encoding; "
        f"{NAMED}\n"
        "content/mixed.md:4:3: error FMT004 byte 0x92 is not UTF-8; the file mixes UTF-8 and "
        "Windows-1252, in which it is `’`; restore the file from the original\n"
        "Fixed 3 problems:\n"
        "- content/french.md:\n"
        "    1 × FMT004 (encoding)\n"
        "    1 × TXT001 (text-whitespace)\n"
        "- content/wide.md:\n"
        "    1 × FMT004 (encoding)\n"
        "Found 5 problems (3 fixed, 2 remaining: 2 errors).\n"
    )
    wanted = FILES | {
        "french.md": FRENCH.replace("\n", "\r\n").encode(),
        "wide.md": JAPANESE.encode(),
    }
    assert {name: (site / "content" / name).read_bytes() for name in FILES} == wanted
    assert sorted(path.name for path in (site / "content").iterdir()) == sorted(FILES)
    assert run(capsys, "fix", "--unsafe-fixes", "content/french.md", "content/wide.md")[0] == 0
    assert (site / "content/french.md").read_bytes() == wanted["french.md"]


def test_diff_says_what_becomes_utf_8(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "fix", "--diff", "--unsafe-fixes")
    assert code == 1
    assert out == (
        "content/french.md: Windows-1252 becomes UTF-8\n"
        "--- a/content/french.md\n"
        "+++ b/content/french.md\n"
        "@@ -1,5 +1,5 @@\n"
        " ---\r\n"
        '-title: "Très  serré"  # à voir\r\n'
        '+title: "Très serré"  # à voir\r\n'
        " ---\r\n"
        " Le maire de la ville est élu avec une large majorité dans les quartiers,\r\n"
        " et les voix sont comptées – « pas encore » – pour une fois. \r\n"
        "content/wide.md: UTF-16 LE becomes UTF-8\n"
    )
    assert err == (
        "newslint: 5 files checked, 2 would change: 3 problems would be fixed, 2 left (2 errors).\n"
    )
    assert {name: (site / "content" / name).read_bytes() for name in FILES} == FILES


def test_from_encoding(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = ("--from-encoding", "windows-1251", "content/cyrillic.md", "content/good.md")
    assert run(capsys, "check", *named) == (
        1,
        (
            "content/cyrillic.md:2:8: error FMT004 byte 0xCD is not UTF-8; the file is "
            "Windows-1251; "
            "save it as UTF-8 [-]\n"
            "Found 1 error (1 fixable with `newslint fix --unsafe-fixes`).\n"
        ),
        "",
    )
    assert run(capsys, "fix", *named)[0] == 1
    assert (site / "content/cyrillic.md").read_bytes() == FILES["cyrillic.md"]
    assert run(capsys, "fix", "--unsafe-fixes", *named)[0] == 0
    assert (site / "content/cyrillic.md").read_bytes() == RUSSIAN.encode()
    assert (site / "content/good.md").read_bytes() == FILES["good.md"]
    assert run(capsys, "check", *named)[0] == 0


def test_from_encoding_in_the_config(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "newslint.toml").write_text('from-encoding = "koi8_r"\nunsafe-fixes = true\n')
    (site / "content/cyrillic.md").write_bytes(RUSSIAN.encode("koi8-r"))
    assert run(capsys, "fix", "content/cyrillic.md")[0] == 0
    assert (site / "content/cyrillic.md").read_bytes() == RUSSIAN.encode()
    _, out, _ = run(capsys, "config")
    assert 'from-encoding = "koi8_r"  # from newslint.toml\n' in out
    (site / "newslint.toml").write_text('from-encoding = "koi9"\n')
    assert run(capsys, "check") == (
        2,
        "",
        (
            f"newslint: {site / 'newslint.toml'}: `from-encoding`: no encoding is called `koi9`; "
            "did you mean `koi8-r`?\n"
        ),
    )


def test_a_name_that_is_none_ends_the_run(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--from-encoding", "latin-11") == (
        2,
        "",
        "newslint: --from-encoding: no encoding is called `latin-11`; did you mean `latin-1`?\n",
    )


@pytest.mark.parametrize(
    ("data", "arguments", "mended"),
    [
        (FRENCH.encode("cp1252"), ["--unsafe-fixes"], FRENCH.encode()),
        (FRENCH.encode("cp1252"), [], FRENCH.encode("cp1252")),
        (RUSSIAN.encode("cp1251"), ["--unsafe-fixes"], RUSSIAN.encode("cp1251")),
        (
            RUSSIAN.encode("cp1251"),
            ["--unsafe-fixes", "--from-encoding", "cp1251"],
            RUSSIAN.encode(),
        ),
        (JAPANESE.encode("utf-16"), ["--unsafe-fixes"], JAPANESE.encode()),
    ],
)
def test_standard_input(
    site: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
    arguments: list[str],
    mended: bytes,
) -> None:
    class Input:
        buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Input())
    cli.run(["fix", "-", "--stdin-filename", "content/x.md", *arguments])
    assert capfdbinary.readouterr().out == mended


def test_what_cannot_be_written_is_left(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site / "content/wide.md"
    path.with_name("other.md").hardlink_to(path)
    code, out, _ = run(capsys, "fix", "--unsafe-fixes", "content/wide.md")
    assert code == 1
    assert out == (
        "content/wide.md:1:1: error FMT004 the file is UTF-16 LE, not UTF-8; save it as UTF-8 [-]\n"
        "content/wide.md:1:1: warning RUN004 the file was not changed: it has 2 hard links, and "
        "only "
        "one of them would change\n"
        "Found 2 problems (0 fixed, 2 remaining: 1 error, 1 warning).\n"
    )
    assert path.read_bytes() == FILES["wide.md"]


@pytest.mark.parametrize("form", ["json", "json-lines", "sarif", "rdjson", "full", "junit"])
def test_every_report_can_tell(site: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    code, out, err = run(capsys, "check", "--output-format", form)
    assert (code, err) == (1, "")
    assert "UTF-16 LE" in out


def test_a_diff_without_a_change_of_the_text() -> None:
    result = FileResult("a.md", (), "ä\n", "ä\n", True, encoding="Latin-1")
    assert diff([result]) == "a.md: Latin-1 becomes UTF-8\n"


@pytest.mark.slow
@pytest.mark.skipif(not CORPORA.is_dir(), reason="the folder of real articles is not there")
def test_real_articles_are_never_misread() -> None:
    """As they would be in some encoding: never taken for another text, mostly for the right one."""
    certain, total = 0, 0
    for path in sorted(CORPORA.rglob("*.md")):
        text = str(path.read_bytes(), "utf-8", "ignore")
        assert once(text) is None or "broken" in path.parts
        for encoding in ("cp1252", "mac-roman", "cp850", "iso8859-2"):
            try:
                made = decode(text.encode(encoding), HERE, Limits())
            except UnicodeEncodeError:
                continue
            if made.fault is not None:
                assert not made.encoding or made.text == text
                certain += bool(made.encoding)
                total += encoding == "cp1252"
    assert certain > 0.9 * total
