from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, PointKind, Reading, Recurrence, rule
from duizhao.rules.reuse.said import SEVERITY, SOURCE, STRENGTH


@rule("DZ805", on=Recurrence, severity=SEVERITY, source=SOURCE, strength=STRENGTH)
def measure_came_back(point: Recurrence, reading: Reading) -> Iterator[Hit]:
    """以往的整改措施原样又写了一遍"""
    if point.kind is PointKind.MEASURE:
        alike = "逐字相同" if point.share == 1 else f"有{int(100 * point.share)}%的字相同"
        yield Hit(
            point.span,
            f"这条措施与{point.whose}里写的{alike}。",
            asks="上次做到了哪一步，为什么还要再写？这次由谁做、何时做完？",
        )
