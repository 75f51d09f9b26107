"""The addresses of rows: each has the name of its act."""

from __future__ import annotations

from django.urls import include, path

from duizhao.web.rectification.views import adding, moves, postponing, progress, row

app_name = "rectification"
urlpatterns = [
    path("", include("duizhao.web.rectification.board_urls")),
    path("rows/<slug:tracked>/", row.row, name="row"),
    path("rows/<slug:tracked>/advance", moves.advance, name="advance"),
    path("rows/<slug:tracked>/accept", moves.accept, name="accept"),
    path("rows/<slug:tracked>/move", moves.move, name="move"),
    path("rows/<slug:tracked>/undo", moves.undo_move, name="undo_move"),
    path("rows/<slug:tracked>/report", progress.report, name="report"),
    path("rows/<slug:tracked>/review", progress.review, name="review"),
    path("rows/<slug:tracked>/ask", postponing.ask, name="ask"),
    path("rows/<slug:tracked>/people", row.people, name="people"),
    path("rows/<slug:tracked>/sources", row.add_source, name="add_source"),
    path("files/<slug:evidence>/", progress.file, name="file"),
    path("files/<slug:evidence>/drop", progress.drop_file, name="drop_file"),
    path("entries/<slug:progress>/mend", progress.mend, name="mend"),
    path("postponements/<slug:asked>/answer", postponing.answer, name="answer"),
    path("sources/<slug:source>/drop", row.drop_source, name="drop_source"),
    path("meetings/<slug:dossier>/rows/add", adding.add, name="add"),
    path("meetings/<slug:dossier>/rows/carry", adding.carry, name="carry"),
]
