"""What everybody writes: set phrases of a list, quotations, and stock sentences that no list has.

A statement has about ten of the first two; each stock sentence opens three statements of four. What two statements
share of these is nobody's copying, and no engine should report it.
"""

from __future__ import annotations

from functools import cache

SHIPPED = (
    "中国特色社会主义理论体系",
    "全心全意为人民服务",
    "解放思想，实事求是，与时俱进，求真务实",
    "批评和自我批评",
    "从群众中来，到群众中去",
    "社会主义核心价值观",
    "立党为公、执政为民",
    "坚持党要管党、全面从严治党",
    "吃苦在前，享受在后，克己奉公，多做贡献",
    "集体领导、民主集中、个别酝酿、会议决定",
    "绿水青山就是金山银山",
    "国家治理体系和治理能力现代化",
)
"""Phrases that the list shipped with the program has."""

LISTED = (
    "把学习成果转化为办好水利民生实事的具体行动和实际成效",
    "坚持问题导向、目标导向、结果导向相统一，一件一件抓到底",
    "以实打实的作风、心贴心的服务、硬碰硬的举措回应群众期盼",
    "做到学习在先、调研在先、检视在先、整改在先、服务在先",
    "始终保持对上负责与对下负责相一致、当前与长远相结合",
    "把自己摆进去、把职责摆进去、把工作摆进去、把难题摆进去",
    "让制度长牙、让纪律带电、让监督常在、让服务暖心",
    "推动全县各项工作走前列、作表率、当先锋、创一流",
    "以抓铁留痕的劲头抓好项目、抓好民生、抓好安全、抓好队伍",
    "切实把思想和行动统一到县委县政府的部署要求上来",
    "坚持眼睛向下、脚步向下、重心向下、资源向下、力量向下",
    "确保件件有着落、事事有回音、户户有人问、月月有进展",
)
"""Phrases of the county's own list, which an engine is given (`own_wording`)."""

QUOTED = (
    "《云溪县机关干部作风建设二十条实施办法（试行）》",
    "《关于深入开展专题民主生活会的通知》",
    "《县级领导干部联系基层工作制度》",
    "《全县防汛抗旱应急预案》",
    "《基层减负若干措施》",
    "“民生无小事，枝叶总关情，件件都要办到群众的心坎上”",
    "“上面千条线，下面一根针，针尖要对准群众最急的事”",
    "“不怕事多，只怕心散；不怕路远，只怕脚懒”",
    "“群众的事再小也是大事，自己的事再大也是小事”",
    "“说了就要算，定了就要干，干就干到底，错了马上改”",
    "“一把尺子量到底，一个标准管所有人”",
    "“白天走干讲，晚上读写想，周末补短板”",
)

STOCK = (
    "根据县委统一安排和本次专题民主生活会的主题，会前我认真学习了规定的篇目，打牢了思想基础。",
    "我采取召开座谈会、个别访谈、设置意见箱、发放征求意见表等方式，广泛听取了各方面的意见建议。",
    "在此基础上，我与班子成员逐一谈心谈话，对照六个方面认真查找差距，深刻剖析了原因。",
)
"""Sentences of the notice that three of four people open with; no list has them."""

STOCK_SHARE = 0.75
TITLE = "年度专题民主生活会个人对照检查材料"
OPENING = "现将对照检查情况报告如下，请同志们批评帮助。\n一、存在问题\n"


def own_wording() -> dict[str, tuple[str, ...]]:
    """The list that an engine may subtract, by its source."""
    return {"云溪县常用提法": LISTED}


@cache
def inserted() -> tuple[str, ...]:
    """What stands inside of paragraphs."""
    return SHIPPED + LISTED + QUOTED


def masked(text: str) -> str:
    """`text` with blanks in place of all such wording; offsets stay."""
    for phrase in (*inserted(), *STOCK, TITLE, OPENING):
        text = text.replace(phrase, " " * len(phrase))
    return text
