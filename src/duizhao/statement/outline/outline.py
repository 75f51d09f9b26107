"""Walks the sections of a document: finds chapters by kind, aspects, and the points under them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from duizhao.document import Document, Paragraph, Section
from duizhao.profiles import Aspect, AspectNames, ChapterKind, normalised
from duizhao.statement.cues import Cues
from duizhao.statement.faults import is_deficient
from duizhao.statement.model import CHAIN_KINDS, Chapter
from duizhao.statement.outline.asked_points import asked_points
from duizhao.statement.outline.aspect_sections import (
    are_names,
    holds_all_chapters,
    holds_chapters,
    is_plain_list,
    names_field,
    own_aspect,
)
from duizhao.statement.outline.end_of_list import closes_list, closing_words, stands_apart
from duizhao.statement.outline.inline_chapters import (
    with_aspects,
    with_blocks,
    with_fields,
    with_inline,
    with_tables,
)
from duizhao.statement.outline.kinds import (
    PRESENT_STATE,
    is_label,
    kinds,
    names_stage,
    opened_kinds,
    plain_kind,
)
from duizhao.statement.outline.labelled_lines import LabelledLines, labelled_chapters
from duizhao.statement.outline.labels_of_points import (
    counted_in_words,
    heads_signs,
    is_counter,
)
from duizhao.statement.outline.laid_out import shows_its_points
from duizhao.statement.outline.led_sections import ANSWERS, led_sections
from duizhao.statement.outline.list_with_headings import lines_of_list
from duizhao.statement.outline.names_ahead import behind_names
from duizhao.statement.outline.narrative import looks_back, narrated, with_each_promise
from duizhao.statement.outline.own_answers import (
    answered_paragraphs,
    own_answers,
    told_causes,
)
from duizhao.statement.outline.paragraph_points import ParagraphPoints
from duizhao.statement.outline.point_list import PointList
from duizhao.statement.outline.points import (
    Point,
    PointContext,
    cut_at_cues,
    is_denied,
    is_one_point,
    point_of_section,
)
from duizhao.statement.outline.section_kinds import SectionKinds
from duizhao.statement.outline.section_turns import SectionTurns
from duizhao.statement.outline.told_kind import listed_paragraphs, told_points
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LONGEST_SUBTITLE, POINTS_BEFORE = 16, 8
# What a form asks for and does not apply: 违规经商办企业。无此类情况。
DENIAL = LazyPattern(
    "(?:经自查，?)?(?:本人|我)?(?:不涉及|(?:未发现|不存在|没有|未|无)(?:此类|上述|该类|相关|以上|这方面的?|此项)?(?:情况|问题|行为|情形|现象)?)[。；]?"
)
# 关于组织生活不正常的问题 claims what is told below it.
ABOUT_PROBLEM = LazyPattern("关于[^，。；]{4,}问题$")
# 服务群众上的差距 names a field, as 服务群众方面 does.
ON_A_FIELD = ("上的差距", "上的不足", "上的问题", "上存在的问题", "上存在的差距", "上的欠缺")
STOPS = LazyPattern("[。；！？，]|^[一二三四五六七八九十]是")


@dataclass(slots=True)
class Outline:
    """The results of a walk, in text order."""

    document: Document
    names: AspectNames
    cues: Cues
    chapters: list[Chapter] = field(default_factory=list)
    aspects: list[tuple[Aspect, Section]] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    _list: PointList = field(init=False)
    _reader: ParagraphPoints = field(init=False)
    _turns: SectionTurns = field(init=False)
    _section_kinds: SectionKinds = field(init=False)
    _announces_measures: bool = field(init=False)
    _is_labelled: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        titles = [self.document.of(heading.title) for heading in self.document.headings]
        answered = any(ChapterKind.MEASURES in kinds(title) for title in titles)
        self._announces_measures = answered
        self._turns = SectionTurns(self.document, announces_measures=answered)
        self._list = PointList(self.document, self.names, self.points)
        self._reader = ParagraphPoints(
            self.document, self.cues, self._turns.leads, self._list, announces_measures=answered
        )
        self._section_kinds = SectionKinds(self.document, self._turns, self.chapters, self.cues)

    def walk(self) -> None:
        """Walk over the whole document once."""
        self._preamble()
        self._top(led_sections(self.document), None, is_whole=True)
        is_answered = self._add_own_answers()
        has_turns = is_answered or self.cues.places or self._list.led or self._turns.leads
        self.points = cut_at_cues(self.document.text, self.points, self.cues)
        self._end_before_closing_words()
        if has_turns:
            self.chapters = with_tables(self.document, self.chapters, self.points)
            self.chapters = with_inline(self.chapters, self.points)
        if self._list.led and len(self.aspects) > 1:
            self.points = with_aspects(self.points, self.aspects)
        if self._list.led:
            self.points = with_blocks(self.document.text, self.points, self.chapters)
        self._read_labels()

    def _read_labels(self) -> None:
        """Read again what labels tell of: questions before answers, or 问题：… 原因：… 整改：… matter by matter."""
        if points := asked_points(self.document, self.names):
            chapters = with_inline((), points)
        elif points := LabelledLines(self.document, self.names, self.points).points():
            chapters = labelled_chapters(self.document, self.chapters, points)
        else:
            return
        self._is_labelled = True
        self.points, self.chapters = points, chapters

    def _end_before_closing_words(self) -> None:
        """End the last point before 以上检查，请批评指正。 in its own paragraph."""
        if self.points:
            last = self.points[-1]
            end = closing_words(self.document.text, *last.span)
            if last.claim.end < end < last.span.end:
                self.points[-1] = replace(last, span=Span(last.span.start, end))

    def _add_own_answers(self) -> bool:
        """Find the answers in the text of problems, if the document has no measures anywhere else.

        True if paragraphs of problems were found to be answers.
        """
        self._add_told_causes()
        if self._announces_measures or any(
            point.kind is ChapterKind.MEASURES for point in self.points
        ):
            return False
        asked = list(self.points)
        self.points[:] = answered_paragraphs(self.document.text, asked)
        for start, kind in own_answers(self.document.text, self.points):
            self.cues.add(start, kind)
        return self.points != asked

    def _add_told_causes(self) -> None:
        """Cut problems at 主要是… in chapters of problems and their causes."""
        spans = sorted(each.span for each in self.chapters if each.kinds[:2] == CHAIN_KINDS[:2])
        starts = [span.start for span in spans]
        inside = [
            point
            for point in self.points
            if point.kind is ChapterKind.PROBLEMS
            and (at := bisect_right(starts, point.span.start))
            and point.span.start < spans[at - 1].end
        ]
        for start in told_causes(self.document.text, inside):
            self.cues.add(start, ChapterKind.CAUSES)

    def tell(self) -> None:
        """Read what titles do not announce: the words of paragraphs and of sentences decide what they are."""
        if not self._is_labelled:
            self._tell_by_words()
        text = self.document.text
        self.points = [
            each
            for each in behind_names(text, self.points)
            if each.kind is not ChapterKind.PROBLEMS or not is_denied(text, each.span)
        ]

    def _tell_by_words(self) -> None:
        """Read what neither titles nor labels tell."""
        self.tell_by_rules()
        if shows_its_points(self.document, self.chapters, self.points):
            return
        # Imported here: most statements have titles that tell.
        from duizhao.statement.outline.labelled_points import chapters_of_points, labelled_points

        points = labelled_points(self.document, self.points, self.aspects, self.chapters)
        if points != self.points:
            self.points = points
            self.chapters = chapters_of_points(self.chapters, points)

    def tell_by_rules(self) -> None:
        """Read a statement without titles: the words of its paragraphs decide what they are."""
        if self.document.sections or any(each.table for each in self.document.paragraphs):
            return
        counted = {item.span.start for item in self.document.items}
        counted.update(each.start for each in listed_paragraphs(self.document))
        for each in self.document.preamble:
            if looks_back(self.document.text, each.span):
                counted.difference_update(item.span.start for item in each.items)
        sure = self._sure_points(counted)
        if not (self.document.items and self.points):
            self._tell_paragraphs()
        if not sure or sure[0].kind is not ChapterKind.PROBLEMS:
            told = (each for each in self.points if each.kind is ChapterKind.PROBLEMS)
            sure = [*(each for each in told if each.span.start in counted), *sure]
        points = narrated(self.document, self.points, sure)
        points = with_fields(self.document.text, with_each_promise(self.document.text, points))
        if points != self.points:
            self.points = points
            self.chapters = with_inline((), points)

    def _sure_points(self, counted: Container[int]) -> list[Point]:
        """The points whose kind a number or a lead-in gives, and not only their own words."""
        answers = [each for each in self.points if each.kind is not ChapterKind.PROBLEMS]
        led = {each.kind: each for each in reversed(answers)}
        sure: list[Point] = []
        for each in self.points:
            if each.span.start in counted or each.behind is not None:
                sure.append(each)
            elif each.kind is ChapterKind.PROBLEMS:
                if each.span in self._list.led and not (answers and answers[0].span < each.span):
                    sure.append(each)
            # Without measures, what only follows the causes may be some.
            elif len(led) > 1 or led[each.kind] is each or each.kind is ChapterKind.MEASURES:
                sure.append(each)
        return sure

    def _tell_paragraphs(self) -> None:
        told = list(told_points(self.document))
        if self._list.led:
            answers = [each for each in self.points if each.kind is not ChapterKind.PROBLEMS]
            if not answers:
                return
            # Only the answers have a lead-in.
            told = [each for each in told if each.span.end <= answers[0].span.start]
            if len(answers) < len(self.points):
                self._tell_list(told, answers)
                return
            told += answers
        if len({point.kind for point in told}) > len({point.kind for point in self.points}):
            self.points = told
            self.chapters = with_inline((), told)

    def _tell_list(self, told: list[Point], answers: list[Point]) -> None:
        """Take each paragraph of a list ahead of the answers for a problem, if these are more than were found."""
        listed = listed_paragraphs(self.document)
        if len(told) + len(answers) > len(self.points) and all(
            each.span in listed for each in told
        ):
            self.points = told + answers
            chapter = self.chapters[0]
            whole = Span(told[0].span.start, chapter.span.end)
            self.chapters[0] = replace(chapter, span=whole)

    def _preamble(self) -> None:
        """Find points before the first heading, as in a file that starts in the middle."""
        document = self.document
        self._reader.read(document.preamble, PointContext(CHAIN_KINDS))
        bare = not document.sections
        is_led = bare and bool(self._list.led)
        counted = {item.span.start for item in document.items} if is_led else set[int]()
        sure = [
            point
            for point in self.points
            if point.span.start in counted
            or is_deficient(document.of(point.claim))
            or point.span in self._list.led
            or (bare and point.kind in (ChapterKind.MEASURES, ChapterKind.CAUSES))
            or (bare and self.cues.within(point.claim.end, point.span.end))
        ]
        counts = bare or any(each.items or each.table for each in document.preamble)
        self.points[:] = sure if counts else ()
        if self.points:
            span = Span(sure[0].span.start, sure[-1].span.end)
            self.chapters.append(Chapter(span, tuple(dict.fromkeys(p.kind for p in sure))))

    def _top(
        self, sections: Sequence[Section], aspect: Aspect | None, *, is_whole: bool = False
    ) -> None:
        preamble = self.document.preamble if is_whole else ()
        for section, turned in self._turns.of_chapters(sections, preamble):
            title = self._title(section)
            if turned and not (opened_kinds(title) or plain_kind(title)):
                self.chapters.append(Chapter(section.span, (turned,), section))
                if turned in CHAIN_KINDS:
                    self._under(section, PointContext((turned,), aspect))
                continue
            announced = kinds(title)
            named = self._named(title) if self._may_name(title, announced) else None
            is_whole = section.heading.level == 0 and holds_all_chapters(self.document, section)
            if is_whole or ((named or not announced) and holds_chapters(self.document, section)):
                if named:
                    self.aspects.append((named, section))
                over = named or aspect or own_aspect(self.document, section, sections)
                self._above_chapters(section, over)
                self._top(section.sections, over)
                continue
            chapter = self._section_kinds.chapter(section, title, announced, named)
            self.chapters.append(chapter)
            own = chapter.kinds
            section = self._below_title(section, title)
            chain = tuple(kind for kind in own if kind in CHAIN_KINDS)
            is_claim = named or not (
                announced
                or PRESENT_STATE.search(title)
                or is_counter(title)
                or self._is_told_list(section)
                or heads_signs(self.document, section)
            )
            if chain and is_claim and own != (self._turns.led(section),):
                self._under(section, PointContext(chain, aspect))
            elif chain:
                if named and ChapterKind.PROBLEMS in chain:
                    self.aspects.append((named, section))
                context = PointContext(chain, named or aspect)
                if ChapterKind.PROBLEMS in chain and self._answers_follow(section):
                    self._above_answers(section, context)
                self._body(section, context)

    def _is_told_list(self, section: Section) -> bool:
        starts = [each.span.start for each in section.paragraphs]
        return not section.heading.run_in and counted_in_words(self.document.text, starts)

    def _title(self, section: Section) -> str:
        """The words of a heading, with those behind its colon where they are no sentence: 自我画像：存在的问题."""
        heading = section.heading
        if not heading.run_in or len(section.paragraphs) == 0:
            return self.document.of(heading.title)
        first = section.paragraphs[0].span
        words = self.document.of(first)
        if len(words) > LONGEST_SUBTITLE or STOPS.search(words):
            return self.document.of(heading.title)
        return self.document.text[heading.title.start : first.end]

    def _below_title(self, section: Section, title: str) -> Section:
        """The section without the paragraph that is part of its title."""
        heading, first = section.heading, section.paragraphs[:1]
        if len(title) == heading.title.end - heading.title.start:
            return section
        whole = Span(heading.title.start, first[0].span.end)
        heading = replace(
            heading, span=Span(heading.span.start, whole.end), title=whole, run_in=False
        )
        return replace(section, heading=heading, paragraphs=section.paragraphs[1:])

    def _above_chapters(self, section: Section, aspect: Aspect | None) -> None:
        """The problems in the text of a section that has its own causes or measures under titles below it."""
        if not section.paragraphs:
            return
        end = section.paragraphs[-1].span.end
        context = PointContext((ChapterKind.PROBLEMS,), aspect)
        if any(paragraph.items for paragraph in section.paragraphs):
            self._add(section, context)
        elif self._answers_follow(section):
            self._above_answers(section, context)
        else:
            return
        span = Span(section.span.start, end)
        self.chapters.append(Chapter(span, (ChapterKind.PROBLEMS,), section))

    def _answers_follow(self, section: Section) -> bool:
        """Whether the text of a section without a list stands right above the titles of its own answers."""
        if not (section.sections and section.paragraphs) or any(
            each.items for each in section.paragraphs
        ):
            return False
        return opened_kinds(self.document.of(section.sections[0].heading.title)) in ANSWERS

    def _above_answers(self, section: Section, context: PointContext) -> None:
        """The text above the answers of a section: one point with its title, unless this is only a name."""
        title = self.document.of(section.heading.title)
        is_name = is_label(title, named=self._named(title) is not None) or names_field(title)
        if is_name or (kinds(title) and not ABOUT_PROBLEM.match(title)):
            self._add(section, context)
        else:
            end = section.paragraphs[-1].span.end
            self.points.append(point_of_section(self.document, section, end, context))

    def _body(self, section: Section, context: PointContext) -> None:
        if section.sections and (lines := lines_of_list(self.document, section)):
            self._reader.read(lines, context)
            return
        if not section.sections or any(each.items for each in section.paragraphs):
            self._add(section, context)
        is_name = ChapterKind.PROBLEMS in context.kinds and are_names(self.document, section)
        for each, turned in self._turns.of_points(section, context.kinds):
            self._under(each, PointContext((turned,)) if turned else context, is_name=is_name)

    def _under(self, section: Section, context: PointContext, *, is_name: bool = False) -> None:
        """A section inside a chapter: an aspect, a point with its claim as title, or a chapter of another kind.

        With `is_name` its title only names what is examined.
        """
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
        asks = self.document.text[section.heading.span.end - 1] in "？?"
        label = (
            asks
            or is_label(title, named=named is not None)
            or names_field(title)
            or is_counter(title)
            or is_name
            or (context.kinds == (ChapterKind.PROBLEMS,) and is_plain_list(self.document, section))
            or (context.kinds == (ChapterKind.MEASURES,) and names_stage(title))
            or heads_signs(self.document, section)
        )
        if label and not asks and self._is_bare_sentence(section):
            label = False
        if section.sections:
            is_claimed = context.kinds[0] is ChapterKind.PROBLEMS and self._answers_follow(section)
            if not label and (is_claimed or self._turns.leads_to_lower(section, context.kinds)):
                self._claimed(section, context, inner)
            self._body(section, inner)
        elif label:
            self._add(section, inner)
        else:
            self._claimed(section, context, inner)

    def _is_bare_sentence(self, section: Section) -> bool:
        """Whether a heading is a sentence with nothing below it: 1.政治理论学习存在实用主义。"""
        is_bare = not (section.paragraphs or section.sections)
        return is_bare and self.document.text[section.heading.span.end - 1] in "。；"

    def _claimed(self, section: Section, context: PointContext, inner: PointContext) -> None:
        """A section with the claim of one point as title. Paragraphs from a cue on are points of their own."""
        turn = self._turns.until_turn(section, self.cues)
        before = self._without_closing(section.paragraphs[:turn], section, context)
        after = section.paragraphs[turn:]
        if not is_one_point(self.document, section, before):
            self._add(section, inner)
            return
        if len(before) == 1 and DENIAL.fullmatch(self.document.of(before[0].span)):
            return
        end = before[-1].span.end if before else section.heading.span.end
        self.points.append(point_of_section(self.document, section, end, context))
        self._reader.read(after, context, behind=True)

    def _without_closing(
        self, paragraphs: Sequence[Paragraph], section: Section, context: PointContext
    ) -> Sequence[Paragraph]:
        """The paragraphs below a claim up to one that closes the list which the claim belongs to."""
        if not paragraphs:
            return paragraphs
        same = [each.span for each in self.points[-POINTS_BEFORE:] if each.kind in context.kinds]
        own = [*same, section.span]
        is_sentence = self.document.text[section.heading.span.end - 1] in "。；"
        first = 0 if is_sentence and not section.heading.run_in else 1
        for at in range(first, len(paragraphs)):
            if closes_list(self.document, paragraphs[at], ahead=False) or (
                ChapterKind.MEASURES in context.kinds
                and stands_apart(self.document, own, paragraphs[at])
            ):
                return paragraphs[:at]
        return paragraphs

    def _add(self, section: Section, context: PointContext) -> None:
        self._reader.read(section.paragraphs, context)

    def _named(self, title: str) -> Aspect | None:
        found = self.names.find(title) or self.names.find(normalised(title))
        return found[0][1] if found else None

    @staticmethod
    def _may_name(title: str, announced: tuple[ChapterKind, ...]) -> bool:
        return (
            announced in ((), (ChapterKind.STATUS,))
            or "方面" in title
            or title.startswith("对照")
            or title.endswith(ON_A_FIELD)
        )
