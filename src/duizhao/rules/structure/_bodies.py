"""The body that issued a statement, by its own words: the party body and the kind of unit."""

from __future__ import annotations

from duizhao.document.people import UNITS
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern

# A unit has one of each. Branches are left out: a leader also belongs to a branch.
PARTY = "党委|党组|党工委"
HEADS = {
    "局长": ("局",),
    "厅长": ("厅", "办公厅"),
    "镇长": ("镇",),
    "乡长": ("乡",),
    "校长": ("学校", "大学", "中学", "小学", "学院"),
    "检察长": ("检察院",),
    "董事长": ("公司", "集团"),
    "总经理": ("公司", "集团"),
}

OFFICE = LazyPattern(rf"({PARTY})(?:副?书记|委员|成员)[、，, ]?(?:常务)?副?({'|'.join(HEADS)})?")
# 县财政局副局长: the unit by name, in a title without a party office.
NAMED_OFFICE = LazyPattern(r"(\w{2,10}?)([局厅])(?:党[委组](?:成员|委员)、?)?(?:常务)?副?[局厅]长")
# Characters in the names of most units of any kind.
EVERYWHERE = set("省市县区州镇乡局厅和的及与")
PARTY_BODY = LazyPattern("党[委组](?!织)|党工委")
LONGEST_NAME = 16
BREAKS = "，。；：、 \u3000\n"
# What follows the body that acts. 按照…党委部署 and 参加…党组会议 only mention a body.
ACTS = (
    "领导班子", "班子", "紧紧", "紧扣", "坚持", "认真", "高度", "严格", "深入", "组织", "召开",
    "按照", "根据", "聚焦", "围绕", "全面", "及时", "先后",
)  # fmt: skip
MENTIONED = LazyPattern(
    "按照|根据|遵照|依据|经|由|在|对|向|与|到|上级|中央|省委|市委|县委|区委|参加"
)


@value
class NamedBody:
    """A body named in the text: its party body (党组) and the kinds of unit that it can belong to, if stated.

    `name` is the text before the kind of unit: 县财政 for 县财政局.
    """

    span: Span
    party: str = ""
    units: tuple[str, ...] = ()
    name: str = ""


def body_in_title(text: str, title: Span) -> NamedBody | None:
    """The body of the office named in the title."""
    found = OFFICE.search(text, title.start, title.end)
    if found is None:
        return _unit_in_title(text, title)
    return NamedBody(Span(*found.span()), found[1], HEADS.get(found[2] or "", ()))


def _unit_in_title(text: str, title: Span) -> NamedBody | None:
    # The pattern is tried at each character: only where its end stands.
    words = text[title.start : title.end]
    found = None
    if "局长" in words or "厅长" in words:
        found = NAMED_OFFICE.search(text, title.start, title.end)
    if found is None:
        return None
    return NamedBody(Span(found.end(1) - 2, found.end()), "", (found[2],), found[1])


def body_in_preamble(text: str, preamble: Span) -> NamedBody | None:
    """The body that acts in the preamble. Bodies that are only mentioned are skipped."""
    for found in PARTY_BODY.finditer(text, preamble.start, preamble.end):
        if not text.startswith(ACTS, found.end()):
            continue
        name = text[max(preamble.start, found.start() - LONGEST_NAME) : found.start()]
        name = name[max(map(name.rfind, BREAKS)) + 1 :]
        if not MENTIONED.search(name):
            units = tuple(unit for unit in UNITS if name.endswith(unit))[:1]
            span = Span(found.start() - len(name), found.end())
            return NamedBody(span, found[0], units, name.removesuffix(units[0]) if units else "")
    return None


def differ(one: NamedBody, other: NamedBody) -> bool:
    """True if the two cannot be the same body."""
    if one.party and other.party and one.party != other.party:
        return True
    if one.units and other.units and not set(one.units) & set(other.units):
        return bool(one.party)
    # 人社局 is short for 人力资源和社会保障局, so only names without a common character belong to different units.
    names = [set(body.name) - EVERYWHERE for body in (one, other)]
    return all(names) and not names[0] & names[1]
