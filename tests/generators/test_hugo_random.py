"""Sites made by chance, foretold and compared with what the real Hugo lists.

The seeds are fixed, so a run today makes the sites of a run tomorrow.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support.hugo_program import (
    foretell,
    foretold_row,
    list_all,
    listed_row,
    needs_hugo,
    page_text,
    pieces,
    quoted,
    write_site,
)

pytestmark = pytest.mark.slow

TOKENS = pieces(
    ":year|:month|:monthname|:day|:weekday|:weekdayname|:yearday|:section|:sections|:sections[0]|"
    ":sections[1:]|:sections[last]|:sections[:1]|:sections[5]|:title|:slug|:slugorfilename|"
    ":slugorcontentbasename|:contentbasename|:filename|:06|:Jan|:2006|:02|:January|:Mon|:15|:0102"
)
WORDS = pieces(
    "news|Foo Bar|Ärger|a.b|x_y|日本|A&B|it's|c++|100%|a/b|..|index|--x--| lead|trail |ΑΣ|İs|É|%41|"
    "%zz|#1|a#|—|e\u0301|10:30|5|1.10|007|true|Straße|a  b|nb\u00a0sp|हिन्दी|🚀 go|ﬁ|ǅ|Ⅷ|½|٣"
)
PLAIN = pieces("1.10|007|true|[a]|null|x|-x-")
DATES = pieces(
    "2025-01-02|2025-12-31T23:30:00-05:00|2024-02-29 10:00:00|31 Dec 2025|1767175200|"
    "Wed, 31 Dec 2025 10:00:00 GMT|'2025-07-01T00:00:00+02:00'|'2025-07-01T09:05:03Z'|''"
)
FOLDERS = pieces("news|News Room|Ünï|blog/2025|blog/sub/deep|a.b|x_y|News Room/Sub Dir")
NAMES = pieces(
    "a|A B|c.d|Ä|2025-01-02-foo|_index|日本|p+q|x#y|2025-05-06|B 1/index|2024-01-01-b/index"
)
SECTIONS = pieces("news|news-room|blog|/|x_y|ünï|a.b")


class Chance:
    """Makes a site."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.translated = self.often(0.5)

    def often(self, share: float) -> bool:
        """True in this share of all cases."""
        return self.random.random() < share

    def text(self, most: int = 3) -> str:
        """Some words."""
        words = [self.random.choice(WORDS) for _ in range(self.random.randint(1, most))]
        return self.random.choice([" ", "-", "", "/"]).join(words)

    def pattern(self) -> str:
        """A permalink of one to three tokens."""
        tokens = [self.random.choice(TOKENS) for _ in range(self.random.randint(1, 3))]
        body = self.random.choice(["/", "-", "/x/"]).join(tokens)
        return self.random.choice(["/", ""]) + body + self.random.choice(["/", "", ".html"])

    def patterns(self) -> str:
        """Permalinks for three sections."""
        sections = self.random.sample(SECTIONS, 3)
        return "".join(f"{quoted(name)} = {quoted(self.pattern())}\n" for name in sections)

    def config(self) -> str:
        """A hugo.toml without its baseURL."""
        lines = [
            "disablePathToLower = true" if self.often(0.3) else "",
            "removePathAccents = true" if self.often(0.3) else "",
            "uglyURLs = true" if self.often(0.2) else "",
            'timeZone = "America/New_York"' if self.often(0.3) else "",
            'defaultContentLanguage = "en"' if self.translated else "",
            "defaultContentLanguageInSubdir = true" if self.often(0.2) else "",
        ]
        if self.often(0.4):
            lines += ["[frontmatter]", 'date = [":filename", ":default"]']
        if self.often(0.6):
            table = self.random.choice(["permalinks", "permalinks.page", "permalinks.section"])
            lines += [f"[{table}]", self.patterns()]
        if self.translated:
            lines += ["[languages.en]", "[languages.de]", 'timeZone = "Europe/Berlin"']
        return "\n".join(lines)

    def page(self) -> str:
        """A file's text."""
        keys = {}
        for key, share in (("title", 0.9), ("slug", 0.6)):
            if self.often(share):
                plain = self.often(0.2)
                keys[key] = self.random.choice(PLAIN) if plain else quoted(self.text())
        if self.often(0.1):
            keys["url"] = quoted(self.text().replace("%", "").replace(":", ""))
        for key, share in (("date", 0.7), ("lastmod", 0.2), ("publishDate", 0.2)):
            if self.often(share):
                keys[key] = self.random.choice(DATES)
        if self.often(0.2):
            keys["draft"] = self.random.choice(["true", "yes", "1", "'true'", "0"])
        return page_text(**keys)

    def files(self) -> dict[str, str]:
        """The content of a site; no two files are the same page."""
        files = {}
        for folder in FOLDERS:
            for name in NAMES:
                if self.often(0.8):
                    language = self.random.choice(["en", "de"]) if self.translated else ""
                    ending = f".{language}.md" if language == "de" or self.often(0.5) else ".md"
                    files[f"content/{folder}/{name}{ending}"] = self.page()
        return files


@needs_hugo
@pytest.mark.parametrize("seed", range(30))
def test_a_site_made_by_chance(seed: int, tmp_path: Path) -> None:
    chance = Chance(seed)
    config, files = chance.config(), chance.files()
    write_site(tmp_path, config, files)
    listed = list_all(tmp_path)
    known = {path: page for path, page in foretell(tmp_path, files).items() if page.url is not None}
    assert len(known) > 0.9 * len(listed)
    ours = [foretold_row(path, page, listed[path]) for path, page in sorted(known.items())]
    assert ours == [listed_row(listed[path]) for path in sorted(known)]
