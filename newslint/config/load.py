"""The user's settings: files, layers, presets; and what holds for one article."""

from __future__ import annotations

import functools
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.config.extended import placed
from newslint.config.field_spec import FieldSpec, ItemSpec
from newslint.config.mistakes import mistake
from newslint.config.options import Keys
from newslint.config.plain_config import taken
from newslint.config.required import check_version
from newslint.files import ask
from newslint.files.names import read_extension
from newslint.files.read import position
from newslint.files.setup import LEADS_OUT, leads_out, read_bytes, read_setup
from newslint.model.diagnostics import Severity
from newslint.model.errors import NewslintError
from newslint.model.faults import NotUtf8
from newslint.model.limits import Limits
from newslint.model.records import dataclass, field, fields
from newslint.registry import rules_folder
from newslint.text.did_you_mean import did_you_mean
from newslint.text.plain_data import check_keys

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

FILE_NAMES = ("newslint.toml", ".newslint.toml", "pyproject.toml")

MOST_FILES = 100
"""Files that may `extend` one another."""


# The sections are plain dataclasses, so that a run without a config file needs no pydantic to have
# their defaults; what of a file is not plainly right goes through a pydantic TypeAdapter of them.


@dataclass(frozen=True, kw_only=True)
class Layer:
    """What a preset, the top of a config file or an override may say of articles.

    `style` holds options of the rules for the house's form, by their names in the config; `schema`
    is a file with a JSON Schema and `model` a class of pydantic's (`module:Class`), empty for none.
    """

    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fields: dict[str, FieldSpec] = field(default_factory=dict)
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    severity: dict[str, Severity] = field(default_factory=dict)
    style: dict[str, Any] = field(default_factory=dict)
    schema: str | None = None
    model: str | None = None


@dataclass(frozen=True, kw_only=True)
class Override(Layer):
    """One `[[overrides]]` table: a layer for the paths that match, and for articles before a day.

    At least one of the two is said; the day is the article's own.
    """

    paths: tuple[str, ...] = ()
    before: date | None = None


@dataclass(frozen=True, kw_only=True)
class Config(Layer, Keys):
    """A whole config file; every default is what holds without one.

    `Keys` are those that the command line has, too. Its `--no-habits` says `said_once` False, too.
    """

    extend: str | None = None
    include: tuple[str, ...] = ()
    respect_gitignore: bool = True
    extension: dict[str, str] = field(default_factory=dict)
    timezone: str | None = None
    limits: Limits = field(default_factory=Limits)
    sources: dict[str, str] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    said_once: bool = True
    rule_paths: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    baseline: str | None = None
    required_version: str | None = None

    @property
    def parts(self) -> tuple[Override, ...]:
        """The overrides, and those that `per-file-ignores` amounts to."""
        ignores = self.per_file_ignores.items()
        return (*self.overrides, *(Override(paths=(p,), ignore=codes) for p, codes in ignores))


def selectors(layers: Iterable[Layer]) -> Iterator[str]:
    """Every code, family and name of a rule that the layers name, and those of their overrides."""
    for layer in layers:
        yield from (*layer.ignore, *layer.extend_select, *layer.rules, *layer.severity)
        if isinstance(layer, Config):
            yield from layer.select or ()
            yield from (*layer.fixable, *layer.unfixable)
            yield from selectors(layer.parts)


SECTIONS = (Limits, Layer, Override, Config, FieldSpec, ItemSpec)


def own_file(folder: Path) -> Path | None:
    """The config file that lies in a folder itself, or None."""
    for name in FILE_NAMES:
        path = folder / name
        if _is_file(path) and leads_out(path):
            raise NewslintError(f"{path}: cannot be read: {LEADS_OUT}")
        if _is_file(path) and (name != "pyproject.toml" or "newslint" in _tool_table(path)):
            return path
    return None


def _is_file(path: Path) -> bool:
    """False too for a folder that may not be entered, where `Path.is_file` raises."""
    return ask.is_file(path)


def load(path: Path) -> tuple[Config, frozenset[str]]:
    """The config of a file, with what it extends below it, and the keys that it says.

    Raises NewslintError, one line with file, key and remedy.
    """
    try:
        data = functools.reduce(merge, (data for _, data in files_of(path)))
        return parse(data, str(path)), frozenset(data)
    except RecursionError:
        raise NewslintError(f"{path}: tables are nested too deeply") from None


def parse(data: Mapping[str, Any], where: str) -> Config:
    """A config from its data. Raises NewslintError; `where` names the file."""
    data = dict(data)
    if "required-version" in data:  # before all else: a newer config may have keys of its own
        check_version(data["required-version"], sys.modules["newslint"].__version__, where)
    if "extension" in data:
        data["extension"] = _extension(data["extension"], where)
    config = taken(Config, data) or _validated(data, where)
    if config.jobs is not None and config.jobs < 1:
        raise NewslintError(f"{where}: `jobs` must be 1 or more")
    if any(not one.paths and one.before is None for one in config.overrides):
        raise NewslintError(f"{where}: `overrides` must say `paths`, `before` or both")
    for role, spec in (
        (r, s) for one in (config, *config.overrides) for r, s in one.fields.items()
    ):
        if found := spec.contradiction:
            raise NewslintError(f"{where}: `fields.{role}`: {found[0]} is more than {found[1]}")
    if config.timezone is not None:
        _known_zone(config.timezone, where)
    if config.from_encoding:
        _check_encoding(config.from_encoding, where)
    return config


def _validated(data: Mapping[str, Any], where: str) -> Config:
    """The config as pydantic makes it of its data, or its word on what is wrong."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_python(data)
    except ValidationError as error:
        raise NewslintError(f"{where}: {_first_mistake(error)}") from None


@functools.cache
def _adapter() -> TypeAdapter[Config]:
    from pydantic import ConfigDict, TypeAdapter

    rules = ConfigDict(extra="forbid", alias_generator=kebab)
    for section in SECTIONS:
        setattr(section, "__pydantic_config__", rules)  # noqa: B010  # pydantic's own hook
    return TypeAdapter(Config)


def _extension(given: object, where: str) -> dict[str, str]:
    try:
        return read_extension(given)
    except ValueError as error:
        raise NewslintError(f"{where}: {error}") from None


def _known_zone(name: str, where: str) -> None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NewslintError(
            f"{where}: `timezone`: unknown time zone `{name}`; "
            "expected an IANA name such as Europe/Madrid"
        ) from None


def _check_encoding(name: str, where: str) -> None:
    from newslint.files.encodings import known_encoding

    try:
        known_encoding(name)
    except ValueError as error:
        raise NewslintError(f"{where}: `from-encoding`: {error}") from None


@functools.cache
def preset_layer(name: str) -> Layer:
    """What a preset says besides the rules that it switches on (those say it themselves)."""
    data = _read(rules_folder() / f"preset_{name}.toml")
    specs = {role: FieldSpec(**_snake(table)) for role, table in data.pop("fields", {}).items()}
    return Layer(fields=specs, **_snake(data))


def kebab(name: str) -> str:
    """How the config writes a name of the code."""
    return name.replace("_", "-")


def _snake(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in table.items()}


def files_of(path: Path) -> list[tuple[Path, dict[str, Any]]]:
    """A config file and those below it that it extends, each with what it says itself: the lowest
    first. Raises NewslintError."""
    found: list[tuple[Path, dict[str, Any]]] = []
    seen: list[Path] = []
    while True:
        named = path.name == "pyproject.toml"
        data = _tool_table(path).get("newslint", {}) if named else _read(path)
        data = placed(data, path.parent) if found and isinstance(data, dict) else data
        found.insert(0, (path, data))
        base = data.get("extend")
        if not isinstance(base, str):
            return found
        seen.append(Path(ask.real_path(path)))
        path = _extended(path, base, seen)


def _extended(path: Path, base: str, seen: list[Path]) -> Path:
    """The file that one extends, of which `seen` are those that were read."""
    try:
        below = Path(ask.real_path(path.parent / base))
    except (OSError, ValueError):  # a name that is too long, or none
        below = path.parent
    if below in seen:
        raise NewslintError(f"{path}: circular `extend`: {base} is already being read")
    if len(seen) > MOST_FILES:
        raise NewslintError(f"{path}: `extend` chain longer than {MOST_FILES} files")
    if not _is_file(below):
        raise NewslintError(f"{path}: `extend`: {base} does not exist")
    return below


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are merged key by key; anything else of the upper layer replaces the lower one's."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = merge(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _tool_table(path: Path) -> dict[str, Any]:
    tool = _read(path, only_with=b"newslint").get("tool", {})
    return tool if isinstance(tool, dict) else {}


def _read(path: Path, only_with: bytes = b"") -> dict[str, Any]:
    """What stands in a TOML file; nothing of one without these bytes. Raises NewslintError."""
    data = _bytes_of(path)
    try:
        text = str(data, "utf-8-sig") if only_with in data else ""
        check_keys(text)
        return tomllib.loads(text)
    except RecursionError:
        raise NewslintError(f"{path}: invalid TOML: tables are nested too deeply") from None
    except ValueError as error:  # a number with too many digits for Python, too
        raise NewslintError(
            f"{path}: invalid TOML: {str(error)[:1].lower()}{str(error)[1:]}"
        ) from None


def _bytes_of(path: Path) -> bytes:
    """The bytes of a config file, wherever it lies. Raises NewslintError."""
    data = read_bytes(path)
    if isinstance(data, bytes):
        return data
    raise NewslintError(f"{path}: cannot be read: {data.what}")


def read_yaml(path: Path) -> Any:
    """What stands in a YAML file, as `parse_yaml` has it. Raises ValueError."""
    source = read_setup(path)
    if source.fault is None:
        return parse_yaml(source.text)
    if isinstance(source.fault, NotUtf8):
        row = position(source.text, source.fault.span.start).row
        raise ValueError(f"not valid YAML: it is not UTF-8 (at line {row})")
    raise ValueError(f"cannot be read: {source.fault.what}")


def parse_yaml(text: str) -> Any:
    """What stands in a YAML text, every value as text: `no` is a word, not a boolean.

    Raises ValueError with one line that says what is wrong and where.
    """
    from newslint.text.plain_data import NotPlainError, read

    try:
        return read(text, "yaml", texts=True)
    except NotPlainError as error:
        row = f" in line {error.row}" if error.row else ""
        raise ValueError(f"not valid YAML{row}: {error.words}") from None


def _first_mistake(error: ValidationError) -> str:
    unknown = ("extra_forbidden", "unexpected_keyword_argument")
    mistakes = error.errors(include_url=False)
    details = next((one for one in mistakes if one["type"] in unknown), mistakes[0])
    place = ".".join(str(part) for part in details["loc"])
    if details["type"] in unknown:
        last = str(details["loc"][-1])
        if place == "tool":
            return "unknown key `tool`: here the keys stand at the top, without `[tool.newslint]`"
        return f"unknown key `{place}`{did_you_mean(last, _known_keys(details['loc']))}"
    return f"`{place}`{mistake(details)}"


def _known_keys(place: tuple[int | str, ...]) -> list[str]:
    section: type = Config
    if "fields" in place[:-1]:
        section = ItemSpec if place[-2] == "items" else FieldSpec
    elif place[0] == "limits" and len(place) > 1:
        section = Limits
    elif place[0] == "overrides":
        section = Override
    return [kebab(option.name) for option in fields(section)]
