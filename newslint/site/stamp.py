"""What an answer was judged by, besides the bytes of its file and what was asked of other files.

The program itself (the text of all its modules, rules and tables), Python, everything installed
beside it, the time zones of the machine; and what holds for the articles of a site: the command
line, the config, the generator and the root.
"""

from __future__ import annotations

import os
import platform
import sys
import zoneinfo
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newslint.config.site import Site
from newslint.model.records import fields, is_dataclass
from newslint.registry import rules_folder

_OWN = Path(__file__).parents[1]
_PARTS = (".py", ".yaml", ".toml")
_ZONES = ("tzdata.zi", "zone1970.tab", "zone.tab", "leapseconds", "+VERSION")


def slot_of(site: Site, with_facts: bool, with_reasons: bool) -> str:
    """As `slot_key`, which is made once for each site of a run."""
    key = ("slot", id(site), with_facts, with_reasons)
    if key not in site.asked.made:
        site.asked.made[key] = slot_key(site, with_facts, with_reasons)
    made: str = site.asked.made[key]
    return made


def slot_key(site: Site, with_facts: bool, with_reasons: bool) -> str:
    """A digest of what holds for the articles of a site in this run, but for the time.

    Raises TypeError where it is not known how to write some of it.
    """
    command = site.command
    said = {one.name: getattr(command, one.name) for one in fields(command) if one.name != "now"}
    parts = (
        *(program(), said, site.config, site.config_file, site.base, site.root),
        *(site.generator.name, sorted(site.given), with_facts, with_reasons),
        os.getcwd() if command.per_file_ignores else "",  # noqa: PTH109
    )
    return blake2b(canonical(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def canonical(value: Any) -> str:
    """A value as a text that is the same for equal values alone. Raises TypeError."""
    kind = type(value).__name__
    if value is None or isinstance(value, str | int | float | bytes):
        return f"{kind}:{value!r}"
    if isinstance(value, datetime | Path):
        return f"{kind}:{value!s}"
    if is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        items = (f"{canonical(key)}={canonical(one)}" for key, one in value.items())
        return f"{kind}{{{','.join(items)}}}"
    if isinstance(value, tuple | list):
        return f"{kind}[{','.join(map(canonical, value))}]"
    if isinstance(value, frozenset | set):
        return f"{kind}({','.join(sorted(map(canonical, value)))})"
    raise TypeError(f"no canonical form of {kind}")


@cache
def program() -> str:
    """A digest of newslint, of Python, and of what is installed."""
    digest = blake2b(digest_size=16)
    for part in _parts():
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _parts() -> Iterator[bytes]:
    yield f"{sys.version} {sys.implementation} {sys.platform} {platform.machine()}".encode()
    yield f"{sys.flags.optimize} {os.name} {sys.getfilesystemencoding()}".encode()
    for folder in (str(_OWN), str(rules_folder())):
        for path in sorted(_files(folder)):
            yield os.fsencode(path.removeprefix(folder))
            with open(path, "rb", buffering=0) as file:
                yield file.read()
    for name in sorted(_installed()):
        yield name.encode("utf-8", "backslashreplace")
    yield from map(str.encode, _zones())


def _files(folder: str) -> Iterator[str]:
    for top, _, names in os.walk(folder):
        yield from (f"{top}{os.sep}{name}" for name in names if name.endswith(_PARTS))


def _installed() -> Iterator[str]:
    """The names and versions of what is installed, as the names of their folders say."""
    for folder in dict.fromkeys(filter(None, sys.path)):  # a worker's has not the current folder
        try:
            names = os.listdir(folder)  # noqa: PTH208
        except OSError:  # a zip, or nothing
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info", ".pth")))


def _zones() -> Iterator[str]:
    """When the machine's own table of time zones was put there."""
    for folder in zoneinfo.TZPATH:
        for name in ("", *_ZONES):
            try:
                status = os.stat(Path(folder, name))
            except OSError:
                continue
            yield f"{folder} {name} {status.st_size} {status.st_mtime_ns}"
