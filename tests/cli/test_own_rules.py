"""`newslint rule --new` and `--test`, and the example of a site with rules of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import ROOT, newslint
from tests.support.quick import one_in

OWN = "dateline `port ellery` is no town of the house; write `Port Ellery`"
EXAMPLE = ROOT / "examples" / "own-rules"


def test_a_new_rule_passes_its_own_examples(tmp_path: Path) -> None:
    made = newslint("rule", "--new", "xyz001", "loud-title", folder=tmp_path)
    assert made.out == (
        "lint/xyz001_loud_title.py is written. Change it, then try its examples:\n"
        '  add `rule-paths = ["lint"]` to newslint.toml\n'
        "  newslint rule --test --allow-code\n"
    )
    (tmp_path / "newslint.toml").write_text('rule-paths = ["lint"]\n')
    done = newslint("rule", "--test", "--allow-code", folder=tmp_path)
    assert (done.code, done.out, done.err) == (0, "1 rule tested, none failed.\n", "")
    (tmp_path / "a.md").write_text("---\ntitle: Flood!\ndate: 2026-01-01\n---\nText.\n")
    found = newslint("check", ".", "--allow-code", "--output-format", "concise", folder=tmp_path)
    assert found.out.startswith(
        "a.md:2:8: warning XYZ001 title `Flood!` ends with `!`; remove it [-]\n"
    )
    page = newslint("rule", "XYZ001", "--allow-code", folder=tmp_path)
    assert page.out.startswith("# loud-title (XYZ001): a title that ends")
    assert newslint("rule", "XYZ001", folder=tmp_path).code == 2


@pytest.mark.parametrize(
    ("before", "after", "said"),
    one_in(3, [
        ("2:8-2:16", "2:8-2:15", "A loud title: found 2:8-2:16 title"),
        ('Flood" # final', 'Fire" # final', "`fix --unsafe-fixes` makes of it"),
        ("safe=False", "safe=1 / 0", "rule ABC001 (loud-title) crashed on this file"),
        ("## Source", "## Sources", "its docstring must have the headings"),
        ("loud-title (ABC001): a", "a (ABC001): a", "its docstring must begin with"),
        ('title: Flood! Again', 'title: Again!', "A mark inside is no end: found 2:8-2:14"),
    ]),
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_said(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    newslint("rule", "--new", "ABC001", "loud-title", folder=tmp_path)
    (tmp_path / "newslint.toml").write_text('rule-paths = ["lint"]\n')
    path = tmp_path / "lint" / "abc001_loud_title.py"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))
    done = newslint("rule", "--test", "--allow-code", folder=tmp_path)
    assert (done.code, done.err) == (1, "")
    assert said in done.out
    assert done.out.endswith("1 rule tested, 1 failed.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    one_in(
        3,
        [
            (["--new", "AB001", "x"], "is no code: three letters and three digits"),
            (["--new", "../x", "x"], "is no code"),
            (["--new", "ABC001", "Loud Title"], "is no name: small letters"),
            (["--new", "ABC001", "../loud"], "is no name"),
            (["--new", "TXT001", "loud"], "TXT001 text-whitespace exists already"),
            (["--new", "ABC001", "text-whitespace"], "exists already"),
            (["--new", "ABC001"], "--new takes a code and a name"),
            (["--test"], "no rules of your own"),
            (["--test", "--allow-code"], "no rules of your own"),
        ],
    ),
)
def test_mistakes_are_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = newslint("rule", *arguments, folder=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err
    assert not [*tmp_path.iterdir()]


def test_a_mistake_in_a_config_does_not_keep_a_rule_from_being_explained(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("nothing = 1\n")
    assert newslint("rule", "LNK004", folder=tmp_path).code == 0
    done = newslint("rule", "LNK004", "--allow-code", folder=tmp_path)
    assert (done.code, "unknown key `nothing`" in done.err) == (2, True)


def test_a_rule_that_exists_is_not_written_again(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('rule-paths = ["own/rules"]\n')
    first = newslint("rule", "--new", "ABC001", "loud-title", folder=tmp_path)
    assert first.out.startswith("own/rules/abc001_loud_title.py is written")
    path = tmp_path / "own" / "rules" / "abc001_loud_title.py"
    path.write_text("mine")
    again = newslint("rule", "--new", "ABC001", "loud-title", folder=tmp_path)
    assert (again.code, path.read_text()) == (2, "mine")
    assert "exists already" in again.err


def test_rules_are_code_that_must_be_allowed_to_be_tried(tmp_path: Path) -> None:
    newslint("rule", "--new", "ABC001", "loud-title", folder=tmp_path)
    (tmp_path / "newslint.toml").write_text('rule-paths = ["lint"]\n')
    (tmp_path / "lint" / "abc001_loud_title.py").write_text("open('it-ran', 'w')")
    for arguments in (["--test"], [], ["TXT001"]):
        newslint("rule", *arguments, folder=tmp_path)
    assert not (tmp_path / "it-ran").exists()
    done = newslint("rule", "--test", folder=tmp_path)
    assert (done.code, "allow it with `--allow-code`" in done.err) == (2, True)


SITE_RULE = '''"""same-title (ABC002): titles that are the same.

## What it does
## Why it matters
## Fix
## Options
## Source
"""

from newslint.rule import SiteExample, SiteProblem, SiteRule


def across(articles, options):
    for one in articles[1:]:
        if one.title and one.title.text == articles[0].title.text:
            yield SiteProblem(one, one.title.place, "title again")


ONE = {"content/a.md": "---\\ntitle: A\\n---\\n"}
TWO = {**ONE, "content/b.md": "---\\ntitle: A\\n---\\n"}
RULE = SiteRule(
    code="ABC002", name="same-title", severity="warning", across=across, examples=(),
    sites=(SiteExample("Twice", TWO, (("content/b.md", "2:8-2:9", "title again"),)),
           SiteExample("Once", ONE)),
)
'''


def test_a_rule_about_the_whole_site_is_tried_too(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('rule-paths = ["lint"]\n')
    (tmp_path / "lint").mkdir()
    path = tmp_path / "lint" / "abc002_same_title.py"
    path.write_text(SITE_RULE)
    done = newslint("rule", "--test", "--allow-code", folder=tmp_path)
    assert (done.code, done.out) == (0, "1 rule tested, none failed.\n")
    path.write_text(SITE_RULE.replace("2:8-2:9", "2:8-2:8"))
    done = newslint("rule", "--test", "--allow-code", folder=tmp_path)
    assert "Twice: found content/b.md:2:8-2:9 title again\n" in done.out


def test_the_example_shows_what_each_of_its_schemas_finds() -> None:
    done = newslint("check", ".", "--allow-code", "--output-format", "concise", folder=EXAMPLE)
    assert (done.code, done.err) == (1, "")
    lines = [line.removeprefix("content/pier.md:") for line in done.out.splitlines()[:-1]]
    assert lines == [
        "2:8: error SCH012 title is not right: the house asks no questions in titles",
        f"4:11: warning OWN001 {OWN} [-]",
        "5:1: error SCH012 editor.name is missing but required by article.schema.json",
        "5:17: error SCH012 editor.mail `ann` is not of the format email",
        "8:3: error SCH004 tags does not match the pattern ^[^A-Z]+$",
    ]


def test_the_rules_of_the_example_pass_and_need_to_be_allowed() -> None:
    done = newslint("rule", "--test", "--allow-code", folder=EXAMPLE)
    assert (done.code, done.out) == (0, "1 rule tested, none failed.\n")
    plain = newslint("check", ".", "--output-format", "concise", folder=EXAMPLE)
    assert (plain.code, "OWN001" in plain.out, "models" in plain.out) == (1, False, False)
    assert plain.out.count("RUN008") == 1
    assert not [*EXAMPLE.rglob("__pycache__")]
