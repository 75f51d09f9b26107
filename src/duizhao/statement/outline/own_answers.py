"""Finds causes and measures that no words announce, in a statement whose problems hold their answers.

一、夜查房走过场。去年差73次。总觉得老护士靠得住。从下月起每周二、周六到病区。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from duizhao.document import Document
from duizhao.profiles import ChapterKind
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.inner_words import COUNTED, INNER
from duizhao.statement.outline.points import Point
from duizhao.text.pattern import LazyPattern

FEWEST_PROMISES = 2
COUNTED_MATTERS = LazyPattern("(?:PCM){2,}")
_MONTH = "[0-9一二三四五六七八九十]{1,3}月"
_DAY = "(?:[0-9一二三四五六七八九十]{1,3}[日号]|底|份|末|[上中下]旬)"
PROMISE = LazyPattern(
    "(?:今后|往后|以后|下一?步|下阶段|接下来|从此|从今|(?:从)?现在起|即日起|马上|立即|立刻)"
    f"|(?:我|本人)?[从自](?:今天|明天|今年|明年|本|这|下个?|{_MONTH})[^，。；：\n]{{0,8}}起"
    f"|(?:今年|明年|本月|下个?月)?(?:{_MONTH}{_DAY}?|{_DAY}|年|学期末|季度末)(?:以|之)?[前内起]"
    "|(?:这|这个|本|下|下个)(?:月|周|季度|学期|星期|礼拜)(?!我?[只又还没])"
    "|(?:年底|月底|年内|月内|春节|元旦|国庆|汛期|入冬|入汛|开学)(?:以|之)?前"
    "|(?:我|本人)?(?:已经?|现已|目前已)(?:在|于|向|把|将|对|请|同|和|按)|要(?=[多常勤把在向从每])"
    "|(?:我|本人|班子)(?:将|要(?![求么])|会(?![议上后])|保证|决心|打算|准备|承诺|一定|决定)"
    "|(?:打算|准备|保证|决心|承诺)(?!的|工作)"
    "|每(?:[天日周晚班]|个?月|季度|学期|半年|逢|个?星期)(?!都|总|我?都)"
    "|(?:由我|请)[^，。；\n]{1,16}(?:负责|监督|验收|考|把关|检查|作证)"
)
"""A sentence that begins so promises, unless it names a fault."""
REASON = LazyPattern(
    "(?:我|本人|自己|这是|主要|还是|其实|当时|平时|心里|一直|就|也)*"
    "(?:总|老|一直|一贯|一味)?(?:是)?(?:觉得|认为|以为|想着|自[认以]为|嫌|怕|图|抱着|存着|有.{0,6}(?:心理|思想|念头))"
    "|思想[上里深]|认识上|骨子里|打心眼里|内心|归根|说穿了|说到底|(?:我|本人)?对[^，。；\n]{1,16}(?:认识|重视|理解)"
)
"""A sentence that begins so tells what moved the writer."""
HANDED_IN = LazyPattern(
    "[^，。；\n]{2,24}已经?[^，。；\n]{0,8}(?:[退补还赔改交换]|道歉|办结|整改)[^，。；\n]{0,16}，"
    "(?:今后|往后|以后|下一?步|从此|从[^，。；\n]{1,8}起)"
)
"""茶叶款已交纪检员，今后在会客室见面: what was done about it, and a promise behind it."""
TOLD_CAUSE = LazyPattern(
    "(?:这|其)?主要(?:还是|是|在于)|这?主要原因|原因就?[是在]|(?:这是)?(?:因为|由于)"
)
"""A sentence that begins so behind a fault tells its cause, where causes are to be told."""
SHORTEST_CLAIM = 12
"""Characters: 主要是… behind a shorter claim goes on with the fault (学习不够。主要是读书少。)."""
SENTENCE = LazyPattern("[^。！？!?；;\n]+[。！？!?；;\n]?")
FIRST_CLAUSE = LazyPattern("[^，。；：\n]*")
MARGIN = "。，；：、 \u3000\n\t"


def own_answers(text: str, points: Sequence[Point]) -> list[tuple[int, ChapterKind]]:
    """Where causes and measures begin in the text of problems; nothing unless half of the problems end in a promise."""
    problems = [point for point in points if point.kind is ChapterKind.PROBLEMS]
    answers = [
        answer for point in problems if (answer := _answer(text, point.claim.end, point.span.end))
    ]
    if len(answers) < FEWEST_PROMISES or 2 * len(answers) < len(problems):
        return []
    return [
        (at, kind)
        for reason, promise in answers
        for at, kind in ((reason, ChapterKind.CAUSES), (promise, ChapterKind.MEASURES))
        if at is not None
    ]


def goes_through(text: str, start: int, end: int) -> bool:
    """Whether a text goes from something else to a reason, and from this to a promise, as one problem does."""
    answer = _answer(text, start, end)
    return answer is not None and answer[0] is not None


def told_causes(text: str, points: Sequence[Point]) -> list[int]:
    """Where causes begin in problems of chapters of problems and causes; nothing unless several problems have one."""
    found: list[int] = []
    for point in points:
        # The first sentence is the claim.
        sentences = sentence_places(text, point.claim.start, point.span.end)
        claim = next(sentences, None)
        behind_label = claim is not None and claim[1] - claim[0] < SHORTEST_CLAIM
        for at, (begin, stop) in enumerate(sentences):
            if (at or not behind_label) and TOLD_CAUSE.match(text, begin, stop):
                found.append(begin)
                break
    return found if len(found) >= FEWEST_PROMISES else []


def are_counted_with_answers(document: Document, points: Sequence[Point]) -> bool:
    """Whether all problems have numbers, and words in their own text announce a cause and a measure of each."""
    counted = {item.span.start for item in document.items}
    order = ""
    for each in points:
        is_problem = each.kind is ChapterKind.PROBLEMS
        if each.span.start not in counted if is_problem else each.behind is None:
            return False
        order += each.kind.name[0]
    return COUNTED_MATTERS.fullmatch(order) is not None


def answered_paragraphs(text: str, points: Sequence[Point]) -> list[Point]:
    """The points; paragraphs below a problem of the same section that tell its reason and promise are its answers.

    The points as they are, unless several sections have such a promise.
    """
    sections = [list(each) for _, each in groupby(points, key=_section)]
    answered = [_with_answers(text, each) for each in sections]
    changed = sum(new is not old for new, old in zip(answered, sections, strict=True))
    if changed < FEWEST_PROMISES:
        return list(points)
    return [point for section in answered for point in section]


def _section(point: Point) -> tuple[ChapterKind, int]:
    return point.kind, point.heading.start if point.heading else -1 - point.span.start


def _with_answers(text: str, section: list[Point]) -> list[Point]:
    """The problems of a section, those from the first promise on as measures and reasons right above it as causes."""
    if len(section) < FEWEST_PROMISES or section[0].kind is not ChapterKind.PROBLEMS:
        return section
    promise = next(
        (at for at, each in enumerate(section) if at and tells_promise(text, *each.span)), 0
    )
    if not promise or not all(tells_promise(text, *each.span) for each in section[promise:]):
        return section
    reason = promise
    while reason > 1 and _tells_reason(text, *section[reason - 1].span):
        reason -= 1
    behind = section[0].span if reason == 1 else None
    causes = [
        replace(each, kind=ChapterKind.CAUSES, behind=behind) for each in section[reason:promise]
    ]
    measures = [
        replace(each, kind=ChapterKind.MEASURES, behind=behind) for each in section[promise:]
    ]
    return [*section[:reason], *causes, *measures]


def _tells_reason(text: str, start: int, end: int) -> bool:
    return TOLD_CAUSE.match(text, start, end) is not None or _is_reason(text, start, end)


def _answer(text: str, start: int, end: int) -> tuple[int | None, int] | None:
    """Where the reason ahead of the first promise begins, if there is one, and this promise; None without a promise."""
    reason: int | None = None
    for begin, stop in sentence_places(text, start, end):
        if tells_promise(text, begin, stop):
            return reason, begin
        is_told = begin - start > SHORTEST_CLAIM and TOLD_CAUSE.match(text, begin, stop)
        if not is_told and not _is_reason(text, begin, stop):
            reason = None
        elif reason is None:
            reason = begin
    return None


def tells_promise(text: str, start: int, end: int) -> bool:
    """Whether a sentence or a paragraph begins with a promise, and with no fault."""
    if PROMISE.match(text, start, end):
        clause = FIRST_CLAUSE.match(text, start, end)
        return clause is not None and not is_deficient(clause[0])
    return HANDED_IN.match(text, start, end) is not None


def _is_reason(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what moved the writer, without saying how often or when."""
    if REASON.match(text, start, end):
        return True
    return bool(INNER.search(text, start, end)) and not COUNTED.search(text, start, end)


def sentence_places(
    text: str, start: int, end: int, pattern: LazyPattern = SENTENCE
) -> Iterator[tuple[int, int]]:
    """Where sentences, as `pattern` parts them, begin and end, without the marks and blanks before them."""
    for found in pattern.finditer(text, start, end):
        begin, stop = found.span()
        while begin < stop and text[begin] in MARGIN:
            begin += 1
        if begin < stop:
            yield begin, stop
