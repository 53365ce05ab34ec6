"""One table of options: what typer makes of it, the quick reader, and the config keys agree."""

from __future__ import annotations

import dataclasses
import functools
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.cli.arguments import quick
from newslint.cli.typer_command import typer_command
from newslint.config.load import Config, kebab, parse
from newslint.config.options import KEYS, LINT, OPTIONS, Option, Options, merged, options_of
from newslint.model.errors import NewslintError
from tests.support.command import TIMEOUT, environment, newslint
from tests.support.quick import at_most, one_in

REFUSED = "refused"


@functools.cache
def _typer(command: str) -> tuple[Callable[..., Any], list[Options]]:
    seen: list[Options] = []

    def keep(options: Options) -> int:
        seen.append(options)
        return 0

    app = typer.Typer(
        add_completion=False, context_settings={"help_option_names": ["-h", "--help"]}
    )
    app.command(command)(typer_command(command, keep, "Help."))
    return typer.main.get_command(app), seen


def by_typer(command: str, words: list[str]) -> Options | str:
    """What typer makes of a line. A line that asks for help is refused too: nothing is run."""
    run, seen = _typer(command)
    seen.clear()
    try:
        run(args=words, prog_name="newslint", standalone_mode=False)
    except NewslintError:
        pass
    except Exception as error:
        if not hasattr(error, "show"):  # an error of click, which newer typers carry themselves
            raise
    return seen[0] if seen else REFUSED


def by_quick(command: str, words: list[str]) -> Options | str:
    """What the quick reader makes of a line."""
    try:
        return quick([command, *words]) or REFUSED
    except NewslintError:
        return REFUSED


GOOD = {
    "from_encoding": ["cp1252", "utf-16"],
    "now": ["2026-01-31", "2026-01-31T12:00:00Z"],
    "per_file_ignores": ["a/**:TAG", "b:LNK004,DAT"],
}
ODD = st.sampled_from(
    ["", "-", "--", "-q", "--quiet", "x", "0", "1", "12", " 1", "1_0", "é", "a=b"]
)


def _values(option: Option) -> st.SearchStrategy[str]:
    good = list(option.choices()) or GOOD.get(option.name) or ["a", "LNK,TAG001", "", "x=y"]
    if option.name == "jobs":
        good = ["1", "2", "16"]
    return st.sampled_from(good) | ODD if option.many else st.sampled_from([*good, *good, "x", ""])


@st.composite
def _typed(draw: st.DrawFn, options: tuple[Option, ...]) -> list[str]:
    """One option, in one of the ways in which it may be written."""
    option = draw(st.sampled_from(options))
    names = [name for name in (option.long, option.negated, option.short) if name]
    name = draw(st.sampled_from(names))
    if option.is_flag:
        return [name]
    value = draw(_values(option))
    joined = f"{name}{value}" if name == option.short else f"{name}={value}"
    return draw(st.sampled_from([[name, value], [joined]]))


def _words(command: str) -> st.SearchStrategy[list[str]]:
    options = options_of(command)
    short = [option for option in options if option.short]
    letters = "".join(option.short[1] for option in short) + "2x="
    cluster = st.text(letters, min_size=1, max_size=4).map(lambda text: [f"-{text}"])
    wrong = st.sampled_from([["--nope"], ["-x"], ["--quiet=1"], ["--no-quiet"], ["--help"], ["-h"]])
    path = st.sampled_from([["a.md"], ["-"], [""], ["--"], ["b c"]])
    cut = _typed(options).map(lambda words: words[:1])
    parts = st.one_of(_typed(options), _typed(options), _typed(options), path, cluster, cut, wrong)
    return st.lists(parts, max_size=5).map(lambda found: [word for part in found for word in part])


LINES = st.sampled_from(LINT).flatmap(lambda name: st.tuples(st.just(name), _words(name)))


@settings(max_examples=at_most(600), deadline=None)
@given(LINES)
def test_both_readers_give_the_same_or_both_refuse(line: tuple[str, list[str]]) -> None:
    assert by_quick(*line) == by_typer(*line)


VALID = [
    "check",
    "fix",
    "fix --",
    "check a.md b",
    "check --quiet -- a.md --fix.md -- -",
    "check -q a.md -v",
    "check -qv",
    "check -j2",
    "check -j 2 -q",
    "check -vj2 a.md",
    "check --jobs=2",
    "check --select LNK --select=TAG,DAT001 --ignore x",
    "check --select= --select --",
    "check --no-unsafe-fixes --unsafe-fixes",
    "fix --unsafe-fixes --no-unsafe-fixes",
    "fix --preset news --target=hugo --from-encoding cp1252 --now 2026-01-31",
    "check --output-format json --output-file out/x.json --fail-on never",
    "check --config a.toml --since main --stdin-filename x.md --fix --diff",
]


@pytest.mark.parametrize("line", VALID)
def test_a_valid_line_is_read_without_typer(line: str) -> None:
    command, *words = shlex.split(line)
    made = quick([command, *words])
    assert made is not None
    assert made == by_typer(command, words)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "rule",
        "--help",
        "check --help",
        "check -h",
        "check -qh",
        "check --nope",
        "fix --fix",
        "check --quie",
        "check --quiet=yes",
        "check --no-quiet",
        "check --select",
        "check -j",
        "check -j=2",
        "check --jobs 0",
        "check --preset newz",
        "check --output-format tabel",
    ],
)
def test_other_lines_go_to_typer(line: str) -> None:
    assert quick(line.split()) is None


def test_every_option_on_its_own() -> None:
    for command in LINT:
        for option in options_of(command):
            value = [] if option.is_flag else [_valid(option)]
            made = quick([command, option.long, *value])
            assert made is not None, option
            assert made.typed == {option.name}
            assert made == by_typer(command, [option.long, *value])


def _valid(option: Option) -> str:
    return next(iter([*option.choices(), *GOOD.get(option.name, ["1"])]))


def test_a_flag_has_two_directions_where_a_config_can_say_it() -> None:
    both = {option.name for option in OPTIONS if option.negated}
    assert both == {option.name for option in OPTIONS if option.is_flag and option.name in KEYS}
    assert both >= {"unsafe_fixes", "statistics", "show_fixes", "force_exclude"}


def test_the_keys_of_a_config_are_those_of_the_table() -> None:
    of_config = {one.name: one for one in dataclasses.fields(Config)}
    for one in dataclasses.fields(Options):
        if one.name in KEYS:
            assert of_config[one.name].type == one.type
            assert of_config[one.name].default == one.default


@pytest.mark.parametrize("name", sorted(KEYS))
def test_a_config_can_say_every_key_of_the_table(name: str) -> None:
    (option,) = (option for option in OPTIONS if option.name == name)
    value: Any = True if option.is_flag else option.read(_valid(option))
    made = parse({kebab(name): list(value) if option.many else value}, "newslint.toml")
    assert getattr(made, name) == value


@pytest.mark.parametrize("name", sorted(option.name for option in OPTIONS if option.negated))
@pytest.mark.parametrize("said", [True, False])
def test_the_command_line_holds_against_the_config(name: str, said: bool) -> None:
    config = parse({kebab(name): said}, "newslint.toml")
    for line, wanted in (
        ([], said),
        ([f"--{kebab(name)}"], True),
        ([f"--no-{kebab(name)}"], False),
    ):
        options = quick(["check", *line])
        assert options is not None
        assert getattr(merged(options, config), name) is wanted


def test_the_config_holds_where_the_line_is_silent() -> None:
    config = parse({"fail-on": "error", "jobs": 3, "output-format": "json"}, "newslint.toml")
    silent, said = quick(["check"]), quick(["check", "--fail-on", "warning", "-j1"])
    assert silent is not None
    assert said is not None
    made = merged(silent, config)
    assert (made.fail_on, made.jobs, made.output_format) == ("error", 3, "json")
    made = merged(said, config)
    assert (made.fail_on, made.jobs, made.output_format) == ("warning", 1, "json")


DIRTY = "---\ntitle: A\ndate: 2025-12-31\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"


def test_what_the_config_switches_on_the_line_switches_off(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(
        'statistics = true\nforce-exclude = true\nexclude = ["b.md"]\noutput-format = "concise"\n'
    )
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(DIRTY)
    done = newslint("check", "a.md", "b.md", folder=tmp_path)
    assert "a.md:" not in done.out
    assert "LNK004" in done.out
    done = newslint("check", "a.md", "b.md", "--no-statistics", folder=tmp_path)
    assert "a.md:4:7: warning LNK004" in done.out
    assert "b.md" not in done.out
    done = newslint("check", "b.md", "--no-statistics", "--no-force-exclude", folder=tmp_path)
    assert "b.md:4:7: warning LNK004" in done.out


WATCHED = """
import sys
from newslint.__main__ import main
sys.argv[1:] = {arguments!r}
code = main()
heavy = [name for name in {names!r} if name in sys.modules]
assert not heavy, heavy
sys.exit(code)
"""
HEAVY = ("typer", "click", "pydantic", "frontmatter", "rich", "ruamel.yaml")


@pytest.mark.parametrize(
    "line",
    one_in(
        3,
        [
            "check one.md",
            "check one.md --select LNK,DAT001 --ignore TXT",
            "check -q -j2 one.md",
            "check --preset strict --target hugo --fail-on error --output-format concise one.md",
            "fix --unsafe-fixes --now 2026-01-31T12:00:00Z --exit-zero one.md",
            "check one.md --no-unsafe-fixes --output-file out.json --output-format=json",
        ],
    ),
)
def test_a_valid_line_imports_no_typer_and_no_pydantic(line: str, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("---\ntitle: One\n---\nText.\n")
    program = WATCHED.format(arguments=line.split(), names=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode in (0, 1), done.stderr) == (True, "")


def test_help_says_every_option_and_its_choices(tmp_path: Path) -> None:
    for command in (*LINT, "config"):
        done = newslint(command, "--help", folder=tmp_path)
        assert done.code == 0
        for option in options_of(command):
            names = [name for name in (option.long, option.negated, option.short) if name]
            said = " ".join(done.out.replace("│", " ").split()).replace("- ", "-")
            missing = [name for name in (*names, *option.choices()) if name not in said]
            assert not missing
