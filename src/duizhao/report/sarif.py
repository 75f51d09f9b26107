"""SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code platforms and editors.

Columns and offsets count code points, not UTF-16 units: `columnKind` declares it (§3.14.17). For a Word file they
count in its text as it was read, for a SARIF region cannot point into a package.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from duizhao.lint import CheckedSource, Finding, Rule, Severity, family_label, fingerprint
from duizhao.report.finding_place import FindingPlace
from duizhao.report.part import ReportPart, render_parts
from duizhao.report.report import Report, RunSummary
from duizhao.text import Edit, Source, Span
from duizhao.text.visible import encodable

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
# JSON escapes quotes inside strings, so that no text of a document can contain this.
PLACE = {"index": "\0"}


def render(report: Report) -> str:
    """The report as one SARIF log with one run."""
    return assemble(render_parts(render_part, report), report.run)


def render_part(checked: CheckedSource, rules: Mapping[str, Rule]) -> tuple[str, list[str]]:
    """The artifact of one text, and its results, in which `PLACE` stands for the artifact's number."""
    indices = {code: number for number, code in enumerate(rules)}
    results = [
        _result(checked, finding, indices) | {"partialFingerprints": {"duizhaoFinding/v2": value}}
        for finding, value in zip(checked.findings, fingerprints(checked), strict=True)
    ]
    return _dumped(_artifact(checked.source)), [_dumped(result) for result in results]


def assemble(parts: list[ReportPart], run: RunSummary) -> str:
    """The report put together."""
    artifacts = [part.content[0] for part in parts]
    place = _dumped(PLACE)[1:-1]
    results = [
        result.replace(place, f'"index": {number}')
        for number, part in enumerate(parts)
        for result in part.content[1]
    ]
    return (
        f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{'
        f'"tool": {_dumped({"driver": _driver(run)})}, "invocations": {_dumped([_invocation(run)])}, '
        f'"columnKind": "unicodeCodePoints", "artifacts": [{", ".join(artifacts)}], '
        f'"results": [{", ".join(results)}]}}]}}\n'
    )


def _dumped(value: Any) -> str:
    return encodable(json.dumps(value, ensure_ascii=False))


def fingerprints(checked: CheckedSource) -> list[str]:
    """One for each finding, the same as in a baseline; findings with the same one are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    numbered = []
    for finding in checked.findings:
        key = fingerprint(finding, checked.source)
        seen[key] += 1
        numbered.append(f"{key[0]}:{key[1]}:{seen[key]}")
    return numbered


def _driver(run: RunSummary) -> dict[str, Any]:
    version = {"version": run.version} if run.version else {}
    return {
        "name": "duizhao",
        **version,
        "language": "zh-CN",
        "rules": [_rule(r) for r in run.rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    basis = rule.basis()
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}（依据：{basis}）" if basis else rule.title},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "family": rule.family,
            "strength": rule.strength.value,
            "source": rule.source,
            "tags": [family_label(rule.family)],
        },
    }


def _invocation(run: RunSummary) -> dict[str, Any]:
    unread = [_notification("error", each.name, each.reason) for each in run.failures]
    left = [
        _notification(
            "note", each.name, f"{each.reason}；{each.cure}" if each.cure else each.reason
        )
        for each in run.passed_over
    ]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": [*unread, *left]}


def _notification(level: str, name: str, text: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}
    return {"level": level, "message": {"text": text}, "locations": [place]}


def _artifact(source: Source) -> dict[str, Any]:
    named = {"location": {"uri": _uri(source.name)}, "sourceLanguage": "zh-CN"}
    return named | ({"encoding": source.encoding} if source.format in ("txt", "md") else {})


def _uri(name: str) -> str:
    """A name as a URI reference: relative as it was given, absolute as file:///…"""
    path = encodable(name).replace("\\", "/")
    if Path(path).is_absolute():
        # D:/… has its colon as it is, //server/… begins with the name of a computer.
        start = "" if path.startswith("//") else "//" if path.startswith("/") else "///"
        return f"file:{start}{quote(path, safe='/:')}"
    return quote(path)


def _result(checked: CheckedSource, finding: Finding, indices: Mapping[str, int]) -> dict[str, Any]:
    source = checked.source
    at = {"uri": _uri(source.name), **PLACE}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": indices[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": finding.full_message},
        "locations": [_location(source, finding.span, at)],
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(source, span, at) | {"id": number, "message": {"text": why}}
            for number, (span, why) in enumerate(finding.related, 1)
        ]
    if finding.edits:
        result["fixes"] = [_fix(source, finding.edits, at)]
    return result


def _location(source: Source, span: Span, at: dict[str, Any]) -> dict[str, Any]:
    region = _region(source, span) | {"snippet": {"text": span.of(source.text)}}
    return {"physicalLocation": {"artifactLocation": at, "region": region}}


def _region(source: Source, span: Span) -> dict[str, Any]:
    place = FindingPlace.from_span(source, span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fix(source: Source, edits: tuple[Edit, ...], at: dict[str, Any]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region(source, edit.span),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in edits
    ]
    return {"artifactChanges": [{"artifactLocation": at, "replacements": replacements}]}
