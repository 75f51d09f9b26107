"""The kind of a section whose title and place leave it open, from its text: problems, causes or measures."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice

from duizhao.document import Document, Paragraph
from duizhao.document.headings.title_words import odds_of
from duizhao.profiles import ChapterKind
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.inner_words import COUNTED, INNER
from duizhao.statement.outline.points import Point, clauses, sentence
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

BULLETS = "●○•·■◆★▲◎※"
SENTENCES = 12
"""How many sentences of a section are looked at."""
SENTENCE = LazyPattern("[^。！？!?；;\n]+")
MARKER = LazyPattern(
    "\\s*(?:[（(]?[一二三四五六七八九十\\d]{1,2}(?:\\.\\d)?[）)、.．]|[（(][一二三四五六七八九十\\d]{1,2}[）)]|[㈠-㈩①-⑳]|第[一二三四五六]，)\\s*"
)
"""The number of a point is nothing that is told."""
PROMISED = LazyPattern(
    "每(?:[天日周月季年晚早班]|个?(?:星期|礼拜|学期)|次(?!都|总)|半月|半年|学期)|[日月周年天][底内前以](?!的)|今后|往后|以后|明年|从[^，。]{1,8}起|起[，。；]|不再|一律|"
    "由[^，。；]{1,10}(?:负责|签|抽|牵头|办|查|调|报)|已[^，。]{0,8}(?:退|补|道歉|改|交)|(?:我|本人)(?:将|要(?!好)|会(?![议上后])|来(?![得晚了时]))|"
    "当[天场日月][^，。]{1,6}|立[刻即]|马上|不了[^，。]{0,3}提前|(?:之|以)?前(?:完成|做到|办|交|报)"
)
LIKELY = LazyPattern(
    "[一二三四五六七八九十两\\d](?:[天日周月]|小时|分钟|个月|个工作日)[一内]|[双会面补互]签|签字|上墙|公示|补齐|清零|到位(?!不)|办结|完成(?!率)|抽查|"
    "[一二两三四五六七八九十\\d]月(?:底|初|份)?前|向[^，。]{1,8}(?:道歉|赔|认错|说明)|赔个不是|当[场面]|按[月季周]|不低于|不少于|不超过|准时|我最后[讲说表]|末位表态|[守盯]着|罚[^，。]{0,4}[一二两三十\\d]"
)
PAST = LazyPattern("[了过没未嫌]|去年|前年|上个?[月周]")
LOOKS_BACK = LazyPattern("说到底|说穿了|归根|究其|根子|病根|扪心|细想|所以致此")
TOLD = LazyPattern(
    r"去年|前年|今年|上个?[月周]|\d|[一二三四五六七八九十两几](?:次|回|个|天|月|户|人)|[^为除]了|过|没有?(?!人)|未"
)


INTRODUCES = LazyPattern(
    "(?:我叫|本人叫?|我是(?!个|一个)|我的?名叫)[^。]*(?:党员|村民|职工|岁|人|[书委]员|入党)"
)
LITTLE_SCHOOLING = LazyPattern(
    "(?:识字|文化|念书|读书|上学)[^，。]{0,4}(?:不多|不高|低|少)|(?:没|不)(?:上|念|读)过?[^，。]{0,3}[书学]|不识字"
)
KINDS = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)
# In tenths of the logarithm of the odds, as the weights of titles are.
MOST_OF_TITLE, OF_SENTENCES, OF_TELLING = 25, 20, 10
LEAST_SCORE = 10
"""What must speak for a kind if the sentences alone show none."""


def told_kind(
    text: str, begun: Container[ChapterKind], *, named_faults: bool
) -> ChapterKind | None:
    """The kind that most sentences have: PROBLEMS, CAUSES or MEASURES; None if no sentence names a fault or a promise.

    `begun` are the kinds found above: before the first problem nothing is an answer. Where no title has `named_faults`,
    what was done is one.
    """
    promised, inner, faults, wanting = told_sentences(text, named_faults=named_faults)
    if ChapterKind.PROBLEMS not in begun:
        return ChapterKind.PROBLEMS if faults + wanting > promised else None
    if LOOKS_BACK.search(text) and not promised:
        return ChapterKind.CAUSES
    if promised > max(inner, faults) or (
        ChapterKind.CAUSES in begun and promised >= max(1, inner, faults)
    ):
        return ChapterKind.MEASURES
    if inner >= max(1, faults):
        return ChapterKind.CAUSES
    return ChapterKind.PROBLEMS if faults else None


def told_sentences(text: str, *, named_faults: bool) -> tuple[int, int, int, int]:
    """How many sentences promise, look inside, name a fault, and do both of these."""
    promised = inner = faults = wanting = 0
    for found in islice(SENTENCE.finditer(text), SENTENCES):
        words = MARKER.sub("", found[0], 1)
        if (PROMISED.search(words) and not is_deficient(words[:4])) or (
            LIKELY.search(words) and not PAST.search(words) and not is_deficient(words)
        ):
            promised += 1
        elif INNER.search(words) and not COUNTED.search(words):
            inner += 1
            wanting += is_deficient(words)
        elif is_deficient(words) or (not named_faults and TOLD.search(words)):
            faults += 1
    return promised, inner, faults, wanting


def weighed_kind(
    title: str, text: str, begun: Container[ChapterKind], *, named_faults: bool, is_last: bool
) -> ChapterKind | None:
    """The kind that most speaks for; None if the sentences show none and the rest says little.

    `begun` are the kinds found above, `is_last` is True for the last section.
    """
    told = told_kind(text, begun, named_faults=named_faults)
    odds = odds_of(title)
    if told is None and max(odds) < 0:
        return None
    promised, inner, faults, wanting = told_sentences(text, named_faults=named_faults)
    shares = (faults + wanting / 2, inner, promised)
    count = max(1, promised + inner + faults)
    scores = [
        max(-MOST_OF_TITLE, min(MOST_OF_TITLE, of_title))
        + OF_SENTENCES * share / count
        + OF_TELLING * (kind is told)
        + of_place
        for kind, of_title, share, of_place in zip(
            KINDS, odds, shares, _place(begun, is_last=is_last), strict=True
        )
    ]
    best = max(range(len(KINDS)), key=scores.__getitem__)
    return KINDS[best] if told or scores[best] >= LEAST_SCORE else None


def _place(begun: Container[ChapterKind], *, is_last: bool) -> tuple[int, int, int]:
    """What the place speaks for: problems, then causes, then measures."""
    if ChapterKind.PROBLEMS not in begun:
        return 0, -40, -40
    if ChapterKind.MEASURES in begun:
        return -30, -30, 5
    if ChapterKind.CAUSES in begun:
        return -15, -5, 10
    return (0, 0, 8) if is_last else (0, 8, 0)


def introduces(words: str) -> bool:
    """Whether a paragraph only says who writes: 我叫田老六，柳树沟村党员。"""
    return INTRODUCES.match(words) is not None and not is_deficient(LITTLE_SCHOOLING.sub("", words))


def told_points(document: Document) -> Iterator[Point]:
    """The paragraphs of a text without any title, each as one point of its own kind: a letter of self-criticism.

    Of a list of problems each paragraph is one, whatever its words are, and what leads to the list is none.
    """
    begun: set[ChapterKind] = set()
    told: list[ChapterKind | None] = []
    series = [_series(each, document.of(each.span)) for each in document.preamble]
    lists: dict[str, ChapterKind] = {}
    for paragraph, style in zip(document.preamble, series, strict=True):
        words = document.of(paragraph.span)
        kind = None if introduces(words) else told_kind(words, begun, named_faults=False)
        if kind:
            begun.add(kind)
            if style:
                lists.setdefault(style, kind)
        told.append(kind)
    listed = [lists.get(style) for style in series]
    is_list = listed.count(ChapterKind.PROBLEMS) > 1
    first = listed.index(ChapterKind.PROBLEMS) if is_list else 0
    for at, paragraph in enumerate(document.preamble[first:], first):
        if kind := listed[at] or told[at]:
            for span in clauses(document.text, paragraph.span):
                yield Point(kind, span, sentence(document.text, span))


def listed_paragraphs(document: Document) -> frozenset[Span]:
    """The paragraphs that begin with a number or a bullet."""
    return frozenset(
        each.span for each in document.preamble if _series(each, document.of(each.span))
    )


def _series(paragraph: Paragraph, words: str) -> str:
    """What the paragraphs of one list have in common: the style of their numbers, or a bullet; else nothing."""
    if paragraph.items and paragraph.items[0].span.start == paragraph.span.start:
        return str(paragraph.items[0].marker.style.value)
    return words[0] if words[0] in BULLETS else ""
