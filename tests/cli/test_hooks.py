"""Both hooks, run by the real pre-commit program in a real git repository on a real commit.

What is tested is the working tree: it is committed to a repository of its own first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.command import ROOT, environment, tree

pytestmark = pytest.mark.slow

PARTS = (".pre-commit-hooks.yaml", "LICENSE", "README.md", "newslint", "pyproject.toml", "rules")
"""What an installation needs of the checkout."""

BAD = "---\ntitle: Flood\nlink: 'https://example.org/a?utm_source=rss&id=1'\n---\nBody.\n"
GOOD = "---\ntitle: Flood\nlink: 'https://example.org/a?id=1'\n---\nBody.\n"

CONFIG = """
repos:
- repo: {checkout}
  rev: {rev}
  hooks:
  - id: {hook}
"""


@dataclass(frozen=True, slots=True)
class Hooks:
    """A repository that offers the hooks, and the environment to run pre-commit in."""

    checkout: Path
    rev: str
    env: dict[str, str]


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    pytest.importorskip("pre_commit")
    folder = tmp_path_factory.mktemp("hooks")
    _skip_offline(folder)
    env = _isolated(folder)
    checkout = folder / "newslint"
    checkout.mkdir()
    for name in PARTS:
        _copy(ROOT / name, checkout / name)
    _run(checkout, env, "git", "init", "--quiet")
    _run(checkout, env, "git", "add", "--all")
    _run(checkout, env, "git", "commit", "--quiet", "--message", "The working tree")
    rev = _run(checkout, env, "git", "rev-parse", "HEAD").stdout.strip()
    return Hooks(checkout, rev, env)


def _skip_offline(folder: Path) -> None:
    """pre-commit installs the checkout with pip, which asks the package index."""
    probe = ("download", "--quiet", "--no-deps", "--no-cache-dir", "--dest", folder, "pathspec")
    done = subprocess.run([sys.executable, "-m", "pip", *probe], capture_output=True)
    if done.returncode:
        pytest.skip("the package index cannot be reached, so pre-commit can install nothing")


def _isolated(folder: Path) -> dict[str, str]:
    """An environment in which no git settings, hooks or modules of others count."""
    ours = ("GIT_", "PYTHONPATH")
    env = {name: text for name, text in environment().items() if not name.startswith(ours)}
    people = {
        f"GIT_{role}_{what}": text
        for role in ("AUTHOR", "COMMITTER")
        for what, text in (("NAME", "Test"), ("EMAIL", "test@example.org"))
    }
    own = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder / "home"),
        "PRE_COMMIT_COLOR": "never",
    }
    return env | people | own


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _run(
    folder: Path, env: dict[str, str], *command: str, code: int = 0
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


def _site(hooks: Hooks, hook: str, folder: Path) -> Path:
    """A git repository of a small site with the hook installed and a bad article staged."""
    site = folder / "site"
    article = site / "content" / "flood.md"
    article.parent.mkdir(parents=True)
    config = CONFIG.format(checkout=hooks.checkout.as_posix(), rev=hooks.rev, hook=hook)
    (site / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (site / "hugo.toml").write_text('baseURL = "https://example.org/"\n', encoding="utf-8")
    (site / "README.md").write_text("No article.\n", encoding="utf-8")
    article.write_text(BAD, encoding="utf-8")
    _run(site, hooks.env, "git", "init", "--quiet")
    _run(site, hooks.env, sys.executable, "-m", "pre_commit", "install")
    _run(site, hooks.env, "git", "add", "--all")
    return article


def _commit(hooks: Hooks, site: Path, code: int) -> str:
    done = _run(site, hooks.env, "git", "commit", "--message", "An article", code=code)
    return done.stdout + done.stderr


def test_newslint_stops_a_commit_until_the_article_is_right(hooks: Hooks, tmp_path: Path) -> None:
    article = _site(hooks, "newslint", tmp_path)
    site = tmp_path / "site"
    said = _commit(hooks, site, code=1)
    what = "link contains a tracking parameter: `utm_source`"
    problem = f"content/flood.md:3:7: warning LNK004 {what}; remove it [*]"
    assert problem in said.splitlines()
    assert "README.md" not in said
    assert article.read_text(encoding="utf-8") == BAD

    article.write_text(GOOD, encoding="utf-8")
    _run(site, hooks.env, "git", "add", "--all")
    assert "Passed" in _commit(hooks, site, code=0)


def test_newslint_fix_mends_the_article_and_stops_the_commit_once(
    hooks: Hooks, tmp_path: Path
) -> None:
    article = _site(hooks, "newslint-fix", tmp_path)
    site = tmp_path / "site"
    assert "- files were modified by this hook" in _commit(hooks, site, code=1).splitlines()
    assert article.read_text(encoding="utf-8") == GOOD

    _run(site, hooks.env, "git", "add", "--all")
    assert "Passed" in _commit(hooks, site, code=0)
    assert _run(site, hooks.env, "git", "show", "HEAD:content/flood.md").stdout == GOOD


BOTH = """
repos:
- repo: {checkout}
  rev: {rev}
  hooks:
  - id: newslint-fix
  - id: newslint
"""
LEFT = "tags: [a, https://example.org/b]\nlink: 'htps://example.org/a'\n"


def test_both_do_one_job_each_and_nothing_is_printed_twice(hooks: Hooks, tmp_path: Path) -> None:
    """What cannot be fixed stops a commit, and only newslint says so."""
    article = _site(hooks, "newslint", tmp_path)
    site = tmp_path / "site"
    config = BOTH.format(checkout=hooks.checkout.as_posix(), rev=hooks.rev)
    (site / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (site / "content" / "left.md").write_text(f"---\ntitle: A\n{LEFT}---\nB.\n", encoding="utf-8")
    _run(site, hooks.env, "git", "add", "--all")
    said = _commit(hooks, site, code=1)
    fixing, _, checking = said.partition("newslint..")
    assert "- content/flood.md:\n    1 × LNK004 (link-tracking)\n" in fixing
    assert "left.md" not in fixing
    assert checking.count("content/left.md:4:7: warning LNK002") == 1
    assert "flood.md" not in checking
    assert article.read_text(encoding="utf-8") == GOOD

    _run(site, hooks.env, "git", "add", "--all")
    said = _commit(hooks, site, code=1)
    fixing, _, checking = said.partition("newslint..")
    assert fixing.rstrip().endswith("Passed")
    assert said.count("content/left.md:4:7") == 1


# names of files that are options, which a stranger may have chosen

_HOOK = """
repos:
- repo: {checkout}
  rev: {rev}
  hooks:
  - id: {hook}
    types_or: [text, markdown]
    args: {args}
"""
_ARGS = {
    "those of the hook": '["--"]',
    "of the user": "[--preset, default]",
    "of the user, ended": '[--preset, default, "--"]',
}


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BAD, encoding="utf-8")


def _pre_commit(hooks: Hooks, folder: Path, hook: str, args: str) -> str:
    """What pre-commit says of all files of a folder, which becomes a repository."""
    config = _HOOK.format(checkout=hooks.checkout.as_posix(), rev=hooks.rev, hook=hook, args=args)
    if args == _ARGS["those of the hook"]:
        config = config.rpartition("    args:")[0]
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    for command in (["git", "init", "-q"], ["git", "add", "--all"]):
        subprocess.run(command, cwd=folder, env=hooks.env, check=True)
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
    done = subprocess.run(
        command, cwd=folder, env=hooks.env, capture_output=True, text=True, timeout=600
    )
    return done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX names")
@pytest.mark.parametrize("args", _ARGS.values(), ids=_ARGS)
@pytest.mark.parametrize(
    "name",
    [
        "--output-file=victim.md",
        "--output-file={}/victim.txt",
        "--config=x.md",
        "-q.md",
        "--fix.md",
        "--help",
        "-",
        "--",
    ],
)
def test_a_hook_takes_no_name_for_an_option(
    hooks: Hooks, tmp_path: Path, name: str, args: str
) -> None:
    here = tmp_path / "here"
    _write(here, "victim.md", "sub/--fix.md")
    _write(tmp_path, "victim.txt")
    _write(here, name.format(tmp_path))
    was = tree(here)
    said = _pre_commit(hooks, here, "newslint", args)
    assert (tmp_path / "victim.txt").read_text(encoding="utf-8") == BAD
    assert {file: data for file, data in tree(here).items() if file in was} == was
    ended = args != _ARGS["of the user"]
    if name == "-":
        assert "`-` (standard input) cannot be mixed with files" in said
    elif ended or name == "--":
        assert "sub/--fix.md:3:7: warning LNK004" in said
        assert "victim.md:3:7: warning LNK004" in said
    else:
        assert "is an option and the name of a file; write it as `./-" in said
        assert "exit code: 2" in said


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX names")
def test_the_hook_that_fixes_fixes_such_a_file(hooks: Hooks, tmp_path: Path) -> None:
    _write(tmp_path, "victim.md", "--output-file=victim.md", "--fix.md", "sub/-q.md")
    _pre_commit(hooks, tmp_path, "newslint-fix", _ARGS["those of the hook"])
    for name in ("victim.md", "--output-file=victim.md", "--fix.md", "sub/-q.md"):
        assert (tmp_path / name).read_text(encoding="utf-8") == GOOD
