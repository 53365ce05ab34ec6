"""What a generator answers where a word is not enough."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal

from newslint.model.records import NamedTuple

Proof = Literal["dates", "delimiters", "quotes", "references"]
"""Kinds of fix: a date written as RFC 3339, a delimiter or byte order mark, quotes around a text,
character references written out."""


class YamlQuirks(NamedTuple):
    """YAML that libyaml reads and the generator's own parser does not.

    `tabs`: a tab between double quotes stops the build. `paired_escapes`: two escapes for one
    character cannot be read. `merges`: it stops at `<<` with anything but mappings. `headers`: it
    stops at a comment right after `|` or `>`, "bare" where no indicator stands between them, "any"
    also after one. `tags`: it stops at a tag that YAML does not know. `open_item`: the title of the
    generator whose parser takes all keys below into an empty item at the end of a list.
    """

    tabs: bool = False
    paired_escapes: bool = False
    merges: bool = False
    headers: Literal["", "bare", "any"] = ""
    tags: bool = False
    open_item: str = ""


NO_QUIRKS = YamlQuirks()


class OwnSchema(NamedTuple):
    """A JSON Schema that the generator made of the site's own rules for its articles.

    `file` and `folder` are below the site's root: where it lies, and the articles that it is about.
    """

    file: str
    folder: str
    data: Mapping[str, Any]


class ReservedKey(NamedTuple):
    """What a generator wants of one of its own keys.

    `takes`: "path" of the page itself, "names" of which each is one of `names` (None: not known
    which there are), "name" of `names`; "nothing" for a key that was removed; "text" and no
    boolean, "string", "some text" that is not empty, "boolean", "whole number" from 0 on, "texts",
    a list of strings, and "terms", a mapping of such lists in which the keys are `names` (None: not
    known). `instead`: the key or value to write. `ignored`: a value of another shape is skipped,
    and stops nothing. `noun`: what `names` are. `splits`: a text in the place of a list of names is
    split at its whitespace. `refuses`: at an "empty" value, or at "null" alone, the build
    stops; "": at neither.
    """

    takes: Literal[
        "path",
        "mapping",
        "list",
        "mapping or list",
        "name",
        "names",
        "nothing",
        "text",
        "string",
        "some text",
        "boolean",
        "whole number",
        "texts",
        "terms",
        "any",
        "list of names",
    ]
    names: frozenset[str] | None = None
    instead: str = ""
    ignored: bool = False
    noun: str = "an output format of the site"
    splits: bool = True
    refuses: Literal["", "null", "empty"] = ""


class TemplateCode(NamedTuple):
    """How the generator reads `{{` and `{%` in a body.

    `form`: shortcodes of its own, or tags of a template language. `switches`: keys with which an
    article says that it holds none. `skips_code`: code in backticks is not looked at. `certain`:
    every Markdown file goes through the template language.
    """

    form: Literal["shortcodes", "tags"]
    switches: frozenset[str] = frozenset()
    skips_code: bool = False
    certain: bool = True


class ValueList(NamedTuple):
    """The site's own list of the values that a field may name.

    `file` is where it stands, below the site's root. `stops`: a name that it lacks stops the
    build. `by_key`: the list has keys, and a text that does not look like one may be a name.
    """

    file: str
    names: frozenset[str]
    stops: bool = False
    by_key: bool = False

    def lacks(self, text: str) -> bool:
        """True for a name that is certainly meant to be in the list, and is not."""
        if text in self.names:
            return False
        return not self.by_key or self._looks_like_key(text)

    def _looks_like_key(self, text: str) -> bool:
        """True for what is a key but for its case, or has only kinds of signs that keys have."""
        if text.casefold() in {name.casefold() for name in self.names}:
            return True
        return bool(text) and any(_shape(text) <= _shape(name) for name in self.names)


def _shape(text: str) -> frozenset[str]:
    """The kinds of characters in a text: small letters, capitals, digits, and each other sign."""
    return frozenset(
        "1" if c.isdigit() else "a" if c.islower() else "A" if c.isalpha() else c for c in text
    )


class PageDay(NamedTuple):
    """The day that a page has, by the `date` in its front matter or by the name of its file."""

    day: datetime.date
    source: Literal["date", "file name"]


class Unbuilt(NamedTuple):
    """Why the generator builds no page of a file, or not the one that was meant.

    `fault`: the file's `name` has no date, or begins with a day that does not exist (`stops`: the
    build ends there; else the page gets the day `taken`), or it lies in a folder `name` that the
    generator does not read. `instead`: the name that it needs.
    """

    fault: Literal["undated name", "no such day", "unread folder"]
    name: str
    instead: str
    stops: bool = False
    taken: str = ""
