"""What a unit wants of reminders, and where people get mail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from duizhao.web.roster.models import StaffMember

LONGEST_PAUSE_DAYS, ADDRESS_CHARACTERS = 90, 254


class ReminderChoiceForm(forms.Form):
    """Whether mails go out, how often of late rows, and whether they say what the problem is."""

    is_mailed = forms.BooleanField(label="到时候发邮件", required=False)
    shows_problem = forms.BooleanField(
        label="邮件里写出问题原话",
        required=False,
        help_text="不选，邮件里只有编号和日期，详情登录后看",
    )
    every_days = forms.IntegerField(
        label="逾期以后，每几天再提醒一次", min_value=1, max_value=LONGEST_PAUSE_DAYS
    )


def typed_addresses(
    members: Iterable[StaffMember], given: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """The addresses in a form, by member, and the names of members with an invalid address."""
    found, wrong = {}, []
    for member in members:
        if (name := f"address-{member.pk}") not in given:
            continue
        address = given[name].strip()
        try:
            if address:
                validate_email(address)
            if len(address) > ADDRESS_CHARACTERS:
                raise ValidationError("")
        except ValidationError:
            wrong.append(member.name)
        else:
            found[member.pk] = address
    return found, wrong
