"""The forms of invitations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.http import HttpRequest

from duizhao.web.accounts.forms import USERNAME, NewPassword
from duizhao.web.accounts.models import USERNAME_CHARACTERS, Person

LARGEST_LIST, LONGEST_ADDRESS, LONGEST_DAYS, USUAL_DAYS = 20_000, 200, 60, 14


class InvitationSlipForm(forms.Form):
    """What stands on a slip: where the site is, and until when the code is good."""

    address = forms.CharField(
        label="网址",
        max_length=LONGEST_ADDRESS,
        validators=[
            RegexValidator(r"^https?://[^\s/?#]+/?$", "网址要像 https://duizhao.example.cn")
        ],
        help_text="各人打开对照的网址，印在邀请条和二维码里",
    )
    days = forms.IntegerField(
        label="几天有效", min_value=1, max_value=LONGEST_DAYS, initial=USUAL_DAYS
    )

    @classmethod
    def at(cls, request: HttpRequest, auto_id: str = "slip-%s") -> InvitationSlipForm:
        """With the address at which this request came."""
        address = request.build_absolute_uri("/").rstrip("/")
        return cls(initial={"address": address}, auto_id=auto_id)


class InvitedPeopleForm(forms.Form):
    """Many people, one a line: the name, and the account where it should not be the name."""

    people = forms.CharField(
        label="名单",
        max_length=LARGEST_LIST,
        help_text="一行一人：姓名，要自己定账号的，空一格写账号；不写就用姓名做账号",
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_people(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for line in self.cleaned_data["people"].splitlines():
            name, *rest = line.split() or [""]
            if name:
                found.append(_checked(name, rest))
        named = [username for _, username in found if username]
        if twice := {each for each in named if named.count(each) > 1}:
            raise ValidationError(f"账号“{min(twice)}”写了两次")
        return found


def _checked(name: str, rest: list[str]) -> tuple[str, str]:
    """A name and an account as a person can have them. Raises ValidationError."""
    if len(rest) > 1:
        raise ValidationError(f"“{name}”一行写了好几样：一行只写一个人的姓名和账号")
    account = rest[0] if rest else name
    if len(account) > USERNAME_CHARACTERS:
        raise ValidationError(f"“{account[:10]}……”太长，做账号最多 {USERNAME_CHARACTERS} 个字")
    try:
        USERNAME(account)
    except ValidationError as fault:
        raise ValidationError(f"{name}：{fault.message}") from None
    return name, rest[0] if rest else ""


class InvitedForm(NewPassword):
    """The first password of somebody who has a slip."""

    def __init__(self, person: Person, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._person = person

    def about(self) -> Person:
        return self._person
