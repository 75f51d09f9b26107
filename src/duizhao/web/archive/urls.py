"""The addresses of archives: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.archive.views import archive, archives, intake

app_name = "archive"
urlpatterns = [
    path("archives/", archives.archives, name="archives"),
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
