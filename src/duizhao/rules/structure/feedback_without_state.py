from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.structure._feedback import STATE, UNFINISHED
from duizhao.statement import Statement
from duizhao.text.pattern import LazyPattern

# 反馈的6个问题已全部完成整改: the state of all at once.
STATE_OF_ALL = LazyPattern(
    "(?:全部|均|都)(?:已)?(?:完成|整改|办结|销号|到位)|(?:整改)?完成率|(?:已|其余|其他|其它)[^。；\n]{0,12}完成"
)
# （二）村级债务化解缓慢（持续推进）
IN_TITLE = LazyPattern("[（(【](?:已|正在|持续|长期|基本|阶段|完成|未完成)[^）)】]{0,8}[）)】]$")
FEW_POINTS = 2


@rule(
    "DZ134",
    on=Statement,
    severity=Severity.HINT,
    source="各地公开的巡视巡察整改情况通报：已完成、正在推进、长期坚持",
    strength=Strength.PRACTICE,
    papers=(PaperKind.INSPECTION,),
)
def feedback_without_state(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """反馈的问题没有写明改到哪一步"""
    points = statement.feedback
    if len(points) < FEW_POINTS or STATE_OF_ALL.search(_around(statement, reading)):
        return
    told = (
        each for each in points if not (each.has_state or IN_TITLE.search(reading.of(each.title)))
    )
    bodies = [(each, reading.of(each.body)) for each in told]
    without = [each for each, body in bodies if not (STATE.search(body) or UNFINISHED.search(body))]
    if without:
        yield Hit(
            without[0].title,
            f"{len(points)}个问题里有{len(without)}个没有写明改到哪一步",
            asks="是已完成、正在推进，还是长期坚持？",
            related=tuple((each.title, "没有写明改到哪一步") for each in without[1:]),
        )


def _around(statement: Statement, reading: Reading) -> str:
    """The report without its points."""
    document, points = reading.document, statement.feedback
    before = reading.text[document.span.start : points[0].title.start]
    return before + reading.text[points[-1].body.end : document.span.end]
