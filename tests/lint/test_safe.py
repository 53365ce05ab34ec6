"""No safe fix does harm: what a careful editor would ask about first is left as it stands."""

from __future__ import annotations

import hashlib
import uuid
import zlib
from base64 import b64encode
from urllib.parse import quote

import pytest

from newslint.lint import fix as engine
from newslint.lint import losses
from newslint.lint.applicability import harm
from newslint.lint.proof import prove
from newslint.model.changes import Change, DeleteItem, DeleteKey, ReplaceText, SetList, SetScalar
from newslint.model.diagnostics import Diagnostic
from newslint.model.spans import Span
from newslint.site_article import Article
from tests.support.mending import (
    Maker,
    dropped,
    listed,
    put,
    quoted,
    read,
    renamed,
    together,
    without,
)
from tests.support.setting import settings, source

GENERATORS = ("hugo", "jekyll", "eleventy", "astro", "hexo", "zola", "generic")


def yaml(content: str) -> str:
    return f"---\ntitle: Flood\n{content}---\nText of the body.\n"


def toml(content: str) -> str:
    return f'+++\ntitle = "Flood"\n{content}+++\nText of the body.\n'


def json(content: str) -> str:
    return f'{{"title": "Flood", {content}}}\nText of the body.\n'


def fixed(
    text: str, generator: str = "hugo", *, unsafe: bool = False, preset: str = "strict"
) -> str:
    config = settings({"preset": preset}, generator=generator)
    outcome = engine.fix(source(text), "content/news/a.md", "a.md", config, unsafe=unsafe)
    codes = {one.code for one in outcome.left}
    assert not codes & {"RUN003", "RUN004"}, outcome.left
    return outcome.text


def found(text: str, generator: str = "hugo") -> tuple[Diagnostic, ...]:
    config = settings({"preset": "strict"}, generator=generator)
    return engine.check(source(text), "content/news/a.md", "a.md", config)


def offered(text: str, code: str, generator: str = "hugo") -> list[str | None]:
    """How the fixes of a rule are rated; None for a report without one."""
    return [
        one.fix.applicability if one.fix else None
        for one in found(text, generator)
        if one.code == code
    ]


def stays(text: str, generator: str = "hugo") -> None:
    assert fixed(text, generator) == text


# terms that are read as comments, and comments behind what is deleted


@pytest.mark.parametrize(
    ("content", "after"),
    [
        ("tags:\n  - #project\n  - #urgent\n", 'tags:\n  - "#project"\n  - "#urgent"\n'),
        ("tags: #a #b\n", 'tags: "#a #b"\n'),
        (
            "categories:\n- #Überschwemmung # ours\n- b\n",
            'categories:\n- "#Überschwemmung" # ours\n- b\n',
        ),
        ("tags:\n    - '洪水'\n    - #台風\n", "tags:\n    - '洪水'\n    - '#台風'\n"),
    ],
)
@pytest.mark.parametrize("generator", GENERATORS)
def test_a_term_that_is_read_as_a_comment_is_not_lost(
    content: str, after: str, generator: str
) -> None:
    text = yaml(content)
    stays(text, generator)
    assert set(offered(text, "FMT009", generator)) == {"unsafe"}
    assert not offered(text, "TAG003", generator)
    config = settings({"select": ["FMT009"]}, generator=generator)
    made = engine.fix(source(text), "content/a.md", "a.md", config, unsafe=True)
    assert made.text == yaml(after)


@pytest.mark.parametrize(
    "text",
    [
        yaml("tags:\n  - flood\n  -   # add the second one\n  - rain\n"),
        yaml("tags:\n  - flood\n  - '' # noch offen\n"),
        yaml("tags:\n  - flood # из ленты\n  - flood\n  - rain\n"),
        yaml("tags:\n  - b\n  - a # first\n  - a # second\n"),
        yaml("draft: false # once\ndraft: false # 二回\n"),
        yaml("params:\n  a: 1 # one\n  a: 1 # two\n"),
        yaml('tags: ["🎉"] # to be written\n'),
    ],
)
def test_a_comment_is_never_lost(text: str) -> None:
    stays(text)
    assert "unsafe" in {one.fix.applicability for one in found(text) if one.fix}
    comments = [part.partition("\n")[0] for part in text.split("#")[1:]]
    assert all(comment in fixed(text) for comment in comments)


def test_a_comment_stays_when_an_item_goes_beside_it() -> None:
    text = toml('tags = ["flood", "", # the second\n  "rain"]\n')
    assert fixed(text) == toml('tags = ["flood", # the second\n  "rain"]\n')
    text = yaml("tags:\n  - flood # one\n  - \n  - rain # two\n")
    assert fixed(text) == yaml("tags:\n  - flood # one\n  - rain # two\n")


def test_an_idle_comment_to_newslint_goes_but_not_one_behind_it() -> None:
    bare = "tags: [flood] # newslint: ignore[TAG001]\n"
    assert fixed(yaml(bare), preset="default") == yaml("tags: [flood]\n")
    some = "title: A\ntags: [b, b] # newslint: ignore[TAG001, TAG002] names of ships\n"
    assert fixed(f"---\n{some}---\nB.\n", preset="default") == (
        "---\ntitle: A\ntags: [b, b] # newslint: ignore[TAG001] names of ships\n---\nB.\n"
    )
    other = yaml("tags: [flood] # newslint: ignore[TAG001] ours # to be sorted\n")
    stays(other)
    assert offered(other, "RUN005") == ["unsafe"]


# types


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (json('"categories": "syntax"'), "SCH008"),
        (json('"tags": "наводнение"'), "SCH008"),
        (yaml("categories: syntax\n"), "SCH008"),
        (yaml("tags: 'São Paulo'\n"), "SCH008"),
        (toml('tags = "news; politics; world"\n'), "SCH008"),
        (yaml('tags: "news; politics; world"\n'), "SCH008"),
        (yaml("date: 1767175200\n"), "DAT002"),
        (toml("date = 1767175200\n"), "DAT002"),
        (yaml("lastmod: 1767175200\n"), "DAT002"),
        (yaml("tags: [true, flood]\n"), "SCH008"),
        (yaml("summary: 1.10\n"), "FMT015"),
        (yaml("tags: [0123, flood]\n"), "FMT015"),
    ],
)
def test_no_value_gets_another_type(text: str, code: str) -> None:
    assert "unsafe" in offered(text, code)
    stays(text)


@pytest.mark.parametrize(
    ("text", "code", "generator"),
    [
        (yaml('tags: [""]\n'), "TAG003", "jekyll"),
        (yaml("categories:\n- ''\n- ''\n"), "TAG003", "jekyll"),
        (toml('taxonomies.tags = ["", ""]\n'), "TAG003", "zola"),
        (json('"tags": [""]'), "TAG003", "hugo"),
        (yaml("draft: 'true'\n"), "SCH005", "astro"),
        (yaml('draft: "true" # not yet\n'), "SCH005", "generic"),
        (toml('draft = "false"\n'), "SCH005", "zola"),
        (json('"draft": "yes"'), "SCH005", "hugo"),
    ],
)
def test_what_another_generator_reads_otherwise_keeps_its_type(
    text: str, code: str, generator: str
) -> None:
    assert "unsafe" in offered(text, code, generator)
    stays(text, generator)


@pytest.mark.parametrize("generator", ["jekyll", "astro", "eleventy", "hexo", "generic"])
@pytest.mark.parametrize("value", ["2025-12-31", "'true'", "no", "12:30"])
def test_nor_in_another_generator(generator: str, value: str) -> None:
    stays(yaml(f"draft: {value}\nsummary: {value}\ndescription: {value}\n"), generator)


def test_what_stays_a_text_may_get_quotes() -> None:
    """Hugo's parser reads each of these as text with and without them."""
    before = yaml("summary: 2025-12-31\ntags: [NO, flood]\n")
    assert fixed(before) == yaml('summary: "2025-12-31"\ntags: ["NO", flood]\n')


def test_one_text_of_several_terms_becomes_several_terms() -> None:
    for given, after in (
        ('"news; politics; world"', '["news", "politics", "world"]'),
        ("нефть; газ", "[нефть, газ]"),
        ("洪水、台風，地震", "[洪水, 台風, 地震]"),
        ("R&amp;D; oil", "[R&amp;D, oil]"),
        ("a | b", "[a, b]"),
    ):
        config = settings({"select": ["SCH008"]})
        text = yaml(f"tags: {given}\n")
        made = engine.fix(source(text), "content/a.md", "a.md", config, unsafe=True)
        assert made.text == yaml(f"tags: {after}\n")
        stays(text)


# references that a text speaks of


@pytest.mark.parametrize(
    "text",
    [
        "Why &nbsp; breaks your layout",
        "Difference between &ensp; and &thinsp;",
        "¿Qué es &copy; y para qué sirve?",
        "Wie man &amp; in HTML schreibt",
        "How to escape &amp;",
        "Das Zeichen „&hearts;“",
        "Quotes: &ldquo;, &rdquo; and &quot;",
        "Why browsers read &amp; in links",
        "Символ &rarr; в заголовке",
        "文字 &yen; と &shy; の話",
        "When &mdash; is an HTML entity",
        "&zwnj; explained",
    ],
)
def test_a_reference_that_is_spoken_of_is_left(text: str) -> None:
    for content in (f"description: '{text}'\n", f"title: A\nsummary: '{text}'\n"):
        article = f"---\ntitle: Flood\n{content}---\nText.\n".replace(
            "title: Flood\ntitle", "title"
        )
        assert not offered(article, "TXT002")
        assert fixed(article, unsafe=True).count("&") == text.count("&")
    assert not offered(toml(f'description = """{text}"""\n'), "TXT002")


@pytest.mark.parametrize(
    "name", ["nbsp", "ensp", "thinsp", "shy", "zwj", "zwnj", "lrm", "#8203", "#xa0", "#8238"]
)
def test_a_character_that_cannot_be_seen_is_not_written(name: str) -> None:
    text = yaml(f'description: "Vraiment&{name};? Oui"\n')
    assert offered(text, "TXT002") == [None]
    assert fixed(text, unsafe=True) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Tom &amp; Jerry&#8217;s", "Tom & Jerry’s"),
        ("Storm &#8211; und Regen", "Storm – und Regen"),
        ("R&amp;D et &Eacute;t&eacute;", "R&D et Été"),
        ("Miete: 800 &euro; im Monat", "Miete: 800 € im Monat"),
        ("&quot;Нефть&quot; дорожает", '\\"Нефть\\" дорожает'),
        ("You &amp; Me", "You & Me"),
    ],
)
def test_a_reference_that_stands_for_its_character_is_written_out(text: str, after: str) -> None:
    assert fixed(yaml(f'description: "{text}"\n')) in {
        yaml(f'description: "{after}"\n'),
        yaml(f"description: '{after}'\n".replace("\\", "")),
    }


# apostrophes with a backslash


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r"'Aperçu de la gestion d\'État'", "'Aperçu de la gestion d''État'"),
        (r"'L\'eau et l\'air'", "'L''eau et l''air'"),
        (r"'It\'s on: don\'t'", "'It''s on: don''t'"),
        (r"'O\'zbekiston' # uz", "'O''zbekiston' # uz"),
        (r"'L\'été d'Anne'", "'L''été d''Anne'"),
        (r"'Dell\'\"acqua\" d\'oro'", "'Dell''\"acqua\" d''oro'"),
    ],
)
def test_a_backslash_before_an_apostrophe_goes(before: str, after: str) -> None:
    assert fixed(f"---\ntitle: {before}\n---\nText.\n") == f"---\ntitle: {after}\n---\nText.\n"
    made = fixed(yaml(f"x:\n  - {before}\n"), unsafe=True)
    assert "\\" not in made


def test_and_in_toml() -> None:
    text = "+++\ntitle = 'Aperçu de la gestion d\\'État'\n+++\nText.\n"
    assert fixed(text) == text.replace("'Aperçu", '"Aperçu').replace("\\'État'", "'État\"")


def test_another_backslash_makes_it_unsafe() -> None:
    text = "---\ntitle: 'C:\\temp d\\'État'\n---\nText.\n"
    assert offered(text, "FMT007") == ["unsafe"]
    stays(text)


# letter-spaced texts


@pytest.mark.parametrize(
    "text",
    [
        "i t   a l l   c o m e s   d o w n",
        "Jetzt im Kino: D e r   S t u r m !",
        "В о й н а   и   м и р",
        "台 風   接 近",
        "H  E  L  L  O",
        "é t é   c h a u d",
        "W A R\u00a0\u00a0N O W",
    ],
)
def test_a_letter_spaced_text_is_left(text: str) -> None:
    for article in (yaml(f'description: "{text}"\n'), toml(f'summary = "{text}"\n')):
        assert not offered(article, "TXT001")
        assert fixed(article, unsafe=True) == article


def test_a_run_of_blanks_between_words_goes() -> None:
    assert fixed(yaml('description: "Plan B  is on"\n')) == yaml('description: "Plan B is on"\n')


# characters that put others in another order


@pytest.mark.parametrize(
    "text",
    [
        "Ann \u202enosnhoJ",
        "\u202eтевирП\u202c, мир",
        "a \u202dbcd\u202c",
        "a \u202bbcd\u202c",
        "\u2067abc\u2069 def",
        "abc \u2068def",
        "שלום \u202eabc",
        "سلام \u2066abc",
        "abc\u200f (d)",
    ],
)
def test_what_orders_the_letters_is_reported_and_never_removed_unasked(text: str) -> None:
    for article in (yaml(f'description: "{text}"\n'), json(f'"summary": "{text}"')):
        assert offered(article, "TXT005") == ["unsafe"]
        stays(article)


def test_marks_that_are_closed_are_right_in_a_text_from_right_to_left() -> None:
    assert not offered(yaml('description: "שלום \u2066C++\u2069 \u200fabc"\n'), "TXT005")


# addresses inside addresses

INNER = "https://news.example.org/s?utm_source=rss"


@pytest.mark.parametrize(
    "link",
    [
        f"https://web.archive.org/web/2020/{INNER}",
        "https://web.archive.org/web/20200101000000/news.example.org/s?utm_source=rss",
        f"https://web.archive.org/web/2020/{INNER}&id=5#top",
        f"https://12ft.io/proxy?q={INNER}&id=5",
        f"https://12ft.io/{INNER}",
        f"https://translate.google.com/translate?sl=de&u={INNER}&fbclid=1",
        f"https://proxy.example.org/?q={quote(INNER, safe='')}&fbclid=1",
        f"https://proxy.example.org/?q={quote(quote(INNER, safe=''), safe='')}&utm_id=1",
        "https://proxy.example.org/?u=www.example.org/s&utm_source=rss",
        "https://outline.com/http:/news.example.org/s?utm_source=rss",
        "https://web.archive.org/web/2020/https://example.org/a/../b?",
        "https://web.archive.org/web/2020/https://example.org/story-one/amp/",
        "https://web.archive.org/web/2020/https://www.nytimes.com/a.html?partner=rss&smid=x",
        "https://proxy.example.org/?u=https://example.org/a?x=1&amp;b=2",
    ],
)
def test_an_address_inside_an_address_is_left(link: str) -> None:
    stays(yaml(f"link: {link}\n"))
    stays(toml(f'link = "{link}"\n'))
    stays(json(f'"link": "{link}"'))
    if "&amp;" not in link:
        assert not {"LNK004", "LNK005", "LNK006", "LNK010"} & {
            one.code for one in found(yaml(f"link: {link}\n"))
        }


def test_what_stands_before_the_inner_address_is_the_outer_one_s() -> None:
    before = yaml("link: https://x.example.org/?utm_source=a&b=1&u=https%3A%2F%2Fexample.org%2Fc\n")
    after = yaml("link: https://x.example.org/?b=1&u=https%3A%2F%2Fexample.org%2Fc\n")
    assert fixed(before) == after


def test_a_target_that_may_go_on_is_not_unwrapped_unasked() -> None:
    link = "https://www.google.com/url?q=https://example.org/a?x=1&id=5&sa=U"
    assert offered(yaml(f"link: {link}\n"), "LNK007") == ["unsafe"]
    stays(yaml(f"link: {link}\n"))
    link = "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Fx%3D1&sa=U"
    assert fixed(yaml(f"link: {link}\n")) == yaml("link: https://example.org/a?x=1\n")


# slugs


@pytest.mark.parametrize(
    "text",
    [
        yaml("slug: My-Slug\n"),
        yaml("slug: 'It’s a Flood: São Paulo'\n"),
        toml('slug = "Наводнение В Городе"\n'),
        json('"slug": "Flood 2025"'),
    ],
)
def test_a_slug_is_not_changed_unasked(text: str) -> None:
    assert "unsafe" in offered(text, "SLG003")
    stays(text)


# copies of the link in the fields beside it

LINK = "https://news.example.org/s?utm_source=rss&id=5"
DATA = LINK.encode()


@pytest.mark.parametrize(
    "beside",
    [
        f"hash: {hashlib.md5(DATA).hexdigest()}",
        f"x: '{hashlib.sha1(DATA).hexdigest().upper()}'",
        f"uid: sha256:{hashlib.sha256(DATA).hexdigest()}",
        f'short: "{hashlib.sha1(DATA).hexdigest()[:10]}"',
        f"b: {b64encode(hashlib.sha256(DATA).digest()).decode()}",
        f"id: {uuid.uuid5(uuid.NAMESPACE_URL, LINK)}",
        f"crc: {zlib.crc32(DATA)}",
        "link_hash: h4Zk29xQ",
        "guid: 0123456789abcdef0123456789abcdef",
        "query: utm_source=rss&id=5",
        "query: '?utm_source=rss&id=5'",
        "query:\n  utm_source: rss\n  id: 5",
        "query: [utm_source=rss, id=5]",
        f"guid: {LINK}",
        f"share: https://x.example.org/?u={quote(LINK, safe='')}",
        "raw: news.example.org/s?utm_source=rss&id=5",
        "meta:\n  feed:\n    - url: " + LINK,
        f"encoded: {b64encode(DATA).decode()}",
    ],
)
def test_a_link_with_a_copy_beside_it_is_not_changed_unasked(beside: str) -> None:
    text = yaml(f"link: {LINK}\n{beside}\n")
    assert offered(text, "LNK004") == ["unsafe"]
    stays(text)


def test_nor_in_toml_and_json() -> None:
    digest = hashlib.md5(DATA).hexdigest()
    stays(toml(f'link = "{LINK}"\nhash = "{digest}"\n'))
    stays(toml(f'link = "{LINK}"\n[params]\nquery = "utm_source=rss&id=5"\n'))
    stays(json(f'"link": "{LINK}", "meta": {{"md5": "{digest}"}}'))


@pytest.mark.parametrize(
    ("link", "beside"),
    [
        ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa", "host: www.google.com"),
        (
            "https://www.google.com/amp/s/example.org/story-one",
            "path: /amp/s/example.org/story-one",
        ),
        ("https://example.org/a/./b", "path: /a/./b"),
        ("https://www.lemonde.fr/a.html#xtor=RSS-3208", "fragment: '#xtor=RSS-3208'"),
        ("https://example.org/?a=1&amp;b=2", "query: a=1&amp;b=2"),
    ],
)
def test_nor_when_another_part_of_it_is_copied(link: str, beside: str) -> None:
    text = yaml(f"link: '{link}'\n{beside}\n")
    assert fixed(yaml(f"link: '{link}'\nother: text\n")) != yaml(f"link: '{link}'\nother: text\n")
    stays(text)


@pytest.mark.parametrize(
    "beside",
    [
        "id: 5",
        "tagline: rss is dead",
        "host: news.example.org",
        "tags: [rss, digest]",
        "digest: The news of the week",
    ],
)
def test_what_stays_true_is_no_copy(beside: str) -> None:
    before = yaml(f"link: {LINK}\n{beside}\n")
    assert fixed(before) == before.replace("utm_source=rss&", "")


# fences before another front matter


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n--- ---two remarks\n---\ndraft: true\n---\nBody.\n",
        "---\ntitle: A\n---two remarks\n---\ndraft: true\n---\nBody.\n",
        "---\ntitle: A\n ---two remarks\n---\ndraft: true\n---\nBody.\n",
        "---\ntitle: A\n---\n ---two remarks\n---\ndraft: true\n---\nBody.\n",
        "---\ntitle: A\n--- \nзаметки\n\n---\nDraft: true\n---\nТекст.\n",
        "---\ntitle: A\n...\nnotes\n\n---\ndate: 2025-12-31\ndraft: true\n---\nBody.\n",
        "---\ntitle: A\n--\nnotes\n\n+++\ndraft = true\n+++\nBody.\n",
        "\n---\ntitle: A\n---\n\n---\nEntwurf: ja\n---\nText.\n",
        "----\ntitle: A\n----\n---\ndraft: true\n---\nBody.\n",
        "+++\ntitle = 'A'\n+++ two remarks\n+++\ndraft = true\n+++\nBody.\n",
        '---\ntitle: A\n--- \n{"draft": true}\nBody.\n',
        "---\ntitle: A\n\n<p>notes</p>\n\n---\nDraft: true\n---\nBody.\n",
    ],
)
@pytest.mark.parametrize("generator", GENERATORS)
def test_a_fence_before_another_front_matter_is_not_touched(text: str, generator: str) -> None:
    stays(text, generator)


def test_a_rule_in_the_body_is_no_front_matter() -> None:
    before = "---\ntitle: A\n---<p>Text.</p>\n\n---\n\nMore: of it\n\n```\n---\na: b\n---\n```\n"
    assert fixed(before, preset="default") == before.replace("---<p>", "---\n<p>")


# the proof is the second door

BEFORE = """\
---
title: Flood
draft: "false"
weight: 5
date: 2025-12-31
tags: [a, b, a, ""]
empty:
again: x # one
again: x
params: {a: 1}
---
Body.
"""


def unsafe(before: Article, after: Article, changes: list[Change]) -> str:
    """Why changes are not safe in the article, wherever the page goes."""
    taken = losses.lost(before, changes) or losses.contradicted(before, changes)
    return taken or harm(before, after, tuple(changes)) or losses.lost_words(before, changes)


def refused(old: str, new: str, *makers: Maker) -> tuple[str | None, str]:
    """Why a change is refused, and why it is not safe."""
    assert old in BEFORE
    before, after = read(BEFORE), read(BEFORE.replace(old, new, 1))
    changes = [change for maker in makers for change in maker(before)]
    return prove(before, after, changes), unsafe(before, after, changes)


@pytest.mark.parametrize(
    ("old", "new", "maker", "reason"),
    [
        (
            'draft: "false"',
            "draft: false",
            put("draft", "false", literal=True),
            "`draft` would become a boolean instead of text",
        ),
        (
            "weight: 5",
            'weight: "5"',
            quoted("weight"),
            "`weight` would become text instead of a number",
        ),
        (
            "empty:",
            "empty: []",
            listed("empty"),
            "`empty` would become a list instead of an empty value",
        ),
        (
            "title: Flood",
            "title: [Flood]",
            listed("title", "Flood"),
            "`title` would become a list instead of text",
        ),
        (
            "weight: 5",
            "Weight: 5",
            renamed("weight", "Weight"),
            "the key `weight` would be renamed to `Weight`",
        ),
        ("weight: 5\n", "", dropped("weight"), "the key `weight` would be lost"),
        ("again: x # one\n", "", dropped("again"), "the comment `# one` would be lost"),
        ('[a, b, a, ""]', '[a, a, ""]', without("tags", 1), "the item `b` of `tags` would be lost"),
        ('[a, b, a, ""]', "[]", without("tags", 0, 1, 2, 3), "`tags` would be an empty list"),
        ("title: Flood", 'title: ""', put("title", ""), "the text of `title` would be lost"),
    ],
)
def test_the_proof_refuses_what_is_not_safe(old: str, new: str, maker: Maker, reason: str) -> None:
    assert refused(old, new, maker) == (None, reason)


@pytest.mark.parametrize(
    ("old", "new", "maker"),
    [
        ("title: Flood", "title: 'Fire'", put("title", "Fire")),
        ("date: 2025-12-31", 'date: "2025-12-31"', quoted("date")),
        ("weight: 5", "weight: 6", put("weight", "6", literal=True)),
        ('[a, b, a, ""]', "[b, a]", without("tags", 0, 3)),
        ("a: 1", "a: 2.5", put("params.a", "2.5", literal=True)),
    ],
)
def test_and_passes_what_is(old: str, new: str, maker: Maker) -> None:
    assert refused(old, new, maker) == (None, "")


def test_a_splice_loses_no_comment() -> None:
    text = "---\ntitle: A # one\ntags: [a, # two\n  b]\n---\nBody.\n"
    before = read(text)

    def reasons(old: str, new: str) -> tuple[str | None, str]:
        at = text.index(old)
        changes: list[Change] = [ReplaceText(Span(at, at + len(old)), new)]
        after = read(text.replace(old, new))
        return prove(before, after, changes), unsafe(before, after, changes)

    assert reasons(", # two\n  ", ", ") == (None, "the comment `# two` would be lost")
    assert reasons("title: A", "title: 'A'") == (None, "")


def test_changes_go_together() -> None:
    makers = together(put("title", "Fire"), without("tags", 0))
    new = BEFORE.replace("Flood", "Fire").replace('[a, b, a, ""]', '[b, a, ""]')
    before = read(BEFORE)
    changes = makers(before)
    assert {type(one) for one in changes} == {SetScalar, DeleteItem}
    assert not any(isinstance(one, DeleteKey | SetList) for one in changes)
    assert prove(before, read(new), changes) is None
    assert unsafe(before, read(new), changes) == ""
