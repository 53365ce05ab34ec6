"""Fixes of made-up rules: made, refused, put off, contained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from newslint.config.settings import ActiveRule, Settings
from newslint.lint import fix as engine
from newslint.model.changes import (
    Change,
    DeleteKey,
    DropBom,
    Fix,
    InsertKey,
    ReplaceText,
    SetScalar,
)
from newslint.model.diagnostics import Diagnostic
from newslint.rule import Article, NoOptions, Problem, Rule, Severity, Span
from tests.support.setting import line, settings, source

Check = Callable[[Article], Iterable[Problem]]


def rule(code: str, check: Check, severity: Severity = "warning") -> ActiveRule:
    """A made-up rule."""

    def run(article: Article, options: NoOptions) -> Iterable[Problem]:
        return check(article)

    return ActiveRule(Rule(code, code.lower(), severity, (), run), NoOptions(), None)


PATH = "content/news/a.md"
SITE = {"permalinks": {"news": "/:slug/"}}


def having(*rules: ActiveRule, generator: str = "hugo", known_site: bool = True) -> Settings:
    """Settings with these rules and those of the run itself; slug and title make the URL."""
    made = settings({"select": ["RUN"]}, generator=generator, site=SITE, known_site=known_site)
    return replace(made, rules=(*rules, *made.rules))


def swap(
    code: str, key: str, old: str, new: str, *, safe: bool = True, repair: bool = False
) -> ActiveRule:
    """A rule that replaces a part of a field's text."""

    def check(article: Article) -> Iterator[Problem]:
        for field in article.fields:
            if field.key == key and field.scalar and old in field.scalar.text:
                change = SetScalar(field.scalar, field.scalar.text.replace(old, new))
                fix = Fix(f"{old} to {new}", (change,), safe, repair)
                yield Problem(field.scalar.span, f"{old} in {key}", key, fix)

    return rule(code, check)


def always(
    code: str, make: Callable[[Article], Iterable[Change]], *, safe: bool = True
) -> ActiveRule:
    """A rule that wants to make the same changes for ever."""

    def check(article: Article) -> Iterator[Problem]:
        yield Problem(
            article.fields[0].key_span, "always", "", Fix("Mend", tuple(make(article)), safe)
        )

    return rule(code, check)


def splice_over_value(article: Article) -> list[Change]:
    """What passes for a splice and changes a value: the proof refuses it."""
    return [ReplaceText(article.fields[-1].value.span, "changed")]


def article(content: str) -> str:
    return f"---\n{content}---\nBody.\n"


def fix(
    content: str, config: Settings, *, unsafe: bool = False
) -> tuple[str, list[str], list[str]]:
    """The block afterwards, what was mended, and what is left, as `CODE message`."""
    outcome = engine.fix(source(article(content)), PATH, "a.md", config, unsafe=unsafe)
    assert outcome.text.startswith("---\n")
    assert outcome.text.endswith("---\nBody.\n")
    assert all(diagnostic.fixed for diagnostic in outcome.applied)
    again = engine.fix(source(outcome.text), PATH, "a.md", config, unsafe=unsafe)
    assert again.text == outcome.text
    assert again.applied == ()
    return outcome.text[4:-10], said(outcome.applied), said(outcome.left)


def said(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [f"{one.code} {one.text}" for one in diagnostics]


def test_two_fixes_of_different_values_are_made_in_one_pass() -> None:
    config = having(swap("AAA001", "x", "a", "b"), swap("AAA002", "y", "c", "d"))
    assert fix("x: a\ny: c\n", config) == ("x: b\ny: d\n", ["AAA001 a in x", "AAA002 c in y"], [])


def test_two_fixes_of_the_same_value_are_both_made() -> None:
    config = having(swap("AAA001", "x", "a", "b"), swap("AAA002", "x", "c", "d"))
    assert fix("x: a c\n", config) == ("x: b d\n", ["AAA001 a in x", "AAA002 c in x"], [])


def test_two_fixes_of_the_same_empty_value() -> None:
    def fill(text: str) -> Check:
        def check(article: Article) -> Iterator[Problem]:
            scalar = article.fields[0].scalar
            if scalar and scalar.kind == "null":
                yield Problem(
                    scalar.span, "empty", "", Fix("Fill", (SetScalar(scalar, text),), True)
                )

        return check

    config = having(rule("AAA001", fill("one")), rule("AAA002", fill("two")))
    assert fix("x:\n", config, unsafe=True) == ('x: "one"\n', ["AAA001 empty"], [])


def test_of_fixes_that_contradict_each_other_the_first_is_made() -> None:
    def delete(article: Article) -> Iterator[Problem]:
        for field in article.fields:
            if field.key == "x":
                yield Problem(
                    field.key_span, "x is there", "x", Fix("Delete", (DeleteKey(field),), True)
                )

    config = having(rule("AAA001", delete), swap("AAA002", "x", "a", "b", safe=False))
    assert fix("x: a\ny: c\n", config, unsafe=True) == ("y: c\n", ["AAA001 x is there"], [])
    config = having(swap("AAA002", "x", "a", "b", safe=False), rule("AAA001", delete))
    both = ["AAA001 x is there", "AAA002 a in x"]
    made, applied, left = fix("x: a\ny: c\n", config, unsafe=True)
    assert (made, sorted(applied), left) == ("y: c\n", both, [])


def test_a_key_is_not_inserted_twice() -> None:
    def insert(article: Article) -> Iterator[Problem]:
        if not any(field.key == "new" for field in article.fields):
            change = InsertKey(article.fields[0], "new", "text")
            yield Problem(article.fields[0].key_span, "no new", "", Fix("Insert", (change,), True))

    config = having(rule("AAA001", insert), rule("AAA002", insert))
    assert fix("x: a\n", config) == ("x: a\nnew: text\n", ["AAA001 no new"], [])


REFUSED = "RUN004 the fix of AAA001 (Mend) was not applied: `z` would not read as intended"


def test_a_fix_that_fails_its_proof_is_refused_and_named_and_the_others_are_made() -> None:
    bad = always("AAA001", splice_over_value)
    for rules in (
        (bad, swap("AAA002", "x", "a", "b"), swap("AAA003", "y", "c", "d")),
        (swap("AAA002", "x", "a", "b"), bad, swap("AAA003", "y", "c", "d")),
        (swap("AAA002", "x", "a", "b"), swap("AAA003", "y", "c", "d"), bad),
    ):
        assert fix("x: a\ny: c\nz: e\n", having(*rules)) == (
            "x: b\ny: d\nz: e\n",
            ["AAA002 a in x", "AAA003 c in y"],
            [REFUSED, "AAA001 always"],
        )


def test_a_fix_that_waits_for_a_refused_one_is_made() -> None:
    config = having(always("AAA001", splice_over_value), swap("AAA002", "z", "e", "f"))
    assert fix("z: e\n", config) == ("z: f\n", ["AAA002 e in z"], [REFUSED, "AAA001 always"])


def test_unsafe_fixes_are_made_when_the_only_safe_one_is_refused() -> None:
    config = having(always("AAA001", splice_over_value), swap("AAA002", "x", "a", "b", safe=False))
    assert fix("x: a\nz: e\n", config, unsafe=True) == (
        "x: b\nz: e\n",
        ["AAA002 a in x"],
        [REFUSED, "AAA001 always"],
    )


def test_a_fix_that_breaks_the_front_matter_is_refused() -> None:
    def bracket(article: Article) -> list[Change]:
        at = article.fields[0].value.span.start
        return [ReplaceText(Span(at, at), "[")]

    made, applied, left = fix("x: a\n", having(always("AAA001", bracket)))
    assert (made, applied) == ("x: a\n", [])
    assert left[0].startswith(
        "RUN004 the fix of AAA001 (Mend) was not applied: the result cannot be read"
    )


def test_a_rule_that_raises_is_contained() -> None:
    def raises(article: Article) -> Iterator[Problem]:
        yield Problem(Span(0, 1), "before it raised")
        raise KeyError("title")

    config = having(rule("AAA001", raises), swap("AAA002", "x", "a", "b"))
    crashed = "RUN003 rule AAA001 (aaa001) crashed on this file: KeyError: 'title'; report it"
    found = engine.check(source(article("x: a\n")), PATH, "a.md", config)
    assert said(found) == [crashed, "AAA002 a in x"]
    assert fix("x: a\n", config) == ("x: b\n", ["AAA002 a in x"], [crashed])


def test_changes_that_make_no_sense_are_no_fix() -> None:
    def nonsense(article: Article) -> Iterator[Problem]:
        scalar = article.fields[0].scalar
        assert scalar is not None
        far = scalar._replace(span=Span(1000, 1001), style="double")
        yield Problem(scalar.span, "far", "", Fix("Mend", (SetScalar(far, "b"),), True))
        twice = (SetScalar(scalar, "b"), SetScalar(scalar, "c"))
        yield Problem(scalar.span, "twice", "", Fix("Mend", twice, True))
        overlap = (ReplaceText(Span(4, 6), "x"), ReplaceText(Span(5, 7), "y"))
        yield Problem(scalar.span, "overlap", "", Fix("Mend", overlap, True))

    found = engine.check(source(article("x: a\n")), PATH, "a.md", having(rule("AAA001", nonsense)))
    assert [(one.text, one.fix) for one in found] == [
        ("far", None),
        ("overlap", None),
        ("twice", None),
    ]


def test_rules_that_undo_each_other_leave_the_file_as_it_was() -> None:
    config = having(swap("AAA001", "x", "a", "b"), swap("AAA002", "x", "b", "a"))
    for unsafe in (False, True):
        made, applied, left = fix("x: a\ny: c\n", config, unsafe=unsafe)
        assert (made, applied) == ("x: a\ny: c\n", [])
        assert [one.split(":")[0] for one in left] == [
            "RUN004 the fix of AAA002 (b to a) was not applied",
            "AAA001 a in x",
        ]


def test_a_rule_that_is_never_satisfied_leaves_the_file_as_it_was() -> None:
    made, applied, left = fix("x: a\n", having(swap("AAA001", "x", "a", "aa")))
    assert (made, applied) == ("x: a\n", [])
    assert left[0] == (
        "RUN004 the fix of AAA001 (a to aa) was not applied: its fixes did not settle in 10 passes"
    )


def test_unsafe_fixes_are_made_only_when_asked() -> None:
    config = having(swap("AAA001", "x", "a", "b", safe=False), swap("AAA002", "y", "c", "d"))
    assert fix("x: a\ny: c\n", config) == ("x: a\ny: d\n", ["AAA002 c in y"], ["AAA001 a in x"])
    assert fix("x: a\ny: c\n", config, unsafe=True)[0] == "x: b\ny: d\n"


@pytest.mark.parametrize(
    ("content", "safe"),
    [
        pytest.param(content, safe, id=content)
        for content, safe in (
            ("title: a\n", False),
            ("title: a\nslug: x\n", True),
            ("title: a\nurl: /x/\n", True),
            ("slug: a\n", False),
            ("url: /a/\n", False),
            ("date: 2025-12-3a\n", True),
            ("tags: a\n", False),
            ("summary: a\n", True),
            ("x: a\n", True),
        )
    ],
)
def test_a_safe_fix_that_would_move_the_page_is_unsafe(content: str, safe: bool) -> None:
    key = content.partition(":")[0]
    config = having(swap("AAA001", key, "a", "b"))
    (found,) = engine.check(source(article(content)), PATH, "a.md", config)
    assert found.fix is not None
    assert found.fix.applicability == ("safe" if safe else "unsafe")
    mended = content.replace("a\n", "b\n", 1) if key != "url" else "url: /b/\n"
    if key == "date":
        mended = "date: 2025-12-3b\n"
    assert fix(content, config)[0] == (mended if safe else content)
    assert fix(content, config, unsafe=True)[0] == mended


def test_where_no_url_is_known_what_could_move_it_is_unsafe() -> None:
    for generator, known_site in (("generic", True), ("hugo", False)):
        config = having(
            swap("AAA001", "title", "a", "b"), generator=generator, known_site=known_site
        )
        content = "title: a\nslug: x\n"
        assert fix(content, config)[0] == content
        assert fix(content, config, unsafe=True)[0] == "title: b\nslug: x\n"
        config = having(
            swap("AAA001", "summary", "a", "b"), generator=generator, known_site=known_site
        )
        assert fix("summary: a\n", config)[0] == "summary: b\n"


def test_fixes_that_move_the_page_only_together() -> None:
    """Each alone leaves the URL, which `slug` decides; the first one is made."""

    def delete(article: Article) -> Iterator[Problem]:
        for field in article.fields:
            if field.key == "slug" and field.text == article.fields[0].text:
                fix = Fix("Delete", (DeleteKey(field),), True)
                yield Problem(field.key_span, "slug is the title", "slug", fix)

    config = having(swap("AAA001", "title", "fire", "flood"), rule("AAA002", delete))
    assert fix("title: fire\nslug: fire\n", config) == (
        "title: flood\nslug: fire\n",
        ["AAA001 fire in title"],
        [],
    )


def test_what_cannot_be_written_exactly_has_no_fix() -> None:
    config = having(swap("AAA001", "x", "a", "b"))
    (found,) = engine.check(source(article("x: &x a\ny: *x\n")), PATH, "a.md", config)
    assert found.fix is None
    assert fix("x: &x a\ny: *x\n", config) == ("x: &x a\ny: *x\n", [], ["AAA001 a in x"])


def test_what_is_read_otherwise_than_written_is_left_to_the_rule_that_says_so() -> None:
    text = "---\ntitle: A\ntags: a\n  - b\nslug: Foo\n  - q\n---\nText.\n"
    made = engine.fix(source(text), "content/a.md", "a.md", settings(), unsafe=True)
    assert made.text == text
    assert [one.code for one in made.left] == ["FMT012", "FMT012", "SLG003"]


def test_silenced_problems_are_not_mended() -> None:
    config = having(swap("AAA001", "x", "a", "b"))
    content = "x: a # newslint: ignore[AAA001]\n"
    assert fix(content, config) == (content, [], [])


def test_diagnostics_of_what_was_mended_stand_where_it_was_found() -> None:
    config = having(swap("AAA001", "x", "a", "bbb"), swap("AAA002", "x", "c", "d"))
    outcome = engine.fix(source(article("x: a c\n")), PATH, "a.md", config, unsafe=False)
    assert [f"{one.code} {line(one)}" for one in outcome.applied] == [
        "AAA001 2:4-2:7 a in x",
        "AAA002 2:4-2:9 c in x",
    ]


def test_the_byte_order_mark_goes_with_a_fix_only() -> None:
    def drop(article: Article) -> Iterator[Problem]:
        if article.bom:
            yield Problem(Span(0, 0), "mark", "", Fix("Drop", (DropBom(),), True))

    text = "\ufeff" + article("x: a\n")
    for rules, bom in (((rule("AAA001", drop),), False), ((swap("AAA002", "x", "a", "b"),), True)):
        outcome = engine.fix(source(text), PATH, "a.md", having(*rules), unsafe=False)
        assert outcome.bom is bom
        assert len(outcome.applied) == 1


@pytest.mark.slow
def test_many_fixes_of_one_file() -> None:
    def check(article: Article) -> Iterator[Problem]:
        for field in article.fields:
            if field.scalar and field.scalar.text == "a":
                fix = Fix("Mend", (SetScalar(field.scalar, "b"),), True)
                yield Problem(field.scalar.span, f"{field.key} is a", field.key, fix)

    content = "".join(f"k{number}: a\n" for number in range(900))
    made, applied, left = fix(content, having(rule("AAA001", check)))
    assert (made, len(applied), left) == (content.replace(" a", " b"), 900, [])


@pytest.mark.parametrize("content", ["x: [\n", "- a\n", "x: a: b\n"])
def test_broken_articles_come_back_as_they_are(content: str) -> None:
    config = having(swap("AAA001", "x", "a", "b"))
    outcome = engine.fix(source(article(content)), PATH, "a.md", config, unsafe=True)
    assert outcome.text == article(content)
    assert outcome.applied == ()
