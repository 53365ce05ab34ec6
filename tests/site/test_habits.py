"""What holds for a whole site is said once, and habits of the house are left as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint import check_paths
from newslint.registry import all_rules
from newslint.site.habits import LEAST
from tests.support.command import Done, newslint
from tests.support.quick import one_in
from tests.support.site_folder import make

HUGO = {"hugo.toml": 'baseURL = "https://example.org/"\n'}
MARK = "\ufeff"


def article(number: int, front: str = "date: 2025-12-30\n", mark: str = "") -> str:
    """An article of whose title nothing is wrong."""
    return f"{mark}---\ntitle: Flood in the valley {number}\n{front}---\nText.\n"


def site(root: Path, articles: dict[str, str], config: str = "") -> Path:
    """A Hugo site with these articles below `content`."""
    below = {f"content/{name}": text for name, text in articles.items()}
    return make(root, {**HUGO, **below, **({"newslint.toml": config} if config else {})})


def some(count: int, front: str, *, at: int = 0, folder: str = "news", mark: str = "") -> Any:
    """Name -> text of several articles."""
    numbers = range(at, at + count)
    return {f"{folder}/a{number:02}.md": article(number, front, mark) for number in numbers}


DAY, TIME = "date: 2025-12-30\n", "date: 2025-12-30T10:00:00Z\n"


def check(root: Path, *more: str, command: str = "check") -> Done:
    """A run of the news preset over the site."""
    paths = more if any(not one.startswith("--") for one in more) else (*more, ".")
    return newslint(command, "--preset", "news", "--now", "2026-01-31", *paths, folder=root)


def entries(done: Done) -> list[str]:
    """The lines of what is said once."""
    return [line for line in done.out.splitlines() if " articles: " in line]


def found(root: Path, *more: str) -> Iterator[dict[str, Any]]:
    """The objects of the JSON report."""
    yield from json.loads(check(root, "--output-format", "json", *more).out)


def test_one_entry_stands_for_all(tmp_path: Path) -> None:
    done = check(site(tmp_path, some(25, DAY)))
    assert done.out == (
        "whole site: 25 of 25 articles: DAT006 date `2025-12-30` has no time of day and is read as "
        "midnight; add the time; content/news/a00.md:3:7, content/news/a01.md:3:7, "
        "content/news/a02.md:3:7 and 22 more; if it is meant so, set "
        '`ignore = ["DAT006"]` in newslint.toml\n'
        "Found 25 info.\n"
    )
    assert done.code == 0


@pytest.mark.parametrize(
    ("days", "times", "said"), [(20, 5, 1), (20, 6, 0), (19, 0, 0), (48, 12, 1)]
)
def test_twenty_articles_and_four_in_five(tmp_path: Path, days: int, times: int, said: int) -> None:
    done = check(site(tmp_path, some(days, DAY) | some(times, TIME, at=60)))
    assert len(entries(done)) == said
    assert done.out.count("has no time") == (1 if said else days)


def test_only_articles_with_the_field_are_asked(tmp_path: Path) -> None:
    """The rule is asked about the date of half of the articles: the others have none."""
    done = check(site(tmp_path, some(25, DAY) | some(25, "weight: 1\n", at=50)))
    assert [line.partition(": DAT")[0] for line in entries(done)] == [
        "whole site: 25 of 25 articles"
    ]


def test_a_missing_field_is_asked_of_all(tmp_path: Path) -> None:
    config = "fields.author.required = true\n"
    root = site(tmp_path, some(24, TIME) | some(6, f"{TIME}author: Ada\n", at=50), config)
    done = check(root)
    assert entries(done)[0].startswith("whole site: 24 of 30 articles: SCH001 author is missing")
    assert "if it is meant so" not in entries(done)[0]
    assert done.code == 1


def test_fields_are_counted_apart(tmp_path: Path) -> None:
    """Twelve dates and twelve others are no twenty of one field."""
    both = some(12, DAY) | some(12, f"publishDate: 2025-12-30\n{TIME}", at=30)
    assert entries(check(site(tmp_path, both))) == []


def test_an_error_is_an_error_in_every_article(tmp_path: Path) -> None:
    bad = {name: text.replace("Text.", "<p>Text.</p>") for name, text in some(25, TIME).items()}
    done = check(site(tmp_path, bad))
    assert done.code == 1
    assert len(entries(done)) == 1
    assert "BDY001" in entries(done)[0]
    assert "if it is meant so" not in entries(done)[0]
    (one,) = found(tmp_path)
    assert (one["severity"], one["count"], one["habit"], one["config"]) == (
        "error",
        25,
        False,
        None,
    )
    every = [one for result in check_paths(tmp_path) for one in result.diagnostics]
    assert [(one.severity, one.said_once) for one in every] == [("error", True)] * 25


def test_a_habit_is_a_note_and_is_not_fixed(tmp_path: Path) -> None:
    marked = some(25, TIME, mark=MARK)
    root = site(tmp_path, marked | some(5, TIME, at=50))
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    for _ in range(2):
        done = check(root, command="fix")
        assert done.code == 0
        assert {path: path.read_bytes() for path in root.rglob("*.md")} == before
        assert "whole site: 25 of 30 articles: FMT003" in done.out
        assert "fixable" not in done.out
    assert [(one["count"], one["habit"]) for one in found(root)] == [(25, True)]


@pytest.mark.parametrize(
    "options",
    [
        ("--no-habits",),
        ("--extend-select", "FMT003"),
        ("--extend-select", "fence-shape"),
        ("--select", "FMT003,DAT"),
    ],
)
def test_a_rule_that_is_named_is_fixed(tmp_path: Path, options: tuple[str, ...]) -> None:
    root = site(tmp_path, some(25, TIME, mark=MARK))
    assert check(root, *options, command="fix").code == 0
    assert not any(path.read_bytes().startswith(b"\xef\xbb") for path in root.rglob("*.md"))


@pytest.mark.parametrize("options", [("--select", "FMT"), ("--select", "ALL")])
def test_a_family_names_no_rule(tmp_path: Path, options: tuple[str, ...]) -> None:
    root = site(tmp_path, some(25, TIME, mark=MARK))
    check(root, *options, command="fix")
    assert all(path.read_bytes().startswith(b"\xef\xbb") for path in root.rglob("*.md"))


@pytest.mark.parametrize(
    "config",
    one_in(
        2,
        [
            "habits = false\n",
            'extend-select = ["FMT003"]\n',
            'severity.FMT003 = "warning"\n',
            '[[overrides]]\npaths = ["content/**"]\nextend-select = ["FMT003"]\n',
        ],
    ),
)
def test_the_config_names_a_rule(tmp_path: Path, config: str) -> None:
    root = site(tmp_path, some(25, TIME, mark=MARK), config)
    check(root, command="fix")
    assert not any(path.read_bytes().startswith(b"\xef\xbb") for path in root.rglob("*.md"))


def test_what_is_no_habit_is_fixed_though_it_is_said_once(tmp_path: Path) -> None:
    link = "source: Ada\nlink: https://example.com/flood-%d?utm_source=x\n"
    articles = {f"a{n}.md": article(n, f"{TIME}{link % n}") for n in range(25)}
    root = site(tmp_path, articles)
    assert "LNK004" in entries(check(root))[0]
    done = check(root, command="fix")
    assert (done.code, entries(done)) == (0, [])
    assert not any("utm_source" in path.read_text() for path in root.rglob("*.md"))
    again = {path: path.read_bytes() for path in root.rglob("*.md")}
    check(root, command="fix")
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == again


def test_fix_and_diff_leave_habits_beside_what_they_mend(tmp_path: Path) -> None:
    link = "link: https://example.com/a?utm_source=x\n"
    root = site(tmp_path, some(24, TIME, mark=MARK) | some(1, f"{TIME}{link}", at=40, mark=MARK))
    patch = check(root, "--diff").out
    assert patch.count("+++ ") == 1
    check(root, command="fix")
    assert all(path.read_bytes().startswith(b"\xef\xbb") for path in root.rglob("*.md"))
    assert "utm" not in (root / "content/news/a40.md").read_text(encoding="utf-8")


def test_what_is_no_habit_after_all_is_fixed_in_the_same_run(tmp_path: Path) -> None:
    """Whether the mark is a habit is known once all files have been read; then it is none."""
    link = "link: https://example.com/a?utm_source=x\nsource: Ada\n"
    articles = some(30, TIME) | some(1, f"{TIME}{link}", at=40, mark=MARK)
    articles |= some(9, TIME, at=50, mark=MARK)
    roots = [site(tmp_path / name, articles) for name in ("a", "b", "c")]
    done = check(roots[0], command="fix")
    plain = check(roots[1], "--no-habits", command="fix")
    assert done == plain
    assert done.out == "Found 11 problems (11 fixed, 0 remaining).\n"
    patch = newslint("fix", "--diff", "--preset", "news", "-q", ".", folder=roots[2]).out
    assert patch.count("+++ ") == 10
    for name in articles:
        texts = {(root / "content" / name).read_bytes() for root in roots[:2]}
        assert len(texts) == 1
        assert not texts.pop().startswith(b"\xef\xbb")


def test_a_section_has_habits_of_its_own(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, DAY) | some(25, TIME, at=60, folder="blog"))
    (entry,) = entries(check(root))
    assert entry.startswith("content/news/: 25 of 25 articles: DAT006")
    assert 'overrides = [{ paths = ["content/news/**"], ignore = ["DAT006"] }]' in entry


def test_a_language_has_habits_of_its_own(tmp_path: Path) -> None:
    config = 'baseURL = "https://example.org/"\n[languages.en]\n[languages.fa]\n'
    names = {f"s{n % 5}/a{n:02}.fa.md": article(n, DAY) for n in range(25)}
    root = site(tmp_path, names | some(25, TIME, folder="s1", at=50))
    (root / "hugo.toml").write_text(config, encoding="utf-8")
    (entry,) = entries(check(root))
    assert entry.startswith("language fa: 25 of 25 articles: DAT006")


def test_a_collection_is_a_section(tmp_path: Path) -> None:
    twice, once = "date: 2025-12-30\ntags: [a, a]\n", "date: 2025-12-30\ntags: [a]\n"
    posts = {f"_posts/{2000 + n}/2025-12-30-a{n}.md": article(n, twice) for n in range(25)}
    other = {f"_notes/b{n}.md": article(n + 60, once) for n in range(25)}
    make(tmp_path, {"_config.yml": "collections: [notes]\n", **posts, **other})
    (entry,) = entries(newslint("check", ".", folder=tmp_path))
    assert entry.startswith("_posts/: 25 of 25 articles: TAG001")


def test_suppressed_findings_are_counted_and_not_shown(tmp_path: Path) -> None:
    quiet = some(10, "date: 2025-12-30 # newslint: ignore[DAT006]\n", at=50)
    root = site(tmp_path, some(15, DAY) | quiet)
    (entry,) = entries(check(root))
    assert entry.startswith("whole site: 25 of 25 articles: DAT006")
    assert "and 12 more" in entry
    assert [one["count"] for one in found(root)] == [15]


def test_a_few_that_are_left_stand_for_themselves(tmp_path: Path) -> None:
    quiet = some(22, "date: 2025-12-30 # newslint: ignore[DAT006]\n", at=50)
    done = check(site(tmp_path, some(3, DAY) | quiet))
    assert entries(done) == []
    assert done.out.count("DAT006") == 3


def test_files_that_are_named_have_no_known_site(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, TIME, mark=MARK))
    files = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*.md"))]
    done = check(root, *files)
    assert (entries(done), done.out.count("FMT003")) == ([], 25)


def test_a_folder_is_not_called_the_site(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, DAY))
    (entry,) = entries(check(root, "content/news"))
    assert entry.startswith("content/news: 25 of 25 articles: DAT006")


@pytest.mark.parametrize(
    ("key", "listed", "habit"), [("said-once", 25, True), ("habits", 1, False)]
)
def test_the_config_switches_off_one_or_the_other(
    tmp_path: Path, key: str, listed: int, habit: bool
) -> None:
    root = site(tmp_path, some(25, DAY), f"{key} = false\n")
    assert check(root).out.count("DAT006 date") == listed
    assert {one.get("habit") for one in found(root)} == {habit}


def test_the_command_line_switches_off_both(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, DAY))
    assert check(root, "--no-habits").out.count("DAT006 date") == 25
    assert not any("habit" in one or "said_once" in one for one in found(root, "--no-habits"))


@pytest.mark.parametrize("form", ["table", "concise", "full", "markdown", "github"])
def test_reports_for_people_say_it_once(tmp_path: Path, form: str) -> None:
    out = check(site(tmp_path, some(25, DAY)), "--output-format", form).out
    assert "whole site" in out
    assert "25 of 25 articles" in out
    assert "a07.md" not in out


@pytest.mark.parametrize("form", ["json", "json-lines", "sarif", "gitlab", "rdjson", "azure"])
def test_so_do_reports_for_programs(tmp_path: Path, form: str) -> None:
    out = check(site(tmp_path, some(25, DAY)), "--output-format", form).out
    assert "whole site" in out
    assert "a07.md" not in out


def test_every_article_is_a_suite_of_its_own(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, DAY))
    out = check(root, "--output-format", "junit", "--fail-on", "info").out
    assert 'tests="25" failures="1"' in out
    assert out.count("<testsuite ") == 25


def test_an_object_of_json_has_the_number_and_what_settles_it(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, DAY), 'timezone = "Asia/Tokyo"\n')
    (one,) = found(root)
    assert (one["filename"], one["location"]) == ("newslint.toml", {"row": 1, "column": 1})
    assert [example["filename"][-6:] for example in one["examples"]] == [
        "a00.md",
        "a01.md",
        "a02.md",
    ]
    assert (one["count"], one["habit"], one["config"]) == (25, True, 'ignore = ["DAT006"]')


def test_a_server_has_the_places_from_the_top_of_the_checkout(tmp_path: Path) -> None:
    make(tmp_path, {".git/HEAD": ""})
    root = site(tmp_path / "site", some(25, DAY), "jobs = 1\n")
    out = check(root, "--output-format", "github").out
    assert "file=site/newslint.toml,line=1" in out


def test_statistics_list_it_apart(tmp_path: Path) -> None:
    mixed = some(25, DAY) | some(1, f"{DAY}tags: [a, a]\n", at=30)
    lines = check(site(tmp_path, mixed), "--statistics").out.splitlines()
    assert lines[0].endswith("tag-duplicate")
    assert lines[1].startswith("26  DAT006")
    assert lines[1].endswith("(whole site: 26 of 26 articles, a habit)")


@pytest.mark.slow
def test_workers_change_nothing(tmp_path: Path) -> None:
    root = site(tmp_path, some(30, DAY, mark=MARK) | some(30, TIME, folder="blog"))
    one, more = (check(root, "--output-format", "json", "--jobs", n) for n in ("1", "2"))
    assert one == more
    assert check(root, "--jobs", "1") == check(root, "--jobs", "2")


def test_the_library_says_the_same(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, DAY))
    marks = {
        (d.said_once, d.habit) for r in check_paths(root, preset="news") for d in r.diagnostics
    }
    assert marks == {(True, True)}
    files = sorted(root.rglob("*.md"))
    alone = [d for r in check_paths(files, preset="news") for d in r.diagnostics]
    assert {(d.said_once, d.habit) for d in alone} == {(False, False)}


def test_what_harms_each_article_is_no_habit() -> None:
    never = {"SRC001", "TAG005", "TAG006", "TXT009", "BDY001"}
    habits = {rule.code for rule in all_rules() if rule.habit}
    assert not habits & never
    assert not any(code.startswith("LNK") for code in habits)
    assert {"DAT005", "DAT006", "SRC003", "FMT003"} <= habits


def test_the_least_number_is_twenty() -> None:
    assert LEAST == 20
