"""Where a page goes: a safe fix keeps its URL, terms, dates and draft flag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from unicodedata import normalize

from newslint import frontmatter
from newslint.model.article import Content, Page
from newslint.model.changes import (
    Change,
    DeleteKey,
    DropBom,
    InsertKey,
    RenameKey,
    ReorderKeys,
    ReplaceText,
    Requote,
    RestyleList,
    SetScalar,
)
from newslint.model.spans import Edit
from newslint.model.values import Field, Table
from newslint.site_article import Article

_SAME_VALUES = (ReplaceText, DropBom, ReorderKeys, Requote, RestyleList)
"""Changes that leave every value what it is."""

_ADDING = (InsertKey, RenameKey)
"""Changes that write a key."""

_URL_ROLES = frozenset(("title", "slug", "url", "date", "lastmod", "publishdate", "type"))
_PAGE_ROLES = _URL_ROLES | {"expirydate", "draft", "published"}
_DATES = {
    "date": "date",
    "lastmod": "date of the last change",
    "publishdate": "publication date",
    "expirydate": "expiry date",
}
_LONGEST = 80
"""Characters of a URL or a term that a reason shows."""


def moved(
    before: Article,
    changes: tuple[Change, ...],
    edits: Iterable[Edit],
    after: Callable[[], Content | None],
    *,
    is_read: bool = False,
) -> str:
    """Why the page would not stay where and what it is, or may not; empty when it does.

    `after` gives the article with the changes made, None where it cannot be read; it is asked only
    where they may matter, or always when it `is_read` already.
    """
    telling = tuple([change for change in changes if not isinstance(change, _SAME_VALUES)])
    if not telling:
        return ""  # no value changes: the proof would refuse such a fix otherwise
    if len(telling) < len(changes):
        edits = _edits(before, telling, edits)
    touched = {**_edited(before, tuple(edits)), **_added(before, changes)}
    if not touched and not is_read:
        return ""
    generator = before.generator
    page = _Asked.of(before).page
    if page is None:
        return _unknown(before, touched) if touched else ""
    read = after()
    if read is None:
        return "the result cannot be read"
    new = generator.page(read)
    if new is None:
        return "what would become of the page is not known"
    if new != page:
        return difference(page, new)
    key = _part_of_url(before, touched)
    if page.url is None and key:
        return f"the page's URL is not known, and `{key}` may be part of it"
    return _flag(before, changes)


def leaves(before: Article, changes: tuple[Change, ...]) -> bool:
    """True where keys go that no page is made of, and say nothing of where and what it is; or the
    URL is known. It is to be known that all other fields stay, those beside them too."""
    reads = before.generator.page_reads
    for change in changes:
        if not isinstance(change, DeleteKey) or reads(change.field.key.lower()):
            return False
    asked = _Asked.of(before)
    gone = [change.field.span for change in changes if isinstance(change, DeleteKey)]
    starts = [start for start, _, _, _ in asked.telling]
    if not any(first <= start < last for first, last in gone for start in starts):
        return True
    return asked.page is not None and asked.page.url is not None


class _Asked:
    """What is asked of an article for each of its fixes: the last one's is kept."""

    _last: _Asked | None = None

    def __init__(self, article: Article) -> None:
        self.article = article
        self.telling = _telling(article)
        self._page: Page | None = None
        self._is_made = False

    @classmethod
    def of(cls, article: Article) -> _Asked:
        last = cls._last
        if last is None or last.article is not article:
            last = cls._last = cls(article)
        return last

    @property
    def page(self) -> Page | None:
        """What the generator makes of it."""
        if not self._is_made:
            self._page, self._is_made = self.article.generator.page(self.article), True
        return self._page


def _telling(article: Article) -> list[tuple[int, int, str, str]]:
    """The fields that say where and what the page is: start, end, role and key."""
    inner: tuple[Field, ...] = ()
    if len(article.by_role) != len(article.fields) or _has_tables(article):
        inner = (*article.by_role.values(), *article.terms())  # some stand inside a table
    roles = _PAGE_ROLES | _term_roles(article)
    return [
        (field.key_span.start, field.value.span.end, field.role, field.key)
        for field in (*article.fields, *inner)
        if field.role in roles
    ]


def _has_tables(article: Article) -> bool:
    return Table in [type(field.value) for field in article.fields]


def _edits(
    article: Article, changes: tuple[Change, ...], together: Iterable[Edit]
) -> Iterable[Edit]:
    """The edits of some of the changes; those of all `together` where they cannot be told apart."""
    try:
        return frontmatter.render(article, changes)
    except frontmatter.CannotRender:
        return together


def _flag(article: Article, changes: Iterable[Change]) -> str:
    """What becomes of a draft flag that the generator does not read: a template may."""
    flags = {field.value.span: field.key for field in article.pick(("draft", "published"))}
    for change in changes:
        if isinstance(change, SetScalar) and change.scalar.span in flags:
            old, new = change.scalar.text, change.text
            if old.lower() != new.lower():
                return f"`{flags[change.scalar.span]}` would change from {_short(old)} to {new}"
    return ""


def _edited(article: Article, edits: tuple[Edit, ...]) -> dict[str, str]:
    """By their roles, the keys of the edited fields that say where and what the page is."""
    telling, spans = _Asked.of(article).telling, [edit.span for edit in edits]
    if len(spans) == 1:
        first, last = spans[0]
        return {role: key for start, end, role, key in telling if first <= end and last >= start}
    return {
        role: key
        for start, end, role, key in telling
        if any(first <= end and last >= start for first, last in spans)
    }


def _term_roles(article: Article) -> frozenset[str]:
    return frozenset([field.role for field in article.terms()])


def _added(article: Article, changes: Iterable[Change]) -> dict[str, str]:
    """By their roles, the new names of keys that mean, or may mean, something to the generator."""
    keys = [change.key for change in changes if isinstance(change, _ADDING)]
    if not keys:
        return {}
    context = article.context
    known = context.generator.known_keys
    roles = {context.role_of.get(key.lower(), key.lower()): key for key in keys}
    return {
        role: key
        for role, key in roles.items()
        if role in _PAGE_ROLES or not known or key.lower() in {*known, *context.taxonomies}
    }


def _part_of_url(article: Article, touched: Mapping[str, str]) -> str:
    """The first of the keys that may be part of the page's URL; empty when none may."""
    own = _term_roles(article)
    others = _PAGE_ROLES - _URL_ROLES
    return next((key for role, key in touched.items() if role not in others or role in own), "")


def _unknown(article: Article, touched: Mapping[str, str]) -> str:
    key = _part_of_url(article, touched)
    if key:
        return f"the generator is not known, and `{key}` may be part of the page's URL"
    key = next(iter(touched.values()))
    return f"the generator is not known, and `{key}` may decide whether the page is published"


def difference(old: Page, new: Page) -> str:
    """The first thing that differs in two views of a page, in words; empty when nothing does."""
    if old.url != new.url:
        return _url(old.url, new.url)
    if old.draft != new.draft:
        return f"the page would {'become' if new.draft else 'no longer be'} a draft"
    dates = _dates(dict(old.dates), dict(new.dates)) if old.dates != new.dates else ""
    return dates or _terms(old, new)


def _url(old: str | None, new: str | None) -> str:
    if new is None:
        return f"the page's URL is {_short(old or '')}, and would not be known any more"
    if old is None:
        return f"the page's URL is not known, and would be {_short(new)}"
    if max(len(old), len(new)) > _LONGEST:
        return "the page's URL would move"
    if normalize("NFKC", old) == normalize("NFKC", new):
        return f"the page's URL would move from {old} to one that only looks like it"
    return f"the page's URL would move from {old} to {new}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _dates(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    for role in (*old, *new):
        name = _DATES.get(role, role)
        before, after = old.get(role), new.get(role)
        if before == after:
            continue
        if before is None:
            return f"the page would get the {name} {after}"
        if after is None:
            return f"the page would lose its {name} {before}"
        return f"the page's {name} would change from {before} to {after}"
    return ""


def _terms(old: Page, new: Page) -> str:
    more = Counter(old.terms)
    more.subtract(new.terms)
    gone = next((term for term in old.terms if more[term] > 0), None)
    come = next((term for term in new.terms if more[term] < 0), None)
    if gone and come:
        (taxonomy, term), (_, other) = gone, come
        return f"the term {_short(term)} of `{taxonomy}` would become {_short(other)}"
    if one := gone or come:
        taxonomy, term = one
        verb = "lose" if gone else "get"
        return f"the page would {verb} the term {_short(term)} of `{taxonomy}`"
    if old.terms != new.terms:
        return "the order of the page's terms would change"
    if old.first == new.first:
        return ""
    now = dict(new.first)
    changed = ((key, term) for key, term in old.first if now.get(key) != term)
    taxonomy, term = next(changed, ("", ""))
    other = now.get(taxonomy, "nothing")
    return f"the first term of `{taxonomy}` would change from {_short(term)} to {_short(other)}"
