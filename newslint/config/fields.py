"""The article schema: what the config says each field must be, tested through pydantic."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newslint.config.conditions import required_here
from newslint.config.elsewhere import (
    dated_elsewhere,
    has_all_elsewhere,
    has_title_of_a_theme,
    is_titled_by_heading,
    is_titled_by_name,
    may_have_day,
)
from newslint.config.field_spec import FieldSpec, FieldType, ItemSpec
from newslint.config.plain_fields import Misfit, is_plain, misfit, surely_fits
from newslint.model.article import DATE_ROLES
from newslint.model.faults import Fault, RequiredMissing, SchemaMismatch
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Value
from newslint.site_article import Article

if TYPE_CHECKING:
    from pydantic import BaseModel
_SHOULD_BE = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "date": "a date",
    "list": "a list",
    "strings": "a list of texts",
}


Check = Callable[[Article], Iterable[Fault]]

_Place = tuple[int | str, ...]
"""The role, and the item of its list where it is about one."""

_Misfits = Iterable[tuple[_Place, Misfit]]

_OF_SOME = frozenset(("weight",))
"""Roles of the presets that only some generators read; the role is the key."""


USUAL = ("date", "link", "source", "author", "tags", "categories", "description", "image")
"""Roles that a site's articles usually have, or usually do without: its own articles tell."""


class Schema:
    """The fields' specs by role; the pydantic model of them is made when an article needs it.

    `own` are the roles of which the config says more than their key; the rest is the preset's.
    `unsettled` are those of USUAL of which nobody says whether an article needs them.
    `others` check an article by a schema of another kind.
    """

    def __init__(
        self,
        specs: Mapping[str, FieldSpec],
        own: frozenset[str] = frozenset(),
        others: tuple[Check, ...] = (),
    ) -> None:
        self.specs = dict(specs)
        self.others = others
        self.own = own
        self.required = tuple(role for role, spec in self.specs.items() if spec.required)
        self.unsettled = tuple(role for role in USUAL if not _decides(self.specs.get(role)))
        self._conditions = {
            role: spec.required_when for role, spec in self.specs.items() if spec.required_when
        }
        self.dates = tuple(
            role
            for role, spec in self.specs.items()
            if spec.type == "date" and role not in DATE_ROLES  # the date rules say it better
        )
        self.asked = tuple(
            (role, spec.type if spec.simple else None)
            for role, spec in self.specs.items()
            if not spec.simple or spec.type not in (None, "any", "date")
        )

    @functools.cached_property
    def model(self) -> type[BaseModel]:
        """The model. Raises an exception of pydantic's when a pattern does not compile."""
        from newslint.config.fields_model import build

        return build(self.specs)

    def check(self, article: Article) -> tuple[Fault, ...]:
        """RequiredMissing and SchemaMismatch, in the order of the specs, then those of `others`."""
        by_role = article.by_role
        faults: list[Fault] = []
        wanted = (*self.required, *article.generator.required(article))
        if self._conditions:
            wanted += tuple(required_here(self._conditions, by_role))
        for role in dict.fromkeys(wanted):
            field = by_role.get(role)
            if field is None or field.empty:
                faults += self._missing(article, role)
        if not self._fit(by_role):
            faults += self._mistakes(article)
        for role in self.dates:
            faults += _bad_date(article, role)
        for check in self.others:
            faults += check(article)
        return tuple(faults)

    def _fit(self, by_role: Mapping[str, Field]) -> bool:
        """True when each field surely is what its spec asks for."""
        for role, kind in self.asked:
            field = by_role.get(role)
            if field is not None and not _fits(field, kind, self.specs[role]):
                return False
        return True

    def lacking(self, article: Article) -> Iterator[tuple[str, str, Span, bool]]:
        """The roles of USUAL that an article surely does not have, and that nobody decides on: each
        with its key, the place, and whether the field is there without a value."""
        by_role = article.by_role.get
        left = [role for role in self.unsettled if (field := by_role(role)) is None or field.empty]
        if not left or has_all_elsewhere(article):
            return
        decided = article.generator.required(article)
        for role in left:
            if role in decided or (role == "date" and may_have_day(article)):
                continue
            if self._is_missing(article, role):
                yield (role, *self._where(article, role))

    def _missing(self, article: Article, role: str) -> Iterator[RequiredMissing]:
        if has_all_elsewhere(article) or not self._is_missing(article, role):
            return
        by_preset = role == "title" and role not in self.own
        if by_preset and (is_titled_by_heading(article) or has_title_of_a_theme(article)):
            return
        doubtful = by_preset and article.generator.needs_title is None
        named = by_preset and is_titled_by_name(article, article.by_role.get(role))
        key, span, empty = self._where(article, role)
        yield RequiredMissing(span, key, empty, doubtful=doubtful, named=named)

    def _is_missing(self, article: Article, role: str) -> bool:
        """False where the generator needs none, where it may come in from elsewhere, and for what
        is no page."""
        if role == "date" and dated_elsewhere(article):
            return False
        own = role in self.own
        if role == "title" and not own and article.generator.needs_title is False:
            return False
        return article.inherits(role) is False and (own or article.generator.is_page(article))

    def _where(self, article: Article, role: str) -> tuple[str, Span, bool]:
        field = article.by_role.get(role)
        if field is None:
            return self._key(role), _opening(article), False
        return field.key, field.key_span, True

    def _key(self, role: str) -> str:
        spec = self.specs.get(role)
        return (spec.key if spec else None) or role

    def _mistakes(self, article: Article) -> Iterable[Fault]:
        present = {
            role: article.by_role[role]
            for role, _ in self.asked
            if role in article.by_role and not self._is_left(article, role)
        }
        values = {role: field.value for role, field in present.items() if not field.empty}
        misfits = self._plain_misfits(article, values)
        for place, one in self._misfits(values) if misfits is None else misfits:
            yield self._fault(article, place, one)

    def _plain_misfits(self, article: Article, values: Mapping[str, Value]) -> _Misfits | None:
        """What is wrong with the values, where that needs no pydantic; else None."""
        kinds, found = dict(self.asked), list[tuple[_Place, Misfit]]()
        for role, value in values.items():
            spec = self.specs[role]
            if not _fits(article.by_role[role], kinds[role], spec):
                one = misfit(spec, value)
                if one is None:
                    return None
                found.append(((role,), one))
        return found

    def _misfits(self, values: Mapping[str, Value]) -> _Misfits:
        from pydantic import ValidationError

        try:
            self.model.model_validate({role: _plain(value) for role, value in values.items()})
        except ValidationError as error:
            for one in error.errors(include_url=False):
                yield one["loc"], Misfit(one["type"], one.get("ctx", {}))

    def _fault(self, article: Article, place: _Place, one: Misfit) -> Fault:
        role = str(place[0])
        field = article.by_role[role]
        value: Value = field.value
        if len(place) > 1 and isinstance(value, ListValue):
            index = place[1]
            value = value.items[index] if isinstance(index, int) else value
        span = value.span if value.span.end > value.span.start else field.key_span
        spec = self.specs[role]
        of_item = spec.items if value is not field.value else None
        text = _words(field.key, one, of_item or spec, value)
        doubtful = role not in self.own and not article.generator.title
        return SchemaMismatch(span, text, field.key, doubtful)

    def _is_left(self, article: Article, role: str) -> bool:
        """True for a key of other generators, and for one of which the generator says the same."""
        return self.leaves(article, role, article.by_role[role].key)

    def leaves(self, article: Article, role: str, key: str) -> bool:
        """True where a key that plays a role is not looked at here."""
        if role in self.own:
            return False
        generator = article.generator
        foreign = bool(generator.known_keys) and role not in generator.known_keys
        reserved = generator.reserved(article).get(key)
        return (foreign and role in _OF_SOME) or (reserved is not None and reserved.takes == "text")


def _decides(spec: FieldSpec | None) -> bool:
    """True where something is said of whether an article needs the field."""
    return spec is not None and (spec.required is not None or spec.required_when is not None)


def _fits(field: Field, kind: FieldType | None, spec: FieldSpec) -> bool:
    """True when a field surely is what its spec asks for; kind None stands for more than a type.

    Everything else goes to pydantic, whose word counts.
    """
    value = field.value
    if kind is None:
        return field.empty or (is_plain(spec) and surely_fits(spec, value))
    if kind == "string":
        return isinstance(value, Scalar) and value.kind not in ("bool", "null")
    if kind == "integer":
        return isinstance(value, Scalar) and value.kind == "int"
    if kind == "boolean":
        return isinstance(value, Scalar) and value.kind == "bool"
    return kind == "list" and isinstance(value, ListValue)


def _plain(value: Value) -> Any:
    """The value as the target's parser types it, for pydantic."""
    if isinstance(value, ListValue):
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
    field = article.by_role.get(role)
    if field is None or field.empty:
        return
    context = article.context
    if field.scalar is None or context.generator.date(field.scalar, context.timezone) is None:
        yield SchemaMismatch(field.value.span, f"{field.key} should be a date", field.key)


def _opening(article: Article) -> Span:
    return article.block.opening if article.block else Span(0, 0)


_TYPE_OF: Mapping[str, FieldType] = {"string_type": "string", "list_type": "list"}
"""What pydantic asked for where the schema says it by a limit alone."""


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _words(key: str, one: Misfit, spec: FieldSpec | ItemSpec, value: Value) -> str:
    """pydantic's finding in a person's words."""
    kind, context = one
    is_item = isinstance(spec, ItemSpec)
    if spec.one_of:
        allowed = ", ".join(spec.one_of)
        shown = f" `{value.text}`" if isinstance(value, Scalar) else ""
        return f"{key}{shown} is none of: {allowed}"
    if kind in ("too_short", "string_too_short"):
        unit = "item" if kind == "too_short" else "character"
        return f"{key} has fewer than {_counted(context['min_length'], unit)}"
    if kind in ("too_long", "string_too_long"):
        unit = "item" if kind == "too_long" else "character"
        return f"{key} has more than {_counted(context['max_length'], unit)}"
    if kind == "string_pattern_mismatch":
        return f"{key} does not match the pattern {context['pattern']}"
    what = _SHOULD_BE.get(spec.type or _TYPE_OF.get(kind, "any"), "something else")
    key = f"each item of {key}" if is_item else key
    if isinstance(value, Scalar):
        return f"{key} should be {what}, not `{value.text}`"
    return f"{key} should be {what}, not a {'list' if isinstance(value, ListValue) else 'mapping'}"
