"""PDF → Source: paragraphs, what is left out and kept as an aside, and files that hold no text."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

pytest.importorskip("pypdfium2")

from tests.read.made_pdf import PITCH, drawn, package, pdf, typed

from duizhao import api, read
from duizhao.errors import MissingTool, UnreadableDocument
from duizhao.read import pdf as module
from duizhao.text import AsideKind, Source

FIRST = (
    "我分管的城市绿化工作检查不细，全年十二个街区只到过五个，其余七个是看照片验收的，"
    "居民说树死了一半，我到十月才知道，错过了补种的季节。"
)
SECOND = "学习跟着会议走，会前翻一翻，会后放一放，一年里完整读完的只有两本书。"


def read_pdf(data: bytes) -> Source:
    return module.read_pdf(io.BytesIO(data), "材料.pdf")


def fault(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as raised:
        read_pdf(data)
    return raised.value.reason


def test_lines_of_a_paragraph_are_joined_without_blanks() -> None:
    source = read_pdf(pdf(typed(FIRST, SECOND, FIRST)))
    assert source.text.split("\n") == [FIRST, SECOND, FIRST]
    assert source.format == "pdf"


def test_paragraph_goes_on_over_the_page_number() -> None:
    lines = typed(FIRST, SECOND, FIRST, FIRST)
    pages = [lines[:5], [(x, y + 5 * PITCH, text) for x, y, text in lines[5:]]]
    number = [(280.0, 50.0, f"— {at} —") for at in (1, 2)]
    source = read_pdf(pdf([*pages[0], number[0]], [*pages[1], number[1]]))
    assert source.text.split("\n") == [FIRST, SECOND, FIRST, FIRST]
    assert [(each.kind, each.text) for each in source.asides] == [(AsideKind.FOOTER, "— 1 —")]


def test_running_head_is_kept_as_an_aside() -> None:
    head = (80.0, 800.0, "园林局内部资料")
    source = read_pdf(pdf([head, *typed(FIRST)], [head, *typed(SECOND)], [head, *typed(FIRST)]))
    assert source.text.split("\n") == [FIRST, SECOND, FIRST]
    assert [(each.kind, each.text) for each in source.asides] == [
        (AsideKind.HEADER, "园林局内部资料")
    ]


def test_running_foot_close_under_a_full_page_is_none_of_its_text() -> None:
    foot = (80.0, 60.0, "园林局内部资料")
    full = [(x, y - 29, text) for x, y, text in typed(*[SECOND] * 12, top=785)]
    source = read_pdf(pdf([foot, *full], [foot, *typed(SECOND)], [foot, *typed(FIRST)]))
    assert source.text.split("\n") == [SECOND] * 13 + [FIRST]


def test_title_of_each_statement_in_one_file_stays_text() -> None:
    title = (200.0, 760.0, "个人对照检查材料")
    source = read_pdf(pdf([title, *typed(FIRST, top=731)], [title, *typed(SECOND, top=731)]))
    assert source.text.split("\n") == ["个人对照检查材料", FIRST, "个人对照检查材料", SECOND]


def test_words_at_the_edge_of_one_page_stay_text() -> None:
    source = read_pdf(pdf([(80, 800, "附件一"), *typed(FIRST), (80, 60, "填表人：李宏")]))
    assert source.text.split("\n") == ["附件一", FIRST, "填表人：李宏"]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = [(x, y, text) for x, y, text in typed(*[FIRST[:40]] * 8) if y > 100]
    narrow = [(60 + (x - 80) / 2, y, text[:13]) for x, y, text in lines]
    other = [(320 + (x - 80) / 2, y, text[:13]) for x, y, text in lines]
    source = read_pdf(pdf([*narrow, *other]))
    half = source.text.split("\n")
    assert half[: len(half) // 2] == half[len(half) // 2 :]


def test_cells_of_a_table_are_lines() -> None:
    row = [
        (80.0, 700.0, "姓名"),
        (200.0, 700.0, "陈立"),
        (320.0, 700.0, "职务"),
        (440.0, 700.0, "科长"),
    ]
    assert read_pdf(pdf(row)).text.split("\n") == ["姓名", "陈立", "职务", "科长"]


def test_title_and_date_keep_their_lines() -> None:
    title = [(200.0, 780.0, "个人对照检查材料"), (240.0, 750.0, "陈　立")]
    end = [(380.0, 300.0, "陈　立"), (350.0, 271.0, "二〇二四年一月八日")]
    source = read_pdf(pdf([*title, *typed(FIRST), *end]))
    assert source.text.split("\n") == [
        "个人对照检查材料",
        "陈　立",
        FIRST,
        "陈　立",
        "二〇二四年一月八日",
    ]


def test_room_around_figures_is_no_blank() -> None:
    placed = [(80.0, 700.0, "共有"), (116.0, 700.0, "12"), (152.0, 700.0, "份额")]
    assert read_pdf(pdf(placed)).text == "共有12份额"


def test_characters_lost_for_lack_of_a_font_are_not_passed_over() -> None:
    assert "没有带上它的字体" in fault(pdf([(80, 700, "共有"), (116, 700, "份")]))


def test_radicals_become_the_characters_they_stand_for() -> None:
    assert read_pdf(pdf([(80, 700, "⼀、⽬标不⾼")])).text == "一、目标不高"


def test_each_piece_knows_its_page_and_line() -> None:
    source = read_pdf(pdf(typed(FIRST), typed(SECOND)))
    at = source.text.index("一年里")
    origin = source.origin(at)
    assert origin is not None
    assert (origin.part, origin.paragraph) == ("第 2 页", 1)
    assert "".join(source.text[each.span.start : each.span.end] for each in source.origins) == (
        source.text
    )


def test_scan_is_told_apart() -> None:
    assert fault(pdf([], [], pictures=1)) == "这是扫描件，没有文字；请用原来的 Word 文件"
    assert fault(pdf([])) == "PDF 里没有文字；请用原来的 Word 文件"


def test_pictures_beside_text_are_asides() -> None:
    source = read_pdf(pdf(typed(FIRST), pictures=2))
    assert [each.kind for each in source.asides] == [AsideKind.PICTURE] * 2


def test_shapes_without_characters_are_refused() -> None:
    private = "".join(chr(0xE000 + at) for at in range(20))
    assert "乱码" in fault(pdf([(80, 700, private)]))


@pytest.mark.parametrize("size", [9, 300, 900])
def test_broken_file_says_so_in_one_line(size: int) -> None:
    assert fault(pdf(typed(FIRST))[:size]).startswith("PDF 已损坏或不完整")


def test_encrypted_file_says_so() -> None:
    locked = b"<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>"
    data = package([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", locked])
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]")
    assert fault(data) == "文件已加密，请先解除密码"


def test_hostile_pages_end_in_one_line() -> None:
    bomb = drawn([zlib.compress(bytes(400_000_000))], "/DecodeParms[null null]").replace(
        b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]"
    )
    assert "没有读完" in fault(bomb)
    kids = b"<</Type/Pages/Kids[" + b"3 0 R " * 2_000 + b"]/Count 2000>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    assert "太长" in fault(package([b"<</Type/Catalog/Pages 2 0 R>>", kids, page]))


def test_waiting_ends() -> None:
    with pytest.raises(UnreadableDocument, match="没有读完"):
        module.read_pdf(io.BytesIO(pdf(typed(FIRST))), "材料.pdf", seconds=0.0)


def test_folder_is_walked_for_pdf_where_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "材料.pdf"
    file.write_bytes(pdf(typed(FIRST)))
    assert list(read.walk([tmp_path])) == [file]
    monkeypatch.setattr(sys.modules["duizhao.read.walk"], "reads_pdf", lambda: False)
    monkeypatch.setattr(module, "reads_pdf", lambda: False)
    assert list(read.walk([tmp_path])) == []
    with pytest.raises(MissingTool, match="pypdfium2"):
        read.read(file)


def test_print_of_a_word_file_is_not_read_beside_it(tmp_path: Path) -> None:
    for name in ("甲.docx", "甲.pdf", "乙.PDF"):
        (tmp_path / name).write_bytes(pdf(typed(FIRST)))
    assert [each.name for each in read.walk([tmp_path])] == ["乙.PDF", "甲.docx"]
    assert list(read.walk([tmp_path / "甲.pdf"])) == [tmp_path / "甲.pdf"]


def test_file_is_read_by_its_path_and_has_no_package(tmp_path: Path) -> None:
    file = tmp_path / "材料.pdf"
    file.write_bytes(pdf(typed(FIRST)))
    source, package = read.read_with_package(file)
    assert (source.text, package) == (FIRST, None)
    assert read.read(file).path == file


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_what_libreoffice_prints_is_read_to_the_letter(tmp_path: Path) -> None:
    text = Path(__file__).resolve().parents[2] / "examples" / "good.txt"
    word = tmp_path / "good.docx"
    word.write_bytes(api.Typesetter().typeset(read.read(text)).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, word],
        check=True,
        capture_output=True,
        timeout=120,
    )
    printed = read.read(tmp_path / "good.pdf")
    original = read.read(word)
    assert _plain(printed.text) == _plain(original.text)
    assert len(printed.text.split("\n")) - len(original.text.split("\n")) in (0, 1)


def _plain(text: str) -> str:
    return "".join(text.split())
