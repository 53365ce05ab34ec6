"""Keys and paths of terms; the real Hugo judges them in test_hugo_terms.py."""

from __future__ import annotations

import pytest

from newslint.generators.hugo.terms import term_key, term_path


@pytest.mark.parametrize(
    ("term", "key", "path"),
    [
        ("New York", "new-york", "new-york"),
        ("NEW-YORK", "new-york", "new-york"),
        ("New  York", "new--york", "new--york"),
        (" New York", "-new-york", "-new-york"),
        ("New York ", "new-york-", "new-york-"),
        ("New\u00a0York", "new\u00a0york", "new-york"),
        ("\u00a0York", "\u00a0york", "-york"),
        ("it’s", "it’s", "its"),
        ("R&D", "r&d", "rd"),
        ("AI/ML", "ai/ml", "ai/ml"),
        ("C#", "c#", "c#"),
        ("#iran", "#iran", "#iran"),
        ("iran,russia", "iran,russia", "iranrussia"),
        ("São Paulo", "são-paulo", "são-paulo"),
        ("ΑΣ", "ασ", "ασ"),
        ("日本 語", "日本-語", "日本-語"),
        ("—", "—", ""),
    ],
)
def test_keys_and_paths(term: str, key: str, path: str) -> None:
    assert (term_key(term), term_path(term)) == (key, path)


def test_composed_and_decomposed_letters_are_two_terms() -> None:
    assert term_key("Sa\u0303o") != term_key("S\u00e3o")
    assert term_path("Sa\u0303o", remove_accents=True) == term_path("S\u00e3o", remove_accents=True)


def test_paths_with_the_case_kept() -> None:
    assert [term_path(term, lower=False) for term in ("New  York", "Trail ", " Lead")] == [
        "New-York",
        "Trail",
        "-Lead",
    ]
