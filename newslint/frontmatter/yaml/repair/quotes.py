"""Repairs of values that begin with a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.frontmatter.quote_heuristics import (
    INSIDE_WORD,
    SMART,
    closes_before_suffix,
    closes_nothing,
)
from newslint.frontmatter.yaml.quoting import quote
from newslint.frontmatter.yaml.repair.entry_values import fold
from newslint.frontmatter.yaml.repair.trial import Mistake, Proposal
from newslint.frontmatter.yaml.repair.value import (
    KEY_BEHIND,
    Around,
    BrokenValue,
    inside,
    only_text,
    own_style,
    style_for,
)
from newslint.model.faults import BadDelimiter, BadEscape, UnescapedQuote, UnquotedSpecial
from newslint.model.values import Style
from newslint.text.regex import regex

_ESCAPE = regex(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_ESCAPES = frozenset('0abt\tnvfre "/\\N_LP')
_ELISION = r"(?:\d|(?:n|em|til|tis|twas|cause|bout|round)\b)"
_OPENED = regex(rf"(?:^|[\s(—–-])'(?!{_ELISION})[^\s'][^']*$", re.IGNORECASE)
_QUOTED = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')"""
_WHOLE = regex(rf"""({_QUOTED}|\[(?:[^\[\]{{}}"']|{_QUOTED})*+\])[ \t]*([,;:\\])""")
_ELIDED = regex(r"(?:\d0s|em|til|tis|twas)\b", re.IGNORECASE)


def unescaped_quotes(value: BrokenValue) -> Iterator[Proposal]:
    r"""`"He said "hi""`, `'It's on'`: a script put a text between two quotes without escaping.

    The value begins with a quote and ends with the same, and no parser reads it. The only writing
    that gives such a line is a text put raw between two quotes: its inverse is to strip the first
    and the last, and the backslash of `d\'État`, which some scripts write between single quotes
    too. Not certain where there are other escapes, where the inside begins with the key or has a
    key after a quote, or where it opens a quotation in single quotes that it does not close; not
    tried where it is the middle of two quotations (`"a" and "b"` closes one, then opens one).
    """
    mark, text = value.text[0], _before_comment(value)
    if mark not in "\"'" or len(text) < 3 or text[-1] != mark:
        return
    remark = len(value.text) - len(text)
    lines = inside(value, remark)
    inner = fold(lines)
    escaped = r"\\." if mark == '"' else "''"
    if mark not in re.sub(escaped, "", inner) or _two_quotations(inner, mark):
        return
    style = own_style(mark)
    kept = mark == "'" and "\\'" in inner
    if kept:
        lines = [re.sub(r"\\(['\"])", r"\1", line) for line in lines]
        inner, escaped = fold(lines), r"''|\\"
    certain = not re.search(escaped, inner) and not _unbalanced(inner, mark, value.unit.key)
    certain = certain and not _holds_key(inner, mark, value.around)
    lines = [_unescaped(line, mark) for line in lines]
    words = f"contains unescaped {style} quotes"
    if kept:
        mistake = Mistake(UnescapedQuote, words, "Double the quotes inside")
        made = value.in_quotes(lines, style, mistake, certain=certain)
    else:
        made = value.quoted(lines, style, UnescapedQuote, words, certain=certain)
    yield made._replace(end=made.end - remark)


def quote_too_many(value: BrokenValue) -> Iterator[Proposal]:
    """`"the whole story.""`: one closing quote too many, where nothing inside was opened.

    Not certain: the text may lack its first quotation mark.
    """
    mark, text = value.text[0], value.text
    doubled = len(text) > 2 and text[-1] == mark and text.find(mark, 1) == len(text) - 2
    if mark in "\"'" and doubled and closes_nothing(text[1:-1], mark):
        words, order = "has an extra closing quote", "Remove the last quote"
        yield value.bare(value.raw[:-1], BadDelimiter, words, order, certain=False)


def _before_comment(value: BrokenValue) -> str:
    """The text up to a comment that stands after a quote."""
    mark, text = value.text[0], value.text
    if "#" in text and mark in "\"'" and len(value.lines) == 1:
        text = re.sub(rf"(?<={mark})[ \t]+# [^{mark}]*$", "", text)
    return text


def _unescaped(line: str, mark: str) -> str:
    return re.sub(r"\\([\"'])", r"\1", line) if mark == '"' else line.replace("''", "'")


def _unbalanced(inner: str, mark: str, key: str) -> bool:
    """True when the first or the last quote of a value may be no delimiter: a key was pasted after
    the one or before the other, a quote stands alone or closes what nothing opened, or a single
    quote may be an apostrophe (`'90s`) or the like of one further on."""
    if (key and inner.startswith(f"{key}:")) or KEY_BEHIND.search(inner):
        return True
    if f" {mark} " in inner or inner.startswith(mark * 2) or closes_nothing(inner, mark):
        return True
    if mark == '"':
        return False
    opened = _OPENED.search(INSIDE_WORD.sub("_", inner))
    left = opened is not None and not closes_before_suffix(inner[opened.start() :])
    return bool(_ELIDED.match(inner)) or left


def _holds_key(inner: str, mark: str, around: Around) -> bool:
    """True for `A" date: "B`: a text with what looks like the key of a line of its own, and the
    quote of its value."""
    words = re.findall(rf"[ \t]([a-z][\w-]*):[ \t]+{mark}", inner)
    return any("_" in word or word in around.known for word in words)


def _two_quotations(inner: str, mark: str) -> bool:
    """True when the first quote in a text closes a quotation and the last one opens one."""
    inner = INSIDE_WORD.sub("_", inner)
    closes = re.search(rf"^[^{mark}]*[^\s({mark}=_*]{mark}(?:[\s.,;:!?)]|$)", inner)
    return bool(closes and re.search(rf"(?:\s|[(—–-]){mark}[^\s{mark}][^{mark}]*$", inner))


def bad_escapes(value: BrokenValue) -> Iterator[Proposal]:
    r"""`"it\'s"`, `"C:\path"`: a backslash in double quotes that begins no escape.

    `\'` is how JavaScript and Python write an apostrophe: certain, the escapes that YAML knows
    stay what they are. Any other backslash may be one that was meant, or one too many: the text is
    taken as it stands, which is not certain.
    """
    if not re.fullmatch(r'"(?:[^"\\]|\\.)*"', value.text, re.DOTALL):
        return
    bad = {
        match[1]
        for match in _ESCAPE.finditer(value.text)
        if match[1] not in _ESCAPES and len(match[1]) == 1
    }
    if not bad:
        return
    words = f"contains `\\{min(bad)}`, which is not an escape in double quotes"
    if bad == {"'"}:
        made = _ESCAPE.sub(lambda m: "'" if m[1] == "'" else m[0], value.raw)
        order = "Remove the backslash before the apostrophe"
        yield value.bare(made, BadEscape, words, order, certain=True)
        return
    lines = [_unescaped(line, '"') for line in inside(value, 0)]
    yield value.quoted(lines, "double", BadEscape, words, certain=False)


def text_behind_quotes(value: BrokenValue) -> Iterator[Proposal]:
    """`"foo",`, `[a, b],`: the comma or semicolon of another language stands after a whole value.

    Quotes or brackets close properly and nothing but this one mark follows: it can only be a
    separator. A colon or a backslash there is a slip, and not certain: a key may have been meant,
    or another line.
    """
    match = _WHOLE.fullmatch(value.raw)
    if match:
        closed = "bracket" if match[1][0] == "[" else "quote"
        words = f"has a `{match[2]}` after its closing {closed}"
        order = f"Remove the `{match[2]}`"
        sure = match[2] in ",;"
        yield value.bare(match[1], BadDelimiter, words, order, certain=sure)


def quoted_word_first(value: BrokenValue) -> Iterator[Proposal]:
    """`"Dark Social" media`: a bare text whose first words are in quotes.

    Text follows the closing quote, so the quotes are no delimiters; the value does not end with
    the same quote, so it was not put between quotes either. Its quotes are paired. Not certain for
    `"a" and "b"`, which may have been put between quotes, and for a link in quotes.
    """
    mark, text = value.text[0], value.text
    if mark not in "\"'" or mark not in text[1:]:
        return
    ends = _before_comment(value)[-1] == mark
    if ends and not _two_quotations(_before_comment(value)[1:-1], mark):
        return
    if re.fullmatch(rf"{mark}[^{mark}]*{mark}[ \t]*(?:[,;:\\]|#.*)?", text):
        return
    if INSIDE_WORD.sub("", text).count(mark) % 2:
        return
    link = "://" in text[: text.index(mark, 1)]
    yield value.quoted(
        value.lines,
        "plain",
        UnquotedSpecial,
        "starts with a quoted word",
        certain=not ends and not link and only_text(value),
    )


def unclosed_quotes(value: BrokenValue) -> Iterator[Proposal]:
    """`"foo`, `"foo'` and `"foo "a" b`: the closing quote is missing, or is the other kind.

    Never certain: the first quote may as well belong to the text.
    """
    mark, text = value.text[0], value.text
    if mark not in "\"'" or len(text) < 2:
        return
    other = "'" if mark == '"' else '"'
    left = INSIDE_WORD.sub("", text[1:]).count(mark)
    words, order = "has no closing quote", "Close the quote"
    if left:
        if left % 2 == 0 and text[-1] != mark and "\\'" not in text:
            lines = [value.lines[0][1:], *value.lines[1:]]
            yield value.quoted(lines, own_style(mark), BadDelimiter, words, certain=False)
        return
    if len(value.lines) > 1 or re.match(f"'{_ELISION}", text, re.IGNORECASE):
        start = 0 if len(value.lines) == 1 else 1
        lines = [value.lines[0][start:], *value.lines[1:]]
        yield value.quoted(lines, own_style(mark), BadDelimiter, words, certain=False)
        return
    made = value.raw
    if text[-1] == other and other not in INSIDE_WORD.sub("", text[1:-1]):
        words, order = "starts and ends with different quotes", f"End it with {mark}"
        made = made[:-1]
    if mark == "'":
        made = mark + INSIDE_WORD.sub("''", made[1:])
    yield value.bare(made + mark, BadDelimiter, words, order, certain=False)


def smart_delimiters(value: BrokenValue) -> Iterator[Proposal]:
    """`“Iran: x”`: an editor has made the quotes around a value typographic ones.

    The pair may belong to the text as well, as it does around a quotation: certain only where
    another value of the block stands between smart quotes too.
    """
    ends = SMART.get(value.text[0], "")
    if len(value.text) < 3 or value.text[-1] not in ends or not ends:
        return
    lines = inside(value, 0)
    if set(fold(lines)) & {value.text[0], value.text[-1]} - {"’"}:
        return
    yield value.quoted(
        lines,
        "double",
        BadDelimiter,
        "is in typographic quotes, which do not delimit a value",
        certain=value.around.smart > 1,
    )


def quotes_in_brackets(value: BrokenValue) -> Iterator[Proposal]:
    """`['it's', 'b']`: items put raw between quotes, in a list in brackets.

    The list is cut at a quote, a comma and a quote. Certain when all that remains inside an item
    are apostrophes within words, which can be no delimiters.
    """
    match = re.fullmatch(r"""\[[ \t]*(["'])(.*)\1[ \t]*,?[ \t]*\]""", value.text)
    if not match or len(value.lines) > 1:
        return
    mark = match[1]
    items = re.split(rf"{mark}[ \t]*,[ \t]*{mark}", match[2])
    if not any(mark in item for item in items) or re.search(r"\\|''|[\[\]]", match[2]):
        return
    style: Style = "double" if mark == '"' else "single"
    made = ", ".join(quote(item, style_for(item, style, style)) for item in items)
    sure = mark == "'" and not any(mark in INSIDE_WORD.sub("", item) for item in items)
    words = "contains an item with unescaped quotes"
    yield value.bare(
        f"[{made}]", UnescapedQuote, words, "Change the quotes of the item", certain=sure
    )
