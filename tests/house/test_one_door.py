"""Rules and generators reach other files through `newslint.files.ask` alone.

What is kept of an article from one run to the next rests on what was asked there: a way past it
would be an answer that nobody knows to be old.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.command import ROOT

ROOMS = ("newslint/generators", "newslint/config", "newslint/lint", "newslint/frontmatter",
         "newslint/text", "newslint/site", "rules")  # fmt: skip
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
SETUP = ROOT / "newslint" / "files" / "setup.py"

OF_OS = {
    *("access", "environ", "fwalk", "getcwd", "getcwdb", "getenv", "listdir", "lstat", "open"),
    *("popen", "readlink", "scandir", "stat", "statvfs", "system", "walk"),
}
OF_PATHS = {
    *("exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "islink"),
    *("ismount", "lexists", "realpath", "samefile"),
}
METHODS = {
    *("absolute", "cwd", "expanduser", "glob", "home", "is_dir", "is_fifo", "is_junction"),
    *("is_mount", "is_socket", "is_symlink", "iterdir", "lstat", "open", "owner", "read_bytes"),
    *("read_text", "readlink", "resolve", "rglob", "samefile", "stat", "walk", "write_bytes"),
    "write_text",
}
OF_OTHERS_TOO = {"exists", "is_file"}
"""Of a path they take no word; of an article, and of a folder that may be a site's, they do."""
READERS = {"file_bytes"}
"""Functions of newslint that read a file and remember nothing of it, and are not asked here."""
OF_THE_TIME = {"now", "today", "utcnow", "time", "time_ns", "localtime"}

IMPORTED = ("glob", "io", "shutil", "socket", "subprocess", "tempfile", "time")

ALLOWED = {
    ("config/extended.py", "absolute"): "the config's own folder",
    ("config/own_code.py", "environ"): "what code of one's own finds is not kept",
    ("config/own_code.py", "expanduser"): "the same",
    ("config/own_code.py", "realpath"): "the same",
    ("config/own_rules.py", "is_dir"): "the same",
    ("config/own_rules.py", "is_file"): "the same",
    ("config/own_rules.py", "iterdir"): "the same",
    ("config/own_rules.py", "resolve"): "the same",
    ("config/schemas/own.py", "absolute"): "the site's own folder",
    ("config/schemas/place.py", "absolute"): "the same",
    ("config/site.py", "cwd"): "a part of what an answer is kept for, where it counts",
    ("generators/signs.py", "listdir"): "a question, by its decorator",
    ("frontmatter/toml/__init__.py", "open"): "a table of TOML is opened",
    ("frontmatter/yaml/guards.py", "open"): "an attribute of its own",
    ("config/project.py", "cwd"): "the same: it is a part of what an answer is kept for",
    ("config/project.py", "now"): "it becomes a clock",
    ("config/project.py", "absolute"): "the same as `cwd`",
}
_KEPT = ("answer", "answer_made", "cache_folder", "record", "spool", "stamp", "store", "table")
STORE = tuple(f"site/{name}.py" for name in _KEPT)
"""What is kept, which has files of its own."""


def _is_of(node: ast.expr, *names: str) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def ways(tree: ast.AST) -> Iterator[str]:
    """The names by which a module reaches the disk, the environment or the time itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield from _by_attribute(node)
        elif isinstance(node, ast.Call):
            yield from _by_call(node)
        elif isinstance(node, ast.ImportFrom):
            yield from _by_import(node)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in IMPORTED)


def _by_attribute(node: ast.Attribute) -> Iterator[str]:
    of, name = node.value, node.attr
    if _is_of(of, "ask"):
        return
    of_path = isinstance(of, ast.Attribute) and of.attr == "path" and _is_of(of.value, "os")
    if (
        (_is_of(of, "os") and name in OF_OS)
        or (of_path and name in OF_PATHS)
        or (_is_of(of, "datetime", "date", "time") and name in OF_THE_TIME)
        or (_is_of(of, "Path") and name in OF_OTHERS_TOO)
        or name in METHODS
    ):
        yield name


def _by_call(node: ast.Call) -> Iterator[str]:
    if isinstance(node.func, ast.Name) and node.func.id in ("open", *READERS):
        yield node.func.id
    if isinstance(node.func, ast.Attribute) and node.func.attr in OF_OTHERS_TOO and not node.args:
        yield node.func.attr


def _by_import(node: ast.ImportFrom) -> Iterator[str]:
    if node.module in (*IMPORTED, "os", "os.path"):
        yield node.module
    if node.module == "newslint.files.read":
        yield from (one.name for one in node.names if one.name in ("read", *READERS))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix().removeprefix("newslint/")


@cache
def _found() -> frozenset[tuple[str, str]]:
    """The modules and the ways by which they reach the disk or the clock."""
    return frozenset(
        (_name(path), way)
        for path in MODULES
        for way in ways(ast.parse(path.read_text(encoding="utf-8")))
    )


def test_there_is_one_door() -> None:
    assert {(name, way) for name, way in _found() if name not in STORE} - set(ALLOWED) == set()


def test_what_is_allowed_is_there() -> None:
    assert set(ALLOWED) <= _found()


@pytest.mark.parametrize(
    "text",
    [
        "import os\nos.path.isfile(a)",
        "import os\nos.listdir(a)",
        "a = (root / 'b').is_file()",
        "list(root.rglob('*.rb'))",
        "with (root / name).open() as file: pass\nroot.read_text()",
        "open(a)",
        "map(Path.is_file, paths)",
        "from newslint.files.read import read",
        "import subprocess",
        "now = datetime.now(UTC)",
        "map(os.path.exists, paths)",
    ],
)
def test_another_way_is_seen(text: str) -> None:
    assert list(ways(ast.parse(text)))


def test_configs_are_read_through_it() -> None:
    """What `newslint.files.setup` does with a disk is a question, by its decorator."""
    tree = ast.parse(SETUP.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    silent = {one.name for one in functions if set(ways(one)) and not one.decorator_list}
    assert silent == {"_repository"}  # which a question calls
