"""The tables that people maintain keep to what their first comment says."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from newslint.data import load

TABLES = ("feeds", "redirects", "tracking")
COMMON_WORDS = {"__s", "f", "from", "id", "mc", "ref", "s", "source", "src", "t"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_it_is_and_how_to_add_to_it(name: str) -> None:
    text = files("newslint.data").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    comment = text[: text.index("\n\n")]
    assert all(line.startswith("#") for line in comment.splitlines())
    assert "To add" in comment
    explained = [line[4:].split()[0] for line in comment.splitlines() if line[:4] == "#   "]
    assert set(load(name)) <= set(explained)


def test_no_key_stands_twice() -> None:
    for name in TABLES:
        text = files("newslint.data").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
        nodes = [yaml.compose(text)]
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.MappingNode):
                keys = [key.value for key, _ in node.value]
                assert len(keys) == len(set(keys)), sorted(k for k in keys if keys.count(k) > 1)
                nodes += [value for _, value in node.value]


def test_names_removed_everywhere_are_no_common_words() -> None:
    names = load("tracking")["everywhere"]
    assert not COMMON_WORDS & set(names)
    assert all(name == name.lower() and len(name) > 2 for name in names)
    assert [name for name in names if name.endswith("*")] == ["utm_*"]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("part", ["hosts", "unlock", "feeds"])
def test_hosts_of_tracking_names(part: str) -> None:
    for host, names in load("tracking")[part].items():
        assert _is_bare_host(host), host
        assert names, host
        assert all(name == name.lower() for name in names), host


def test_one_host_has_a_name_in_one_part_only() -> None:
    table = load("tracking")
    everywhere = set(table["everywhere"])
    seen: set[tuple[str, str]] = set()
    for part in ("hosts", "unlock", "feeds"):
        for host, names in table[part].items():
            assert not everywhere & set(names) - {"cmpid"}, host
            assert not seen & {(host, name) for name in names}, host
            seen |= {(host, name) for name in names}


def test_feed_hosts() -> None:
    table = load("feeds")
    for key in ("prefixes", "proxies", "aggregators"):
        assert table[key] == sorted(set(table[key])), key
    assert all(_is_bare_host(host) for host in table["proxies"] + table["aggregators"])
    assert all(prefix.isalpha() and prefix.islower() for prefix in table["prefixes"])


def test_aliases_lead_to_one_site_each() -> None:
    aliases = load("feeds")["aliases"]
    others = [other for listed in aliases.values() for other in listed]
    assert len(others) == len(set(others))
    assert not set(others) & set(aliases)
    assert all(_is_bare_host(host) for host in [*aliases, *others])


def test_publications() -> None:
    publications = load("feeds")["publications"]
    for site, name in publications.items():
        host = site.partition("/")[0]
        assert _is_bare_host(host), site
        assert site == site.lower(), site
        assert not site.endswith("/"), site
        assert isinstance(name, str), site
        assert name == name.strip(), site


def _is_bare_host(host: str) -> bool:
    return host == host.lower() and "." in host and not host.startswith("www.") and "/" not in host


def test_redirects() -> None:
    table = load("redirects")
    for key in [*table["redirectors"], *table["paths"], *table["opaque"]]:
        host = key.partition("/")[0].replace(".*", ".com")
        assert _is_bare_host(host), key
        assert key == key.lower(), key
        assert not key.endswith("/"), key
    assert table["opaque"] == sorted(set(table["opaque"]))
    assert all(start.startswith("/") and start.endswith("/") for start in table["paths"].values())
