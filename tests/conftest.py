"""Laws hold at any speed: a busy machine is no counter-example. One browser serves all tests of pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from chromium import Page, chromium

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Only for tests that are skipped where `CHROMIUM` is None."""
    with chromium(tmp_path_factory.mktemp("chromium")) as page:
        yield page
