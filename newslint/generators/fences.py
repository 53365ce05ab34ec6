"""What a generator takes for the delimiters of front matter.

The forms are looked for as the most lenient generator reads them (`newslint.frontmatter.fence`);
a policy says which of them the generator reads, which it does not see, and which stop its build.
"""

from __future__ import annotations

from typing import Literal

from newslint.model.faults import Form
from newslint.model.records import dataclass


def forms(text: str) -> frozenset[Form]:
    """The forms in a text, separated by whitespace."""
    return frozenset(text.split())  # type: ignore[arg-type]  # a test compares them with `Form`


@dataclass(frozen=True, slots=True)
class FencePolicy:
    """The delimiters of one generator. A form in neither set is read like a plain delimiter.

    `missed`: forms with which the whole file is text to the generator. `stops`: forms at which the
    build stops. `toml`, `json`: front matter in `+++` and in braces is read. `carriage_return`:
    lines may end with a bare carriage return. `org`: Org mode front matter is read. `bare_lines`:
    lines `key: value` without delimiters are.
    `leading`: what may stand before the opening delimiter for the form "empty-lines": "any" where a
    line end is among it, "line" where it ends with one, "one" where it is a single empty line.
    `dots_close`: a line `...` closes. `closes_anywhere`: a delimiter at the end of any line closes.
    `languages`: the opening delimiter may name the format. `long`: both delimiters may be longer.
    `opening_optional`: the opening one may be missing. `empty_is_text`: with nothing between them
    the delimiters are text. `end_closes`: of a file that is a mapping to its end, the end closes.
    `several`: no one generator is known, and what is odd is reported with
    the generators that do not read it. `reference`: the search reads as this generator does, so
    that what it finds needs no judging.
    """

    missed: frozenset[Form] = frozenset()
    stops: frozenset[Form] = frozenset()
    toml: bool = False
    json: bool = False
    carriage_return: bool = False
    org: bool = False
    bare_lines: bool = False
    leading: Literal["any", "line", "one"] = "any"
    dots_close: bool = False
    closes_anywhere: bool = False
    languages: bool = False
    long: bool = False
    opening_optional: bool = False
    empty_is_text: bool = False
    end_closes: bool = False
    several: bool = False
    reference: bool = False

    @property
    def own_opening(self) -> bool:
        """True when an opening delimiter with more on its line may be one of the generator's."""
        return self.long or self.languages

    def refuses(self, form: Form) -> bool:
        """True when there is no front matter, or no build, with this form."""
        return form in self.missed or form in self.stops


ANY_FENCES = FencePolicy(
    toml=True, json=True, carriage_return=True, org=True, several=True, reference=True
)
"""What the most lenient generator reads, with a word on those that do not."""
