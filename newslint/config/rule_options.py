"""The options of a rule, from its table in the config."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.config.load import read_yaml
from newslint.model.errors import NewslintError
from newslint.rule import Rule
from newslint.text.did_you_mean import did_you_mean
from newslint.text.vocabulary import Vocabulary, make_vocabulary


def rule_options(rule: Rule, table: Mapping[str, Any], where: str, base: Path | None = None) -> Any:
    """The rule's options made of a `[rules.CODE]` table. Raises NewslintError for a mistake.

    `base` is the folder from which the files that an option names are looked for.
    """
    if not table:
        return rule.options()
    known = [name.replace("_", "-") for name in getattr(rule.options, "_fields", ())]
    for key in table:
        if key not in known:
            hint = did_you_mean(key, known) or f"; it has: {', '.join(known) or 'none'}"
            raise NewslintError(f"{where}: {rule.code} has no option `{key}`{hint}")
    from pydantic import TypeAdapter, ValidationError

    try:
        named = {key.replace("-", "_"): value for key, value in table.items()}
        named |= _vocabularies(rule, named, where, base)
        return TypeAdapter(rule.options).validate_python(named)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        key = str(detail["loc"][0]).replace("_", "-") if detail["loc"] else "options"
        raise NewslintError(f"{where}: [rules.{rule.code}] `{key}`: {detail['msg']}") from None


def _vocabularies(
    rule: Rule, named: Mapping[str, Any], where: str, base: Path | None
) -> dict[str, Vocabulary]:
    """The options that are vocabularies: read from their files, or made of a table."""
    defaults = getattr(rule.options, "_field_defaults", {})
    found = {}
    for name, value in named.items():
        if not isinstance(defaults.get(name), Vocabulary):
            continue
        place = f"{where}: [rules.{rule.code}] `{name.replace('_', '-')}`"
        try:
            data = read_yaml((base or Path()) / value) if isinstance(value, str) else value
            found[name] = make_vocabulary(data)
        except (OSError, ValueError) as error:
            place += f": {value}" if isinstance(value, str) else ""
            said = getattr(error, "strerror", None) or error
            raise NewslintError(f"{place}: {said}") from None
    return found
