"""For all tests: what runs keep goes to a folder of the tests, never to the user's own."""

from __future__ import annotations

import pytest

from newslint.site.cache_folder import VARIABLE


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    patch = pytest.MonkeyPatch()
    patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
