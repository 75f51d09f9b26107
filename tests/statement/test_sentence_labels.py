"""Sentences labelled together: statements whose titles announce nothing. The weights were not fitted on these texts."""

from __future__ import annotations

from operator import itemgetter

import pytest
from bench.marked import found_points, unmarked

from duizhao.statement.outline.label_habits import HABIT, habits_of
from duizhao.statement.outline.labelled_points import labels_by
from duizhao.statement.outline.sentence_labels import (
    BEGINS,
    KINDS,
    LABELS,
    best_labels,
    may_follow,
    pieces_of,
    weights,
)
from duizhao.statement.outline.sentence_layout import layout_of, sentences_of
from duizhao.text import Span

from .reading import interpreted

MATTER_BY_MATTER = """给支部的检查
我在粮站管保管，七号仓的事、台账的事，一件一件说。
⟦P五月里七号仓漏雨，我看见顶上有水印，没有爬上去看，结果六袋麦种发了芽。⟧⟦C我那时嫌梯子晃，又想着一场雨漏不了多少。⟧⟦M瓦已经换了，往后下雨第二天我上仓顶走一圈，拍照给站长。⟧
⟦P台账上三月到六月的温度，有十一天是月底一块儿填的。⟧⟦C填数没人看，我就觉得填真填假一个样。⟧⟦M从七月起每天下班前填，小何每周五抽三天对。⟧
⟦P老乡来卖粮，我让人家排在太阳底下，自己在棚里喝茶。⟧⟦C我忘了我爹也这样排过队。⟧⟦M秋收前我把棚子往外接六米，凳子放十条。⟧
"""
IN_ORDER = """我的检查
我是公交三分公司的调度员郭小燕，二十岁进场，今年三十九。
⟦P四月十一日晚上末班车提前四分钟发了，站台上落下两个下夜班的护士。⟧
⟦P五月份排班，我把难跑的线路连着排给了新来的小段，他连熬了九天。⟧
⟦P乘客打来的电话，我挂断过三回，有一回人家话还没说完。⟧
⟦C我总盼着早点收车回家，心思不在站台上。⟧
⟦C小段面嫩不会吵，我就拣软的捏。⟧
⟦C夜里电话多，我耳朵起了茧子，听见铃响先烦三分。⟧
⟦M末班车不见时刻不放行，发车前我对一遍站台的监控。⟧
⟦M排班表每月二十五号贴出来，连着三天难线的，下三天一定调开。⟧
⟦M电话响三声以内接，说不清的记下来，第二天上午回过去。⟧
"""
BELOW_TITLES = """领导班子对照检查材料
一、存在的突出问题
（一）理论学习方面
⟦P中心组全年该学十二次，实学九次，有四次是办公室代写的体会。去年十一月上级抽查，三名成员答不出当月学了什么。⟧⟦P学用也脱节。学了两遍基层治理，物业投诉照旧在科室之间转圈，最长的一件转了四十天。⟧
（二）工作作风方面
⟦P下去调研爱走熟路，全年二十六次有十九次去的是三个示范村。偏远的石坎村两年没有班子成员到过。⟧⟦P文件越写越长，上半年印发的方案平均十七页，乡镇同志说看完一份要半个上午。⟧
二、原因剖析
⟦C我们把学习当成任务，总想着忙完这阵再补，久而久之就习惯了应付。⟧⟦C到条件好的村去，材料好写，也不挨骂，说到底是怕碰难题。⟧
三、整改措施
⟦M中心组每月第二个周五下午学习，体会自己写，由宣传委员抽查两份。⟧⟦M投诉件定一个牵头科室，七个工作日办不完的由分管领导督办。⟧⟦M十月底前班子成员把九个偏远村走一遍，每人写一张问题清单。⟧
"""
WITH_LABELS = """民主生活会发言提纲
我是营业厅主任，说四件事。
20:10　老芮：⟦P四月里有三位老人在机器上按错金额，当场哭了，我在办公室没有出来。⟧
20:12　老芮：⟦P存折补登的窗口只开半天，早到的人在台阶上坐到下午两点。⟧
20:14　老芮：⟦P柜员小芮一个月上了九个晚班，我排班时图省事，谁不吭声就多排谁。⟧
20:16　老芮：⟦P保险柜的双人双锁，有十一天是我一个人开的，登记簿上代签了老简的名字。⟧
20:18　老芮：⟦C我眼里只有考核的百分之九十，没有人。⟧
20:20　老芮：⟦C我嫌麻烦，总想着图自己省心，怕得罪资格老的。⟧
20:22　老芮：⟦M每天开一个人工窗口，老人来了先问要人工还是要机器。⟧
20:24　老芮：⟦M下周起补登窗口全天开，午饭轮着吃。⟧
20:26　老芮：⟦M晚班表每月二十五号贴出来，每人不超过五个，我也排进去。⟧
20:28　老芮：⟦M双锁当天就恢复，老简不在场我不开柜，月底请监察员抽查三天。⟧
"""
WITH_LAST_YEAR = """供水公司副经理民主生活会个人对照检查材料
按照通知要求，我和三个班组谈了话，收到意见9条，现作检查。
一、上年度民主生活会查摆问题整改情况
上年度我认领问题四个。一是“巡线代签”问题，已改为手机打卡，全年巡线52次，没有代签；二是“收缴率低”问题，由71%提高到88%；三是“培训少”问题，举办培训四期，参加236人次；四是“到小区少”问题，去了九次，仍嫌不足，继续整改。
二、存在的主要问题
（一）政治学习方面
学习浮在面上。中心组发言五次，有三次稿子是办公室代拟，我只改了开头和结尾。
有位老师傅会后说，你讲的都对，就是听不出是哪家公司的水。
（二）服务群众方面
一是对居民吃水的事不够上心。石桥小区夏天水压不足，来信四次，我去现场只有一次，待了不到四十分钟。二是啃硬骨头劲头不足。老厂区改管从前年拖到现在，还剩一公里没有动。
（三）管人方面
对分管科室严管不到位。一名干部两次外出没有报备，我知道后只口头说了一句，没有按规定处理。
三、产生问题的原因
1.学习功夫下得浅。总觉得自己干了二十六年，业务够用，理论过得去就行。
2.规矩意识有所松弛。在一个单位待久了，抹不开面子，对时限缺乏敬畏。
3.求稳怕乱的心态在作怪。怕得罪企业，能绕就绕。
四、改进措施
（一）在学深悟透上下功夫
我坚持每周二晚上自学两小时，发言稿一律自己动笔。
（二）在群众饮水上动真情
我包石桥小区，今年夏天前换好加压泵，做不成向居民说明原因。
（三）在严管上见真章
外出报备情况按月核对，4月15日前补作谈话提醒。
"""
FEWEST_RIGHT = 0.7
"""In words that nothing was fitted on; of marked statements kept apart some nine sentences in ten are right."""


@pytest.mark.parametrize("marked", [MATTER_BY_MATTER, IN_ORDER, BELOW_TITLES])
def test_most_sentences_without_titles_or_numbers_are_told_apart(marked: str) -> None:
    text, points = unmarked(marked)
    sentences = sentences_of(text, Span(0, len(text)))
    truth = labels_by(points, sentences)
    read = interpreted(text)
    found = labels_by(sorted(found_points(read), key=itemgetter(1)), sentences)
    right = [one.upper() == other.upper() for one, other in zip(truth, found, strict=True)]
    assert sum(right) >= FEWEST_RIGHT * len(right), (truth, found)


def test_a_label_ahead_of_a_point_is_no_part_of_it() -> None:
    text, points = unmarked(WITH_LABELS)
    read = interpreted(text)
    starts = {each.span.start for each in (*read.problems, *read.causes, *read.measures)}
    assert starts <= {span.start for _, span in points}


def test_what_is_told_behind_each_problem_answers_it() -> None:
    read = interpreted(unmarked(MATTER_BY_MATTER)[0])
    pairs = {(read.problems.index(each.problem), each.answer.span) for each in read.links}
    for at, (problem, cause, measure) in enumerate(
        zip(read.problems[:2], read.causes[:2], read.measures[:2], strict=True)
    ):
        assert problem.span < cause.span < measure.span
        assert {(at, cause.span), (at, measure.span)} <= pairs


def test_what_became_of_last_years_problems_is_no_problem() -> None:
    read = interpreted(WITH_LAST_YEAR)
    begins = WITH_LAST_YEAR.index("二、存在的主要问题")
    assert len(read.problems) >= 3
    assert all(begins < each.span.start for each in read.problems)


def test_a_point_goes_on_only_behind_its_own_kind() -> None:
    assert may_follow("P", "p") == may_follow("p", "p") == may_follow("O", "C") == 0
    assert may_follow("C", "p") < 0 > may_follow("", "m")


def test_labels_are_those_of_the_point_with_most_of_a_sentence() -> None:
    sentences = [Span(0, 10), Span(10, 20), Span(20, 30), Span(30, 40)]
    points = [("P", Span(0, 20)), ("C", Span(26, 30)), ("M", Span(30, 40))]
    assert labels_by(points, sentences) == "PpOM"


def test_the_best_labels_never_say_less_than_the_reading_they_replace() -> None:
    text, _ = unmarked(IN_ORDER)
    sentences = sentences_of(text, Span(0, len(text)))
    found = best_labels(text, sentences, "O" * len(sentences))
    assert found.ahead > 0
    assert len(found.labels) == len(sentences)
    assert set(found.labels) <= {*LABELS}
    again = best_labels(text, sentences, found.labels)
    assert again.ahead >= 0


def test_every_piece_has_a_weight_for_each_kind_and_for_beginning() -> None:
    known = weights()
    assert {len(row) for row in known.pieces.values()} == {len(KINDS) + len(BEGINS)}
    assert [len(rows) for rows in known.follows] == [len(LABELS) + 1] * 2


def test_habits_tell_how_sentences_of_each_kind_begin_points() -> None:
    labels, places = "PpPpPCcM", ["+#", "-", "-#", "-", "+", "+", "-", "+"]
    habits = list(habits_of(labels, places, [0, *[1] * 7]))
    assert len(habits) == len(labels)
    # Behind a number both sentences of problems go on, that of the cause too; a paragraph without number begins one.
    assert {f"{HABIT}ip0#", f"{HABIT}up0#1", f"{HABIT}vpo#", f"{HABIT}ici#", f"{HABIT}umx#1"} <= {
        *habits[0]
    }
    # Of the seven below the title four tell problems; of the six others of the cause as many.
    assert f"{HABIT}Sp2" in habits[5]
    assert not any(each.startswith(f"{HABIT}S") for each in habits[0])
    # The paragraph of the cause stands between one of problems and one of a measure.
    assert {f"{HABIT}Npm", f"{HABIT}Bpp"} <= {*habits[5]}
    assert [each[0] for each in habits] == [
        *[f"{HABIT}Kp+", *[f"{HABIT}Kp-"] * 3, f"{HABIT}Kp+"],
        *[f"{HABIT}Kc+", f"{HABIT}Kc-", f"{HABIT}Km+"],
    ]


def test_a_title_stands_alone_and_has_a_section_below_it() -> None:
    text = "我的检查\n先说窗口的事。\n一、毛病\n窗口坏了。没有修。\n二、来处\n我懒。\n"
    sentences = sentences_of(text, Span(0, len(text)))
    layout = layout_of(text, sentences)
    assert layout.places == ["+", "+", "+#", "+", "-", "+#", "+"]
    assert layout.sections == [0, 2, 0, 3, 3, 0, 4]
    assert layout.chapters == ["", "", "", "1/2", "1/2", "", "2/2"]
    pieces = list(pieces_of(text, layout, "O" * len(sentences)))
    assert [sum(piece.startswith("@J") for piece in each) for each in pieces] == [
        0,
        0,
        0,
        1,
        1,
        0,
        1,
    ]


def test_a_sentence_behind_a_number_goes_on_where_the_others_do() -> None:
    counted = [
        "一是学习浮在面上。三次发言都是办公室代拟的。",
        "二是下去得少。六个村有两个一年没有去过。",
        "三是遇事绕着走。砂场退出拖了两年。",
        "四是管人太软。两次外出未报备只口头说了一句。",
    ]
    text = "局长对照检查材料\n一、存在的问题\n" + "\n".join(counted) + "\n这些事我都认。\n"
    sentences = sentences_of(text, Span(0, len(text)))
    assert "Pp" * 4 in best_labels(text, sentences, "O" * len(sentences)).labels
