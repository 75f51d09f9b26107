"""Reports of findings for people and programs: text, JSON, SARIF, GitHub annotations, HTML, Excel."""

from duizhao.report.format import FORMATS, ReportFormat
from duizhao.report.part import ReportPart
from duizhao.report.report import Report, RunSummary
from duizhao.report.run_tally import (
    CHECKED,
    TallyWords,
    UncheckedRow,
    left_out_lines,
    passed_over_counts,
    tally_line,
    unchecked_rows,
)
from duizhao.report.tally import Tally

__all__ = [
    "CHECKED",
    "FORMATS",
    "Report",
    "ReportFormat",
    "ReportPart",
    "RunSummary",
    "Tally",
    "TallyWords",
    "UncheckedRow",
    "left_out_lines",
    "passed_over_counts",
    "tally_line",
    "unchecked_rows",
]
