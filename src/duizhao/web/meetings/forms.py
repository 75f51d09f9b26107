"""The forms of the pages of meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from duizhao.process import meeting_kinds
from duizhao.web.accounts.models import NAME_CHARACTERS

FIRST_YEAR, LAST_YEAR = 2012, 2100


def kinds() -> list[tuple[str, str]]:
    """The kinds of meeting that can be held, with their names."""
    return [(each.id, each.name) for each in meeting_kinds().values()]


class NewMeetingForm(forms.Form):
    """A new meeting: which kind, of which year."""

    kind = forms.ChoiceField(label="会议种类", choices=kinds)
    year = forms.IntegerField(
        label="年度",
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        initial=lambda: timezone.localdate().year,
    )
    held_on = forms.DateField(
        label="开会日期",
        required=False,
        help_text="还没定可以先空着",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    name = forms.CharField(
        label="名称",
        required=False,
        max_length=NAME_CHARACTERS,
        help_text="不填就用“年度＋会议种类”",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("name") and "year" in given and "kind" in given:
            given["name"] = f"{given['year']}年度{dict(kinds())[given['kind']]}"
        return given
