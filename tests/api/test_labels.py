"""A statement's label says what the statement says, and nothing else."""

from duizhao import api
from duizhao.text import Source

TITLE = "2023年主题教育专题民主生活会个人对照检查材料"
BODY = """按照县委部署，现将有关情况报告如下。
一、存在的问题
（一）理论学习方面
一是学习不够系统。2023年5月的读书班我缺席两次。
二、整改措施
一是每月读书。
"""


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
