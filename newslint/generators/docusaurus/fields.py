"""What Docusaurus wants of each key, as the schemas of its plugins say.

Measured with Docusaurus 3.10: `validateBlogPostFrontMatter`, `validateDocFrontMatter` and
`validatePageFrontMatter`. A value that does not fit stops the build; `null` fits nearly nowhere.
"""

from __future__ import annotations

from newslint.generators.answers import ReservedKey

_TEXT = ReservedKey("text", refuses="null")
_NAME = ReservedKey("text", refuses="empty")
_FLAG = ReservedKey("any", refuses="null")

EVERYWHERE = {
    "title": _TEXT,
    "description": _TEXT,
    "slug": _NAME,
    "image": _NAME,
    "keywords": ReservedKey("list", refuses="empty"),
    "last_update": ReservedKey("mapping", refuses="empty"),
    "hide_table_of_contents": _FLAG,
    "draft": _FLAG,
    "unlisted": _FLAG,
}
"""The same for blog posts, documents and pages."""

_BOTH = {**EVERYWHERE, "tags": ReservedKey("any", refuses="null"), "id": _NAME}

BLOG = {
    **_BOTH,
    "date": ReservedKey("any", refuses="empty"),
    "authors": ReservedKey("any", refuses="null"),
    "author": _NAME,
    "title_meta": _TEXT,
    "sidebar_label": _TEXT,
}
"""Keys of blog posts."""

DOCS = {
    **_BOTH,
    "sidebar_label": _NAME,
    "sidebar_key": _NAME,
    "sidebar_class_name": _NAME,
    "sidebar_position": _FLAG,
    "sidebar_custom_props": ReservedKey("mapping", refuses="null"),
    "pagination_label": _NAME,
    "hide_title": _FLAG,
    "parse_number_prefixes": _FLAG,
}
"""Keys of documents."""

_MORE = {
    "title_meta", "custom_edit_url", "displayed_sidebar", "pagination_next", "pagination_prev",
    "toc_min_heading_level", "toc_max_heading_level", "wrapperclassname", "author_title",
    "author_url", "author_image_url", "authortitle", "authorurl", "authorimageurl", "mdx",
}  # fmt: skip
KEYS = frozenset({*BLOG, *DOCS, *_MORE})
"""Keys (lower case) that Docusaurus reads."""
