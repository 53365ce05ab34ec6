"""newslint checks and fixes the front matter of articles.

The public API: `Linter` for a site, `check_text`, `fix_text` and `check_paths` for one call, and
the values that they give, `Diagnostic`, `FileResult` and `Facts`. `load`, `loads`, `dump` and
`dumps` are those of python-frontmatter, but keep all that was not changed; `Handler` does that for
its own functions; `check_post` and `fix_post` take any of its posts. `add_to_vocabulary` edits the
file of a site's terms; `NewslintError` is a mistake in the set-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.api import check_paths, check_text, fix_text
    from newslint.library.handler import Handler, LoadedPost
    from newslint.library.posts import dump, dumps, load, loads
    from newslint.linter import Linter
    from newslint.model.diagnostics import Diagnostic, DiagnosticFix, FileResult, PlacedEdit
    from newslint.model.errors import NewslintError
    from newslint.model.facts import Facts
    from newslint.model.spans import Edit, Position
    from newslint.posts import check_post, fix_post
    from newslint.vocabulary_file import add_to_vocabulary

__version__ = "0.1.0"

_HOMES = {
    "add_to_vocabulary": "newslint.vocabulary_file",
    "check_paths": "newslint.api",
    "check_post": "newslint.posts",
    "check_text": "newslint.api",
    "dump": "newslint.library.posts",
    "dumps": "newslint.library.posts",
    "fix_post": "newslint.posts",
    "fix_text": "newslint.api",
    "load": "newslint.library.posts",
    "loads": "newslint.library.posts",
    "Diagnostic": "newslint.model.diagnostics",
    "DiagnosticFix": "newslint.model.diagnostics",
    "Edit": "newslint.model.spans",
    "Facts": "newslint.model.facts",
    "FileResult": "newslint.model.diagnostics",
    "Handler": "newslint.library.handler",
    "Linter": "newslint.linter",
    "LoadedPost": "newslint.library.handler",
    "NewslintError": "newslint.model.errors",
    "PlacedEdit": "newslint.model.diagnostics",
    "Position": "newslint.model.spans",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: `newslint --version` needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """What there is, imported or not."""
    return sorted({*globals(), *__all__})


__all__ = [
    "Diagnostic",
    "DiagnosticFix",
    "Edit",
    "Facts",
    "FileResult",
    "Handler",
    "Linter",
    "LoadedPost",
    "NewslintError",
    "PlacedEdit",
    "Position",
    "__version__",
    "add_to_vocabulary",
    "check_paths",
    "check_post",
    "check_text",
    "dump",
    "dumps",
    "fix_post",
    "fix_text",
    "load",
    "loads",
]
