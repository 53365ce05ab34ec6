"""What holds for one article, as a value: the rules that are on, the schema, limits and names."""

from __future__ import annotations

from typing import Any

from newslint.config.dispatch import Dispatch
from newslint.config.fields import Schema
from newslint.files.names import EXTENSIONS
from newslint.model.counted import NONE_HELD, Held
from newslint.model.diagnostics import Severity
from newslint.model.limits import Limits
from newslint.model.records import NamedTuple, dataclass, field
from newslint.rule import TERMS, Problem, Rule
from newslint.site_article import Article, Context


class ActiveRule(NamedTuple):
    """A rule that is on. `severity` None: the problem or the rule decides.

    `given` are its options where the config says some of them, else None, `roles` the rule's fields
    as a set.
    """

    rule: Rule
    given: Any
    severity: Severity | None
    roles: frozenset[str] = frozenset()

    @property
    def options(self) -> Any:
        """Those that were given, or else what the rule has by default."""
        return self.rule.options() if self.given is None else self.given

    @property
    def whole(self) -> ActiveRule:
        """The same for one that is called: its file imported, its options made."""
        rule = self.rule.whole
        return self if self.given is not None else self._replace(given=rule.options())

    def prefilter(self, part: str) -> tuple[Any, Any]:
        """The rule's `suspects` or `concerns`, and the options for it."""
        copy = self.rule.prefilter(part)
        return copy or (getattr(self.rule, part), self.options)

    def problems(self, article: Article) -> list[Problem]:
        """What the rule finds in an article: the faults that it reports, then what it looks for."""
        rule, options, _, _ = self
        if options is None:
            options = rule.options()
        found: list[Problem] = []  # `list[Problem]()` takes ten times as long
        if article.faults and rule.word:
            for fault in article.faults:
                if isinstance(fault, rule.faults):
                    found += rule.word(article, fault, options)
        if rule.check:
            found += rule.check(article, options)
        return found

    def applies(self, article: Article) -> bool:
        """True when the article has what the rule looks at."""
        faults = self.rule.faults
        if faults and article.faults and any(isinstance(fault, faults) for fault in article.faults):
            return True
        return not article.broken and self.looks_at(article)

    def looks_at(self, article: Article) -> bool:
        """True when the article has one of the fields that the rule looks at."""
        if self.rule.faults and not self.rule.fields:
            return False
        if not self.roles or not self.roles.isdisjoint(article.by_role):
            return True
        return TERMS in self.roles and bool(article.terms())


class House(NamedTuple):
    """What decides of findings that hold for a whole site.

    `site` is its folder, `config` the config file in force as it is printed (empty: none),
    `habitual` are the rules whose findings may be matters of the house.
    """

    site: str = ""
    config: str = ""
    habitual: frozenset[str] = frozenset()
    said_once: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the engine needs to know for an article besides its text.

    `encoding` is that of files that are not UTF-8, by the name that Python knows, or empty;
    `suffixes` are how names of articles end.
    `site_rules` look at all articles of a site together, `late_rules` at each with what its site
    does.
    `held` is what no fix is made of; None where that is not known yet: then all that may be.
    `later` are the rules that run once the whole site is known, `unfixable` those that only report.
    `everywhere` are the rules that look at every article, for faults or beside the others.
    `fitting` and `asked` remember which rules apply to articles with the same roles, `shared` which
    sets of names there are: most of a site's have the same. `dispatch` holds at most one, made when
    asked.
    """

    rules: tuple[ActiveRule, ...]
    context: Context
    schema: Schema
    limits: Limits
    selected: frozenset[str]
    encoding: str = ""
    suffixes: frozenset[str] = EXTENSIONS
    site_rules: tuple[ActiveRule, ...] = ()
    late_rules: tuple[ActiveRule, ...] = ()
    house: House = field(default_factory=House)
    held: Held | None = NONE_HELD
    later: frozenset[str] = frozenset()
    unfixable: frozenset[str] = frozenset()
    everywhere: frozenset[str] = frozenset()
    fitting: dict[object, tuple[ActiveRule, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    asked: dict[object, tuple[frozenset[str], frozenset[str]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    shared: dict[object, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    dispatch: list[Dispatch[ActiveRule]] = field(default_factory=list, repr=False, compare=False)

    def called(self, article: Article) -> tuple[ActiveRule, ...]:
        """Those of the rules that apply which could have something to say of the article."""
        if article.broken:
            return self.rules_for(article)
        if not self.dispatch or self.dispatch[0].rules is not self.rules:
            self.dispatch[:] = [Dispatch(self.rules)]
        return self.dispatch[0].called(article)

    def _same(self, names: frozenset[str]) -> frozenset[str]:
        """The set, as one object for all that are equal."""
        if len(self.shared) >= _MOST_KINDS:
            return names
        return self.shared.setdefault(names, names)

    def rules_for(self, article: Article) -> tuple[ActiveRule, ...]:
        """The rules that apply to an article, in their order."""
        kind = (frozenset(article.by_role), bool(article.terms()), article.broken)
        found = None if article.faults else self.fitting.get(kind)
        if found is None:
            found = tuple(active for active in self.rules if active.applies(article))
            if not article.faults and len(self.fitting) < _MOST_KINDS:
                self.fitting[kind] = found
        return found

    def asked_of(self, article: Article) -> tuple[frozenset[str], frozenset[str]]:
        """The codes of the rules that are asked about an article: those that apply, and where it
        can be read those about a fault, which could have been anywhere in it. Beside them the
        fields that are there, each by its role, or by its key in lower case."""
        kind = (tuple(article.by_role), bool(article.term_fields), article.broken)
        known = None if article.faults else self.asked.get(kind)
        if known is not None:
            return known
        codes = frozenset([active.rule.code for active in self.rules_for(article)])
        roles = frozenset(article.by_role).union((TERMS,) if article.term_fields else ())
        found = self._same(codes if article.broken else codes | self.everywhere), self._same(roles)
        if not article.faults and len(self.asked) < _MOST_KINDS:
            self.asked[kind] = found
        return found


_MOST_KINDS = 1000
