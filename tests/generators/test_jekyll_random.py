"""Sites made by chance, built by the real Jekyll: every URL and date that newslint foretells."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.read import decode
from newslint.frontmatter.read import read_article

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("jekyll") is None, reason="the program jekyll is not installed"
    ),
]

TITLES = """Flood|Flut in Köln|C++ & C#|A: B|Привет мир|日本の天気|What? Why!|a/b c|50% off
Ünïcode  x
x.y.z|-dash-|it's|é|नमस्ते दुनिया|مرحبا|_under_|100|(paren)|[x]|#tag|a~b|a=b;c,d@e|😀 smile|x—y|“q”"""
NAMES = "a|flood-x|Flut in Köln|x.y|UPPER|привет|a_b|c++|it%27s|a b|--x--|日本"
DATES = """2025-12-31|2025-12-31 10:00:00|2025-12-31T23:30:00Z|2025-12-31 23:30:00 +0100|2025-1-5
"2025-12-31 10:00"|'2025-12-31'|2025-06-15 12:00:00 -0700|2025-12-31 10:00:00.5 Z|2025/12/31
Dec 31, 2025|"Wed, 31 Dec 2025 10:00:00 GMT\""""
CATEGORIES = (
    """news|[a, b]|a b|[New York]|[A, a]|[é, x/y]|"x, y"|[]||[1, 2]|[a-b, "c d"]|[“q”]|[a&b]"""
)
PERMALINKS = """/blog/:year/:title|/:categories/:title.html|pretty|none|ordinal|weekdate|date|:title
/:year/:i_month/:i_day/:slug/|/x/:title:output_ext|/:short_year/:y_day/:title/|/:categories/:slug
/:year-:month/:categories/:title|/:collection/:title/|/:hour:minute/:title|/:w_year/:week/:title/"""
FOLDERS = "_posts|_posts|_posts/sub|cat/_posts|Cat One/dog/_posts"
LISTING = """---
---
{% for p in site.posts %}{{ p.path }}\t{{ p.url }}\t{{ p.date | date: "%s" }}
{% endfor %}"""


def _one(chance: random.Random, choices: str) -> str:
    return chance.choice(choices.replace("\n", "|").split("|"))


def _front_matter(chance: random.Random) -> str:
    lines = [f"title: {json.dumps(_one(chance, TITLES), ensure_ascii=False)}"]
    if chance.random() < 0.5:
        lines.append(f"date: {_one(chance, DATES)}")
    if chance.random() < 0.4:
        lines.append(f"{_one(chance, 'categories|category')}: {_one(chance, CATEGORIES)}")
    if chance.random() < 0.3:
        lines.append(f"slug: {json.dumps(_one(chance, TITLES), ensure_ascii=False)}")
    if chance.random() < 0.15:
        lines.append(f'permalink: "{_one(chance, PERMALINKS)}"')
    return "\n".join(lines)


def _make_site(root: Path, chance: random.Random) -> None:
    config = "title: x\nfuture: true\n"
    if chance.random() < 0.7:
        config += f'permalink: "{_one(chance, PERMALINKS)}"\n'
    if chance.random() < 0.5:
        config += f"timezone: {_one(chance, 'America/New_York|UTC|Asia/Tokyo|Europe/Berlin')}\n"
    (root / "_config.yml").write_text(config, encoding="utf-8")
    (root / "index.txt").write_text(LISTING, encoding="utf-8")
    for number in range(60):
        day, ending = _one(chance, "12-31|1-5|06-15"), _one(chance, "md|markdown|html")
        name = f"2025-{day}-{_one(chance, NAMES)}{number}.{ending}"
        path = root / _one(chance, FOLDERS) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{_front_matter(chance)}\n---\nText.\n", encoding="utf-8")


@pytest.mark.parametrize("seed", range(4))
def test_a_site_made_by_chance(seed: int, tmp_path: Path) -> None:
    _make_site(tmp_path, random.Random(seed))
    done = subprocess.run(
        ["jekyll", "build", "-q"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    listed = (tmp_path / "_site/index.txt").read_text(encoding="utf-8").splitlines()
    site = Project(CommandLine()).site(tmp_path)
    known = 0
    for path, url, seconds in (line.split("\t") for line in listed if "\t" in line):
        settings = site.settings(tmp_path / path)
        source = decode((tmp_path / path).read_bytes(), tmp_path / path, settings.limits)
        page = settings.context.generator.page(read_article(source, path, settings))
        assert page is not None
        if page.url is not None:
            known += 1
            assert unquote(page.url) == unquote(url), (path, source.text)
        for role, moment in page.dates:
            if role == "date":
                assert int(datetime.fromisoformat(moment).timestamp()) == int(seconds), path
    assert known >= 30
