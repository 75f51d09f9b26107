"""The kinds of top-level sections: what their titles announce, else what their place and their text suggest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from duizhao.document import Document, Section
from duizhao.document.headings.title_words import SURE, headed_by
from duizhao.profiles import Aspect, ChapterKind
from duizhao.statement.cues import Cues
from duizhao.statement.faults import is_deficient
from duizhao.statement.model import CHAIN_KINDS, Chapter
from duizhao.statement.outline.aspect_sections import names_field
from duizhao.statement.outline.kinds import PRESENT_STATE, is_resolve, kinds
from duizhao.statement.outline.labels_of_points import heads_signs, is_counter, labels_answers
from duizhao.statement.outline.own_answers import goes_through
from duizhao.statement.outline.section_turns import SectionTurns
from duizhao.statement.outline.told_kind import told_kind, weighed_kind
from duizhao.text.pattern import LazyPattern

# A title that names no earlier meeting and no inspection.
PLAIN_RECTIFICATION = LazyPattern(
    "(?:立行立改|边查边改|问题)?的?整改(?:措施|任务|问题)?(?:落实|完成)情况[：:]?"
)
RECTIFIED = LazyPattern("整改(?:落实|完成)?(?:情况|进展)$")
HOW_EXAMINED = LazyPattern("(?:检视|查摆|自查|对照检查|检查)(?:问题)?(?:工作)?(?:开展)?情况")
ANSWERING = ("针对", "围绕", "为", "问题", "已")


@dataclass(slots=True)
class SectionKinds:
    """Decides section by section, in text order. `chapters` are those found so far."""

    document: Document
    turns: SectionTurns
    chapters: Sequence[Chapter]
    cues: Cues
    _above: set[ChapterKind] = field(init=False, default_factory=set)
    _looked_at: int = field(init=False, default=0)
    _announced: dict[ChapterKind, int] | None = field(init=False, default=None)

    def chapter(
        self, section: Section, title: str, announced: tuple[ChapterKind, ...], named: Aspect | None
    ) -> Chapter:
        """A section as a chapter, of the kinds that its title announces or that its place or text suggests."""
        if own := self._by_words(section, title, announced, named):
            return Chapter(section.span, own, section)
        if suggested := self._by_place(section):
            return Chapter(section.span, (suggested,), section)
        if alike := self._beside_signs(section):
            return Chapter(section.span, alike, section)
        if (
            self._has_own_causes(section)
            or labels_answers(self.document, section)
            or self._has_own_answers(section)
        ):
            return Chapter(section.span, (ChapterKind.PROBLEMS,), section)
        text = self.document.text[section.heading.title.end : section.span.end]
        names_faults = self._names_faults(section.span.start)
        is_last = section.span.end >= self.document.sections[-1].span.end
        begun = self._kinds_above()
        told = (
            told_kind(text, begun, named_faults=names_faults)
            if section.heading.run_in
            else weighed_kind(title, text, begun, named_faults=names_faults, is_last=is_last)
        )
        if told:
            return Chapter(section.span, (told,), section, is_told=True)
        if self._goes_on(section):
            return Chapter(section.span, (ChapterKind.PROBLEMS,), section, is_told=True)
        other = ChapterKind.OTHER if self.chapters else ChapterKind.STATUS
        return Chapter(section.span, (other,), section)

    def _beside_signs(self, section: Section) -> tuple[ChapterKind, ...]:
        """The kinds of the chapter above, if both have only a sign before their names and lines with another below."""
        above = self.chapters[-1].section if self.chapters else None
        if above is None or not heads_signs(self.document, section):
            return ()
        is_beside = above.heading.level == section.heading.level
        is_list = is_beside and heads_signs(self.document, above)
        return self.chapters[-1].kinds if is_list else ()

    def _by_words(
        self, section: Section, title: str, announced: tuple[ChapterKind, ...], named: Aspect | None
    ) -> tuple[ChapterKind, ...]:
        """The kinds that the title announces, or that its form and the lead-in below it show; else none."""
        if is_counter(title):
            return (ChapterKind.PROBLEMS,)
        if announced == (ChapterKind.LAST_YEAR,) and self._tells_measures(title):
            return (ChapterKind.MEASURES,)
        if not self.chapters and (placed := self._first_by_place(section, title, announced)):
            return (placed,)
        if announced and announced != (ChapterKind.STATUS,):
            return announced
        if announced and not (
            named
            and ChapterKind.PROBLEMS not in self._first_announced()
            and is_deficient(self.document.of(section.span))
        ):
            return announced
        if PRESENT_STATE.search(title) and is_deficient(self.document.of(section.span)):
            return (ChapterKind.PROBLEMS,)
        if names_field(title) and self._tells_of_field(section):
            return (ChapterKind.PROBLEMS,)
        if not (named or section.heading.run_in) and (headed := self._headed(title)):
            return (headed,)
        if named and title.endswith("方面"):
            return (ChapterKind.PROBLEMS,)
        if (
            (section.heading.level > 1 or self._begun())
            and is_resolve(title)
            and not title.endswith("方面")
            and not is_deficient(title)
        ):
            is_fault = self._begins_with_fault(section)
            return (ChapterKind.PROBLEMS if is_fault else ChapterKind.MEASURES,)
        if named or "方面" in title or title.startswith("对照") or is_deficient(title):
            return (ChapterKind.PROBLEMS,)
        led = self.turns.led(section)
        return (led,) if led in CHAIN_KINDS else ()

    def _begins_with_fault(self, section: Section) -> bool:
        """Whether the first counted point below a title is a fault, or counts on from the problems above it.

        三、带头坚持党的领导⏎④会前酝酿不充分，…
        """
        items = [each.items[0] for each in section.paragraphs if each.items]
        headings = [each.heading for each in section.sections]
        counted = [
            *((each.lead, each.marker) for each in items),
            *((each.title, each.marker) for each in headings),
        ]
        if not counted:
            return False
        lead, marker = min(counted, key=itemgetter(0))
        if (
            marker
            and marker.number > 1
            and self.chapters[-1:]
            and self.chapters[-1].kinds == (ChapterKind.PROBLEMS,)
        ):
            return True
        words = self.document.of(lead)
        return is_deficient(words) and not (is_resolve(words) or words.startswith(ANSWERING))

    def _tells_of_field(self, section: Section) -> bool:
        """Whether a field is examined here with all that belongs to it: no title announces problems or answers."""
        if not self._first_announced().keys().isdisjoint(CHAIN_KINDS):
            return False
        start, end = section.heading.title.end, section.span.end
        return is_deficient(self.document.text[start:end]) or goes_through(
            self.document.text, start, end
        )

    def _headed(self, title: str) -> ChapterKind | None:
        """The kind that the characters of a title surely show; causes and measures come behind other chapters."""
        part, ahead = headed_by(title)
        if ahead < SURE or (part != "problems" and not self.chapters):
            return None
        return ChapterKind[part.upper()]

    def _first_by_place(
        self, section: Section, title: str, announced: tuple[ChapterKind, ...]
    ) -> ChapterKind | None:
        """LAST_YEAR for what was rectified, STATUS for how one examined, where the problems come behind it."""
        is_rectified = ChapterKind.MEASURES in announced and RECTIFIED.search(title)
        if not is_rectified and not HOW_EXAMINED.fullmatch(title):
            return None
        if section.span.start >= self._first_problems(section):
            return None
        if is_rectified:
            return ChapterKind.LAST_YEAR
        if announced == (ChapterKind.PROBLEMS,):
            text = self.document.of(section.span)
            return None if is_deficient(text[len(title) :]) else ChapterKind.STATUS
        return None

    def _first_problems(self, section: Section) -> int:
        """Where the first other section begins whose title announces problems; 0 if none does."""
        for other in self.document.sections:
            if other is not section and ChapterKind.PROBLEMS in kinds(
                self.document.of(other.heading.title)
            ):
                return other.span.start
        return 0

    def _goes_on(self, section: Section) -> bool:
        """Whether a section stands between problems and their answers: it is not the last, and none were found."""
        last = self.document.sections[-1].span.end
        return (
            bool(self.chapters)
            and self.chapters[-1].kinds == (ChapterKind.PROBLEMS,)
            and section.span.end < last
            and {ChapterKind.CAUSES, ChapterKind.MEASURES}.isdisjoint(self._kinds_above())
        )

    def _has_own_causes(self, section: Section) -> bool:
        """Whether the text of a section goes on to its causes: 念文件多。究其原因，…."""
        if not section.paragraphs:
            return False
        start = section.paragraphs[0].span.start + 1
        cued = self.cues.within(start, section.span.end)
        return any(kind is ChapterKind.CAUSES for _, _, kind in cued)

    def _has_own_answers(self, section: Section) -> bool:
        """Whether the text of a section goes on to a reason and a promise, and no title announces either."""
        announced = self._first_announced()
        if ChapterKind.CAUSES in announced or ChapterKind.MEASURES in announced:
            return False
        return goes_through(self.document.text, section.heading.title.end, section.span.end)

    def _tells_measures(self, title: str) -> bool:
        """Whether 整改落实情况 holds the measures for the problems above: no other title announces measures."""
        return (
            PLAIN_RECTIFICATION.fullmatch(title) is not None
            and ChapterKind.PROBLEMS in self._kinds_above()
            and ChapterKind.MEASURES not in self._first_announced()
        )

    def _names_faults(self, start: int) -> bool:
        """Whether a title announces the problems, and what begins at `start` does not go on with them."""
        first = self._first_announced()
        if ChapterKind.PROBLEMS not in first:
            return False
        answered = first.get(ChapterKind.CAUSES, first.get(ChapterKind.MEASURES, 0))
        return not first[ChapterKind.PROBLEMS] < start < answered

    def _begun(self) -> bool:
        """Whether a chapter of problems or causes was found."""
        return not {ChapterKind.PROBLEMS, ChapterKind.CAUSES}.isdisjoint(self._kinds_above())

    def _kinds_above(self) -> set[ChapterKind]:
        """The kinds of the chapters found so far."""
        for each in self.chapters[self._looked_at :]:
            self._above.update(each.kinds)
        self._looked_at = len(self.chapters)
        return self._above

    def _by_place(self, section: Section) -> ChapterKind | None:
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
