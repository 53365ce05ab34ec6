"""Where `check` and `fix` begin: what only asks about a run is answered here, without one."""

from __future__ import annotations

from pathlib import Path

from newslint import __version__
from newslint.cli import output
from newslint.cli.run_notices import say_found
from newslint.cli.run_outcome import NOT_DONE, OK
from newslint.cli.together import refuse_meaningless
from newslint.config.command_line import CommandLine
from newslint.config.options import Options, merged
from newslint.config.project import Project
from newslint.files.discover import discover
from newslint.files.display import display
from newslint.report.summary import printable


def start(typed: Options) -> int:
    """Print the version or the names of files, or else check or fix; return the exit code.

    Raises NewslintError for a run that cannot be done.
    """
    if typed.version:
        output.emit(f"newslint {__version__}\n")
        return OK
    if typed.show_files:
        return _show_files(typed)
    from newslint.cli.lint import lint

    return lint(typed)


def _show_files(typed: Options) -> int:
    refuse_meaningless(typed)
    project = Project(CommandLine.of(typed), config_file=typed.config, isolated=typed.isolated)
    options = merged(typed, project.site(Path.cwd()).config)
    found = discover(options.paths, project.folder, force_exclude=options.force_exclude)
    say_found(options, project, found)
    files = found.files
    if options.changed or options.since is not None:
        from newslint.files.git import changed_files, only_changed

        files = only_changed(files, changed_files(Path.cwd(), options.since))
    output.emit("".join(f"{printable(display(file))}\n" for file in files))
    return NOT_DONE if found.missing or found.notices else OK
