"""The addresses of meetings: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.meetings.views import (
    appraisal,
    files,
    intake,
    meetings,
    notice,
    people,
    plan,
    study,
)

app_name = "meetings"
urlpatterns = [
    path("", meetings.meetings, name="meetings"),
    path("workbook", meetings.workbook, name="workbook"),
    path("begin", meetings.begin, name="begin"),
    path("from-folder", intake.from_folder, name="from_folder"),
    path("from-folder/begin", intake.begin_intake, name="begin_intake"),
    path("folders/<slug:intake>/", intake.intake, name="intake"),
    path("folders/<slug:intake>/put-in", intake.put_in, name="put_in"),
    path("folders/<slug:intake>/confirm", intake.confirm, name="confirm_intake"),
    path("folders/<slug:intake>/drop", intake.drop, name="drop_intake"),
    path("files/<slug:attached>/", files.attached, name="attached"),
    path("files/<slug:attached>/detach", files.detach, name="detach"),
    path("studies/<slug:study>/edit", study.edit, name="edit_study"),
    path("studies/<slug:study>/remove", study.remove, name="remove_study"),
    path("<slug:dossier>/plan/", plan.plan, name="plan"),
    path("<slug:dossier>/plan/edit", plan.edit_plan, name="edit_plan"),
    path("<slug:dossier>/plan/people", people.people, name="people"),
    path("<slug:dossier>/plan/people/workbook", people.workbook, name="people_workbook"),
    path("<slug:dossier>/plan/notice", notice.notice, name="notice"),
    path("<slug:dossier>/plan/step", plan.step, name="step"),
    path("<slug:dossier>/plan/calendar", plan.calendar, name="calendar_file"),
    path("<slug:dossier>/plan/calendar/workbook", plan.workbook, name="calendar_workbook"),
    path("<slug:dossier>/plan/next", meetings.begin_next, name="begin_next"),
    path("<slug:dossier>/plan/close", plan.close, name="close"),
    path("<slug:dossier>/plan/reopen", plan.reopen, name="reopen"),
    path("<slug:dossier>/plan/attach", files.attach, name="attach"),
    path("<slug:dossier>/study/", study.study, name="study"),
    path("<slug:dossier>/study/add", study.add, name="add_study"),
    path("<slug:dossier>/study/workbook", study.workbook, name="study_workbook"),
    path("<slug:dossier>/appraisal/", appraisal.appraisal, name="appraisal"),
    path("<slug:dossier>/appraisal/edit", appraisal.edit, name="edit_appraisal"),
    path("<slug:dossier>/appraisal/workbook", appraisal.workbook, name="appraisal_workbook"),
]
