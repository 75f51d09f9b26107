from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.concreteness._standing import problem_at
from duizhao.text import Span

# 二十多次 is a number.
NUMERALS = frozenset("十百千万0123456789０１２３４５６７８９")
SOME = ("一些", "有些", "有的", "个别", "部分", "少数", "某些")
WHAT = ("工作", "项目", "任务", "事项", "环节", "会议", "文件", "制度", "业务")
QUANTITIES = (
    *(some + what for some in SOME for what in WHAT),
    "多次",
    "数次",
    "几次",
    "屡次",
    "若干次",
)


@rule(
    "DZ413",
    anchors=QUANTITIES,
    severity=Severity.HINT,
    source="公文写作惯例",
    strength=Strength.PRACTICE,
    criteria=("B3",),
)
def vague_quantity(place: Span, reading: Reading) -> Iterator[Hit]:
    """数量含糊"""
    if reading.text[place.start - 1 : place.start] in NUMERALS:
        return
    problem = problem_at(reading, place)
    if problem and not problem.facts:
        asks = "几次？是哪几次？" if reading.text[place.end - 1] == "次" else "是哪一项？一共几项？"
        yield Hit(place, f"“{reading.of(place)}”没有写出数量", asks=asks)
