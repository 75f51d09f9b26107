"""What changes in dossiers, a module for each thing. Each action is one transaction."""

from duizhao.web.meetings.actions.appraisals import AppraisalEntry, keep_appraisal
from duizhao.web.meetings.actions.closed import refuse_closed
from duizhao.web.meetings.actions.dossiers import (
    DossierOvertaken,
    begin_dossier,
    begin_next,
    begin_with_people,
    change_dossier,
    close_dossier,
    mark_step,
    reopen_dossier,
)
from duizhao.web.meetings.actions.files import attach, detach
from duizhao.web.meetings.actions.people import AttendeeEdit, Guest, change_people
from duizhao.web.meetings.actions.studies import (
    StudyOvertaken,
    add_study,
    change_study,
    remove_study,
)

__all__ = [
    "AppraisalEntry",
    "AttendeeEdit",
    "DossierOvertaken",
    "Guest",
    "StudyOvertaken",
    "add_study",
    "attach",
    "begin_dossier",
    "begin_next",
    "begin_with_people",
    "change_dossier",
    "change_people",
    "change_study",
    "close_dossier",
    "detach",
    "keep_appraisal",
    "mark_step",
    "refuse_closed",
    "remove_study",
    "reopen_dossier",
]
