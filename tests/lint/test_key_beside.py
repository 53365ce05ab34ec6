"""A key that goes with its lines says nothing of the key beside it."""

from __future__ import annotations

import pytest

from newslint import frontmatter
from newslint.frontmatter.read import read_article
from newslint.lint.applicability import Trial, judge
from newslint.model.changes import DeleteKey, Fix
from newslint.model.values import every_field
from tests.support.setting import settings, source

FIELDS = {"lastmod": {"key": "meta.name"}}
UNKNOWN = settings({"select": ["RUN"], "fields": FIELDS}, known_site=False)
"""Without a config of the site no URL is known."""

WHY = "a template may ask for it"


def reason(front: str, key: str) -> str:
    """Why it is not safe to take a key out, of which a rule says WHY."""
    article = read_article(source(f"---\n{front}---\nBody.\n"), "content/a.md", UNKNOWN)
    field = next(one for one in every_field(article.fields) if one.key == key)
    fix = Fix("Remove it", (DeleteKey(field),), False, False, WHY)
    edits = frontmatter.render(article, fix.changes)
    return judge(Trial(article, (fix,), edits, UNKNOWN)).reason


@pytest.mark.parametrize(
    ("front", "key"),
    [
        ("image: ''\nslug: flood\n", "image"),
        ("title: Flood\nimage: ''\n", "image"),
        ("title: Flood\nimage: ''\n\nslug: flood\n", "image"),
        ("date: 2025-01-01\nsummary: Rain\ndraft: false\n", "summary"),
        ("标题: 洪水\nslug: flood\n", "标题"),
        ("tags:\n- a\nextra: {b: c}\ntitle: Flood\n", "extra"),
    ],
)
def test_the_key_beside_it_stays(front: str, key: str) -> None:
    assert reason(front, key) == WHY


@pytest.mark.parametrize(
    ("front", "key"),
    [
        ("image: ''\nslug: flood\n", "slug"),
        ("image: ''\ndate: 2025-01-01\n", "date"),
        ("title: Flood\nmeta:\n  name: 2025-01-01\n", "meta"),
        ("title: Flood\ntags: [a]\n", "tags"),
        ("slug: &a flood\nimage: *a\ntitle: b\n", "image"),
    ],
)
def test_what_may_be_part_of_the_url_is_named(front: str, key: str) -> None:
    assert reason(front, key) != WHY
