"""The forms of the pages of meetings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from duizhao import api
from duizhao.process import meeting_kinds
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.choosing import OF_BRANCH
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.models.dossier import THEME_CHARACTERS

FIRST_YEAR, LAST_YEAR = 2012, 2100
MONTHS_OF_LAST_YEAR = 6
"""A meeting held until June is mostly that of the year before."""


def kinds() -> list[tuple[str, str]]:
    """The kinds of meeting that can be held, with their names."""
    return [(each.id, each.name) for each in meeting_kinds().values()]


def profiles() -> list[tuple[str, str]]:
    """The profiles of this site and of the program, those of the latest year first."""
    try:
        known = api.load_profiles(settings.DATA_FOLDER.profiles).by_id
    except api.DuizhaoError:
        known = api.load_profiles().by_id
    latest = sorted(known.values(), key=lambda each: -max(each.years, default=0))
    return [("", "还没定"), *((each.id, each.title) for each in latest)]


def this_year() -> int:
    """The year of which a meeting is most likely that is begun today."""
    today = timezone.localdate()
    return today.year - (today.month <= MONTHS_OF_LAST_YEAR)


def _day(**named: Any) -> forms.DateField:
    return forms.DateField(
        required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **named
    )


class NewMeetingForm(forms.Form):
    """A new meeting: which kind, of which year, against which aspects."""

    kind = forms.ChoiceField(label="会议种类", choices=kinds)
    year = forms.IntegerField(
        label="年度", min_value=FIRST_YEAR, max_value=LAST_YEAR, initial=this_year
    )
    held_on = _day(label="开会日期", help_text="还没定可以先空着；各步的时间由它倒推")
    branch = forms.ChoiceField(
        label="党支部",
        required=False,
        help_text="组织生活会、民主评议党员才要选；人员按名册里的支部取",
    )
    profile = forms.ChoiceField(
        label="对照检查的方面", required=False, choices=profiles, help_text="材料按这些方面检查"
    )
    aspects = forms.CharField(
        label="通知里的方面",
        required=False,
        help_text="上面没有这一次的，就把通知粘进来，或者一行写一个方面",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    notice = forms.CharField(
        label="上级通知",
        required=False,
        max_length=THEME_CHARACTERS,
        help_text="名称、文号；可以以后再写",
    )
    name = forms.CharField(
        label="名称",
        required=False,
        max_length=NAME_CHARACTERS,
        help_text="不填就用“年度＋会议种类”",
    )

    def __init__(self, *given: Any, branches: Iterable[str] = (), **named: Any) -> None:
        super().__init__(*given, **named)
        choices = [("", "不按支部"), *((each, each) for each in branches)]
        self.fields["branch"].choices = choices

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        has_branches = len(self.fields["branch"].choices) > 1
        if has_branches and given.get("kind") in OF_BRANCH and not given.get("branch"):
            self.add_error("branch", "这种会由党支部开，请选一个支部")
        if not given.get("name") and "year" in given and "kind" in given:
            title = dict(kinds())[given["kind"]]
            given["name"] = f"{given.get('branch') or ''}{given['year']}年度{title}"[
                :NAME_CHARACTERS
            ]
        return given


class PlanForm(forms.Form):
    """The plan of a meeting. `version` is that of the dossier which was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label="名称", max_length=NAME_CHARACTERS)
    year = forms.IntegerField(label="年度", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    held_on = _day(label="开会日期")
    held_at = forms.CharField(
        label="时间", required=False, max_length=NAME_CHARACTERS, help_text="如上午9时"
    )
    place = forms.CharField(label="地点", required=False, max_length=NAME_CHARACTERS)
    chair = forms.ChoiceField(label="主持人", required=False)
    theme = forms.CharField(
        label="主题",
        required=False,
        max_length=THEME_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    profile = forms.ChoiceField(label="对照检查的方面", required=False, choices=profiles)
    has_consent = forms.BooleanField(label="不在第四季度开，已经上级党组织同意", required=False)

    FIELDS = ("name", "year", "held_on", "held_at", "place", "theme", "profile", "has_consent")

    def __init__(self, dossier: Dossier, *given: Any, **named: Any) -> None:
        now = {name: getattr(dossier, name) for name in (*self.FIELDS, "version")}
        super().__init__(*given, initial={**now, "chair": dossier.chair_id or ""}, **named)
        members = dossier.attendees.exclude(member=None).values_list("member", "name")
        self.fields["chair"].choices = [("", "还没定"), *members]
        chosen = self.fields["profile"]
        if dossier.profile and dossier.profile not in dict(profiles()):
            # One that was removed from the site stays what it was.
            chosen.choices = [*profiles(), (dossier.profile, dossier.profile)]

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the dossier that a form which is valid gives."""
        given = {name: self.cleaned_data[name] for name in self.FIELDS}
        return {**given, "chair": self.cleaned_data["chair"] or None}

    def differences(self, dossier: Dossier) -> list[tuple[str, Any, Any]]:
        """What this form would change of a dossier: label, there now, in the form."""
        found = []
        for name, value in self.values.items():
            now = dossier.chair_id if name == "chair" else getattr(dossier, name)
            if (now or None) != (value or None):
                found.append(
                    (str(self.fields[name].label), self._shown(name, now), self._shown(name, value))
                )
        return found

    def _shown(self, name: str, value: Any) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(value or "", value))
        if isinstance(value, bool):
            return "是" if value else "否"
        return "" if value is None else str(value)


class StudyForm(forms.Form):
    """A group study. `version` is that of the session which was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    held_on = forms.DateField(
        label="日期", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    place = forms.CharField(label="地点", required=False, max_length=NAME_CHARACTERS)
    theme = forms.CharField(
        label="学习内容",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="文件、讲话的名称；一行一个",
    )
