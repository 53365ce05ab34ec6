"""The article schema: what the config says each field must be, tested through pydantic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError, create_model

from newslint.article import DATE_ROLES, Article, Fault, Items, Scalar, Span, Value

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FieldType = Literal["any", "string", "integer", "number", "boolean", "date", "list", "strings"]

_PYTHON: dict[FieldType, Any] = {
    "any": Any,
    "date": Any,
    "string": str,
    "integer": int,
    "number": float,
    "boolean": StrictBool,
    "list": list[Any],
    "strings": list[str],
}
_SHOULD_BE = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "date": "a date",
    "list": "a list",
    "strings": "a list of texts",
}


class FieldSpec(BaseModel):
    """One entry of `[fields]` in the config: a role, the key it has, and what it must be."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    key: str | None = None
    required: bool = False
    type: FieldType = "any"
    one_of: tuple[str, ...] | None = None
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields' specs by role and the pydantic model made of them."""

    specs: Mapping[str, FieldSpec]
    model: type[BaseModel]
    required: tuple[str, ...]

    def check(self, article: Article) -> tuple[Fault, ...]:
        """Faults of the kinds "required-missing" and "schema", in the order of the specs."""
        present = {role: article.by_role[role] for role in self.specs if role in article.by_role}
        values = {role: _plain(field.value) for role, field in present.items() if not field.empty}
        faults = list(self._missing(article, values))
        try:
            self.model.model_validate(values)
        except ValidationError as error:
            faults += (self._fault(article, detail) for detail in error.errors(include_url=False))
        for role, spec in self.specs.items():
            if spec.type == "date" and role in values:
                faults += _bad_date(article, role)
        return tuple(faults)

    def _missing(self, article: Article, values: Mapping[str, Any]) -> Iterator[Fault]:
        if article.path.rpartition("/")[2].startswith("_index."):
            return  # a section page needs no title, date or link of its own
        for role in self.required:
            if role in values or any(field.key == "<<" for field in article.fields):
                continue
            if role == "date" and _dated_elsewhere(article):
                continue
            key = self.specs[role].key or role
            field = article.by_role.get(role)
            if field is None:
                yield Fault("required-missing", _opening(article), f"{key} is missing", key)
            else:
                yield Fault("required-missing", field.key_span, f"{field.key} is empty", field.key)

    def _fault(self, article: Article, detail: ErrorDetails) -> Fault:
        role = str(detail["loc"][0])
        field = article.by_role[role]
        value: Value = field.value
        if len(detail["loc"]) > 1 and isinstance(value, Items):
            index = detail["loc"][1]
            value = value.items[index] if isinstance(index, int) else value
        span = value.span if value.span.end > value.span.start else field.key_span
        text = _words(field.key, detail, self.specs[role], value)
        return Fault("schema", span, text, field.key, note=detail["type"])


def build(specs: Mapping[str, FieldSpec]) -> Schema:
    """The schema of these specs. Raises ValueError when a pattern does not compile."""
    definitions: dict[str, Any] = {}
    for role, spec in specs.items():
        constraints: dict[str, Any] = {
            "min_length": spec.min_length if spec.min_length is not None else spec.min_items,
            "max_length": spec.max_length if spec.max_length is not None else spec.max_items,
            "pattern": spec.pattern,
        }
        annotation: Any = Literal[spec.one_of] if spec.one_of else _PYTHON[spec.type]
        if annotation is Any and spec.pattern:
            annotation = str
        elif annotation is Any and (spec.min_items is not None or spec.max_items is not None):
            annotation = list[Any]
        given = {name: value for name, value in constraints.items() if value is not None}
        if given and not spec.one_of:
            annotation = Annotated[annotation, Field(**given)]
        definitions[role] = (annotation, None)
    model: type[BaseModel] = create_model(
        "Article", __config__=ConfigDict(coerce_numbers_to_str=True), **definitions
    )
    required = tuple(role for role, spec in specs.items() if spec.required)
    return Schema(dict(specs), model, required)


def _plain(value: Value) -> Any:
    """The value as the target's parser types it, for pydantic."""
    if isinstance(value, Items):
        return [_plain(item) for item in value.items]
    if not isinstance(value, Scalar):
        return {field.key: _plain(field.value) for field in value.fields}
    match value.kind:
        case "bool":
            return value.text.lower() in ("true", "yes", "on", "y")
        case "null":
            return None
        case "int" | "float":
            return _number(value.text)
        case _:
            return value.text


def _number(text: str) -> int | float | str:
    for convert in (lambda t: int(t, 0), int, float):
        try:
            return convert(text.replace("_", ""))
        except (ValueError, OverflowError):
            continue
    return text


def _bad_date(article: Article, role: str) -> Iterator[Fault]:
    field = article.by_role[role]
    context = article.context
    scalar = field.scalar
    if role in DATE_ROLES:
        return  # the date rules say it better
    if scalar is None or context.target.date(scalar, context.timezone) is None:
        yield Fault("schema", field.value.span, f"{field.key} should be a date", field.key, "date")


def _dated_elsewhere(article: Article) -> bool:
    page = article.context.target.page(article)
    return page is not None and any(role == "date" for role, _ in page.dates)


def _opening(article: Article) -> Span:
    return article.block.opening if article.block else Span(0, 0)


def _words(key: str, detail: ErrorDetails, spec: FieldSpec, value: Value) -> str:
    """pydantic's finding in a person's words."""
    context = detail.get("ctx", {})
    kind = detail["type"]
    if spec.one_of:
        allowed = ", ".join(spec.one_of)
        shown = f" `{value.text}`" if isinstance(value, Scalar) else ""
        return f"{key}{shown} is none of: {allowed}"
    if kind in ("too_short", "string_too_short"):
        unit = "items" if kind == "too_short" else "characters"
        return f"{key} has fewer than {context['min_length']} {unit}"
    if kind in ("too_long", "string_too_long"):
        unit = "items" if kind == "too_long" else "characters"
        return f"{key} has more than {context['max_length']} {unit}"
    if kind == "string_pattern_mismatch":
        return f"{key} does not match the pattern {context['pattern']}"
    what = _SHOULD_BE.get(spec.type, "something else")
    if isinstance(value, Scalar):
        return f"{key} should be {what}, not `{value.text}`"
    return f"{key} should be {what}, not a {'list' if isinstance(value, Items) else 'mapping'}"
