"""The addresses of talks: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.talks.views import talk, talks

app_name = "talks"
urlpatterns = [
    path("meetings/<slug:dossier>/talks/", talks.talks, name="talks"),
    path("meetings/<slug:dossier>/talks/mark", talks.mark, name="mark"),
    path("meetings/<slug:dossier>/talks/add", talks.add, name="add"),
    path("meetings/<slug:dossier>/talks/sheets", talks.sheets, name="sheets"),
    path("meetings/<slug:dossier>/talks/list", talks.talk_list, name="list"),
    path("talks/", talks.own, name="own"),
    path("talks/<slug:talk>/", talk.talk, name="talk"),
    path("talks/<slug:talk>/edit", talk.edit, name="edit"),
    path("talks/<slug:talk>/record", talk.record, name="record"),
    path("talks/<slug:talk>/write", talk.write, name="write"),
    path("talks/<slug:talk>/agree", talk.agree, name="agree"),
    path("talks/<slug:talk>/sheet", talk.sheet, name="sheet"),
    path("agreements/<slug:agreement>/withdraw", talk.withdraw, name="withdraw"),
]
