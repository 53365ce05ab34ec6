"""The keys that play the same role on the sites of every generator."""

from __future__ import annotations

from collections.abc import Mapping

USUAL_KEYS: Mapping[str, tuple[str, ...]] = {
    "description": ("description",),
    "summary": ("summary", "excerpt"),
    "draft": ("draft",),
    "slug": ("slug",),
    "link": (
        "link",
        "external-url",
        "external_url",
        "externalurl",
        "source_url",
        "sourceurl",
        "news_source_url",
        "original_url",
        "canonical_url",
    ),
    "source": ("source", "news_source", "feed_name", "publisher"),
    "feed": ("feed_url", "feedurl", "feed"),
    "author": ("author", "authors"),
    "image": ("image", "images"),
    "tags": ("tags",),
    "categories": ("categories",),
}
"""Role -> keys in lower case, the first that is there wins."""

ROLE_KEYS: Mapping[str, tuple[str, ...]] = {
    **USUAL_KEYS,
    "title": ("title", "headline"),
    "date": ("date", "pubdate", "published", "publishdate", "published_at", "atomdate"),
    "lastmod": ("lastmod", "updated", "modified", "last_modified_at", "updated_at"),
    "expirydate": ("expirydate", "unpublishdate"),
    "link": (*USUAL_KEYS["link"], "url", "from", "feedlink"),
}
"""The names that all roles have on real sites."""
