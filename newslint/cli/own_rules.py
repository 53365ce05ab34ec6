"""`newslint rule --new` and `newslint rule --test`: rules of one's own, written and tried."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint import registry
from newslint.cli import output
from newslint.cli.rule_examples import failures
from newslint.cli.rule_new import write_rule
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.display import display
from newslint.model.errors import NewslintError

FOLDER = "lint"
"""Where rules of one's own lie that no config names."""


def new_rule(code: str, names: Sequence[str]) -> int:
    """Write a rule file into the first folder of `rule-paths`, and say what to do next."""
    if len(names) != 1:
        raise NewslintError("--new takes a code and a name: `rule --new ABC001 loud-title`")
    site = Project(CommandLine()).site(Path.cwd())
    paths = site.config.rule_paths
    path = write_rule(code, names[0], site.base / (paths[0] if paths else FOLDER))
    output.emit(f"{display(path)} is written. Change it, then try its examples:\n")
    if not paths:
        output.emit(f'  add `rule-paths = ["{FOLDER}"]` to newslint.toml\n')
    output.emit("  newslint rule --test --allow-code\n")
    return 0


def test_rules(codes: Sequence[str], allow_code: bool) -> int:
    """Run the examples of the rules that the config names; 1 where one fails."""
    project = Project(CommandLine(allow_code=allow_code))
    site = project.site(Path.cwd())
    if project.withheld([Path.cwd()]):
        raise NewslintError("the rules of the config are code: allow it with `--allow-code`")
    if not site.own_rules:
        raise NewslintError("no rules of your own: `rule-paths` in newslint.toml names none")
    wanted = registry.select(codes, "rule --test") if codes else site.own_rules
    rules = [rule for rule in registry.all_rules() if rule.code in wanted & site.own_rules]
    failed = 0
    for rule in rules:
        found = [*failures(rule)]
        failed += bool(found)
        for line in found:
            output.emit(f"{rule.code} {rule.name}: {line}\n")
    count = "1 rule" if len(rules) == 1 else f"{len(rules)} rules"
    output.emit(f"{count} tested, {failed or 'none'} failed.\n")
    return 1 if failed else 0
