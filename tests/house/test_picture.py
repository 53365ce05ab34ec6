"""The picture in the README shows what the command prints today.

`python -m tests.house.test_picture` draws it anew.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from html import unescape

import pytest
from rich.console import Console
from rich.text import Text

from tests.support.command import ROOT, environment

PATH = ROOT / "examples" / "check.svg"
FOLDER = ROOT / "examples" / "newsroom"
LINE = ("check", "content/world", "--output-format", "table", "--color", "always")
COLUMNS = 88

_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
_CODES = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;.*?\x1b\\")


def printed() -> str:
    """What the command prints on a terminal with colors."""
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *LINE],
        cwd=FOLDER,
        env=environment() | {"COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    return done.stdout.decode("utf-8").replace(os.linesep, "\n")


def drawn(text: str) -> str:
    """The text as an SVG that needs nothing from elsewhere."""
    console = Console(
        width=COLUMNS,
        record=True,
        file=io.StringIO(),
        force_terminal=True,
        legacy_windows=False,
        highlight=False,
    )
    for line in text.splitlines():
        console.print(Text.from_ansi(line), soft_wrap=True)
    title = " ".join(("newslint", *LINE[:2]))
    return _FONTS.sub("", console.export_svg(title=title, unique_id="newslint"))


def shown(picture: str) -> str:
    """The characters of a picture, without spaces: how it is drawn is a matter of rich."""
    return "".join(unescape("".join(_TEXT.findall(picture))).split()).replace("\xa0", "")


@pytest.mark.slow
def test_the_picture_shows_what_is_printed() -> None:
    words = "".join(_CODES.sub("", printed()).split())
    assert shown(PATH.read_text(encoding="utf-8")).endswith(words), (
        "run `python -m tests.house.test_picture`"
    )


def test_the_picture_needs_nothing_from_elsewhere() -> None:
    links = re.findall(r"(?:href|src|url)[=(]\W*(\w+:)", PATH.read_text(encoding="utf-8"))
    assert links == []
    assert "](examples/check.svg)" in (ROOT / "README.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    PATH.write_text(drawn(printed()), encoding="utf-8", newline="\n")
