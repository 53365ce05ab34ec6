"""The articles that every judge reads: examples of the rules, real ones, and kinds of value."""

from __future__ import annotations

import re
from pathlib import Path

from newslint import registry
from tests.support.command import CORPORA

DATES = Path(__file__).parents[1] / "generators" / "dates_elsewhere.tsv"

KINDS = r"""
draft: true
draft: false
draft: "true"
draft: 'false'
draft: yes
draft: no
draft: null
draft:
draft: 1
draft: "yes "
published: true
published: false
published: "false"
published: no
published: off
published: 0
published: null
published: 2025-01-01
status: draft
slug: Flood-In-The-Valley
slug: flood.in.the.valley
slug: a/b/c
slug: /a/b/
slug: "%E4%B8%AD"
slug: "100% sure"
slug: Стройка-Моста
slug: İstanbul
slug: "café  crème-"
slug: 2025
slug: 007
slug: 1.10
slug: true
slug: ''
slug: null
slug: "a?b#c"
slug: legacy.html
slug: "Tom & Jerry: 1"
slug: "-"
slug: 中文 标题
slug: a_b--c
slug: index
tags: flood
tags: New York
tags: a, b
tags: "a; b; c"
tags: [a, a, 'New  York']
tags: [AI, ai, Ai, b, AI]
tags: [1, 2, 1]
tags: [2025, x]
tags: [1.10, x]
tags: [null, x]
tags: ["", x]
tags: [true, x]
tags: [yes, x]
tags: [2025-12-31, x]
tags: []
tags: null
tags: ''
tags: 5
tags: true
tags: {a: b}
tags: [[a, b], c]
tags: ["Schönewolf", "Schönewolf"]
tags: [C#, C/C++, .NET]
tags: ['#iran', iran]
tags: [" a ", "a"]
tags: "[news, politics]"
tags: ["a\u200bb", ab]
tags: [سوق, बाढ़, 한국, Стройка, 洪水]
tags:\n- storm\n- ''\n- storm
tags:\n- storm\n-\n- rain
tags:\n  - New York\n  - new york
tag: a b
tag: [a, b]
categories: World
categories: World News
categories: [World, Europe, World]
categories:\n- [Sports, Baseball]\n- [Sports, Baseball]
categories: [a, [b, c]]
categories: 5
categories: [5, 6]
categories: ''
category: World News
title: 'Flood  in the  valley '
title: "Tom &amp; Jerry’s café"
title: "\u00a0Çok\u00a0 İstanbul"
title: 'AT&amp;T, C# &#8211; R&amp;D'
title: "What?\u2028 Who\u200b?"
title: 2025
title: 1.10
title: yes
title: 12:30
title: 0123
title: 1_000
title: 1e3
title: null
title: ''
title: ~
title: [a, b]
title: {a: b}
title: >-\n  folded\n  text
title: |\n  literal\n  text
title: "The &lt;b&gt; element"
title: <b>Bold</b> move
title: 'It''s  "so"'
title: "a\tb"
title: "बाढ़  का पानी"
title: "👩\u200d🚀  lands"
description: "  two   blanks &amp; more "
description: 2025-12-31
summary: "<p>One &amp; two</p>"
excerpt: "One  &amp; two "
excerpt: 5
link: https://www.dw.com/a?maca=en-rss-en-world&utm_source=x
link: 'HTTPS://Example.ORG:443/a/../b?#'
link: "https://example.org/?a=1&amp;b=2&fbclid=3"
link: [https://a.example/?utm_source=x]
link: "https://a.example/?utm_source=rss"\nhash: 3c1d
source: "  BBC  News "
author: "Ann  Lee &amp; Bo"
author: [Ann  Lee, Bo]
author: {name: "Ann  Lee"}
authors: Ann Lee
permalink: /a/b/
permalink: /Ünï/b.html
permalink: a b
permalink: false
permalink: 5
permalink: ''
permalink: "/x/{{ page.date }}/"
layout: null
layout: none
lang: no
lang: en
weight: 010
weight: "5"
order: 1,000
version: 1.10
version: "1.10"
time: 12:30:45
time: 1:30
when: 2025-12-31
when: "2025-12-31"
when: 2025-1-5
when: 2025-12-31 10:00:00
rating: .5
rating: -.5
rating: 5.
rating: .inf
rating: .NaN
rating: 0x1F
rating: 0o17
rating: 0b11
rating: +1
rating: 1e3
rating: 1.5e+3
rating: 08
rating: 1__0
flag: True
flag: TRUE
flag: tRUE
flag: y
flag: N
flag: On
flag: Null
flag: nULL
flag: =
flag: ":symbol"
flag: :symbol
flag: !!str 5
flag: !!int "5"
image: /a  b.png
image: a.jpg)
images: [/a.png, /a.png]
aliases: [/old/, /old/]
aliases: /old/
date: 2025-12-31\nupdated: 2025-12-30
date: 2025-12-31 10:00:00\nlastmod: 1 Jan 2026
date: 2025-12-31T23:30:00-05:00\nlast_modified_at: 2026-01-01T23:30:00Z
date: ''
date: null
date:
date: []
date: {a: b}
date: [2025-12-31]
date: true
date: 3.5
date: 2025
date: "2025"
date: today
date: now
date: "  2025-12-31 "
date: 2025-12-31  # the day
date: '2025-12-31 23:30:00 -0500'
date: 2025-12-31T10:00:00+0100  # feed
date: Wed, 31 Dec 2025 23:30:00 +0200
date: 2025-12-31T23:30:00Z\ndate: 2025-12-31T23:30:00Z
Date: 2025-12-31
TITLE: a
tags : [a, b]
"tags": [a,  b]
x: &a [1, 2]\ny: *a
x: &a {b: c}\ny:\n  <<: *a
x: "a\/b"
x: "\ud83d\ude00"
x: 'a'# no comment
x: a #comment
x: [a,b ,  c]
x: {a: 1,b: 2}
tags: [news ,world]
tags: #a #b
url: /somewhere/
id: 5
collection: x
path: /x/
comments: "false"
comments: false
updated: 2025-12-31 10:00:00
updated: not a date
updated: null
photos: /a.jpg
pubDate: Dec 31 2025
pubDate: 2025-12-31
pubDate: '2025-12-31'
updatedDate: 2025/12/31
heroImage: '../../a.jpg'
eleventyNavigation:\n  key: a
pagination: {size: 1}
"""
"""Front matters, `\\n` being the end of a line: the kinds of value that sites were seen to have."""


_TEMPLATES = re.compile(r"\{[{%].*?[%}]\}|\{[{%]", re.DOTALL)
"""Code of the templates of sites that are not here."""


def texts(name: str) -> list[str]:
    """The articles for a program."""
    fronts = [line.replace("\\n", "\n") for line in KINDS.strip().splitlines()]
    bodies = [_article(front) for front in fronts]
    bodies += [_article(f"date: {text}") for text in _dates()]
    if name == "astro":
        bodies = [re.sub(r"(?m)^date:", "pubDate:", text) for text in bodies]
    return [*bodies, *_examples(), *_real()]


def _article(front: str) -> str:
    title = "" if re.search(r"(?mi)^title", front) else "title: 'Some  title'\n"
    return f"---\n{title}{front}\n---\nThe first.\n\nThe second.\n"


def _dates() -> list[str]:
    made = []
    for line in DATES.read_text(encoding="utf-8").splitlines()[1:]:
        text, style = line.split("\t")[:2]
        quoted = "'" + text.replace("'", "''") + "'"
        made += {"both": [text, quoted], "plain": [text], "quoted": [quoted]}[style]
    return made


def _examples() -> list[str]:
    found = (example.before for rule in registry.all_rules() for example in rule.examples)
    return list(dict.fromkeys(found))


def _real() -> list[str]:
    paths = [
        *sorted((CORPORA / "18f/posts").glob("*.md"))[::4],
        *sorted((CORPORA / "digitalgov").rglob("*.md"))[::8],
        *sorted((CORPORA / "broken").rglob("*.md"))[::8],
    ]
    texts = (path.read_bytes().decode("utf-8", "replace") for path in paths)
    return [_TEMPLATES.sub("code", text) for text in texts]
