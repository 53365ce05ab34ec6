"""What was written is read back: one value by libyaml."""

from __future__ import annotations

from yaml import ScalarNode, SequenceNode
from yaml.error import YAMLError

from newslint.frontmatter.contract import MAX_DEPTH
from newslint.frontmatter.yaml.compose import Composer, with_surrogates, without_surrogates
from newslint.frontmatter.yaml.guards import too_deep


def read_back(raw: str, flow: bool) -> str | None:
    """The text that libyaml reads when this stands as a value; None when it is no single value."""
    content = f"- [{raw}]\n" if flow else f"- {raw}\n"
    shown = without_surrogates(content)
    if too_deep(shown, 0, MAX_DEPTH):
        return None
    try:
        node = Composer(shown).get_single_node()
    except YAMLError:
        return None
    for _ in range(2 if flow else 1):
        if not isinstance(node, SequenceNode) or len(node.value) != 1:
            return None
        node = node.value[0]
    if not isinstance(node, ScalarNode):
        return None
    text: str = node.value
    return text if shown is content else with_surrogates(text)
