"""Jekyll, Eleventy, Hexo and Astro as judges of the safe fixes, and of what newslint says of them.

Each builds one site of the articles in `cases`, before and after the safe fixes of every rule.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.cases import texts
from tests.support.judged_programs import PROGRAMS_BY_NAME, is_there
from tests.support.judging import Verdict, judge

pytestmark = pytest.mark.slow

_verdicts: dict[str, Verdict] = {}


@pytest.fixture(params=PROGRAMS_BY_NAME)
def verdict(request: pytest.FixtureRequest, tmp_path: Path) -> Verdict:
    """What the judge found, asked once."""
    name = request.param
    if not is_there(name):
        pytest.skip(f"the program {name} is not installed; see tests/judges/README.md")
    if name not in _verdicts:
        _verdicts[name] = judge(tmp_path / "site", PROGRAMS_BY_NAME[name], texts(name))
    return _verdicts[name]


def test_safe_fixes_change_nothing_that_they_do_not_mend(verdict: Verdict) -> None:
    assert verdict.differences == []
    assert verdict.articles - len(verdict.refused) > 600
    assert verdict.mended > 100


def test_newslint_says_what_the_program_does(verdict: Verdict) -> None:
    assert verdict.disagreements == []
