"""What a reviewer has decided about a version."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.random_key import KEY_CHARACTERS, random_key
from duizhao.web.submissions.models.submission import Submission

REASON_CHARACTERS, CRITERION_CHARACTERS = 1_000, 20


class ReviewOutcome(models.TextChoices):
    """What becomes of a statement that was reviewed."""

    ACCEPTED = "accepted", "审核通过"
    REVISE = "revise", "退回修改"
    REWRITE = "rewrite", "退回重写"


class ReviewDecision(models.Model):
    """A version accepted, or returned to be revised or rewritten by a day. It is about the text, never the person."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField("稿")
    outcome = models.CharField(max_length=8, choices=ReviewOutcome)
    due_on = models.DateField("什么时候前交回", null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at",)


class ReasonState(models.TextChoices):
    """Whether a later version answers a reason. A person decides."""

    OPEN = "open", "还没有核对"
    MET = "met", "已改到"
    NOT_MET = "not-met", "还没有改到"


class ReturnReason(models.Model):
    """Why a version was returned: a question of the criteria, and words of the reviewer.

    `judged` is the number of the version in which a person found it met or not.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    decision = models.ForeignKey(ReviewDecision, models.CASCADE, related_name="reasons")
    position = models.PositiveIntegerField()
    criterion = models.CharField(max_length=CRITERION_CHARACTERS, blank=True)
    text = models.TextField("理由")
    state = models.CharField(max_length=8, choices=ReasonState, default=ReasonState.OPEN)
    judged = models.PositiveIntegerField(null=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ("decision__made_at", "position")
