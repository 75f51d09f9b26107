from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.concreteness._standing import problem_at
from duizhao.statement import Problem
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CONCEDING = ("虽然", "虽说", "虽能", "虽已", "虽有", "尽管")
PRAISING = (
    "能够",
    "能坚持",
    "能认真",
    "能按",
    "能做到",
    "能严格",
    "能主动",
    "能积极",
    "能自觉",
    "平时",
    "平常",
    "日常",
    "总体上",
    "总体来看",
    "总体来说",
    "总的来看",
    "总的来说",
)
# What may stand before it: 在学习方面，我平时….
LEAD = LazyPattern(
    "(?:(?:在|对)?[^，。；：\n]{1,16}(?:方面|工作中|工作上|上|中|时)[，：]?|近年来，?|一年来，?|一直以来，?)?"
    "(?:我|本人|自己)?也?"
)
# From the concession to the comma before 但.
CONCESSION = LazyPattern(
    "[^。；！？!?\n]{2,70}?(?=[，,；;](?:但|却|然而|可是|不过|只是|可|(?:我|本人|在)?[^，。；\n]{0,8}(?:却|仍|还)))"
)
MERIT = LazyPattern(
    "能够|能(?:坚持|认真|按|自觉|积极|做到|严格|主动|参加|完成|遵守)|坚持|取得|成绩|成效|进步|较好|比较好|不错|"
    "积极|认真|带头|及时|做到了?|做了(?:大量|不少|许多|很多|一些)|有所(?:提高|进步|改善|好转)|有了(?:一定|较大|很大|明显)|"
    "一定(?:的)?(?:成绩|成效|进步|提高|了解|基础)|按(?:要求|时)|靠前|领先|前列|好评|抓得(?:比较|很|较)?紧|扎实|廉洁|肯定|表扬|严格|重视|注重|自觉|保持|圆满|顺利|良好|遵守"
)
# 虽然认真的时候不多 is no praise; 不断 and 不脱岗 deny nothing.
DENIAL = LazyPattern("不(?!断|吃请|收礼|占便宜|拖延|少|错|忘|折|脱|违|误|走样)|没|未|缺|差|几次")


@rule(
    "DZ414",
    anchors=CONCEDING + PRAISING,
    severity=Severity.HINT,
    source="公文写作惯例",
    strength=Strength.PRACTICE,
    criteria=("B1",),
)
def concession_first(place: Span, reading: Reading) -> Iterator[Hit]:
    """先说成绩再说问题"""
    problem = problem_at(reading, place)
    if problem is None or not _opens_claim(problem, place, reading):
        return
    found = CONCESSION.match(reading.text, place.start, problem.span.end)
    if found and MERIT.search(found[0]) and not DENIAL.search(found[0]):
        yield Hit(
            Span(*found.span()),
            "这条问题没有直说，先说了做得好的地方",
            asks="“但”后面的问题，能不能放在最前面说？",
        )


def _opens_claim(problem: Problem, place: Span, reading: Reading) -> bool:
    return problem.claim.covers(place) and bool(
        LEAD.fullmatch(reading.text, problem.claim.start, place.start)
    )
