"""One check and one join for all tests of the outputs: filing takes longer than showing."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

import screens

from duizhao.reuse.view import ShownCheck, ShownJoin


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> ShownCheck:
    return screens.check(tmp_path_factory.mktemp("check"))


@pytest.fixture(scope="session")
def joined(tmp_path_factory: pytest.TempPathFactory) -> ShownJoin:
    return screens.join(tmp_path_factory.mktemp("join"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> ShownCheck:
    return screens.hostile(tmp_path_factory.mktemp("hostile"))
