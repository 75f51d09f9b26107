"""What is a statement, and what speaks against a text that is none."""

from __future__ import annotations

import pytest

from duizhao.document import parse
from duizhao.profiles import shipped
from duizhao.statement import interpret
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.sentence_layout import sentences_of
from duizhao.statement.recognition.traits import own_problems, traits
from duizhao.text import Source, Span

from .reading import interpreted

BODY = "一、存在的问题\n一是学习不够。\n二、整改措施\n一是多学习。\n"


@pytest.mark.parametrize(
    "title",
    [
        "个人对照检查材料", "检视剖析材料", "自我剖析材料", "党性分析报告", "个人检查材料", "查摆材料",
        "班子对照检查报告", "批评和自我批评发言", "民主生活会发言提纲", "问题整改清单", "自查报告", "对照检视意见",
        "供热站站长发言提纲", "党性分析材料", "对照检查发言材料", "对照检查情况报告", "班子对照检查情况的汇报",
        "组织生活会个人发言稿", "个人党性分析总结", "發言提綱", "對照檢查報告", "檢視剖析材料", "对 照 检 查 材 料",
        "党　性　分　析　材　料", "2026年度民主生活会发言材料（修改稿）", "在民主生活会上的对照检查发言材料",
        "党员查摆问题清单", "副书记检视清单", "班子检视问题清单（二稿）",
        "组织生活会个人检视问题清单", "领导班子问题清单", "宋岚同志问题清单", "党员个人存在问题清单",
        "供水集团党委民主生活会查摆问题及整改方案",
    ],
)  # fmt: skip
def test_a_title_that_names_a_statement_is_enough(title: str) -> None:
    assert interpreted(f"{title}\n我汇报如下。\n一件事。\n").recognised


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("关于召开专题民主生活会的通知", "通知"),
        ("民主生活会工作方案", "方案"),
        ("2023年工作总结", "总结"),
        ("在民主生活会上的讲话", "讲话"),
        ("民主生活会会议记录", "记录"),
        ("学习心得体会", "心得体会"),
        ("入党申请书", "申请书"),
        ("对张三同志的批评意见", "批评意见"),
        ("水资源管理办法（试行）", "办法（试行）"),
        ("对照检查工作通报", "通报"),
        ("2023年述职报告", "述职报告"),
        ("民主生活会情况报告", "情况报告"),
        ("对照检查整改情况报告", "情况报告"),
        ("水库大坝安全隐患清单", "清单"),
        ("巡察反馈问题清单", "清单"),
    ],
)
def test_a_title_of_another_kind_speaks_against_it(title: str, word: str) -> None:
    read = interpreted(f"{title}\n现将情况报告如下。\n{BODY}")
    assert not read.recognised
    assert read.why == f"标题是“{word}”一类，不是对照检查材料"


@pytest.mark.parametrize(
    "title", ["防汛座谈会发言提纲", "中心组学习研讨发言提纲", "招商推介发言提纲"]
)
def test_notes_for_a_speech_elsewhere_are_no_statement_by_their_name(title: str) -> None:
    assert not interpreted(f"{title}\n各位好，堤坝要抓紧加固。\n一件事。\n").recognised


@pytest.mark.parametrize(
    "opening", ["现对照检查如下。", "现将自查情况报告如下：", "我认真剖析，情况如下。"]
)
def test_an_opening_that_announces_a_statement_is_enough(opening: str) -> None:
    assert interpreted(f"我的汇报材料\n{opening}\n一件事。\n").recognised


def test_a_text_without_a_name_is_known_by_its_faults() -> None:
    assert interpreted(f"写给支部\n{BODY}").recognised


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "水利局植树\n本报讯（记者 方圆）今天植树。\n" + BODY,
            "写法像新闻报道，看来不是对照检查材料",
        ),
        ("水库的早晨\n雾退了。\n", "没有找到查摆问题、原因剖析或整改措施，看来不是对照检查材料"),
        (
            "写给支部\n一、存在的问题\n",
            "标题和各部分都没有查摆出问题、原因或措施，看来不是对照检查材料",
        ),
        ("写给支部\n一、问题\n一是谁来守夜。\n", "没有一处说的是不足，看来不是对照检查材料"),
    ],
)
def test_the_reason_names_what_is_missing(text: str, why: str) -> None:
    read = interpreted(text)
    assert (read.recognised, read.why) == (False, why)
    assert (read.chapters, read.problems, read.links) == ((), (), ())


@pytest.mark.parametrize(("one", "other"), [("周明远", "宋岚"), ("李根", "王改")])
def test_those_who_speak_in_turn_are_told_by_their_names(one: str, other: str) -> None:
    talk = (
        f"一次谈话\n{one}：去年我学习不够，群众意见大。\n{other}：你整改的措施是什么？\n{one}：每周下去一次。\n"
        f"{other}：我的问题也是怕得罪人。\n{one}：信访件我拖了三周。\n"
    )
    assert interpreted(talk).why == "写法像对话，看来不是对照检查材料"


def test_the_reason_for_the_profile_is_kept_where_it_is_one() -> None:
    assert interpreted(f"个人对照检查材料\n{BODY}").why == "测试"


@pytest.mark.parametrize(
    "text",
    [
        "（一）请示报告拖延\n去年3月本人拖了11天才报告\n",
        "一、存在的问题\n（一）遇事推诿\n本人让群众跑了三趟。\n（二）一团和气\n班子会上没有批评过谁。\n",
        "个人发言\n我先检讨自己，工作慢，态度差。请大家批评。\n",
    ],
)
def test_plain_faults_of_ones_own_are_enough_without_a_name(text: str) -> None:
    assert interpreted(text).recognised


@pytest.mark.parametrize(
    "text",
    [
        "会议要求，各乡镇要对照先进找差距，补齐短板。\n",
        "---\ntitle: 对照\n---\ndef check(rows):\n    # 原因：没有填写\n    return rows.problems\n",
        "对食堂的意见\n一、问题\n饭凉，队长。\n二、措施\n多开一个窗口。\n",
        "食堂食品安全自查情况的报告\n现将自查情况报告如下。\n一、存在的问题\n冷柜没有贴标签。\n",
    ],
)
def test_faults_of_others_and_of_things_are_not_enough(text: str) -> None:
    assert not interpreted(text).recognised


CHAPTERS = (
    "一、存在的问题\n（一）学习少。我去年读书两本。\n二、原因\n（一）我放松了党性锻炼。\n"
    "三、今后打算\n（一）每月读书一本，支部检查。\n"
)


@pytest.mark.parametrize(
    "title", ["党员个人总结", "思想汇报", "警示教育心得", "抓党建工作述职报告", "致党支部的信"]
)
def test_a_title_of_many_kinds_of_text_leaves_the_decision_to_the_chapters(title: str) -> None:
    assert interpreted(f"{title}\n{CHAPTERS}").recognised
    assert not interpreted(f"{title}\n一、主要工作\n我走访十户。\n{CHAPTERS}").recognised


def test_a_report_of_a_company_in_the_same_chapters_is_none() -> None:
    assert not interpreted(f"隐患排查情况汇报\n{CHAPTERS.replace('我', '厂里')}").recognised


def test_what_one_person_said_is_told_from_minutes_by_the_text() -> None:
    title = "支部组织生活会发言记录稿"
    own = "我的毛病是怕麻烦。去年我查表查了一半就报完成。往后我一户一户查，每天报班长。\n"
    minutes = "王书记：开会。\n李三：我没有意见。\n王书记：散会。\n赵四：好。\n"
    assert interpreted(f"{title}\n{own}").recognised
    assert not interpreted(f"{title}\n{minutes}").recognised


def test_a_guide_to_writing_statements_is_none() -> None:
    guide = (
        "一、存在问题要实\n像“我学习不够”这样的话等于没写。\n二、原因剖析要深\n三、整改措施要准\n"
    )
    for title in ("手把手教你写个人对照检查材料", "个人对照检查材料怎么写", "对照检查材料撰写要点"):
        assert not interpreted(f"{title}\n{guide}").recognised


def test_insisting_is_enough() -> None:
    document = parse(Source("水库的早晨\n雾退了。\n"))
    assert interpret(document, shipped().named("generic"), is_given=True).recognised


def test_a_name_of_a_statement_in_the_name_of_an_occasion_decides_nothing() -> None:
    speech = "同志们，有的科室串岗聊天，有的干部推着干。每个党员要查学习，要查纪律。\n"
    assert not interpreted(f"在全局查摆问题推进会上\n{speech}").recognised
    assert not interpreted(f"查摆问题动员会\n{speech}").recognised


def test_a_title_that_says_nothing_leaves_it_to_the_text() -> None:
    assert interpreted("情况汇报\n现自查如下：\n本人让群众跑了三趟。\n").recognised
    assert not interpreted("情况汇报\n水管换了两截，阀门换了一个。\n").recognised


def test_the_end_of_a_title_in_brackets_is_read_over() -> None:
    text = "本人三次把客户的文件带回家处理，怕麻烦，图快。请支部批评。\n"
    assert interpreted(f"我的检视与反思（合规部）\n一、存在的问题\n{text}").recognised


def test_a_label_that_comes_again_is_no_speaker() -> None:
    rows = "".join(
        f"项目：{name} | 差距：缺课五次，对司机吆喝 | 根源：怕麻烦，特权思想 | 改：向支部检查，月底补课\n"
        for name in ("政治", "作风", "廉洁", "团结")
    )
    assert interpreted(f"党员个人查找的不足\n{rows}").recognised


OWN_FAULTS = (
    "上个月我巡库漏了三回，登记簿照着前一天的抄，还冲来借书的老人发了火。\n"
    "我这样做，是嫌麻烦，觉得没人查，说到底是把规矩当了摆设。\n今后每天早晚各巡一次，老人那里我已上门道歉。\n"
)


@pytest.mark.parametrize(
    "title", ["库管员老秦的检讨", "老秦的一封认错信", "一名库管员的说明", "给党总支的信"]
)
def test_a_letter_about_ones_own_faults_to_the_party_is_one(title: str) -> None:
    assert interpreted(f"{title}\n馆党支部：\n{OWN_FAULTS}").recognised


@pytest.mark.parametrize("title", ["一名库管员的说明", "给党总支的信"])
def test_a_letter_to_the_party_about_something_else_is_none(title: str) -> None:
    thanks = "上个月我住院，支部派人送来材料，还轮流陪护。\n谢谢同志们。\n"
    assert not interpreted(f"{title}\n馆党支部：\n{thanks}").recognised


def test_a_letter_about_ones_own_faults_to_an_employer_is_none() -> None:
    assert not interpreted(f"检讨书\n尊敬的经理：\n{OWN_FAULTS}").recognised


def test_a_letter_with_advice_for_the_party_is_none() -> None:
    advice = "路灯坏了一个月没人修，活动室周末不开门。\n建议：路灯三天内修好，活动室请人值班。\n"
    assert not interpreted(f"给社区党委的一封信\n社区党委：\n{advice}").recognised


@pytest.mark.parametrize(
    "title",
    [
        "检视清单及说明",
        "查摆问题清单和整改说明",
        "关于作风检视问题整改情况的报告",
        "对照检查要点（提纲）",
    ],
)
def test_what_stands_behind_the_name_leaves_it_a_statement(title: str) -> None:
    assert interpreted(f"{title}\n{CHAPTERS}").recognised


@pytest.mark.parametrize(
    "title",
    [
        "党员检视问题清单（空白表）",
        "一份检视材料好在哪里",
        "党员对照检查（填空）",
        "查摆问题常用句",
        "民主生活会个人发言提纲模板（供参考）",
    ],
)
def test_what_only_speaks_of_a_statement_is_none(title: str) -> None:
    assert not interpreted(f"{title}\n一、存在的问题\n填写具体事例。\n").recognised


def test_a_reflection_is_known_by_its_text() -> None:
    own = "党员学习会我缺席三次，对旅客态度生硬，麻木了，怕麻烦。请支部批评。\n"
    assert interpreted(f"安检口的反思\n{own}").recognised
    assert not interpreted("《背影》教学反思\n导入太长，小组讨论走了形式。\n").recognised


def test_faults_and_duties_are_counted_where_somebody_writes_of_oneself() -> None:
    scene = "三月的巡查记录是月底补写的，有六天没有到现场。闸门两处漏水，拖了四十天才修。四月起每天到闸上看一遍。"
    law = f"关于闸门管理的规定\n{scene}\n违反前款的，责令改正。\n"
    own = f"说说自己\n我是水闸站的党员。{scene}我嫌远，图省事。请支部批评。\n"
    counted = [traits("", text, ())[0]["labelled problems"] for text in (law, own)]
    assert counted[0] == 0 < counted[1]


def test_an_answer_to_opinions_about_the_writer_may_be_a_statement() -> None:
    read = interpreted(
        "给支部各位同志的回信\n——关于评议会上对我的意见\n大家给我提的意见我逐条看了，说得都对。\n"
        "一是开会爱念稿子。上半年四次党课我都是照着念的，本人没有备课。\n二是遇到难事绕着走。老井的事我拖了五个月。\n"
        "我怕得罪人，也怕麻烦。\n往后党课我自己写，老井这个月内淘干净，请支部监督。\n"
    )
    assert read.recognised, read.why


def test_a_short_first_line_that_was_read_as_no_title_says_what_it_names() -> None:
    told = "余供职党校九年。排课徇情，名师多排；学员违纪，闻而不报。自即日起，排课公示。\n"
    assert interpreted(f"自我剖析\n{told}").recognised
    comment = "翻看一些材料，字字恳切，细看全是套话。少数干部把检讨写成表功。\n"
    assert not interpreted(f"别让自我剖析变自我表扬\n{comment}").recognised


@pytest.mark.parametrize(
    ("opening", "is_other"),
    [
        ("县总工会：", True),
        ("审判长、审判员：", True),
        ("支部各位同志：", False),
        ("存在的问题：", False),
    ],
)
def test_a_line_that_addresses_somebody_outside_the_party_is_counted(
    opening: str, is_other: bool
) -> None:
    text = f"{opening}\n我是党员。去年工会的活动我没有去过一次。\n"
    assert traits("", text, ())[0]["addressed to others"] == is_other


def test_problems_that_speak_of_the_writer_or_a_team_are_counted_apart() -> None:
    text = "巡查记录是月底补写的。我没有到现场。支部没有过问。我每天看一遍。"
    assert own_problems(text, sentences_of(text, Span(0, len(text))), "PPpM") == 2


def test_a_problem_that_is_told_without_a_word_of_fault_is_enough_to_be_weighed() -> None:
    told = (
        "我说两点不对的。一个是跑青海那趟，我让老马连着开了九个小时，队长问我，我说换过班了，这是撒谎。二个是党员先锋车的"
        "牌子挂在我车上，去年我这台车投诉最多，五次，有三次是我跟货主吵。\n就是光想着挣钱，觉得牌子是个牌子。\n"
        "往后四小时一换班，我录像发群里；再跟货主吵，牌子我自己摘。大家给我提。\n"
    )
    read = interpreted(f"在车队说的\n{told}")
    assert not any(map(is_deficient, told.split("。")))
    assert read.recognised, read.why


def test_a_promise_to_mend_that_goes_through_the_faults_is_one() -> None:
    told = (
        "（1）坑槽三个月没有补。\n承诺：我带人6月底前补平。\n（2）加油本是我凭印象补的。\n"
        "承诺：今后出车当天记。\n（3）班务会没有开。\n承诺：每月10号开会。\n"
    )
    assert interpreted(f"整改承诺书\n养护班班长　洪大\n{told}我做不到就下岗。\n").recognised
    ours = "我公司郑重承诺：严格遵守法律法规，不违规排放，接受社会监督。\n"
    assert not interpreted(f"整改承诺书\n{ours}").recognised


@pytest.mark.parametrize(
    "title", ["第六讲 批评和自我批评是武器", "督导组点评发言", "生活会后的讲评"]
)
def test_what_is_taught_or_said_of_others_is_none(title: str) -> None:
    text = "有的同志查摆问题浮在面上。我们班子的毛病要自己找。请大家批评我，今后改进。\n"
    assert not interpreted(f"{title}\n{text}{OWN_FAULTS}").recognised


def test_a_statement_in_lessons_keeps_its_name() -> None:
    assert interpreted(f"第二单元党小组个人检视材料\n{OWN_FAULTS}").recognised


SEVERAL = (
    "账实不符。盘点表我签了六个季度，真正下库点过的只有一个季度，差的四百多件劳保鞋到现在没有说清楚。\n"
    "用人随便。两个叉车工没有证，我知道，照样排夜班，去年十月撞坏了货架。\n"
    "跟供应商走得近。中秋收过两箱螃蟹，分给了部门，觉得大家吃就不算我拿。\n"
    "会上不说真话。总经理问安全有没有问题，我连着四个月说没有。\n"
    "为什么会这样，我想了很久，还是把岗位当成了熟人圈子，规矩是管外人的。\n"
    "盘点从这个月起我带着保管员一件一件点，差的鞋六月底前查出去向，查不出我赔。\n"
    "没证的两个人停了，考出证再上车。\n"
    "螃蟹折了六百块，交到财务。\n"
    "安全的话以后写在纸上，我签字，错了拿纸找我。\n"
)


def test_a_confession_of_several_faults_is_one_whoever_it_is_for() -> None:
    assert interpreted(f"检讨\n公司各位领导：\n我是仓储部的老翁，做了七年。\n{SEVERAL}").recognised
    assert interpreted(f"仓储部交来的检讨\n{SEVERAL}").recognised


def test_a_pupils_confession_of_several_faults_is_none() -> None:
    faults = (
        "第一，上课看小说。第二，作业抄了两个星期。第三，值日逃跑，让组长一个人扫。\n"
        "原因是贪玩，没有把班规放在心上。\n"
    )
    assert not interpreted(
        f"检讨书\n敬爱的班主任：\n{faults}以后作业自己写，每周多值日两天。\n初二（3）班　石磊\n"
    ).recognised


CHAT = (
    "韦师傅 19:02\n小组的都在吧，党小组会今晚轮到我先照镜子。\n韦师傅 19:05\n"
    "我的毛病\n点检表我三天补一次，二号泵漏油，表上写的还是正常。\n"
    "学习会我总挑下班前二十分钟开，人都拎着包，等于没开。\n小陆考技师要我写推荐，我拖到报名截止，他白等一年。\n"
    "值班本我替人签过四回，没有一回问过人在不在岗。\n"
    "病根\n当了六年组长，觉得不出事就是本事，心里混。\n怎么改\n点检当班写，写的人按指纹。\n"
    "替签的四回已经报到支部，今后谁值班谁签。\n学习会挪到每月头一个周五，停机开。\n"
    "小陆的推荐我已经补交，明年头一个报他。\n小陆 19:16\n收到\n"
)


def test_a_groups_chat_in_which_one_examines_oneself_is_one() -> None:
    assert interpreted(f"机修党小组聊天记录\n{CHAT}").recognised
    parents = (
        "王老师 19:02\n月考下滑，我没有抓好，向大家检讨。\n"
        "小明妈 19:05\n孩子在家也不看书。\n王老师 19:10\n下周起每天留二十分钟订正。\n"
    )
    assert not interpreted(f"班级群聊天记录\n{parents}").recognised
    assert not interpreted(f"党员群聊天记录\n{parents}").recognised
