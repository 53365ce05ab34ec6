"""Rules of one's own: files in the folders of `rule-paths`, and packages that `plugins` names.

They run in this process with all that it may do, so this is only called where that was allowed.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from newslint import registry
from newslint.files.setup import read_setup
from newslint.model.errors import NewslintError
from newslint.model.stages import one_line
from newslint.rule import Rule
from newslint.text.regex import regex

GROUP = "newslint.rules"
"""The entry points of a package that hold its rules."""

MOST_FILES = 1_000
"""Rule files in one folder."""

FILE = regex(r"([a-z]{3}[0-9]{3})_([a-z0-9_]+)\.py")
"""How a rule file is called: its code and its name."""


def load_rules(paths: Iterable[str], plugins: Iterable[str], base: Path) -> frozenset[str]:
    """Load the rules and add them to the registry; their codes. `paths` are relative to `base`.

    Raises NewslintError, one line with the file or the package.
    """
    rules = [*(one for path in paths for one in rules_in(base / path))]
    rules += (one for name in plugins for one in _of_package(name))
    return registry.add(rules)


def rules_in(folder: Path) -> Iterator[Rule]:
    """The rules of a folder, or of one rule file, in the order of their names."""
    if folder.is_file():
        files: Sequence[Path] = (folder,)
    elif folder.is_dir():
        files = sorted(path for path in folder.iterdir() if FILE.fullmatch(path.name))[:MOST_FILES]
    else:
        raise NewslintError(f"`rule-paths`: {folder} does not exist")
    if not files:
        raise NewslintError(f"`rule-paths`: {folder} has no rule file such as abc001_some_name.py")
    return map(load_file, files)


def load_file(path: Path) -> Rule:
    """The rule of a file. No compiled file is read or written beside it.

    Raises NewslintError.
    """
    name = FILE.fullmatch(path.name)
    if name is None:
        raise NewslintError(f"{path}: a rule file is called such as abc001_some_name.py")
    rule = getattr(_module(path), "RULE", None)
    if not isinstance(rule, Rule):
        raise NewslintError(f"{path}: it has no RULE that is a newslint.rule.Rule")
    if (rule.code, rule.name) != (name[1].upper(), name[2].replace("_", "-")):
        raise NewslintError(
            f"{path}: its rule is {rule.code} {rule.name}, and its name says another one"
        )
    return rule


def _module(path: Path) -> ModuleType:
    real = str(path.resolve())
    name = f"newslint_own_{hashlib.sha256(real.encode()).hexdigest()[:16]}"
    if name in sys.modules:
        return sys.modules[name]
    source = read_setup(path)
    if source.fault is not None:
        raise NewslintError(f"{path}: cannot be read: {getattr(source.fault, 'what', 'not UTF-8')}")
    module = ModuleType(name)
    module.__file__ = real
    sys.modules[name] = module  # before it runs: dataclasses look their module up
    try:
        exec(compile(source.text, real, "exec", dont_inherit=True), module.__dict__)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a SystemExit, too, ends no run in silence
        del sys.modules[name]
        raise NewslintError(f"{path}: cannot be loaded: {one_line(error)}") from None
    return module


def _of_package(name: str) -> Iterator[Rule]:
    """The rules of an installed package: what its entry points in the group are, or hold."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        points = [one for one in distribution(name).entry_points if one.group == GROUP]
    except (PackageNotFoundError, ValueError):
        raise NewslintError(f"`plugins`: {name} is not installed") from None
    if not points:
        raise NewslintError(f"`plugins`: {name} has no entry point in the group {GROUP}")
    for point in points:
        try:
            loaded = point.load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            raise NewslintError(f"`plugins`: {name} cannot be loaded: {one_line(error)}") from None
        rules = tuple(_rules_of(loaded))
        if not rules:
            raise NewslintError(f"`plugins`: {name}: its {point.name} holds no rule")
        yield from rules


def _rules_of(loaded: Any) -> Iterator[Rule]:
    """A rule, several, or a module that has a RULE or RULES."""
    if isinstance(loaded, ModuleType):
        loaded = getattr(loaded, "RULE", None) or getattr(loaded, "RULES", ())
    if isinstance(loaded, Rule):
        yield loaded
    elif isinstance(loaded, Iterable):
        yield from (one for one in loaded if isinstance(one, Rule))
