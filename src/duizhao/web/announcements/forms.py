"""The form of an announcement."""

from __future__ import annotations

from typing import Any

from django import forms

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.announcements.models import AnnouncementScope

FOREWORD_CHARACTERS = 2_000
DAY = {"type": "date"}


class AnnouncementForm(forms.Form):
    """The words before the rows, to whom they are shown, and from when to when."""

    title = forms.CharField(label="标题", max_length=NAME_CHARACTERS)
    foreword = forms.CharField(
        label="开头的话",
        required=False,
        max_length=FOREWORD_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    scope = forms.ChoiceField(
        label="给谁看",
        choices=AnnouncementScope,
        help_text="“持链接的人”不用登录；别的要登录看。到期自己停下",
    )
    starts_on = forms.DateField(
        label="从哪天起", widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY)
    )
    ends_on = forms.DateField(
        label="到哪天止", widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY)
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "要在开始那天以后")
        return given
