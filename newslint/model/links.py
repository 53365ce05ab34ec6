"""Where the project and its rules are explained."""

from __future__ import annotations

PROJECT_URL = "https://github.com/newslint/newslint"
RULES_URL = f"{PROJECT_URL}/blob/main/rules/README.md"


def rule_url(code: str) -> str:
    """Where a rule is explained."""
    return f"{RULES_URL}#{code.lower()}"
