"""`newslint check`: report, write nothing (unless `--fix`)."""

from newslint.cli.start import start
from newslint.cli.typer_command import typer_command

command = typer_command(
    "check", start, "Report what is wrong in the front matter of articles; write nothing."
)
