"""Unsafe fixes that no editor would make: the text stays, or exactly the right change is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from newslint import engine
from newslint.diagnostic import Diagnostic
from newslint.settings import Settings
from tests.setting import settings, source

HEAD = "---\ntitle: Flood\n"
TAIL = "---\nThe river rises.\n"


def setting(
    generator: str = "hugo",
    site: Mapping[str, Any] | None = None,
    files: tuple[str, ...] | None = None,
    **config: Any,
) -> Settings:
    """All rules, on a site with this config and these files (None: its root is not known)."""
    made = settings({"select": ["ALL"], **config}, generator=generator, site=site)
    there = None if files is None else frozenset(files).__contains__
    return replace(made, context=replace(made.context, exists=there))


def fixed(text: str, using: Settings | None = None, path: str = "content/news/a.md") -> str:
    """The text after all fixes, the unsafe ones too. None of them may fail its proof."""
    outcome = engine.fix(source(text), path, "a.md", using or setting(), unsafe=True)
    assert not [d.message for d in outcome.left if d.code in ("RUN003", "RUN004")]
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


@pytest.mark.parametrize("generator", ["hugo", "jekyll", "eleventy", "astro", "zola", "generic"])
@pytest.mark.parametrize("date", ZONELESS)
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
