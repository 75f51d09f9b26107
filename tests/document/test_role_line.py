"""A role line or a signature names a person and a unit, or neither where it is in doubt."""

from __future__ import annotations

import pytest

from duizhao.document.frame.role_line import RoleLine, parse_role_line


@pytest.mark.parametrize(
    ("line", "person", "unit"),
    [
        ("周明远", "周明远", ""),
        ("周　明", "周明", ""),
        ("云溪县水务局党组成员、副局长　周明远", "周明远", "云溪县水务局"),
        ("（云溪县政府办公室副主任　李　静）", "李静", "云溪县政府办公室"),
        ("周明远　云溪县水务局局长", "周明远", "云溪县水务局"),
        ("青石镇党委书记 欧阳明", "欧阳明", "青石镇"),
        ("对照检查人：周明远", "周明远", ""),
        ("姓名：郜远　单位：云溪县水务局", "郜远", "云溪县水务局"),
        ("单位及职务：云溪县水务局副局长", "", "云溪县水务局"),
        ("汇报人：阿卜杜拉·买买提", "阿卜杜拉·买买提", ""),
        ("（云溪县水务局　周明远）", "周明远", "云溪县水务局"),
        ("云溪县水务局党支部书记：李　静", "李静", "云溪县水务局"),
        ("中共云溪县水务局党组", "", "云溪县水务局"),
        ("云溪县第一中学校长", "", "云溪县第一中学"),
        ("施工程　云溪县水务局科员", "施工程", "云溪县水务局"),
        ("云溪县动物卫生工作站技术员　褚　平", "褚平", "云溪县动物卫生工作站"),
        ("城关派出所民警 尤建军", "尤建军", "城关派出所"),
        ("青石镇供销社理事长：华秀英", "华秀英", "青石镇供销社"),
        ("柳河村党支部书记 单大勇", "单大勇", "柳河村"),
        ("县人民医院护士长 闵敏 ", "闵敏", "县人民医院"),
    ],
)
def test_line_names_person_and_unit(line: str, person: str, unit: str) -> None:
    assert parse_role_line(line) == RoleLine(person, unit)


@pytest.mark.parametrize(
    "line",
    [
        "×××", "周某某", "方面：高度重视", "时间：周五 单独",
        "姓名：XXX", "党组书记、局长", "局党组成员、副局长", "某某县水务局局长",
        "全体党员", "对照检查人：", "普通党员", "副局长兼总工程师", "市委办公室综合科科长",
    ],
)  # fmt: skip
def test_doubtful_line_names_nobody(line: str) -> None:
    assert parse_role_line(line) == RoleLine()
