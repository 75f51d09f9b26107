"""Measures that are carried out already: 苹果钱已退, 六月以来去了四次."""

from __future__ import annotations

from duizhao.statement import Measure
from duizhao.text.pattern import LazyPattern

BY_HAND = "拆搬换改装退还交补撤停赔贴办订砸埋扣卖剪封铺买写烧挪搭刷栽划"
OUTCOME = "(?:[完好掉齐清走回到成上下出光过][去来]?)"
DONE = LazyPattern(
    "已(?:经)?(?:[于在][0-9年月日底初上中下旬 ]{2,14})?"
    "(?![知久])[^，。；\n]{0,10}?(?:召回|挪|调离|转[为给交]|撕|找到|作废|报废|恢复|送|撤回|买|约谈|谢绝|登门|看望|立案|申请|签|还|改|退|交|补|上报|更正|整改|完成|建成|换|停[用止]|撤|写|办[理结]|修[好复订]|装[好上]|销号|归[还位档]|追[回缴]"
    "|道歉|说明|删|落实|执行|到位|清[理退]|拆|整理|公[开示布]|登记|访)|(?:[月日天周]以来|目前)[^，。；\n]{0,8}了"
    # 根根补打完了, 九百块昨天交到了会计手里, 票据在此.
    "|[补打装修换退交送贴还清删拆写挪搬](?:[完好掉齐清上到回还]|[^，。；\n][完好])了(?=[，。；]|$)"
    # 茶桌搬走了, 熊池改成了土坡, 棚子拆了，搭了板房; not 改了再报, 换了脑筋.
    f"|(?:^|(?<=[，。；：、我]))[^，。；：、\n若如再先等]{{0,9}}?(?<![不没未为别])[{BY_HAND}]{OUTCOME}?了(?!，?[再就才都]|脑|思|观|作风|态度|心)"
    "|[退交送还补][到给][^，。；了]{1,6}[上里手]了"
    "|(?:昨天|前天|上周|上个?月)[^，。；\n]{0,8}(?:[交退送还补][到还给回上清]了|了$)|[票收]据(?:在此|附后|在[^，。；\n]{1,3}上)"
)
AHEAD = LazyPattern("将|今后|往后|以后|下一?[步次]|每|继续|计划|准备|打算|拟|要(?!求)|未|没|不再")


def is_done(measure: Measure, text: str) -> bool:
    """Whether a measure, or the label before it (已整改：), tells what was done, and nothing still to do."""
    words = measure.span.of(text)
    return DONE.search(words) is not None and AHEAD.search(words) is None
