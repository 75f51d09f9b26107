"""The addresses of papers: each has the name of its act. Which paper is meant stands behind the question mark."""

from __future__ import annotations

from django.urls import path

from duizhao.web.papers import views

app_name = "papers"
urlpatterns = [
    path("meetings/<slug:dossier>/papers/", views.papers, name="papers"),
    path("meetings/<slug:dossier>/papers/one", views.paper, name="paper"),
    path("meetings/<slug:dossier>/papers/download", views.download, name="download"),
    path("meetings/<slug:dossier>/papers/put-template", views.put_template, name="put_template"),
    path("paper-templates/<slug:template>/", views.template, name="template"),
    path("paper-templates/<slug:template>/remove", views.remove_template, name="remove_template"),
]
