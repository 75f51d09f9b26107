"""Whose statement a file is likely to be: by its name, its title, its signature, a duty that only one has."""

from __future__ import annotations

import pytest

from duizhao.web.desk.models import DeskFile
from duizhao.web.meetings.models import Attendee
from duizhao.web.submissions.matching import matches
from duizhao.web.submissions.models import TEAM

GUO, GUO_SHORT, YU, LIU = (
    Attendee(name=name, duty=duty)
    for name, duty in (
        ("郭春生", "局长"),
        ("郭春", "副局长"),
        ("于丽", "纪检组组长"),
        ("刘望", "副局长"),
    )
)
NAMES = {each.key: each.name for each in (GUO, GUO_SHORT, YU, LIU)} | {TEAM: "班子"}


def owner(name: str, title: str = "", who: str = "") -> tuple[str, str]:
    file = DeskFile(name=name, facts={"title": title, "who": who})
    (found,) = matches([file], [GUO, GUO_SHORT, YU, LIU])
    return NAMES.get(found.owner, ""), found.basis


@pytest.mark.parametrize(
    ("name", "title", "who", "expected"),
    [
        ("于丽.docx", "", "", ("于丽", "文件名里有姓名")),
        ("郭春生 对照检查.docx", "", "", ("郭春生", "文件名里有姓名")),
        ("郭春.docx", "", "", ("郭春", "文件名里有姓名")),
        ("郭春生、于丽.docx", "", "", ("郭春生", "文件名里有姓名")),
        ("于丽、刘望.docx", "", "", ("", "")),
        ("发言.docx", "于丽同志对照检查材料", "", ("于丽", "标题或署名里有姓名")),
        ("发言.docx", "对照检查材料", "水务局 刘望", ("刘望", "标题或署名里有姓名")),
        ("发言.docx", "对照检查材料", "水务局纪检组组长", ("于丽", "标题里的职务相同")),
        ("发言.docx", "对照检查材料", "水务局局长", ("郭春生", "标题里的职务相同")),
        ("发言.docx", "对照检查材料", "水务局副局长", ("", "")),
        ("发言.docx", "对照检查材料", "水务局副组长", ("", "")),
        ("发言.docx", "对照检查材料", "水务局局长助理", ("", "")),
        ("领导班子对照检查材料.docx", "", "", ("班子", "写的是班子")),
        ("一稿.docx", "水务局党组班子对照检查材料", "", ("班子", "写的是班子")),
        ("班子成员于丽.docx", "", "", ("于丽", "文件名里有姓名")),
        ("于丽.docx", "领导班子成员个人对照检查材料", "", ("于丽", "文件名里有姓名")),
        ("发言.docx", "班子成员对照检查材料", "", ("", "")),
    ],
)
def test_file_is_of_whom_its_words_name(
    db: None, name: str, title: str, who: str, expected: tuple[str, str]
) -> None:
    assert owner(name, title, who) == expected


def test_only_deputy_is_known_by_the_duty(db: None) -> None:
    deputy = Attendee(name="刘望", duty="副局长")
    file = DeskFile(name="发言.docx", facts={"title": "对照检查材料", "who": "水务局副局长"})
    (found,) = matches([file], [GUO, deputy])
    assert found.owner == deputy.key
    (found,) = matches([file], [GUO])
    assert found.owner == ""
