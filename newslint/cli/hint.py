"""What a newcomer is told once: that `newslint init` writes a config."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from newslint.cli import output
from newslint.config.options import Options
from newslint.config.project import Project

FEWEST = 20
"""Articles from which there is something to learn."""

_NOBODY_READS = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "PRE_COMMIT", "GIT_INDEX_FILE")
"""Variables that CI servers and hooks set."""


def hint(options: Options, project: Project, articles: int) -> None:
    """Say in one line what `init` would do, on a terminal, where no config holds: once for a site,
    as far as that can be remembered."""
    site = project.site(Path.cwd())
    told = options.quiet or options.isolated or options.config or options.mode == "diff"
    folder = any(os.path.isdir(path) for path in options.paths)  # noqa: PTH112
    if told or not folder or articles < FEWEST or site.config_file is not None:
        return
    if not sys.stderr.isatty() or any(map(os.environ.get, _NOBODY_READS)):
        return
    from newslint.site.cache_folder import cache_folder, is_first

    if options.no_cache or is_first(cache_folder(options.cache_dir), site.folder):
        output.notice(
            f"there is no newslint.toml yet: `newslint init` learns from these {articles:,} "
            "articles and writes one (`--diff` only shows it)"
        )
