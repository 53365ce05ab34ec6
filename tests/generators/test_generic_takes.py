"""Where no generator is known nothing is an error that some generator takes; faults stay errors."""

from __future__ import annotations

import pytest

from tests.support.each import each
from tests.support.site_folder import codes, found, page

TAKEN = r"""date: today|date: now|date: last-modified|date: git created|date: created
date: 3rd December 2010|date: May 2024|date: 2024-05|date: 2024|date: 20240305|date: 05/03/2024
date: 2024-W10-2|date: 2024-03-05T10:00|date: 2024-03-05 10:00 +0200|date: 2013/7/13 20:46:25
date: Wed, 1 Jan 2025 10:00:00 EST|date: "[[2024-03-05]]"|date: {created: 2024-03-05}
date: 1850-03-02|lastUpdated: false|published: true|published: 2024-03-05|draft: yes
draft: "true"|draft: 1|draft: maybe|slug: /|slug: /a/b|slug: ../a|slug: index|slug: —
slug: a.html|permalink: false|permalink: "{{ page.date }}/x/"|url: a/b.html|link: /guide
link: "[[x]]"|link: ./a.md|link: "#top"|aliases: Erste Notiz|tags: "#a #b"|tags: a, b
tags: {a: 1}|tags: 5|categories: [[a, b], [c]]|author: {name: Ann}|author: [{name: Ann}]
authors: {name: a}|image: {src: /a.png, alt: b}|image: "[[a.png]]"|title: [a]|title: {text: a}
title: true|title:|title: ""|description: [a]|title: "{{< meta x >}}"|title: "{{ site.title }}"
weight: heavy|weight: 1.5|layout: home|keywords: a, b|tags: [a, {label: X, permalink: /x}]
source: "[[Book]]"|canonical_url: /a/"""

FAULTS = [
    ("title: a: b", "FMT008"),
    ("title: 'a", "FMT010"),
    ("title: {{ title }}", "FMT016"),
    ("title: None", "FMT016"),
    (r"title: A\ntitle: B", "FMT013"),
]

FILES = [
    "# Само текст\n\nБез всичко.\n",
    "***\n\nText.\n",
    "{/* a comment */}\n\n# A\n",
    "---\ntitle: A\nhero: {name: b}\n",
    "---\ntitle: A\n...\n\nText.\n",
    "---\nsidebar_position: 2\n---\n\n# عنوان\n",
]


@each("front", [piece for line in TAKEN.splitlines() for piece in line.split("|")])
def test_what_some_generator_takes_is_no_error(front: str) -> None:
    whole = front if front.startswith("title") else f"title: 홍수\n{front}"
    assert [code for code in codes(found("generic", "a.md", page(whole))) if "error" in code] == []


@pytest.mark.parametrize("text", FILES)
def test_files_that_some_generator_takes(text: str) -> None:
    assert [code for code in codes(found("generic", "a.md", text)) if "error" in code] == []


@pytest.mark.parametrize(("front", "code"), FAULTS)
def test_what_none_takes_stays_an_error(front: str, code: str) -> None:
    assert f"error {code}" in codes(found("generic", "a.md", page(front)))


@pytest.mark.parametrize(
    "front",
    [
        "date: soon",
        "date: [2024-03-05]",
        "draft: maybe",
        "slug: —",
        "link: htps://a.example",
        "slug: https://example.org/a",
        "link: https://user:word@example.org/",
    ],
)
def test_what_is_doubtful_is_still_said(front: str) -> None:
    assert codes(found("generic", "a.md", page(f"title: A\n{front}")))
