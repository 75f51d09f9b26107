"""The addresses of meetings: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.meetings.views import meetings, plan

app_name = "meetings"
urlpatterns = [
    path("", meetings.meetings, name="meetings"),
    path("begin", meetings.begin, name="begin"),
    path("<slug:dossier>/plan/", plan.plan, name="plan"),
]
