"""The page on old sites is true: its commands, as they are typed, lead from nothing to green."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from newslint.config.load import parse
from tests.support.command import ROOT, newslint

PAGE = (ROOT / "README.md").read_text(encoding="utf-8").partition("## An old site\n")[2]
COMMANDS = [
    shlex.split(line, comments=True)
    for line in PAGE.partition("```bash\n")[2].partition("```")[0].splitlines()
]


@pytest.mark.slow
def test_five_commands_lead_to_green(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("")
    for number in range(60):
        path = tmp_path / f"content/news/a{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        odd = "&amp; " if number % 3 else ""
        path.write_text(
            f"---\ntitle: 'The {odd} vote number {number}'\ndate: 2024-05-0{1 + number % 9}\n"
            f"quelle: https://paper{number % 7}.example.org/{number}?utm_source=rss\n"
            f"tags: [a{number % 5}, b]\n---\nText number {number} of the paper.\n"
        )
    assert newslint("check", folder=tmp_path).code == 1
    assert len(COMMANDS) == 5
    for words in COMMANDS:
        assert words[0] == "newslint"
        done = newslint(*words[1:], folder=tmp_path)
        assert done.code in ((0, 1) if "--diff" in words else (0,)), (words, done)
    assert newslint("check", folder=tmp_path).code == 0


def test_the_config_on_the_page_is_one() -> None:
    block = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    parse(tomllib.loads(block[1]), "README.md")
