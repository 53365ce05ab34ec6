"""`newslint rule`: explain a rule from its own file, or list all of them."""

from __future__ import annotations

import json
import re
import textwrap
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from newslint import generators, registry
from newslint.cli import output
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.model.errors import NewslintError
from newslint.report.run_report import rule_url
from newslint.report.summary import SEVERITIES
from newslint.rule import Example, Rule, Severity, SiteExample
from newslint.text.did_you_mean import did_you_mean


class Format(StrEnum):
    """How rules are shown."""

    text = "text"
    json = "json"


def command(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="Codes, names or families.")
    ] = None,
    output_format: Annotated[Format, typer.Option(help="text or json")] = Format.text,
    new: Annotated[
        str, typer.Option(metavar="CODE", help="Write a rule file of your own: --new ABC001 NAME.")
    ] = "",
    test: Annotated[
        bool, typer.Option("--test", help="Run the examples of your own rules.")
    ] = False,
    allow_code: Annotated[
        bool, typer.Option("--allow-code", help="Load the rules that the config names.")
    ] = False,
) -> int:
    """Explain a rule; without a code, list all rules."""
    if new or test:
        from newslint.cli.own_rules import new_rule, test_rules

        return new_rule(new, codes or []) if new else test_rules(codes or [], allow_code)
    load_own(allow_code)
    rules = _chosen(codes)
    if output_format is Format.json:
        text = json.dumps([_data(r) for r in rules], ensure_ascii=False, indent=2)
        output.emit(f"{text}\n", exact=True)
    elif codes:
        output.emit_markdown("\n".join(page(rule) for rule in rules))
    else:
        _table(rules)
    return 0


def load_own(allow_code: bool) -> None:
    """Load the rules that the config of the current folder names, where that was allowed.

    A mistake in it concerns only who wants them.
    """
    try:
        Project(CommandLine(allow_code=allow_code)).site(Path.cwd())
    except NewslintError:
        if allow_code:
            raise


def _chosen(codes: list[str] | None) -> list[Rule]:
    if not codes:
        return list(registry.all_rules())
    for line in registry.renamed(codes):
        output.notice(line)
    wanted: set[str] = set()
    for code in codes:
        try:
            wanted |= registry.select([code], "rule")
        except NewslintError:
            known = [name for rule in registry.all_rules() for name in (rule.code, rule.name)]
            hint = did_you_mean(code, known) or "; `newslint rule` lists them"
            raise NewslintError(f"unknown rule `{code}`{hint}") from None
    return [rule for rule in registry.all_rules() if rule.code in wanted]


_FILES = 4
"""Files of an example that a page shows, and findings."""


def preset_words(rule: Rule) -> str:
    """The presets that have the rule."""
    if rule.always:
        return "always on"
    return ", ".join(rule.presets) + (", in preview: with --preview alone" if rule.preview else "")


def precision_words(rule: Rule) -> str:
    """How sure the rule is, and what was read."""
    level, read, wrong, needless, note = rule.precision
    counts = f"{read} reports read, {wrong} wrong, {needless} needless" if read else ""
    more = "; ".join(filter(None, (counts, note)))
    return f"{level} ({more})" if more else level


_SEVERITY = re.compile(r'(?<![\w"])"(error|warning|info)"(?!["\w])')


def severities(rule: Rule) -> tuple[Severity, ...]:
    """The severity of the rule, then those that its file gives to some of what it finds."""
    path = registry.file_of(rule)
    named = set(_SEVERITY.findall(path.read_text(encoding="utf-8"))) if path else set()
    return (rule.severity, *(one for one in SEVERITIES if one in named - {rule.severity}))


def severity_words(rule: Rule) -> str:
    """How severe what the rule finds is: "error, in some cases warning or info"."""
    own, *others = severities(rule)
    return f"{own}, in some cases {' or '.join(others)}" if others else own


def page(rule: Rule) -> str:
    """The page of a rule in Markdown: its docstring with its severity, presets and examples."""
    title, _, rest = registry.documentation(rule).strip().partition("\n")
    several = rule.sites
    parts = [*map(_example, rule.examples), *map(_site_example, several)]
    examples = "\n".join(parts)
    return (
        f"# {title}\n\nSeverity: {severity_words(rule)}. Presets: {preset_words(rule)}. "
        f"Precision: {precision_words(rule)}.\n\n{rest.strip()}\n\n"
        f"## Examples\n\n{examples}"
    )


def _example(example: Example) -> str:
    parts = [f"{example.note}:\n", _indented(example.before)]
    if example.found:
        parts += ["gives:\n", *(f"    {place} {message}" for place, message in example.found), ""]
    else:
        parts += ["is right.\n"]
    if example.after is not None:
        how = "`newslint fix --unsafe-fixes`" if example.unsafe else "`newslint fix`"
        parts += [f"and becomes, by {how}:\n", _indented(example.after)]
    return "\n".join(parts)


def _site_example(example: SiteExample) -> str:
    parts = [f"{example.note}:\n"]
    files, found = [*example.files.items()], example.found
    parts += [f"`{path}`:\n\n{_indented(text)}" for path, text in files[:_FILES]]
    if len(files) > _FILES:
        parts += [f"and {len(files) - _FILES} more files\n"]
    lines = [f"    {path}:{place} {message}" for path, place, message in found[:_FILES]]
    more = [f"    and {len(found) - _FILES} more"] if len(found) > _FILES else []
    parts += ["gives:\n", *lines, *more, ""] if found else ["is right.\n"]
    return "\n".join(parts)


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.rstrip("\n").split("\n"))


def _data(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": summary(rule),
        "severity": rule.severity,
        "severities": list(severities(rule)),
        "presets": list(rule.presets),
        "always": rule.always,
        "preview": rule.preview,
        "precision": rule.precision._asdict(),
        "targets": _generators(rule),
        "explanation": registry.documentation(rule).strip(),
        "examples": [
            {
                "note": example.note,
                "before": example.before,
                "found": [f"{place} {message}" for place, message in example.found],
                "after": example.after,
                "applicability": None
                if example.after is None
                else "unsafe"
                if example.unsafe
                else "safe",
            }
            for example in rule.examples
        ]
        + [_site_data(example) for example in rule.sites],
        "url": rule_url(rule.code),
    }


def _site_data(example: SiteExample) -> dict[str, Any]:
    found = [f"{path}:{place} {message}" for path, place, message in example.found]
    return {"note": example.note, "files": dict(example.files), "found": found}


def _generators(rule: Rule) -> list[str]:
    """The generators that answer what the rule needs; empty for a rule that needs nothing."""
    if not rule.questions:
        return []
    return [made.name for made in generators.every() if made.answers(rule.questions)]


def fix_words(rule: Rule) -> str:
    """Which fixes the rule's examples show: safe, unsafe, both or none."""
    kinds = {
        "unsafe" if example.unsafe else "safe"
        for example in rule.examples
        if example.after is not None
    }
    return ", ".join(sorted(kinds))


def summary(rule: Rule) -> str:
    """What the rule's docstring says of it in its first line."""
    return registry.documentation(rule).strip().split("\n", 1)[0].split("): ", 1)[1].rstrip(".")


WIDE = 110
"""In fewer cells than this the table has no column for the precision."""


NARROW = 60
"""In fewer cells than this what a rule finds stands below its code."""

_OTHERS = "* in some cases less or more severe; `newslint rule CODE` explains one"


def _stacked(rules: list[Rule]) -> str:
    """A few lines for each rule, for a narrow window."""
    lines = []
    for rule in rules:
        fix = fix_words(rule)
        words = (
            *severities(rule)[:1],
            preset_words(rule).split(",")[0],
            f"fix {fix}" if fix else "",
        )
        lines.append(f"{rule.code}  {', '.join(filter(None, words))}")
        width = max(output.width() - 2, 20)
        lines += textwrap.wrap(f"{rule.name}: {summary(rule)}", width, break_on_hyphens=False,
                               initial_indent="  ", subsequent_indent="  ")  # fmt: skip
    return "".join(f"{line}\n" for line in lines)


def _table(rules: list[Rule]) -> None:
    """What each rule finds, from which preset on, and what its fixes are."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if output.width() < NARROW:
        output.emit(_stacked(rules))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    wide = output.width() >= WIDE
    for name in ("code", "severity", "preset", "fix", *(("precision",) if wide else ())):
        table.add_column(name, no_wrap=name != "fix")
    table.add_column("what it finds", overflow="fold")
    for rule in rules:
        preset = "always" if rule.always else "preview" if rule.preview else rule.preset
        more = "*" if len(severities(rule)) > 1 else ""
        cells = [rule.code, rule.severity + more, preset, fix_words(rule)]
        cells += [rule.precision.level] if wide else []
        table.add_row(*map(Text, cells), Text.assemble((rule.name, "bold"), f": {summary(rule)}"))
    console = Console(width=output.width(), no_color=not output.color(), highlight=False)
    with console.capture() as captured:
        console.print(table)
        console.print(Text(_OTHERS, "dim"))
    output.emit(captured.get())
