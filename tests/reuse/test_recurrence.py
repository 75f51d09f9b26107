"""Last year's problems that stand in this year's statement are told, with both places."""

import pytest

from duizhao import api
from duizhao.text import Source

pytest.importorskip("numpy", reason="the extra `screen` is not installed")
from duizhao.reuse.recurrence import RECURRING_SHARE, RecurrenceFinder, recurring_problems

ME = api.DocumentLabel(person="周明远", unit="云溪县水务局")
OLD = """个人对照检查材料
现将有关情况报告如下。

一、存在的问题

（一）理论学习方面

一是学习前松后紧。我把自学安排在一周的最后，忙起来就放下，去年二季度的读书笔记只写了两篇。

二是学用结合不够。省里印发河湖管理办法以后，我只转发没有逐条研究，到秋天检查才发现两条没有落实。

（二）工作作风方面

一是检查走过场。我有三次检查只看台账不看现场，带队检查青石水库时没有上坝查看排水沟。

二、整改措施

一是每周三晚自学两小时，每月写读书笔记两篇，由办公室登记。
"""
NEW = """个人对照检查材料
现将有关情况报告如下。
一、存在的问题
（一）理论学习方面
一是学用结合不够。省里印发河湖管理办法以后，我只转发没有逐条研究，到秋天检查才发现两条没有落实。
（二）工作作风方面
一是检查走过场。我有三次检查只看台账不看现场，带队检查石桥水厂时没有查看加药间的记录本。
二是回信拖沓。今年群众来信二十六件，我签批之后没有跟踪，其中九件超过了规定的答复时间。
二、整改措施
一是每周三晚自学两小时，每月写读书笔记两篇，由办公室登记。
"""


def recurring(new, old, tmp_path, points=None):
    index = api.ScreenIndex(tmp_path / "index")
    index.add(old, "去年", ME)
    screened = index.check(new, ME)
    index.close()
    (statement,) = api.interpret(Source(new))
    (match,) = screened.matches
    if points is None:
        return recurring_problems(statement, match, old, screened.excluded)
    return RecurrenceFinder(new, match, old, screened.excluded).find(
        statement.document, getattr(statement, points)
    )


def test_problem_that_came_back_has_its_place_on_both_sides(tmp_path):
    (found,) = recurring(NEW, OLD, tmp_path)
    said = "学用结合不够。省里印发河湖管理办法以后，我只转发没有逐条研究，到秋天检查才发现两条没有落实。"
    assert found.span.of(NEW) == "一是" + said
    assert found.earlier.of(OLD).endswith(said)
    assert len(found.earlier.of(OLD)) <= len(said) + 2
    assert found.place == "（一）理论学习方面 一是"
    assert found.share >= RECURRING_SHARE


def test_problem_told_with_another_example_has_not_come_back(tmp_path):
    shown = [found.span.of(NEW)[:9] for found in recurring(NEW, OLD, tmp_path)]
    assert shown == ["一是学用结合不够。"]


def test_measures_are_looked_at_when_asked_for(tmp_path):
    (found,) = recurring(NEW, OLD, tmp_path, "measures")
    assert "每周三晚自学两小时" in found.earlier.of(OLD)


def test_few_replaced_words_lower_the_share_and_many_end_it(tmp_path):
    some = NEW.replace("两条没有落实", "三条没有落实")
    (found,) = recurring(some, OLD, tmp_path / "some")
    assert found.share < 1
    many = NEW.replace("省里印发河湖管理办法", "市里下达供水价格通知")
    assert recurring(many, OLD, tmp_path / "many") == ()


def test_inserted_and_dropped_words_shift_no_place(tmp_path):
    changed = NEW.replace("我只转发", "我当时只转发").replace("两条没有", "有两条没有")
    (found,) = recurring(changed, OLD, tmp_path)
    assert found.earlier.of(OLD).rstrip().endswith("两条没有落实。")
    assert found.earlier.of(OLD).lstrip("二是").startswith("学用结合不够。省里印发")


def test_problem_of_official_wording_alone_never_comes_back(tmp_path):
    said = "一是对坚持以人民为中心的发展思想、坚持和加强党的全面领导、坚持守正创新学习不够。"
    new = NEW.replace("一是学用结合不够。", said + "\n二是学用结合不够。")
    index = api.ScreenIndex(tmp_path / "index", {"本单位": [said, said.rstrip("。")]})
    index.add(OLD.replace("一是学习前松后紧。", said), "去年", ME)
    screened = index.check(new, ME)
    (statement,) = api.interpret(Source(new))
    found = recurring_problems(
        statement,
        screened.matches[0],
        index.text(screened.matches[0].entry.id),
        screened.excluded,
    )
    assert [each.span.of(new)[:4] for each in found] == ["二是学用"]
