from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.chain._done import is_done
from duizhao.statement import FactKind, Measure
from duizhao.statement.facts.plain_clauses import names_act
from duizhao.statement.facts.time_words import time_words
from duizhao.text.pattern import LazyPattern

SOMEBODY_ACTS = LazyPattern(
    "(?:由|请)(?![于此来求示假])[^，。；、\n]{2,16}?(?:负责|把关|牵头|督办|督促|核对|核实|检查|抽查|监督|落实|审核|验收|复核|"
    "登记|记录|盯|管|带|教|看|考|评|听|验|签|抽|审|帮|催)|[长任记员计师部科办室委组所局站队导师生护]负责|(?:成员|委员|同志|领导)轮流"
    "|(?<![\u4e00-\u9fff])(?:我|本人)(?![们局院校乡镇县市区站所馆社厂公部])"
    # 班子成员分片包村, 支委们轮着送药; not 班子成员之间的谈心.
    "|(?:班子|党[组委]|支委会?)(?:全体)?成员(?:每[人位]|[分包挂轮各按逐走下驻联领带到进认]|与|同|一对一)|[委员]们(?:轮|分|每)"
    # 每月局务会过一遍, 班子议事实行票决: the body itself acts.
    "|(?:[局院校行厂所村]务|办公|党[组委]|支委|班子|联席)会(?:集体)?(?:每[^，。；]{1,4})?(?:过|会?审|议|定|听取|票决|表决|通报)"
    "|(?:^|(?<=[，。；]))(?:领导)?班子(?:议事|会议?)(?:实行|先|每|一律)"
    "|[组室股科站处]现场[看查验点盯]"
    # 成立由局长任组长的专班; 一把手带头, 书记挂帅; 谁主管谁负责; 张伟、李强两名同志.
    "|[由以][^，。；、]{2,14}?(?:任|为|当)(?:双|总)?(?:[组队]长|召集人|负责人|总?指挥|责任人)|任双组长"
    "|(?:一把手|主要领导|分管领导|主官)(?:带头|亲自|现场|主持|牵头|督办|签|审|抓|包|每|到|把关|审批|听|过问)|(?:[长任]|书记)(?:挂帅|领衔)"
    "|谁[^，。；谁]{1,6}[，、]?谁负责|责任到[人岗][：:]"
    "|专家[^，。；的]{0,4}(?:打分|评审|验收|论证)|(?:^|(?<=[，。；]))(?:领导)?班子(?:每|逐|按|带|集体|全体)|办公室统一|第三方[^，。；的]{0,8}(?:测|评|检|审|查|核|验)|人员轮|骨干[^，。；的]{0,4}[带包教]|须?经[^，。；]{2,10}(?:小组|会|[委股科室办])[^，。；]{0,4}(?:询|审|议|批|签|同意|核)"
)
"""Somebody acts, though the words do not say for certain who: 由会计把账看住, 班子成员轮流值班."""

MAY_ACT = (
    "由",
    "请",
    "负责",
    "轮流",
    "我",
    "本人",
    "主抓",
    "承办",
    "包抓",
    "签字",
    "签名",
    "签收",
    "交给",
    "指定",
    "委托",
    "派",
    "成员",
    "委们",
    "务会",
    "公会",
    "组会",
    "子会",
    "班子",
    "现场",
    "组长",
    "到人",
    "第三方",
    "专家",
    "统一",
    "骨干",
    "经",
    "挂帅",
    "领衔",
    "一把手",
    "领导",
    "主官",
    "召集人",
    "指挥",
)
"""Words of which most sentences with somebody who acts have one: quicker to look for."""


FROM_NOW_ON = LazyPattern(
    "不再|再[也]?不|[绝决]不(?!能|可|只)|一律|不许|不准|滴酒不沾"
    "|(?:今后|往后|以后|从此)[^，。；]{0,12}(?:不(?!断|仅)|一律|都要?先|必须先)|(?:今后|往后|以后|从此|从今往后)[^。；]{2,24}?(?:回避|由[^，。；]{2,12}[签审核定办管]|[签审]字|的，?不[^断仅足够]|自己付|末位|先[^，。；进]|公示|当[面场]|退[回还])"
    "|(?:^|(?<=[，。；：]))逢[^，。；]{1,3}必[^，。；]|[日周月季][清结报查晒评][日周月季][清结报查晒评]|早中晚|第一课由|凡是?[^，。；]{2,30}(?:[，]|的)[^。；]{0,12}(?:先|就|都|必|一律|当面|由|不)"
    "|随[到叫报时]随|[缺错漏犯迟][^，。；]{0,3}一[次回例个处]|该[^，。；]{1,3}就|取消|停[办发征]|[再又]犯|谁[^，。；]{1,8}谁(?!也|都)"
    "|(?:超过|超时|超期|逾期|超出|低于|高于|少于|不足|不满|[晚迟][交到报])[0-9一二两三四五六七八九十百千万.]+[^，。；]{1,10}?(?:的|由)"
    # 每办结一件，回访一件; 每个项目开工前先公示; 节假日由班子成员值守; 今年的三次培训全部参加.
    "|每[^，。；]{1,6}一[个件次户批份笔案车人][^，。；]{0,3}，|每[个份笔批项件家户][^，。；的]{1,8}?(?<![向落先今以目提])[前后](?![台勤进看列续])|(?:节假日|双休日)[^，。；]{0,4}[由轮不照开值也都]"
    "|[今明]年(?!以?来|度)的?[^，。；]{1,12}?(?:全部|都|一次不落|逐)[^，。；要]"
    "|(?:低于|少于|不足|不满)[0-9一二两三四五六七八九十百千万.]+[分次天件篇][^，。；]{0,2}[补重退不扣]"
    # 缺一件我不签, 考核不过关不签字, 来问当面算一遍.
    "|[缺少差](?:一[件份个项样条])?[^，。；]{0,4}不(?!足)|不[^，。；不]{1,4}不(?![足够])[^，。；]"
    "|来[问访电办找][^，。；]{0,4}，[^，。；]{0,2}(?:当[面场]|就|先|都)|后[0-9一二两三四五六七八九十]+(?:分钟|小时)"
    # Somebody may look at any time: 督察随时查, 重复率请办公室抽查.
    "|随时(?:抽?查|调|可查|看)|(?:请|由)[^，。；]{2,8}(?:随机)?抽[查看]|可?调[看取]?监控|本人按手印|谁都?[能可]?查|点名时[看查]"
    "|一[挂响到来亮][^，。；]{0,6}[即就]|手机[^，。；]{0,4}[锁交存放关入]|自己(?:走|写|跑|填|签|打|办|抄)(?![不得])"
    # What is done on an occasion that comes again and again: 开会手机交班长, 再有人乱讲我念文件, 当班处理完.
    "|(?:^|(?<=[，。；：]))(?:开[会庭饭]|值班|带班|巡[线查逻护]|查房|接诊|上[课班]|出[警车诊]|[往今]后[上下]?班)[^，。；多]{4,}"
    "|每[炉单笔批车趟针瓶锅窑罐桩次期场堂节][^，。；]{3,}|再有[^，。；]{2,10}，我|到[^，。；]{1,4}先[^，。；]{3,}|当班[^，。；]{2,}"
    "|先[^，。；]{2,12}，(?:[^，。；]{2,12}，)?(?:[^，。；]{0,8}再(?![次接])|然后)|进门先|必接|随机"
    # 月报须附照片, 经办人须两人在场; 超期一日即约谈, 满三个月再付尾款, 没有事例的退回, 读一遍再盖章.
    "|须(?:经|附|由|持|有|带|先|报|写|签|两人|双人|三)|(?:一经[^，。；]{1,6}|一旦[^，。；]{2,12})，(?!及时|立即|马上|坚决|认真|严肃|迅速|主动|积极)"
    "|超期[^，。；]{0,6}(?<!立)[即就]|发现[^，。；]{1,6}(?<!立)[即就](?:解散|退|停|约谈|换|清|扣|罚|调|撤|收)"
    "|满[0-9一二三四五六七八九十两半几百][^，。；]{0,5}[再才]|(?:没有|不|缺|超|脱岗)[^，。；]{1,8}的，?(?:退回|重办|召回|解散|清退|约谈|返工|补课)|[遍字过]再[盖签发报付交审]"
    # 主题党日轮流出题: what is done each time that it is held; 未经签字不得送达, 不说情，不代写.
    "|(?:主题党日|党课|例会|晨会|班前会|组织生活会|支委会|三会一课)(?:[^，。；]{0,6}(?:由|先|不再|一律)|[^。；]{0,12}?轮[着流])"
    "|[未没][^，。；]{1,10}不上会|不予|不得(?!不|了|力|体|马虎|松懈|有误)|(?<=[，。；：])不[^，。；不断仅]{1,4}，不[^，。；断仅足]{1,4}(?=[，。；]|$)"
    # 能见度不够三百米，红旗升上去; 旗没拔，不进园; 不合格者复训; 漏完才给; 不管谁打，先动身.
    "|(?:不[够到]|超过|满)[0-9一二两三四五六七八九十百千万.]+[^，。；]{1,4}，(?!但|却|而|仅|离|尚|主)[^。；]{2,}"
    "|没(?!有|落|能)[^，。；]{1,5}，不(?!足|够|断|到)|不过关[的者]，?[^，。；]{2,}|[未没][^，。；]{1,5}者[^，。；]{2,}|[完齐]了?才(?!能)"
    "|(?:不管|无论|不论)[^，。；]{1,8}，(?:先|一律)|谁[^，。；]{0,6}也不|单[日周月号][^，。；]{1,6}，双[日周月号]"
    # 农户可以在旁边看, 住户有权不交; 一袋一称; 顶到批为止.
    "|(?:家长|职工|群众|农户|村民|居民|住户|师生|学生|旅客|患者|家属|大家|人人|谁)[^，。；]{0,4}(?:可|能|有权)[^，。；]{0,8}(?:[查看翻调]|不[交付签收])"
    "|一[袋车批件笔头]一[称验签查核过洗]|(?<!目前)(?<!今)到[^，。；]{1,8}为止"
    # 盖一次登记一次, 进一车取一份; 以后议事，我最后一个讲; 哪天没去写明缘故.
    "|一[次个件案车批户笔段份页户辆把人趟][^，。；一]{1,4}一[次个件案车批户笔段份页户辆把人趟]"
    "|(?:今后|往后|以后|从此)[^，。；]{1,6}，?[^，。；]{0,3}(?:最后|末位|自己)|哪[天次件户笔家个][^，。；]{1,6}[就写记补改]"
    "|(?:带班|值班|轮到我)[^，。；]{0,3}?(?:的日子|那天|[当全整]天)"
)
"""What holds from now on needs no day: 不再罚站, 一律扫码进账, 凡是收钱的都当面开票, 超过五百元的问三家价."""
BEGINS_NOW = LazyPattern(
    "(?:今后|往后|以后|从此|从今往后|凡是?)(?![^。；]*(?:合理|劳逸|陪|身边|少讲|多办))"
)
"""What begins so and names an act holds from now on too: 往后有意见走教代会提案; not 今后劳逸结合."""
WITH_SOMEBODY = LazyPattern("[同和与跟][^，。；]{2,12}一[起道同块]")
"""Who acts with somebody acts: 同后勤科朱科长一起把价目换成大字."""
OWN_ACTS = frozenset((FactKind.NUMBER, FactKind.DATE, FactKind.PLACE, FactKind.PERSON))
"""Whoever writes of oneself and says how often, when or where, does it oneself."""


@rule(
    "DZ507",
    on=Measure,
    severity=Severity.HINT,
    source="整改台账通行栏目",
    strength=Strength.PRACTICE,
    criteria=("D2", "H4"),
)
def measure_without_owner(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有责任人"""
    words = reading.statement.text[measure.action.start : measure.span.end]
    if measure.owner is not None or _is_own(measure, reading) or _somebody_acts(words):
        return ()
    if is_done(measure, reading.statement.text):
        return ()
    own = "哪位班子成员" if reading.statement.kind is PaperKind.TEAM else "本人"
    asks = f"是{own}，还是哪个科室、哪一位？"
    return (Hit(measure.action, "这条措施没有写谁来做", asks=asks),)


def _is_own(measure: Measure, reading: Reading) -> bool:
    if reading.statement.kind is not PaperKind.PERSON:
        return False
    if measure.deadline is not None or any(each.kind in OWN_ACTS for each in measure.facts):
        return True
    words = reading.statement.text[measure.action.start : measure.span.end]
    if FROM_NOW_ON.search(words) or WITH_SOMEBODY.match(words) or names_act(words, 0, len(words)):
        return True
    return bool(time_words(words))


def _somebody_acts(words: str) -> bool:
    # Imported here: many texts do not get so far.
    from duizhao.statement.facts.prose_owners import (
        RESPONSIBLE,
        begins_with_actor,
        names_post,
        owners_in,
    )

    if any(map(words.__contains__, MAY_ACT)):
        if SOMEBODY_ACTS.search(words) or not RESPONSIBLE.isdisjoint(owners_in(words)):
            return True
    elif begins_with_actor(words):
        return True
    return names_post(words)


@rule(
    "DZ508",
    on=Measure,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D3",),
)
def measure_without_deadline(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有时限"""
    if measure.deadline is not None:
        return ()
    words = reading.statement.text[measure.action.start : measure.span.end]
    if time_words(words) or FROM_NOW_ON.search(words):
        return ()
    begins = BEGINS_NOW.search(words)
    if begins and names_act(words, begins.start(), len(words)):
        return ()
    if is_done(measure, reading.statement.text):
        return ()
    message = "这条措施没有写何时做完，也没有写多久做一次"
    return (Hit(measure.action, message, asks="到哪一天可以检查？"),)
