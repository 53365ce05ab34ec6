"""For all tests: what runs keep goes to a folder of the tests, never to the user's own.

Property tests try the same examples in each run, so that what passed passes again; with
`NEWSLINT_RANDOM=1` they try others each time.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from newslint.site.cache_folder import VARIABLE
from tests.support.quick import few


def pytest_configure(config: pytest.Config) -> None:
    """A run that leaves out what is slow draws fewer examples."""
    if "not slow" in config.option.markexpr:
        few()


# How long it takes to make input says how busy the machine is, and nothing of newslint.
WHATEVER_IT_TAKES = [HealthCheck.too_slow]
settings.register_profile("same", derandomize=True, suppress_health_check=WHATEVER_IT_TAKES)
settings.register_profile("others", print_blob=True, suppress_health_check=WHATEVER_IT_TAKES)
settings.load_profile("others" if os.environ.get("NEWSLINT_RANDOM") else "same")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    patch = pytest.MonkeyPatch()
    patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
