"""Makes problems, causes and measures of points, with the words that matter to a reviewer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.profiles import Aspect, AspectNames, ChapterKind
from duizhao.statement.facts.finders import facts
from duizhao.statement.facts.group_by_span import Place, group_by_span
from duizhao.statement.model import Cause, Fact, FactKind, Measure, Problem
from duizhao.statement.outline.points import Point
from duizhao.statement.terms import MATTERS
from duizhao.text import Marks, Span, as_span
from duizhao.text.pattern import LazyPattern

GROUPS = (
    "hedge", "first-person", "collective", "reflexive", "example", "contrast", "merit", "owner", "deadline", "result",
    "term",
)  # fmt: skip
# 。如 opens an example, except in 如果, 如何, 如此, 如下.
NO_EXAMPLE = "果何此下期实同有若意今"
# 我处 is an office; in 我处理 and 我办事 it is the writer who acts.
WRITER_ACTS = LazyPattern(
    "(?<=我处)[理在于事置处分]|(?<=我办)[理事案好成完结]|(?<=我委)[托派屈婉]|(?<=我科)学|(?<=我校)[对准正]"
    "|(?<=我局)[限促]|(?<=我镇)[定静]|(?<=我区)[分别]"
)
UNTIL = re.compile("之?前|以前|内|底|末|完成|起|份(?!的)")
# 5月梅雨前, 8月收购季以前: the day is that of an event in the month.
BEFORE_EVENT = LazyPattern("[\u4e00-\u9fff]{1,4}前")
RESPONSIBLE = ("owner", "leader", "department")
NOTHING: frozenset[str] = frozenset()
# A slogan in passing is not what a point is about: 不断提高政治站位, 坚持以…为指导.
IN_PASSING = LazyPattern(
    "(?:不断|切实|进一步|持续|始终)(?:提高|提升|增强|强化|坚定|树牢|坚持)[^，。；、\n]{0,12}"
)
PASSING_WORDS = ("不断", "切实", "进一步", "持续", "始终")
PASSING_VERB = LazyPattern("(?:不断|切实|进一步|持续|始终)(?:提高|提升|增强|强化|坚定|树牢|坚持)$")
ENDS_OF_PASSING = "高升强化定牢持"
AS_A_GUIDE = LazyPattern(
    "(?:坚持)?[以用在][^，。；\n]{2,40}?(?:为(?:根本)?(?:指导|指引|引领|遵循|统领)|(?:指导|指引|引领)下)"
)


class Details:
    """The points of one statement, with the scanned words grouped by point."""

    def __init__(
        self, text: str, points: Sequence[Point], names: AspectNames, marks: Marks
    ) -> None:
        self.text = text
        self.points = points
        self._names = names
        spans = [point.span for point in points]
        self._places = {
            name: group_by_span(spans, marks.get("statement." + name)) for name in GROUPS
        }
        titles = sorted({point.heading for point in points if point.heading})
        self._titled = {
            titles[at]: frozenset([MATTERS[text[start:end]] for start, end in places])
            for at, places in group_by_span(titles, marks.get("statement.term")).items()
        }
        self._facts = {
            at: tuple([Fact(as_span((start, end)), kind) for start, end, kind in places])
            for at, places in group_by_span(spans, facts(text, marks)).items()
        }

    def problem(self, at: int) -> Problem:
        """Point `at` as a problem."""
        point = self.points[at]
        merits = self._merits(at)
        matters, claimed = self._matters(at, merits)
        return Problem(
            span=point.span,
            claim=point.claim,
            aspect=point.aspect,
            example=self._example(at),
            facts=self._facts.get(at, ()),
            hedges=_spans(self._places["hedge"].get(at)),
            first_person=_spans(self._first_person(at)),
            reflexive=_spans(self._places["reflexive"].get(at)),
            merits=merits,
            heading=point.heading,
            matters=matters,
            claimed=claimed,
        )

    def cause(self, at: int) -> Cause:
        """Point `at` as a cause."""
        point = self.points[at]
        matters, claimed = self._matters(at)
        return Cause(
            span=point.span,
            claim=point.claim,
            aspects=self._aspects(point),
            heading=point.heading,
            matters=matters,
            claimed=claimed,
        )

    def measure(self, at: int) -> Measure:
        """Point `at` as a measure."""
        point = self.points[at]
        found = self._facts.get(at, ())
        matters, claimed = self._matters(at)
        cells = dict(point.cells)
        return Measure(
            span=point.span,
            action=point.claim,
            aspects=self._aspects(point),
            owner=next((cells[each] for each in RESPONSIBLE if each in cells), None)
            or self._first("owner", at),
            deadline=cells.get("deadline") or self._deadline(at) or self._date(found),
            result=cells.get("mark") or self._first("result", at) or _number(found),
            facts=found,
            heading=point.heading,
            matters=matters,
            claimed=claimed,
            cells=point.cells,
        )

    def _of(self, name: str, at: int) -> Sequence[Place]:
        return self._places[name].get(at, ())

    def _first_person(self, at: int) -> Sequence[Place]:
        """The places of 我 and 本人 that mean the writer alone: not in 我们 or 我局, but in 我处理."""
        places, longer = self._of("first-person", at), self._of("collective", at)
        if not places or not longer:
            return places
        ours = [each for each in longer if not writer_acts(self.text, each[1])]
        return [
            place for place in places if not any(start <= place[0] < end for start, end in ours)
        ]

    def _first(self, name: str, at: int) -> Span | None:
        places = self._places[name].get(at)
        return as_span(places[0]) if places else None

    def _deadline(self, at: int) -> Span | None:
        """The first words of a deadline: of several that begin together (月底, 月底前) the longest."""
        places = self._places["deadline"].get(at)
        if not places:
            return None
        if len(places) == 1:
            return as_span(places[0])
        return as_span(max([place for place in places[:3] if place[0] == places[0][0]]))

    def _example(self, at: int) -> Span | None:
        for start, end in self._of("example", at):
            if self.text[start] == "。":
                if self.text[end : end + 1] in NO_EXAMPLE:
                    continue
                start += 1
            return as_span((start, self.points[at].span.end))
        return None

    def _merits(self, at: int) -> tuple[Span, ...]:
        """Praise: the text between the claim (or the last 但…) and the next 但…, if it has a word of praise."""
        contrasts = self._of("contrast", at)
        if not contrasts:
            return ()
        praise = self._of("merit", at)
        found: list[Span] = []
        begin = self.points[at].claim.end
        for start, end in contrasts:
            opened = max(begin, self.text.rfind("。", begin, start) + 1)
            if any(opened <= place[0] and place[1] <= start for place in praise):
                found.append(Span(opened, start))
            begin = end
        return tuple(found)

    def _matters(
        self, at: int, merits: Sequence[Span] = ()
    ) -> tuple[frozenset[str], frozenset[str]]:
        """The matters of the whole point with its title, and those of its claim and title only.

        Praise, and a slogan in passing, is no matter.
        """
        point = self.points[at]
        title = self._titled.get(point.heading, NOTHING) if point.heading else NOTHING
        terms = self._of("term", at)
        if not terms:
            return title, title
        text, begin, end = self.text, point.claim.start + 1, point.claim.end
        told: list[str] = []
        claimed: list[str] = []
        for first, last in terms:
            if text[first - 1] in ENDS_OF_PASSING and PASSING_VERB.search(
                text, max(begin, first - 4), first
            ):
                continue
            if merits and any(each.start <= first < each.end for each in merits):
                continue
            matter = MATTERS[text[first:last]]
            told.append(matter)
            if last <= end:
                claimed.append(matter)
        return title.union(told), title.union(claimed)

    def _date(self, found: tuple[Fact, ...]) -> Span | None:
        """The first date that is a deadline: something is to be done before or in it (6月底前)."""
        for fact in found:
            if fact.kind is not FactKind.DATE:
                continue
            end = fact.span.end
            if UNTIL.search(self.text, end - 1, end + 2) or BEFORE_EVENT.match(self.text, end):
                return fact.span
        return None

    def _aspects(self, point: Point) -> tuple[Aspect, ...]:
        """The aspect above the point, those named in its claim or title, and those with a long name in the rest."""
        title = self.text[slice(*point.heading)] if point.heading else ""
        claim = self.text[point.claim.start : point.claim.end]
        if "指" in claim or "引" in claim or "遵循" in claim:
            claim = AS_A_GUIDE.sub("", claim)
        named = self._names.find(f"{title}\n{claim}")
        # In the rest only long names count: 能力 is too common.
        rest = self.text[point.claim.end : point.span.end]
        if rest:
            if any(map(rest.__contains__, PASSING_WORDS)):
                rest = IN_PASSING.sub("", rest)
            if "指" in rest or "引" in rest or "遵循" in rest or "统领" in rest:
                rest = AS_A_GUIDE.sub("", rest)
            named += self._names.long.find(rest)
        if not named:
            return (point.aspect,) if point.aspect else ()
        found = {aspect.key: aspect for _, aspect in named}
        if point.aspect:
            found[point.aspect.key] = point.aspect
        return tuple(found.values())


def writer_acts(text: str, end: int) -> bool:
    """True if the word that ends at `end` only looks like a unit with 我: 我处 in 我处理, 我办 in 我办事."""
    return WRITER_ACTS.match(text, end) is not None


def _spans(places: Sequence[Place] | None) -> tuple[Span, ...]:
    return tuple(map(as_span, places)) if places else ()


def _number(found: tuple[Fact, ...]) -> Span | None:
    return next((fact.span for fact in found if fact.kind is FactKind.NUMBER), None)


def by_kind(details: Details) -> tuple[list[Problem], list[Cause], list[Measure]]:
    """The points as problems, causes and measures."""
    kinds = [point.kind for point in details.points]
    return (
        [details.problem(at) for at, kind in enumerate(kinds) if kind is ChapterKind.PROBLEMS],
        [details.cause(at) for at, kind in enumerate(kinds) if kind is ChapterKind.CAUSES],
        [details.measure(at) for at, kind in enumerate(kinds) if kind is ChapterKind.MEASURES],
    )
