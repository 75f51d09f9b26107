"""The addresses that all pages need."""

from __future__ import annotations

from django.urls import path

from duizhao.web.site import views

app_name = "site"
urlpatterns = [
    path("start", views.start, name="start"),
    path("look/<str:version>.css", views.look, name="look"),
    path("screening/<str:version>.js", views.screening_script, name="screening_script"),
    path("statement/<str:version>.js", views.statement_script, name="statement_script"),
]
