"""What a plain line of a `.gitignore` means without pathspec is what it means with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from newslint.files.gitignore import SOME, Patterns, _by_pathspec, _of_plain, _ready
from newslint.files.plain_patterns import is_silent, plain_pattern
from tests.support.each import each
from tests.support.quick import at_most

PLAIN = (
    *("public", "public/", "/public", "/public/", "*.log", "resources/_gen", "content/*.md"),
    *("**/node_modules", "**/a/b/", "!keep.md", "!/x/", "npm-debug.log*", ".DS_Store", "/*"),
    *("a*b", "foo/*", "*~", "é/ü*", "/a/b/c/*.tar.gz/", "a.b+c", "!!x", "!#x", "x]y", ".*.swp"),
    *("foo/**", "/foo/*/**", "!a/b/**", "a/**/b", "content/**/*.md", "a/**/*/", "*/**", "**/*/b"),
)
ODD = (
    *("*", "**", "*/", "/", "//", "!", "!/", "a//b", "a**", "**a", "**/*", "a/**/b/**", "a/**/"),
    *("[ab]", "a?", "a\\b", "a b", "a ", "a\\ ", " a", "a\t", "**/", "/**", "**/**", "*a*"),
    *("**/*/", "**/a/**", "a/**/**/b"),
)
NAMES = st.text("ab.*\n é", min_size=1, max_size=4)
PATHS = st.lists(
    st.sampled_from(("public", "a", "b", "x.log", "content", "a.md", "keep.md", "..")) | NAMES,
    min_size=1,
    max_size=4,
).map("/".join)
LINES = (
    st.sampled_from((*PLAIN, *ODD, "# x", "#", "", "  "))
    | st.text("ab*/!#.?[]\\ \t", min_size=0, max_size=7)
    | st.lists(st.sampled_from(("a", "b", "*", "**", "a*", "!a", "")), max_size=5).map("/".join)
)


@each("line", PLAIN)
def test_a_plain_line(line: str) -> None:
    assert plain_pattern(line) is not None
    assert not is_silent(line)


@each("line", ODD)
def test_a_line_that_is_for_pathspec(line: str) -> None:
    assert plain_pattern(line) is None


@settings(deadline=None, max_examples=at_most(2000, 200))
@given(LINES, PATHS)
@example("*.md", "a\nb/c.md")
@example("a*a", "a")
@example("/*", "")
@example("*.log", "/x.log")
def test_it_means_the_same(line: str, path: str) -> None:
    plain = plain_pattern(line)
    if is_silent(line):
        assert all(one.regex is None for one in GitIgnoreSpec.from_lines([line]).patterns)
    elif plain is not None:
        (ready,), compiled = _by_pathspec(line), _of_plain(plain)
        for one in (plain, compiled):
            assert one.include == ready.include
            assert bool(one.whole(path)) == ready.whole(path)
            named = one.whole(path) or one.folder(f"{path}/")
            assert named == (ready.whole(path) or ready.folder(f"{path}/"))


@settings(deadline=None, max_examples=at_most(500, 50))
@given(st.lists(LINES, max_size=5), PATHS)
def test_lists_mean_the_same(lines: list[str], path: str) -> None:
    try:
        by_pathspec = [
            _ready(one.regex.pattern, one.include)
            for one in reversed(list(GitIgnoreSpec.from_lines(lines).patterns))
            if one.regex is not None and one.include is not None
        ]
    except ValueError:
        with pytest.raises(ValueError):  # noqa: PT011  # pathspec's own words
            Patterns("/top", lines)
        return
    patterns = Patterns("/top", lines)
    for _ in range(SOME + 1):
        file = next((one.include for one in by_pathspec if one.whole(path)), None)
        assert patterns.file(f"/top/{path}") == file


def test_a_run_with_plain_lines_needs_no_pathspec(tmp_path: Path) -> None:
    for name, text in (
        (".git/HEAD", ""),
        (".git/info/exclude", "# git ls-files --others\n# *~\n"),
        (".gitignore", "/public/\nnode_modules\n*.log\n!keep.log\n**/.cache/\nresources/_gen\n"),
        ("content/a.md", "---\ntitle: A\n---\nBody.\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    program = (
        "import sys; from newslint.cli import run; code = run(['check', '--isolated']); "
        "sys.exit('pathspec' in sys.modules or code)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, (done.stdout, done.stderr)
