"""What a password must be: not the name, the unit or a usual word with a year behind it, in Chinese either."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from duizhao.web.accounts.models import Person, Unit
from duizhao.web.accounts.password_rules import PasswordRules
from duizhao.web.accounts.pinyin import pinyin


@pytest.fixture
def person(db) -> Person:
    return Person(username="swj07", name="李建国", unit=Unit(name="云溪县水务局"))


@pytest.mark.parametrize(
    "password",
    [
        "lijianguo123",
        "LiJianguo@2024",
        "jianguoli1975",
        "ljg19750612ljg",
        "李建国20260101",
        "swj07swj07swj07",
        "shuiwuju2026!",
        "yunxixianshuiwuju",
        "woaini5201314",
        "w0aini@1314520",
        "dangyuan19210701",
        "zhongguo1949!!",
        "qwertyuiop123",
        "1qaz2wsx3edc",
        "Admin@123456",
        "p@ssw0rd2025",
        "aaaaaaaaaaaa",
        "abc13812345678",
    ],
)
def test_password_that_everybody_would_try_is_refused(person: Person, password: str) -> None:
    with pytest.raises(ValidationError):
        PasswordRules().validate(password, person)


@pytest.mark.parametrize(
    "password",
    [
        "xue-hua-piao-2",
        "去年修的渠今年才通水",
        "三台泵站夜里抽水2026",
        "kuihua-chuiyan-7",
        "v8Q#tz!m2Lrw",
    ],
)
def test_password_of_ones_own_is_taken(person: Person, password: str) -> None:
    PasswordRules().validate(password, person)


def test_reason_says_what_is_left(person: Person) -> None:
    with pytest.raises(ValidationError, match="剩下不到 4 个字"):
        PasswordRules().validate("zhongguo1949!!", person)


@pytest.mark.parametrize(
    ("characters", "written"),
    [
        ("啊座张李建国王秀兰", "a zuo zhang li jian guo wang xiu lan"),
        ("吕略女虐率驴", "lv lve nv nve lv lv"),
        ("曾重单", "zeng zhong dan"),
    ],
)
def test_common_characters_have_their_pinyin(characters: str, written: str) -> None:
    assert " ".join(map(pinyin, characters)) == written


@pytest.mark.parametrize("character", ["a", "7", "昊", "龘", "　", "。"])
def test_other_characters_have_none(character: str) -> None:
    assert pinyin(character) == ""
