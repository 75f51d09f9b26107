"""Reads a statement that is told in paragraphs: what happened, then why, then what is promised, without titles.

No single word decides: each paragraph speaks more or less for each kind, and the best cut of them all into problems,
causes and measures, in this order, is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from duizhao.document import Document, Paragraph
from duizhao.profiles import ChapterKind
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.end_of_list import LEAD_IN
from duizhao.statement.outline.inner_words import COUNTED, INNER
from duizhao.statement.outline.own_answers import sentence_places, tells_promise
from duizhao.statement.outline.points import Point, clauses, sentence
from duizhao.statement.outline.told_kind import (
    KINDS,
    LITTLE_SCHOOLING,
    PROMISED,
    SENTENCES,
    TOLD,
    introduces,
)
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

Scores = tuple[float, float, float]
"""How much speaks for problems, causes and measures."""
NOTHING: Scores = (0, 0, 0)
SENTENCE = LazyPattern("[^。！？!?\n]+[。！？!?]*[”’）)]?")
LOOKS_BACK = LazyPattern(
    "(?:[^，。；]{0,6}(?:这|那|以上|上面|上述|前面)[^，。；]{0,6}(?:[事桩样条件]|毛病|问题|错误?|过失|种种|情况)[^。；]{0,10}?"
    "|(?:事情?|事后|出事|问题)[^，。；]{0,4}(?:过后|发生|之?后|以后|过去|出来)[^。；]{0,10}?|事后|过后"
    "|(?:现在|今天|如今|这几?[天日]|夜[里晚]|我|自己|仔细|认真|反复|深刻|冷静|好好|[，也常时就在又再先])*)"
    "(?:说到底|说白了|说穿了|说一千道一万|归根|归到|追到?根|追根|追究|究其|根子|病根|根源|原因|反思|反省|想来想去|想了[^，。]{0,6}[遍宿天夜]|一直在想"
    "|回[头过]头?来?[看想]|回想|静下心|冷静下|扪心|细想|怪我|为什么|为啥|怎么会|凭什么敢"
    "|(?<=[事桩样条件题病种错]，)[^，。]{0,4}是我|[摆加放连合]在?一[块起]|合起来看)"
)
"""A paragraph that begins so looks back on what was told."""
STILL_PAST = LazyPattern(
    "了(?![，]?[我请就])|(?<!不)过(?![程去])|没|未(?!来)|嫌|是我?[^，。；]{3,}的[。；]?$"
)
FROM_NOW = LazyPattern(
    "(?:我|本人|请|，)*(?:今后|往后|以后|从此|从今|从[^，。]{1,8}起|下一?步|接下来)"
)
MADE_GOOD = LazyPattern(
    "已经?[^，。；]{0,12}(?:[退补还赔改交]|戒[了掉]|报[给到送了]|道[了过]?歉|认[了过]?错|重写|撤回|返工|找到|撕|拆|鞠)|(?:赔|认|道)了(?:礼|罪|错|歉|不是)|[退还补交赔]了"
)
PLEDGED = LazyPattern(
    "请[^，。；]{1,10}(?:[查看签点抽盯管问]|监督|作证|批评|验)|由我|我[来去](?!年|过)|必[停须到]|罚我|扣我|谁[^，。；]{0,8}(?:告|查|举报)|我(?:自己|先|带|最后|挨|每|陪|出|定)"
)
ANNOUNCES = LazyPattern(
    "[^，。；：]{0,16}(?:这么|这样|如下)?(?:办|改|做|打算|准备|保证|说说|说起)。?"
)
OF_BACK, OF_SHARE, OF_BEGINNING, OF_MATTER = 3.0, 2.0, 1.5, 2.5
LEAST_FIT = 0.75
"""Part of what speaks for the paragraphs one by one that the best cut must keep."""
COUNTS = LazyPattern(
    "[0-9一二两三四五六七八九十几]+(?:件[^，。]{0,6}事|条|点|个?方面|样|桩)[。：]?$|(?:[只讲说谈]|检查)[^，。]{0,8}(?:不足|问题|毛病|自己)[。：]?$"
)
ACCEPTS = LazyPattern("(?:我|本人)?(?:都|愿意?|甘愿|甘心|诚恳)*(?:接受|服从)[^。]{0,16}。")
FIRST_CLAUSE = LazyPattern("[^，。；：\n]{0,12}")
TOPIC = LazyPattern("([\u4e00-\u9fff])(?:[，、]|我)")
TOPIC_FROM_NOW = LazyPattern("[^，。；：]{1,8}(?:今后|往后|以后)[^，。；]{2}")
NO_MATTER = frozenset(
    "我你他她它的了是在有不也都就还要和与把被给这那一二三四五两几每个以后从到上下对为请"
)
FARTHEST_APART, NO_ONE = 3, -1
MOST_PARAGRAPHS = 60
PROBLEM, CAUSE, MEASURE = range(len(KINDS))
FEWEST_PROMISES, LONGEST_PLEDGE = 3, 16


def narrated(document: Document, points: Sequence[Point], sure: Sequence[Point]) -> list[Point]:
    """The points of a text without titles; `points` as they are if its paragraphs are not told in this order.

    `sure` are points whose kind a lead-in or a number gives: they stay.
    """
    paragraphs = document.preamble
    if len(paragraphs) > MOST_PARAGRAPHS:
        return list(points)
    opening = next((each for each in paragraphs if not LEAD_IN.match(document.of(each.span))), None)
    scores = [_scores(document, each, sure, is_opening=each is opening) for each in paragraphs]
    if opening is not None and not is_deficient(
        LITTLE_SCHOOLING.sub("", document.of(opening.span))
    ):
        faint = paragraphs.index(opening)
        if any(
            of_problem > max(others)
            for at, (of_problem, *others) in enumerate(scores)
            if at != faint
        ):
            scores[faint] = NOTHING
    scores = _with_matters(document, scores)
    first, second = _best_cut(scores)
    kept = sum(_score_of(at, each, first, second) for at, each in enumerate(scores))
    if kept < LEAST_FIT * sum(map(max, scores)):
        return list(points)
    found = [
        *_of_kind(document, paragraphs[:first], scores[:first], ChapterKind.PROBLEMS, sure),
        *_of_kind(
            document, paragraphs[first:second], scores[first:second], ChapterKind.CAUSES, sure
        ),
        *_of_kind(document, paragraphs[second:], scores[second:], ChapterKind.MEASURES, sure),
    ]
    if len({each.kind for each in found}) < max(2, len({each.kind for each in points})):
        return list(points)
    return found


def with_each_promise(text: str, points: Sequence[Point]) -> list[Point]:
    """The points; a paragraph of measures parted where a sentence takes up the matter of another problem."""
    owners: dict[str, int] = {}
    for at, each in enumerate(points):
        if each.kind is ChapterKind.PROBLEMS:
            _own_matters(owners, at, text[slice(*each.span)])
    parted: list[Point] = []
    for each in points:
        is_answer = each.kind is ChapterKind.MEASURES
        spans = _promises(text, each.span, owners) if is_answer else [each.span]
        if spans == [each.span]:
            parted.append(each)
            continue
        for span in spans:
            is_first = span.start <= each.claim.start < span.end
            claim = each.claim if is_first else sentence(text, span)
            parted.append(replace(each, span=span, claim=claim))
    return parted


def looks_back(text: str, span: Span) -> bool:
    """Whether a paragraph begins as one that looks back on what was told."""
    return LOOKS_BACK.match(text, *span) is not None


def _scores(
    document: Document, paragraph: Paragraph, sure: Sequence[Point], *, is_opening: bool
) -> Scores:
    start, end = paragraph.span
    for point in sure:
        if start <= point.span.start < end:
            of_point = tuple(10.0 * (point.kind is kind) for kind in KINDS)
            return of_point[0], of_point[1], of_point[2]
    text, words = document.text, document.of(paragraph.span)
    signed = document.signature or document.date
    if LEAD_IN.match(words) or (signed and start > signed.start):
        return NOTHING
    if COUNTS.search(words) or (introduces(words) and "。" not in words.rstrip("。")):
        return NOTHING
    counts = [0, 0, 0]
    number = 0
    for begin, stop in sentence_places(text, start, end, SENTENCE):
        number += 1
        if (kind := _kind_of_sentence(text, begin, stop)) is not None:
            counts[kind] += 1
        if number == SENTENCES:
            break
    faults, inner, promised = (OF_SHARE * count / max(1, number) for count in counts)
    back = OF_BACK if not is_opening and LOOKS_BACK.match(text, start, end) else 0
    begins = OF_BEGINNING if promised and tells_promise(text, start, end) else 0
    return faults, inner + back, promised + begins


def _with_matters(document: Document, scores: Sequence[Scores]) -> list[Scores]:
    """The scores; sentences that begin with the matters of several paragraphs above rather tell measures for these."""
    text, spans = document.text, [each.span for each in document.preamble]
    owners: dict[str, int] = {}
    taken_up: set[int] = set()
    taking_up: set[int] = set()
    for at, span in enumerate(spans):
        if not looks_back(text, span):
            begun = [
                _matters(text, *each, owners) for each in sentence_places(text, *span, SENTENCE)
            ]
            numbers = {number for matters in begun for number in matters.values()}
            if len(numbers) > 1 or (numbers and scores[at][MEASURE] > max(scores[at][:MEASURE])):
                taken_up |= numbers
                taking_up.add(at)
        _own_matters(owners, at, text[slice(*span)])
    return [
        NOTHING
        if scores[at] is NOTHING
        else (
            of_problem + OF_MATTER * (at in taken_up and at not in taking_up),
            of_cause,
            of_measure + OF_MATTER * (at in taking_up),
        )
        for at, (of_problem, of_cause, of_measure) in enumerate(scores)
    ]


def _kind_of_sentence(text: str, start: int, end: int) -> int | None:
    words = text[start:end]
    if FROM_NOW.match(words) or MADE_GOOD.search(words):
        return MEASURE
    promised = tells_promise(text, start, end) or PROMISED.search(words) or PLEDGED.search(words)
    if promised and not STILL_PAST.search(words):
        return MEASURE
    if INNER.search(words) and not COUNTED.search(words):
        return CAUSE
    return PROBLEM if is_deficient(words) or TOLD.search(words) else None


def _best_cut(scores: Sequence[Scores]) -> tuple[int, int]:
    """Where the causes and the measures begin, so that most speaks for the kinds of all paragraphs."""
    best, cut = -1.0, (0, 0)
    # What the paragraphs before `at` have at best as problems and causes, and where these causes begin.
    problems, ahead, begun = 0.0, 0.0, 0
    rest = sum(each[2] for each in scores)
    for at in range(len(scores) + 1):
        if problems > ahead:
            ahead, begun = problems, at
        if ahead + rest > best:
            best, cut = ahead + rest, (begun, at)
        if at < len(scores):
            of_problem, of_cause, of_measure = scores[at]
            problems += of_problem
            ahead += of_cause
            rest -= of_measure
    return cut


def _score_of(at: int, scores: Scores, first: int, second: int) -> float:
    return scores[0 if at < first else 1 if at < second else 2]


def _of_kind(
    document: Document,
    paragraphs: Sequence[Paragraph],
    scores: Sequence[Scores],
    kind: ChapterKind,
    sure: Sequence[Point],
) -> Iterator[Point]:
    """The points of some paragraphs: those that are sure; if none is, each paragraph that tells something."""
    is_known = sum(each.kind is kind for each in sure) > 1
    for paragraph, score in zip(paragraphs, scores, strict=True):
        start, end = paragraph.span
        known = [each for each in sure if start <= each.span.start < end]
        if known:
            yield from known
        elif any(score) and not is_known:
            for span in clauses(document.text, paragraph.span):
                yield Point(kind, span, sentence(document.text, span))


def _promises(text: str, whole: Span, owners: Mapping[str, int]) -> list[Span]:
    """The measures of a paragraph: its sentences that take up a matter or promise anew, with what follows each."""
    accepted = ACCEPTS.match(text, *whole)
    start = accepted.end() if accepted and accepted.end() < whole.end else whole.start
    sentences = list(sentence_places(text, start, whole.end, SENTENCE))
    taken_up = [_matters(text, *each, owners) or _own_topic(text, *each) for each in sentences]
    are_all = len(sentences) >= FEWEST_PROMISES and all(
        _kind_of_sentence(text, *each) == MEASURE for each in sentences
    )
    parts = are_all or len({at for matters in taken_up for at in matters.values()}) > 1
    starts = [start]
    above: set[str] = set()
    for (begin, end), matters in zip(sentences, taken_up, strict=True):
        is_new = parts and (are_all or not above.issuperset(matters))
        above = set(matters) or above
        leads = text[begin - 1] in "？?：:" or ANNOUNCES.fullmatch(text, starts[-1], begin)
        listed = _listed(text, begin, end)
        if begin > start and (is_new or listed) and not leads:
            starts.append(begin)
        starts += listed
    return [Span(*each) for each in pairwise([*starts, whole.end])]


def _own_topic(text: str, start: int, end: int) -> dict[str, int]:
    """What a sentence names ahead of its promise as a matter of its own: 药品今后双人双锁."""
    if FROM_NOW.match(text, start, end):
        return {}
    found = TOPIC_FROM_NOW.match(text, start, end)
    return {found[0]: NO_ONE - start} if found else {}


def _listed(text: str, start: int, end: int) -> list[int]:
    """Where the second and later clauses of a list begin: 今后我保证：夜班不离岗；…；…."""
    colon = text.find("：", start, end)
    pieces = text[colon + 1 : end].split("；")
    if colon < 0 or colon - start > LONGEST_PLEDGE or len(pieces) <= FEWEST_PROMISES - 1:
        return []
    lengths = accumulate((len(piece) + 1 for piece in pieces[:-1]), initial=colon + 1)
    return list(lengths)[1:]


def _own_matters(owners: dict[str, int], number: int, words: str) -> None:
    """Add characters, pairs, and pairs with up to two characters between; a pair that several have is no one's."""
    names = set(words) - NO_MATTER
    for apart in range(1, FARTHEST_APART + 1):
        names.update(
            f"{first}{'…' * (apart > 1)}{second}"
            for first, second in zip(words, words[apart:], strict=False)
            if first not in NO_MATTER and second not in NO_MATTER
        )
    for name in names:
        owners[name] = NO_ONE if name in owners and len(name) > 1 else owners.get(name, number)


def _matters(text: str, start: int, end: int, owners: Mapping[str, int]) -> dict[str, int]:
    """Words of the first clause that stand in one problem alone, with its number: 王老二的钱，…; 账，…."""
    found = TOPIC.match(text, start, end)
    clause = FIRST_CLAUSE.match(text, start, end)
    words = clause[0] if clause else ""
    names = {first + second for first, second in pairwise(words)}
    if found:
        names.add(found[1])
    matters = {each: owners[each] for each in names if owners.get(each, NO_ONE) != NO_ONE}
    if not matters and len(words) > 1:
        apart = f"{words[0]}…{words[1]}"
        if owners.get(apart, NO_ONE) != NO_ONE:
            matters[apart] = owners[apart]
    return matters
