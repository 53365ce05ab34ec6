"""Which rules are called for an article: those that could have something to say of it.

A rule tells by `concerns` of which outlines it could speak, and by `suspects` of which values. Both
are asked once for what many articles share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, Self, TypeVar

from newslint.model.faults import Fault
from newslint.model.values import ListValue, Scalar, Table, Value
from newslint.rule import BEYOND_ASCII, TERMS, Rule
from newslint.site_article import Article, Context

_MOST_PLANS = 1000
_MOST_LISTS = 500
"""Of one plan: which of its rules are called."""
_MOST_VALUES = 1000
_LONGEST = 200
"""Characters of a text whose answer is kept."""


_Test = Callable[[Scalar, Any, Context], bool]


class Active(Protocol):
    """A rule that is on, as far as this module must know it."""

    @property
    def rule(self) -> Rule: ...

    @property
    def whole(self) -> Self:
        """The same, with all that it needs to be called."""

    def prefilter(self, part: str) -> tuple[Any, Any]:
        """Its `suspects` or `concerns`, and the options for it."""

    def looks_at(self, article: Article) -> bool:
        """True when the article has one of the fields that the rule looks at."""


R = TypeVar("R", bound=Active)


class Dispatch(Generic[R]):
    """The rules that are called for an article; what is remembered holds for these settings."""

    __slots__ = ("_by_fault", "_plans", "_watches", "rules")

    def __init__(self, rules: Sequence[R]) -> None:
        self.rules = rules
        self._plans: dict[object, _Plan[R]] = {}
        self._watches: dict[str, _Watch] = {}
        self._by_fault: dict[type[Fault], int] = {}
        for index, active in enumerate(rules):
            if (suspects := active.rule.suspects) is not None:
                for role in active.rule.fields:
                    watch = self._watches.setdefault(role, _Watch())
                    watch.add(1 << index, suspects, active)
        _share(self._watches)

    def called(self, article: Article) -> tuple[R, ...]:
        """The rules to call, in their order, for an article whose front matter was read."""
        plan = self._plan(article)
        bits, by_role, context = plan.always, article.by_role, article.context
        for role, watch in plan.watched:
            bits |= watch.bits(by_role[role].value, context)
        if plan.terms is not None:
            for field in article.term_fields:
                bits |= plan.terms.bits_of(field.value, context)
        bits &= plan.possible
        for fault in article.faults:
            bits |= self._of_fault(type(fault))
        called = plan.lists.get(bits)
        return self._listed(plan, bits) if called is None else called

    def _plan(self, article: Article) -> _Plan[R]:
        kind = outline(article)
        plan = self._plans.get(kind)
        if plan is None:
            known = len(self._plans) < _MOST_PLANS
            plan = self._made(article, known=known)
            if known:
                self._plans[kind] = plan
        return plan

    def _made(self, article: Article, *, known: bool) -> _Plan[R]:
        """The plan for articles with this outline; `known`: it will be asked for again."""
        always = possible = 0
        for index, active in enumerate(self.rules):
            rule = active.rule
            if not active.looks_at(article):
                continue
            if known and rule.concerns:
                concerns, options = active.prefilter("concerns")
                if not concerns(article, options):
                    continue
            possible |= 1 << index
            if not rule.suspects:
                always |= 1 << index
        watched, looking = self._watched(article, possible)
        terms = self._watches.get(TERMS) if article.term_fields else None
        return _Plan(always | looking, possible, watched, terms)

    def _watched(
        self, article: Article, possible: int
    ) -> tuple[tuple[tuple[str, _Watch], ...], int]:
        """The roles whose single values are looked at, and the rules that look at a list."""
        watched, looking = [], 0
        for role, watch in self._watches.items():
            field = article.by_role.get(role)
            if field is not None and watch.all & possible:
                if isinstance(field.value, Scalar):
                    watched.append((role, watch))
                else:
                    looking |= watch.all
        return tuple(watched), looking

    def _of_fault(self, kind: type[Fault]) -> int:
        """The rules that report a fault."""
        bits = self._by_fault.get(kind)
        if bits is None:
            bits = sum(
                1 << index
                for index, active in enumerate(self.rules)
                if active.rule.faults and issubclass(kind, active.rule.faults)
            )
            self._by_fault[kind] = bits
        return bits

    def _listed(self, plan: _Plan[R], bits: int) -> tuple[R, ...]:
        if len(plan.lists) >= _MOST_LISTS:
            plan.lists.clear()
        called = tuple(one.whole for index, one in enumerate(self.rules) if bits >> index & 1)
        plan.lists[bits] = called
        return called


def _share(watches: dict[str, _Watch]) -> None:
    """Give roles with the same rules one watch: a summary often repeats the description."""
    alike: dict[object, _Watch] = {}
    for role, watch in watches.items():
        watches[role] = alike.setdefault(watch.all, watch)


class _Plan(Generic[R]):
    """What is called for articles with one outline; a rule is a bit.

    `always` are the rules without a test of values and those that look at a list, `possible` all
    that may be called, `watched` the roles whose single values are looked at.
    """

    __slots__ = ("always", "lists", "possible", "terms", "watched")

    def __init__(
        self,
        always: int,
        possible: int,
        watched: tuple[tuple[str, _Watch], ...],
        terms: _Watch | None,
    ) -> None:
        self.always, self.possible, self.watched, self.terms = always, possible, watched, terms
        self.lists: dict[int, tuple[R, ...]] = {}


class _Watch:
    """The rules that look at the values of a role; their answers are kept where values return."""

    __slots__ = ("_beyond", "_kept", "_returned", "_signs", "_tests", "_waiting", "all", "bits")

    def __init__(self) -> None:
        self.all = self._beyond = 0
        self._signs: list[tuple[int, str]] = []
        self._tests: list[tuple[int, _Test, Any]] = []
        self._waiting: list[tuple[int, Active]] = []
        self._kept: dict[object, int] = {}
        self._returned = 0
        self.bits: Callable[[Any, Context], int] = self._remembered
        """The rules that suspect a single value."""

    def add(self, bit: int, suspects: str | _Test, active: Active) -> None:
        """Add a rule. Its own test waits for the first value: the file must be imported for it."""
        self.all |= bit
        if not isinstance(suspects, str):
            self._waiting.append((bit, active))
        elif suspects == BEYOND_ASCII:
            self._beyond |= bit
        else:
            self._signs.append((bit, suspects))

    def bits_of(self, value: Value, context: Context) -> int:
        """The rules that suspect a value, or an item of a list."""
        if isinstance(value, Scalar):
            return self.bits(value, context)
        if not isinstance(value, ListValue):
            return self.all
        bits = 0
        for item in value.items:
            bits |= self.bits(item, context) if isinstance(item, Scalar) else self.all
        return bits

    def _remembered(self, scalar: Scalar, context: Context) -> int:
        key = scalar[1:4]  # text, kind and style: all that a test may look at
        bits = self._kept.get(key)
        if bits is None:
            bits = self._asked(scalar, context)
            self._keep(key, bits)
        else:
            self._returned += 1
        return bits

    def _asked(self, scalar: Scalar, context: Context) -> int:
        if self._waiting:
            self._make_tests()
        text = scalar.text
        bits = 0 if text.isascii() else self._beyond
        for bit, sign in self._signs:
            if sign in text:
                bits |= bit
        for bit, suspects, options in self._tests:
            if suspects(scalar, options, context):
                bits |= bit
        return bits

    def _make_tests(self) -> None:
        for bit, active in self._waiting:
            self._tests.append((bit, *active.prefilter("suspects")))
        self._waiting.clear()

    def _keep(self, key: tuple[str, str, str], bits: int) -> None:
        kept = self._kept
        if len(kept) >= _MOST_VALUES:
            kept.clear()
            if self._returned < _MOST_VALUES // 4:
                self.bits = self._asked  # titles do not return: looking them up is for nothing
                return
            self._returned = 0
        if len(key[0]) <= _LONGEST:
            kept[key] = bits


def outline(article: Article) -> tuple[object, ...]:
    """What articles have in common of which `Rule.concerns` says the same: the format, the keys in
    their order, the kind and style of each value and whether it is empty."""
    parts: list[object] = [article.block.format if article.block else ""]
    for key, role, _, value in article.fields:
        if isinstance(value, Scalar):
            parts += (key, role, value.kind, value.style, not value.text.strip())
        else:
            parts += (key, role, _form(value))
    return tuple(parts)


def _form(value: Value) -> object:
    if isinstance(value, Scalar):
        return value.kind
    if isinstance(value, Table):
        inner = tuple((field.key, _form(field.value)) for field in value.fields)
        return "table", value.flow, value.editable, inner
    forms = [item.kind if isinstance(item, Scalar) else _form(item) for item in value.items]
    return "list", value.flow, min(len(forms), 2), frozenset(forms)
