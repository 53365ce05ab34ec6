"""The answer of a whole run, kept with all that it rests on: a run that is asked the same, where
nothing of it has changed, prints it and ends.

Here it is looked for, before anything of newslint is imported that a run needs; it is made in
`newslint.site.answer_made`. One file for each command line, current folder and look of the streams:
what was printed, then the articles, then what else was asked, then where each of them begins. It is
a cache: whatever is wrong with it, the run is done as if there were none.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
import time
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.model.digest import blake2b
from newslint.model.records import NamedTuple
from newslint.site.cache_folder import ANSWER, cache_folder

if TYPE_CHECKING:
    from typing import BinaryIO

MAGIC = b"newslint answer1"
TAIL = struct.Struct("<16s5QI")
"""The end of a file: the mark, the lengths of its five parts, the checksum of all but the first."""

MOST_READ = 200
"""Articles that are read since their times may not be trusted; of more the store is asked."""

MOST_BYTES = 16 * 1024 * 1024
"""Of such an article."""

PIECE = 1 << 20

OPTION = "--cache-dir"

ENVIRONMENT = (
    *("NEWSLINT_ALLOW_CODE", "NEWSLINT_CACHE_DIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"),
    *("TZ", "PYTHONTZPATH", "LANG", "LC_ALL", "LC_CTYPE"),
    *("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "COLUMNS", "LINES"),
    *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "JUPYTER_COLUMNS", "JUPYTER_LINES"),
    *("GITHUB_ACTIONS", "GITHUB_BASE_REF", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"),
    *("TF_BUILD", "TEAMCITY_VERSION", "CI", "GITLAB_CI", "PRE_COMMIT", "GIT_INDEX_FILE"),
    *("GIT_CONFIG", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_SYSTEM"),
    *("GIT_CONFIG_GLOBAL", "GIT_DIR", "GIT_WORK_TREE", "PATH"),
)
"""What a run looks at in the environment: newslint, and what draws its tables."""

ASKED: dict[str, Callable[[str], bool]] = {
    "exists": os.path.exists,
    "is_file": os.path.isfile,
    "is_folder": os.path.isdir,
    "is_link": os.path.islink,
    "is_there": os.path.lexists,
}
"""Questions of `newslint.files.ask` about one name in a folder, which need no more to be asked."""

Identity = list[int]


class Place(NamedTuple):
    """Where the answer to a command line is, or would be: `who` stands for all that was said."""

    file: Path
    who: str


def place(arguments: Sequence[str]) -> Place | None:
    """Where the answer is; None where none may be kept. Raises OSError."""
    if arguments[:1] != ["check"] or "--no-cache" in arguments or os.name != "posix":
        return None
    if any(one[:1] == "-" and one != "-" and os.path.lexists(one) for one in arguments):
        return None  # a name of a file that looks like an option is refused
    here = os.getcwd()  # noqa: PTH109
    streams = [(one.isatty(), one.encoding) for one in (sys.stdout, sys.stderr)]
    environment = [os.environ.get(name) for name in ENVIRONMENT]
    said = (arguments, here, os.geteuid(), streams, _size(), environment)
    who = _digest(repr(said))
    file = cache_folder(_named(arguments)) / f"{_digest(here)[:16]}{who[:16]}{ANSWER}"
    return Place(file, who)


def _named(arguments: Sequence[str]) -> Path | None:
    """The cache folder that was typed."""
    found = None
    for at, one in enumerate(arguments):
        if one == OPTION:
            found = next(iter(arguments[at + 1 : at + 2]), None)
        elif one.startswith(f"{OPTION}="):
            found = one.partition("=")[2]
    return Path(found) if found else None


def _size() -> tuple[int, int] | None:
    try:
        return os.get_terminal_size(sys.__stdout__.fileno())  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return None


def _digest(text: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=16).hexdigest()


def told(arguments: Sequence[str]) -> int | None:
    """Print the answer and give its exit code; None where there is none that still holds."""
    try:
        where = place(arguments)
        found = _found(where, arguments) if where is not None else None
    except Exception:  # a cache may fail, no run
        return None
    return None if found is None else _told(found)


class Answer(NamedTuple):
    """An answer that holds: an open file, the exit code, and what goes to which stream."""

    handle: int
    code: int
    said: list[tuple[int, int, int]]


def _told(answer: Answer) -> int:
    try:
        for stream, start, length in answer.said:
            buffer = (sys.stdout, sys.stderr)[stream].buffer
            buffer.flush()
            sent = _sent(answer.handle, buffer, start, length)
            for piece in _pieces(answer.handle, start + sent, length - sent):
                buffer.write(piece)
            buffer.flush()
    except BrokenPipeError:
        # what is still buffered must not raise once more when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        line = f"newslint: standard output cannot be written: {error.strerror}\n"
        sys.stderr.write(line)
        return 2
    finally:
        os.close(answer.handle)
    return answer.code


def _sent(handle: int, into: BinaryIO, start: int, length: int) -> int:
    """How many bytes the system has copied by itself: none where it cannot, or what is wrong is
    said by who writes the others. Raises BrokenPipeError."""
    sent = 0
    try:
        while more := os.sendfile(into.fileno(), handle, start + sent, length - sent):
            sent += more
    except BrokenPipeError:
        raise
    except (AttributeError, OSError, ValueError):
        pass
    return sent


def _pieces(handle: int, start: int, length: int) -> Iterator[bytes]:
    end = start + length
    while start < end:
        piece = os.pread(handle, min(PIECE, end - start), start)
        if not piece:
            raise OSError("cut short")
        start += len(piece)
        yield piece


def _found(where: Place, arguments: Sequence[str]) -> Answer | None:
    try:
        handle = os.open(where.file, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        found = _read(handle, where.who, arguments)
    except BaseException:
        os.close(handle)
        raise
    if found is None:
        os.close(handle)
    return found


def _read(handle: int, who: str, arguments: Sequence[str]) -> Answer | None:
    size = os.fstat(handle).st_size
    mark, *lengths, checksum = TAIL.unpack(os.pread(handle, TAIL.size, size - TAIL.size))
    if mark != MAGIC or sum(lengths) + TAIL.size != size:
        return None
    data = b"".join(_pieces(handle, lengths[0], size - TAIL.size - lengths[0]))
    if zlib.crc32(data) != checksum:
        return None
    view, parts, at = memoryview(data), [], 0
    for length in lengths[1:]:
        parts.append(view[at : at + length])
        at += length
    import json

    head = json.loads(bytes(parts[3]))
    if head["who"] != who or not _is_now(*head["during"]) or head["program"] != program():
        return None
    articles = Articles(head["articles"], *map(bytes, parts[:3]))
    named = _of_named(articles, arguments)  # the likeliest to be others, and few
    if not (_are_same(named) and _are_same(articles) and _holds(head)):
        return None
    checksum = 0
    for piece in _pieces(handle, 0, lengths[0]):
        checksum = zlib.crc32(piece, checksum)
    if checksum != head["checksum"]:
        return None
    return Answer(handle, head["code"], [(s, a, b) for s, a, b in head["said"]])


def _is_now(since: int | None, until: int | None) -> bool:
    """`since` and `until` in microseconds since 1970."""
    now = time.time_ns() // 1000
    return (since is None or since <= now) and (until is None or now < until)


class Articles(NamedTuple):
    """The articles of a run: of each folder its path and how many it has; then of all of them the
    names, parted by NUL, size, time of change, of the entry, number (8 bytes each; a size of -1:
    not known), and 16 bytes of digest."""

    folders: list[tuple[str, int]]
    names: bytes
    seen: bytes
    digests: bytes


def _of_named(articles: Articles, arguments: Sequence[str]) -> Articles:
    """Those of the articles that were named."""
    wanted = {os.path.abspath(one) for one in arguments[1:]}  # noqa: PTH100
    names, at, found = articles.names.split(b"\0"), 0, list[tuple[str, int]]()
    for folder, count in articles.folders:
        here = {os.fsencode(one[len(folder) + 1 :]) for one in wanted if _is_in(one, folder)}
        found += ((folder, i) for i in range(at, at + count) if here and names[i] in here)
        at += count
    return Articles(
        [(folder, 1) for folder, _ in found],
        b"\0".join(names[i] for _, i in found),
        b"".join(articles.seen[_SEEN * i : _SEEN * (i + 1)] for _, i in found),
        b"".join(articles.digests[_DIGEST * i : _DIGEST * (i + 1)] for _, i in found),
    )


def _is_in(path: str, folder: str) -> bool:
    return path.rpartition("/")[0] == folder


_SEEN, _DIGEST = 32, 16
"""Bytes of an article."""


def _are_same(articles: Articles) -> bool:
    seen = array("q")
    seen.frombytes(articles.seen)
    names, at, odd = articles.names.split(b"\0"), 0, list[tuple[int, bytes]]()
    for folder, count in articles.folders:
        path = os.fsencode(folder)
        for index in _other_files(path, names[at : at + count], seen[4 * at : 4 * (at + count)]):
            odd.append((at + index, path + b"/" + names[at + index]))
            if len(odd) > MOST_READ:
                return False
        at += count
    return all(_has_digest(path, articles.digests[16 * i : 16 * i + 16]) for i, path in odd)


def _other_files(folder: bytes, names: list[bytes], seen: array[int]) -> Iterator[int]:
    """The files that are not those that were seen, by their numbers. Raises OSError."""
    handle, look = os.open(folder, os.O_RDONLY | os.O_CLOEXEC), os.stat
    try:
        at = 0
        for index, name in enumerate(names):
            one = look(name, dir_fd=handle)
            if (
                one.st_mtime_ns != seen[at + 1]
                or one.st_ctime_ns != seen[at + 2]
                or one.st_size != seen[at]
                or one.st_ino != seen[at + 3]
            ):
                yield index
            at += 4
    finally:
        os.close(handle)


def _has_digest(path: bytes, digest: bytes) -> bool:
    """True for a regular file of these bytes. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            return False
        found = blake2b(digest_size=16)
        while data := os.read(handle, 1 << 16):
            found.update(data)
        return found.digest() == digest
    finally:
        os.close(handle)


def _holds(head: dict[str, Any]) -> bool:
    """True where all else that was asked has the answer that it had."""
    return (
        all(_folder_holds(*folder) for folder in head["folders"])
        and all(os.path.realpath(path) == real for path, real in head["reals"])
        and all(_file_holds(*file) for file in head["files"])
        and all(_is_still(*asked) for asked in head["others"])
    )


def _folder_holds(
    path: str, identity: Identity | None, names: list[list[Any]], listings: list[list[Any]]
) -> bool:
    if identity is not None and folder_identity(path) == identity:
        return True
    same = all(ASKED[kind](name) is bool(answer) for kind, name, answer in names)
    return same and all(_is_still(*asked) for asked in listings)


def _file_holds(path: str, identity: Identity | None, asked: list[list[Any]]) -> bool:
    if identity is not None and file_identity(path) == identity:
        return True
    return all(_is_still(*one) for one in asked)


def _is_still(question: list[str], digest: str) -> bool:
    # most runs need none of them
    from newslint.files import ask, filter, setup  # noqa: A004, F401
    from newslint.generators import signs  # noqa: F401

    return ask.digest_now(tuple(question)) == digest


def folder_identity(path: str) -> Identity | None:
    """What tells a folder, with the names in it, from what it was before; None without one."""
    try:
        one = os.stat(path)
    except (OSError, ValueError):
        return None
    return [one.st_mtime_ns, one.st_ctime_ns, one.st_ino, one.st_dev]


def file_identity(path: str) -> Identity | None:
    """The same of a regular file."""
    try:
        one = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(one.st_mode):
        return None
    return [one.st_mtime_ns, one.st_ctime_ns, one.st_ino, one.st_size]


def program() -> str:
    """A digest of what newslint, Python and what is installed look like from outside: names, sizes
    and times of all files of newslint, which are what Python goes by as well."""
    found = [sys.version, sys.executable, repr(sys.flags), repr(sys.path)]
    for folder in (import_module(name).__path__[0] for name in ("newslint", "newslint.rules")):
        found += sorted(_looks(folder))
    for folder in dict.fromkeys(filter(None, sys.path)):
        try:
            names = os.listdir(folder)  # noqa: PTH208
        except OSError:  # a zip, or nothing
            continue
        found += sorted(n for n in names if n.endswith((".dist-info", ".egg-info", ".pth")))
    found += _zones()
    return _digest("\n".join(found))


def _looks(folder: str) -> Iterator[str]:
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                elif entry.name.endswith((".py", ".yaml", ".toml")):
                    one = entry.stat()
                    yield f"{entry.path} {one.st_size} {one.st_mtime_ns} {one.st_ctime_ns}"


def _zones() -> Iterator[str]:
    """When the machine's own tables of time zones were put there."""
    for folder in ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"):
        for name in ("", "/tzdata.zi"):
            found = folder_identity(folder + name)
            if found is not None:
                yield f"{folder}{name} {found}"
