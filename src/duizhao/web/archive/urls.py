"""The addresses of archives: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.archive.views import archive, archives

app_name = "archive"
urlpatterns = [
    path("archives/", archives.archives, name="archives"),
    path("meetings/<slug:dossier>/archive/", archive.archive, name="archive"),
    path("meetings/<slug:dossier>/archive/make", archive.make, name="make"),
    path("meetings/<slug:dossier>/archive/made", archive.made, name="made"),
    path("archives/<slug:archive>/download", archive.download, name="download"),
    path("archives/<slug:archive>/stop", archive.stop, name="stop_making"),
    path("archives/<slug:archive>/remove", archive.remove, name="remove_archive"),
]
