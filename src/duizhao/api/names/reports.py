"""Reports of findings, in every format."""

from duizhao.api.outcome import make_report
from duizhao.api.report_writer import ReportWriter, require_workbooks
from duizhao.report import (
    FORMATS,
    Report,
    ReportFormat,
    ReportPart,
    TallyWords,
    left_out_lines,
    passed_over_counts,
    tally_line,
)
