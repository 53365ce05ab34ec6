"""Sites made by chance in which pages want one place, as newslint and the real Hugo see them.

`NEWSLINT_SITES` says how many; a site that Hugo does not build is left out.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint import check_paths
from tests.support.colliding_sites import Chance, Made, MadeSite
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

pytestmark = [pytest.mark.slow, needs_hugo]

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
SITES = int(os.environ.get("NEWSLINT_SITES", "20"))
BEYOND = frozenset({4})
"""Sites with a section at `/page/2/`, which this test takes for the second page of a list."""

_PAGER = re.compile(r"(?:^|/)(?:page|seite)/[0-9]+/index\.html$")


def _tree(folder: str) -> str:
    """A folder in the tree of pages, whichever language it is mounted for."""
    return folder.partition("/")[2].lower()


def _parts(articles: list[Made]) -> set[str]:
    """The files that lie in the bundle of another page, of whatever language."""
    folders = [one.path.rpartition("/") for one in articles]
    bundles = {_tree(folder) for folder, _, name in folders if name.startswith("index.")}
    return {
        f"{folder}/{name}"
        for folder, _, name in folders
        for bundle in bundles
        if bundle and f"{_tree(folder)}/".startswith(f"{bundle}/")
        if _tree(folder) != bundle or not name.startswith("index.")
    }


def _is_meant(one: Made, site: MadeSite) -> bool:
    """True where a page is to be built, as HTML and now."""
    front, config = one.front, site.config
    ahead = front.get("publishDate") or front.get("date", "").startswith("2999")
    hidden = (
        (front.get("draft") and "buildDrafts" not in config)
        or (front.get("expiryDate") and "buildExpired" not in config)
        or (ahead and "buildFuture" not in config)
    )
    render = front.get("build") in ("{render: never}", "{render: link}") or "headless" in front
    other = front.get("outputs") == "[json]" or 'page = ["json"]' in config
    handed = "[cascade.build]" in config and one.path.split("/")[1].lower() == "blog"
    unmade = "/_index." in one.path and "disableKinds" in config
    return not (hidden or render or other or handed or unmade)


@pytest.mark.parametrize("seed", sorted(set(range(SITES)) - BEYOND))
def test_what_is_lost_is_reported(seed: int, tmp_path: Path) -> None:
    site = Chance(seed).site()
    write_site(tmp_path, site.config, site.files)
    if run_hugo(tmp_path).returncode:
        pytest.skip("Hugo does not build it")
    section_pages = {one.front["mark"] for one in site.articles if "/_index." in one.path}
    written: set[str] = set()
    for path in tmp_path.glob("public/**/*"):
        if path.is_file():
            marks = set(re.findall(r"M\d+M", path.read_text(encoding="utf-8")))
            written |= marks - section_pages if _PAGER.search(path.as_posix()) else marks
    parts = _parts(site.articles)
    lost = {
        one.path
        for one in site.articles
        if one.front["mark"] not in written and one.path not in parts and _is_meant(one, site)
    }
    reported = set()
    for result in check_paths(tmp_path, now=NOW):
        for one in result.diagnostics:
            if one.code in ("SIT001", "SIT008"):
                places = (one.path, *(place.rsplit(":", 2)[0] for place in one.related))
                reported |= {Path(p).absolute().relative_to(tmp_path).as_posix() for p in places}
    assert lost - reported == set()
