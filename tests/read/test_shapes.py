"""Small Word files of the shapes that Word and WPS write, each with the text that a reader sees."""

from __future__ import annotations

import io
import zipfile

import pytest

from duizhao.read import read_bytes

from .made import docx, p, r, source

BREAK, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
SIGNED = 'w:author="李四" w:date="2026-01-05T08:00:00Z"'


def field(instruction: str, result: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return char("begin") + asked + char("separate") + r(result) + char("end")


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(*content: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(content)}</w:tc>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def numbered(level: int, listed: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'


def level(at: int, form: str, words: str, inner: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{inner}'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def style(key: str, inner: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>{base}'
        f"<w:pPr>{inner}</w:pPr></w:style>"
    )


BODIES = {
    "soft break in a title": (
        p("关于党员领导干部", BREAK, "对照检查材料") + p("正", TAB, "文。"),
        "关于党员领导干部\n对照检查材料\n正\t文。",
    ),
    "content controls": (
        p("整改：", control("<w:text/>", r("☑")), "是") + control("<w:date/>", p("1月3日")),
        "整改：☑是\n1月3日",
    ),
    "fields": (
        p("第", field(" PAGE ", "1"), "页，见", field(" REF _Ref1 \\h ", "第二部分")),
        "第1页，见第二部分",
    ),
    "wrappers": (
        p(
            "在",
            f'<w:smartTag w:element="date">{r("2024年")}</w:smartTag>',
            f'<w:customXml w:element="e">{r("全年")}</w:customXml>',
            f'<w:bdo w:val="ltr">{r("共")}</w:bdo>',
            "三次。",
        ),
        "在2024年全年共三次。",
    ),
    "moved words": (
        p(f'<w:moveFrom w:id="1" {SIGNED}>{r("移走。")}</w:moveFrom>', "留下。")
        + p(f'<w:moveTo w:id="2" {SIGNED}>{r("移来。")}</w:moveTo>'),
        "留下。\n移来。",
    ),
    "table in a table": (
        table(cell(p("外")), cell(table(cell(p("内一")), cell(p("内二"))), p("尾"))) + p("后"),
        "外\n内一\n内二\n尾\n后",
    ),
    "table around a statement": (
        table(cell(p("对照检查材料"), p("一、存在的问题"), p("一是学习少。"))),
        "对照检查材料\n一、存在的问题\n一是学习少。",
    ),
    "dropped initial": (
        p("我", properties='<w:framePr w:dropCap="drop" w:lines="3"/>') + p("们支部开会三次。"),
        "我们支部开会三次。",
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_body_reads_as_word_shows_it(body: str, expected: str) -> None:
    assert source(body).text == expected


CHAPTERS = (
    level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="a"/>'),
    level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="b"/>'),
)
RESTARTED = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (style("a", numbered(0)) + style("b", '<w:numPr><w:numId w:val="1"/></w:numPr>')) + style(
    "c", based_on="b"
)


def styled(key: str, words: str) -> str:
    return p(words, properties=f'<w:pStyle w:val="{key}"/>')


NUMBERED = {
    "by styles": (
        "".join(styled(key, words) for key, words in ("a甲", "b乙", "c丙", "a丁", "b戊")),
        lists(*CHAPTERS),
        "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊",
    ),
    "articles": (
        "".join(p(words, properties=numbered(0)) for words in ("总则", "范围")),
        lists(level(0, "chineseCountingThousand", "第%1条")),
        "第一条总则\n第二条范围",
    ),
    "begun again": (
        "".join(
            p(words, properties=numbered(0, at)) for words, at in (("甲", 1), ("乙", 1), ("丙", 2))
        ),
        lists(level(0, "decimal", "%1."), more=RESTARTED),
        "1.甲\n2.乙\n1.丙",
    ),
    "past ten": (
        "".join(p(str(at), properties=numbered(0)) for at in range(1, 22)),
        lists(level(0, "chineseCountingThousand", "（%1）")),
        None,
    ),
}


@pytest.mark.parametrize(("body", "numbering", "expected"), NUMBERED.values(), ids=NUMBERED)
def test_numbers_read_as_word_counts_them(body: str, numbering: str, expected: str | None) -> None:
    read = source(body, numbering=numbering, styles=STYLES).text
    if expected is None:
        assert read.splitlines()[9:12] == ["（十）10", "（十一）11", "（十二）12"]
        assert read.splitlines()[-1] == "（二十一）21"
    else:
        assert read == expected


def test_prefix_of_another_program_reads_alike() -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(p("甲段", BREAK, "乙行") + p("丙段")))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "word/document.xml":
                for before, after in (
                    ("<w:", "<wx:"),
                    ("</w:", "</wx:"),
                    ("xmlns:w=", "xmlns:wx="),
                ):
                    text = text.replace(before, after)
            new.writestr(name, text)
    assert read_bytes(made.getvalue(), "试.docx").text == "甲段\n乙行\n丙段"
