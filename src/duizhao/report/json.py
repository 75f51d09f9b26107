"""The report for programs. Keys are stable English; `schema/check-1.json` defines each one.

Every file stands on a line of its own, so that a long report can be read, compared and cut line by line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from duizhao.lint import CheckedSource, Finding, Reading, Rule, Severity, groups
from duizhao.report.finding_place import FindingPlace
from duizhao.report.part import ReportPart, render_parts, total_tally
from duizhao.report.report import Report, RunSummary
from duizhao.report.subject import Subject
from duizhao.statement import Link, Measure, Problem, Statement
from duizhao.text import Source, Span, place_in_words
from duizhao.text.visible import encodable

SCHEMA = "check-1"
SCHEMA_PATH = Path(__file__).parent / "schema" / f"{SCHEMA}.json"


def render(report: Report) -> str:
    """The report as one JSON object."""
    return assemble(render_parts(render_part, report), report.run)


def render_part(checked: CheckedSource, rules: Mapping[str, Rule]) -> str:
    """The line of one text."""
    return encodable(_dumped(_file(checked, rules)))


def assemble(parts: list[ReportPart], run: RunSummary) -> str:
    """The report put together."""
    files = ",\n".join(part.content for part in parts)
    failures = [{"name": each.name, "reason": each.reason} for each in run.failures]
    passed_over = [
        {
            "name": each.name,
            "kind": each.kind,
            "reason": each.reason,
            "cure": each.cure,
            "ours": each.is_ours,
        }
        for each in run.passed_over
    ]
    rest = encodable(
        f'"failures":{_dumped(failures)},\n"passedOver":{_dumped(passed_over)},\n'
        f'"summary":{_dumped(_summary(parts, run))}}}\n'
    )
    return f'{{"schema":"{SCHEMA}","version":{_dumped(run.version)},"files":[\n{files}\n],\n{rest}'


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _summary(parts: list[ReportPart], run: RunSummary) -> dict[str, Any]:
    tally = total_tally(parts)
    return {
        "files": len(parts),
        "failures": len(run.failures),
        "passedOver": sum(not each.is_ours for each in run.passed_over),
        "ours": sum(each.is_ours for each in run.passed_over),
        "findings": tally.total,
        "known": tally.known,
        "unlisted": _sorted(tally.unlisted),
        "bySeverity": {each.value: tally.severities[each] for each in Severity},
        "byFamily": _sorted(tally.families),
        "byCode": _sorted(tally.codes),
    }


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _file(checked: CheckedSource, rules: Mapping[str, Rule]) -> dict[str, Any]:
    source = checked.source
    return {
        "name": source.name,
        "format": source.format,
        "encoding": source.encoding,
        "statements": [_statement(reading) for reading in checked.readings],
        "findings": [
            finding_as_json(source, finding, rules[finding.code]) | {"group": number}
            for number, group in enumerate(groups(checked.findings, checked.order), 1)
            for finding in group.findings
        ],
    }


def finding_as_json(source: Source, finding: Finding, rule: Rule) -> dict[str, Any]:
    """A finding with the names of its rule and its place in the text."""
    (start, end), place = finding.span, FindingPlace.from_span(source, finding.span)
    return {
        "code": finding.code,
        "name": rule.name,
        "title": rule.title,
        "family": rule.family,
        "severity": finding.severity.value,
        "strength": rule.strength.value,
        "message": finding.full_message,
        "asks": finding.asks,
        "source": finding.source,
        "unverified": finding.is_unverified,
        "start": start,
        "end": end,
        "line": place.line,
        "column": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "where": place_in_words(source, start),
        "text": source.text[start:end],
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}
            for edit in finding.edits
        ],
        "related": [{**_place(source, span), "message": why} for span, why in finding.related],
    }


def _place(source: Source, span: Span) -> dict[str, int]:
    place = FindingPlace.from_span(source, span)
    return {
        "start": span.start,
        "end": span.end,
        "line": place.line,
        "column": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _statement(reading: Reading) -> dict[str, Any]:
    subject, statement = Subject.from_reading(reading), reading.statement
    return {
        **_span(reading.document.span),
        "title": subject.title,
        "role": subject.role,
        "profile": {"id": subject.profile, "title": subject.profile_title, "why": subject.why},
        "recognised": subject.recognised,
        "kind": subject.kind.key,
        "characters": subject.characters,
        "chapters": [
            {**_span(chapter.span), "kinds": [kind.name.lower() for kind in chapter.kinds]}
            for chapter in statement.chapters
        ],
        "aspects": [{"key": a.key, "name": a.name} for a, _ in statement.aspects],
        "problems": [_problem(problem) for problem in statement.problems],
        "causes": [
            {**_span(cause.span), "claim": _span(cause.claim), "aspects": _keys(cause.aspects)}
            for cause in statement.causes
        ],
        "measures": [_measure(measure) for measure in statement.measures],
        "links": [_link(statement, link) for link in statement.links],
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _maybe(span: Span | None) -> dict[str, int] | None:
    return _span(span) if span else None


def _keys(aspects: Iterable[Any]) -> list[str]:
    return [aspect.key for aspect in aspects]


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        **_span(problem.span),
        "claim": _span(problem.claim),
        "aspect": problem.aspect.key if problem.aspect else None,
        "example": _maybe(problem.example),
        "facts": [{**_span(fact.span), "kind": fact.kind.value} for fact in problem.facts],
        "hedges": [_span(hedge) for hedge in problem.hedges],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        **_span(measure.span),
        "action": _span(measure.action),
        "aspects": _keys(measure.aspects),
        "owner": _maybe(measure.owner),
        "deadline": _maybe(measure.deadline),
        "result": _maybe(measure.result),
    }


def _link(statement: Statement, link: Link) -> dict[str, Any]:
    """A link, as indices into the lists of problems and answers, which count from 0."""
    is_measure = isinstance(link.answer, Measure)
    answers: tuple[Any, ...] = statement.measures if is_measure else statement.causes
    return {
        "problem": statement.problems.index(link.problem),
        "answer": {
            "kind": "measure" if is_measure else "cause",
            "index": answers.index(link.answer),
        },
        "reason": link.reason.value,
        "terms": list(link.terms),
    }
