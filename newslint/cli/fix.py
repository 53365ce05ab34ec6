"""`newslint fix`: fix what is safe, report what is left. The same as `check --fix`."""

from newslint.cli.start import start
from newslint.cli.typer_command import typer_command

command = typer_command("fix", start, "Fix in place what is safe to fix, then report what is left.")
