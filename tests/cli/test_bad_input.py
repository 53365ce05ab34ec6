"""Bad input through the command line: one clear line for each, and nothing else suffers.

Each bad file lies beside a good one. Never a traceback, never a hang (every run has a timeout),
never a changed byte.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.command import TIMEOUT, Done, environment, newslint, tree

pytestmark = pytest.mark.slow

GOOD = b"---\ntitle: Good\nlink: https://example.org/a?utm_source=rss\n---\nBody.\n"
MENDED = b"---\ntitle: Good\nlink: https://example.org/a\n---\nBody.\n"
GOOD_LINE = (
    "good.md:3:7: warning LNK004 link contains a tracking parameter: `utm_source`; remove it [*]"
)
CYCLE = "error FMT006 invalid front matter: an alias refers to a value that contains it"
BEGIN = "put the fields between two lines `---` at the start of the file"
ARTICLE = b"---\ntitle: A\n---\nBody.\n"


def _front(block: bytes) -> bytes:
    return b"---\ntitle: A\n" + block + b"\n---\nBody.\n"


def _bomb() -> bytes:
    rows = ["a0: &a0 [ha]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    return "\n".join(rows).encode()


FILES: dict[str, tuple[bytes, str]] = {
    "latin-1": (
        "---\ntitle: Café crème\n---\n".encode("latin-1"),
        (
            "2:11: error FMT004 byte 0xE9 is not UTF-8; the file seems to be Latin-1; "
            "name it with `--from-encoding` or save the file as UTF-8"
        ),
    ),
    "half-utf-8": (
        "---\ntitle: Élysée, Besançon\n---\n".encode() + b"caf\xe9\n",
        (
            "4:4: error FMT004 byte 0xE9 is not UTF-8; the file mixes UTF-8 and Windows-1252, in "
            "which it is `é`; restore the file from the original"
        ),
    ),
    "utf-16": (
        "---\ntitle: Новости\n---\n".encode("utf-16"),
        "1:1: error FMT004 the file is UTF-16 LE, not UTF-8; save it as UTF-8 [-]",
    ),
    "utf-16-without-bom": (
        "---\ntitle: 新闻\n---\n".encode("utf-16-be"),
        "1:1: error FMT004 the file is UTF-16 BE, not UTF-8; save it as UTF-8 [-]",
    ),
    "lone-surrogate": (
        _front(b"a: \xed\xa0\x80"),
        (
            "3:4: error FMT004 byte 0xED is not UTF-8; the file has another encoding; "
            "name it with `--from-encoding` or save the file as UTF-8"
        ),
    ),
    "empty": (
        b"",
        f"1:1: warning FMT001 the file is empty; {BEGIN}",
    ),
    "only-blanks": (
        b"\n \n",
        f"1:1: warning FMT001 the file contains only whitespace; {BEGIN}",
    ),
    "no-front-matter": (
        b"Only text.\n",
        f"1:1: warning FMT001 the file has no front matter; {BEGIN}",
    ),
    "never-closed": (
        b"---\ntitle: A\ntags: [a]\n",
        (
            "1:1: warning FMT002 the front matter is not closed; put `---` on a line of its own "
            "at the end of the file [-]"
        ),
    ),
    "a-list": (
        b"---\n- a\n- b\n---\n",
        "2:1: error FMT006 invalid front matter: it is a list, not `key: value` lines",
    ),
    "plain-text": (
        b"---\nwords\n---\n",
        "2:1: error FMT006 invalid front matter: it is plain text, not `key: value` lines",
    ),
    "no-keys": (
        b"---\n---\n",
        "1:1: warning SCH001 title is missing but required; add it with a value",
    ),
    "alias-bomb": (
        _front(_bomb()),
        "2:1: error RUN002 not checked: its aliases expand to more than 10000 values",
    ),
    "alias-cycle": (
        _front(b"a: &a\n- *a"),
        f"3:4: {CYCLE}",
    ),
    "merge-cycle": (
        _front(b"a: &a\n  <<: *a"),
        f"3:4: {CYCLE}",
    ),
    "10,000-keys": (
        _front(b"\n".join(b"k%d: v" % n for n in range(10_000))),
        "2:1: error RUN002 not checked: it has 10001 keys, the limit is 1000",
    ),
    "deep-flow-lists": (
        _front(b"a: " + b"[" * 10_000 + b"]" * 10_000),
        "3:103: error RUN002 not checked: its values are nested more than 100 deep",
    ),
    "deep-flow-lists-open": (
        _front(b"a: " + b"[" * 10_000),
        "3:103: error RUN002 not checked: its values are nested more than 100 deep",
    ),
    "deep-flow-maps": (
        _front(b"a: " + b"{a: " * 10_000 + b"}" * 10_000),
        "3:400: error RUN002 not checked: its values are nested more than 100 deep",
    ),
    "deep-lists": (
        _front(b"a:\n  " + b"- " * 10_000 + b"x"),
        "4:201: error RUN002 not checked: its values are nested more than 100 deep",
    ),
    "deeper-lists-than-libyaml-bears": (
        _front(b"a:\n  " + b"- " * 50_000 + b"x"),
        "4:201: error RUN002 not checked: its values are nested more than 100 deep",
    ),
    "deep-keys": (
        b"---\n" + b"? " * 10_000 + b"x\n---\n",
        "2:201: error RUN002 not checked: its values are nested more than 100 deep",
    ),
    "deep-lines": (
        _front(b"\n".join(b" " * n + b"a:" for n in range(1_000))),
        "103:101: error RUN002 not checked: its values are nested more than 100 deep",
    ),
    "brackets-in-quotes": (_front(b"a: '" + b"[" * 10_000 + b"'"), ""),
    "long-front-matter": (
        _front(b"a: " + b"b" * 2_000_000),
        "1:1: error RUN002 not checked: the front matter is longer than 1048576 characters",
    ),
    "nul": (
        _front(b"a: b\0c"),
        "3:5: error FMT005 the control character U+0000 is not allowed in YAML; remove it [*]",
    ),
    "escape-code": (
        _front(b'a: "\x1b[2J"'),
        "3:5: error FMT005 the control character U+001B is not allowed in YAML; remove it [-]",
    ),
    "control-characters-in-the-body": (ARTICLE + b"\0\x01\x1b[2J", ""),
    "python-tag": (
        b"---\ntitle: !!python/object/apply:os.system [ls]\n---\n",
        "2:40: warning SCH004 title should be text, not a list",
    ),
    "toml": (
        b"+++\ntitle = 'A\n+++\n",
        "2:9: error FMT006 invalid front matter: the text that `'` opens is not closed",
    ),
    "json": (
        b'{"title": }\n',
        "1:11: error FMT006 invalid front matter: a value is missing here",
    ),
}
"""What stands in a file, and what is said of it behind its path: one line, or nothing."""

REPAIRED = {"nul": _front(b"a: bc")}
"""Those of which `fix` makes something: a character that no text can mean is taken out."""


@dataclass(frozen=True, slots=True)
class Runs:
    """One folder with all the files: what stood in it, `check` and then `fix` over it."""

    folder: Path
    before: dict[str, bytes]
    check: Done
    between: dict[str, bytes]
    fix: Done
    after: dict[str, bytes]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    folder = tmp_path_factory.mktemp("bad")
    for name, (data, _) in FILES.items():
        (folder / f"{name}.md").write_bytes(data)
    (folder / "good.md").write_bytes(GOOD)
    names = sorted(path.name for path in folder.iterdir())
    before = tree(folder)
    check = newslint("check", *names, folder=folder)
    between = tree(folder)
    fix = newslint("fix", *names, folder=folder)
    return Runs(folder, before, check, between, fix, tree(folder))


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_reported(name: str, runs: Runs) -> None:
    _, said = FILES[name]
    lines = [line for line in runs.check.out.splitlines() if line.startswith(f"{name}.md:")]
    assert lines == ([f"{name}.md:{said}"] if said else [])


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_keeps_its_bytes(name: str, runs: Runs) -> None:
    data, _ = FILES[name]
    assert runs.between[f"{name}.md"] == data
    assert runs.after[f"{name}.md"] == REPAIRED.get(name, data)


def test_the_good_file_beside_them_is_checked_and_mended(runs: Runs) -> None:
    assert GOOD_LINE in runs.check.out.splitlines()
    assert (runs.check.code, runs.check.err) == (1, "")
    assert runs.between == runs.before
    assert (runs.fix.code, runs.fix.err) == (1, "")
    repaired = {f"{name}.md": data for name, data in REPAIRED.items()}
    assert runs.after == {**runs.before, **repaired, "good.md": MENDED}


def _beside_good(folder: Path, *paths: str | bytes, found: list[str], err: str = "") -> None:
    """`check` and `fix` of these paths and of good.md say exactly this, and change good.md only."""
    (folder / "good.md").write_bytes(GOOD)
    before = tree(folder)
    done = newslint("check", *paths, "good.md", folder=folder)
    assert done.out.splitlines()[:-1] == sorted([*found, GOOD_LINE])
    assert done.err == err
    unread = any(" RUN001 " in line for line in found)
    assert done.code == (2 if err or unread else 1)
    assert tree(folder) == before
    fixed = newslint("fix", "--unsafe-fixes", *paths, "good.md", folder=folder)
    assert fixed.out.splitlines()[:-1] == found
    assert fixed.err == err
    assert tree(folder) == {**before, "good.md": MENDED}


def test_missing(tmp_path: Path) -> None:
    error = "newslint: nowhere.md does not exist\nnewslint: good.md/a.md does not exist\n"
    _beside_good(tmp_path, "nowhere.md", "good.md/a.md", found=[], err=error)


def test_missing_and_nothing_else(tmp_path: Path) -> None:
    done = newslint("check", "nowhere.md", folder=tmp_path)
    assert done == Done(2, "", "newslint: nowhere.md does not exist\n")


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="only someone who is not root can be forbidden to read",
)
def test_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "bad.md"
    path.write_bytes(ARTICLE)
    path.chmod(0)
    (tmp_path / "good.md").write_bytes(GOOD)
    done = newslint("check", "bad.md", "good.md", folder=tmp_path)
    said = "bad.md:1:1: error RUN001 the file cannot be read: no permission to read it"
    assert done.out.splitlines()[:-1] == [said, GOOD_LINE]
    assert (done.code, done.err) == (2, "")


needs_links = pytest.mark.skipif(os.name == "nt", reason="needs POSIX file types")


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


@needs_links
@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(_link("nowhere"), "it is a symbolic link that leads nowhere", id="dangling"),
        pytest.param(_link("bad.md"), "its symbolic links lead in a circle", id="circle"),
        pytest.param(_link("/dev/null"), "it is a device", id="null"),
        pytest.param(_link("/dev/zero"), "it is a device", id="zero"),
        pytest.param(os.mkfifo, "it is a named pipe", id="fifo"),
        pytest.param(Path.mkdir, "it is a folder", id="folder"),
    ],
)
def test_no_regular_file(make: Callable[[Path], None], said: str, tmp_path: Path) -> None:
    make(tmp_path / "bad.md")
    line = f"bad.md:1:1: error RUN001 the file cannot be read: {said}"
    _beside_good(tmp_path, "bad.md", found=[line])


@needs_links
def test_a_device_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    done = newslint("check", "/dev/zero", "good.md", folder=tmp_path)
    assert done.out.splitlines()[:-1] == [GOOD_LINE]
    assert done.err.startswith("newslint: 1 file skipped, not an article: /dev/zero; ")
    assert done.code == 1


@needs_links
def test_odd_files_in_a_folder_do_not_keep_the_others_from_being_found(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    os.mkfifo(tmp_path / "fifo.md")
    for name, target in (("zero.md", "/dev/zero"), ("circle.md", "circle.md"), ("up", "..")):
        (tmp_path / name).symlink_to(target)
    (tmp_path / "folder.md").mkdir()
    done = newslint("check", ".", folder=tmp_path)
    circle = (
        "circle.md:1:1: error RUN001 the file cannot be read: its symbolic links lead in a circle"
    )
    assert done.out.splitlines()[:-1] == [circle, GOOD_LINE]
    assert (done.code, done.err) == (2, "")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    name = "a" * 300 + ".md"
    line = f"{name}:1:1: error RUN001 the file cannot be read: its name is too long"
    _beside_good(tmp_path, name, found=[line])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    name = b"caf\xe9.md"
    with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:
        file.write(b"---\nlink: htps://example.org/a\n---\n")
    found = [
        r"caf\xe9.md:1:1: warning SCH001 title is missing but required; add it with a value",
        (
            r"caf\xe9.md:2:7: warning LNK002 link `htps://example.org/a` has the scheme `htps`; "
            "use http or https"
        ),
    ]
    _beside_good(tmp_path, name, found=found)


@pytest.mark.skipif(sys.platform == "win32", reason="other systems refuse such a name")
def test_a_name_with_control_characters(tmp_path: Path) -> None:
    (tmp_path / "a\n\x1b[2J.md").write_bytes(b"---\nlink: htps://example.org/a\n---\n")
    found = [
        r"a\n\x1b[2J.md:1:1: warning SCH001 title is missing but required; add it with a value",
        (
            r"a\n\x1b[2J.md:2:7: warning LNK002 link `htps://example.org/a` has the scheme `htps`; "
            "use http or https"
        ),
    ]
    _beside_good(tmp_path, "a\n\x1b[2J.md", found=found)


def test_50_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "bad.md").open("wb") as file:
        file.write(ARTICLE)
        file.truncate(50_000_000)
    line = (
        "bad.md:1:1: error RUN002 not checked: the file has 50,000,000 bytes, "
        "more than the limit of 10,485,760 (`max-bytes`)"
    )
    _beside_good(tmp_path, "bad.md", found=[line])


def test_50_megabytes_where_the_config_allows_them(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("[limits]\nmax-bytes = 60_000_000\n")
    (tmp_path / "big.md").write_bytes(GOOD + b"word " * 10_000_000)
    done = newslint("fix", "big.md", folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "big.md").read_bytes() == MENDED + b"word " * 10_000_000


def test_bad_standard_input(tmp_path: Path) -> None:
    done = newslint("check", "-", folder=tmp_path, stdin=b"\xff\xfe-\0-\0")
    assert done.out.splitlines()[0] == (
        "-:1:1: error FMT004 the file is UTF-16 LE, not UTF-8; save it as UTF-8"
    )
    assert (done.code, done.err) == (1, "")


@needs_links
@pytest.mark.parametrize("redirect", ["| :", ">&-", "2>&-", "<&-"])
def test_a_stream_that_is_closed_is_no_error(redirect: str, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    command = f"set -o pipefail; '{sys.executable}' -m newslint check good.md {redirect}"
    done = _shell(command, tmp_path)
    assert done.code == 1
    assert done.err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    done = _shell(f"'{sys.executable}' -m newslint check good.md > /dev/full", tmp_path)
    error = "newslint: standard output cannot be written: No space left on device\n"
    assert done == Done(2, "", error)


def _shell(command: str, folder: Path) -> Done:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
        env=environment(),
    )
    return Done(done.returncode, done.stdout, done.stderr)
