from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(
        r"版权(?:归|所有)[^。；\n]{0,20}|(?:如有|若有|如)侵(?:权|删)[^。；\n]{0,20}|侵权?(?:必|即)?删(?:除)?"
        r"|转载(?:请|需|须)?(?:注明|联系)[^。；\n]{0,10}|未经(?:授权|许可)[^。；\n]{0,20}"
        r"|(?:内容|资料|文章|图片)(?:来自|来源于|源于)(?:网络|互联网)|原创(?:文章|作品|首发)"
    )


@rule(
    "DZ306",
    anchors=(
        *(
            "版权归",
            "版权所有",
            "如有侵权",
            "若有侵权",
            "如侵",
            "侵删",
            "侵权删",
            "侵权必删",
            "侵权即删",
        ),
        *(
            "转载请",
            "转载需",
            "转载须",
            "转载注明",
            "未经授权",
            "未经许可",
            "来自网络",
            "来自互联网",
        ),
        *(a + b for a in ("内容", "资料", "文章", "图片") for b in ("来自", "来源于", "源于")),
        *("原创文章", "原创作品", "原创首发"),
    ),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def copyright_notice(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """版权声明残留"""
    found = _notice().match(reading.text, anchor.start)
    if found:
        yield Hit(
            Span(*found.span()),
            "这是网站的版权声明，不属于本人的材料；请删去，并核对前后文字是否本人所写",
        )
