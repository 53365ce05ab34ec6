"""The files that git says differ: from the last commit, or from another one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from newslint.files.git_call import no_filters, run
from newslint.model.errors import NewslintError


def changed_files(folder: Path, since: str | None = None) -> frozenset[Path]:
    """Absolute paths, links in folders resolved, of files that differ from HEAD, or from where HEAD
    left `since`: what was committed there meanwhile is not a change of ours.

    Staged, unstaged and untracked files count, those that `.gitignore` names and deleted ones do
    not. Raises NewslintError when git is not there, `folder` is in no repository, `since` names
    no commit, or nothing is known of a commit that both come from.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    names = _git(top, "ls-files", "-z", "--others", "--exclude-standard", "--")
    commit = _commit(top, since)
    if commit:
        names += _differing(top, commit)
    else:
        names += _git(top, "ls-files", "-z", "--cached", "--")
    return frozenset(top / os.fsdecode(name) for name in names.split(b"\0") if name)


def _differing(top: Path, commit: str) -> bytes:
    """The names of tracked files that differ from a commit, asked with a copy of the index.

    git diff may write the index anew when a file was touched and not changed, whatever
    GIT_OPTIONAL_LOCKS says.
    """
    index = top / os.fsdecode(_git(top, "rev-parse", "--git-path", "index").removesuffix(b"\n"))
    with tempfile.TemporaryDirectory() as folder:
        own = os.path.join(folder, "index")  # noqa: PTH118  # a name for the environment
        with suppress(FileNotFoundError):
            shutil.copy2(index, own)
        return _git(
            top,
            "diff",
            f"-O{os.devnull}",
            "-z",
            "--name-only",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--ignore-submodules=all",
            "--diff-filter=d",
            "--end-of-options",
            commit,
            "--",
            options=no_filters(top),
            index=own,
        )


def only_changed(files: Iterable[Path], changed: frozenset[Path]) -> tuple[Path, ...]:
    """Those of the files that are among the changed ones, however the paths are written.

    The folder of a path is resolved, its name is not: git knows a symbolic link by its own name.
    """
    folders: dict[Path, Path] = {}
    kept = []
    for path in files:
        folder = folders.get(path.parent)
        if folder is None:
            folder = folders[path.parent] = path.parent.resolve()
        if folder / path.name in changed:
            kept.append(path)
    return tuple(kept)


def _commit(top: Path, since: str | None) -> str:
    """The id of a commit; empty when none was asked for and there is none yet."""
    # No name of a commit begins with a dash: git shall not take it for an option.
    if since is not None and (not since or since.startswith("-")):
        raise NewslintError(f"--since: {since!r} is not a valid commit name")
    wanted = f"{since or 'HEAD'}^{{commit}}"
    answer = run(top, ("rev-parse", "--verify", "--quiet", "--end-of-options", wanted))
    if answer.returncode == 0:
        named = os.fsdecode(answer.stdout).strip()
        return named if since is None else _merge_base(top, named, since)
    if since is None:
        return ""
    raise NewslintError(f"--since: unknown commit {since!r} in {top}")


def _merge_base(top: Path, commit: str, since: str) -> str:
    """The commit from which HEAD and another one come; that one itself while HEAD has none."""
    if run(top, ("rev-parse", "--verify", "--quiet", "HEAD")).returncode:
        return commit
    answer = run(top, ("merge-base", "--end-of-options", commit, "HEAD"))
    if answer.returncode == 0:
        return os.fsdecode(answer.stdout).split()[0]
    raise NewslintError(
        f"--since: no commit is known from which both {since} and HEAD come; "
        "fetch more of the history (`git fetch --unshallow`, `fetch-depth: 0`)"
    )


def _git(
    folder: Path, *arguments: str, options: Iterable[str] = (), index: str | None = None
) -> bytes:
    answer = run(folder, arguments, options=options, index=index)
    if answer.returncode == 0:
        return answer.stdout
    said = answer.stderr.decode(errors="replace").strip().partition("\n")[0]
    raise NewslintError(f"--changed: git in {folder}: {said or 'failed'}")
