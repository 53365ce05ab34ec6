"""A file is replaced as a whole or left exactly as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from newslint.files import write as write_module
from newslint.files.write import GROUP, OWNER
from newslint.model.faults import WriteRefused


def write(path: Path, before: bytes, data: bytes, named: tuple[Path, ...]) -> WriteRefused | None:
    """`newslint.files.write.write`, of paths as the user named them."""
    return write_module.write(path, before, data, write_module.real_roots(named))


OLD, NEW = b"---\r\ntitle: A\n", "---\ntitle: São 洪水\n".encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An article in a folder of its own."""
    made = tmp_path / "content" / "a.md"
    made.parent.mkdir()
    made.write_bytes(OLD)
    return made


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _reason(path: Path, *allowed: Path) -> str:
    """Why a file is not written; the test that it and its folder stay as they are included."""
    before = path.read_bytes() if path.is_file() else None
    names = _names(path.parent)
    fault = write(path, OLD, NEW, allowed or (path.parent,))
    assert fault is not None
    assert (path.read_bytes() if path.is_file() else None) == before
    assert _names(path.parent) == names
    return fault.why


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o755, 0o4755])
def test_contents_and_mode(path: Path, mode: int) -> None:
    path.chmod(mode)
    inode = path.stat().st_ino
    assert write(path, OLD, NEW, (path.parent,)) is None
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.stat().st_ino != inode
    assert _names(path.parent) == ["a.md"]


def test_extended_attributes_stay(path: Path) -> None:
    try:
        os.setxattr(path, "user.note", b"kept")
    except OSError:
        pytest.skip("no extended attributes here")
    assert write(path, OLD, NEW, (path,)) is None
    assert os.getxattr(path, "user.note") == b"kept"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(path: Path) -> None:
    os.chown(path, 1234, 5678)
    path.chmod(0o2755)
    assert write(path, OLD, NEW, (path,)) is None
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 5678, 0o2755)


def test_names_in_any_encoding(tmp_path: Path) -> None:
    for name in (os.fsdecode(b"caf\xe9\n.md"), "日" * 84 + ".md"):
        path = tmp_path / name
        path.write_bytes(OLD)
        assert write(path, OLD, NEW, (tmp_path,)) is None
        assert path.read_bytes() == NEW


def test_a_relative_path(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    assert write(Path("a.md"), OLD, NEW, (Path(),)) is None
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("now", [b"", OLD + b"x", OLD.replace(b"A", b"B"), NEW])
def test_a_file_that_changed_is_left(path: Path, now: bytes) -> None:
    path.write_bytes(now)
    assert _reason(path) == "it changed on disk since it was read"


def test_a_file_that_went_away(path: Path) -> None:
    path.unlink()
    assert _reason(path) == "it does not exist"


def test_what_is_no_file(path: Path) -> None:
    path.unlink()
    path.mkdir()
    assert _reason(path) == "it is no regular file"
    path.rmdir()
    os.mkfifo(path)
    assert _reason(path) == "it is no regular file"


def test_a_read_only_file(path: Path) -> None:
    path.chmod(0o444)
    assert _reason(path) == "it is read-only"


def test_a_file_of_others(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.files.write.os.access", lambda *_: False)
    assert _reason(path) == "it is read-only"


def test_a_folder_that_may_not_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("newslint.files.write.os.open", refuse)
    assert _reason(path) == "no permission to write it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(path: Path) -> None:
    path.parent.chmod(0o555)
    try:
        assert _reason(path) == "no permission to write it"
    finally:
        path.parent.chmod(0o755)


def test_hard_links_are_not_torn_apart(path: Path) -> None:
    (path.parent / "b.md").hardlink_to(path)
    assert _reason(path) == "it has 2 hard links, and only one of them would change"


# symbolic links


def test_a_link_into_the_given_paths_is_written_through(path: Path) -> None:
    link = path.parent.parent / "link.md"
    link.symlink_to("content/a.md")
    assert write(link, OLD, NEW, (path.parent.parent,)) is None
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert _names(path.parent.parent) == ["content", "link.md"]


def test_a_link_to_a_file_that_was_named_too(path: Path) -> None:
    link = path.parent.parent / "link.md"
    link.symlink_to("content/a.md")
    assert write(link, OLD, NEW, (link, path)) is None
    assert path.read_bytes() == NEW


def test_a_link_out_of_the_given_paths(path: Path) -> None:
    folder = path.parent.parent / "other"
    folder.mkdir()
    link = folder / "link.md"
    link.symlink_to(path)
    outside = "it is a symbolic link to a file outside the paths that were named"
    assert _reason(link, folder) == outside
    assert _reason(link, link) == outside
    assert path.read_bytes() == OLD
    assert link.is_symlink()


def test_a_folder_whose_name_only_begins_alike(path: Path) -> None:
    link = path.parent.parent / "link.md"
    link.symlink_to(path)
    near = path.parent.parent / "cont"
    near.mkdir()
    assert _reason(link, near).startswith("it is a symbolic link")


def test_a_link_that_leads_nowhere(path: Path) -> None:
    link = path.parent / "link.md"
    link.symlink_to("missing.md")
    assert _reason(link) == "it does not exist"
    link.unlink()
    link.symlink_to("link.md")
    assert _reason(link) == "its symbolic links lead in a circle"


def test_a_link_to_a_folder_that_was_named(path: Path) -> None:
    other = path.parent.parent / "other"
    other.symlink_to(path.parent)
    assert write(other / "a.md", OLD, NEW, (other,)) is None
    assert path.read_bytes() == NEW


# what goes wrong half-way


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_left_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    where = (
        "newslint.files.write.os.fsync" if step == "fsync" else f"newslint.files.write.Path.{step}"
    )
    monkeypatch.setattr(where, fail)
    if isinstance(error, OSError):
        assert _reason(path) == "no space left on device"
        return
    with pytest.raises(KeyboardInterrupt):
        write(path, OLD, NEW, (path.parent,))
    assert _names(path.parent) == ["a.md"]
    assert path.read_bytes() == OLD


def _refuse(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_attributes_that_cannot_be_kept_are_no_obstacle(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.files.write.os.listxattr", _refuse)
    assert write(path, OLD, NEW, (path,)) is None
    assert path.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may give files away")
@pytest.mark.parametrize(("user", "group", "why"), [(1234, 0, OWNER), (0, 5678, GROUP)])
def test_a_file_that_would_be_anothers_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch, user: int, group: int, why: str
) -> None:
    os.chown(path, user, group)
    monkeypatch.setattr("newslint.files.write.os.chown", _refuse)
    assert _reason(path) == why
    assert path.read_bytes() == OLD
    assert _names(path.parent) == ["a.md"]
