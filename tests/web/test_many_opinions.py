"""Many people give their opinions at once to a site that really runs, some twice, some over a line that breaks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bench.load import opinions

from duizhao.operating_system import can_fork

PEOPLE, SECONDS = 60, 2


# Several seconds: a site, its processes and their worker start, as they do for people.
@pytest.mark.skipif(bool(os.environ.get("DUIZHAO_TEST_DATABASE")), reason="its site has a folder")
def test_no_opinion_is_lost_and_none_is_doubled(tmp_path: Path) -> None:
    found = opinions.gather(tmp_path, PEOPLE, SECONDS, processes=2 if can_fork() else 1)
    assert len(found.statuses) == PEOPLE
    twice = [seen for seen in found.statuses.values() if len(seen) == 2]
    assert [sorted(seen) for seen in twice] == [[opinions.SENT, opinions.REFUSED]] * (PEOPLE // 10)
    assert sum(found.opened.values()) == PEOPLE
    assert (found.lost, found.doubled) == (0, 0)
