"""What the command line says of articles: the layer above every config file."""

from __future__ import annotations

from datetime import datetime

from newslint.config.options import Options
from newslint.model.diagnostics import Preset
from newslint.model.records import dataclass, fields


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What the command line says of articles; it stands above every config file."""

    preset: Preset | None = None
    target: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    now: datetime | None = None
    from_encoding: str | None = None
    habits: bool | None = None
    preview: bool | None = None
    allow_code: bool = False
    fixable: tuple[str, ...] = ()
    unfixable: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, options: Options) -> CommandLine:
        """What was typed of it; a default is not."""
        typed = (one.name for one in fields(cls) if one.name in options.typed)
        return cls(**{name: getattr(options, name) for name in typed})
