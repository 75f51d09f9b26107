"""What people write at places of a statement."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.random_key import KEY_CHARACTERS, random_key
from duizhao.web.submissions.models.submission import Submission

COMMENT_CHARACTERS = 1_000


class QuotedPlace(models.Model):
    """A place in a version of a statement: characters of its text, and the words that stand there.

    In a later version it is where its words are, in the paragraph that its own has become.
    """

    number = models.PositiveIntegerField("稿")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(blank=True)

    class Meta:
        abstract = True


class TextComment(QuotedPlace):
    """A comment at exact words, until somebody has seen to it."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="comments")
    text = models.TextField("批注")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ("made_at",)


class CommentAnswer(models.Model):
    """What somebody answers to a comment."""

    comment = models.ForeignKey(TextComment, models.CASCADE, related_name="answers")
    text = models.TextField("答复")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at",)


class PointSource(models.TextChoices):
    """What a statement has to answer."""

    ROW = "row", "上年度整改"
    OPINION = "opinion", "征求的意见"


class AnsweredPoint(QuotedPlace):
    """A row of last year's ledger or an opinion, with the place where a statement answers it.

    Without a place (`end` is 0) it has a `note` why the text does not speak of it.
    """

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="answered")
    source = models.CharField(max_length=8, choices=PointSource)
    point = models.CharField(max_length=KEY_CHARACTERS)
    note = models.CharField("说明", max_length=COMMENT_CHARACTERS, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint("submission", "source", "point", name="point_answered_once"),
        )
