"""Where the project and its rules are explained."""

from __future__ import annotations

PROJECT_URL = "https://github.com/newslint/newslint"
RULES_URL = f"{PROJECT_URL}/blob/main/rules"

WITHOUT_PAGE: set[str] = set()
"""Codes of rules of one's own, which have no page here."""


def rule_url(code: str) -> str:
    """Where a rule is explained; for one of one's own, where rules are."""
    page = "README" if code in WITHOUT_PAGE else f"pages/{code.lower()}"
    return f"{RULES_URL}/{page}.md"
