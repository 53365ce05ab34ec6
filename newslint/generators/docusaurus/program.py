"""The target Docusaurus: @11ty/gray-matter, js-yaml 4, and the schemas of its three plugins.

Measured with Docusaurus 3.10. Which plugin reads a file is told by its folder, by the folders that
they have where the config names no other.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.generators.answers import ReservedKey
from newslint.generators.base import Generator, fact
from newslint.generators.docusaurus.fields import BLOG, DOCS, EVERYWHERE, KEYS
from newslint.generators.docusaurus.url import blog_url, docs_url, name_date
from newslint.generators.shared.javascript.dates import js_date
from newslint.generators.shared.javascript.fences import GRAY_MATTER
from newslint.generators.shared.javascript.scalars import JS_YAML, kind_4, timestamp
from newslint.generators.shared.pages import make_page, role_keys, terms_of, text_of, values_of
from newslint.model.article import Content, DateReading, Page
from newslint.model.records import dataclass
from newslint.model.values import Kind, Scalar
from newslint.text.regex import regex

FOLDERS = ("blog", "docs", "i18n", "src/pages", "versioned_docs")
"""Where its plugins look for Markdown, and where translations and old versions are."""

_DOCS = regex(r"^(?:docs|versioned_docs/[^/]+)/|^i18n/[^/]+/docusaurus-plugin-content-docs/[^/]+/")
_BLOG = regex(r"^(?:blog|i18n/[^/]+/docusaurus-plugin-content-blog)/")
_ROLE_KEYS = role_keys(
    {
        "title": ("title",),
        "date": ("date",),
        "lastmod": ("last_update.date",),
        "summary": (),
        "image": ("image",),
        "author": ("authors", "author"),
        "categories": (),
    }
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Docusaurus(Generator):
    """One site. `base`: the path that all URLs begin with, None where no URL is known.

    `writers`, `labels`: the keys of the site's lists of authors and of tags; None without one.
    """

    name = "docusaurus"
    title = "Docusaurus"
    fences = GRAY_MATTER
    quirks = JS_YAML
    front_matter_needed = False
    needs_title = False
    content: tuple[str, ...] = ()
    taxonomies: tuple[str, ...] = ("tags",)
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    reserved_keys: Mapping[str, ReservedKey] | None = fact(EVERYWHERE)
    reserves_by_path = True
    ignores_key_case = False
    boolean_texts = frozenset(("true", "false"))
    date_forms_known = True
    reads_quoted_dates = False
    needed_dates = ("date",)
    zoneless_dates = True
    splits_terms = "no"
    needs_lists = "terms"
    refuses_texts: frozenset[str] = frozenset(("tags",))
    term_tables = frozenset(("label", "permalink"))
    image_roots = ("static",)
    slug_is_path = True
    makes_summary = True

    base: str | None = None
    writers: frozenset[str] | None = None
    labels: frozenset[str] | None = None

    def kind(self, plain: str) -> Kind:
        """What js-yaml 4 makes of a plain scalar."""
        return kind_4(plain)

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date of a blog post, always in UTC; a number is none, though the schema takes it."""
        if value.kind == "date":
            return timestamp(value.text)
        return text_date(value.text) if value.kind == "string" else None

    def judges_dates(self, article: Content) -> bool:
        """True for blog posts: no other plugin reads a date."""
        return is_post(article.path)

    def reserved(self, article: Content) -> Mapping[str, ReservedKey]:
        """What the schema of the plugin wants that the file belongs to."""
        if is_post(article.path):
            return {**BLOG, **self._lists()} if article.path.startswith("blog/") else BLOG
        return DOCS if _DOCS.search(article.path) else EVERYWHERE

    def _lists(self) -> Mapping[str, ReservedKey]:
        """The keys of blog posts whose values the site itself lists."""
        lists = {}
        if self.writers is not None:
            noun = "in the site's list of authors"
            advice = "add it there or correct it"
            lists["authors"] = ReservedKey(
                "names", self.writers, advice, noun=noun, splits=False, refuses="null"
            )
        if self.labels is not None:
            noun = "in the site's list of tags"
            advice = "add it there or correct it"
            lists["tags"] = ReservedKey(
                "names", self.labels, advice, ignored=True, noun=noun, splits=False, refuses="null"
            )
        return lists

    def page(self, article: Content) -> Page | None:
        """The page with its URL, where the site leaves the routes as they are."""
        values = values_of(article)
        draft = (text_of(values.get("draft")) or "").lower() == "true"
        slug, own_id = text_of(values.get("slug")), text_of(values.get("id"))
        folder, _, name = article.path.partition("/")
        url = None
        dates = []
        if is_post(article.path):
            dates = [("date", self._post_date(values.get("date"), name))]
        if self.base is not None and folder == "blog":
            url = blog_url(name, slug)
        elif self.base is not None and folder == "docs":
            url = docs_url(name, slug, own_id)
        if url is not None and self.base:
            url = self.base + url
        return make_page(draft, dates, {"tags": terms_of(values.get("tags"))}, url)

    def _post_date(self, value: object, name: str) -> DateReading | None:
        if isinstance(value, Scalar) and value.text:
            return self.date(value, "")
        return js_date(f"{name_date(name)}Z", "UTC") if name_date(name) else None


def is_post(path: str) -> bool:
    """True for a file of the blog's own folder, and for its translation."""
    return _BLOG.search(path) is not None


def text_date(text: str) -> DateReading | None:
    """What becomes of a date that is a text: `Z` is put after it, and `new Date` reads that."""
    numeric = text.replace(".", "", 1).isdecimal()
    return js_date(f"{text}Z", "UTC") if numeric or js_date(text, "UTC") is not None else None
