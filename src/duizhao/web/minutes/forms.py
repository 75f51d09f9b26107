"""The forms of the page of a meeting."""

from __future__ import annotations

from typing import Any

from django import forms

from duizhao.process import SpeechKind
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models import Attendee
from duizhao.web.minutes.models import (
    ITEM_CHARACTERS,
    SPEECH_KINDS,
    TEXT_CHARACTERS,
    WRITTEN_KEY_CHARACTERS,
    Minutes,
)

AGENDA_LINES = 30
CRITICISM = SpeechKind.CRITICISM.name.lower()
WITHOUT_SPEAKER = frozenset((SpeechKind.DECISION.name.lower(), SpeechKind.OTHER.name.lower()))
"""What minutes may hold without naming who said it."""


class WordsField(forms.CharField):
    """Words as they were typed, on every system with the same ends of lines."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n")


class SpeechForm(forms.Form):
    """What somebody said: under which item, as what, of a criticism about whom."""

    item = forms.ChoiceField(label="议程")
    kind = forms.ChoiceField(label="内容", choices=SPEECH_KINDS)
    speaker = forms.ModelChoiceField(
        label="谁说的", queryset=Attendee.objects.none(), required=False, empty_label="不写人"
    )
    about = forms.ModelChoiceField(
        label="批评谁", queryset=Attendee.objects.none(), required=False, empty_label="不是批评"
    )
    text = WordsField(
        label="原话或要点",
        max_length=TEXT_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": TEXT_CHARACTERS}),
    )

    def __init__(
        self, *given: Any, items: tuple[str, ...], people: list[Attendee], **others: Any
    ) -> None:
        super().__init__(*given, **others)
        item = self.fields["item"]
        assert isinstance(item, forms.ChoiceField)
        item.choices = [(each[:ITEM_CHARACTERS], each) for each in items]
        known = Attendee.objects.filter(pk__in=[each.pk for each in people])
        for name in ("speaker", "about"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = known

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        kind = given.get("kind")
        if kind == CRITICISM:
            if not given.get("about"):
                self.add_error("about", "批评意见要写明批评谁")
            elif given.get("about") == given.get("speaker"):
                self.add_error("about", "自己说自己的，内容选“个人对照检查”")
        else:
            given["about"] = None
        if kind and kind not in WITHOUT_SPEAKER and not given.get("speaker"):
            self.add_error("speaker", "要写明是谁说的")
        return given


class NewSpeechForm(SpeechForm):
    """What somebody said, with the key that the page gave it."""

    written_key = forms.SlugField(max_length=WRITTEN_KEY_CHARACTERS, widget=forms.HiddenInput)


class MinutesForm(forms.ModelForm):
    """The heads of minutes."""

    summary = WordsField(
        label="摘要",
        required=False,
        max_length=TEXT_CHARACTERS,
        help_text="登记表里用，由人写",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = Minutes
        fields = ("began", "ended", "recorder", "summary")


class AgendaForm(forms.Form):
    """The items of the agenda, one a line."""

    items = WordsField(
        label="议程，一行一项",
        help_text="按规定的次序列好了；这次会有变化才改",
        widget=forms.Textarea(attrs={"rows": 7}),
    )

    def clean_items(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["items"].splitlines() if line.strip()]
        if len(lines) > AGENDA_LINES:
            raise forms.ValidationError(f"最多 {AGENDA_LINES} 项")
        if any(len(line) > ITEM_CHARACTERS for line in lines):
            raise forms.ValidationError(f"一项最多 {ITEM_CHARACTERS} 字")
        return list(dict.fromkeys(lines))


class RectificationForm(forms.Form):
    """A criticism as a row of the ledger: which problem, who sets it right."""

    problem = WordsField(
        label="要整改的问题",
        max_length=TEXT_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    owner = forms.CharField(label="责任人", required=False, max_length=NAME_CHARACTERS)

    @property
    def cells(self) -> dict[str, str]:
        """The cells of the row."""
        owner = self.cleaned_data["owner"].strip()
        return {"problem": self.cleaned_data["problem"].strip(), "owner": owner, "person": owner}
