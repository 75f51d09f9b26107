from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.structure._report_parts import sections_of
from duizhao.statement import Statement
from duizhao.text.pattern import LazyPattern

POINTS = LazyPattern(
    "事项|配偶|子女|家属|家人|家庭|亲属|爱人|父|母|亲戚|礼|红包|购物卡|宴|吃请|用车|公车|车辆|用房|接待|兼职|经商|办企业|插手|干预|打招呼|"
    "递条子|说情|招标|采购|工程|项目|评审|住房|购房|出国|出境|因私|津贴|补贴|报销|差旅|函询|三公|经费|规定标准|八项规定|承揽|介绍|[0-9]"
)


@rule(
    "DZ138",
    on=Statement,
    severity=Severity.HINT,
    source="述责述廉工作报道（2018年）：廉洁情况逐项说明",
    strength=Strength.LOCAL,
    papers=(PaperKind.DUTY,),
)
def integrity_in_general(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """廉洁部分只有表态"""
    for section in sections_of(reading, "integrity"):
        if not POINTS.search(reading.text, section.heading.span.end, section.span.end):
            yield Hit(
                section.heading.title,
                "这一部分只说了态度，没有逐项说明",
                asks="个人有关事项、亲属经商办企业、礼品礼金、公务接待、用车用房，各是什么情况？",
            )
