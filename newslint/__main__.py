"""The console script and `python -m newslint`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line; the exit code is the return value."""
    from newslint.interrupt import INTERRUPTED, LINE, leave_at_once, raise_again

    leave_at_once()
    try:
        return _run()
    except KeyboardInterrupt:
        sys.stderr.write(LINE)
        return INTERRUPTED
    finally:
        raise_again()


def _run() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):
        from newslint import __version__

        sys.stdout.write(f"newslint {__version__}\n")
        return 0
    gc.disable()  # what is imported stays: looking through it again and again costs 10 ms
    from newslint.site.answer import told

    if (code := told(sys.argv[1:])) is not None:
        return code
    from newslint.cli import run

    return run(sys.argv[1:], anew=True)


if __name__ == "__main__":
    raise SystemExit(main())
