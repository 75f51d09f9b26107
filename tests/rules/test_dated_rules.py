"""Rules that ask the dated table: sentences that must be shown, and ordinary ones beside them."""

from __future__ import annotations

import pytest

import duizhao.rules
from duizhao.chronology import EventKind, chronology
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.rules.residue.repealed_rule import NAMES
from duizhao.rules.residue.studied_too_early import CONGRESSES, PHRASES
from duizhao.text import Source

LINTERS = {
    rule.code: Linter([rule], shipped().all())
    for rule in collect(duizhao.rules)
    if rule.code in {"DZ326", "DZ327"}
}
STATEMENT = "个人对照检查材料\n现将有关情况对照检查如下：\n一、存在的问题\n一是{}\n{}\n"


def found(code: str, problem: str, signed: str) -> list[str]:
    text = STATEMENT.format(problem, signed)
    return [each.span.of(text) for each in LINTERS[code].check(Source(text)).findings]


@pytest.mark.parametrize(
    ("problem", "signed"),
    [
        ("学得浅。2024年3月至5月，我集中学习了党的二十届三中全会精神，读书笔记只记了4页。", ""),
        (
            "学得浅。2021年6月自学《中共中央关于党的百年奋斗重大成就和历史经验的决议》时，只看标题。",
            "",
        ),
        ("学得浅。2021年9月，中心组第8次学习专题研讨党的二十大精神，我没有发言。", ""),
        ("学得浅。二〇二一年三月学习党的十九届六中全会精神时，我在外出差，事后没有补课。", ""),
        ("学得浅。2022年8月，村支部传达学习党的第二十次全国代表大会报告，我没听完就去接电话。", ""),
        ("学得浅。2025年5月，参加县委党校党的二十届四中全会精神轮训班，请假两天。", ""),
        (
            "学得浅。2013年10月学习《中共中央关于全面深化改革若干重大问题的决定》，只划线不思考。",
            "",
        ),
        ("学得浅。对二十届四中全会精神学习不及时，宣讲稿用的是网上的。", "2025年1月8日"),
        ("学得浅。去年的事，即2024年1月17日，支部请人辅导二十届三中全会精神，我迟到了。", ""),
        ("学得浅。2019年一季度，本人没有按计划学习十九届四中全会精神。", ""),
    ],
)
def test_a_study_before_there_was_anything_to_study_is_shown(problem: str, signed: str) -> None:
    assert len(found("DZ326", problem, signed)) == 1


@pytest.mark.parametrize(
    ("problem", "signed"),
    [
        ("学得慢。2021年5月学习党史，11月学习十九届六中全会精神，都只记了提纲。", ""),
        ("学得慢。2020年以来，先后学习了十九届五中全会、六中全会和二十大精神，笔记不全。", ""),
        ("学得慢。2017年至2023年，学习十九大、二十大精神共12次，我缺席5次。", ""),
        ("学得慢。2019年调入民政科，学习二十届三中全会精神不系统。", ""),
        ("学得慢。2021年第一次党课讲错了概念，二十大召开后也没有补学。", ""),
        ("学得慢。2022年上半年迎接党的二十大胜利召开，环境整治只做了主干道。", ""),
        ("学得慢。2025年10月25日学习二十届四中全会公报，我只看了新闻。", "2026年1月9日"),
        ("学得慢。2019年10月学习十九届四中全会精神，月底才补记笔记。", ""),
        ("学得慢。按照二十大报告提出的要求，2021年启动的灌区改造应当收尾，我没有催。", ""),
        ("学得慢。比起2018年，学习二十大精神的劲头差了。", ""),
        ("学得慢。2022年3月入党积极分子培训，讲的是十九届六中全会精神。", ""),
        ("学得慢。学习贯彻党的二十届三中全会精神不到位。", "2024年9月"),
        ("学得慢。自2021年10月起，每月学习一次，二十大精神学了3次。", ""),
    ],
)
def test_other_times_of_study_are_not(problem: str, signed: str) -> None:
    assert found("DZ326", problem, signed) == []


@pytest.mark.parametrize(
    ("problem", "signed"),
    [
        (
            "纪律学得少。《中国共产党纪律处分条例（2018年修订）》只翻过一遍，问到六大纪律答不全。",
            "2025年1月10日",
        ),
        (
            "监督不敢碰硬。没有执行《中国共产党党内监督条例（试行）》的谈话要求，对两名股长的迟到只字未提。",
            "2024年2月1日",
        ),
        (
            "接待超标。去年12月接待调研组，用了二瓶酒，违反了2013年印发的《党政机关厉行节约反对浪费条例》。",
            "2026年1月5日",
        ),
        ("报告不全。按照《关于领导干部报告个人有关事项的规定》，出国的事报晚了5天。", "2023年12月"),
        (
            "权利不明。对《中国共产党党员权利保障条例》（2004年）不熟，把党员提的意见当牢骚。",
            "2023年8月1日",
        ),
        (
            "用人走样。依据2014年版《党政领导干部选拔任用工作条例》推荐干部，少了一道谈话。",
            "2022年1月7日",
        ),
        (
            "问责宽松。对照《中国共产党问责条例》（2016年），应问责的两件事只发了提醒函。",
            "2020年12月30日",
        ),
        ("监察法规生疏。仍拿《行政监察法》给新人讲课。", "2024年12月"),
        (
            "巡视整改拖。对《中国共产党巡视工作条例（试行）》规定的整改期限没有记住，晚报9天。",
            "2024年5月20日",
        ),
    ],
)
def test_a_rule_that_is_no_longer_in_force_is_shown(problem: str, signed: str) -> None:
    assert len(found("DZ327", problem, signed)) == 1


@pytest.mark.parametrize(
    ("problem", "signed"),
    [
        (
            "纪律学得少。新修订的《中国共产党纪律处分条例》2024年1月1日施行，我到4月才读。",
            "2025年1月10日",
        ),
        ("监督不敢碰硬。没有执行《中国共产党党内监督条例》的谈话要求。", "2024年2月1日"),
        (
            "接待超标。2023年4月接待调研组多上了酒，违反了《党政机关厉行节约反对浪费条例》（2013年）。",
            "2026年1月5日",
        ),
        ("报告不全。按照《领导干部报告个人有关事项规定》，出国的事报晚了5天。", "2023年12月"),
        ("学习不及时。2019年9月起施行的《中国共产党问责条例》，到2020年才学。", "2020年12月30日"),
        (
            "用人走样。违反《党政领导干部选拔任用工作条例》（2019年），少了一道谈话。",
            "2022年1月7日",
        ),
        (
            "宣讲不准。讲课时把2018年修订的《中国共产党纪律处分条例》和现行条例的新旧变化讲反了两处。",
            "2024年9月6日",
        ),
        ("自律不严。对《中国共产党廉洁自律准则》背得出、做不到，收了两箱水果。", "2024年9月6日"),
        (
            "违纪在先。2011年我违反《廉洁从政若干准则》，在企业兼职领酬，2012年被诫勉。",
            "2024年9月6日",
        ),
        ("学法不够。《中华人民共和国监察法》只看了前两章。", "2025年12月1日"),
        ("自律不严。对照《廉洁从政若干准则》有差距。", ""),
        ("党章学得浅。党章（2022年修改）新增的内容说不全。", "2024年9月6日"),
    ],
)
def test_rules_in_force_and_old_times_are_not(problem: str, signed: str) -> None:
    assert found("DZ327", problem, signed) == []


def test_every_meeting_of_the_terms_and_every_work_is_looked_for() -> None:
    for event in chronology().events:
        if event.kind in {EventKind.CAMPAIGN, EventKind.DISCIPLINE_PLENUM}:
            continue
        if event.kind is EventKind.WORK or event.name[:2] in CONGRESSES:
            assert PHRASES.at(0, event.name), event.name


def test_every_rule_of_which_something_ended_is_looked_for() -> None:
    ended = [each for each in chronology().rules if each.editions[0].replaced]
    assert all(set(NAMES).intersection(each.names) for each in ended)
    assert all(chronology().rule(name) in ended for name in NAMES)


def test_title_names_what_is_studied_and_is_no_study() -> None:
    text = "学习二十届四中全会精神个人对照检查材料\n2024年1月5日\n现对照检查如下：\n一、存在的问题\n一是自学少。\n"
    assert LINTERS["DZ326"].check(Source(text)).findings == ()
