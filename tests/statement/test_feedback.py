"""The points of feedback in a report on rectification, in the forms that reports have."""

from __future__ import annotations

import pytest

from .reading import interpreted

HEAD = "关于巡察反馈意见整改落实情况的报告\n按照要求，现将整改落实情况报告如下。\n"

BY_HEADINGS = """\
一、组织领导情况
成立了领导小组，开过三次会。
二、巡察反馈问题整改落实情况
（一）“三会一课”记录不全
1.补记了五次党课。
2.支部书记每月翻一次记录本。
（二）往来账款清理缓慢
收回两笔，共四万元。
三、下一步打算
每季度回头看一次。
"""
GROUPED = """\
一、反馈意见整改落实情况
（一）党的建设方面
1.支部换届超期问题
九月换届，选出三人。
2.党费收缴不及时问题
按月收缴，欠缴的补齐。
（二）财务管理方面
1.白条入账问题
七张白条换成发票。
"""
LABELLED = """\
一、反馈意见整改落实情况
（一）食堂采购不公开
1.整改措施
每周五贴出采购单。
2.整改成效
已贴二十一周。
（二）公车加油卡混用
1.整改措施
一车一卡。
2.整改成效
六辆车都换了卡。
"""
NAMED_AS_PROBLEM = """\
一、反馈意见整改落实情况
（一）固定资产没有登记的问题
1.全面清点。九月点完三百件。
2.逐件贴码。十月贴完。
"""
UNQUOTED = """\
一、反馈意见整改落实情况
（一）值班记录不全
1.补记九月以来的缺项。
2.每班交接签字。
（二）借款长期不还
收回三万元。
"""
FAULTY_GROUP = """\
一、反馈意见整改落实情况
（一）党内政治生活不够严肃
1.学习笔记照抄
重写了三本。
2.会议记录补签
退回重开。
"""
IN_PARAGRAPHS = """\
一、反馈意见整改落实情况
问题一：档案室漏雨。已换瓦，又刷了防水。
雨季看过四次。
关于图书下架不及时的问题。下架了八十册。
针对门卫脱岗，排了双岗。
二、下一步打算
接着看。
"""
WITHOUT_CHAPTER = """\
一、“值班电话无人接”
换了值班表。
二、工会账目不公布的问题
每季度公布一次。
三、今后打算
坚持下去。
"""


def points(text: str) -> list[tuple[str, str]]:
    """The title of each point, and how its body begins and ends."""
    read = interpreted(HEAD + text)
    found = []
    for point in read.feedback:
        body = point.body.of(read.text).strip("。\n")
        found.append((point.title.of(read.text), body.splitlines()[-1] if body else ""))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BY_HEADINGS,
            [
                ("“三会一课”记录不全", "2.支部书记每月翻一次记录本"),
                ("往来账款清理缓慢", "收回两笔，共四万元"),
            ],
        ),
        (
            GROUPED,
            [
                ("支部换届超期问题", "九月换届，选出三人"),
                ("党费收缴不及时问题", "按月收缴，欠缴的补齐"),
                ("白条入账问题", "七张白条换成发票"),
            ],
        ),
        (
            LABELLED,
            [
                ("食堂采购不公开", "已贴二十一周"),
                ("公车加油卡混用", "六辆车都换了卡"),
            ],
        ),
        (NAMED_AS_PROBLEM, [("固定资产没有登记的问题", "2.逐件贴码。十月贴完")]),
        (
            IN_PARAGRAPHS,
            [
                ("问题一：档案室漏雨", "雨季看过四次"),
                ("关于图书下架不及时的问题", "下架了八十册"),
                ("针对门卫脱岗，排了双岗", ""),
            ],
        ),
        (
            WITHOUT_CHAPTER,
            [
                ("“值班电话无人接”", "换了值班表"),
                ("工会账目不公布的问题", "每季度公布一次"),
            ],
        ),
        (UNQUOTED, [("值班记录不全", "2.每班交接签字"), ("借款长期不还", "收回三万元")]),
        (FAULTY_GROUP, [("学习笔记照抄", "重写了三本"), ("会议记录补签", "退回重开")]),
        ("一、读书情况\n一是读了三本。\n", []),
    ],
)
def test_points_of_feedback_are_found_in_each_form(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert points(text) == expected
