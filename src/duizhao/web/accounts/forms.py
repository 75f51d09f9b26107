"""The forms of the pages of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import QuerySet

from duizhao.web.accounts.models import NAME_CHARACTERS, USERNAME_CHARACTERS, Person, Unit
from duizhao.web.accounts.one_time import SET_UP_CODE
from duizhao.web.accounts.password_rules import MIN_CHARACTERS
from duizhao.web.person_role import PersonRole

LONGEST_PASSWORD = 128
CURRENT, NEW = {"autocomplete": "current-password"}, {"autocomplete": "new-password"}
USERNAME = RegexValidator(r"^[\w.-]+$", "账号只能用汉字、字母、数字和 . - _，中间不留空格")


def _password(label: str, attributes: dict[str, str], hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_PASSWORD,
        strip=False,
        help_text=hint,
        widget=forms.PasswordInput(attrs=attributes),
    )


def _username() -> forms.CharField:
    return forms.CharField(
        label="账号",
        max_length=USERNAME_CHARACTERS,
        validators=[USERNAME],
        help_text="登录时填的名字，定了不能改",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


def _name() -> forms.CharField:
    return forms.CharField(label="姓名", max_length=NAME_CHARACTERS)


class LoginForm(forms.Form):
    """The way in."""

    username = forms.CharField(
        label="账号",
        max_length=USERNAME_CHARACTERS,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = _password("密码", CURRENT)


class NewPassword(forms.Form):
    """A new password, typed twice."""

    password = _password(
        "新密码", NEW, f"至少 {MIN_CHARACTERS} 个字，不能全是数字，不能和账号、姓名相近"
    )
    again = _password("再输一遍", NEW)

    def about(self) -> Person:
        """Whose password it is: it must not be like their names."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        password = given.get("password")
        if password and given.get("again") and password != given["again"]:
            self.add_error("again", "两遍不一样")
        elif password:
            try:
                validate_password(password, self.about())
            except ValidationError as fault:
                self.add_error("password", fault)
        return given


class PasswordForm(NewPassword):
    """One's own password, changed."""

    current = _password("现在的密码", CURRENT)
    field_order = ("current", "password", "again")

    def __init__(self, person: Person, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._person = person

    def about(self) -> Person:
        return self._person

    def clean_current(self) -> str:
        current: str = self.cleaned_data["current"]
        if not self._person.check_password(current):
            raise ValidationError("现在的密码不对")
        return current

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("password") and given.get("password") == given.get("current"):
            self.add_error("password", "新密码不能和现在的一样")
        return given


class SetUpForm(NewPassword):
    """The first unit and its system administrator."""

    code = forms.CharField(
        label="设置码",
        help_text="启动 duizhao serve 的窗口里写着，只能用一次",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    unit = forms.CharField(
        label="单位名称", max_length=NAME_CHARACTERS, help_text="最上级的单位，下属单位以后再加"
    )
    name = _name()
    username = _username()
    field_order = ("code", "unit", "name", "username", "password", "again")

    def about(self) -> Person:
        given = self.cleaned_data
        return Person(username=given.get("username", ""), name=given.get("name", ""))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not SET_UP_CODE.is_right(code):
            raise ValidationError("设置码不对")
        return code


class UnitForm(forms.Form):
    """The name of a unit."""

    name = forms.CharField(label="名称", max_length=NAME_CHARACTERS)


class PersonForm(forms.Form):
    """A new person."""

    name = _name()
    username = _username()


class PersonEditForm(forms.Form):
    """The name and the unit of a person."""

    name = _name()
    unit = forms.ModelChoiceField(Unit.objects.none(), label="单位", empty_label=None)

    def __init__(self, units: QuerySet[Unit], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["unit"].queryset = units


class GrantForm(forms.Form):
    """A role in a unit."""

    role = forms.ChoiceField(label="角色", choices=PersonRole.choices)
    unit = forms.ModelChoiceField(Unit.objects.none(), label="在哪个单位", empty_label=None)

    def __init__(self, units: QuerySet[Unit], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["unit"].queryset = units
