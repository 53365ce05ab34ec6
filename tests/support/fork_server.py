"""A process that has imported newslint, and runs its command line in copies of itself.

Two thirds of what a short run costs are imports. A copy (`fork`) begins where `python -m newslint`
is once everything is imported: with arguments, a folder, an environment and three files of its
own, and no article read. `tests/support/command.py` asks for it.
"""

from __future__ import annotations

import gc
import json
import os
import pkgutil
import signal
import socket
import struct
import sys
from importlib import import_module
from typing import NamedTuple

LENGTH = struct.Struct("!I")
"""What a message begins with: how many bytes follow."""

ANSWER = struct.Struct("!i")
"""The id of the process that was made, and then its exit code (below zero: a signal)."""


class Run(NamedTuple):
    """What a copy is to do: newslint's arguments, in this folder and environment."""

    arguments: list[str]
    folder: str
    environment: dict[str, str]


def serve(requests: socket.socket) -> int:
    """Do what is asked until nobody asks any more; in a copy, newslint's own exit code."""
    _import_all()
    gc.freeze()  # a copy that looked through all of it at its end would copy all of it
    while (request := _received(requests)) is not None:
        run, files = request
        copy = os.fork()
        if not copy:
            requests.close()
            return _newslint(run, files)
        for file in files:
            os.close(file)
        requests.sendall(ANSWER.pack(copy))
        _, status = os.waitpid(copy, 0)
        requests.sendall(ANSWER.pack(os.waitstatus_to_exitcode(status)))
    return 0


def _import_all() -> None:
    """All of newslint and its rules, and what they import; nothing is run."""
    import newslint
    from newslint import registry

    for module in pkgutil.walk_packages(newslint.__path__, "newslint."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    import_module("newslint.__main__")
    for rule in registry.all_rules():
        _ = rule.whole


def _received(requests: socket.socket) -> tuple[Run, list[int]] | None:
    head, files, _, _ = socket.recv_fds(requests, LENGTH.size, 3)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = b""
    while len(body) < length:
        body += requests.recv(length - len(body))
    return Run(*json.loads(body)), list(files)


def _newslint(run: Run, files: list[int]) -> int:
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(run.folder)
    os.environ.clear()
    os.environ.update(run.environment)
    sys.path[0] = run.folder
    _streams()
    module = import_module("newslint.__main__")
    sys.argv = [str(module.__file__), *run.arguments]
    code: int = module.main()
    return code


def _streams() -> None:
    """Standard streams as Python makes them at its start."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        old = getattr(sys, name)
        mode = "w" if number else "r"
        new = open(number, mode, encoding=old.encoding, errors=old.errors, closefd=False)  # noqa: SIM115
        setattr(sys, name, new)
        setattr(sys, f"__{name}__", new)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    raise SystemExit(serve(socket.socket(fileno=int(sys.argv[1]))))
