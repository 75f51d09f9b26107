from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain._done import is_done
from duizhao.rules.chain._slogans import slogans
from duizhao.statement import Measure
from duizhao.statement.facts.plain_clauses import names_act
from duizhao.statement.facts.time_words import time_words
from duizhao.text.pattern import LazyPattern

SEEN_TO_BE_DONE = LazyPattern(
    # 修好, 补齐, 退清: what is done cannot be done further.
    "(?:[修换补退还清捞割锄抽排拆装建配备办走交改拉铺搬填谈查访铲接贴登记归移拔疏挖焊种栽刷配订录核算审印发开竣完][^，。；\n]{0,8}?"
    "(?<!不)(?:完(?!善|成学|整)|好(?!的|人|事)|齐(?!心|抓)|清(?!正|廉|醒|楚)|净|掉|回(?!头|访|顾|应)|到位|见底|到户|到人|还(?![是要没有])|为止)(?![^，。；]{0,4}关系))"
    "|换[新成掉]|新[装建修配换]|重[新排批做写修定]|竣工|完工|开工|停[业产航工]|关停|移交|上报|报[镇县市区局院校所党]|拆除|安装|开通|兑[付现]|结清|退[回还给钱]|补[开发签交缴登办录]|到岗|搬[到进出]|清空|道歉|赔[礼偿了]"
    # Others can see it, or look at it.
    "|全部|一律|逐[户家人件条项个张份页一]|[一每][户家人车]一|每[户家人件张本][^，。]{0,6}[一二两三四五六七八九十]|[一两三]遍"
    "|张贴|上墙|贴[在到出]|贴[^，。；]{0,6}[门上栏墙台口]|公布|告示|当众|当面|当场|晒|按手印|画圈|挂[在到上]|(?<![武伪包假服西])装[^，。；\n]{1,8}(?=[，。；]|$)|取样|停[岗职班航业检]|[缺错漏犯迟]一[次回例个]|缺[^，。；]{1,4}不(?!足)|刻在|写[在进上]|念给|大喇叭"
    "|(?:请|由|让|交)[^，。；\n]{2,16}?(?:验|看着|抽看|抽查|检查|审|把关|监督|在场|见证|点评|打分|签|核|盯|评|作证|过目|听)|签[字收名]|抽[查检看测]|盘[点库一账]|对账|验[收证]?[，。；]|复查|考[试核]|测[试评]|随时(?:推门|抽?查|可查|调|看)|[看调][取看]?(?:监控|定位|录像|轨迹)"
    "|不(?:再|许|准)|[再绝]不|不提拔|扣[钱分发]|受罚|罚|拍[照到]|记[入在到录钟]|改[为成]|一[个户家人]不[落漏少]|掐表|送[修检到]|[并合]成|存档|调听|复[耕工产绿]|取消|留[存痕]|登记|名单|清单|台账|报数|报[一两]次|书面"
    # 每件15日内答复, 给每个党员打一次电话, 每月5日换一次.
    "|[0-9一二三五七十两半]个?(?:工作日|小时|分钟|日|天|周|月)内[^，。；\n]{0,6}(?:答复|回复|反馈|回访|发出|送达|退|发给|通知|到[场位]|处[理置]|修)"
    "|(?:[每逐各]|挨)[^，。；\n]{1,12}?[一两三四五][次遍趟回](?![性来头])|彻底|[交送]到[^，。；\n]{1,8}(?=[，。；]|$)"
    "|[挖铺刷扫洗拆]到[底顶]|[缺漏差欠]的[^，。；\n]{0,6}[补退]|必须[有在]|记(?:考勤|工|一笔)"
    "|增设|增开|加设|腾[出空]|上屏|摆[在到上]|坐[在到镇]|(?:未|没有?|不)[^，。；\n]{1,10}(?:不得|不予|不上会|不[发签批送报接收])"
    "|到账|办结|末位|打勾|画勾|缓议|短信|换上|一审一核|[当同]天[^，。；]{0,4}(?:[办答回报记清给出发交]|到账)"
    "|一[次个案车批件人户笔家][^，。；一]{1,4}一[次个案车批件份人户笔家]|补[一上][课次讲]|[放锁收存][进入][^，。；\n]{1,8}[子柜箱里中盒袋]|给[^，。；\n]{1,6}(?:看|过目)(?=[，。；]|$)"
)


@rule(
    "DZ509",
    on=Measure,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D4",),
)
def measure_without_result(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有可核验的结果"""
    # Measures of slogans alone have a rule of their own.
    if measure.result is not None or slogans(measure, reading):
        return ()
    if SEEN_TO_BE_DONE.search(reading.text, measure.action.start, measure.span.end):
        return ()
    if is_done(measure, reading.text) or _can_be_looked_at(measure, reading.text):
        return ()
    hit = Hit(
        measure.action,
        "这条措施没有写做到什么程度",
        asks="凭哪份材料、哪个数字、由谁验收，能看出做到了？",
    )
    return (hit,)


def _can_be_looked_at(measure: Measure, text: str) -> bool:
    """Whether on a day that is told, or from time to time, one can go and look: 座位每两周轮换."""
    action = text[measure.action.start : measure.span.end]
    return names_act(action, 0, len(action)) and bool(measure.deadline or time_words(action))
