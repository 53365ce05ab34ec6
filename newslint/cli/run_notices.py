"""What `check` and `fix` say on standard error of the files that they found or skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint import registry
from newslint.cli import output
from newslint.config.load import selectors
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.files.discover import Discovery
from newslint.files.display import display
from newslint.files.names import IN_WORDS
from newslint.report.summary import printable


def say_found(options: Options, project: Project, found: Discovery) -> None:
    """Print what could not be searched and what is not checked; with --verbose, what is."""
    for line in (*found.notices, *(f"{path} does not exist" for path in found.missing)):
        output.notice(line)
    for line in (
        *renamed(options, project),
        *needs_preview(options, project),
        *not_checked(project),
    ):
        output.notice(line)
    if found.not_articles and not options.quiet:
        output.notice(_skipped(found.not_articles))
    if options.verbose:
        for line in _verbose(project, found):
            output.notice(line)


def renamed(options: Options, project: Project) -> Iterator[str]:
    """A line for each rule that the options or the config files call by a code that went away."""
    typed = (*options.select, *options.extend_select, *options.ignore)
    return registry.renamed((*typed, *selectors(project.configs())))


def needs_preview(options: Options, project: Project) -> Iterator[str]:
    """A line for each rule in preview that is named, where those do not run."""
    if options.preview:
        return
    typed = (*options.select, *options.extend_select)
    off = registry.in_preview()
    for name in dict.fromkeys((*typed, *selectors(project.configs()))):
        found = registry.named(name)
        if found and found <= off:
            yield f"`{name}` is in preview and does not run: --preview switches it on"


def not_checked(project: Project) -> Iterator[str]:
    """A line for a JSON Schema that a config names, where what reads it is not installed."""
    given = [layer.schema for one in project.configs() for layer in (one, *one.overrides)]
    if any(given):
        from newslint.config.schemas.own import is_installed

        if not is_installed():
            yield "articles are not checked by `schema`: install `newslint[schema]`"


def why_nothing(options: Options, found: Discovery) -> str:
    """Why no file is checked, should that be so."""
    if found.files and (options.changed or options.since):
        return "git says that none of the files differ"
    if found.reasons:
        return f"skipped {found.reasons}"
    where = "in this folder" if options.paths == (".",) else f"in {', '.join(options.paths[:3])}"
    return f"no article was found {where}; names of articles end in {IN_WORDS}"


def _skipped(names: tuple[str, ...]) -> str:
    """One line for all the files that were named and are not articles."""
    count, most = len(names), 3
    shown = ", ".join(printable(display(Path(name))) for name in names[:most])
    more = f" and {count - most:,} more" if count > most else ""
    what = (
        "1 file skipped, not an article" if count == 1 else f"{count:,} files skipped, not articles"
    )
    return f"{what}: {shown}{more}; names of articles end in {IN_WORDS}, or as `extension` says"


def _verbose(project: Project, found: Discovery) -> Iterator[str]:
    site = project.site(Path.cwd())
    yield f"config: {site.config_file or 'none'}; target: {site.generator.name}"
    yield f"{len(found.files)} files; skipped: {found.reasons or 'nothing'}"
