"""The nearest word is the one that difflib finds without any word left out beforehand."""

from __future__ import annotations

import difflib
import random

from newslint import registry
from newslint.text.did_you_mean import NEAR, did_you_mean


def test_it_is_that_of_difflib() -> None:
    known = [word for rule in registry.all_rules() for word in (rule.code, rule.name)]
    chance = random.Random(7)
    for _ in range(300):
        word = chance.choice(known)
        for _ in range(chance.randrange(7)):
            at = chance.randrange(len(word) + 1)
            more = chance.choice(["", "a", "-", "E", "x1", "é", "aa"])
            word = word[:at] + more + word[at + chance.randrange(3) :]
        found = difflib.get_close_matches(
            word.lower(), [one.lower() for one in known], n=1, cutoff=NEAR
        )
        names = [one for one in known if one.lower() in found]
        assert did_you_mean(word, known) == "".join(f"; did you mean `{one}`?" for one in names)
