"""“5.12”地震 → “5·12”地震，“五·四”运动 → “五四”运动"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

MARKS = "[.．、·•・-]"
EVENT = (
    "(?=”(?:特大|重大|汶川|玉树|雅安|国际|国家|全国|世界|全民|较大|大|系列|腐败|重要|专案)?(?:地震|运动|事件|事变|讲话|精神|惨案|公祭|案|专案|事故|起义|"
    "爆炸|火灾|泥石流|批示|指示|抗战|严打|消费者|禁毒|植树|宪法|日|行动|矿难|暴动|暴雨|洪灾|系列案))"
)
NUMBER = "一二三四五六七八九十"
PHRASES = Phrases(
    {
        "“{1,2,3,4,5,6,7,8,9}": rf"[0-2]?(?:{MARKS}{{1,2}})(?:[12]\d|3[01]|[1-9]){EVENT}",
        f"“{{,十,一}}{{{','.join(NUMBER)}}}{{.,．,、,·,•,・,-}}": f"[{NUMBER}]{{1,3}}{EVENT}",
    }
)
PARTS = LazyPattern(rf"“(?P<month>[^·]+?)(?P<mark>{MARKS}{{1,2}})(?P<day>.+)")
# 一·二八 might be read 十二·八.
WITH_DOT = ("一", "一一", "一二", "十一", "十二")


@rule(
    "DZ653",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="GB/T 15834—2011 4.14",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def event_date(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """以月日为名的事件写法不对"""
    found = PARTS.match(reading.of(phrase))
    if found is None:
        return
    wanted = "·" if found["month"][0].isdigit() or found["month"] in WITH_DOT else ""
    if found["mark"] != wanted:
        span = Span(phrase.start + found.start("mark"), phrase.start + found.end("mark"))
        right = found["month"] + wanted + found["day"]
        why = "月、日之间用间隔号" if wanted else "汉字的月、日只在一月、十一月、十二月后用间隔号"
        yield Hit(span, f"{why}：“{right}”", (Edit(span, wanted),))
