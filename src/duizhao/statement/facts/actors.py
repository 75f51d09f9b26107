"""Reads a person, post or unit from its first character on: 质检员老邵 of 质检员老邵贴红签."""

from __future__ import annotations

from duizhao.document.people import (
    CLEAR_SURNAMES,
    FURTHER_SURNAMES,
    HAN,
    OFFICES,
    SURNAMES,
    personal_name,
)
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

JOBS = (
    "楼长", "段长", "河长", "林长", "船长", "电工", "水工", "焊工", "维修工", "会计", "出纳", "内勤", "文书",
    "文员", "司机", "门卫", "保安", "厨师", "师傅", "护士", "医生", "村医", "所医", "校医", "兽医", "老师",
    "班主任", "保管员", "管理员", "仓管员", "网格员", "护林员", "安全员", "质量员", "质检员", "检验员",
    "化验员", "资料员", "档案员", "驾驶员", "协管员", "办事员", "值班员", "讲解员", "收银员", "柜员", "水管员",
    "巡查员", "巡护员", "联络员", "信息员", "宣传员", "调度员", "统计员", "炊事员", "保洁员", "投递员",
    "报账员", "书记员", "记录员", "调解员", "辅导员", "木工", "护工", "门岗", "大夫", "教师", "顾问", "专责",
    "秘书", "助理", "主管", "总监", "干事", "志愿者", "专家", "代表", "律师", "大副", "技师", "领班", "科室长",
    "辅警", "协警", "民警", "法警", "关员", "教导员", "指导员", "园丁", "店长", "库管", "药师", "网管", "片长", "户长",
    "站务员", "库管员", "司务长", "检察官", "法官", "保健医", "园长", "教练", "专干",
)  # fmt: skip
# No word that leads to a further person stands in a name.
LETTER = f"(?:(?![给把被对向让请由的在是去来从到逐每时]|交(?!通)(?!警)){HAN})"
# 广播员, 质检员; not 人员, 全员, 动员.
MEMBER = f"{LETTER}{{1,3}}(?<![人党全动成官演职伤裁团学会队])员"
SURNAME = "".join(sorted(CLEAR_SURNAMES))
# 阿珠; not 阿姨, 阿婆.
BY_GIVEN_NAME = f"阿(?![姨婆公伯爷妈爹哥姐叔嫂里坝克勒拉富])(?:{HAN})"
# Things that begin like a person: 小程序每月更新, 老顾客, 老石桥.
NO_FAMILIAR = (
    "(?!小(?:程序|毛病|金[库额]|黄车|高[层考]|段[路落]|范围|宋体|雷区|孔|江湖|方格|马路|白[菜板]|石[子块桥]|叶|龙虾|任务|熊猫)"
    "|老(?:顾客|钱款|石[桥板墙]|田|龙潭|高[炉层]|方[法案式子]|陈[醋年]|余粮|江[堤湖]|马路|白菜|任务|黄历))"
)
FAMILIAR = (
    f"{NO_FAMILIAR}[老小][{SURNAME}马高江任方齐金白]"
    f"|[{SURNAME}](?:师傅|老师|医生|大夫|工|姐|哥|叔)|{BY_GIVEN_NAME}"
)
POSTS = "|".join(sorted((*OFFICES, *JOBS), key=len, reverse=True))
# 监区长, 工段长: heads of what has no post of its own in the lists.
HEAD = (
    f"{LETTER}{{0,2}}(?:监区|分队|楼门|单元|工段|网格|车间|班组|矿|厂|段|片|户|组|班|队|大队|中队|科|处|室|局|分局|营|连|社|场|铺|楼|河)长"
    "(?![期处短远大])"
)
TITLE = f"(?:调度(?![台室中])|{POSTS}|{HEAD}|{MEMBER}|支书|支委(?!会)|领导|负责人|负责同志)"
UNIT = (
    "(?:监?委会|[董理监议]事会|委员会|科室|科(?![学研普技目级长员])|处(?![理置罚分于在方境长])|室(?![内外])|股(?![份东票长])|(?<![饭酒牌结布格僵赌棋])局(?![部面限势长])|厅(?!长)|部门"
    "|(?<![干全内外局])部(?![分署位件属门长])|办公室|(?<![合督承主协查交经包盯催代受])办(?![理事好结案法实证完学会公])|(?<!支)委(?![托派员])|小组(?!长)|组(?![织建成合长员])"
    "|中心(?![思任环])|站(?![岗位出在稳立长])|所(?![有在需属以长])|[大支中]队(?!长)|队(?![伍员长])|院(?![落长子])|校(?![正对验长园])"
    "|园(?![林长区])|(?<![饭茶宾旅展场闭开出入进到来在回])馆(?![长藏内外里])|(?:供销|合作|信用|旅行|报)社(?!长)|[支分]行(?!长)|支部|总支|党组|公司|专班|街道|镇(?![长压])|乡(?![长亲镇村])|村(?![民里长组委])|社区|工会|妇联|团委|[党纪大]?工委|纪委|监委|学生会"
    "|残联|盲协|(?<![站上到在离下换顶定轮值缺脱空])岗(?![位前后亭哨])|协会|代办点|便民点|窗口|车间|工区|[洗机库厨伙药票泵病]衣?房(?![间屋子产价租东])|班组(?!长)|(?<![排换轮接加跟])班(?![子前后次车长员])|单位|(?<![家法宫门前大])庭(?![审院外上前内长])|食堂(?![里内外门的长])|后勤|总务)"
)
# A unit in a unit, or a post in one: 办公室 of 局办公室, 主任 of 村委会主任.
FURTHER_UNIT = (
    "(?:(?![主承督协交合]办|校|会同|联合)"
    f"(?![每各全本逐交从送上下当值与和同到在向对给把将由请让])(?:{HAN}){{0,2}}?{UNIT})"
)
COUNTED = "(?:[一二两三四五六七八九十几0-9]+[位名个](?:退休|外部|老|年轻)?)?"
EVERY = (
    "(?:全体|所有|各|每一?[名位]|每个|全(?!科医|员)[所站校局院矿厂队镇乡村行社科室班组馆段库场园])"
)
# 全体辅警, 每个学习组组长, 各村民组长: with 各 and 每 posts and jobs alone: 每月, 各项 count no people.
EVERYBODY = (
    f"{EVERY}{LETTER}{{0,5}}?(?:{TITLE}|(?<=[口场线岗区队作勤工])人员"
    "|干部职工|教?职工|员工|干警|护士|医生|教师|学员|队员|科室|党员(?!活动|意识|学习|教育|身份|[的之])|(?<=全.)同志)"
)
CHARGED = f"(?:(?:分管|联系|包联|主管){HAN}{{1,6}}的)?"
"""分管城建的副镇长."""
# After a post or unit: 调度老葛, 居委会的马大姐.
ANY_SURNAME = f"[{SURNAMES}{FURTHER_SURNAMES}]"
# 班长小蕊, 网格员小禾: not 班长小组, 内勤小结.
BY_NICKNAME = f"小(?![组结学时型额幅区说事班会队站屋院巷孩儿修件票批户微心范围]){HAN}(?![组会])"
KNOWN = (
    f"{NO_FAMILIAR}[老小](?:{ANY_SURNAME}|白)|{BY_GIVEN_NAME}"
    f"|{ANY_SURNAME}(?:师傅|老师|医生|大夫|大[姐哥爷娘]|阿姨|工|姐|哥|叔)"
)
# A name ends where its sentence goes on with a word that names do not have: 副局长陈立负责.
GOES_ON = (
    "(?<![每逐年月周季])"
    "(?=[，。；：、每逐具亲带牵负保在从按到来隔全当分统配协审核年月周季半一二三四五六七八九十0-9把将照盯守管验收送跑去前早晚夜上下和与签写按打坐听问查补修换贴交发报抄记念盖驻蹲住陪定用拿做办请让主"
    "排腾领教抽开出找教先再都也就要不只必应须拟列组制给向对接跟同会]|$)"
)
# 孙立新本学期内, 许凯10月底; what no given name ends in: 闻海走一遍.
TIME_BEHIND = (
    "(?:[常全]年|本[月周年学季]|[今明]年|年[底前内终]|[上下]半年|下个?[月周]|春节|清明|端午|国庆|中秋|元旦|五一|七一|入[冬夏伏秋汛]|汛期"
    "|[寒暑][假期]|会后|整改期|即日|第?[0-9一二三四五六七八九十两半几]+个?(?:月|日|天|周|年|小时|季度|工作日))"
)
NO_NAME_ENDS_IN = "(?:[走查收送跑给把将逐每牵负盯填写贴修补换催领抄扫敲挨审验签督汇监拟编巡跟落轮]|来[验帮查看讲抽教])"
NAME = (
    f"(?!白天|全[部体年程]|董事)(?:{ANY_SURNAME}{HAN}(?={TIME_BEHIND}|{NO_NAME_ENDS_IN})"
    f"|(?:{personal_name().pattern})(?:{GOES_ON}|(?=同志|{TIME_BEHIND})))"
)
PERSON = f"{TITLE}{{1,2}}(?P<name>{KNOWN}|{BY_NICKNAME}|[ \u3000]{{0,4}}{NAME})?"
FIRST_OF_TITLE = "(?:[副各总分主大中支]|分管|主管|常务|第一|驻村|当班|值班|带班|退休)?"
# What no name of a unit or post begins with.
NO_BEGINNING = (
    "(?!叫|[两几一二三四五六七八九十0-9]+个(?!人|党|支部|科室|班组|小组|车间|单位|部门)|[几一二三四五六七八九十百千0-9]+[多余几]?处|[每到是在把将对向从被让给为了的以我你他她并于此来求示假专全与和同不就也都再要能可先由请补找凭交送听按跟随陪帮替归比选]"
    f"|经(?![办营理])|后(?![勤厨])|各(?!{HAN}{{0,4}}?(?:[组班队科站所村]|部门|单位|支部|社区|车间|窗口))"
    "|会(?!计)|报(?![账刊])|落实|明确|加强|建立|健全|完善|推动|督促|组织(?!委员)|严格|强化|压实|责任|没有|接受|配合|服从|学习)"
)
SHORT_UNIT = (
    "残联|工会|妇联|团委|支部|社区|车间|办公室|[药票泵]房|食堂|后勤|总务|窗口|党委|党组|纪委"
    "|[党纪]工委|学生会|董事会|理事会|监事会|[业村居家]委会|支委会"
    "|[站所村局队镇乡科厂馆校社](?:里(?![的面程外])|上(?=[每今明月年]))"
)
UNIT_OF_ACTOR = f"(?:{LETTER}{{1,6}}?{UNIT}|{SHORT_UNIT}){FURTHER_UNIT}{{0,2}}"
# 养护股的人, 信访室的两位同志: not 财务科的人员名单.
PEOPLE_OF = (
    "的(?:[一二两三四五六七八九十几0-9]+[位名个]|年轻|全体|所有)?"
    "(?:同志们?|年轻人|人(?![员民事心数选为名格])|党员|干部)"
)
# Behind a unit a person of it may stand, 办公室的副主任小杜, 财务科老邱; behind other words one must.
ACTOR = (
    f"(?:{EVERYBODY}|{NO_BEGINNING}{COUNTED}{CHARGED}(?:(?P<familiar>(?:财务|人事|总务|文秘|后厨|{LETTER}{{1,4}}[柜店摊库台厂场铺])?(?:{FAMILIAR}))"
    f"|(?:(?P<unit>{UNIT_OF_ACTOR})|{LETTER}{{0,4}}?)"
    f"(?:(?(unit)的?{FIRST_OF_TITLE}){PERSON}(?:们)?|(?(unit)(?:(?P<behind>的?(?:{KNOWN})|[ \u3000]{{1,4}}{NAME})"
    f"|{PEOPLE_OF})?|(?!)))))"
)
_ACTOR = LazyPattern(ACTOR)
# 三年级的班长小蕊, 城东的网格员小禾.
_OF_PLACE = LazyPattern(f"(?!把|将){LETTER}{{1,5}}的")
_NAME_ALONE = LazyPattern(f"{NAME}(?:同志)?")
# 许建国10月底前把: not 白皮书10月底前报, 石料厂10月底前把.
_NAME_AND_DAY = LazyPattern(
    f"[{SURNAME}]{HAN}{{2}}(?<![处室股局厅办委组站所队院厂场店社方面卡路桥道渠线表单书本册账款费票证])"
    "(?=(?:今年|本月)?[0-9一二三四五六七八九十]{1,2}月(?:[0-9一二三四五六七八九十]{1,3}[日号]|[底末初]|[上中下]旬)(?:之?前|以前)?"
    "(?:把|将|带|去|对(?!外)|逐))"
)
NO_ACTOR = LazyPattern(
    "^(?:干部|党员|成员|领导|代表|专家|助理)$|(?:盲|执法|法律|裁判|司法|诉讼|审判|行政|处罚)文书|专人|本人|各级|人人|全体(?:党员|干部|成员)?$|[上下值接交跟早晚加夜白]班$|[个各每]班$|全部|内部|外部|局部|[督承主协查交经]办$"
)


@value
class Actor:
    """Words that name somebody, and whether they are a person (else a unit); `end` is behind them.

    `is_named` if the person is called by name, so that no office or job is meant.
    """

    words: str
    is_person: bool
    end: int
    is_named: bool


def actor_at(text: str, at: int) -> Actor | None:
    """The person, post or unit whose name begins at `at`; None in doubt."""
    of_place = _OF_PLACE.match(text, at)
    if not of_place:
        return _actor_at(text, at)
    found = _actor_at(text, of_place.end())
    if found and found.is_named:
        # 打更的老崔: who has no post is believed only where a person's act follows.
        return Actor(text[at : found.end], True, found.end, found.words[0] not in "老小阿")
    return _actor_at(text, at)


def _actor_at(text: str, at: int) -> Actor | None:
    found = _ACTOR.match(text, at)
    if not found or NO_ACTOR.search(found[0]):
        return None
    is_person = found["unit"] is None or found.end("unit") < found.end()
    is_named = any(found.group("name", "familiar", "behind"))
    return Actor(found[0], is_person, found.end(), is_named)


def name_at(text: str, at: int) -> Actor | None:
    """The bare name that the text has from `at` on, where somebody must stand: 由吴长根月底前贴出来."""
    return _named(_NAME_ALONE, text, at)


def name_with_day_at(text: str, at: int) -> Actor | None:
    """The bare name that a day follows, and what is done by then: 许建国10月底前把电表换完."""
    return _named(_NAME_AND_DAY, text, at)


def _named(pattern: LazyPattern, text: str, at: int) -> Actor | None:
    found = pattern.match(text, at)
    return Actor(found[0], True, found.end(), True) if found else None
