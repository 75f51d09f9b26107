"""A statement that somebody answers for at a meeting."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.desk.models import DeskFile
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.random_key import KEY_CHARACTERS, random_key

TEAM = "领导班子"


class SubmissionState(models.TextChoices):
    """How far a statement is on its way."""

    DRAFT = "draft", "还没有送审"
    HANDED_IN = "handed-in", "等待审核"
    RETURNED = "returned", "已退回"
    ACCEPTED = "accepted", "审核通过"


class Submission(models.Model):
    """The file of a dossier's batch that is somebody's statement; that of the team, without an attendee.

    `handed_in` is the number of the version that reviewers see, None while none was handed in. `version` grows with
    each change of its state.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="submissions")
    attendee = models.OneToOneField(Attendee, models.CASCADE, null=True, related_name="submission")
    file = models.OneToOneField(DeskFile, models.CASCADE, related_name="submission")
    state = models.CharField(max_length=10, choices=SubmissionState, default=SubmissionState.DRAFT)
    handed_in = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("attendee__position", "attendee__name")
        constraints = (
            models.UniqueConstraint(
                "dossier",
                condition=models.Q(attendee=None),
                name="one_statement_of_the_team",
            ),
        )

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        """Whose statement it is."""
        return self.attendee.name if self.attendee else TEAM

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for a reviewer."""
        return self.state == SubmissionState.HANDED_IN


class HandIn(models.Model):
    """A version that was handed in, with the facts of its row as they were then."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="hand_ins")
    number = models.PositiveIntegerField("稿")
    facts = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint("submission", "number", name="handed_in_once"),)
