"""Every rule example in TOML and in JSON: the same is found, and the same is made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newslint import registry
from newslint.config.settings import Settings
from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from newslint.rule import Example, Rule
from newslint.site_article import Article
from tests.support.each import try_each
from tests.support.forms import NoForm, json_form, plain, toml_form
from tests.support.hugo_program import needs_hugo, run_hugo, write_site
from tests.support.setting import example_settings, source

pytestmark = pytest.mark.slow

FORMS = {"TOML": toml_form, "JSON": json_form}


def _is_about_syntax(rule: Rule) -> bool:
    """Whether the rule is about how something is written, which another format writes otherwise."""
    return rule.code.startswith(("FMT", "STY")) and rule.code != "FMT013"


FIXED_THERE_ALONE = {("FMT013", 7, "JSON")}
"""In a mapping in a list JSON's keys are deleted, and those of YAML's flow form are not."""

RULES = {r.code: r for r in registry.all_rules() if r.examples and not _is_about_syntax(r)}


class Case(NamedTuple):
    """An example of a rule in another format, with some line end, and what a report calls it."""

    name: str
    other: Source


@cache
def _cases(code: str) -> list[tuple[Example, Settings, list[Case]]]:
    """The examples of a rule that have other forms, with all of these."""
    rule = RULES[code]
    found = [
        (example, example_settings(rule, example), _forms(rule, number, example))
        for number, example in enumerate(rule.examples, 1)
    ]
    return [case for case in found if case[-1]]


def _forms(rule: Rule, number: int, example: Example) -> list[Case]:
    return [
        Case(f"{number}-{name}-{end}", source(text.replace("\n", ending)))
        for name in FORMS
        if (rule.code, number, name) not in FIXED_THERE_ALONE
        if (text := _form(rule, example, name)) is not None
        for end, ending in (("LF", "\n"), ("CRLF", "\r\n"))
    ]


def _form(rule: Rule, example: Example, name: str) -> str | None:
    """None for an example of YAML's own syntax, and where the target reads no such format."""
    settings = example_settings(rule, example)
    if example.unsafe and name == "JSON" and "#" in example.before:
        return None  # unsafe for the sake of a comment, which JSON has not
    try:
        text = FORMS[name](example.before, settings)
    except NoForm:
        return None
    if example.target == "hugo":
        return text
    return text if read_article(source(text), example.path, settings).block is not None else None


def _said(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str, bool]]:
    """Codes, fields and messages, and whether there is a fix; rows and `True` are YAML's own."""
    words = [re.sub(r"\b(line|row) \d+", r"\1", d.text).lower() for d in found]
    return [(d.code, d.field, w, d.fix is not None) for d, w in zip(found, words, strict=True)]


@pytest.mark.parametrize("code", RULES)
def test_the_same_is_found(code: str) -> None:
    def cases() -> Iterator[tuple[Any, ...]]:
        for example, settings, others in _cases(code):
            wanted = engine.check(source(example.before), example.path, "a.md", settings)
            yield from ((case.name, example, settings, case.other, wanted) for case in others)

    try_each(_the_same_is_found, cases())


def _the_same_is_found(
    example: Example, settings: Settings, other: Source, wanted: tuple[Diagnostic, ...]
) -> None:
    found = engine.check(other, example.path, "a.md", settings)
    assert _said(found) == _said(wanted), other.text


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("code", RULES)
def test_the_same_is_mended(code: str, unsafe: bool) -> None:
    def cases() -> Iterator[tuple[Any, ...]]:
        for example, settings, others in _cases(code):
            yaml = source(example.before)
            wanted = engine.fix(yaml, example.path, "a.md", settings, unsafe=unsafe)
            one = read_article(replace(yaml, text=wanted.text), example.path, settings)
            yield from (
                (case.name, example, settings, case.other, unsafe, wanted, one) for case in others
            )

    try_each(_the_same_is_mended, cases())


def _the_same_is_mended(
    example: Example,
    settings: Settings,
    other: Source,
    unsafe: bool,
    wanted: engine.Outcome,
    one: Article,
) -> None:
    made = engine.fix(other, example.path, "a.md", settings, unsafe=unsafe)
    two = read_article(replace(other, text=made.text), example.path, settings)
    assert plain(two) == plain(one), made.text
    assert two.body.replace("\r\n", "\n") == one.body
    assert _said(made.left) == _said(wanted.left)
    mended = replace(other, text=made.text)
    again = engine.fix(mended, example.path, "a.md", settings, unsafe=unsafe)
    assert (again.text, again.applied) == (made.text, ())


HOME = """
{{- range site.RegularPages }}
  {{- $parts := split (strings.TrimSuffix ".md" .File.Path) "/" }}
  {{- dict "form" (index $parts 0) "number" (index $parts 1)
      "page" (dict "date" .Date "lastmod" .Lastmod "draft" .Draft "publish" .PublishDate
      "expiry" .ExpiryDate "tags" (apply (.GetTerms "tags") "print" ".")
      "url" (path.Base .RelPermalink))
      "read" (dict "title" .Title "params" .Params) | jsonify | safeHTML }}
{{ end -}}
"""
"""A line of JSON for each page; its file is `<form>/<number>.md`."""


class Page(NamedTuple):
    """What Hugo makes of a page (dates, terms, URL), and what it reads in it."""

    page: object
    read: object


def _built(folder: Path, files: dict[str, str]) -> dict[str, dict[str, Page]]:
    """What Hugo makes of the files: number -> form -> page, fractions of seconds off.

    Hugo 0.168 forgets the fraction of TOML's own dates.
    """
    write_site(folder, "disableKinds = ['rss', 'sitemap']\n", files)
    (folder / "layouts").mkdir()
    (folder / "layouts/all.html").write_text("", encoding="utf-8")
    (folder / "layouts/home.html").write_text(HOME, encoding="utf-8")
    done = run_hugo(folder, "--destination", "public", "-D", "-E", "-F")
    assert done.returncode == 0, done.stdout + done.stderr
    text = (folder / "public/index.html").read_text(encoding="utf-8")
    made: dict[str, dict[str, Page]] = {}
    for line in re.sub(r"\.[0-9]+(?=(?:Z|[+-][0-9:]+)\")", "", text).splitlines():
        if line.strip():
            found = json.loads(line)
            made.setdefault(found["number"], {})[found["form"]] = Page(found["page"], found["read"])
    return made


def _mended_for_hugo(*, unsafe: bool) -> list[tuple[str, Example, Settings]]:
    """The examples for a plain Hugo site that are mended in their front matter, numbered."""
    found = [
        (rule, example)
        for rule in registry.all_rules()
        for example in rule.examples
        if example.target == "hugo" and example.after is not None and (unsafe or not example.unsafe)
        if not _is_about_syntax(rule) and not rule.code.startswith("BDY") and not example.site
    ]
    return [
        (f"{number}-{rule.code.lower()}", example, example_settings(rule, example))
        for number, (rule, example) in enumerate(found)
    ]


@needs_hugo
def test_hugo_reads_the_same(tmp_path: Path) -> None:
    """From an example that is mended the real Hugo reads the same in every format."""
    files = {}
    for number, example, settings in _mended_for_hugo(unsafe=True):
        for name, form in FORMS.items():
            try:
                text = form(example.before, settings)
            except NoForm:
                continue
            made = engine.fix(source(text), example.path, "a.md", settings, unsafe=True)
            files[f"content/{name.lower()}/{number}.md"] = made.text
            files[f"content/yaml/{number}.md"] = example.after or ""
    pages = _built(tmp_path, files)
    assert sum(map(len, pages.values())) == len(files) > 200
    for number, forms in pages.items():
        for name, page in forms.items():
            assert page == forms["yaml"], files[f"content/{name}/{number}.md"]


@needs_hugo
@pytest.mark.parametrize("name", FORMS)
def test_safe_fixes_move_nothing_in_hugo(tmp_path: Path, name: str) -> None:
    """Dates, terms, URLs and drafts are what they were, in the real Hugo, after safe fixes."""
    files: dict[str, str] = {}
    for number, example, settings in _mended_for_hugo(unsafe=False):
        if number.endswith("dat001"):
            continue  # the build stops at these
        try:
            text = FORMS[name](example.before, settings)
        except NoForm:
            continue
        made = engine.fix(source(text), example.path, "a.md", settings, unsafe=False)
        files |= {f"content/before/{number}.md": text, f"content/after/{number}.md": made.text}
    pages = _built(tmp_path, files)
    assert sum(map(len, pages.values())) == len(files) > 40
    for number, forms in pages.items():
        assert forms["before"].page == forms["after"].page, files[f"content/after/{number}.md"]
