"""The addresses of the roster: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.roster.views import member, roster, taking_in

app_name = "roster"
urlpatterns = [
    path("", roster.roster, name="roster"),
    path("workbook", roster.workbook, name="workbook"),
    path("preview", taking_in.preview, name="preview"),
    path("take-in", taking_in.take_in, name="take_in"),
    path("link-accounts", roster.link_accounts, name="link_accounts"),
    path("ask-accounts", roster.ask_accounts, name="ask_accounts"),
    path("add", member.add, name="add"),
    path("<slug:member>/", member.member, name="member"),
    path("<slug:member>/edit", member.edit, name="edit"),
    path("<slug:member>/leave", member.leave, name="leave"),
    path("<slug:member>/come-back", member.come_back, name="come_back"),
]
