"""Two versions of a text compared, for people and programs."""

from duizhao.report.versions.comparison import VersionComparison
from duizhao.report.versions.folder import (
    SAME_NAME,
    FolderComparison,
    UnpairedFile,
    VersionPair,
)
from duizhao.report.versions.format import VERSION_FORMATS, write, write_folder

__all__ = [
    "SAME_NAME",
    "VERSION_FORMATS",
    "FolderComparison",
    "UnpairedFile",
    "VersionComparison",
    "VersionPair",
    "write",
    "write_folder",
]
