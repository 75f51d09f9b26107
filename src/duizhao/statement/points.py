"""What may be a problem, a cause or a measure: stretches of text, told apart by how they are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from duizhao.document import Document, Paragraph, Section
from duizhao.profiles import Aspect, AspectNames, ChapterKind
from duizhao.statement.cues import Cues
from duizhao.statement.kinds import is_deficient, is_resolve
from duizhao.text import Span, value

CAUSAL = re.compile("由于|因为|根源|归根|根本上|原因")
FOLLOWS = re.compile(r"\s*(?:比如|例如|譬如|如[：，在]|具体表现|主要表现|突出表现)")
EXAMPLE_AHEAD = re.compile(r"(?:比如|例如|譬如|如|表现为|表现在|表现是|表现)[：:，]?\s*$")
SENTENCE = re.compile(r"\s*([^。！？!?\n；;]*)")
LEAD_IN = re.compile(
    r".*[：:]\s*$|.{0,20}如下[。：]?\s*$|.*(?:批评指正|请.{0,8}批评)|以上是.{0,40}$", re.DOTALL
)
LEAST_POINT = 5  # characters of what semicolons alone may part
LABELLED_WITHIN = 8
NAMED_WITHIN = 24  # characters from the start of a point in which it may name its aspect


@value
class PointContext:
    """Where the walk stands: the kinds of the chapter, the aspect, and the last title below the chapter's."""

    kinds: tuple[ChapterKind, ...]
    aspect: Aspect | None = None
    heading: Span | None = None


@value
class Point:
    """A stretch that says one thing. `heading` is the title it stands under, below that of its chapter.

    `behind` is the span of the problem in whose text a cause or measure stands.
    """

    kind: ChapterKind
    span: Span
    claim: Span
    aspect: Aspect | None = None
    heading: Span | None = None
    behind: Span | None = None


def points_of_paragraphs(
    document: Document,
    paragraphs: Sequence[Paragraph],
    place: PointContext,
    cues: Cues,
    names: AspectNames,
) -> list[Point]:
    """The counted points of a run of paragraphs; where nothing is counted, each paragraph.

    Where a cue (究其原因：) stands before the first counted point, all that follows is of the cue's kind.
    """
    text = document.text
    counted = any(paragraph.items for paragraph in paragraphs)
    points: list[Point] = []
    for paragraph in paragraphs:
        after = _after_cue(paragraph, place, cues)
        alone = not counted or after is not place
        place = after
        if paragraph.items:
            points += _counted(text, paragraph, place, names)
        elif points and FOLLOWS.match(text, paragraph.span.start):
            points[-1] = replace(points[-1], span=Span(points[-1].span.start, paragraph.span.end))
        elif alone and not LEAD_IN.match(text, paragraph.span.start, paragraph.span.end):
            points += [
                _point(text, span, sentence(text, span), place, names)
                for span in _parted(text, paragraph.span)
            ]
    return points


def _parted(text: str, span: Span) -> list[Span]:
    """A paragraph of one sentence as its points, where semicolons alone part three or more of them."""
    body = text[span.start : span.end].rstrip("。")
    pieces = body.split("；")
    if len(pieces) < 3 or "。" in body or any(map(_is_no_point, pieces)):
        return [span]
    ends = list(accumulate((len(piece) + 1 for piece in pieces), initial=span.start))
    ends[-1] = span.end
    return [Span(start, end) for start, end in pairwise(ends)]


def _is_no_point(piece: str) -> bool:
    """责任人：张三 tells more of a point, and is none."""
    return len(piece) < LEAST_POINT or "：" in piece[:LABELLED_WITHIN]


def point_of_section(document: Document, section: Section, end: int, place: PointContext) -> Point:
    """A section up to `end` as one point, claimed by its title."""
    title = section.heading.title
    kind = _kind(document.of(title), place.kinds)
    return Point(kind, Span(section.span.start, end), title, place.aspect, place.heading)


def until_cue(section: Section, cues: Cues) -> int:
    """The number of a section's paragraphs before the first that begins with a cue; all of them if none does."""
    if cues.within(*section.span):
        for at, paragraph in enumerate(section.paragraphs):
            if at and _cue(paragraph, cues):
                return at
    return len(section.paragraphs)


def is_one_point(document: Document, section: Section, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether these paragraphs of a section count no points, or only examples of one."""
    for paragraph in paragraphs:
        if paragraph.items:
            start = paragraph.items[0].span.start
            before = document.text[max(section.heading.title.end, start - 12) : start]
            return EXAMPLE_AHEAD.search(before) is not None
    return True


def sentence(text: str, span: Span) -> Span:
    """The first sentence of a stretch, without its closing mark."""
    found = SENTENCE.match(text, span.start, span.end)
    return Span(*found.span(1)) if found else span


def cut_at_cues(text: str, points: Sequence[Point], cues: Cues) -> list[Point]:
    """The points in text order, each cut at the cues inside it."""
    ordered = sorted(points, key=lambda point: point.span)
    if not cues.places:
        return ordered
    return [piece for point in ordered for piece in _pieces(text, point, cues)]


def _pieces(text: str, point: Point, cues: Cues) -> list[Point]:
    inside = [
        cue for cue in cues.within(point.claim.end, point.span.end) if cue[2] is not point.kind
    ]
    pieces = [point]
    for start, _, kind in inside:
        if pieces[-1].kind is kind:
            continue
        whole = pieces[-1]
        rest = Span(start, whole.span.end)
        pieces[-1] = replace(whole, span=Span(whole.span.start, start))
        behind = pieces[0].span if point.kind is ChapterKind.PROBLEMS else None
        pieces.append(Point(kind, rest, sentence(text, rest), behind=behind))
    return pieces


def _after_cue(paragraph: Paragraph, place: PointContext, cues: Cues) -> PointContext:
    kind = _cue(paragraph, cues)
    return PointContext((kind,)) if kind else place


def _cue(paragraph: Paragraph, cues: Cues) -> ChapterKind | None:
    """The kind announced by a cue at the start of a paragraph, or before its first counted point."""
    start, end = paragraph.span
    found = cues.within(start, paragraph.items[0].span.start if paragraph.items else end)
    if found and (paragraph.items or found[0][0] <= start + 2):
        return found[0][2]
    return None


def _counted(
    text: str, paragraph: Paragraph, place: PointContext, names: AspectNames
) -> list[Point]:
    start = paragraph.items[0].span.start
    if place.aspect is None and paragraph.span.start < start:
        lead = text[paragraph.span.start : min(start, paragraph.span.start + NAMED_WITHIN)]
        named = names.find(lead)
        if named:
            place = PointContext(place.kinds, named[0][1], place.heading)
    return [_point(text, item.span, item.lead, place, names) for item in paragraph.items]


def _point(text: str, span: Span, claim: Span, place: PointContext, names: AspectNames) -> Point:
    words = text[claim.start : claim.end]
    kind = _kind(words, place.kinds)
    aspect = place.aspect
    if aspect is None and kind is ChapterKind.PROBLEMS:
        aspect = _named(words[:NAMED_WITHIN], names)
    return Point(kind, span, claim, aspect, place.heading)


def _named(words: str, names: AspectNames) -> Aspect | None:
    """The aspect that a claim opens with, or says it is about: 在理论学习方面，…."""
    for name, aspect in names.find(words):
        if "方面" in words or words.startswith((name, "对照" + name, "在" + name)):
            return aspect
    return None


def _kind(claim: str, kinds: tuple[ChapterKind, ...]) -> ChapterKind:
    """Which of the chapter's kinds a claim is of: a fault, what lies behind it, or a resolution."""
    if len(kinds) == 1:
        return kinds[0]
    if ChapterKind.MEASURES in kinds and is_resolve(claim) and not is_deficient(claim):
        return ChapterKind.MEASURES
    if ChapterKind.CAUSES in kinds and (ChapterKind.PROBLEMS not in kinds or CAUSAL.search(claim)):
        return ChapterKind.CAUSES
    return ChapterKind.PROBLEMS
