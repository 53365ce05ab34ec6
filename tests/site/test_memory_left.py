"""What an article leaves in the process that gathers the results of a large site: little, since
there may be hundreds of thousands of them.

Counted are bytes that Python asked for, of one more article: the difference between two sites, made
of results that lie there already, as other processes hand them over.
"""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.discover import discover
from newslint.files.paths import Names, Paths, names_of
from newslint.model.diagnostics import FileResult
from newslint.packed import gathered, sent, spooled
from newslint.run import Job
from newslint.site.entries import with_entries
from newslint.site.few import Block, Few
from newslint.site.spool import Spool
from newslint.site.together import judged

ARTICLES = 800
FEW = 200
SHARE = 100

LEFT = 550
"""Bytes: about 90 are the path, as long as those of the articles here, 190 what articles may have
in common by the rules about a whole site, and 140 what else is asked of all, and where it lies."""

AT_MOST = 600
"""Bytes that there are at one moment while the rules about the site run."""

JOB = Job(site=True, known=None, reasons=False)
_WORDS = ("river", "storm", "harbor", "council", "school", "bridge", "summer", "winter", "market")


def _again(path: Path) -> FileResult:
    raise AssertionError(path)


def _site(root: Path) -> None:
    (root / "hugo.toml").write_text('baseURL = "https://n.example/"\ntitle = "N"\n')
    for number in range(ARTICLES):
        words = [_WORDS[(number * step + step) % len(_WORDS)] for step in (1, 3, 7)]
        slug = "-".join((*words, "and", "what", "became", "of", "it", str(number)))
        path = root / "content" / ("world", "sports")[number % 2] / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        tags = "".join(f"- {word}\n" for word in words)
        path.write_text(
            f'---\ntitle: "{slug.replace("-", " ").capitalize()}"\ndate: 2025-03-04\n'
            f'slug: "{slug}"\nlink: "https://www.bbc.co.uk/world/{slug}?utm_source=rss"\n'
            f"source: feeds.bbci.co.uk\ncategories:\n- News\ntags:\n{tags}draft: false\n---\n"
            f"<p>What is said in article {number} is said there alone.</p>\n"
        )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Project]:
    """A made site, and what holds in it."""
    root = tmp_path_factory.mktemp("site")
    _site(root)
    return root, Project(CommandLine(select=("ALL",)))


def _blocks(names: Names, made: Sequence[bytes]) -> Iterator[Block | FileResult]:
    """The results of shares of the files, as other processes hand them over."""
    spool, paths = Spool(), Paths(names)
    for at, share in enumerate(made):
        yield from spooled(paths[at * SHARE : (at + 1) * SHARE], pickle.loads(share), spool)


def _taken(results: Iterable[Block | FileResult], names: Names, project: Project) -> object:
    few = Few(_again)
    assert not gathered(iter(results), Paths(names), few)
    made = judged(few, project)
    return made, with_entries(made, made.known, 1)  # what copies hand over is held a part at a time


def _left(names: Sequence[str], made: Sequence[bytes], project: Project) -> tuple[int, int]:
    """Bytes that are there once all is known, and at most until then."""
    gc.collect()
    tracemalloc.start()
    try:
        mine = Names(names)
        known = _taken(_blocks(mine, made), mine, project)
        gc.collect()
        left, most = tracemalloc.get_traced_memory()
        del known
        return left, most
    finally:
        tracemalloc.stop()


def test_an_article_leaves_little(site: tuple[Path, Project]) -> None:
    root, project = site
    files = discover([root], project.folder).files
    assert len(files) == ARTICLES
    shares = [files[at : at + SHARE] for at in range(0, ARTICLES, SHARE)]
    made = [pickle.dumps(sent(share, project, JOB)) for share in shares]
    names = [*names_of(files)]
    several = {number: (names[:number], made[: number // SHARE]) for number in (FEW, ARTICLES)}
    _left(*several[ARTICLES], project)  # what is remembered of equal things is there from then on
    (left, most), (all_left, all_most) = (
        _left(*several[number], project) for number in (FEW, ARTICLES)
    )
    assert (all_left - left) / (ARTICLES - FEW) < LEFT
    assert (all_most - most) / (ARTICLES - FEW) < AT_MOST
