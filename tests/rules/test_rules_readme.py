"""rules/README.md, the index of the rules, and rules/pages, a page for each, are made from the rule
files.

`python -m tests.rules.test_rules_readme` writes them anew; the tests fail when they have drifted.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import registry
from newslint.cli.rule import fix_words, page, preset_words, summary
from newslint.report.run_report import RULES_URL, rule_url
from newslint.rule import Rule
from tests.support.command import ROOT

PATH = ROOT / "rules" / "README.md"
PAGES = ROOT / "rules" / "pages"

HEAD = """# Rules

One file each. `newslint rule CODE` explains one with its options and examples.

| code | name | severity | presets | fix | what it finds |
| --- | --- | --- | --- | --- | --- |
"""


def build() -> str:
    """The text of the index."""
    return HEAD + "".join(f"{row}\n" for row in _rows())


def _rows() -> Iterator[str]:
    for rule in registry.all_rules():
        # links of older versions lead to the anchor
        code = f'<a id="{rule.code.lower()}"></a>[{rule.code}](pages/{rule.code.lower()}.md)'
        cells = (code, rule.name, *_words(rule))
        yield f"| {' | '.join(cells)} |"


def _words(rule: Rule) -> tuple[str, ...]:
    words = (rule.severity, preset_words(rule), fix_words(rule), summary(rule))
    return tuple(text.replace("|", "\\|") for text in words)


def test_the_index_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == build(), (
        "run `python -m tests.rules.test_rules_readme`"
    )


def pages() -> dict[str, str]:
    """File name -> the page of a rule, with a way to the index and to the file of the rule."""
    made = {}
    for rule, module in zip(registry.all_rules(), registry.rule_modules(), strict=True):
        end = f"[All rules](../README.md) · [the rule itself](../{module}.py)"
        made[f"{rule.code.lower()}.md"] = f"{_plain(page(rule)).rstrip()}\n\n{end}\n"
    return made


def _plain(text: str) -> str:
    """The text with what an editor or git would change: blanks at line ends."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def test_the_pages_are_up_to_date() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}
    assert there == pages(), "run `python -m tests.rules.test_rules_readme`"


def test_reports_link_to_the_pages() -> None:
    assert RULES_URL.endswith("/blob/main/rules")
    for rule in registry.all_rules():
        assert (PAGES.parent / rule_url(rule.code).removeprefix(f"{RULES_URL}/")).is_file()
        assert f'<a id="{rule.code.lower()}"></a>' in PATH.read_text(encoding="utf-8")


if __name__ == "__main__":
    PATH.write_text(build(), encoding="utf-8", newline="\n")
    PAGES.mkdir(exist_ok=True)
    for old in PAGES.iterdir():
        old.unlink()
    for name, text in pages().items():
        (PAGES / name).write_text(text, encoding="utf-8", newline="\n")
