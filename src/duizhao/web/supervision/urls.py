"""The addresses of what a superior sees: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.supervision.views import summary, units

app_name = "supervision"
urlpatterns = [
    path("supervision/", units.units, name="units"),
    path("supervision/workbook", units.units_out, name="units_out"),
    path("supervision/totals", units.totals, name="totals"),
    path("supervision/shared/", units.shared, name="shared"),
    path("supervision/take-in", units.take_in, name="take_in"),
    path("supervision/<slug:sent>/remove", units.remove_summary, name="remove_summary"),
    path("meetings/<slug:dossier>/summary/", summary.summary, name="summary"),
    path("meetings/<slug:dossier>/summary/give-out", summary.give_out, name="give_out"),
]
