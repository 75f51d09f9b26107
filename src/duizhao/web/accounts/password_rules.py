"""Conditions of a password, in Chinese: Django's own sentences are only partly translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from duizhao.web.accounts.models import SecurityPolicy
from duizhao.web.accounts.pinyin import pinyin

MIN_CHARACTERS = 10
SIMILAR = 0.7
MIN_OWN_CHARACTERS = 4
"""So many must be left without what everybody would try."""
USUAL = (
    "gongchandang|zhonghua|zhongguo|dangyuan|shengrikuaile|woaini|woaizhongguo|iloveyou|xihuan|"
    "administrator|admin|password|passwd|pass|mima|denglu|login|welcome|hello|guest|root|user|test|"
    "qwertyuiop|qwerty|qwer|asdfghjkl|asdf|zxcvbnm|zxcv|1qaz|2wsx|3edc|1q2w3e4r|qazwsx|abcd|abc|"
    "5201314|1314520|1314|520|woai|aini|love|baobei|laopo|laogong|beijing|china|gov|office|duizhao"
)
USUAL_WORD = re.compile(USUAL)
USUAL_NUMBER = re.compile(
    r"1[3-9]\d{9}|(?:19|20)\d\d(?:[01]\d[0-3]\d)?|(.)\1{2,}|"
    r"(?:0?123456789|0?12345678|1234567|123456|12345|1234|123|987654321|87654321|654321|54321|4321|321)0?"
)
ABOVE_A_UNIT = re.compile("[省市县区州盟旗乡镇]")
LOOKS = str.maketrans("@0$!", "aosi")


class PasswordRules:
    """Long enough, not digits alone, not one of the 20,000 common ones, unlike the names of the person, and more than
    a name, a usual word and a year put together."""

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
        names = list(_names(user)) if user else []
        if any(_is_like(written, name) for name in names):
            wrong.append("密码和账号、姓名或单位太像")
        elif not wrong and _own_characters(written, names) < MIN_OWN_CHARACTERS:
            wrong.append(
                f"除了姓名、单位、常见的词、年份和连着的数字，剩下不到 {MIN_OWN_CHARACTERS} 个字，别人容易猜到"
            )
        if wrong:
            raise ValidationError(wrong)


def _names(person: Any) -> Iterator[str]:
    """The account, the name and the unit of somebody, as they are and in pinyin."""
    unit = person.unit.name if person.unit else ""
    # 云溪县水务局 is also 水务局.
    parts = [each for each in (unit, *ABOVE_A_UNIT.split(unit)) if len(each) > 1]
    for each in (person.username, person.name, *parts):
        yield each.lower()
    for each in (person.name, *parts):
        syllables = [pinyin(character) for character in each]
        yield "".join(syllables)
        yield "".join(syllable[:1] for syllable in syllables)
        # 张三 is also san.zhang.
        yield "".join((*syllables[1:], *syllables[:1]))


def _is_like(password: str, name: str) -> bool:
    return bool(name) and SequenceMatcher(None, password, name).ratio() >= SIMILAR


def _own_characters(password: str, names: list[str]) -> int:
    """How many characters are left without names, usual words, years and rows of digits."""
    known = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
    plain = USUAL_NUMBER.sub(" ", password)
    return min(_left(password, known), _left(plain.translate(LOOKS), known))


def _left(password: str, names: list[str]) -> int:
    for name in names:
        password = password.replace(name, " ")
    left = USUAL_NUMBER.sub(" ", USUAL_WORD.sub(" ", password))
    return sum(each.isalnum() for each in left)
