"""From statements to row drafts: the chain problem → causes → measures, in the statement's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from duizhao.document.frame.signatory import Signatory
from duizhao.errors import UnreadableDocument
from duizhao.ledger.deadline import deadline_kinds, last_day
from duizhao.ledger.labels import LABELS, clause_around, self_reference, split_labels
from duizhao.ledger.one_line import on_one_line
from duizhao.ledger.row import FileExtract, LooseCause, RowDraft, RowMeasure
from duizhao.ledger.written_words import WrittenWords
from duizhao.profiles import PaperKind
from duizhao.statement import REASON_WORDS, Cause, FactKind, Link, Measure, Problem, Statement
from duizhao.statement.facts.prose_owners import owners_in
from duizhao.statement.facts.time_words import time_words
from duizhao.text import Source, Span
from duizhao.text.paragraph_place import ParagraphPlace

MAX_POINTS_OF_FILE = 2_000
"""A statement has 20 to 40 points, and a file may hold forty statements."""

# From the last character of a date on: 6月底, 3月前, 年内, 6月30日之前.
UNTIL_WORDS = re.compile("[底末]|.(?:之前|以前|前|内|底|末|完成)", re.DOTALL)


def extract(source: Source, statements: Iterable[Statement]) -> FileExtract:
    """What one file gives for a ledger. A file that is no statement gives nothing.

    Raises UnreadableDocument for more points than a person can follow up.
    """
    known = [each for each in statements if each.recognised]
    recognised = [each for each in known if each.kind is not PaperKind.INSPECTION]
    points = sum(len(each.problems) + len(each.measures) for each in recognised)
    if points > MAX_POINTS_OF_FILE:
        reason = f"问题和措施共 {points:,} 条，超过上限 {MAX_POINTS_OF_FILE:,} 条，不像对照检查材料；请拆分后再试"
        raise UnreadableDocument(source.name, reason)
    extractors = [_StatementExtractor(statement.in_plain_script()) for statement in recognised]
    drafts = tuple(draft for extractor in extractors for draft in extractor.drafts())
    loose = tuple(cause for extractor in extractors for cause in extractor.loose_causes())
    if plain := next((each.plain for each in recognised if each.plain), None):
        words = WrittenWords(plain.text, source.text)
        drafts, loose = tuple(map(words.of, drafts)), tuple(map(words.of, loose))
    return FileExtract(
        name=source.name,
        is_statement=bool(known),
        is_report=bool(known) and not recognised,
        drafts=drafts,
        loose=loose,
        aspects=tuple(
            dict.fromkeys(aspect.name for each in recognised for aspect in each.profile.aspects)
        ),
    )


class _StatementExtractor:
    """Makes the row drafts of one statement."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._text = statement.text
        self._signatory = Signatory.of_document(statement.document)
        self._measures = {measure.span: self._measure(measure) for measure in statement.measures}

    def drafts(self) -> Iterator[RowDraft]:
        """A draft for each problem in text order, then one for each measure that answers no problem."""
        for problem in self._statement.problems:
            yield self._problem(problem)
        for measure in self._statement.measures:
            if not self._statement.is_linked(measure):
                yield self._loose_measure(measure)

    def loose_causes(self) -> Iterator[LooseCause]:
        for cause in self._statement.causes:
            if not self._statement.is_linked(cause):
                place = self._place(cause.span.start)
                yield LooseCause(place, self._point(cause.claim, cause.span))

    def _problem(self, problem: Problem) -> RowDraft:
        links = self._statement.answers(problem)
        causes = [link for link in links if isinstance(link.answer, Cause)]
        measures = [link for link in links if isinstance(link.answer, Measure)]
        claimed = Span(
            problem.claim.start, problem.example.start if problem.example else problem.span.end
        )
        return RowDraft(
            is_problem=True,
            claim=problem.claim.of(self._text),
            text=Span(problem.claim.start, problem.span.end).of(self._text),
            place=self._place(problem.span.start),
            span=problem.span,
            sentence=problem.span.of(self._text).strip(),
            person=self._signatory.label,
            aspect=problem.aspect.name if problem.aspect else "",
            problem=self._unwrapped(claimed),
            example=self._unwrapped(problem.example) if problem.example else "",
            causes=tuple(
                self._point(link.answer.claim, link.answer.span)
                for link in causes
                if isinstance(link.answer, Cause)
            ),
            measures=tuple(self._measures[link.answer.span] for link in measures),
            basis=(*self._reasons("原因", causes), *self._reasons("措施", measures)),
        )

    def _loose_measure(self, measure: Measure) -> RowDraft:
        return RowDraft(
            is_problem=False,
            claim=measure.action.of(self._text),
            text=Span(measure.action.start, measure.span.end).of(self._text),
            place=self._place(measure.span.start),
            span=measure.span,
            sentence=measure.span.of(self._text).strip(),
            person=self._signatory.label,
            measures=(self._measures[measure.span],),
        )

    def _measure(self, measure: Measure) -> RowMeasure:
        whole = measure.action if measure.cells else measure.span
        words = self._point(measure.action, whole)
        labels, rest = split_labels(words)
        labels = owners_in(rest) | labels | self._cells(measure)
        self._fill(labels, "owner", measure, [measure.owner], self_reference)
        named = map(self._signatory.named_in, labels["owner"].split("、"))
        labels["owner"] = "、".join(dict.fromkeys(named))
        is_labelled = "deadline" in labels
        self._fill(labels, "deadline", measure, [measure.deadline, *self._until(measure)])
        due = last_day(labels["deadline"])
        if not is_labelled:
            labels["deadline"] = self._time_words(rest, measure)
        self._fill(labels, "mark", measure, [measure.result])
        return RowMeasure(text=rest or words, kinds=deadline_kinds(words), due=due, **labels)

    def _cells(self, measure: Measure) -> dict[str, str]:
        """What the cells beside a measure in a table fill."""
        return {
            name: self._unwrapped(cell)
            for name, cell in measure.cells
            if cell.of(self._text).strip()
        }

    def _time_words(self, rest: str, measure: Measure) -> str:
        """The words of time of a measure without labels, else the one by which it was found to have a deadline."""
        found = time_words(rest)
        if not found and measure.deadline:
            found = (measure.deadline.of(self._text),)
        return "；".join(word for word in found if word not in LABELS["deadline"])

    def _fill(
        self,
        labels: dict[str, str],
        key: str,
        measure: Measure,
        places: Iterable[Span | None],
        read: Callable[[str], str] = str,
    ) -> None:
        """Fill what no label gives from the clauses at `places`. A place that is a bare label gives nothing."""
        if key not in labels:
            named = sorted(
                each for each in places if each and each.of(self._text) not in LABELS[key]
            )
            # Without the number of the measure: 一是三天内上门.
            within = Span(measure.action.start, measure.span.end)
            words = [read(clause_around(self._text, within, place)) for place in named]
            labels[key] = "；".join(dict.fromkeys(filter(None, words)))

    def _until(self, measure: Measure) -> Iterator[Span]:
        """The dates of a measure by which something is to be done."""
        for fact in measure.facts:
            if fact.kind is FactKind.DATE and UNTIL_WORDS.match(self._text, fact.span.end - 1):
                yield fact.span

    def _reasons(self, what: str, links: Sequence[Link]) -> Iterator[str]:
        """A line for each link: the answer, its place, and why it is taken to answer the problem."""
        for number, link in enumerate(links, 1):
            place = self._place(link.answer.span.start).label
            which = f"{what}{number}" if len(links) > 1 else what
            yield f"{which}（{place}）{REASON_WORDS[link.reason]}：{'、'.join(link.terms)}"

    def _place(self, offset: int) -> ParagraphPlace:
        return ParagraphPlace.from_offset(self._statement.source, offset)

    def _point(self, claim: Span, whole: Span) -> str:
        """A point from its claim on, on one line: without its number, which changes with its place."""
        return self._unwrapped(Span(claim.start, whole.end))

    def _unwrapped(self, span: Span) -> str:
        return on_one_line(self._statement.document, span)
