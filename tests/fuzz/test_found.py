"""Texts on which something once went wrong keep all promises now, under every setting."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.promises import broken, every_setting
from tests.fuzz.texts import FOUND, mutated, seeds

pytestmark = pytest.mark.slow

SETTINGS = every_setting()


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.stem)
def test_what_was_found(path: Path) -> None:
    text = path.read_bytes().decode()
    for under in SETTINGS.values():
        for unsafe in (False, True):
            assert broken(text, under, unsafe=unsafe) == []


def test_a_few_hundred_texts() -> None:
    random, texts = Random(1), seeds()
    for _ in range(300):
        text = mutated(random, texts)
        under = SETTINGS[random.choice(list(SETTINGS))]
        assert broken(text, under, unsafe=random.random() < 0.5) == [], text


def test_a_broken_promise_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that loses a value, a body, or does something else each time is found out."""
    from newslint.lint import fix as engine

    real = engine.fix
    text = "---\ntitle: A  &amp; b\nslug: x\n---\nText.\n"
    under = SETTINGS["strict", "hugo"]

    for old, new, said in (
        ("slug: x", "slug: y", "the value of 'slug' changed"),
        ("Text.", "Text!", "the body changed"),
        ("title:", "title: [", "cannot be read any more"),
    ):
        monkeypatch.setattr(
            "tests.fuzz.promises.engine.fix",
            lambda *given, unsafe, old=old, new=new: _spoilt(real(*given, unsafe=unsafe), old, new),
        )
        assert any(one.startswith(said) for one in broken(text, under, unsafe=True))


def _spoilt(made: object, old: str, new: str) -> object:
    from dataclasses import replace

    return replace(made, text=made.text.replace(old, new))  # type: ignore[attr-defined, type-var]
