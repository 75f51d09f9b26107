"""The addresses of the site, an app each."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("site/", include("duizhao.web.site.urls")),
    path("", include("duizhao.web.desk.urls")),
]

handler404 = "duizhao.web.site.faults.not_found"
handler500 = "duizhao.web.site.faults.failed"
