from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

AMOUNT = (
    r"[\d一二三四五六七八九十百千万亿.]{1,12}(?:多|余)?[%％个名人次项件条场户家年月天期万元亿]{0,3}"
)


@cache
def _double() -> re.Pattern[str]:
    return re.compile(
        rf"(?:大约|大概|约)有?{AMOUNT}(?:左右|上下)|(?:超过|多达|至少|最少|不少于|不低于){AMOUNT}以上"
        rf"|(?:不足|不到|至多|最多|不超过|不高于){AMOUNT}以下|(?:近|将近|接近){AMOUNT}(?:左右|上下)"
        r"|(?:降低|减少|下降|缩短|压缩)了?[\d一二三四五六七八九十两.]{1,6}倍"
    )


WORDS = (
    *(
        "大约",
        "大概",
        "约",
        "超过",
        "多达",
        "至少",
        "最少",
        "不少于",
        "不低于",
        "不足",
        "不到",
        "至多",
        "最多",
    ),
    *("不超过", "不高于", "近", "将近", "接近", "降低", "减少", "下降", "缩短", "压缩"),
)


@rule(
    "DZ618",
    anchors=tuple(
        word + next_ for word in WORDS for next_ in "有了0123456789一二三四五六七八九十两百"
    ),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def uncertain_amount(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """数量说法重复或矛盾"""
    found = _double().match(reading.text, anchor.start)
    if found:
        yield Hit(
            Span(*found.span()),
            f"“{found[0]}”里表示约数、界限的词重复，或倍数说不通",
            asks="究竟是多少？",
            advice="请写出核对过的数",
        )
