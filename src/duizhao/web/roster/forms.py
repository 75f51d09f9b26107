"""The form of somebody on the roster."""

from __future__ import annotations

from typing import Any

from django import forms

from duizhao.process import Standing
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.roster.models import STANDINGS
from duizhao.web.roster.staff_entry import LABELS, TEXTS, StaffEntry

HELP = {
    "department": "没有这个科室就新建",
    "oversees": "领导填，几个科室用顿号隔开",
    "branch": "组织生活会、谈心谈话按支部找人",
    "branch_duty": "如书记、组织委员",
}

OFFERED = {"department": "departments", "branch": "branches"}
"""The lists that the page offers while somebody types."""


class StaffForm(forms.Form):
    """Somebody on the roster. `version` is that of the entry which was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(max_length=NAME_CHARACTERS)
    duty = forms.CharField(max_length=NAME_CHARACTERS, required=False)
    standing = forms.ChoiceField(
        choices=STANDINGS,
        initial=Standing.PARTY_MEMBER.name.lower(),
        help_text="谁和谁谈心谈话、谁应到会，按身份算",
    )
    department = forms.CharField(max_length=NAME_CHARACTERS, required=False)
    oversees = forms.CharField(max_length=4 * NAME_CHARACTERS, required=False)
    branch = forms.CharField(max_length=NAME_CHARACTERS, required=False)
    branch_duty = forms.CharField(max_length=NAME_CHARACTERS, required=False)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for name, offered in OFFERED.items():
            self.fields[name].widget.attrs["list"] = offered
        for name, label in LABELS.items():
            self.fields[name].label = label
            self.fields[name].help_text = HELP.get(name, self.fields[name].help_text)

    @classmethod
    def of_entry(cls, entry: StaffEntry) -> StaffForm:
        texts = {name: getattr(entry, name) for name in (*TEXTS, "standing", "version")}
        return cls(initial={**texts, "oversees": entry.oversees_words})

    def entry(self, member: str = "") -> StaffEntry:
        """What a form that is valid holds."""
        given = {name: str(value or "") for name, value in self.cleaned_data.items()}
        return StaffEntry.from_fields({**given, "member": member})
