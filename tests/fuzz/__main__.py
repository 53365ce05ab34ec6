"""`python -m tests.fuzz --minutes 10`: mutated front matter through check, fix and fix again.

All generators and presets, safe and unsafe. Prints counts by preset and generator; what breaks a
promise is printed, kept with `--keep FOLDER`, and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from random import Random

from newslint import generators
from newslint.config.settings import Settings
from tests.fuzz.promises import broken, every_setting
from tests.fuzz.texts import mutated, seeds

SLOW = 5.0
"""Seconds of this process after which a text is said to be slow: one takes some milliseconds."""

SHOWN = 20
"""Broken promises that are printed; all are counted."""


def main() -> int:
    """Run until the time is over."""
    options = _options()
    random, texts = Random(options.seed), seeds()
    print(f"{len(texts):,} texts to start from, seed {options.seed}", flush=True)
    counts: Counter[tuple[str, str]] = Counter()
    made = every_setting()
    failed, slowest, end = 0, 0.0, time.monotonic() + options.minutes * 60
    while time.monotonic() < end:
        text = mutated(random, texts)
        setting = random.choice(list(made))
        unsafe = random.random() < 0.5
        before = time.process_time()
        said = _said(text, setting, made, unsafe)
        took = time.process_time() - before
        slowest = max(slowest, took)
        if took > SLOW:
            said.append(f"slow: {took:.1f} s")
        counts[setting] += 1
        if said:
            failed += 1
            _keep(options.keep, text, [*setting, "unsafe" if unsafe else "safe"], said, failed)
    _report(counts, failed, slowest)
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, help="a folder for the texts that break a promise")
    return parser.parse_args()


def _said(
    text: str, setting: tuple[str, str], made: Mapping[tuple[str, str], Settings], unsafe: bool
) -> list[str]:
    try:
        return broken(text, made[setting], unsafe=unsafe)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a panic of Rust code is no Exception
        return [f"raised: {type(error).__name__}: {error}"]


def _keep(folder: Path | None, text: str, under: list[str], said: list[str], failed: int) -> None:
    if failed <= SHOWN:
        print(f"{' '.join(under)}: {'; '.join(said)}", flush=True)
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{'-'.join(under)}-{sha256(text.encode()).hexdigest()[:10]}.md"
    (folder / name).write_bytes(text.encode())


def _report(counts: Counter[tuple[str, str]], failed: int, slowest: float) -> None:
    presets = sorted({preset for preset, _ in counts})
    print("generator".ljust(12), *(preset.rjust(9) for preset in presets))
    for name in generators.NAMES:
        row = (f"{counts[preset, name]:,}".rjust(9) for preset in presets)
        print(name.ljust(12), *row)
    print(f"{counts.total():,} texts, {failed:,} broke a promise, the slowest took {slowest:.2f} s")


if __name__ == "__main__":
    raise SystemExit(main())
