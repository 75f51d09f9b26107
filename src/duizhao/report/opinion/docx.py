"""Opinion sheets → a Word file: a form on a page of A4 for each, with room for the reviewer's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duizhao.layout import Layout, standard_layout
from duizhao.office.marked_package import with_mark
from duizhao.office.new_word_package import (
    COMPATIBILITY,
    WordPart,
    font_table,
    run_content,
    word_root,
    write_word_package,
)
from duizhao.office.xml_text import escaped
from duizhao.output_mark import OutputKind
from duizhao.report.opinion.form_words import FILE_LABEL, NOTE, REMARKS, SHEET_TITLE
from duizhao.report.opinion.sheet import OpinionSheet

WIDE, HIGH, SIDE, TOP, BOTTOM = 11906, 16838, 1247, 1361, 1134
"""A4 and its margins of 22, 24 and 20 mm, in twips."""

LABEL, FIELD, SHORT_LABEL = 1134, 3572, 1134
"""The columns of the form, in twips: a label, a field, a label; the last field takes the rest."""

LINE = 360
"""The distance between lines, in twips."""


def write_sheets(sheets: Iterable[OpinionSheet], reviewer: str = "") -> bytes:
    """The bytes of a .docx with a page for each sheet. A blank `reviewer` is left for people to fill in."""
    layout = standard_layout()
    pages = "".join(_page(sheet, reviewer, is_first=at == 0) for at, sheet in enumerate(sheets))
    body = f"<w:body>{pages}{_SECTION}</w:body>"
    parts = (
        WordPart("rId1", "styles", "styles.xml", word_root("styles", _styles(layout))),
        WordPart("rId2", "settings", "settings.xml", word_root("settings", _SETTINGS)),
        WordPart("rId3", "fontTable", "fontTable.xml", font_table(layout.fonts.values())),
    )
    return with_mark(write_word_package(word_root("document", body), parts), OutputKind.OPINION)


_SECTION = (
    f'<w:sectPr><w:pgSz w:w="{WIDE}" w:h="{HIGH}"/><w:pgMar w:top="{TOP}" w:right="{SIDE}" w:bottom="{BOTTOM}" '
    f'w:left="{SIDE}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:characterSpacingControl w:val="doNotCompress"/>'
    f"<w:compat>{COMPATIBILITY}</w:compat>"
)


_STYLES = (
    # Id, name, face, size in half points, form of the paragraph.
    (
        "Title",
        "Title",
        "小标宋",
        44,
        '<w:spacing w:after="160" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>',
    ),
    ("OpinionLabel", "意见单栏目", "黑体", 24, '<w:jc w:val="center"/>'),
    ("OpinionNote", "意见单附注", "楷体", 18, '<w:spacing w:line="260" w:lineRule="exact"/>'),
)


def _styles(layout: Layout) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(layout, '仿宋')}"
        '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/></w:pPr></w:style>'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f"<w:pPr>{form}</w:pPr><w:rPr>{_fonts(layout, face)}"
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
            for id, name, face, size, form in _STYLES
        )
    )


def _fonts(layout: Layout, face: str) -> str:
    font = escaped(layout.font(face))
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'


def _page(sheet: OpinionSheet, reviewer: str, *, is_first: bool) -> str:
    new_page = "" if is_first else "<w:pageBreakBefore/>"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/>{new_page}</w:pPr>{_run(SHEET_TITLE)}</w:p>'
        f"{_table(sheet)}"
        f'<w:p><w:pPr><w:spacing w:before="120"/></w:pPr>'
        f"{_run(f'审阅人：{reviewer or BLANK}　　　　　　日期：　　　　年　　月　　日')}</w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="OpinionNote"/></w:pPr>{_run(NOTE)}</w:p>'
    )


BLANK = "　" * 8


def _table(sheet: OpinionSheet) -> str:
    columns = (LABEL, FIELD, SHORT_LABEL, WIDE - 2 * SIDE - LABEL - FIELD - SHORT_LABEL)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        f'<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(_rows(sheet, columns))}</w:tbl>"
    )


def _rows(sheet: OpinionSheet, columns: Sequence[int]) -> Iterator[str]:
    wide = sum(columns[1:])
    yield _row(
        _label("单位", columns[0]),
        _cell([sheet.unit], columns[1]),
        _label("姓名", columns[2]),
        _cell([sheet.person], columns[3]),
    )
    yield _row(
        _label("职务", columns[0]),
        _cell([sheet.post], columns[1]),
        _label(FILE_LABEL, columns[2]),
        _cell([sheet.file], columns[3]),
    )
    yield _row(_label("材料", columns[0]), _cell([sheet.title], wide, spans=3))
    yield _row(_label("会议", columns[0]), _cell([sheet.occasion], wide, spans=3))
    for group, lines in sheet.parts():
        yield _row(_label(group.value, columns[0]), _cell(lines, wide, spans=3))
    height = sheet.spare_lines() * LINE
    yield _row(_label(REMARKS, columns[0]), _cell([""], wide, spans=3), height=height)


def _row(*cells: str, height: int = 0) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr>{tall}</w:trPr>{''.join(cells)}</w:tr>"


def _label(words: str, width: int) -> str:
    return _cell([words], width, style="OpinionLabel", vertical="center")


def _cell(
    lines: Sequence[str],
    width: int,
    *,
    spans: int = 1,
    style: str = "Normal",
    vertical: str = "top",
) -> str:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(line)}</w:p>' for line in lines
    )
    span = f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="{vertical}"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


def _run(text: str) -> str:
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{run_content(text)}</w:r>'
        if text
        else ""
    )
