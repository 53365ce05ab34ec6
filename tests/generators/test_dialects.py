"""YAML that libyaml reads and a target's own parser does not.

Each was tried with Jekyll 4.3.1, js-yaml 3.15.2 (Eleventy 3.1) and js-yaml 4.3.2 (Astro 5.18 and
Hexo 8.1); what Hugo does is asked of it in test_hugo_reads.py.
"""

from __future__ import annotations

from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.setting import settings, source

MERGE = "5:1-5:9 invalid front matter: `<<` is not followed by a mapping, which {} rejects"
TAG = "5:7-5:12 invalid front matter in field `odd`: the tag `!odd1` is unknown to {}"
HEADER = (
    "5:7-5:8 invalid front matter in field `odd`: "
    "the comment is not preceded by a space, which {} rejects"
)
TAB = "5:7-5:8 odd contains a tab in double quotes, which Hugo rejects; write it as `\\t`"
PAIR = (
    '5:6-5:22 odd `"a \\ud83d\\ude00"` contains two escapes for one character, which Jekyll cannot '
    "read; write `😀`"
)

CASES = [
    ("<<: text", MERGE, "hugo eleventy astro hexo"),
    ("odd:  !odd1 text", TAG, "eleventy astro hexo"),
    ("odd: |# comment\n  text", HEADER, "hugo eleventy astro hexo"),
    ('odd: "\ta"\ntags: [a]', TAB, "hugo"),
    ('odd: "a \\ud83d\\ude00"', PAIR, "jekyll"),
    ("a:\n- odd:  !odd1 text", TAG.replace("5:7-5:12", "6:9-6:14"), "eleventy astro hexo"),
    ('a: {odd: "\tb", c: d}', TAB.replace("odd", "a").replace("5:7-5:8", "5:11-5:12"), "hugo"),
    ("odd: !!str text", "", ""),
    ("odd: &a {b: c}\n<<: *a", "", ""),
    ("odd: |2 # comment\n  text", "", ""),
    ("odd: 'a\tb'", "", ""),
    ('odd: "\\u00e9 \\U0001f600"', "", ""),
]


@each("target", ["hugo", "jekyll", "eleventy", "astro", "hexo", "zola"])
@each(("line", "said", "targets"), CASES)
def test_the_targets_that_stop_at_it_are_told(
    line: str, said: str, targets: str, target: str
) -> None:
    text = f"---\ntitle: A\ndate: 2025-12-31\nlink: https://example.org/a\n{line}\n---\nText.\n"
    config = settings({"ignore": ["TAG", "FMT009"]}, generator=target)
    found = [
        f"{one.start.row}:{one.start.column}-{one.end.row}:{one.end.column} {one.text}"
        for one in engine.check(source(text), "content/a.md", "a.md", config)
    ]
    assert found == ([said.format(target.title())] if target in targets.split() else [])


def test_the_pair_becomes_its_character() -> None:
    text = '---\ntitle: "Caf\\u00e9 \\uD83D\\uDE00"\n---\nText.\n'
    outcome = engine.fix(
        source(text), "_posts/2025-12-31-a.md", "a.md", settings(generator="jekyll"), unsafe=False
    )
    assert outcome.text == '---\ntitle: "Caf\\u00e9 😀"\n---\nText.\n'
