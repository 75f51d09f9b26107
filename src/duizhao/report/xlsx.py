"""The report as a workbook: a sheet with a row for each statement, and a sheet with a row for each finding.

Findings stand in the order of their groups: a fault at several places has one row, and so has the layout of a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from duizhao.lint import (
    CheckedSource,
    Finding,
    Reading,
    Rule,
    Severity,
    family_label,
    family_order,
    groups,
)
from duizhao.office.workbook import (
    CENTRED,
    CellFormat,
    CellFormats,
    Column,
    PrintSetup,
    Value,
    put_table,
    write_workbook,
)
from duizhao.output_mark import OutputKind
from duizhao.report.finding_row import FINDINGS, Row, finding_row
from duizhao.report.part import ReportPart, render_parts, total_tally
from duizhao.report.report import Report, RunSummary
from duizhao.report.run_tally import unchecked_rows
from duizhao.report.subject import Subject, by_statement
from duizhao.report.tally import Tally
from duizhao.report.to_do import first_line
from duizhao.text import Source

TINTS = dict(zip(Severity, ("#FBE3E0", "#FDF0CF", "#E6F1F5"), strict=True))
PAGES = PrintSetup(0.4, 0.6, 0.6, "", "&C&A　第 &P 页，共 &N 页")


class _StatementRow(NamedTuple):
    """A row of the first sheet: the cells before and after the counts, of which all texts decide the columns."""

    before: Row
    tally: Tally
    behind: str


def render(report: Report) -> bytes:
    """The workbook, as the bytes of an .xlsx file."""
    return assemble(render_parts(render_part, report), report.run)


def render_part(
    checked: CheckedSource, rules: Mapping[str, Rule]
) -> tuple[list[_StatementRow], list[Row]]:
    """The rows of one text: its statements, and its findings."""
    source = checked.source
    statements = [
        _statement(source, reading, findings, rules) for reading, findings in by_statement(checked)
    ]
    return statements, [
        finding_row(source, each, rules) for each in groups(checked.findings, checked.order)
    ]


def assemble(parts: list[ReportPart], run: RunSummary) -> bytes:
    """The report put together."""
    return write_workbook("对照检查结果", OutputKind.FINDINGS, partial(_fill, parts, run))


def _fill(parts: list[ReportPart], run: RunSummary, book: Any, formats: CellFormats) -> None:
    families = sorted(total_tally(parts).families, key=family_order)
    findings = (row for part in parts for row in part.content[1])
    fill = partial(put_table, formats=formats, pages=PAGES, highlights=severity_formats(book))
    rows = _statements(parts, run, families)
    fill(book.add_worksheet("汇总"), _columns(families), rows, frozen_columns=1)
    fill(book.add_worksheet("问题清单"), FINDINGS, findings)


def severity_formats(book: Any) -> dict[Value, CellFormat]:
    """The formats of cells with only the name of a severity: they get its colour."""
    return {
        severity.label: CellFormat.from_properties(book, **CENTRED, bg_color=colour)
        for severity, colour in TINTS.items()
    }


def _columns(families: list[str]) -> list[Column]:
    return [
        Column("文件", 20), Column("标题", 26), Column("人员或职务", 14), Column("专题", 18),
        Column("字数", 7, True), Column("问题", 6, True), Column("原因", 6, True),
        Column("措施", 6, True), *(Column(s.label, 6, True) for s in Severity),
        *(Column(family_label(family), 6, True) for family in families), Column("先看这一条", 38),
    ]  # fmt: skip


def _statements(parts: list[ReportPart], run: RunSummary, families: list[str]) -> Iterator[Row]:
    for part in parts:
        for before, tally, behind in part.content[0]:
            severities = (tally.content[severity] for severity in Severity)
            yield [*before, *severities, *(tally.families[family] for family in families), behind]
    for row in unchecked_rows(run):
        why = "；".join(filter(None, (row.reason, row.cure)))
        yield [row.name, row.fate, *[""] * (9 + len(families)), why]
    if unlisted := total_tally(parts).unlisted_in_words():
        yield ["（全部文件）", unlisted, *[""] * (10 + len(families))]


def _statement(
    source: Source, reading: Reading, findings: tuple[Finding, ...], rules: Mapping[str, Rule]
) -> _StatementRow:
    subject, tally = Subject.from_reading(reading), Tally.from_findings(findings, rules)
    signed = " ".join(reading.of(reading.document.signature).split())
    before: Row = [
        source.name,
        subject.title,
        subject.role or signed,
        subject.profile_title if subject.recognised else subject.why,
        subject.characters, subject.problems, subject.causes, subject.measures,
    ]  # fmt: skip
    return _StatementRow(before, tally, first_line(source, findings, rules))
