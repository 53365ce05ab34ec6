"""Where no generator is known, a day in an article's path may be its date, and is not missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import newslint
from tests.support.quick import one_in
from tests.support.site_folder import make

DATED = {
    f"posts/2025-12-{n:02}-flut.md": f"---\ntitle: Flut {n}\ndate: 2025-12-{n:02}\n---\nText.\n"
    for n in range(1, 21)
}


@pytest.mark.parametrize(
    ("name", "front", "said"),
    [
        ("2025-12-21-наводнение.md", "title: Наводнение", ""),
        ("2025-12-21/index.md", "title: 洪水", ""),
        ("2025-12-21.md", "title: बाढ़", ""),
        ("sel.md", "title: Sel", "date is missing"),
        ("2025-13-45-홍수.md", "title: 홍수", "date is missing"),
        ("202512210-فيضان.md", "title: فيضان", "date is missing"),
        ("2025-12-22-tulva.md", "title: Tulva\ndate: # later", "date is empty"),
    ],
)
@pytest.mark.parametrize(
    "config", one_in(2, [{"hugo.toml": ""}, {}]), ids=["one that needs it", "no generator"]
)
def test_a_day_in_the_path(
    tmp_path: Path, name: str, front: str, said: str, config: dict[str, str]
) -> None:
    """Hugo, whose config does not name the file, reads none of these."""
    folder = "content/" if config else ""
    files = {**DATED, f"posts/{name}": f"---\n{front}\n---\nText.\n"}
    root = make(tmp_path, {**config, **{folder + path: text for path, text in files.items()}})
    words = ("--preset", "news", "--no-habits", "--select", "SCH001", ".")
    done = newslint("check", *words, folder=root)
    expected = said or ("date is missing" if config else "")
    assert done.out.count("SCH001") == bool(expected), done.out
    assert expected in done.out
