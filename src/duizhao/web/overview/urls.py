"""The addresses of what is to be done and what is found: each has the name of its act."""

from __future__ import annotations

from django.conf import settings as site
from django.urls import path

from duizhao.web.overview import handover_views, views

app_name = "overview"
urlpatterns = [
    path("todo/", views.todo, name="todo"),
    path("todo/out", views.todo_out, name="todo_out"),
    path("todo/seen", views.seen, name="seen"),
    path("handover/", handover_views.handovers, name="handovers"),
    path("handover/<slug:member>/", handover_views.handover, name="handover"),
    path("handover/<slug:member>/rows", handover_views.hand_over, name="hand_over"),
    path("search/", views.search, name="search"),
    path("meetings/<slug:dossier>/", views.dossier, name="dossier"),
]

if site.IS_DESK:
    # A server has its own: duizhao serve --demo.
    urlpatterns += [
        path("demo/begin", views.begin_demo, name="begin_demo"),
        path("demo/end", views.end_demo, name="end_demo"),
    ]
