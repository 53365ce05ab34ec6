"""The exceptions that are meant for the user."""

from __future__ import annotations


class NewslintError(Exception):
    """A mistake in the user's set-up: an option, a config, the environment of the run.

    Its text is one line that says what is wrong and what to do. Only `newslint.cli` prints it, and
    the run ends with exit code 2. What is wrong in an article is never raised: it is a `Fault`.
    """


class WorkerDiedError(NewslintError):
    """A process died with files that it was to do: killed from outside, out of memory."""
