from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Chapter, ChapterKind, Statement
from duizhao.statement.links.opinion_matches import StatedProblem, matches_of_opinion
from duizhao.statement.links.word_pairs import telling_pairs
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

FINDERS = (
    "巡察", "巡视", "督导组", "督查组", "审计", "检查组", "考核组", "上级党", "党委指出", "党组指出", "纪委指出",
    "主要领导指出",
)  # fmt: skip
POINTED_OUT = LazyPattern(
    "[^。；\n：“]{0,24}?(?:指出|点明|点出|点名|反馈)(?:过|了|我|本人|我们|班子|的)*[^。；\n：“，]{0,12}?(?:[：:]|(?=“))"
)
LIST = LazyPattern("[^。！？\n]{4,200}")
ITEM = LazyPattern("“([^”]{4,60})”")
PARTS = LazyPattern(
    "(?:[一二三四五六七八九十]是|[（(]?[1-9一二三四五六七八九十][）)、.．])?([^、；，一二三四五六]{4,60})"
)
MAX_POINTS = 40
"""Of one list: keeps the time linear in a text of a million characters."""
# What an opinion is answered with in its own text.
ANSWERED = LazyPattern(
    "已|将|采纳|整改|改[为成到好完]|说明|解释|答复|回复|落实|办[结好理]|纳入|列入|对应|见|接受|认领|下[个一]?[周月步]|[前内底]完成"
)


@rule(
    "DZ141",
    on=Statement,
    anchors=FINDERS,
    severity=Severity.HINT,
    source="2013年党的群众路线教育实践活动专题民主生活会通知",
    strength=Strength.VERIFIED,
    criteria=("A11", "B15"),
)
def unheeded_finding(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """上级指出的问题没有查摆"""
    first = statement.problems[0].span.start if statement.problems else 0
    for start, _ in reading.marks.get("DZ141"):
        if start >= first:
            break
        told = POINTED_OUT.match(reading.text, start, first)
        points = _points(reading.text, told.end(), first) if told else []
        unheeded = _unheeded(points, statement, reading)
        if unheeded:
            yield Hit(
                unheeded[0],
                "前面说上级指出了这一条，查摆的问题和整改措施里没有看到",
                asks="它归在哪个问题里？已经改了的，改到了哪一步？",
                related=tuple((each, "这一条也没有看到") for each in unheeded[1:]),
            )
            return


@rule(
    "DZ142",
    on=Statement,
    severity=Severity.HINT,
    source="2013年党的群众路线教育实践活动专题民主生活会通知",
    strength=Strength.VERIFIED,
    criteria=("A10",),
)
def unheeded_opinion(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """征求到的意见有的没有回应"""
    points = [
        span
        for chapter in statement.chapters_of(ChapterKind.OPINIONS)
        for span in _listed(chapter, reading)
        if not ANSWERED.search(reading.text, *span) and telling_pairs(reading.of(span))
    ]
    unheeded = _unheeded(points[:MAX_POINTS], statement, reading)
    if unheeded and len(unheeded) < len(points):
        yield Hit(
            unheeded[0],
            "这条意见，查摆的问题和整改措施里没有看到",
            asks="它归在哪个问题里？不采纳的，怎样说明？",
            related=tuple((each, "这条意见也没有看到") for each in unheeded[1:]),
        )


def _listed(chapter: Chapter, reading: Reading) -> list[Span]:
    """What a chapter lists: its own parts, or the items of its paragraphs; each without its number."""
    section = chapter.section
    if section is None:
        return []
    if section.sections:
        return [
            _bare(each.heading.title.start, each.span.end, reading) for each in section.sections
        ]
    items = [item for paragraph in section.paragraphs for item in paragraph.items]
    return [_bare(item.marker.span.end, item.span.end, reading) for item in items]


def _bare(start: int, end: int, reading: Reading) -> Span:
    """A stretch without the marks at its end."""
    return Span(start, start + len(reading.text[start:end].rstrip("。；;，\n \u3000")))


def _points(text: str, start: int, end: int) -> list[Span]:
    """The points of the list that begins at `start`: what stands in quotation marks, else between its marks."""
    found = LIST.match(text, start, end)
    if found is None:
        return []
    quoted = [Span(*each.span(1)) for each in ITEM.finditer(text, *found.span())]
    points = quoted or [Span(*each.span(1)) for each in PARTS.finditer(text, *found.span())]
    return points[:MAX_POINTS]


def _unheeded(points: Sequence[Span], statement: Statement, reading: Reading) -> list[Span]:
    """The points of which no problem or measure has a word; a point of common words alone is not judged."""
    if not points or not statement.problems:
        return []
    stated = [
        StatedProblem(reading.of(each.claim), reading.of(each.span)) for each in statement.problems
    ]
    stated += [
        StatedProblem(reading.of(each.action), reading.of(each.span)) for each in statement.measures
    ]
    return [
        point
        for point in points
        if telling_pairs(reading.of(point))
        and not matches_of_opinion(reading.of(point), stated[:MAX_POINTS], 1)
    ]
