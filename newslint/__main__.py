"""The console script and `python -m newslint`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; the exit code is the return value."""
    if sys.argv[1:] == ["--version"]:
        from newslint import __version__

        sys.stdout.write(f"newslint {__version__}\n")
        return 0
    from newslint.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
