"""A site's own config that cannot be read: one problem on that file, and the rest is checked."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

import newslint
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.read import describe
from newslint.generators import SiteConfigError, load
from newslint.report import FORMATS
from tests.support.command import newslint as run

pytestmark = pytest.mark.slow

ARTICLE = "---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
FIXED = "---\ntitle: A\nlink: https://example.org/a\n---\nText.\n"
LINE = (
    "content/a.md:3:7: warning LNK004 link contains a tracking parameter: `utm_source`; "
    "remove it [*]"
)
PARTS = "a key has more than 32 parts (at line 1)"
DEEP = "its values are nested more than 100 deep"


def make(folder: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Files with their texts or bytes; None makes a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.mkdir()
        else:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())


def said(name: str, row: int, reason: str) -> str:
    advice = "correct it, as its articles are checked as `generic`"
    words = f"cannot be read as the site's config: {reason}; {advice}"
    return f"{name}:{row}:1: error RUN001 {words}"


BOMB = "\n".join(["a0: &a0 {x: y}"] + [f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}x]" for n in range(1, 9)])

CONFIGS: dict[str, tuple[str, str | bytes | None, int, str]] = {
    "yaml": ("hugo.yaml", "a: b\nc: [\n", 3, "did not find expected node content (at line 3)"),
    "yml": (
        "hugo.yml",
        "a: b: c\n",
        1,
        "mapping values are not allowed in this context (at line 1)",
    ),
    "toml": ("hugo.toml", "a = 1\nb = ]\n", 2, "Invalid value (at line 2)"),
    "toml-open": ("hugo.toml", 'baseURL = "', 1, "Unterminated string (at line 1)"),
    "json": ("hugo.json", '{"a": 1\n"b": 2}', 2, "Expecting ',' delimiter (at line 2)"),
    "list": ("hugo.yaml", "- a\n", 1, "it is not a table of keys and values"),
    "text": ("hugo.json", '"a"', 1, "it is not a table of keys and values"),
    "latin-1": ("hugo.toml", b"a = 1\ntitle = 'caf\xe9'\n", 2, "it is not UTF-8 (at line 2)"),
    "utf-16": ("hugo.toml", "a = 1\n".encode("utf-16"), 1, "it is not UTF-8 (at line 1)"),
    "nul": ("hugo.yaml", "a: b\nc: \0\n", 1, "it is not a text file"),
    "folder": ("hugo.toml", None, 1, "it is a folder"),
    "deep-yaml": ("hugo.yaml", "a: " + "[" * 30_000 + "]" * 30_000, 1, DEEP),
    "deep-toml": ("hugo.toml", "a = " + "[" * 30_000, 1, DEEP),
    "deep-keys": ("hugo.toml", ".".join("a" * 5_000) + " = 1", 1, PARTS),
    "deep-json": ("hugo.json", '{"a": ' + "[" * 100_000, 1, DEEP),
    "alias-cycle": ("hugo.yaml", "a: &a [*a]", 1, DEEP),
    "alias-bomb": (
        "hugo.yaml",
        BOMB,
        1,
        "it has more than 100000 values, or aliases that stand for",
    ),
    "default": (
        "config/_default/hugo.yaml",
        "a: [",
        1,
        "did not find expected node content (at line 1)",
    ),
    "params": ("config/_default/params.toml", "a = ]", 1, "Invalid value (at line 1)"),
    "old": ("config.toml", "a = ]", 1, "Invalid value (at line 1)"),
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_hugo_site(name: str, tmp_path: Path) -> None:
    config, text, row, reason = CONFIGS[name]
    make(tmp_path, {"content/a.md": ARTICLE, config: text})
    line = said(config, row, reason)
    done = run("check", ".", folder=tmp_path)
    assert done.out.splitlines()[:-1] == sorted([line, LINE])
    assert (done.code, done.err) == (2, "")
    done = run("fix", "content/a.md", folder=tmp_path)
    assert done.out.splitlines()[:-1] == [line]
    assert (done.code, done.err) == (2, "")
    assert (tmp_path / "content/a.md").read_text() == FIXED


@pytest.mark.parametrize(
    ("files", "config"),
    [
        ({"_config.yml": "title: [\n", "_posts/2026-01-01-a.md": ARTICLE}, "_config.yml"),
        ({"_config.yml": b"a: \xe9\n", "_posts/2026-01-01-a.md": ARTICLE}, "_config.yml"),
        ({"_config.yml": "- " * 5_000, "_posts/2026-01-01-a.md": ARTICLE}, "_config.yml"),
        ({"_config.yml": "- a\n", "_posts/2026-01-01-a.md": ARTICLE}, "_config.yml"),
        ({"_config.yml": "a: *b", "source/_posts/a.md": ARTICLE, "scaffolds/a": ""}, "_config.yml"),
        ({"zola.toml": "a = ]", "content/a.md": ARTICLE}, "zola.toml"),
    ],
    ids=["jekyll", "jekyll-latin-1", "jekyll-deep", "jekyll-list", "hexo", "zola"],
)
def test_other_sites(
    files: dict[str, str | bytes], config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    results = newslint.check_paths(".")
    found = {result.path: [one.code for one in result.diagnostics] for result in results}
    assert found[config] == ["RUN001"]
    assert [codes for path, codes in found.items() if path != config] == [["LNK004"]]


@pytest.mark.parametrize("files", [{"eleventy.config.js": b"\xff("}])
def test_configs_that_are_not_read_are_no_problem(
    files: dict[str, str | bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, {**files, "content/a.md": ARTICLE})
    monkeypatch.chdir(tmp_path)
    assert [result.path for result in newslint.check_paths(".")] == ["content/a.md"]


def test_astros_content_config_in_any_encoding(tmp_path: Path) -> None:
    text = b"// caf\xe9\nglob({ base: './posts' })"
    make(tmp_path, {"astro.config.mjs": "", "src/content.config.ts": text})
    assert "posts" in load("astro", tmp_path).content


def test_an_empty_name_in_a_chain_of_dates(tmp_path: Path) -> None:
    make(tmp_path, {"content/a.md": ARTICLE, "hugo.toml": "[frontmatter]\ndate = ['']\n"})
    done = run("check", ".", folder=tmp_path)
    assert (done.code, done.out.splitlines()[:-1], done.err) == (1, [LINE], "")


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    make(tmp_path, {"content/a.md": ARTICLE})
    (tmp_path / "hugo.toml").symlink_to("nowhere.toml")
    done = run("check", ".", folder=tmp_path)
    reason = "it is a symbolic link that leads nowhere"
    assert done.out.splitlines()[:-1] == [LINE, said("hugo.toml", 1, reason)]


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="only someone who is not root can be forbidden to read",
)
@pytest.mark.parametrize("name", ["hugo.toml", "config/_default/hugo.toml", "config/_default"])
def test_forbidden(name: str, tmp_path: Path) -> None:
    make(tmp_path, {"content/a.md": ARTICLE, "config/_default/hugo.toml": "", "hugo.toml": ""})
    path = tmp_path / name
    path.chmod(0)
    done = run("check", ".", folder=tmp_path)
    path.chmod(0o755)
    assert said(name, 1, "no permission to read it") in done.out.splitlines()
    assert (done.code, done.err) == (2, "")


def test_forbidden_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, {"content/a.md": ARTICLE, "hugo.toml": ""})
    error = PermissionError(13, "Permission denied")
    usual = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if os.fspath(path).endswith("hugo.toml"):
            raise error
        return usual(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SiteConfigError, match=describe(error)):
        load("hugo", tmp_path)
    assert Project(CommandLine()).site(tmp_path).generator.name == "generic"


def monorepo(folder: Path) -> None:
    make(folder, {"a/hugo.toml": "", "a/content/a.md": ARTICLE, "a/content/b.md": ARTICLE})
    make(folder, {"a/README.md": ARTICLE, "b/hugo.yaml": "x: y\na: [", "b/content/a.md": ARTICLE})
    make(folder, {f"b/content/{n}.md": ARTICLE for n in range(250)})  # more than one worker's share


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_good_site_beside_a_broken_one(jobs: str, tmp_path: Path) -> None:
    monorepo(tmp_path)
    done = run("check", "--no-site", "--jobs", jobs, ".", folder=tmp_path)
    lines = done.out.splitlines()[:-1]
    problems = [line for line in lines if "RUN001" in line]
    assert problems == [said("b/hugo.yaml", 2, "did not find expected node content (at line 2)")]
    assert len(lines) == 1 + 2 + 251
    assert done.code == 2
    assert lines == sorted(lines, key=lambda line: line.split(":")[0])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_it_once(form: str, tmp_path: Path) -> None:
    monorepo(tmp_path)
    done = run("check", "--output-format", form, "a", "b", folder=tmp_path)
    times = 2 if form == "junit" else 1  # as the message, and as the text of the one failure
    assert done.out.count("cannot be read as the site's config") == times
    assert "Traceback" not in done.err
    assert "unicode string" not in done.out
    assert done.code == 2


def test_the_source_line_is_shown(tmp_path: Path) -> None:
    monorepo(tmp_path)
    done = run("check", "--output-format", "full", "b/content/a.md", folder=tmp_path)
    assert "2 | a: [\n  | ^^^^\n" in done.out


def test_a_site_of_which_nothing_is_checked_is_not_mentioned(tmp_path: Path) -> None:
    monorepo(tmp_path)
    done = run("check", "a", folder=tmp_path)
    assert "RUN001" not in done.out
    assert done.code == 1
    done = run("check", "../a/content", folder=tmp_path / "b")
    assert "RUN001" not in done.out


def test_a_target_that_is_named_does_not_help(tmp_path: Path) -> None:
    make(tmp_path, {"hugo.toml": "a = ]", "content/a.md": ARTICLE})
    done = run("check", "--target", "hugo", ".", folder=tmp_path)
    assert done.out.splitlines()[:-1] == [LINE, said("hugo.toml", 1, "Invalid value (at line 1)")]
    done = run("check", "--target", "generic", ".", folder=tmp_path)
    assert done.out.splitlines()[:-1] == [LINE]
    assert done.code == 1


@pytest.mark.parametrize("option", ["--exit-zero", "--fail-on=never", "--ignore=RUN001"])
def test_nothing_hides_that_a_file_was_not_read(option: str, tmp_path: Path) -> None:
    make(tmp_path, {"hugo.toml": "a = ]", "content/a.md": "---\ntitle: A\n---\n"})
    assert run("check", option, ".", folder=tmp_path).code == 2
    make(tmp_path, {"hugo.toml": ""})
    (tmp_path / "content/b.md").symlink_to("nowhere.md")
    assert run("check", option, ".", folder=tmp_path).code == 2


def test_a_patch_leaves_it_to_standard_error(tmp_path: Path) -> None:
    make(tmp_path, {"hugo.toml": "a = ]", "content/a.md": ARTICLE})
    done = run("fix", "--diff", ".", folder=tmp_path)
    assert "+link: https://example.org/a\n" in done.out
    assert "RUN001" not in done.out
    line = "newslint: hugo.toml: cannot be read as the site's config: Invalid value (at line 1)"
    assert done.err.startswith(line)
    assert done.code == 2


def test_standard_input(tmp_path: Path) -> None:
    make(tmp_path, {"hugo.toml": "a = ]"})
    line = said("hugo.toml", 1, "Invalid value (at line 1)")
    name = ("--stdin-filename", "content/a.md")
    done = run("check", "-", *name, folder=tmp_path, stdin=ARTICLE.encode())
    assert done.out.splitlines()[:-1] == [LINE, line]
    assert done.code == 2
    done = run("fix", "-", *name, folder=tmp_path, stdin=ARTICLE.encode())
    assert done.out == FIXED
    assert line in done.err.splitlines()
    assert done.code == 2


def test_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, {"hugo.toml": "a = ]"})
    monkeypatch.chdir(tmp_path)
    found = newslint.check_text(ARTICLE, "content/a.md")
    assert [(one.path, one.code) for one in found] == [
        ("content/a.md", "LNK004"),
        ("hugo.toml", "RUN001"),
    ]
    made = newslint.fix_text(ARTICLE, "content/a.md")
    assert made.after == FIXED
    assert [one.code for one in made.diagnostics if not one.fixed] == ["RUN001"]


def test_the_settings_are_shown_and_the_problem_is_said(tmp_path: Path) -> None:
    make(tmp_path, {"hugo.toml": "a = ]"})
    done = run("config", folder=tmp_path)
    assert 'target = "generic"' in done.out
    assert "hugo.toml: cannot be read as the site's config: Invalid value (at line 1)" in done.err
    assert done.err.count("\n") == 1
    assert done.code == 2


def test_the_own_config_is_still_an_error_of_the_run(tmp_path: Path) -> None:
    make(tmp_path, {"newslint.toml": "a = ]", "content/a.md": ARTICLE})
    done = run("check", ".", folder=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_the_severity_of_the_config_holds(tmp_path: Path) -> None:
    make(tmp_path, {"hugo.toml": "a = ]", "newslint.toml": '[severity]\nRUN001 = "info"\n'})
    make(tmp_path, {"content/a.md": ARTICLE})
    done = run("check", "--output-format", "json", ".", folder=tmp_path)
    severities = {one["code"]: one["severity"] for one in json.loads(done.out)}
    assert severities["RUN001"] == "info"
    assert done.code == 2
