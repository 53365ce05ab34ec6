"""A JSON Schema with the files of the site that it refers to, each read once.

A relative `$ref` is looked for beside the file that has it, also where an `$id` gives the schema
another address: what is meant to be published lies in the checkout. No address is ever asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from newslint.files.setup import leads_out, read_setup
from newslint.text.plain_data import NotPlainError, read

MOST_FILES = 50
"""Files that one schema is made of."""

MOST_REFS = 2_000
"""References in them: what compiling a chain of them takes grows as its length squared."""

OUTSIDE = "it lies outside the site"

_META = ("http://json-schema.org/", "https://json-schema.org/")
"""Addresses of the schemas of schemas, which every validator has."""

_ONE = (
    *("items", "additionalItems", "contains", "unevaluatedItems", "additionalProperties"),
    *("unevaluatedProperties", "propertyNames", "not", "if", "then", "else", "contentSchema"),
)
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems", "items")
_NAMED = (
    *("properties", "patternProperties", "dependentSchemas", "dependencies"),
    *("$defs", "definitions"),
)
_REFS = ("$ref", "$dynamicRef", "$recursiveRef")


class SchemaMistakeError(ValueError):
    """What is wrong with a schema, in one line without the file that was asked for."""


def subschemas(schema: dict[str, Any]) -> Iterator[Any]:
    """The schemas inside a schema, one level down."""
    for name in _ONE:
        if isinstance(schema.get(name), dict | bool):
            yield schema[name]
    for name in _MANY:
        if isinstance(schema.get(name), list):
            yield from schema[name]
    for name in _NAMED:
        if isinstance(schema.get(name), dict):
            yield from schema[name].values()


class Documents:
    """The files of a schema. Raises SchemaMistakeError for what cannot be read or followed.

    `folder` is the site's: what lies outside it is not read. `resources` are the files by address,
    `targets` what the references of each schema (by its id) lead to.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self.folder = folder
        self.resources: dict[str, Any] = {}
        self.targets: dict[int, list[Any]] = {}
        self.patterns: list[str] = []
        self._bases: dict[str, tuple[Any, Path]] = {}
        self._anchors: dict[tuple[str, str], Any] = {}
        self._dynamic: dict[str, list[Any]] = {}
        self._pending: list[tuple[dict[str, Any], str, str, Path]] = []
        self._late: list[tuple[dict[str, Any], str]] = []
        self._seen: set[int] = set()
        self._refs = 0
        self.uri = path.as_uri()
        self.root = self._add(self.uri, path)
        while self._pending:
            self._follow(*self._pending.pop())
        for schema, anchor in self._late:
            self._targets_of(schema).extend(self._dynamic.get(anchor, ()))

    def _add(self, uri: str, path: Path) -> Any:
        if len(self.resources) >= MOST_FILES:
            raise SchemaMistakeError(f"it refers to more than {MOST_FILES} files")
        data = self.resources[uri] = self._read(path)
        self._bases[uri] = (data, path)
        self._scan(data, uri, path)
        return data

    def _read(self, path: Path) -> Any:
        shown = path.name
        try:
            if leads_out(path, self.folder):
                raise SchemaMistakeError(f"{shown} cannot be read: {OUTSIDE}")
            source = read_setup(path, self.folder)
        except (OSError, ValueError) as error:  # a NUL in its name, a loop of links
            if isinstance(error, SchemaMistakeError):
                raise
            raise SchemaMistakeError(f"{shown} cannot be read") from None
        if source.fault is not None:
            why = getattr(source.fault, "what", "it is not UTF-8")
            raise SchemaMistakeError(f"{shown} cannot be read: {why}")
        try:
            data = read(source.text, "json")
        except NotPlainError as error:
            raise SchemaMistakeError(f"{shown} is not valid JSON: {error}") from None
        if not isinstance(data, dict | bool):
            raise SchemaMistakeError(f"{shown} is no JSON Schema: it must hold an object")
        return data

    def _scan(self, schema: Any, base: str, path: Path) -> None:
        """Note what a schema and those in it are called, and what they refer to."""
        stack = [(schema, base)]
        while stack:
            one, base = stack.pop()
            if not isinstance(one, dict) or id(one) in self._seen:
                continue
            self._seen.add(id(one))
            base = self._name(one, base, path)
            self._note(one, base, path)
            stack.extend((inside, base) for inside in subschemas(one))

    def _name(self, schema: dict[str, Any], base: str, path: Path) -> str:
        """The address of a schema, noted with its anchors."""
        given = schema.get("$id", schema.get("id"))
        if isinstance(given, str) and given.startswith("#"):
            self._anchors[base, given[1:]] = schema
        elif isinstance(given, str):
            base = _join(base, given)[0]
            self._bases.setdefault(base, (schema, path))
        for name in ("$anchor", "$dynamicAnchor"):
            if isinstance(schema.get(name), str):
                self._anchors[base, schema[name]] = schema
        if isinstance(schema.get("$dynamicAnchor"), str):
            self._dynamic.setdefault(schema["$dynamicAnchor"], []).append(schema)
        if schema.get("$recursiveAnchor") is True:
            self._dynamic.setdefault("", []).append(schema)
        return base

    def _note(self, schema: dict[str, Any], base: str, path: Path) -> None:
        """Note the references and the patterns of one schema."""
        for name in _REFS:
            reference = schema.get(name)
            if isinstance(reference, str):
                self._refs += 1
                self._pending.append((schema, base, reference, path))
                if name != "$ref":
                    self._late.append((schema, reference.rpartition("#")[2]))
        if self._refs > MOST_REFS:
            raise SchemaMistakeError(f"it has more than {MOST_REFS} references")
        if isinstance(schema.get("pattern"), str):
            self.patterns.append(schema["pattern"])
        named = schema.get("patternProperties")
        if isinstance(named, dict):
            self.patterns.extend(named)

    def _follow(self, schema: dict[str, Any], base: str, reference: str, path: Path) -> None:
        url, fragment = _join(base, reference)
        if url not in self._bases:
            if url.startswith(_META):
                return
            self._add(url, self._path(url, reference, path))
        document, there = self._bases[url]
        target = document
        if fragment.startswith("/"):
            target = _pointed(document, fragment)
        elif fragment:
            target = self._anchors.get((url, fragment))
        if not isinstance(target, dict | bool):
            raise SchemaMistakeError(f"`$ref` {_shown(reference)} leads nowhere")
        self._targets_of(schema).append(target)
        self._scan(target, url, there)

    def _path(self, url: str, reference: str, path: Path) -> Path:
        """The file that a reference names."""
        split = urlsplit(url)
        own = urlsplit(reference)
        if split.scheme == "file" and split.netloc in ("", "localhost"):
            name = unquote(split.path)
            return Path(name[1:] if os.name == "nt" else name)
        if not own.scheme and not own.netloc and own.path:
            return path.parent / unquote(own.path)
        raise SchemaMistakeError(
            f"`$ref` {_shown(reference)} is an address; only files of the site are read"
        )

    def _targets_of(self, schema: dict[str, Any]) -> list[Any]:
        return self.targets.setdefault(id(schema), [])


def _join(base: str, reference: str) -> tuple[str, str]:
    try:
        url, fragment = urldefrag(urljoin(base, reference))
    except ValueError:
        raise SchemaMistakeError(f"`$ref` {_shown(reference)} is no address") from None
    return url, unquote(fragment)


def _pointed(document: Any, pointer: str) -> Any:
    """What a JSON pointer leads to; None where it leads nowhere."""
    found = document
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found, dict):
            found = found.get(name)
        elif isinstance(found, list) and name.isascii() and name.isdecimal() and len(name) < 9:
            found = found[int(name)] if int(name) < len(found) else None
        else:
            return None
    return found


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
