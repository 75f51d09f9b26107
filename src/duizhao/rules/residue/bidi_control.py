from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@rule(
    "DZ316",
    anchors=tuple(CONTROLS),
    severity=Severity.ERROR,
    source="Unicode 技术报告 UTR 36",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def bidi_control(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """文字方向控制符"""
    code = ord(reading.of(anchor))
    message = f"这里藏着改变文字方向的控制符（U+{code:04X}），看到的字序可能与实际不同；请删去后重读这一句"
    yield Hit(anchor, message)
