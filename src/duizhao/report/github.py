"""Workflow commands, which GitHub Actions shows as annotations of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duizhao.lint import CheckedSource, Finding, Rule, Severity, in_order
from duizhao.report.finding_place import FindingPlace
from duizhao.report.part import ReportPart, render_parts
from duizhao.report.report import Report, RunSummary
from duizhao.text.visible import encodable, shown

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(report: Report) -> str:
    """A line for each finding, `::error file=…,line=…::…`, in the order of the texts."""
    return assemble(render_parts(render_part, report), report.run)


def render_part(checked: CheckedSource, rules: Mapping[str, Rule]) -> str:
    """The lines of one text."""
    return encodable("".join(f"{line}\n" for line in _lines(checked, rules)))


def assemble(parts: list[ReportPart], run: RunSummary) -> str:
    """The report put together."""
    unchecked = [
        *(
            _command("error", {"file": each.name, "title": "读不了"}, each.reason)
            for each in run.failures
        ),
        *(
            _command("notice", {"file": each.name, "title": "没有查"}, each.reason)
            for each in run.passed_over
            if not each.is_ours
        ),
    ]
    return "".join(part.content for part in parts) + encodable(
        "".join(f"{line}\n" for line in unchecked)
    )


def _lines(checked: CheckedSource, rules: Mapping[str, Rule]) -> Iterator[str]:
    for finding in in_order(checked.findings, checked.order):
        rule = rules[finding.code]
        properties = _where(checked, finding) | {"title": f"{rule.code} {rule.title}"}
        source = f"（依据：{finding.cited}）" if finding.cited else ""
        message = f"{finding.full_message}{source}"
        yield _command(COMMANDS[finding.severity], properties, message)


def _where(checked: CheckedSource, finding: Finding) -> dict[str, object]:
    place = FindingPlace.from_span(checked.source, finding.span)
    lines = {"file": checked.source.name, "line": place.line, "endLine": place.end_line}
    if place.line != place.end_line:
        # GitHub uses columns only if both ends are on one line.
        return lines
    return lines | {"col": place.column, "endColumn": place.end_column}


def _command(name: str, properties: dict[str, object], message: str) -> str:
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(message)}"


def _data(text: str) -> str:
    return shown(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
