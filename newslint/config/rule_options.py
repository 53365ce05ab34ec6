"""The options of a rule, from its table in the config."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint import registry
from newslint.config.load import read_yaml
from newslint.config.mistakes import mistake
from newslint.config.plain_config import taken_options
from newslint.model.errors import NewslintError
from newslint.rule import Rule
from newslint.text.did_you_mean import did_you_mean
from newslint.text.vocabulary import Vocabulary, make_vocabulary


def style_tables(tables: Iterable[Mapping[str, Any]], where: str) -> dict[str, dict[str, Any]]:
    """By rule, the options that the `[style]` tables give, of which a later one counts more.

    Raises NewslintError for a key that no rule has, and for a value that its rule does not take.
    """
    tables = [table for table in tables if table]
    if not tables:
        return {}
    rules = [rule for rule in registry.all_rules() if rule.style]
    owners = {name.replace("_", "-"): rule for rule in rules for name in rule.option_names}
    found: dict[str, dict[str, Any]] = {}
    for table in tables:
        for key, value in table.items():
            if key not in owners:
                hint = did_you_mean(key, owners) or f"; it has: {', '.join(owners)}"
                raise NewslintError(f"{where}: unknown key `{key}` in [style]{hint}")
            rule_options(owners[key], {key: value}, where, section="style")
            found.setdefault(owners[key].code, {})[key] = value
    return found


def rule_options(
    rule: Rule, table: Mapping[str, Any], where: str, base: Path | None = None, section: str = ""
) -> Any:
    """The rule's options made of a `[rules.CODE]` table; None where it says none. Raises
    NewslintError for a mistake.

    `base` is the folder from which the files that an option names are looked for, `section` the
    config's table where it is another one.
    """
    if not table:
        return None
    known = [name.replace("_", "-") for name in rule.option_names]
    for key in table:
        if key not in known:
            hint = did_you_mean(key, known) or f"; it has: {', '.join(known) or 'none'}"
            raise NewslintError(f"{where}: unknown option `{key}` of {rule.code}{hint}")
    named = {key.replace("-", "_"): value for key, value in table.items()}
    named |= _vocabularies(rule, named, where, base)
    plain = taken_options(rule.options, named)
    if plain is not None:
        return plain
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(rule.options).validate_python(named)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        key = str(detail["loc"][0]).replace("_", "-") if detail["loc"] else "options"
        section = section or f"rules.{rule.code}"
        raise NewslintError(f"{where}: [{section}] `{key}`{_words(detail)}") from None


def _words(detail: Mapping[str, Any]) -> str:
    """What is wrong with an option, or with an item of one that is a list."""
    if detail["type"] == "string_type" and len(detail["loc"]) > 1:
        return " must hold strings"
    return mistake(detail)


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
