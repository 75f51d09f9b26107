"""The addresses of archives: each has the name of its act."""

from __future__ import annotations

from django.conf import settings
from django.urls import path

from duizhao.web.archive.views import archive, archives, intake, retention

app_name = "archive"
urlpatterns = [
    path("archives/", archives.archives, name="archives"),
    path("archives/retention/", retention.retention, name="retention"),
    path("archives/retention/workbook", retention.workbook, name="due_workbook"),
    path("archives/retention/save", retention.save, name="save_periods"),
    path("meetings/<slug:dossier>/archive/propose", retention.propose, name="propose"),
    path("archives/removals/", retention.removals, name="removals"),
    path("archives/removals/<slug:removal>/take-back", retention.take_back, name="take_back"),
    path("archives/removals/<slug:removal>/confirm", retention.confirm, name="confirm_removal"),
    path("archives/removals/<slug:removal>/decline", retention.decline, name="decline_removal"),
    path("archives/put-in", intake.put_in, name="put_in"),
    path("archives/received/<slug:received>/", intake.intake, name="intake"),
    path("archives/received/<slug:received>/confirm", intake.confirm, name="confirm_intake"),
    path("archives/received/<slug:received>/drop", intake.drop, name="drop_intake"),
    path("meetings/<slug:dossier>/archive/", archive.archive, name="archive"),
    path("meetings/<slug:dossier>/archive/make", archive.make, name="make"),
    path("meetings/<slug:dossier>/archive/made", archive.made, name="made"),
    path("archives/<slug:archive>/download", archive.download, name="download"),
    path("archives/<slug:archive>/stop", archive.stop, name="stop_making"),
    path("archives/<slug:archive>/remove", archive.remove, name="remove_archive"),
]
# Where there are accounts, two people remove a dossier.
if settings.IS_DESK:
    urlpatterns.append(
        path("meetings/<slug:dossier>/archive/remove", retention.remove, name="remove_dossier")
    )
