from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

NAME = r"[:：][^\n。；]{1,60}"
FIGURE = r"[:：][ 　]*\d[^\n。；]{0,60}"
# Each stands at the head of a line, or after a blank in a line with several of them.
PHRASES = Phrases(
    {
        "{,文章,本文,信息,稿件}来源": NAME,
        "{责任,网络}编辑": NAME,
        "发布{时间,日期}": FIGURE,
        "更新时间": FIGURE,
        "点击{,次}数": FIGURE,
        "浏览{,次数,量}": FIGURE,
        "阅读{次数,量}": FIGURE,
        "{字体,字号}": r"[:：]?[^\n]{0,4}[大小][^\n。；]{0,20}",
        "打印本页": r"[^\n]{0,20}",
    },
    before="(?<![^\n　 ])",
)


@rule(
    "DZ308",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def source_line(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """网页信息行残留"""
    end = phrase.start + len(reading.of(phrase).rstrip())
    message = "这一行是网页的来源、时间或点击信息，不属于材料；请删去"
    yield Hit(Span(phrase.start, end), message)
