from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.statement import Statement
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

CLAIM = LazyPattern(
    "(?:反馈|指出|提出|移交)[^。；\n]{0,24}?(?<![0-9一二三四五六七八九十])([0-9]{1,3}|[一二三四五六七八九十]{1,3})[个条项](?:具体|主要|突出)?(?:问题|意见)"
)
# A report may treat some of the problems alone.
SOME = LazyPattern("主要|重点|部分|突出")
FEW_POINTS = 2


@rule(
    "DZ136",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    papers=(PaperKind.INSPECTION,),
    criteria=("E4",),
)
def wrong_feedback_count(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """反馈的问题数与逐条写的不符"""
    points, document = statement.feedback, reading.document
    if len(points) < FEW_POINTS:
        return
    found = CLAIM.search(reading.text, document.span.start, points[0].title.start)
    if found is None or any(
        SOME.search(reading.of(each.heading.title)) for each in document.sections
    ):
        return
    claimed = value(found[1])
    if claimed and claimed != len(points):
        yield Hit(
            Span(found.start(1), found.end()),
            f"开头说反馈了{claimed}个问题，后面逐条写了{len(points)}个",
            asks="是漏写了，还是几个并在一起写了？",
            related=tuple((each.title, "逐条写的问题") for each in points),
        )
