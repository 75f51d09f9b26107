"""The comparison after kills sees what is lost, twice, and half."""

from __future__ import annotations

from collections import Counter

from bench.faults.compare import _writes


def test_lost_and_doubled_writes_are_named() -> None:
    written = {
        "talk": {"acknowledged": ["一", "二", "三"], "sent": ["一", "二", "三", "四", "五"]},
    }
    there = {"talk": Counter({"一": 1, "三": 2, "五": 2})}
    assert sorted(_writes(written, there)) == [
        "acknowledged, and there 0 times: 二",
        "acknowledged, and there 2 times: 三",
        "sent once, and there 2 times: 三",
        "sent once, and there 2 times: 五",
    ]
