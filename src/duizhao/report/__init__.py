"""What was found, written out for people and programs: text, JSON, SARIF, GitHub annotations, HTML, Excel."""

from duizhao.report.format import FORMATS, Format
from duizhao.report.part import ReportPart
from duizhao.report.report import Report, RunSummary
from duizhao.report.tally import Tally

__all__ = ["FORMATS", "Format", "Report", "ReportPart", "RunSummary", "Tally"]
