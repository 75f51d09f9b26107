from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

DIGIT = "{0,1,2,3,4,5,6,7,8,9}"
SYMBOLS = {"km": "km", "kg": "kg", "cm": "cm", "kw": "kW", "kwh": "kW·h"}
"""The right form of a symbol by its small letters."""
IN_CHINESE = {"km": "千米", "kg": "千克", "cm": "厘米", "kW": "千瓦", "kW·h": "千瓦时"}
RISES = "{提高,下降,增长,上升,降低,回落,增加,减少,提升}"
# 二人转, 二年级 and 二等奖 are no counts; 十二名 and 第二位 no 两.
COUNTED = "个,名,户,家,天,间,年来,年多,年没,年时间,件事,项工作,条意见,份材料"
WHOLE_COUNT = LazyPattern(
    r"(?:^|[^十百千万第零〇一二三四五六七八九\d点初周至到或—～、]|(?:^|[^一二三四五六七八九])、)$"
)
NUMBERS = "{一,两,几,1,2,3,4,5}"
SHOULDERED = (
    "(?=[^，。；]{0,2}(?:担子|重担|对联|春联|眼镜|花镜|手套|面孔|嘴脸|架势|架子|官腔|样子|好牌|班子"
    "|担架|棋|碗筷|热心肠|好心肠))"
)
# 一付中药 is 一服; 先付款 and 1付清 are no counts.
PAIRED = "(?![款费给出清之诸息现账钱])(?=[\u4e00-\u9fff])"
# Words that sound alike, each with what is counted with the other one.
TREES = "(?=[大小老枯古果幼]?树|[树禾秧幼]?苗|白菜|庄稼|[小青]草|[松柏柳杨榕](?![了动开掉])树?)"
GRAINS = "(?=糖|子弹|炸弹|螺丝|[珍明]?珠|[红爱诚良]心|牙|星|钉|图钉|药丸|药片|卫星|种子|汗珠)"
BRANCHES = "(?=部队|队伍|力量|[钢铅毛水圆]?笔|歌曲?|乐曲|香烟|专业队|服务队|志愿队|小分队|突击队)"
PICTURES = "(?=图|画(?!面)|[油国年壁漫版]画|[地挂蓝草]图|照片|标语|横幅|书法|锦旗)"
ALIKE = {"颗": ("棵", TREES), "棵": ("颗", GRAINS), "枝": ("支", BRANCHES), "副": ("幅", PICTURES)}
CARS = (
    "(?=[^，。；、]{0,6}(?:轿车|汽车|客车|货车|用车|越野车|商务车|面包车|中巴车|大巴车|警车|公车))"
)
CHANGED = LazyPattern(
    r"(?P<from>\d{1,2}(?:\.\d+)?)[%％][^，。；\d]{0,4}(?:下降|上升|提高|提升|增加|增长|降低|回落|减少)?[到至为](?P<to>\d{1,2}(?:\.\d+)?)[%％]，$"
)
LONGEST_CHANGE = 30
PHRASES = Phrases(
    {
        f"{DIGIT}{{KM,Km,KG,Kg,CM,KW,Kw}}": "(?:[Hh])?(?![A-Za-z0-9])",
        f"{DIGIT}平": r"(?:米|(?=[，。；、]|$|以[上下]|左右)|方(?![公米里厘分千毫根]))",
        "{0,1,2,3,4,5,6,7,8,9,万}块": "(?=[，。；、]|$|钱)",
        "{一,两,几}家": "(?=(?:贫困|困难|脱贫|低保|监测)户)",
        # 一件工程款纠纷 is a case.
        "{一,两,几}件": "(?=(?:工程|任务|制度|措施)(?!款|[^，。；]{0,8}(?:案|纠纷|诉讼|投诉|信访)))",
        "{一,两,几,次}顿": "(?=会|会议)",
        f"二{{{COUNTED}}}": "(?!月|工作日|庄|堂|以[上下])",
        f"{NUMBERS}台": CARS,
        f"{NUMBERS}幅": SHOULDERED,
        **{f"{NUMBERS}{word}": things for word, (_, things) in ALIKE.items()},
        "{一,两,几}付": PAIRED,
        "俩{个,名,位,件,项,次,年,天,月}": "",
        "%个百分点": "",
        "{一,两,三,四,五,几,名}位": "(?=(?:犯罪)?嫌疑人|罪犯|被告人|被查处|受处分|违纪)",
        f"{DIGIT}个百分比": "",
        f"{RISES}": r"了?[ ]?\d{1,3}(?:\.\d+)?(?:%点|％点|个点(?=[，。；]|$|左右|以上)|[%％](?=[，。；]|$))",
    }
)
FIGURE = LazyPattern(r"[\d.]+")
MONEY = LazyPattern("[资费款金补奖罚花钱价收交付借送退缴捐欠][^，。；]{0,8}$")
FAMILY = LazyPattern("[哥姐娘爷爹我你咱他她们妻妇子女弟妹儿]$")
COUNTED_OTHERWISE = {"台": "辆", "幅": "副", "付": "副"} | {
    word: right for word, (right, _) in ALIKE.items()
}
OTHERS = {"家": "户", "件": "项", "顿": "次"}
SHORT_UNITS = {"平": "平方米", "平米": "平方米", "平方": "平方米", "块": "元"}


@rule(
    "DZ643",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def measure_word(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """量词或单位用错"""
    words = reading.of(phrase)
    before = reading.text[max(0, phrase.start - LONGEST_CHANGE) : phrase.start]
    if words[0] == "俩":
        if not FAMILY.search(before):
            yield _hit(phrase, 0, f"两{words[1:]}", "“俩”就是“两个”")
    elif words == "%个百分点":
        yield _hit(phrase, 0, "个百分点", "“百分点”前面不用“%”")
    elif words[-1] in OTHERS and words[0] != "二":
        yield _question(phrase, words[0] + OTHERS[words[-1]], f"这里不用量词“{words[-1]}”")
    elif words.endswith("位"):
        yield _question(phrase, f"{words[0]}名", "“位”含敬意")
    elif words.endswith("个百分比"):
        yield _hit(phrase, 1, "个百分点", "两个百分数相减，差用“百分点”")
    elif words[-1] in "%％":
        yield from _difference(phrase, words, before)
    elif words.endswith("点"):
        yield from _points(phrase, words)
    elif words[0] == "二":
        if WHOLE_COUNT.search(before):
            yield _question(phrase, f"两{words[1:]}", f"量词“{words[1]}”前面一般说“两”")
    elif right := COUNTED_OTHERWISE.get(words[1:], ""):
        if reading.text.startswith(("中药", "药", "汤药"), phrase.end):
            right = "服"
        yield _question(
            phrase, words[0] + right + reading.text[phrase.end : phrase.end + 1], "量词用错"
        )
    elif words[1:] in SHORT_UNITS:
        if reading.text.startswith("钱", phrase.end):
            span = Span(phrase.start + 1, phrase.end + 1)
            yield Hit(span, "公文里写作“元”", (Edit(span, "元"),), severity=Severity.HINT)
        elif words[1:] != "块" or MONEY.search(before):
            yield _hit(phrase, 1, SHORT_UNITS[words[1:]], "单位写全称", Severity.HINT)
    else:
        symbol = SYMBOLS[words[1:].lower()]
        why = f"单位符号的大小写是规定的，也可写汉字“{words[0]}{IN_CHINESE[symbol]}”"
        yield _hit(phrase, 1, symbol, why, Severity.HINT)


def _difference(phrase: Span, words: str, before: str) -> Iterator[Hit]:
    """由85%降到78%，下降了7%: the difference of two shares, not the seventh part of one."""
    changed, figure = CHANGED.search(before), FIGURE.search(words)
    if changed and figure:
        difference = abs(float(changed["to"]) - float(changed["from"]))
        if abs(difference - float(figure[0])) < 0.05:
            start = phrase.start + figure.start()
            right = f"{figure[0]}个百分点"
            message = f"两个百分数相减，差用“百分点”：“{right}”"
            yield Hit(phrase, message, (Edit(Span(start, phrase.end), right),))


def _points(phrase: Span, words: str) -> Iterator[Hit]:
    number = FIGURE.search(words)
    yield Hit(
        phrase,
        f"百分数的增减说“百分点”，如“{number[0] if number else ''}个百分点”",
        asks="是增减了百分之几，还是几个百分点？",
        severity=Severity.HINT if words.endswith("个点") else None,
    )


def _question(phrase: Span, right: str, why: str) -> Hit:
    return Hit(phrase, f"{why}：“{right}”", severity=Severity.HINT, asks="是数量，还是引用的原文？")


def _hit(phrase: Span, at: int, right: str, why: str, severity: Severity | None = None) -> Hit:
    span = Span(phrase.start + at, phrase.end)
    return Hit(span, f"{why}：“{right}”", (Edit(span, right),), severity=severity)
