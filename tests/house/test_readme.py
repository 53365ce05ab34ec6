"""README.md says what is so: its commands print what it shows, its options and keys exist.

`python -m tests.house.test_readme` writes anew what the commands print.
"""

from __future__ import annotations

import inspect
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import newslint as library
from newslint import registry
from newslint.cli import COMMANDS
from newslint.config import load as config
from newslint.config.options import ALL, KEYS, OPTIONS, options_of
from tests.support.command import ROOT, newslint
from tests.support.setting import settings

PATH = ROOT / "README.md"
FENCE = "`" * 3

_BLOCK = re.compile(rf"^{FENCE}(\w+)\n(.*?)^{FENCE}$", re.MULTILINE | re.DOTALL)


def _text() -> str:
    return PATH.read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return [body for name, body in _BLOCK.findall(_text()) if name == language]


def _shown(command: str) -> str:
    """A console block: the command, and what it prints where there is no terminal (80 columns)."""
    done = newslint(*shlex.split(command.removeprefix("$ newslint ")), folder=ROOT)
    return f"{command}\n{done.out}{done.err}"


def _renewed(text: str) -> str:
    def renew(match: re.Match[str]) -> str:
        if match[1] != "console":
            return match[0]
        command = match[2].partition("\n")[0]
        return f"{FENCE}console\n{_shown(command)}{FENCE}"

    return _BLOCK.sub(renew, text)


def test_ci_takes_its_commands_from_here() -> None:
    lines = [line for line in _text().splitlines() if line.startswith("python3 -m venv ")]
    assert [line.rpartition(" && ")[2] for line in lines] == [
        ".venv/bin/newslint check examples/newsroom --output-format table --exit-zero",
        ".venv/bin/python -m pytest",
    ]
    pattern = "^python3 -m venv .* -m pytest$"
    assert f"grep -m 1 '{pattern}' README.md" in (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert [line for line in lines if re.match(pattern, line)] == lines[1:]


@pytest.mark.parametrize("block", _blocks("console"), ids=lambda block: block.split("\n")[0])
def test_commands_print_what_is_shown(block: str) -> None:
    command = block.partition("\n")[0]
    assert block == _shown(command), "run `python -m tests.house.test_readme`"


def test_the_newsroom_is_shown() -> None:
    assert any("examples/newsroom" in block for block in _blocks("console"))


def _commands() -> Iterator[list[str]]:
    """Every call of newslint in the README, as words behind the program's name."""
    for language in ("bash", "console", "yaml"):
        for block in _blocks(language):
            for line in block.splitlines():
                for part in re.split(r"&&|<", line.partition(" #")[0]):
                    if found := re.search(r"(?:^|[/ ])newslint( .*)$", part):
                        yield shlex.split(found[1])
    for span in re.findall(r"`newslint ([^`]+)`", _text()):
        yield shlex.split(span)


def test_every_command_and_its_options_exist() -> None:
    commands = [words for words in _commands() if words]
    assert {words[0] for words in commands} >= {"check", "fix", "rule", "config"}
    for words in commands:
        if words not in (["--version"], ["--install-completion"]):
            unknown = {word for word in words if word.startswith("--")} - _options(words[0])
            assert not unknown, words


def test_every_option_that_is_named_alone_exists() -> None:
    named = set(re.findall(r"`(--[a-z][a-z-]+)`", _text()))
    assert named
    assert named <= _options("check")


def test_the_options_that_are_keys_are_named() -> None:
    (sentence,) = re.findall(r"The options ((?:`[a-z-]+`(?:,| and)?\s)+)are keys too", _text())
    named = re.findall("`(.+?)`", sentence)
    assert named == [one.long[2:] for one in OPTIONS if one.name in KEYS]


def _options(command: str) -> set[str]:
    if command in ALL:
        table = options_of(command)
        return {name for one in table for name in (one.long, one.negated)} | {"--help"}
    module = __import__(COMMANDS[command], fromlist=["command"])
    parameters = inspect.signature(module.command).parameters
    return {f"--{name.replace('_', '-')}" for name in parameters} | {"--help"}


@pytest.mark.parametrize("block", _blocks("toml"))
def test_every_config_key_exists(block: str) -> None:
    data = tomllib.loads(block)
    config.parse(data, "README.md")
    layers = [data, *data.get("overrides", ())]
    for layer in layers:
        settings({k: value for k, value in layer.items() if k not in ("paths", "before")})


def test_the_hooks_exist() -> None:
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    configs = [yaml.safe_load(block) for block in _blocks("yaml")]
    repos = [repo for data in configs for repo in data.get("repos", ())]
    used = {hook["id"] for repo in repos for hook in repo["hooks"]}
    assert used == {hook["id"] for hook in offered}


def test_every_rule_that_is_named_exists() -> None:
    named = set(re.findall(r"\b[A-Z]{3}\d{3}\b", _text()))
    assert named - {"ABC001"} <= {rule.code for rule in registry.all_rules()}  # one of one's own


def test_every_path_and_module_that_is_named_exists() -> None:
    paths = re.findall(
        r"`((?:tests|rules|examples|\.ci)/[\w/.-]*)`|\]\((?!https)([^)]+)\)", _text()
    )
    assert paths
    assert all((ROOT / (one or other)).exists() for one, other in paths)
    for name in re.findall(r"python -m (tests[\w.]+)", _text()):
        assert Path(ROOT, *name.split(".")).with_suffix(".py").is_file()
    for name in re.findall(r"`newslint\.(\w+)`", _text()):
        assert name == "toml" or name in library.__all__


if __name__ == "__main__":
    PATH.write_text(_renewed(_text()), encoding="utf-8", newline="\n")
