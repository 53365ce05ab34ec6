"""The names by which sites are recognised are those that the generators look for.

`python -m tests.generators.test_sign_names` lists them anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from newslint import generators
from newslint.files import ask
from newslint.generators import sign_names
from newslint.generators.signs import Folder, Registration, Sign

PATH = Path(sign_names.__file__)
HEAD = '''"""The generators, each with the names in a folder by which it may be known as a site.

Made by `python -m tests.generators.test_sign_names` of what the generators say: change these.
"""

# ruff: noqa
# fmt: off
from __future__ import annotations

SIGN_NAMES: dict[str, tuple[str, ...]] = '''


def found() -> Iterator[tuple[str, Registration]]:
    """The generators that have a folder, in the order of their names."""
    for path in sorted(PATH.parent.iterdir()):
        if (path / "__init__.py").is_file():
            module = import_module(f"{generators.__name__}.{path.name}")
            if hasattr(module, "GENERATOR"):
                yield path.name, module.GENERATOR


def build() -> str:
    """The text of the list."""
    rows = "".join(f"    {name!r}: {tuple(sorted(one.names))!r},\n" for name, one in found())
    return f"{HEAD}{{\n{rows}}}\n"


def test_the_list_is_up_to_date() -> None:
    command = "run `python -m tests.generators.test_sign_names`"
    assert PATH.read_text(encoding="utf-8") == build(), command


class Watched(frozenset[str]):
    """Names of a folder; it may be asked for those of one generator alone."""

    allowed: frozenset[str]

    def __contains__(self, name: object) -> bool:
        assert name in self.allowed
        return super().__contains__(name)

    def __and__(self, other: Any) -> frozenset[str]:
        assert self.allowed >= other
        return super().__and__(other)


class Imagined(Folder):
    """A folder in which all is a file and a folder, and no file says anything."""

    def is_file(self, name: str) -> bool:
        return True

    def is_folder(self, name: str) -> bool:
        return True

    def says(self, name: str, pattern: str) -> bool:
        return False


@pytest.mark.parametrize(("name", "made"), tuple(found()))
def test_a_generator_looks_for_no_other_names(name: str, made: Registration) -> None:
    allowed = frozenset(sign_names.SIGN_NAMES[name])
    for one in (*sorted(allowed), ""):
        for there in (allowed - {one}, allowed & {one}, frozenset[str]()):
            folder = Imagined(Path("/site"), ())
            folder.names = watched = Watched(there)
            watched.allowed = allowed
            sign = made.recognise(folder)
            assert sign is None or (there and isinstance(sign, Sign))


def test_other_names_in_a_folder_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    asked = ask.Asked()
    with ask.all_remembered(asked):
        assert generators.recognise(tmp_path) == generators.Recognised("hugo", "hugo.toml")
    (tmp_path / "letters.txt").touch()
    assert ask.still(asked.answers, {})
    (tmp_path / "zola.toml").touch()
    assert not ask.still(asked.answers, {})


def test_a_name_in_other_letters_is_none(tmp_path: Path) -> None:
    (tmp_path / "Hugo.toml").touch()
    assert generators.recognise(tmp_path) is None


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    assert generators.recognise(tmp_path / "nowhere") is None


if __name__ == "__main__":
    PATH.write_text(build(), encoding="utf-8", newline="\n")
