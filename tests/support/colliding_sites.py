"""Small Hugo sites made by chance, in which many pages want one place."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any, NamedTuple

SECTIONS = ("", "", "news", "news", "News", "blog", "deep/x", "news/sub", "tags", "page", "tide")
NAMES = (
    "kelp", "Kelp", "kelp prices", "kelp-prices", "tide", "größe", "Größe", "海藻", "a.b", "tags",
    "2024-01-02-kelp", "été", "ete", "one", "two", "kelp_prices", "page", "news", "blog", "404",
    "2", "sub", "Sub", "x", "categories",
)  # fmt: skip
SLUGS = (*NAMES, "Kelp!", "-kelp-", "tags", "blog", "index", "kelp/prices", "_index", "tide.html")
TITLES = ("Kelp prices", "kelp prices!", "Tide", "Größe", "海藻 prices", "C++", "C", "tags", "Two")
URLS = (
    "/news/kelp/", "/news/kelp", "/news/kelp/index.html", "/kelp/", "blog/tide", "/Blog/Tide/",
    "/news/", "/", "/de/news/kelp/", "/blog/tide.html", "/t/tide/", "/2024/01/kelp/", "/größe/",
    "/index.html", "/tags/", "/tags/kelp/", "/categories/",
    "/index.xml", "/news/index.xml", "/sitemap.xml", "/404.html", "/robots.txt", "/blog/",
    "/tags/index.html", "/:section/:slug/", "news", "tags", "/tags/c/", "/deep/", "/deep/x/",
    "/de/", "/de/tags/", "/en/", "/one/index.json", "/kelp.txt", "/pic/a.txt",
    "/de/news/", "/News/", "/news//kelp/", "/./kelp/", "/x/../kelp/", "/news.html",
)  # fmt: skip
ALIASES = (
    "/news/kelp/", "kelp", "/old/", "./tide", "/blog/tide/", "/old2", "/news/", "/tags/", "old",
    "/tags/kelp/", "/page/2/", "/news/kelp/index.html", "../news/tide/", "/Kelp/",
    "/404.html",
)  # fmt: skip
TERMS = (
    "kelp",
    "Kelp",
    "R&D",
    "RD",
    "C++",
    "C",
    "what?",
    "what",
    "New York",
    "page",
    "tags",
    "größe",
)


class Made(NamedTuple):
    """The front matter of an article, by its path, with the mark that its page shows."""

    path: str
    front: dict[str, str]

    @property
    def text(self) -> str:
        lines = (f"{key}: {value}\n" for key, value in self.front.items())
        return f"---\n{''.join(lines)}---\nBody.\n"


class MadeSite(NamedTuple):
    """A hugo.toml without its baseURL, articles, and files of other kinds."""

    config: str
    articles: list[Made]
    others: dict[str, str]

    @property
    def files(self) -> dict[str, str]:
        return {one.path: one.text for one in self.articles} | self.others


LAYOUT = "{{ .Params.mark }}\n"
PAGING = "{{ if .IsNode }}{{ $p := .Paginate .Site.RegularPages 3 }}{{ end }}"


class Chance:
    """Makes a site."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.languages = self.pick(("", "", "two", "two", "folders", "hosts", "mounts"))

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, values: Any) -> Any:
        return self.random.choice(values)

    def config(self) -> str:
        lines = [
            line
            for line, share in (
                ("disablePathToLower = true", 0.25),
                ("removePathAccents = true", 0.25),
                ("uglyURLs = true", 0.2),
                ("buildFuture = true", 0.1),
                ("buildDrafts = true", 0.1),
                ("buildExpired = true", 0.1),
                ("disableAliases = true", 0.1),
                ("enableRobotsTXT = true", 0.2),
                ('timeZone = "America/New_York"', 0.1),
                ('disableKinds = ["taxonomy", "term"]', 0.1),
                ('disableKinds = ["section"]', 0.08),
                ('disableKinds = ["RSS", "sitemap", "404"]', 0.08),
                ('disableKinds = ["home"]', 0.04),
            )
            if self.often(share)
        ]
        kinds = [line for line in lines if line.startswith("disableKinds")]
        lines = [line for line in lines if line not in kinds[1:]]
        if self.languages:
            lines.append(f'defaultContentLanguage = "{self.pick(("en", "de"))}"')
            if self.languages == "folders":
                lines.append("defaultContentLanguageInSubdir = true")
        if not any("uglyURLs" in line for line in lines) and self.often(0.1):
            lines += ["[uglyURLs]", f"{self.pick(('news', 'blog', 'tide'))} = true"]
        if self.often(0.2):
            lines += ["[frontmatter]", 'date = [":filename", ":default"]']
        if self.often(0.5):
            lines += self.permalinks()
        if self.often(0.3):
            lines += [
                "[taxonomies]",
                *self.pick(
                    (
                        ('topic = "topics"', 'tag = "tags"'),
                        ('tag = "tags"',),
                        ("tag = 'news'",),
                        ("tag = 'Themen'", "a = 'blog/x'"),
                    )
                ),
            ]
        if self.often(0.1):
            lines += [
                "[outputs]",
                self.pick(
                    (
                        'page = ["html", "json"]',
                        'section = ["html"]',
                        'home = ["html", "json"]',
                        'page = ["json"]',
                    )
                ),
            ]
        if self.often(0.1):
            lines += ["[pagination]", 'path = "seite"']
        if self.often(0.08):
            lines += [
                "[[cascade]]",
                "[cascade.target]",
                'path = "/blog/**"',
                *self.pick(
                    (("[cascade.build]", 'render = "never"'), ("[cascade.params]", "x = 1"))
                ),
            ]
        lines += self.languages_of()
        return "\n".join(lines) + "\n"

    def permalinks(self) -> list[str]:
        kind = self.pick(("page", "page", "section", "taxonomy", "term", ""))
        lines = [f"[permalinks.{kind}]" if kind else "[permalinks]"]
        names = {"taxonomy": ("tags",), "term": ("tags",)}.get(
            kind, ("news", "blog", "tide", "/", "deep")
        )
        patterns = {
            "taxonomy": ("/t/:title/", "/:slug/", "/news/"),
            "term": ("/thema/:slug/", "/:title/", "/news/:slug/"),
            "section": ("/s/:slug/", "/:sections[last]/", "/:title/"),
        }.get(
            kind,
            (
                "/:year/:month/:slug/",
                "/t/:title/",
                "/:slugorcontentbasename/",
                "/:sections/:day/:slugorcontentbasename/",
                "/:filename",
                "/:contentbasename.html",
                "/:section/:title",
            ),
        )
        lines += [
            f'"{name}" = "{self.pick(patterns)}"'
            for name in self.random.sample(names, min(2, len(names)))
        ]
        return lines

    def languages_of(self) -> list[str]:
        if not self.languages:
            return []
        lines = ["[languages.en]"]
        lines += ['baseURL = "https://en.example.org/"'] if self.languages == "hosts" else []
        lines += ['contentDir = "content"'] if self.languages == "mounts" else []
        lines += ["[languages.de]", f"weight = {self.pick((0, 2))}"]
        lines += ['baseURL = "https://de.example.org/"'] if self.languages == "hosts" else []
        lines += ['contentDir = "inhalt"'] if self.languages == "mounts" else []
        return lines

    def article(self, number: int) -> Made:
        section = self.pick(SECTIONS)
        own = self.often(0.4)
        name = f"n{number}" if own else self.pick(NAMES)
        code = (
            self.pick(("", "", "", "", ".de", ".en"))
            if self.languages in ("two", "folders", "hosts")
            else ""
        )
        form = self.random.choices(
            ("_index{}", "{1}/index{0}", "{1}/_index{0}", "{1}{0}"), (6, 14, 4, 76)
        )[0]
        root = "inhalt" if self.languages == "mounts" and self.often(0.4) else "content"
        ending = self.pick((".md",) * 8 + (".markdown",))
        path = "/".join(part for part in (root, section, form.format(code, name) + ending) if part)
        titled = f"T{number}" if self.often(0.7) else self.pick(TITLES)
        front = {"title": titled, "mark": f"M{number}M"}
        kind = self.random.random()
        if kind < 0.3:
            front["slug"] = quoted(self.pick(SLUGS))
        elif kind < 0.5:
            front["url"] = quoted(self.pick(URLS))
        elif kind < 0.65:
            front["aliases"] = quoted(self.random.sample(ALIASES, 2))
        return Made(path, front | dict(self.more()))

    def more(self) -> Iterator[tuple[str, str]]:
        if self.often(0.3):
            yield "date", self.pick(("2024-01-02", "2024-01-30", "2024-02-02", "2999-01-01"))
        for pair, share in (
            (("draft", "true"), 0.05),
            (("expiryDate", "2020-01-01"), 0.03),
            (("publishDate", "2999-01-01"), 0.03),
            (("build", "{list: never}"), 0.03),
            (("outputs", "[json, HTML]"), 0.03),
            (("outputs", "[json]"), 0.03),
            (("build", "{render: never}"), 0.03),
            (("build", "{render: link}"), 0.02),
            (("headless", "true"), 0.02),
            (("type", "blog"), 0.03),
            (("layout", "other"), 0.03),
            (("lang", "de"), 0.02),
        ):
            if self.often(share):
                yield pair
        if self.often(0.5):
            key = self.pick(("tags", "tags", "topics", "categories", "Themen", "news"))
            yield key, quoted(self.random.sample(TERMS, 2))

    def site(self) -> MadeSite:
        made: dict[str, Made] = {}
        most = self.pick((15, 25, 40))
        config = self.config()
        for number in range(1, most + 1):
            one = self.article(number)
            made.setdefault(one.path, one)
        paging = PAGING if self.often(0.5) else ""
        others = {"layouts/all.html": LAYOUT + paging, "layouts/all.json": "{}\n"}
        if self.often(0.0):
            others |= {"static/news/kelp/index.html": "static\n", "static/pic/a.txt": "static\n"}
        return MadeSite(config, list(made.values()), others)


def quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
