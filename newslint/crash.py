"""A crash outside of the rules as a diagnostic: in the words of the rule for it, at 1:1."""

from __future__ import annotations

from datetime import UTC, datetime

from newslint import generators, registry
from newslint.model.clock import Clock
from newslint.model.diagnostics import Diagnostic
from newslint.model.faults import Fault, StageCrashed
from newslint.model.spans import Position, Span
from newslint.model.stages import one_line, stage_of, trace
from newslint.site_article import Article, Context


def crashed(shown: str, error: BaseException, stage: str) -> Diagnostic:
    """What is said of a file or folder on which a stage raised: `stage` where none was named."""
    fault = StageCrashed(Span(0, 0), stage_of(error, stage), one_line(error), trace(error))
    rule = next(rule for rule in registry.all_rules() if StageCrashed in rule.faults)
    assert rule.word is not None
    problem = next(iter(rule.word(_nothing(fault), fault, None)))
    return Diagnostic(
        path=shown,
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.what,
        advice=problem.advice,
        field="",
        start=Position(1, 1),
        end=Position(1, 1),
        traceback=trace(error),
    )


def _nothing(fault: Fault) -> Article:
    """An article of which nothing is known but the fault."""
    clock = Clock(datetime.now(UTC))
    context = Context(
        generators.load(generators.UNKNOWN), "", clock, roles={}, role_of={}, taxonomies=()
    )
    return Article("", "", False, None, (), {}, (fault,), (), context, broken=True)
