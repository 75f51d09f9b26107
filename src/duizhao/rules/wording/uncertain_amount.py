from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

FIGURES = "0123456789一二两三四五六七八九十百千万亿几半."
# The anchors include the first figure, because 约 or 近 alone occur in every other sentence.
FIGURE = f"{{{','.join(FIGURES)}}}"
AFTERNOON = "下午,傍晚,晚上"
UNITS = "%％个名人次项件条场户家年月天周期万元亿亩份篇处所岁倍小时分钟平方米公里吨起"
NEIGHBOURS = "一二,二三,两三,三四,四五,五六,六七,七八,八九,三五"
REST = rf"[\d{FIGURES[10:]}]{{0,11}}(?:多|余)?[{UNITS}]{{0,4}}"
TIMES = r"[\d一二三四五六七八九十两.]{0,5}倍"
# The second of two words for the same vagueness.
SECOND = LazyPattern(
    "(?:左右|上下|以上|以下|以内)$|(?:余|多)(?=[名个人次件家户年天周万元条项场份]$)"
)
# 30余多户
MORE_TWICE = LazyPattern("余多|多余")
# 四五十几条, 120.5余万元
VAGUE = LazyPattern("多|(?<=十)几|余")
FIGURE_CHARACTERS = frozenset("0123456789.")
FIRST = LazyPattern(
    "^(?:大约|大概|约|将近|接近|近|超过|多达|高达|不下于?|不足|不到|最多|至多|不超过|不高于|至少|最少|不少于|不低于)有?"
)
LESS = LazyPattern("(降低|减少|下降|缩短|压缩|压减|缩减|缩小)了?")
# 至少下村3天以上
# 不少于一名五年以上资历的护士 counts the nurses, and the years of each.
AT_LEAST = (
    r"(?![\d一两二三四五六七八九十几]{1,3}[名个位人条项件])"
    r"[\u4e00-\u9fff]{1,4}[\d一二两三四五六七八九十百]{1,5}(?:多|余)?[\u4e00-\u9fff]{1,3}以上"
)
PHRASES = Phrases(
    {
        f"{{大约,大概,约}}{{,有}}{FIGURE}": f"{REST}(?:左右|上下)",
        f"{{近,将近,接近}}{FIGURE}": f"{REST}(?:左右|上下)",
        f"{{超过,多达,高达,至少,最少,不少于,不低于,不下,不下于}}{FIGURE}": f"{REST}以上",
        f"{{不足,不到,至多,最多,不超过,不高于}}{FIGURE}": f"{REST}以[下内]",
        f"{{不足,不到}}{FIGURE}": rf"{REST}(?:左右|上下)|[\d{FIGURES[10:]}]{{0,11}}[余多][名个人次件家户年天万元条项]",
        f"{{近,约,大约,大概}}{FIGURE}": rf"[\d{FIGURES[10:]}]{{0,11}}[余多][名个人次件家户元条项份]",
        "{至少,最少,不少于,不低于}": AT_LEAST,
        f"{{超过,突破}}{FIGURE}": rf"[\d{FIGURES[10:]}]{{0,11}}[余多][名个人次件家户元条项份万]",
        "{多达,高达,长达}{近,约}": "",
        f"{{多达,高达}}{FIGURE}": f"{REST}之多",
        "{多达近,高达近}": f"{REST}之多",
        "{降低,减少,下降,压缩,压减,缩减}{,了}{1,2,3,4,5,6,7,8,9}": r"\d\d(?:\.\d+)?[%％]",
        "{降低,减少,下降,缩短,压缩}{到,至,为}{原来,原先,过去,去年}": rf"的?{TIMES}",
        "{个多月,多名,多户,多天,多条,多件}{左右,上下}": "",
        "{名,个,人,次,件,家,户,天,年,元,%,点}{以上左右,以下左右,左右以上,左右以下}": "",
        "{0,1,2,3,4,5,6,7,8,9,十,百,千,万}{余多,多余}": f"[{UNITS}]",
        "{多,余}{人,名,次,个,户,件,家,天,年,元,万元}左右": "",
        "{十几,几十,百十}多{名,个,人,次,户,件,家,天,年,份}": "",
        "万{多,余}元左右": "",
        "倍多{左右,上下}": "",
        f"{{{NEIGHBOURS}}}十{{多,几}}": f"[{UNITS}]",
        f"{{{NEIGHBOURS}}}十{{,多}}": "[名个人次件家户条项天份](?:左右|上下|以上)",
        "{.0,.1,.2,.3,.4,.5,.6,.7,.8,.9}余": "[万亿]",
        "左右上下": "(?=[，。；、]|$)",
        f"{{{AFTERNOON}}}{{{','.join(map(str, range(13, 24)))}}}": "[时点：:]",
        "{降低,减少,下降}{,了}翻番": "",
        "{降低,减少,下降,缩短,压缩,压减,缩减,缩小}{,了}{0,1,2,3,4,5,6,7,8,9,一,二,三,四,五,六,七,八,九,十,两}": TIMES,
    }
)


@rule(
    "DZ618",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def uncertain_amount(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """数量说法重复或矛盾"""
    words = reading.of(phrase)
    if words.startswith(tuple(AFTERNOON.split(","))):
        yield _hour_twice(phrase, words)
        return
    if MORE_TWICE.search(words):
        yield _more_twice(phrase, reading)
        return
    if less := LESS.match(words):
        shown = f"，剩下原来的一半说“{less[0]}一半”"
    elif (once := SECOND.sub("", words)) != words:
        once_more = FIRST.sub("", words)
        others = f"“{once_more}”或“{SECOND.sub('', once_more)}”" if once_more != words else ""
        shown = f"，如“{once}”{others}"
    else:
        once = VAGUE.sub("", words)
        shown = f"，如“{once}”" if once != words else ""
    yield Hit(
        phrase,
        f"“{words}”的说法重复或不通",
        asks="是多少？",
        advice=f"请写出核对过的数，约数、界限只说一遍{shown}",
    )


def _hour_twice(phrase: Span, words: str) -> Hit:
    """下午15时: of 24 hours the afternoon is clear, of twelve it is said."""
    hours, mark = words[-3:-1], words[-1]
    right = f"“{hours}{mark}”或“{words[:-3]}{int(hours) - 12}{mark}”"
    return Hit(phrase, f"“{words}”：用二十四小时计时就不说上午、下午，写作{right}", asks="是几点？")


def _more_twice(phrase: Span, reading: Reading) -> Hit:
    """30余多户: shown with the whole figure, of which the phrase has the last digit."""
    start = phrase.start
    while reading.text[start - 1 : start] in FIGURE_CHARACTERS:
        start -= 1
    whole = Span(start, phrase.end)
    right = MORE_TWICE.sub("余", reading.of(whole))
    return Hit(whole, f"“余”和“多”只用一个，如“{right}”", asks="是多少？")
