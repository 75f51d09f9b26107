"""The comparison of two versions as a workbook: the counts, and a row for each finding with what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from duizhao.lint import Rule, Severity
from duizhao.office.workbook import CellFormats, Column, Value, put_table, write_workbook
from duizhao.output_mark import OutputKind
from duizhao.report.versions.comparison import NOT_COMPARED, FindingOutcome, VersionComparison
from duizhao.report.xlsx import FINDINGS, PAGES, finding_row, severity_formats

COUNTS = (
    Column("二稿里", 12), *(Column(severity.label, 10, True) for severity in Severity),
    Column("合计", 10, True), Column("说明", 50),
)  # fmt: skip
LIST = (Column("二稿里", 9, True), *FINDINGS)
MEANINGS = {
    FindingOutcome.NEW: "一稿没有的；位置按二稿",
    FindingOutcome.LEFT: "一稿就有的；位置按二稿",
    FindingOutcome.MENDED: "改好或删去的；位置按一稿",
}


def render(comparison: VersionComparison, rules: Mapping[str, Rule]) -> bytes:
    """The bytes of an .xlsx file."""
    return write_workbook("两稿对比", OutputKind.COMPARISON, partial(_fill, comparison, rules))


def _fill(
    comparison: VersionComparison, rules: Mapping[str, Rule], book: Any, formats: CellFormats
) -> None:
    fill = partial(put_table, formats=formats, pages=PAGES, highlights=severity_formats(book))
    fill(book.add_worksheet("汇总"), COUNTS, _counts(comparison))
    fill(book.add_worksheet("问题清单"), LIST, _rows(comparison, rules))


def _counts(comparison: VersionComparison) -> Iterator[list[Value]]:
    for outcome, _, findings in comparison.by_outcome():
        severities = [sum(f.severity is severity for f in findings) for severity in Severity]
        yield [outcome.value, *severities, len(findings), MEANINGS[outcome]]
    names = f"一稿：{comparison.first.source.name}；二稿：{comparison.second.source.name}"
    blanks = [""] * (len(Severity) + 1)
    yield ["材料", *blanks, names]
    if not comparison.is_layout_compared:
        yield ["版式", *blanks, NOT_COMPARED]


def _rows(comparison: VersionComparison, rules: Mapping[str, Rule]) -> Iterator[list[Value]]:
    for outcome, source, findings in comparison.by_outcome():
        for finding in findings:
            yield [outcome.value, *finding_row(source, finding, rules[finding.code])]
