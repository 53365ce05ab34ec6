"""The repairs that there are, in the order in which they are tried.

Each is a small function that proposes, and says in its docstring what mistake it undoes and why
nothing else can be meant. Of a value, a proposal counts when the value then parses on its own, to
exactly the text that the repair claims; where a second one fits with another text, neither is
certain. Of lines, it counts when their entry then parses, with all of its words in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.frontmatter.yaml.repair import bare, indents, quotes
from newslint.frontmatter.yaml.repair.align import realigned
from newslint.frontmatter.yaml.repair.trial import Proposal
from newslint.frontmatter.yaml.repair.value import BrokenValue

ValueRepair = Callable[[BrokenValue], Iterator[Proposal]]
LineRepair = Callable[[indents.BrokenEntry], Iterator[list[Proposal]]]

VALUE_REPAIRS: tuple[ValueRepair, ...] = (
    bare.key_twice,
    quotes.text_behind_quotes,
    quotes.quote_too_many,
    quotes.unescaped_quotes,
    quotes.bad_escapes,
    quotes.quoted_word_first,
    quotes.unclosed_quotes,
    quotes.smart_delimiters,
    quotes.quotes_in_brackets,
    bare.empty_items,
    bare.hashtags_in_brackets,
    bare.unclosed_brackets,
    bare.list_on_the_line,
    bare.unindented_lines,
    bare.unopened_quotes,
)
LAST_VALUE_REPAIRS: tuple[ValueRepair, ...] = (bare.special_text,)
"""Tried on a value that none of the others fits."""

LINE_REPAIRS: tuple[LineRepair, ...] = (
    indents.tabs,
    indents.glued_items,
    indents.bullets,
    indents.commented_key,
    indents.unindented_block,
    indents.mistyped_colons,
    indents.missing_dashes,
    realigned,
)
"""Tried on an entry whose values all parse."""
