from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

WORTH = {"亿": 100_000_000, "万": 10_000, "千": 1_000, "百": 100, "仟": 1_000, "佰": 100}
# 千克, 千米 and 百分点 are units.
NUMBER = LazyPattern(
    r"(?<![\d.第\-—～~－至到、，])(?P<first>\d{1,4})(?P<unit>[亿万千百仟佰])(?:(?P<second>[1-9])(?P<next>[万千百])(?!\d))?(?P<scale>万)?"
    r"(?![\d一二三四五六七八九十零几万亿克米瓦牛兆巴比卡帕伏赫焦吨乏分日里花货家姓搭科度感升强])"
)


@rule(
    "DZ640",
    anchors=tuple(f"{digit}{unit}" for digit in "0123456789" for unit in "千百仟佰")
    + tuple(
        f"{unit}{digit}{lower}"
        for unit, lower in ("亿千", "亿百", "万千", "万百", "千百")
        for digit in "123456789"
    ),
    severity=Severity.HINT,
    source="GB/T 15835—2011 5.3",
    strength=Strength.MUST,
    beyond_statements=True,
    corrects=True,
)
def mixed_figure(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """一个数里混用两种数字"""
    text, start = reading.text, anchor.start
    while start and text[start - 1].isdigit():
        start -= 1
    found = NUMBER.match(text, start)
    if found is None or anchor.end > found.end() or _is_second(text, start):
        return
    if found["unit"] == "亿" and not found["scale"]:
        return
    span, right = Span(*found.span()), _written(found.groupdict())
    yield Hit(
        span,
        f"除“万”“亿”外，一个数不同时用阿拉伯数字和汉字数字，写作“{right}”",
        (Edit(span, right),),
    )


def _is_second(text: str, start: int) -> bool:
    """True for 5千 in 2万5千, which is found with the first figure."""
    return text[start - 1 : start] in WORTH and text[start - 2 : start - 1].isdigit()


def _written(parts: dict[str, str | None]) -> str:
    """The number in figures, with the 万 or 亿 that it may keep: 2万5千 is 2.5万, 3千5百 is 3500, 5百万 is 500万."""
    # Few texts have such a number: the import takes a hundredth of a start.
    from decimal import Decimal

    kept = parts["unit"] if parts["unit"] in ("亿", "万") else (parts["scale"] or "")
    total = Decimal(int(parts["first"] or 0) * WORTH[parts["unit"] or ""])
    second = Decimal(int(parts["second"] or 0) * WORTH.get(parts["next"] or "", 0))
    if parts["scale"] and parts["unit"] != "亿":
        return f"{total + second:f}{kept}"
    total += second * (WORTH["万"] if parts["scale"] else 1)
    return f"{total / WORTH.get(kept, 1):f}{kept}"
