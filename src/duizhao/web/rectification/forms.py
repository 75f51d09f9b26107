"""The forms of the page of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from duizhao.ledger.row import RowOrigin
from duizhao.process import Move, MoveRequest
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.rectification.models import (
    ENTRY_CHARACTERS,
    PLACE_CHARACTERS,
    REASON_CHARACTERS,
    SENTENCE_CHARACTERS,
)
from duizhao.web.roster.models import StaffMember

FIELDS: Mapping[Move, tuple[str, ...]] = {
    Move.START: ("on",),
    Move.SUBMIT: ("on",),
    Move.CLOSE: ("acceptor", "on"),
    Move.RETURN: ("reason", "on"),
    Move.KEEP_UP: ("due", "on"),
    Move.HAND_OVER: ("receiver", "reason", "on"),
    Move.POSTPONE: ("due", "reason", "consent", "on"),
    Move.REOPEN: ("reason", "on"),
}
"""What is asked for a move, in the order of its form."""
LABELS: Mapping[tuple[Move, str], str] = {
    (Move.KEEP_UP, "due"): "下次检查的日期",
    (Move.POSTPONE, "due"): "延期到哪一天",
    (Move.POSTPONE, "consent"): "谁同意的",
    (Move.RETURN, "reason"): "哪里没有到位",
    (Move.SUBMIT, "on"): "哪天做完的",
}


PARTS = ("owner", "leader", "helper", "acceptor")


def _named(member: StaffMember) -> str:
    return f"{member.name}（{member.duty}）" if member.duty else member.name


def day_field(label: str, *, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


def text_field(label: str, most: int, *, lines: int = 3, required: bool = False) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": lines, "maxlength": most})
    return forms.CharField(label=label, max_length=most, required=required, widget=widget)


def name_field(label: str, hint: str = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"list": "people-of-unit", "autocomplete": "off"})
    return forms.CharField(
        label=label, max_length=NAME_CHARACTERS, required=False, help_text=hint, widget=widget
    )


class WhoForm(forms.Form):
    """A form of something that somebody did: on the desk, where nobody logs in, it is written down who."""

    by_name = name_field("谁办的", "不填就记为本机")

    def __init__(self, *given: Any, **others: Any) -> None:
        super().__init__(*given, **others)
        if not settings.IS_DESK:
            del self.fields["by_name"]

    @property
    def who(self) -> str:
        return str(self.cleaned_data.get("by_name", ""))


class RowMoveForm(WhoForm):
    """A move, with what it asks for. The guards of the move name all that is missing at once.

    `address` is where its form leads. Who keeps the ledger `names_acceptor`; others accept in their own name.
    """

    address = ""

    on = day_field("日期")
    reason = text_field("理由", REASON_CHARACTERS)
    consent = name_field("同意人")
    due = day_field("新的日期")
    receiver = name_field("移交给哪个单位、谁")
    acceptor = name_field("验收人", "不能是责任人")

    def __init__(self, move: Move, *given: Any, names_acceptor: bool = True, **others: Any) -> None:
        super().__init__(*given, **{"prefix": move.name.lower(), **others})
        self.move = move
        if not names_acceptor:
            del self.fields["acceptor"]
        self.order_fields([*FIELDS[move], "by_name"])
        for name in list(self.fields):
            if name not in (*FIELDS[move], "by_name"):
                del self.fields[name]
            elif (move, name) in LABELS:
                self.fields[name].label = LABELS[move, name]
        self.fields["on"].initial = timezone.localdate

    def request(self) -> MoveRequest:
        """The move that was asked for. Without a day it was today."""
        given = self.cleaned_data
        return MoveRequest(
            self.move,
            given["on"] or timezone.localdate(),
            reason=given.get("reason") or "",
            consent=given.get("consent") or "",
            due=given.get("due"),
            receiver=given.get("receiver") or "",
        )

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on and on > timezone.localdate():
            raise forms.ValidationError("日期还没有到")
        return on


class ProgressForm(WhoForm):
    """What was done on a day."""

    happened_on = day_field("哪天", required=True)
    text = text_field("做了什么、结果怎样", ENTRY_CHARACTERS, lines=4)

    def __init__(self, *given: Any, **others: Any) -> None:
        super().__init__(*given, **others)
        self.fields["happened_on"].initial = timezone.localdate
        self.order_fields(["happened_on", "text", "next_review", "by_name"])

    def clean_happened_on(self) -> Any:
        on = self.cleaned_data["happened_on"]
        if on > timezone.localdate():
            raise forms.ValidationError("日期还没有到")
        return on


class ReportForm(ProgressForm):
    """Progress, with the files that show it."""


class ReviewForm(ProgressForm):
    """What a review of a standing measure found, and when the next one is."""

    next_review = day_field("下次检查的日期", required=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("text", "").strip():
            self.add_error("text", "要写明检查的结果")
        if (day := given.get("next_review")) and day <= timezone.localdate():
            self.add_error("next_review", "下次检查的日期已经过了")
        return given


class AskForm(WhoForm):
    """A postponement that is asked for."""

    due = day_field("想延到哪一天", required=True)
    reason = text_field("理由", REASON_CHARACTERS, required=True)


class AnswerForm(forms.Form):
    """What somebody answers to a postponement that was asked for."""

    name = name_field("谁答复的", "不能是责任人")
    words = text_field("答复的话", REASON_CHARACTERS, lines=2)

    def __init__(self, *given: Any, **others: Any) -> None:
        super().__init__(*given, **others)
        if not settings.IS_DESK:
            del self.fields["name"]


class PeopleOfRowForm(forms.Form):
    """Who of the roster has which part in a row, and by when it is done."""

    owner = forms.ModelMultipleChoiceField(
        label="责任人", queryset=StaffMember.objects.none(), required=False
    )
    leader = forms.ModelMultipleChoiceField(
        label="责任领导", queryset=StaffMember.objects.none(), required=False
    )
    helper = forms.ModelMultipleChoiceField(
        label="配合的人", queryset=StaffMember.objects.none(), required=False
    )
    acceptor = forms.ModelChoiceField(
        label="验收人",
        queryset=StaffMember.objects.none(),
        required=False,
        empty_label="没有定",
        help_text="不能是责任人",
    )
    due = day_field("截止日期")

    def __init__(self, *given: Any, unit: Any, **others: Any) -> None:
        super().__init__(*given, **others)
        known = StaffMember.objects.filter(unit=unit, left_on=None)
        for name in PARTS:
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = known

    def offer(self, staff: Sequence[StaffMember]) -> None:
        """Show these people in every field."""
        shown = [(member.pk, _named(member)) for member in staff]
        for name in PARTS:
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.choices = [("", "没有定"), *shown] if name == "acceptor" else shown

    def people(self) -> dict[str, list[StaffMember]]:
        """The people by part; only those parts that were changed, so that words in the other cells stay."""
        chosen = {name: list(self.cleaned_data[name]) for name in ("owner", "leader", "helper")}
        acceptor = self.cleaned_data["acceptor"]
        chosen["acceptor"] = [acceptor] if acceptor else []
        return {name: members for name, members in chosen.items() if name in self.changed_data}


class SourceForm(forms.Form):
    """Something that named the problem: a sentence, and where it stands."""

    origin = forms.ChoiceField(
        label="来源",
        choices=[(each.name.lower(), each.value) for each in RowOrigin],
        initial=RowOrigin.INSPECTION.name.lower(),
    )
    sentence = text_field("原话", SENTENCE_CHARACTERS, required=True)
    place = forms.CharField(
        label="在哪份材料的哪里",
        max_length=PLACE_CHARACTERS,
        required=False,
        help_text="如：巡察反馈意见（某巡察〔2025〕3号）第二部分第（三）条",
    )


class NewRowForm(SourceForm):
    """A row that somebody outside named: by an inspection, a superior, an audit, a petition."""

    problem = text_field("要整改的问题", SENTENCE_CHARACTERS, lines=2, required=True)
    measures = text_field("整改措施", SENTENCE_CHARACTERS)
    owner = name_field("责任人")
    due = day_field("截止日期")

    def __init__(self, *given: Any, is_opinion: bool = False, **others: Any) -> None:
        super().__init__(*given, **others)
        if is_opinion:
            for name in ("origin", "sentence", "place"):
                del self.fields[name]

    @property
    def cells(self) -> dict[str, str]:
        """The cells of the row."""
        given = self.cleaned_data
        named = {name: given[name].strip() for name in ("problem", "measures", "owner")}
        origin = given.get("origin", RowOrigin.OPINION.name)
        return {
            **named,
            "origin": RowOrigin[origin.upper()].value,
            "place": given.get("place", "").strip(),
            "due": given["due"].isoformat() if given["due"] else "",
        }
