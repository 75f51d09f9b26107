from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, PointKind, Reading, Recurrence, Severity, Strength, rule

SOURCE, STRENGTH, SEVERITY = "督导审阅惯例", Strength.PRACTICE, Severity.HINT


@rule(
    "DZ804",
    on=Recurrence,
    severity=SEVERITY,
    source=SOURCE,
    strength=STRENGTH,
    criteria=("B14", "F1"),
)
def problem_came_back(point: Recurrence, reading: Reading) -> Iterator[Hit]:
    """以往查摆的问题原样又写了一遍"""
    if point.kind is PointKind.PROBLEM:
        asks = "上次的整改做到了哪一步？这次的表现与上次有什么不同？"
        yield _recurring(point, "这个问题", asks)


@rule(
    "DZ805",
    on=Recurrence,
    severity=SEVERITY,
    source=SOURCE,
    strength=STRENGTH,
    criteria=("D8", "F1"),
)
def measure_came_back(point: Recurrence, reading: Reading) -> Iterator[Hit]:
    """以往的整改措施原样又写了一遍"""
    if point.kind is PointKind.MEASURE:
        asks = "上次做到了哪一步，为什么还要再写？这次由谁做、何时做完？"
        yield _recurring(point, "这条措施", asks)


def _recurring(point: Recurrence, called: str, asks: str) -> Hit:
    alike = "逐字相同" if point.share == 1 else f"有{int(100 * point.share)}%的字相同"
    return Hit(point.span, f"{called}与{point.document}里写的{alike}。", asks=asks)
