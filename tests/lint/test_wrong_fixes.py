"""Unsafe fixes that no editor would make: the text stays, or exactly the right change is made."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import frontmatter
import pytest

import newslint
from newslint.config.settings import Settings
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from tests.support.each import each
from tests.support.setting import settings, source

HEAD = "---\ntitle: Flood\n"
TAIL = "---\nThe river rises.\n"


def setting(
    generator: str = "hugo",
    site: Mapping[str, Any] | None = None,
    files: tuple[str, ...] | None = None,
    **config: Any,
) -> Settings:
    """All rules, on a site with this config and these files (None: its root is not known)."""
    made = settings(
        {"select": ["ALL"], "ignore": ["STY001", "STY006"], **config},
        generator=generator,
        site=site,
    )
    there = None if files is None else frozenset(files).__contains__
    return replace(made, context=replace(made.context, exists=there))


def fixed(text: str, using: Settings | None = None, path: str = "content/news/a.md") -> str:
    """The text after all fixes, the unsafe ones too. None of them may fail its proof."""
    outcome = engine.fix(source(text), path, "a.md", using or setting(), unsafe=True)
    assert not [d.text for d in outcome.left if d.code in ("RUN003", "RUN004")]
    return outcome.text


def found(text: str, code: str, using: Settings | None = None) -> list[Diagnostic]:
    """What one rule reports."""
    every = engine.check(source(text), "content/news/a.md", "a.md", using or setting())
    return [diagnostic for diagnostic in every if diagnostic.code == code]


ZONELESS = (
    "date: 2016-02-19 00:55:35\n",
    "date: 2016-02-19T23:55:35\n",
    'date: "2016-02-19 00:55:35"\n',
    "date: 2016/2/9 7:05:00\n",
    "date: 'Fri, 19 Feb 2016 00:55:35'\n",
    "date: Feb 19, 2016 00:55\n",
)


@pytest.mark.parametrize("date", ZONELESS)
@pytest.mark.parametrize("site", [{}, {"timezone": "Asia/Shanghai"}])
def test_hexo_dates_have_no_zone(date: str, site: Mapping[str, Any]) -> None:
    text = f"{HEAD}{date}{TAIL}"
    using = setting("hexo", site)
    assert fixed(text, using, "source/_posts/a.md") == text
    assert not found(text, "DAT005", using)
    assert not found(text, "DAT007", using)
    assert not found(text, "STY005", using)


@each("generator", ["hugo", "jekyll", "eleventy", "astro", "zola", "generic"])
@each("date", ZONELESS)
def test_no_zone_is_guessed(generator: str, date: str) -> None:
    after = fixed(f"{HEAD}{date}{TAIL}", setting(generator, {}))
    written = after.splitlines()[2].rstrip("'\"")
    assert not written.endswith("Z")
    assert "+" not in written


@pytest.mark.parametrize("generator", ["jekyll", "eleventy", "astro"])
def test_a_zone_that_the_generator_does_not_use_is_not_written(generator: str) -> None:
    """They read the bare date in UTC, whatever the config says of the site."""
    text = f"{HEAD}date: 2016-02-19 00:55:35\n{TAIL}"
    assert fixed(text, setting(generator, {}, timezone="Asia/Tokyo")) == text


def test_the_site_zone_is_written_where_hugo_reads_it() -> None:
    text = f"{HEAD}date: 2016-02-19 00:55:35\n{TAIL}"
    after = text.replace("2016-02-19 00:55:35", "2016-02-19T00:55:35+08:00")
    assert fixed(text, setting(site={"timeZone": "Asia/Shanghai"})) == after


MISPLACED = (
    "date = 2020-01-01",
    "updated = 2020-01-01T10:00:00Z",
    "draft = true",
    "weight = 5",
    'template = "page.html"',
    'description = "Rain, and a flood"',
)


@pytest.mark.parametrize("line", MISPLACED)
@pytest.mark.parametrize("before", ['tags = ["b"]\n', ""])
def test_a_key_that_stands_among_the_terms_is_no_term(line: str, before: str) -> None:
    text = f'+++\ntitle = "Flood"\n\n[taxonomies]\n{before}{line}\n+++\nThe river rises.\n'
    using = setting("zola")
    moved = text.replace(line + "\n", "").replace("\n\n", f"\n{line}\n\n", 1)
    assert fixed(text, using) == moved
    assert "move it above the first table" in found(text, "FMT018", using)[0].text
    assert not found(text, "SCH008", using)


def test_a_key_of_the_sites_own_among_the_terms_is_left_there() -> None:
    line = 'link = "https://a.example/x"'
    text = f'+++\ntitle = "Flood"\n\n[taxonomies]\n{line}\n+++\nThe river rises.\n'
    using = setting("zola")
    assert fixed(text, using) == text
    assert "move it above the table" in found(text, "SCH008", using)[0].text


def test_the_same_key_in_yaml_is_no_term_either() -> None:
    text = f"{HEAD}taxonomies:\n  tags: [b]\n  date: 2020-01-01\n  draft: true\n{TAIL}"
    assert fixed(text, setting("zola")) == text


LISTS = (
    ("[news, politics]", ("news", "politics")),
    ("['news', 'politics']", ("news", "politics")),
    ("[ 'news' ]", ("news",)),
    ("[news; politics; wetter]", ("news", "politics", "wetter")),
    ("['l’eau', “la pluie d’été, et le vent”]", ("l’eau", "la pluie d’été, et le vent")),
    ("[新闻、政治]", ("新闻", "政治")),
    ("[don't, stop-motion]", ("don't", "stop-motion")),
    ("[новости,]", ("новости",)),
)


@each(("written", "meant"), LISTS)
@each("generator", ["hugo", "jekyll", "hexo", "generic"])
def test_a_list_in_quotes_becomes_that_list(
    written: str, meant: tuple[str, ...], generator: str
) -> None:
    after = fixed(f'{HEAD}tags: "{written}"\n{TAIL}', setting(generator))
    assert frontmatter.loads(after)["tags"] == list(meant)


@pytest.mark.parametrize(("written", "meant"), LISTS)
def test_a_list_in_quotes_in_json(written: str, meant: tuple[str, ...]) -> None:
    after = fixed(f'{{\n  "title": "A",\n  "tags": "{written}"\n}}\nText.\n')
    assert frontmatter.loads(after)["tags"] == list(meant)


@pytest.mark.parametrize("written", ["['news', 'politics']", '["news", "politics"]'])
def test_a_list_in_quotes_in_toml(written: str) -> None:
    quote = '"' if "'" in written else "'"
    text = f"+++\ntitle = 'A'\ntags = {quote}{written}{quote}\n+++\nText.\n"
    assert tomllib.loads(fixed(text).split("+++")[1])["tags"] == ["news", "politics"]
    item = f"+++\ntitle = 'A'\ntags = [{quote}{written}{quote}]\n+++\nText.\n"
    assert tomllib.loads(fixed(item).split("+++")[1])["tags"] == ["news", "politics"]


UNCERTAIN = ("[[news]]", "[]", "[ ]", "['news' politics]", "['news, politics]", "[a\\, b, c]")


@pytest.mark.parametrize("written", UNCERTAIN)
def test_a_list_that_is_not_certain_is_left(written: str) -> None:
    text = f"""{HEAD}tags: '{written.replace("'", "''")}'\n{TAIL}"""
    assert fixed(text) == text


NAMES = (
    "Ann Lee & Bo Kim",
    "Lee, Ann",
    "Ana Pérez y Juan Gil",
    "Anna Petrova, Иван Сидоров, Li Na",
)


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("key", ["author", "authors"])
def test_several_names_in_one_text_are_right(names: str, key: str) -> None:
    text = f'{HEAD}{key}: "{names}"\n{TAIL}'
    people = setting(site={"taxonomies": {"tag": "tags", "author": "authors"}})
    for using in (setting(), people, setting("jekyll"), setting("hexo")):
        assert fixed(text, using) == text
        assert not [*found(text, "SRC004", using), *found(text, "SCH008", using)]
    toml = f'+++\ntitle = "Flood"\n{key} = "{names}"\n+++\nThe river rises.\n'
    assert fixed(toml, people) == toml


ESCAPED_TAGS = (
    "The &amp;lt;b&amp;gt; element",
    "The &lt;b&gt; element",
    "Das &#60;table&#62;-Element",
    "Le tag &#x3c;b&#x3e; et &LT;i&GT;",
    "The &amp;#60;b&amp;#62; tag",
    "Тег &amp;#x3C;b&amp;#x3E;",
    "The &amp;amp;lt;br/&amp;amp;gt; tag",
    "Sort a List&lt;String&gt; &amp; more",
    "What &lt;!-- does",
    "<b>Flood</b> and the &lt;b> element",
)


@pytest.mark.parametrize("text", [t for t in ESCAPED_TAGS if "<b>" not in t and "<!" not in t])
@pytest.mark.parametrize("key", ["title", "description", "summary"])
def test_an_escaped_tag_stays_a_mention(text: str, key: str) -> None:
    whole = f'---\n{"" if key == "title" else "title: Flood"}\n{key}: "{text}"\n{TAIL}'
    whole = whole.replace("---\n\n", "---\n", 1)
    for using in (setting(), setting("jekyll"), setting("generic")):
        assert fixed(whole, using) == whole


def test_a_real_tag_goes_and_the_escaped_one_beside_it_stays() -> None:
    text = f'---\ntitle: "<b>Flood</b> and the &lt;b&gt; element"\n{TAIL}'
    assert fixed(text) == f'---\ntitle: "Flood and the &lt;b&gt; element"\n{TAIL}'


def test_an_escaped_tag_stays_in_a_term() -> None:
    text = f'{HEAD}tags: ["&lt;table&gt;", "&amp;lt;b&amp;gt;"]\n{TAIL}'
    assert fixed(text) == text


def test_what_makes_no_tag_is_decoded() -> None:
    text = f'{HEAD}description: "Rain &amp;amp; wind, 1 &lt; 2 and 3 &gt; 2"\n{TAIL}'
    assert fixed(text) == f'{HEAD}description: "Rain & wind, 1 < 2 and 3 > 2"\n{TAIL}'


MENTIONS = (
    "Don't Stop Learning <del>Frameworks</del>",
    "display: grid on the <table> element",
    "Das <dialog>- und das <table>-Element",
    "How <b> and </b> differ from <strong> and </strong>",
    "<table> basics",
    "When to use <br>",
    "La balise (<p>) expliquée",
    "Was '<b>' und '</b>' tun",
    "Die <s>beste</s> zweitbeste Lösung",
    "10<sup>9</sup> reasons",
    "<strike>Gratis</strike> für 5 Euro",
    "Использование <br> в тексте",
    "The <b>…</b> tag",
    "Ein <b></b> ohne Text",
)


@each("text", MENTIONS)
@each("key", ["title", "description", "summary"])
def test_a_tag_that_means_something_is_left(text: str, key: str) -> None:
    head = "---\n" if key == "title" else HEAD
    whole = f'{head}{key}: "{text}"\n{TAIL}'
    assert fixed(whole) == whole
    toml = f"{head}{key} = '''{text}'''\n{TAIL}".replace("---", "+++").replace(
        "title: Flood", "title = 'Flood'"
    )
    assert fixed(toml) == toml


MARKUP = (
    ("<p>The river rose.</p>", "The river rose."),
    ("<strong>Köln: </strong>Der Rhein", "Köln: Der Rhein"),
    ("One<br>two<br/> three", "One two three"),
    (
        "<p>The <a href='https://x.org/'>river</a> rose. <a href='https://y.org/'>And",
        "The river rose. And",
    ),
    ("the river rose</b></p>", "the river rose"),
    ("<p> Вода </p><p> поднялась </p>", "Вода поднялась"),
    ("H<sub>2</sub>O in <em>all</em> rivers", "H2O in all rivers"),
)


@pytest.mark.parametrize(("text", "plain"), MARKUP)
def test_markup_is_still_stripped(text: str, plain: str) -> None:
    assert fixed(f'---\ntitle: "{text}"\n{TAIL}') == f'---\ntitle: "{plain}"\n{TAIL}'


TERMS_THAT_STAY = (
    "[11.1, 3.14, 2.7.18, v2]",
    "[Jest, Why, Into, Ant]",
    "[du, for, if, while]",
    "[und, из, 的, según]",
    "[1, 25000, '007', '10,000']",
    "['@media', '@Autowired', '@types/node', '#1', '#100days', '#!']",
)


@pytest.mark.parametrize("terms", TERMS_THAT_STAY)
@pytest.mark.parametrize("key", ["tags", "categories"])
def test_no_term_is_deleted_for_being_short(terms: str, key: str) -> None:
    text = f"{HEAD}{key}: {terms}\n{TAIL}"
    using = setting(ignore=["FMT015"])
    assert fixed(text, using) == text


@pytest.mark.parametrize(
    ("terms", "after"),
    [
        ('["#azure", Azure]', "[Azure]"),
        ('[Azure, "#azure", Köln]', "[Azure, Köln]"),
        ('["#ایران", ایران]', "[ایران]"),
        ('["R&amp;D", R&D, Rain]', "[R&D, Rain]"),
        ('["＃東京", 大阪]', '["東京", 大阪]'),
    ],
)
def test_of_two_forms_the_one_without_noise_stays(terms: str, after: str) -> None:
    assert fixed(f"{HEAD}tags: {terms}\n{TAIL}") == f"{HEAD}tags: {after}\n{TAIL}"


@pytest.mark.parametrize("slug", ["a.html", "2009/05/flut.htm", "Überflutung.HTML", "потоп.html"])
@pytest.mark.parametrize("pattern", [":slug", "/:year/:slug", "/old/:slug/"])
def test_a_slug_with_an_ending_under_permalinks_is_meant(slug: str, pattern: str) -> None:
    text = f"{HEAD}date: 2020-01-01\nslug: {slug}\n{TAIL}"
    using = setting(site={"permalinks": {"news": pattern}})
    assert not found(text, "SLG002", using)
    ignoring = setting(site={"permalinks": {"news": pattern}}, ignore=["SLG003"])
    assert fixed(text, ignoring) == text


@each("slug", ["/", "/about", "/docs/2.0/api", "/über/uns", "/关于"])
@each("generator", ["generic", "hugo", "astro", "eleventy", "jekyll", "zola"])
def test_a_slug_with_a_slash_at_its_start_does_not_move(slug: str, generator: str) -> None:
    text = f"{HEAD}slug: {slug}\n{TAIL}"
    using = setting(generator)
    assert fixed(text, using) == text
    assert generator != "generic" or not found(text, "SLG002", using)


@pytest.mark.parametrize("word", ["flood", "überschwemmung", "наводнение"])
def test_a_long_slug_does_not_move(word: str) -> None:
    slug = "-".join([word] * (240 // len(f"{word}-".encode())))
    text = f"{HEAD}slug: {slug}\n{TAIL}"
    assert fixed(text) == text


OWN_WORDS = (
    "publish: true",
    "author_1: Ann Lee",
    "updatedDate: 2020-01-01",
    "links: [a]",
    "height: 5",
    "titre: Crue",
    "autor: Ana",
    "ressources: x",
    "categorias: x",
    "keyword: x",
    "serie: x",
    "context: x",
    "image2: x.png",
    "tite_l: x",
    "imagen: x.png",
)


@each("line", OWN_WORDS)
@each("generator", ["hugo", "jekyll", "hexo", "astro", "zola"])
def test_a_key_that_is_a_word_is_not_renamed(line: str, generator: str) -> None:
    key = line.partition(":")[0]
    text = f"---\n{line}\n{TAIL}"
    assert f"\n{key}:" in fixed(text, setting(generator, ignore=["SCH003"]))


SLIPS = (
    ("tilte", "title"),
    ("catgories", "categories"),
    ("descripttion", "description"),
    ("discription", "description"),
    ("Auhtor", "author"),
    ("draaft", "draft"),
)


@pytest.mark.parametrize(("slip", "key"), SLIPS)
def test_a_slip_is_still_renamed(slip: str, key: str) -> None:
    using = setting(select=["SCH002"])
    assert fixed(f"---\n{slip}: x\n{TAIL}", using) == f"---\n{key}: x\n{TAIL}"
    json = f'{{\n  "{slip}": "x"\n}}\nText.\n'
    assert fixed(json, using) == json.replace(slip, key)


LOST = (
    "æ—¥æœ¬èªž ï¿½",
    "à¤¹à¤¿à¤¨à¥ï¿½à¤¦à¥€",
    "donâ€™t stop â€",
    "VÃ¤sterÃ¥s Ã?",
    "â€œHalloâ€ WÃ¶rterï¿½",
    "RÃ©publique \ufffd",
    "ÐŸÑ\ufffdÐ¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€",
)


@pytest.mark.parametrize("text", LOST)
def test_a_repair_that_loses_a_letter_is_not_written(text: str) -> None:
    whole = f"---\ntitle: '{text}'\n---\nThe river rises — again.\n"
    assert fixed(whole) == whole
    twice = f"---\ntitle: '{text}'\n---\nLe cafÃ© est fermÃ©. {text}\n"
    assert fixed(twice) == twice


SHORTCODES = "---\ntitle: Flood\n---\n{{< note >}} {{% tip %}} {{< bild.karte src='a' >}}\n"
THEMED: tuple[Mapping[str, Any], ...] = (
    {"theme": "ananke"},
    {"theme": ["ananke", "karten"]},
    {"Theme": ["ananke"]},
    {"module": {"imports": [{"path": "github.com/a/b"}]}},
    {"Module": {"Imports": [{"path": "github.com/a/b"}]}},
    {"themesDir": "../themes"},
    {"layoutDir": "../layouts"},
    {"module": {"mounts": [{"source": "node_modules/a/layouts", "target": "layouts"}]}},
)


@pytest.mark.parametrize("site", THEMED)
def test_shortcodes_of_an_absent_theme_are_not_known(site: Mapping[str, Any]) -> None:
    using = setting(site=site, files=("hugo.toml", "layouts"))
    assert fixed(SHORTCODES, using) == SHORTCODES
    assert not found(SHORTCODES, "BDY002", using)


@pytest.mark.parametrize("bringer", ["themes", "themes/a", "go.mod", "_vendor", "hugo.work"])
def test_shortcodes_of_what_lies_beside_are_not_known(bringer: str) -> None:
    using = setting(site={}, files=("hugo.toml", bringer, bringer.partition("/")[0]))
    assert not found(SHORTCODES, "BDY002", using)


CONFIGS = {
    "config/_default/hugo.yaml": "theme: ananke\n",
    "config/_default/module.toml": "[[imports]]\npath = 'github.com/a/b'\n",
    "config/production/config.json": '{"theme": ["ananke"]}',
    "config/staging/hugo.toml": "theme = 'ananke'\n",
    "config/staging/module.yaml": "imports:\n- path: github.com/a/b\n",
    "hugo.staging.toml": "theme = 'ananke'\n",
    "config-prod.yaml": "theme: ananke\n",
    "config/staging/broken.toml": "theme = \n",
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_theme_may_stand_in_any_config_of_the_site(name: str, tmp_path: Path) -> None:
    assert _shortcodes_missing(tmp_path, {"hugo.toml": "title = 'A'\n"})
    assert not _shortcodes_missing(tmp_path, {name: CONFIGS[name]})


def _shortcodes_missing(root: Path, files: Mapping[str, str]) -> list[Diagnostic]:
    for name, text in {**files, "content/a.md": SHORTCODES}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    results = newslint.check_paths([root / "content"])
    return [one for result in results for one in result.diagnostics if one.code == "BDY002"]


NAMING_KEYS = (
    "via: Hacker News",
    "outlet: The Daily Planet",
    "publication: 朝日新聞",
    "Publication: CSS Tricks",
    "quelle: Tagesschau",
    "fuente: El País",
    "источник: Новости",
    "site_name: Fox",
    "credit: [Fox]",
)


@each("line", NAMING_KEYS)
@each("generator", ["hugo", "jekyll", "generic", "zola"])
def test_another_key_that_names_the_source(line: str, generator: str) -> None:
    text = f"{HEAD}link: https://www.foxnews.com/world/a\n{line}\n{TAIL}"
    using = setting(generator)
    assert fixed(text, using) == text
    assert not found(text, "SRC003", using)


@pytest.mark.parametrize("line", ["external: CSS Tricks", "x_by: Wochenblatt", "ресурс: Газета"])
@pytest.mark.parametrize("place", ["{0}", "params:\n  {0}", "extra:\n  {0}"])
def test_a_key_that_may_name_the_source(line: str, place: str) -> None:
    text = f"{HEAD}link: https://www.foxnews.com/world/a\n{place.format(line)}\n{TAIL}"
    assert fixed(text) == text


def test_no_host_is_written_for_a_source() -> None:
    text = '+++\ntitle = "Flood"\nlink = "https://blog.example.org/a"\n+++\nThe river rises.\n'
    assert fixed(text) == text


NO_HTTPS = (
    "http://localhost:1313/a",
    "http://192.168.0.1/a.png",
    "http://[::1]/a.png",
    "http://example.com:8080/a.png",
    "http://abcdef.onion/a.png",
    "http://drucker.local/a.png",
    "http://intranet/a.png",
)


@pytest.mark.parametrize("address", NO_HTTPS)
@pytest.mark.parametrize("key", ["link", "image"])
def test_a_host_without_https_stays(address: str, key: str) -> None:
    text = f"{HEAD}{key}: {address}\n{TAIL}"
    assert fixed(text, setting(ignore=["IMG003", "LNK002"])) == text


@pytest.mark.parametrize("tags", ["Ruby Rails", "New York", "Открытый Код", "Nouvelles Politique"])
@pytest.mark.parametrize("key", ["tags", "categories"])
def test_jekyll_tags_between_blanks_are_not_joined(tags: str, key: str) -> None:
    text = f"{HEAD}{key}: {tags}\n{TAIL}"
    assert fixed(text, setting("jekyll"), "_posts/2020-01-01-a.md") == text


@pytest.mark.parametrize("term", ["python", "Köln", "новости"])
@pytest.mark.parametrize("generator", ["hugo", "jekyll", "hexo"])
def test_a_tag_that_is_a_category_stays(term: str, generator: str) -> None:
    text = f"{HEAD}tags: [{term}, other]\ncategories: [{term}]\n{TAIL}"
    assert fixed(text, setting(generator)) == text


@pytest.mark.parametrize("generator", ["jekyll", "hexo", "generic", "eleventy"])
@pytest.mark.parametrize("key", ["excerpt", "summary"])
def test_an_excerpt_that_lists_print_stays(generator: str, key: str) -> None:
    text = f"{HEAD}description: Der Rhein steigt.\n{key}: Der Rhein steigt.\n{TAIL}"
    assert fixed(text, setting(generator)) == text


@pytest.mark.parametrize("author", ["By the Sea Press", "By Design Studio", "By A Thread"])
def test_a_name_that_begins_with_by_stays(author: str) -> None:
    text = f"{HEAD}author: {author}\n{TAIL}"
    assert fixed(text) == text


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Chicago", "", "Europe/Rome"])
def test_a_zone_name_of_several_zones_is_not_guessed(zone: str) -> None:
    text = f"{HEAD}date: Wed, 31 Dec 2025 10:00:00 CST\n{TAIL}"
    using = setting(site={"timeZone": zone} if zone else {})
    assert fixed(text, using) == text
