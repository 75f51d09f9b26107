from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.concreteness._standing import problem_at
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ417"
LOOKED_BACK = 400
PHRASES = Phrases(
    {
        "{太,过于,过分,太过}{投入,认真,较真,负责,执着,敬业,拼命,严格,耿直,老实,善良,热心}": "",
        "{要求,标准}{过严,过高,太严,太高,定得太高,定得过高}": "",
        "{不注意,不爱惜,顾不上,忽视了}{身体,自己的身体,自己身体,休息,家庭,家人,家里}": "",
        "对{家庭,家人,家里}{照顾,关心,陪伴,付出}{不够,太少,较少,少,不多}": "",
    }
)
# 要求过严，方法简单粗暴: a fault stands beside it; 不太认真 is one.
HARM = LazyPattern(
    "简单|粗暴|急躁|训|骂|批评|发火|脾气|听不进|尊重|脱离|不切|实际|形式|负担|挖苦|冷落|顶撞|独断|说了算|一刀切"
)


@rule(
    CODE,
    phrases=PHRASES,
    severity=Severity.HINT,
    source="公文写作惯例",
    strength=Strength.PRACTICE,
    criteria=("B10",),
)
def merit_for_problem(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """以优点代替问题"""
    problem = problem_at(reading, phrase)
    if problem is None or problem.facts or reading.text[phrase.start - 1] == "不":
        return
    if problem.span.start < phrase.start and _is_second(phrase, problem.span, reading):
        return
    if not HARM.search(reading.text, *problem.span):
        yield Hit(
            problem.claim,
            f"“{reading.of(phrase)}”听起来更像优点，或者是家里、身体上的事",
            asks="工作上、思想上差在哪里，能举哪一件事？",
        )


def _is_second(phrase: Span, problem: Span, reading: Reading) -> bool:
    """Whether such a phrase stands before this one in the problem, which is then asked about already."""
    start = max(problem.start, phrase.start - LOOKED_BACK)
    before = reading.marks.within(CODE, Span(start, phrase.start))
    return any(PHRASES.at(start, reading.text) for start, _ in before)
