"""The addresses of minutes: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.minutes.views import attending, entries, meeting

app_name = "minutes"
urlpatterns = [
    path("meetings/<slug:dossier>/meeting/", meeting.meeting, name="meeting"),
    path("meetings/<slug:dossier>/meeting/details", meeting.details, name="details"),
    path("meetings/<slug:dossier>/meeting/agenda", meeting.agenda, name="agenda"),
    path("meetings/<slug:dossier>/meeting/attend", attending.attend, name="attend"),
    path("meetings/<slug:dossier>/meeting/absent", attending.absent, name="absent"),
    path("meetings/<slug:dossier>/meeting/add", entries.add, name="add"),
    path("meetings/<slug:dossier>/meeting/hints", entries.hints, name="hints"),
    path("meetings/<slug:dossier>/meeting/end", meeting.end, name="end"),
    path("meetings/<slug:dossier>/meeting/reopen", meeting.reopen, name="reopen"),
    path("meetings/<slug:dossier>/meeting/paper", meeting.paper, name="paper"),
    path("meetings/<slug:dossier>/meeting/counts", meeting.counts, name="counts"),
    path("entries/<slug:entry>/", entries.words, name="words"),
    path("entries/<slug:entry>/edit", entries.edit, name="edit"),
    path("entries/<slug:entry>/move", entries.move, name="move"),
    path("entries/<slug:entry>/remove", entries.remove, name="remove"),
    path("entries/<slug:entry>/restore", entries.restore, name="restore"),
    path("entries/<slug:entry>/rectify", entries.rectify, name="rectify"),
]
