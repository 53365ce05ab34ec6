"""`newslint init`: what it learns of made sites, and the file that it writes."""

from __future__ import annotations

import json
import random
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.config.load import load
from newslint.learn.draft import Draft, Line, Part, is_writable
from newslint.learn.site import Learned, learn
from newslint.learn.zone import told_zone
from newslint.text.toml_text import toml_comment, toml_key, toml_value
from tests.support.command import CORPORA, ROOT, Done, copy, newslint, tree
from tests.support.quick import at_most, one_in

HUGO = 'baseURL = "https://mysite.example/"\n'
WORDS = ["rivers", "budgets", "councils", "bridges", "schools", "harbours", "elections"]


def article(number: int, link: str = "herkunft", host: str = "") -> str:
    """An article as a feed's script writes it, with the key of the link called `link`."""
    host = host or f"paper{number % 9}.example.org"
    tags = "".join(f"- '{WORDS[(number * 3 + n) % len(WORDS)]}'\n" for n in range(1 + number % 3))
    return (
        f'---\ntitle: "The council votes on bridge number {number}"\n'
        f"date: 2025-{1 + number % 12:02d}-{1 + number % 28:02d}\n"
        f'summary: "The vote on bridge {number} ends two years of talks about its cost."\n'
        f"{link}: 'https://{host}/world/council-{number}'\n"
        f"source: 'The Paper {number % 9}'\ntags:\n{tags}"
        f"desk: {'city' if number % 3 else 'world'}\ndraft: false\n---\n<p>Text {number}.</p>\n"
    )


def site(folder: Path, articles: int = 60, config: str = HUGO, **more: str) -> Path:
    content = folder / "content" / "news"
    content.mkdir(parents=True)
    if config:
        (folder / "hugo.toml").write_text(config)
    for number in range(articles):
        (content / f"a{number:04d}.md").write_text(article(number, **more), encoding="utf-8")
    return folder


def learned(folder: Path) -> Learned:
    files = sorted(folder.rglob("*.md"))
    (only,) = learn(files, folder)
    return only


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """What is learned of sixty articles."""
    return learned(site(tmp_path_factory.mktemp("usual")))


def written(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "newslint.toml").read_text(encoding="utf-8"))


def test_a_key_of_links_is_the_link_whatever_it_is_called(usual: Learned) -> None:
    assert usual.roles == {"link": "herkunft"}
    data = usual.draft.data()
    assert data["fields"]["link"] == {"key": "herkunft", "required": True}
    assert data["preset"] == "news"


def test_links_to_the_site_itself_are_no_link_role(tmp_path: Path) -> None:
    made = learned(site(tmp_path, host="mysite.example"))
    assert made.roles == {}


@pytest.mark.parametrize("key", one_in(2, ["link", "source_url"]))
def test_a_known_key_needs_no_learning(tmp_path: Path, key: str) -> None:
    made = learned(site(tmp_path, link=key))
    assert made.roles == {}
    assert made.preset == "news"


def test_few_values_that_come_again_are_choices(usual: Learned) -> None:
    fields = usual.draft.data()["fields"]
    assert fields["desk"]["one-of"] == ["city", "world"]
    assert fields["source"] == {"type": "string", "required": True}


def test_one_value_that_is_nearly_another_is_left_to_be_reported(tmp_path: Path) -> None:
    site(tmp_path)
    odd = tmp_path / "content/news/a0003.md"
    odd.write_text(odd.read_text().replace("desk: world", "desk: wrold"))
    made = learned(tmp_path)
    assert made.draft.data()["fields"]["desk"]["one-of"] == ["city", "world"]
    newslint("init", "-q", folder=tmp_path)
    done = newslint("check", "--output-format", "concise", folder=tmp_path)
    assert "desk `wrold` is none of: city, world" in done.out


def test_what_the_whole_house_does_is_settled(usual: Learned) -> None:
    assert "DAT006" in usual.draft.data()["ignore"]
    assert usual.after.problems <= usual.before.problems + 1


def test_what_one_article_lacks_is_reported(tmp_path: Path) -> None:
    site(tmp_path, articles=120)
    odd = tmp_path / "content/news/a0007.md"
    odd.write_text(odd.read_text().replace("herkunft", "herkumft"))
    assert newslint("init", folder=tmp_path).code == 0
    done = newslint("check", "--output-format", "concise", folder=tmp_path)
    assert "a0007.md:1:1" in done.out
    assert "herkunft is missing" in done.out
    assert done.out.count("SCH001") == 1


@pytest.mark.slow
def test_a_thousand_articles_of_a_feed(tmp_path: Path) -> None:
    made = learned(site(tmp_path, articles=1000))
    assert made.after.problems < 5
    assert made.draft.data()["style"]["key-order"][:2] == ["title", "date"]


def test_every_site_of_a_repository_gets_its_own(tmp_path: Path) -> None:
    site(tmp_path / "one")
    site(tmp_path / "docs" / "two", link="link")
    (tmp_path / "README.md").write_text("# Nothing\n")
    done = newslint("init", folder=tmp_path)
    assert done.code == 0, done.err
    assert written(tmp_path / "one")["fields"]["link"]["key"] == "herkunft"  # type: ignore[index]
    assert "key" not in written(tmp_path / "docs/two")["fields"]["link"]  # type: ignore[index]
    assert not (tmp_path / "newslint.toml").exists()


def test_it_refuses_to_overwrite(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "newslint.toml").write_text('ignore = ["TXT001"]\n')
    done = newslint("init", folder=tmp_path)
    assert done.code == 2
    assert "newslint.toml is there already and was left as it is" in done.err
    assert (tmp_path / "newslint.toml").read_text() == 'ignore = ["TXT001"]\n'
    assert newslint("init", "--force", folder=tmp_path).code == 0
    assert written(tmp_path)["preset"] == "news"


@pytest.mark.parametrize("name", one_in(2, [".newslint.toml", "pyproject.toml"]))
def test_another_name_of_a_config_is_one_too(tmp_path: Path, name: str) -> None:
    site(tmp_path, articles=6)
    (tmp_path / name).write_text("[tool.newslint]\n" if name == "pyproject.toml" else "")
    assert newslint("init", folder=tmp_path).code == 2
    assert not (tmp_path / "newslint.toml").exists()


def test_a_link_in_the_place_of_the_config_is_not_written_through(tmp_path: Path) -> None:
    site(tmp_path / "site", articles=6)
    (tmp_path / "other.toml").write_text("")
    (tmp_path / "site/newslint.toml").symlink_to("../other.toml")
    done = newslint("init", "--force", folder=tmp_path / "site")
    assert done.code == 2, done.err
    assert (tmp_path / "other.toml").read_text() == ""


def test_diff_only_prints(tmp_path: Path) -> None:
    site(tmp_path)
    before = tree(tmp_path)
    done = newslint("init", "--diff", folder=tmp_path)
    assert done.code == 0
    assert done.out.startswith("--- /dev/null\n+++ b/newslint.toml\n@@")
    assert '+preset = "news"' in done.out
    assert tree(tmp_path) == before
    assert newslint("init", "--diff", "--force", folder=tmp_path).code == 2


def test_nothing_to_learn_from(tmp_path: Path) -> None:
    done = newslint("init", folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("newslint: nothing to learn from: ")
    assert newslint("init", "nowhere", folder=tmp_path).err == (
        "newslint: nowhere does not exist\n"
    )


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_table_is_no_wider_than_the_terminal(usual: Learned, width: int) -> None:
    from newslint.cli.learned import shown

    lines = shown(usual, width, color=False).splitlines()
    assert max(map(len, lines)) <= width
    text = "\n".join(lines)
    assert "herkunft" in text
    assert "link (learned)" in text or "(learned)" in text


def test_a_few_articles_say_little(tmp_path: Path) -> None:
    made = learned(site(tmp_path, articles=6))
    assert made.draft.data() == {"preset": "default", "fields": {"link": {"key": "herkunft"}}}


def test_an_own_schema_of_a_collection(tmp_path: Path) -> None:
    (tmp_path / "astro.config.mjs").write_text("export default {}\n")
    blog = tmp_path / "src/content/blog"
    blog.mkdir(parents=True)
    for number in range(3):
        (blog / f"{number}.md").write_text(f"---\ntitle: A\npubDate: 2024-01-0{number + 1}\n---\n")
    own = tmp_path / ".astro/collections"
    own.mkdir(parents=True)
    schema = {
        "$ref": "#/definitions/blog",
        "definitions": {
            "blog": {
                "type": "object",
                "properties": {
                    "title": {"type": "string", "maxLength": 60},
                    "pubDate": {
                        "anyOf": [
                            {"type": "string", "format": "date-time"},
                            {"type": "string", "format": "date"},
                            {"type": "integer", "format": "unix-time"},
                        ]
                    },
                    "kind": {"type": "string", "enum": ["a", "b"]},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "$schema": {"type": "string"},
                },
                "required": ["title", "pubDate", "kind"],
            }
        },
    }
    (own / "blog.schema.json").write_text(json.dumps(schema))
    (own / "broken.schema.json").write_text("{")
    done = newslint("init", folder=tmp_path)
    assert done.code == 0, done.err
    (part,) = cast(list[dict[str, Any]], written(tmp_path)["overrides"])
    assert part["paths"] == ["/src/content/blog/**"]
    assert part["fields"]["kind"] == {
        "key": "kind", "type": "string", "one-of": ["a", "b"], "required": True,
    }  # fmt: skip
    assert part["fields"]["pubDate"] == {"key": "pubDate", "type": "date", "required": True}
    done = newslint("check", "--output-format", "concise", folder=tmp_path)
    assert done.out.count("kind is missing") == 3


def _days(zone: str, hours: list[int]) -> list[datetime]:
    start = datetime(2024, 1, 1, tzinfo=ZoneInfo(zone))
    days = [start + timedelta(days=9 * n) for n in range(60)]
    return [datetime.fromisoformat(day.replace(hour=hours[0]).isoformat()) for day in days]


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Asia/Kolkata", "Australia/Adelaide", "Asia/Kathmandu"]
)
def test_offsets_tell_a_zone(zone: str) -> None:
    assert told_zone(_days(zone, [9])) == zone


def test_one_offset_in_winter_tells_none() -> None:
    winter = [one for one in _days("Europe/Berlin", [9]) if one.month in (12, 1, 2)] * 3
    assert told_zone(winter) == ""
    assert told_zone(_days("America/New_York", [9])[:10]) == ""
    fixed = [one.replace(tzinfo=ZoneInfo("Etc/GMT+5")) for one in _days("America/New_York", [9])]
    assert told_zone([datetime.fromisoformat(one.isoformat()) for one in fixed]) != (
        "America/New_York"
    )


TEXTS = st.text(st.characters(codec="utf-8"), max_size=80) | st.sampled_from(
    ['"', "\\", "'", "a.b", "]", "[x]", "# newslint", "= 1", "\u202e", "\x00", "key\nother = 1"]
)


@given(TEXTS)
def test_a_key_and_a_text_of_toml_come_back(text: str) -> None:
    line = f"{toml_key(text)} = {toml_value([text, {text: text}])}  {toml_comment(text)}\nend = 1"
    assert tomllib.loads(line) == {text: [text, {text: text}], "end": 1} if text != "end" else True


@given(st.text(max_size=30), TEXTS)
def test_a_lone_surrogate_is_no_key_of_a_config(before: str, after: str) -> None:
    assert not is_writable(f"{before}\ud800{after}")


@settings(max_examples=at_most(60, 8), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["text", "link", "list", "bool"])), max_size=6)
)
def test_whatever_articles_hold_the_file_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, keys: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("site")
    for number in range(25):
        values: dict[str, object] = {"title": f"Title {number}"}
        for key, text, kind in keys:
            value: object = text
            if kind == "link":
                value = f"https://h{number % 5}.example.org/{number}"
            elif kind == "list":
                value = [text, f"x{number % 3}"]
            elif kind == "bool":
                value = bool(number % 2)
            values[key] = value
        (folder / f"{number}.md").write_text(json.dumps(values) + "\nText.\n", encoding="utf-8")
    (made,) = learn(sorted(folder.glob("*.md")), folder)
    (folder / "newslint.toml").write_text(made.text, encoding="utf-8")
    config, _ = load(folder / "newslint.toml")
    assert config.preset in ("default", "news")


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_a_draft_is_valid_whatever_its_comments_hold(pairs: list[tuple[str, str]]) -> None:
    draft = Draft([text for text, _ in pairs])
    lines = {key: Line(key, {"type": "string"}, text) for key, text in pairs if is_writable(key)}
    draft.fields = list(lines.values())
    off = (Line("fields.a.required", True, off=True),)
    draft.parts = [Part(("/a/**",), text, off) for text, _ in pairs]
    assert draft.data().get("fields", {}) == {key: {"type": "string"} for key in lines}


@pytest.mark.slow
@pytest.mark.skipif(not CORPORA.is_dir(), reason="the real articles are not there")
@pytest.mark.parametrize("name", ["digitalgov", "18f"])
def test_real_articles(name: str, tmp_path: Path) -> None:
    folder = copy(CORPORA / name, tmp_path / name)
    done: Done = newslint("init", folder=folder)
    assert done.code == 0, done.err
    config, _ = load(folder / "newslint.toml")
    assert config.fields
    made = newslint("config", folder=folder)
    assert made.code == 0


def test_the_example(tmp_path: Path) -> None:
    folder = copy(ROOT / "examples/newsroom", tmp_path / "newsroom")
    assert newslint("init", "--force", folder=folder).code == 0
    load(folder / "newslint.toml")


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    site(tmp_path)
    files = sorted(tmp_path.rglob("*.md"))
    shuffled = random.Random(1).sample(files, len(files))
    (one,), (other,) = learn(files, tmp_path), learn(shuffled, tmp_path)
    assert one.text == other.text
