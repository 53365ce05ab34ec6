"""Code that a stranger's repository brings along: no config can name it so that it runs.

Keys for rules, models and plugins of one's own do nothing until somebody allows it where no pull
request reaches. These tests say so for every key and every option that there is.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from newslint import registry
from newslint.cli import run
from newslint.config.load import Config
from newslint.config.own_code import keys_for_code
from tests.support.command import ROOT, TIMEOUT, environment, started, tree

pytestmark = pytest.mark.slow

ARTICLE = b"---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
FIXED = b"---\ntitle: A\nlink: https://example.org/a\n---\nText.\n"

NAMES = ("evil", "evil:run", "evil.py", "./evil.py", "file:evil.py", "!!python/name:evil.run")
"""How a config might name code, as a module, a function, a file and a tag of YAML."""

WISHED = (
    "allow-code", "plugin", "extensions", "load",
    "import", "python-path", "hooks", "command", "formatter", "cache-dir", "dask", "journal",
    "now", "output-file", "config", "store",
)  # fmt: skip
"""Keys that other linters have for code, and those that a config must never set."""

PLACES = {
    "newslint.toml": "",
    ".newslint.toml": "",
    "pyproject.toml": "tool.newslint.",
    "base.toml": "",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with code in it that leaves a trace, and on Python's path at that."""
    here = tmp_path / "site"
    for name in ("evil.py", "lint/evil.py", "rules/evil.py", "newslint_evil.py", "plugins/evil.py"):
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"open({str(tmp_path / 'it-ran')!r}, 'a').write(__name__)\n")
    (here / "a.md").write_bytes(ARTICLE)
    monkeypatch.chdir(here)
    monkeypatch.syspath_prepend(here)
    yield here
    assert not (tmp_path / "it-ran").exists()
    assert not [name for name in sys.modules if "evil" in name]


def _values(name: str) -> tuple[str, ...]:
    return (f"'{name}'", f"['{name}']", f"{{ a = '{name}' }}", f"[{{ paths = ['{name}'] }}]")


def _keys() -> list[str]:
    return [*sorted({one.name.replace("_", "-") for one in fields(Config)}), *WISHED]


@pytest.mark.parametrize("key", _keys())
def test_no_key_of_a_config_makes_code_run(
    site: Path, key: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in NAMES:
        for value in _values(name):
            (site / "newslint.toml").write_text(f"{key} = {value}\n")
            for command in (["check", "."], ["fix", "--diff", "--unsafe-fixes", "."]):
                assert run(command) in (0, 1, 2)
    assert "Traceback" not in capfd.readouterr().err
    assert (site / "a.md").read_bytes() == ARTICLE


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", WISHED)
def test_a_key_for_code_is_a_mistake(
    site: Path, place: str, key: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / place).write_text(f"{PLACES[place]}{key} = 'evil:run'\n")
    if place == "base.toml":
        (site / "newslint.toml").write_text("extend = 'base.toml'\n")
    assert run(["check", "."]) == 2
    said = capfd.readouterr().err
    assert key in said
    assert said.count("\n") == 1


CODE = {"rule-paths": "['lint', 'evil.py', '.']", "plugins": "['evil']", "model": "'evil:run'"}
"""The keys that take code, and values with which it would run."""


def test_every_key_that_takes_code_is_tested() -> None:
    given = {key: ("x",) if key != "model" else "x" for key in CODE}
    config = Config(**{key.replace("-", "_"): value for key, value in given.items()})  # type: ignore[arg-type]
    assert set(keys_for_code(config)) == set(CODE)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", CODE)
def test_code_that_nobody_allowed_is_reported_and_not_run(
    site: Path, place: str, key: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "lint" / "abc001_evil.py").write_bytes((site / "evil.py").read_bytes())
    (site / "abc001_evil.py").write_bytes((site / "evil.py").read_bytes())
    ignored = "['SIT']" if key == "model" else "['ABC001', 'SIT']"
    (site / place).write_text(
        f"{PLACES[place]}ignore = {ignored}\n{PLACES[place]}{key} = {CODE[key]}\n"
    )
    if place == "base.toml":
        (site / "newslint.toml").write_text("extend = 'base.toml'\n")
    for command in (["check", "."], ["check", "a.md"], ["fix", "--diff", "."]):
        assert run(command) == 1
        said = "".join(capfd.readouterr())
        assert said.count(f"the code that `{key}` names was not run") == 1
    assert run(["check", "--select", "RUN001", "."]) == 1


@pytest.mark.parametrize("value", ["0", "", "true", "yes"])
def test_only_one_value_of_the_variable_allows(
    site: Path, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "newslint.toml").write_text("rule-paths = ['evil.py']\n")
    monkeypatch.setenv("NEWSLINT_ALLOW_CODE", value)
    assert run(["check", "."]) == 1


def test_trust_in_one_folder_is_no_trust_in_what_lies_below(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "newslint").mkdir()
    (tmp_path / "newslint" / "newslint.toml").write_text(
        f"allow-code = ['{tmp_path}', 5, 'site']\n"
    )
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (site / "newslint.toml").write_text("rule-paths = ['evil.py']\nmodel = 'evil:run'\n")
    assert run(["check", "."]) == 1


@pytest.mark.parametrize("code", sorted(rule.code for rule in registry.all_rules() if rule.options))
def test_no_option_of_a_rule_makes_code_run(site: Path, code: str) -> None:
    rule = next(rule for rule in registry.all_rules() if rule.code == code)
    names = getattr(rule.options, "_fields", ())
    for option in (one.replace("_", "-") for one in names):
        for value in (one for name in NAMES for one in _values(name)):
            (site / "newslint.toml").write_text(f"[rules.{code}]\n{option} = {value}\n")
            assert run(["check", "--select", code, "."]) in (0, 1, 2)


CODE_OF_OTHERS = (
    "pelicanconf.py", "publishconf.py", "conf.py", "setup.py", "conftest.py", "noxfile.py",
    "sitecustomize.py", "usercustomize.py", "newslint/__init__.py", "newslint.py", "rules.py",
    "yaml.py", "ruamel/__init__.py", "tomllib.py", "typer.py", "rich/__init__.py", "json.py",
    "newslint_rules/__init__.py", ".newslint/rules.py", "_plugins/a.py",
)  # fmt: skip


@pytest.mark.parametrize("command", ["check", "fix"])
def test_no_module_of_the_site_is_imported(tmp_path: Path, command: str) -> None:
    """The command as it is installed: `python -m` puts the current folder first by itself."""
    here, trace = tmp_path / "site", tmp_path / "it-ran"
    for name in CODE_OF_OTHERS:
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"open({str(trace)!r}, 'a').write(__name__)\nraise SystemExit\n")
    (here / "content").mkdir()
    (here / "content" / "a.md").write_bytes(ARTICLE)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "newslint", command, "."],
        cwd=here,
        env=environment() | {"PYTHONPATH": os.environ.get("PYTHONPATH", str(ROOT))},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
    )
    assert not trace.exists()
    assert (done.returncode, done.stderr) == (1 if command == "check" else 0, "")


PLANTED = (
    ".newslint/store.sqlite", ".newslint/store.db", ".newslint/journal.json", ".newslint-cache/x",
    ".newslint_cache/store.db", ".cache/newslint/store.db", ".local/state/newslint/journal.json",
    "newslint.db", "newslint-journal.json", ".newslint-baseline.json",
    ".newslint.json", "newslint.json", "__pycache__/newslint.cpython-311.pyc", ".env",
)  # fmt: skip
SAYS = b'{"a.md": {"findings": [], "digest": "", "before": "---\\ntitle: Mine\\n---\\n"}}\n'


@pytest.mark.parametrize("command", [("check",), ("fix",), ("fix", "--diff")], ids=" ".join)
def test_a_planted_store_or_journal_changes_nothing(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    plain, planted = tmp_path / "plain", tmp_path / "planted"
    for folder in (plain, planted):
        folder.mkdir()
        (folder / "a.md").write_bytes(ARTICLE)
    for name in PLANTED:
        path = planted / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SAYS)
    was = tree(planted)
    wanted = started(*command, folder=plain)
    done = started(*command, folder=planted)
    assert (done.code, done.out, done.err) == (wanted.code, wanted.out, wanted.err)
    assert tree(planted) == was | tree(plain)
    assert (planted / "a.md").read_bytes() == (FIXED if command == ("fix",) else ARTICLE)
