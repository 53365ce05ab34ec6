"""`check --add-ignores`: a comment in place for every problem that is left, or the baseline."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from newslint import registry
from newslint.cli import output
from newslint.cli.accepted import Baselines, counted_noun
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.files.display import display
from newslint.files.put import put
from newslint.files.read import encode, read
from newslint.files.write import real_roots, write
from newslint.frontmatter.read import read_article
from newslint.lint.ignores import with_ignores
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.errors import NewslintError
from newslint.report.summary import printable
from newslint.site.baseline import Accepted, counted, file_in, written
from newslint.site.facts import day_of

OPTION = "--add-ignores"


def with_reason(arguments: Sequence[str]) -> list[str]:
    """The line with an empty reason where `--add-ignores` has none: what follows is an option, the
    name of a file or folder, or nothing."""
    found: list[str] = []
    words = list(arguments)
    for at, word in enumerate(words):
        found.append(word)
        following = words[at + 1] if at + 1 < len(words) else "-"
        if word == "--":
            return [*found, *words[at + 1 :]]
        if word == OPTION and (following.startswith("-") or os.path.lexists(following)):
            found.append("")
    return found


class Ignores:
    """What is silenced in a run: `comments` in `files` files, and what the baselines took."""

    def __init__(self, options: Options, project: Project, baselines: Baselines) -> None:
        reason = options.add_ignores or ""
        if not reason.isprintable():
            raise NewslintError(f"{OPTION}: the reason must be one line that can be seen")
        self.reason = reason.strip()
        self.project = project
        self.baselines = baselines
        self.allowed = real_roots(Path(path).absolute() for path in options.paths)
        self.always = {rule.code for rule in registry.all_rules() if rule.always}
        self.comments = self.files = 0
        self.accepted: dict[Path, Accepted] = {}

    def add(self, results: Sequence[FileResult]) -> tuple[FileResult, ...]:
        """The results, without what was silenced."""
        left = tuple(map(self._one, results))
        for path, more in self.accepted.items():
            put(path, written(self.baselines.accepted(path) + more))
        return left

    def _one(self, result: FileResult) -> FileResult:
        meant = [one for one in result.diagnostics if self._is_meant(one)]
        if not meant:
            return result
        if not self._commented(result, meant):
            path = self.baselines.path(result.path)
            mine = counted(meant, file_in(path.parent, result.path))
            self.accepted.setdefault(path, Counter()).update(mine)
        return result._replace(
            diagnostics=tuple(one for one in result.diagnostics if one not in meant)
        )

    def _is_meant(self, one: Diagnostic) -> bool:
        """False for a habit, which one line of the config settles, and for what no comment may
        silence."""
        return not one.habit and one.code not in self.always

    def _commented(self, result: FileResult, meant: list[Diagnostic]) -> bool:
        """Write the comments for a file; False where none can stand in it."""
        path = Path(os.path.abspath(result.path))  # noqa: PTH100
        site = self.project.site(path.parent)
        settings, below = site.settings(path), site.relative(path)
        source = read(path, settings.limits, settings.encoding)
        if source.fault is not None or source.encoding:
            return False
        if site.dated:
            settings = site.settings(path, day_of(read_article(source, below, settings)))
        made = with_ignores(source, below, settings, meant, self.reason)
        if made is None:
            return False
        data = encode(made.text, source.bom)
        fault = write(path, source.data, data, self.allowed, settings.suffixes)
        if fault is not None:
            output.notice(f"{printable(result.path)}: not written: {fault.why}")
            return False
        self.comments += made.comments
        self.files += 1
        return True

    def say(self) -> None:
        """Say what was done, on standard error."""
        if self.comments:
            comments, files = (
                counted_noun(self.comments, "comment"),
                counted_noun(self.files, "file"),
            )
            output.notice(f"wrote {comments} in {files}")
        for path, more in self.accepted.items():
            number = counted_noun(sum(more.values()), "problem")
            output.notice(f"{display(path)}: {number} accepted, where no comment can stand")
