"""Who signs: the person and the unit that a role line or a signature names beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.document.closing import name as personal_name

BLANK = "[ \u3000\t]"
# What stands for a name that somebody has yet to fill in.
UNFILLED = re.compile("[某×xX*＊_]")
COMPOUND = re.compile(
    "(?:欧阳|上官|司马|诸葛|司徒|东方|尉迟|皇甫|令狐|慕容|端木|公孙)[\u4e00-\u9fff]{1,2}"
)
# 阿卜杜拉·买买提: the dot makes it a name whatever the characters.
DOTTED = re.compile("[\u4e00-\u9fff]{2,8}[·•][\u4e00-\u9fff]{2,8}")
NAMED = re.compile("[\u4e00-\u9fff]{2,4}")

PERSONAL = (
    "姓名|汇报人|发言人|剖析人|检查人|对照检查人|對照檢查人|报告人|述职人|承诺人|签名|签字|本人签名"
)
FIELD = re.compile(
    f"({PERSONAL}|单位及职务|单位|职务|部门)[：:]{BLANK}*([^：:]+?)(?={BLANK}+[^ \u3000\t：:]{{2,5}}[：:]|\\Z)"
)

UNIT = (
    "办公厅|办公室|委员会|人民政府|政府|街道|公司|集团|学校|中学|小学|学院|大学|医院|法院|检察院|研究院|研究所|"
    "监委|纪委|中心|银行|局|厅|部|镇|乡"
)
BODY = "(?:机关)?(?:党组|党委|党工委|党总支|党支部|总支|支部|领导班子|班子)"
DUTY = "成员|委员|书记|主任|局长|厅长|部长|校长|院长|镇长|乡长|主席|行长|董事长|总经理|经理|检察长|秘书长|调研员|党员"
OFFICE = f"(?:{BODY})?(?:常务)?副?(?:{DUTY})"
HOLDS = re.compile(f"([\u4e00-\u9fff]{{2,20}}?(?:{UNIT}))(?={OFFICE})")
WHOLE = re.compile(f"(?:中共)?([\u4e00-\u9fff]{{2,20}}?(?:{UNIT}))(?:{BODY})?")
ENDS_IN_OFFICE = re.compile(f".*(?:{DUTY}|{UNIT})")


@dataclass(frozen=True, slots=True)
class Signed:
    """What a line says of who signs; an empty field is not known."""

    person: str = ""
    unit: str = ""


def signed(line: str) -> Signed:
    """The person and the unit that a role line or a signature names. What is not sure is left empty."""
    words = line.strip("（()） \u3000\t")
    fields = dict(FIELD.findall(words))
    if fields:
        persons = [_labelled(fields[word]) for word in PERSONAL.split("|") if word in fields]
        units = [_unit(fields[word]) for word in ("单位", "单位及职务", "部门") if word in fields]
        return Signed(next(iter(persons), ""), next(filter(None, units), ""))
    person, rest = next(_parted(words), ("", words))
    return Signed(person, _unit(rest))


def _parted(words: str) -> Iterator[tuple[str, str]]:
    """A name and what stands before or behind it, where a blank or colon between them shows where it ends."""
    if name := _name(words):
        yield name, ""
    # 周　明: a name of two characters is often spread out to the width of three.
    for gap in re.finditer(f"{BLANK}+|{BLANK}*[：:]{BLANK}*", words):
        before, after = words[: gap.start()], words[gap.end() :]
        if ENDS_IN_OFFICE.fullmatch(before) and (name := _name(after)):
            yield name, before
        if ENDS_IN_OFFICE.fullmatch(after) and (name := _name(before)):
            yield name, after


def _name(words: str) -> str:
    """A name that shows itself to be one: by its surname, or its dot."""
    if UNFILLED.search(words) or not (
        personal_name().fullmatch(words) or COMPOUND.fullmatch(words) or DOTTED.fullmatch(words)
    ):
        return ""
    return "".join(words.split())


def _labelled(words: str) -> str:
    """A name behind its label, whatever its surname."""
    name = "".join(words.split())
    if UNFILLED.search(name):
        return ""
    return name if NAMED.fullmatch(name) or DOTTED.fullmatch(name) else ""


def _unit(words: str) -> str:
    """The unit that an office is held in, or that stands alone; a section of a unit is not told apart from it."""
    words = words.strip()
    found = HOLDS.match(words) or WHOLE.fullmatch(words)
    return found[1] if found and not UNFILLED.search(found[1]) else ""
