from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span

NAMES = {
    "\u00ad": "软连字符",
    "\u034f": "组合用连接符",
    "\u115f": "谚文填充符",
    "\u1160": "谚文填充符",
    "\u180e": "蒙古文元音分隔符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "词连接符",
    "\u2061": "不可见运算符",
    "\u2062": "不可见运算符",
    "\u2063": "不可见运算符",
    "\u2064": "不可见运算符",
    "\u3164": "谚文填充符",
    "\ufeff": "字节序标记",
    "\uffa0": "谚文填充符",
}


@rule(
    "DZ315",
    anchors=tuple(NAMES),
    severity=Severity.WARNING,
    source="Unicode 标准 5.21",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def invisible_character(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """不可见字符"""
    character = reading.of(anchor)
    message = f"这里藏着一个看不见的字符（{NAMES[character]}，U+{ord(character):04X}），查找和比对会出错；请删去"
    yield Hit(anchor, message, (Edit(anchor, ""),))
