"""The addresses of the statements of meetings: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.submissions.views import (
    comments,
    comparison,
    points,
    review,
    reviews,
    statement,
    statements,
)

app_name = "submissions"
urlpatterns = [
    path("meetings/<slug:dossier>/statements/", statements.statements, name="statements"),
    path(
        "meetings/<slug:dossier>/statements/out", statements.statements_out, name="statements_out"
    ),
    path("meetings/<slug:dossier>/statements/match", statements.match, name="match"),
    path(
        "meetings/<slug:dossier>/statements/begin",
        statements.begin_statement,
        name="begin_statement",
    ),
    path(
        "meetings/<slug:dossier>/statements/screen",
        statements.screen_submitted,
        name="screen_submitted",
    ),
    path("statements/<slug:submission>/", statement.statement, name="statement"),
    path("statements/<slug:submission>/file", statement.handed_in_file, name="handed_in_file"),
    path("statements/<slug:submission>/changes", comparison.changes, name="changes"),
    path("statements/<slug:submission>/reasons", comparison.reasons, name="reasons"),
    path("statements/<slug:submission>/hand-in", statement.hand_in, name="hand_in"),
    path("statements/<slug:submission>/take-from", statement.take_from, name="take_from"),
    path("statements/<slug:submission>/points", points.points, name="points"),
    path("statements/<slug:submission>/answer", points.answer_point, name="answer_point"),
    path("statements/<slug:submission>/open", points.open_point, name="open_point"),
    path("statements/<slug:submission>/accept", review.accept, name="accept"),
    path("statements/<slug:submission>/return", review.return_statement, name="return_statement"),
    path("reasons/<slug:reason>/judge", review.judge_reason, name="judge_reason"),
    path("statements/<slug:submission>/comment", comments.add_comment, name="add_comment"),
    path("statements/<slug:submission>/comments", comments.take_comments, name="take_comments"),
    path("comments/<slug:comment>/answer", comments.answer_comment, name="answer_comment"),
    path("comments/<slug:comment>/resolve", comments.resolve_comment, name="resolve_comment"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/out", reviews.reviews_out, name="reviews_out"),
]
