"""Finds facts: dates, numbers, places, persons, and the names of documents, meetings and projects.

Each finder looks only where the scan found an anchor. No facts are: set expressions with a numeral (八项规定,
两个确立, 三会一课), years in names of campaigns, blanks (××县), and whole classes (基层, 老同志, 全县).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import itemgetter

from duizhao.document.people import CLEAR_SURNAMES
from duizhao.statement.model import FactKind
from duizhao.text import Marks
from duizhao.text.pattern import LazyPattern

DIGIT = "0-9０-９"
HAN_DIGIT = "一二三四五六七八九十百千零〇两"
MONTH = f"(?:[{DIGIT}]{{1,2}}|十[一二]?|[一二三四五六七八九])月"
DAY = f"(?:[{DIGIT}]{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
PART_OF_YEAR = "(?:上半年|下半年|[一二三四1-4]季度|年初|年底|年末|春节|国庆|中秋|端午|汛期|春季|夏季|秋季|冬季)"
CAMPAIGN = "(?!度?(?:第[一二]批)?(?:主题教育|专题|民主生活会|组织生活会|远景|教育)|度)"
IN_YEAR = f"(?:{MONTH}(?:{DAY})?|{PART_OF_YEAR})"
DIGIT_DATE = (
    f"[{DIGIT}]{{4}}年{CAMPAIGN}{IN_YEAR}?"
    f"|[{DIGIT}]{{1,2}}(?:月(?:{DAY}|份|底|初|[上中下]旬)?|日)|[1-4]季度"
)
# No dates: 一月一次, 十月革命, and what comes every year.
MONTH_ALONE = LazyPattern(
    f"(?:十[一二]?|[二三四五六七八九])月(?!革命|[{HAN_DIGIT}几]+[次回]|之?内|来)(?:{DAY})?"
)
NOT_BEFORE_MONTH = frozenset(HAN_DIGIT + "每历个")
BEGINS_MONTH = frozenset("0123456789０１２３４５６７８９十一二三四五六七八九")
MONTH_ENDS = LazyPattern(f"{MONTH}(?:份|底|初|[上中下]旬)")
UNIT_OF_COUNT = (
    "(?:小时|分钟|公里|平方米|学时|课时|个百分点|号[楼柜车线井库机门床院泵塔桥仓棚窗路]|钟头"
    "|[%％‰次项件个名户位篇场天家封份起处期人元万亿米亩吨遍轮条周批例岁页字分余多倍成辆趟棵栋盏枚瓶盒袋箱桶扇艘册斤]"
    "|台(?![账阶])|座(?![谈位次])|间(?![隔距接])|张(?![贴榜])|笔(?![记录试者])|根(?![据本源])|段(?!长)|道(?![路理德具班长])|本(?![人级地月周年职科校村])|只(?![有是能要会剩在看听讲])|套(?![话路用])|支(?![部书队委])|块(?!头))"
)
DIGIT_NUMBER = rf"(?>[{DIGIT}]+(?:[.．][{DIGIT}]+)?{UNIT_OF_COUNT}+)"
ENDS_OF_DATES = frozenset("年月日季")
DATE = re.compile(f"(?<![每历])(?:{DIGIT_DATE})")
# No numbers: 第12次, 二十届3中全会. But 了3个… is one before 全会 too: something was done so often.
NUMBER = re.compile(rf"(?<![第每.．]){DIGIT_NUMBER}(?!全会)|(?<=了){DIGIT_NUMBER}")
PERCENT = LazyPattern(
    f"百分之[{HAN_DIGIT}{DIGIT}.]+|过半(?!数)|半数|一半"
    "|半(?:个?月|年|天|小时|个小时)(?<!上半年)(?<!下半年)(?<!每半年)(?<!每半个月)(?<!前半年)(?<!后半年)"
)
AROUND_PART, MINUTES = (
    LazyPattern(f"分之[{HAN_DIGIT}{DIGIT}]+"),
    LazyPattern("点(?:半|[一三]刻|钟)"),
)
# A number that ends in 一, 多, 余 or 万 needs its unit: 十一户, 二十多次, 三百万元; 千万 alone is an adverb.
ROUND_NUMBERS = frozenset("一多余万")
UNIT = LazyPattern(
    "[一二三四五六七八九十百千零〇]*[多余]?[万亿]?(?:小时|分钟|公里|平方米|元"
    "|[次项件户名位篇场天家封份起处人亩遍轮条周批例趟回台辆间笔吨斤座本张声栋页册只株棵套架组宗个年盒碗捆卷支尺度盘盆罐](?!间|期|确立|维护))"
)
SEVERAL_CHARACTERS = LazyPattern(
    f"[{HAN_DIGIT}](?:[百千万][{HAN_DIGIT}百千万]+|十[一二三四五六七八九]?[几多余]?|[百千][几多余]?)"
)
AFTER_NO_NUMBER = LazyPattern(
    "[大届中月号岁代变计字条年五]|次全|而立|不惑|知天命|世纪|规定|项规|万火急|分(?!之)|[一二三四五六七八九十]五|里挑"
)
SET_EXPRESSION = LazyPattern(
    "规定|纪律|全会|全体会议|代表大会|[一]体|两头|打鱼|分配|三番|集体学习|问题导向|禁令|要求|原则|标准|制度"
    "|回事|(?<=成)(?:不变|[立员])"
)
NOT_BEFORE_NUMBER = frozenset(("第", "每", "“", "这", "那"))
# No numbers: 三年行动, 近两年, 五年来.
SPAN_OF_YEARS = LazyPattern("行动|规划|计划|攻坚|禁渔|制|如一日|多?以?来|树|级")
NOT_BEFORE_YEARS = frozenset("近前头后这那上第每")
LONGEST_PLACE = 6
NOT_IN_NAMES = frozenset("了是每在到赴去往给过")
NO_END_OF_NAME = frozenset("地山辖城农社小灾景特误盲禁雷乡部下进入驻住回离返")
NOT_BEHIND = frozenset("场委级民长别域分容政干")
# Two patterns, as an anchored alternative would be tried at each character.
OPENS_CLASS_OF_PLACES = LazyPattern(
    "全|各|我|本|该|每|某|几|有|老|这|那|个|多|两|三|整|所|一|基层|部分|有关|相关|重点|偏远|贫困|脱贫|示范|试点|辖|结对|帮扶|联系|包|挂|"
    "分管|农村|乡|城|美丽|先进|后进|软弱|边远|落后|周边|其他|其它|不同|兄弟|上级|当地|属地|易|管|老旧|群众|困难|下|进|入|街|省|市|县|区"
)
CLASS_OF_PLACES = LazyPattern(
    "集中学|农村|乡村|城市|城区|地区|山区|辖区|灾区|景区|特区|社区区|误区|盲区|禁区|雷区|城乡|镇村|全市|区县|市县|县区|市场|领导|我"
)
NOT_GIVEN = set("管关导员干部位群众体责些有多何的类种他余每班年组党支村室科")
NOT_BEFORE_SMALL = frozenset("从大弱微缩最太很较更减细胆窄狭幼中")
NOT_AFTER_SURNAME = frozenset("期末边转国牌子女经口贴拉驹路可多旧皮师")
NAMES_FOLLOW = "和与对向找跟为帮由被给户民的"
NOT_NAMED = LazyPattern("许多|其余|何种|贫困|任何|周边|程度|石化|严管|陆续|夏季|秦岭")
OFFICIAL = LazyPattern(
    "谈治国理政|选读|纲要|辅导|读本|党章|章程|条例|准则|资本论|选集|文选|文集|宣言|著作|宪法|习近平|X{2,}|摘编|若干规定|公报|报告|论述"
)
_place_of = itemgetter(0, 1)
Finder = Callable[[str, int, int], tuple[int, int] | None]


FoundFact = tuple[int, int, FactKind]


def facts(text: str, marks: Marks) -> list[FoundFact]:
    """Start, end and kind of every fact in a text, in order.

    Of two that overlap, the one that begins first counts; of two that begin together, the longer.
    """
    found = [
        (start, -end, kind)
        for name, finder, kind in FINDERS
        for start, end in _found(text, marks.get(name), finder)
    ]
    found += _digits(text, marks.get("statement.digit"))
    found.sort(key=_place_of)
    kept: list[FoundFact] = []
    done = 0
    for start, end, kind in found:
        if start >= done:
            done = -end
            kept.append((start, done, kind))
    return kept


def _found(
    text: str, places: Sequence[tuple[int, int]], finder: Finder
) -> Iterator[tuple[int, int]]:
    done = 0
    for start, end in places:
        if end > done:
            span = finder(text, start, end)
            if span:
                done = span[1]
                yield span


def _date(text: str, start: int, end: int) -> tuple[int, int] | None:
    if text[start] in "月上中下" and start and text[start + 1] in "份底初旬":
        return _month(text, start, end)
    if text[end - 1] == "月":
        return _month_alone(text, start)
    found = _spoken_date().match(text, start)
    if not found or text[start - 1 : start] in ("每", "历"):
        return None
    return found.span()


@cache
def _spoken_date() -> re.Pattern[str]:
    return re.compile(
        f"二[〇○零][一二三四五六七八九〇○零]{{2}}年{CAMPAIGN}{IN_YEAR}?"
        f"|(?:今年|去年|前年){IN_YEAR}|[去前]年(?!度|以来)|{PART_OF_YEAR}"
    )


def _month(text: str, start: int, end: int) -> tuple[int, int] | None:
    """七月份, 三月上旬: the anchor is the end, because 三月 alone may be any March."""
    for back in (3, 2, 1, 4):
        first = max(0, start - back)
        found = MONTH_ENDS.match(text, first, end) if text[first] in BEGINS_MONTH else None
        if found and found.end() == end:
            return found.span()
    return None


def _month_alone(text: str, start: int) -> tuple[int, int] | None:
    first = start - (text[start - 1 : start] == "十")
    found = MONTH_ALONE.match(text, first)
    before = text[max(0, first - 2) : first]
    if found is None or before == "每年" or before[-1:] in NOT_BEFORE_MONTH:
        return None
    return found.span()


def _digits(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int, FactKind]]:
    """Dates and numbers that begin with a digit, each with start, negative end and kind."""
    runs: dict[int, int] = {}
    first = last = -1
    for start, end in places:
        if start != last:
            first = start
        runs[first] = last = end
    kept: list[tuple[int, int, FactKind]] = []
    done = 0
    for start, end in runs.items():
        if start < done:
            continue
        is_date = text[end : end + 1] in ENDS_OF_DATES
        if found := (DATE if is_date else NUMBER).match(text, start):
            done = found.end()
            kept.append((start, -done, FactKind.DATE if is_date else FactKind.NUMBER))
    return kept


def _number(text: str, start: int, end: int) -> tuple[int, int] | None:
    found = PERCENT.match(text, start)
    if found:
        return found.span()
    first = start
    while first and text[first - 1] in HAN_DIGIT and start - first < 6:
        first -= 1
    if text[end - 1] in ROUND_NUMBERS:
        unit = UNIT.match(text, end)
        if text[first - 1 : first] in NOT_BEFORE_NUMBER:
            return None
        if unit is None:
            return _of_several_characters(text, first, end)
        return first, unit.end()
    if text[end - 1] in "，。；、没未还已都超逾":
        end -= 1
    if text[end - 1] in "十百千":
        return _of_several_characters(text, first, end)
    if text[start] in "分点":
        found = AROUND_PART.match(text, start) or MINUTES.match(text, start)
        return (first, found.end()) if found and first < start else None
    if text[end - 1] == "年" and (
        text[first - 1 : first] in NOT_BEFORE_YEARS or SPAN_OF_YEARS.match(text, end)
    ):
        return None
    if text[first - 1 : first] in NOT_BEFORE_NUMBER or SET_EXPRESSION.match(text, end):
        return None
    return first, end


def _of_several_characters(text: str, first: int, end: int) -> tuple[int, int] | None:
    """三十一盒, 六万四; no 二十大, 二十届, 三十而立, 十一月 or 千千万万."""
    whole = SEVERAL_CHARACTERS.match(text, first)
    if whole is None or whole.end() < end or text[first - 1 : first] in NOT_BEFORE_NUMBER:
        return None
    if AFTER_NO_NUMBER.match(text, whole.end()):
        return None
    unit = UNIT.match(text, whole.end())
    return first, unit.end() if unit else whole.end() + text.startswith("个", whole.end())


def _place(text: str, start: int, end: int) -> tuple[int, int] | None:
    if text[start - 1 : start] in NO_END_OF_NAME or text[end : end + 1] in NOT_BEHIND:
        return None
    first, furthest = start, max(0, start - LONGEST_PLACE)
    while first > furthest and "\u4e00" <= (char := text[first - 1]) <= "\u9fff":
        if char in NOT_IN_NAMES:
            break
        first -= 1
    if start - first < 2:
        return None
    name = text[first:start]
    if OPENS_CLASS_OF_PLACES.match(name) or CLASS_OF_PLACES.search(text, first, end):
        return None
    return first, end


def _person(text: str, start: int, end: int) -> tuple[int, int] | None:
    if text[start] in "老小" and text[start + 1] not in "师人":
        return _called_by_surname(text, start, end)
    longest = 3 if text[start:end] in ("同志", "先生", "女士", "一家", "老人") else 1
    for length in (longest, 2, 1):
        name = text[max(0, start - length) : start]
        if len(name) != length or name[0] not in CLEAR_SURNAMES or NOT_GIVEN.intersection(name[1:]):
            continue
        if length > longest or (length == 1 and longest == 3) or NOT_NAMED.search(name):
            continue
        before = text[start - 2 : start - 1]
        if length == 1 and "\u4e00" <= before <= "\u9fff" and before not in NAMES_FOLLOW:
            continue
        return start - length, end
    return None


def _called_by_surname(text: str, start: int, end: int) -> tuple[int, int] | None:
    """老赵, 小马, but no 小周期 or 从小许下."""
    if text[start - 1 : start] in NOT_BEFORE_SMALL or text[end : end + 1] in NOT_AFTER_SURNAME:
        return None
    return start, end


def _work(text: str, start: int, end: int) -> tuple[int, int] | None:
    """《…》 except for common reading, or “…工程” and the like, without blanks to be filled in."""
    opening = "《" if text[start] == "》" else "“"
    first = text.rfind(opening, max(0, start - 40), start)
    if first < 0:
        return None
    name = text[first + 1 : start]
    if not name or "”" in name or "》" in name or "×" in name or OFFICIAL.search(name):
        return None
    return first, end


FINDERS: tuple[tuple[str, Finder, FactKind], ...] = (
    ("statement.time", _date, FactKind.DATE),
    ("statement.number", _number, FactKind.NUMBER),
    ("statement.person", _person, FactKind.PERSON),
    ("statement.place", _place, FactKind.PLACE),
    ("statement.work", _work, FactKind.WORK),
)
