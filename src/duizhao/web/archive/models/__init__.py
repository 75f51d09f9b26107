"""What there is of archives: those that were made, those that wait to be taken in, retention, proposed removals."""

from duizhao.web.archive.models.archive_intake import ArchiveIntake
from duizhao.web.archive.models.dossier_archive import ArchiveStatus, DossierArchive
from duizhao.web.archive.models.retention import ProposedRemoval, RetentionPeriod

__all__ = [
    "ArchiveIntake",
    "ArchiveStatus",
    "DossierArchive",
    "ProposedRemoval",
    "RetentionPeriod",
]
