from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

# Names of the data that a form asks for; in brackets and alone, they were to be replaced.
FIELDS = "姓名|单位|单位名称|职务|部门|日期|时间|地点|年月日|某单位|具体事例|具体案例|举例|填写姓名|本人姓名"


@cache
def _slot() -> re.Pattern[str]:
    return re.compile(
        rf"[（(【\[〔](?:(?:{FIELDS})[）)】\]〕]"
        r"|(?:此处|这里|请|可|需|建议|结合)[^）)】\]〕\n]{0,30}?(?:填写|填入|补充|插入|修改|替换|举例|展开|省略|略去|自行)"
        r"[^）)】\]〕\n]{0,30}[）)】\]〕]"
        r"|此处[^）)】\]〕\n]{0,30}[）)】\]〕]|范文[^）)】\]〕\n]{0,6}[）)】\]〕]|模板[）)】\]〕]|样本[）)】\]〕]|参考(?:版|稿|范文|模板)[）)】\]〕])"
    )


@cache
def _advice() -> re.Pattern[str]:
    return re.compile(
        r"(?:请|可|需|建议)?(?:各位|大家)?(?:请|可|需)?(?:根据|结合)(?:自身|本人|个人|本单位|单位)?实际(?:情况)?(?:进行)?(?:自行)?(?:修改|填写|增减|删减|调整|补充)(?!完善|[了的过])"
        r"|(?:内容|材料|本文|范文|以上)?(?:仅供(?:大家)?(?:学习)?参考)|(?<![^\n])(?:优秀)?范文(?:[一二三四五六七八九十\d]{1,3}|[:：])"
    )


@rule(
    "DZ309",
    anchors=(
        *(left + word for left in "（(【[〔" for word in FIELDS.split("|")),
        *(
            left + word
            for left in "（(【[〔"
            for word in ("此处", "这里", "请", "可", "需", "建议", "结合")
        ),
        *(left + word for left in "（(【[〔" for word in ("范文", "模板", "样本", "参考")),
        *(
            "请根据",
            "请结合",
            "可根据",
            "可结合",
            "根据自身实际",
            "结合自身实际",
            "根据实际",
            "结合实际",
        ),
        *("根据本人实际", "结合本人实际", "仅供", "内容仅供", "材料仅供", "范文", "优秀范文"),
    ),
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def template_instruction(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """范文提示未删"""
    text, start = reading.text, anchor.start
    found = (_slot() if text[start] in "（(【[〔" else _advice()).match(text, start)
    if found:
        span = Span(*found.span())
        yield Hit(span, f"“{found[0]}”是写给填写人看的提示，不是材料的内容；请按提示填实后删去")
