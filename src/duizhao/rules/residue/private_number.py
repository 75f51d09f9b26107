from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# The prefixes of mobile numbers, and the decades in which a holder of an identity card was born.
MOBILE_PREFIXES = tuple(f"1{second}{third}" for second in "3456789" for third in "0123456789")
DECADES = ("194", "195", "196", "197", "198", "199", "200")
BEFORE_BIRTH = 6
IDENTITY = LazyPattern(
    r"(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])"
)
MOBILE = LazyPattern(
    r"(?:(?<![0-9A-Za-z.])|(?<=\+86)|(?<=\+86[- ]))(?<!\d[-－—])"
    r"1[3-9]\d(?:\d{8}|([- ])\d{4}\1\d{4})(?![0-9A-Za-z]|[.．-]\d|[万亿]?元)"
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
# What a number with the digits of a mobile may be else, or a telephone that a unit made known to everybody.
OTHER_NUMBER = LazyPattern(
    "(?:[编账帐卡单工证文批学警案序]号|流水|订单|编码|代码|热线|公[开布]的?电话"
    "|(?:监督|举报|值班|服务|办公|咨询|投诉)(?:电话|手机|号码))[^，。；\\n]{0,8}$"
)
BEFORE_NUMBER = 14
REGIONS = frozenset("123456")
"""The first digits of the regions."""
# Then a digit may be mistyped, and it still tells who it is.
CALLED = LazyPattern("身份证(?:号码?|件号码?)?[^0-9，。；\\n]{0,4}$")
# The contact line of a unit, as below a letter.
CONTACT_LINE = LazyPattern(
    r"[ 　（(]*(?:联系人|填报|填表|经办|承办|地址|单位|通[讯信]地址|邮编|传真|值班|办公)"
)


@rule(
    "DZ324",
    anchors=tuple(dict.fromkeys((*MOBILE_PREFIXES, *DECADES))),
    severity=Severity.HINT,
    source="个人信息保护法第六条",
    strength=Strength.DERIVED,
    criteria=("G6",),
)
def private_number(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """写了身份证号码或手机号码"""
    text = reading.text
    identity = IDENTITY.match(text, max(0, anchor.start - BEFORE_BIRTH))
    if identity and (_is_identity(identity[0]) or _is_called_so(text, identity.start())):
        yield _hit(Span(*identity.span()), "身份证号码")
        return
    mobile = MOBILE.match(text, anchor.start)
    if mobile and not _is_of_unit(text, anchor.start):
        yield _hit(Span(*mobile.span()), "手机号码")


def _is_identity(number: str) -> bool:
    """True if the last character is the check digit of the others (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return number[-1].upper() == CHECK_DIGITS[total % 11]


def _is_called_so(text: str, start: int) -> bool:
    is_called = CALLED.search(text, max(0, start - BEFORE_NUMBER), start) is not None
    return is_called and text[start] in REGIONS


def _is_of_unit(text: str, start: int) -> bool:
    line = text.rfind("\n", max(0, start - 80), start) + 1
    before = text[max(line, start - BEFORE_NUMBER) : start]
    return bool(OTHER_NUMBER.search(before) or CONTACT_LINE.match(text, line))


def _hit(span: Span, what: str) -> Hit:
    return Hit(
        span,
        f"这里写出了一个人的{what}，材料传阅时人人看得到",
        asks="这份材料里用得着这个号码吗？",
        advice="用不着就删去；要分清是谁，写姓名或“王某”即可",
    )
