"""Options and keys for an old site: unfixable, ignores by file, old articles, versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import __version__
from newslint.config.load import parse
from newslint.config.required import check_version
from newslint.model.errors import NewslintError
from tests.support.command import newslint
from tests.support.quick import one_in

DIRTY = (
    "---\ntitle: The  vote\ndate: 2025-12-31T10:00:00Z\n"
    "link: https://example.org/a?utm_source=rss\n---\nText.\n"
)


def put(folder: Path, config: str = "", **files: str) -> Path:
    if config:
        (folder / "newslint.toml").write_text(config)
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def found(folder: Path, *arguments: str) -> str:
    done = newslint("check", "--output-format", "concise", *arguments, folder=folder)
    return "\n".join(line for line in done.out.splitlines() if "SIT00" not in line)


@pytest.mark.parametrize(
    ("config", "arguments", "fixed"),
    one_in(
        3,
        [
            ("", (), True),
            ("", ("--unfixable", "LNK"), False),
            ("", ("--unfixable", "link-tracking"), False),
            ("", ("--fixable", "TXT"), False),
            ("", ("--fixable", "LNK004"), True),
            ("", ("--fixable", "LNK", "--unfixable", "LNK004"), False),
            ('unfixable = ["LNK004"]', (), False),
            ('fixable = ["TXT"]', (), False),
            ('unfixable = ["LNK004"]', ("--fixable", "LNK004"), True),
            ('unfixable = ["TXT"]', ("--unfixable", "LNK004"), False),
        ],
    ),
)
def test_what_may_be_fixed(
    tmp_path: Path, config: str, arguments: tuple[str, ...], fixed: bool
) -> None:
    put(tmp_path, config, a=DIRTY)
    done = newslint("fix", "--output-format", "concise", *arguments, folder=tmp_path)
    assert ("utm_source" not in (tmp_path / "a.md").read_text()) is fixed
    assert ("a.md:4:7: warning LNK004" in done.out or "a.md:4:7: LNK004" in done.out) is not fixed


def test_a_rule_that_is_not_fixed_shows_no_fix(tmp_path: Path) -> None:
    put(tmp_path, a=DIRTY)
    assert "[*]" in found(tmp_path)
    assert "[*]" not in found(tmp_path, "--unfixable", "LNK004")
    assert newslint("check", "--unfixable", "LNK04", folder=tmp_path).code == 2


def test_form_rules_that_need_a_fix_still_report(tmp_path: Path) -> None:
    text = "---\ntitle: 'A'\ndate: 2025-12-31T10:00:00Z\n---\n"
    put(tmp_path, '[style]\nquotes = "double"\n', a=text)
    assert "STY002" in found(tmp_path, "--select", "STY002", "--unfixable", "STY002")


def test_per_file_ignores_as_typed_and_as_written(tmp_path: Path) -> None:
    put(tmp_path, old__a=DIRTY, new__b=DIRTY)
    shown = found(tmp_path, "--per-file-ignores", "old/**:LNK,TXT001")
    assert "old/a.md" not in shown
    assert shown.count("new/b.md:") == 2
    put(tmp_path, '[per-file-ignores]\n"old/**" = ["LNK"]\n')
    shown = found(tmp_path)
    assert "old/a.md:4:7" not in shown
    assert "old/a.md:2:" in shown


def test_per_file_ignores_hold_against_select(tmp_path: Path) -> None:
    put(tmp_path, old__a=DIRTY)
    assert "LNK004" in found(tmp_path, "--select", "LNK004")
    shown = found(tmp_path, "--select", "LNK004", "--per-file-ignores", "old/**:LNK004")
    assert "LNK004" not in shown


def test_per_file_ignores_count_from_the_current_folder(tmp_path: Path) -> None:
    put(tmp_path, "preset = 'default'\n", content__old__a=DIRTY)
    shown = found(tmp_path / "content", "--per-file-ignores", "/old/**:LNK")
    assert "LNK004" not in shown


@pytest.mark.parametrize("value", ["TAG", "a:", ":TAG", "a: ,"])
def test_a_wrong_ignore_is_one_line(tmp_path: Path, value: str) -> None:
    done = newslint("check", "--per-file-ignores", value, folder=tmp_path)
    assert done.code == 2
    assert done.err.startswith("newslint: --per-file-ignores: ")
    assert done.err.count("\n") == 1


def test_an_unknown_rule_among_them_is_named(tmp_path: Path) -> None:
    put(tmp_path, a=DIRTY)
    done = newslint("check", "--per-file-ignores", "**:LNK0O4", folder=tmp_path)
    assert (done.code, "unknown rule `LNK0O4`" in done.err) == (2, True)


OLD = DIRTY.replace("2025-12-31T10:00:00Z", "2019-05-01T10:00:00Z")


def test_old_articles_warn_and_new_ones_fail(tmp_path: Path) -> None:
    config = (
        '[severity]\nLNK004 = "error"\n\n[[overrides]]\nbefore = "2024-01-01"\n'
        'ignore = ["TXT001"]\nseverity.LNK004 = "info"\n'
    )
    put(tmp_path, config, old=OLD)
    assert newslint("check", folder=tmp_path).code == 0
    shown = found(tmp_path)
    assert "TXT001" not in shown
    put(tmp_path, new=DIRTY)
    done = newslint("check", "--fail-on", "error", folder=tmp_path)
    assert done.code == 1
    assert "new.md:2:" in done.out


@pytest.mark.parametrize("value", ["2024-01-01", '"2024-01-01"'])
def test_a_day_may_be_a_date_or_a_text(tmp_path: Path, value: str) -> None:
    put(tmp_path, f'[[overrides]]\nbefore = {value}\nignore = ["ALL"]\n', old=OLD)
    assert found(tmp_path).startswith("All checks passed") or "old.md" not in found(tmp_path)


def test_the_day_itself_is_new_and_no_date_is_new(tmp_path: Path) -> None:
    put(tmp_path, '[[overrides]]\nbefore = "2019-05-01"\nignore = ["ALL"]\n', old=OLD)
    assert "old.md" in found(tmp_path)
    put(tmp_path, '[[overrides]]\nbefore = "2029-05-01"\nignore = ["ALL"]\n', old=OLD)
    assert "old.md" not in found(tmp_path)
    (tmp_path / "old.md").write_text("---\ntitle: The  vote\n---\n")
    assert "old.md" in found(tmp_path)


def test_before_and_paths_hold_together(tmp_path: Path) -> None:
    config = '[[overrides]]\nbefore = "2024-01-01"\npaths = ["a/**"]\nignore = ["ALL"]\n'
    put(tmp_path, config, a__old=OLD, b__old=OLD)
    shown = found(tmp_path)
    assert "a/old.md" not in shown
    assert "b/old.md" in shown


def test_rules_about_the_site_know_the_day_too(tmp_path: Path) -> None:
    same = "---\ntitle: One and the same story\ndate: {}T10:00:00Z\nlink: https://a.org/x\n---\n"
    put(tmp_path, a=same.format("2019-05-01"), b=same.format("2019-05-01"))
    assert "SIT004" in newslint("check", "--preset", "news", folder=tmp_path).out
    put(tmp_path, '[[overrides]]\nbefore = "2024-01-01"\nignore = ["SIT"]\n')
    assert "SIT" not in newslint("check", "--preset", "news", folder=tmp_path).out


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("[[overrides]]\nignore = ['TAG']\n", "`overrides` must say `paths`, `before` or both"),
        ("[[overrides]]\nbefore = 'soon'\n", "`overrides.0.before`"),
        ("required-version = 2\n", '`required-version` must be a string: `">=0.2"`'),
        ("required-version = 'new'\n", "`new` is not a version such as `>=0.2`"),
        ("required-version = '>=99'\nof-the-future = 1\n", "requires newslint >=99, and this is"),
        ("per-file-ignores = ['a']\n", "`per-file-ignores` must be a table"),
    ],
)
def test_a_wrong_key_is_one_line(tmp_path: Path, config: str, words: str) -> None:
    put(tmp_path, config, a=DIRTY)
    done = newslint("check", folder=tmp_path)
    assert done.code == 2
    assert words in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("wanted", "version", "holds"),
    [
        (">=0.2", "0.2.0", True),
        (">=0.2", "0.1.9", False),
        (">=0.2,<1", "0.9", True),
        (">=0.2, <1", "1.0", False),
        ("==0.2", "0.2.0", True),
        ("0.2", "0.2.1", False),
        ("!=0.2", "0.2.1", True),
        ("~=0.2", "0.9", True),
        ("~=0.2.3", "0.2.9", True),
        ("~=0.2.3", "0.3.0", False),
        (">=0.2", "0.2.dev1", True),
        ("<=0.10", "0.9", True),
    ],
)
def test_versions(wanted: str, version: str, holds: bool) -> None:
    if holds:
        check_version(wanted, version, "x")
    else:
        with pytest.raises(NewslintError, match="requires newslint"):
            check_version(wanted, version, "x")


def test_this_version_is_enough() -> None:
    assert parse({"required-version": f">={__version__}"}, "x").required_version


def test_fix_only_reports_nothing_that_is_left(tmp_path: Path) -> None:
    put(tmp_path, a=DIRTY)
    done = newslint("fix", "--fix-only", "--output-format", "concise", folder=tmp_path)
    assert done.code == 0
    assert "TXT001" not in done.out
    assert "utm_source" not in (tmp_path / "a.md").read_text()
    put(tmp_path, a=DIRTY)
    assert newslint("check", "--fix-only", "--exit-non-zero-on-fix", folder=tmp_path).code == 1
    assert newslint("check", "--fix-only", "--exit-non-zero-on-fix", folder=tmp_path).code == 0
    assert newslint("fix", "--fix-only", "--diff", folder=tmp_path).code == 2


def test_fix_only_never_hides_what_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("nowhere.md")
    done = newslint("fix", "--fix-only", "a.md", folder=tmp_path)
    assert done.code == 2
    assert "RUN001" in done.out


def test_exclude_as_typed(tmp_path: Path) -> None:
    put(tmp_path, "exclude = ['a/**']\n", a__x=DIRTY, b__x=DIRTY, c__x=DIRTY)
    assert "a/x.md" not in found(tmp_path)
    shown = found(tmp_path, "--exclude", "b")
    assert ("a/x.md" in shown, "b/x.md" in shown, "c/x.md" in shown) == (True, False, True)
    shown = found(tmp_path, "--extend-exclude", "b,nothing")
    assert ("a/x.md" in shown, "b/x.md" in shown, "c/x.md" in shown) == (False, False, True)
    shown = found(tmp_path / "b", "--exclude", "/x.md", ".", "../c")
    assert ("x.md" in shown.replace("../c/x.md", ""), "../c/x.md" in shown) == (False, True)
    put(tmp_path, "extend-exclude = ['c']\n")
    assert "c/x.md" not in found(tmp_path)
