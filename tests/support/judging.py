"""Real programs as judges: what a program makes of a site, before and after the safe fixes.

A program is looked for in the folders of the environment variable NEWSLINT_JUDGES and on PATH; the
page tests/judges/README.md says how to install each.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.read import decode
from newslint.frontmatter.read import read_article
from newslint.model.values import Scalar
from newslint.site_article import Article
from tests.support.command import newslint

PROGRAMS = Path(__file__).parents[1] / "judges" / "programs"
"""The scripts and templates that a site gets, so that its program tells what it holds."""

ZONE = "America/New_York"
"""The zone of every machine and site here."""

NOW = "2026-01-31T12:00:00Z"


def packages(name: str) -> Path | None:
    """The folder in NEWSLINT_JUDGES whose `node_modules` hold a program; None where none does."""
    for folder in os.environ.get("NEWSLINT_JUDGES", "").split(os.pathsep):
        if folder and (Path(folder) / name / "node_modules").is_dir():
            return (Path(folder) / name).resolve()
    return None


@dataclass(frozen=True, slots=True)
class Built:
    """A site as its program sees it.

    `pages`: path of an article -> what is held of it; "fields" there is its front matter, each with
    the type that a template sees, as it is printed raw, and as it is printed with its type.
    `terms`: whatever the program lists from term to pages; `files`: what was written, by name;
    `feed`: the entries of the feed without their texts.
    """

    pages: Mapping[str, Mapping[str, Any]]
    terms: Any
    files: frozenset[str] = frozenset()
    feed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A program: how its site is laid out, and how it is run.

    `place` gives the path of article number `n` (three digits or more); `refused` the articles at
    which it stops, with what it says. `computed` are names of what is held of a page that no
    safe fix may change at all; `moments` role -> name of the date; `own` fields that the program
    makes itself. `kind_of` gives the type of a printed field: "string", "number", "bool", "null",
    "date", another that is compared as it stands, or an empty text for one that is not known.
    `hides`: a hidden article is not among the pages. `unsure`: versions of the program differ on
    what an unquoted value is.
    """

    name: str
    place: Callable[[int], str]
    lay: Callable[[Path], None]
    build: Callable[[Path], Built]
    refused: Callable[[Path], Mapping[str, str]]
    computed: tuple[str, ...]
    moments: Mapping[str, str]
    kind_of: Callable[[list[Any]], str]
    own: frozenset[str] = frozenset()
    hides: bool = False
    finest: int = 1
    vague: Callable[[Article], bool] = lambda article: False
    unsure: Callable[[str], bool] = lambda plain: False


def write(folder: Path, program: Program, texts: Iterable[str]) -> dict[str, str]:
    """Lay out a site with these articles: path -> text."""
    program.lay(folder)
    made = {}
    for number, text in enumerate(texts):
        name = program.place(number)
        made[name] = text
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return made


class Fixed(NamedTuple):
    """What `newslint fix` did: file -> what it mended, and file -> what it left."""

    done: Mapping[str, list[Mapping[str, Any]]]
    left: Mapping[str, list[Mapping[str, Any]]]


def fix(folder: Path, program: Program, names: Iterable[str]) -> Fixed:
    """Make the safe fixes of every rule in these articles."""
    options = ("--preset", "strict", "--now", NOW, "--output-format", "json")
    paths = sorted({name.rpartition("/")[0] for name in names})
    done = newslint("fix", *options, "--target", program.name, *paths, folder=folder, timeout=600)
    assert done.code in (0, 1), done.err
    kinds: tuple[dict[str, list[Mapping[str, Any]]], ...] = ({}, {})
    for one in json.loads(done.out):
        kinds[0 if one.get("fixed") else 1].setdefault(one["filename"], []).append(one)
    return Fixed(*kinds)


def read(folder: Path, names: Iterable[str], program: Program) -> Iterator[Article]:
    """The articles as newslint reads them."""
    site = Project(CommandLine(None, program.name)).site(folder)
    for name in names:
        path = folder / name
        settings = site.settings(path)
        yield read_article(decode(path.read_bytes(), path, settings.limits), name, settings)


def instant(text: str) -> int:
    """Thousandths of a second since 1970 of an RFC 3339 moment."""
    moment = datetime.fromisoformat(text)
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def foretold(article: Article, held: Mapping[str, Any], program: Program) -> Iterator[str]:
    """What newslint says of an article, and the program does not: a line for each."""
    page = article.generator.page(article)
    if page is None or article.broken:
        return
    for role, moment in page.dates:
        key = program.moments.get(role)
        seen = held.get(key) if key else None
        if "dates" in held:
            field = article.get(role)
            seen = held["dates"][field.key][0] if field else None
        if int(moment[:4]) < 1600:
            continue  # the calendars differ
        if key and not _same_moment(seen, moment, program.finest):
            yield f"{role}: newslint {moment}, {program.name} {seen}"
    if page.url is not None and unquote(page.url) != unquote(held["url"]):
        yield f"url: newslint {page.url}, {program.name} {held['url']}"
    for taxonomy, terms in held.get("named", {}).items():
        ours = {term for name, term in page.terms if name == taxonomy}
        if ours != _terms(terms) and not program.vague(article):
            yield f"{taxonomy}: newslint {ours}, {program.name} {terms}"
    yield from _kinds(article, held, program)


def _kinds(article: Article, held: Mapping[str, Any], program: Program) -> Iterator[str]:
    if article.block is None or article.block.format != "yaml":
        return
    values = {field.key: field.value for field in article.fields}
    for key, value in values.items():
        printed = held["fields"].get(key)
        if printed is None or key in program.own or not isinstance(value, Scalar):
            continue
        if value.style == "plain" and program.unsure(value.text):
            continue
        ours = {"int": "number", "float": "number"}.get(value.kind, value.kind)
        theirs = program.kind_of(printed)
        made = ours == "null" and key == "title"  # of the file's name
        if theirs and ours != theirs and not made:
            yield f"{key}: {value.text!r} ({value.style}) newslint {ours}, {program.name} {theirs}"


def _same_moment(seen: str | None, moment: str, finest: int) -> bool:
    """`finest`: the program shows no less than so many thousandths of a second."""
    return seen is not None and instant(seen) // finest == instant(moment) // finest


REPAIRS = ("FMT", "DAT001", "RUN")


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], mended: set[str], program: Program
) -> Iterator[str]:
    """What a page shows after the fixes and did not show before; `mended` are fields.

    A mended field keeps its type, and everything else what it shows.
    """
    for name in program.computed:
        if before.get(name) != after.get(name) and name not in mended:
            yield f"{name}: {before.get(name)!r} -> {after.get(name)!r}"
    for taxonomy in before.get("named", {}):
        old, new = (_terms(page["named"][taxonomy]) for page in (before, after))
        if old != new:
            yield f"{taxonomy}: {sorted(old)} -> {sorted(new)}"
    one, two = before["fields"], after["fields"]
    for key in sorted({*one, *two} - program.own):
        old, new = one.get(key), two.get(key)
        if old == new:
            continue
        if old is None or new is None or program.kind_of(old) != program.kind_of(new):
            yield f"{key}: {old!r} -> {new!r}"
        elif key.lower() not in mended:
            yield f"{key}, which nothing mended: {old!r} -> {new!r}"


def _terms(terms: Iterable[Any]) -> set[str]:
    """The terms without empty ones, which are no page."""
    return {str(term) for term in terms if str(term).strip()}


class Verdict(NamedTuple):
    """What a judge found: counts, and each difference and disagreement as a line."""

    articles: int
    refused: Mapping[str, str]
    mended: int
    fields: int
    differences: list[str]
    disagreements: list[str]
    missed: list[str]
    repaired: list[str]


def judge(folder: Path, program: Program, texts: Iterable[str]) -> Verdict:
    """Build a site before and after `newslint fix`, and compare both with each other and newslint.

    What the program stops at is taken out of both.
    """
    made = write(folder, program, texts)
    refused = program.refused(folder)
    taken = {name: (folder / name).read_bytes() for name in refused}
    for name in refused:
        (folder / name).unlink()
    before = program.build(folder)
    for name, data in taken.items():
        (folder / name).write_bytes(data)
    originals = {name: (folder / name).read_bytes() for name in made}
    fixed = fix(folder, program, made)
    mended = {name: (folder / name).read_bytes() for name in refused}
    for name in refused:
        (folder / name).unlink()
    after = program.build(folder)
    for name, data in mended.items():
        (folder / name).write_bytes(data)
    errors: dict[str, set[str]] = {}
    for kind in fixed:
        for name, found in kind.items():
            codes_ = {one["code"] for one in found if one["severity"] == "error"}
            errors.setdefault(name, set()).update(codes_)
    diff: list[str] = []
    repaired: list[str] = []
    for name in sorted(made):
        if name in refused:
            continue
        done = fixed.done.get(name, [])
        fields = {str(one.get("field", "")).lower() for one in done}
        lines = _compared(name, before, after, fields, program)
        into = repaired if any(one["code"].startswith(REPAIRS) for one in done) else diff
        codes = ",".join(sorted({one["code"] for one in done}))
        into += [f"{name} [{codes}] {line}" for line in lines]
    moved = _addresses(repaired, before, after)
    whole = [
        f"{part}: {found}"
        for part, one, two in (
            ("terms", _links(before.terms), _links(after.terms)),
            ("files", before.files, after.files),
            ("feed", before.feed, after.feed),
        )
        for found in sorted({*one} ^ {*two})
        if not any(address in found for address in moved)
    ]
    for name, data in originals.items():
        (folder / name).write_bytes(data)
    unread = {name for name, codes in errors.items() if any(c.startswith("FMT") for c in codes)}
    asked = [name for name in made if name not in refused and name not in unread]
    said = _foretell(folder, before, program, asked)
    missed = [f"{n}: {s}" for n, s in refused.items() if not errors.get(n)]
    said += _needless(fixed, before, refused)
    count = sum(len(page["fields"]) for page in before.pages.values())
    return Verdict(len(made), refused, len(fixed.done), count, diff + whole, said, missed, repaired)


def _needless(fixed: Fixed, built: Built, refused: Mapping[str, str]) -> Iterator[str]:
    """Errors about a date that the program reads: the page has it, and not that of 1970."""
    for name, left in fixed.left.items():
        page = built.pages.get(name)
        dates = [one for one in left if one["code"] == "DAT001" and one["severity"] == "error"]
        for one in dates if page is not None and name not in refused else ():
            key = str(one.get("field", ""))
            own = {"date": [page.get("moment")]} if page else {}
            seen = (page or {}).get("dates", own).get(key, [None])[0]
            if seen and instant(seen) > _DAY:
                yield f"{name} DAT001 {one['message']}: {seen}"


_DAY = 86_400_000
"""Thousandths of a second."""


def _addresses(repaired: Iterable[str], *sites: Built) -> set[str]:
    """The URLs, without slashes at their ends, of articles that were repaired."""
    names = {line.split()[0] for line in repaired}
    pages = (site.pages[name] for site in sites for name in names if name in site.pages)
    return {page["url"].strip("/") for page in pages if page["url"]}


def _links(terms: Mapping[str, Any]) -> set[str]:
    """Each page of each term, as a line; empty terms are left out."""
    found = set()
    for name, rows in terms.items():
        for row in rows:
            first, *pages = row if isinstance(row, list) else (name, row)
            found |= {f"{name} {first} {page}" for page in pages if str(first or "").strip()}
    return found


def _compared(
    name: str, before: Built, after: Built, fields: set[str], program: Program
) -> list[str]:
    one, two = before.pages.get(name), after.pages.get(name)
    if one is None or two is None:
        return [] if one is two else [f"shown: {one is not None} -> {two is not None}"]
    return list(differences(one, two, fields, program))


def _foretell(folder: Path, built: Built, program: Program, names: Iterable[str]) -> list[str]:
    said = []
    for article in read(folder, names, program):
        held = built.pages.get(article.path)
        page = article.generator.page(article)
        if page is None or article.broken:
            continue
        shown = held is not None and held.get("listed", True)
        if page.draft == shown and (held is not None or program.hides):
            said.append(
                f"{article.path} draft: newslint {page.draft}, {program.name} shown {shown}"
            )
        if held is not None:
            said += [f"{article.path} {line}" for line in foretold(article, held, program)]
    return said
