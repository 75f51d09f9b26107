from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

OPENING, CLOSING = "〔[［【（(﹝「{", r"〕\]］】）)﹞」}"
NUMBER = LazyPattern(
    rf"(?P<open>[{OPENING[0]}\[［【（(﹝「{{]) ?(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}}) ?(?P<unit>年?)"
    rf"(?P<close>[{CLOSING}]) ?"
    r"(?P<order>第 ?)?(?P<zeros>0*)(?P<number>[1-9][0-9]{0,4}) ?"
    r"(?:号|(?=文件|通知|文[，。]))(?![楼院门线机车井地厅馆池库段])"
)
# 令 of an authority have numbers of their own: 公安部令（2012）第127号.
AUTHORITY = LazyPattern("[\u4e00-\u9fff](?<!令)")
RIGHT_BRACKETS = ("〔", "〕")
# Before 2000 the brackets were others; 行罚决字[2024]第12号 is cited as the authority wrote it.
SIX_CORNERED_SINCE = "2000"
ENFORCED = frozenset("字罚告催改处答补撤裁决议")


@rule(
    "DZ637",
    anchors=(
        *(mark + century for mark in OPENING for century in ("19", "20")),
        *(mark + digit for mark in "〔[【「{" for digit in "023456789"),
    ),
    severity=Severity.WARNING,
    source="GB/T 9704—2012 7.2.5",
    strength=Strength.MUST,
    beyond_statements=True,
    corrects=True,
)
def document_number(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """发文字号写法不对"""
    text, start = reading.text, anchor.start
    if anchor.end - start == 2 and text.startswith(("19", "20"), start + 1):
        return
    found = NUMBER.match(text, start)
    if found is None or not AUTHORITY.match(text, start - 1):
        return
    faults = [
        *(["年份写四位"] if len(found["year"]) == 2 else []),
        *(["年份用六角括号〔〕"] if (found["open"], found["close"]) != RIGHT_BRACKETS else []),
        *(["括号里不加“年”"] if found["unit"] else []),
        *(["不加“第”"] if found["order"] else []),
        *(["序号前不补“0”"] if found["zeros"] else []),
        *(["序号后写“号”"] if "号" not in found[0] else []),
    ]
    if faults:
        span = Span(*found.span())
        right = f"〔{found['year']}〕{found['number']}号"
        # Of a year of two figures the century is not written.
        edits = (Edit(span, right),) if len(found["year"]) == 4 else ()
        message = f"发文字号里{'，'.join(faults)}"
        if edits:
            is_cited = text[start - 1] in ENFORCED or found["year"] < SIX_CORNERED_SINCE
            severity = Severity.HINT if is_cited else None
            yield Hit(span, f"{message}：“{right}”", edits, severity=severity)
        else:
            century = "20" if found["year"] < "40" else "19"
            yield Hit(span, f"{message}，如“〔{century}{found['year']}〕”", asks="是哪一年的文件？")
