"""Problems that tell what happened need no example, measures that can be looked at no further result."""

from __future__ import annotations

import pytest

import duizhao.rules
from cost import assert_costs_less
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.statement.facts.plain_clauses import names_act
from duizhao.text import Source

LINTERS = {
    rule.code: Linter([rule], shipped().all())
    for rule in collect(duizhao.rules)
    if rule.code in ("DZ401", "DZ507", "DZ508", "DZ509")
}
PROBLEMS = (
    "个人对照检查材料\n一、存在的问题\n一是{}\n二是调研走马观花。我到柳河村只在会议室听汇报。\n"
)
MEASURES = """{}对照检查材料
现将有关情况报告如下：
一、存在的问题
一是三号楼的灯坏了两个月没有人修。
二是来信压在抽屉里，拆了7封。
二、整改措施
一是{}
二是由我负责，2026年5月底前把三号楼的灯全部换好。
"""


def found(code: str, text: str) -> list[str]:
    source = Source(text)
    return [each.span.of(text) for each in LINTERS[code].check(source).findings]


def asked(measure: str, whose: str = "个人") -> list[str]:
    text = MEASURES.format(whose, measure)
    return [code for code in ("DZ507", "DZ508", "DZ509") if found(code, text)]


@pytest.mark.parametrize(
    "problem",
    [
        "竞赛组报名时犹豫，怕拿不到名次。",
        "学习讲话只看了标题，全文没打开。",
        "网课一边放一边洗衣服。",
        "仓库抽查图轻松，数字照抄旧账。",
        "接待来访不耐烦。残疾人在门口按铃，保安下班前才替我开的门。",
        "带徒留一手，参数表锁着，徒弟只能站旁边看。",
        "会议纪律松。书记讲话，躲到走廊接电话去了。",
        "困难职工名单照抄旧名单，搬走的人还在上面。",
        "服务窗口排着长队，两个同事被叫去布置会场。",
    ],
)
def test_a_scene_is_an_example(problem: str) -> None:
    assert found("DZ401", PROBLEMS.format(problem)) == []


@pytest.mark.parametrize(
    "problem",
    [
        "把专业当挡箭牌，敏锐性不强。",
        "碰到难事绕着走，不敢较真。",
        "只求过得去，不求过得硬。",
        "存在船到码头车到站的思想，进取心减退。",
        "廉洁自律这根弦绷得时紧时松。",
        "习惯于以会议落实会议、以文件落实文件。",
        "对党的创新理论的理解停留在字面上。",
        "在急难险重面前冲得不够靠前。",
        "管理上失之于宽、失之于软。",
        "干事创业的激情减退了，有小富即安的想法。",
        "没有真正把心思用在工作上，抓落实有所松懈。",
    ],
)
def test_a_judgement_is_no_example(problem: str) -> None:
    text = PROBLEMS.format(problem)
    assert [text.index(each) for each in found("DZ401", text)] == [text.index(problem[:4])]


@pytest.mark.parametrize(
    "measure",
    [
        "报名参加改造专班，承担管线测绘，2026年6月出报告。",
        "报修系统由后勤科招标，9月上线，师生扫码打分。",
        "材料自己写，重复率请办公室抽查。",
        "班车不晚点、不甩站，调度随时查。",
        "来电问价，当面念一遍价目，值班经理可调监控。",
        "附件缺一份我不签，退回去补。",
        "接警后5分钟出车，调度台看定位。",
        "座位每两周轮换，从后排叫起。",
        "收完秋就把账连票带单子贴出去。",
        "开学第一周把教案交教研组互看。",
        "集中学习手机锁进铁盒，钥匙归组织委员。",
        "打卡我自己走，定位给站上看。",
        "红灯一亮吊车即停，复工由安监站和我两人签认。",
        "开会手机交班长，读完说三句自己的话，记在小组本上。",
        "勘察到杆下，照片带水印，缺照片不开票。",
        "每炉的关键操作我在场签字。",
        "每批水样两个人取，封条上都签名。",
        "集市上再有人乱讲，我把文件念给他听。",
    ],
)
def test_what_a_person_will_do_and_others_can_look_at_is_enough(measure: str) -> None:
    assert asked(measure) == []


@pytest.mark.parametrize(
    "measure",
    [
        "班子成员分片包楼，2025年6月底前走完86个单元，逐户销号。",
        "班子成员每季度相互谈心1次。",
        "到企业先问三件难事，每月10日局务会过一遍。",
        "纪念品4月底前清退登记，派驻纪检组现场看。",
        "维修资金实行物业初审、科室复核、局务会会审，自2025年1月起执行，财务科公示。",
        "成立由局长任组长的清欠专班，每月调度一次。",
        "组建以镇长为召集人的专班，每月研究一次。",
        "每季度征集一次选题（宣传委员 马骏，1月起）。",
        "3月底前完成（张伟）。",
        "班主任每学期家访全班学生一遍，写下记录。",
        "总工程师签字验收，3月底前建成。",
        "分管领导现场督办，月底前清零。",
        "党委书记挂帅，5月底前完成拆迁。",
        "谁主管谁负责，每月通报一次。",
        "张伟、李强两名同志3月底前登记完120户。",
        "李娜每周一公布菜单和价格。",
        "委托第三方每季度测评一次，分数张榜。",
        "11笔租金4月底前补签合同，纪工委逐笔核对。",
        "党工委每季度听取一次汇报。",
        "学生会每周检查食堂卫生两次。",
        "结余2.7万元已于2025年1月10日按人头退还。",
        "楼门长每天上报一次体温和外来人员。",
        "班子每月复盘一次，列出3条不足。",
    ],
)
def test_members_of_a_team_act_and_a_procedure_can_be_checked(measure: str) -> None:
    assert asked(measure, "街道领导班子") == []


@pytest.mark.parametrize(
    "measure",
    [
        "领导干部以身作则，每月学习一次。",
        "党员干部要带头执行各项纪律，2025年3月底前完成。",
        "校长信箱每周开启一次。",
        "走访困难党员（含退休党员），每季度一次。",
        "抓好主任医师的培训，3月底前完成。",
        "加强书记队伍建设，6月底前轮训一遍。",
        "建立台账（问题清单、责任清单），6月底前完成。",
    ],
)
def test_posts_that_do_not_act_are_asked_who_does(measure: str) -> None:
    assert "DZ507" in asked(measure, "街道领导班子")


@pytest.mark.parametrize(
    ("measure", "codes"),
    [
        ("深入群众，倾听群众呼声。", ["DZ507", "DZ508", "DZ509"]),
        ("主动和同事交流，多参加集体活动。", ["DZ507", "DZ508", "DZ509"]),
        ("高标准做好本职工作，争取领导满意。", ["DZ507", "DZ508", "DZ509"]),
        ("落实3月出台的规定，持续改进作风。", ["DZ508"]),
        ("每季度开展一次走访活动，加强联系。", []),
        ("把欠老乡的面粉钱退回去。", ["DZ508"]),
    ],
)
def test_what_a_reviewer_would_still_ask(measure: str, codes: list[str]) -> None:
    assert asked(measure) == codes


@pytest.mark.parametrize(
    "measure",
    [
        "违建的彩钢棚拆了，材料堆在城管队院里。",
        "两张老花镜买了，挂在窗口边上。",
        "多收的停车费退到卡上了，四十一户。",
        "井盖换了新的，螺丝拧死。",
        "那条推送撤下了，道歉信贴在原处。",
        "旧账本烧了的那一页，照底单补写了。",
        "值班表改成了两人一组，带班的签在前头。",
        "水位不到两米，闸门归夜班开。",
        "没戴安全帽，不发工牌。",
        "不管谁来说情，一律走窗口。",
        "单周我下村，双周书记下村。",
        "家属可以在玻璃外面看。",
        "一车一验，验完盖章。",
        "试卷封条没拆，不进考场。",
        "凡外单位请吃请喝的，由我当面回掉。",
        "血样满三百份才开机。",
        "发票粘齐了才报账。",
        "我顶班顶到新人来为止。",
        "谁打招呼也不改分。",
        "单号我值，双号老唐值。",
        "2025年7月和12月两次民主评议，党员至少提一条批评意见。",
        "6月、11月各交一篇调研文章。",
        "3月、6月、9月、12月四次对账，双方签字。",
        "今年的三次培训全部参加。",
        "超时1天的由营业班长向用户说明。",
        "逾期三天的由所长上门解释。",
        "新学年起每个班设一名生活老师。",
        "春季、秋季两次体检，结果反馈家长。",
        "用三个月时间把12个小区走遍。",
        "双月20日开门接访。",
        "节假日由支委轮流值守。",
        "在2025年度预算中单列培训经费30万元。",
        "2025至2026年分批更换电梯41部。",
        "每办结一件，回访一件。",
        "每个项目开工前公示图纸。",
        "月均走访8户。",
        "今后验收我回避，由信息科和法律顾问共同签字。",
        "以后选拔干部，得票不在前三名的不上会。",
        "两名副队长的任职，2月的总支会上重新讨论。",
        "以半年为期，轮换一遍关键岗位。",
        "趁农闲修好水渠。",
        "逢会必讲、逢查必问。",
        "废品日清日结。",
        "以后值班期间玩手机，第一次谈话，第二次停班。",
        "往后有意见走教代会提案，群里不说风凉话。",
        "今后采购三家比价。",
        "每骂一次人，我在早会上道歉。",
        "2025年3月向全校公布评选办法。",
        "居民随时能翻账本。",
    ],
)
def test_what_is_done_or_holds_from_now_on_needs_no_day(measure: str) -> None:
    assert "DZ508" not in asked(measure)


@pytest.mark.parametrize(
    "measure",
    [
        "思想上紧了弦，作风上扣好扣子。",
        "对6月、11月两次检查发现的问题认真整改。",
        "落实3月、5月出台的办法。",
        "今年以来存在的不足都要改掉。",
        "每个党员都要向前看齐。",
        "订阅双月刊。",
        "今后合理安排时间，劳逸结合，多陪家人。",
        "今后继续加强学习，努力提高本领。",
        "贯彻3月的常务会上提出的要求。",
        "对2024年6月由县里通报的两件事深刻反思。",
        "今后多下基层，多听群众意见。",
        "以后遇到难题主动上前，敢于碰硬。",
        "提高了认识，端正了态度。",
        "换了脑筋，转变了作风。",
        "改了作风再抓落实。",
        "把没有退的押金退掉。",
        "退掉多收的押金，改建公厕。",
        "无论大事小事，都要严格要求自己。",
        "做到有责必问、问责必严。",
        "不论岗位如何变化，初心不改，本色不移。",
        "解决没有跟踪问效、不到位的问题。",
        "群众可以放心，我会努力。",
        "坚持到底，直到群众满意。",
        "对不合格的坑槽重新修补。",
    ],
)
def test_a_resolve_without_a_day_is_asked_for_one(measure: str) -> None:
    assert "DZ508" in asked(measure)


@pytest.mark.parametrize("piece", ["在", "把工作", "没有上", "当看", "每周", "重"])
def test_one_long_clause_costs_little(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    assert_costs_less(lambda: names_act(text, 0, len(text)), 1.5)
