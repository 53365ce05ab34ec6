"""image-file-missing (IMG002): the image is a path of the site, and there is no such file.

## What it does

Looks for the file of an image that is a path with the ending of a picture: in the folders whose
files the target publishes, and beside the article where it has a folder of its own. Silent where
the site's folder is not known, and where the folder that the path names is not there either: such a
site keeps its pictures elsewhere.

## Why it matters

The page and its card show a broken picture, and no generator says so.

## Fix

None.

## Options

- `roots` (default those of the target): folders, below the site's root, that paths may count from;
  with it a path without a folder is looked for as well.

## Source

Where the targets keep files: Hugo `static`, `assets`; Astro `public`, `src`; Hexo `source`; Zola
`static`, `content`; the others the site's root.
"""

from urllib.parse import unquote

from newslint.rule import (
    Article,
    Context,
    Example,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)

_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff")


class Options(NamedTuple):
    """`roots` below the site's root."""

    roots: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each image whose file is missing."""
    field = article.get("image")
    if field is None or article.context.exists is None or not article.generator.is_page(article):
        return
    for scalar in field.scalars:
        path = _path(scalar.text.strip())
        if path and _is_missing(article, path, options):
            what = f"{field.key} {shorten(path)} does not exist"
            advice = "add the file or correct the path"
            yield Problem(scalar.span, what, field.key, advice=advice)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for the path of a picture."""
    return _path(scalar.text.strip()) != ""


def _path(text: str) -> str:
    """The path of a picture on the site; empty for an address and for what is not a file's name."""
    if "//" in text or ":" in text or "{" in text:
        return ""
    path = unquote(text.partition("?")[0].partition("#")[0])
    return path if path.lower().endswith(_ENDINGS) else ""


def _is_missing(article: Article, path: str, options: Options) -> bool:
    """True when no folder holds the file, and at least one has the folder that it should be in."""
    exists = article.context.exists
    assert exists is not None
    below, slash, name = path.strip("/").rpartition("/")
    roots = options.roots or article.generator.image_roots
    folders = [f"{root}/{below}" if root != "." else below for root in roots]
    named = bool(slash) or bool(options.roots)
    if path[0] != "/":
        own, _, file = article.path.rpartition("/")
        folders.append(f"{own}/{below}")
        named = named or file.startswith("index.")
    folders = [_plain(folder) for folder in folders]
    if any(exists(f"{folder}/{name}".lstrip("/")) for folder in folders):
        return False
    return named and any(exists(folder) for folder in folders if folder)


def _plain(folder: str) -> str:
    """A folder's path without `.` and `..`; empty for the site's root."""
    parts: list[str] = []
    for part in folder.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/".join(parts)


RULE = Rule(
    code="IMG002",
    name="image-file-missing",
    severity="warning",
    preset="default",
    precision=Precision(
        "very-high",
        read=1,
        note="399 unseen sites; one was wrong there, in a file that is no page, and is put right",
    ),
    fields=("image",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="The folder is there, and the file is not, with odd quotes and a comment",
            front="""\
title: Überschwemmung
image: '/img/2025/über.jpg' # from the desk
""",
            found=(
                (
                    "3:8-3:28",
                    "image `/img/2025/über.jpg` does not exist; add the file or correct the path",
                ),
            ),
            files=("hugo.toml", "static/img/2025/flood.jpg"),
        ),
        Example(
            note="Beside the article",
            front="""\
title: Flood
images: [cover.jpg, photo.jpg]
""",
            found=(
                (
                    "3:10-3:19",
                    "images `cover.jpg` does not exist; add the file or correct the path",
                ),
            ),
            path="content/news/flood/index.md",
            files=("content/news/flood/index.md", "content/news/flood/photo.jpg"),
        ),
        Example(
            note="Every place that counts, another server, and a name that may get a folder",
            front="""\
title: 洪水
images:
  - /img/a%20b.jpg?v=1
  - pics/c.PNG
  - ../d.svg
  - /uploads/e.jpg
  - f.jpg
  - https://example.org/g.jpg
""",
            files=(
                "hugo.toml",
                "static/img/a b.jpg",
                "assets/pics/c.PNG",
                "content/d.svg",
                "content/news/a.md",
            ),
        ),
        Example(
            note="Where no folder of the site is known",
            front="""\
title: Flood
image: /img/a.jpg
""",
        ),
        Example(
            note="A folder of the site's own",
            front="""\
title: Flood
image: a.jpg
""",
            found=(("3:8-3:13", "image `a.jpg` does not exist; add the file or correct the path"),),
            options={"roots": ["static/images"]},
            files=("static/images/b.jpg",),
        ),
    ),
)
