from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.document.frame.role_line import parse_role_line
from duizhao.document.people import (
    OFFICES,
    PERSON_LABELS,
    UNIT_LABELS,
    UNITS,
    alternatives,
)
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import AsideKind, Source, Span
from duizhao.text.pattern import LazyPattern

# Properties with names of people, as the `author` of a metadata aside.
FIELDS = {
    "creator": "作者",
    "lastModifiedBy": "最后修改者",
    "company": "单位",
}
# Written by programs, new computers and copied installations: no names of people.
NOBODY = {
    "", "administrator", "admin", "user", "users", "owner", "author", "pc", "lenovo", "thinkpad", "dell", "hp",
    "hewlett-packard", "hewlett-packard company", "asus", "acer", "huawei", "honor", "xiaomi", "apple", "mac",
    "microsoft", "microsoft office user", "microsoft corporation", "windows user", "windows 用户", "word", "office",
    "organization", "china", "test", "wps", "wps office", "kingsoft", "python-docx", "openpyxl", "libreoffice",
    "apache poi", "mc system", "微软用户", "微软中国", "微软公司", "用户", "匿名", "未知", "雨林木风", "深度技术",
    "番茄花园", "系统之家",
}  # fmt: skip
COMPUTER = LazyPattern("(?i)(?:desktop|laptop|win|pc)-[0-9a-z]+")
DUTIES = (
    "审核", "审核人", "审签", "核稿", "签发", "拟稿", "拟稿人", "起草", "撰稿", "校对", "分管领导", "联系人", "经办人",
)  # fmt: skip
NUMBERED = LazyPattern("[ \u3000]*[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]")
# What stands before the name of a signer: nothing, a blank, a bracket, 汇报人：, 水利局局长.
BEFORE_NAME = LazyPattern(
    f"(?:^|[ \u3000（(、]|(?:{alternatives(PERSON_LABELS, UNIT_LABELS, DUTIES)})[：:]"
    f"|{alternatives(OFFICES, UNITS)})[ \u3000]*\\Z"
)
TITLE = LazyPattern("(?:材料|报告|提纲|清单|总结)\\Z")
LONGEST_NAMING_LINE = 40
"""The longest line that names the people of a material: its title, role line, signature, 审核：李四."""


@rule(
    "DZ322",
    on=Source,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def author_metadata(source: Source, reading: Reading) -> Iterator[Hit]:
    """文件属性留有姓名"""
    names: dict[str, list[str]] = {}
    for aside in source.asides:
        field = FIELDS.get(aside.author) if aside.kind == AsideKind.METADATA else None
        name = aside.text.strip()
        if field and not _is_nobody(name) and not _is_named(name, source.text):
            names.setdefault(name, []).append(field)
    if names:
        shown = "，".join(f"{'、'.join(fields)}是“{name}”" for name, fields in names.items())
        yield Hit(
            Span(0, 0),
            f"文件属性里{shown}，{_signed(reading)}",
            asks="这个名字该让收件人看到吗？",
            advice="不该的话，在 Word 的“文件—信息—检查文档”里清除",
        )


def _is_nobody(name: str) -> bool:
    return name.lower() in NOBODY or COMPUTER.fullmatch(name) is not None


def _is_named(name: str, text: str) -> bool:
    """True if the text itself names this person or unit where material is headed or signed, on a short line."""
    if len(name) < 2:
        return False
    # 周　明: blanks spread a name of two characters.
    spread = re.compile("[ \u3000]*".join(map(re.escape, "".join(name.split()))))
    return any(_signs(text, Span(*found.span())) for found in spread.finditer(text))


def _signs(text: str, place: Span) -> bool:
    # Only so far as a naming line may reach: a name may stand a million times in one line.
    start = text.rfind("\n", max(0, place.start - LONGEST_NAMING_LINE - 1), place.start) + 1
    end = text.find("\n", place.end, place.end + LONGEST_NAMING_LINE + 1)
    end = end if end >= 0 else len(text)
    if place.start - start > LONGEST_NAMING_LINE or end - start > LONGEST_NAMING_LINE:
        return False
    line = text[start:end]
    if "。" in line or NUMBERED.match(line):
        return False
    return bool(
        BEFORE_NAME.search(text[start : place.start]) or TITLE.search(text[place.end : end])
    )


def _signed(reading: Reading) -> str:
    """The name that the material bears, if it is one material signed by one person."""
    document = reading.document
    lines = (document.of(span) for span in (*document.roles, document.signature))
    people = {person for line in lines if (person := parse_role_line(line).person)}
    is_whole = document.span == (0, len(reading.text))
    return (
        f"材料署名是“{people.pop()}”" if len(people) == 1 and is_whole else "材料里没有署这个名字"
    )
