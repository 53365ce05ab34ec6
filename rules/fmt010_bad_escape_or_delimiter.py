r"""bad-escape-or-delimiter (FMT010): a quoted value that does not begin or end as it should.

## What it does

Reports backslashes in double quotes that begin no escape (`"C:\path"`, `"it\'s"`), quotes that are
never closed or are closed by the other kind, typographic quotes in the place of straight ones, a
comma or semicolon behind a closing quote, lists in brackets that are not closed or have a comma
too many.

## Why it matters

No parser reads such a line. Hugo stops at it, and with it the whole build; Jekyll publishes the
page without any of its metadata. An open quote takes in the lines below, so that parsers name
another line than the one at fault.

## Fix

Safe: `\'` becomes an apostrophe; a lone `,` or `;` behind a whole quoted value goes, and so does a
comma before an empty item; typographic quotes become straight ones where another value of the
article stands between such quotes too. Unsafe, because the text may be meant otherwise: any other
backslash is kept as it is, in single quotes; a missing quote or bracket is put at the line's end;
a single pair of typographic quotes becomes straight, though it may belong to the text.

## Options

None.

## Source

Hugo 0.168 and eleven other parsers refuse each form; `\'` is read by Hugo before 0.152.
"""

from newslint.rule import Article, Example, Iterator, NoOptions, Problem, Rule, repair

_KINDS = ("bad-escape", "bad-delimiter")


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Word what the reading of the front matter found."""
    return (repair(article, fault) for fault in article.faults_of(*_KINDS))


RULE = Rule(
    code="FMT010",
    name="bad-escape-or-delimiter",
    severity="error",
    presets=("default", "news"),
    faults=_KINDS,
    check=check,
    examples=(
        Example(
            "An apostrophe as JavaScript writes it, and lines of JSON",
            '---\ntitle: "it\\\'s \\u00e9" # a\n"author": \'Zoé\',\n"slug": "a" ;\n---\nText.\n',
            (
                (
                    "2:8-2:22 title `\"it\\'s \\u00e9\"` holds `\\'`, which is no escape in "
                    "double quotes; remove the backslash before the apostrophe"
                ),
                "3:11-3:17 author `'Zoé',` has a `,` behind its closing quote; remove the `,`",
                '4:9-4:14 slug `"a" ;` has a `;` behind its closing quote; remove the `;`',
            ),
            '---\ntitle: "it\'s \\u00e9" # a\n"author": \'Zoé\'\n"slug": "a"\n---\nText.\n',
        ),
        Example(
            "A comma too many",
            "---\ntitle: News\ntags: [a,, b]\n---\nText.\n",
            ("3:7-3:14 tags `[a,, b]` has a comma too many; remove the comma",),
            "---\ntitle: News\ntags: [a, b]\n---\nText.\n",
        ),
        Example(
            "Typographic quotes around values",
            "---\ntitle: “Iran: x”\nslug: “iran”\n---\nText.\n",
            (
                (
                    "2:8-2:17 title `“Iran: x”` stands between typographic quotes, which delimit "
                    "nothing; put the value in double quotes"
                ),
            ),
            '---\ntitle: "Iran: x"\nslug: “iran”\n---\nText.\n',
        ),
        Example(
            "Typographic quotes that may belong to the text",
            "---\ntitle: “Iran: x”\n---\nText.\n",
            (
                (
                    "2:8-2:17 title `“Iran: x”` stands between typographic quotes, which delimit "
                    "nothing; put the value in double quotes"
                ),
            ),
            '---\ntitle: "Iran: x"\n---\nText.\n',
            unsafe=True,
        ),
        Example(
            "A path of Windows",
            '---\ntitle: "C:\\path"\n---\nText.\n',
            (
                (
                    '2:8-2:17 title `"C:\\path"` holds `\\p`, which is no escape in double quotes; '
                    "put the value in single quotes"
                ),
            ),
            "---\ntitle: 'C:\\path'\n---\nText.\n",
            unsafe=True,
        ),
        Example(
            "Quotes and brackets that are not closed",
            "---\ntitle: \"洪水\nsummary: \"It's over'\ntags: [a, b\n---\nText.\n",
            (
                '2:8-2:11 title `"洪水` has no closing quote; close the quote',
                (
                    "3:10-3:21 summary `\"It's over'` begins and ends with different quotes; "
                    'end it with "'
                ),
                "4:7-4:12 tags `[a, b` has no closing bracket; close the bracket",
            ),
            '---\ntitle: "洪水"\nsummary: "It\'s over"\ntags: [a, b]\n---\nText.\n',
            unsafe=True,
        ),
        Example(
            "Escapes that there are, quotes that belong to a bare text",
            '---\ntitle: "a \\"b\\" \\u00e9\\n"\nsummary: “Iran” and x\ntags: [a, b,]\n---\n',
        ),
    ),
)
