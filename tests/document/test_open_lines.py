"""A line that ends in a comma goes on in the next one."""

from __future__ import annotations

import pytest

from duizhao import document
from duizhao.text import Source

HEAD = "个人对照检查材料\n按照要求，现将有关情况报告如下，请同志们批评。\n一、存在的问题\n"


def paragraphs(body: str) -> list[str]:
    parsed = document.parse(Source(HEAD + body))
    return [parsed.of(each.span) for each in parsed.paragraphs[1:]]


def test_an_open_line_and_the_next_are_one_paragraph() -> None:
    body = (
        "减速箱漏油，我垫了块胶皮对付了三周，\n主轴抱死，\n全线停了四小时。\n工具借出去不登记。\n"
    )
    assert paragraphs(body) == [
        "减速箱漏油，我垫了块胶皮对付了三周，\n主轴抱死，\n全线停了四小时。",
        "工具借出去不登记。",
    ]


@pytest.mark.parametrize(
    "following",
    [
        "一是学习不深入。",
        "1.学习不深入。",
        "——学习不深入。",
        "责任人：老周。",
        "\n学习不深入。",
    ],
)
def test_what_begins_anew_stands_apart(following: str) -> None:
    first, *_ = paragraphs(f"减速箱漏油，我垫了块胶皮对付了三周，\n{following}\n")
    assert first == "减速箱漏油，我垫了块胶皮对付了三周，"


def test_a_short_open_line_leads_in() -> None:
    assert paragraphs("要改的，\n每月盘一次库。\n") == ["要改的，", "每月盘一次库。"]
