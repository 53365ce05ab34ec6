"""The console script and `python -m newslint`."""

from __future__ import annotations

import atexit
import gc
import os
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


def command() -> int:
    """As `main`, for a process that has nothing else to do: it ends without taking itself apart.

    That saves a tenth of a check of one file. Where something waits for the end of the process it
    ends as any other, and the exit code is the return value.
    """
    code = main()
    if not _is_awaited():
        try:
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
        except (OSError, ValueError):  # Python has its own way to say so
            return code
        os._exit(code)
    return code


def _is_awaited() -> bool:
    """True where a function is to be called, a thread to be waited for, or somebody looks on."""
    called: int = getattr(atexit, "_ncallbacks", lambda: 1)()
    looks_on = sys.flags.inspect or sys.gettrace() or sys.getprofile()
    return bool(called or looks_on or "threading" in sys.modules)


if __name__ == "__main__":
    raise SystemExit(command())
