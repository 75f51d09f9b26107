"""Labels before lines tell the kind of what stands behind them, matter by matter, and are no part of it."""

from __future__ import annotations

import pytest
from tests.statement.reading import interpreted, words

from duizhao.statement import Statement

IN_BRACKETS = """组织生活会发言提纲
第一件事：食堂
【问题】三月起饭菜涨了两块，我没有听过一次师傅们的意见。
【根子】我自己不在食堂吃，觉得不是大事。
【办法】每月十号在食堂摆一张桌子听意见。先把涨的两块退回去。
第二件事：浴室
【问题】锅炉坏了十九天，我只打了一个电话。
【办法】月底前换锅炉，换好以前开班车去镇上的浴室。
说得不对的地方，请大家指出来。
"""
WITH_FIELDS = """站长个人检视剖析材料
【问题一】
问题表现：巡线次数不够。四月里我巡了两次，规定是八次。
原因剖析：怕爬那道坡；总以为线路是新的，出不了事。
整改措施：每周一、周四上山，记录当天交班长。
完成时限：长期坚持
状态：正在做
【问题二】
问题表现：工具账乱。仪表借出去七件，只有两件写了名字。
原因剖析：图省事，“都是熟人；不用写”。
整改措施：一是月底前清点；二是借一件写一件。
责任人：老丁
"""


def parts(read: Statement) -> tuple[list[str], list[str], list[str]]:
    return (
        words(read, [each.span for each in read.problems]),
        words(read, [each.span for each in read.causes]),
        words(read, [each.span for each in read.measures]),
    )


def linked(read: Statement) -> set[tuple[str, str]]:
    text = read.document.text
    return {
        (text[each.problem.span.start :][:3], text[each.answer.span.start :][:2])
        for each in read.links
    }


def test_words_in_brackets_tell_the_kind() -> None:
    read = interpreted(IN_BRACKETS)
    assert parts(read) == (
        [
            "三月起饭菜涨了两块，我没有听过一次师傅们的意见。",
            "锅炉坏了十九天，我只打了一个电话。",
        ],
        ["我自己不在食堂吃，觉得不是大事。"],
        [
            "每月十号在食堂摆一张桌子听意见。",
            "先把涨的两块退回去。",
            "月底前换锅炉，换好以前开班车去镇上的浴室。",
        ],
    )
    assert linked(read) == {
        ("三月起", "我自"),
        ("三月起", "每月"),
        ("三月起", "先把"),
        ("锅炉坏", "月底"),
    }


def test_a_field_belongs_to_its_measure_and_a_state_to_none() -> None:
    problems, causes, measures = parts(interpreted(WITH_FIELDS))
    assert problems == [
        "巡线次数不够。四月里我巡了两次，规定是八次。",
        "工具账乱。仪表借出去七件，只有两件写了名字。",
    ]
    assert causes == [
        "怕爬那道坡；总以为线路是新的，出不了事。",
        "图省事，“都是熟人；不用写”。",
    ]
    assert measures == [
        "每周一、周四上山，记录当天交班长。\n完成时限：长期坚持",
        "一是月底前清点；",
        "二是借一件写一件。\n责任人：老丁",
    ]


def test_a_title_above_claims_what_the_label_shows() -> None:
    read = interpreted(
        "关于反馈问题的专项检视\n班子对两个问题作了检视。\n"
        "问题一 供水管网漏损严重\n表现：全县漏损率三成，去年只补了两处。\n"
        "根源：只看报表，不看地下。\n整改：九月底前换完老街的管子。\n"
        "问题二 收费窗口推诿扯皮\n表现：一件过户跑了四趟。\n"
        "根源：窗口换人太勤。\n整改：窗口固定三个人，一次说清要什么。\n"
        "班子对以上问题负集体责任。\n"
    )
    assert parts(read)[0] == [
        "问题一 供水管网漏损严重\n表现：全县漏损率三成，去年只补了两处。",
        "问题二 收费窗口推诿扯皮\n表现：一件过户跑了四趟。",
    ]
    assert words(read, [each.claim for each in read.problems]) == [
        "供水管网漏损严重",
        "收费窗口推诿扯皮",
    ]
    assert len(read.causes) == len(read.measures) == 2


def test_a_name_of_a_field_above_claims_nothing() -> None:
    read = interpreted(
        "部领导班子对照检查材料\n班子找出以下问题。\n"
        "1.关于“凝心铸魂”\n问题表现：培训一张课表，没有分类。\n"
        "原因剖析：图省事。\n整改措施：分三类办班。\n"
        "2.关于“转变作风”\n问题表现：转办的意见八个月没有回音。\n"
        "原因剖析：重收集，轻反馈。\n整改措施：三十日内必答。\n"
    )
    assert parts(read)[0] == [
        "培训一张课表，没有分类。",
        "转办的意见八个月没有回音。",
    ]


def test_one_answer_belongs_to_all_problems_above_it() -> None:
    read = interpreted(
        "党委对照检查材料\n党委找出以下问题。\n"
        "一、聚焦职责方面\n1.物资账实不符，少了二十件。\n2.上报的数字没有核过。\n"
        "产生的原因：平时一松，考核重报表。\n整改措施：物资已查清去向。\n"
        "二、管党治党方面\n1.采购没有签合同。\n2.兼职没有报批，领了讲课费。\n"
        "产生的原因：监督自己人下不去手。\n整改措施：兼职全部清理。\n"
    )
    assert linked(read) == {
        *(("1.物", "平时"), ("2.上", "平时"), ("1.物", "物资"), ("2.上", "物资")),
        *(("1.采", "监督"), ("2.兼", "监督"), ("1.采", "兼职"), ("2.兼", "兼职")),
    }


@pytest.mark.parametrize(
    ("problem", "cause", "measure"),
    [
        ("怎么了", "为啥", "咋办"),
        ("事实", "反思", "落实"),
        ("经过", "看法", "办法"),
        ("问题检视", "根源探查", "整改举措"),
        ("存在问题", "究其缘故", "对策"),
        ("毛病", "怎么来的", "怎么办"),
        ("短处", "由来", "改法"),
        ("查", "思", "改"),
        ("问题描述", "原因分析", "纠正"),
        ("存在问题", "思想剖析", "努力方向"),
        ("缺点", "怎么弄成这样的", "往后怎么做"),
    ],
)
def test_words_of_many_kinds_are_labels(problem: str, cause: str, measure: str) -> None:
    read = interpreted(
        "雷达站站长对照检查材料\n我找了两件事。\n一、观测\n"
        f"{problem}：五月里漏测了三次。\n{cause}：被窝暖和。\n{measure}：闹钟放到门外。\n二、账目\n"
        f"{problem}：油票有六张没有底。\n{cause}：怕麻烦。\n{measure}：钱退到站里，账贴出来。\n"
    )
    assert parts(read) == (
        ["五月里漏测了三次。", "油票有六张没有底。"],
        ["被窝暖和。", "怕麻烦。"],
        ["闹钟放到门外。", "钱退到站里，账贴出来。"],
    )


def test_answers_alone_may_have_labels() -> None:
    read = interpreted(
        "内科党支部检视问题\n支部查出以下问题。\n"
        "1.候诊时间长，平均61分钟。\n整改情况：内科增开两间诊室。\n"
        "2.窗口态度生硬，投诉9件。\n整改情况：轮训4期，与绩效挂钩。\n"
        "3.检查重复，互认不到三成。\n整改情况：出台目录58项。\n"
    )
    assert parts(read)[2] == ["内科增开两间诊室。", "轮训4期，与绩效挂钩。", "出台目录58项。"]


def test_names_of_what_is_examined_are_no_part_of_the_problem() -> None:
    read = interpreted(
        "火化车间检查\n现将有关情况报告如下。\n对照党章党规：三个月没有参加党小组会。\n"
        "对照初心使命：家属想多告别五分钟，我没有等。\n原因在于心上结了一层茧。\n今后告别时间放宽十分钟。\n"
    )
    assert parts(read)[0] == ["三个月没有参加党小组会。", "家属想多告别五分钟，我没有等。"]


def test_what_shows_below_a_labelled_claim_belongs_to_it() -> None:
    read = interpreted(
        "院长个人剖析材料\n问题一：签约签而不约。\n"
        "表现：随访有2300份是补录的。\n根源：我只盯着签约率。\n整改：3月底前重新核实。\n"
        "问题二：药房账物不符。\n事实：短少17种药品。\n根源：三年没有盘过库。\n整改：每月25日盘库。\n"
    )
    assert words(read, [each.claim for each in read.problems]) == [
        "签约签而不约。",
        "药房账物不符。",
    ]
    assert words(read, [each.span for each in read.problems]) == [
        "签约签而不约。\n表现：随访有2300份是补录的。",
        "药房账物不符。\n事实：短少17种药品。",
    ]
    assert linked(read) == {
        ("签约签", "我只"),
        ("签约签", "3月"),
        ("药房账", "三年"),
        ("药房账", "每月"),
    }


def test_a_plain_question_is_a_label() -> None:
    read = interpreted(
        "检查材料\n一、案子办得慢\n结案183件，29件超了期。\n为什么慢：我先捡好结的结。\n怎么改：3月底前全部开庭。\n"
        "二、判后不说话\n有5个人来问，我没露面。\n为什么会这样：我嫌烦。\n今后怎么做：宣判后当面讲十分钟。\n"
        "三、带徒弟没带好\n小陈只写过3份判决。\n为啥：教人要花工夫。\n怎么改：每月写4份。\n"
    )
    assert parts(read)[1:] == (
        ["我先捡好结的结。", "我嫌烦。", "教人要花工夫。"],
        ["3月底前全部开庭。", "宣判后当面讲十分钟。", "每月写4份。"],
    )


@pytest.mark.parametrize("nothing", ["（空）", "/", "无", "暂无。", "略", "同上", ""])
def test_label_with_nothing_behind_it_has_no_point(nothing: str) -> None:
    read = interpreted(
        "党支部班子对照检查情况表\n"
        "问题：主题党日年年打扫卫生。\n原因：支委头天晚上才定内容。\n整改措施：每季度由党员投票定内容。\n"
        f"问题：议事厅一年只开了三次会。\n原因：{nothing}\n整改措施：电梯、停车两件事两次会内定下来。\n"
    )
    assert parts(read)[1] == ["支委头天晚上才定内容。"]
    assert linked(read) == {("主题党", "支委"), ("主题党", "每季"), ("议事厅", "电梯")}


def test_what_is_counted_in_words_above_labelled_answers_is_a_problem() -> None:
    read = interpreted(
        "个人对照检查\n乡水管站　老闵\n支部让我查自己，我查了三天，就这几件。\n"
        "头一件，巡渠弄虚作假。规定每周走一趟，本上签满了，其实我去年只走了21趟。\n"
        "为啥？我又懒，还觉得没有人会去渠上对我的本子。\n"
        "怎么改：开春放水起每周一和小魏一块走，走到的地方拍照发群。\n"
        "第二件，分水不公平。上游是我老丈人村，我多给放了两个晚上的水，下游少浇了40多亩。\n为啥？抹不开亲戚的脸。\n"
        "怎么改：三支渠装量水槽，哪个村放几个小时写在黑板上。\n"
        "第三件，工程款手续不全。去年有1.9万元是白条，财政所退回来两次。\n为啥？干了半辈子都是这么报的。\n"
        "怎么改：白条4月底前全部换成正式票据。\n"
    )
    assert [each[:4] for each in parts(read)[0]] == ["头一件，", "第二件，", "第三件，"]
    assert linked(read) == {
        *(("头一件", "我又"), ("第二件", "抹不"), ("第三件", "干了")),
        *(("头一件", "开春"), ("第二件", "三支"), ("第三件", "白条")),
    }


def test_what_stands_above_labelled_answers_is_a_problem() -> None:
    read = interpreted(
        "个人对照检查材料\n现将有关情况报告如下。\n一、案子办得慢\n"
        "我结案183件，29件超过了六个月。\n为什么慢：我先捡好结的结。\n"
        "怎么改：29件3月底前全部开庭。\n二、判后不爱说话\n"
        "去年有5个人来问，我没有露面。\n为什么这样：我嫌烦。\n怎么改：宣判后当面讲十分钟。\n"
    )
    assert len(read.problems) == 2
    assert parts(read)[1:] == (
        ["我先捡好结的结。", "我嫌烦。"],
        ["29件3月底前全部开庭。", "宣判后当面讲十分钟。"],
    )


def test_a_list_below_a_label_stays_one_of_answers() -> None:
    read = interpreted(
        "个人对照检查材料\n现将有关情况报告如下。\n一、窗口坐得少\n"
        "去年坐窗口4次，定的是12次。\n原因：\n第一，嫌吵。\n第二，怕见熟人。\n"
        "怎么改：每周二坐窗口。\n二、账贴得晚\n三季度的账11月才贴。\n原因：\n"
        "第一，字写不好。\n第二，没人催。\n怎么改：每季末贴账。\n"
    )
    assert [each[:2] for each in parts(read)[0]] == ["一、", "二、"]


def test_a_semicolon_parts_no_answer_of_two_clauses() -> None:
    read = interpreted(
        "个人检视材料\n我找了两件事。\n问题：巡更走了两圈，该走四圈。\n原因：怕冷；也没有人对过牌。\n"
        "措施：牌挪到最远的门边；走完拍照发群。\n问题：来客不登记，一周有五天。\n原因：嫌麻烦。\n"
        "措施：先登记再抬杆；生人打电话问过再放；每晚八点对本子。\n"
    )
    assert parts(read)[1:] == (
        ["怕冷；也没有人对过牌。", "嫌麻烦。"],
        [
            "牌挪到最远的门边；走完拍照发群。",
            "先登记再抬杆；",
            "生人打电话问过再放；",
            "每晚八点对本子。",
        ],
    )


def test_a_sentence_of_who_does_it_goes_on_with_the_measure() -> None:
    read = interpreted(
        "个人检视材料\n我找了两件事。\n问题：水表抄得晚。\n"
        "措施甲：换远传表，抄表的事交给机器。由表务班小岳6月底前装好。\n"
        "措施乙：账单贴到单元门口。\n问题：热线没人接。\n措施甲：座机转到手机。由每班组长夜里守着电话，来电记在本上。\n"
    )
    assert parts(read)[2] == [
        "换远传表，抄表的事交给机器。由表务班小岳6月底前装好。",
        "账单贴到单元门口。",
        "座机转到手机。",
        "由每班组长夜里守着电话，来电记在本上。",
    ]


def test_plain_words_of_who_and_when_are_fields_of_a_measure() -> None:
    read = interpreted(
        "党员自查材料\n包装车间　邵冬\n毛病：安全门绑过铁丝。\n怎么来的：手快惯了。\n"
        "怎么办：铁丝剪掉，开关换新的。\n谁办：邵冬\n几时办完：3月20日\n"
        "毛病：交接班只说一句没事。\n怎么来的：急着赶车。\n"
        "怎么办：在皮带跟前交接。\n谁来办：我和小崔\n什么时候办完：4月1日\n"
    )
    assert parts(read)[2] == [
        "铁丝剪掉，开关换新的。\n谁办：邵冬\n几时办完：3月20日",
        "在皮带跟前交接。\n谁来办：我和小崔\n什么时候办完：4月1日",
    ]


def test_chapters_that_go_on_to_labelled_answers_hold_problems() -> None:
    read = interpreted(
        "岗位自查\n镇办　冉琴\n我管两样，就按两样来写。\n一、办文\n"
        "①印错过。3月的通知把两个村名写反了。\n②压过文。来函搁了11天。\n改法：\n"
        "①付印之前念一遍。\n②来一件登一件。\n二、办会\n"
        "①会多。一季度开了41个。\n②签到改过两回。\n改法：发表格走群里，不再让人跑。\n"
        "三、印章\n①公章离过手。钥匙给过小韩一回。\n②空白介绍信盖过三张。\n改法：\n①柜子换两把锁。\n②介绍信一张一登。\n"
    )
    problems, _, measures = parts(read)
    assert [each[:3] for each in problems] == ["①印错", "②压过", "①会多", "②签到", "①公章", "②空白"]
    assert [each[:3] for each in measures] == ["①付印", "②来一", "改法：", "①柜子", "②介绍"]


def test_a_label_ahead_of_the_first_numbered_title_opens_its_list() -> None:
    read = interpreted(
        "述责述廉报告\n卫生院　鲍海清\n成绩不念了。\n"
        "其一，救护车晚到过，有31分钟没有出门。\n为什么？我把车和司机看成后勤。\n"
        "其二，绩效分得不公，公卫科人均少一万。\n为什么？眼睛只看住院部。\n怎么改：\n"
        "（1）司机编进班里，睡在急诊旁边；每季演练一回，掐着表。\n"
        "（2）分钱的办法由职工推五个代表算出来，贴在食堂；我只有一票，算错了当场改。\n我讲完了，请同志们打分。\n"
    )
    problems, causes, measures = parts(read)
    assert [each[:3] for each in problems] == ["其一，", "其二，"]
    assert causes == ["我把车和司机看成后勤。", "眼睛只看住院部。"]
    assert [each[:3] for each in measures] == ["（1）", "（2）"]


def test_a_line_of_when_it_happened_is_no_part_of_a_problem() -> None:
    read = interpreted(
        "党员自查表\n问题描述：限位器坏了九天，我用木楔顶着。\n发生时间：今年3月\n"
        "为什么发生：怕停产。\n纠正：限位器换新。\n预防：坏了先挂牌。\n"
        "问题描述：党费拖了一个季度。\n发生时间：去年底\n为什么发生：没放在心上。\n纠正：当天补交。\n"
    )
    assert parts(read)[0] == ["限位器坏了九天，我用木楔顶着。", "党费拖了一个季度。"]
    assert parts(read)[2] == ["限位器换新。", "坏了先挂牌。", "当天补交。"]


def test_a_list_may_begin_in_the_line_of_its_label() -> None:
    read = interpreted(
        "检视问题材料\n妇联　茹芳\n问题：一、调解走过场，九件只打了电话。\n"
        "二、经费用偏了。节日花了二万四，慰问只有三千。\n三、不下村。\n"
        "原因：一、图省事。\n二、爱热闹，拍出来好看。\n"
        "措施：一、九件重新上门，六月底前走完。\n二、活动不办了，钱给二十二户。\n三、每周二在村里。\n"
    )
    _, causes, measures = parts(read)
    assert [each[-4:] for each in causes] == ["图省事。", "来好看。"]
    assert [each[-4:] for each in measures] == ["前走完。", "十二户。", "在村里。"]


def test_a_sentence_that_only_names_a_matter_is_no_point() -> None:
    read = interpreted(
        "检视剖析材料\n镇长　伏强\n一是学习方面。\n"
        "问题：新规出台五个月我还按老办法批。\n根源：满足于老经验。\n举措：每周一晚学一个文件。\n"
        "二是工作方面。\n问题：水体治理反弹，拍到三处。\n根源：图快。\n举措：三处六月底前截污。\n"
    )
    assert [len(each) for each in parts(read)] == [2, 2, 2]


TOLD_AT_LENGTH = """徐明个人对照检查材料
问题一：业务不钻。职称考试报了三年，进考场只有一次。
原因：有小富即安的思想。房子还清了，班也不用倒了，觉得日子这样过下去就行，对自己没有更高的要求。
问题二：台账不清。借出去的仪表有七件没有写名字。
原因：图省事，总以为都是熟人，写不写一个样。交接的时候也没有人提醒过要逐件核对。
问题三：巡线不够。四月里巡了两次，规定是八次。
原因：怕爬那道坡。
"""


def test_what_tells_a_short_claim_of_a_cause_at_length_belongs_to_it() -> None:
    _, causes, _ = parts(interpreted(TOLD_AT_LENGTH))
    assert causes == [
        "有小富即安的思想。房子还清了，班也不用倒了，觉得日子这样过下去就行，对自己没有更高的要求。",
        "图省事，总以为都是熟人，写不写一个样。",
        "交接的时候也没有人提醒过要逐件核对。",
        "怕爬那道坡。",
    ]
