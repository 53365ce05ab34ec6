"""What the articles of a site do: how many have a field, its types and forms, and which terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint.model.facts import Facts, Use, Ways
from newslint.model.records import NamedTuple

LEAST = 20
"""Articles that a site must have before anything is usual there."""


class Fill(NamedTuple):
    """How many articles have a field, of how many."""

    have: int
    articles: int

    @property
    def is_half(self) -> bool:
        """True where half of the articles have it or more."""
        return self.articles > 0 and 2 * self.have >= self.articles

    @property
    def is_most(self) -> bool:
        """True where four in five have it."""
        return self.articles > 0 and 5 * self.have >= 4 * self.articles


class Usage:
    """What the articles of a site do, without section pages and what else is no article.

    `articles` counts them, `uses` in how many a field is there with a type and a form, `terms` how
    often each term stands in a list, by its key. All that is asked of it is counted once.
    """

    def __init__(self, facts: Iterable[Facts]) -> None:
        self.articles = 0
        self.uses: Counter[Use] = Counter()
        self.terms: Counter[str] = Counter()
        self._sections: Counter[str] = Counter()
        self._lacking: Counter[tuple[str, str]] = Counter()
        self._cuts: Counter[tuple[str, int]] = Counter()
        self._marked: Counter[str] = Counter()
        self._lists = self._titled = 0
        for one in facts:
            if one.ways.is_article:
                self._add(one.ways, 1)
                self.terms.update(said.key for said in one.written)

    @classmethod
    def of_ways(cls, counts: Iterable[tuple[Ways, int]]) -> Usage:
        """The usage of articles of which so many have the same ways; without terms."""
        usage = cls(())
        for ways, count in counts:
            if ways.is_article:
                usage._add(ways, count)
        return usage

    def _add(self, ways: Ways, count: int) -> None:
        self.articles += count
        for use in ways.uses:
            self.uses[use] += count
        self._sections[ways.section] += count
        for lack in ways.lacks:
            self._lacking[ways.section, lack.role] += count
        for cut in ways.cuts:
            self._cuts[cut.role, cut.length] += count
            self._marked[cut.role] += count
        self._lists += count * ways.has_list
        self._titled += count * (ways.titled is not None)

    def fill(self, role: str) -> Fill:
        """How many articles have a field of `Ways.lacks`, or may have it from elsewhere."""
        lacking = sum(self._lacking[section, role] for section in self._sections)
        return Fill(self.articles - lacking, self.articles)

    def fill_in(self, section: str, role: str) -> Fill:
        """The same in one section."""
        articles = self._sections[section]
        return Fill(articles - self._lacking[section, role], articles)

    def is_usual(self, section: str, role: str) -> bool:
        """True for a field that half of the site's articles have, and of those of the section."""
        there = self.fill(role).is_half and self.fill_in(section, role).is_half
        return self.articles >= LEAST and there

    def is_cut(self, role: str, length: int) -> bool:
        """True where a script cuts texts of a field at this length.

        At least LEAST that end in dots have it, and one in four of all that do: by chance texts
        have one length in a hundred.
        """
        count = self._cuts[role, length]
        return count >= LEAST and 4 * count >= self._marked[role]

    @property
    def cuts_titles(self) -> bool:
        """True where tags are cut from titles: four in five of the lists, at least LEAST."""
        return self._titled >= LEAST and 5 * self._titled >= 4 * self._lists
