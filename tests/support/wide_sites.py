"""Small Hugo sites made by chance of more kinds: folders of languages, mounts, cascades, bundles in
bundles, names in odd case, terms with slashes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.colliding_sites import Chance, Made, quoted

ROOTS = {"content/en": "", "content/de": "", "inhalt": "", "extra": "news", "content": ""}
"""Folder on the disk -> where it is in the tree of pages; of two that fit the first one counts."""

CASCADES = (
    "{params: {x: 1}}",
    "{type: blog}",
    "{draft: true}",
    "{build: {render: never}}",
    "{build: {list: never}}",
    "{outputs: [json]}",
    "{title: Tide}",
    "[{target: {path: '**/kelp*'}, draft: true}]",
    "{target: {kind: page}, outputs: [html, json]}",
)
TERMS = ("kelp/prices", "Kelp/Prices", "New York", "new-york", " kelp", "a.b", "news", "Ete", "été")
URLS = (
    "/:year/:slug/", "/t/:contentbasename/", ":filename", "/kelp/:title", "/news/sub/", "/de/kelp",
    "/tags/new-york/", "kelp.html", "/extra/", "/one/two/", "/news/kelp/kelp/",
)  # fmt: skip
ALIASES = ("/News/", "../", "kelp.html", "/de/kelp/", "/one/two", "two/../one", "/tags/new-york/")
_FORMS = ("kelp/{1}/index{0}", "kelp/index{0}", "kelp/{1}{0}", "{1}/Index{0}", "{1}/INDEX{0}",
          "{1}/_Index{0}", "one/_index{0}")  # fmt: skip
_PATTERNS = (
    "/:slugorfilename/",
    "/:sections[1:]/:slug/",
    "/:year/:contentbasename/",
    "/:title.html",
    "/news/:filename/",
    "/:sections[0]/:slugorcontentbasename",
    "/:slug",
)


class WideChance(Chance):
    """Makes a site of more kinds."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        kinds = ("", "", "two", "folders", "hosts", "mounts", "dirs", "dirs", "modules")
        self.languages = self.pick(kinds)

    def config(self) -> str:
        made = super().config()
        if self.often(0.1) and "[[cascade]]" not in made:
            handed = self.pick(("draft = true", "outputs = ['json']", "x = 1"))
            made += f"[[cascade]]\n{handed}\n[cascade.target]\npath = '{{/tide,/tide/**}}'\n"
        if self.often(0.08) and "[outputs]" not in made:
            made += '[outputs]\nsection = ["html", "json"]\nterm = ["html", "rss", "json"]\n'
        if self.languages == "modules":
            made += '[[module.mounts]]\nsource = "content"\ntarget = "content"\n'
            made += '[[module.mounts]]\nsource = "extra"\ntarget = "content/news"\n'
        return made

    def permalinks(self) -> list[str]:
        lines = super().permalinks()
        if lines[0] in ("[permalinks]", "[permalinks.page]") and self.often(0.6):
            named = lines[1].partition(" = ")[0]
            lines[1] = f'{named} = "{self.pick(_PATTERNS)}"'
        return lines

    def languages_of(self) -> list[str]:
        if self.languages == "modules":
            return []
        lines = super().languages_of()
        if self.languages == "dirs":
            for code in ("en", "de"):
                lines.insert(
                    lines.index(f"[languages.{code}]") + 1, f'contentDir = "content/{code}"'
                )
        return lines

    def article(self, number: int) -> Made:
        path, front = super().article(number)
        root, _, below = path.partition("/")
        folder, _, name = below.rpartition("/")
        if self.often(0.12):
            form = self.pick(_FORMS).format("", name.partition(".")[0].strip("_"))
            below = f"{folder}/{form}.md" if folder else f"{form}.md"
        if self.languages == "dirs":
            root = self.pick(("content/en", "content/de"))
        elif self.languages == "modules" and self.often(0.2):
            root, below = "extra", below.rpartition("/")[2]
        if self.often(0.06):
            front["url"] = quoted(self.pick(URLS))
        elif self.often(0.06):
            front["aliases"] = quoted([self.pick(ALIASES)])
        if "/_index." in f"/{below}".lower() and self.often(0.15):
            front["cascade"] = self.pick(CASCADES)
        return Made(f"{root}/{below}", front)

    def more(self) -> Iterator[tuple[str, str]]:
        yield from super().more()
        if self.often(0.1):
            yield "tags", self.pick((quoted(self.random.sample(TERMS, 2)), "kelp", "New York"))
