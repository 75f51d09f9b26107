"""Points: the stretches of text that are problems, causes or measures, found by their enumeration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from duizhao.document import Document, NumberStyle, Paragraph, Section
from duizhao.document.headings.unnumbered_heading import SIGNS_OF_POINTS
from duizhao.profiles import Aspect, AspectNames, ChapterKind
from duizhao.statement.cues import Cues
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.kinds import is_resolve
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern

CAUSAL = LazyPattern("由于|因为|根源|归根|根本上|原因")
EXAMPLE_AHEAD = LazyPattern(r"(?:比如|例如|譬如|如|表现为|表现在|表现是|表现)[：:，]?\s*$")
# 存在的问题：直梯停了二十六天.
LABEL_OF_PROBLEM = LazyPattern(
    "(?:存在|查摆|检视|主要|具体|突出)?的?(?:主要|突出|具体)?(?:问题|不足)(?:表现)?[：:](?=.)"
    "|(?:[^，。：；]{0,2}[说讲谈])?第[一二三四五六七八九十]个(?:问题|不足|毛病|差距|缺点)[：:](?=.)"
)
# Behind the cause that a problem tells itself: 说到底是懒。今后每周读一章。
PROMISE = LazyPattern(
    "(?<=[。！？；])(?:今后|往后|下一步|接下来|从现在起|从今天起|以后[，我]|我(?:打算|准备|保证|决心|计划))"
)
# 1.问题：电梯停了二十六天. The title of the point is only its label.
BARE_LABEL = LazyPattern(
    "(?:存在|主要|具体|突出|检视)?的?(?:问题|不足|差距|表现|原因|根源|措施)(?:表现|分析|剖析)?[一二三四五六七八九十0-9]{0,2}"
)
ANNOUNCED_NUMBER = LazyPattern(
    "[^。！？；：\n]{0,30}?[有是]([两二三四五六])[个点条样件桩宗项][^。！？；：，\n]{0,8}："
)
OTHER_SIDE = LazyPattern(
    "。\n?(另一方面|[再还有]{1,2}一方面|(?:此外|另外|同时|再者|再有|还有|最后)，)"
)
FURTHER = LazyPattern(
    "(?<=[。！？])(?:(?:同时|另外|此外|再者|再有|还有)，|主观上|客观上|[再还](?:有)?就是|(?:重要|直接|根本|次要|深层次?)的?原因[是在])"
    "[^。！？\n]{10}"
)
# A sentence that begins so goes on with the one before it.
GOES_ON = LazyPattern(
    "[这那其此它他她]|都是|加[上之]|于是|结果|因[此而]|所以|久而久之|虽|但|可是?|而|特别|尤其|比如|例如|说到底|归根|要知道"
)
# So begin the facts of a claim, and its causes.
TELLS_OF_CLAIM = LazyPattern(
    "[0-9今去前上]|有的?|一[位个名次家户]|我|当时|后来|主要|原因|根|究|因|由于|思想|觉得|认为|总"
)
FEWEST_SENTENCES = 3
EMPTY = LazyPattern(
    "\\s*[（(]?(?:(?:暂|均)?(?:无|没有)(?:此类|相关|其他)?(?:问题|情况|内容)?|空白?|略|[-—－/／]+|待[^，。；]{0,12}(?:补[填充]?|定|明确))?[）)]?[。\\s]*"
)
"""What is no point: a cell of a table or a place behind a label that says so, 暂无此类问题, —, （空）."""
DITTO = LazyPattern("\\s*(?:同上|同前|同左|见上)。?\\s*")
"""What says the same as the point above it."""
# Of the whole aspect: 经自查没有发现这方面的突出问题.
DENIED = LazyPattern(
    "(?:经[^，。；]{0,4}查，?[^，。；]{0,6}(?:没有|未|无|不存在)[^，。；]{0,12}|(?:没有|未|无|不存在)(?:发现|查出|存在|出现)?(?:有)?(?:这方面|[此该]类|上述|以上)[^，。；]{0,6}"
    "|(?:[本这此]次|目前|暂)(?:没有|未)(?:查摆|查找|检视|查|发现)[出到]?(?:明显|突出|重大|严重)?的?"
    "|(?P<breach>没有|未|不存在)(?:发现|查出|查摆出|存在|出现)?(?:有)?[^，。；]{0,6}(?:违反|违规|违纪|违法|以权谋私)[^，。；]{0,16})"
    "(?:问题|情形|情况|行为)[。；]?\\s*$"
)
# …，今后继续保持。
KEEPS_ON = LazyPattern("，(?:今后|下一?步|将|要)*(?:继续|持续)[^，。；\n]{2,12}[。；\n 　]*$")
LONGEST_RESOLVE, LONGEST_OPENING = 24, 8
"""Characters behind a denial, and ahead of one of breaches: 经自查，本人未发现违反…的问题。"""
ENDS_OF_DENIALS = ("问题", "情形", "情况", "行为")
LONGEST_DENIAL = 50
# 已完成的：, 问题1由副局长负责：, and no 整改措施：
GROUP = LazyPattern("(?![^：:]{0,24}[两二三四五六几][个点条样件])[^，。；：:\n]{2,24}[：:]")
KIND_LABEL = LazyPattern(
    "[^：:]*(?:措施|整改|原因|根源|问题|表现|改进|打算|方面|人|单位|时限)[：:]"
)
ANGLE = LazyPattern(
    "(?:(?<=[。！？；\n])|\\A)从[^，。；：\n]{1,8}(?:上|方面|角度|层面)[^，。；：\n]{0,4}，"
)
WHOLE_SENTENCE = LazyPattern("[^。\n]{4,}。?")
WHOLE_CLAUSE = LazyPattern("[^。；\n]{4,}[。；]?")
COLONS = frozenset("：:")
SENTENCE = re.compile(r"\s*([^。！？!?\n；;]*)")
SHORTEST_CLAUSE = 5  # characters of what semicolons alone may part
LABEL_WITHIN = 8
NAMED_WITHIN = 24  # characters from the start of a point in which it may name its aspect


@value
class PointContext:
    """The kinds of the chapter, the aspect, and the lowest title above a point."""

    kinds: tuple[ChapterKind, ...]
    aspect: Aspect | None = None
    heading: Span | None = None


@value
class Point:
    """A stretch with one claim. `heading` is the title above it, below the title of the chapter.

    `behind` is set for a cause or measure in the text of a problem, or behind the problems of one chapter: the span of
    these problems. `cells` are the other
    cells of a measure in a table, by the field of a measure that their column fills.
    """

    kind: ChapterKind
    span: Span
    claim: Span
    aspect: Aspect | None = None
    heading: Span | None = None
    behind: Span | None = None
    cells: tuple[tuple[str, Span], ...] = ()


def clauses(text: str, span: Span) -> list[Span]:
    """The points of a paragraph: its sides, as many sentences as it announces, or three or more clauses of one.

    Clauses are parted by semicolons.
    """
    if parted := _sides(text, span) or _as_announced(text, span) or _by_angle(text, span):
        return parted
    start = _behind_group(text, span)
    body = text[start : span.end].rstrip("。")
    pieces = body.split("；")
    fewest = 3 if start == span.start else 2
    if len(pieces) < fewest or "。" in body or any(map(_is_addition, pieces)):
        return [span]
    ends = list(accumulate((len(piece) + 1 for piece in pieces), initial=start))
    ends[-1] = span.end
    return [Span(start, end) for start, end in pairwise(ends)]


def _behind_group(text: str, span: Span) -> int:
    """Where the clauses begin behind the name of their group: 已完成的：, 问题1由张某负责：.

    A line with a sign is an item of a list: —— 学：….
    """
    if text[span.start] in SIGNS_OF_POINTS:
        return span.start
    found = GROUP.match(text, *span)
    return found.end() if found and not KIND_LABEL.match(found[0]) else span.start


def sentences_of_list(text: str, span: Span) -> list[Span]:
    """The causes or measures of the only paragraph below a title: its sentences, if they are three or more.

    A sentence that speaks of the one before it (这些…, 久而久之…) goes on with it.
    """
    begun = [each.start() for each in WHOLE_SENTENCE.finditer(text, *span)]
    starts = [span.start, *(start for start in begun[1:] if not GOES_ON.match(text, start))]
    if len(starts) < FEWEST_SENTENCES:
        return [span]
    return [Span(*each) for each in pairwise([*starts, span.end])]


def faults_in_turn(text: str, span: Span) -> list[Span]:
    """The faults of the only paragraph of an aspect, where each has its facts in its own sentence.

    下去得少，全年只有9次。文风不实，一份方案有23页。 are two; what is claimed in a sentence of its own and told in
    the next ones is one.
    """
    starts = [
        each.start()
        for each in WHOLE_CLAUSE.finditer(text, *span)
        if _claims_and_tells(text, each.start(), each.end())
    ]
    if not starts or starts[0] != span.start:
        return [span]
    return [Span(*each) for each in pairwise([*starts, span.end])]


def _claims_and_tells(text: str, start: int, end: int) -> bool:
    comma = text.find("，", start, end)
    return (
        comma > 0
        and not GOES_ON.match(text, start)
        and not TELLS_OF_CLAIM.match(text, start)
        and is_deficient(text[start:comma])
    )


def _sides(text: str, span: Span) -> list[Span]:
    """What a paragraph tells as 一方面，…。另一方面，…。此外，…, where it begins so; else nothing."""
    if not text.startswith("一方面", span.start):
        return []
    starts = [each.end() - len(each[1]) for each in OTHER_SIDE.finditer(text, *span)]
    if not any(text.startswith("另一方面", start) for start in starts):
        return []
    return [Span(*each) for each in pairwise([span.start, *starts, span.end])]


def _by_angle(text: str, span: Span) -> list[Span]:
    """What a paragraph tells as 从思想上找，…。从精力上找，…, where it begins so; else nothing."""
    if text[span.start] != "从":
        return []
    starts = [each.start() for each in ANGLE.finditer(text, *span)]
    if len(starts) < 2 or starts[0] != span.start:
        return []
    return [Span(*each) for each in pairwise([*starts, span.end])]


def is_denied(text: str, span: Span) -> bool:
    """Whether a paragraph that tells of no fault ends by saying that there is no such problem, and shall be none."""
    start, end = span
    if "续" in text[(tail := max(start, end - LONGEST_RESOLVE)) : end]:
        resolve = KEEPS_ON.search(text, tail, end)
        end = resolve.start() if resolve else end
    if not text[max(start, end - 4) : end].rstrip("。；\n ").endswith(ENDS_OF_DENIALS):
        return False
    found = DENIED.search(text, max(start, end - LONGEST_DENIAL), end)
    if found is None or (found["breach"] and found.start() - start > LONGEST_OPENING):
        return False
    return not is_deficient(text[start : found.start()])


def further(text: str, span: Span, *, must_be_faults: bool) -> list[Span]:
    """The matters of a paragraph that goes on with 同时，…, 另外，… or 此外，….

    With `must_be_faults` they are parted only if each is a fault of its own.
    """
    starts = [each.start() for each in FURTHER.finditer(text, *span)]
    parted = [Span(*each) for each in pairwise([span.start, *starts, span.end])]
    if must_be_faults and not all(is_deficient(each.of(text)) for each in parted):
        return [span]
    return parted


def _as_announced(text: str, span: Span) -> list[Span]:
    """The sentences behind 有三样：, where they are as many as it says; else nothing."""
    found = ANNOUNCED_NUMBER.match(text, *span)
    if found is None:
        return []
    ends = [each.end() for each in WHOLE_SENTENCE.finditer(text, found.end(), span.end)]
    if len(ends) != "一二三四五六".index(found[1].replace("两", "二")) + 1:
        return []
    return [Span(*each) for each in pairwise([span.start, *ends[:-1], span.end])]


def _is_addition(piece: str) -> bool:
    """Whether a clause only adds to a point: 责任人：张三."""
    return len(piece) < SHORTEST_CLAUSE or "：" in piece[:LABEL_WITHIN]


def point_of_section(
    document: Document, section: Section, end: int, context: PointContext
) -> Point:
    """A section up to `end` as one point, with its title as claim."""
    claim = section.heading.title
    text, first = document.text, section.paragraphs[:1]
    if first and text[claim.end] in COLONS and BARE_LABEL.fullmatch(text, *claim):
        claim = sentence(text, first[0].span)
    kind = _kind(document.of(claim), context.kinds)
    return Point(kind, Span(section.span.start, end), claim, context.aspect, context.heading)


def is_one_point(document: Document, section: Section, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether these paragraphs of a section have no items, or only items that tell the claim or are examples."""
    for paragraph in paragraphs:
        if paragraph.items and paragraph.items[0].marker.style is not NumberStyle.ONE:
            start = paragraph.items[0].span.start
            before = document.text[max(section.heading.title.end, start - 12) : start]
            return EXAMPLE_AHEAD.search(before) is not None
    return True


def sentence(text: str, span: Span) -> Span:
    """The first sentence of a stretch, without its closing punctuation."""
    found = SENTENCE.match(text, span.start, span.end)
    return Span(*found.span(1)) if found else span


def cut_at_cues(text: str, points: Sequence[Point], cues: Cues) -> list[Point]:
    """The points in text order, each cut at the cues inside it."""
    ordered = sorted(points, key=lambda point: point.span)
    if not cues.places:
        return ordered
    return [piece for point in ordered for piece in _cut(text, point, cues)]


def _cut(text: str, point: Point, cues: Cues) -> list[Point]:
    inside = [
        cue for cue in cues.within(point.claim.end, point.span.end) if cue[2] is not point.kind
    ]
    pieces = [point]
    for start, end, kind in inside:
        if pieces[-1].kind is kind:
            continue
        whole = pieces[-1]
        rest = Span(start, whole.span.end)
        pieces[-1] = replace(whole, span=Span(whole.span.start, start))
        behind = pieces[0].span if point.kind is ChapterKind.PROBLEMS else None
        claimed = Span(end, rest.end) if text[end - 1] in "：:】？" and end < rest.end else rest
        pieces.append(Point(kind, rest, sentence(text, claimed), behind=behind))
    last = pieces[-1]
    if last.behind and last.kind is ChapterKind.CAUSES:
        promise = PROMISE.search(text, *last.span)
        if promise:
            rest = Span(promise.start(), last.span.end)
            pieces[-1] = replace(last, span=Span(last.span.start, rest.start))
            pieces.append(
                Point(ChapterKind.MEASURES, rest, sentence(text, rest), behind=last.behind)
            )
    return pieces


def point(text: str, span: Span, claim: Span, context: PointContext, names: AspectNames) -> Point:
    """The stretch at `span` as a point; a problem without an aspect above it may name its own."""
    words = text[claim.start : claim.end]
    kind = _kind(words, context.kinds)
    if words[:1] == "【" and 0 < (close := words.find("】", 0, LABEL_WITHIN) + 1) < len(words):
        claim, words = Span(claim.start + close, claim.end), words[close:]
    if kind is ChapterKind.PROBLEMS and (label := LABEL_OF_PROBLEM.match(words)):
        claim = Span(claim.start + label.end(), claim.end)
    elif kind is ChapterKind.PROBLEMS and words.endswith("方面") and not is_deficient(words):
        claim = _behind_label(text, claim, span)
    aspect = context.aspect
    if aspect is None and kind is ChapterKind.PROBLEMS:
        aspect = _named(words[:NAMED_WITHIN], names)
    return Point(kind, span, claim, aspect, context.heading)


def _behind_label(text: str, label: Span, span: Span) -> Span:
    """The sentence behind the name of what is examined: 一是增强党性方面。学习碎片化，…; else the name."""
    claim = sentence(text, Span(min(label.end + 1, span.end), span.end))
    return claim if claim.start < claim.end else label


def _named(words: str, names: AspectNames) -> Aspect | None:
    """The aspect that a claim begins with, or that it announces: 在理论学习方面，…."""
    for name, aspect in names.find(words):
        if "方面" in words or words.startswith((name, "对照" + name, "在" + name)):
            return aspect
    return None


def _kind(claim: str, kinds: tuple[ChapterKind, ...]) -> ChapterKind:
    """The kind of a claim among those of its chapter: a fault, a cause, or a resolution."""
    if len(kinds) == 1:
        return kinds[0]
    if ChapterKind.MEASURES in kinds and is_resolve(claim) and not is_deficient(claim):
        return ChapterKind.MEASURES
    if ChapterKind.CAUSES in kinds and (ChapterKind.PROBLEMS not in kinds or CAUSAL.search(claim)):
        return ChapterKind.CAUSES
    return ChapterKind.PROBLEMS
