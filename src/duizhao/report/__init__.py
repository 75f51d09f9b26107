"""Reports of findings for people and programs: text, JSON, SARIF, GitHub annotations, HTML, Excel."""

from duizhao.report.format import FORMATS, ReportFormat
from duizhao.report.part import ReportPart
from duizhao.report.report import Report, RunSummary
from duizhao.report.tally import Tally

__all__ = ["FORMATS", "Report", "ReportFormat", "ReportPart", "RunSummary", "Tally"]
