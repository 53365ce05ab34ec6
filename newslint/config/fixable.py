"""Which rules are only reported: what `fixable` and `unfixable` say, in files and as typed."""

from __future__ import annotations

from collections.abc import Iterable

from newslint import registry


def unfixable_codes(
    config: tuple[Iterable[str], Iterable[str]],
    command: tuple[Iterable[str], Iterable[str]],
    where: str,
) -> frozenset[str]:
    """The codes of the rules of which no fix is made. Each pair is `fixable` and `unfixable`.

    The command line is the layer above: what its `--fixable` names may be fixed, whatever a file
    says. Raises NewslintError for a name that is no rule's.
    """
    fixable, unfixable = map(tuple, config)
    typed, typed_off = map(tuple, command)
    off = registry.select(unfixable, f"{where}: `unfixable`")
    if fixable:
        off |= _others(fixable, f"{where}: `fixable`")
    if typed:
        off = _others(typed, "--fixable")
    return off | registry.select(typed_off, "--unfixable")


def _others(named: Iterable[str], where: str) -> frozenset[str]:
    every = frozenset(rule.code for rule in registry.all_rules())
    return every - registry.select(named, where)
