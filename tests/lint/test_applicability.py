"""Safe or unsafe: what the machine says of a rule's fix, why, and where the reason is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newslint import cli, frontmatter, registry
from newslint.config.settings import Settings
from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.lint.applicability import RULE_SAYS_SO, Trial, Verdict, judge
from newslint.lint.page_moves import difference
from newslint.model.article import Page
from newslint.model.changes import Fix
from newslint.rule import Rule
from newslint.site_article import Article
from tests.support.each import each
from tests.support.mending import Maker, dropped, inserted, listed, put, quoted, renamed, without
from tests.support.setting import example_settings, settings, source

PATH = "content/news/a.md"
ARTICLE = """\
title: Flood in the valley
date: 2025-12-31T10:00:00Z
draft: false
weight: 5
tags: [Flood, rain, rain, ""]
summary: Two rivers rise # from the wire
link: https://example.org/a?utm_source=rss
hash: '0123456789abcdef0123456789abcdef'
params: {a: 1, b: [1, x]}
"""
WITH_SLUG = f"{ARTICLE}slug: flood\n"


def trial(
    content: str,
    *makers: Maker,
    generator: str = "hugo",
    known_site: bool = True,
    safe: bool = True,
    why: str = "",
    repair: bool = False,
) -> Trial:
    """One fix for each maker, tried on an article with this front matter."""
    made = settings({"select": ["RUN"]}, generator=generator, known_site=known_site)
    article = read_article(source(f"---\n{content}---\nBody.\n"), PATH, made)
    changes = [maker(article) for maker in makers]
    edits = frontmatter.render(article, [one for several in changes for one in several])
    fixes = [Fix("Mend", tuple(several), safe, repair, why) for several in changes]
    return Trial(article, fixes, edits, made)


def reason(content: str, *makers: Maker, **how: Any) -> str:
    return judge(trial(content, *makers, **how)).reason


KNOWN = ("hugo", "jekyll", "eleventy", "astro", "hexo", "zola")
EVERY = (*KNOWN, "generic")
MOVED = "the page's date would change from 2025-12-31T10:00:00Z to 2025-12-30T10:00:00Z"
ANOTHER_DAY = put("date", "2025-12-30T10:00:00Z", literal=True)

# 1. the page keeps its URL, terms, dates and draft flag


@pytest.mark.parametrize("generator", KNOWN)
def test_a_date_stays(generator: str) -> None:
    assert reason(ARTICLE, ANOTHER_DAY, generator=generator) == MOVED


@pytest.mark.parametrize(
    ("maker", "wanted"),
    [
        (put("slug", "fire"), "the page's URL would move from /news/flood/ to /news/fire/"),
        (
            put("slug", "überflutung"),
            "the page's URL would move from /news/flood/ to /news/überflutung/",
        ),
        (put("slug", "洪水"), "the page's URL would move from /news/flood/ to /news/洪水/"),
        (put("slug", "fire" * 30), "the page's URL would move"),
        (
            put("slug", "ﬂood"),
            "the page's URL would move from /news/flood/ to one that only looks like it",
        ),
        (put("draft", "true", literal=True), "the page would become a draft"),
        (put("tags.0", "Brand"), "the term /tags/flood/ of `tags` would become /tags/brand/"),
        (put("tags.0", "flood"), "the first term of `tags` would change from Flood to flood"),
        (
            inserted("title", "expiryDate", "2026-02-01", literal=True),
            "the page would get the expiry date 2026-02-01T00:00:00Z",
        ),
        (without("tags", 1, 3), ""),
        (put("title", "Flood"), "words of `title` would be lost"),
        (put("title", "Überflutung im ganzen Tal"), ""),
    ],
)
def test_a_page_of_hugo_stays(maker: Maker, wanted: str) -> None:
    assert reason(WITH_SLUG, maker) == wanted


@pytest.mark.parametrize("generator", KNOWN)
def test_a_draft_flag_stays_even_where_only_templates_read_it(generator: str) -> None:
    read = generator in ("hugo", "astro", "zola")
    wanted = "the page would become a draft" if read else "`draft` would change from false to true"
    assert reason(ARTICLE, put("draft", "true", literal=True), generator=generator) == wanted


@pytest.mark.parametrize("generator", ["jekyll", "eleventy", "astro", "hexo"])
def test_terms_stay(generator: str) -> None:
    how = {"generator": generator}
    assert (
        reason(ARTICLE, put("tags.0", "Rain"), **how)
        == "the term Flood of `tags` would become Rain"
    )
    repeats = generator == "eleventy"  # which drops them itself
    wanted = (
        "`tags` may be part of it" if repeats else "the page would lose the term rain of `tags`"
    )
    assert reason(ARTICLE, without("tags", 2), **how).endswith(wanted)


@pytest.mark.parametrize("key", ["title", "slug"])
@pytest.mark.parametrize("generator", EVERY)
def test_what_is_not_known_is_unsafe(generator: str, key: str) -> None:
    said = reason(
        WITH_SLUG, put(key, "A great flood in the valley"), generator=generator, known_site=False
    )
    if generator == "generic":
        assert said == f"the generator is not known, and `{key}` may be part of the page's URL"
    else:
        assert said == f"the page's URL is not known, and `{key}` may be part of it"


def test_nor_is_a_flag_known_of_an_unknown_generator() -> None:
    said = reason(ARTICLE, put("draft", "true", literal=True), generator="generic")
    assert (
        said == "the generator is not known, and `draft` may decide whether the page is published"
    )


PAGE = Page(
    "/a/",
    False,
    (("date", "2025-12-31T00:00:00Z"),),
    (("tags", "/tags/a/"), ("tags", "/tags/b/")),
    (("tags", "A"),),
)


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({}, ""),
        ({"url": None}, "the page's URL is /a/, and would not be known any more"),
        ({"draft": True}, "the page would become a draft"),
        ({"dates": ()}, "the page would lose its date 2025-12-31T00:00:00Z"),
        (
            {"terms": (("tags", "/tags/b/"), ("tags", "/tags/a/"))},
            "the order of the page's terms would change",
        ),
        (
            {"terms": (*PAGE.terms, ("tags", "/tags/c/"))},
            "the page would get the term /tags/c/ of `tags`",
        ),
        ({"first": ()}, "the first term of `tags` would change from A to nothing"),
    ],
)
def test_two_views_of_a_page(changed: dict[str, Any], wanted: str) -> None:
    assert difference(PAGE, PAGE._replace(**changed)) == wanted


# 2. what a template can see keeps its type


@each("generator", EVERY)
@each(
    ("maker", "wanted"),
    [
        (quoted("weight"), "`weight` would become text instead of a number"),
        (
            put("weight", "true", literal=True),
            "`weight` would become a boolean instead of a number",
        ),
        (quoted("draft"), "`draft` would become text instead of a boolean"),
        (listed("summary", "Two rivers rise"), "`summary` would become a list instead of text"),
        (put("params.a", "x"), "`params.a` would become text instead of a number"),
        (quoted("params.b.0"), "an item of `params.b` would become text instead of a number"),
    ],
)
def test_types_stay(generator: str, maker: Maker, wanted: str) -> None:
    assert reason(ARTICLE, maker, generator=generator) == wanted


def test_what_is_not_built_has_no_type_to_keep() -> None:
    assert reason(ARTICLE, quoted("weight"), repair=True) == ""


# 3. nothing that someone wrote is lost


@each("generator", EVERY)
@each(
    ("maker", "wanted"),
    [
        (dropped("weight"), "the key `weight` would be lost"),
        (renamed("weight", "Weight"), "the key `weight` would be renamed to `Weight`"),
        (put("summary", ""), "the text of `summary` would be lost"),
        (put("summary", "Two rivers"), "words of `summary` would be lost"),
        (put("summary", "Two&nbsp;rivers &amp; rise"), ""),
        (without("tags", 0), "the item `Flood` of `tags` would be lost"),
        (without("tags", 1, 2), "the item `rain` of `tags` would be lost"),
        (without("tags", 0, 1, 2), "`tags` would be an empty list"),
        (listed("summary", "Two", "rise"), "`summary` would become a list instead of text"),
    ],
)
def test_nothing_is_lost(generator: str, maker: Maker, wanted: str) -> None:
    assert reason(ARTICLE, maker, generator=generator) == wanted


def test_no_comment_is_lost() -> None:
    twice = "a: 1 # один\na: 1 # zwei\nb:\n- x # 一\n- x\n"
    assert reason(twice, dropped("a")) == "the comment `# один` would be lost"
    assert reason(twice, without("b", 0)) == "the comment `# 一` would be lost"


def test_two_deletions_do_not_count_on_each_other() -> None:
    twice = "a: 1\na: 1\nb: 2\n"
    made = trial(twice, dropped("a"))
    first, second = (field for field in made.before.fields if field.key == "a")
    assert judge(made) == Verdict()
    changes = dropped("a")(made.before)
    both = (*changes, changes[0]._replace(field=second))  # type: ignore[call-arg]
    assert first is changes[0].field  # type: ignore[union-attr]
    whole = trial(twice, lambda _: list(both))
    assert judge(whole).reason == "the key `a` would be lost"


# 4. no field beside it is contradicted


@each("generator", EVERY)
@each(
    "beside",
    [
        "hash: '0123456789abcdef0123456789abcdef'",
        "query: utm_source=rss",
        "raw: https://example.org/a?utm_source=rss",
    ],
)
def test_a_copy_is_not_contradicted(generator: str, beside: str) -> None:
    content = f"link: https://example.org/a?utm_source=rss\n{beside}\n"
    said = reason(content, put("link", "https://example.org/a"), generator=generator)
    assert said == f"`{beside.partition(':')[0]}` holds a copy of `link`, or was made from it"
    alone = content.partition("\n")[0] + "\n"
    assert reason(alone, put("link", "https://example.org/a"), generator=generator) == ""


# the word of the rule, sets, and how often the article is read again


def test_the_rule_may_only_lower() -> None:
    fine = put("summary", "Two rivers rise again")
    assert judge(trial(ARTICLE, fine)) == Verdict() == Verdict("")
    assert judge(trial(ARTICLE, fine)).safe
    assert (
        reason(ARTICLE, fine, safe=False, why="the text may be meant so")
        == "the text may be meant so"
    )
    assert reason(ARTICLE, fine, safe=False) == RULE_SAYS_SO
    assert reason(ARTICLE, ANOTHER_DAY, safe=False, why="it is guessed") == MOVED
    assert (
        reason(ARTICLE, dropped("weight"), safe=False, why="a template may ask")
        == "a template may ask"
    )


def test_what_could_not_be_read_has_nothing_to_lose() -> None:
    made = settings({"select": ["RUN"]})
    article = read_article(source("---\ntitle: a: b\n---\n"), PATH, made)
    assert article.broken
    assert judge(Trial(article, [Fix("Mend", (), True)], [], made)) == Verdict()
    assert judge(Trial(article, [Fix("Mend", (), False, why="unsure")], [], made)) == Verdict(
        "unsure"
    )


def test_a_set_is_judged_as_one() -> None:
    fine = (
        put("summary", "Two rivers rise again"),
        put("link", "https://example.org/b?utm_source=rss"),
    )
    content = ARTICLE.replace("hash", "# hash")
    assert reason(content, fine[0]) == reason(content, *fine) == ""
    assert reason(content, *fine, ANOTHER_DAY) == MOVED


def test_the_article_is_read_again_only_when_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []

    def counted(read: Source, path: str, made: Settings) -> Article:
        reads.append(path)
        return read_article(read, path, made)

    monkeypatch.setattr("newslint.lint.applicability.read_article", counted)
    judge(trial(ARTICLE, put("summary", "Two rivers rise again")))
    judge(trial(ARTICLE, dropped("weight")))
    assert not reads
    judge(trial(WITH_SLUG, put("title", "Flood in the whole valley"), quoted("params.a")))
    assert len(reads) == 1


# where the reason is shown


def rules_with_unsafe_examples() -> list[Rule]:
    return [rule for rule in registry.all_rules() if any(e.unsafe for e in rule.examples)]


@pytest.mark.parametrize("rule", rules_with_unsafe_examples(), ids=lambda rule: rule.code)
def test_every_unsafe_fix_of_an_example_says_why(rule: Rule) -> None:
    unsafe = 0
    for example in rule.examples:
        made = example_settings(rule, example)
        for one in engine.check(source(example.before), example.path, "a.md", made):
            if one.fix is None:
                continue
            assert (one.fix.reason is None) == (one.fix.applicability == "safe")
            assert one.fix.reason not in ("", RULE_SAYS_SO)
            assert "``" not in (one.fix.reason or "")
            assert not (one.fix.reason or "").endswith(".")
            unsafe += one.fix.applicability == "unsafe"
    assert unsafe


DIRTY = """\
---
title: Flood
date: 2025-12-31T10:00:00Z
draft: 'false'
link: https://e.example/?utm_source=a
---
Text.
"""
WHY = "`draft` would become a boolean instead of text"
OPTIONS = (
    "--isolated",
    "--target",
    "generic",
    "--select",
    "SCH005,LNK004",
    "--now",
    "2026-01-31T12:00:00Z",
)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.md"
    path.write_text(DIRTY)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    cli.run([*arguments[:1], *OPTIONS, *arguments[1:], "a.md"])
    out, err = capsys.readouterr()
    return out, err


def test_json_says_why(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "check", "--output-format", "json")
    assert [(one["fix"]["applicability"], one["fix"]["reason"]) for one in json.loads(out)] == [
        ("unsafe", WHY),
        ("safe", None),
    ]
    out, _ = run(capsys, "check", "--output-format", "json-lines")
    assert [json.loads(line)["fix"]["reason"] for line in out.splitlines()] == [WHY, None]


def test_full_says_why(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "check", "--output-format", "full")
    assert f"unsafe fix: Write false\n  = unsafe: {WHY}\n" in out
    assert out.count("= unsafe:") == 1


@pytest.mark.parametrize(
    ("arguments", "became"),
    [
        (("check",), "unsafe fix"),
        (("fix",), "unsafe fix not made"),
        (("fix", "--unsafe-fixes"), "unsafe fix made"),
        (("fix", "--diff"), "unsafe fix not shown"),
        (("fix", "--diff", "--unsafe-fixes"), "unsafe fix shown"),
    ],
)
def test_verbose_says_why(
    article: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], became: str
) -> None:
    out, err = run(capsys, *arguments, "--verbose")
    assert f"newslint: a.md:4:8: SCH005 {became}: {WHY}\n" in err
    assert WHY not in out
    article.write_text(DIRTY)
    assert WHY not in run(capsys, *arguments)[1]


def test_a_diff_says_how_many_it_does_not_show(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, err = run(capsys, "fix", "--diff")
    assert err == (
        "newslint: 1 file checked, 1 would change: 1 problem would be fixed, 1 left (1 warning). "
        "1 unsafe fix is not shown: `--unsafe-fixes` shows it, `--verbose` says why.\n"
    )


def test_an_empty_line_beside_a_title_does_not_hold_another_fix_back() -> None:
    using = settings({"select": ["STY001", "TXT001"]}, generator="generic")
    text = '---\n\ntitle: "A"\n\ndescription: "The river rises. "\n\n---\nText.\n'
    made = engine.fix(source(text), "a.md", "a.md", using, unsafe=True)
    assert made.text == '---\ntitle: "A"\ndescription: "The river rises."\n---\nText.\n'
    assert made.left == ()
