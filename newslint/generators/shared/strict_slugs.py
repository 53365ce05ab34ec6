"""Slugs where a generator's own rules are not known: the strictest ones hold."""

from __future__ import annotations

from newslint.generators.base import Generator


class StrictSlugs(Generator):
    """A generator of which is not known what it keeps of a slug."""

    def slug_vanishes(self, text: str) -> bool | None:
        """True for a slug of which the strictest generator keeps nothing; `index` is a name."""
        from newslint.generators.hugo.slugs import vanishes

        return vanishes(text) and text.strip("-") != "index"
