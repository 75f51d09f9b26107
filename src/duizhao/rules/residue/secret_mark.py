from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LEVELS = ("绝密", "机密", "秘密", "绝 密", "机 密", "秘 密", "绝　密", "机　密", "秘　密")
INTERNAL = ("内部资料", "内部文件", "内部材料")
PERIOD = r"(?:\d{1,2}[ 　]?(?:年|个月)|长期)"
# 秘密★1年 wherever it stands, unless it is quoted; 密级：机密; and 秘密 or 内部资料 alone on a line.
MARK = LazyPattern(rf"(?<!“)[绝机秘][ 　]?密级?[ 　]?(?:[★☆][ 　]?{PERIOD}?|[*＊][ 　]?{PERIOD})")
LEVEL = LazyPattern("(?<=密级：)[绝机秘][ 　]?密")
ALONE = LazyPattern(
    "(?:[绝机秘][ 　]?密级?|内部(?:资料|文件|材料)"
    "(?:[ 　，,。；：·]*(?:请|注意|妥善|严禁|不得|禁止|切勿|仅供)[^\\n。，；]{2,10})?[。！!]?)"
    r"(?=[ 　\r】）)\]]*(?:\n|\Z))"
)
OPENING = " 　【（([\t"


@rule(
    "DZ325",
    anchors=(*LEVELS, *INTERNAL),
    severity=Severity.HINT,
    source="保守国家秘密法",
    strength=Strength.DERIVED,
    criteria=("G6",),
)
def secret_mark(place: Span, reading: Reading) -> Iterator[Hit]:
    """写了密级或“内部资料”的标志"""
    text = reading.text
    found = MARK.match(text, place.start) or LEVEL.match(text, place.start)
    if found is None and _opens_line(text, place.start):
        found = ALONE.match(text, place.start)
    if found:
        span = Span(*found.span())
        what = "内部资料的" if "内部" in found[0] else "密级"
        yield Hit(
            span,
            f"“{reading.of(span)}”是{what}标志，这样的材料不能随便传阅",
            asks="这份材料真的定了密、限了阅读范围，还是标志随别的文件抄了进来？",
            advice="定了的，按保密规定办，不在联网的电脑上打开；没有定的，请删去标志",
        )


def _opens_line(text: str, start: int) -> bool:
    at = start
    while at and text[at - 1] in OPENING and start - at < len(OPENING):
        at -= 1
    return at == 0 or text[at - 1] == "\n"
