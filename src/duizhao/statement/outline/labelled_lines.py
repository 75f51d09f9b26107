"""Labels before lines that come again with each matter: 问题：… 原因：… 整改：…, 【问题】… 【根子】… 【办法】…."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from duizhao.document import Document, Heading, Item, Paragraph
from duizhao.document.field_labels import FIELD_LABEL
from duizhao.document.lines import trim
from duizhao.profiles import AspectNames, ChapterKind
from duizhao.statement.model import CHAIN_KINDS, Chapter
from duizhao.statement.outline.end_of_list import closes_list
from duizhao.statement.outline.inline_chapters import with_inline
from duizhao.statement.outline.kinds import is_label, kinds
from duizhao.statement.outline.labels_of_points import is_counter
from duizhao.statement.outline.matters import with_matters
from duizhao.statement.outline.points import (
    DITTO,
    EMPTY,
    Point,
    PointContext,
    clauses,
    point,
    sentence,
)
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern

FIRST = frozenset(
    "【（(反问不毛差短缺表现存具主突检查自产思原根病症成缘起由来为整改进解下今往以接措办举对打承怎咋责完时究看经事落谁几啥什何症析因源治药剖分深努纠预补发"
)
LONGEST_LABEL, FEWEST_LABELS, FEWEST_BLOCKS = 12, 4, 2
LABEL = LazyPattern(
    "(?P<bracket>[【（(]?)(?:"
    "(?P<problems>(?:反馈|存在|具体|主要|突出|检视|查摆|自查)?的?(?:问题|不足|毛病|差距|短[板处]|缺点|表现|现象)(?:表现|描述|检视)?|怎么了|事实|经过|[查症])"
    "|(?P<causes>(?:产生|主要|思想|深层次?)?的?(?:原因|根源|根子|病[根因]|症结|成因|起因|由来|来由|缘[由故])(?:剖析|分析|所在|探[究查])?|究其(?:原因|根源|缘[由故])|为(?:什么|[何啥])(?:会)?[^，。；？：:\n]{0,6}"
    "|[怎咋]么?(?:来|造成|形成|落下)的|[怎咋]么?[会弄搞闹][^，。；？：:\n]{1,6}|(?:思想|自我|深刻|问题)?(?:剖析|分析)|反思|看法|[思析因源根])"
    f"|(?P<fields>{FIELD_LABEL}|责任)"
    "|(?P<measures>(?:整改|改进|解决|下步|具体)?的?(?:措施|办法|举措|对策|打算|承诺|法子)|整改(?:情况)?|改[进正]|(?:纠正|预防|补救)(?:措施|办法)?|(?:今后)?的?努力的?方向|(?:今后|[往以]后|下一?步|接下来)?(?:打算|准备)?[怎咋]么?[改办做]|改法|[改治药]|落实)"
    "|(?P<others>(?:整改|完成)?(?:状态|进展|进度|成效|结果)|完成情况|备注|来源|发生(?:时间|地点))"
    ")[（(]?[\\d一二三四五六七八九十甲乙丙丁]{0,2}[】）)]?(?:(?<=】)|[：:？?])[：:]?"
)
# 其一，…⏎为什么？…: what is counted in words above labelled answers is a problem.
COUNTED = LazyPattern(
    "(?:[其第][一二三四五六七八九十]{1,2}|头一)(?:个?[宗桩件条样项点]?事?|个?(?:问题|毛病|不足))[，、：:]"
)
ORDER = ("problems", "causes", "measures")
KINDS = dict(zip(ORDER, CHAIN_KINDS, strict=True))
# 表现：… tells what the title above it claims.
SHOWS = LazyPattern("[^：:】]{0,4}(?:表现|现象)")
SHOWS_CLAIM = LazyPattern("[^：:】]{0,4}(?:表现|现象|事实|经过)")
NAMES_MATTER = LazyPattern("(?:关于|第[一二三四五六七八九十]|[^。]{0,12}方面)")
COUNT_BEFORE = LazyPattern("问题[0-9一二三四五六七八九十]{1,2}[ 　、.．]*")
LONGEST_TITLE = 30
# Between these a cause or a measure ends; not inside quotes.
PIECE = LazyPattern("(?:“[^”\n]{0,60}”|（[^）\n]{0,60}）|[^。；！])+[。；！]*")
FEWEST_CLAUSES = 3
"""Clauses that a semicolon parts are points of their own only in a list; two tell one answer."""
LONGEST_CLAIM, TOLD_AT_LENGTH = 21, 2.0
"""The characters of a claim of a cause, and how many times as long what tells it is."""
# 由信息科小周6月10日前装好。
TELLS_WHO = LazyPattern("由[^，；]{2,20}(?:前|负责|牵头|落实|[办做装改完]好|[办做改]完|完成)。?$")
GOES_ON = LazyPattern(
    f"(?:{FIELD_LABEL}|责任)[：:]|(?:比如|例如|其中|其实|结果|说白了|也就是|同时|[这那它他她该并而即])|.{{0,5}}$"
)


@value
class _Line:
    """A line, with the name of the group of its label, empty without one, and the place behind the label."""

    span: Span
    label: str
    body: int
    items: tuple[Item, ...] = ()
    is_heading: bool = False

    @property
    def is_alone(self) -> bool:
        """Whether nothing stands behind the label in its line."""
        return self.body >= self.span.end


@dataclass(slots=True)
class LabelledLines:
    """Reads these labels. `names` find aspects, `found` are the points so far, in text order."""

    document: Document
    names: AspectNames
    found: Sequence[Point]
    _lines: list[_Line] = field(default_factory=list)
    _next: list[int] = field(default_factory=list)

    def points(self) -> list[Point] | None:
        """The points, those outside of labelled lines as they were; None unless labels begin matters with problems."""
        self._lines = _labelled(self.document)
        if not self._lines:
            return None
        self._next = _next_marked(self._lines)
        made: list[Point] = []
        taken: list[Span] = []
        titled: set[int] = set()
        for at, line in enumerate(self._lines):
            if line.label == "others":
                taken.append(line.span)
            if line.label not in KINDS or (at and self._is_shown_below(at - 1)):
                continue
            last = self._last(at, is_measure=line.label == "measures")
            if not (line.is_alone and last == at):
                read = list(self._read(at, last, KINDS[line.label]))
                begins = min(line.span.start, read[0].span.start)
                made += (each for each in read if not self._is_empty(each))
                taken.append(Span(begins, self._end(last)))
                if line.label == "problems":
                    titled.add(begins)
            elif line.label == "problems" and not line.is_heading:
                taken.append(line.span)
        outside = _outside(self.document.text, self.found, taken, titled)
        if not any(line.label == "problems" for line in self._lines):
            outside = (self._as_problem(each, taken) for each in outside)
        found = sorted([*outside, *made], key=attrgetter("span"))
        if all(each.kind is not ChapterKind.PROBLEMS for each in found):
            return None
        headings = [
            each.span.start for each in self._lines if each.is_heading and each.label not in KINDS
        ]
        return with_matters(found, {each.span for each in made}, headings)

    def _as_problem(self, point: Point, taken: Sequence[Span]) -> Point:
        """A point of any kind as a problem, where a labelled answer follows it at once."""
        text, end = self.document.text, point.span.end
        at = bisect_left(taken, Span(end, end))
        if at == len(taken) or text[end : taken[at].start].strip():
            return point
        return replace(point, kind=ChapterKind.PROBLEMS, behind=None)

    def _read(self, at: int, last: int, kind: ChapterKind) -> Iterable[Point]:
        is_problem = kind is ChapterKind.PROBLEMS
        return self._problems(at, last) if is_problem else self._answers(at, last, kind)

    def _is_empty(self, point: Point) -> bool:
        words = point.span.of(self.document.text)
        return bool(EMPTY.fullmatch(words) or DITTO.fullmatch(words))

    def _end(self, last: int) -> int:
        """Where the next line with a label or the next heading begins behind line `last`, or the text ends."""
        following = self._next[last]
        is_last = following == len(self._lines)
        return self.document.span.end if is_last else self._lines[following].span.start

    def _last(self, at: int, *, is_measure: bool) -> int:
        """The number of the last line that belongs to the label of line `at`."""
        lines, last = self._lines, at
        while last + 1 < len(lines):
            line = lines[last + 1]
            if (line.label == "fields" and is_measure) or self._is_shown_below(last):
                last += 1
                continue
            if line.label or line.is_heading or not self._belongs(at, last + 1):
                break
            last += 1
        return last

    def _belongs(self, at: int, other: int) -> bool:
        """Whether a line without a label belongs to that of line `at`."""
        line, following = self._lines[other], self._next[other]
        if closes_list(self.document, Paragraph(line.span), ahead=False):
            return False
        label = self._lines[following].label if following < len(self._lines) else ""
        if label and label != "problems":
            return True
        if label and other + 1 == following and _is_title(line):
            return False
        return self._lines[at].is_alone or _is_counted(line)

    def _problems(self, at: int, last: int) -> list[Point]:
        """The problems of a label: the items behind it, or one with the title above it that claims what it shows."""
        text, line = self.document.text, self._lines[at]
        context = self._context(line, ChapterKind.PROBLEMS)
        if self._is_shown_below(at):
            claimed = Span(line.body, trim(text, line.body, line.span.end)[1])
            whole = Span(line.body, self._lines[last].span.end)
            return [point(text, whole, claimed, context, self.names)]
        items = [each for own in self._lines[at : last + 1] for each in own.items]
        if len(items) > 1 or (items and items[0].span.start == line.body):
            return [point(text, each.span, each.lead, context, self.names) for each in items]
        start = self._lines[at + 1].span.start if line.is_alone else line.body
        whole = Span(start, self._lines[last].span.end)
        if (claim := self._claim_above(at)) is not None:
            above = Span(self._lines[at - 1].span.start, whole.end)
            return [point(text, above, claim, context, self.names)]
        spans = clauses(text, whole)
        return [point(text, each, sentence(text, each), context, self.names) for each in spans]

    def _is_shown_below(self, at: int) -> bool:
        """Whether a label claims a problem in a few words, and that of the next line tells how it shows."""
        if at + 1 >= len(self._lines):
            return False
        text, line, below = self.document.text, self._lines[at], self._lines[at + 1]
        if line.label != "problems" or below.label != "problems" or line.is_alone:
            return False
        if line.is_heading or line.span.end - line.body > LONGEST_TITLE:
            return False
        shows = [SHOWS_CLAIM.match(text, each.span.start, each.body) for each in (line, below)]
        return shows[0] is None and shows[1] is not None

    def _claim_above(self, at: int) -> Span | None:
        """The words of the title above a label, if the label says how it shows."""
        text, line = self.document.text, self._lines[at]
        above = self._lines[at - 1] if at else None
        if above is None or above.label or not SHOWS.match(text, line.span.start, line.body):
            return None
        if not _is_title(above):
            return None
        claim = above.span
        if above.is_heading:
            headings = self.document.headings
            number = bisect_right(headings, above.span.start, key=_start) - 1
            claim = headings[number].title
        elif count := COUNT_BEFORE.match(text, *above.span):
            claim = Span(count.end(), above.span.end)
        else:
            return None
        words = text[claim.start : claim.end].rstrip("。")
        if not words or is_counter(words) or NAMES_MATTER.match(words) or kinds(words):
            return None
        if is_label(words, named=bool(self.names.find(words))):
            return None
        return Span(claim.start, claim.start + len(words))

    def _answers(self, at: int, last: int, kind: ChapterKind) -> Iterator[Point]:
        text = self.document.text
        context = self._context(self._lines[at], kind)
        spans: list[tuple[Span, Span]] = []
        for line in self._lines[at : last + 1]:
            if line.label == "fields" and spans:
                spans[-1] = Span(spans[-1][0].start, line.span.end), spans[-1][1]
            elif line.items and line.items[0].span.start <= line.body + 1:
                spans += [(each.span, each.lead) for each in line.items]
            else:
                is_cause = kind is ChapterKind.CAUSES
                spans += _pieces(text, Span(line.body, line.span.end), is_cause=is_cause)
        for span, claim in spans:
            yield point(text, span, claim, context, self.names)

    def _context(self, line: _Line, kind: ChapterKind) -> PointContext:
        """The aspect and the title above a line, as they were found for the point that it was so far."""
        at = bisect_left(self.found, line.span.end, key=_start) - 1
        if at < 0 or self.found[at].span.end <= line.span.start:
            return PointContext((kind,))
        return PointContext((kind,), self.found[at].aspect, self.found[at].heading)


def labelled_chapters(
    document: Document, chapters: Sequence[Chapter], points: Sequence[Point]
) -> list[Chapter]:
    """The chapters; those that hold problems by labels are chapters of problems, unless their titles tell otherwise."""
    starts = [each.span.start for each in points if each.kind is ChapterKind.PROBLEMS]
    given = []
    for each in chapters:
        if each.section is None:
            if len(each.kinds) > 1:
                given.append(each)
            continue
        first, last = (bisect_left(starts, place) for place in each.span)
        title = document.of(each.section.heading.title)
        is_announced = not set(KINDS.values()).isdisjoint(kinds(title))
        if first < last and not is_announced:
            each = replace(each, kinds=(ChapterKind.PROBLEMS,))
        given.append(each)
    return with_inline(given, points)


def _labelled(document: Document) -> list[_Line]:
    """The lines with their labels; empty unless several matters have labels of two kinds."""
    text = document.text
    starts = [each.span for each in document.paragraphs if text[each.span.start] in FIRST]
    if len(starts) < FEWEST_LABELS - 1 or any(each.table for each in document.paragraphs):
        return []
    lines = [
        *(_line(text, each.span, each.items) for each in document.paragraphs),
        *(_line(text, each.span, is_heading=True) for each in document.headings),
    ]
    lines.sort(key=_start)
    at = [number for number, each in enumerate(lines) if each.label in KINDS]
    if all(lines[number].label != "problems" for number in at):
        lines = _with_counted(text, lines)
        at = [number for number, each in enumerate(lines) if each.label in KINDS]
    order = [ORDER.index(lines[number].label) for number in at]
    blocks = sum(1 for before, after in pairwise([0, *order]) if after > before)
    begun = 1 + sum(1 for before, after in pairwise(order) if after < before)
    is_many = len(order) >= FEWEST_LABELS and min(blocks, begun) >= FEWEST_BLOCKS
    # Only the answers have labels, each below its own problem.
    answers = 0 not in order and all(number and not lines[number - 1].label for number in at)
    return lines if is_many or (answers and len(order) >= FEWEST_LABELS - 1) else []


def _with_counted(text: str, lines: list[_Line]) -> list[_Line]:
    """The lines; several that are counted in words are those of problems, unless a label opens their list."""
    counted = [not each.label and COUNTED.match(text, *each.span) is not None for each in lines]
    opened = any(
        above.label and above.is_alone and each
        for above, each in zip(lines, counted[1:], strict=False)
    )
    if opened or counted.count(True) < FEWEST_BLOCKS:
        return lines
    return [
        replace(each, label="problems") if is_counted else each
        for each, is_counted in zip(lines, counted, strict=True)
    ]


def _line(
    text: str, span: Span, items: tuple[Item, ...] = (), *, is_heading: bool = False
) -> _Line:
    found = LABEL.match(text, *span) if text[span.start] in FIRST else None
    if found is None or (found["bracket"] == "" and found[0][-1] not in "：:？?"):
        return _Line(span, "", span.start, items, is_heading)
    return _Line(span, str(found.lastgroup), found.end(), items, is_heading)


def _next_marked(lines: Sequence[_Line]) -> list[int]:
    """For each line the number of the next one with a label or of the next heading."""
    following = [len(lines)] * len(lines)
    for at in range(len(lines) - 2, -1, -1):
        after = lines[at + 1]
        following[at] = at + 1 if after.label or after.is_heading else following[at + 1]
    return following


def _is_title(line: _Line) -> bool:
    return line.span.end - line.span.start <= LONGEST_TITLE and not line.label


def _is_counted(line: _Line) -> bool:
    return bool(line.items) and line.items[0].span.start == line.span.start


def _pieces(text: str, span: Span, *, is_cause: bool) -> list[tuple[Span, Span]]:
    """The sentences and clauses of an answer with their claims; what only goes on belongs to the one before.

    So does what tells a short claim of a cause at length: 有小富即安的思想。工作稳定，觉得日子过得去就行，….
    """
    pieces: list[Span] = []
    is_list = text.count("；", *span) >= FEWEST_CLAUSES - 1
    for found in PIECE.finditer(text, *span):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        if pieces and (
            (not is_list and text[pieces[-1].end - 1] == "；")
            or GOES_ON.match(text, start, found.end())
            or TELLS_WHO.match(text, start, found.end())
            or (
                is_cause
                and (claimed := pieces[-1].end - pieces[-1].start) <= LONGEST_CLAIM
                and found.end() - start >= TOLD_AT_LENGTH * claimed
            )
        ):
            pieces[-1] = Span(pieces[-1].start, found.end())
        elif start < found.end():
            pieces.append(Span(start, found.end()))
    return [(each, sentence(text, each)) for each in pieces or [span]]


def _outside(
    text: str, points: Sequence[Point], taken: Sequence[Span], titled: Container[int]
) -> Iterator[Point]:
    """The points outside of these stretches; one that goes on into a stretch ends before it.

    What is left above a stretch that begins in `titled` is only the title of a matter, if it is short.
    """
    ends = [each.end for each in taken]
    for each in points:
        start, end = each.span
        at = bisect_right(ends, start)
        if at == len(taken) or end <= taken[at].start:
            if at == len(taken) or not (
                taken[at].start in titled
                and NAMES_MATTER.fullmatch(text[start:end].rstrip("。\n 　"))
                and not text[end : taken[at].start].strip()
            ):
                yield each
            continue
        limit = taken[at].start
        if start < limit and (limit - start > LONGEST_TITLE or limit not in titled):
            end = trim(text, start, limit)[1]
            claim = Span(each.claim.start, min(each.claim.end, end))
            yield replace(each, span=Span(start, end), claim=claim)


def _start(place: _Line | Heading | Point) -> int:
    return place.span.start
