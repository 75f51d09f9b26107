"""The dossier of one meeting."""

from __future__ import annotations

from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS, Unit
from duizhao.web.desk.models import Batch
from duizhao.web.random_key import KEY_CHARACTERS, random_key
from duizhao.web.roster.models import StaffMember

ID_CHARACTERS, THEME_CHARACTERS = 60, 400


class Dossier(models.Model):
    """A meeting from its plan to its minutes.

    `kind` is the id of a kind of meeting of `duizhao.process`, `profile` that of the aspects that statements answer.
    `notice` holds the title, number and overrides of the superior's notice. `steps_done` has the day (ISO) on which a
    step of the calendar was done, by the id of its requirement. Its statements are the files of `batch`. A dossier with
    `closed_at` is only read.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="dossiers", verbose_name="单位")
    kind = models.CharField("会议种类", max_length=ID_CHARACTERS)
    name = models.CharField("名称", max_length=NAME_CHARACTERS)
    year = models.PositiveSmallIntegerField("年度")
    profile = models.CharField("对照检查的方面", max_length=ID_CHARACTERS, blank=True)
    theme = models.CharField("主题", max_length=THEME_CHARACTERS, blank=True)
    held_on = models.DateField("开会日期", null=True, blank=True)
    held_at = models.CharField("时间", max_length=NAME_CHARACTERS, blank=True)
    place = models.CharField("地点", max_length=NAME_CHARACTERS, blank=True)
    chair = models.ForeignKey(
        StaffMember, models.SET_NULL, null=True, related_name="chairs", verbose_name="主持人"
    )
    has_consent = models.BooleanField("不在第四季度，已经上级党组织同意", default=False)
    notice = models.JSONField(default=dict)
    steps_done = models.JSONField(default=dict)
    batch = models.OneToOneField(Batch, models.SET_NULL, null=True, related_name="dossier")
    previous = models.ForeignKey("self", models.SET_NULL, null=True, related_name="following")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-year", "-held_on", "-made_at")

    def __str__(self) -> str:
        return self.name

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None
