"""The forms of the pages of opinions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models import Attendee
from duizhao.web.opinions.models import WORDS_CHARACTERS, OpinionOrigin
from duizhao.web.opinions.models.opinion import TOPIC_CHARACTERS

MAX_QUESTIONS, MAX_SCOPES, MAX_CODES_AT_ONCE, MAX_LINKS_AT_ONCE = 8, 12, 300, 60
MAX_TYPED_CHARACTERS = 200_000
USUAL_QUESTIONS = "对领导班子有什么意见和建议"
USUAL_SCOPES = "机关科室\n基层单位\n服务对象"
ADDRESS = re.compile(r"https?://[^\s/?#]+/?")


def lines_of(text: str) -> list[str]:
    """The lines of a text that are not empty, each once."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _lines(label: str, rows: int, hint: str, initial: str) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, initial=initial, widget=forms.Textarea(attrs={"rows": rows})
    )


class RoundForm(forms.Form):
    """A round: what is asked, and of whom."""

    name = forms.CharField(label="名称", max_length=NAME_CHARACTERS, initial="会前征求意见")
    questions = _lines("问什么", 2, f"一行一个问题，最多 {MAX_QUESTIONS} 个", USUAL_QUESTIONS)
    asks_about_people = forms.BooleanField(
        label="也可以对班子成员个人提意见", required=False, initial=True
    )
    scopes = _lines(
        "征求的范围", 3, "一行一个范围，按相近的排在一起：不够 5 份的会和相邻的合并", USUAL_SCOPES
    )
    ends_on = forms.DateField(
        label="截止日期",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    explanation = forms.CharField(
        label="说明",
        required=False,
        help_text="写在填写页和征求意见表上，可以不填",
        max_length=TOPIC_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_questions(self) -> list[str]:
        return self._listed("questions", "问题", MAX_QUESTIONS)

    def clean_scopes(self) -> list[str]:
        return self._listed("scopes", "范围", MAX_SCOPES)

    def _listed(self, field: str, what: str, most: int) -> list[str]:
        found = lines_of(self.cleaned_data[field])
        if len(found) > most:
            raise forms.ValidationError(f"{what}最多 {most} 个")
        if any(len(each) > NAME_CHARACTERS for each in found):
            raise forms.ValidationError(f"每个{what}最多 {NAME_CHARACTERS} 字")
        return found


class CodesForm(forms.Form):
    """How many codes are printed for each scope, and where phones find the site."""

    address = forms.CharField(
        label="手机上打得开的网址",
        required=False,
        max_length=TOPIC_CHARACTERS,
        help_text="例如 https://dz.example.gov.cn，会印成二维码；空着就只印码",
        validators=[
            RegexValidator(ADDRESS, "网址要写成 https://dz.example.gov.cn 这样，后面不带别的")
        ],
    )

    def __init__(self, *given: Any, scopes: Sequence[str], is_desk: bool, **named: Any) -> None:
        super().__init__(*given, **named)
        if is_desk:
            del self.fields["address"]
        self.count_names = [f"count{at}" for at in range(len(scopes))]
        counts = {
            name: forms.IntegerField(
                label=f"{scope}，几张",
                required=False,
                min_value=0,
                max_value=MAX_CODES_AT_ONCE,
            )
            for name, scope in zip(self.count_names, scopes, strict=True)
        }
        self.fields.update(counts)
        self.order_fields(self.count_names)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        total = sum(self.counts)
        if not self.errors and not 0 < total <= MAX_CODES_AT_ONCE:
            raise forms.ValidationError(
                f"一次最多印 {MAX_CODES_AT_ONCE} 张，多的分几次印" if total else "请写上各印几张"
            )
        return given

    @property
    def counts(self) -> list[int]:
        return [self.cleaned_data.get(name) or 0 for name in self.count_names]


class LinksForm(forms.Form):
    """Links that are handed out by name."""

    names = _lines("发给谁", 4, f"一行一个名字，一次最多 {MAX_LINKS_AT_ONCE} 个", "")
    scope = forms.TypedChoiceField(label="属于哪个范围", coerce=int)
    address = forms.CharField(
        label="手机上打得开的网址",
        max_length=TOPIC_CHARACTERS,
        validators=[
            RegexValidator(ADDRESS, "网址要写成 https://dz.example.gov.cn 这样，后面不带别的")
        ],
    )

    def __init__(self, *given: Any, scopes: Sequence[str], **named: Any) -> None:
        # Its fields stand on one page with those of the other form.
        super().__init__(*given, auto_id="link_%s", **named)
        self.fields["scope"].choices = list(enumerate(scopes))

    def clean_names(self) -> list[str]:
        found = lines_of(self.cleaned_data["names"])
        if len(found) > MAX_LINKS_AT_ONCE:
            raise forms.ValidationError(f"一次最多 {MAX_LINKS_AT_ONCE} 个")
        return found


class EntryForm(forms.Form):
    """Opinions that came on paper, in a workbook or by word of mouth."""

    origin = forms.ChoiceField(
        label="怎么来的",
        choices=[each for each in OpinionOrigin.choices if each[0] != OpinionOrigin.CODE],
    )
    scope = forms.CharField(
        label="来自哪个范围",
        required=False,
        max_length=NAME_CHARACTERS,
        help_text="例如“机关科室”，不知道就空着",
        widget=forms.TextInput(attrs={"list": "scopes", "autocomplete": "off"}),
    )
    typed = forms.CharField(
        label="意见原话",
        max_length=MAX_TYPED_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="一行一条，照原话录入。对个人的，在前面写上姓名，用制表符或冒号隔开；从 Excel 里复制过来的两列也可以",
    )


class MendForm(forms.Form):
    """An opinion that was mistyped."""

    words = forms.CharField(
        label="意见原话", max_length=WORDS_CHARACTERS, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReplyForm(forms.Form):
    """A reply to an opinion."""

    reply = forms.CharField(
        label="答复",
        required=False,
        max_length=WORDS_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写清怎么办、什么时候办，或者为什么办不了。先存着，在“征求意见”页一起反馈",
    )


class SendingForm(forms.Form):
    """What somebody with a code writes: an answer to each question, and words about members.

    With `choices` one of them is chosen for each question, and words may be added.
    """

    def __init__(
        self,
        *given: Any,
        questions: Sequence[str],
        people: Sequence[Attendee],
        choices: Sequence[str] = (),
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.choices = {f"c{at}": question for at, question in enumerate(questions) if choices}
        for name, question in self.choices.items():
            self.fields[name] = _choice(question, choices)
        self.questions = {f"q{at}": question for at, question in enumerate(questions)}
        self.people = {f"p-{each.pk}": each for each in people}
        for name, label in (
            *((name, "想说的话" if choices else each) for name, each in self.questions.items()),
            *((name, f"对{each.name}的意见") for name, each in self.people.items()),
        ):
            self.fields[name] = _words(label)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        total = sum(len(words) for name, words in given.items() if name not in self.choices)
        has_chosen = any(given.get(name) for name in self.choices)
        if total > WORDS_CHARACTERS:
            raise forms.ValidationError(
                f"一共最多写 {WORDS_CHARACTERS} 字，现在是 {total} 字，请精简"
            )
        if self.choices and not total and not has_chosen and not self.errors:
            raise forms.ValidationError("还没有选。不想评的，不用提交，关掉这一页就行")
        if not total and not has_chosen and not self.errors:
            raise forms.ValidationError("还没有写意见。没有意见的，不用提交，关掉这一页就行")
        return given

    @property
    def question_fields(self) -> list[Any]:
        return [self[name] for name in self.questions]

    @property
    def choice_fields(self) -> list[tuple[Any, Any]]:
        """For each question its choices and its words."""
        return [(self[name], self[f"q{name[1:]}"]) for name in self.choices]

    @property
    def people_fields(self) -> list[Any]:
        return [self[name] for name in self.people]


class RespondentWords(forms.CharField):
    """Words of several lines: a browser sends two characters for each line break, and people count one."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


def _choice(label: str, choices: Sequence[str]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[(each, each) for each in choices],
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
    )


def _words(label: str) -> RespondentWords:
    return RespondentWords(
        label=label,
        required=False,
        max_length=WORDS_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
