"""Runs of newslint in copies of one process that has imported it; see `fork_server`."""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

from tests.support.fork_server import ANSWER, LENGTH, Run

ROOT = Path(__file__).parents[2]

_MAY_DIFFER = ("NEWSLINT_", "PYTEST_")
"""How names of the environment begin that nothing reads while it is imported."""


def possible(environment: Mapping[str, str]) -> bool:
    """True where a copy is what a process of its own would be: same variables at the imports."""
    if not hasattr(os, "fork"):
        return False
    return {n: v for n, v in environment.items() if not n.startswith(_MAY_DIFFER)} == _server()[1]


def forked(run: Run, stdin: bytes, timeout: float) -> tuple[int, bytes, bytes]:
    """The exit code and what was written to both streams, which are pipes.

    Raises subprocess.TimeoutExpired for a run that took more than `timeout` seconds.
    """
    (read, given), (out, their_out), (err, their_err) = (os.pipe() for _ in range(3))
    theirs = (read, their_out, their_err)
    process = _begun(run, theirs)
    for end in theirs:
        os.close(end)
    with ThreadPoolExecutor(3) as threads:
        threads.submit(_write, given, stdin)
        written = [threads.submit(_read, end) for end in (out, err)]
        code = _ended(process, timeout)
        if code is None:
            raise subprocess.TimeoutExpired(run.arguments, timeout)
        return code, written[0].result(timeout), written[1].result(timeout)


def _begun(run: Run, streams: Sequence[int]) -> int:
    """The id of the process that runs it."""
    server, _ = _server()
    body = json.dumps(run).encode()
    socket.send_fds(server, [LENGTH.pack(len(body))], streams)
    server.sendall(body)
    return int(ANSWER.unpack(server.recv(ANSWER.size))[0])


def _ended(process: int, timeout: float) -> int | None:
    """The exit code; None for a process that took too long, which is killed."""
    server, _ = _server()
    server.settimeout(timeout)
    code = None
    try:
        (code,) = ANSWER.unpack(server.recv(ANSWER.size))
    except TimeoutError:
        os.kill(process, signal.SIGKILL)
        server.settimeout(None)
        server.recv(ANSWER.size)
    server.settimeout(None)
    return code


def _write(pipe: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(pipe, "wb") as file:
        file.write(data)


def _read(pipe: int) -> bytes:
    with open(pipe, "rb") as file:
        return file.read()


def _end(server: socket.socket, process: subprocess.Popen[bytes]) -> None:
    server.close()
    process.wait()


@cache
def _server() -> tuple[socket.socket, dict[str, str]]:
    """The end to ask through, and the environment that it knows.

    The process lasts as long as the other end is open.
    """
    from tests.support.command import environment

    known = environment()
    mine, other = socket.socketpair()
    with other:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.fork_server", str(other.fileno())],
            cwd=ROOT,
            env=known,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[other.fileno()],
        )
    atexit.register(_end, mine, process)
    return mine, {n: v for n, v in known.items() if not n.startswith(_MAY_DIFFER)}
