"""The addresses of the rectification: each has the name of its act."""

from __future__ import annotations

from django.urls import include, path

app_name = "rectification"
urlpatterns = [path("", include("duizhao.web.rectification.board_urls"))]
