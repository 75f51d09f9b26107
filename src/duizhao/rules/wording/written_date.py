from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

YEARS = range(1980, 2040)
ZERO = LazyPattern(r"(?:(?<=\d{4}年)|(?<=月))0(?=[1-9][月日号])")
POINTED = LazyPattern(
    r"(?<![\d./-])(?P<year>\d{4})(?P<mark>[./])0?(?P<month>1[0-2]|[1-9])(?P=mark)0?(?P<day>[12]\d|3[01]|[1-9])(?![\d./-])"
)
HAN = LazyPattern("[\u4e00-\u9fff，。；、：（）]")
# 24年5月 and 98年参加工作 are years; 24年来, 工作24年 are not.
SHORT_YEAR = LazyPattern(
    r"(?<![\d.第近满约余共过达了])(?P<year>[0-9]{2})年(?=(?:1[0-2]|[1-9])月(?!以|内)|(?:上|下)半年|[初底末](?!终|步|级)|年[初底]"
    r"|(?:参加工作|毕业|入党|入伍|退伍|转业|调[入到任]|任职|起|换届))"
)
DECADE = LazyPattern(r"(?<!世纪)(?<![\d.])(?P<decade>[1-9]0)年代")
MIXED = LazyPattern(r"(?P<year>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?P<month>\d{1,2})月")


@rule(
    "DZ638",
    anchors=(
        "月0",
        *(f"{year}{mark}" for year in YEARS for mark in "./"),
        *(f"{digit}年" for digit in "0123456789"),
        *(f"{digit}年{month}" for digit in "〇○零一二三四五六七八九" for month in "123456789"),
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
    if last == "年" and text[start - 2 : start].isdigit():
        if text[end : end + 1] == "0":
            yield from _zero(text, end)
    elif first == "月":
        yield from _zero(text, start + 1)
    elif last in "./":
        yield from _pointed(text, start)
    elif last == "年":
        yield from _short_year(text, start - 1)
    else:
        yield from _mixed(text, start - 3)


def _zero(text: str, at: int) -> Iterator[Hit]:
    if ZERO.match(text, at):
        span = Span(at, at + 1)
        message = "写出“年”“月”“日”的日期，月、日前面不补“0”"
        yield Hit(span, message, (Edit(span, ""),))


def _pointed(text: str, at: int) -> Iterator[Hit]:
    found = POINTED.match(text, at)
    # Alone in a cell or a line it is a column of dates.
    if found and (HAN.match(text, at - 1) or HAN.match(text, found.end())):
        span = Span(*found.span())
        right = f"{found['year']}年{found['month']}月{found['day']}日"
        yield Hit(span, f"正文里的日期写作“{right}”", (Edit(span, right),))


def _short_year(text: str, at: int) -> Iterator[Hit]:
    if at < 0:
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
        yield Hit(
            Span(*found.span()),
            "一个日期里，年用汉字、月用阿拉伯数字",
            asks="全文的日期用哪一种？",
            advice="请统一",
        )
