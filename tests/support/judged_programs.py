"""The programs that are judges, each with its site."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from newslint.generators.shared.javascript.scalars import kind_3, kind_4
from newslint.model.values import Scalar
from newslint.site_article import Article
from tests.support.judging import PROGRAMS, ZONE, Built, Program, packages

_TIME = 600.0


def _run(folder: Path, *command: str | Path) -> str:
    """What a command printed. Raises AssertionError for one that stops."""
    place = {"TZ": ZONE, "LANG": "C.UTF-8", "ASTRO_TELEMETRY_DISABLED": "1", "NO_COLOR": "1"}
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=_TIME,
        env={**os.environ, **place},
    )
    assert done.returncode == 0, _end(done.stdout + done.stderr)
    return done.stdout


def _end(said: str) -> str:
    """The end of what a program said, without where in itself it was."""
    lines = (line for line in said.splitlines() if not re.match(r"\s+(?:at|from) ", line))
    return "\n".join(lines)[-2000:]


def _put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _program(name: str) -> str:
    return (PROGRAMS / name).read_text(encoding="utf-8")


NEWSLINT = f'timezone = "{ZONE}"\n'


# Jekyll

JEKYLL = f"""title: x
url: https://example.org
timezone: {ZONE}
future: true
plugins: [jekyll-feed]
feed: {{posts_limit: 100000}}
"""


def _lay_jekyll(folder: Path) -> None:
    (folder / "_posts").mkdir(parents=True)
    _put(folder, **{"_config.yml": JEKYLL, "judged.json": _program("jekyll.json")})


def _build_jekyll(folder: Path) -> Built:
    shutil.rmtree(folder / "_site", ignore_errors=True)
    _run(folder, "jekyll", "build", "-q", "--disable-disk-cache")
    site = folder / "_site"
    data = json.loads((site / "judged.json").read_text(encoding="utf-8"))
    for page in data["pages"]:
        page["moment"] = _moment(page["seconds"])
        page["named"] = {name: _items(html.unescape(text)) for name, text in page["terms"].items()}
        if abs(page["seconds"] - datetime.now(UTC).timestamp()) < 86400:
            page["moment"] = page["shown"] = None  # that of the build
        page["fields"] = {
            key: [html.unescape(shown), raw] for key, (shown, raw) in page["fields"].items()
        }
    feed = (site / "feed.xml").read_text(encoding="utf-8")
    made = Built(
        {page["path"]: page for page in data["pages"]},
        data["terms"],
        _files(site),
        tuple(_entries(feed)),
    )
    shutil.rmtree(site)
    return made


_NOW_DAY = datetime.now(UTC)
_DAYS = "|".join(f"{_NOW_DAY - timedelta(days=n):%Y-%m-%d}" for n in (-1, 0, 1))
_BUILT = re.compile(rf"<(?:published|updated)>(?:{_DAYS})[^<]*")
"""A time in a feed that is that of the build."""


def _entries(feed: str) -> list[str]:
    """The entries of a feed, without what is text in them."""
    entries = re.findall(r"<entry>.*?</entry>", feed, re.DOTALL)
    entries = [re.sub(r"(?s)<(content|summary|title).*?</\1>", "", entry) for entry in entries]
    wanted = (
        r"<link [^>]*?href=\"[^\"]*\"|<(?:published|updated|id)>[^<]*|<category term=\"[^\"][^>]*>"
    )
    entries = [_BUILT.sub("", entry) for entry in entries]
    return sorted(" ".join(sorted(set(re.findall(wanted, entry)))) for entry in entries)


def _moment(seconds: int) -> str | None:
    """Seconds since 1970 as RFC 3339; None for years that Python does not know."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _items(shown: str) -> list[str]:
    """The items of a list as Ruby shows it."""
    if shown == "nil":
        return []
    return [
        text or bare.replace("nil", "")
        for text, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|([^\[\], ]+)', shown)
    ]


def _ruby_kind(printed: list[Any]) -> str:
    shown = printed[0]
    for pattern, kind in (
        (r'"', "string"), (r"-?[0-9.]+(?:e[+-]?[0-9]+)?$|-?Infinity$|NaN$", "number"),
        (r"true$|false$", "bool"), (r"nil$", "null"),
        (r"#<Date|[0-9]{4}-[0-9]{2}-[0-9]{2} ", "date"),
    ):  # fmt: skip
        if re.match(pattern, shown):
            return kind
    return "[" if shown.startswith("[") else "{" if shown.startswith("{") else ""


def _files(folder: Path) -> frozenset[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return frozenset(path.relative_to(folder).as_posix() for path in paths)


def _is_vague(article: Article) -> bool:
    """True where terms are no texts: as numbers, dates and lists they are printed in other ways."""
    fields = (field for field in article.fields if field.key.lower() in _TERM_KEYS)
    values = (field.value for field in fields)
    items = [item for value in values for item in getattr(value, "items", (value,))]
    kinds = ("string", "null")
    return not all(isinstance(item, Scalar) and item.kind in kinds for item in items)


_TERM_KEYS = ("tags", "tag", "categories", "category")

JEKYLL_PROGRAM = Program(
    name="jekyll",
    place=lambda number: f"_posts/2026-01-02-a{number:04}.md",
    lay=_lay_jekyll,
    build=_build_jekyll,
    refused=lambda folder: json.loads(_run(folder, "ruby", PROGRAMS / "jekyll.rb")),
    computed=("url", "slug", "moment", "shown", "excerpt", "summary"),
    moments={"date": "moment"},
    kind_of=_ruby_kind,
    own=frozenset(
        ("name", "id", "relative_path", "path", "url", "draft", "slug", "ext", "tags", "date",
         "categories", "excerpt")
    ),
    hides=True,
    finest=1000,
    vague=_is_vague,
)  # fmt: skip


# those of JavaScript


def _js_kind(printed: list[Any]) -> str:
    names = {"boolean": "bool", "Date": "date", "moment": "", "terms": "", "undefined": "null"}
    kind = str(printed[0])
    return names.get(kind, kind)


def _node(folder: Path, name: str, *arguments: str | Path) -> str:
    return _run(folder, "node", *arguments)


def _lay_eleventy(folder: Path) -> None:
    layouts = folder / "content" / "_includes"
    layouts.mkdir(parents=True)
    for name in ("post", "docs", "none", "default"):
        _put(layouts, **{f"{name}.liquid": "{{ content }}"})
    _put(folder, **{"newslint.toml": NEWSLINT, "eleventy.config.js": "export default {};\n"})


def _eleventy(folder: Path, task: str) -> Any:
    place = packages("eleventy")
    assert place is not None
    return json.loads(_run(folder, "node", PROGRAMS / "eleventy.mjs", place, task))


def _build_eleventy(folder: Path) -> Built:
    data = _eleventy(folder, "build")
    for page in data["pages"]:
        page["named"] = {"tags": page["tags"] or []}
        _timeless(page, "moment")
    files = frozenset(str(url) for url, _ in data["written"])
    return Built({page["path"]: page for page in data["pages"]}, data["terms"], files)


ELEVENTY_PROGRAM = Program(
    name="eleventy",
    place=lambda number: f"content/2026-01-02-a{number:04}.md",
    lay=_lay_eleventy,
    build=_build_eleventy,
    refused=lambda folder: _eleventy(folder, "check"),
    computed=("url", "slug", "moment", "excerpt"),
    moments={"date": "moment"},
    kind_of=_js_kind,
    own=frozenset(("tags",)),
    vague=_is_vague,
    unsure=lambda plain: kind_3(plain) != kind_4(plain),
)


HEXO = f"""title: x
url: https://example.org
timezone: {ZONE}
theme: false
feed: {{limit: 0}}
"""


def _timeless(page: dict[str, Any], *names: str) -> None:
    """Say "file" where a moment is the file's own time, which every fix changes."""
    for name in names:
        text = page.get(name)
        if text and abs((datetime.fromisoformat(text) - _NOW_DAY).total_seconds()) < 86400:
            page[name] = None
            page["url"] = re.sub(r"^/[0-9]{4}/[0-9]{2}/[0-9]{2}/", "/file/", page["url"])


def _linked(folder: Path, name: str) -> None:
    place = packages(name)
    assert place is not None
    (folder / "node_modules").symlink_to(place / "node_modules")
    shutil.copyfile(place / "package.json", folder / "package.json")


def _lay_hexo(folder: Path) -> None:
    for name in ("source/_posts", "scripts"):
        (folder / name).mkdir(parents=True)
    _linked(folder, "hexo")
    _put(folder, **{"_config.yml": HEXO, "scripts/judged.js": _program("hexo.js")})


def _hexo(folder: Path) -> tuple[bool, str]:
    for name in ("public", "db.json"):
        path = folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
    done = subprocess.run(
        ["node", "node_modules/hexo/bin/hexo", "generate"], cwd=folder, capture_output=True,
        encoding="utf-8", errors="replace", check=False, timeout=_TIME,
        env={**os.environ, "TZ": ZONE, "NO_COLOR": "1"},
    )  # fmt: skip
    return (folder / "public/judged.json").is_file(), done.stdout + done.stderr


def _refused_by_hexo(folder: Path) -> Mapping[str, str]:
    found: Mapping[str, str] = json.loads(_run(folder, "node", PROGRAMS / "hexo.check.cjs"))
    return found


def _build_hexo(folder: Path) -> Built:
    made, said = _hexo(folder)
    assert made, _end(said)
    public = folder / "public"
    data = json.loads((public / "judged.json").read_text(encoding="utf-8"))
    for page in data["pages"]:
        page["named"] = {
            name: json.loads(page["fields"].get(name, ["", "", "[]"])[2])
            for name in ("tags", "categories")
        }
        page["tags"].sort()
        _timeless(page, "moment", "updated")
    files = _files(public)
    feed = (public / "atom.xml").read_text(encoding="utf-8")
    shutil.rmtree(public)
    terms = {name: sorted(found) for name, found in data["terms"].items()}
    return Built(
        {page["path"]: page for page in data["pages"]},
        json.loads(_days(terms)),
        frozenset(map(_days, files)),
        tuple(_days(entry) for entry in _entries(feed)),
    )


def _days(value: Any) -> str:
    """JSON without this day, and without the times of feeds, which are the files' own."""
    text = value if isinstance(value, str) else json.dumps(value)
    text = re.sub(r"<(?:published|updated)>[^<]*", "", text)
    months = {f"{_NOW_DAY + timedelta(days=n):%Y/%m}" for n in (-1, 0, 1)}
    return re.sub(f"(?:{'|'.join(sorted(months))})(?:/[0-9]{{2}})?", "file", text)


HEXO_PROGRAM = Program(
    name="hexo",
    place=lambda number: f"source/_posts/a{number:04}.md",
    lay=_lay_hexo,
    build=_build_hexo,
    refused=_refused_by_hexo,
    computed=("url", "slug", "moment", "updated", "excerpt", "tags", "categories"),
    moments={"date": "moment", "lastmod": "updated"},
    kind_of=_js_kind,
    own=frozenset(
        ("source", "slug", "date", "updated", "path", "permalink", "tags", "categories",
         "photos", "excerpt", "length", "title", "id", "layout", "comments", "published", "tag",
         "category")
    ),
    hides=True,
    vague=_is_vague,
)  # fmt: skip


def _lay_astro(folder: Path) -> None:
    for name in ("src/content/blog", "src/pages"):
        (folder / name).mkdir(parents=True)
    _linked(folder, "astro")
    config = 'export default { site: "https://example.org" };\n'
    _put(folder, **{
        "astro.config.mjs": config, "newslint.toml": NEWSLINT,
        "src/content.config.ts": _program("astro.content.config.ts"),
        "src/pages/judged.json.ts": _program("astro.judged.json.ts"),
    })  # fmt: skip


def _build_astro(folder: Path) -> Built:
    for name in ("dist", ".astro"):
        shutil.rmtree(folder / name, ignore_errors=True)
    _run(folder, "node", "node_modules/astro/astro.js", "build", "--force")
    data = json.loads((folder / "dist/judged.json").read_text(encoding="utf-8"))
    for page in data["pages"]:
        dates = page["dates"]
        page["moment"] = dates.get("pubDate", [None])[0]
        page["updated"] = dates.get("updatedDate", [None])[0]
        page["html"] = re.sub(r"(?s)<pre.*?</pre>", "", page["html"])
        page["strict"] = {key: found[1] for key, found in dates.items()}
    return Built({page["path"]: page for page in data["pages"]}, data["terms"])


def _refused_by_astro(folder: Path) -> Mapping[str, str]:
    place = packages("astro")
    assert place is not None
    found: Mapping[str, str] = json.loads(_run(folder, "node", PROGRAMS / "astro.check.mjs", place))
    return found


ASTRO_PROGRAM = Program(
    name="astro",
    place=lambda number: f"src/content/blog/a{number:04}.md",
    lay=_lay_astro,
    build=_build_astro,
    refused=_refused_by_astro,
    computed=("url", "slug", "moment", "updated", "strict", "listed", "html"),
    moments={"date": "moment", "lastmod": "updated"},
    kind_of=_js_kind,
)

PROGRAMS_BY_NAME = {
    one.name: one for one in (JEKYLL_PROGRAM, ELEVENTY_PROGRAM, HEXO_PROGRAM, ASTRO_PROGRAM)
}


def is_there(name: str) -> bool:
    """True when the program is installed."""
    if name == "jekyll":
        return shutil.which("jekyll") is not None
    return packages(name) is not None and shutil.which("node") is not None
