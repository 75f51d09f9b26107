"""Words by which a report shows what was done about a point of feedback."""

from __future__ import annotations

from duizhao.lint import Reading
from duizhao.statement import FeedbackPoint
from duizhao.text.pattern import LazyPattern

STATE = LazyPattern(
    "已(?:经)?(?=[\u4e00-\u9fff])(?!成立|召开|制定|制订|印发|建立|组织|部署|研究|安排|开展|启动|明确)"
    "|(?:均|全部|基本)(?:经)?(?:完成|整改|办结|销号|解决|到位|落实|纠正)|完成整改|整改完成|整改到位|正在(?:推进|整改|办理)|"
    "持续(?:推进|整改)|长期(?:坚持|整改|推进)|(?:尚|仍|还)?未完成|(?:整改)?状态|阶段性|销号|全部|(?<=[。；，])完成(?=[。；，\\s]|$)|[（(](?:已|正在|持续|长期|基本)?(?:完成|推进|坚持|整改)[)）]|整改完毕"
)
UNFINISHED = LazyPattern(
    "正在(?:推进|整改|办理)|持续(?:推进|整改)|(?:尚|仍|还)未|未完成|没有完成|剩余|其余|剩下|还[剩有差]|尚[有需待]|推进中|整改中"
)
WHEN = LazyPattern(
    "[0-9一二三四五六七八九十]月|年[底末内]|季度|[前内底末](?:完成|办结|到位|解决)|到期|之前|日前|周内|天内"
)
DUE = LazyPattern("[月年度日][^，。；\n]{0,3}(?:前|内|底)|到期|之前|周内|天内")
# What can be looked at: a figure, a paper, or an act that is over.
RESULT = LazyPattern(
    "[0-9０-９]|《|已|完成|办结|清零|销号|到位|全部|均|印发|出台|修订|制定|建立|建成|签订|停止|取消|更换|安装|加装|退[还回赔缴]|"
    "追[缴回]|清[退理]|补[发缴齐录传]|处分|批评教育|诫勉|约谈|公示|轮岗|搬|拆|修|换|聘|培训|核查|核对|排查|[一二三四五六七八九十两][次个名人份件场条项户处台]"
)
LABELS = LazyPattern("整改状态[：:]?[^。\n]*[。\n]?|[（(][^）)]{0,8}[)）]|[\\s。；，、：:]")


def end_of_body(reading: Reading) -> int:
    """Where the signature or the date below the text begins."""
    document = reading.document
    below = [each.start for each in (document.signature, document.date) if each]
    return min(below, default=document.span.end)


def said(point: FeedbackPoint, reading: Reading) -> str:
    """The words about a point, without its state and without punctuation."""
    return LABELS.sub("", reading.of(point.body))
