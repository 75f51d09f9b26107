"""The rules on the chain reproach nothing that may be answered in other words, and ask once where links are missing."""

from __future__ import annotations

import duizhao.rules
from duizhao.lint import Finding, Linter, Severity, collect
from duizhao.profiles import shipped
from duizhao.text import Source

CODES = {"DZ501", "DZ502", "DZ503", "DZ504", "DZ505", "DZ506"}
OPENING = "党支部组织生活会个人对照检查材料\n现将有关情况报告如下：\n"
PROBLEMS = (
    "一、存在的问题\n一是码头的缆桩锈断了没有换。\n二是渔船进港登记漏了十七条。\n"
    "三是冷库的门关不严。\n四是渔民夜校停了课。\n"
)


def found(text: str) -> list[Finding]:
    report = Linter(collect(duizhao.rules), shipped().all()).check(Source(OPENING + text))
    return [finding for finding in report.findings if finding.code in CODES]


def test_plain_answers_to_every_problem_are_not_reproached() -> None:
    assert not found(
        PROBLEMS
        + "二、原因剖析\n一是没有把渔船进港登记当回事。\n二是图省钱，缆桩锈断了也舍不得，冷库漏冷气装作不晓得。\n"
        + "三是嫌夜校来的人少，渔民夜校就散了。\n"
        + "三、整改措施\n一是缆桩锈断的本月换掉。\n二是渔船进港登记由哨位一条一条记。\n"
        + "三是请师傅给大门换胶条。\n四是渔民夜校逢五开课。\n"
    )


def test_one_finding_asks_where_most_links_are_missing() -> None:
    answers = PROBLEMS + "二、整改措施\n一是本月换掉。\n二是逐条记。\n三是换胶条。\n"
    (finding,) = found(answers)
    assert finding.code == "DZ504"
    assert finding.severity is Severity.HINT
    assert finding.message == "4个问题里有4个没有看出对应的措施"
    assert len(finding.related) == 3
    # With one for each problem they answer in order, whatever their words.
    assert not found(answers + "四是逢五上课。\n")


def test_a_problem_is_named_where_every_measure_belongs_to_another() -> None:
    (finding,) = found(
        PROBLEMS
        + "二、整改措施\n一是缆桩锈断的本月换掉。\n二是渔船进港登记由哨位一条一条记。\n三是渔民夜校逢五开课。\n"
    )
    assert finding.code == "DZ504"
    assert finding.message == "整改措施里没有与这个问题对应的内容"


def test_a_measure_is_named_where_every_problem_has_another() -> None:
    (finding,) = found(
        PROBLEMS
        + "二、整改措施\n一是缆桩锈断的本月换掉。\n二是渔船进港登记由哨位一条一条记。\n"
        + "三是冷库的门关严，换胶条。\n四是渔民夜校逢五开课。\n五是食堂添一台蒸箱。\n"
    )
    assert finding.code == "DZ506"


def test_causes_are_asked_for_only_where_they_are_few() -> None:
    two = "二、原因剖析\n一是嫌换缆桩麻烦。\n二是心里没数。\n"
    one = "二、原因剖析\n一是心里没数。\n"
    assert not found(PROBLEMS + two)
    (finding,) = found(PROBLEMS + one)
    assert finding.message == "4个问题里有4个没有看出对应的原因"


def test_measures_in_other_words_are_not_reproached_where_some_are_linked() -> None:
    measures = "二、整改措施\n一是缆桩本月换掉，锈断的不再用。\n二是逐条记。\n三是换胶条。\n四是逢五上课。\n"
    assert not found(PROBLEMS + measures)


BELOW_TITLES = (
    "一、存在的问题\n（一）学习上\n1．主题党日缺了三次。\n2．村庄规划没有议过。\n（二）党员管理上\n3．流动党员有11名失联。\n"
    "4．三年只发展一名党员。\n（三）集体经济上\n5．烘干机一年只开19天。\n二、整改措施\n（一）主题党日每月15日由书记主持，村庄规划4月议完。\n"
)
LAST = "（三）烘干机2025年4月底前由副主任租给邻村。\n"


def test_one_measure_for_each_title_answers_what_stands_below_it() -> None:
    assert not found(BELOW_TITLES + "（二）组织委员2月底前与11名流动党员逐一通话。\n" + LAST)


def test_a_title_without_any_measure_is_asked_about() -> None:
    text = BELOW_TITLES + LAST
    assert {each.span.of(OPENING + text) for each in found(text)} == {
        "流动党员有11名失联",
        "三年只发展一名党员",
    }
