"""Paths -> files: what is taken, what is passed over and why."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.files.discover import Discovery, FolderSettings, discover
from newslint.files.filter import has_front_matter
from newslint.files.gitignore import literal_folder
from newslint.model.errors import NewslintError

Ask = Callable[[Path], FolderSettings]
ARTICLE = "---\ntitle: A\n---\n"


def _make(folder: Path, *names: str, text: str = ARTICLE) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _generic(folder: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Ask:
    return lambda _: FolderSettings(folder, include, exclude)


def _hugo(folder: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Ask:
    return lambda _: FolderSettings(folder, include, exclude, (folder / "content",))


def _names(folder: Path, found: Discovery) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found.files]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A Hugo site with what lies around in one."""
    _make(
        tmp_path,
        "content/_index.md",
        "content/news/b.md",
        "content/news/a.markdown",
        "content/news/c/index.HTML",
        "content/public/d.mdx",
        "content/.drafts/e.md",
        "content/news/.f.md",
        "content/news/#g.md",
        "README.md",
        "archetypes/default.md",
        "themes/x/content/post.md",
        "public/index.html",
        "node_modules/y/README.md",
    )
    _make(tmp_path, "content/news/image.png", "content/news/notes.txt")
    return tmp_path


ALL = [
    "content/_index.md",
    "content/news/a.markdown",
    "content/news/b.md",
    "content/news/c/index.HTML",
    "content/public/d.mdx",
]


def test_a_site_is_its_content(site: Path) -> None:
    found = discover([site], _hugo(site))
    assert _names(site, found) == ALL
    assert dict(found.passed_over) == {
        "outside the content folders": 5,
        "hidden": 3,
        "of another kind": 2,
    }


def test_paths_are_as_typed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert [str(path) for path in discover(["."], _hugo(site)).files] == ALL
    assert [str(path) for path in discover(["./"], _hugo(site)).files] == ALL
    assert [str(path) for path in discover(["content/news/"], _hugo(site)).files] == ALL[1:4]
    assert [str(path) for path in discover(["content/../content"], _hugo(site)).files] == [
        f"content/../{name}" for name in ALL
    ]


def test_a_site_below_a_folder_that_is_none(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _make(tmp_path, "a.md", "site/content/b.md", "site/c.md")

    def nearest(folder: Path) -> FolderSettings:
        return _hugo(site)(folder) if folder.is_relative_to(site) else FolderSettings(tmp_path)

    assert _names(tmp_path, discover([tmp_path], nearest)) == ["a.md", "site/content/b.md"]


def test_an_article_that_is_named_is_always_taken(site: Path) -> None:
    named = [site / name for name in ("README.md", "public/index.html", "content/.drafts/e.md")]
    found = discover(named, _hugo(site, exclude=("*",)))
    assert found.files == tuple(sorted(named))
    assert found.passed_over == ()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("README.md", "outside the content folders"),
        ("content/news/notes.txt", "of another kind"),
        ("content/.drafts/e.md", "hidden"),
        ("content/news/b.md", "excluded"),
        ("content/news/c/index.HTML", "excluded"),
        ("content/news/a.markdown", ""),
        ("content/public/d.mdx", ""),
    ],
)
def test_force_exclude(site: Path, name: str, reason: str) -> None:
    found = discover(
        [site / name], _hugo(site, exclude=("b.md", "c", "!index.HTML")), force_exclude=True
    )
    assert found.files == (() if reason else (site / name,))
    assert found.passed_over == (((reason, 1),) if reason else ())


def test_force_exclude_without_a_site(tmp_path: Path) -> None:
    _make(tmp_path, "a.md", "public/b.md")
    _make(tmp_path, "README.md", text="# Read me\n")
    names = [tmp_path / name for name in ("a.md", "public/b.md", "README.md")]
    found = discover(names, _generic(tmp_path), force_exclude=True)
    assert _names(tmp_path, found) == ["a.md"]
    assert dict(found.passed_over) == {"in build folders": 1, "without front matter": 1}


def test_without_a_site_front_matter_decides(tmp_path: Path) -> None:
    _make(tmp_path, "a.md", "deep/er/b.html", "dist/c.md")
    _make(tmp_path, "README.md", "docs/index.html", text="<p>---\n")
    found = discover([tmp_path], _generic(tmp_path))
    assert _names(tmp_path, found) == ["a.md", "deep/er/b.html"]
    assert dict(found.passed_over) == {"without front matter": 2, "in build folders": 1}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"---\n", True),
        (b"\xef\xbb\xbf\r\n \t---", True),
        (b"+++\n", True),
        (b'{\n "title": 1}', True),
        (b"{}", True),
        ("---\n".encode("utf-16"), True),
        ("---\n".encode("utf-16-be"), True),
        (b"", False),
        (b"{{< x >}}", False),
        (b"{% raw %}", False),
        (b"--\n", False),
        (b"\n" * 100 + b"---", False),
        (b"# A\n---\n", False),
    ],
)
def test_has_front_matter(tmp_path: Path, data: bytes, expected: bool) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert has_front_matter(str(tmp_path / "a.md")) is expected


# include and exclude


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        (("content/**/*.md",), ["content/_index.md", "content/news/b.md"]),
        (("content/news/**",), ["content/news/a.markdown", "content/news/b.md", ALL[3]]),
        (("content/news/*.txt",), []),
        (("/content/news/",), ["content/news/a.markdown", "content/news/b.md", ALL[3]]),
        (("b.md", "d.mdx"), ["content/news/b.md", "content/public/d.mdx"]),
        (("content/*", "!content/news"), ["content/_index.md", "content/public/d.mdx"]),
        (("README.md",), ["README.md"]),
        (("*.md", "!_index.md"), ["README.md", "content/news/b.md"]),
        (("themes/x/**",), ["themes/x/content/post.md"]),
        (("nowhere/**",), []),
    ],
)
def test_include(site: Path, include: tuple[str, ...], expected: list[str]) -> None:
    assert _names(site, discover([site], _hugo(site, include))) == expected


@pytest.mark.parametrize(
    ("exclude", "expected"),
    [
        (("content/news/",), [ALL[0], ALL[4]]),
        (("content/news/**",), [ALL[0], ALL[4]]),
        (("content/news/**", "!content/news/b.md"), [ALL[0], ALL[2], ALL[4]]),
        (("news", "!b.md"), [ALL[0], ALL[4]]),
        (("*.HTML",), [*ALL[:3], ALL[4]]),
    ],
)
def test_exclude(site: Path, exclude: tuple[str, ...], expected: list[str]) -> None:
    assert _names(site, discover([site], _hugo(site, (), exclude))) == expected


def test_patterns_hold_below_their_config(site: Path) -> None:
    def nearest(folder: Path) -> FolderSettings:
        base = site / "content" / "news"
        if folder.is_relative_to(base):
            return FolderSettings(base, (), ("/b.md",), (site / "content",))
        return FolderSettings(site, (), (), (site / "content",))

    assert _names(site, discover([site], nearest)) == [ALL[0], ALL[1], ALL[3], ALL[4]]


def test_a_bad_pattern_is_a_mistake_in_the_config(site: Path) -> None:
    with pytest.raises(NewslintError, match=r"`exclude`: '!' is not a valid pattern$"):
        discover([site], _hugo(site, (), ("!",)))


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [
        ("content/**/*.md", "content"),
        ("/content/news/*.md", "content/news"),
        ("content/a.md", "content"),
        ("/content/", "content"),
        ("content/news/", "content/news"),
        ("content/", ""),
        ("*.md", ""),
        ("/a.md", ""),
        ("**/news/*.md", ""),
        ("con*/news/*.md", ""),
    ],
)
def test_literal_folder(pattern: str, folder: str) -> None:
    assert literal_folder(pattern) == folder


# .gitignore


def _repository(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", folder], check=True)


def _git_sees(folder: Path) -> list[str]:
    """The articles that git itself does not ignore."""
    command = ["git", "-C", str(folder), "ls-files", "-z", "--others", "--exclude-standard"]
    names = subprocess.run(command, check=True, capture_output=True).stdout.split(b"\0")
    return sorted(os.fsdecode(name) for name in names if name.endswith(b".md"))


@pytest.mark.parametrize(
    "lines",
    [
        "drafts/\n",
        "drafts\n*.tmp\n",
        "# comment\n\n/a.md\r\n/news/*.md\n!news/a.md\n",
        "*\n!*/\n!a.md\n",
        "/*\n!/news/\n",
        "news/**\n",
        "news/**\n!news/a.md\n",
        "news/\n!news/a.md\n",
        "**/drafts/b.md\nnews/b.md\n",
        "[ab].md\n!\n",
        "\\#a.md\n \n",
        "b.md \n",
    ],
)
def test_gitignore_as_git_reads_it(tmp_path: Path, lines: str) -> None:
    _repository(tmp_path)
    _make(tmp_path, "a.md", "b.md", "news/a.md", "news/b.md", "news/drafts/b.md", "drafts/a.md")
    (tmp_path / ".gitignore").write_text(lines, newline="")
    (tmp_path / "news" / ".gitignore").write_text("/b.md\n!/drafts/\n!/drafts/b.md\n")
    assert _names(tmp_path, discover([tmp_path], _generic(tmp_path))) == _git_sees(tmp_path)


def test_gitignore_above_the_folder_that_was_named(tmp_path: Path) -> None:
    _repository(tmp_path)
    _make(tmp_path, "site/content/a.md", "site/content/b.md", "site/feeds/a.md")
    (tmp_path / ".gitignore").write_text("b.md\nfeeds/\n")
    content = discover([tmp_path / "site" / "content"], _generic(tmp_path))
    assert _names(tmp_path, content) == ["site/content/a.md"]
    assert content.reasons == "1 ignored by git"
    # A folder that git ignores as a whole is looked through when it is named.
    feeds = discover([tmp_path / "site" / "feeds"], _generic(tmp_path))
    assert _names(tmp_path, feeds) == ["site/feeds/a.md"]


def test_gitignore_counts_in_a_repository_only(tmp_path: Path) -> None:
    _make(tmp_path, "a.md", "b.md")
    (tmp_path / ".gitignore").write_text("b.md\n")
    assert _names(tmp_path, discover([tmp_path], _generic(tmp_path))) == ["a.md", "b.md"]


def test_a_repository_in_another_has_its_own(tmp_path: Path) -> None:
    _repository(tmp_path)
    _make(tmp_path, "a.md", "b.md", "inner/a.md", "inner/b.md")
    _repository(tmp_path / "inner")
    (tmp_path / ".gitignore").write_text("b.md\n")
    (tmp_path / "inner" / ".gitignore").write_text("a.md\n")
    found = discover([tmp_path], _generic(tmp_path))
    assert _names(tmp_path, found) == ["a.md", "inner/b.md"]


def test_a_gitignore_that_is_no_text(tmp_path: Path) -> None:
    _repository(tmp_path)
    _make(tmp_path, "a.md", "x/a.md")
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfea\0")
    (tmp_path / "x" / ".gitignore").mkdir()
    assert _names(tmp_path, discover([tmp_path], _generic(tmp_path))) == ["a.md", "x/a.md"]


# what is odd


def test_missing_paths_are_told_and_the_rest_goes_on(site: Path) -> None:
    names = ["no/such.md", str(site / "content" / "_index.md"), str(site / "README.md" / "x")]
    found = discover(names, _hugo(site))
    assert _names(site, found) == ["content/_index.md"]
    assert found.missing == (names[0], names[2])


def test_a_file_named_twice_is_taken_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    found = discover(["content/_index.md", site, "content", "./content/_index.md"], _hugo(site))
    assert [str(path) for path in found.files] == sorted(
        [ALL[0], *(f"{site}/{name}" for name in ALL[1:])]
    )


def test_links(tmp_path: Path) -> None:
    _make(tmp_path, "content/a.md", "elsewhere/b.md")
    content = tmp_path / "content"
    (content / "link.md").symlink_to("../elsewhere/b.md")
    (content / "nowhere.md").symlink_to("missing")
    (content / "folder").symlink_to("../elsewhere")
    (content / "loop").symlink_to(".")
    (content / "circle.md").symlink_to("circle.md")
    found = discover([tmp_path], _hugo(tmp_path))
    names = ["a.md", "circle.md", "link.md", "nowhere.md"]
    assert _names(content, found) == names
    assert dict(found.passed_over)["symbolic links to folders"] == 2
    # A link that is named is walked.
    assert _names(content / "folder", discover([content / "folder"], _hugo(tmp_path))) == ["b.md"]
    named = discover([content / "nowhere.md", content / "circle.md"], _hugo(tmp_path))
    assert _names(content, named) == ["circle.md", "nowhere.md"]
    assert named.missing == ()


def test_a_content_folder_may_be_a_link(tmp_path: Path) -> None:
    _make(tmp_path, "articles/a.md", "site/hugo.toml")
    (tmp_path / "site" / "content").symlink_to("../articles")
    site = tmp_path / "site"
    assert _names(site, discover([site], _hugo(site))) == ["content/a.md"]


def test_what_is_named_like_an_article_is_not_lost(tmp_path: Path) -> None:
    _make(tmp_path, "content/folder.md/index.md")
    os.mkfifo(tmp_path / "content" / "pipe.md")
    found = discover([tmp_path], _hugo(tmp_path))
    names = ["content/folder.md", "content/folder.md/index.md", "content/pipe.md"]
    assert _names(tmp_path, found) == names
    named = discover([tmp_path / "content" / "folder.md"], _hugo(tmp_path))
    assert _names(tmp_path, named) == names[:2]
    # Where nothing says that these are articles, a folder is a folder and a pipe is not read.
    assert _names(tmp_path, discover([tmp_path], _generic(tmp_path))) == names[1:2]


def test_names_in_any_encoding(tmp_path: Path) -> None:
    _make(tmp_path, "content/日本 #1\n.md")
    _make(tmp_path, os.fsdecode(b"content/caf\xe9/\xff.md"))
    expected = [b"\xff.md", "日本 #1\n.md".encode()]
    for ask in (_hugo(tmp_path), _generic(tmp_path), _generic(tmp_path, ("**/*.md",), ("x",))):
        found = discover([tmp_path], ask)
        assert [os.fsencode(path.name) for path in found.files] == expected


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a.md", "closed/b.md", "open/c.md")
    real = os.scandir

    def scan(path: str) -> object:
        if "closed" in path:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("newslint.files.discover.os.scandir", scan)
    found = discover([tmp_path], _generic(tmp_path))
    assert _names(tmp_path, found) == ["a.md", "open/c.md"]
    assert found.notices == (
        f"{tmp_path}/closed: the folder cannot be read: no permission to read it",
    )


def test_an_unreadable_file_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a.md")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("newslint.files.filter.os.open", refuse)
    assert has_front_matter(str(tmp_path / "a.md"))


def test_nothing_at_all(tmp_path: Path) -> None:
    assert discover([tmp_path], _hugo(tmp_path)) == Discovery(())
    assert discover([], _hugo(tmp_path)) == Discovery(())


def test_deep_folders(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "d"
        folder.mkdir()
    _make(folder, "a.md")
    assert len(discover([tmp_path], _generic(tmp_path)).files) == 1


def test_articles_of_qiita_lie_in_public(tmp_path: Path) -> None:
    _make(tmp_path, "public/a.md", "public/.remote/a.md", "dist/b.md", "qiita.config.json")
    found = discover([tmp_path], _generic(tmp_path))
    assert _names(tmp_path, found) == ["public/a.md"]


def test_articles_of_qiita_in_a_folder_below(tmp_path: Path) -> None:
    _make(tmp_path, "b/qiita.config.json", "b/public/a.md", "c/public/a.md", "public/a.md")
    found = discover([tmp_path], _generic(tmp_path))
    assert _names(tmp_path, found) == ["b/public/a.md"]
    named = [tmp_path / name for name in ("b/public/a.md", "c/public/a.md", "public/a.md")]
    found = discover(named, _generic(tmp_path), force_exclude=True)
    assert _names(tmp_path, found) == ["b/public/a.md"]
