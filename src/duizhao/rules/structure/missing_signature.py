"""No name at the end or under the title"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.document.people import HAN, OFFICES, alternatives, personal_name
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import closing
from duizhao.profiles import PaperKind
from duizhao.text.pattern import LazyPattern

BODIES = "党[组委]|党工委|党?总支|党?支部|支委会|领导班子|班子"
# 水务局领导班子2024年度…; 领导班子对照检查材料 names no unit.
UNIT_OF_TEAM = LazyPattern(
    f"(?:关于)?(?!20|二[〇○零0]|年度|民主|组织|专题|[本我]|单位|机关|领导|(?:{BODIES}))[^，。0-9]{{3,24}}?(?:{BODIES})"
)
# 副局长崔某某同志2020年度…, 副总经理曹某2024年度…, 运营主管何立新对照检查发言.
NAME_BEHIND_POST = LazyPattern(
    f"(?:{alternatives(OFFICES)}|主管|经理|干事|{HAN}员)[ \u3000]*({HAN}{{2,3}}?)(?:同志)?[ \u3000]*(?:关于|在|的)?"
    "(?=20|二[〇○零]|对照|自我|自查|自检|检视|检查|剖析|个人|作风|党性|述职|民主生活会|组织生活会)"
)


@rule(
    "DZ113",
    on=Document,
    severity=Severity.HINT,
    source="GB/T 9704—2012 7.3.5",
    strength=Strength.PRACTICE,
)
def missing_signature(document: Document, reading: Reading) -> Iterator[Hit]:
    """没有落款"""
    if (
        document.signature is None
        and not document.roles
        and document.paragraphs
        and not _is_named_in_title(reading)
    ):
        yield Hit(
            closing(document), "文末没有署名，标题下也没有姓名职务。", asks="这份材料是谁的？"
        )


def _is_named_in_title(reading: Reading) -> bool:
    """Whether the title says whose it is: 水务局领导班子…, 李晓萍同志…, …（李晓萍）."""
    title = reading.document.whole_title
    if reading.statement.kind is PaperKind.TEAM:
        return UNIT_OF_TEAM.match(title) is not None
    name = personal_name()
    if (found := NAME_BEHIND_POST.search(title)) and name.fullmatch(found[1]):
        return True
    head, called, _ = title.removeprefix("关于").partition("同志")
    if called and name.fullmatch(head):
        return True
    _, opened, behind = title.replace("(", "（").replace(")", "）").rpartition("（")
    return bool(opened and behind.endswith("）") and name.fullmatch(behind[:-1]))
