"""How a .docx is set: defaults, styles, themes, lists and direct formatting come together as Word shows them."""

from __future__ import annotations

import pickle

import pytest

from duizhao.office.typography import (
    FormattedParagraph,
    PageFormat,
    ParagraphFormat,
    RunFormat,
    Typography,
    typography_of,
)
from duizhao.read import read_bytes
from duizhao.text import Source
from read.made import document, docx, p, package, r, relations, source

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
)
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:footer="1587"/></w:sectPr>'
)


def style(key: str, inner: str, base: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{based}{inner}</w:style>'


def typography(body: str, **parts: str) -> Typography:
    found = typography_of(source(body, **parts))
    assert found is not None
    return found


def paragraph(body: str, **parts: str) -> FormattedParagraph:
    return typography(body, **parts).paragraphs[0]


def look(body: str, **parts: str) -> RunFormat:
    return paragraph(body, **parts).runs[0].format


def format_of(properties: str, **parts: str) -> ParagraphFormat:
    return paragraph(p("学习", properties=properties), **parts).format


def test_plain_text_has_no_typography() -> None:
    assert typography_of(Source("学习")) is None


def test_run_is_set_by_defaults_then_styles_then_itself() -> None:
    styles = (
        DEFAULTS
        + NORMAL
        + style("正", '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>', "a")
        + style("强", '<w:rPr><w:sz w:val="30"/></w:rPr>', kind="character")
    )
    plain = look(p("学"), styles=styles)
    assert (plain.face, plain.themed, plain.size) == (None, True, 21)
    body = '<w:pStyle w:val="正"/>'
    styled = look(p("学", properties=body), styles=styles)
    assert (styled.face, styled.themed, styled.points) == ("宋体", False, 14)
    strong = look(p(r("学", '<w:rStyle w:val="强"/>'), properties=body), styles=styles)
    assert (strong.face, strong.size) == ("宋体", 30)
    direct = r("学", '<w:rStyle w:val="强"/><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>')
    own = look(p(direct, properties=body), styles=styles)
    assert (own.face, own.size) == ("仿宋", 32)


def test_bold_of_both_styles_is_off_again() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    styles = NORMAL + style("段", bold) + style("字", bold, kind="character")
    in_bold = '<w:pStyle w:val="段"/>'
    assert look(p("学", properties=in_bold), styles=styles).bold
    assert not look(p(r("学", '<w:rStyle w:val="字"/>'), properties=in_bold), styles=styles).bold
    both = r("学", '<w:rStyle w:val="字"/><w:b/>')
    assert look(p(both, properties=in_bold), styles=styles).bold
    assert not look(p(r("学", '<w:b w:val="0"/>'), properties=in_bold), styles=styles).bold


def test_styles_based_on_each_other_come_to_an_end() -> None:
    styles = style("甲", "<w:rPr><w:b/></w:rPr>", "乙") + style("乙", "", "甲")
    assert look(p("学", properties='<w:pStyle w:val="乙"/>'), styles=styles).bold


@pytest.mark.parametrize(
    ("properties", "first", "left"),
    [
        ('<w:ind w:firstLine="640"/>', 2, 0),
        ('<w:ind w:firstLine="640" w:firstLineChars="200"/>', 2, 0),
        ('<w:ind w:firstLine="420" w:firstLineChars="200"/>', 2, 0),
        ('<w:ind w:left="640" w:hanging="640"/>', -2, 2),
        ('<w:ind w:startChars="100" w:hangingChars="100"/>', -1, 1),
        ('<w:ind w:firstLine="32pt"/>', 2, 0),
    ],
)
def test_indents_are_told_in_characters(properties: str, first: float, left: float) -> None:
    made = format_of(properties)
    assert made.first_line_at(32) == pytest.approx(first)
    assert made.left_at(32) == pytest.approx(left)


def test_paragraph_takes_lines_alignment_and_outline_from_its_style() -> None:
    inner = '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/></w:pPr>'
    styles = NORMAL + style("题", inner)
    made = format_of('<w:pStyle w:val="题"/>', styles=styles)
    assert (made.style, made.alignment, made.outline) == ("题", "center", 0)
    assert (made.line_rule, made.line) == ("exact", 579)
    assert (
        format_of('<w:pStyle w:val="题"/><w:jc w:val="both"/>', styles=styles).alignment == "both"
    )


def test_list_level_indents_unless_the_paragraph_does() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    made = format_of(listed, numbering=numbering)
    assert (made.left, made.first_line) == (720, -360)
    own = format_of(listed + '<w:ind w:left="0" w:firstLine="640"/>', numbering=numbering)
    assert (own.left, own.first_line) == (0, 640)


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface="黑体"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)


def test_theme_faces_are_looked_up() -> None:
    parts = {
        "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": relations({"styles.xml": "styles", "t.xml": "theme"}),
        "word/styles.xml": document(DEFAULTS + NORMAL, "styles", inner=""),
        "word/t.xml": THEME,
        "word/document.xml": document(
            p(r("学")) + p(r("学", '<w:rFonts w:eastAsia="仿宋" w:eastAsiaTheme="majorEastAsia"/>'))
        ),
    }
    found = typography_of(read_bytes(package(parts), "试.docx"))
    assert found is not None
    looks = [each.runs[0].format for each in found.paragraphs]
    assert [(one.face, one.themed, one.western) for one in looks] == [
        ("等线", True, "Calibri"),
        ("黑体", True, "Calibri"),
    ]


def page(body: str, **parts: str) -> PageFormat:
    return typography(body, **parts).pages[0]


def test_page_has_paper_margins_and_grid() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>'
    made = page(p("学") + SECTION.replace("</w:sectPr>", grid + "</w:sectPr>"))
    assert (made.width, made.height, made.text_width, made.text_height) == (
        11906,
        16838,
        8844,
        12756,
    )
    assert (made.grid, made.line_pitch, made.char_space) == ("linesAndChars", 579, -842)


def test_sections_divide_the_text_between_them() -> None:
    first = p("甲一", properties=SECTION.replace("11906", "12240"))
    pages = typography(first + p("乙二") + SECTION).pages
    assert [(each.span, each.width) for each in pages] == [((0, 2), 12240), ((2, 5), 11906)]


FOOTER = (
    '<w:p><w:pPr><w:jc w:val="right"/><w:ind w:rightChars="100"/></w:pPr>'
    '<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr><w:t>— </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> —</w:t></w:r></w:p>'
)


def with_footer(footer: str, kind: str = "default") -> PageFormat:
    name = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    reference = f'<w:footerReference xmlns:r="{name}" w:type="{kind}" r:id="r0"/>'
    return page(p("学") + SECTION.replace("<w:sectPr>", f"<w:sectPr>{reference}"), footer=footer)


def test_page_number_is_found_in_its_footer() -> None:
    (number,) = with_footer(FOOTER).numbers
    assert (number.text, number.kind, number.alignment) == ("— # —", "default", "right")
    assert (number.inset, number.format.size) == (280, 28)


def test_page_number_of_a_simple_field_in_a_frame() -> None:
    footer = (
        '<w:p><w:pPr><w:framePr w:xAlign="outside"/></w:pPr>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>3</w:t></w:r></w:fldSimple></w:p>'
    )
    (number,) = with_footer(footer, "even").numbers
    assert (number.text, number.alignment, number.format.size) == ("#", "left", 18)


def test_number_of_pages_is_no_page_number() -> None:
    assert not with_footer(FOOTER.replace(" PAGE ", " NUMPAGES ")).numbers


def test_neighbours_of_one_format_are_one_run_and_deletions_are_none() -> None:
    body = p(
        r("学"), "<w:del><w:r><w:delText>掉</w:delText></w:r></w:del>", r("习"), r("好", "<w:b/>")
    )
    made = source(body)
    found = typography_of(made)
    assert found is not None
    runs = found.paragraphs[0].runs
    assert [(run.span.of(made.text), run.format.bold) for run in runs] == [
        ("学习", False),
        ("好", True),
    ]


def test_paragraphs_know_where_they_stand() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r>"
    body = p("甲", box) + f"<w:tbl><w:tr><w:tc>{p('表')}</w:tc></w:tr></w:tbl>" + p("") + p("末")
    made = source(body)
    found = typography_of(made)
    assert found is not None
    told = [(each.span.of(made.text), each.place) for each in found.paragraphs]
    assert told == [("甲", "body"), ("框", "box"), ("表", "table"), ("", "body"), ("末", "body")]


def test_paragraph_and_page_are_found_by_the_character() -> None:
    found = typography(p("甲一") + p("乙二") + SECTION)
    assert [found.at(offset) for offset in (0, 3, 4)] == [
        found.paragraphs[0],
        *[found.paragraphs[1]] * 2,
    ]
    assert found.page_at(4) is found.pages[0]


def test_absurd_figures_stay_within_bounds() -> None:
    huge = "9" * 5000
    made = paragraph(
        p(
            r("学", f'<w:sz w:val="{huge}"/><w:spacing w:val="{huge}"/>'),
            properties=f'<w:ind w:firstLine="{huge}" w:left="-99999999"/><w:spacing w:line="x"/>',
        )
    )
    assert made.runs[0].format.size == 20
    assert abs(made.format.left) <= 100_000
    assert made.format.line == 0


@pytest.mark.parametrize("broken", ["theme", "settings"])
def test_part_that_only_tells_the_format_may_be_broken(broken: str) -> None:
    data = docx(p("学"), **{broken: "<w:open>"})
    assert typography_of(read_bytes(data, "试.docx")) is not None


def test_typography_is_not_handed_to_other_processes() -> None:
    made = source(p("学"))
    assert typography_of(made) is not None
    copied = pickle.loads(pickle.dumps(made))
    assert copied == made
    assert typography_of(copied) is None


BREAK = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        (p("正文。") + p("附件"), [False, False]),
        (p("正文。") + f"<w:p>{BREAK}</w:p>" + p("附件"), [False, True]),
        (f"<w:p>{r('正文。')}{BREAK}</w:p>" + p("附件") + p("清单"), [False, True, False]),
        (p("正文。") + f"<w:p>{BREAK}{r('附件')}</w:p>", [False, True]),
        (f"<w:p>{r('正文。')}{BREAK}{r('又一页。')}</w:p>" + p("附件"), [False, False]),
        (p("正文。", properties=SECTION) + p("附件"), [False, True]),
        (p("正文。") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>附件</w:t></w:r></w:p>", [False, True]),
        (p("正文。") + "<w:p><w:r><w:br/><w:t>附件</w:t></w:r></w:p>", [False, False]),
    ],
)  # fmt: skip
def test_paragraph_that_opens_a_page_is_known(body: str, starts: list[bool]) -> None:
    found = [
        each
        for each in typography(body).paragraphs
        if each.runs and each.span.of(source(body).text).strip()
    ]
    assert [each.starts_page for each in found] == starts
