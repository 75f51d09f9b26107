"""What reviewers ask of a statement: sentences that must be shown, and ordinary ones beside them."""

from __future__ import annotations

import pytest

import duizhao.rules
from cost import assert_costs_less
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

LINTERS = {rule.code: Linter([rule], shipped().all()) for rule in collect(duizhao.rules)}
PROBLEMS = (
    "个人对照检查材料\n一、存在的问题\n一是{}\n二是调研走马观花。我到柳河村只在会议室听汇报。\n"
)


def found(code: str, text: str) -> list[str]:
    source = Source(text)
    return [each.span.of(text) for each in LINTERS[code].check(source).findings]


@pytest.mark.parametrize(
    ("problem", "concession"),
    [
        ("虽然取得了一定成绩，但与先进单位比还有差距。", "虽然取得了一定成绩"),
        ("虽说平时能认真看书，但看过就忘，笔记只有3页。", "虽说平时能认真看书"),
        ("能够自觉遵守廉洁规定，但对亲属提醒少。", "能够自觉遵守廉洁规定"),
        ("能按要求参加组织生活，但发言都是念稿。", "能按要求参加组织生活"),
        ("尽管防汛值班做到了不脱岗，却没有去看过涵闸。", "尽管防汛值班做到了不脱岗"),
        (
            "在担当作为方面，虽然完成了年度任务、成绩较好，但碰到积案就绕开。",
            "虽然完成了年度任务、成绩较好",
        ),
        ("总的来说我对党建工作比较重视，但只布置不检查。", "总的来说我对党建工作比较重视"),
        (
            "近年来，虽然窗口服务有了明显改观，不过午间仍无人接件。",
            "虽然窗口服务有了明显改观",
        ),
        ("能按时上班，能按时下班，下村却少有。", "能按时上班，能按时下班"),
        ("本人虽有坚持下村的习惯，但去的都是近处。", "虽有坚持下村的习惯"),
    ],
)
def test_praise_before_the_problem_is_shown(problem: str, concession: str) -> None:
    assert found("DZ414", PROBLEMS.format(problem)) == [concession]


@pytest.mark.parametrize(
    "problem",
    [
        "虽然会上点了名，我仍没有改，材料又晚交了4天。",
        "虽然家里离单位近，但去年迟到了9次。",
        "尽管文件写得明白，我却没有照办，多收了6户的钱。",
        "虽然明知不妥，但碍于情面签了字。",
        "自学少，有时虽然坚持了几天，但很快又放下。",
        "学习不系统。虽然能够坚持参加集中学习，但自学不够。",
        "能够解决的困难没有解决，但报告里写成了已办。",
        "总体上没有把积案放在心上，但嘴上说得多。",
        "虽然没有取得成绩，但总结里写了成绩。",
        "对群众反映的积水，虽然去过两次，但每次都空手而回。",
        "虽然认真的时候不多，但自以为是。",
        "虽然任务书上写着5月完工，但到10月才开工。",
        "我没有坚持值班制度，但签到表是满的。",
    ],
)
def test_what_is_no_praise_before_the_problem(problem: str) -> None:
    assert found("DZ414", PROBLEMS.format(problem)) == []


MEASURES = """个人对照检查材料
现将有关情况报告如下：
一、存在的问题
一是窗口排号机坏了两个月没有人修。
二是对五户漏雨的房子不闻不问。
二、整改措施
{}
"""


@pytest.mark.parametrize(
    "measures",
    [
        "一是加强理论学习，每月读书2本。\n二是召开专题会议，研究窗口工作制度。",
        "一是制定学习计划和方案。\n二是印发通知，传达文件精神。",
        "1.参加培训不少于3次，提高业务能力。\n2.修订学习制度，年底前出台。\n3.开展研讨，切实转变作风。",
        "一是每周集中学习一次，写心得体会4篇。\n二是讲专题党课2次，增强宗旨意识。",
        "（一）学习方面。制定学习计划，每季度研讨1次。\n（二）作风方面。召开作风会议，印发文件。",
        "一是召开职工会议，统一思想认识，由王某负责。\n二是建立健全窗口工作机制，6月底前印发。",
        "一是通读党章，做到入脑入心，长期坚持。\n二是召开动员会，传达上级要求精神，强化责任担当。",
        "一是开展对照检查专题研讨。\n二是下发窗口服务通知，学习先进单位文件。",
    ],
)
def test_measures_of_meetings_papers_and_study_are_shown(measures: str) -> None:
    assert len(found("DZ513", MEASURES.format(measures))) == 1


@pytest.mark.parametrize(
    "measures",
    [
        "一是加强理论学习，每月读书2本。\n二是请厂家来换一块主板。",
        "一是召开专题会议。\n二是五户漏雨房六月底前修好。",
        "一是召开现场会，把排号机搬到楼下。\n二是学习先进单位做法。",
        "一是印发通知。\n二是自己动手铺油毡。",
        "一是传达文件精神。\n二是申请经费3万元，买一台新的。",
        "一是学习操作手册，当周把机器调通。\n二是开会通报维修进度。",
        "一是制定方案，6月底前办结。\n二是每月研讨1次。",
        "一是召开会议布置，我每周上门看一次。\n二是学习房屋政策。",
        "一是学习规章。\n二是向窗口群众道歉，听取意见。",
        "一是组织培训，考试不合格的不上岗。\n二是出台值守制度，午间安排两人接件。",
        "一是学习窗口业务，6月起每周三坐班。\n二是开会。",
        "一是印发通知，三天内给五户铺油毡。\n二是学习房屋政策。",
        "一是按方案换水管12公里。\n二是召开动员会。",
        "一是加强理论学习。",
        "一是提高政治站位，增强责任担当。\n二是切实转变作风，强化宗旨意识。",
        "",
    ],
)
def test_one_act_among_the_measures_is_enough(measures: str) -> None:
    assert found("DZ513", MEASURES.format(measures)) == []


LAST_YEAR = """个人对照检查材料
现将有关情况报告如下：
一、上年度整改措施落实情况
{}
二、存在的问题
一是自学少。我全年只记了2篇笔记。
"""


@pytest.mark.parametrize(
    ("account", "words"),
    [
        ("上年度的问题已基本整改到位。", ["基本整改到位"]),
        ("3项整改措施基本完成，收到较好效果。", ["基本完成"]),
        ("调研少的问题基本得到解决，作风有了转变。", ["基本得到解决"]),
        ("整改工作取得阶段性成果。", ["阶段性成果"]),
        ("各项措施大部分已完成，成效明显。", ["大部分已完成"]),
        (
            "一是学习制度基本落实。\n二是下村调研取得了一定成效。",
            ["基本落实", "取得了一定成效"],
        ),
        ("2022年查摆的6个问题基本销号。", ["基本销号"]),
        ("（一）学习方面。通过坚持自学，初见成效。", ["初见成效"]),
        ("2023年1月认领的措施全部启动，基本做到件件有着落。", ["基本做到"]),
    ],
)
def test_basically_done_without_what_is_left_is_shown(account: str, words: list[str]) -> None:
    assert found("DZ122", LAST_YEAR.format(account)) == words


@pytest.mark.parametrize(
    "account",
    [
        "4项措施全部完成，验收单存办公室。",
        "整改基本到位，尚有1项要等汛后施工。",
        "5项措施完成4项，剩下的一项3月底前办结。",
        "12项措施完成了11项，整改基本到位。",
        "公示问题基本解决，14个村里只剩2个没有张榜。",
        "排号机故障问题基本解决，换主板两次，投诉从9件降到1件。",
        "漏雨问题基本解决，五户翻修了屋面。",
        "基本农田划定一项已经办完，图纸交档案室。",
        "整改取得阶段性成效，正在办理的有2件。",
        "一是值班制度基本落实。\n二是账目公示没有完成，账本还在核对。",
        "学习制度基本落实，全年12次学习到会11次。",
        "基本情况是：3项认领，3项完成。",
        "上年度没有认领整改事项。",
    ],
)
def test_what_is_left_is_said(account: str) -> None:
    assert found("DZ122", LAST_YEAR.format(account)) == []


@pytest.mark.parametrize(
    "problem", ["满足于基本完成，不求过得硬。", "年底把基本到位的事报成已完成，有2件。"]
)
def test_basically_done_in_a_problem_is_no_account_of_last_year(problem: str) -> None:
    assert found("DZ122", PROBLEMS.format(problem)) == []


CASE = """个人对照检查材料
现将有关情况报告如下：
一、存在的问题
一是自学少。我全年只记了2篇笔记。
二、{}
{}
三、整改措施
我每月下村两次，6月底前写出报告。
"""


@pytest.mark.parametrize(
    ("title", "case"),
    [
        (
            "典型案例剖析",
            "赵某身为镇长，伙同他人骗取补贴41万元，被开除党籍。其根本原因是丧失理想信念。",
        ),
        ("案例剖析", "通报的4起案件触目惊心，说明管党治党一刻不能放松，必须时刻绷紧纪律这根弦。"),
        (
            "反面典型案例剖析情况",
            "钱某从接受一条烟开始，一步步走向犯罪。小节不守，大节难保，教训惨痛。",
        ),
        ("以案促改情况", "县里组织观看警示教育片，观后深受触动，思想上受到震撼，今后要警钟长鸣。"),
        ("以案为鉴", "李某违规操办婚宴，收礼金3.2万元。党员干部要以案为鉴，守住底线，不越红线。"),
        (
            "典型案例分析",
            "某医院设备科科长吃回扣案，案值不大，影响很坏，暴露出制度空转、监督缺位。",
        ),
        (
            "对典型案件的剖析",
            "学校食堂采购案中，三名采购员轮流作案，长达五年无人发现，可见内控形同虚设。",
        ),
        ("案例警示", "周某酒后驾车被行政拘留，受到党内严重警告处分。法纪面前没有例外，应当敬畏。"),
    ],
)
def test_a_case_without_oneself_is_shown(title: str, case: str) -> None:
    assert found("DZ123", CASE.format(title, case)) == [title]


@pytest.mark.parametrize(
    ("title", "case"),
    [
        ("典型案例剖析", "赵某骗取补贴被开除党籍。我签过的补贴表也有两张没有核对户头，要补查。"),
        ("典型案例剖析", "对照食堂采购案，本人去年三次没有到场监秤，把单子交给别人签。"),
        ("案例剖析", "看了通报，想到自己收过服务对象两箱水果，虽已退回，当时没有报告。"),
        ("案例剖析", "设备科吃回扣案发生后，分管的后勤科自查出两份没有比价的合同。"),
        ("以案促改情况", "班子剖析了采购案，查出去年七笔零星采购没有验收记录，已补齐四笔。"),
        ("以案促改情况", "学校食堂案提醒了我们：本校的食堂账三个学期没有公示。"),
        ("以案为鉴", "孙某的毛病身上也有：验收只看照片，去年两处渠道没有到现场。"),
        ("典型案例剖析", "类似问题在联系的村里也查到一起，村账有四张白条。"),
        ("典型案例剖析", "见附件。"),
        ("学习情况", "全年集中学习12次，读完《条例》一遍，写了三篇笔记，参加测试两次，都及格。"),
        ("典型案例剖析", "酒驾案通报以后，本单位两名驾驶员的违章记录也才去查，有6条没有处理。"),
        ("案例剖析", "案例中的“先办后批”，工程股也存在，去年有三件，补批用了四十天。"),
        ("原因剖析", "把学习当成软任务，有空才学，学了也不往工作上靠，笔记靠补，讨论靠抄。"),
    ],
)
def test_a_case_held_against_oneself_is_silent(title: str, case: str) -> None:
    assert found("DZ123", CASE.format(title, case)) == []


@pytest.mark.parametrize(
    ("measures", "phrase"),
    [
        ("一是窗口午间有人接件，立行立改，长期坚持。", "立行立改，长期坚持"),
        ("一是窗口午间有人接件，立行立改并长期坚持。", "立行立改并长期坚持"),
        ("一是账目上墙，即知即改、长期坚持。由王某负责。", "即知即改、长期坚持"),
        ("一是到户走访，不打招呼。整改时限：长期坚持。", "时限：长期坚持"),
        ("一是到户走访，不打招呼。完成时间：常态化推进。", "完成时间：常态化推进"),
        ("一是会议用餐按人数订，立查立改，常抓不懈。", "立查立改，常抓不懈"),
        ("一是不再以会代训，立即整改，持续推进。", "立即整改，持续推进"),
        ("一是群众来信当面答复。责任人：李某，时限：长期。", "时限：长期"),
        ("1.下村不要人陪，立行立改 长期坚持。", "立行立改 长期坚持"),
    ],
)
def test_a_standing_measure_without_a_date_of_review_is_shown(measures: str, phrase: str) -> None:
    assert found("DZ514", MEASURES.format(measures)) == [phrase]


@pytest.mark.parametrize(
    "measures",
    [
        "一是窗口午间有人接件，立行立改，长期坚持，6月底前回访一次。",
        "一是账目上墙，每季度更新，立行立改，长期坚持。",
        "一是到户走访，立行立改，长期坚持，年底考核。",
        "一是用餐按人数订，立行立改，长期坚持，由纪检委员抽查。",
        "一是来信当面答复，立行立改。",
        "一是来信当面答复，长期坚持。",
        "一是五户漏雨房2024年5月31日前修好，并长期坚持雨后上门。",
        "一是窗口公示办件时限，长期积压的三件当周办完。",
        "一是换主板，立即整改到位。",
        "一是排号机每天开机前试一遍，立行立改，长期坚持。",
        "一是下村不要人陪，立行立改，长期坚持，半年小结一次报支部。",
        "一是定下限时办结的时限：长期件一个月，急件三天。",
        "",
    ],
)
def test_a_measure_with_a_date_or_a_review_is_silent(measures: str) -> None:
    assert found("DZ514", MEASURES.format(measures)) == []


def test_what_a_problem_says_of_standing_measures_is_silent() -> None:
    assert found("DZ514", PROBLEMS.format("嘴上说立行立改，长期坚持，实际一个月就松了。")) == []


CAUSES = """个人对照检查材料
现将有关情况报告如下：
一、存在的问题
一是理论学习不够深入。我全年只记了2篇笔记。
二是服务群众不够主动。去年我有7件事让群众跑了两趟。
三是宗旨意识树得不牢，遇事先想自己方便。
四是碰到矛盾绕着走，积案久拖不决。
二、原因剖析
一是从小在机关长大，没有吃过群众的苦。
二是{}
三、整改措施
我每月下村两次，6月底前写出报告。
"""


@pytest.mark.parametrize(
    "cause",
    [
        "理论学习不够深入。",
        "理论学习还不深入。",
        "主要是服务群众不主动。",
        "宗旨意识树得还不够牢。",
        "原因在于对理论的学习不深入。",
        "碰到矛盾就绕着走，积案久拖不决。",
        "由于本人服务群众不够主动。",
        "积案久拖不决，遇到矛盾绕着走。",
        "自己宗旨意识不牢，遇事先想自己方便。",
    ],
)
def test_a_cause_that_repeats_its_problem_is_shown(cause: str) -> None:
    assert len(found("DZ515", CAUSES.format(cause))) == 1


@pytest.mark.parametrize(
    "cause",
    [
        "把学习当成软任务，有空才学。",
        "凭老经验办事，不翻书也能过关。",
        "觉得服务群众主动不主动一个样。",
        "碰到矛盾绕着走，是怕得罪人。",
        "放松了对自己的要求。",
        "党性锻炼抓得不紧，理想信念有所松动。",
        "坐办公室久了，同群众的感情淡了。",
        "积案牵涉老同事，碍于情面久拖不决。",
        "宗旨意识不牢。入党二十年，重温誓词只有一次，慢慢把手里的权看成自己的本事，忘了它从哪里来、该用在谁身上，遇事先想自己方便。",
        "学习不够。",
        "政绩观有偏差，把材料好看当成工作做好。",
        "考核只看台账，台账齐了就松劲。",
        "学习制度执行不严，请假从来不补课。",
    ],
)
def test_a_cause_with_words_of_its_own_is_silent(cause: str) -> None:
    assert found("DZ515", CAUSES.format(cause)) == []


@pytest.mark.parametrize(
    "wish",
    [
        "要进一步加强理论学习。",
        "政治站位需要进一步提高。",
        "调查研究有待加强。",
        "担当精神还要再增强，工作标准还要再提高。",
        "在工作作风方面，应进一步改进。",
        "制度建设需完善，监督管理须加强。",
        "廉洁自律的意识需持续增强。新时代对党员干部提出了新要求。",
        "业务本领亟待提升。",
        "服务意识应当强化，服务方式应当改进。",
    ],
)
def test_a_wish_in_place_of_a_problem_is_shown(wish: str) -> None:
    assert found("DZ415", PROBLEMS.format(wish)) == [wish.partition("。")[0]]


@pytest.mark.parametrize(
    "problem",
    [
        "理论学习有待加强，全年只记了2篇笔记。",
        "调查研究需要加强。去年到村3次。",
        "学习不够，需要进一步加强。",
        "要加强的事一件没抓。",
        "会上说要加强值班，会后没有人去查。",
        "台账有待完善，错了四处。",
        "作风有待改进，接访时推给科员。",
        "对“进一步加强督查”的要求打折扣，有3个月没有督查。",
        "没有按要求不断提高业务本领。",
        "担当精神有待增强，遇到积案绕着走。",
        "自学少。今后要加强。",
        "把要改进的方面当成面子，听不得意见。",
        "靠要加强、要提高的口号应付检查。",
    ],
)
def test_a_problem_with_its_fault_is_no_wish(problem: str) -> None:
    assert found("DZ415", PROBLEMS.format(problem)) == []


def test_a_wish_among_the_measures_is_in_its_place() -> None:
    assert found("DZ415", MEASURES.format("一是进一步加强维修。\n二是不断改进服务。")) == []


def test_a_standing_measure_said_a_thousand_times_costs_little() -> None:
    measures = MEASURES.format("一是" + "立行立改长期坚持" * 4_000)
    assert_costs_less(lambda: found("DZ514", measures), 1.5)
