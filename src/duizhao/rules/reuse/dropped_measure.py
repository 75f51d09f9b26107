from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import DroppedMeasures, Hit, Reading, Severity, Strength, rule

MAX_NAMED = 3
LONGEST_NAME = 24


@rule(
    "DZ806",
    on=DroppedMeasures,
    severity=Severity.HINT,
    source="督导审阅惯例",
    strength=Strength.PRACTICE,
    criteria=("A4", "E2"),
)
def dropped_measure(dropped: DroppedMeasures, reading: Reading) -> Iterator[Hit]:
    """去年的整改措施这里没有交代"""
    named = "、".join(f"“{_short(each)}”" for each in dropped.measures[:MAX_NAMED])
    more = "等" if len(dropped.measures) > MAX_NAMED else ""
    yield Hit(
        dropped.span,
        f"{dropped.document}里有{len(dropped.measures)}条整改措施，这里没有提到：{named}{more}",
        asks="这几条做到了哪一步？" if len(dropped.measures) > 1 else "这一条做到了哪一步？",
        advice="用了别的说法的，不必改",
    )


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_NAME else f"{words[:LONGEST_NAME]}…"
