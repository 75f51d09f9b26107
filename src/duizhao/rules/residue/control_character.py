from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

# C0 and C1 without tab and the line breaks that editors and Word write (line feed, return, vertical tab, form feed).
CONTROLS = tuple(chr(n) for n in (*range(9), *range(14, 32), *range(127, 160), 0x2028, 0x2029))


@rule(
    "DZ317",
    anchors=CONTROLS,
    severity=Severity.WARNING,
    source="Unicode 标准 23.1",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def control_character(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """控制字符"""
    code = ord(reading.of(anchor))
    yield Hit(
        anchor,
        f"这里有一个控制字符（U+{code:04X}），打印和转换时会丢字或断行；请删去，并核对前后有没有缺字",
    )
