"""What the layouts of a Hugo site make of a summary in the front matter.

Measured with Hugo 0.168: `.Summary` and the embedded templates read it as Markdown, and so do
`markdownify` and `RenderString`. Page, card and feed are then the same bytes with a character
reference and with its character. `.Params.summary` alone is the text as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.files import ask
from newslint.generators.hugo.config import SiteConfig, lowered, names_theme
from newslint.generators.shared.site_files import SiteFiles
from newslint.text.regex import regex

KEY = "summary"

_MOST = 5_000
"""Layouts that are read of a site."""

_TOKEN = regex(r'"(?:\\.|[^"\\])*+"|`[^`]*+`|/\*|\}\}|[$.\w]+|:=|\S', re.DOTALL)
_LOOK = regex(r"summary|\bparam|executeastemplate", re.IGNORECASE)
_PRINTS = regex(r"[.\"`]summary\b", re.IGNORECASE)
_NAMERS = frozenset(("partial", "partialcached", "template", "block", "define", "i18n", "t"))
"""Words after which a text is the name of a template, or of a phrase."""

_READERS = ("goldmark", "blackfriday")
"""What reads Markdown so that references stay what they are."""

_TO_MARKDOWN = ("markdownify", ".renderstring")
_TO_ADDRESS = ("urlize", "anchorize")
"""Functions that make of a text what nobody reads: a part of an address, an id."""

_KEEPING = frozenset(("default", "emojify", "chomp"))
"""Functions that leave a reference what it is."""

_CONFIGS = frozenset(
    f"{stem}.{ext}" for stem in ("hugo", "config") for ext in ("toml", "yaml", "yml", "json")
)


def prints_markdown(site: SiteConfig) -> bool:
    """True where all layouts are here, some print the summary, and each that does reads it as
    Markdown."""
    if site.root is None or site.layouts is None or site.reader not in _READERS:
        return False
    files = SiteFiles(site.root)
    if not all(_brings_no_other(files, f"{site.themes_in}/{name}") for name in site.themes):
        return False
    try:
        return _are_harmless(files, site.layouts)
    except (OSError, _NotReadError):
        return False


class _NotReadError(Exception):
    """There are more layouts than are read, or a link among them."""


def _are_harmless(files: SiteFiles, folders: Sequence[str]) -> bool:
    """True for layouts of which one at least prints the summary. Raises OSError, _NotReadError."""
    prints = False
    for count, (folder, name) in enumerate(
        place for top in folders for place in _below(files, top)
    ):
        text = files.text(folder, name) if count < _MOST else None
        if text is None or not _is_harmless(text):
            return False
        prints = prints or _PRINTS.search(text) is not None
    return prints


def _brings_no_other(files: SiteFiles, theme: str) -> bool:
    """True for a theme that is here and takes no layouts from elsewhere."""
    names = files.names(theme)
    if not names or "config" in names:
        return False
    configs = [files.data(theme, name) for name in _CONFIGS & names]
    return all(one is not None and not names_theme(lowered(one)) for one in configs)


def _below(files: SiteFiles, folder: str, left: int = 50) -> Iterator[tuple[str, str]]:
    """The folder and the name of each file in a folder and below it, where there is one; files
    whose names begin with a dot are none to Hugo. Raises OSError, _NotReadError."""
    top = f"{files.root}/{folder}"
    if not ask.is_there(top):
        return
    if not left or not ask.leads_inside(top, files.root):
        raise _NotReadError
    for name, kind in ask.entries(top):
        if kind == "link":
            raise _NotReadError
        if kind == "folder":
            yield from _below(files, f"{folder}/{name}", left - 1)
        elif name[0] != ".":
            yield folder, name


def _is_harmless(text: str) -> bool:
    """True for a layout that surely prints no summary but as Markdown."""
    if _LOOK.search(text) is None:
        return True
    actions = _actions(text)
    if actions is None:
        return False
    plain = _plain_variables(actions)
    return all(_Action(tokens, plain).is_harmless() for tokens in actions if tokens)


def _actions(text: str) -> list[list[str]] | None:
    """The tokens of each action of a layout, without comments; None where one does not end.

    The text is gone through once: whoever proposes an article may propose a layout.
    """
    actions: list[list[str]] = []
    at = text.find("{{")
    while at >= 0:
        read = _action(text, at + 2)
        if read is None:
            return None
        tokens, end = read
        actions.append(tokens)
        at = text.find("{{", end)
    return actions


def _action(text: str, at: int) -> tuple[list[str], int] | None:
    """The tokens of the action that begins there, and where it ends; None: nowhere."""
    tokens: list[str] = []
    while match := _TOKEN.search(text, at):
        token, at = match.group(), match.end()
        if token == "}}":
            return [one for one in tokens if one != "-"], at
        if token in ('"', "`"):
            return None
        if token == "/*":
            at = text.find("*/", at) + 2
            if at < 2:
                return None
        else:
            tokens.append(token)
    return None


def _plain_variables(actions: Sequence[Sequence[str]]) -> frozenset[str]:
    """The variables of a layout that are texts written there, other than the key."""
    plain: set[str] = set()
    other: set[str] = set()
    for tokens in actions:
        for at in range(len(tokens) - 1):
            if tokens[at][:1] == "$" and tokens[at + 1] in (":=", "=", ","):
                value = tokens[at + 2 :]
                is_plain = len(value) == 1 and value[0][0] in '"`' and _said(value[0]) != KEY
                (plain if is_plain else other).add(tokens[at])
    return frozenset(plain - other)


def _said(token: str) -> str:
    """What a text between quotes says, in lower case."""
    return token[1:-1].lower()


class _Action:
    """One action of a layout, as its tokens."""

    def __init__(self, tokens: Sequence[str], plain: frozenset[str]) -> None:
        self._tokens = tokens
        self._plain = plain
        words = [token.lower() for token in tokens[:2]]
        self._asks = ":=" not in tokens and (words[0] == "if" or words == ["else", "if"])

    def is_harmless(self) -> bool:
        """True where no summary comes out of it that is not Markdown."""
        return all(self._is_harmless_at(at) for at in range(len(self._tokens)))

    def _is_harmless_at(self, at: int) -> bool:
        token = self._tokens[at]
        if token[0] in '"`':
            return self._is_harmless_text(at, _said(token))
        parts = token.lower().split(".")
        if parts[-1] == "executeastemplate":
            return False
        if ".site.params." in f".{token.lower()}.":
            return True  # of the site's own config
        if parts[-1] == "params":
            return self._asks_one(at)
        if parts[-1] == "param":
            return self._is_plain(at + 1) or self._text_at(at + 1) == KEY
        if parts[-1] == KEY and "params" in parts[:-1]:
            return self._asks or self._goes_to_markdown(at, at)
        return True

    def _is_harmless_text(self, at: int, said: str) -> bool:
        """A text may be the name of a field, or of a template."""
        if said != KEY:
            return not said.endswith(f".{KEY}")
        before = self._word(at - 1)
        if before in _NAMERS or before.endswith((".render", ".get")):
            return True
        if before.split(".")[-1] == "param":
            return self._asks or self._goes_to_markdown(at - 1, at)
        return self._word(at - 2) == "isset"

    def _asks_one(self, at: int) -> bool:
        """True where of all fields one is asked for: whether it is there, or one that is not the
        summary; and where their number is."""
        before = self._word(at - 1)
        if before == "index":
            return self._asks or self._is_plain(at + 1)
        return self._asks or before in ("isset", "len")

    def _is_plain(self, at: int) -> bool:
        """True for a text other than the key, and for a variable that is such a text."""
        if at >= len(self._tokens):
            return False
        token = self._tokens[at]
        return token in self._plain or (token[0] in '"`' and _said(token) != KEY)

    def _text_at(self, at: int) -> str:
        token = self._tokens[at] if at < len(self._tokens) else ""
        return _said(token) if token[:1] in '"`' else ""

    def _word(self, at: int) -> str:
        return self._tokens[at].lower() if 0 <= at < len(self._tokens) else ""

    def _goes_to_markdown(self, start: int, end: int) -> bool:
        """True where the value in these tokens is read as Markdown before anything else, or is no
        text any more."""
        while self._word(start - 1) == "(" and self._word(end + 1) == ")":
            start, end = start - 1, end + 1
        before = self._word(start - 1)
        if before.endswith(_TO_MARKDOWN):
            return True
        if before not in ("", "(", "=", ":=", "with", "return"):
            return False
        return self._is_piped(end + 1)

    def _is_piped(self, at: int) -> bool:
        """True where what follows leads on to Markdown, through nothing that changes a text."""
        while self._word(at) == "|":
            function = self._word(at + 1)
            if function.endswith(_TO_MARKDOWN) or function in _TO_ADDRESS:
                return True
            if function not in _KEEPING:
                return False
            at += 2
            while at < len(self._tokens) and self._tokens[at] not in "|()":
                at += 1
        return False
