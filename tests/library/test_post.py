"""`check_post` and `fix_post`: posts of python-frontmatter, of each of its handlers."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import frontmatter
import pytest
import tomlkit
from frontmatter import default_handlers
from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

import newslint
from tests.support.command import environment


class OwnToml(BaseHandler):
    """TOML as one may read it without the package `toml`."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def load(self, fm: str) -> dict[str, Any]:
        return tomlkit.parse(fm).unwrap()

    def export(self, metadata: dict[str, object], **_: object) -> str:
        return tomlkit.dumps(metadata)


HANDLERS = [
    None,
    YAMLHandler(),
    JSONHandler(),
    OwnToml(),
    *([default_handlers.TOMLHandler()] if default_handlers.toml else []),
]
LINK = "https://valley.example/a?utm_source=rss&id=1"
NOW = datetime(2026, 1, 31, tzinfo=UTC)


def made(handler: BaseHandler | None = None, **metadata: object) -> frontmatter.Post:
    """A post; its handler is None where nobody read it from a file."""
    post = frontmatter.Post("The river rose.")
    post.handler = handler
    post.metadata = metadata
    return post


@pytest.mark.parametrize("handler", HANDLERS, ids=lambda one: type(one).__name__)
def test_check_and_fix(handler: BaseHandler | None) -> None:
    post = made(handler, title="Überschwemmung 洪水", tags=["a", "b"], link=LINK, weight=3)
    found = newslint.check_post(post, target="hugo", now=NOW)
    assert "LNK004" in {one.code for one in found}
    assert found == newslint.check_text(frontmatter.dumps(post), target="hugo", now=NOW)
    fixed = newslint.fix_post(post, target="hugo", now=NOW)
    assert post.metadata["link"] == LINK
    assert fixed is not post
    assert list(fixed.metadata) == ["title", "tags", "link", "weight"]
    assert fixed.metadata == {**post.metadata, "link": "https://valley.example/a?id=1"}
    assert fixed.metadata["tags"] is post.metadata["tags"]
    assert (fixed.content, fixed.handler) == (post.content, handler)
    again = newslint.check_post(fixed, target="hugo", now=NOW)
    assert "LNK004" not in {one.code for one in again}


@pytest.mark.parametrize("handler", [None, OwnToml()], ids=["yaml", "toml"])
def test_values_keep_their_types(handler: BaseHandler | None) -> None:
    kept = {
        "title": "A",
        "date": datetime(2026, 1, 30, 10, tzinfo=UTC),
        "expires": date(2027, 1, 1),
        "draft": False,
        "weight": 1.5,
        "tags": ["floods"],
        "params": {"a": [1, 2], "b": {"c": "d"}},
    }
    fixed = newslint.fix_post(made(handler, **kept, link=LINK), now=NOW)
    assert fixed.metadata.pop("link") == "https://valley.example/a?id=1"
    assert all(fixed.metadata[key] is value for key, value in kept.items())
    assert list(fixed.metadata) == list(kept)


def test_values_that_a_handler_writes_as_others_stay_as_they_are() -> None:
    post = made(JSONHandler(), title="A", place=(1, 2), link=LINK)
    fixed = newslint.fix_post(post)
    assert fixed.metadata["place"] == (1, 2)
    assert fixed.metadata["link"] == "https://valley.example/a?id=1"


def test_unsafe_fixes_are_made_when_asked_for() -> None:
    post = made(title="Flood &amp; fire", tags=["floods", "floods", "rain"])
    assert newslint.fix_post(post, target="hugo")["title"] == "Flood &amp; fire"
    fixed = newslint.fix_post(post, target="hugo", unsafe=True)
    assert fixed.metadata == {"title": "Flood & fire", "tags": ["floods", "rain"]}
    assert post["tags"] == ["floods", "floods", "rain"]


def test_a_post_without_metadata() -> None:
    post = made()
    assert newslint.check_post(post) == newslint.check_text(frontmatter.dumps(post))
    fixed = newslint.fix_post(post)
    assert (fixed.metadata, fixed.content) == ({}, post.content)


def test_a_post_from_a_file_goes_back_to_one() -> None:
    text = "---\ntitle: A\nlink: https://valley.example/a?utm_source=rss\n---\n\nÄ\n\n---\n\nb"
    fixed = newslint.fix_post(frontmatter.loads(text))
    assert frontmatter.dumps(fixed) == (
        "---\nlink: https://valley.example/a\ntitle: A\n---\n\nÄ\n\n---\n\nb"
    )


def test_keys_that_are_arguments_of_a_post() -> None:
    post = made()
    post.metadata = {"content": "c", "handler": "h", "self": "s", "link": LINK}
    fixed = newslint.fix_post(post)
    assert fixed.metadata == {**post.metadata, "link": "https://valley.example/a?id=1"}


class Odd:
    """What no handler can write."""


@pytest.mark.parametrize("handler", HANDLERS[:3], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("call", [newslint.check_post, newslint.fix_post])
def test_a_value_that_cannot_be_written(call: Any, handler: BaseHandler | None) -> None:
    with pytest.raises(TypeError, match="the post cannot be written: ") as error:
        call(made(handler, title="A", odd=Odd()))
    assert "\n" not in str(error.value)
    assert error.value.__cause__ is not None


@pytest.mark.parametrize("call", [newslint.check_post, newslint.fix_post])
def test_what_is_not_a_post(call: Any) -> None:
    with pytest.raises(TypeError, match=r"a post is a frontmatter\.Post, not str"):
        call("---\ntitle: A\n---\n")
    with pytest.raises(newslint.NewslintError, match="target"):
        call(made(title="A"), target="hugoo")


def test_python_frontmatter_is_imported_when_it_is_asked_for() -> None:
    program = (
        "import sys, newslint\n"
        "assert {'check_post', 'fix_post', 'check_text', '__version__'} <= set(dir(newslint))\n"
        "newslint.check_text('---\\ntitle: A\\n---\\n'); newslint.check_post\n"
        "assert 'frontmatter' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env=environment())
