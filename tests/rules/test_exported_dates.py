"""Dates as exporters, feeds and people write them: what each generator reads is left alone.

The generators' readings were measured with the real programs (tests/generators).
"""

from __future__ import annotations

import pytest

from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.setting import settings, source

PATHS = {
    "hugo": "content/news/a.md",
    "jekyll": "_posts/2021-03-04-a.md",
    "hexo": "source/_posts/a.md",
    "eleventy": "posts/a.md",
    "astro": "src/content/blog/a.md",
    "zola": "content/a.md",
    "pelican": "content/a.md",
    "generic": "a.md",
}
NONE, ALL = "", " ".join(PATHS)

READ_BY_ALL = [
    ("WordPress to Hugo", "2015-02-19T00:55:35+00:00"),
    ("Blogger", "2015-02-19T00:55:35.001-08:00"),
    ("Medium, Ghost", "2015-02-19T00:55:35.123Z"),
    ("Substack", '"2021-03-04T12:00:00.000Z"'),
    ("Notion", "2021-03-04T12:00:00.000+09:00"),
    ("Obsidian, VitePress, MkDocs", "2021-03-04"),
    ("the database of WordPress", "2021-03-04 00:55:35"),
    ("Python", "2021-03-04 12:00:00.123456+00:00"),
    ("an archive", "1890-05-01T00:00:00Z"),
    ("Kathmandu", "2021-03-04T12:00:00+05:45"),
    ("Chatham in summer", "2021-03-04T12:00:00+13:45"),
    ("Kiritimati", "2021-03-04T12:00:00+14:00"),
]

# what is said (the first three rules only), and by which generators
SOME = [
    ("jekyll-import", "'2021-03-04 00:55:35 +0000'", "eleventy zola"),
    ("a feed", "Thu, 04 Mar 2021 12:00:00 +0000", "eleventy zola"),
    ("Substack's feed", "Thu, 04 Mar 2021 12:00:00 GMT", "eleventy zola"),
    ("Notion, in words", "March 4, 2021 12:00 PM", "hugo eleventy zola"),
    ("Docusaurus", "2021-03-04T12:00", "hugo zola"),
    ("Pelican", "2021-03-04 12:00", "hugo eleventy zola"),
    ("jekyll-compose", "2021-03-04 12:00 +0100", "hugo eleventy zola"),
    ("Tumblr", "2021-03-04 00:55:35 GMT", "hugo eleventy zola"),
    (
        "JavaScript",
        "Thu Mar 04 2021 12:00:00 GMT+0100 (Central European Standard Time)",
        "hugo eleventy zola generic",
    ),
    ("Go", "2021-03-04 12:00:00 +0000 UTC", "eleventy zola"),
    ("git", "Thu Mar 4 12:00:00 2021 +0100", "hugo eleventy zola generic"),
    ("Astro's blog", "'Mar 04 2021'", "hugo eleventy zola"),
    ("Japan", "2021/03/04 12:00:00", "hugo eleventy zola"),
    ("one digit", "2021-3-4", "hugo eleventy"),
    ("America", "03/14/2021", "hugo jekyll eleventy zola"),
    ("seconds", "1614859200", ALL.replace("hugo ", "")),
    ("German", "4. März 2021", "hugo jekyll hexo eleventy astro zola generic"),
    ("Russian", "4 марта 2021", "hugo jekyll hexo eleventy astro zola generic"),
    ("Chinese", "2021年3月4日", "hugo jekyll hexo eleventy astro zola generic"),
    ("Korean", "2021년 3월 4일", "hugo jekyll hexo eleventy astro zola generic"),
    ("Arabic", "٤ مارس ٢٠٢١", "hugo jekyll hexo eleventy astro zola generic"),
    ("no date", "0000-00-00 00:00:00", "hugo jekyll hexo eleventy astro zola generic"),
    ("the clock twice", "2021-03-04T16:10:00+16:10", ALL),
    ("the clock twice, compact", "Thu, 04 Mar 2021 23:00:00 +2300", ALL),
    ("zero", "1970-01-01T00:00:00Z", ALL),
]


def _said(generator: str, value: str, preset: str) -> list[tuple[str, str]]:
    text = f"---\ntitle: A\ndate: {value}\n---\nx\n"
    using = settings({"preset": preset}, generator=generator, known_site=generator != "generic")
    found = engine.check(source(text), PATHS[generator], "a.md", using)
    return [(one.code, one.severity) for one in found if one.code.startswith("DAT")]


@each(("exporter", "value"), READ_BY_ALL)
@each("generator", PATHS)
def test_a_date_that_all_read_is_left_alone(generator: str, exporter: str, value: str) -> None:
    said = _said(generator, value, "default")
    assert [code for code, _ in said if code != "DAT010"] == []


@each(("exporter", "value", "by"), SOME)
@each("generator", PATHS)
def test_only_what_is_not_read_is_reported(
    generator: str, exporter: str, value: str, by: str
) -> None:
    said = [one for one in _said(generator, value, "default") if one[0] != "DAT010"]
    assert bool(said) == (generator in by.split()), said
    if generator == "generic":
        assert all(severity != "error" for _, severity in said)


OWN = [
    ("jekyll", "2021-03-04 00:55:35 +0800"),
    ("jekyll", "2021-03-04 00:55:35 -0300"),
    ("jekyll", "2021-03-04 10:00 +0100"),
    ("hexo", "2021-03-04 00:55:35"),
    ("hugo", "2021-03-04T00:55:35+08:00"),
    ("eleventy", "2021-03-04"),
    ("zola", "2021-03-04"),
    ("astro", "'Mar 04 2021'"),
    ("pelican", "2021-03-04 10:20"),
]


@pytest.mark.parametrize(("generator", "value"), OWN)
@pytest.mark.parametrize("preset", ["default", "news", "strict"])
def test_the_own_form_is_left_alone_in_every_preset(
    generator: str, value: str, preset: str
) -> None:
    assert _said(generator, value, preset) == []
