"""Only articles are checked and written: by their names, and by what is in them."""

from __future__ import annotations

import gzip
import io
import random
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import check_paths
from newslint.files.read import NOT_TEXT, decode
from newslint.files.write import real_roots, write
from newslint.model.errors import NewslintError
from newslint.model.faults import NotUtf8
from newslint.model.limits import Limits
from tests.support.command import newslint, tree
from tests.support.setting import settings

pytestmark = pytest.mark.slow

ARTICLE = b"---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
FIXED = b"---\ntitle: A\nlink: https://example.org/a\n---\nText.\n"
ARTICLES = ("a.md", "b.MARKDOWN", "c.mdx", "d.html", "e.HTM")
OTHERS = ("Makefile", "data.json", "notes.txt", "page.md.bak", "pic.jpg", "theme.toml", "x.csv")
ENDS = "names of articles end in .md, .markdown, .mdx, .html or .htm, or as `extension` says"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder in which every file has the text of an article."""
    for name in (*ARTICLES, *OTHERS):
        (tmp_path / name).write_bytes(ARTICLE)
    return tmp_path


@pytest.mark.parametrize(
    "options", [("check",), ("fix",), ("fix", "--unsafe-fixes", "--from-encoding", "windows-1252")]
)
def test_other_files_that_are_named_are_skipped_with_one_notice(
    bundle: Path, options: tuple[str, ...]
) -> None:
    done = newslint(*options, "--output-format", "json", *ARTICLES, *OTHERS, folder=bundle)
    shown = "Makefile, data.json, notes.txt and 4 more"
    assert done.err == f"newslint: 7 files skipped, not articles: {shown}; {ENDS}\n"
    for name in OTHERS:
        assert name not in done.out
    after = tree(bundle)
    assert {after[name] for name in OTHERS} == {ARTICLE}
    assert {after[name] for name in ARTICLES} == {ARTICLE if options == ("check",) else FIXED}


def test_one_file_is_one_file(bundle: Path) -> None:
    done = newslint("check", "x.csv", "a.md", folder=bundle)
    assert done.err == f"newslint: 1 file skipped, not an article: x.csv; {ENDS}\n"
    assert done.code == 1
    assert newslint("check", "--quiet", "x.csv", "a.md", folder=bundle).err == ""


def test_a_run_of_nothing_else_checked_nothing(bundle: Path) -> None:
    done = newslint("fix", "x.csv", "./x.csv", "pic.jpg", folder=bundle)
    assert done.out == "Nothing was checked: skipped 2 not articles\n"
    assert done.code == 0


def test_a_name_cannot_drive_the_terminal(bundle: Path) -> None:
    (bundle / "\x1b[2J\n::x.csv").write_bytes(ARTICLE)
    done = newslint("check", "\x1b[2J\n::x.csv", folder=bundle)
    assert "skipped, not an article: \\x1b[2J\\n::x.csv; " in done.err
    assert done.err.count("\n") == 1


def test_a_hook_is_told_nothing(bundle: Path) -> None:
    done = newslint("check", "--force-exclude", "x.csv", "a.md", folder=bundle)
    assert (done.code, done.err) == (1, "")


def test_the_library_skips_them_too(bundle: Path) -> None:
    found = check_paths([bundle / "x.csv", bundle / "pic.jpg", bundle / "a.md"])
    assert [Path(result.path).name for result in found] == ["a.md"]


@pytest.mark.parametrize("name", ["x.csv", "Makefile", "content/post"])
def test_standard_input_of_another_kind_goes_through(bundle: Path, name: str) -> None:
    options = ("-", "--stdin-filename", name)
    done = newslint("fix", *options, folder=bundle, stdin=b"\xff\0 &amp; \r\n")
    assert done.out == "\\xff\0 &amp; \n"
    assert done.err == f"Nothing was checked: {name} is not an article\n"
    assert done.code == 0
    done = newslint("check", *options, folder=bundle, stdin=ARTICLE)
    assert done.out == f"Nothing was checked: {name} is not an article\n"
    assert done.code == 0


# what the config adds


def test_the_config_names_other_suffixes(bundle: Path) -> None:
    (bundle / "newslint.toml").write_text('extension = { TXT = "md", ".csv" = "html" }\n')
    done = newslint("fix", "x.csv", "notes.txt", "data.json", folder=bundle)
    assert done.err.startswith("newslint: 1 file skipped, not an article: data.json; ")
    after = tree(bundle)
    assert (after["x.csv"], after["notes.txt"], after["data.json"]) == (FIXED, FIXED, ARTICLE)
    piped = newslint("fix", "-", "--stdin-filename", "y.csv", folder=bundle, stdin=ARTICLE)
    assert piped.out.encode() == FIXED
    shown = newslint("config", folder=bundle).out.partition("[extension]\n")[2]
    assert re.findall(r'^"(.*?)" = "(.*?)"  #', shown, re.MULTILINE)[:2] == [
        (".txt", ".md"),
        (".csv", ".html"),
    ]


def test_they_are_found_in_folders(bundle: Path) -> None:
    (bundle / "hugo.toml").write_text("")
    (bundle / "content").mkdir()
    (bundle / "content" / "a.txt").write_bytes(ARTICLE)
    (bundle / "newslint.toml").write_text('extension = { txt = "md" }\n')
    assert newslint("fix", folder=bundle).code == 0
    assert (bundle / "content" / "a.txt").read_bytes() == FIXED


def test_include_alone_makes_no_article(bundle: Path) -> None:
    (bundle / "newslint.toml").write_text('include = ["*.md", "*.csv", "*.jpg"]\n')
    done = newslint("fix", folder=bundle)
    assert done.err == f"newslint: 2 files skipped, not articles: pic.jpg, x.csv; {ENDS}\n"
    after = tree(bundle)
    assert (after["a.md"], after["x.csv"], after["pic.jpg"]) == (FIXED, ARTICLE, ARTICLE)


def test_the_page_of_such_a_file_is_that_of_an_article(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / "content").mkdir()
    (tmp_path / "newslint.toml").write_text('extension = { txt = "md" }\n')
    article = b"---\ntitle: Tom &amp; Jerry\nslug: A-B\ndate: 2025-12-31T10:00:00Z\n---\nText.\n"
    for name in ("a.md", "a.txt"):
        (tmp_path / "content" / name).write_bytes(article)
    newslint("fix", folder=tmp_path)
    fixed = tree(tmp_path)
    assert fixed["content/a.txt"] == fixed["content/a.md"] != article


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("txt", '`extension` must be a table, like { txt = "md" }'),
        ([1], '`extension` must be a table, like { txt = "md" }'),
        ({"": "md"}, "`extension`: `` is not how a name ends; write it like `txt`"),
        ({"tar.gz": "md"}, "`extension`: `tar.gz` is not how a name ends; write it like `txt`"),
        ({"*": "md"}, "`extension`: `*` is not how a name ends; write it like `txt`"),
        (
            {"txt": "rst"},
            '`extension.txt` must be one of "md", "markdown", "mdx", "html", "htm"',
        ),
        (
            {"txt": {"md": 1}},
            '`extension.txt` must be one of "md", "markdown", "mdx", "html", "htm"',
        ),
        ({"txt": 1}, '`extension.txt` must be one of "md", "markdown", "mdx", "html", "htm"'),
    ],
)
def test_a_bad_suffix_is_a_mistake_in_the_config(given: object, said: str) -> None:
    with pytest.raises(NewslintError) as caught:
        settings({"extension": given})
    assert str(caught.value) == f"newslint.toml: {said}"


# whatever the run thinks: what is not called an article is not written


@pytest.mark.parametrize("name", OTHERS)
def test_the_writer_refuses_other_names(bundle: Path, name: str) -> None:
    fault = write(bundle / name, ARTICLE, FIXED, real_roots([bundle]))
    assert fault is not None
    assert fault.why == "it is not an article"
    assert (bundle / name).read_bytes() == ARTICLE


def test_a_link_to_another_file_is_checked_and_not_written(bundle: Path) -> None:
    (bundle / "link.md").symlink_to("data.json")
    done = newslint("fix", folder=bundle)
    why = "the file was not changed: it is a symbolic link to a file that is not an article"
    assert f"link.md:1:1: warning RUN004 {why}" in done.out.splitlines()
    assert (bundle / "data.json").read_bytes() == ARTICLE


# what is in them

_PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDAT"
    + zlib.compress(b"\0\0\0\0\0")
    + b"\0\0\0\0IEND\xaeB`\x82"
)


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.md", ARTICLE)
    return made.getvalue()


BINARY = {
    "png": _PNG,
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + bytes(range(256)),
    "gif": b"GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "pdf of ASCII": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n",
    "zip": _zip(),
    "gzip": gzip.compress(ARTICLE * 20),
    "elf": b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0" + b"\xe0" * 40,
    "elf of ASCII": b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0",
    "woff": b"wOFF\0\1\0\0\0\0\x1a\xec\0\x0e" + bytes(range(200)),
    "woff2": b"wOF2\0\1\0\0\0\0\x1a\xec\0\x0e" + bytes(range(200)),
    "webp": b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0\x30\1\0\x9d\1*\1\0\1\0",
    "ico": b"\0\0\1\0\1\0\x10\x10\0\0\1\0 \0h\4\0\0\x16\0\0\0",
    "mp4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\1\2\x80" * 40,
    "mp3": b"ID3\4\0\0\0\0\0#TSSE\0\0\0\x0f\0\0\3Lavf",
    "mp3 that begins like UTF-16": b"\xff\xfe\x90\x64" + random.Random(1).randbytes(4000),
    "tiff": b"II*\0\x08\0\0\0" + bytes(range(64)),
    "bmp": b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0" + b"\xff\0\x80" * 20,
    "sqlite": b"SQLite format 3\0\x10\0\1\1\0@  \0\0\0\2" + bytes(200),
    "tar": b"a.md" + bytes(96) + b"0000644\0" + bytes(404) + ARTICLE + bytes(483),
    "zeros": bytes(4096),
    "word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\3\0\xfe\xff",
    "noise": bytes((n * n * 7 + n // 3) % 256 for n in range(3000)),
    "a fence before noise": b"---\n" + bytes((n * n * 7 + n // 3) % 256 for n in range(3000)),
    "words of two bytes": bytes(n % 256 if n % 2 == 0 else n % 3 for n in range(3000)),
}
"""Files that are not text, by what they are."""


@pytest.mark.parametrize("kind", BINARY)
def test_what_is_not_text_is_no_matter_of_encodings(kind: str, tmp_path: Path) -> None:
    for named in ("", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-32", "shift_jis", "cp437"):
        assert decode(BINARY[kind], Path("a.md"), Limits(), named).fault == NOT_TEXT
    (tmp_path / "a.md").write_bytes(BINARY[kind])
    options = ("--unsafe-fixes", "--from-encoding", "latin-1", "--output-format", "concise")
    done = newslint("fix", *options, "a.md", folder=tmp_path)
    said = "a.md:1:1: error RUN001 the file cannot be read: it is not a text file"
    assert done.out.splitlines()[:-1] == [said]
    assert done.code != 0
    assert (tmp_path / "a.md").read_bytes() == BINARY[kind]


TEXT = {
    "a stray NUL in UTF-8": "---\ntitle: Überflutung\0\n---\nText.\n".encode(),
    "a tail of NULs": "---\ntitle: Überflutung\n---\nText.\n".encode() + bytes(4000),
    "a stray NUL without front matter": b"Only a text, and a long one.\0\n",
    "a stray NUL in Windows-1252": "---\ntitle: Überflutung am Fluß\0\n---\n".encode("cp1252"),
    "UTF-16": "---\ntitle: 水害\n---\n本文\n".encode("utf-16"),
    "UTF-16 without a mark": "---\ntitle: Новости\n---\nТекст.\n".encode("utf-16-le"),
    "UTF-16 cut off": "---\ntitle: 水害\n---\n本文\n".encode("utf-16")[:-1],
    "UTF-32": "---\ntitle: 水害\n---\n".encode("utf-32"),
    "Windows-1252 without front matter": "MZ, BM und GIF89a: Größe über alles\n".encode("cp1252"),
    "Shift JIS": "---\ntitle: 水害のニュース\n---\n本文です。\n".encode("shift_jis"),
    "GB 18030": "---\ntitle: 新闻 𠀀\n---\n正文\n".encode("gb18030"),
    "text that begins like a picture": b"GIF89a is how a picture begins.\n",
    "escape codes": b"\x1b[1mBold\x1b[0m\n",
}
"""Files that are text, whatever is wrong with them."""


@pytest.mark.parametrize("kind", TEXT)
def test_text_stays_text(kind: str) -> None:
    fault = decode(TEXT[kind], Path("a.md"), Limits()).fault
    assert fault is None or isinstance(fault, NotUtf8)


@given(st.text(), st.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]))
def test_front_matter_in_any_encoding_is_text(text: str, encoding: str) -> None:
    words = "".join(char for char in text if char.isprintable())
    data = f"---\ntitle: {words}\n---\n".encode(encoding, "ignore")
    assert decode(data, Path("a.md"), Limits()).fault != NOT_TEXT
