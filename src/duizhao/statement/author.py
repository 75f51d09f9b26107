"""Whose statement it is: that of a person, or of a whole team."""

from __future__ import annotations

from duizhao.document import Document
from duizhao.document.people import OFFICES, alternatives, personal_name
from duizhao.profiles import PaperKind, normalised
from duizhao.text import Marks
from duizhao.text.pattern import LazyPattern

BODIES = "班子|党组|党委|党工委|党总支|支委会|支部委员会|两委”?|纪委|常委会|董事会|经理层|[乡镇县市区局]委员会"
# 老干部局 and 党员领导干部民主生活会 name no author.
HOLDERS = alternatives(tuple(each for each in OFFICES if each not in ("干部", "党员")))
PERSONAL = LazyPattern(f"个人|本人|成员|同志|班子一员|(?:{HOLDERS})(?![会们办])")
# Where only the meeting of the team is named, a speech may be of anybody: 领导班子民主生活会发言提纲.
SPEECH = "(?!.{0,12}生活会.{0,6}发言)"
TEAM_IN_TITLE = LazyPattern(f"(?:班子|经理层|支委会|支部委员会|两委”?){SPEECH}")
# 审计局党组对照检查材料, 青石乡委员会2024年度民主生活会检视剖析材料: the body itself gives it.
# Nor is 党支部专题对照检查, 党总支“不忘初心、牢记使命”主题教育检视材料, 党委关于形式主义问题的自查报告 one person's.
BODY_IN_TITLE = LazyPattern(
    f"(?:{BODIES}|支部|总支)(?:[（(]?(?:20|二).{{2,4}}年度?[）)]?)?(?:“[^”]{{2,24}}”)?"
    "(?:[^，。]{0,30}(?:生活会|主题教育))?(?:会前)?的?(?:关于[^，。]{2,24}的)?(?:[（(].*[）)])?[^，。员]{0,6}?"
    "(?:对照|检视|剖析|查摆|党性|自查|自我|集体检查)"
)
WHO_WROTE = LazyPattern("[（(][^（(）)]*执笔[）)]")
BRANCH = LazyPattern(
    "(?:^|(?<=[，。；：\n \u3000]))党?(?:总支|支部|支委会)(?!书记|党员|委员|同志|的)"
)
STANDS_FOR_TEAM = LazyPattern(f"代表[^，。；]{{0,16}}(?:{BODIES})")
# 刚才我代表班子作了检查，下面谈我个人的问题.
ALREADY = LazyPattern("刚才|已经|已代表|前面|先代表|个人对照|我个人|本人的")
BODY_ACTS = LazyPattern(
    f"(?:^|(?<=[，。；：\n　 ]))[^，。；：\n]{{0,14}}?(?:{BODIES})(?:同志)?"
    "(?:聚焦|围绕|按照|根据|坚持|认真|深入|严格|高度|紧扣|对照|通过|先后|组织|召开|集中|广泛|在|对|把|没|不|开|抓|学|讨论|[一二三四五六七八九十]人)"
)


def author_of(document: Document, marks: Marks) -> PaperKind:
    """PERSON or TEAM, by the title, the line under it, the opening, and who acts in the text."""
    title = WHO_WROTE.sub("", normalised(document.whole_title))
    if PERSONAL.search(title):
        return PaperKind.PERSON
    if TEAM_IN_TITLE.search(title):
        return PaperKind.TEAM
    if _names_person(" ".join(map(document.of, document.roles))):
        return PaperKind.PERSON
    opening = "".join(document.of(each.span) for each in document.preamble[:2])
    if STANDS_FOR_TEAM.search(opening) and not ALREADY.search(opening):
        return PaperKind.TEAM
    first = _first_person(document, marks)
    if BODY_IN_TITLE.search(title):
        acts = _acts_of_body(document) if first else 0
        return PaperKind.PERSON if first > acts else PaperKind.TEAM
    return PaperKind.TEAM if not first and BODY_ACTS.search(opening) else PaperKind.PERSON


def _acts_of_body(document: Document) -> int:
    return sum(
        1 for acts in (BODY_ACTS, BRANCH) for _ in acts.finditer(document.text, *document.span)
    )


def _names_person(role: str) -> bool:
    return bool(role) and bool(PERSONAL.search(role) or personal_name().fullmatch(role.strip()))


def _first_person(document: Document, marks: Marks) -> int:
    """How often 我 and 本人 stand for the writer alone."""
    named = marks.within("statement.first-person", document.span)
    return len(named) - len(marks.within("statement.collective", document.span))
