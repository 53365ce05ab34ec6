"""`load`, `loads`, `dump` and `dumps`: those of python-frontmatter, byte-minimal.

python-frontmatter is imported when one of them is called.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.model.errors import NewslintError
from newslint.model.records import replace

if TYPE_CHECKING:
    from frontmatter import Post

    from newslint.frontmatter.new_values import Form
    from newslint.library.handler import LoadedPost
    from newslint.library.origin import Origin

_NOT_ITS_OWN = ", and the post was not read from it; overwrite=True replaces it"
_FORMS = ("yaml", "toml", "json")


def load(path: str | Path) -> LoadedPost:
    """The post in a file: a `frontmatter.Post` that knows what it was read from.

    Broken front matter is repaired in memory where that is certain; `post.repaired` says what. A
    value that YAML cannot make one of (a day that does not exist) is the text that stands there.
    Raises NewslintError for a file that cannot be read, or that is broken beyond that.
    """
    from newslint.library.handler import LoadedPost
    from newslint.library.origin import of_file

    return LoadedPost(of_file(_path(path)))


def loads(text: str, path: str | Path = "article.md") -> LoadedPost:
    """The post in a text; `path` says where it would lie. Else as `load`.

    >>> post = loads("---\\ntitle: Rain # for now\\ntags: [a]\\n---\\nIt rained.\\n")
    >>> post["tags"].append("b: c")
    >>> print(dumps(post), end="")
    ---
    title: Rain # for now
    tags: [a, "b: c"]
    ---
    It rained.
    """
    from newslint.library.handler import LoadedPost
    from newslint.library.origin import of_text

    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}")
    bom = text.startswith("\ufeff")
    return LoadedPost(of_text(text[bom:], _path(path), bom))


def dumps(post: Post, form: Form | None = None) -> str:
    """The text of a post.

    A post of `load` or `loads` gives its text with what was changed, and all else as it was; a byte
    order mark is the first character. Any other post is written as new, in the format of its
    handler, or in `form` ("yaml", "toml" or "json"), so that every parser reads it alike:

    >>> from frontmatter import Post
    >>> print(dumps(Post("It rained.", title='"Rain": #1', draft=False)), end="")
    ---
    title: '"Rain": #1'
    draft: false
    ---
    <BLANKLINE>
    It rained.

    Raises TypeError, naming the key, for a value that is no JSON value, date or datetime (and for
    null in TOML), and NewslintError for a change that cannot be made without loss, such as one of a
    value that is shared through an alias.
    """
    _check(post, form)
    from newslint.library.handler import Handler

    own = post.handler
    if isinstance(own, Handler) and (own.origin is None or form in (None, _form(own))):
        return (own if form in (None, own.form) else Handler(form)).format(post)
    return Handler(form or _form(own)).format(post)


def dump(
    post: Post,
    path: str | Path,
    *,
    form: Form | None = None,
    overwrite: bool = False,
    encoding: str | None = None,
) -> None:
    """Write a post to a file: the whole new file or the whole old one, proved before.

    The file that the post was read from is written only where it is what it was then; the encoding
    stays what it was, or becomes `encoding`. Any other file must be new, unless `overwrite`. Raises
    NewslintError where the file is not written, else as `dumps`.
    """
    _check(post, form)
    from newslint.library.handler import Handler
    from newslint.library.origin import encoded, of_written
    from newslint.library.text import prove

    target = _path(path)
    made = dumps(post, form)
    text = made.removeprefix("\ufeff")
    own = post.handler
    origin = own.origin if isinstance(own, Handler) else None
    if form not in (None, _form(own)):
        origin = None
    if origin and origin.data is not None and text == origin.text and not origin.repaired:
        data = origin.data if encoding is None else encoded(origin, text, encoding)
    else:
        prove(text, origin)
        data = encoded(origin, text, encoding)
    _write(target, data, origin, overwrite=overwrite)
    if origin is not None:
        made_of = of_written(origin, text, data, encoding)
        place = origin.place or os.path.realpath(target)
        if place == os.path.realpath(target):
            post.handler = Handler(form or _form(own), replace(made_of, place=place))


def _write(target: Path, data: bytes, origin: Origin | None, *, overwrite: bool) -> None:
    from newslint.files.create import EXISTS, create
    from newslint.files.names import EXTENSIONS, suffix
    from newslint.files.write import real_roots, write

    known = origin.data if origin is not None and origin.place == os.path.realpath(target) else None
    before = known
    if os.path.lexists(target) and overwrite and known is None:
        before = target.read_bytes()
    if before == data and (known is None or target.read_bytes() == data):
        return
    if before is None:
        refused = create(target, data)
    else:
        named = real_roots([target.parent])
        refused = write(target, before, data, named, EXTENSIONS | {suffix(target.name)})
    if refused is not None:
        more = "" if refused.why != EXISTS else _NOT_ITS_OWN
        raise NewslintError(f"{target}: {refused.why}{more}")


def _form(handler: object) -> Form:
    """The format that a handler writes. Raises TypeError for one that is not known."""
    from frontmatter.default_handlers import JSONHandler, YAMLHandler

    from newslint.library.handler import Handler

    if isinstance(handler, Handler):
        return handler.form
    if handler is None or isinstance(handler, YAMLHandler):
        return "yaml"
    if isinstance(handler, JSONHandler):
        return "json"
    if getattr(handler, "START_DELIMITER", None) == "+++":
        return "toml"
    raise TypeError(f"it is not known which format {type(handler).__name__} writes: name the form")


def _check(post: object, form: object) -> None:
    from frontmatter import Post

    if not isinstance(post, Post):
        raise TypeError(f"a post is a frontmatter.Post, not {type(post).__name__}")
    if not isinstance(post.content, str):
        raise TypeError(f"the content of a post is a str, not {type(post.content).__name__}")
    if form is not None and form not in _FORMS:
        raise NewslintError(f"form: {form!r} is not one of {', '.join(_FORMS)}")


def _path(path: object) -> Path:
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"a path is a str or a Path, not {type(path).__name__}")
    return Path(path)
