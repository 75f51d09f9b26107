from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.structure._report_parts import sections_of
from duizhao.statement import Statement
from duizhao.text.pattern import LazyPattern

# A report on work and integrity (述职述廉) may speak of work; one on duty (述责) answers for the Party's governance.
OF_DUTY = LazyPattern("述责|從嚴治黨|从严治党|党风廉政")
GOVERNANCE = LazyPattern(
    "从严治党|党风|廉|纪|监督|一岗双责|责任书|约谈|谈话|谈心|警示|风险|党课|党建|支部|党组织|党员|政治|意识形态|主体责任|八项规定|作风|"
    "信访举报|线索|处分|巡察|选人用人|三重一大|民主集中|检查|督查|抽查|质询"
)


@rule(
    "DZ137",
    on=Statement,
    severity=Severity.HINT,
    source="述责述廉工作报道（2018年）：讲管党治党的责任，不以业务工作代替",
    strength=Strength.LOCAL,
    papers=(PaperKind.DUTY,),
)
def only_work(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """履行责任部分说的都是业务工作"""
    if not OF_DUTY.search(reading.document.whole_title):
        return
    sections = list(sections_of(reading, "duty"))
    if not sections:
        return
    if not any(
        GOVERNANCE.search(reading.text, each.heading.span.end, each.span.end) for each in sections
    ):
        yield Hit(
            sections[0].heading.title,
            "这一部分说的都是业务工作，没有说到管党治党的责任",
            asks="抓学习教育、责任传导、谈话提醒、监督检查，各做了什么？",
        )
