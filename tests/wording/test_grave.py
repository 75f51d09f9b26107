"""The gravest phrases: one slip of any kind is found, and what is right is left alone."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from bench.grave.measure import Detector, planted, recall, rights

import duizhao
from cost import assert_grows_no_faster
from duizhao.rules.wording import grave
from duizhao.rules.wording.grave.judgement import Miswriting
from duizhao.text.edit import apply

ROOT = Path(__file__).parents[2]


@cache
def detector() -> Detector:
    return Detector()


def found(text: str) -> list[Miswriting]:
    return detector().found(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("学习近平总书记重要讲话", "学习习近平"),
        ("认真学习习近总书记讲话", "习近平总书记"),
        ("习近平总书计指出", "习近平总书记"),
        ("领会新时代中国特色主义思想", "特色社会主义"),
        ("坚持中国特式社会主义", "中国特色社会主义"),
        ("《中国人民共和国宪法》", "中华人民共和国"),
        ("学习二十界三中全会精神", "二十届三中全会"),
        ("学习二十届三次全会精神", "二十届三中全会"),
        ("落实全面从严治档责任", "全面从严治党"),
        ("执行八项归定不严", "八项规定"),
        ("反对形式注意、官僚主义", "形式主义"),
        ("攻坚克坚的劲头不足", "攻坚克难"),
        ("深刻领悟“两个确定”", "“两个确立”"),
        ("抓党风廉建设不够", "党风廉政建设"),
        ("开展批评与自我批没有", "自我批评"),
        ("中华人民共国成立", "中华人民共和国"),
        ("中央八规项定精神", "八项规定"),
        ("增强“四个意视”", "“四个意识”"),
        ("坚持社会主义核心价观值", "社会主义核心价值观"),
        ("践行全心全意为人民服服务", "为人民服务"),
        ("中国共产党纪律处份条例", "纪律处分条例"),
        ("全国人民代表代大会", "全国人民代表大会"),
        ("不忘初心、劳记使命", "牢记使命"),
        ("党史学习育教", "党史学习教育"),
        ("学习二十届中全会精神", "二十届几中全会"),
        ("学习九十届四中全会精神", "十九届四中"),
        ("坚持民主中集制", "民主集中"),
    ],
)
def test_one_slip_is_found_with_the_right_form(text: str, right: str) -> None:
    assert [right in each.right or each.right in right for each in found(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "全面从严治校、全面从严治军、全面从严治警、全面从严治团",
        "复习近代史，学习近期文件，附近平原",
        "县委十五届三次全会、二十届中央纪委三次全会、十九届四中全会",
        "中华民国时期，中国人民解放战争，中央苏区",
        "社会主义社会、社会主义国家、特色社会主义",
        "稳中有进，依宪治国，为居民服务，求真求实",
        "中国共产党党员、中国人民解放军军人、人民代表大会会议",
        "“四个自信”“四个意识”“两个结合”“三个务必”",
        "各级党委（党组）理论学习中心组，党组理论学习中心组",
        "人力资源社会保障部，最高人民检察院副检察长",
        "实事求是是党的思想路线，为为民服务中心，定位为为人民服务的窗口，把以人民为中心记在心里",
        "街道党工委理论学习中心组学了两次，从“四个方面”查摆，群团的“四化”问题、干部的“四怕”问题没有解决，"
        "“一岗多责”“一岗一责”没有理顺",
        "民主生活会会前学习、民主生活会会后整改、组织生活会会上发言，党章章节，全国人大常委会会议",
        "提高政治判断、政治领悟、政治执行的本领，坚持民主集中、集体领导，党代会会期",
        "整治纪律松弛，自我批判，政治规则，严肃党内政治生态，派驻纪检监察机构，落实意识形态工作责任，履行党风廉政建设责任，各项规定",
        "推动形式多样的学习；组织生活会前，主题教育育人",
        "县委巡察工作领导小组办公室，市委巡察工作领导小组，省委巡视工作领导小组",
        "巡察整改专题民主生活会个人对照检查材料",
        "民警酒后骑车，我批评两句就算了。",
        "警惕“一家两制”，严格党内政治生活，经常打扫思想灰尘。",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not found(text)


def test_no_phrase_of_the_table_is_a_slip_of_another() -> None:
    for right in rights():
        assert not found(f"关于{right}，"), right


def test_recall_does_not_sink() -> None:
    assert recall(detector())["all"] >= 0.95


def test_an_edit_gives_the_phrase_that_was_planted() -> None:
    edited = [
        phrase in apply(text, each.edits)
        for seed in (1, 2)
        for _, phrase, text in planted(seed)
        for each in found(text)
        if each.edits
    ]
    assert len(edited) > 3000
    assert edited.count(False) <= 2


def test_slips_without_end_take_no_longer_than_they_are_many() -> None:
    assert_grows_no_faster(
        lambda: found("习近总书记" * 200), lambda: found("习近总书记" * 1600), times=20, fixed=0.01
    )


def test_every_phrase_has_pieces() -> None:
    assert len(rights()) >= 500
    for right in rights():
        held = [each for each in grave.pieces() if right.startswith(each) or right.endswith(each)]
        assert held, right


def test_fixing_gives_the_phrase() -> None:
    text = "学习习近总书记重要讲话，做到“两维个护”，贯彻中央八项规精神、民主集集中制。"
    fixed = duizhao.fix(text).after.text
    assert "习近平总书记重要讲话" in fixed
    assert "民主集中制" in fixed


def test_the_files_are_made_from_the_table() -> None:
    script = [sys.executable, ROOT / "tools/build_grave.py", "--check"]
    run = subprocess.run(script, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
