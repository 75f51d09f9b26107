"""What a password must be, said in Chinese: Django's own sentences are only partly translated."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from duizhao.web.accounts.models import SecurityPolicy

MIN_CHARACTERS = 10
SIMILAR = 0.7


class PasswordRules:
    """Ten characters, not digits alone, unlike the names of the person, not one of the 20,000 common ones."""

    def __init__(self) -> None:
        self._common = CommonPasswordValidator().passwords

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError with all that is wrong."""
        written = password.lower()
        wrong = []
        least = max(MIN_CHARACTERS, SecurityPolicy.current().password_characters)
        if len(password) < least:
            wrong.append(f"密码至少 {least} 个字")
        if password.isdecimal():
            wrong.append("密码不能全是数字")
        if written.strip() in self._common:
            wrong.append("这个密码太常见，别人容易猜到")
        names = (user.username.lower(), user.name.lower()) if user else ()
        if any(_is_like(written, name) for name in names if name):
            wrong.append("密码和账号或姓名太像")
        if wrong:
            raise ValidationError(wrong)


def _is_like(password: str, name: str) -> bool:
    return SequenceMatcher(None, password, name).ratio() >= SIMILAR
