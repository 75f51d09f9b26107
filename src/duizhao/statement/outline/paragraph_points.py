"""The points of the paragraphs under one heading: a counted point goes on until the next number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from duizhao.document import Document, Item, Marker, NumberStyle, Paragraph
from duizhao.document.headings.unnumbered_heading import SIGNS_OF_POINTS
from duizhao.document.table_lines import PROBLEM, compact
from duizhao.profiles import ChapterKind
from duizhao.statement.cues import Cues
from duizhao.statement.outline.claim_lines import with_claims
from duizhao.statement.outline.end_of_list import (
    LEAD_IN,
    closes_list,
    is_closing,
    is_last_word,
    only_sums_up,
    parts_at_end,
    pledges,
    stands_apart,
    vows_at_end,
)
from duizhao.statement.outline.labels_of_points import (
    FIELD,
    names_problem,
)
from duizhao.statement.outline.lead_in import (
    CAUSE_SENTENCE,
    COUNTS,
    LONGEST_LEAD_IN,
    ORDER,
    announced,
    asks,
    led_from,
    may_turn,
    promises,
    tells,
)
from duizhao.statement.outline.own_answers import tells_promise
from duizhao.statement.outline.point_list import PointList
from duizhao.statement.outline.points import PointContext
from duizhao.statement.outline.section_turns import begins_list
from duizhao.statement.outline.table_rows import TableRows, point_of_label
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

GOES_ON_WITH_EXAMPLE = LazyPattern(r"\s*(?:比如|例如|譬如|如[：，在]|具体表现|主要表现|突出表现)")
# 党委对此没有专题研究过一次。
SPEAKS_OF_LAST = LazyPattern(
    "[^，。；：\n]{0,8}对此[^，。；\n]{0,6}[没未不]|与此(?:形成对[照比]|相反)|那[个次](?!时)"
)
PASSED_OVER = LazyPattern(r"[^\u4e00-\u9fff]*$|第[ \u3000]*[0-9]+[ \u3000]*页.{0,12}$")
NOWHERE = PointContext(())
ITEMS = attrgetter("items")
LONGEST_CAPTION = 24
CAPTION = LazyPattern("[^。；]{0,24}(?:见下表|列表如下|如下表|见表)[^。]{0,12}。?$")
MOST_CLOSING = 2
NUMERALS, MOST_COUNTED = "两三四五六七八", 8
# 我把这些事连起来想，根由不外三点。
COUNTS_REST = LazyPattern(
    "[^。！？\n]*(?:问题|毛病|不足|差距|短处|缺点|教训|原因|根[源子由]|病[根因]|打算|措施|办法|做法)[^，。；\n]{0,10}"
    "([两三四五六七八])[点条样个件桩宗项处](?:方面|问题|毛病|原因|打算|措施)?[。：]?$"
)
PARAGRAPHS_AHEAD, POINTS_BEFORE = 20, 200
"""How far the next number of a list and the problems before a lead-in are looked for, so that the time stays linear."""


@dataclass(slots=True)
class ParagraphPoints:
    """Reads paragraphs in order. `found` collects their points.

    `leads` are the starts of paragraphs that announce the list in the sections behind them.
    """

    document: Document
    cues: Cues
    leads: set[int]
    found: PointList
    announces_measures: bool = False
    _paragraphs: Sequence[Paragraph] = ()
    _context: PointContext = NOWHERE
    _list_context: PointContext = NOWHERE
    _base: tuple[ChapterKind, ...] = ()
    _first: int = 0
    _behind: bool = False
    _alone: bool = False
    _goes_on: bool = False
    _is_led: bool = False
    _has_own: bool = False
    _opened: Marker | None = None
    _inner: NumberStyle | None = None
    _skipped: list[Paragraph] | None = None
    _rows: TableRows = field(default_factory=TableRows)

    def read(
        self, paragraphs: Sequence[Paragraph], context: PointContext, *, behind: bool = False
    ) -> None:
        """Add the points of some paragraphs; if nothing is counted, each paragraph is a point.

        A cue (究其原因：) or a lead-in (我打算这样改：) gives its kind to all that follows. `behind` is True for
        paragraphs behind the text of a point, which begin with such a sentence or belong to no point.
        """
        counted = behind or any(map(ITEMS, paragraphs)) or self._holds_table(paragraphs)
        if not counted:
            paragraphs = with_claims(self.document.text, paragraphs)
        self._paragraphs, self._context, self._first = paragraphs, context, len(self.found.points)
        self._base, self._behind = context.kinds, behind
        self._alone, self._goes_on, self._is_led = not counted, False, False
        self._opened, self._inner, self._has_own = None, None, False
        self._skipped = None if behind else []
        for at, paragraph in enumerate(paragraphs):
            if paragraph.items:
                self._read_counted(at, paragraph)
            else:
                self._read_plain(at, paragraph)

    def _holds_table(self, paragraphs: Sequence[Paragraph]) -> bool:
        """Whether the problems stand in a table: what stands around it is no point."""
        heads = (each.table.head for each in paragraphs if each.table)
        text = self.document.text
        return any(PROBLEM.search(word) for head in heads for word in compact(text, head))

    def _read_counted(self, at: int, paragraph: Paragraph) -> None:
        start, first = paragraph.span.start, paragraph.items[0]
        opened, marker, kind = self._opened, first.marker, None
        if start < first.span.start:
            kind = self._cue(start, first.span.start) or self._may_turn(
                announced(self.document.text, start, first.span.start)
            )
        if kind is not None:
            self._turn(kind)
            self._is_led = True
        elif opened is not None:
            if marker.style is opened.style and marker.number == opened.number + 1:
                self._context = self._list_context
                if self._goes_on and self.document.text[first.span.start - 1] in "。！？":
                    self._extend(first.span.start)
            elif self._goes_on and self._is_inner(at, paragraph, opened):
                self._extend(paragraph.span.end)
                return
        self._add_items(paragraph)
        self._skipped = None
        self._opened, self._inner = paragraph.items[-1].marker, None
        self._list_context = self._context
        self._goes_on, self._alone = True, False

    def _is_inner(self, at: int, paragraph: Paragraph, opened: Marker) -> bool:
        """Whether a paragraph with items is inside the point above it: the list of this point goes on behind it."""
        first = paragraph.items[0]
        own = first.marker.style is opened.style
        if first.marker.number != 1:
            return first.marker.style is self._inner
        if own and first.span.start == paragraph.span.start:
            return False
        if not self._list_goes_on(at + 1):
            return False
        self._inner = None if own else first.marker.style
        return True

    def _list_goes_on(self, at: int) -> bool:
        """Whether a paragraph from `at` on begins with the next number of the present list."""
        opened = self._opened
        if opened is None:
            return False
        for paragraph in self._paragraphs[at : at + PARAGRAPHS_AHEAD]:
            if paragraph.items and paragraph.items[0].span.start == paragraph.span.start:
                marker = paragraph.items[0].marker
                if marker.style is opened.style:
                    return marker.number == opened.number + 1
        return False

    def _read_plain(self, at: int, paragraph: Paragraph) -> None:
        text, (start, end) = self.document.text, paragraph.span
        if paragraph.table:
            self.found.have_led(
                self._rows.points(
                    text, paragraph, self._context, self.found.names, self.found.points
                )
            )
            self._goes_on = self._alone = False
            return
        if self._leads_in(at, paragraph):
            kind = self._cue(start, start + 3) or announced(text, start, end)
            if kind := self._may_turn(kind):
                self._turn(kind)
                self._is_led = self._alone = True
                self._goes_on, self._opened = False, None
            elif begins_list(self._paragraphs, at + 1):
                self._goes_on = False
            elif self._goes_on:
                self._extend(end)
            return
        if self._is_pledge(start, end):
            self._goes_on = False
            return
        if self._has_inner_sign(start):
            self._extend(end)
        elif (row := point_of_label(text, paragraph.span, self._context)) is not None:
            self.found.have_led(row)
            self._goes_on = False
        elif kind := self._labelled_problem(start, end):
            self._turn(kind)
            self._is_led = self._alone = True
            self._add(paragraph.span)
            self._goes_on, self._opened = False, None
        elif (led := led_from(text, start, end)) and (kind := self._may_turn(led[0])):
            self._is_led = True
            is_own = self._base == (kind,)
            self._read_answer(at, paragraph, kind, start if is_own else led[1])
        elif kind := self.cause(start, end):
            self._read_answer(at, paragraph, kind, start)
        elif (kind := self._promise(start, end)) and self._has_own:
            self.cues.add(start, kind)
            self._extend(end)
        elif kind:
            self._turn(kind)
            self._is_led = True
            self._add(paragraph.span)
            self._goes_on, self._opened = False, None
        elif self._tells_of_last(start, end):
            self._extend(end)
        elif self._goes_on and PASSED_OVER.match(text, start, end):
            pass
        elif self._is_of_last(paragraph):
            self._extend(end)
        elif self._alone and not self._is_no_point(start, end):
            self._add(paragraph.span)
        else:
            self._goes_on = False
            if self._skipped is not None and not LEAD_IN.match(text, start, end):
                self._skipped.append(paragraph)

    def _tells_of_last(self, start: int, end: int) -> bool:
        """Whether a paragraph begins with an example, or with words for what the paragraph above it tells."""
        if len(self.found.points) == self._first:
            return False
        text = self.document.text
        return bool(
            GOES_ON_WITH_EXAMPLE.match(text, start)
            or (self._alone and SPEAKS_OF_LAST.match(text, start, end))
        )

    def _is_of_last(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph goes on with the counted point above it, or fills in a field of the answer above it."""
        if self._goes_on:
            return not self._ends(paragraph)
        has_points = self._alone and len(self.found.points) > self._first
        return has_points and FIELD.match(self.document.text, *paragraph.span) is not None

    def _is_no_point(self, start: int, end: int) -> bool:
        """Whether a paragraph without a number, in a text without any, is no point beside the others."""
        text = self.document.text
        if is_closing(text, start, end) or self._lacks_sign(start):
            return True
        if self._context.kinds != (ChapterKind.MEASURES,):
            return False
        is_behind_list = len(self.found.points) > self._first + 2 and self._is_only()
        if is_behind_list or only_sums_up(text, start, end):
            return True
        is_list = len(self.found.points) > self._first + 1
        return is_list and parts_at_end(self.document, start, end)

    def _is_pledge(self, start: int, end: int) -> bool:
        """Whether a paragraph is a vow behind the measures, and none of them."""
        return (
            ChapterKind.MEASURES in self._base
            and self._is_behind_list(start)
            and pledges(self.document.text, start, end)
        )

    def _is_behind_list(self, start: int) -> bool:
        """Whether `start` is in the last two paragraphs, behind two points."""
        is_last = start >= self._paragraphs[-2:][0].span.start
        return is_last and len(self.found.points) > (1 if self._behind else self._first + 1)

    def _has_inner_sign(self, start: int) -> bool:
        """Whether a paragraph begins with another sign than the first point here: its facts below a point."""
        text, points = self.document.text, self.found.points
        if len(points) <= self._first or text[start] not in SIGNS_OF_POINTS:
            return False
        first = text[points[self._first].span.start]
        return first in SIGNS_OF_POINTS and text[start] != first

    def _lacks_sign(self, start: int) -> bool:
        """Whether a paragraph begins without the sign that the points above it here begin with: ——."""
        text, points = self.document.text, self.found.points
        above = points[max(self._first, len(points) - 2) :]
        signs = {text[each.span.start] for each in above}
        return len(signs) == 1 and signs < SIGNS_OF_POINTS and text[start] not in signs

    def _labelled_problem(self, start: int, end: int) -> ChapterKind | None:
        """PROBLEMS for a paragraph that a label or the name of an aspect begins, in a text of several kinds."""
        if len(self._base) == 1 or not names_problem(self.document.text, start, end):
            return None
        return self._may_turn(ChapterKind.PROBLEMS)

    def _leads_in(self, at: int, paragraph: Paragraph) -> bool:
        """Whether a paragraph without items only announces: it ends in a colon, or a list begins behind it."""
        start, end = paragraph.span
        text = self.document.text
        if text[end - 1] in "：:" or start in self.leads or asks(text, start, end):
            return True
        if tells(text, start, end) or COUNTS.fullmatch(text, start, end):
            return True
        if (end - start <= LONGEST_CAPTION and text[end - 1] not in "。；") or CAPTION.match(
            text, start, end
        ):
            return any(each.table for each in self._paragraphs[at + 1 : at + 3])
        if end - start > LONGEST_LEAD_IN:
            return False
        return begins_list(self._paragraphs, at + 1) or (not at and self._counts_rest(start, end))

    def _counts_rest(self, start: int, end: int) -> bool:
        """Whether the first of plain paragraphs says how many points follow, and as many do: 根子不外两条。"""
        found = COUNTS_REST.match(self.document.text, start, end) if self._alone else None
        others = self._paragraphs[1 : MOST_COUNTED + MOST_CLOSING]
        told = NUMERALS.index(found[1]) + 2 if found else 0
        return 0 < told <= len(others) <= told + MOST_CLOSING

    def cause(self, start: int, end: int) -> ChapterKind | None:
        """The kind of a paragraph that begins with a cue, or that looks back on the problems for their causes."""
        kind = self._cue(start, start + 3)
        if kind or self._context.kinds == (ChapterKind.CAUSES,):
            return kind
        if self.found.points and CAUSE_SENTENCE.match(self.document.text, start, end):
            return self._may_turn(ChapterKind.CAUSES)
        return None

    def _promise(self, start: int, end: int) -> ChapterKind | None:
        """MEASURES for a paragraph that promises, where no title announces measures and problems were found."""
        if (
            self.announces_measures
            or not self.found.points
            or not (
                promises(self.document.text, start, end)
                or (self._is_behind_causes() and tells_promise(self.document.text, start, end))
            )
        ):
            return None
        return self._may_turn(ChapterKind.MEASURES)

    def _is_behind_causes(self) -> bool:
        """Whether the text has turned from the problems of this section to their causes."""
        return self._has_own or self._context.kinds == (ChapterKind.CAUSES,) != self._base

    def _read_answer(self, at: int, paragraph: Paragraph, kind: ChapterKind, begins: int) -> None:
        """A paragraph of causes belongs to the point above it if the list of this point goes on behind it."""
        start, end = paragraph.span
        own = self._alone and self._is_only_problem()
        if own or (self._goes_on and (self._has_own or self._list_goes_on(at + 1))):
            self.cues.add(start, kind)
            self._has_own = True
            self._extend(end)
            return
        self._turn(kind)
        if not LEAD_IN.match(self.document.text, start, end):
            self._add(Span(begins, end))
            self._goes_on = not self._alone
        self._opened = None

    def _is_only_problem(self) -> bool:
        """Whether the section has one point so far, a problem, whose answers are labelled behind it."""
        only = len(self.found.points) == self._first + 1
        return only and self.found.points[-1].kind is ChapterKind.PROBLEMS

    def _ends(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph closes the list above it."""
        ahead = ChapterKind.MEASURES not in self._context.kinds
        if closes_list(self.document, paragraph, ahead=ahead) or vows_at_end(
            self.document, *paragraph.span
        ):
            return True
        return not ahead and stands_apart(self.document, self._own_list(), paragraph)

    def _own_list(self) -> Sequence[Span]:
        points = self.found.points
        return [each.span for each in points[max(self._first, len(points) - POINTS_BEFORE) :]]

    def _cue(self, start: int, end: int) -> ChapterKind | None:
        found = self.cues.within(start, end)
        return found[0][2] if found else None

    def _may_turn(self, kind: ChapterKind | None) -> ChapterKind | None:
        if kind is None or kind is ChapterKind.PROBLEMS:
            return kind if kind in self._base else None
        problems = (
            each.kind is ChapterKind.PROBLEMS for each in self.found.points[-POINTS_BEFORE:]
        )
        return kind if may_turn(self._context.kinds, kind, any(problems)) else None

    def _turn(self, kind: ChapterKind) -> None:
        if self._context.kinds == (kind,):
            return
        # What stands uncounted above a lead-in is not the opening of the list below it.
        if kind is not ChapterKind.PROBLEMS and self._context.kinds != ORDER:
            for paragraph in self._skipped or ():
                self._add(paragraph.span)
        self._skipped = None
        self._context = PointContext((kind,))

    def _extend(self, end: int) -> None:
        self.found.extend(end, is_led=self._is_led)

    def _add(self, span: Span) -> None:
        self.found.add_clauses(span, self._context, is_led=self._is_led, is_only=self._is_only())

    def _is_only(self) -> bool:
        """Whether what is read is one paragraph, but for those that close the text."""
        _, *others = self._paragraphs[: MOST_CLOSING + 2]
        return len(others) <= MOST_CLOSING and all(
            is_closing(self.document.text, *each.span)
            or pledges(self.document.text, *each.span)
            or is_last_word(self.document, *each.span)
            for each in others
        )

    def _add_items(self, paragraph: Paragraph) -> None:
        context = self.found.context_of(paragraph, self._context)
        for at, item in enumerate(paragraph.items):
            if at and item.marker.number == 1:
                self._part(paragraph.items[at - 1], item.span.start)
                context = self._context
            self.found.add_item(item, context, is_led=self._is_led)

    def _part(self, item: Item, end: int) -> None:
        """Turn where the text before a list in the same paragraph announces it."""
        stop = self.found.part(item, end)
        if stop and (kind := self._may_turn(announced(self.document.text, stop, end))):
            self._turn(kind)
            self._is_led = True
