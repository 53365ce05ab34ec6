"""The handler that python-frontmatter asks for the text of a post."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from newslint.frontmatter.new_values import Form
from newslint.library import text
from newslint.library.origin import Origin, article_of, state_of
from newslint.model.diagnostics import Diagnostic

_HERE = Path("article.md")


class Handler(BaseHandler):
    """Writes posts so that all that was not changed keeps its very bytes.

    `newslint.load` and `newslint.loads` give each post a handler of its own, which holds what the
    post was read from: `frontmatter.dumps(post)` asks it. Without that (`Handler("toml")`) it
    writes new articles in a format. Options of PyYAML (`sort_keys` and so on) have no meaning here.
    """

    def __init__(self, form: Form = "yaml", origin: Origin | None = None) -> None:
        self.form = form
        self.origin = origin

    def detect(self, text: str) -> bool:
        """True for a text with front matter that can be read."""
        article = article_of(text.removeprefix("\ufeff"))
        return article.block is not None and not article.broken

    def split(self, text: str) -> tuple[str, str]:
        """Front matter without its delimiters, and the rest. Raises ValueError where is none."""
        article = article_of(text.removeprefix("\ufeff"))
        if article.block is None:
            raise ValueError("there is no front matter")
        self.form = article.block.format
        start, end = article.block.content
        return article.text[start:end], article.body

    def load(self, fm: str) -> dict[str, Any]:
        """The values of front matter without its delimiters. Raises ValueError."""
        fence = {"yaml": "---\n", "toml": "+++\n", "json": ""}[self.form]
        article = article_of(f"{fence}{fm.rstrip()}\n{fence}" if fence else fm.strip())
        if article.block is None or article.broken:
            raise ValueError("the front matter cannot be read")
        values: dict[str, Any] = state_of(article, _HERE).root.native
        return values

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """New front matter without its delimiters."""
        made = text.new(metadata, "", self.form)
        return made if self.form == "json" else "\n".join(made.split("\n")[1:-2])

    def format(self, post: frontmatter.Post, **_: object) -> str:
        """The whole text of a post."""
        if self.origin is None:
            return text.new(post.metadata, post.content, self.form)
        made = text.changed(self.origin, post.metadata, post.content, self.form)
        return "\ufeff" + made if self.origin.bom else made

    def __deepcopy__(self, _: object) -> Handler:
        return Handler(self.form, self.origin)

    __copy__ = __deepcopy__


class LoadedPost(frontmatter.Post):
    """A post that newslint has read; `repaired` says what was broken and is not any more."""

    def __init__(self, origin: Origin) -> None:
        block = origin.state.article.block
        super().__init__(origin.content, Handler(block.format if block else "yaml", origin))
        self.metadata = origin.metadata()
        self.repaired: tuple[Diagnostic, ...] = origin.repaired

    def __getitem__(self, name: str) -> Any:
        return self.metadata[name]
