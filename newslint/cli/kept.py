"""A `check` of which the whole answer is kept, where that may be: what it asked, what it said."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING

from newslint.cli import output
from newslint.config.options import Options
from newslint.files import ask
from newslint.site.answer import Place, place
from newslint.site.answer_made import Rests, Taken

if TYPE_CHECKING:
    from newslint.site.store import Store

_DONE = (0, 1)
"""Exit codes of runs that came to their end, with all that was asked of them."""


class _Witness:
    """What is known of a run that may be kept: what it `rests` on, how many `runs` it was."""

    def __init__(self, taken: Taken) -> None:
        self.taken = taken
        self.rests: Rests | None = None
        self.runs = 0


_WITNESS: ContextVar[_Witness | None] = ContextVar("_WITNESS", default=None)


def kept(arguments: Sequence[str], given: Options, act: Callable[[Options], int]) -> int:
    """What the act comes to, which is taken down meanwhile."""
    try:
        where = place(arguments)
    except OSError:
        where = None
    if where is None or not _may_be_kept(given):
        return act(given)
    return _taken_down(where, given, act)


def _may_be_kept(given: Options) -> bool:
    """False for what does more than to look, or asks others than the files."""
    more = (given.changed, given.since, given.add_ignores is not None, given.watch)
    does = (given.output_file, given.show_files, given.version, "-" in given.paths)
    return given.mode == "check" and not any((*more, *does))


def _taken_down(where: Place, given: Options, act: Callable[[Options], int]) -> int:
    taken, asked = Taken(where), ask.Asked()
    witness = _Witness(taken)
    before = _WITNESS.set(witness)
    try:
        with ask.all_remembered(asked), output.heard(taken.take):
            code = act(given)
        if witness.rests is not None and witness.runs == 1 and code in _DONE:
            taken.keep(code, asked, witness.rests, timeless="now" in given.typed)
        else:
            taken.drop()
    except BaseException:
        taken.drop()
        raise
    finally:
        _WITNESS.reset(before)
    return code


def watch(store: Store | None, *, few: bool) -> None:
    """Have a store say what its results rest on, where they may be kept.

    A run of `few` files of a site that finds one edited is likely followed by the next edit, and
    what it rests on is all of the site: of such runs one is kept that finds nothing new.
    """
    if store is not None and _WITNESS.get() is not None:
        store.watched, store.still = True, few


def looked(store: Store | None, options: Options) -> None:
    """Take note of what a run with a store rests on."""
    witness = _WITNESS.get()
    if witness is not None:
        witness.runs += 1
        witness.rests = store.rests if store is not None and not store.trouble else None
        if options.output_format == "github" and os.environ.get("GITHUB_BASE_REF"):
            witness.rests = None  # git is asked what a pull request changes
        if witness.rests is None:
            witness.taken.drop()


def unfit() -> None:
    """Take note that something happened which is not to be said again."""
    if (witness := _WITNESS.get()) is not None:
        witness.taken.drop()
