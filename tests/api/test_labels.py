"""A statement's label says what the statement says, and nothing else."""

import pytest

from duizhao import api
from duizhao.document.signer import Signer, signer
from duizhao.text import Source

TITLE = "2023年主题教育专题民主生活会个人对照检查材料"
BODY = """按照县委部署，现将有关情况报告如下。
一、存在的问题
（一）理论学习方面
一是学习不够系统。2023年5月的读书班我缺席两次。
二、整改措施
一是每月读书。
"""


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
def test_line_names_person_and_unit(line, person, unit):
    assert signer(line) == Signer(person, unit)


@pytest.mark.parametrize(
    "line",
    [
        "×××", "周某某", "方面：高度重视", "时间：周五 单独",
        "姓名：XXX", "党组书记、局长", "局党组成员、副局长", "某某县水务局局长",
        "全体党员", "对照检查人：", "普通党员", "副局长兼总工程师", "市委办公室综合科科长",
    ],
)  # fmt: skip
def test_doubtful_line_names_nobody(line):
    assert signer(line) == Signer()


def test_label_comes_from_signature_role_line_date_and_profile():
    text = f"{TITLE}\n云溪县水务局党组成员、副局长　周明远\n{BODY}周明远\n2024年1月8日\n"
    assert api.label_of(Source(text)) == api.DocumentLabel("周明远", "云溪县水务局", "2024", "2023")


def test_year_without_date_is_that_of_the_title():
    assert api.label_of(Source(f"{TITLE}\n{BODY}")) == api.DocumentLabel(
        year="2023", campaign="2023"
    )


def test_two_names_that_differ_give_none():
    text = f"{TITLE}\n云溪县水务局副局长　周明远\n{BODY}李静\n2024年1月8日\n"
    assert api.label_of(Source(text)).person == ""


def test_text_that_is_no_statement_has_no_campaign():
    assert (
        api.label_of(Source("关于召开会议的通知\n各科室：\n请于周五前报名。\n"))
        == api.DocumentLabel()
    )


def test_statements_in_one_text_share_what_they_agree_on():
    one = f"第一篇\n{TITLE}\n{BODY}周明远\n2024年1月8日\n"
    two = f"第二篇\n{TITLE}\n{BODY}李静\n2024年1月9日\n"
    checked = api.check_source(Source(one + two))
    assert len(checked.readings) == 2
    assert api.label_of_readings(checked.readings) == api.DocumentLabel(
        year="2024", campaign="2023"
    )
