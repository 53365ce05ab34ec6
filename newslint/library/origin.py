"""What a post was read from: the text, the bytes of its file, and the values in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from newslint import generators
from newslint.config.command_line import CommandLine
from newslint.config.fields import Schema
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.files.read import BOM, Source, encode, position, read
from newslint.frontmatter.read import read_article
from newslint.library.editor import State, state
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from newslint.model.errors import NewslintError
from newslint.model.faults import Fault, FenceShape, FenceUnclosed, NotUtf8, Repairable
from newslint.model.records import dataclass, replace
from newslint.site_article import Article

_REPAIRED = (Repairable, FenceShape, FenceUnclosed)
"""The faults of front matter that cannot be read."""

_MARKS = {
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a post was read from.

    `data` are the bytes of its file, None where it was a text; `place` is the real path of the
    file. `encoding` is what it is written in, empty for UTF-8; `mark` are the bytes before its
    text. `repaired` says what was repaired in memory. `content` is what python-frontmatter would
    give of the text after the front matter.
    """

    state: State
    content: str
    bom: bool = False
    data: bytes | None = None
    encoding: str = ""
    mark: bytes = b""
    repaired: tuple[Diagnostic, ...] = ()
    place: str = ""

    @property
    def text(self) -> str:
        """The text, repaired, without a byte order mark."""
        return self.state.article.text

    def metadata(self) -> dict[Any, Any]:
        """The values, for whoever asks to change."""
        made: dict[Any, Any] = deepcopy(self.state.root.native)
        return made


def of_file(path: Path) -> Origin:
    """What a file holds. Raises NewslintError where its front matter cannot be read for certain."""
    source = read(path, _settings().limits)
    fault = source.fault
    if fault is not None and not (isinstance(fault, NotUtf8) and source.raw is not None):
        raise NewslintError(f"{path}: {fault.what}")
    data, place = source.data, os.path.realpath(path)
    if fault is None:
        return replace(of_text(source.text, path, source.bom, any_end=True), data=data, place=place)
    encoding, mark = _written_in(source)
    made = of_text(source.text, path, False, any_end=True)
    return replace(made, data=data, encoding=encoding, mark=mark, place=place)


def _written_in(source: Source) -> tuple[str, bytes]:
    """The name by which Python knows the encoding of a file, and the mark that it begins with."""
    from newslint.files.encodings import known_encoding, wide_encoding

    try:
        encoding = wide_encoding(source.encoding)
    except KeyError:
        encoding = known_encoding(source.encoding)
        if encoding == "iso8859-1":  # all but its control characters is in Windows-1252, and more
            with suppress(UnicodeError):
                encoding = "cp1252" if source.text.encode("cp1252") == source.data else encoding
    mark = BOM if source.bom else _MARKS.get(encoding, b"")
    mark = mark if source.data.startswith(mark) else b""
    return encoding, mark


def of_text(text: str, path: Path, bom: bool, *, any_end: bool = False) -> Origin:
    """What a text holds; with `any_end` a carriage return alone ends a line of its content, too.

    Raises NewslintError where its front matter cannot be read for certain.
    """
    article = article_of(text)
    repaired: tuple[Diagnostic, ...] = ()
    if _is_broken(article):
        article, repaired = _repaired(article, path)
    return Origin(state_of(article, path), content_of(article, any_end), bom, repaired=repaired)


def of_written(old: Origin, text: str, data: bytes, encoding: str | None) -> Origin:
    """What a post is read from once it has been written; `encoding` as in `encoded`."""
    article = article_of(text)
    made = replace(old, state=state(article), content=content_of(article), data=data, repaired=())
    if encoding is None:
        return made
    return replace(made, bom=False, encoding="" if _is_utf8(encoding) else encoding, mark=b"")


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def article_of(text: str) -> Article:
    """The article in a text, read as standards have it."""
    return read_article(Source(Path("article.md"), text, False, None), "article.md", _settings())


def state_of(article: Article, path: Path) -> State:
    """An article with its values. Raises NewslintError where Python cannot read them."""
    try:
        return state(article)
    except ValueError as error:
        raise NewslintError(f"{path}: the front matter cannot be read: {error}") from None


def content_of(article: Article, any_end: bool = False) -> str:
    """What python-frontmatter gives as the content of an article."""
    return cleaned(article.body, any_end).strip()


def cleaned(text: str, any_end: bool = False) -> str:
    """A text with LF at the ends of its lines, as python-frontmatter reads it from a file."""
    text = text.replace("\r\n", "\n")
    return text.replace("\r", "\n") if any_end else text


@cache
def _settings() -> Settings:
    """What holds without any site: standards alone, and no schema."""
    project = Project(CommandLine(target=generators.UNKNOWN), isolated=True)
    made = project.site(Path.cwd()).settings(Path.cwd() / "article.md")
    return replace(made, schema=Schema({}, frozenset()))


def _is_broken(article: Article) -> bool:
    """True where there is front matter that is not read; a text without any is as it should be."""
    if article.block is not None:
        return article.broken
    return any(isinstance(fault, _REPAIRED) for fault in article.faults)


_Settle = Callable[[], Settings]


def _repaired(article: Article, path: Path) -> tuple[Article, tuple[Diagnostic, ...]]:
    """The article repaired, and by what. Raises NewslintError where no repair is certain.

    What holds for the path counts first: a repair may be certain for one generator alone.
    """
    here = path.absolute()
    ways: tuple[_Settle, ...] = (
        lambda: Project(CommandLine()).site(here.parent).settings(here),
        _settings,
    )
    for settle in ways:
        settings = settle()
        rules = tuple(one for one in settings.rules if _repairs(one.rule.faults))
        settings = replace(settings, rules=rules)
        source = Source(path, article.text, False, None)
        made = engine.fix(source, path.name, str(path), settings, unsafe=False)
        after = article_of(made.text)
        if made.applied and after.block is not None and not after.broken:
            return after, made.applied
    raise NewslintError(_why(article, path))


def _repairs(faults: tuple[type[Fault], ...]) -> bool:
    return any(issubclass(fault, _REPAIRED) for fault in faults)


def _why(article: Article, path: Path) -> str:
    """What is wrong with front matter that cannot be read, with its place."""
    worst = [one for one in article.faults if getattr(one, "what", "")]
    if not worst:
        return f"{path}: the front matter cannot be read"
    place = position(article.text, worst[0].span.start)
    what = worst[0].what  # type: ignore[attr-defined]
    words = f"the front matter cannot be read, and no repair is certain: {what}"
    return f"{path}:{place.row}:{place.column}: {words}"


def encoded(origin: Origin | None, text: str, encoding: str | None) -> bytes:
    """A text (without a byte order mark) in the encoding and with the mark that its file has.

    `encoding` names another one. Raises NewslintError for a character that it does not have.
    """
    bom = origin is not None and origin.bom
    if encoding is None and (origin is None or not origin.encoding):
        return encode(text, bom)
    if encoding is not None and _is_utf8(encoding):
        return encode(text, False)
    name, mark = encoding or "", b""
    if encoding is None and origin is not None:
        name, mark = origin.encoding, origin.mark
    try:
        return mark + text.encode(name)
    except LookupError:
        raise NewslintError(f"no encoding is called `{name}`") from None
    except UnicodeEncodeError as error:
        sign = text[error.start : error.start + 1]
        words = f"`{sign}` cannot be written in {name}, the encoding of the file"
        raise NewslintError(f'{words}; write it with encoding="utf-8"') from None
