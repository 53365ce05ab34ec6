"""The benchmark runs, prints its rows, and sees another answer. Nothing here depends on time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import speed
from tests.benchmarks.memory import in_use
from tests.benchmarks.same_answer import Answers, digest, problems
from tests.benchmarks.speed_rows import Bench, named
from tests.support.command import newslint
from tests.support.type_case import make_site

NOWHERE = ("--rumdl", "/nowhere/rumdl", "--hugo", "/nowhere/hugo", "--files", "30", "--runs", "1")


def names(printed: str) -> list[str]:
    return re.findall(r"^([a-z][a-z-]+) ", printed, re.MULTILINE)


def test_rows_are_printed_without_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert speed.main([*NOWHERE, "--rows", "news-json", "unchanged-j*"]) == 0
    printed = capsys.readouterr()
    assert names(printed.out) == ["news-json", "unchanged-json"]
    assert re.findall(r"\w.*(?=: ratio \d+\.\d\d$)", printed.out, re.MULTILINE)
    assert "rumdl is not there" in printed.err
    assert "hugo is not there" in printed.err


@pytest.mark.slow
def test_every_kind_of_row_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = Bench(tmp_path, 30, named(None, None, None)).rows()
    kinds = [name for name in rows if name.partition("-")[0] not in ("news", "default")]
    assert speed.main([*NOWHERE, "--markdown", "--rows", *kinds, "default-concise"]) == 0
    table = [line for line in capsys.readouterr().out.splitlines() if line.startswith("|")]
    assert len(table) == len(["head", "dashes", *kinds, "default-concise"])
    assert {line.count("|") for line in table} == {8}


def test_a_name_that_no_row_has(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        speed.main([*NOWHERE, "--rows", "nothing"])
    assert "news-concise-no-site" in capsys.readouterr().err


def test_all_problems_of_a_report_are_seen_in_both_formats(tmp_path: Path) -> None:
    make_site(tmp_path, 4)
    seen = set()
    for output_format in ("concise", "json"):
        output = tmp_path / output_format
        options = ("--no-habits", "--exit-zero", "--output-format", output_format)
        printed = newslint("check", "--preset", "news", *options, folder=tmp_path).out
        output.write_text(printed, encoding="utf-8")
        seen.add(problems(output, output_format))
        output.write_text(printed.replace("a3.md", "a4.md", 1), encoding="utf-8")
        assert problems(output, output_format) not in seen
    assert len(seen) == 1


def test_another_answer_is_told(tmp_path: Path) -> None:
    answers = Answers(())
    output = tmp_path / "out"
    for text in ("one", "one", "other"):
        output.write_text(text, encoding="utf-8")
        answers.compare("key", digest(output), lambda: digest(output))
    assert answers.differing == ["another answer than with --jobs 1 --no-cache: key"]


LARGE = 50_000_000
HOLDS = f"held = b'x' * {LARGE}; print(flush=True); input()"
STARTS = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS!r}])"


def test_the_memory_of_what_a_process_starts_counts() -> None:
    command = [sys.executable, "-c", STARTS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            assert LARGE < in_use(process.pid) < 3 * LARGE
        finally:
            process.communicate(b"\n")


def test_memory_by_ps_counts_it_as_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tests.benchmarks.memory.PROC", tmp_path)
    test_the_memory_of_what_a_process_starts_counts()
