from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.numerals import chinese, value
from duizhao.text.pattern import LazyPattern

YEARS = range(1980, 2040)
ZERO = LazyPattern(r"(?:(?<=\d{4}年)|(?<=月))0(?=[1-9][月日号])")
POINTED = LazyPattern(
    r"(?<![\d./-])(?P<year>\d{4})(?P<mark>[./-])0?(?P<month>1[0-2]|[1-9])(?P=mark)0?(?P<day>[12]\d|3[01]|[1-9])(?![\d./-])"
)
# 2024-06-30前 is prose, 时间：2024-06-30 a form.
BEHIND_DATE = LazyPattern("[前后日起止的召开印发之至到那这以签办下]")
HAN = LazyPattern("[\u4e00-\u9fff，。；、：（）]")
# 24年5月 and 98年参加工作 are years; 24年来, 工作24年 are not.
SHORT_YEAR = LazyPattern(
    r"(?<![\d.第近满约余共过达了])(?P<year>[0-9]{2})年(?=(?:1[0-2]|[1-9])月(?!以|内)|(?:上|下)半年|全年|(?<=[12]\d年)以来|[初底末](?!终|步|级)|年[初底]"
    r"|(?<=0\d年)(?![级代多余半来间内])|(?<=1\d年)以来"
    r"|(?:参加工作|毕业|入党|入伍|退伍|转业|调[入到任]|任职|起|换届|[到进]机关|提拔|招聘|考[入录取]))"
)
# 2021年—23年
TO_SHORT_YEAR = LazyPattern(r"(?P<century>19|20)\d\d年?(?:[—～~－-]+|至|到)(?P<year>\d\d)年$")
# 12月份5号, 12月5号
DAY = LazyPattern(
    r"(?P<month>1[0-2]|[1-9])月(?P<more>份?)(?P<day>[12]\d|3[01]|[1-9])(?P<unit>[日号])(?![楼院线门机路])"
)
MONTHS = "一二三四五六七八九十"
CHINESE_MONTH = LazyPattern(
    "(?P<month>十?[一二三四五六七八九十])月(?P<day>[12]\\d|3[01]|[1-9])[日号](?![楼院线门机路])"
)
QUARTER = LazyPattern("第(?P<number>[1-4])(?P<what>季度|产业)")
DECADE = LazyPattern(r"(?<!世纪)(?<![\d.])(?P<decade>[1-9]0)年代")
FIGURES = {figure: value(figure) for figure in "一二三四五六七八九"}
FIGURE_YEAR = LazyPattern(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})年(?P<month>十[一二]?|[一二三四五六七八九])月(?!来|内|以)"
)
MIXED = LazyPattern(r"(?P<year>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?P<month>\d{1,2})月")


@rule(
    "DZ638",
    anchors=(
        "月0",
        *(f"{year}{mark}" for year in YEARS for mark in "./-"),
        *(f"{digit}年" for digit in "0123456789"),
        *(f"{digit}月份{day}" for digit in "0123456789" for day in "123456789"),
        *(f"第{number}{what}" for number in "1234" for what in ("季度", "产业")),
        *(f"{month}月{digit}" for month in MONTHS for digit in "123456789"),
        *(f"{digit}年{month}" for digit in "〇○零一二三四五六七八九" for month in "123456789"),
        *(f"{digit}年{month}" for digit in "0123456789" for month in MONTHS),
        *(f"世纪{decade}十年代" for decade in "二三四五六七八九"),
    ),
    severity=Severity.HINT,
    source="GB/T 15835—2011 5.1.4",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def written_date(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """日期写法不规范"""
    text, (start, end) = reading.text, anchor
    first, last = text[start], text[end - 1]
    if first == "第":
        yield from _quarter(text, start)
    elif first == "世":
        yield from _decade_of_century(text, start)
    elif last in MONTHS and first.isascii():
        yield from _chinese_month_of_year(text, start - 3)
    elif text[start + 1 : start + 3] == "月份":
        yield from _month_and_day(text, start - text[start - 1 : start].isdigit())
    elif last == "年" and text[start - 2 : start].isdigit():
        if text[end : end + 1] == "0":
            yield from _zero(text, end)
    elif first in MONTHS and text[start + 1] == "月":
        yield from _chinese_month(text, start - (text[start - 1 : start] == "十"))
    elif first == "月":
        yield from _zero(text, start + 1)
    elif last in "./-":
        yield from _pointed(text, start)
    elif last == "年":
        yield from _short_year(text, start - 1)
    else:
        yield from _mixed(text, start - 3)


def _decade_of_century(text: str, at: int) -> Iterator[Hit]:
    if text[at - 1 : at].isdigit():
        span = Span(at + 2, at + 4)
        right = f"{FIGURES[text[at + 2]]}0"
        message = f"世纪用了阿拉伯数字，年代也用：“世纪{right}年代”"
        yield Hit(span, message, (Edit(span, right),))


def _chinese_month_of_year(text: str, at: int) -> Iterator[Hit]:
    if at >= 0 and (found := FIGURE_YEAR.match(text, at)):
        span, right = Span(*found.span("month")), str(value(found["month"]))
        message = f"一个日期里，年用阿拉伯数字，月也用：“{found['year']}年{right}月”"
        yield Hit(span, message, (Edit(span, right),))


def _zero(text: str, at: int) -> Iterator[Hit]:
    if ZERO.match(text, at):
        span = Span(at, at + 1)
        right = text[at + 1 : at + 3]
        message = f"写出“年”“月”“日”的日期，月、日前面不补“0”，写作“{right}”"
        yield Hit(span, message, (Edit(span, ""),))


def _pointed(text: str, at: int) -> Iterator[Hit]:
    found = POINTED.match(text, at)
    # Alone in a cell or a line it is a column of dates.
    if found is None or (found["mark"] == "-" and not BEHIND_DATE.match(text, found.end())):
        return
    if HAN.match(text, at - 1) or HAN.match(text, found.end()):
        span = Span(*found.span())
        right = f"{found['year']}年{found['month']}月{found['day']}日"
        yield Hit(span, f"正文里的日期写作“{right}”", (Edit(span, right),))


def _month_and_day(text: str, at: int) -> Iterator[Hit]:
    if found := DAY.match(text, at):
        span = Span(*found.span())
        right = f"{found['month']}月{found['day']}日"
        yield Hit(span, f"日期里不写“份”，写作“{right}”", (Edit(span, right),))


def _chinese_month(text: str, at: int) -> Iterator[Hit]:
    found = CHINESE_MONTH.match(text, at)
    month = value(found["month"]) if found else None
    if found and month and month <= 12:
        span = Span(*found.span())
        right = f"{month}月{found['day']}日"
        yield Hit(span, f"一个日期里只用一种数字，写作“{right}”", (Edit(span, right),))


def _quarter(text: str, at: int) -> Iterator[Hit]:
    if found := QUARTER.match(text, at):
        right = f"第{chinese(int(found['number']))}{found['what']}"
        yield Hit(
            Span(*found.span()), f"序数词里的数多用汉字，写作“{right}”", asks="全文用哪一种？"
        )


def _short_year(text: str, at: int) -> Iterator[Hit]:
    if at < 0:
        return
    if ends := TO_SHORT_YEAR.search(text[max(0, at - 8) : at + 3]):
        right = ends["century"] + ends["year"]
        yield Hit(Span(at, at + 2), f"年份要写四位：“{right}年”", (Edit(Span(at, at + 2), right),))
        return
    if found := SHORT_YEAR.match(text, at):
        century = "20" if found["year"] < "40" else "19"
        yield Hit(
            Span(at, found.end()),
            f"年份要写四位：“{century}{found['year']}年”",
            asks="是这一年吗？",
        )
    elif found := DECADE.match(text, at):
        yield Hit(
            Span(*found.span()),
            f"没有写明世纪，如“20世纪{found['decade']}年代”",
            asks="是哪个世纪？",
        )


def _mixed(text: str, at: int) -> Iterator[Hit]:
    if found := MIXED.match(text, at):
        year = "".join(str(FIGURES.get(figure, 0)) for figure in found["year"])
        yield Hit(
            Span(*found.span()),
            f"一个日期里，年用汉字、月用阿拉伯数字，如“{year}年{found['month']}月”",
            asks="全文的日期用哪一种？",
            advice="请统一",
        )
