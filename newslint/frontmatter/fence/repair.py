"""What the author of a broken fence meant: where the front matter ends that no `---` closes.

Imported only for the few files that need it. "certain" says that nothing else can be
meant: the lines before the place are a YAML mapping, the line at it is body text, and nothing
after it looks like a key. Of 1,000 real articles whose closing fence was taken away for trial, 607
got a certain place and each of these was the right one. "likely": a mapping is what would result,
but a line after it looks like a key.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.frontmatter.fence.shape import BLANK, Repair, line_break, line_end, shape
from newslint.model.faults import Fault, FenceShape, FenceUnclosed, Form
from newslint.model.records import dataclass
from newslint.model.spans import Span
from newslint.text.regex import regex

_MOST_LINES = 2000
_MOST_INDICATORS = 1000
"""Each level of YAML's nesting takes one of `-?:[{`: with so few of them libyaml's stack is safe
(it overflows at 1,547 levels in a small thread)."""

_KEY = regex(r"""(?:"[^"]*"|'[^']*'|[\w.-]+)[ \t]*:(?=\s|$)""")
_LOOSE_KEY = regex(r"[^\s:#<>\[{*!`|][^:]{0,60}:(?=\s|$)")
_ITEM = regex(r"-(?=\s|$)")
_LOOKALIKE = regex(r"(?:[ \t]+-{3,}|--|\.{3,}|[—–―]{1,3}-?)[ \t]*$")
_CODE_FENCE = ("```", "~~~")


@dataclass(slots=True)
class _Scan:
    """What was seen of the lines so far. `doubt`: a line may have been body text already."""

    keys: int = 0
    upper: bool = False
    blank: bool = False
    doubt: bool = False
    heading: int = -1

    def takes(self, line: str, at: int) -> bool:
        """Count a line in; False when it cannot be part of a YAML mapping."""
        if not line.strip(BLANK):
            self.blank = True
            return True
        if line[0] == "#":
            if self.blank and self.heading < 0:
                self.heading = at  # a comment above a key, or a Markdown heading: the next tells
            return True
        if not self._content(line):
            return False
        self.blank, self.heading = False, -1
        return True

    def _content(self, line: str) -> bool:
        if _KEY.match(line):
            upper = line[0].isupper()
            self.doubt |= self.blank and upper and not self.upper
            self.upper |= upper and not self.keys
            self.keys += 1
            return True
        if self.keys and (line[0] in " \t]}" or _ITEM.match(line)):
            self.doubt |= self.blank
            return True
        return False


def unclosed(text: str, opening: Span, content: int) -> Fault:
    """The fault of front matter without a closing fence, with the place where that belongs."""
    scan = _Scan()
    for at, line in _lines(text, content):
        if scan.keys and _LOOKALIKE.match(line) and (fault := _lookalike(text, content, at, line)):
            return fault
        if not scan.takes(line, at):
            return _fault(opening, _place(text, content, scan, at, line))
    return _fault(opening, _place(text, content, scan, len(text), ""))


def likely_end(text: str, content: int) -> int | None:
    """Where front matter without a closing fence seems to end although its lines are no mapping;
    None where it has no keys or more of them follow."""
    scan, end = _Scan(), len(text)
    for at, line in _lines(text, content):
        if not scan.takes(line, at):
            end = at
            break
    if not scan.keys or _keys_behind(text, end):
        return None
    return scan.heading if scan.heading >= 0 else end


def end_mark(text: str, content: int, close: int) -> tuple[tuple[Fault, ...], bool]:
    """The faults of a `...` line in the block, and whether the front matter ends there.

    Hugo reads on when only blanks follow up to the closing fence (measured); any text there is the
    body of an article whose next `---` is a rule in it.
    """
    for at, line in _lines(text, content, close):
        if line.startswith("...") and not line.strip(BLANK + "."):
            end = at + len(line)
            if not text[end:close].strip(BLANK):
                span = Span(at, end + line_break(text, end))
                return (shape("end-mark", span, "`...` before the closing delimiter"),), False
            return (_wrong_closing(text, content, at, line),), True
    return (), False


def long_opening(text: str, opening: Span, content: int, close: int) -> FenceShape:
    """The fault of an opening fence of more than three dashes.

    `more` are the dashes that the closing delimiter has too many, where it has any.
    """
    line = text[opening.start : opening.end].rstrip(BLANK)
    span = Span(opening.start + 3, opening.end)
    words = f"the opening delimiter is `{line[:20]}`, not `{line[:3]}`"
    if line.strip("-") or close < 0 or not is_mapping(text[content:close]):
        return shape("opening-long", span, words)
    end = line_end(text, close)
    extra = text[close + 3 : end]
    more = Span(close + 3, end) if extra and not extra.strip("-" + BLANK) else None
    return FenceShape(span, "opening-long", words, repair="certain", more=more)


def is_mapping(content: str) -> bool:
    """True when the text is a YAML mapping, by libyaml; False too when it is too large to try."""
    if sum(content.count(mark) for mark in "-?:[{") > _MOST_INDICATORS:
        return False
    import yaml

    try:
        node = yaml.compose(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
    return isinstance(node, yaml.MappingNode)


def _lines(text: str, at: int, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Offset and text of each line, without its line break, up to `end` or the limit."""
    end = len(text) if end is None else end
    for _ in range(_MOST_LINES):
        if at >= end:
            return
        stop = line_end(text, at)
        yield at, text[at:stop]
        at = stop + line_break(text, stop)


def _lookalike(text: str, content: int, at: int, line: str) -> FenceShape | None:
    """The fault of a line that was meant to close; None when it is part of an indented text."""
    behind = next((more for _, more in _lines(text, at + len(line) + 1) if more.strip(BLANK)), "")
    if line[0] in " \t" and (behind[:1] in (" ", "\t") or _KEY.match(behind)):
        return None
    return _wrong_closing(text, content, at, line)


def _wrong_closing(text: str, content: int, at: int, line: str) -> FenceShape:
    seen = line.strip(BLANK)
    form: Form = "closing-dots" if seen[0] == "." else "closing-dashes"
    words = f"the closing delimiter is `{seen}`, not `---`"
    if line[0] in " \t":
        form, words = "closing-indented", "whitespace before the closing delimiter"
    end = at + len(line)
    repair: Repair = ""
    if is_mapping(text[content:at]):
        repair = "likely" if _keys_behind(text, end) else "certain"
    return shape(form, Span(at, end), words, repair=repair)


def _place(text: str, content: int, scan: _Scan, at: int, line: str) -> tuple[int | None, bool]:
    """Where the closing delimiter belongs when the front matter seems to end at `at`, before
    `line`, and whether it can belong nowhere else; None where no place is likely."""
    place = scan.heading if scan.heading >= 0 else at
    if not scan.keys and line.startswith(("<", "{%")) and not _keys_behind(text, at):
        return None if text[content:at].strip(BLANK) else content, False
    if not scan.keys or not is_mapping(text[content:place]) or _keys_behind(text, at):
        return None, False
    body = line.startswith("<") or (line and scan.blank and not _LOOSE_KEY.match(line))
    sure = bool(body) and not scan.doubt and scan.heading < 0
    return place, sure


def _keys_behind(text: str, at: int) -> bool:
    """True when a line after `at` looks like a key; what stands in a code block does not count."""
    code = False
    for _, line in _lines(text, at):
        code ^= line.lstrip(BLANK).startswith(_CODE_FENCE)
        if not code and line[:1].islower() and _KEY.match(line):
            return True
    return False


def _fault(opening: Span, place: tuple[int | None, bool]) -> FenceUnclosed:
    return FenceUnclosed(opening, "the front matter is not closed", *place)
