"""Hints for somebody who writes down a criticism: advice, praise or nothing in the place of a fault.

They are evidence for whoever writes, never a verdict: whether a criticism is one, people decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.statement.faults import is_deficient
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

FEWEST_CHARACTERS = 6
"""Of a text that can be judged: less is still being typed."""

NOTHING = LazyPattern(
    "(?:没有?|无)(?:什么|啥|其他|别的|大的)?(?:意见|缺点|不足|毛病|可批评的|要批评的|要提的)"
)
ADVICE = LazyPattern(
    "希望|建议|期待|盼望|望(?:你|其|今后|再)|(?<!不)(?:应该?|应当|可以|能否|需要?|要)(?:再|更|多|进一步|继续|注意|加强)"
    "|进一步(?:加强|提高|提升|增强|强化|改进|完善|加大|发挥)|再接再厉|继续(?:保持|努力|发扬)"
)
PRAISE = LazyPattern(
    "总体(?:上)?(?:很|较|比较)?好|表现(?:突出|优秀|很好|不错)|(?:值得|向.{1,6})学习|是.{0,6}(?:榜样|表率|标杆)"
    "|有目共睹|兢兢业业|任劳任怨|成绩(?:突出|显著|斐然)|(?:做|干|抓)得(?:很|非常|都|挺)?好|很优秀|很出色"
)
MERIT_AS_FAULT = LazyPattern(
    "不(?:够|太|大|怎么)?(?:注意|关心|爱惜|顾惜|顾及|顾)(?:自己的?|自身的?)?(?:身体|休息|健康|家庭|家人|家)"
    "|(?:工作|干起活来?)(?:太|过于)(?:拼|认真|投入|辛苦|忘我)|对自己(?:要求)?(?:太|过于?)(?:严|高|苛)"
    "|只顾(?:着)?工作|加班太多|休息太少"
)


@dataclass(frozen=True, slots=True)
class CriticismHint:
    """A place of a criticism that names no fault, with what is striking there and a question to whoever writes it."""

    span: Span
    message: str
    asks: str


WHICH_MATTER = "哪件事、哪一次没有做好？"


def criticism_hints(text: str) -> tuple[CriticismHint, ...]:
    """What is striking in the text of one criticism; nothing while it is still short."""
    return tuple(_hints(text)) if len(text.strip()) >= FEWEST_CHARACTERS else ()


def _hints(text: str) -> Iterator[CriticismHint]:
    if found := MERIT_AS_FAULT.search(text):
        said = f"“{found[0]}”听着是批评，说的是优点"
        yield CriticismHint(Span(*found.span()), said, WHICH_MATTER)
    if found := NOTHING.search(text):
        yield CriticismHint(Span(*found.span()), f"“{found[0]}”，等于没有批评", WHICH_MATTER)
    rest = NOTHING.sub("", MERIT_AS_FAULT.sub("", text))
    if is_deficient(rest):
        return
    if found := ADVICE.search(text):
        said = f"“{found[0]}”说的是今后要怎样，没有说现在哪里做得不好"
        yield CriticismHint(Span(*found.span()), said, WHICH_MATTER)
    elif found := PRAISE.search(text):
        said = f"“{found[0]}”说的是优点，没有说哪里做得不好"
        yield CriticismHint(Span(*found.span()), said, WHICH_MATTER)
