from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

PHRASES = Phrases({"十{四,五,六,七,八,九}届{八,九,十,十一,十二}中全会": ""})
TERM = len("十四届")


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
    term = reading.of(phrase)[:TERM]
    message = f"{term}中央委员会只开过七次全会，没有这一次；请核对是哪一届、哪一次"
    yield Hit(phrase, message)
