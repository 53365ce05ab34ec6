"""What is counted over a site: small values that go from process to process."""

from __future__ import annotations

from newslint.model.records import NamedTuple


class Kind(NamedTuple):
    """What counts as the same finding all over a site.

    `role` is that of the field (else its key in lower case), empty for a finding that is of no
    field; `form` is that of the value, where the rule speaks of forms. It is asked of no article
    that does not have the field `beside`, nor of one that has the field `without`, both roles.
    """

    code: str
    role: str = ""
    form: str = ""
    beside: str = ""
    without: str = ""


class Counted(NamedTuple):
    """What the count over a site must know of a finding.

    `missing`: the article does not have the field. `habit`: it is a matter of the house where it
    holds all over a site.
    """

    kind: Kind
    missing: bool = False
    habit: bool = False


class Asked(NamedTuple):
    """What the count over a site must know of an article, as it was at the start of the run.

    `site` is the folder of its site, `language` and `section` are parts of that, `config` is the
    config file in force, as it is printed. `codes` are the rules that were asked, `roles` the
    fields that are there (as in `Kind`), `found` what was found, comments that silence set aside.
    `said_once`: the settings have it.
    """

    site: str
    language: str
    section: str
    codes: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    found: tuple[Counted, ...] = ()
    said_once: bool = True
    config: str = ""


class Held(NamedTuple):
    """What no fix is made of: habits of the site, and with `until_site` comments of which only the
    whole site tells whether they silence something."""

    kinds: frozenset[Kind] = frozenset()
    until_site: bool = False


NONE_HELD = Held()
