"""The addresses of announcements: each has the name of its act. The one under `p/` needs no account."""

from __future__ import annotations

from django.urls import path

from duizhao.web.announcements.views import announcements, editing, public

app_name = "announcements"
DOSSIER, ONE = "meetings/<slug:dossier>/announcements", "announcements/<slug:announcement>"
urlpatterns = [
    path(f"{DOSSIER}/", announcements.announcements, name="announcements"),
    path(f"{DOSSIER}/begin", announcements.begin, name="begin"),
    path(f"{ONE}/", announcements.announcement_page, name="announcement"),
    path(f"{ONE}/paper", announcements.paper, name="paper"),
    path(f"{ONE}/edit", editing.edit, name="edit"),
    path(f"{ONE}/publish", editing.publish, name="publish"),
    path(f"{ONE}/withdraw", editing.withdraw, name="withdraw"),
    path(f"{ONE}/remove", editing.remove, name="remove"),
    path(f"{ONE}/survey", editing.begin_survey, name="begin_survey"),
    path("p/<slug:token>/", public.shown, name="shown"),
]
