"""Rules of one's own, plugins and models, where they were allowed."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import frontmatter
import pytest

from newslint import registry
from newslint.config.own_rules import load_file
from newslint.config.schemas.model import OwnModel, metadata
from newslint.frontmatter.read import read_article
from newslint.model.errors import NewslintError
from newslint.model.faults import OwnSchemaMismatch
from tests.support.command import TIMEOUT, environment, newslint
from tests.support.quick import one_in
from tests.support.setting import settings, source

RULE = '''"""house-name (ABC001): a title that names the house."""

from newslint.rule import NamedTuple, Problem, Rule


class Options(NamedTuple):
    """`word` is looked for."""

    word: str = "Acme"


def check(article, options):
    """Look at the title."""
    for field in article.pick(("title",)):
        if field.text and options.word in field.text:
            yield Problem(field.value.span, f"title names {options.word}", field.key)


RULE = Rule(code="ABC001", name="house-name", severity="warning", preset="default",
            fields=("title",), check=check, options=Options, examples=())
'''
MODEL = '''"""The articles of the site."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator


class Person(BaseModel):
    name: str
    age: int = 0


class Article(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str
    date: date
    draft: bool = False
    tags: list[Annotated[str, Field(max_length=5)]] = []
    author: Person | str = ""
    link: str = Field("", alias="original_url")

    @field_validator("title")
    @classmethod
    def _not_loud(cls, value: str) -> str:
        if value.isupper():
            raise ValueError("it is all capitals")
        return value

    @model_validator(mode="after")
    def _has_tags(self) -> "Article":
        if not self.draft and self.tags == ["x"]:
            raise ValueError("an article needs real tags")
        return self


NOT_A_CLASS = 5
'''


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    """The registry and Python's path as they were."""
    path, added = list(sys.path), dict(registry._ADDED)
    yield
    assert sys.path == path
    registry._ADDED.clear()
    registry._ADDED.update(added)
    for name in [one for one in sys.modules if one.startswith(("newslint_own_", "own_models"))]:
        del sys.modules[name]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a rule and a model of its own, and two articles."""
    (tmp_path / "lint").mkdir()
    (tmp_path / "lint" / "abc001_house_name.py").write_text(RULE)
    (tmp_path / "own_models.py").write_text(MODEL)
    for name, title in (("a", "Acme wins"), ("b", "Other")):
        text = f"---\ntitle: {title}\ndate: 2026-01-01\n---\nText.\n"
        (tmp_path / f"{name}.md").write_text(text)
    return tmp_path


def _lines(folder: Path, *options: str) -> list[str]:
    done = newslint("check", ".", "--output-format", "concise", *options, folder=folder)
    return done.out.splitlines()[:-1]


@pytest.mark.parametrize("how", ["option", "variable", "trusted"])
def test_a_rule_runs_where_it_was_allowed(
    site: Path, tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "newslint.toml").write_text("rule-paths = ['lint']\n")
    before = sorted(site.rglob("*"))
    options = ["--allow-code"] if how == "option" else []
    if how == "variable":
        monkeypatch.setenv("NEWSLINT_ALLOW_CODE", "1")
    if how == "trusted":
        home = tmp_path / ".home"
        (home / "newslint").mkdir(parents=True)
        (home / "newslint" / "newslint.toml").write_text(f"allow-code = ['{site}']\n")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    assert _lines(site, *options) == ["a.md:2:8: warning ABC001 title names Acme"]
    after = [path for path in sorted(site.rglob("*")) if ".home" not in path.parts]
    assert after == before  # no compiled file beside the rule


def test_options_selection_and_comments_are_those_of_any_rule(site: Path) -> None:
    config = site / "newslint.toml"
    config.write_text("rule-paths = ['lint']\n[rules.ABC001]\nword = 'Other'\n")
    assert _lines(site, "--allow-code") == ["b.md:2:8: warning ABC001 title names Other"]
    config.write_text("rule-paths = ['lint']\nignore = ['house-name']\n")
    assert _lines(site, "--allow-code") == []
    config.write_text("rule-paths = ['lint/abc001_house_name.py']\nseverity.ABC001 = 'error'\n")
    assert _lines(site, "--allow-code", "--jobs", "2") == [
        "a.md:2:8: error ABC001 title names Acme"
    ]
    text = (site / "a.md").read_text().replace("wins", "wins # newslint: ignore[ABC001]")
    (site / "a.md").write_text(text)
    assert _lines(site, "--allow-code", "--select", "ABC") == []


def test_a_rule_holds_for_the_site_that_names_it(site: Path) -> None:
    for name in ("one", "two"):
        (site / name).mkdir()
        (site / name / "c.md").write_text(f"---\ntitle: Acme {name}\ndate: 2026-01-01\n---\nT.\n")
        (site / name / "newslint.toml").write_text("rule-paths = ['../lint']\n" * (name == "one"))
    assert _lines(site, "--allow-code") == ["one/c.md:2:8: warning ABC001 title names Acme"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("raise SystemExit(0)", "cannot be loaded: SystemExit: 0"),
        ("import nothing_of_that_name", "cannot be loaded: ModuleNotFoundError"),
        ("def (", "cannot be loaded: SyntaxError"),
        ("x = 1", "it has no RULE that is a newslint.rule.Rule"),
        (RULE.replace("ABC001", "ABC002"), "its rule is ABC002 house-name"),
        (RULE.replace('name="house-name"', 'name="other"'), "its rule is ABC001 other"),
    ],
)
def test_a_rule_file_that_is_none(site: Path, text: str, said: str) -> None:
    (site / "lint" / "abc001_house_name.py").write_text(text)
    (site / "newslint.toml").write_text("rule-paths = ['lint']\n")
    done = newslint("check", ".", "--allow-code", folder=site)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert said in done.err
    assert "abc001_house_name.py" in done.err


@pytest.mark.parametrize(
    ("config", "said"),
    one_in(
        3,
        [
            ("rule-paths = ['none']", "does not exist"),
            ("rule-paths = ['empty']", "has no rule file such as abc001_some_name.py"),
            ("rule-paths = ['own_models.py']", "a rule file is called such as abc001_some_name.py"),
            ("rule-paths = 'lint'", "`rule-paths` must be a list"),
            ("plugins = ['no-such-package']", "`plugins`: no-such-package is not installed"),
            (
                "plugins = ['PyYAML']",
                "`plugins`: PyYAML has no entry point in the group newslint.rules",
            ),
            ("plugins = ['']", "`plugins`"),
            ("model = 'own_models'", '`model` must name a class: "module:Class"'),
            ("model = 'own_models:None'", "own_models:None cannot be loaded: AttributeError"),
            ("model = 'own_models:NOT_A_CLASS'", "cannot be loaded: TypeError: it is no class"),
            ("model = 'no_such_module:A'", "cannot be loaded: ModuleNotFoundError"),
            ("model = '.own_models:Article'", "must name a class"),
        ],
    ),
)
def test_mistakes(site: Path, config: str, said: str) -> None:
    (site / "empty").mkdir()
    (site / "newslint.toml").write_text(config)
    done = newslint("check", ".", "--allow-code", folder=site)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert said in done.err


def test_the_code_of_a_rule_of_ours_is_taken(site: Path) -> None:
    text = RULE.replace("ABC001", "TXT001").replace("house-name", "text-space")
    (site / "lint" / "txt001_text_space.py").write_text(text)
    (site / "newslint.toml").write_text("rule-paths = ['lint']\n")
    done = newslint("check", ".", "--allow-code", folder=site)
    assert (done.code, done.out) == (2, "")
    assert "the code or name of TXT001 text-space is taken" in done.err


def test_a_rule_that_raises_costs_its_own_findings(site: Path) -> None:
    path = site / "lint" / "abc001_house_name.py"
    path.write_text(RULE.replace("options.word in field.text", "1 / 0"))
    (site / "newslint.toml").write_text("rule-paths = ['lint']\n")
    done = newslint("check", "a.md", "--allow-code", "--output-format", "concise", folder=site)
    assert done.code == 2
    assert "RUN003 rule ABC001 (house-name) crashed on this file: ZeroDivisionError" in done.out


def test_a_plugin_is_an_installed_package(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = site / "packages"
    info = packages / "newslint_house-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newslint-house\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newslint.rules]\nhouse = newslint_house:rules\n")
    (packages / "newslint_house.py").write_text(f"{RULE}\nrules = [RULE]\n")
    monkeypatch.setenv("PYTHONPATH", f"{os.environ.get('PYTHONPATH', '')}{os.pathsep}{packages}")
    (site / "newslint.toml").write_text("plugins = ['newslint-house']\n")
    assert _lines(site, "--allow-code") == ["a.md:2:8: warning ABC001 title names Acme"]
    (site / "newslint.toml").write_text("")
    assert _lines(site, "--allow-code") == []  # installed is not asked for


def test_a_rule_file_is_loaded_once(site: Path) -> None:
    path = site / "lint" / "abc001_house_name.py"
    assert load_file(path) is load_file(path)


def test_no_folder_of_the_site_is_on_the_path_afterwards(site: Path) -> None:
    (site / "newslint.toml").write_text("model = 'own_models:Article'\n")
    code = (
        "import sys; from newslint.cli import run; run(['check', '--allow-code', sys.argv[1]]);"
        "assert not any('site' in p and p == sys.argv[1] for p in sys.path); import yaml"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(site)],
        cwd="/", capture_output=True, text=True, timeout=TIMEOUT, env=environment(),
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("Error")) == (0, 0)
    assert not (site / "__pycache__").exists()


def _found(site: Path, front: str) -> list[tuple[str, str]]:
    model = OwnModel("own_models:Article", site, "newslint.toml")
    article = read_article(source(f"---\n{front}---\nText.\n"), "a.md", settings())
    faults = [fault for fault in model(article) if isinstance(fault, OwnSchemaMismatch)]
    return [(article.text[one.span.start : one.span.end], one.what) for one in faults]


GOOD = "title: Ab\ndate: 2026-01-01\n"


@pytest.mark.parametrize(
    ("front", "place", "said"),
    [
        ("date: 2026-01-01\n", "---", "title is missing but required by own_models:Article"),
        ("title: 5\ndate: 2026-01-01\n", "5", "title should be a valid string"),
        ("title: ЛОУД\ndate: 2026-01-01\n", "ЛОУД", "title is not right: it is all capitals"),
        ("title: Ab\ndate: soon # or later\n", "soon", "date should be a valid date or datetime"),
        (f"{GOOD}tags: [a, longer, b]\n", "longer", "tags should have at most 5 characters"),
        (f"{GOOD}tags:\n- a\n- [b]\n", "[b]", "tags should be a valid string"),
        (f"{GOOD}author: {{age: 1}}\n", "author",
         "author.name is missing but required by own_models:Article"),
        (f"{GOOD}author:\n  name: A\n  age: old\n", "old", "author.age should be a valid integer"),
        (f"{GOOD}lonk: x\n", "lonk", "lonk is not right: extra inputs are not permitted"),
        (f"{GOOD}original_url: [a]\n", "[a]", "original_url should be a valid string"),
        (f"{GOOD}tags: [x]\n", "---", "the front matter is not right: an article needs real tags"),
        ("title: Ab\ndate: 2026-13-01\n", "---", "the front matter cannot be loaded for"),
    ],
)  # fmt: skip
def test_each_error_of_a_model_is_at_its_key(site: Path, front: str, place: str, said: str) -> None:
    ((at, what),) = _found(site, front)
    assert (at, what[: len(said)]) == (place, said)


def test_what_a_model_takes(site: Path) -> None:
    assert _found(site, f"{GOOD}draft: no\ntags: [a, تمور]\nauthor: A\noriginal_url: x\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "---\na: no\nb: 2026-01-01\nc: 012\nd: 1_000\ne: [~, {x: 12:30}]\n---\nT.\n",
        "---\nf: 2026-01-01 10:00:00\n---\nT.\n",
        "---\n---\nText.\n",
        '---\n"a b": "c"\n洪水: >\n  x\n  y\n---\nT.\n',
    ],
)  # fmt: skip
def test_a_model_sees_what_python_frontmatter_gives(text: str) -> None:
    article = read_article(source(text), "a.md", settings())
    assert metadata(article) == frontmatter.loads(text).metadata


def test_toml_and_json_for_a_model() -> None:
    toml = read_article(source("+++\na = 2026-01-01\n[b]\nc = 1\n+++\nT.\n"), "a.md", settings())
    assert metadata(toml) == {"a": datetime.date(2026, 1, 1), "b": {"c": 1}}
    json_text = '{\n"a": [1, null]\n}\nText.\n'
    assert metadata(read_article(source(json_text), "a.md", settings())) == {"a": [1, None]}


def test_a_model_by_override(site: Path) -> None:
    (site / "newslint.toml").write_text(
        "[[overrides]]\npaths = ['b.md']\nmodel = 'own_models:Article'\n"
    )
    for name in ("a", "b"):
        (site / f"{name}.md").write_text(f"---\ntitle: [{name}]\ndate: 2026-01-01\n---\nText.\n")
    options = ("--allow-code", "--select", "SCH012")
    assert _lines(site, *options) == ["b.md:2:8: error SCH012 title should be a valid string"]


def test_names_that_are_taken_are_refused_in_one_line(site: Path) -> None:
    registry.add([load_file(site / "lint" / "abc001_house_name.py")])
    other = site / "abc001_other_name.py"
    other.write_text(RULE.replace("house-name", "other-name"))
    with pytest.raises(NewslintError, match="is taken"):
        registry.add([load_file(other)])
