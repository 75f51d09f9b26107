"""Two versions of a text compared, for people and programs."""

from duizhao.report.versions.comparison import VersionComparison
from duizhao.report.versions.format import VERSION_FORMATS, write

__all__ = ["VERSION_FORMATS", "VersionComparison", "write"]
