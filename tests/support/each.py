"""Many cases of one kind in one test: each is tried, and the report names each that fails.

A test that pytest is given by parameters costs some milliseconds whatever it does, in each process
of the run. Where a case takes less than that, the cases of one thing are one test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


def try_each(check: Callable[..., None], cases: Iterable[tuple[Any, ...]]) -> None:
    """Call `check` with the values of each case; a case is its name and then its values.

    Raises an ExceptionGroup of what all the cases that fail have raised, each with the case's name.
    """
    failed: list[Exception] = []
    for name, *values in cases:
        try:
            check(*values)
        except Exception as error:
            error.add_note(f"in case {name}")
            failed.append(error)
    if failed:
        raise ExceptionGroup(f"{len(failed)} cases fail", failed)
