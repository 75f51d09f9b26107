"""Pictures of a Word file stand where they stood, the same bytes, scaled down at most; what cannot come is named."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.shared import Mm
from printed import needs_poppler
from rendered import needs, to_pdf
from word_files import W, bitmap, body, media, new, png, saved, typeset, words

from duizhao import api
from duizhao.typeset.pdf.pictures import MAX_PIXELS
from valid import faults

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def millimetres(found: object) -> list[tuple[float, float]]:
    return [
        (int(each.get("cx")) / 36000, int(each.get("cy")) / 36000)
        for each in found.iter(f"{WP}extent")  # type: ignore[attr-defined]
    ]


def with_picture(document: object, data: bytes, **size: int) -> None:
    document.add_paragraph().add_run().add_picture(io.BytesIO(data), **size)  # type: ignore[attr-defined]


def test_picture_keeps_its_bytes_and_is_scaled_down_to_the_type_area(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("现场照片如下：")
    wide, small = png(300, 100), png(30, 20, 90)
    with_picture(document, wide, width=Mm(240))
    with_picture(document, small, width=Mm(40))
    document.add_paragraph("照片为2024年4月所摄。")
    made = typeset(saved(document, tmp_path))
    assert media(made.data) == [wide, small]
    (first, second) = millimetres(body(made.data))
    assert first == pytest.approx((156, 52), abs=0.1)
    assert second == pytest.approx((40, 26.7), abs=0.1)
    assert "图片 2 张留在原处" in made.notes
    assert made.before == made.after
    assert faults(made.data) == set()


def test_picture_among_words_stays_between_them(tmp_path: Path) -> None:
    document = new()
    paragraph = document.add_paragraph("签到表上的")
    paragraph.add_run().add_picture(io.BytesIO(png(20, 20)), width=Mm(6))
    paragraph.add_run("记号表示缺席。")
    made = typeset(saved(document, tmp_path))
    line = next(each for each in body(made.data).iter(f"{W}p") if "记号" in words(each))
    shown = [
        "图" if each.tag == f"{W}drawing" else each.text
        for each in line.iter(f"{W}t", f"{W}drawing")
    ]
    assert shown == ["签到表上的", "图", "记号表示缺席。"]
    # A line of exact height would cut the picture off.
    assert line.find(f".//{W}spacing").get(f"{W}lineRule") == "atLeast"


def test_floating_picture_gets_a_line_of_its_own(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("活动情况见图。").add_run().add_picture(
        io.BytesIO(png(20, 20)), width=Mm(50)
    )
    inline = next(document.element.body.iter(f"{WP}inline"))
    inline.tag = f"{WP}anchor"
    made = typeset(saved(document, tmp_path))
    line = next(body(made.data).iter(f"{W}drawing")).getparent().getparent()
    assert words(line) == ""
    assert words(line.getprevious()) == "活动情况见图。"
    assert line.find(f".//{W}jc").get(f"{W}val") == "center"
    assert "浮动的图片 1 张改为单独占一行，居中，请核对位置" in made.notes


def test_seal_stands_behind_the_date_that_it_covers(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("一、存在的问题")
    document.add_paragraph("服务不够主动。")
    document.add_paragraph("沈若梅").add_run().add_picture(io.BytesIO(png(20, 20)), width=Mm(40))
    next(document.element.body.iter(f"{WP}inline")).tag = f"{WP}anchor"
    document.add_paragraph("2024年5月6日")
    found = body(typeset(saved(document, tmp_path)).data)
    styles = [each.get(f"{W}val") for each in found.iter(f"{W}pStyle")]
    assert styles[-3:] == ["Signature", "Date", "BodyText"]


def test_picture_in_a_header_is_named_and_a_page_number_is_not(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("情况如下。")
    section = document.sections[0]
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(png(20, 20)))
    section.footer.paragraphs[0].text = "— 3 —"
    notes = typeset(saved(document, tmp_path)).notes
    assert notes == ("页眉、页脚里有 1 张图片（如徽标、水印）没有带过来",)


def test_text_without_its_file_names_what_it_has_lost(tmp_path: Path) -> None:
    document = new()
    with_picture(document, png(20, 20), width=Mm(40))
    source = api.read(saved(document, tmp_path))
    assert "图片 1 张没有带过来" in api.Typesetter().typeset(source).notes


def test_picture_in_a_cell_is_no_wider_than_the_cell(tmp_path: Path) -> None:
    document = new()
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    table.cell(0, 1).paragraphs[0].add_run().add_picture(io.BytesIO(png(20, 20)), width=Mm(100))
    ((width, height),) = millimetres(body(typeset(saved(document, tmp_path)).data))
    assert width == height == pytest.approx(156 / 4 - 2 * 1.9, abs=0.1)


def test_cut_and_turned_picture_stays_cut_and_turned(tmp_path: Path) -> None:
    document = new()
    with_picture(document, png(40, 40), width=Mm(40))
    blip = next(document.element.body.iter(f"{A}blip"))
    blip.addnext(parse_xml(f'<a:srcRect xmlns:a="{DRAWING}/main" l="25000" b="50000"/>'))
    next(document.element.body.iter(f"{A}xfrm")).set("rot", "5400000")
    file = saved(document, tmp_path)
    found = body(typeset(file).data)
    assert dict(next(found.iter(f"{A}srcRect")).attrib) == {"l": "25000", "b": "50000"}
    assert next(found.iter(f"{A}xfrm")).get("rot") == "5400000"
    assert typeset(file, "pdf").data.startswith(b"%PDF")


@needs_poppler
def test_pdf_shows_pictures_and_names_those_it_cannot(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("照片如下。")
    with_picture(document, png(300, 200), width=Mm(60))
    with_picture(document, bitmap(30, 20), width=Mm(60))
    made = typeset(saved(document, tmp_path), "pdf")
    pdf = tmp_path / "成品.pdf"
    pdf.write_bytes(made.data)
    listed = subprocess.run(
        ["pdfimages", "-list", str(pdf)], capture_output=True, text=True, check=True
    ).stdout
    assert re.findall(r"image\s+(\d+)\s+(\d+)", listed) == [("300", "200")]
    assert "图片 1 张留在原处" in made.notes
    assert [note for note in made.notes if "BMP" in note] == [
        "有 1 张图片（EMF、WMF、BMP、TIFF）排不进 PDF，没有带过来；请换成 PNG，或排成 .docx"
    ]


def test_broken_picture_and_one_of_too_many_pixels_stay_out_of_the_pdf(tmp_path: Path) -> None:
    document = new()
    document.add_paragraph("照片如下。")
    side = int(MAX_PIXELS**0.5) + 1
    huge = png(1, 1).replace(b"\0\0\0\1\0\0\0\1", side.to_bytes(4, "big") * 2)
    whole = png(20, 20)
    for data in (whole[:43] + bytes(8) + whole[51:], huge):
        with_picture(document, data, width=Mm(30))
    file = saved(document, tmp_path)
    notes = typeset(file, "pdf").notes
    assert "有 1 张图片在文件里找不到或已损坏，没有带过来" in notes
    assert any(note.startswith("有 1 张图片像素过多") for note in notes)
    assert len(media(typeset(file).data)) == 2


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (f'<a:graphicData uri="{DRAWING}/chart"/>', "有 1 个图表没有带过来"),
        (f'<a:graphicData uri="{DRAWING}/diagram"/>', "有 1 个 SmartArt 图形没有带过来"),
        (f'<a:graphicData uri="{DRAWING}/wordprocessingShape"/>', "有 1 个手绘图形"),
        (
            f'<a:graphicData uri="{DRAWING}/picture"><a:blip r:link="rId1"/></a:graphicData>',
            "有 1 张图片只是链接",
        ),
        (
            f'<a:graphicData uri="{DRAWING}/picture"><a:blip r:embed="rId99"/></a:graphicData>',
            "有 1 张图片只是链接",
        ),
    ],
)
def test_what_cannot_be_kept_is_named(inner: str, said: str, tmp_path: Path) -> None:
    document = new()
    run = document.add_paragraph("情况如下。").add_run()
    run._r.append(parse_xml(
        f'<w:drawing xmlns:w="{W[1:-1]}" xmlns:wp="{WP[1:-1]}" xmlns:a="{DRAWING}/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline>'
        f'<wp:extent cx="1" cy="1"/><a:graphic>{inner}</a:graphic></wp:inline></w:drawing>'
    ))  # fmt: skip
    assert any(said in note for note in typeset(saved(document, tmp_path)).notes)


def test_text_box_and_embedded_object_are_named(tmp_path: Path) -> None:
    document = new()
    run = document.add_paragraph("情况如下。").add_run()
    office = "urn:schemas-microsoft-com"
    names = f'xmlns:w="{W[1:-1]}" xmlns:v="{office}:vml" xmlns:o="{office}:office:office"'
    run._r.append(parse_xml(
        f"<w:pict {names}><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict>"
    ))  # fmt: skip
    run._r.append(parse_xml(f'<w:object {names}><v:shape/><o:OLEObject Type="Embed"/></w:object>'))
    made = typeset(saved(document, tmp_path))
    assert any("有 1 个文本框" in note for note in made.notes)
    assert any("有 1 个嵌入对象" in note for note in made.notes)
    assert "框里的话。" in words(body(made.data))


@pytest.mark.libreoffice
def test_libreoffice_shows_the_picture_in_its_full_height(tmp_path: Path) -> None:
    needs("soffice", "pdftoppm")
    document = new()
    document.add_paragraph("照片如下。")
    with_picture(document, png(100, 50), width=Mm(100))
    file = tmp_path / "成品.docx"
    file.write_bytes(typeset(saved(document, tmp_path)).data)
    pdf = to_pdf(file, tmp_path / "profile")
    drawn = subprocess.run(
        ["pdftoppm", "-r", "25.4", str(pdf)], capture_output=True, check=True
    ).stdout
    _, _, _, pixels = drawn.split(b"\n", 3)
    red = sum(pixels[at] > 150 and pixels[at + 1] < 100 for at in range(0, len(pixels), 3))
    assert red == pytest.approx(100 * 50, rel=0.05)
