"""The sites below a folder, each with what its articles do and the newslint.toml that says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from newslint.config.command_line import CommandLine
from newslint.config.load import parse, preset_layer
from newslint.config.project import Project
from newslint.config.site import Site
from newslint.files.read import read
from newslint.files.setup import read_setup
from newslint.frontmatter.read import read_article
from newslint.generators import NAMES, UNKNOWN, told_by
from newslint.generators.base import Generator
from newslint.learn.draft import Draft, Line, Part
from newslint.learn.fields import LEAST, field_lines, part_lines
from newslint.learn.likely import likely
from newslint.learn.roles import learned_roles
from newslint.learn.schemas import schema_parts
from newslint.learn.settle import Reports, reports, settle
from newslint.learn.sources import source_lines
from newslint.learn.style import style_lines
from newslint.learn.tally import Count
from newslint.learn.vocabulary import vocabulary_lines
from newslint.learn.zone import told_zone
from newslint.model.diagnostics import PRESETS, Preset
from newslint.model.records import dataclass, field
from newslint.run import Job
from newslint.text.regex import regex
from newslint.text.urls import host_of
from newslint.whole import Whole, whole

FILE = "newslint.toml"

_MOST_PARTS = 12
_FEW_TIMES = 5
_BASE = regex(r"""(?i)\b(?:base_?url|site_?url|site|url)["']?\s*[:=]\s*["']?(https?://[^\s"'#]+)""")

Done = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned of one site. `root` is where its newslint.toml belongs.

    `told` is the name in the root that says which generator it is, empty where none is recognised.
    `draft` is what is to be written, `text` that as a file. `before` and `after` are what a run
    reports without any config and with this one. `roles` are those that were learned from values.
    """

    root: Path
    generator: Generator
    told: str
    files: tuple[Path, ...]
    count: Count
    roles: Mapping[str, str]
    zone: str
    preset: Preset
    draft: Draft
    text: str
    before: Reports
    after: Reports
    sections: Mapping[str, Count] = field(default_factory=dict)


def learn(files: Sequence[Path], folder: Path, done: Done = lambda _: None) -> list[Learned]:
    """What is learned of each site to which some of the files belong, in the order of their roots.

    Files that lie in no site are one of their own, in `folder`, where there is no other. `done` is
    told how many files were read.
    """
    project = Project(CommandLine(), isolated=True)
    by_site: dict[Path | None, list[Path]] = defaultdict(list)
    for path in files:
        by_site[project.site(path.absolute().parent).root].append(path)
    if None in by_site and len(by_site) > 1:
        del by_site[None]
    read_before, found = 0, []
    for root, mine in sorted(by_site.items(), key=lambda pair: str(pair[0])):
        found.append(_learn(root or folder, mine, project, partial(_more, done, read_before)))
        read_before += len(mine)
    return found


def _more(done: Done, before: int, count: int) -> None:
    done(before + count)


def _learn(root: Path, files: Sequence[Path], project: Project, done: Done) -> Learned:
    site = project.site(root)
    count, sections = _counted(files, site, project, done)
    hosts = _own_hosts(site)
    roles = learned_roles(count, site.generator, hosts)
    zone = _zone(count, site.generator)
    preset: Preset = "news" if _is_news(count, roles) else "default"
    draft = _draft(site, count, roles, zone, preset)
    _add_parts(draft, site, count, sections, preset)
    _add_schemas(draft, site)
    before = reports(_run(files, None, {}, root))
    settle(draft, _run(files, root / FILE, draft.data(), root))
    text = draft.text()
    after = reports(_run(files, root / FILE, draft.data(), root))
    told = told_by(site.root) if site.root else ""
    return Learned(
        root, site.generator, told, tuple(files), count, roles, zone, preset, draft, text, before,
        after, sections,
    )  # fmt: skip


def _counted(
    files: Sequence[Path], site: Site, project: Project, done: Done
) -> tuple[Count, dict[str, Count]]:
    """All articles of a site, and those of each of its sections."""
    count, sections = Count(), defaultdict[str, Count](Count)
    for number, path in enumerate(files, 1):
        absolute = path.absolute()
        own = project.site(absolute.parent)
        settings = own.settings(absolute)
        source = read(absolute, settings.limits, settings.encoding)
        article = read_article(source, own.relative(absolute), settings)
        count.add(article)
        if not article.path.rpartition("/")[2].startswith("_index."):
            section = site.generator.section(article.path)
            if section in sections or len(sections) < _MOST_PARTS:
                sections[section].add(article)
        done(number)
    return count, dict(sections)


def _own_hosts(site: Site) -> frozenset[str]:
    """The hosts that the site's own config names as its address; none where it names none."""
    sign = told_by(site.root) if site.root else ""
    if not site.root or not sign:
        return frozenset()
    text = read_setup(site.root / sign).text
    return frozenset(host_of(found[1]) for found in _BASE.finditer(text[:100_000]))


def _zone(count: Count, generator: Generator) -> str:
    """The zone that the dates tell, where the generator has none of its own."""
    if generator.timezone or generator.usual_zone:
        return ""
    return told_zone(datetime.fromisoformat(one) for one in count.offsets)


def _is_news(count: Count, roles: Mapping[str, str]) -> bool:
    """True where half of the articles lead to a page elsewhere."""
    links = count.played["link"]
    learned = count.keys.get(roles.get("link", ""))
    if learned is not None:
        links = max(links, learned.filled)
    return count.articles >= LEAST and 2 * links >= count.articles


def _draft(site: Site, count: Count, roles: Mapping[str, str], zone: str, preset: Preset) -> Draft:
    draft = Draft(_head(site, count))
    more = "half of the articles link to another site" if preset == "news" else ""
    about = more or "`news` for sites that scripts feed, `strict` for every rule"
    draft.top.append(Line("preset", preset, about))
    draft.top += _target(site, count)
    draft.top += _zone_lines(site, count, zone)
    presets = _preset_specs(preset)
    draft.fields = field_lines(count, roles, presets)
    draft.style = list(style_lines(count))
    switch, draft.vocabulary = vocabulary_lines(count, roles)
    draft.top += switch
    if preset == "news":
        draft.sources = source_lines(count, roles.get("link") or _played(count, "link"))
    return draft


def _played(count: Count, role: str) -> str:
    """The key that plays a role in most articles."""
    keys = [(one.filled, name) for name, one in count.keys.items() if one.role == role]
    return max(keys, default=(0, ""))[1]


def _head(site: Site, count: Count) -> list[str]:
    forms = ", ".join(f"{form.upper()} {number:,}" for form, number in count.formats.most_common())
    number = "1 article" if count.articles == 1 else f"{count.articles:,} articles"
    of = site.generator.title or "a site whose generator is not known"
    return [
        f"Learned by `newslint init` from {number} of {of}: {forms or 'none'}.",
        "Every line is for you to change. `newslint config` shows all that holds.",
    ]


def _target(site: Site, count: Count) -> list[Line]:
    if site.root is not None:
        told = told_by(site.root)
        return [Line("target", site.generator.name, f"found by itself, from {told}", off=True)]
    name, keys = likely(count)
    if name:
        shown = ", ".join(keys)
        return [
            Line("target", name, f"no site is around them, but only it reads {shown}", off=True)
        ]
    names = ", ".join(sorted(set(NAMES) - {UNKNOWN}))
    return [Line("target", UNKNOWN, f"no site is around them; it may be {names}", off=True)]


def _zone_lines(site: Site, count: Count, zone: str) -> list[Line]:
    own = site.generator.timezone
    if own:
        return [Line("timezone", own, "from the site's own config", off=True)]
    if zone:
        words = f"{len(count.offsets):,} dates have its offsets, {count.zoneless:,} have none"
        return [Line("timezone", zone, words)]
    if count.zoneless >= _FEW_TIMES:
        words = f"of {count.zoneless:,} dates with a time and no zone: name yours"
        return [Line("timezone", "Europe/Madrid", words, off=True)]
    return []


def _preset_specs(preset: Preset) -> dict[str, Any]:
    specs: dict[str, Any] = {}
    for name in PRESETS[: PRESETS.index(preset) + 1]:
        for role, spec in preset_layer(name).fields.items():
            specs[role] = spec.over(specs[role]) if role in specs else spec
    return specs


def _add_parts(
    draft: Draft, site: Site, count: Count, sections: Mapping[str, Count], preset: Preset
) -> None:
    """What holds in one section of several alone."""
    large = {name: one for name, one in sections.items() if name and one.articles >= LEAST}
    if len(large) < 2:
        return
    for name, inside in sorted(large.items()):
        lines = part_lines(inside, draft.fields, _preset_specs(preset))
        if lines and name.isprintable() and not set(name) & set("*?[]!\\"):
            words = f"{inside.articles:,} of {count.articles:,} articles"
            draft.parts.append(Part((f"/{name}/**",), words, tuple(lines)))


def _add_schemas(draft: Draft, site: Site) -> None:
    """What the site's own schema asks for: it stops the build, so it comes last and counts most."""
    for part in schema_parts(site.generator.own_schemas()):
        draft.parts.append(part)


def _run(files: Sequence[Path], path: Path | None, data: Mapping[str, Any], root: Path) -> Whole:
    """A whole run over a site with a config that is not written, or with none."""
    make = partial(_project, path, dict(data), datetime.now(UTC))
    return whole(files, make, Job(site=True))


def _project(path: Path | None, data: Mapping[str, Any], now: datetime) -> Project:
    project = Project(CommandLine(now=now), isolated=path is None)
    if path is not None:
        project.assume(path, parse(data, str(path)), frozenset(data))
    return project
