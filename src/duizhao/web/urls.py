"""The addresses of the site, an app each."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

from duizhao.web.site import views

# On the desk there is one person: nobody logs in, nobody is administered.
_WORKSPACE = [
    path("", include("duizhao.web.accounts.urls")),
    path("audit/", include("duizhao.web.audit.urls")),
]
_DEVELOPMENT = [path("_components", views.components)]
urlpatterns = [
    path("site/", include("duizhao.web.site.urls")),
    path("", include("duizhao.web.desk.urls")),
    path("roster/", include("duizhao.web.roster.urls")),
    path("", include("duizhao.web.submissions.urls")),
    path("meetings/", include("duizhao.web.meetings.urls")),
    path("", include("duizhao.web.opinions.urls")),
    path("rectification/", include("duizhao.web.rectification.urls")),
    path("", include("duizhao.web.papers.urls")),
    path("", include("duizhao.web.overview.urls")),
    path("", include("duizhao.web.archive.urls")),
    path("", include("duizhao.web.supervision.urls")),
    path("", include("duizhao.web.talks.urls")),
    path("", include("duizhao.web.minutes.urls")),
    path("", include("duizhao.web.announcements.urls")),
    *(_DEVELOPMENT if settings.DEBUG else ()),
    *(() if settings.IS_DESK else _WORKSPACE),
]

handler400 = "duizhao.web.site.faults.not_understood"
handler404 = "duizhao.web.site.faults.not_found"
handler500 = "duizhao.web.site.faults.failed"
