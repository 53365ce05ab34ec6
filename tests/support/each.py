"""Many cases of one kind in one test: each is tried, and the report names each that fails.

Pytest makes, sends and reports a test of its own for each case of `pytest.mark.parametrize`, which
takes some milliseconds in each process of the run. Where the cases take less than that, they are
one test; a case that wants a folder, a mark or an exception to itself is still for parametrize.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

Test = Callable[..., None]


def try_each(check: Test, cases: Iterable[tuple[Any, ...]]) -> None:
    """Call `check` with the values of each case; a case is its name and then its values.

    Raises an ExceptionGroup of what all the cases that fail have raised, each with the case's name.
    """
    failed: list[Exception] = []
    tried = 0
    for name, *values in cases:
        tried += 1
        try:
            check(*values)
        except Exception as error:
            error.add_note(f"in case {name}")
            failed.append(error)
    if failed:
        raise ExceptionGroup(f"{len(failed)} of {tried} cases fail", failed)


def each(
    names: str | Sequence[str], cases: Iterable[Any], ids: Callable[[Any], object] = repr
) -> Callable[[Test], Test]:
    """The cases of a test, given as to `pytest.mark.parametrize`, and tried in one test.

    Raises ValueError for a case that has a mark, and where there is no case.
    """
    wanted = [names] if isinstance(names, str) else list(names)
    made = [_named(case, len(wanted), ids) for case in cases]
    if not made:
        raise ValueError("there is no case")

    def decorate(test: Test) -> Test:
        @wraps(test)
        def together(**given: Any) -> None:
            def one(*values: Any) -> None:
                test(**given, **dict(zip(wanted, values, strict=True)))

            try_each(one, made)

        signature = inspect.signature(test)
        others = [one for name, one in signature.parameters.items() if name not in wanted]
        if len(signature.parameters) - len(others) != len(wanted):
            raise ValueError(f"{test} does not take {wanted}")
        together.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        return together

    return decorate


def _named(case: Any, count: int, ids: Callable[[Any], object]) -> tuple[Any, ...]:
    """The case's name and its values."""
    name = None
    if hasattr(case, "marks"):
        if case.marks:
            raise ValueError(f"a case with a mark is a test of its own: {case}")
        name, case = case.id, case.values
    elif count == 1:
        case = (case,)
    return (name or "-".join(str(ids(value)) for value in case), *case)
