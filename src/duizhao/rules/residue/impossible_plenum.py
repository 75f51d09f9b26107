from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# 十二届 is likely 二十届 with its characters exchanged; the plenum of 1984 is named with its year or its decision.
PHRASES = Phrases(
    {
        "十{四,五,六,七,八,九}届{八,九,十,十一,十二}中全会": "",
        "党的十二届{二,三,四,五}中全会": "(?:精神|[^，。；\n]{0,6}关于)",
    }
)
TERM = len("十四届")
OF_ITS_TIME = LazyPattern("198[0-9]|改革开放初期|商品经济|经济体制改革的决定|计划经济")
AROUND = 60


@rule(
    "DZ312",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("G5",),
)
def impossible_plenum(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """没有这次全会"""
    if reading.of(phrase).startswith("党的"):
        yield from _exchanged(phrase, reading)
        return
    term = reading.of(phrase)[:TERM]
    message = f"{term}中央委员会只开过七次全会，没有这一次；请核对是哪一届、哪一次"
    yield Hit(phrase, message)


def _exchanged(phrase: Span, reading: Reading) -> Iterator[Hit]:
    name = Span(phrase.start, reading.text.index("会", phrase.start) + 1)
    around = reading.text[max(0, phrase.start - AROUND) : phrase.end + AROUND]
    if reading.statement.recognised and not OF_ITS_TIME.search(around):
        right = reading.of(name).replace("十二届", "二十届")
        yield Hit(
            name,
            f"“{reading.of(name)}”是1982年至1987年间的会",
            asks=f"是不是“{right}”？",
            severity=Severity.HINT,
        )
