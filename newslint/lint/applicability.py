"""Whether fixes are safe, and if not why not: decided here and nowhere else.

Safe means that a careful editor would make the fix without asking:

1. the page keeps its URL, terms, dates and draft flag (`page_moves`);
2. what a template can see keeps its type (`value_types`);
3. nothing that someone wrote is lost (`losses`);
4. no field beside it is contradicted (`losses`).

What is not known of any of these makes a fix unsafe. A rule may call a fix unsafe for reasons of
its own; it can never call one safe that is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newslint.config.settings import Settings
from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from newslint.lint import losses, page_moves, value_types
from newslint.lint.foreseen import Foreseen, going, rewritten
from newslint.model.article import Content
from newslint.model.changes import Change, DropBom, Fix, Reencode, ReplaceText
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit, apply_edits
from newslint.site_article import Article

RULE_SAYS_SO = "its rule says that an editor should look at it first"
"""The reason where a rule calls a fix unsafe and says no more."""


_NO_KEYS = (ReplaceText, DropBom, Reencode)
"""Changes that touch no key and no value."""


class Verdict(NamedTuple):
    """Why fixes are unsafe, as a phrase without a full stop; empty when they are safe."""

    reason: str = ""

    @property
    def safe(self) -> bool:
        """True when nothing speaks against the fixes."""
        return not self.reason


class Trial:
    """Fixes of an article as edits, and the article with these made: read once, when asked for."""

    __slots__ = ("_after", "_settings", "before", "changes", "edits", "fixes", "gone")

    def __init__(
        self, before: Article, fixes: Iterable[Fix], edits: Iterable[Edit], settings: Settings
    ) -> None:
        self.before = before
        self.fixes = tuple(fixes)
        self.edits = tuple(edits)
        self.changes: tuple[Change, ...] = tuple([c for fix in self.fixes for c in fix.changes])
        self._settings = settings
        self._after: Article | None = None
        self.gone: list[int] | None = None

    @property
    def repairs(self) -> tuple[Change, ...]:
        """The changes of what the target does not build as it is: they have no type to keep."""
        return tuple([change for fix in self.fixes if fix.repair for change in fix.changes])

    @property
    def is_read(self) -> bool:
        """True when looking at the article with the edits made costs nothing more."""
        return self._after is not None

    def foresee(self) -> bool:
        """True where it is known without reading which values there will be, no comment among what
        goes: all but those of `gone`."""
        if self.gone is None and not self.is_read:
            self.gone = going(self.before, self.changes, self.edits)
        return self.gone is not None

    @property
    def content(self) -> Content | None:
        """The article with the edits made, of which only the values are looked at; None where it
        cannot be read."""
        fields = None
        if self.gone is not None:
            fields = tuple([f for at, f in enumerate(self.before.fields) if at not in self.gone])
        elif not self.is_read:
            fields = rewritten(self.before, self.changes, self.edits, self._settings.limits)
        if fields is not None:
            return Foreseen(self.before, fields)
        return None if self.after.broken else self.after

    @property
    def after(self) -> Article:
        """The article of the text with the edits made, read anew."""
        if self._after is None:
            self._after = _read_anew(self.before, self.changes, self.edits, self._settings)
        return self._after


def _read_anew(
    before: Article, changes: tuple[Change, ...], edits: tuple[Edit, ...], settings: Settings
) -> Article:
    bom = before.bom and not any(isinstance(change, DropBom) for change in changes)
    whole = next((change.text for change in changes if isinstance(change, Reencode)), "")
    text = whole or apply_edits(before.text, edits)
    return read_article(Source(Path(before.path), text, bom, None), before.path, settings)


def judge(trial: Trial) -> Verdict:
    """Whether the fixes, one or several at once, are safe: by the machine, and by their rules."""
    unsafe = [fix for fix in trial.fixes if not fix.safe]
    own = next((fix.why or RULE_SAYS_SO for fix in unsafe), "")
    return Verdict(own if trial.before.broken else _reason(trial, own))


def _reason(trial: Trial, own: str) -> str:
    """Why fixes of an article that could be read are unsafe; `own` is the word of their rules.

    Of what a fix is made to take away its rule knows best why it is unsafe: the rule's word comes
    before that, and after what else the fix would do.
    """
    before, changes = trial.before, trial.changes
    taken = "" if own else losses.lost(before, changes)
    if taken:
        return taken
    return _side_effect(trial) or own or losses.lost_words(before, changes)


def _side_effect(trial: Trial) -> str:
    """What does not belong to the fixes, and would happen. It is not asked where the page goes
    for what the target does not build as it is."""
    before, changes = trial.before, trial.changes
    reason = losses.contradicted(before, changes)
    if not reason and (trial.is_read or _is_looked_into(trial, changes)) and not trial.foresee():
        reason = harm(before, trial.after, changes, trial.repairs)
    if reason or trial.repairs:
        return reason
    if trial.gone and page_moves.leaves(before, changes):
        return ""
    after, known = lambda: trial.content, trial.is_read or bool(trial.gone)
    return page_moves.moved(before, changes, trial.edits, after, is_read=known)


def _is_looked_into(trial: Trial, changes: tuple[Change, ...]) -> bool:
    """True where a comment or a value's type may be lost: most fixes are known to leave both."""
    if not value_types.may_change(changes):
        return False
    if all(isinstance(change, _NO_KEYS) for change in changes):
        return any("#" in trial.before.text[slice(*edit.span)] for edit in trial.edits)
    return True


def harm(
    before: Article, after: Article, changes: tuple[Change, ...], free: Iterable[Change] = ()
) -> str:
    """What the article with the changes made, `after`, shows of harm to types and comments.

    `free` are those of the changes that may give a value another type.
    """
    if after.broken:
        return "the result cannot be read"
    types = value_types.changed(before, after, changes, free)
    return types or losses.uncommented(before, after, changes)
