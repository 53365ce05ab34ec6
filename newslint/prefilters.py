"""The tests that spare calls of rules, with the options as they are by default.

They are asked before a rule's file is imported. Copied by `python -m tests.rules.test_rules_list`:
change the rule, not this.
"""

# ruff: noqa
# fmt: off
# mypy: ignore-errors
from __future__ import annotations

from types import SimpleNamespace as Options


def bdy001():
    def concerns(article: Article, options: NoOptions) -> bool:
        """False where HTML is kept, and where the page says what it is written in."""
        return not article.generator.raw_html and article.get("markup") is None
    return {"concerns": concerns}, Options()


def bdy002():
    def concerns(article: Article, options: Options) -> bool:
        """True where code in the body is run."""
        return article.generator.template_code is not None
    return {"concerns": concerns}, Options()


def dat001():
    from datetime import datetime
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for the dates that every target reads."""
        quoted = scalar.style != "plain" and not context.generator.reads_quoted_dates
        return quoted or not _is_plain_iso(scalar.text)
    def _is_plain_iso(text: str) -> bool:
        """True for the RFC 3339 forms that every target reads, without asking it."""
        if len(text) not in (10, 20, 25) or text[4] != "-" or text[7] != "-":
            return False
        if len(text) > 10 and (text[10] != "T" or text[11:13] == "24" or text[-1] not in "Z0123456789"):
            return False
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return False
        return True
    return {"suspects": suspects}, Options()


def dat002():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for a number."""
        return scalar.kind == "int"
    return {"suspects": suspects}, Options()


def dat003():
    _ZERO_YEARS = ("1969", "1970")
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for a year of our time at the start."""
        return scalar.kind != "int" and _is_odd(scalar.text, options)
    def _is_odd(text: str, options: Options) -> bool:
        """A cheap test before the date is read."""
        year = text[:4]
        early = year <= str(options.min) or year in _ZERO_YEARS
        return text != "" and (early or text[4:5] != "-")
    return {"suspects": suspects}, Options(min=1600)


def dat004():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """False for ISO 8601, and for what is too short for a time with a zone."""
        return scalar.text[4:5] != "-" and len(scalar.text) >= 16
    return {"suspects": suspects}, Options()


def dat005():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """True for a time without an offset, where one is needed."""
        known = context.timezone or context.generator.zoneless_dates
        return not known and ":" in scalar.text and not _has_offset(scalar.text)
    def _has_offset(text: str) -> bool:
        return text[-1:] == "Z" or text[-6:-5] in ("+", "-") or text[-5:-4] in ("+", "-")
    return {"suspects": suspects}, Options()


def dat006():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """True for what may be a day."""
        return ":" not in scalar.text and scalar.kind != "int"
    return {"suspects": suspects}, Options()


def dat007():
    from newslint.text.date_forms import is_canonical
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """False for RFC 3339."""
        return not is_canonical(scalar.text)
    return {"suspects": suspects}, Options()


def dat011():
    from newslint.text.regex import regex
    import re
    _OFFSET = regex(
        r":[0-9]{2}(?:[.,][0-9]+)? *(?:GMT|UTC)?([+-])([0-9]{2})(?::?([0-9]{2}))?(?![0-9:])", re.ASCII
    )
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """True for a time with an offset."""
        return ":" in scalar.text and _OFFSET.search(scalar.text) is not None
    return {"suspects": suspects}, Options()


def fmt013():
    from newslint.rule import DeleteKey
    from newslint.rule import Fix
    from newslint.rule import ListValue
    from newslint.rule import Problem
    from newslint.rule import Scalar
    from newslint.rule import Table
    def check(article: Article, options: NoOptions) -> Iterator[Problem]:
        """Compare the keys of every mapping."""
        fields = article.fields
        if len({field.key for field in fields}) < len(fields):
            yield from _repeated(article, fields)
        for field in fields:
            if not isinstance(field.value, Scalar):
                yield from _nested(article, field.value)
    def concerns(article: Article, options: NoOptions) -> bool:
        """The keys alone decide."""
        return any(True for _ in check(article, options))
    def _nested(article: Article, value: Value) -> Iterator[Problem]:
        if isinstance(value, Table) and value.editable:
            if len({field.key for field in value.fields}) < len(value.fields):
                yield from _repeated(article, value.fields)
            for field in value.fields:
                yield from _nested(article, field.value)
        elif isinstance(value, ListValue):
            for item in value.items:
                if not isinstance(item, Scalar):
                    yield from _nested(article, item)
    def _repeated(article: Article, fields: tuple[Field, ...]) -> Iterator[Problem]:
        last: dict[str, Field] = {}
        for field in fields:
            earlier = last.get(field.key)
            last[field.key] = field
            if earlier is None:
                continue
            same = _plain(earlier.value) == _plain(field.value)
            row = article.text.count("\n", 0, earlier.key_span.start) + 1
            value = "with the same value" if same else "with a different value"
            what = f"{field.key} is already set in line {row} {value}"
            fix = _fix(earlier, field, same)
            yield Problem(field.key_span, what, field.key, fix, advice="keep one of them")
    def _fix(earlier: Field, later: Field, same: bool) -> Fix:
        if same:
            return Fix(f"Remove the second {later.key}", (DeleteKey(later),), safe=True)
        return Fix(
            f"Keep the last {later.key}",
            (DeleteKey(earlier),),
            safe=False,
            why="which of the two values is right is not known",
        )
    def _plain(value: Value) -> object:
        if isinstance(value, Scalar):
            return value.kind, value.text
        if isinstance(value, ListValue):
            return [_plain(item) for item in value.items]
        return [(field.key, _plain(field.value)) for field in value.fields]
    return {"concerns": concerns}, Options()


def fmt014():
    from newslint.rule import Problem
    def check(article: Article, options: NoOptions) -> Iterator[Problem]:
        """Compare the keys at the top of the front matter."""
        fields = article.fields
        if not article.generator.ignores_key_case:
            return
        if len({field.key.lower() for field in fields}) == len(fields):
            return
        first: dict[str, Field] = {}
        for field in fields:
            earlier = first.setdefault(field.key.lower(), field)
            if earlier.key != field.key:
                row = article.text.count("\n", 0, earlier.key_span.start) + 1
                what = f"{field.key} is the same key as {earlier.key} in line {row}, and either may win"
                yield Problem(field.key_span, what, field.key, advice="keep one of them")
    def concerns(article: Article, options: NoOptions) -> bool:
        """The keys alone decide."""
        return any(True for _ in check(article, options))
    return {"concerns": concerns}, Options()


def fmt015():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for a bare value that may be no text."""
        return context.generator.refuses_symbols or _may_be_other(scalar)
    def _may_be_other(value: Scalar) -> bool:
        text = value.text
        return value.style == "plain" and (text[0] in "0123456789+-.=" or len(text) < 4)
    return {"suspects": suspects}, Options()


def fmt016():
    _ENDS = {"{{": "}}", "{%": "%}", "<%": "%>", "${": "}"}
    _MARKS = tuple(_ENDS)
    _NO_TERM = ("null", "nil")
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for a placeholder, and for what may be code."""
        text = scalar.text
        if "{" in text or "<%" in text or text in options.placeholders or text in _NO_TERM:
            return True
        return options.marks != _MARKS and any(mark in text for mark in options.marks)
    return {"suspects": suspects}, Options(marks=('{{', '{%', '<%', '${'), placeholders=('None', 'nan', 'NaN', 'undefined', '[object Object]'))


def fmt018():
    def concerns(article: Article, options: NoOptions) -> bool:
        """False for formats in which no key falls into a table."""
        toml = article.block is not None and article.block.format == "toml"
        return toml and bool(article.generator.top_keys)
    return {"concerns": concerns}, Options()


def fmt019():
    def concerns(article: Article, options: NoOptions) -> bool:
        """False where a second block is read."""
        return not article.generator.reads_later_blocks
    return {"concerns": concerns}, Options()


def img001():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for no image."""
        return scalar.kind == "string" and scalar.text.strip() != ""
    return {"suspects": suspects}, Options()


def img002():
    from urllib.parse import unquote
    _ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff")
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for the path of a picture."""
        return _path(scalar.text.strip()) != ""
    def _path(text: str) -> str:
        """The path of a picture on the site; empty for an address and for what is not a file's name."""
        if "//" in text or ":" in text or "{" in text:
            return ""
        path = unquote(text.partition("?")[0].partition("#")[0])
        return path if path.lower().endswith(_ENDINGS) else ""
    return {"suspects": suspects}, Options()


def lnk001():
    def concerns(article: Article, options: Options) -> bool:
        """False for an article with a link."""
        link = article.get("link")
        return link is None or link.empty
    return {"concerns": concerns}, Options()


def lnk002():
    from newslint.text.regex import regex
    _PLAIN = regex(r"(https?)://[a-z0-9][a-z0-9.-]*\.([a-z]{2,})(?:[/?#]|$)")
    _PRIVATE = frozenset(
        ("example", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "test")
    )
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for most links."""
        return scalar.kind == "string" and not _is_plain(scalar.text, options.schemes)
    def _is_plain(text: str, schemes: tuple[str, ...]) -> bool:
        """True for an address that needs no closer look."""
        found = _PLAIN.match(text)
        if found is None or (schemes and found.group(1) not in schemes):
            return False
        return found.group(2) not in _PRIVATE and "xn--" not in text and ".." not in text
    return {"suspects": suspects}, Options(schemes=())


def lnk003():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for most links."""
        return scalar.text[:7].lower() == "http://"
    return {"suspects": suspects}, Options()


def lnk006():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for what may hold one of the marks."""
        lower = scalar.text.lower()
        return "amp" in lower or "turbopages" in lower
    return {"suspects": suspects}, Options()


def lnk007():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for an address with another one inside."""
        return scalar.text.find("http", 4) >= 0
    return {"suspects": suspects}, Options()


def lnk008():
    from newslint.text.redirects import is_opaque
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for a host that hides where it leads."""
        return is_opaque(scalar.text, options.table)
    return {"suspects": suspects}, Options(table=())


def lnk009():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """True for what may hold a reference, or something at its edges."""
        text = scalar.text
        return ("&" in text and ";" in text) or not text.isascii() or text != text.strip()
    return {"suspects": suspects}, Options()


def lnk010():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """False for most links; one that is suspected may still be all right."""
        text = scalar.text
        slash = text.find("/", 8)
        host = text[:slash] if slash > 0 else text
        return (
            not host.islower()
            or ":" in host[6:]
            or "/." in text
            or "/%2" in text
            or ":~:" in text
            or "?#" in text
            or text[-1:] in "?#"
        )
    return {"suspects": suspects}, Options()


def lnk011():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for most links to articles."""
        text = scalar.text.lower()
        return (
            bool(options.own_host)
            or text[9:].find("/", 0, -1) < 0
            or "feed" in text
            or "rss" in text
            or "xml" in text
            or "rdf" in text
            or "atom" in text
        )
    return {"suspects": suspects}, Options(own_host=())


def sch003():
    _PUBLISHED = (
        "pubdate",
        "pub_date",
        "publishdate",
        "publish_date",
        "published_at",
        "published_date",
        "date_published",
        "datepublished",
    )
    _CHANGED = (
        "lastmod",
        "modified",
        "updated",
        "last_modified_at",
        "last_modified",
        "last_updated",
        "lastupdated",
        "update",
        "update_date",
        "updatedate",
        "updatedat",
        "modified_at",
        "modified_date",
        "updated_at",
        "date_modified",
        "datemodified",
    )
    _EXPIRES = ("expires", "expires_at", "expiry_date", "expiration_date")
    _ROLES = {
        **dict.fromkeys(_PUBLISHED, "date"),
        **dict.fromkeys(_CHANGED, "lastmod"),
        **dict.fromkeys(_EXPIRES, "expirydate"),
    }
    def concerns(article: Article, options: NoOptions) -> bool:
        """True where one of the keys may be another name of a date."""
        aliases = article.generator.date_aliases
        keys = (field.key.lower() for field in article.fields)
        return any(key in aliases or key in _ROLES for key in keys)
    return {"concerns": concerns}, Options()


def sch005():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """False for a boolean that is one everywhere, and for none."""
        is_bool = scalar.kind == "bool" and scalar.text.lower() in ("true", "false")
        return not is_bool and scalar.kind != "null"
    return {"suspects": suspects}, Options()


def sch006():
    def concerns(article: Article, options: NoOptions) -> bool:
        """True where the key is there."""
        return any(field.key.lower() == "published" for field in article.fields)
    return {"concerns": concerns}, Options()


def sch007():
    def concerns(article: Article, options: NoOptions) -> bool:
        """False where none of the keys is reserved."""
        generator = article.generator
        reserved = generator.reserved(article).keys()
        return generator.reserves_by_path or not reserved.isdisjoint(_compared(article))
    def _compared(article: Article) -> list[str]:
        """The keys as the generator compares them."""
        exact = article.generator.ignores_key_case is False
        return [field.key if exact else field.key.lower() for field in article.fields]
    return {"concerns": concerns}, Options()


def sch008():
    from newslint.rule import ListValue
    from newslint.rule import Scalar
    def concerns(article: Article, options: Options) -> bool:
        """False where each list of terms is a list of texts, numbers and dates."""
        keywords = article.pick(("keywords",))
        return any(_may_be_odd(field.value) for field in (*article.terms(), *keywords))
    def _may_be_odd(value: Value) -> bool:
        if not isinstance(value, ListValue):
            return True
        return any(not isinstance(item, Scalar) or item.kind == "bool" for item in value.items)
    return {"concerns": concerns}, Options()


def sch009():
    from newslint.rule import Table
    def concerns(article: Article, options: Options) -> bool:
        """False where nothing is empty; a table may hold what is."""
        return any(field.empty or isinstance(field.value, Table) for field in article.fields)
    return {"concerns": concerns}, Options()


def sch010():
    from newslint.text.slips import meant_by_slip
    _YES = frozenset(("true", "yes", "on", "1"))
    _NO = frozenset(("false", "no", "off", "0"))
    _WORDS = frozenset(
        (
            *("draft", "entwurf", "brouillon", "borrador", "rascunho", "bozza", "szkic", "taslak"),
            *("черновик", "чернетка", "مسودة", "草稿", "下書き", "초안"),
        )
    )
    _HIDDEN = {
        "draft": _YES,
        "isdraft": _YES,
        "is_draft": _YES,
        "is-draft": _YES,
        "unpublished": _YES,
        "published": _NO,
        "publish": _NO,
        "ispublished": _NO,
        "is_published": _NO,
        "status": frozenset(("unpublished", "unlisted", "hidden", "private", "pending")) | _WORDS,
        "state": frozenset(("unpublished",)) | _WORDS,
        "post_status": frozenset(("draft", "pending", "private")),
        "publish_status": frozenset(("draft", "pending", "private")),
    }
    def concerns(article: Article, options: NoOptions) -> bool:
        """True where a key may say that the page is hidden."""
        own = article.generator.hides
        return own is not None and any(_may_say(article, field, own[0]) for field in article.fields)
    def _may_say(article: Article, field: Field, own: str) -> bool:
        """The same by the key and the kind of its value alone."""
        key, value = field.key.lower(), field.scalar
        context = article.context
        if value is None or key == own or key in context.generator.known_keys:
            return False
        if context.role_of.get(key, "") not in ("", "draft"):
            return False  # the site has a use of its own for it
        return key in _HIDDEN or (value.kind == "bool" and own == "draft" and _is_slip(key))
    def _is_slip(key: str) -> bool:
        return meant_by_slip(key, ("draft",)) is not None
    return {"concerns": concerns}, Options()


def slg001():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """A cheap test before the URLs are made."""
        return not scalar.text or _may_vanish(scalar.text)
    def _starts_a_name(text: str) -> bool:
        """True for letters and digits, which every target keeps; not for `①`."""
        return text[0].isalpha() or text[0].isdecimal()
    def _may_vanish(text: str) -> bool:
        """A cheap test before the URLs are made."""
        return not _starts_a_name(text) or text.strip("-").lower() == "index"
    return {"suspects": suspects}, Options()


def slg002():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for what is more than a name."""
        return "." in scalar.text or "/" in scalar.text or "\\" in scalar.text
    return {"suspects": suspects}, Options()


def slg003():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for words of ASCII letters with hyphens, which have that form everywhere."""
        text = scalar.text
        words = text.replace("-", "")
        plain = words.isascii() and words.isalnum() and words == words.lower()
        return not plain or "--" in text or "-" in (text[0], text[-1])
    return {"suspects": suspects}, Options()


def slg004():
    MAX_BYTES = 255
    LONG = 100
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for most slugs."""
        return len(scalar.text) > min(options.max or LONG, MAX_BYTES // 4)
    return {"suspects": suspects}, Options(max=0)


def slg005():
    _READ_AS = {"int": "a number", "float": "a number", "bool": "a boolean", "date": "a date"}
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """True for what is no text."""
        return scalar.style == "plain" and scalar.kind in _READ_AS
    return {"suspects": suspects}, Options()


def slg006():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """A cheap test before the patterns."""
        text = scalar.text
        if "82" in text or "amp" in text or "quo" in text or "&" in text or "38" in text:
            return True
        return "39" in text or "nbsp" in text or "dash" in text or "hellip" in text or "apos" in text
    return {"suspects": suspects}, Options()


def src001():
    from newslint.text.hosts import is_feed
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for a feed."""
        return "." in scalar.text and is_feed(scalar.text.strip())
    return {"suspects": suspects}, Options()


def tag001():
    from newslint.rule import ListValue
    def concerns(article: Article, options: NoOptions) -> bool:
        """True for a list of several terms."""
        values = (field.value for field in article.terms())
        return any(isinstance(value, ListValue) and len(value.items) > 1 for value in values)
    return {"concerns": concerns}, Options()


def tag002():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """False for most terms: to Python no space but U+0020 is printable."""
        text = scalar.text
        return not text.isprintable() or text != text.strip() or "  " in text
    return {"suspects": suspects}, Options()


def tag003():
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """False for a term that begins with a letter."""
        return scalar.kind == "null" or not scalar.text[:1].isalpha()
    return {"suspects": suspects}, Options()


def tag004():
    from newslint.text.term_lists import COMMAS
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for words without a sign that may part terms, where spaces are right."""
        text = scalar.text
        if context.generator.refuses_spaces or options.sep != ",":
            return not text.isalnum()
        if "," in text or ";" in text or "[" in text:
            return True
        return not text.isascii() and any(comma in text for comma in COMMAS)
    return {"suspects": suspects}, Options(sep=',')


def tag006():
    from newslint.text.title_words import is_headline_word
    from newslint.text.title_words import is_no_topic
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for a term without a sign of noise that may be a topic."""
        text, more = scalar.text, options.stop_words
        if options.max or _may_be_noise(text, options.max_length):
            return True
        return is_headline_word(text, more) if options.title_tokens else is_no_topic(text, more)
    def _may_be_noise(text: str, most: int) -> bool:
        """A cheap test that nearly every term fails."""
        return "&" in text or text[:1] in ("#", "＃") or len(text) > most
    return {"suspects": suspects}, Options(max=0, max_length=60, stop_words=(), title_tokens=False)


def tag008():
    def concerns(article: Article, options: Options) -> bool:
        """True where the generator takes one of these keys otherwise than the others do."""
        generator = article.generator
        nested = generator.nests_categories and options.nesting
        split = generator.splits_terms == "spaces" and options.names
        return bool(generator.terms_table) or nested or split
    return {"concerns": concerns}, Options(names=False, nesting=False)


def tag009():
    from newslint.rule import ListValue
    def concerns(article: Article, options: NoOptions) -> bool:
        """True for a list of several terms."""
        values = (field.value for field in article.terms())
        return any(isinstance(value, ListValue) and len(value.items) > 1 for value in values)
    return {"concerns": concerns}, Options()


def txt001():
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for most texts: to Python no space but U+0020 is printable."""
        text = scalar.text
        return not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " "
    return {"suspects": suspects}, Options()


def txt005():
    from newslint.text.invisible import composed
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        """False for a text of which every character is seen, and no letter is in two parts."""
        text = scalar.text
        return not text.isascii() and (not text.isprintable() or composed(text) != text)
    return {"suspects": suspects}, Options()


def txt006():
    import re
    _SIGN = re.compile("[|\u2013\u2014·•»›«:｜-]")
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for a title with a sign that may part a name from the rest."""
        text = scalar.text
        if not (text.isascii() and text.isprintable()):
            return _SIGN.search(text) is not None
        return "|" in text or " -" in text or ":" in text
    return {"suspects": suspects}, Options()


def txt008():
    from newslint.text.placeholders import is_placeholder
    _ENDS = '….]:："'
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """False for most titles: several words, and no mark at the end."""
        text = scalar.text.strip()
        if " " not in text or text[-1] in _ENDS:
            return True
        return is_placeholder(text) or text.lower() in options.words
    return {"suspects": suspects}, Options(words=())


def txt012():
    from newslint.text.boilerplate import boilerplate_start
    from newslint.text.cut_texts import is_letter
    from newslint.text.words import cut_tail
    _MARKS = ("...", "…")
    _SHORTEST, _SHORTEST_BARE = 30, 80
    def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
        """True for an end that a script may have added, or that may be cut off."""
        text, _ = cut_tail(scalar.text, scalar.style)
        if text.endswith(_MARKS) or (len(text) >= _SHORTEST_BARE and is_letter(text[-1])):
            return True
        return boilerplate_start(text, options.phrases) < len(text)
    return {"suspects": suspects}, Options(phrases=())
