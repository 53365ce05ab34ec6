"""What the real Hugo makes of a whole site: pages, URLs, dates, drafts, terms."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.support.hugo_program import list_all, run_hugo

HOME = """
{{- range site.Pages }}
  {{- $page := . }}
  {{- $file := "" }}{{ with .File }}{{ $file = .Path }}{{ end }}
  {{- $terms := dict }}
  {{- range $taxonomy, $_ := site.Taxonomies }}
    {{- $urls := slice }}
    {{- range $page.GetTerms $taxonomy }}{{ $urls = $urls | append .RelPermalink }}{{ end }}
    {{- $terms = merge $terms (dict $taxonomy $urls) }}
  {{- end }}
  {{- $pages := slice }}
  {{- if .IsNode }}{{ range .Pages }}{{ $pages = $pages | append .RelPermalink }}{{ end }}{{ end }}
  {{- $types := dict }}
  {{- range $key, $value := .Params }}
    {{- $type := printf "%T" $value }}{{ if hasPrefix $type "[]" }}{{ $type = "list" }}{{ end }}
    {{- $types = merge $types (dict $key $type) }}
  {{- end }}
  {{- $summary := "" }}{{ if not .Params.summary }}{{ $summary = .Summary }}{{ end }}
  {{- $layout := "2006-01-02T15:04:05.999999999Z07:00" }}
  {{- dict "kind" .Kind "file" $file "url" .RelPermalink "draft" .Draft
      "date" (.Date.Format $layout) "lastmod" (.Lastmod.Format $layout)
      "published" (.PublishDate.Format $layout) "expires" (.ExpiryDate.Format $layout)
      "types" $types "slug" .Slug "summary" $summary
      "terms" $terms "pages" (sort $pages) | jsonify | safeHTML }}
{{ end -}}
"""
"""The template of the home page: a line of JSON for each page of the site.

Of the values of `.Params` there is the type that a template sees, `printf "%T"`; a list is one,
whatever is in it.

Titles are left out: a safe fix may tidy their blanks, and the title of a term's page is that of
whichever article Hugo happened to meet last.
"""

LISTED = ("kind", "section", "permalink", "date", "publishDate", "expiryDate", "draft")
"""The columns of `hugo list all` that no safe fix may change."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site as Hugo sees it.

    `listed`: file -> LISTED. `pages`: a line for each page, drafts, expired and future ones too,
    and for each term, section and list. `files`: what a plain build writes;
    `feed`: links and dates in the feed of all pages.
    """

    listed: dict[str, tuple[str, ...]]
    pages: tuple[str, ...]
    files: frozenset[str]
    feed: tuple[str, ...] = ()


class RefusedError(Exception):
    """Hugo stops at some files: `paths` are theirs below the site, none where it names none."""

    def __init__(self, paths: frozenset[str], said: str) -> None:
        super().__init__(said)
        self.paths = paths


def build(folder: Path) -> Built:
    """Build the site in a folder. Raises RefusedError."""
    layouts = folder / "layouts"
    layouts.mkdir(exist_ok=True)
    (layouts / "home.html").write_text(HOME, encoding="utf-8")
    (layouts / "all.html").write_text("{{ .RelPermalink }}\n", encoding="utf-8")
    _hugo(folder, "--destination", "everything", "-D", "-E", "-F")
    lines = (folder / "everything/index.html").read_text(encoding="utf-8").splitlines()
    pages = tuple(sorted(line for line in lines if line.strip()))
    feed = folder / "everything/index.xml"
    written = feed.read_text(encoding="utf-8") if feed.is_file() else ""
    entries = tuple(
        sorted(re.findall(r"<(?:link|pubDate|guid)>[^<]*", written.partition("<item>")[2]))
    )
    _hugo(folder, "--destination", "public")
    public = folder / "public"
    files = frozenset(p.relative_to(public).as_posix() for p in public.rglob("*") if p.is_file())
    for name in ("everything", "public"):
        shutil.rmtree(folder / name)
    rows = list_all(folder)
    return Built(
        {p: tuple(row[c] for c in LISTED) for p, row in rows.items()}, pages, files, entries
    )


def refused(folder: Path) -> dict[str, bytes]:
    """Take out of a site, until it builds, the files at which Hugo stops: path -> bytes."""
    out: dict[str, bytes] = {}
    while True:
        try:
            _hugo(folder, "--destination", "everything", "-D", "-E", "-F")
        except RefusedError as error:
            if not error.paths:
                raise
            for name in error.paths:
                out[name] = (folder / name).read_bytes()
                (folder / name).unlink()
        else:
            shutil.rmtree(folder / "everything", ignore_errors=True)
            return out


def facts(built: Built) -> dict[str, dict[str, object]]:
    """The lines of JSON by the file that each page was made of."""
    pages = (json.loads(line) for line in built.pages)
    return {page["file"]: page for page in pages if page["file"]}


def _hugo(folder: Path, *arguments: str) -> None:
    done = run_hugo(folder, *arguments)
    if done.returncode:
        said = done.stdout + done.stderr
        named = re.findall(rf"{re.escape(str(folder))}/(content/[^\"\n]+?\.\w+)(?=[\":\s])", said)
        raise RefusedError(frozenset(named), said)
