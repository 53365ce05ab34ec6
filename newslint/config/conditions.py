"""Fields that are required where another one has a value: "when draft is false"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.config.field_spec import Given
from newslint.model.values import Field, Scalar

Condition = Mapping[str, Given | tuple[Given, ...]]


def required_here(
    conditions: Mapping[str, Condition], by_role: Mapping[str, Field]
) -> Iterator[str]:
    """The roles of which the condition holds in an article."""
    for role, condition in conditions.items():
        if all(_holds(by_role.get(name), values(given)) for name, given in condition.items()):
            yield role


def values(given: Given | tuple[Given, ...]) -> tuple[Given, ...]:
    """One value or several, as several."""
    return given if isinstance(given, tuple) else (given,)


def _holds(field: Field | None, wanted: tuple[Given, ...]) -> bool:
    """A field that is absent or empty counts as false, and as no other value."""
    if field is None or field.empty:
        return any(one is False for one in wanted)
    return any(_is(scalar, one) for scalar in field.scalars for one in wanted)


def _is(scalar: Scalar, wanted: Given) -> bool:
    if isinstance(wanted, bool):
        return scalar.kind == "bool" and (scalar.text.lower() in _TRUE) is wanted
    if isinstance(wanted, str):
        return scalar.kind in ("string", "date") and scalar.text == wanted
    try:
        return scalar.kind in ("int", "float") and float(scalar.text.replace("_", "")) == wanted
    except ValueError:
        return False


_TRUE = ("true", "yes", "on", "y")
