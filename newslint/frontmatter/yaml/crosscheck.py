"""The second reader of every fixed YAML block: ruamel.yaml's own parser, YAML 1.2."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, ClassVar

from newslint.frontmatter.plain import TEXT, Leaf, Pairs, Tree


def read(content: str) -> Pairs | None:
    """The block as ruamel.yaml reads it; None when it does not.

    Nodes, not values: duplicate keys are no error here, and every scalar keeps its raw text.
    """
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.nodes import MappingNode

    try:
        root = _composed(content)
        if root is None:
            return Pairs(())
        made = _node(root, {}) if isinstance(root, MappingNode) else None
    except (YAMLError, ValueError, RecursionError):
        return None
    return made if isinstance(made, Pairs) else None


class _Idle:
    """A reader that has read a block to its end. To make one takes a third of what reading an entry
    does."""

    readers: ClassVar[list[Any]] = []


def _composed(content: str) -> Any:
    """The nodes of a block. A reader that failed, or that a directive spoke to, is used no more."""
    try:
        reader = _Idle.readers.pop()
    except IndexError:
        reader = _reader()(typ="safe", pure=True)
    root = reader.compose(content)
    if "%" not in content:
        reader.doc_infos.clear()
        _Idle.readers.append(reader)
    return root


@cache
def _reader() -> Any:
    """ruamel.yaml's own class, without a look at the disk for plug-ins each time."""
    from ruamel.yaml import YAML

    class Reader(YAML):
        def official_plug_ins(self) -> list[str]:
            return []

    return Reader


def _node(node: Any, done: dict[int, Tree]) -> Tree:
    known = done.get(id(node))
    if known is not None:
        return known
    made: Tree
    if isinstance(node.value, str):
        kind = str(node.tag)
        made = Leaf(_whole(node.value), TEXT if kind.endswith(":str") else kind)
    elif node.id == "sequence":
        made = tuple([_node(item, done) for item in node.value])
    else:
        made = Pairs(tuple([(_key(key), _node(value, done)) for key, value in node.value]))
    done[id(node)] = made
    return made


def _key(node: Any) -> str:
    return _whole(node.value) if isinstance(node.value, str) else ""


def _whole(text: str) -> str:
    """The text with surrogates joined: of `"\\ud83d\\ude00"` ruamel.yaml makes two characters."""
    if text.isascii() or not re.search("[\ud800-\udbff][\udc00-\udfff]", text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
