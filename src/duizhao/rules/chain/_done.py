"""Measures that are carried out already: 苹果钱已退, 六月以来去了四次."""

from __future__ import annotations

from duizhao.statement import Measure
from duizhao.text.pattern import LazyPattern

DONE = LazyPattern(
    "已(?:经)?(?![知久])[^，。；\n]{0,10}?(?:退|交|补|上报|更正|整改|完成|建成|换|停[用止]|撤|写|办[理结]|修[好复订]|装[好上]|销号|归[还位档]|追[回缴]"
    "|道歉|说明|删|落实|执行|到位|清[理退]|拆|整理|公[开示布]|登记|访)|(?:[月日天周]以来|目前)[^，。；\n]{0,8}了"
)
AHEAD = LazyPattern("将|今后|往后|以后|下一?[步次]|每|继续|计划|准备|打算|拟|要(?!求)|未|没|不再")


def is_done(measure: Measure, text: str) -> bool:
    """Whether a measure, or the label before it (已整改：), tells what was done, and nothing still to do."""
    words = measure.span.of(text)
    return DONE.search(words) is not None and AHEAD.search(words) is None
