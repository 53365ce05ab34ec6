"""669 files that people committed broken, and what `check` and `fix` make of them.

They are no part of the project: they are looked for in `../shared`.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from newslint.files.read import Source, decode
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.lint.fix import Outcome
from newslint.model.diagnostics import Diagnostic
from newslint.model.limits import Limits
from tests.support.command import CORPORA
from tests.support.pasted import SETTINGS
from tests.support.setting import settings

BROKEN = CORPORA / "broken"

ALL = settings({}, site={})
"""What is checked where nothing is configured."""


def classes() -> dict[str, list[Path]]:
    """The files that were committed broken, by the class of their fault; most first."""
    found: dict[str, list[Path]] = {}
    for path in sorted(BROKEN.glob("*/*/*.md")):
        found.setdefault(path.parent.name, []).append(path)
    return dict(sorted(found.items(), key=lambda one: (-len(one[1]), one[0])))


class Mended(NamedTuple):
    """A file that was committed broken: what `check` says of it, and what `fix` makes of it."""

    path: Path
    given: Source
    found: tuple[Diagnostic, ...]
    safe: Outcome
    unsafe: Outcome

    @property
    def how(self) -> str:
        """`safe`, `unsafe` or `not`: the surest way after which its front matter can be read;
        `reads` where Hugo reads it as it is."""
        if not _errors(self.found):
            return "reads"
        if readable(self.safe):
            return "safe"
        return "unsafe" if readable(self.unsafe) else "not"

    @property
    def is_answered_in_place(self) -> bool:
        """True when what the check names holds a row that is at fault."""
        named = (range(one.start.row, one.end.row + 1) for one in self.found)
        return any(not self.at_fault.isdisjoint(rows) for rows in named)

    @property
    def at_fault(self) -> set[int]:
        """The rows that are at fault: those that a repair changes; where it puts in a new one, and
        where there is none, those that a person would look at first."""
        folder = self.path.parent.name
        stuck = STUCK.get(f"{folder}/{self.path.stem}")
        if stuck or self.how == "reads" or folder in ("no-opening-fence", "odd-opening-fence"):
            return stuck or {1}
        if self.given.fault is not None:
            return {_undecodable(self.path.read_bytes())}
        rows = {1} if folder == "no-closing-fence" else _repeated(self.given.text)
        made = self.safe if self.how == "safe" else self.unsafe
        return rows | _changed(self.given.text, made.text)


STUCK = {
    "bad-indent--list-/2c5e7fac85df": {5, 7},
    "bad-structure--did-not-find-expected-key/02b3961f78ab": {6},
    "bad-structure--did-not-find-expected-key/0f49d53abb22": {6},
    "bad-structure--did-not-find-expected-key/3303ece63aec": {7},
    "bad-structure--did-not-find-expected-key/7e7022623283": {6},
    "bad-structure--did-not-find-expected-key/84b9d76b909c": {6},
    "bad-structure--did-not-find-expected-key/e8561c7ea8a2": {6},
    "line-without-a-colon--wrapped-text-/0dc1ac61efe6": {9},
    "line-without-a-colon--wrapped-text-/3710cffc1d06": {15},
    "line-without-a-colon--wrapped-text-/389e99ba576b": {26},
    "line-without-a-colon--wrapped-text-/969644c1f38d": {9},
    "line-without-a-colon--wrapped-text-/be087238828e": {9},
    "line-without-a-colon--wrapped-text-/bfc8807ef3cf": {9},
    "line-without-a-colon--wrapped-text-/d1c4b0f1316c": {3},
    "line-without-a-colon--wrapped-text-/d780c92f033d": {13},
    "merge-conflict-markers/437d8346b5a1": {5},
    "merge-conflict-markers/cb191f45b8bf": {6},
    "no-space-after-colon/fb6cf6df86d4": {12},
    "special-leading-char--/2e8f8e08dc3b": {6},
    "special-leading-char--/cb8c65822737": {6},
    "special-leading-char--/d342693bb855": {6},
    "special-leading-char--/dd05af484a94": {6},
    "special-leading-char---or--/0d55ae5bc4cc": {36},
    "template-code/239f47256823": {29},
    "template-code/34c2266a651a": {4},
    "template-code/38f41ca52178": {25},
    "template-code/7a47d41f9dbf": {52},
    "template-code/9b84865a642d": {6},
    "template-code/dc9d199cef94": {12},
    "text-after-closing-double-quote/f4308887bacd": {7},
    "unescaped-quote-inside-quotes/12893ae650ba": {36},
    "unquoted-colon--line-continued-/a137256ad700": {3},
    "unterminated-quote/609a61b510d8": {7},
}
"""Files that cannot be repaired, and the rows that a person looks at first; read by eye."""


def _undecodable(data: bytes) -> int:
    """The row of the first byte that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 0


def _changed(before: str, after: str) -> set[int]:
    """The rows that a repair changes, takes away or puts others before."""
    rows: set[int] = set()
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    for tag, start, end, _, _ in matcher.get_opcodes():
        if tag != "equal":
            rows.update(range(start + 1, max(start + 1, end) + 1))
    return rows


def _repeated(text: str) -> set[int]:
    """The rows of keys at the left margin that were there before."""
    keys = [line.partition(":")[0] for line in text.split("\n")]
    first: dict[str, int] = {}
    return {
        row
        for row, key in enumerate(keys, 1)
        if key.isidentifier() and first.setdefault(key, row) != row
    }


def mend(path: Path) -> Mended:
    """A file that was committed broken, checked and fixed."""
    given = decode(path.read_bytes(), path, Limits())
    place = ("content/a.md", "a.md", SETTINGS)
    safe, unsafe = (engine.fix(given, *place, unsafe=unsafe) for unsafe in (False, True))
    return Mended(path, given, engine.check(given, "content/a.md", "a.md", ALL), safe, unsafe)


def readable(made: Outcome) -> bool:
    """True when the front matter of what was made can be read, and nothing in it stops Hugo."""
    again = Source(Path("a.md"), made.text, made.bom, None)
    article = read_article(again, "content/a.md", SETTINGS)
    return not article.broken and not _errors(made.left)


def _errors(found: Iterable[Diagnostic]) -> bool:
    return any(one.code.startswith("FMT") and one.severity == "error" for one in found)
