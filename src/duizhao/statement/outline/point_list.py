"""The points found so far, in text order: points are added, extended and parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from duizhao.document import Document, Item, Paragraph
from duizhao.profiles import AspectNames, ChapterKind
from duizhao.statement.outline.lead_in import LONGEST_LEAD_IN
from duizhao.statement.outline.points import (
    NAMED_WITHIN,
    Point,
    PointContext,
    clauses,
    faults_in_turn,
    further,
    point,
    sentence,
    sentences_of_list,
)
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LISTED_KINDS = ((ChapterKind.CAUSES,), (ChapterKind.MEASURES,))
PROBLEMS = (ChapterKind.PROBLEMS,)
# 在政治能力方面。从政治上看…
NAME_OF_FIELD = LazyPattern("[^，。；：:\n]{2,14}方面[。：:](?=[^\n]{4})")
FURTHER_KINDS = ((ChapterKind.PROBLEMS,), (ChapterKind.CAUSES,))


@dataclass(slots=True)
class PointList:
    """Makes points of stretches of text. `led` are those below a sentence that announces their kind."""

    document: Document
    names: AspectNames
    points: list[Point] = field(default_factory=list)
    led: set[Span] = field(default_factory=set)

    def add(self, found: Point, *, is_led: bool) -> None:
        self.points.append(found)
        if is_led:
            self.led.add(found.span)

    def add_clauses(
        self, whole: Span, context: PointContext, *, is_led: bool, is_only: bool = False
    ) -> None:
        """Add a paragraph as one point, or its clauses as points. `is_only`: it is the only one below its heading."""
        text = self.document.text
        if context.kinds[:1] == PROBLEMS and (label := NAME_OF_FIELD.match(text, *whole)):
            context = self._within(label[0], context)
            whole, is_only = Span(label.end(), whole.end), True
        spans = clauses(text, whole)
        if len(spans) == 1 and context.kinds in FURTHER_KINDS:
            must = context.kinds[0] is ChapterKind.PROBLEMS
            if not must or is_only:
                spans = further(text, whole, must_be_faults=must)
        if len(spans) == 1 and is_only and context.kinds in LISTED_KINDS:
            spans = sentences_of_list(text, whole)
        elif len(spans) == 1 and is_only and context.kinds[:1] == PROBLEMS:
            spans = faults_in_turn(text, whole)
        for span in spans:
            self.add(point(text, span, sentence(text, span), context, self.names), is_led=is_led)

    def _within(self, label: str, context: PointContext) -> PointContext:
        """The context of what is told behind the name of a field, which may be that of an aspect."""
        named = self.names.find(label) if context.aspect is None else []
        return PointContext(context.kinds, named[0][1], context.heading) if named else context

    def add_item(self, item: Item, context: PointContext, *, is_led: bool) -> None:
        found = point(self.document.text, item.span, item.lead, context, self.names)
        self.add(found, is_led=is_led)

    def extend(self, end: int, *, is_led: bool) -> None:
        """Let the last point go on up to `end`."""
        last = self.points[-1]
        self.led.discard(last.span)
        self.points[-1] = replace(last, span=Span(last.span.start, end))
        if is_led:
            self.led.add(self.points[-1].span)

    def part(self, item: Item, end: int) -> int:
        """Take what announces the list that begins at `end` off the last point, of `item`; its start, 0 if nothing."""
        text, last = self.document.text, self.points[-1]
        stop = max(text.rfind(each, item.lead.end, end - 1) for each in "。；！？") + 1
        if not stop or end - stop > LONGEST_LEAD_IN or end - stop < 2:
            return 0
        self.points[-1] = replace(last, span=Span(last.span.start, stop))
        if last.span in self.led:
            self.led.add(self.points[-1].span)
        return stop

    def context_of(self, paragraph: Paragraph, context: PointContext) -> PointContext:
        """The context of the items of a paragraph: what stands before the first may name their aspect."""
        start, first = paragraph.span.start, paragraph.items[0].span.start
        if context.aspect is not None or start == first:
            return context
        named = self.names.find(self.document.text[start : min(first, start + NAMED_WITHIN)])
        return PointContext(context.kinds, named[0][1], context.heading) if named else context

    def have_led(self, points: Sequence[Point]) -> None:
        """Add the points of a table row; the heads of the columns give their kinds."""
        self.points += points
        self.led.update(each.span for each in points)
