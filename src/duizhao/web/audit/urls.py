"""The addresses of the audit: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.audit import views

app_name = "audit"
urlpatterns = [path("", views.entries, name="entries")]
