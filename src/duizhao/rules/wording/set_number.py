"""“2个维护” → “两个维护”"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.numerals import chinese

TERMS = """
两个维护 两个确立 两个结合 两个一百年 两学一做 两弹一星 三会一课 三重一大 三严三实 三个区分开来 三个代表 三公经费 三农
三大攻坚战 三位一体 四个意识 四个自信 四个全面 四个伟大 四个服从 四风 四下基层 四项基本原则 五位一体 五个必由之路
五大发展理念 六大纪律 六个必须坚持 八项规定 一岗双责 一国两制 一带一路 一把手 一票否决 一事一议 一站式
一刀切 一锅端 一盘棋 一阵风 一言堂 一条龙 一揽子 一知半解 一心一意 一如既往 一视同仁 一以贯之 三番五次 三心二意
五花八门 七嘴八舌 四面八方
"""
FIGURES = dict(zip("一二三四五六七八九两", "1234567892", strict=True))


def _written(term: str) -> Iterator[str]:
    """The term with its first, its second, or each of its numbers in figures."""
    at = [place for place, character in enumerate(term) if character in FIGURES]
    for places in (at[:1], at[1:2], at):
        if places:
            yield "".join(
                FIGURES[character] if place in places else character
                for place, character in enumerate(term)
            )


# The congresses and plenums of the Party, and what is called the first.
NAMED = {
    **{f"党的{number}大": f"党的{chinese(number)}大" for number in range(12, 24)},
    **{f"{number}中全会": f"{chinese(number)}中全会" for number in range(1, 10)},
    **{
        f"第{chinese(number)}届{chinese(plenum)}中全会": f"{chinese(number)}届{chinese(plenum)}中全会"
        for number in range(15, 22)
        for plenum in range(1, 8)
    },
    **{f"第1{what}": f"第一{what}" for what in ("责任人", "书记", "议题", "要务", "资源", "方阵")},
}
WRONG = NAMED | {wrong: term for term in TERMS.split() for wrong in _written(term)}
PHRASES = Phrases(dict.fromkeys(WRONG, ""), before=r"(?<![\d.第])")


@rule(
    "DZ652",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="GB/T 15835—2011 4.2",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def set_number(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """固定提法里的数写成了数字"""
    right = WRONG[reading.of(phrase)]
    yield Hit(phrase, f"固定的提法里数用汉字：“{right}”", (Edit(phrase, right),))
