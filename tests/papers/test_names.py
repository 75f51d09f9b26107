"""Every name that offices give the paper is one of the document."""

from __future__ import annotations

import pytest

from duizhao import api
from duizhao.text import Source

# No opening formula and no chapter: the name alone has to do.
BODY = "\n去年站里7件事有2件过了期，本人拖了三周才上门。\n"
NAMES = [
    "发言提纲",
    "个人发言提纲",
    "检视剖析材料",
    "检视剖析报告",
    "检视剖析发言提纲",
    "检视检查材料",
    "个人检视材料",
    "检视材料",
    "自我检视材料",
    "问题检视材料",
    "党性分析材料",
    "党性分析报告",
    "党性剖析材料",
    "党性体检材料",
    "个人党性分析",
    "对照检查材料",
    "对照检查发言材料",
    "对照检查发言稿",
    "对照检查报告",
    "对照检查情况报告",
    "对照检查提纲",
    "对照检查汇报材料",
    "个人对照检查",
    "对照检视材料",
    "对照剖析材料",
    "剖析材料",
    "剖析报告",
    "个人剖析材料",
    "自我剖析材料",
    "自我剖析发言",
    "自查剖析材料",
    "查摆材料",
    "查摆问题材料",
    "批评与自我批评发言提纲",
    "批评和自我批评发言材料",
    "自我批评材料",
    "自我检查材料",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("title", ["林业站站长{}", "关于2025年度组织生活会的{}", "{}"])
def test_paper_is_recognised_by_its_name(title: str, name: str) -> None:
    found = api.check_source(Source(title.format(name) + BODY))
    assert found.readings[0].statement.recognised
    assert not {each.code for each in found.findings} & {"DZ101", "DZ102", "DZ103"}


@pytest.mark.parametrize(
    "title",
    [
        "违纪违法典型案例剖析材料",
        "2025年上半年经济形势剖析报告",
        "粮油市场剖析材料",
        "醉驾案件剖析材料",
    ],
)
def test_analysis_of_something_else_is_none(title: str) -> None:
    body = "\n一、基本情况\n上半年增长3.2%。\n二、走势\n下半年平稳。\n"
    assert not api.interpret(Source(title + body))[0].recognised
