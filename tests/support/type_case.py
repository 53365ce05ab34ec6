"""Articles as a newsroom's importer writes them: made of a feed, one like the other.

A summary that repeats the description, an empty image, the address of a feed as source and as
category, words of the title as tags, an empty line before the last key, HTML as body; and one link
in four with parameters that track.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

SITE = 'baseURL = "https://example.org/"\n'
"""The site's own config, `hugo.toml`."""

_FEEDS = tuple(
    f"{name}{part}.example.{end}"
    for end in ("com", "org", "net")
    for part in ("", "-daily", "-online", "-herald")
    for name in ("harbour", "valley", "callan", "north", "quay", "river", "almina", "sound")
)
_SECTIONS = ("world", "business", "science", "politics", "sport", "health", "culture", "tech")
_WHO = ("Iran", "Council", "Farmers", "Dockers", "Moscow", "Parliament", "Nurses", "Regulators")
_DOES = ("launches", "rejects", "signs", "delays", "reopens", "expands", "investigates", "backs")
_WHAT = (
    *("satellites", "harbour", "budget", "ceasefire", "railway", "vaccine", "pipeline", "tariffs"),
    *("reservoir", "festival", "election", "smelter"),
)
_HOW = ("deepen", "return", "stall", "widen", "fade", "resume", "grow", "end")
_WORDS = """
the officials said on Tuesday that talks about its cost had gone on for two years and that no
decision was expected before spring while critics asked for a public inquiry into how contracts were
given to firms with ties to ministers and why reports had been held back
"""
_PROSE = _WORDS.split()


def article(number: int) -> str:
    """The text of one article; the same for the same number."""
    random = Random(number)
    who, other = random.sample(_WHO, 2)
    does, what, how = (random.choice(words) for words in (_DOES, _WHAT, _HOW))
    more = random.choice(_WHAT)
    title = f"{who} {does} {what} {number} on {more} plan as {other} ties {how}"
    slug = title.lower().replace(" ", "-")
    told = f"{who} {does} the {what} {number} with help, showcasing {' '.join(_prose(random, 12))}."
    feed, section = random.choice(_FEEDS), random.choice(_SECTIONS)
    tracked = f"?utm_source=rss&utm_medium=feed&utm_campaign={section}" if number % 4 == 0 else ""
    tags = "".join(f"- '{tag}'\n" for tag in (what, does, who.lower(), more, other.lower()))
    day = f"{2024 + number % 2}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    return f"""---
title: "{title}"
date: {day}
description: "{told}"
summary: "{told}"
slug: "{slug}"
image: ''
link: 'https://www.{feed}/{section}/{slug}{tracked}'
source: 'https://feeds.{feed}/{section}'
categories:
- 'feeds.{feed}'
tags:
{tags}
draft: false
---
{_body(random, feed)}
"""


def _prose(random: Random, words: int) -> list[str]:
    return random.choices(_PROSE, k=words)


def _body(random: Random, feed: str) -> str:
    """About 4.5 KB of HTML on one line."""
    paragraphs = []
    for _ in range(10):
        link = f'<a href="https://www.{feed}/{random.randrange(10**6)}" target="_blank">more</a>'
        paragraphs.append(f"<p>{' '.join(_prose(random, 60)).capitalize()} “{link}”.</p>")
    return "".join(paragraphs)


def make_site(folder: Path, files: int) -> list[Path]:
    """Write a site of so many articles, a thousand in a folder; the paths of the articles."""
    (folder / "hugo.toml").write_text(SITE, encoding="utf-8")
    paths = []
    for number in range(files):
        path = folder / "content" / f"news{number // 1000}" / f"a{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number), encoding="utf-8")
        paths.append(path)
    return paths
