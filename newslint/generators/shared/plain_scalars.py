"""What YAML 1.1 makes of a scalar without quotes, as PyYAML 6 reads it.

It is said here, and not asked of PyYAML, because importing that takes as long as a check of one
article; tests/generators/test_plain_scalars.py holds that both say the same. Facts of the types:
https://yaml.org/type/, of which PyYAML leaves out `y` and `n`, and wants a sign in an exponent.
"""

from __future__ import annotations

from newslint.model.values import Kind
from newslint.text.regex import regex

_WORDS: dict[str, Kind] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null"),
    **{
        form: "bool"
        for word in ("yes", "no", "true", "false", "on", "off")
        for form in (word, word.capitalize(), word.upper())
    },
}
_FIRST_OF_NUMBER = frozenset("0123456789+-.")

_INT = regex(r"[-+]?(?:0|0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|[1-9][0-9_]*(?::[0-5]?[0-9])*)")
_FLOAT = regex(
    r"(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_TIMESTAMP = regex(
    r"[0-9]{4}-(?:[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)"
    r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)"
)


def yaml_kind(plain: str) -> Kind:
    """What PyYAML makes of the scalar; a timestamp is a date."""
    if plain[:1] not in _FIRST_OF_NUMBER or not plain:
        return _WORDS.get(plain, "string")
    if plain[4:5] == "-" and _TIMESTAMP.fullmatch(plain):
        return "date"
    if "." in plain:
        return "float" if _FLOAT.fullmatch(plain) else "string"
    return "int" if _INT.fullmatch(plain) else "string"
