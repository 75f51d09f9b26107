from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

PHRASES = Phrases(
    {
        "如下{；,，}": "(?=[一1（(\n])",
        "{首先,其次,再次,最后}、": "(?<![^\n。；：，　 ]..、)",
        # 城东、城西、和城北三个社区: short items, and nothing behind the last one.
        "、和": "",
    }
)
# 城东、城西、和城北三个社区: short items, and nothing behind the last one.
ITEM_BEFORE = LazyPattern("、[\u4e00-\u9fff]{2,3}$")
ITEM_BEHIND = LazyPattern(
    "[\u4e00-\u9fff]{2,4}?(?:[等，。；]|[两一二三四五六七八九十\\d]{1,3}[个名位项类种户方大])"
)
LONGEST_ITEM = 4
RIGHT = {"；": "：", "，": "：", "、": "，"}


@rule(
    "DZ644",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="GB/T 15834—2011 4.5、4.7、附录B.3.1",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def misused_mark(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """顿号冒号用错"""
    words = reading.of(phrase)
    if words[0] != "、":
        span = Span(phrase.end - 1, phrase.end)
        right = RIGHT[words[-1]]
        why = "“首先”“其次”“最后”后面用逗号" if right == "，" else "提起下文用冒号"
        yield Hit(span, f"{why}：“{words[:-1]}{right}”", (Edit(span, right),))
    elif _ends_list(reading.text, phrase):
        yield Hit(
            Span(phrase.start, phrase.start + 1),
            "“和”已经连接两项，前面的顿号多余",
            asks="“、”前后是并列的两项吗？",
        )


def _ends_list(text: str, phrase: Span) -> bool:
    if "和" + text[phrase.end : phrase.end + 1] in common_words():
        return False
    before = text[max(0, phrase.start - LONGEST_ITEM) : phrase.start]
    return (
        ITEM_BEFORE.search(before) is not None and ITEM_BEHIND.match(text, phrase.end) is not None
    )
