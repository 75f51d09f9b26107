"""Statements of questions and answers: 问：为什么没下车？ 答：…. Each question tells what its answer is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from duizhao.document import Document, Paragraph
from duizhao.profiles import AspectNames, ChapterKind
from duizhao.statement.outline.end_of_list import closes_list
from duizhao.statement.outline.lead_in import announced
from duizhao.statement.outline.matters import with_matters
from duizhao.statement.outline.points import Point, PointContext, further, point, sentence
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

ANSWER, FEWEST_ANSWERS = "答", 3
SPEAKER = LazyPattern("[^，。；：:！？\n]{1,6}[：:]")
ABOUT_CAUSES = LazyPattern(
    "为什么|为[何啥]|怎么想|[什啥]么?(?:造成|原因|缘故)|原因|根源|根子|出在哪|怎么会|怎么来的"
)
ABOUT_MEASURES = LazyPattern(
    "[么样何咋][去来]?[改办]|改得|[往以今]后|下一?步|打算|整改|措施|办法|准备[怎如]"
)
ABOUT_NOTHING = LazyPattern("就这些|(?:还有|有没有)[^，。]{0,3}[要想][^，。]{0,4}[说补讲]|补充")
# 看过。通报属实。三条吧。
REPLY = LazyPattern(
    "(?:(?:[^，。]{0,4}(?:有|过|属实|是的?|对|好的?|服|认账?|知道|记得|[条点]吧?|交代)|[^。！？]{0,16}，[服认])。\\s*)+"
)
PUTS_OFF = LazyPattern("(?:还|也|暂时|现在)?(?:没[有]?想|没[有]?办法|不知道|说不)")
# A sentence that begins so tells the cause of what was told before it.
OWN_CAUSE = LazyPattern("(?<=[。！？])(?:[^，。！？]{0,8}，)?(?:就|都|还|主要)?是?因为[^。！？]{4}")
SAYS_AGAIN = LazyPattern("[^。！？]*(?:说白了|说到底|归根)")
SENTENCE = LazyPattern("[^。！？]+[。！？]*[”）]?")


def asked_points(document: Document, names: AspectNames) -> list[Point] | None:
    """The points of the answers, by what is asked; None for a text without them, or with numbered titles."""
    text = document.text
    if ANSWER not in text or any(each.marker for each in document.headings):
        return None
    speeches = list(_speeches(document))
    if sum(1 for label, _ in speeches if label == ANSWER) < FEWEST_ANSWERS:
        return None
    points: list[Point] = []
    for (asking, question), (answering, answer) in pairwise(speeches):
        if answering != ANSWER or asking == ANSWER:
            continue
        kind = _asked(text, question[0].span)
        if kind:
            points += _told(document, answer, PointContext((kind,)), names)
    return with_matters(points, {each.span for each in points}) or None


def _speeches(document: Document) -> Iterator[tuple[str, list[Paragraph]]]:
    """What each speaker says, with the name ahead of it. Questions may have been taken for headings."""
    questions = [Paragraph(each.span) for each in document.headings]
    label, own = "", list[Paragraph]()
    for each in sorted([*questions, *document.paragraphs], key=attrgetter("span")):
        found = SPEAKER.match(document.text, *each.span)
        if found is None:
            own.append(each)
            continue
        if own:
            yield label, own
        label = found[0][:-1]
        own = [Paragraph(Span(found.end(), each.span.end), each.items)]
    if own:
        yield label, own


def _asked(text: str, question: Span) -> ChapterKind | None:
    """What a question asks for: faults, unless it asks for causes or measures, or only whether there is more to say."""
    start, end = question
    if ABOUT_NOTHING.search(text, start, end):
        return None
    told = announced(text, start, end)
    if told and told is not ChapterKind.PROBLEMS:
        return told
    if ABOUT_MEASURES.search(text, start, end):
        return ChapterKind.MEASURES
    if ABOUT_CAUSES.search(text, start, end):
        return ChapterKind.CAUSES
    return ChapterKind.PROBLEMS


def _told(
    document: Document, answer: list[Paragraph], context: PointContext, names: AspectNames
) -> Iterator[Point]:
    """The points of an answer; none if it only puts off or closes."""
    text = document.text
    items = [item for each in answer for item in each.items]
    if len(items) > 1:
        for item in items:
            yield point(text, item.span, item.lead, context, names)
        return
    start, end = answer[0].span.start, answer[-1].span.end
    if reply := REPLY.match(text, start, end):
        start = reply.end()
    whole = Span(start, end)
    if start >= end or PUTS_OFF.match(text, start, end):
        return
    if closes_list(document, Paragraph(whole), ahead=False):
        return
    for span in _parted(text, whole, context.kinds[0]):
        cause = OWN_CAUSE.search(text, *span) if context.kinds[0] is ChapterKind.PROBLEMS else None
        end = cause.start() if cause else span.end
        own = Span(span.start, end)
        yield point(text, own, sentence(text, own), context, names)
        if cause:
            rest = Span(end, span.end)
            yield Point(ChapterKind.CAUSES, rest, sentence(text, rest))


def _parted(text: str, whole: Span, kind: ChapterKind) -> list[Span]:
    """The sentences of causes and measures; problems only where one goes on with another: 另外，…."""
    if kind is ChapterKind.PROBLEMS:
        return further(text, whole, must_be_faults=False)
    parted: list[Span] = []
    for found in SENTENCE.finditer(text, *whole):
        again = kind is ChapterKind.CAUSES and SAYS_AGAIN.match(text, *found.span())
        start = parted.pop().start if again and parted else found.start()
        parted.append(Span(start, found.end()))
    return parted
