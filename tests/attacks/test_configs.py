"""Files that are no articles: what a pull request can make of each, and that the run goes on.

Every case ends within seconds, with one line where something is said, in 1 GB of memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command import environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.nightly,
    pytest.mark.skipif(os.name == "nt", reason="needs POSIX files"),
]

ARTICLE = "---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"

SECONDS = 20.0
"""Far more than any of them takes, and far less than a hang."""

MEMORY = 1024**3
"""Bytes of address space: what is read whole without a bound needs more."""

SECRET = "s3cret-of-somebody-else"

_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({most}, {most}))
from newslint.__main__ import main
sys.exit(main())
"""

# path -> the files that make it matter
PLACES: dict[str, dict[str, str]] = {
    "newslint.toml": {},
    ".newslint.toml": {},
    "pyproject.toml": {},
    "base.toml": {"newslint.toml": 'extend = "base.toml"\n'},
    "words.yml": {"newslint.toml": '[rules.TAG007]\nvocabulary = "words.yml"\n'},
    ".gitignore": {".git/HEAD": "ref: refs/heads/main\n"},
    "hugo.toml": {},
    "hugo.yaml": {},
    "hugo.json": {},
    "config.yml": {"archetypes/default.md": ""},
    "config/_default/hugo.toml": {"hugo.toml": ""},
    "config/_default/permalinks.yaml": {"hugo.toml": ""},
    "config/production/params.json": {"hugo.toml": ""},
    "config/staging/hugo.toml": {"hugo.toml": ""},
    "hugo.staging.toml": {"hugo.toml": ""},
    "content/_index.md": {"hugo.toml": ""},
    "content/tags/x/_index.md": {"hugo.toml": ""},
    "archetypes/default.md": {"hugo.toml": ""},
    "layouts/shortcodes/box.html": {"hugo.toml": ""},
    "layouts/_default/single.html": {"hugo.toml": ""},
    "_config.yml": {"Gemfile": "gem 'jekyll'\n", "_posts/2025-12-31-a.md": ARTICLE},
    "Gemfile": {"_config.yml": "title: A\n", "_posts/2025-12-31-a.md": ARTICLE},
    "_data/authors.yml": {"_config.yml": "title: A\n", "_posts/2025-12-31-a.md": ARTICLE},
    "_layouts/post.html": {"_config.yml": "title: A\n", "_posts/2025-12-31-a.md": ARTICLE},
    "package.json": {"_config.yml": "title: A\n", "source/_posts/a.md": ARTICLE},
    "astro.config.mjs": {"src/content/a.md": ARTICLE, "package.json": "{}"},
    "src/content.config.ts": {"src/content/a.md": ARTICLE, "astro.config.mjs": ""},
    "src/content/config.mts": {"src/content/a.md": ARTICLE, "astro.config.mjs": ""},
    "eleventy.config.js": {},
    "content/content.11tydata.json": {"eleventy.config.js": ""},
    "content/content.11tydata.js": {"eleventy.config.js": ""},
    "_data/site.json": {"eleventy.config.js": ""},
    "zola.toml": {},
    "config.toml": {"content/_index.md": "+++\n+++\n"},
    "pelicanconf.py": {},
    "mkdocs.yml": {},
    "_quarto.yml": {},
    "docusaurus.config.js": {},
}

_YAML_BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
_MERGE_BOMB = "a0: &a0 {x: y}\n" + "".join(
    f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n  k{n}: v\n" for n in range(1, 40)
)


def _text(text: str) -> Callable[[Path], None]:
    return lambda path: void(path.write_text(text, encoding="utf-8"))


_SHOWN = ("--output-format", "full", ".")
"""What shows the most of a file."""


def void(_: object) -> None:
    """Nothing, of whatever it is."""


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)


def _secret(path: Path) -> None:
    path.symlink_to(_outside(path) / "secret")


def _outside(path: Path) -> Path:
    """The folder beside the site, in which the secret is."""
    return next(one for one in path.parents if one.name == "site").parent


MADE: dict[str, Callable[[Path], None]] = {
    "fifo": os.mkfifo,
    "zero": lambda path: path.symlink_to("/dev/zero"),
    "random": lambda path: path.symlink_to("/dev/urandom"),
    "stdin": lambda path: path.symlink_to("/dev/stdin"),
    "maps": lambda path: path.symlink_to("/proc/self/maps"),
    "loop": lambda path: path.symlink_to(path.name),
    "folder": Path.mkdir,
    "out": _secret,
    "root": lambda path: path.symlink_to("/"),
    "sparse": _sparse,
    "large": _text("a: b # " + "x" * 48_000_000),
    "large-toml": _text("a = 1\n" + "# x\n" * 12_000_000),
    "bomb": _text(_YAML_BOMB),
    "merge-bomb": _text(_MERGE_BOMB),
    "cycle": _text("a: &a\n  b: *a\n"),
    "deep-yaml": _text("a: " + "[" * 100_000),
    "deep-blocks": _text("".join(f"{' ' * n}a:\n" for n in range(1_400))),
    "deep-json": _text('{"a":' * 100_000),
    "deep-toml": _text("a = " + "[" * 100_000),
    "keys": _text(f"{'a.' * 100_000}a = 1\n"),
    "many-keys": _text("".join(f"{'a.' * 40}k{n} = 1\n" for n in range(2_000))),
    "quoted-keys": _text(f"""{'"a". ' * 40_000}a = 1\n"""),
    "headers": _text("".join(f"[{'a.' * 30}k{n}]\n" for n in range(3_000))),
    "nul": _text("\0" * 100_000),
    "quotes": _text('a = "' + '\\"' * 100_000),
    "digits": _text(f"a = {'9' * 100_000}\n"),
    "digits-json": _text(f'{{"a": {"9" * 100_000}}}'),
    "dates": _text("a: 2025-99-99\nb: !!timestamp x\nc: !!python/name:os.system x\n"),
    "braces": _text("{" * 150_000),
    "code": _text("defineCollection({ schema: z.object({" + "a: z.string().optional()," * 30_000),
    "slashes": _text("/*" * 100_000 + "'" + "\\" * 99_999),
    "many-patterns": _text("*a*b*c*d*\n" * 90_000),
    "liquid": _text("{{ page.title | " * 60_000),
}


def _run(site: Path, command: str, most: int = MEMORY) -> subprocess.CompletedProcess[bytes]:
    """Run in a site, with bounds on time and memory."""
    return subprocess.run(
        [sys.executable, "-c", _LIMITED.format(most=most), command, *_SHOWN],
        cwd=site,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        env=environment(),
        check=False,
    )


def _site(folder: Path, place: str, make: Callable[[Path], None]) -> Path:
    (folder / "secret").write_text(f"{SECRET} = [\n{SECRET}: [\n")
    site = folder / "site"
    for name, text in {"content/good.md": ARTICLE, **PLACES[place]}.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    hostile = site / place
    hostile.parent.mkdir(parents=True, exist_ok=True)
    hostile.unlink(missing_ok=True)
    make(hostile)
    return site


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("place", PLACES)
def test_a_run_ends(tmp_path: Path, place: str, made: str) -> None:
    done = _run(_site(tmp_path, place, MADE[made]), "check")
    said = done.stderr.decode(errors="replace")
    assert "Traceback" not in said
    assert "crashed" not in said
    assert b"RUN003" not in done.stdout
    assert done.returncode in (0, 1, 2)
    assert said.count("\n") <= 2
    if not place.endswith("_index.md"):  # an article, which is shown wherever it lies
        assert SECRET.encode() not in done.stdout + done.stderr
