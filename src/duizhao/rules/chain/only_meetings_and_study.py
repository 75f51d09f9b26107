from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Statement
from duizhao.text.pattern import LazyPattern

# One measure of study may be the right one for one problem.
MIN_MEASURES = 2
CLAUSE = LazyPattern("[^，。；、！!\n]+")
PAPERS = (
    "学习", "学原文", "自学", "读书", "读原著", "阅读", "研读", "精读", "通读", "培训", "研讨",
    "座谈", "开会", "会议", "召开", "例会", "传达", "印发", "发文", "下发", "转发", "制定",
    "制订", "出台", "方案", "意见》", "通知", "文件", "制度", "机制", "笔记", "心得", "体会",
    "党课", "宣讲", "学时", "学完", "专题会", "动员会", "生活会",
    "讨论", "观看", "警示教育", "研究部署", "统一思想", "学深", "学透", "领会",
)  # fmt: skip
PAPER = LazyPattern("|".join(PAPERS))
# An attitude adds nothing to do, nor does who is to do it and until when.
ATTITUDE = LazyPattern(
    "思想|意识|政治|站位|能力|本领|素养|素质|修养|水平|认识|觉悟|党性|信念|作风|责任|担当|宗旨|观念|定力|自觉|纪律|理论|精神|"
    "初心|使命|武装|头脑|领悟|融会贯通|入脑入心|走深|走实|实效|见行见效|成效|导向"
)
ADDITION = LazyPattern(
    "责任人|责任领导|责任[单部][位门]|牵头|负责|时限|[前底末]$|完成标志|完成时间|"
    "^每[日天周月季年半][^，]{0,3}$|长期|立行立改|方面$|以上$|^不少于|^[一二三四五六七八九十]是$|^[（(]"
)
# Whoever writes one of these does more than meet and study.
ACT = LazyPattern(
    "走访|调研|调查|下村|下乡|入户|到村|进村|驻村|蹲点|住[在到下]|接访|回访|接待|(?<!对照)检查|督查|督办|暗访|巡查|排查|核查|核对|"
    "核实|抽查|审核|考核|验收|测试|考试|办结|办完|办理|答复|反馈|解决|化解|处理|处置|整治|清理|清退|清淤|退[还回]|"
    "补[办发缴交登]|修[好复建]|维修|改造|安装|更换|拆|盘点|公示|公开|上墙|公布|谈心|谈话|约谈|家访|结对|帮扶|帮助|慰问|销号|"
    "整改到位|竣工|完工|开工|开通|建成|建好|新建|发放|兑现|支付|拨付|报销|降[到至]|压[到减缩]|减[少到]|缩短|停止|取消|上报|"
    "书面报告|调研报告|申报|台账|清单|建立(?!健全|[^，。]{0,10}[制机]制?度?)|设立|轮岗|换|挂牌|现场|一线|带队|值班|签[订收到批]|"
    "录入|归还|道歉|到岗|跟班|拜师|实操|演练|把|铺|买|送|配[备齐发]|挖|栽|疏通|加固|接通|通水|通电|后|按(?:方案|制度|计划|通知)"
)


@rule(
    "DZ513",
    on=Statement,
    anchors=PAPERS,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D6",),
)
def only_meetings_and_study(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """措施只有开会、发文和学习"""
    measures = statement.measures
    if len(measures) < MIN_MEASURES or not _problems_ask_more(reading):
        return
    # The scan has found the words: most statements have a measure without one.
    if not all(reading.marks.within("DZ513", measure.span) for measure in measures):
        return
    if all(_is_paper(reading.of(measure.span)) for measure in measures):
        yield Hit(
            measures[0].action,
            f"{len(measures)}条措施都是开会、发文、学习，没有一件做了看得见的事",
            asks="除了开会和学习，要到哪里、做成哪一件事，别人能去核对？",
            related=tuple((measure.action, "开会、发文、学习") for measure in measures[1:]),
        )


def _problems_ask_more(reading: Reading) -> bool:
    """False if all problems are about study: study then is what they ask for."""
    return any("学" not in reading.of(each.claim) for each in reading.statement.problems)


def _is_paper(text: str) -> bool:
    return not ACT.search(text) and all(
        PAPER.search(each) or ATTITUDE.search(each) or ADDITION.search(each)
        for each in CLAUSE.findall(text)
    )
