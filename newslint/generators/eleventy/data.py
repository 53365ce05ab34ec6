"""What Eleventy's data files give an article: those of the folders above it, and its own.

Source: Eleventy 3.1, src/Data/TemplateData.js; measured. `posts/posts.json` and
`posts/posts.11tydata.json` hold for all below `posts`, `posts/a.json` and `posts/a.11tydata.json`
for `posts/a.md`; the nearer counts first, and what an article says itself, even without a value,
before all but `eleventyComputed`. Where one of them is code nothing is known.

Where layouts and global data lie is up to the site's config, which is code. What they are called
is known all the same: `_data/author.json` may give an author, the front matter of any layout more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newslint.generators.inherited import UNKNOWN, Inherited, Layer, flat, layered
from newslint.generators.shared.site_files import SiteFiles, folders_above, parse
from newslint.text.regex import regex

CONFIGS = (
    *(f"eleventy.config.{ext}" for ext in ("js", "mjs", "cjs", "ts")),
    ".eleventy.js",
    ".eleventy.cjs",
)
"""The names of the site's own config."""

_CODE = ("js", "cjs", "mjs", "ts")
_LAYOUTS = ("_includes", "_layouts")
_COMPUTED = "eleventycomputed"
_MOST_LAYOUTS = 200
_GLOBAL = regex(r"""addGlobalData\(\s*(?:["'`]([^"'`$\n]+)["'`])?""")
_FRONT = regex(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


class DirectoryData:
    """The data files of a site. Each folder is listed, and each file read, once."""

    def __init__(self, root: Path) -> None:
        self._files = SiteFiles(root)
        self._by_folder: dict[str, tuple[Layer | None, ...]] = {}
        self._above: dict[str, Inherited] = {}
        self._global: tuple[Layer | None, ...] | None = None
        self._custom = False

    def inherited(self, path: str) -> Inherited:
        """What the article with that path, below the site's root, is given."""
        folders = folders_above(path)
        if folders is None:
            return UNKNOWN
        self._everywhere()
        folder, _, name = path.rpartition("/")
        own = tuple(self._layers(folder, name.rpartition(".")[0])) if folder else ()
        if own:
            return _merged((*self._chain(folders), *own))
        if folder not in self._above:
            self._above[folder] = _merged(self._chain(folders))
        return self._above[folder]

    def _chain(self, folders: tuple[str, ...]) -> Iterator[Layer | None]:
        yield from self._everywhere()
        for folder in ("", *folders):
            if folder not in self._by_folder:
                self._by_folder[folder] = tuple(self._in_folder(folder))
            yield from self._by_folder[folder]

    def _in_folder(self, folder: str) -> Iterator[Layer | None]:
        names = self._files.names(folder)
        if names is None:
            yield None
            return
        if "_data" in names:
            yield from self._global_data(f"{folder}/_data" if folder else "_data")
        for own in _LAYOUTS:
            if own in names:
                yield self._layouts(f"{folder}/{own}" if folder else own)
        if folder:
            yield from self._layers(folder, folder.rpartition("/")[2])

    def _layers(self, folder: str, stem: str) -> Iterator[Layer | None]:
        """The data files with that stem in a folder; None for one that cannot be read."""
        names = self._files.names(folder) or frozenset()
        for base in (stem, f"{stem}.11tydata"):
            if f"{base}.json" in names:
                values = self._files.data(folder, f"{base}.json")
                yield None if values is None else Layer(values)
        yield from (None for ext in _CODE if f"{stem}.11tydata.{ext}" in names)
        if self._custom:
            others = ("yaml", "yml", "toml", "json5", "jsonc")
            both = (f"{base}.{ext}" for base in (stem, f"{stem}.11tydata") for ext in others)
            yield from (None for name in both if name in names)

    def _global_data(self, folder: str) -> Iterator[Layer | None]:
        """What global data is called; what of it is computed for each article."""
        names = self._files.names(folder)
        if names is None:
            yield None
            return
        stems = {name.partition(".")[0]: name for name in sorted(names)}
        yield Layer(dict.fromkeys(stems, "?"), certain=False)
        computed = next((stems[stem] for stem in stems if stem.lower() == _COMPUTED), "")
        if computed:
            values = self._files.data(folder, computed)
            yield None if values is None else Layer({_COMPUTED: values})

    def _layouts(self, folder: str) -> Layer | None:
        """All that the layouts in a folder say: which of them is an article's is not asked."""
        names = self._files.names(folder)
        if names is None:
            return None
        said: dict[str, Any] = {}
        for name in sorted(names)[:_MOST_LAYOUTS]:
            text = (self._files.text(folder, name) if "." in name else "") or ""
            front = _FRONT.match(text)
            said |= (parse(front[1], "yaml") or {}) if front else {}
        return Layer(said, certain=False)

    def _everywhere(self) -> tuple[Layer | None, ...]:
        """Global data of the config, by its name in the code."""
        if self._global is None:
            names = self._files.names("") or frozenset()
            texts = (self._files.text("", name) or "" for name in CONFIGS if name in names)
            text = "".join(texts)
            keys = _GLOBAL.findall(text)
            self._custom = "addDataExtension" in text or "setDataFileSuffixes" in text
            known = all(keys) and "setDataFileBaseName" not in text
            self._global = (Layer(dict.fromkeys(keys, "?"), certain=False) if known else None,)
        return self._global


def _merged(layers: Iterable[Layer | None]) -> Inherited:
    """The layers, and what is computed, which takes the place of all others."""
    made = layered(layers)
    computed = {key: value for key, value in made.values.items() if key.startswith(_COMPUTED + ".")}
    if not computed:
        return made
    values = {key.partition(".")[2]: value for key, value in computed.items()}
    over = frozenset(key for key, _ in flat(values))
    return made._replace(values={**made.values, **values}, maybe=made.maybe - over, over=over)
