from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, PointKind, Reading, Recurrence, rule
from duizhao.rules.reuse.said import SEVERITY, SOURCE, STRENGTH


@rule("DZ804", on=Recurrence, severity=SEVERITY, source=SOURCE, strength=STRENGTH)
def problem_came_back(point: Recurrence, reading: Reading) -> Iterator[Hit]:
    """以往查摆的问题原样又写了一遍"""
    if point.kind is PointKind.PROBLEM:
        alike = "逐字相同" if point.share == 1 else f"有{int(100 * point.share)}%的字相同"
        yield Hit(
            point.span,
            f"这个问题与{point.whose}里写的{alike}。",
            asks="上次的整改做到了哪一步？这次的表现与上次有什么不同？",
        )
