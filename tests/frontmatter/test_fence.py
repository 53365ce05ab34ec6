"""Every form of fence: what is found, what is said of it, and what the real Hugo makes of it."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newslint.frontmatter.fence import find as fence
from newslint.lint import fix as engine
from newslint.model.article import Block
from newslint.model.faults import Fault, FenceShape
from newslint.rule import shorten
from tests.support.command import CORPORA
from tests.support.each import each
from tests.support.faults import find_block, form, place, what
from tests.support.faults import name as class_name
from tests.support.hugo_program import needs_hugo, run_hugo, write_site
from tests.support.setting import line, settings, source

Seen = tuple[str, str, str, str] | None

# What is found: opening, content, closing, body; and the faults, each with the text it points at.
READ: dict[str, tuple[str, Seen, list[tuple[str, str]]]] = {
    "plain": ("---\ntitle: A\n---\nText.\n", ("---", "title: A\n", "---", "Text.\n"), []),
    "CRLF": (
        "---\r\ntitle: A\r\n---\r\nText.\r\n",
        ("---", "title: A\r\n", "---", "Text.\r\n"),
        [],
    ),
    "CRLF on the fences only": (
        "---\r\ntitle: A\n---\r\nText.\n",
        ("---", "title: A\n", "---", "Text.\n"),
        [],
    ),
    "CR": (
        "---\rtitle: A\r---\rText.\r",
        ("---", "title: A\r", "---", "Text.\r"),
        [("bare-cr", "---")],
    ),
    "a CR before the closing fence": (
        "---\ntitle: A\r---\nText.\n",
        ("---", "title: A\r", "---", "Text.\n"),
        [],
    ),
    "an empty block": ("---\n---\nText.\n", ("---", "", "---", "Text.\n"), []),
    "an empty block without a last line break": ("---\n---", ("---", "", "---", ""), []),
    "only a blank line": ("---\n\n---\n", ("---", "\n", "---", ""), []),
    "no last line break": ("---\ntitle: A\n---", ("---", "title: A\n", "---", ""), []),
    "other line separators are text": (
        "---\ntitle: A\u2028---\nslug: b\x85---\n---\nText.\n",
        ("---", "title: A\u2028---\nslug: b\x85---\n", "---", "Text.\n"),
        [],
    ),
    "rules in the body": (
        "---\ntitle: A\n---\nText.\n\n---\n\n...\n",
        ("---", "title: A\n", "---", "Text.\n\n---\n\n...\n"),
        [],
    ),
    "dashes inside values": (
        "---\ntitle: A --- b\ntext: |\n  ---\n  ...\n---\nText.\n",
        ("---", "title: A --- b\ntext: |\n  ---\n  ...\n", "---", "Text.\n"),
        [],
    ),
    "blanks behind the opening fence": (
        "--- \t\ntitle: A\n---\nText.\n",
        ("--- \t", "title: A\n", "---", "Text.\n"),
        [("opening-space", " \t")],
    ),
    "a comment behind the opening fence": (
        "--- # c\ntitle: A\n---\nText.\n",
        ("--- # c", "title: A\n", "---", "Text.\n"),
        [("opening-comment", " # c")],
    ),
    "a key behind the opening fence": (
        "--- title: A\n---\nText.\n",
        ("---", " title: A\n", "---", "Text.\n"),
        [("opening-text certain", " title: A")],
    ),
    "a key glued to the opening fence": (
        "---title: A\n---\nText.\n",
        ("---", "title: A\n", "---", "Text.\n"),
        [("opening-text certain", "title: A")],
    ),
    "a flow mapping behind the opening fence": (
        "--- {title: A}\n---\nText.\n",
        ("---", " {title: A}\n", "---", "Text.\n"),
        [("opening-text certain", " {title: A}")],
    ),
    "empty lines first": (
        "\n\r\n---\ntitle: A\n---\nText.\n",
        ("---", "title: A\n", "---", "Text.\n"),
        [("empty-lines", "\n\r\n")],
    ),
    "blanks first": (
        " \t\f\v---\ntitle: A\n---\nText.\n",
        ("---", "title: A\n", "---", "Text.\n"),
        [("spaces-before", " \t\f\v")],
    ),
    "blanks behind the closing fence": (
        "---\ntitle: A\n---  \nText.\n",
        ("---", "title: A\n", "---  ", "Text.\n"),
        [("closing-space", "  ")],
    ),
    "four dashes close": (
        "---\ntitle: A\n----\nText.\n",
        ("---", "title: A\n", "---", "-\nText.\n"),
        [("closing-long", "-")],
    ),
    "text glued to the closing fence": (
        "---\ntitle: A\n---Text.\nMore.\n",
        ("---", "title: A\n", "---", "Text.\nMore.\n"),
        [("closing-text", "Text.")],
    ),
    "text behind the closing fence": (
        "---\ntitle: A\n--- Text.\n",
        ("---", "title: A\n", "---", " Text.\n"),
        [("closing-text", " Text.")],
    ),
    "U+00A0 behind the closing fence is text": (
        "---\ntitle: A\n---\u00a0\nText.\n",
        ("---", "title: A\n", "---", "\u00a0\nText.\n"),
        [("closing-text", "\u00a0")],
    ),
    "dots, then only blanks": (
        "---\ntitle: A\n... \n\n---\nText.\n",
        ("---", "title: A\n... \n\n", "---", "Text.\n"),
        [("end-mark", "... \n")],
    ),
    "all at once": (
        "\n--- \ntitle: A\n--- \nText.\n",
        ("--- ", "title: A\n", "--- ", "Text.\n"),
        [("opening-space", " "), ("empty-lines", "\n"), ("closing-space", " ")],
    ),
    "TOML": ("+++\ntitle = 'A'\n+++\nText.\n", ("+++", "title = 'A'\n", "+++", "Text.\n"), []),
    "JSON": (
        '{"title": "A", "x": "}\\"{"}\nText.\n',
        ("{", '{"title": "A", "x": "}\\"{"}', "}", "Text.\n"),
        [],
    ),
    "JSON and text on one line": (
        '{\n"title": "A"} Text.\n',
        ("{", '{\n"title": "A"}', "}", " Text.\n"),
        [],
    ),
}

# Where the front matter is not found, or cut short: the build fails, or the page has no title.
UNREAD: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "four dashes open": ("----\ntitle: A\n---\nText.\n", [("opening-long certain", "-")]),
    "four dashes open and close": (
        "----\ntitle: A\n----\nText.\n",
        [("opening-long certain 17-18", "-")],
    ),
    "a rule opens a text": ("-----\n\nText.\n", [("opening-long", "--")]),
    "another language": ("---js\n{title: 'A'}\n---\n", [("opening-text", "js")]),
    "dots close": ("---\ntitle: A\n...\nText.\n", [("closing-dots certain", "...")]),
    "dots close, a rule follows": (
        "---\ntitle: A\n... \nText.\n\n---\n\nMore.\n",
        [("closing-dots certain", "... ")],
    ),
    "an indented fence closes": (
        "---\ntitle: A\n ---\nText.\n",
        [("closing-indented certain", " ---")],
    ),
    "two dashes close": ("---\ntitle: A\n--\nText.\n", [("closing-dashes certain", "--")]),
    "an em dash closes": ("---\ntitle: A\n—\nText.\n", [("closing-dashes certain", "—")]),
    "an indented fence, a key behind it": (
        "---\ntitle: A\n ---\nText.\nkey: value\n",
        [("closing-indented likely", " ---")],
    ),
    "dots behind what is no mapping": ("---\ntitle: A: b\n...\nText.\n", [("closing-dots", "...")]),
    "only the opening fence": ("---\n", [("", "---")]),
    "only three dashes": ("---", [("", "---")]),
    "TOML never closed": ("+++\ntitle = 'A'\n", [("", "+++")]),
}

MISSING = {
    "": "the file is empty",
    " \n\r\n": "the file contains only whitespace",
    "Text.\n": "the file has no front matter",
    "# Heading\n\n---\n": "the file has no front matter",
    "- item\n- item\n": "the file has no front matter",
    "<p>Text.</p>\n": "the file has no front matter",
    "https://example.org\n---\n": "the file has no front matter",
    "title: A\n---\nText.\n": "the opening delimiter is missing above `title:`",
    "\n\nimage_alt: A\n---\nText.\n": "the opening delimiter is missing above `image_alt:`",
    "--\ntitle: A\n---\n": "the file starts with `--`, which is not a delimiter",
    "—\ntitle: A\n—\n": "the file starts with `—`, which is not a delimiter",
    "***\ntitle: A\n***\n": "the file starts with `***`, which is not a delimiter",
    "\u200b---\ntitle: A\n---\n": "an invisible U+200B is before the opening delimiter",
    "\ufeff---\ntitle: A\n---\n": "an invisible U+FEFF is before the opening delimiter",
    "\n\ufeff---\ntitle: A\n---\n": "an invisible U+FEFF is before the opening delimiter",
    "\u00a0---\ntitle: A\n---\n": "an invisible U+00A0 is before the opening delimiter",
    "\0---\ntitle: A\n---\n": "an invisible U+0000 is before the opening delimiter",
    "<!-- c -->\n---\ntitle: A\n---\n": "an HTML comment is before the opening delimiter",
    "{{< figure src='x' >}}\n": "the file starts with template code, without front matter",
    "{% raw %}\n": "the file starts with template code, without front matter",
}


def _seen(text: str, block: Block | None) -> Seen:
    if block is None:
        return None
    parts = (block.opening, block.content, block.closing)
    opening, content, closing = (text[slice(*span)] for span in parts)
    return opening, content, closing, text[block.body :]


def _noted(text: str, faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    return [(form(fault), text[slice(*fault.span)]) for fault in faults]


@each("name", READ)
def test_forms_that_hugo_reads(name: str) -> None:
    text, seen, noted = READ[name]
    for target in ("hugo", "generic"):
        block, faults = find_block(text, target)
        assert (_seen(text, block), _noted(text, faults)) == (seen, noted)
        assert {class_name(fault) for fault in faults} <= {"FenceShape"}


@pytest.mark.parametrize("name", UNREAD)
def test_forms_that_nobody_reads(name: str) -> None:
    text, noted = UNREAD[name]
    block, faults = find_block(text, "hugo")
    assert (block, _noted(text, faults)) == (None, noted)
    kinds = {"FenceShape"} if noted[0][0] else {"FenceUnclosed"}
    assert {class_name(fault) for fault in faults} == kinds


@each("text", MISSING, ids=lambda text: ascii(text)[:30])
def test_no_front_matter(text: str) -> None:
    block, faults = find_block(text, "hugo")
    assert block is None
    assert [(class_name(fault), what(fault)) for fault in faults] == [
        ("FrontMatterMissing", MISSING[text])
    ]


def test_generic_names_those_who_do_not_read_it() -> None:
    _, (fault,) = find_block("\n---\ntitle: A\n---\n", "generic")
    assert isinstance(fault, FenceShape)
    assert fault.effect == "not read by Docusaurus, Eleventy, Jekyll and 3 others"


def test_org_is_a_format_of_its_own() -> None:
    block, (fault,) = find_block("#+TITLE: A\n", "hugo")
    assert (block, class_name(fault)) == (None, "FormatNotRead")


def test_json_never_closed() -> None:
    text = '{"title": "A"\nText.\n'
    block, (fault,) = find_block(text, "hugo")
    assert _seen(text, block) == ("{", text, "", "")
    assert (class_name(fault), text[slice(*fault.span)]) == ("FenceUnclosed", "{")


def test_replacement_characters_before_the_body() -> None:
    text = "---\ntitle: S\ufffd\ufffdo\n# \ufffd\n---\n\ufffd\n"
    block, faults = find_block(text, "hugo")
    assert block is not None
    assert [(class_name(fault), *fault.span) for fault in faults] == [
        ("ReplacementCharacter", 12, 14),
        ("ReplacementCharacter", 18, 19),
    ]


# where the closing fence belongs

UNCLOSED = {
    "title: A\n|<p>Text: more.</p>\n": "certain",
    "title: A\ntags:\n- a\n\n|Text.\n": "certain",
    'title: "A\n  b"\nmap:\n  key: value\n\n|{{< figure >}}\n': "certain",
    "title: A # c\n# about the date\ndate: 2025-12-31\n\n|水害のニュース。\n": "certain",
    "title: A\ntags: [\n  a,\n]\n\n|![image](a.png)\n": "certain",
    "title: A\n\n|Text.\n\n```yaml\nkey: value\n```\n": "certain",
    "title: A\n\n|# Heading\n\nText.\n": "likely",  # YAML has it for a comment
    "title: A\n|Text right below.\n": "likely",
    "title: A\n\n|He said: go.\n": "likely",
    "title: A\n\nWashington: the text.\n\n|More text.\n": "likely",
    "title: A\ntags:\n\n- an item\n\n|More text.\n": "likely",
    "title: A\n\n- an item of the text\n\nMore text.\n": "",
    "title: A\n\n    code\n\n|More text.\n": "likely",
    "title: A\ntags: [a]\n|": "likely",
    "title: A\ntags: [a]|": "likely",
    "title: A\ndescription: wraps\nunindented\ndate: 2025-12-31\n\nText.\n": "",
    "title: A: b\n\nText.\n": "",  # what stands above is no mapping
    "{% assign x = 1 %}\ntitle: A\n": "",
    "Text.\n\nMore.\n": "",
}


@pytest.mark.parametrize("text", UNCLOSED, ids=lambda text: ascii(text)[:40])
def test_where_the_closing_fence_belongs(text: str) -> None:
    for opening, ending in (("---\n", "\n"), ("---\r\n", "\r\n")):
        whole = opening + text.replace("\n", ending)
        note = str(whole.index("|")) if "|" in whole else ""
        note += " certain" if UNCLOSED[text] == "certain" else ""
        block, (fault,) = find_block(whole.replace("|", ""), "hugo")
        assert (block, class_name(fault), place(fault)) == (None, "FenceUnclosed", note)


def _without_closing_fence(text: str) -> tuple[str, int] | None:
    block, _ = find_block(text, "hugo")
    if block is None or not block.content.end:
        return None
    cut = text[: block.closing.start] + text[block.body :]
    return None if "\n---" in cut.lstrip() else (cut, block.closing.start)


@pytest.mark.slow
@pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not there")
def test_certain_places_are_right_on_real_articles() -> None:
    places = {"certain": 0, "likely": 0, "none": 0}
    for path in (*CORPORA.glob("digitalgov/**/*.md"), *CORPORA.glob("18f/**/*.md")):
        found = _without_closing_fence(path.read_bytes().decode())
        if found is None:
            continue
        text, right = found
        offset, _, certain = place(find_block(text, "hugo")[1][0]).partition(" ")
        if certain:
            start, end = sorted((int(offset), right))
            assert not text[start:end].strip(), path
        places["certain" if certain else "likely" if offset else "none"] += 1
    assert places == {"certain": 607, "likely": 212, "none": 58}


# what the rules make of it


@each("name", [*READ, *UNREAD])
def test_fixed_fences_are_plain(name: str) -> None:
    text = (READ.get(name) or UNREAD[name])[0]
    made = engine.fix(source(text), "content/a.md", "a.md", settings(), unsafe=True)
    left = [line(diagnostic) for diagnostic in made.left if diagnostic.fix is not None]
    assert not left
    assert not [d for d in made.left if d.code == "RUN004"]
    if made.text != text:
        block, faults = find_block(made.text, "hugo")
        assert block is not None
        assert not faults
        assert made.text[slice(*block.opening)] == made.text[slice(*block.closing)] == "---"


# hostile and random texts

ALPHABET = ("---", "+++", "...", "\n", "\r", "\r\n", "a: b", " ", "-", "{", "}", '"', "\\", "# c")


@given(st.lists(st.sampled_from([*ALPHABET, "\u2028", "\ufffd", "é", "x"]), max_size=14))
def test_spans_are_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    block, faults = find_block(text, "generic")
    assert block or faults
    for fault in faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
    if block and block.format != "json":
        marks = (0, *block.opening, *block.content, *block.closing, block.body, len(text))
        assert all(one <= two for one, two in pairwise(marks))


def test_the_short_way_says_what_the_long_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    choose = random.Random(1)
    texts = ["---" + "".join(choose.choices(ALPHABET, k=7)) for _ in range(20_000)]
    plain = {text: found for text in texts if (found := fence._plain(text))}
    assert len(plain) > 20
    monkeypatch.setattr(fence, "_plain", lambda _: None)
    assert {text: find_block(text, "hugo") for text in plain} == plain


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "- " * 100_000 + "\n\nText.\n",
        "---\n" + "[" * 100_000 + "\n\nText.\n",
        "---\na: " + "{a: " * 20_000 + "\n\nText.\n",
        "---\n" + "a: b\n" * 200_000,
        "---\n" + "# c\n" * 200_000,
        "---\na: b\n" + " " * 1_000_000 + "x",
        "---\n" + "a" * 1_000_000,
        "---\na: b\n" + "--\n" * 100_000,
        '{"' + '\\"' * 500_000,
        "{" * 1_000_000,
        '"' * 1_000_000,
        "\n" * 1_000_000,
        "-" * 1_000_000,
        "----\n" + "- " * 100_000 + "\n---\n",
        "---" + "[" * 100_000 + "\n---\n",
        "---\na: b\n" + "...\n" * 200_000 + "x\n---\n",
    ],
    ids=lambda text: shorten(ascii(text), 20),
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    block, faults = find_block(text, "hugo")
    assert block or faults


# Hugo as the judge

TEMPLATE = '{{ dict "title" .Title "body" .RawContent | jsonify }}'


def _site(folder: Path, articles: dict[str, str]) -> tuple[int, dict[str, dict[str, str]]]:
    files = {f"content/{name}.md": text for name, text in articles.items()}
    files |= {f"layouts/{kind}.html": TEMPLATE for kind in ("single", "list", "home")}
    write_site(folder, 'disableKinds = ["taxonomy", "term", "rss", "sitemap"]\n', files)
    code = run_hugo(folder).returncode
    pages = {name: folder / "public" / name / "index.html" for name in articles}
    return code, {
        name: json.loads(page.read_bytes()) for name, page in pages.items() if page.is_file()
    }


def _title(text: str, block: Block) -> str:
    content = text[slice(*block.content)]
    if block.format != "yaml":
        return "A"
    values = next(iter(yaml.safe_load_all(content)), None) or {}
    return str(values.get("title", ""))


@pytest.mark.slow
@needs_hugo
def test_hugo_reads_what_is_read(tmp_path: Path) -> None:
    # `slug` would move the page: the form with one is judged by the other tests.
    texts = {f"p{i}": READ[name][0] for i, name in enumerate(READ) if "slug" not in READ[name][0]}
    expected = {}
    for name, text in texts.items():
        block, _ = find_block(text, "hugo")
        assert block is not None
        expected[name] = {"title": _title(text, block), "body": _seen(text, block)[3]}  # type: ignore[index]
        if "closing-space" in [form(fault) for fault in find_block(text, "hugo")[1]]:
            # Hugo counts the blanks behind the closing fence to the body, where they are nothing.
            expected[name]["body"] = text[block.closing.start + 3 :]
    code, pages = _site(tmp_path, texts)
    assert code == 0
    assert pages == expected


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize("name", UNREAD)
def test_hugo_refuses_what_is_refused(name: str, tmp_path: Path) -> None:
    code, _ = _site(tmp_path, {"a": UNREAD[name][0]})
    assert code == 1


@pytest.mark.slow
@needs_hugo
def test_hugo_sees_no_title_where_front_matter_is_missing(tmp_path: Path) -> None:
    stops = ("-", "{{", "{%")  # these stop the build
    texts = {f"p{i}": text for i, text in enumerate(MISSING) if not text.startswith(stops)}
    code, pages = _site(tmp_path, {n: t for n, t in texts.items() if t[:1] != "\ufeff"})
    assert code == 0
    assert {page["title"] for page in pages.values()} == {""}


@pytest.mark.slow
@needs_hugo
def test_safe_fixes_leave_hugo_with_the_same_page(tmp_path: Path) -> None:
    before = {f"p{i}": READ[name][0] for i, name in enumerate(READ) if "slug" not in READ[name][0]}
    after, told = {}, settings({"rules": {"FMT003": {"readable": True}}})
    for name, text in before.items():
        made = engine.fix(source(text), "content/a.md", "a.md", told, unsafe=False)
        after[name] = made.text
    assert sum(before[name] != after[name] for name in before) == 13
    _, old = _site(tmp_path / "old", before)
    _, new = _site(tmp_path / "new", after)
    assert {n: (p["title"], p["body"].lstrip(" \n")) for n, p in new.items()} == {
        n: (p["title"], p["body"].lstrip(" \n")) for n, p in old.items()
    }
