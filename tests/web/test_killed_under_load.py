"""Server and worker killed while people write: what was acknowledged is there once, and nothing is half.

Thirty kills, with accounts and on PostgreSQL: `python -m bench.faults.measure`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bench.faults.measure import run

KILLS = int(os.environ.get("DUIZHAO_KILLS", "2"))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the worker in /proc")
def test_nothing_acknowledged_is_lost_and_nothing_is_half(tmp_path: Path) -> None:
    writers, differing = run(tmp_path / "data", "desk", KILLS)
    assert differing == []
    assert writers.faults == []
    assert all(each.acknowledged for each in writers.written.values())
