"""The addresses of the roster: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.roster import views

app_name = "roster"
urlpatterns = [path("", views.roster, name="roster")]
