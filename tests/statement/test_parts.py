"""What a text's parts are for, in the shapes that real files have."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.statement import ChapterKind

from .reading import TITLE, interpreted, words

CAUSES = "二、原因剖析\n（一）理论学习不经常。\n（二）宗旨意识淡化。\n"
MEASURES = "三、整改措施\n一是每周自学两小时。\n二是每月下乡五天。\n"
PROBLEMS = "一、存在的问题\n一是学习不够经常。没有读完。\n二是下乡偏少。只去过三次。\n"


def kinds(text: str) -> list[str]:
    return [kind.name for chapter in interpreted(text).chapters for kind in chapter.kinds]


def test_three_parts_with_their_points() -> None:
    read = interpreted(TITLE + PROBLEMS + CAUSES + MEASURES)
    assert kinds(TITLE + PROBLEMS + CAUSES + MEASURES) == ["PROBLEMS", "CAUSES", "MEASURES"]
    assert words(read, [p.claim for p in read.problems]) == ["学习不够经常", "下乡偏少"]
    assert words(read, [c.claim for c in read.causes]) == ["理论学习不经常", "宗旨意识淡化"]
    assert words(read, [m.action for m in read.measures]) == ["每周自学两小时", "每月下乡五天"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("上年度民主生活会整改措施落实情况", ChapterKind.LAST_YEAR),
        ("典型案例剖析", ChapterKind.CASE),
        ("个人有关事项报告情况", ChapterKind.MATTERS),
        ("遵守政治纪律的基本情况", ChapterKind.STATUS),
        ("查摆的突出问题", ChapterKind.PROBLEMS),
        ("产生问题的根源", ChapterKind.CAUSES),
        ("今后的努力方向", ChapterKind.MEASURES),
    ],
)
def test_a_heading_tells_its_part(heading: str, kind: ChapterKind) -> None:
    text = (
        f"{TITLE}一、{heading}\n按上级要求逐项说明。\n"
        + PROBLEMS.replace("一、存", "二、存")
        + CAUSES
    )
    assert interpreted(text).chapters[0].kinds == (kind,)


@pytest.mark.parametrize("heading", ["履职现状", "自我审视", "思想画像"])
def test_a_chapter_on_how_things_stand_is_for_the_faults_that_it_names(heading: str) -> None:
    chapter = f"一、{heading}\n一是下乡偏少，没有进过农户家。\n二是笔记不全。\n"
    text = TITLE + chapter + CAUSES + MEASURES
    assert kinds(text) == ["PROBLEMS", "CAUSES", "MEASURES"]
    assert words(interpreted(text), [p.claim for p in interpreted(text).problems]) == [
        "下乡偏少，没有进过农户家",
        "笔记不全",
    ]


def test_a_chapter_on_how_things_stand_without_faults_is_none_for_problems() -> None:
    text = TITLE + "一、思想现状\n我入党十二年，分管档案。\n" + PROBLEMS.replace("一、", "二、")
    assert kinds(text) == ["STATUS", "PROBLEMS"]


def test_one_heading_may_be_for_problems_and_causes() -> None:
    text = TITLE + "一、存在的问题及原因分析\n一是学习不够经常。\n二是下乡偏少。\n" + MEASURES
    assert interpreted(text).chapters[0].kinds == (ChapterKind.PROBLEMS, ChapterKind.CAUSES)


def test_causes_may_begin_in_an_unnumbered_sentence() -> None:
    text = (
        TITLE + PROBLEMS + "产生上述问题的原因，一是理论学习放松；二是宗旨意识淡化。\n" + MEASURES
    )
    read = interpreted(text)
    assert len(read.problems) == 2
    assert len(read.causes) == 2


def test_fears_are_points() -> None:
    text = TITLE + "一、存在的问题\n一怕得罪人，有事绕着走。\n二怕担责任，有险往后退。\n" + CAUSES
    assert len(interpreted(text).problems) == 2


BY_SEMICOLON = "学习不够系统，只读了三本书；下乡走马观花，没有住过一晚；批评少，怕得罪人。\n"


def test_points_may_be_parted_by_semicolons_alone() -> None:
    read = interpreted(f"{TITLE}一、存在的问题\n{BY_SEMICOLON}{CAUSES}")
    assert words(read, [problem.span for problem in read.problems]) == [
        "学习不够系统，只读了三本书；",
        "下乡走马观花，没有住过一晚；",
        "批评少，怕得罪人。",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "每周自学两小时；责任人：张三；完成时限：年底。\n",
        "每周自学两小时；不懂就问。\n",
        "每周自学两小时；不懂就去问；学了就去用。月底检查。\n",
    ],
)
def test_semicolons_inside_one_point_do_not_part_it(body: str) -> None:
    read = interpreted(f"{TITLE}{PROBLEMS}二、整改措施\n{body}")
    assert len(read.measures) == 1


NO_STATEMENTS = [
    "春天来了\n小草绿了，燕子回来了。\n孩子们在河边放风筝。\n",
    "关于召开全县防汛工作会议的通知\n各乡镇人民政府：\n定于6月1日召开会议，请准时参加。\n一、时间\n6月1日。\n二、地点\n县政府。\n",
    "云溪县水资源管理办法\n第一条 为加强水资源管理，制定本办法。\n第二条 本办法适用于本县。\n第三条 监督。\n",
    "本报讯（记者张三）6月1日，全县植树活动在青石街道举行，三百多名群众参加。\n活动历时三小时，栽树两千棵。\n",
    "",
]


@pytest.mark.parametrize("text", NO_STATEMENTS, ids=lambda text: text[:8] or "empty")
def test_what_is_no_statement_is_said_to_be_none(text: str) -> None:
    read = interpreted(text)
    assert not read.recognised
    assert read.why
    assert (read.problems, read.causes, read.measures) == ((), (), ())


def test_a_file_that_starts_in_the_middle_is_read() -> None:
    text = "（二）政治素质方面\n一是执行力不够强。\n二是斗争精神不足。\n" + CAUSES + MEASURES
    read = interpreted(text, "2023")
    assert read.recognised
    assert [p.aspect and p.aspect.name for p in read.problems] == ["政治素质"] * 2


PIECES = st.sampled_from([
    "一、", "（一）", "一是", "二是", "存在的问题", "原因剖析", "整改措施", "理论学习方面", "比如，", "\n", "。", "；",
    "我", "2023年5月", "12次", "责任人：", "究其原因，", "不够", "张三同志", "柳湾村", "《条例》", "对照检查材料",
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)),
    st.sampled_from(["generic", "2023"]),
)
def test_any_text_can_be_interpreted_and_all_lies_inside_it(text: str, profile: str) -> None:
    read = interpreted(text, profile)
    inside = [p.span for p in (*read.problems, *read.causes, *read.measures)]
    inside += [chapter.span for chapter in read.chapters]
    inside += [fact.span for problem in read.problems for fact in problem.facts]
    assert all(0 <= start <= end <= len(text) for start, end in inside)
    assert all(link.problem in read.problems for link in read.links)
    assert all(link.answer in (*read.causes, *read.measures) for link in read.links)


def test_chapters_are_found_by_each_of_their_kinds() -> None:
    answers = "二、原因和措施\n（一）理论学习不经常。\n（二）每月下乡五天。\n"
    read = interpreted(TITLE + PROBLEMS + answers)
    (problems,), (both,) = (
        read.chapters_of(kind) for kind in (ChapterKind.PROBLEMS, ChapterKind.MEASURES)
    )
    assert problems.span.start < both.span.start
    assert read.chapters_of(ChapterKind.CAUSES) == (both,)
    assert read.chapters_of(ChapterKind.CASE) == ()


@pytest.mark.parametrize("fault", ["修路缺少长远打算。", "漏水拿不出硬办法。", "上门少有好办法。"])
def test_a_lack_of_measures_is_a_problem(fault: str) -> None:
    told = "村口的桥两年修了三次，光垫土就花了9600元。归根到底是我没有请人来看过，只图快。"
    text = (
        f"{TITLE}一、存在的问题\n（一）担当作为方面\n{fault}\n{told}\n（二）作风方面\n下村走过场。\n"
        "去年到下湾村四次，三次没有进农户的门。\n二、整改措施\n一是桥四月底前请人看过再修。\n二是下村先进农户。\n"
    )
    assert interpreted(text).problems[0].span.of(text).startswith(fault)


def test_an_aspect_is_known_by_the_name_before_a_full_stop() -> None:
    read = interpreted(
        "对照检查材料\n一、存在的问题\n在理论学习方面。系统学习不够，原著只读了两章。\n"
        "在廉洁自律方面。对家人提醒不够，全年只谈过一次。\n二、整改措施\n1.每周读一章。\n",
        "2023",
    )
    assert [each.aspect and each.aspect.name for each in read.problems] == ["理论学习", "廉洁自律"]


@pytest.mark.parametrize(
    ("title", "begins"),
    [("账贴得晚", "二、账"), ("关于公开不及时的问题", "二、关"), ("政务公开方面", "三季度")],
)
def test_prose_above_the_titles_of_its_answers_is_the_problem(title: str, begins: str) -> None:
    read = interpreted(
        "支部班子对照检查材料\n一、会开得少\n去年应开12次，开了7次。\n（一）原因\n一是嫌麻烦。\n（二）整改措施\n一是每月5日开。\n"
        f"二、{title}\n三季度的收支11月才贴出来，有两户来问过。\n（一）原因\n一是没人催。\n（二）整改措施\n一是每季末由会计贴账。\n"
    )
    told = words(read, [each.span for each in read.problems])
    assert [each[:3] for each in told] == ["一、会", begins]


def test_a_problem_below_its_chapter_has_the_prose_above_its_answers() -> None:
    read = interpreted(
        f"{TITLE}一、存在的问题\n（一）报修拖拉\n三号楼漏雨三个月没人上楼看。\n1.原因分析\n坐等拨款。\n2.整改措施\n本周内请人上楼。\n"
        "（二）开会不正常\n去年应开12次，开了7次。\n1.原因分析\n嫌麻烦。\n2.整改措施\n每月5日开。\n"
    )
    assert words(read, [each.span for each in read.problems]) == [
        "（一）报修拖拉\n三号楼漏雨三个月没人上楼看。",
        "（二）开会不正常\n去年应开12次，开了7次。",
    ]


@pytest.mark.parametrize("lead", ["想来想去，根子不外两条。", "我把原因归成三条。"])
def test_a_sentence_that_counts_the_causes_below_it_is_none(lead: str) -> None:
    causes = ["守着冷门，没有人来查。", "腿懒，凡要爬楼的事都拖。"]
    causes += ["报表好看比库房干净更叫我高兴。"] * ("三" in lead)
    read = interpreted("".join(f"{line}\n" for line in (PROBLEMS_ABOVE, lead, *causes)) + MEASURES)
    assert words(read, [each.span for each in read.causes]) == causes


PROBLEMS_ABOVE = f"{TITLE}{PROBLEMS}二、原因剖析"


def test_a_fault_that_ends_in_a_number_leads_to_nothing() -> None:
    read = interpreted(
        f"{TITLE}一、问题\n学习方面：新的考核办法，库里讨论时我讲不出三条。\n仓储方面：测温记录有两次是补的。\n"
        "收购方面：磅秤差三公斤，停用晚了四天。\n销售方面：公告少挂了四天。\n二、整改措施\n每月读两天文件。\n"
    )
    assert len(read.problems) == 4


def test_a_denial_that_promises_to_keep_on_is_no_problem() -> None:
    denial = "审批提速走在前列，本次未查摆出突出问题，今后继续保持。"
    read = interpreted(
        f"{TITLE}一、存在的问题\n（一）学习方面\n一是学习不够经常。没有读完。\n（二）担当方面\n{denial}\n{CAUSES}{MEASURES}"
    )
    assert words(read, [p.claim for p in read.problems]) == ["学习不够经常"]


def test_causes_that_go_on_with_one_more_are_two() -> None:
    read = interpreted(
        f"{TITLE}{PROBLEMS}二、思想根源\n干久了拿熟当稳，觉得少走一趟塌不下来。还有就是多年没有出过险，心里没有怕过。\n{MEASURES}"
    )
    assert [each[:2] for each in words(read, [c.span for c in read.causes])] == ["干久", "还有"]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("未发现违反中央八项规定精神的问题。", 1),
        ("经自查，本人没有违规经商办企业的行为。", 1),
        ("我带队查了三次食堂，库里的米都没有称，没有发现违规采购的问题。", 2),
    ],
)
def test_a_denial_of_breaches_is_no_problem(told: str, count: int) -> None:
    read = interpreted(
        f"{TITLE}一、存在的问题\n（一）学习方面\n一是学习不够经常。没有读完。\n（二）廉洁方面\n{told}\n{CAUSES}{MEASURES}"
    )
    assert len(read.problems) == count
