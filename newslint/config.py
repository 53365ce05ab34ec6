"""The user's settings: files, layers, presets; and what holds for one article."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from newslint.errors import NewslintError
from newslint.registry import rules_folder
from newslint.schema import FieldSpec
from newslint.text.nearest import did_you_mean

FILE_NAMES = ("newslint.toml", ".newslint.toml", "pyproject.toml")
PRESETS = ("default", "news", "strict")
TARGETS = ("hugo", "generic")

Severity = Literal["error", "warning", "info"]
FailOn = Literal["error", "warning", "info", "never"]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab)


class LimitsSection(_Section):
    """`[limits]`: beyond them a file is reported, not read."""

    max_bytes: int = 10 * 1024 * 1024
    max_block: int = 1024 * 1024
    max_keys: int = 1000
    max_depth: int = 100


class Layer(_Section):
    """What a preset, the top of a config file or an override may say of articles."""

    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fields: dict[str, FieldSpec] = {}
    rules: dict[str, dict[str, Any]] = {}
    severity: dict[str, Severity] = {}


class Override(Layer):
    """One `[[overrides]]` table: a layer for the paths that match."""

    paths: tuple[str, ...]


class Config(Layer):
    """A whole config file; every default is what holds without one."""

    extend: str | None = None
    preset: Literal["default", "news", "strict"] = "default"
    target: Literal["hugo", "generic"] | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    timezone: str | None = None
    select: tuple[str, ...] | None = None
    unsafe_fixes: bool = False
    fail_on: FailOn = "warning"
    output_format: str | None = None
    show_fixes: bool = False
    statistics: bool = False
    jobs: int | None = None
    limits: LimitsSection = LimitsSection()
    sources: dict[str, str] = {}
    overrides: tuple[Override, ...] = ()


def own_file(folder: Path) -> Path | None:
    """The config file that lies in a folder itself, or None."""
    for name in FILE_NAMES:
        path = folder / name
        if path.is_file() and (name != "pyproject.toml" or "newslint" in _tool_table(path)):
            return path
    return None


def load(path: Path) -> Config:
    """The config of a file, with what it extends below it.

    Raises NewslintError, one line with file, key and remedy.
    """
    return parse(_layered(path, ()), str(path))


def parse(data: Mapping[str, Any], where: str) -> Config:
    """A config from its data. Raises NewslintError; `where` names the file."""
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        raise NewslintError(f"{where}: {_first_mistake(error)}") from None


def preset_layer(name: str) -> Layer:
    """What a preset says besides the rules that it switches on (those say it themselves)."""
    return Layer.model_validate(_read(rules_folder() / f"preset_{name}.toml"))


def _layered(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    data = _tool_table(path).get("newslint", {}) if path.name == "pyproject.toml" else _read(path)
    base = data.get("extend")
    if not isinstance(base, str):
        return data
    below = (path.parent / base).resolve()
    if below in seen:
        raise NewslintError(f"{path}: `extend` leads back to {base}")
    if not below.is_file():
        raise NewslintError(f"{path}: `extend` names {base}, which does not exist")
    return merge(_layered(below, (*seen, path.resolve())), data)


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are merged key by key; anything else of the upper layer replaces the lower one's."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = merge(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _tool_table(path: Path) -> dict[str, Any]:
    tool = _read(path).get("tool", {}) if b"newslint" in path.read_bytes() else {}
    return tool if isinstance(tool, dict) else {}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NewslintError(f"{path}: not valid TOML: {error}") from None
    except OSError as error:
        raise NewslintError(f"{path}: cannot be read: {error.strerror}") from None


def _first_mistake(error: ValidationError) -> str:
    details = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in details["loc"])
    if details["type"] == "extra_forbidden":
        last = str(details["loc"][-1])
        return f"unknown key `{place}`{did_you_mean(last, _known_keys(details['loc']))}"
    message = details["msg"][:1].lower() + details["msg"][1:]
    return f"`{place}`: {message}"


def _known_keys(place: tuple[int | str, ...]) -> list[str]:
    model: type[BaseModel] = Config
    if "fields" in place[:-1]:
        model = FieldSpec
    elif place[0] == "limits" and len(place) > 1:
        model = LimitsSection
    elif place[0] == "overrides":
        model = Override
    return [_kebab(name) for name in model.model_fields]
