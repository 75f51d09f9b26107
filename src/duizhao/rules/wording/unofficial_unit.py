"""800公分 → 800厘米，用电1200度 → 1200千瓦时"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

FIGURES = "{0,1,2,3,4,5,6,7,8,9,一,二,三,四,五,六,七,八,九,十,百,千,万,亿,几,多,余}"
RIGHT = {"公分": "厘米", "公升": "升", "公尺": "米"}
# Of these the number changes with the unit: how many make one of the right ones.
OTHER = {"市斤": (2, "千克"), "华里": (2, "千米"), "市尺": (3, "米")}
NUMBER = LazyPattern(r"\d+(?:\.\d+)?[万亿]?[余多]?$|[一-龥]$")
# 用电1200度, but 气温30度; 土石方35方, but 双方.
MEASURED = {
    "度": (LazyPattern("(?:[用耗节发充供送]电|电[量能费])[^，。；：\n]{0,10}$"), "千瓦时"),
    "方": (LazyPattern("(?:水|土|木材|砂|石|沙|混凝土)[^，。；：\n]{0,8}$"), "立方米"),
}
SQUEEZED = {"㎡": "平方米", "㎥": "立方米", "㎞": "千米", "㎝": "厘米", "㎏": "千克"}
"""Symbols of one character, which stand in no font for papers."""
DIGITS = "{0,1,2,3,4,5,6,7,8,9,万,亿,余}"
PHRASES = Phrases(
    {
        f"{FIGURES}{{{','.join((*RIGHT, *OTHER))}}}": "(?!之|计|线|礼)",
        f"{FIGURES}{{{','.join(SQUEEZED)}}}": "",
        f"{DIGITS}{{度,方}}": "(?=[，。；、）]|$|电(?![影视子话灯])|左右)",
    }
)
FARTHEST = 16


@rule(
    "DZ654",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="《中华人民共和国计量法》第三条",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def unofficial_unit(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """不是法定计量单位"""
    unit, span = reading.of(phrase)[1:], Span(phrase.start + 1, phrase.end)
    before = reading.text[max(0, phrase.start - FARTHEST) : phrase.start + 1]
    number = NUMBER.search(before)
    figure = number[0] if number else ""
    if unit in OTHER:
        yield Hit(
            span,
            f"“{unit}”不是法定计量单位，换算成“{_converted(figure, *OTHER[unit])}”",
            asks="换算以后是多少？",
        )
        return
    if whole := SQUEEZED.get(unit):
        yield Hit(span, f"正文里的单位写汉字：“{figure}{whole}”", (Edit(span, whole),))
        return
    right = RIGHT.get(unit)
    if unit in MEASURED:
        of_what, right = MEASURED[unit]
        right = right if of_what.search(before) else None
    if right:
        message = f"“{unit}”不是法定计量单位的名称，写作“{figure}{right}”"
        yield Hit(span, message, (Edit(span, right),))


def _converted(figure: str, parts: int, unit: str) -> str:
    """20市斤 are 10千克; without a figure the unit alone."""
    try:
        return f"{float(figure) / parts:.4g}{unit}"
    except ValueError:
        return unit
