"""`newslint init`: learn what a site's articles do, and write the newslint.toml that says it."""

from __future__ import annotations

from inspect import Parameter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newslint.cli import output
from newslint.cli.progress import progress
from newslint.cli.run_notices import why_nothing
from newslint.cli.together import refuse_meaningless
from newslint.cli.typer_command import typer_command
from newslint.config.command_line import CommandLine
from newslint.config.load import own_file
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.files.discover import discover
from newslint.files.display import display
from newslint.model.errors import NewslintError
from newslint.report.summary import plural

if TYPE_CHECKING:
    from newslint.learn.site import Learned

OK, NOT_DONE = 0, 2


def init(options: Options) -> int:
    """Learn each site below a folder, print what was learned, write its newslint.toml.

    One that has a config already is left alone unless `--force` says otherwise. Raises
    NewslintError where there is nothing to learn from.
    """
    refuse_meaningless(options)
    (path,) = options.paths
    folder = Path(path)
    if not folder.is_dir():
        raise NewslintError(
            f"{path} is not a folder" if folder.exists() else f"{path} does not exist"
        )
    project = Project(CommandLine(), isolated=True)
    found = discover([path], project.folder)
    for line in found.notices:
        output.notice(line)
    if not found.files:
        raise NewslintError(f"nothing to learn from: {why_nothing(options, found)}")
    for error in project.broken({one.absolute().parent for one in found.files}):
        output.notice(f"{error}; its articles are learned without it")
    from newslint.learn.site import learn

    with progress(len(found.files)) as done:
        sites = learn(found.files, folder.absolute(), done)
    left = len(found.files) - sum(len(one.files) for one in sites)
    if left:
        where = "1 article lies" if left == 1 else f"{left:,} articles lie"
        output.notice(f"{where} in no site and nothing was learned of them: name their folder")
    refused = [one for one in sites if not _one(one, options)]
    return NOT_DONE if refused else OK


def _one(site: Learned, options: Options) -> bool:
    """Print what was learned of one site and write its config; False where that is refused."""
    from newslint.files.put import put
    from newslint.learn.site import FILE

    target, there = site.root / FILE, own_file(site.root)
    if options.diff:
        _print_diff(target, site.text)
        return True
    if not options.quiet:
        from newslint.cli.learned import shown

        output.emit(shown(site, output.width(), color=output.color()))
    if there is not None and not options.force:
        output.notice(
            f"{display(there)} is there already and was left as it is: "
            f"`newslint init --diff` shows what would be written, --force writes {display(target)}"
        )
        return False
    put(target, site.text)
    output.notice(_written(site, target))
    return True


def _written(site: Learned, target: Path) -> str:
    before, after = site.before, site.after
    same = before == after
    count = f"{after.problems:,} with it" if not same else "as many with it"
    return (
        f"wrote {display(target)}: `newslint check` reports {plural(before.problems, 'problem')} "
        f"without it, {count} ({plural(after.errors, 'error')}, "
        f"{plural(after.warnings, 'warning')})"
    )


def _print_diff(target: Path, text: str) -> None:
    """The file as a patch against what is there."""
    from newslint.files.setup import read_setup
    from newslint.model.diagnostics import FileResult
    from newslint.report.patch import patch

    before = read_setup(target).text if target.is_file() else ""
    made = patch([FileResult(display(target), (), before, text)], output.color())
    if not before:
        made = f"--- /dev/null\n{made.partition(chr(10))[2]}"
    output.emit(made)


FOLDER = Parameter(
    "folder",
    Parameter.KEYWORD_ONLY,
    default=".",
    annotation=Annotated[str, typer.Argument(help="The folder of a site, or of several.")],
)

command = typer_command(
    "init", init, "Learn what a site's articles do, and write a newslint.toml that says it.", FOLDER
)
