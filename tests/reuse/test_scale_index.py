"""An index joined on an engine: the same candidates as in numpy, place by place."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from crowded_index import MOST, OWN, listed, segments

pytest.importorskip("ibis", reason="the extra `duckdb` is not installed")
pytest.importorskip("duckdb", reason="the extra `duckdb` is not installed")

from duizhao.reuse.candidates import candidates
from duizhao.reuse.scale.index_candidates import candidates_on
from duizhao.reuse.winnow import all_grams

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ibis.backends.duckdb")

MEMORY = 1 << 29


@pytest.mark.parametrize("memory", [MEMORY, 1 << 26])
def test_duckdb_finds_what_numpy_finds(tmp_path: Path, memory: int) -> None:
    given, own = segments(), all_grams([OWN])
    folder = tmp_path / "查重 [1]"
    folder.mkdir()
    with ExitStack() as both:
        here = both.enter_context(candidates(given, MOST, MEMORY, own=own))
        there = both.enter_context(
            candidates_on("duckdb", given, MOST, memory, own=own, folder=folder)
        )
        wanted, found = listed(here), listed(there)
    assert len(wanted[0]) > 10
    assert len(wanted[1]) > 200
    assert found == wanted
    assert not list(folder.iterdir())
