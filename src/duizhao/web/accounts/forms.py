"""The forms of the pages of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import QuerySet

from duizhao.web.accounts.models import (
    NAME_CHARACTERS,
    USERNAME_CHARACTERS,
    Grant,
    Person,
    SecurityPolicy,
    Unit,
)
from duizhao.web.accounts.one_time import SET_UP_CODE
from duizhao.web.accounts.password_rules import MIN_CHARACTERS
from duizhao.web.accounts.queries import delegable_grants, likely_takers
from duizhao.web.person_role import PersonRole

LONGEST_PASSWORD, LONGEST_CODE = 128, 40
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


class CodeForm(forms.Form):
    """A code of an authenticator app, or a recovery code."""

    code = forms.CharField(
        label="验证码",
        max_length=LONGEST_CODE,
        help_text="手机验证器上正显示的 6 位数字；手机不在身边，输入一个恢复码",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )


class NewPassword(forms.Form):
    """A new password, typed twice."""

    password = _password("新密码", NEW)
    again = _password("再输一遍", NEW)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        least = SecurityPolicy.current().password_characters
        self.fields[
            "password"
        ].help_text = f"至少 {least} 个字；不能全是数字，不能是姓名、单位、常见的词加年份"

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
    """The name of a person."""

    name = _name()


class MoveForm(forms.Form):
    """The unit to which somebody moves."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="调到", empty_label=None)

    def __init__(self, units: QuerySet[Unit], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["unit"].queryset = units


class LastDayForm(forms.Form):
    """Until which day somebody logs in."""

    last_day = forms.DateField(
        label="用到哪天",
        required=False,
        help_text="过了这一天账号自动停用；空着就是不定日子",
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class RoleForm(forms.Form):
    """A role for many people."""

    role = forms.ChoiceField(label="角色", choices=PersonRole.choices)


class GrantForm(forms.Form):
    """A role in a unit."""

    role = forms.ChoiceField(label="角色", choices=PersonRole.choices)
    unit = forms.ModelChoiceField(Unit.objects.none(), label="在哪个单位", empty_label=None)

    def __init__(self, units: QuerySet[Unit], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["unit"].queryset = units


def _number(label: str, least: int, most: int, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, help_text=hint)


class PolicyForm(forms.Form):
    """What is asked of everybody who logs in."""

    roles_with_code = forms.MultipleChoiceField(
        label="登录时要手机验证码的角色",
        choices=PersonRole.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="勾上以后，下次登录时设置；全勾就是人人都要。没勾的人也可以自己设",
    )
    password_characters = _number("密码至少几个字", MIN_CHARACTERS, 64)
    kept_passwords = _number("新密码不能和最近几个相同", 1, 24)
    password_days = _number("密码最多用几天", 0, 730, "0 表示不限；过期的下次登录时先换")
    idle_minutes = _number("多少分钟不用就退出", 5, 480)
    session_hours = _number("一次登录最多几小时", 1, 24)

    @classmethod
    def of(cls, policy: SecurityPolicy) -> PolicyForm:
        """Filled with what holds now."""
        return cls(initial={name: getattr(policy, name) for name in cls.base_fields})


class DelegationForm(forms.Form):
    """Who acts in which of one's roles, from day to day."""

    taker = forms.ModelChoiceField(Person.objects.none(), label="请谁代办", empty_label=None)
    grant = forms.ModelChoiceField(Grant.objects.none(), label="哪个角色", empty_label=None)
    first_day = forms.DateField(label="从哪天", widget=forms.DateInput(attrs={"type": "date"}))
    last_day = forms.DateField(
        label="到哪天",
        help_text="到这一天晚上为止",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, giver: Person, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["taker"].queryset = likely_takers(giver)
        self.fields["grant"].queryset = delegable_grants(giver)
        self.fields["grant"].label_from_instance = lambda grant: (
            f"{grant.get_role_display()}（{grant.unit.name}）"
        )
