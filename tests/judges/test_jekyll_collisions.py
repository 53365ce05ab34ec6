"""A site of 300 posts in which pages are lost, as newslint and the real Jekyll see it: what is
reported loses a page, and what is lost is reported."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint import check_paths

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("jekyll") is None, reason="the program jekyll is not there"),
]

NOW = datetime.now(UTC)
CONFIGS = {
    "dates": "timezone: UTC\n",
    "titles": "timezone: UTC\npermalink: /:categories/:title/\n",
    "slugs": "timezone: UTC\npermalink: /:year/:slug\nfuture: true\n",
    "defaults": "timezone: Asia/Seoul\npermalink: pretty\ndefaults:\n"
    "  - scope: {path: _posts/hidden}\n    values: {published: false}\n",
}
FOLDERS = ("_posts", "_posts", "_posts/old", "_posts/hidden", "news/_posts", "_drafts")
NAMES = (
    "kelp", "Kelp", "kelp-prices", "kelp prices", "tide", "größe", "GRÖSSE", "海藻", "été",
    "ete", "a.b", "one", "two", "three",
)  # fmt: skip
DAYS = ("2024-01-02", "2024-01-02", "2024-01-3", "2024-02-02", "2999-01-01")
PERMALINKS = ("/kelp/", "/kelp", "/kelp.html", "/kelp/index.html", "/Kelp/", "/:title/", "/n/:slug")


def _made(seed: int) -> dict[str, str]:
    """300 posts by their paths, each with a mark in its body."""
    chance = random.Random(seed)
    made: dict[str, str] = {}
    number = 0
    while len(made) < 300:
        number += 1
        name = f"n{number}" if chance.random() < 0.5 else chance.choice(NAMES)
        ending = chance.choice((".md", ".md", ".markdown", ".html"))
        path = f"{chance.choice(FOLDERS)}/{chance.choice(DAYS)}-{name}{ending}"
        made.setdefault(path, _post(chance, number))
    return made


def _post(chance: random.Random, number: int) -> str:
    front = {"title": f"T{number}"}
    kind = chance.random()
    if kind < 0.2:
        front["slug"] = json.dumps(chance.choice(NAMES), ensure_ascii=False)
    elif kind < 0.35:
        front["permalink"] = json.dumps(chance.choice(PERMALINKS))
    for key, values, share in (
        ("date", ("2024-01-02", "2024-01-02 20:00:00 +0000", "2024-03-04", "2999-02-03"), 0.3),
        ("published", ("false", "true"), 0.1),
        ("categories", ("news", "[news, Kelp]", "old"), 0.3),
        ("draft", ("true",), 0.05),
    ):
        if chance.random() < share:
            front[key] = chance.choice(values)
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{lines}---\nM{number}M\n"


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("config", CONFIGS)
def test_what_is_reported_is_lost_and_what_is_lost_is_reported(
    config: str, seed: int, tmp_path: Path
) -> None:
    made = _made(seed)
    listed = "---\nlayout: null\n---\n{% for post in site.posts %}{{ post.path }}\n{% endfor %}"
    files = {"_config.yml": CONFIGS[config], "listed.txt": listed, **made}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["jekyll", "build", "-q", "--disable-disk-cache"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "TZ": "UTC", "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[-500:]
    out = tmp_path / "_site"
    meant = (out / "listed.txt").read_text(encoding="utf-8").splitlines()
    written = {path.read_text(encoding="utf-8") for path in out.rglob("*.html")}
    marks = {path: text.split("---\n")[2].strip() for path, text in made.items()}
    lost = {
        path for path in meant if path in made and not any(marks[path] in text for text in written)
    }
    groups = {
        frozenset(
            Path(place).absolute().relative_to(tmp_path).as_posix()
            for place in (result.path, *(place.rsplit(":", 2)[0] for place in one.related))
        )
        for result in check_paths(tmp_path, now=NOW)
        for one in result.diagnostics
        if one.code == "SIT001"
    }
    assert len(lost) > 10
    assert lost - {path for group in groups for path in group} == set()
    assert [sorted(group) for group in groups if not group & lost] == []
