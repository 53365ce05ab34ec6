"""`newslint check`: report, write nothing (unless `--fix`)."""

from newslint.cli.lint import lint
from newslint.cli.typer_command import typer_command

command = typer_command(
    "check", lint, "Report what is wrong in the front matter of articles; write nothing."
)
