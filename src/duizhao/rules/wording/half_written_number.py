"""百分之95 → 95%，二十3人 → 23人"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.numerals import chinese, value
from duizhao.text.pattern import LazyPattern

DIGIT = "{1,2,3,4,5,6,7,8,9}"
FIGURE = "{一,二,三,四,五,六,七,八,九,十}"
COUNTED = "[名个人次项件条场户家年月天期份篇处所]"
PHRASES = Phrases(
    {
        f"百分之{DIGIT}": r"\d{0,2}(?:\.\d+)?(?![\d%％])",
        f"{FIGURE}{{,几,多}}{{%,％}}": "",
        f"十{DIGIT}": rf"(?={COUNTED}|岁)",
        f"{DIGIT}十{{多,几,余,来}}": "(?=[名个人次项件条场户家年天期份篇处所岁万])",
        f"{{千,万}}{DIGIT}{{百,千}}": f"(?={COUNTED}|元|多|余|[亩吨斤米])",
        f"点{DIGIT}": "(?=[亿万%％])",
        "{星期,礼拜}{1,2,3,4,5,6}": r"(?![\d月.])",
        f"{{二,三,四,五,六,七,八,九,十}}分之{DIGIT}": r"(?!\d)",
        f"一九{FIGURE}{DIGIT}": "(?=年)",
        "{五,六,七,八,九}0后": "(?=[，。的干党青职人])",
        "十{一,二,三,四}{.,·,、}五": "(?=规划|期间|时期|以来|”)",
        f"万{DIGIT}": "(?=元)",
        f"〇{FIGURE}{DIGIT}": "(?=年)",
    }
)
FIGURES = frozenset("一二三四五六七八九")
HIGHER = LazyPattern("(?<![第\\d一二三四五六七八九十百千万两])[一二三四五六七八九十百千万两]{1,7}$")
IN_CHINESE = str.maketrans("123456789", "一二三四五六七八九")
TEN_THOUSAND = 10_000
NUMERAL = LazyPattern("[一二三四五六七八九十]{1,3}$")
TENS = LazyPattern(r"(?<![\d一二三四五六七八九十百千第])[一二三四五六七八九]?$")
TEN_THOUSANDS = LazyPattern(r"(?<![\d.])\d{1,4}$")
LONGEST_NUMERAL = 4


@rule(
    "DZ647",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="GB/T 15835—2011 4.3",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def half_written_number(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """一个数半是汉字半是数字"""
    words, (start, end) = reading.of(phrase), phrase
    before = reading.text[max(0, start - LONGEST_NUMERAL) : start]
    right, is_sure = "", True
    also = ""
    if words.startswith("百分之"):
        right = words.removeprefix("百分之") + "%"
        also = _percent_in_chinese(words)
    elif "分之" in words:
        right = words[:-1] + chinese(int(words[-1]))
    elif words.startswith("一九"):
        right = f"19{value(words[2])}{words[3]}"
    elif words.endswith("0后"):
        right = f"{words[0]}〇后"
    elif words[1] == "十" and words[0].isdigit() and not before[-1:].isdigit():
        right = chinese(int(words[0]) * 10) + words[2]
    elif words[0] in "星礼":
        right = words[:-1] + chinese(int(words[-1]))
    elif words.endswith("五") and words[0] == "十" and len(words) == 4:
        right = f"十{words[1]}五"
    elif words[-1] in "百千" and (higher := HIGHER.search(reading.text[max(0, start - 8) : start])):
        start -= len(higher[0])
        right = _in_figures(reading.text[start:end])
    elif words[0] == "点" and before[-1:] in FIGURES and before[-2:-1] not in FIGURES:
        start -= 1
        right = f"{value(before[-1])}.{words[1]}"
    elif words[-1] in "%％":
        ahead = NUMERAL.search(before)
        start -= len(ahead[0]) if ahead else 0
        right = "百分之" + reading.text[start:end].rstrip("%％")
    elif words[0] == "十" and (tens := TENS.search(before)):
        start -= len(tens[0])
        right = str((value(tens[0]) or 1) * 10 + int(words[1]))
    elif words[0] == "万" and len(words) == 2 and (thousands := TEN_THOUSANDS.search(before)):
        start -= len(thousands[0])
        right, is_sure = f"{thousands[0]}.{words[1]}万", False
    elif words[0] == "〇" and before[-1:] == "二":
        start -= 1
        right = str(2000 + 10 * (value(words[1]) or 0) + int(words[2]))
    if right:
        span = Span(start, end)
        message = f"一个数不半用汉字、半用数字，写作“{right}”{also}"
        if is_sure:
            yield Hit(span, message, (Edit(span, right),))
        else:
            yield Hit(span, message, asks="是这个数吗？")


def _in_figures(written: str) -> str:
    """35.6万 for 三十五万6千, 3500 for 三千5百."""
    high, _, low = written.translate(IN_CHINESE).rpartition("万")
    amount = TEN_THOUSAND * _below_ten_thousand(high) + _below_ten_thousand(low)
    return str(amount) if amount < TEN_THOUSAND else f"{amount / TEN_THOUSAND:g}万"


def _below_ten_thousand(numeral: str) -> int:
    thousands, _, rest = numeral.rpartition("千")
    return 1000 * (value(thousands) or 0 if thousands else 0) + (value(rest) or 0 if rest else 0)


def _percent_in_chinese(words: str) -> str:
    figure = words.removeprefix("百分之")
    return f"或“百分之{chinese(int(figure))}”" if figure.isdigit() and int(figure) < 100 else ""
