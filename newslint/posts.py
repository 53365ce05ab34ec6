"""Posts of python-frontmatter, checked and fixed: the text that `frontmatter.dumps` makes of them.

python-frontmatter is imported when it is asked for: `import newslint` and the command line do not.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.api import check_text, fix_text
from newslint.model.diagnostics import Diagnostic, Preset
from newslint.model.stages import one_line

if TYPE_CHECKING:
    from frontmatter import Post


def check_post(
    post: Post,
    path: str | Path = "article.md",
    *,
    preset: Preset | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> tuple[Diagnostic, ...]:
    """What is wrong in a post, sorted by place: that in the text that `frontmatter.dumps` makes.

    The text is YAML, or what `post.handler` writes. Else as `check_text`. Raises TypeError for what
    is not a Post, and for a Post with a value that its handler cannot write.
    """
    return check_text(_text(post), path, preset=preset, target=target, now=now)


def fix_post(  # noqa: PLR0913 (a keyword each, for those who call)
    post: Post,
    path: str | Path = "article.md",
    *,
    unsafe: bool = False,
    preset: Preset | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> Post:
    """A new post with what `fix_text` makes of the metadata and the content.

    It has the handler of the one given, and its very values, in its order, where nothing is fixed.
    Else as `check_post`.
    """
    text = _text(post)
    after = fix_text(text, path, unsafe=unsafe, preset=preset, target=target, now=now).after
    return _with_changes(post, text, text if after is None else after)


def _text(post: Post) -> str:
    from frontmatter import Post, dumps

    if not isinstance(post, Post):
        raise TypeError(f"a post is a frontmatter.Post, not {type(post).__name__}")
    try:
        return dumps(post)
    except Exception as error:
        raise TypeError(f"the post cannot be written: {one_line(error)}") from error


def _with_changes(post: Post, before: str, after: str) -> Post:
    """The post with what differs between two texts of it, both as its handler reads them."""
    from frontmatter import Post, parse
    from frontmatter.default_handlers import YAMLHandler

    handler = post.handler or YAMLHandler()
    (old, content), (new, new_content) = (parse(one, handler=handler) for one in (before, after))
    made = Post(post.content if content == new_content else new_content, post.handler)
    for key, value in post.metadata.items():
        if key not in old or _same(old, new, key):
            made.metadata[key] = value
        elif key in new:
            made.metadata[key] = new[key]
    made.metadata |= {key: value for key, value in new.items() if key not in old}
    return made


def _same(old: dict[str, object], new: dict[str, object], key: str) -> bool:
    """True where both have the same value of the same type; `nan` is the same as `nan`."""
    return key in new and repr(old[key]) == repr(new[key])
