"""The text of a post: the one that it was read from with what was changed, or a new one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint.frontmatter.new_values import Form, plain, same
from newslint.frontmatter.replace import front_matter
from newslint.library import body, steps
from newslint.library.editor import Editor, State
from newslint.library.origin import Origin, article_of, cleaned, content_of, state_of
from newslint.lint.proof import read_alike
from newslint.model.errors import NewslintError
from newslint.text.line_ends import line_ending

_HERE = Path("article.md")
_DELIMITERS = {"yaml": "---", "toml": "+++", "json": ""}


def changed(origin: Origin, metadata: dict[Any, Any], content: str, form: Form) -> str:
    """The text that a post was read from, with its values and its content as they are now.

    `form` is that of front matter where there was none. Raises TypeError, naming the key, for a
    value that front matter cannot hold, and NewslintError for a change that cannot be made exactly.
    """
    start = origin.state
    block = start.article.block
    form = block.format if block else form
    values = steps.wanted(start.root.native, metadata, form)
    values = {key: values[key] for key in metadata}  # in the order in which they now are
    content = cleaned(content)
    head, rest = _front(start, values, form)
    if content != origin.content:
        newline = line_ending(start.article.text)
        rest = body.edited(rest, content, newline)
        if rest and head and not head.endswith(("\n", "\r")):
            head += newline
    text = head + rest
    if text != start.article.text:
        _certain(text, values, content)
    return text


def _front(start: State, values: dict[Any, Any], form: Form) -> tuple[str, str]:
    """The front matter with its delimiters, and the text after it as it was."""
    article = start.article
    if article.block is None:
        if not values:
            return "", article.text
        newline = line_ending(article.text)
        made = newline.join([*_block(values, form), ""])
        return made + newline * bool(article.text.strip()), article.text
    same_order = list(values) == list(start.root.native)
    if same(start.root.native, values) and same_order:
        return article.text[: article.block.body], article.body
    article = Editor(article_of).edited(start, values).article
    assert article.block is not None
    return article.text[: article.block.body], article.body


def new(metadata: dict[Any, Any], content: str, form: Form) -> str:
    """The text of a new article, as every parser reads it alike. Raises as `changed`."""
    values = plain(metadata, form, "")
    content = cleaned(content)
    lines = _block(values, form)
    if content:
        lines += ["", content]
    text = "\n".join(lines)
    text += "" if text.endswith("\n") else "\n"
    _certain(text, values, content)
    return text


def _block(values: dict[str, Any], form: Form) -> list[str]:
    """The lines of new front matter with its delimiters."""
    lines = front_matter(values, form)
    fence = _DELIMITERS[form]
    return [fence, *lines, fence] if fence else lines


def _certain(text: str, values: dict[Any, Any], content: str) -> None:
    """Refuse a text that would not be read as the values and the content it was made of."""
    article = article_of(text)
    read = None if article.broken and article.block else state_of(article, _HERE).root.native
    if not same(read, values):
        raise NewslintError("the metadata would not be read as it is")
    if content_of(article) != content.strip():
        raise NewslintError("the content would be read as front matter")


def prove(text: str, origin: Origin | None) -> None:
    """Refuse a text whose front matter two parsers would read in two ways, where they read the one
    that it was made of alike."""
    article = article_of(text)
    reason = read_alike(article) if article.block is not None else None
    before = origin.state.article if origin is not None else None
    known = before is not None and before.block is not None and read_alike(before) is not None
    if reason and not known:
        raise NewslintError(reason)
