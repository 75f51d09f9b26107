"""The sheets of a text: by the rules of a checker, for statements alone."""

from __future__ import annotations

from duizhao import api

STATEMENT = """\
个人对照检查材料
按照要求，现将有关情况报告如下。
一、存在的问题
一是学习不够。推进xx工作时，于部职工的意见听得少。
二、原因分析
一是学习抓得不紧。
三、整改措施
一是每周学习一次，六月底前读完一本。
"""


def texts(source: api.Source, checker: api.Checker | None = None) -> list[str]:
    return [entry.text for sheet in api.opinion_sheets(source, checker) for entry in sheet.entries]


def test_sheet_lists_what_the_rules_of_the_checker_find() -> None:
    source = api.Source(STATEMENT, name="甲.txt")
    everything = texts(source)
    with api.Checker(api.Config(select=("DZ301",))) as checker:
        (blank,) = texts(source, checker)
    assert "xx" in blank
    assert blank in everything
    assert len(everything) > 1
    with api.Checker(api.Config(ignore=("DZ301",))) as checker:
        assert texts(source, checker) == [each for each in everything if each != blank]


def test_text_that_is_no_statement_has_no_sheet() -> None:
    assert api.opinion_sheets(api.Source("关于召开会议的通知\n请准时参加xx会议。\n")) == ()
