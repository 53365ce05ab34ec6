"""rules/README.md, the index of the rules, is made from the rule files.

`python -m tests.rules.test_rules_readme` writes it anew; the test fails when it has drifted.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import registry
from newslint.cli.rule import fix_words, preset_words, summary
from newslint.report.run_report import RULES_URL, rule_url
from newslint.rule import Rule
from tests.support.command import ROOT

PATH = ROOT / "rules" / "README.md"

HEAD = """# Rules

One file each. `newslint rule CODE` explains one with its options and examples.

| code | name | severity | presets | fix | what it finds |
| --- | --- | --- | --- | --- | --- |
"""


def build() -> str:
    """The text of the index."""
    return HEAD + "".join(f"{row}\n" for row in _rows())


def _rows() -> Iterator[str]:
    for rule, module in zip(registry.all_rules(), registry.rule_modules(), strict=True):
        # reports link to the anchor: see `rule_url`
        code = f'<a id="{rule.code.lower()}"></a>[{rule.code}]({module}.py)'
        cells = (code, rule.name, *_words(rule))
        yield f"| {' | '.join(cells)} |"


def _words(rule: Rule) -> tuple[str, ...]:
    words = (rule.severity, preset_words(rule), fix_words(rule), summary(rule))
    return tuple(text.replace("|", "\\|") for text in words)


def test_the_index_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == build(), (
        "run `python -m tests.rules.test_rules_readme`"
    )


def test_reports_link_into_the_index() -> None:
    text = PATH.read_text(encoding="utf-8")
    assert RULES_URL.endswith("/rules/README.md")
    for rule in registry.all_rules():
        anchor = rule_url(rule.code).removeprefix(f"{RULES_URL}#")
        assert text.count(f'<a id="{anchor}"></a>') == 1


if __name__ == "__main__":
    PATH.write_text(build(), encoding="utf-8", newline="\n")
