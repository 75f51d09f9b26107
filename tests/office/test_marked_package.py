"""What duizhao wrote is known by a custom property, and so is any change to it."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from duizhao import __version__, api
from duizhao.office.marked_package import read_mark, with_mark
from duizhao.office.new_package import content_types, relationships, write_package
from duizhao.office.package import Package
from duizhao.office.package_edit import PackageEdit
from duizhao.output_mark import OutputKind, OutputMark
from read.made import docx as made_docx
from read.made import p
from valid import brought_in

REVIEWED = OutputMark(OutputKind.REVIEWED_COPY, __version__, is_changed=False)
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@pytest.fixture(scope="module")
def statement() -> bytes:
    """A Word file of a person's."""
    return made_docx(p("个人对照检查材料"))


def with_properties(data: bytes, xml: str) -> bytes:
    """A package with its own custom properties."""
    edit = PackageEdit(Package(BytesIO(data), ""))
    edit.relate("", "custom-properties", "docProps/custom.xml")
    edit.declare(
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )
    edit.put("docProps/custom.xml", xml.encode())
    return edit.to_bytes()


def mark_in(data: bytes) -> OutputMark | None:
    """The mark of a file that holds these bytes."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "甲")
        file.write_bytes(data)
        return read_mark(file)


def part(data: bytes, name: str) -> str:
    return ZipFile(BytesIO(data)).read(name).decode()


def test_mark_names_the_kind_and_the_version(statement: bytes, tmp_path: Path) -> None:
    file = tmp_path / "甲.docx"
    file.write_bytes(with_mark(statement, OutputKind.REVIEWED_COPY))
    assert read_mark(file) == REVIEWED
    assert brought_in(file.read_bytes(), statement) == set()


def test_a_file_of_another_hand_has_no_mark(statement: bytes, tmp_path: Path) -> None:
    for name, data in {
        "甲.docx": statement,
        "乙.docx": b"PK",
        "丙.docx": b"",
        "丁.txt": b"duizhao",
    }.items():
        (tmp_path / name).write_bytes(data)
        assert read_mark(tmp_path / name) is None
    assert read_mark(tmp_path) is None
    assert read_mark(tmp_path / "没有.docx") is None


def test_a_second_mark_takes_the_place_of_the_first(statement: bytes) -> None:
    once = with_mark(statement, OutputKind.TYPESET)
    again = with_mark(once, OutputKind.REVIEWED_COPY)
    assert mark_in(again) == REVIEWED
    assert part(again, "docProps/custom.xml").count("<property ") == 1
    assert with_mark(again, OutputKind.REVIEWED_COPY) == again


@pytest.mark.parametrize("prefix", ["", "op:"])
def test_other_properties_stay(statement: bytes, prefix: str) -> None:
    space = f'xmlns{":op" if prefix else ""}="{CUSTOM}" xmlns:vt="{TYPES}"'
    own = (
        f'<{prefix}property fmtid="{USER_DEFINED}" pid="7" name="密级">'
        f"<vt:lpwstr>内部 &amp; 工作</vt:lpwstr></{prefix}property>"
    )
    given = with_properties(statement, f"<{prefix}Properties {space}>{own}</{prefix}Properties>")
    marked = with_mark(given, OutputKind.REVIEWED_COPY)
    assert mark_in(marked) == REVIEWED
    assert own in part(marked, "docProps/custom.xml")
    assert 'pid="8" name="duizhao"' in part(marked, "docProps/custom.xml")
    assert mark_in(given) is None
    assert brought_in(marked, given) == set()


def test_words_of_a_person_under_our_name_are_no_mark(statement: bytes) -> None:
    for words in ("", "duizhao", "duizhao 9.9 剧本 0123456789abcdef"):
        given = with_properties(
            statement,
            f'<Properties xmlns="{CUSTOM}" xmlns:vt="{TYPES}"><property fmtid="{USER_DEFINED}" pid="2"'
            f' name="duizhao"><vt:lpwstr>{words}</vt:lpwstr></property></Properties>',
        )
        assert mark_in(given) is None


def test_a_change_in_word_is_seen(statement: bytes) -> None:
    document, saved = (
        docx.Document(BytesIO(with_mark(statement, OutputKind.REVIEWED_COPY))),
        BytesIO(),
    )
    document.paragraphs[0].add_run("（二稿）")
    document.save(saved)
    mark = mark_in(saved.getvalue())
    assert mark is not None
    assert (mark.kind, mark.is_changed) == (OutputKind.REVIEWED_COPY, True)


def test_a_cell_filled_in_is_seen() -> None:
    made = api.render_ledger(api.assemble_ledger([]))
    mark = mark_in(made)
    assert mark == OutputMark(OutputKind.LEDGER, __version__, is_changed=False)
    book, saved = openpyxl.load_workbook(BytesIO(made)), BytesIO()
    book.active["A3"] = "张三"
    book.save(saved)
    mark = mark_in(saved.getvalue())
    assert mark is not None
    assert mark.is_changed


def test_a_change_of_title_alone_is_no_change_of_what_was_written() -> None:
    core = "<coreProperties><title>一稿</title></coreProperties>"
    given = made_docx(p("个人对照检查材料"), **{"docProps/core.xml": core})
    edit = PackageEdit(Package(BytesIO(with_mark(given, OutputKind.REVIEWED_COPY)), ""))
    edit.put("docProps/core.xml", core.replace("一稿", "二稿").encode())
    assert mark_in(edit.to_bytes()) == REVIEWED


def test_strict_packages_are_marked_in_their_own_words() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    given = write_package(
        {
            "[Content_Types].xml": content_types([("word/document.xml", kind)]),
            "_rels/.rels": relationships([("rId1", "officeDocument", "word/document.xml")]).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships", strict
            ),
            "word/document.xml": "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>",
        }
    )
    marked = with_mark(given, OutputKind.REVIEWED_COPY)
    assert f"{strict}/customProperties" in part(marked, "_rels/.rels")
    assert "http://purl.oclc.org/ooxml/officeDocument/customProperties" in part(
        marked, "docProps/custom.xml"
    )
    assert mark_in(marked) == REVIEWED


def test_a_package_that_cannot_be_marked_stays_as_it_is(statement: bytes) -> None:
    broken = with_properties(statement, "<Properties")
    bare = write_package({"word/document.xml": "<x/>"})
    assert [with_mark(data, OutputKind.TYPESET) for data in (broken, bare)] == [broken, bare]


def test_everything_that_is_written_is_marked(tmp_path: Path) -> None:
    text = api.Source("个人对照检查材料\n一、存在的问题\n于部职工的意见听得少。\n")
    checker = api.Checker(api.Config())
    checked = checker.check(text)
    made = {
        OutputKind.REVIEWED_COPY: api.review_source(text, moment=datetime(2024, 5, 6)).data,
        OutputKind.TYPESET: api.Typesetter().typeset(text).data,
        OutputKind.FINDINGS: api.FORMATS["xlsx"].render(api.make_report([checked], checker.rules)),
        OutputKind.COMPARISON: api.write_versions(
            "xlsx", api.compare_versions(text, text), checker.by_code
        ),
    }
    for kind, data in made.items():
        assert isinstance(data, bytes)
        assert mark_in(data) == OutputMark(kind, __version__, is_changed=False)


def test_a_copy_that_takes_the_place_of_its_original_is_no_output(tmp_path: Path) -> None:
    file = tmp_path / "甲.docx"
    file.write_bytes(
        api.Typesetter().typeset(api.Source("个人对照检查材料\n于部职工的意见听得少。\n")).data
    )
    api.write_reviewed_copy(file, api.Checker(api.Config()), targets={file: file})
    mark = read_mark(file)
    assert mark is not None
    assert (mark.kind, mark.is_changed) == (OutputKind.TYPESET, True)
    assert mark.kind.is_material


def test_properties_without_end_are_not_read(statement: bytes, tmp_path: Path) -> None:
    bomb = with_properties(
        statement, f'<Properties xmlns="{CUSTOM}">{" " * 9_000_000}</Properties>'
    )
    (tmp_path / "甲.docx").write_bytes(bomb)
    assert read_mark(tmp_path / "甲.docx") is None
    assert with_mark(bomb, OutputKind.REVIEWED_COPY) == bomb
