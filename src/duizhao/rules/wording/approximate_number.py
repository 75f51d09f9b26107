from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.numerals import chinese
from duizhao.text.pattern import LazyPattern

FIGURES = "一二三四五六七八九"
NEXT = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True))
PAIRS = (*NEXT.items(), ("一", "两"), ("两", "三"), ("三", "五"))
DIGITS = dict(zip(FIGURES, "123456789", strict=True))
# Units of what is counted, never of what is numbered: 三、四季度 and 一、二等奖 are two of a row.
COUNTED = (
    r"(?:个(?!季度)|[次户天遍趟回里件家本篇份倍成岁]|公里|千米|年(?!级|期|段|生|度)|[万千百]"
    r"|十(?=[个名户人次件家天项条份篇岁公]))"
)
PAIR = LazyPattern(
    rf"(?<![\d{FIGURES}第、届前头后各])(?P<left>[{FIGURES}两]|[1-9])、(?P<right>[{FIGURES}两]|[1-9])(?P<unit>{COUNTED})"
)
SURE_UNITS = ("岁", "次", "户", "天", "遍", "趟", "回", "公里", "千米")
# 四十五、六岁 is approximate, 第十三、四次 is two of a row.
ORDINAL = LazyPattern(rf"[第届前头后各][{FIGURES}十百]{{1,3}}$")
# 3、40名
TENS = LazyPattern(r"(?<![\d第、])(?P<left>[1-8])、(?P<right>[2-9])0(?=[名个人余多户次件家])")
# 分别迟到3、4次 are two numbers.
APART = LazyPattern("分别|依次|各")
SOME = LazyPattern(r"(?<![\d.])(?P<tens>[1-9])0几")


@rule(
    "DZ639",
    anchors=(
        *(f"{left}、{right}" for left, right in PAIRS),
        *(
            f"{DIGITS[left]}、{DIGITS[right]}"
            for left, right in PAIRS
            if {left, right} <= DIGITS.keys()
        ),
        "0几",
    ),
    severity=Severity.WARNING,
    source="GB/T 15835—2011 4.2.2、5.2.1",
    strength=Strength.MUST,
    beyond_statements=True,
    corrects=True,
)
def approximate_number(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """概数写法不对"""
    text, start = reading.text, anchor.start
    if text[start] == "0":
        if start and (found := SOME.match(text, start - 1)):
            span = Span(*found.span())
            right = f"{chinese(int(found['tens']) * 10)}几"
            yield Hit(span, f"带“几”的概数用汉字，写作“{right}”", (Edit(span, right),))
    elif found := TENS.match(text, start):
        span = Span(*found.span())
        right = f"{_in_chinese(found['left'])}{_in_chinese(found['right'])}十"
        asks = "是概数，还是这两个数？"
        if int(found["right"]) == int(found["left"]) + 1:
            message = f"表示概数时用汉字，中间不用顿号：“{right}{text[span.end]}”"
            yield Hit(span, message, severity=Severity.HINT, asks=asks)
    elif (found := PAIR.match(text, start)) and not ORDINAL.search(text[max(0, start - 4) : start]):
        span = Span(start, found.end("right"))
        right = _in_chinese(found["left"]) + _in_chinese(found["right"])
        right = right.replace("二三", "两三")
        is_sure = found["unit"] in SURE_UNITS and not APART.search(text[max(0, start - 16) : start])
        if is_sure:
            message = f"相邻两数表示概数，用汉字，中间不用顿号：“{right}{found['unit']}”"
            yield Hit(span, message, (Edit(span, right),))
        else:
            yield Hit(
                span,
                f"表示概数时用汉字，中间不用顿号：“{right}{found['unit']}”",
                severity=Severity.HINT,
                asks="是概数，还是这两个数？",
            )


def _in_chinese(figure: str) -> str:
    return FIGURES[int(figure) - 1] if figure.isdigit() else figure
