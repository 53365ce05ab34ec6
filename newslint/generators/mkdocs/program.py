"""MkDocs, with the blog of Material for MkDocs: PyYAML, or lines `Key: value` without delimiters.

Measured with MkDocs 1.6 and Material 9.8. Only posts of that blog have a date, a draft and
categories; there a value of another type stops the build, a date in quotes too. Front matter that
cannot be read stops no page: all of it is shown as text. Its config is read line by line, as it
may hold tags that only its own plugins know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC
from pathlib import Path

from newslint.files import ask
from newslint.generators.answers import ReservedKey
from newslint.generators.base import Generator, fact
from newslint.generators.fences import FencePolicy, forms
from newslint.generators.mkdocs.configs import CONFIGS
from newslint.generators.shared.pages import is_bool, make_page, role_keys, terms_of, values_of
from newslint.generators.shared.standards import standard_date
from newslint.generators.site_config import SiteConfigError, read_data, text_of
from newslint.model.article import Content, DateReading, Page
from newslint.model.records import dataclass
from newslint.model.values import Scalar

KEYS = frozenset({
    "authors", "categories", "comments", "date", "description", "draft", "hide", "icon", "links",
    "pin", "readtime", "search", "slug", "social", "status", "subtitle", "tags", "template",
    "title",
})  # fmt: skip
"""Keys that MkDocs, Material and its plugins read."""

FENCES = FencePolicy(
    missed=forms(
        "empty-lines spaces-before opening-text opening-comment opening-long opening-missing"
        " opening-language closing-text closing-long closing-dashes closing-indented unclosed"
    ),
    carriage_return=True,
    dots_close=True,
    bare_lines=True,
    empty_is_text=True,
)
"""Measured with MkDocs 1.6. A delimiter that ends the file without a line end is not seen either,
for which there is no form."""

_USUAL = {
    "title": ("title",),
    "date": ("date", "date.created"),
    "lastmod": ("date.updated",),
    "author": ("authors", "author"),
    "summary": (),
}
_ROLE_KEYS = role_keys({**_USUAL, "draft": (), "slug": (), "categories": ()})
_BLOG_ROLE_KEYS = role_keys(_USUAL)
_POST = {
    "title": ReservedKey("text"),
    "date": ReservedKey("any", refuses="empty"),
    "authors": ReservedKey("list", refuses="null"),
    "categories": ReservedKey("list", refuses="null"),
    "slug": ReservedKey("text"),
}
_MOST = 256 * 1024


@dataclass(frozen=True, eq=False, kw_only=True)
class MkDocs(Generator):
    """One site. `posts` is the folder of the blog's posts; empty where there is none, or not known.

    `writers`: the keys of the blog's list of authors, None where it is not known. `metadata`: a
    plugin may supply what an article lacks.

    URLs are the paths of files, or up to the blog's config: not known.
    """

    name = "mkdocs"
    title = "MkDocs"
    fences = FENCES
    front_matter_needed = False
    needs_title = False
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    reserved_keys: Mapping[str, ReservedKey] | None = fact({})
    reserves_by_path = True
    taxonomies: tuple[str, ...] = ("tags",)
    date_forms_known = True
    reads_quoted_dates = False
    date_tables = frozenset(("created",))
    needed_dates = ("date",)
    zoneless_dates = True
    image_roots = ("docs",)

    posts: str = ""
    writers: frozenset[str] | None = None
    metadata: bool = False

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """YAML's own date, without a zone in UTC; a text is none."""
        return standard_date(value, zone or "UTC") if value.kind == "date" else None

    def judges_dates(self, article: Content) -> bool:
        """True for posts: nothing else reads a date."""
        return self._is_post(article)

    def reads_draft(self, article: Content) -> bool:
        """True for posts alone."""
        return self._is_post(article)

    def reserved(self, article: Content) -> Mapping[str, ReservedKey]:
        """What the blog wants of the keys of a post."""
        if not self._is_post(article):
            return {}
        return _POST if self.writers is None else {**_POST, "authors": _one_of(self.writers)}

    def required(self, article: Content) -> tuple[str, ...]:
        """A post without a date stops the build."""
        return ("date",) if self._is_post(article) and not self.metadata else ()

    def _is_post(self, article: Content) -> bool:
        return self.posts != "" and article.path.startswith(f"{self.posts}/")

    def page(self, article: Content) -> Page | None:
        """Drafts, dates and terms; a draft is one in a post alone."""
        values = values_of(article)
        dates = []
        for role in ("date", "lastmod"):
            field = article.get(role)
            if field is not None and field.scalar is not None:
                dates.append((role, self.date(field.scalar, str(UTC))))
        draft = self._is_post(article) and is_bool(values.get("draft"), True)
        terms = {key: terms_of(values.get(key)) for key in ("tags", "categories")}
        return make_page(draft, dates, terms)


def _one_of(names: frozenset[str]) -> ReservedKey:
    noun, advice = "in the blog's list of authors", "add it there or correct it"
    return ReservedKey("list of names", names, advice, noun=noun, refuses="null")


def read_site(root: Path | None) -> MkDocs:
    """MkDocs for a site: its folder of pages, and of posts where it has one blog."""
    text = "" if root is None else _config(root)
    if root is None or not text:
        return MkDocs()
    pages = _value(text, "docs_dir") or ("" if re.search(r"(?m)^INHERIT:", text) else "docs")
    if pages.startswith(("!", "/", "..")):
        pages = ""
    content = (pages,) if pages else ()
    plugins = _plugins(text)
    refuses = frozenset(("tags",)).intersection(plugins)
    if plugins.count("blog") != 1:
        return MkDocs(content=content, refuses_texts=refuses)
    return MkDocs(
        content=content,
        posts=_posts(text, pages),
        writers=_writers(root, text, pages),
        metadata="meta" in plugins,
        role_keys=_BLOG_ROLE_KEYS,
        taxonomies=("categories", "tags"),
        refuses_texts=refuses,
    )


def _plugins(text: str) -> list[str]:
    """The names of the plugins, as they stand there in lines of their own."""
    block = re.search(
        r"(?m)^plugins:[ \t]*(?:#.*)?\n((?:[ \t-].*\n|[ \t]*(?:#.*)?\n)*)", f"{text}\n"
    )
    item = r"(?m)^[ \t]*(?:-[ \t]+)?[\"']?(?:material/)?([\w-]+)[\"']?[ \t]*:?[ \t]*(?:#.*)?$"
    return re.findall(item, block[1]) if block else []


def _posts(text: str, pages: str) -> str:
    blog = _value(text, "blog_dir") or "blog"
    posts = (_value(text, "post_dir") or "{blog}/posts").replace("{blog}", blog)
    return "" if not pages or set(posts) & set("{}!") else _folder(pages, posts)


def _writers(root: Path, text: str, pages: str) -> frozenset[str] | None:
    """The keys of the blog's list of authors; None where it may be elsewhere."""
    if not pages or re.search(r"(?m)^[ \t]+authors:", text):
        return None
    blog = _value(text, "blog_dir") or "blog"
    named = re.search(r"""(?m)^[ \t]+authors_file:[ \t]*["']?([^"'#\n]*)""", text)
    own = named[1].strip() if named else "{blog}/.authors.yml"
    if not re.fullmatch(r"(?:\{blog\}/)?[\w./-]+", own) or ".." in own:
        return None
    path = root / _folder(pages, own.replace("{blog}", blog))
    try:
        found = read_data(path, texts=True).get("authors") if ask.is_file(path) else {}
    except SiteConfigError:
        return None
    return frozenset(found) if isinstance(found, dict) else None


def _folder(*parts: str) -> str:
    return "/".join(part for part in "/".join(parts).split("/") if part != ".")


def _value(text: str, key: str) -> str:
    """What a key is set to on a line of its own; empty where it is not."""
    found = re.search(rf"""(?m)^[ \t]*{key}:[ \t]*(["']?)([^\n"'#]+)\1""", text)
    return found[2].strip().removeprefix("./").rstrip("/") if found else ""


def _config(root: Path) -> str:
    for name in CONFIGS:
        try:
            text = text_of(root / name, root)[:_MOST]
        except SiteConfigError:
            continue
        if text:
            return text
    return ""
