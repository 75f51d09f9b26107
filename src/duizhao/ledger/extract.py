"""From statements to drafts of rows: the chain problem → causes → measures, in the statement's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from duizhao.errors import UnreadableDocument
from duizhao.ledger import deadline
from duizhao.ledger.column import FOUND, NOT_STARTED
from duizhao.ledger.model import FileExtract, LooseCause, RowDraft
from duizhao.ledger.place import Paragraphs
from duizhao.ledger.stated import LABELS, clause, labelled, oneself
from duizhao.ledger.text import LONGEST
from duizhao.statement import Cause, Link, Measure, Problem, Reason, Statement
from duizhao.text import Source, Span

MAX_POINTS_OF_FILE = 2_000
"""Of one file. A statement has 20 to 40; a file may hold forty of them."""
WRAPPED = re.compile(r"\s*\n\s*")
# From the last character of a date on: 6月底, 3月前, 年内, 6月30日之前.
UNTIL = re.compile("[底末]|.(?:之前|以前|前|内|底|末|完成)", re.DOTALL)
REASONS = {Reason.NAMED: "点名", Reason.SIMILAR: "都说到"}
Told = dict[str, str]


def extract(source: Source, statements: Iterable[Statement]) -> FileExtract:
    """What one file gives for a ledger. A file that is no statement gives nothing.

    Raises UnreadableDocument for more points than anybody follows.
    """
    told = [statement for statement in statements if statement.recognised]
    points = sum(len(each.problems) + len(each.measures) for each in told)
    if points > MAX_POINTS_OF_FILE:
        reason = f"问题和措施共 {points:,} 条，超过上限 {MAX_POINTS_OF_FILE:,} 条，不像对照检查材料；请拆分后再试"
        raise UnreadableDocument(source.name, reason)
    paragraphs = Paragraphs(source)
    extractors = [_StatementExtractor(statement, paragraphs) for statement in told]
    return FileExtract(
        source.name,
        bool(told),
        tuple(draft for extractor in extractors for draft in extractor.drafts()),
        tuple(loose for extractor in extractors for loose in extractor.loose()),
        tuple(dict.fromkeys(aspect.name for each in told for aspect in each.profile.aspects)),
    )


class _StatementExtractor:
    """One statement and where its points stand."""

    def __init__(self, statement: Statement, paragraphs: Paragraphs) -> None:
        self._statement = statement
        self._text = statement.text
        self._paragraphs = paragraphs
        self._measures = {measure.span: self._measure(measure) for measure in statement.measures}

    def drafts(self) -> Iterator[RowDraft]:
        """A draft for each problem in text order, then one for each measure that answers none."""
        for problem in self._statement.problems:
            yield self._problem(problem)
        for measure in self._statement.measures:
            if not self._statement.links_to(measure):
                cells = self._place(measure.span) | joined([self._measures[measure.span]])
                yield RowDraft(
                    False,
                    measure.action.of(self._text),
                    self._said(measure.action, measure.span),
                    cells,
                )

    def loose(self) -> Iterator[LooseCause]:
        """The causes that answer no problem."""
        for cause in self._statement.causes:
            if not self._statement.links_to(cause):
                yield LooseCause(
                    self._paragraphs.said(cause.span), self._words(cause.claim, cause.span)
                )

    def _problem(self, problem: Problem) -> RowDraft:
        links = self._statement.answers(problem)
        causes = [link for link in links if isinstance(link.answer, Cause)]
        measures = [link for link in links if isinstance(link.answer, Measure)]
        claimed = Span(
            problem.claim.start, problem.example.start if problem.example else problem.span.end
        )
        cells = self._place(problem.span) | {
            "aspect": problem.aspect.name if problem.aspect else "",
            "problem": self._plain(claimed),
            "example": self._plain(problem.example) if problem.example else "",
            "causes": numbered([self._words(link.answer.claim, link.answer.span) for link in causes
                                if isinstance(link.answer, Cause)]),
            "basis": "\n".join([*self._reasons("原因", causes), *self._reasons("措施", measures)]),
        }  # fmt: skip
        cells |= joined([self._measures[link.answer.span] for link in measures])
        return RowDraft(
            True, problem.claim.of(self._text), self._said(problem.claim, problem.span), cells
        )

    def _place(self, span: Span) -> Told:
        return {
            "origin": FOUND,
            "status": NOT_STARTED,
            "place": self._paragraphs.said(span),
            "paragraph": str(self._paragraphs.at(span.start)[0]),
            "span": f"{span.start}–{span.end}",
            "sentence": span.of(self._text).strip(),
        }

    def _measure(self, measure: Measure) -> Told:
        words = self._words(measure.action, measure.span)
        told, rest = labelled(words)
        told["measures"] = rest or words
        self._fill(told, "owner", measure, [measure.owner], oneself)
        self._fill(told, "deadline", measure, [measure.deadline, *self._until(measure)])
        self._fill(told, "mark", measure, [measure.result])
        told["term"] = deadline.kind(words)
        told["due"] = deadline.last_day(told.get("deadline", ""))
        return told

    def _fill(
        self,
        told: Told,
        key: str,
        measure: Measure,
        places: Iterable[Span | None],
        read: Callable[[str], str] = str,
    ) -> None:
        """What is not labelled stands in a clause; but a label without its value says nothing."""
        if key not in told:
            named = sorted(
                each for each in places if each and each.of(self._text) not in LABELS[key]
            )
            words = [read(clause(self._text, measure.span, place)) for place in named]
            told[key] = "；".join(dict.fromkeys(filter(None, words)))

    def _until(self, measure: Measure) -> Iterator[Span]:
        """The dates of a measure by which something is to be done."""
        for fact in measure.facts:
            if fact.kind == "date" and UNTIL.match(self._text, fact.span.end - 1):
                yield fact.span

    def _reasons(self, what: str, links: Sequence[Link]) -> Iterator[str]:
        for number, link in enumerate(links, 1):
            place = self._paragraphs.said(link.answer.span)
            which = f"{what}{number}" if len(links) > 1 else what
            yield f"{which}（{place}）{REASONS[link.reason]}：{'、'.join(link.terms)}"

    def _said(self, claim: Span, whole: Span) -> str:
        """A point from its claim on: without its number, which changes with its place."""
        return Span(claim.start, whole.end).of(self._text)

    def _words(self, claim: Span, whole: Span) -> str:
        return self._plain(Span(claim.start, whole.end))

    def _plain(self, span: Span) -> str:
        return WRAPPED.sub("", span.of(self._text).strip())


def joined(measures: Sequence[Told]) -> Told:
    """The measures of one problem in one row; the day is the last, for only then all are done."""
    cells = {
        key: numbered([told.get(key, "") for told in measures]) for key in ("measures", *LABELS)
    }
    terms = {told["term"] for told in measures if told["term"]}
    cells["term"] = terms.pop() if len(terms) == 1 else ""
    cells["due"] = max((told["due"] for told in measures), default="")
    return cells


def numbered(values: Sequence[str]) -> str:
    """One value as it is; several, each on its line with its number; the same value of all, once."""
    if len(set(values)) == 1:
        return values[0]
    # A cell holds so many characters, and forty long measures may answer each of a thousand problems.
    room, lines = LONGEST, []
    for number, value in enumerate(values, 1):
        if value and room > 0:
            lines.append(f"{number}. {value}")
            room -= len(lines[-1]) + 1
    return "\n".join(lines)
