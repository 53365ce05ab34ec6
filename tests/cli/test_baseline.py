"""`newslint baseline`: today's problems are accepted, and only new ones fail."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.api import check_paths
from newslint.model.errors import NewslintError
from newslint.site.baseline import Key, counted, read_baseline, without, written
from tests.support.command import newslint, tree

FILE = "newslint-baseline.json"
DIRTY = (
    "---\ntitle: The  vote of {}\ndate: 2025-12-31T10:00:00Z\n"
    "link: https://example.org/{}?utm_source=rss\n---\nText {}.\n"
)


def put(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DIRTY.format(name, name, name))
    return folder


def accepted(folder: Path) -> set[tuple[str, str]]:
    return {(key.file, key.code) for key in read_baseline(folder / FILE)}


def left(folder: Path, *arguments: str) -> list[str]:
    done = newslint("check", "--output-format", "concise", *arguments, folder=folder)
    return [line for line in done.out.splitlines() if ".md:" in line]


def test_from_many_problems_to_green(tmp_path: Path) -> None:
    put(tmp_path, "a", "b/c")
    assert newslint("check", folder=tmp_path).code == 1
    done = newslint("baseline", folder=tmp_path)
    assert (done.code, done.err) == (
        0,
        f"newslint: {FILE}: 4 problems accepted, in 2 files: 4 added, 0 removed\n",
    )
    done = newslint("check", folder=tmp_path)
    assert done.code == 0
    assert f"4 problems accepted in {FILE} are not shown" in done.err
    put(tmp_path, "new")
    assert newslint("check", folder=tmp_path).code == 1
    assert {line.partition(":")[0] for line in left(tmp_path)} == {"new.md"}


def test_moved_lines_change_nothing(tmp_path: Path) -> None:
    put(tmp_path, "a")
    newslint("baseline", folder=tmp_path)
    text = (tmp_path / "a.md").read_text()
    (tmp_path / "a.md").write_text(text.replace("---\ntitle", "---\n# one\nslug: a\n# two\ntitle"))
    assert left(tmp_path) == []
    (tmp_path / "a.md").write_text(text.replace("utm_source=rss", "utm_source=atom"))
    assert [line for line in left(tmp_path) if "LNK004" in line]


def test_what_is_there_once_more_is_new(tmp_path: Path) -> None:
    put(tmp_path, "a")
    (result,) = check_paths(tmp_path / "a.md")
    one = result.diagnostics[0]
    twice = result._replace(diagnostics=(one, one))
    known: Counter[Key] = counted([one], "a.md")
    used: Counter[Key] = Counter()
    assert without(twice, "a.md", known, used).diagnostics == (one,)
    assert used == known
    assert without(twice, "a.md", counted([one, one], "a.md"), used).diagnostics == ()


def test_prune_only_removes(tmp_path: Path) -> None:
    put(tmp_path, "a", "b", "c")
    newslint("baseline", folder=tmp_path)
    (tmp_path / "b.md").unlink()
    put(tmp_path, "new")
    newslint("fix", "a.md", folder=tmp_path)
    done = newslint("check", folder=tmp_path)
    assert "no longer occurs: `newslint baseline --prune` removes it" in done.err
    newslint("baseline", "--prune", folder=tmp_path)
    assert {file for file, _ in accepted(tmp_path)} == {"a.md", "c.md"}
    assert ("a.md", "LNK004") not in accepted(tmp_path)
    assert "no longer" not in newslint("check", folder=tmp_path).err


def test_a_part_of_the_site_leaves_the_rest_as_it_is(tmp_path: Path) -> None:
    put(tmp_path, "a/x", "b/y")
    newslint("baseline", folder=tmp_path)
    (tmp_path / "b/y.md").write_text("---\ntitle: A\n---\n")
    put(tmp_path, "a/z")
    newslint("baseline", "a", folder=tmp_path)
    assert {file for file, _ in accepted(tmp_path)} == {"a/x.md", "a/z.md", "b/y.md"}


def test_rules_that_did_not_run_keep_their_entries(tmp_path: Path) -> None:
    same = "---\ntitle: One story\ndate: 2025-12-31T10:00:00Z\nlink: https://a.org/x\n---\n"
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(same)
    newslint("baseline", "--preset", "news", folder=tmp_path)
    before = accepted(tmp_path)
    assert {code[:3] for _, code in before} >= {"SIT"}
    newslint("baseline", "--prune", "a.md", folder=tmp_path)
    newslint("baseline", "--prune", "--select", "LNK", folder=tmp_path)
    assert accepted(tmp_path) == before


def test_from_a_folder_below_the_names_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("")
    put(tmp_path, "content/a")
    newslint("baseline", folder=tmp_path)
    data = (tmp_path / FILE).read_bytes()
    assert left(tmp_path / "content") == []
    newslint("baseline", folder=tmp_path / "content")
    assert (tmp_path / FILE).read_bytes() == data
    assert not (tmp_path / "content" / FILE).exists()


def test_options_and_the_key(tmp_path: Path) -> None:
    put(tmp_path, "a")
    (tmp_path / "newslint.toml").write_text('baseline = "lint/old.json"\n')
    (tmp_path / "lint").mkdir()
    assert newslint("baseline", folder=tmp_path).code == 0
    assert (tmp_path / "lint/old.json").is_file()
    assert left(tmp_path) == []
    assert len(left(tmp_path, "--no-baseline")) == 2
    assert len(left(tmp_path, "--isolated")) == 2
    assert left(tmp_path, "--isolated", "--baseline", "lint/old.json") == []
    newslint("baseline", "--baseline", "mine.json", folder=tmp_path)
    assert left(tmp_path, "--baseline", "mine.json") == []
    assert newslint("check", "--baseline", "no.json", folder=tmp_path).code == 2
    assert newslint("check", "--baseline", "mine.json", "--no-baseline", folder=tmp_path).code == 2


@pytest.mark.parametrize("name", ["../out.json", "/out.json", "a.md", "newslint.toml"])
def test_a_config_cannot_have_other_files_written(tmp_path: Path, name: str) -> None:
    site = put(tmp_path / "site", "a")
    (site / "newslint.toml").write_text(f'baseline = "{name}"\n')
    before = tree(tmp_path)
    done = newslint("baseline", folder=site)
    assert done.code == 2
    assert "`baseline` must name a .json file of the site" in done.err
    assert tree(tmp_path) == before


def test_no_other_file_is_replaced(tmp_path: Path) -> None:
    put(tmp_path, "a")
    for name, text in {"package.json": '{"name": "x"}', "list.json": "[]", "x.json": "{"}.items():
        (tmp_path / name).write_text(text)
        done = newslint("baseline", "--baseline", name, folder=tmp_path)
        assert done.code == 2
        assert "is not a baseline of newslint" in done.err
        assert (tmp_path / name).read_text() == text


def test_what_could_not_be_read_is_never_accepted(tmp_path: Path) -> None:
    put(tmp_path, "a")
    (tmp_path / "b.md").symlink_to("nowhere.md")
    assert newslint("baseline", folder=tmp_path).code == 2
    assert newslint("check", folder=tmp_path).code == 2


def test_fix_fixes_what_is_accepted(tmp_path: Path) -> None:
    put(tmp_path, "a")
    newslint("baseline", folder=tmp_path)
    assert newslint("fix", folder=tmp_path).code == 0
    assert "utm_source" not in (tmp_path / "a.md").read_text()


def test_standard_input_knows_it_too(tmp_path: Path) -> None:
    put(tmp_path, "a")
    newslint("baseline", folder=tmp_path)
    text = (tmp_path / "a.md").read_bytes()
    line = ["check", "-", "--stdin-filename", "a.md"]
    assert newslint(*line, folder=tmp_path, stdin=text).code == 0
    assert newslint(*line, "--no-baseline", folder=tmp_path, stdin=text).code == 1


def git(folder: Path, *arguments: str, check: bool = True) -> int:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=check).returncode


def _two_branches(folder: Path, mine: str, theirs: str, attributes: str = "") -> None:
    put(folder, *(f"content/n{number:02d}" for number in range(0, 20, 2)))
    if attributes:
        (folder / ".gitattributes").write_text(attributes)
    newslint("baseline", folder=folder)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a")
    for branch, name in (("mine", mine), ("theirs", theirs)):
        git(folder, "checkout", "-qb", branch, "main")
        put(folder, f"content/{name}")
        newslint("baseline", folder=folder)
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", branch)


def test_two_branches_merge(tmp_path: Path) -> None:
    _two_branches(tmp_path, "n03", "n99")
    git(tmp_path, "merge", "-q", "--no-edit", "mine")
    assert left(tmp_path) == []
    before = (tmp_path / FILE).read_bytes()
    newslint("baseline", folder=tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.slow
def test_the_same_place_merges_by_union(tmp_path: Path) -> None:
    _two_branches(tmp_path, "n98", "n99", f"{FILE} merge=union\n")
    git(tmp_path, "merge", "-q", "--no-edit", "mine")
    assert left(tmp_path) == []


def test_a_conflict_is_one_line(tmp_path: Path) -> None:
    _two_branches(tmp_path, "n98", "n99")
    assert git(tmp_path, "merge", "-q", "--no-edit", "mine", check=False) == 1
    done = newslint("check", folder=tmp_path)
    assert done.code == 2
    assert "has conflict markers of git" in done.err
    assert done.err.count("\n") == 1


KEYS = st.builds(Key, *[st.text(max_size=9)] * 4)


@given(st.dictionaries(KEYS, st.integers(1, 999)))
def test_it_is_read_as_it_was_written(problems: dict[Key, int]) -> None:
    text = written(problems)
    assert json.loads(text)["newslint-baseline"] == 1
    assert text.count("\n") == len(problems) + 2
    assert written(dict(reversed(problems.items()))) == text


@given(st.dictionaries(KEYS, st.integers(1, 999)))
def test_a_round_trip(tmp_path_factory: pytest.TempPathFactory, problems: dict[Key, int]) -> None:
    path = tmp_path_factory.mktemp("b") / "b.json"
    path.write_text(written(problems), encoding="utf-8")
    assert read_baseline(path) == Counter(problems)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"problems": []}', '{"newslint-baseline": 2, "problems": []}',
     '{"newslint-baseline": 1, "problems": [["a"]]}', "[" * 100_000, "\ud800",
     '{"newslint-baseline": 1, "problems": [["a", "b", "c", "d", -1]]}',
     '{"newslint-baseline": 1, "problems": [["a", "b", "c", "d", true]]}'],
)  # fmt: skip
def test_what_is_no_baseline_is_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(NewslintError, match=r"^[^\n]*is not a baseline[^\n]*$"):
        read_baseline(path)
