"""Fixes of an article with very many: rated together, as each alone means reading it anew.

What is true of fixes of one rule at once is taken to be true of each. Where they are not safe at
once they are tried in halves, until the work is done that one article may cost; of what is left
then it is not known whether it is safe, so it is not.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from newslint import frontmatter
from newslint.config.settings import Settings
from newslint.lint.applicability import RULE_SAYS_SO, Trial, judge
from newslint.model.changes import Change, Fix
from newslint.model.spans import Edit
from newslint.model.values import scalars_in
from newslint.site_article import Article

EACH = 150_000
"""Fixes times characters of front matter up to which each is looked at alone: half a second."""

TOGETHER = 150_000
"""Characters of front matter that are read anew to rate the fixes of an article with more."""

MOST_PROVED = 5_000
"""Values of an article that is changed: the proof reads them twice, in about a second."""

TOO_MANY_VALUES = f"the file has more than {MOST_PROVED:,} values, too many for the proof"
TOO_MANY = "the file has too many fixes to look at each of them"


def is_provable(article: Article) -> bool:
    """False for an article with too many values to prove that a fix changes no other."""
    if size(article) <= MOST_PROVED:
        return True
    values = chain.from_iterable(scalars_in(field.value) for field in article.fields)
    return next(islice(values, MOST_PROVED, None), None) is None


def size(article: Article) -> int:
    """Characters of the front matter, without the body."""
    return article.block.body if article.block else 0


def reasons(article: Article, fixes: Sequence[tuple[str, Fix]], settings: Settings) -> list[str]:
    """Why each fix is unsafe, or "": each comes with the code of its rule."""
    found = [RULE_SAYS_SO if not fix.safe and not fix.why else fix.why for _, fix in fixes]
    groups: dict[str, list[int]] = defaultdict(list)
    for index, (code, fix) in enumerate(fixes):
        if fix.safe:
            groups[code].append(index)
    for part, reason in _in_halves(article, fixes, groups.values(), settings):
        for index in part:
            found[index] = reason
    return found


def _in_halves(
    article: Article,
    fixes: Sequence[tuple[str, Fix]],
    groups: Iterable[list[int]],
    settings: Settings,
) -> Iterator[tuple[list[int], str]]:
    """Groups of indexes, each with a reason for all of it; its halves, if any, come later."""
    left, waiting = TOGETHER, deque(groups)
    while waiting:
        part = waiting.popleft()
        if left <= 0:
            yield part, TOO_MANY
            continue
        left -= size(article)
        reason = _reason(article, [fixes[index][1] for index in part], settings)
        yield part, reason
        if reason and len(part) > 1 and left > 0:
            waiting += (part[: len(part) // 2], part[len(part) // 2 :])


def _reason(article: Article, fixes: list[Fix], settings: Settings) -> str:
    edits = _rendered(article, [change for fix in fixes for change in fix.changes])
    if edits is None:
        return TOO_MANY
    try:
        reason = judge(Trial(article, fixes, edits, settings)).reason
    except ValueError:  # their edits overlap
        return TOO_MANY
    return TOO_MANY if reason and len(fixes) > 1 else reason


def _rendered(article: Article, changes: Sequence[Change]) -> tuple[Edit, ...] | None:
    try:
        return tuple(frontmatter.render(article, changes))
    except (frontmatter.CannotRender, ValueError):
        return None
