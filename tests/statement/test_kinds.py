"""What the words of a heading or a claim say about the part that they head."""

from __future__ import annotations

import pytest

from duizhao.statement import ChapterKind
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.kinds import is_label, is_resolve, kinds, opened_kinds


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("上年度民主生活会整改措施落实情况", [ChapterKind.LAST_YEAR]),
        ("2022年查摆问题整改落实情况", [ChapterKind.LAST_YEAR]),
        ("去年民主生活会整改情况", [ChapterKind.LAST_YEAR]),
        ("上一年度整改措施的落实", [ChapterKind.LAST_YEAR]),
        ("整改措施落实情况", [ChapterKind.LAST_YEAR]),
        ("反面典型案例剖析", [ChapterKind.CASE]),
        ("以案促改情况", [ChapterKind.CASE]),
        ("案件带来的警示", [ChapterKind.CASE]),
        ("个人有关事项报告", [ChapterKind.MATTERS]),
        ("重大事项请示报告情况", [ChapterKind.MATTERS]),
        ("需要说明的问题", [ChapterKind.MATTERS]),
        ("巡察反馈意见", [ChapterKind.OPINIONS]),
        ("征求到的意见建议", [ChapterKind.OPINIONS]),
        ("我的毛病", [ChapterKind.PROBLEMS]),
        ("哪些地方没做好", [ChapterKind.PROBLEMS]),
        ("我错在哪里", [ChapterKind.PROBLEMS]),
        ("该检讨的事", [ChapterKind.PROBLEMS]),
        ("对不住病人的事", [ChapterKind.PROBLEMS]),
        ("思想上的病根", [ChapterKind.CAUSES]),
        ("为什么没做好", [ChapterKind.CAUSES]),
        ("往深里想", [ChapterKind.CAUSES]),
        ("错误从哪里来", [ChapterKind.CAUSES]),
        ("怎么补上", [ChapterKind.MEASURES]),
        ("干得怎么样", []),
        ("从今天改起", [ChapterKind.MEASURES]),
        ("改的办法", [ChapterKind.MEASURES]),
        ("毛病和病根", [ChapterKind.PROBLEMS, ChapterKind.CAUSES]),
        ("病根和药方", [ChapterKind.CAUSES, ChapterKind.MEASURES]),
        ("为什么、怎么办", [ChapterKind.CAUSES, ChapterKind.MEASURES]),
        ("缺点和错误", [ChapterKind.PROBLEMS]),
        ("问题出在哪里", [ChapterKind.CAUSES]),
        ("我们为什么没有做到", [ChapterKind.CAUSES]),
        ("产生差距和不足的主观因素", [ChapterKind.CAUSES]),
        ("以后的做法", [ChapterKind.MEASURES]),
        ("谈心谈话情况", [ChapterKind.STATUS]),
        ("追根溯源，还是思想的问题", [ChapterKind.CAUSES]),
        ("从案例中反思的根源", [ChapterKind.CAUSES]),
        ("典型案例的反思", [ChapterKind.CASE]),
        ("对李某案的剖析", [ChapterKind.CASE]),
        ("去年问题改得怎样", [ChapterKind.LAST_YEAR]),
        ("往年问题整改情况", [ChapterKind.LAST_YEAR]),
        ("家庭情况和个人事项", [ChapterKind.MATTERS]),
        ("群众反映问题的说明", [ChapterKind.MATTERS]),
        ("大家给我提的意见", [ChapterKind.OPINIONS]),
        ("给同志们提意见", [ChapterKind.OTHER]),
        ("批评与帮助", [ChapterKind.OTHER]),
        ("上次查摆问题的销账情况", [ChapterKind.LAST_YEAR]),
        ("履职述廉", [ChapterKind.STATUS]),
        ("第二，问题背后的原因", [ChapterKind.CAUSES]),
        ("第三，解决问题的打算", [ChapterKind.MEASURES]),
        ("办法不多", []),
        ("今年办成的几件事", []),
        ("做得好的地方", []),
        ("做得不到的地方", [ChapterKind.PROBLEMS]),
        ("为什么会这样", [ChapterKind.CAUSES]),
        ("病根在哪里", [ChapterKind.CAUSES]),
        ("怎么改", [ChapterKind.MEASURES]),
        ("往后怎么做", [ChapterKind.MEASURES]),
        ("作风漂浮的具体表现", [ChapterKind.PROBLEMS]),
        ("我身上的毛病", [ChapterKind.PROBLEMS]),
        ("这些毛病的根子", [ChapterKind.CAUSES]),
        ("工作中问题反复出现的深层原因", [ChapterKind.CAUSES]),
        ("解决突出问题的措施", [ChapterKind.MEASURES]),
        ("问题、原因和措施", [ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES]),
        ("根源检视", [ChapterKind.CAUSES]),
        ("改正的办法", [ChapterKind.MEASURES]),
        ("我欠的账", [ChapterKind.PROBLEMS]),
        ("踩过的坑", [ChapterKind.PROBLEMS]),
        ("自己身上的灰", [ChapterKind.PROBLEMS]),
        ("群众不满意的地方", [ChapterKind.PROBLEMS]),
        ("寻根由", [ChapterKind.CAUSES]),
        ("扪心自问", [ChapterKind.CAUSES]),
        ("病灶分析", [ChapterKind.CAUSES]),
        ("立军令", [ChapterKind.MEASURES]),
        ("补短板的硬招", [ChapterKind.MEASURES]),
        ("对症开药", [ChapterKind.MEASURES]),
        ("从今往后", [ChapterKind.MEASURES]),
        ("去年承诺的事", [ChapterKind.LAST_YEAR]),
        ("家庭情况报告", [ChapterKind.MATTERS]),
        ("表个态", [ChapterKind.OTHER]),
        ("大家的意见", [ChapterKind.OPINIONS]),
        ("这一年做的事", [ChapterKind.STATUS]),
        ("对照典型案例查找的差距", [ChapterKind.PROBLEMS]),
        ("以案促改的具体举措", [ChapterKind.MEASURES]),
        ("对照典型案例剖析", [ChapterKind.CASE]),
        ("反面典型剖析", [ChapterKind.CASE]),
        ("违法案件剖析", [ChapterKind.CASE]),
        ("巡察反馈问题认领及整改进展", [ChapterKind.LAST_YEAR]),
        ("上级反馈问题的整改情况", [ChapterKind.LAST_YEAR]),
        ("上一次民主生活会整改情况", [ChapterKind.LAST_YEAR]),
        ("问题整改“回头看”情况", [ChapterKind.LAST_YEAR]),
        ("对照反馈意见，我的问题是", [ChapterKind.PROBLEMS]),
        ("检视剖析的主要问题", [ChapterKind.PROBLEMS]),
        ("需要重点整改的问题", [ChapterKind.PROBLEMS]),
        ("自查自纠情况", [ChapterKind.PROBLEMS]),
        ("政绩观方面存在的偏差", [ChapterKind.PROBLEMS]),
        ("对存在问题的剖析", [ChapterKind.CAUSES]),
        ("根子是什么", [ChapterKind.CAUSES]),
        ("今后怎么干", [ChapterKind.MEASURES]),
        ("针对问题，今后的打算", [ChapterKind.MEASURES]),
        ("关于有关问题的说明", [ChapterKind.MATTERS]),
        ("收集到的意见", [ChapterKind.OPINIONS]),
        ("支部审核意见", [ChapterKind.OTHER]),
        ("民主评议情况", [ChapterKind.OTHER]),
        ("个人表态", [ChapterKind.OTHER]),
        ("履行全面从严治党责任情况", [ChapterKind.STATUS]),
        ("学习贯彻全会精神情况", [ChapterKind.STATUS]),
        ("思想认识", [ChapterKind.STATUS]),
        ("存在的主要问题", [ChapterKind.PROBLEMS]),
        ("存 在 的 问 题", [ChapterKind.PROBLEMS]),
        ("原　因　剖　析", [ChapterKind.CAUSES]),
        ("存在的問題", [ChapterKind.PROBLEMS]),
        ("上年度整改措施落實情況", [ChapterKind.LAST_YEAR]),
        ("今後的改進措施", [ChapterKind.MEASURES]),
        ("需要說明的事項", [ChapterKind.MATTERS]),
        ("查摆出的不足和差距", [ChapterKind.PROBLEMS]),
        ("突出表现", [ChapterKind.PROBLEMS]),
        ("产生问题的原因", [ChapterKind.CAUSES]),
        ("问题的根源剖析", [ChapterKind.CAUSES]),
        ("深层次原因", [ChapterKind.CAUSES]),
        ("存在问题的整改措施", [ChapterKind.MEASURES]),
        ("今后的努力方向", [ChapterKind.MEASURES]),
        ("下一步打算", [ChapterKind.MEASURES]),
        ("对策", [ChapterKind.MEASURES]),
        ("存在的问题及原因分析", [ChapterKind.PROBLEMS, ChapterKind.CAUSES]),
        ("原因剖析和整改措施", [ChapterKind.CAUSES, ChapterKind.MEASURES]),
        ("基本情况", [ChapterKind.STATUS]),
        ("思想工作回顾", [ChapterKind.STATUS]),
        ("主要做法和成效", [ChapterKind.STATUS]),
        ("理论学习方面", []),
        ("云溪县水利局", []),
        ("", []),
    ],
)
def test_a_title_announces_the_kinds_of_its_part(title: str, expected: list[ChapterKind]) -> None:
    assert list(kinds(title)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "学习不够深入", "斗争精神不足", "落实不到位", "作风不实", "有差距", "缺乏耐心", "担当意识淡化",
        "思路有偏差", "脱离实际，流于形式", "仍有待加强", "没有去过", "去得较少", "有畏难情绪",
        "重业务、轻党建", "怕得罪人", "管理偏软",
        "还欠火候", "凭经验办事",
    ],
)  # fmt: skip
def test_words_that_name_a_fault(words: str) -> None:
    assert is_deficient(words)


@pytest.mark.parametrize(
    "words", ["坚持理论学习", "不怕困难", "每周自学两小时", "开展批评", "方式方法", ""]
)
def test_words_that_name_none(words: str) -> None:
    assert not is_deficient(words)


@pytest.mark.parametrize(
    "words",
    [
        "加强理论学习", "进一步提高认识", "要坚持原则", "从严管理", "在改进作风上，抓好落实", "树牢宗旨意识", "多下乡",
        "常提醒", "敢于碰硬", "当好表率", "不断完善制度",
    ],
)  # fmt: skip
def test_words_that_open_with_a_resolution(words: str) -> None:
    assert is_resolve(words)


@pytest.mark.parametrize("words", ["笔记不够", "理论学习", "由我牵头", "没有坚持", ""])
def test_words_that_open_with_none(words: str) -> None:
    assert not is_resolve(words)


@pytest.mark.parametrize(
    ("title", "named", "expected"),
    [
        ("理论学习方面", False, True),
        ("理论学习方面存在的突出问题", False, True),
        ("理论学习方面查摆的问题和不足", False, True),
        ("理论学习", True, True),
        ("理论学习", False, False),
        ("理论学习不够深入", True, False),
        ("理论学习不深入方面", True, False),
        ("担当作为的表现", True, True),
    ],
)
def test_a_label_claims_nothing_of_its_aspect(title: str, named: bool, expected: bool) -> None:
    assert is_label(title, named=named) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("主要问题", [ChapterKind.PROBLEMS]),
        ("原因分析", [ChapterKind.CAUSES]),
        ("整改措施", [ChapterKind.MEASURES]),
        ("努力方向", [ChapterKind.MEASURES]),
        ("典型案例剖析", [ChapterKind.CASE]),
        ("理论学习方面", []),
        ("学习不够深入的问题", []),
        ("对照一年来自己在思想和工作上的种种表现", []),
    ],
)
def test_a_heading_inside_a_chapter_may_open_another_kind(
    title: str, expected: list[ChapterKind]
) -> None:
    assert list(opened_kinds(title)) == expected
