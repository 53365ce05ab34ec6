"""How much is repaired, and how long that takes: `python -m tests.benchmarks.repairs`.

1. 7,263 real texts, as they are and with typographic quotes made straight, pasted raw into four
   templates, alone and two or three at once: what comes back exactly, what comes back otherwise.
2. What a repair costs: the reading of every broken block from part 1, and whether any attempt is
   made for those that parse.
3. 669 files that people committed broken, class by class.

Texts and files are no part of the project: they are looked for in `../shared`. `--few` takes one
text in ten.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from unittest import mock

from newslint.files.read import decode
from newslint.frontmatter.read import read_article
from newslint.frontmatter.yaml import repair as yaml_repair
from newslint.model.limits import Limits
from tests.support.committed import classes, mend
from tests.support.pasted import (
    SETTINGS,
    TEMPLATES,
    Article,
    breaking,
    is_reported,
    many_at_once,
    outcome,
    pasted,
    silent,
    texts,
)

FORMS = {False: "as they are", True: "straightened"}
OUTCOMES = ("safe", "unsafe", "not", "guess", "wrong")


def main() -> int:
    """Print the tables; 1 when a safe fix gave anything back wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--few", action="store_true", help="one text in ten")
    step = 10 if parser.parse_args().few else 1
    wrong = alone(step) + at_once(step)
    costs(step)
    committed()
    return int(wrong > 0)


def alone(step: int) -> int:
    """One text in an article: a row for each template and form. The number that came back wrong."""
    print(
        "| texts | template | broken | safe fix | | unsafe fix | not | unsafe, other text ", end=""
    )
    print("| safe, other text | parse as another text | of these reported |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    wrong = 0
    for straight, form in FORMS.items():
        for template in TEMPLATES:
            broken = breaking(template, straight)[::step]
            counts = Counter(outcome(pasted(template, text)) for text in broken)
            other = [pasted(template, text) for text in silent(template, straight)[::step]]
            reported = sum(map(is_reported, other))
            print(f"| {form} | {template} | {_cells(counts)} | {len(other)} | {reported} |")
            wrong += counts["wrong"]
    return wrong


def at_once(step: int) -> int:
    """Two and three texts in an article, each in another template."""
    print("\n| fields at once | texts | broken | safe fix | | unsafe fix | not ", end="")
    print("| unsafe, other text | safe, other text |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|")
    wrong = 0
    for count in (2, 3):
        for straight, form in FORMS.items():
            counts = Counter(map(outcome, many_at_once(count, straight, step)))
            print(f"| {count} | {form} | {_cells(counts)} |")
            wrong += counts["wrong"]
    return wrong


def _cells(counts: Counter[str]) -> str:
    share = f"{counts['safe'] / counts.total():.2%}"
    numbers = [str(counts[name]) for name in OUTCOMES]
    return " | ".join((str(counts.total()), numbers[0], share, *numbers[1:]))


def costs(step: int) -> None:
    """Milliseconds for the reading of a broken block, all repairs tried; attempts for others."""
    gc.collect()
    gc.freeze()  # the texts are no part of what is measured
    print("\n| what is read | blocks | median ms | 99 % ms | most ms |")
    print("|---|--:|--:|--:|--:|")
    files = [
        path.read_bytes().decode(errors="replace") for all_ in classes().values() for path in all_
    ]
    for name, articles in (
        ("one broken field", [article.text for article in _all_alone(step)]),
        ("two", [one.text for one in many_at_once(2, straight=True, step=step)]),
        ("three", [one.text for one in many_at_once(3, straight=True, step=step)]),
        ("committed broken", files),
    ):
        took = sorted(_milliseconds(text) for text in articles)
        late = took[len(took) * 99 // 100]
        print(f"| {name} | {len(took)} | {median(took):.2f} | {late:.2f} | {took[-1]:.2f} |")
    whole, attempts = _attempts(step)
    print(f"\nArticles that parse: {whole}; attempts at a repair for them: {attempts}.")


def _all_alone(step: int) -> Iterator[Article]:
    for template in TEMPLATES:
        for text in breaking(template, True)[::step]:
            yield pasted(template, text)


def _milliseconds(text: str) -> float:
    """The best of three readings: what else the machine does is left out."""
    source = decode(text.encode(), Path("a.md"), Limits())
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read_article(source, "content/a.md", SETTINGS)
        best = min(best, time.process_time() - start)
    return best * 1e3


def _attempts(step: int) -> tuple[int, int]:
    """Articles that parse, and how often the repairs were called while they were read."""
    whole = 0
    with mock.patch.object(yaml_repair, "repairs", side_effect=AssertionError) as called:
        for template in TEMPLATES:
            broken = set(breaking(template, True))
            for text in texts(True)[::step]:
                if text not in broken:
                    whole += 1
                    _milliseconds(pasted(template, text).text)
    return whole, called.call_count


ALIKE = {
    "unquoted colons": ("unquoted-colon", "unquoted-colon--line-continued-"),
    "quotes": (
        "unescaped-quote-inside-double-quotes",
        "unescaped-quote-inside-single-quotes",
        "unescaped-quote-inside-quotes",
        "text-after-closing-double-quote",
        "unterminated-quote",
        "unterminated-quote-or-wrapped-text",
        "bad-backslash-escape-in-double-quotes",
    ),
    "special characters": ("special-leading-char---or--", "special-leading-char--"),
    "missing spaces": ("no-space-after-colon",),
    "indents": (
        "bad-indent--list-",
        "bad-structure--did-not-find-expected-key",
        "other--block-sequence-entries-are-not-allowed-in-t",
    ),
    "wrapped text": ("line-without-a-colon--wrapped-text-",),
    "fences": ("no-closing-fence", "no-opening-fence", "odd-opening-fence", "empty-front-matter"),
    "duplicate keys": ("duplicate-key",),
    "encodings": ("not-utf-8",),
    "template code": ("template-code",),
    "merge conflicts": ("merge-conflict-markers",),
}
"""What the classes have in common; every class is in one of the groups."""


def committed() -> None:
    """A row for each class, and one for each group of them."""
    print(
        "\n| committed broken | files | read as they are | safe fix | unsafe fix | not | mended ",
        end="",
    )
    print("| answered | at the right line |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    all_of = classes()
    assert {name for names in ALIKE.values() for name in names} == all_of.keys()
    everything: Counter[str] = Counter()
    for group, names in ALIKE.items():
        counts = [_counted(all_of[name]) for name in names]
        total = sum(counts, Counter())
        everything += total
        _row(f"**{group}**", total)
        for name, one in zip(names, counts, strict=True):
            if len(names) > 1:
                _row(name, one)
    _row("**all**", everything)


def _counted(paths: Iterable[Path]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for made in map(mend, paths):
        counts.update(("files", made.how))
        counts["answered"] += bool(made.found)
        counts["in place"] += made.is_answered_in_place
    return counts


def _row(name: str, counts: Counter[str]) -> None:
    left = counts["files"] - counts["reads"]
    share = f"{(counts['safe'] + counts['unsafe']) / left:.1%}" if left else ""
    numbers = [counts[column] for column in ("files", "reads", "safe", "unsafe", "not")]
    cells = (name, *map(str, numbers), share, str(counts["answered"]), str(counts["in place"]))
    print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    sys.exit(main())
