from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.concreteness._standing import cause_at, problem_at
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CIRCUMSTANCES = (
    "工作节奏快", "任务急重", "任务重", "任务繁重", "任务多", "工作忙", "工作繁忙", "工作太忙", "工作较忙",
    "事务繁忙", "事务多", "事务性工作多", "事务性工作较多", "时间紧", "时间有限", "压力大", "人手不足", "人手少",
    "人手紧", "人员少", "经费不足", "经费紧张", "经费有限", "编制少", "编制不足", "历史原因", "历史遗留",
    "客观原因", "客观条件",
)  # fmt: skip
# 因…, 由于…, 受…: what is blamed, from this word to the anchor.
BLAMING = LazyPattern(r"(?:由于|因为|因|受)(?!此|而|素)[^，。；：\n]{0,24}$")
CLAUSE = LazyPattern(r"[^，。；：\n]*")
# 总以工作忙为由 admits an excuse.
OWNED = LazyPattern("为由|为借口|借口|等理由|不是理由|不能成为")
# 因为任务重，我只求数量: the sentence goes on with what the writer thought.
OWN_THOUGHT = LazyPattern(
    "[^。！？\\n]{0,80}?(?:[认以]为|觉得|总想|心想|只[求图顾]|图[省快方便清轻]|怕|嫌|没有?把|[当看]成|当作|忘了|侥幸)"
)
LONGEST_BLAME = 28


@rule(
    "DZ408",
    anchors=CIRCUMSTANCES,
    severity=Severity.HINT,
    source="民主生活会情况通报的通行要求：从主观上找原因",
    strength=Strength.PRACTICE,
    criteria=("B17", "C4"),
)
def circumstances_blamed(place: Span, reading: Reading) -> Iterator[Hit]:
    """用客观原因解释"""
    blaming = BLAMING.search(reading.text, max(0, place.start - LONGEST_BLAME), place.start)
    rest = CLAUSE.match(reading.text, place.end)
    if blaming is None or rest is None or OWNED.search(rest[0]):
        return
    if OWN_THOUGHT.match(reading.text, rest.end()):
        return
    span = Span(blaming.start(), rest.end())
    if problem_at(reading, span) or cause_at(reading, span):
        yield Hit(
            span,
            "这里把原因归到客观条件。",
            asks=f"除去这些条件，{reading.oneself}这一头还差了什么？",
        )
