"""A package is changed where it is asked for, and nowhere else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from duizhao.errors import UnreadableDocument
from duizhao.office.new_package import content_types, relationships, write_package
from duizhao.office.package import Package
from duizhao.office.package_edit import PackageEdit

TYPE = "application/xml"
MAIN = "word/document.xml"
PARTS = {
    "[Content_Types].xml": content_types([(MAIN, TYPE), ("word/styles.xml", TYPE)]),
    "_rels/.rels": relationships([("rId1", "officeDocument", MAIN)]),
    MAIN: "<document>学习</document>",
    "word/_rels/document.xml.rels": relationships([("rId1", "styles", "styles.xml")]),
    "word/styles.xml": "<styles/>",
}


def opened(data: bytes) -> Package:
    return Package(io.BytesIO(data), "试.docx")


def changed(change: Callable[[PackageEdit], object], parts: dict[str, str] | None = None) -> bytes:
    """A package after a change."""
    edit = PackageEdit(opened(write_package(parts or PARTS)))
    change(edit)
    return edit.to_bytes()


def packed(data: bytes) -> dict[str, bytes]:
    """Each part as the zip holds it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    return {
        info.filename: data[info.header_offset : info.header_offset + info.compress_size]
        for info in infos
    }


def test_parts_that_do_not_change_keep_their_bytes() -> None:
    before = write_package(PARTS)
    after = changed(lambda edit: edit.put(MAIN, b"<document/>"))
    assert {name: part for name, part in packed(after).items() if name != MAIN} == {
        name: part for name, part in packed(before).items() if name != MAIN
    }
    assert opened(after).read(MAIN) == b"<document/>"


def test_nothing_changed_gives_the_same_bytes() -> None:
    assert changed(lambda edit: None) == write_package(PARTS)


def test_other_programs_can_open_the_result() -> None:
    after = changed(lambda edit: edit.put("word/新.xml", b"<new/>"))
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.testzip() is None
        assert archive.read("word/新.xml") == b"<new/>"


def test_new_part_is_declared_and_related_once() -> None:
    def add(edit: PackageEdit) -> None:
        edit.put("word/comments.xml", b"<comments/>")
        for _ in range(2):
            edit.declare("word/comments.xml", TYPE)
        assert edit.relate(MAIN, "comments", "word/comments.xml") == "rId2"

    after = opened(changed(add))
    assert (after.read("[Content_Types].xml") or b"").count(b"/word/comments.xml") == 1
    assert [(each.kind, each.target) for each in after.relationships(MAIN)] == [
        ("styles", "word/styles.xml"),
        ("comments", "word/comments.xml"),
    ]


def test_dropped_part_goes_with_its_type_and_its_relationship() -> None:
    after = opened(changed(lambda edit: edit.drop(MAIN, "word/styles.xml")))
    assert after.read("word/styles.xml") is None
    assert b"styles" not in (after.read("[Content_Types].xml") or b"")
    assert after.relationships(MAIN) == []


def test_name_of_a_new_part_is_free_in_any_case() -> None:
    edit = PackageEdit(opened(write_package(PARTS | {"word/Comments.xml": "<comments/>"})))
    assert edit.free_name("word/comments.xml") == "word/comments2.xml"
    edit.put("word/comments2.xml", b"<comments/>")
    assert edit.free_name("word/comments.xml") == "word/comments3.xml"


def test_package_without_content_types_takes_no_new_part() -> None:
    bare = {name: part for name, part in PARTS.items() if name != "[Content_Types].xml"}
    with pytest.raises(UnreadableDocument, match="缺少内容类型表"):
        changed(lambda edit: edit.declare("word/comments.xml", TYPE), bare)
