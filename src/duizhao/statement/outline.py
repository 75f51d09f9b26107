"""Walks the sections of a document: finds chapters by kind, aspects, and the points under them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from duizhao.document import Document, Section
from duizhao.profiles import Aspect, AspectNames, ChapterKind, normalised
from duizhao.statement.aspect_sections import holds_chapters, own_aspect
from duizhao.statement.cues import Cues
from duizhao.statement.faults import is_deficient
from duizhao.statement.kinds import PRESENT_STATE, is_label, is_resolve, kinds, opened_kinds
from duizhao.statement.led_sections import led_sections
from duizhao.statement.list_with_headings import lines_of_list
from duizhao.statement.model import Chapter
from duizhao.statement.paragraph_points import ParagraphPoints
from duizhao.statement.points import (
    Point,
    PointContext,
    cut_at_cues,
    is_one_point,
    point_of_section,
)
from duizhao.statement.section_turns import SectionTurns
from duizhao.text import Span

CHAIN_KINDS = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)


@dataclass(slots=True)
class Outline:
    """The results of a walk, in text order."""

    document: Document
    names: AspectNames
    cues: Cues
    chapters: list[Chapter] = field(default_factory=list)
    aspects: list[tuple[Aspect, Section]] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    _reader: ParagraphPoints = field(init=False)
    _turns: SectionTurns = field(init=False)
    _has_begun: bool = field(init=False, default=False)
    _looked_at: int = field(init=False, default=0)
    _announced: dict[ChapterKind, int] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        titles = [self.document.of(heading.title) for heading in self.document.headings]
        answered = any(ChapterKind.MEASURES in kinds(title) for title in titles)
        self._turns = SectionTurns(self.document, announces_measures=answered)
        self._reader = ParagraphPoints(
            self.document, self.cues, self.names, self._turns.leads, announces_measures=answered
        )
        self._reader.points = self.points

    def walk(self) -> None:
        """Walk over the whole document once."""
        self._preamble()
        self._top(led_sections(self.document), None, is_whole=True)
        has_turns = bool(self.cues.places or self._reader.led or self._turns.leads)
        self.points = cut_at_cues(self.document.text, self.points, self.cues)
        if has_turns:
            self._inline()
        if self._reader.led and len(self.aspects) > 1:
            self._give_aspects()

    def _preamble(self) -> None:
        """Find points before the first heading, as in a file that starts in the middle."""
        document = self.document
        self._reader.read(document.preamble, PointContext(CHAIN_KINDS))
        bare = not document.sections
        is_led = bare and bool(self._reader.led)
        counted = {item.span.start for item in document.items} if is_led else set[int]()
        sure = [
            point
            for point in self.points
            if point.span.start in counted
            or is_deficient(document.of(point.claim))
            or point.span in self._reader.led
            or (bare and point.kind in (ChapterKind.MEASURES, ChapterKind.CAUSES))
        ]
        counts = bare or any(paragraph.items for paragraph in document.preamble)
        self.points[:] = sure if counts else ()
        if self.points:
            span = Span(sure[0].span.start, sure[-1].span.end)
            self.chapters.append(Chapter(span, tuple(dict.fromkeys(p.kind for p in sure))))

    def _top(
        self, sections: Sequence[Section], aspect: Aspect | None, *, is_whole: bool = False
    ) -> None:
        preamble = self.document.preamble if is_whole else ()
        for section, turned in self._turns.of_chapters(sections, preamble):
            title = self.document.of(section.heading.title)
            if turned and not opened_kinds(title):
                self.chapters.append(Chapter(section.span, (turned,), section))
                self._under(section, PointContext((turned,), aspect))
                continue
            announced = kinds(title)
            named = self._named(title) if self._may_name(title, announced) else None
            if (named or not announced) and holds_chapters(self.document, section):
                if named:
                    self.aspects.append((named, section))
                over = named or aspect or own_aspect(self.document, section, sections)
                self._above_chapters(section, over)
                self._top(section.sections, over)
                continue
            own = self._kinds(section, title, announced, named)
            self.chapters.append(Chapter(section.span, own, section))
            chain = tuple(kind for kind in own if kind in CHAIN_KINDS)
            is_claim = named or not (announced or PRESENT_STATE.search(title))
            if chain and is_claim and own != (self._turns.led(section),):
                self._under(section, PointContext(chain, aspect))
            elif chain:
                self._body(section, PointContext(chain, aspect))

    def _above_chapters(self, section: Section, aspect: Aspect | None) -> None:
        """Counted problems in the text of a section that has its own causes or measures under titles below it."""
        if any(paragraph.items for paragraph in section.paragraphs):
            span = Span(section.span.start, section.paragraphs[-1].span.end)
            self.chapters.append(Chapter(span, (ChapterKind.PROBLEMS,), section))
            self._add(section, PointContext((ChapterKind.PROBLEMS,), aspect))

    def _kinds(
        self, section: Section, title: str, announced: tuple[ChapterKind, ...], named: Aspect | None
    ) -> tuple[ChapterKind, ...]:
        """The kinds of a top-level section: those that its title announces, else those that its words suggest."""
        if announced and announced != (ChapterKind.STATUS,):
            return announced
        if announced and not (named and is_deficient(self.document.of(section.span))):
            return announced
        if PRESENT_STATE.search(title) and is_deficient(self.document.of(section.span)):
            return (ChapterKind.PROBLEMS,)
        if named and title.endswith("方面"):
            return (ChapterKind.PROBLEMS,)
        if (
            (section.heading.level > 1 or self._begun())
            and is_resolve(title)
            and not is_deficient(title)
        ):
            return (ChapterKind.MEASURES,)
        if named or "方面" in title or title.startswith("对照") or is_deficient(title):
            return (ChapterKind.PROBLEMS,)
        if (led := self._turns.led(section)) in CHAIN_KINDS:
            return (led,)
        if unannounced := self._unannounced(section):
            return (unannounced,)
        return (ChapterKind.OTHER,) if self.chapters else (ChapterKind.STATUS,)

    def _begun(self) -> bool:
        """Whether a chapter of problems or causes was found."""
        if not self._has_begun:
            self._has_begun = any(
                kind in (ChapterKind.PROBLEMS, ChapterKind.CAUSES)
                for each in self.chapters[self._looked_at :]
                for kind in each.kinds
            )
            self._looked_at = len(self.chapters)
        return self._has_begun

    def _unannounced(self, section: Section) -> ChapterKind | None:
        """The kind of a section under a title of its own: what no title of the statement announces.

        Problems come before the chapter of causes or measures and name faults; causes stand between both, and
        measures follow the causes as a list.
        """
        first, start = self._first_announced(), section.span.start
        answers_follow = (
            first.get(ChapterKind.CAUSES, start) > start
            or first.get(ChapterKind.MEASURES, start) > start
        )
        if ChapterKind.PROBLEMS not in first and answers_follow:
            text = self.document.of(section.span)
            return ChapterKind.PROBLEMS if is_deficient(text) else None
        if ChapterKind.CAUSES not in first and (
            first.get(ChapterKind.PROBLEMS, start) < start < first.get(ChapterKind.MEASURES, start)
        ):
            return ChapterKind.CAUSES
        if first.get(ChapterKind.CAUSES, start) < start and ChapterKind.MEASURES not in first:
            is_list = section.sections or any(each.items for each in section.paragraphs)
            return ChapterKind.MEASURES if is_list else None
        return None

    def _first_announced(self) -> dict[ChapterKind, int]:
        """Where the first chapter begins whose title announces each kind."""
        if self._announced is None:
            self._announced = {}
            for section in self.document.sections:
                for kind in kinds(self.document.of(section.heading.title)):
                    self._announced.setdefault(kind, section.span.start)
        return self._announced

    def _body(self, section: Section, context: PointContext) -> None:
        if section.sections and (lines := lines_of_list(self.document, section)):
            self._reader.read(lines, context)
            return
        if not section.sections or any(each.items for each in section.paragraphs):
            self._add(section, context)
        for each, turned in self._turns.of_points(section, context.kinds):
            self._under(each, PointContext((turned,)) if turned else context)

    def _under(self, section: Section, context: PointContext) -> None:
        """A section inside a chapter: an aspect, a point with its claim as title, or a chapter of another kind."""
        title = self.document.of(section.heading.title)
        named = (
            self._named(title)
            if ChapterKind.PROBLEMS in context.kinds and not context.aspect
            else None
        )
        other = () if named else opened_kinds(title)
        if other and other != context.kinds:
            self.chapters.append(Chapter(section.span, other, section))
            chain = tuple(kind for kind in other if kind in CHAIN_KINDS)
            if chain:
                self._body(section, PointContext(chain, context.aspect))
            return
        if named:
            self.aspects.append((named, section))
            context = PointContext(context.kinds, named, context.heading)
        inner = PointContext(context.kinds, context.aspect, section.heading.title)
        label = is_label(title, named=named is not None)
        if section.sections:
            if not label and self._turns.leads_to_lower(section, context.kinds):
                self._claimed(section, context, inner)
            self._body(section, inner)
        elif label:
            self._add(section, inner)
        else:
            self._claimed(section, context, inner)

    def _claimed(self, section: Section, context: PointContext, inner: PointContext) -> None:
        """A section with the claim of one point as title. Paragraphs from a cue on are points of their own."""
        turn = self._turns.until_turn(section, self.cues)
        before, after = section.paragraphs[:turn], section.paragraphs[turn:]
        if not is_one_point(self.document, section, before):
            self._add(section, inner)
            return
        end = section.heading.span.end if after else section.span.end
        if after and before:
            end = before[-1].span.end
        self.points.append(point_of_section(self.document, section, end, context))
        self._reader.read(after, context, behind=True)

    def _add(self, section: Section, context: PointContext) -> None:
        self._reader.read(section.paragraphs, context)

    def _named(self, title: str) -> Aspect | None:
        found = self.names.find(title) or self.names.find(normalised(title))
        return found[0][1] if found else None

    @staticmethod
    def _may_name(title: str, announced: tuple[ChapterKind, ...]) -> bool:
        return (
            announced in ((), (ChapterKind.STATUS,)) or "方面" in title or title.startswith("对照")
        )

    def _give_aspects(self) -> None:
        """Causes and measures behind a sentence in the text of an aspect belong to it.

        Where only the last aspect has such a sentence, it speaks of all of them.
        """
        starts = [point.span.start for point in self.points]
        inside: list[tuple[Aspect, list[int]]] = []
        for aspect, section in self.aspects:
            first, last = (bisect_left(starts, each) for each in section.span)
            own = [at for at in range(first, last) if self._is_without_aspect(self.points[at])]
            inside.append((aspect, own))
        if not any(own for _, own in inside[:-1]):
            return
        for aspect, own in inside:
            for at in own:
                self.points[at] = replace(self.points[at], aspect=aspect)

    @staticmethod
    def _is_without_aspect(point: Point) -> bool:
        return (
            point.aspect is None
            and point.behind is None
            and point.kind in (ChapterKind.CAUSES, ChapterKind.MEASURES)
        )

    def _inline(self) -> None:
        """Add chapters for the causes and measures that begin at a cue inside other chapters."""
        self.chapters.sort(key=lambda chapter: chapter.span)
        starts = [chapter.span.start for chapter in self.chapters]
        inline: list[Chapter] = []
        within = -1
        for point in self.points:
            at = bisect_right(starts, point.span.start) - 1
            if at >= 0 and point.kind in self.chapters[at].kinds:
                continue
            if inline and at == within and inline[-1].kinds == (point.kind,):
                span = Span(inline[-1].span.start, point.span.end)
                inline[-1] = Chapter(span, (point.kind,))
            else:
                inline.append(Chapter(point.span, (point.kind,)))
            within = at
        self.chapters = sorted([*self.chapters, *inline], key=lambda chapter: chapter.span)
