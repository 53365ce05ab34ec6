"""A report that several processes write is that of one, wherever the results lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newslint.forked import WORTH
from tests.support.command import Done, newslint
from tests.support.type_case import make_site

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes")

OPTIONS = ["--preset", "news", "--now", "2026-11-01", "--output-format"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough articles, one of them with problems of its own."""
    folder = tmp_path_factory.mktemp("site")
    make_site(folder, WORTH)
    (folder / "content/odd.md").write_text('---\ntitle: "a" b\n---\n', encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "form",
    [
        "concise",
        *(pytest.param(form, marks=pytest.mark.slow) for form in ("json", "json-lines", "pylint")),
    ],
)
@pytest.mark.parametrize("more", ["--quiet", pytest.param("--no-habits", marks=pytest.mark.slow)])
def test_it_is_the_same(form: str, more: str, site: Path, tmp_path: Path) -> None:
    def check(*others: str) -> Done:
        done = newslint("check", *OPTIONS, form, more, *others, folder=site)
        assert done.code == 1
        assert done.err == ""
        return done

    cache = "--cache-dir", str(tmp_path)
    alone = check("--no-cache", "--jobs", "1")
    assert len(alone.out) > (20_000 if more == "--no-habits" else 2_000)
    assert ("whole site" in alone.out) == (more != "--no-habits")
    assert check("--no-cache", "--jobs", "2") == alone
    assert check("--jobs", "2", *cache) == alone  # results of this run
    assert check("--jobs", "2", *cache, "--color", "never") == alone  # those of a store
    odd = site / "content/odd.md"
    before = odd.read_bytes()
    odd.write_bytes(before + b"One more line.\n")
    assert check("--jobs", "2", *cache) == alone  # both
    odd.write_bytes(before)
