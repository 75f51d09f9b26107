"""The forms of the pages of talks."""

from __future__ import annotations

from typing import Any

from django import forms

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models.ledger_row import DONE_CHARACTERS
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks.models import TEXT_CHARACTERS, Talk, TalkRecord

KINDS = ("会前谈心谈话", "家庭走访", "约谈提醒", "帮助教育", "集体谈话")
"""Words that are offered for the kind of a talk: any other may be written."""
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TalkDetailsForm(forms.ModelForm):
    """When and where a talk was, and of which kind."""

    class Meta:
        model = Talk
        fields: tuple[str, ...] = ("held_on", "place", "kind")
        widgets = {  # noqa: RUF012
            "held_on": DAY,
            "kind": forms.TextInput(attrs={"list": "talk-kinds", "autocomplete": "off"}),
        }


class HeldTalkForm(TalkDetailsForm):
    """The details of a talk, and whether it was held."""

    class Meta(TalkDetailsForm.Meta):
        fields = ("is_held", "held_on", "place", "kind")


class NewTalkForm(TalkDetailsForm):
    """A new talk: between whom, when, where."""

    one = forms.ModelChoiceField(label="谈话人", queryset=StaffMember.objects.none())
    other = forms.ModelChoiceField(label="谈话对象", queryset=StaffMember.objects.none())
    field_order = ("one", "other", "held_on", "place", "kind")

    def __init__(self, *given: Any, people: list[StaffMember], **others: Any) -> None:
        super().__init__(*given, **others)
        known = StaffMember.objects.filter(pk__in=[each.pk for each in people])
        for name in ("one", "other"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = known
        self.fields["held_on"].help_text = "还没谈的填约好的日子；只知道谈过、不记得日子的空着"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("one") and given.get("one") == given.get("other"):
            self.add_error("other", "谈话人和谈话对象不能是同一个人")
        return given


class TalkRecordForm(forms.ModelForm):
    """What was said in a talk."""

    class Meta:
        model = TalkRecord
        fields = ("content", "problems", "measures", "remark")
        widgets = {  # noqa: RUF012
            "content": forms.Textarea(attrs={"rows": 8, "maxlength": TEXT_CHARACTERS}),
            "problems": forms.Textarea(attrs={"rows": 4, "maxlength": TEXT_CHARACTERS}),
            "measures": forms.Textarea(attrs={"rows": 4, "maxlength": TEXT_CHARACTERS}),
            "remark": forms.Textarea(attrs={"rows": 2, "maxlength": TEXT_CHARACTERS}),
        }


class TalkAgreementForm(forms.Form):
    """What two people agreed on, as a row of the ledger has it."""

    problem = forms.CharField(
        label="要整改的问题",
        max_length=TEXT_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    measures = forms.CharField(
        label="约定的措施",
        max_length=TEXT_CHARACTERS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    owner = forms.CharField(label="责任人", max_length=NAME_CHARACTERS, required=False)
    due = forms.DateField(label="截止日期", required=False, widget=DAY)

    @property
    def cells(self) -> dict[str, str]:
        """The cells of the row."""
        given = self.cleaned_data
        due = given["due"].isoformat() if given["due"] else ""
        named = {name: given[name].strip() for name in ("problem", "measures", "owner")}
        return {**named, "person": given["owner"].strip()[:DONE_CHARACTERS], "due": due}
