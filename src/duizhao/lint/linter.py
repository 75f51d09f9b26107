"""Runs rules over texts: one scan, one parse, then each rule at its nodes or anchors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from duizhao import document, profiles, statement
from duizhao.document import Document, Heading, Item, MarkerSequence, Paragraph, Section
from duizhao.lint.checked_source import CheckedSource
from duizhao.lint.finding import Finding
from duizhao.lint.formatted_document import FormattedDocument, formatted_documents
from duizhao.lint.limit import MAX_PER_RULE, first_findings
from duizhao.lint.reading import Reading
from duizhao.lint.rule import Check, Rule, RuleHit
from duizhao.lint.shared_text import DroppedMeasures, Recurrence, SharedPassage
from duizhao.lint.suppress import Suppressions
from duizhao.lint.written import HitAsWritten
from duizhao.profiles import REPORTS, PaperKind, Profile, ProfileChoice
from duizhao.statement import Cause, Measure, Problem, Statement
from duizhao.text import Marks, Source, Span, Vocabulary
from duizhao.text.markdown import markdown_syntax
from duizhao.text.plain_script import in_plain_script

if TYPE_CHECKING:
    from duizhao.layout import Layout

NODES: Mapping[type, Callable[[Reading], Iterable[Any]]] = {
    Document: lambda reading: (reading.document,),
    Heading: lambda reading: reading.document.headings,
    Section: lambda reading: _nested(reading.document.sections),
    Paragraph: lambda reading: reading.document.paragraphs,
    Item: lambda reading: reading.document.items,
    MarkerSequence: lambda reading: reading.document.sequences,
    Statement: lambda reading: (reading.statement,),
    Problem: lambda reading: reading.statement.problems,
    Cause: lambda reading: reading.statement.causes,
    Measure: lambda reading: reading.statement.measures,
    Source: lambda reading: (reading.source,),
    FormattedDocument: formatted_documents,
    SharedPassage: lambda reading: reading.shared,
    Recurrence: lambda reading: reading.recurrences,
    DroppedMeasures: lambda reading: reading.dropped,
}

Compare = Callable[[tuple[Reading, ...]], tuple[Reading, ...]]
"""Adds what filed documents have too to the readings of a source."""

_BoundRule = tuple[Rule, Check]
"""A rule with the function to call for a node. The rule's options are bound to it."""
_RulesByNode = Mapping[type, Sequence[_BoundRule]]

PLACE = attrgetter("span", "code")


# Checkers of one process that differ by their profile, layout or baseline alone, as those of units do, share one.
@lru_cache(maxsize=4)
def _vocabulary_of(rules: tuple[Rule, ...]) -> Vocabulary:
    """The strings that parser, interpreter and rules look for."""
    anchored = {each.code: each.literals() for each in rules}
    return Vocabulary({**document.VOCABULARY, **statement.VOCABULARY, **anchored})


def _nested(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _nested(section.sections)


class Linter:
    """A set of rules prepared for use: one vocabulary of all anchors, one table of rules by node type."""

    def __init__(
        self,
        rules: Sequence[Rule],
        known: Sequence[Profile],
        profile: Profile | None = None,
        layout: Layout | None = None,
        is_given: Callable[[Source], bool] | None = None,
    ) -> None:
        """`is_given` decides which sources are taken for statements, whatever they look like; none if it is None."""
        self.rules = tuple(rules)
        self._known = tuple(known)
        self._of_statements = tuple(each for each in known if each.kind not in REPORTS)
        self._profile = profile
        self._layout = layout
        self._is_given = is_given or _is_never_given
        bound = [(each, _bound(each)) for each in rules]
        self._of_papers = {
            kind: _by_node(each for each in bound if kind in each[0].papers) for kind in PaperKind
        }
        self._of_others = _by_node(each for each in bound if each[0].beyond_statements)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return _vocabulary_of(self.rules)

    def prepare(self) -> None:
        """Make the automaton of all strings, because many texts will come."""
        self._vocabulary.prepare()

    def readings(self, source: Source) -> tuple[Reading, ...]:
        """The statements in a source, parsed and interpreted. Most sources hold one."""
        marks = self._vocabulary.scan(source.text)
        if (
            not marks.get(document.OTHER_SCRIPT)
            or (text := in_plain_script(source.text)) == source.text
        ):
            return self._readings(source, marks)
        plain = replace(source, text=text)
        return tuple(
            each.written_in(source, _in_prose(source, marks.clip(each.document.span)))
            for each in self._readings(plain, self._vocabulary.scan(plain.text))
        )

    def _readings(self, source: Source, marks: Marks) -> tuple[Reading, ...]:
        spans = document.split(source, marks)
        if len(spans) == 1:
            return (self._reading(source, spans[0], marks),)
        return tuple(self._reading(source, span, marks.clip(span)) for span in spans)

    def _reading(self, source: Source, span: Span, marks: Marks) -> Reading:
        parsed = document.parse(source, span, marks)
        is_given = self._is_given(source)
        choice = self._choose(parsed, self._of_statements if is_given else self._known)
        interpreted = statement.interpret(
            parsed, choice.profile, choice.why, marks, is_given=is_given
        )
        return Reading(source, _in_prose(source, marks), parsed, interpreted, self._layout)

    def _choose(self, parsed: Document, known: Sequence[Profile]) -> ProfileChoice:
        if self._profile:
            return ProfileChoice(self._profile, "由 --profile 或配置指定")
        opening = parsed.preamble[0].span if parsed.preamble else None
        return profiles.choose(
            known,
            title="".join(map(parsed.of, parsed.title)),
            headings=[parsed.of(heading.title) for heading in parsed.headings],
            opening=parsed.of(opening),
        )

    def corrections(self, source: Source) -> list[Finding]:
        """The findings in text order of the rules that correct, without those suppressed in the text."""
        readings = self.readings(source)
        return self._findings(source, readings, (self._correcting(each) for each in readings), None)

    def check(
        self, source: Source, most: int | None = MAX_PER_RULE, compare: Compare | None = None
    ) -> CheckedSource:
        """The findings of all rules in text order, without those suppressed in the text.

        `most` limits the findings listed for one rule; the last one then shows how many were left out.
        """
        readings = self.readings(source)
        if compare:
            readings = compare(readings)
        findings = self._findings(source, readings, map(self.hits, readings), most)
        return CheckedSource(source, readings, tuple(findings))

    @staticmethod
    def _findings(
        source: Source,
        readings: Sequence[Reading],
        found: Iterable[Iterable[RuleHit]],
        most: int | None,
    ) -> list[Finding]:
        hits: Iterable[RuleHit] = chain.from_iterable(found)
        if len(readings) > 1:
            # A rule that looks at the source is called for each statement in it.
            hits = {(each.code, hit): (each, hit) for each, hit in hits}.values()
        findings = first_findings(Suppressions.from_source(source).keep(hits), most)
        findings.sort(key=PLACE)
        return findings

    def hits(self, reading: Reading) -> Iterator[RuleHit]:
        """The hits of all rules in one statement, each with its rule, including suppressed ones."""
        return _hits_in_script(reading, self._asked_of(reading.statement))

    def _correcting(self, reading: Reading) -> Iterator[RuleHit]:
        asked = self._asked_of(reading.statement)
        correcting = {
            kind: [each for each in called if each[0].corrects] for kind, called in asked.items()
        }
        return _hits_in_script(reading, correcting)

    def _asked_of(self, read: Statement) -> _RulesByNode:
        return self._of_papers[read.kind] if read.recognised else self._of_others


def _in_prose(source: Source, marks: Marks) -> Marks:
    """The marks at which rules look: in a Markdown file none in its syntax."""
    return marks.outside([*markdown_syntax(source.text)]) if source.format == "md" else marks


def _is_never_given(_: Source) -> bool:
    return False


def _hits_in_script(reading: Reading, by_node: _RulesByNode) -> Iterator[RuleHit]:
    return _hits(reading, by_node) if reading.plain is None else _hits_as_written(reading, by_node)


def _hits_as_written(reading: Reading, by_node: _RulesByNode) -> Iterator[RuleHit]:
    plain = reading.looked_up()
    as_written = HitAsWritten(plain.text, reading.text)
    for each, hit in _hits(plain, _of_script(by_node, as_written=False)):
        yield each, as_written(hit)
    yield from _hits(reading, _of_script(by_node, as_written=True))


def _of_script(by_node: _RulesByNode, *, as_written: bool) -> _RulesByNode:
    return {
        kind: [each for each in called if each[0].as_written is as_written]
        for kind, called in by_node.items()
    }


def _hits(reading: Reading, by_node: _RulesByNode) -> Iterator[RuleHit]:
    found = reading.marks.found
    for each, check in by_node.get(Span, ()):
        if each.code in found:
            yield from _at_anchors(each, check, reading)
    for kind, nodes in NODES.items():
        if wanted := by_node.get(kind):
            for node in nodes(reading):
                for each, check in wanted:
                    for hit in check(node, reading):
                        yield each, hit


def _by_node(rules: Iterable[_BoundRule]) -> _RulesByNode:
    found: dict[type, list[_BoundRule]] = defaultdict(list)
    for each in rules:
        found[each[0].on].append(each)
    return dict(found)


def _at_anchors(each: Rule, check: Check, reading: Reading) -> Iterator[RuleHit]:
    """The hits at the anchors of a rule. An anchor inside the last hit is skipped."""
    done = -1
    for place in _places(each, reading):
        if place.start < done:
            continue
        for hit in check(place, reading):
            if hit.span[1] > done:
                done = hit.span[1]
            yield each, hit


def _places(each: Rule, reading: Reading) -> Iterable[Span]:
    if each.phrases is None:
        return reading.marks.longest(each.code)
    # Not the longest anchors alone: where a longer one leads to no phrase, a shorter one may.
    starts = sorted({start for start, _ in reading.marks.get(each.code)})
    found = (each.phrases.at(start, reading.text) for start in starts)
    return filter(None, found)


def _bound(each: Rule) -> Check:
    """The function of a rule with its options bound."""
    check, options = each.check, each.options
    if options is None:
        return check
    return lambda node, reading: check(node, reading, options)
