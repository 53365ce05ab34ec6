"""The short way to the user's folder for caches is that of platformdirs."""

from __future__ import annotations

import platformdirs
import pytest

from newslint.site.cache_folder import VARIABLE, cache_folder


@pytest.mark.parametrize("named", [None, "", " ", "/a", " /a", "/a ", "b", "~/c"])
def test_it_is_that_of_platformdirs(named: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert cache_folder(None) == platformdirs.user_cache_path("newslint", appauthor=False)
