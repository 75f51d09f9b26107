"""The comparison of two versions as a workbook: the counts, and a row for each finding with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from duizhao.lint import Rule, Severity, groups
from duizhao.office.workbook import CellFormats, Column, Value, put_table, write_workbook
from duizhao.output_mark import OutputKind
from duizhao.report.finding_row import FINDINGS, finding_row
from duizhao.report.versions.comparison import NOT_COMPARED, VersionComparison
from duizhao.report.versions.finding_outcome import FindingOutcome
from duizhao.report.versions.folder import FolderComparison
from duizhao.report.xlsx import PAGES, severity_formats

COUNTS = (
    Column("二稿里", 12), *(Column(severity.label, 10, True) for severity in Severity),
    Column("合计", 10, True), Column("说明", 50),
)  # fmt: skip
LIST = (Column("二稿里", 9, True), *FINDINGS)
OPINIONS = (
    Column("材料", 18), Column("意见人", 10), Column("意见", 44), Column("所说的字", 22), Column("段", 10, True),
    Column("所在段落", 10, True), Column("原话", 8, True), Column("这一处问题", 10, True), Column("段落现在", 44),
)  # fmt: skip
PAIRS = (
    Column("一稿", 24), Column("二稿", 24), Column("怎样配上的", 18), Column("已改", 7, True),
    Column("还在", 7, True), Column("新出现", 7, True), Column("意见", 46),
)  # fmt: skip
MEANINGS = {
    FindingOutcome.NEW: "一稿没有的；位置按二稿",
    FindingOutcome.LEFT: "一稿就有的；位置按二稿",
    FindingOutcome.MENDED: "改好或删去的；位置按一稿",
}


def render(comparison: VersionComparison, rules: Mapping[str, Rule]) -> bytes:
    """The bytes of an .xlsx file."""
    return write_workbook("两稿对比", OutputKind.COMPARISON, partial(_fill, comparison, rules))


def render_folder(folder: FolderComparison, rules: Mapping[str, Rule]) -> bytes:
    """The bytes of an .xlsx file: a row for each pair, and the findings and opinions of all."""
    return write_workbook("两稿对比", OutputKind.COMPARISON, partial(_fill_folder, folder, rules))


def _fill(
    comparison: VersionComparison, rules: Mapping[str, Rule], book: Any, formats: CellFormats
) -> None:
    fill = partial(put_table, formats=formats, pages=PAGES, highlights=severity_formats(book))
    fill(book.add_worksheet("汇总"), COUNTS, _counts(comparison))
    _fill_lists(book, fill, [comparison], rules)


def _fill_folder(
    folder: FolderComparison, rules: Mapping[str, Rule], book: Any, formats: CellFormats
) -> None:
    fill = partial(put_table, formats=formats, pages=PAGES, highlights=severity_formats(book))
    fill(book.add_worksheet("汇总"), PAIRS, _pairs(folder))
    _fill_lists(book, fill, [pair.comparison for pair in folder.pairs], rules)


def _fill_lists(
    book: Any,
    fill: Callable[..., None],
    comparisons: Sequence[VersionComparison],
    rules: Mapping[str, Rule],
) -> None:
    rows = (row for each in comparisons for row in _rows(each, rules))
    fill(book.add_worksheet("问题清单"), LIST, rows)
    if any(each.opinions for each in comparisons):
        opinions = (row for each in comparisons for row in _opinions(each))
        fill(book.add_worksheet("意见"), OPINIONS, opinions)


def _pairs(folder: FolderComparison) -> Iterator[list[Value]]:
    for pair in folder.pairs:
        compared = pair.comparison
        counts = (len(compared.mended), len(compared.left), len(compared.new))
        yield [*pair.names, pair.basis, *counts, compared.opinions_in_words()]
    for each in folder.unpaired:
        names = ("", each.name) if each.version == "二稿" else (each.name, "")
        yield [*names, f"没有比：{each.reason}", "", "", "", ""]


def _opinions(comparison: VersionComparison) -> Iterator[list[Value]]:
    name = comparison.first.source.name
    for each in comparison.opinions:
        words = ("还在" if each.has_words else "已不在") if each.quote else ""
        finding = each.finding.value if each.finding else ""
        yield [
            name, each.opinion.author, each.opinion.text, each.quote, each.passage.place,
            each.passage.outcome.value, words, finding, each.passage.now,
        ]  # fmt: skip


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
        for group in groups(findings):
            yield [outcome.value, *finding_row(source, group, rules)]
