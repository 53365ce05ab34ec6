"""The table that `newslint init` prints: words that a newcomer knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.cli.learned import _in_letters
from tests.support.command import newslint


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        ("9999-99-99", "YYYY-MM-DD"),
        ("9999-99-99 99:99:99 +9999", "YYYY-MM-DD hh:mm:ss +hhmm"),
        ("9999-99-99T99:99:99-99:99", "YYYY-MM-DDThh:mm:ss-hh:mm"),
        ("9999-99-99T99:99:99Z", "YYYY-MM-DDThh:mm:ssZ"),
        ("9999-99-99 99:99", "YYYY-MM-DD hh:mm"),
    ],
)
def test_the_form_of_a_date(form: str, letters: str) -> None:
    assert _in_letters(form) == letters


def test_what_is_no_date_has_no_form_of_one(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('baseURL = "/"\n[taxonomies]\ntopic = "topics"\n')
    for number in range(30):
        path = tmp_path / "content" / f"{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f"---\ntitle: Street {number}\ndate: 2025-01-{1 + number % 28:02d}T10:00:00Z\n"
            f"address: {1800 + number} F Street\ntopics: [a, 'b {number % 3}']\n---\nText.\n"
        )
    out = newslint("init", folder=tmp_path).out
    assert "YYYY-MM-DDThh:mm:ssZ" in out
    assert "9999" not in out
    assert "4 terms, 0 of them used once" in out
