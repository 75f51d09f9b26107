"""The addresses of the desk: each has the name of its act."""

from __future__ import annotations

from django.conf import settings as site
from django.urls import include, path

from duizhao.web.desk.views import (
    aside,
    aspects,
    batch,
    chain,
    editing,
    file,
    fixes,
    home,
    outputs,
    rows,
    running,
    screenings,
    settings,
    versions,
)

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("begin", home.begin, name="begin"),
    path("batches/<slug:batch>/", batch.batch, name="batch"),
    path("batches/<slug:batch>/put-in", batch.put_in, name="put_in"),
    path("batches/<slug:batch>/clear", batch.clear, name="clear"),
    path("batches/<slug:batch>/rename", batch.rename, name="rename"),
    path("batches/<slug:batch>/progress", rows.reading_progress, name="progress"),
    path("batches/<slug:batch>/read-again", rows.read_chosen, name="read_chosen"),
    path("batches/<slug:batch>/mark", rows.mark_chosen, name="mark_chosen"),
    path("batches/<slug:batch>/remove", rows.remove_chosen, name="remove_chosen"),
    path("batches/<slug:batch>/put-back", rows.put_back, name="put_back"),
    path("batches/<slug:batch>/make", outputs.make, name="make"),
    path("batches/<slug:batch>/made", outputs.made, name="made"),
    path("made/<slug:output>/download", outputs.download, name="download"),
    path("made/<slug:output>/stop", outputs.stop_making, name="stop_making"),
    path("made/<slug:output>/remove", outputs.remove_output, name="remove_output"),
    path("batches/<slug:batch>/stop", rows.stop, name="stop"),
    path("files/<slug:file>/read-again", rows.read_again, name="read_again"),
    path("batches/<slug:batch>/screen", screenings.screen, name="screen"),
    path("screenings/<slug:screening>/", screenings.screening, name="screening"),
    path("screenings/<slug:screening>/pair", screenings.pair, name="pair"),
    path("screenings/<slug:screening>/file", screenings.screening_file, name="screening_file"),
    path("screenings/<slug:screening>/drop", screenings.drop_screening, name="drop_screening"),
    path("example", home.example, name="example"),
    path("files/<slug:file>/row", batch.row, name="row"),
    path("files/<slug:file>/", file.file, name="file"),
    path("batches/<slug:batch>/questions", chain.questions_of_chosen, name="questions_of_chosen"),
    path("files/<slug:file>/chain", chain.chain, name="chain"),
    path("files/<slug:file>/questions", chain.questions, name="questions"),
    path("files/<slug:file>/original", file.original, name="original"),
    path("files/<slug:file>/mark", file.mark, name="mark"),
    path("files/<slug:file>/put-aside", aside.put_aside, name="put_aside"),
    path("files/<slug:file>/take-back", aside.take_back, name="take_back"),
    path("batches/<slug:batch>/recheck", batch.recheck, name="recheck"),
    path("aspects/", aspects.aspects, name="aspects"),
    path("aspects/preview", aspects.preview, name="preview_aspects"),
    path("aspects/save", aspects.save, name="save_aspects"),
    path("aspects/<str:profile>/", aspects.edit, name="edit_aspects"),
    path("aspects/<str:profile>/remove", aspects.remove, name="remove_aspects"),
    path("settings/", settings.settings, name="settings"),
    path("settings/save", settings.save, name="save_settings"),
    path("settings/reset", settings.reset, name="reset_settings"),
    path("settings/fonts", settings.fonts, name="fonts"),
    path("settings/download", settings.download, name="download_settings"),
    path("settings/undo/<slug:state>", settings.undo, name="undo_settings"),
    path("files/<slug:file>/fix", fixes.fix, name="fix"),
    path("files/<slug:file>/fix-all", fixes.fix_all, name="fix_all"),
    path("files/<slug:file>/undo", fixes.undo, name="undo"),
    path("files/<slug:file>/new-version", versions.new_version, name="new_version"),
    path("files/<slug:file>/compare", versions.compare, name="compare"),
    path("files/<slug:file>/restore", versions.restore, name="restore"),
    path("", include("duizhao.web.desk.ledger_urls")),
    path("files/<slug:file>/edit", editing.edit, name="edit"),
    path("files/<slug:file>/keep-draft", editing.keep_draft, name="keep_draft"),
    path("files/<slug:file>/drop-draft", editing.drop_draft, name="drop_draft"),
    path("files/<slug:file>/save", editing.save, name="save"),
]

if site.IS_DESK:
    # On a server they would end it for all, and take in files that only the server can read.
    urlpatterns += [
        path("link", running.link, name="link"),
        path("end", running.end, name="end"),
    ]
