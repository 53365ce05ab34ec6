"""The names of files in `_posts`: which of them become posts.

Source: Jekyll 4.3, `Document::DATE_FILENAME_MATCHER`, `PostReader` and `EntryFilter`; measured with
Jekyll 4.3.1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from newslint.files import ask
from newslint.files.setup import files_below, read_setup
from newslint.generators.answers import Unbuilt
from newslint.generators.site_config import text_in
from newslint.text.regex import regex

_DATED = regex(
    r"(?P<day>[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2})-(?P<slug>[^/]*)(?P<ext>\.[^.]+)", re.ASCII
)
_OTHER_DAY = regex(
    r"([12][0-9]{3})[-_. –]?([01][0-9])[-_. –]?([0-3][0-9])(?:[-_. –]+|$)"
    r"|[0-9]{1,4}[-_.][0-9]{1,2}[-_.][0-9]{1,4}(?:[-_. –]+|$)",
    re.ASCII,
)
_PATH = regex(r"(?:(?P<above>.*)/)?(?P<folder>_posts|_drafts)/(?P<below>.*)")
_SLIP = regex(r"_?(post|draft)s?", re.IGNORECASE)
_OWN = ("_posts", "_drafts")
_LEFT_OUT = "._#~"
_OTHERS = frozenset(("changelog", "contributing", "license", "readme", "template"))
_HOOKS = regex(r"FILENAME_MATCHER|PostReader|Jekyll::Reader|read_publishable")
_MOST_PLUGINS = 100


def unbuilt(path: str, day: date | None, *, dated: bool) -> Unbuilt | None:
    """Why a file does not become the post that was meant; None where it does, or is not to.

    `day` is that of the `date` in the front matter, None where it cannot be read; `dated`: there is
    one.
    """
    parts = path.split("/")
    if any(part[:1] in tuple(_LEFT_OUT) for part in parts if part not in _OWN):
        return _in_unread_folder(parts)
    found = _PATH.fullmatch(path)
    if found is None or found["folder"] == "_drafts":
        return None
    name = parts[-1]
    named = _DATED.fullmatch(name)
    if named is None:
        stem = name.rpartition(".")[0]
        if stem.lower() in _OTHERS:
            return None
        return Unbuilt("undated name", name, _dated_name(name, day))
    return None if dated else _on_no_such_day(name, named)


def _dated_name(name: str, day: date | None) -> str:
    """A name that is read: with the day that stands in it in another form, else with `day`."""
    stem, _, extension = name.rpartition(".")
    found = _OTHER_DAY.match(stem)
    rest = stem[found.end() :] if found else stem
    written = "-".join(found.groups()) if found and found[1] else ""
    wanted = written or (f"{day:%Y-%m-%d}" if day else "YYYY-MM-DD")
    return f"{wanted}-{rest or 'title'}.{extension}"


def _on_no_such_day(name: str, named: re.Match[str]) -> Unbuilt | None:
    year, month, day = map(int, named["day"].split("-"))
    instead = f"YYYY-MM-DD-{named['slug']}{named['ext']}"
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Unbuilt("no such day", name, instead, stops=True)
    try:
        date(year or 1, month, day)
    except ValueError:
        # Ruby counts on into the next month
        last = datetime(year or 1, month, 28).toordinal() + day - 28
        return Unbuilt("no such day", name, instead, taken=f"{date.fromordinal(last)}")
    return None


def _in_unread_folder(parts: list[str]) -> Unbuilt | None:
    """A dated file in `_post`, which is meant to be `_posts`."""
    slip = _SLIP.fullmatch(parts[-2]) if len(parts) > 1 else None
    if slip is None or parts[-2] in _OWN or parts[-2][0] != "_" or not _DATED.fullmatch(parts[-1]):
        return None
    return Unbuilt("unread folder", parts[-2], f"_{slip[1].lower()}s")


def unread_folders(root: Path, config: Mapping[str, Any]) -> tuple[str, ...]:
    """The folders of the site that are meant to be `_posts` or `_drafts` and are not."""
    kept = {*_OWN, *_collections(config)}
    source = text_in(config, "source").strip("./")
    if ".." in source.split("/"):
        return ()  # nothing outside the site is read
    try:
        names = ask.folders(root / source)
    except OSError:
        return ()
    slips = [name for name in names if name[0] == "_" and _SLIP.fullmatch(name)]
    return tuple(name for name in slips if name not in kept)


def _collections(config: Mapping[str, Any]) -> list[str]:
    collections = config.get("collections")
    return [f"_{name}" for name in collections] if isinstance(collections, list | dict) else []


def are_jekylls_own(root: Path | None, config: Mapping[str, Any]) -> bool:
    """False where a plugin of the site, or its config, may have other files become posts."""
    if config.get("include") or "_posts" in str(config.get("exclude")):
        return False
    if "plugins_dir" in config:
        return False
    folder = root / "_plugins" if root is not None else None
    if folder is None or not ask.is_folder(folder):
        return True
    if ask.is_link(folder):
        return False  # nothing outside the site is read
    try:
        plugins = [path for path in files_below(folder) if path.suffix == ".rb"]
    except (OSError, ValueError):
        return False
    if len(plugins) > _MOST_PLUGINS or any(map(ask.is_link, plugins)):
        return False
    texts = (read_setup(path).text for path in plugins)
    return not any(_HOOKS.search(text) for text in texts)
