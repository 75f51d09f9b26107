"""Statements told in paragraphs: problems, causes and measures are found without titles and numbers."""

from __future__ import annotations

from .reading import interpreted, words

FURNACE = (
    "检讨与反思\n尊敬的党支部：\n"
    "我是炼钢车间的党员，今天向支部交代我的问题。7月12日夜班，我让徒弟一个人盯着，自己睡了四十分钟。徒弟没处理过报警，那一炉钢成了降级品。\n"
    "为什么会这样？一是我仗着老资格，觉得不会出事。二是把带徒弟当成了甩手。\n"
    "我愿意接受处罚。今后我保证：夜班不离岗，车间可以随时查监控；每炉的关键操作我在场签字；8月底以前把三项应急操作教会徒弟。\n"
)
BOOKKEEPER = (
    "个人检视剖析材料\n我在合作社当会计，归起来三件事。\n"
    "头一件，分红账贴得慢，去年的账到今年三月才上墙。\n"
    "第二件，王老二借的化肥钱，我碍着亲戚面子，一年多没催。\n"
    "第三件，开社员会我念稿子快，老人听不清。\n"
    "这些事说到底，是我把自己当成了管账的，没当成给大伙办事的党员。也是懒，觉得农村党员讲究那么多干啥。\n"
    "往后我这么办。账，每季度最后一天上墙。王老二的钱，我陪他到秋收卖了苞米就还。开会我先念一遍，再用大白话讲一遍。\n"
)


HEAD_NURSE = (
    "党员民主评议自我剖析\n去年一年，我这个护士长当得不称职。\n"
    "科里护士把输液瓶拿错过一次，我为了评优，压下来没有上报。\n"
    "排班我照顾跟我要好的两个人，别的姐妹一个月七八个夜班。\n"
    "这些事归到一处，是我把自己的位子看得太重，骨子里是私心。\n"
    "那次输液的事，我昨天已经补报到护理部。排班从下月起一人一票，夜班数贴在门上。\n"
)


def beginnings(text: str, length: int = 4) -> tuple[list[str], ...]:
    """The first characters of the problems, the causes and the measures."""
    read = interpreted(text)
    return tuple(
        [point[:length] for point in words(read, (each.span for each in points))]
        for points in (read.problems, read.causes, read.measures)
    )


def test_told_before_the_counted_causes_is_the_problem() -> None:
    assert beginnings(FURNACE) == (
        ["我是炼钢"],
        ["一是我仗", "二是把带"],
        ["今后我保", "每炉的关", "8月底以"],
    )


def test_paragraph_that_looks_back_tells_causes_and_each_matter_taken_up_is_a_measure() -> None:
    assert beginnings(BOOKKEEPER) == (
        ["头一件，", "第二件，", "第三件，"],
        ["这些事说"],
        ["账，每季", "王老二的", "开会我先"],
    )
    assert beginnings(HEAD_NURSE) == (
        ["科里护士", "排班我照"],
        ["这些事归"],
        ["那次输液", "排班从下"],
    )


def test_promise_of_several_sentences_for_one_matter_stays_one() -> None:
    text = HEAD_NURSE.replace("排班从下月起一人一票，", "补报的底稿我贴在墙上，")
    *_, measures = beginnings(text)
    assert measures == ["那次输液"]


def test_what_a_promise_takes_up_is_a_problem_though_no_word_names_a_fault() -> None:
    assert beginnings(
        "民主评议自我对照\n我是乡卫生院开救护车的，入党三年。\n"
        "有一回夜里出车，我嫌路烂，绕了大路，产妇在车上生了。\n"
        "车上的氧气瓶该我查，那天是空的。\n"
        "平时别的科借车拉东西，我一口一个不归我管，得罪了不少人。\n"
        "往根子上刨，还是没把病人的命当命，把开车当成混工分。\n"
        "路，我把全乡的近道跑了一遍。氧气瓶，每天交班看压力。借车的事，能帮的我帮一把。\n"
    ) == (["有一回夜", "车上的氧", "平时别的"], ["往根子上"], ["路，我把", "氧气瓶，", "借车的事"])


def test_letter_of_confession_to_the_branch_is_a_statement_diary_and_essay_are_none() -> None:
    letter = (
        "校党支部：\n我是食堂管理员、党员。我把剩饭掺进当天的炒饭里卖，有七个学生闹肚子。\n"
        "台账我有三周没有记。\n我错在死要面子，出了事先想着怎么赖掉，党性不强。\n"
        "今后剩饭当天倒掉。请支部批评。\n"
    )
    told = (
        "中午跟老周吵了一架，我没有认错，心里知道是自己粗心。\n"
        "我这个人就是急。\n以后周末我早点回家看妈。\n"
    )
    assert interpreted(f"给校党支部的一封检讨信\n{letter}").recognised
    assert not interpreted(f"11月3日 晴\n{told}").recognised
    assert not interpreted(f"论勤与惰\n{told}").recognised


def test_paragraph_behind_led_causes_may_take_up_the_problems() -> None:
    *_, causes, measures = beginnings(
        "组织生活会对照检查\n我在菜市场管秤，党员，先作个检查。\n"
        "端午那几天人多，我有六个摊位的秤没有校，有个大娘少了四两肉。\n"
        "卖鱼的老鲍在秤上做了手脚，我看见了装没看见。\n"
        "这几样毛病是从一个根上长出来的：我把情义看得比公道重。\n"
        "秤，初一十五各校一遍，校完贴条。老鲍的秤我已经收了，罚款照章。\n"
    )
    assert causes == ["这几样毛"]
    assert measures == ["秤，初一", "老鲍的秤"]
