"""Slugs, as the real Hugo places them: which pages SLG001 and SLG008 call lost."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from newslint.lint import fix as engine
from tests.support.hugo_program import needs_hugo, quoted, run_hugo, write_site
from tests.support.setting import settings, source

pytestmark = [needs_hugo, pytest.mark.slow]

SLUGS = [
    "index", "-index", "index-", "Index", "_index", ".", "./", "...", "-", "--", "/", "#", "+", "~",
    "—", "。", "①", "\u200b", "台風", "index-2", "a/index",
    "%E4%B8%AD", "%e4%b8%ad", "a%20b", "50%25-off", "100%-off", "%zz", "caf%C3%A9",
]  # fmt: skip


def _section(number: int) -> str:
    return f"s{number}"


PLACED = {_section(number): "/p/:section/:slug/" for number in range(len(SLUGS))}
CONFIGS = {
    "plain": "",
    "permalinks": "[permalinks.page]\n" + "".join(f'{k} = "{v}"\n' for k, v in PLACED.items()),
}
SITES: Mapping[str, Mapping[str, Any]] = {
    "plain": {},
    "permalinks": {"permalinks": {"page": PLACED}},
}


def _built(folder: Path, config: str) -> list[str]:
    """The link of each page, as Hugo prints it."""
    files = {
        f"content/{_section(number)}/a.md": f"---\ntitle: T\nslug: {quoted(slug)}\n---\nx\n"
        for number, slug in enumerate(SLUGS)
    }
    files["layouts/home.html"] = (
        "{{ range site.RegularPages }}{{ .Section }} {{ .RelPermalink }}\n{{ end }}"
    )
    files["layouts/page.html"] = "PAGE {{ .Section }}"
    files["layouts/section.html"] = "SECTION {{ .Section }}"
    write_site(folder, config, files)
    done = run_hugo(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = (folder / "public/index.html").read_text(encoding="utf-8").splitlines()
    links = dict(html.unescape(row).split(" ", 1) for row in rows if row.strip())
    return [links[_section(number)] for number in range(len(SLUGS))]


def _found(number: int, kind: str) -> set[str]:
    using = settings({"select": ["SLG001", "SLG008"]}, site=SITES[kind])
    text = f"---\ntitle: T\nslug: {quoted(SLUGS[number])}\n---\nx\n"
    path = f"content/{_section(number)}/a.md"
    return {one.code for one in engine.check(source(text), path, "a.md", using)}


@pytest.mark.parametrize("kind", SITES)
def test_what_is_lost_is_found(tmp_path: Path, kind: str) -> None:
    links = _built(tmp_path, CONFIGS[kind])
    for number, (slug, link) in enumerate(zip(SLUGS, links, strict=True)):
        section = _section(number)
        folder = f"/p/{section}/" if kind == "permalinks" else f"/{section}/"
        # the name of the page is gone, and it stands where its folder's page does
        vanished = link in (folder, f"{folder}./")
        answer = tmp_path / "public" / unquote(link).lstrip("/") / "index.html"
        page = answer.read_text(encoding="utf-8") if answer.is_file() else "404"
        expected = {"SLG001"} if vanished else set()
        if page == "404" and not vanished:
            expected = {"SLG008"}
        assert _found(number, kind) == expected, (slug, link, page)
