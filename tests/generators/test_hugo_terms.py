"""Terms, foretold and compared with the pages that the real Hugo builds for them."""

from __future__ import annotations

import html
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.hugo_program import foretell, needs_hugo, page_text, run_hugo, write_site

TERMS = (
    *("a", "5", "true", "null", "[a, 5, true, null, 1.10, 2025-01-01, ~]", "[a, b, a]"),
    *("[b, a, A, c]", "[[x], a]", "[a, [x], b]", "[{k: v}, a]", "[a, {k: v}]", "{a: b}", '"a, b"'),
    *('""', '["", a]', "[' lead', 'trail ', 'two  sp']", "[AI/ML, 'C#', \"it's\", its, 'it’s']"),
    *(
        "[İstanbul, ΑΣ, Straße, '日本 語', 'हिन्दी', São Paulo]",
        "[New York, new-york, 'NEW YORK', b]",
    ),
    *("['100%', 'a%20b', 'a+b', x.y, _index, index, R&D, '#iran']", '["nb\\u00a0x", "\\u00a0y"]'),
)
TEMPLATE = (
    "{{ .File.Path }}\t{{ range $name, $_ := site.Taxonomies }}{{ range $.GetTerms $name }}"
    "{{ $name }} {{ .RelPermalink }}\t{{ end }}{{ end }}"
)
TERM_SITES = {
    "plain": "",
    "case kept": "disablePathToLower = true\n",
    "no accents": "removePathAccents = true\n",
    "ugly": "uglyURLs = true\n",
    "pattern": '[permalinks]\ntags = "/t/:slug/"\n',
    "no terms": 'disableKinds = ["term"]\n',
    "own taxonomies": '[taxonomies]\ntag = "tags"\nmaker = "makers"\n',
    "none": "[taxonomies]\n",
    "languages": 'defaultContentLanguage = "de"\n[languages.en]\n[languages.de]\n',
}


def term_files(values: tuple[str, ...]) -> dict[str, str]:
    """A page for each value of `tags`, and one with other taxonomies."""
    files = {f"content/n/p{i:02}.en.md": page_text(tags=text) for i, text in enumerate(values)}
    files["content/n/more.en.md"] = page_text(categories="[X Y]", makers="[m]", Tags="[t]")
    files["content/n/inner.en.md"] = "---\ntags: [t1]\nparams:\n  tags: [z1, z2]\n---\n"
    files["content/tags/b/_index.en.md"] = page_text(title="B", slug="Bee")
    return files


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize("name", TERM_SITES)
def test_terms_are_those_of_hugo_in_its_order(name: str, tmp_path: Path) -> None:
    # With `disablePathToLower` the page that Hugo reads last decides the case of a term's URL.
    files = term_files(TERMS if name != "case kept" else tuple(map(str.lower, TERMS)))
    layouts = {"layouts/_default/single.html": TEMPLATE, "layouts/_default/list.html": "l"}
    write_site(tmp_path, TERM_SITES[name], files | layouts)
    done = run_hugo(tmp_path, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = foretell(tmp_path, files)
    for built in sorted(tmp_path.glob("public/**/*.html")):
        path, *terms = built.read_text(encoding="utf-8").split("\t")
        if f"content/{path}" in pages:
            ours = [
                f"{taxonomy} {unquote(url)}" for taxonomy, url in pages[f"content/{path}"].terms
            ]
            assert (path, ours) == (path, [unquote(html.unescape(t)) for t in terms if t])
