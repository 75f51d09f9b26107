"""Draws the reading of a statement as an indented tree, for people to read and for cases to state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duizhao import document, statement
from duizhao.profiles import Aspect, shipped
from duizhao.statement import Cause, Chapter, Fact, FactKind, Measure, Problem, Reason, Statement
from duizhao.text import Source, Span

LONGEST_SHOWN = 26
FACTS = dict(zip(FactKind, ("日期", "数量", "地点", "人", "名目"), strict=True))
REASONS = {
    Reason.NAMED: "指名",
    Reason.SIMILAR: "同说",
    Reason.SHARED: "都写到",
    Reason.MOTIVE: "都出于",
    Reason.NEAR: "意思相连",
    Reason.PLACE: "同为",
}
Point = Problem | Cause | Measure


def drawn(text: str, profile: str) -> str:
    """The readings of all statements in `text`; more than one are headed 第 n 份."""
    source = Source(text)
    readings = [
        statement.interpret(document.parse(source, span), shipped().named(profile))
        for span in document.split(source)
    ]
    trees = ["\n".join(draw(read)) for read in readings]
    if len(trees) == 1:
        return trees[0]
    return "\n".join(f"第 {number} 份\n{tree}" for number, tree in enumerate(trees, 1))


def draw(read: Statement) -> Iterator[str]:
    """The lines of one statement's tree: parts with their points, then the links between points."""
    if not read.recognised:
        yield f"不是 {read.why}"
        return
    opened: list[Span] = []
    for span, lines in sorted(_nodes(read), key=lambda node: (node[0].start, -node[0].end)):
        while opened and opened[-1].end <= span.start:
            opened.pop()
        yield from ("  " * len(opened) + line for line in lines)
        opened.append(span)
    yield from _links(read)


def _nodes(read: Statement) -> Iterator[tuple[Span, list[str]]]:
    for chapter in read.chapters:
        yield chapter.span, [_chapter(read, chapter)]
    # One character shorter than its section, so that a chapter in the same place stays outside.
    for aspect, section in read.aspects:
        start, end = section.span
        yield Span(start, end - 1), [f"方面 {aspect.name}"]
    for problem in read.problems:
        yield problem.span, [_head("问题", read, problem), *_of_problem(read, problem)]
    for cause in read.causes:
        yield cause.span, [_head("原因", read, cause)]
    for measure in read.measures:
        yield measure.span, [_head("措施", read, measure), *_of_measure(read, measure)]


def _chapter(read: Statement, chapter: Chapter) -> str:
    kinds = "＋".join(kind.value for kind in chapter.kinds)
    title = _short(read.text[slice(*chapter.section.heading.span)]) if chapter.section else ""
    return f"部分 {kinds} {title}".rstrip()


def _head(label: str, read: Statement, point: Point) -> str:
    claim = point.action if isinstance(point, Measure) else point.claim
    aspects = [point.aspect] if isinstance(point, Problem) else point.aspects
    return f"{label} {_short(read.text[slice(*claim)])}{_named(aspects)}{_under(read, point)}"


def _named(aspects: Iterable[Aspect | None]) -> str:
    names = [aspect.name for aspect in aspects if aspect]
    return f" ·{'、'.join(names)}" if names else ""


def _under(read: Statement, point: Point) -> str:
    return f" ↑{_short(read.text[slice(*point.heading)])}" if point.heading else ""


def _of_problem(read: Statement, problem: Problem) -> Iterator[str]:
    yield from _spans(read, "例子", [problem.example])
    yield from _facts(read, problem.facts)
    yield from _spans(read, "软话", problem.hedges)
    yield from _spans(read, "本人", problem.first_person)
    yield from _spans(read, "自己", problem.reflexive)
    yield from _spans(read, "优点", problem.merits)


def _of_measure(read: Statement, measure: Measure) -> Iterator[str]:
    yield from _spans(read, "谁做", [measure.owner])
    yield from _spans(read, "何时", [measure.deadline])
    yield from _spans(read, "见效", [measure.result])
    yield from _facts(read, measure.facts)


def _facts(read: Statement, facts: Sequence[Fact]) -> Iterator[str]:
    if facts:
        words = (f"{FACTS[fact.kind]} {read.text[slice(*fact.span)]}" for fact in facts)
        yield f"  事实 {'，'.join(words)}"


def _spans(read: Statement, label: str, spans: Iterable[Span | None]) -> Iterator[str]:
    words = [_short(read.text[slice(*span)]) for span in spans if span is not None]
    if words:
        yield f"  {label} {'｜'.join(words)}"


def _links(read: Statement) -> Iterator[str]:
    numbers = {problem.span: f"问题{at}" for at, problem in enumerate(read.problems, 1)}
    numbers |= {cause.span: f"原因{at}" for at, cause in enumerate(read.causes, 1)}
    numbers |= {measure.span: f"措施{at}" for at, measure in enumerate(read.measures, 1)}
    for link in read.links:
        ends = f"{numbers[link.problem.span]} → {numbers[link.answer.span]}"
        yield f"{ends} {REASONS[link.reason]} {'、'.join(link.terms)}"


def _short(words: str) -> str:
    """One line of at most LONGEST_SHOWN characters, both ends shown."""
    words = words.replace("\r", "").strip().replace("\n", "⏎")
    if len(words) <= LONGEST_SHOWN:
        return words
    return f"{words[: LONGEST_SHOWN - 9]}…{words[-8:]}"
