"""What was found, written out for people and programs: text, JSON, SARIF, GitHub annotations, HTML, Excel."""

from duizhao.report.format import FORMATS, Format
from duizhao.report.report import Report, Run

__all__ = ["FORMATS", "Format", "Report", "Run"]
