"""Titles that editors and importers leave where there is none yet."""

from __future__ import annotations

_WORDS = """
untitled, untitled post, no title, (no title), new post, my new post, title here, todo, tbd,
your title here, tba, n/a, 无标题, ohne titel, kein titel, sans titre, sin título, sem título,
senza titolo, zonder titel, 無標題, 無題, bez tytułu, без названия, без заголовка, başlıksız,
제목 없음, بدون عنوان, शीर्षकहीन"""
_PLACEHOLDERS = frozenset(word.strip() for word in _WORDS.split(","))
_LONGEST = max(map(len, _PLACEHOLDERS))


def is_placeholder(text: str) -> bool:
    """True for a title that says only that there is none."""
    return len(text) <= _LONGEST and text.lower() in _PLACEHOLDERS
