"""The one thing that can go wrong when a change becomes text."""


class CannotRender(Exception):  # noqa: N818  # a refusal, not an error: the fix is left out
    """The change cannot be made exactly in this text; the fix is not offered."""
