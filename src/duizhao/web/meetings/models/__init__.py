"""What a dossier holds of its own; talks, opinions, statements and minutes are apps above."""

from duizhao.web.meetings.models.appraisal_result import AppraisalGrade, AppraisalResult
from duizhao.web.meetings.models.attendee import Attendance, Attendee, MeetingPart
from duizhao.web.meetings.models.dossier import Dossier
from duizhao.web.meetings.models.dossier_file import DossierFile, FilePurpose
from duizhao.web.meetings.models.folder_intake import FolderIntake, IntakeFile
from duizhao.web.meetings.models.study_session import StudySession

__all__ = [
    "AppraisalGrade",
    "AppraisalResult",
    "Attendance",
    "Attendee",
    "Dossier",
    "DossierFile",
    "FilePurpose",
    "FolderIntake",
    "IntakeFile",
    "MeetingPart",
    "StudySession",
]
