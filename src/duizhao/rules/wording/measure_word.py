from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

DIGIT = "{0,1,2,3,4,5,6,7,8,9}"
SYMBOLS = {
    "KM": "km",
    "Km": "km",
    "KG": "kg",
    "Kg": "kg",
    "CM": "cm",
    "KW": "kW",
    "Kw": "kW",
    "KWH": "kW·h",
    "Kwh": "kW·h",
}
RISES = "{提高,下降,增长,上升,降低,回落,增加,减少,提升}"
PHRASES = Phrases(
    {
        f"{DIGIT}{{KM,Km,KG,Kg,CM,KW,Kw}}": "(?:[Hh])?(?![A-Za-z0-9])",
        f"{DIGIT}平米": "",
        "二个": r"(?<![十百千万第零〇一二三四五六七八九\d、]二个)(?!月|工作日)",
        f"{DIGIT}个百分比": "",
        f"{RISES}": r"了?[ ]?\d{1,3}(?:\.\d+)?(?:%点|％点|个点(?=[，。；]|$|左右|以上))",
    }
)
FIGURE = LazyPattern(r"[\d.]+")


@rule(
    "DZ643",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def measure_word(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """量词或单位用错"""
    words = reading.of(phrase)
    if words.endswith("个百分比"):
        yield _hit(phrase, 1, "个百分点", "两个百分数相减，差用“百分点”")
    elif words.endswith("点"):
        number = FIGURE.search(words)
        yield Hit(
            phrase,
            f"百分数的增减说“百分点”，如“{number[0] if number else ''}个百分点”",
            asks="是增减了百分之几，还是几个百分点？",
            severity=Severity.HINT if words.endswith("个点") else None,
        )
    elif words == "二个":
        yield Hit(
            phrase,
            "量词“个”前面一般说“两”：“两个”",
            severity=Severity.HINT,
            asks="是数量，还是引用的原文？",
        )
    elif words.endswith("平米"):
        yield _hit(phrase, 1, "平方米", "面积单位写全称", Severity.HINT)
    else:
        right = SYMBOLS[words[1:]]
        yield _hit(phrase, 1, right, "单位符号的大小写是规定的，也可写汉字", Severity.HINT)


def _hit(phrase: Span, at: int, right: str, why: str, severity: Severity | None = None) -> Hit:
    span = Span(phrase.start + at, phrase.end)
    return Hit(span, f"{why}：“{right}”", (Edit(span, right),), severity=severity)
