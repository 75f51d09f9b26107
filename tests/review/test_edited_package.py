"""Words of a Word file edited, not tracked: the text is the edited one, the rest stays as it was."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from bodies import Made, documents
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing import appearance
from test_changes import CASES

from duizhao.api.text_edit import edits_between
from duizhao.errors import UnreadableDocument
from duizhao.office.xml_text import storable
from duizhao.read import read_bytes
from duizhao.review import edit_package
from duizhao.text import Edit, Span, apply
from read.made import docx, p, r
from valid import brought_in


def edited(data: bytes, edits: list[Edit]) -> bytes:
    made = edit_package(data, read_bytes(data, "试.docx"), edits)
    assert made.left == ()
    return made.data


def main_part(data: bytes) -> str:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()


@pytest.mark.parametrize("case", CASES)
def test_text_is_the_edited_one_and_nothing_is_tracked(case: str) -> None:
    body, edits = CASES[case]
    data = docx(body)
    made = edited(data, edits)
    assert read_bytes(made).text == apply(read_bytes(data).text, edits)
    tracked = re.compile(r"<w:(ins|del)[ >]")
    assert len(tracked.findall(main_part(made))) <= 2 * len(tracked.findall(main_part(data)))


def test_look_of_every_other_character_stays() -> None:
    data = docx(p(r("服务于", "<w:b/>"), r("部职工", "<w:i/>")))
    before, after = appearance(data), appearance(edited(data, [Edit(Span(2, 3), "干")]))
    assert before[:2] == after[:2]
    assert before[3:] == after[3:]
    assert after[2][1:] == before[2][1:]


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (Edit(Span(2, 2), "新\n"), "甲\n新\n乙\n丙"),
        (Edit(Span(0, 0), "新\n"), "新\n甲\n乙\n丙"),
        (Edit(Span(5, 5), "\n新\n又"), "甲\n乙\n丙\n新\n又"),
        (Edit(Span(2, 4), ""), "甲\n丙"),
        (Edit(Span(3, 5), ""), "甲\n乙"),
        (Edit(Span(2, 2), "\n"), "甲\n\n乙\n丙"),
    ],
)
def test_whole_lines_are_paragraphs(edit: Edit, text: str) -> None:
    data = docx(p("甲") + p("乙") + p("丙"))
    made = edited(data, [edit])
    assert read_bytes(made).text == text
    assert main_part(made).count("<w:p>") == text.count("\n") + 1


def test_paragraph_comes_before_the_only_one() -> None:
    assert read_bytes(edited(docx(p("甲")), [Edit(Span(0, 1), "\n甲")])).text == "\n甲"


def test_new_paragraph_has_the_look_of_its_neighbour() -> None:
    look = '<w:pPr><w:ind w:firstLine="640"/><w:rPr><w:b/></w:rPr></w:pPr>'
    data = docx(f"<w:p>{look}{r('甲', '<w:i/>')}</w:p>" + p("乙"))
    made = main_part(edited(data, [Edit(Span(2, 2), "新\n")]))
    assert made.count('<w:ind w:firstLine="640"/>') == 2
    assert made.count("<w:rPr><w:i/></w:rPr>") == 2


@pytest.mark.parametrize(
    ("body", "edit"),
    [
        (p("甲") + p("乙"), Edit(Span(1, 2), "")),
        ("<w:p><w:r><w:t>甲</w:t><w:drawing/></w:r></w:p>" + p("乙"), Edit(Span(0, 2), "")),
    ],
)
def test_what_finds_no_place_is_left_out(body: str, edit: Edit) -> None:
    data = docx(body)
    source = read_bytes(data, "试.docx")
    made = edit_package(data, source, [edit])
    assert made.left == (edit,)
    assert read_bytes(made.data).text == source.text


@settings(max_examples=25)
@given(documents(), st.data())
def test_any_edits_give_their_text_and_valid_word_files(made: Made, data: st.DataObject) -> None:
    package = made.data
    source = read_bytes(package, "试.docx")
    length = len(source.text)
    cuts = sorted(data.draw(st.lists(st.integers(0, length), max_size=8, unique=True)))
    edits = [
        Edit(Span(a, b), data.draw(st.text("子丑 \t<\n", max_size=3)))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    try:
        edited = edit_package(package, source, edits)
    except UnreadableDocument:
        return
    assert read_bytes(edited.data).text == storable(apply(source.text, edited.made))
    assert brought_in(edited.data, package) == set()


@settings(max_examples=15)
@given(documents(), st.data())
def test_any_typed_text_is_written_or_refused(made: Made, data: st.DataObject) -> None:
    package = made.data
    source = read_bytes(package, "试.docx")
    lines = source.text.split("\n")
    at = data.draw(st.integers(0, len(lines)))
    new = data.draw(st.lists(st.text("子丑，", max_size=4), max_size=2))
    lines[at : at + data.draw(st.integers(0, 2))] = new
    typed = "\n".join(lines)
    try:
        edited = edit_package(package, source, edits_between(source.text, typed))
    except UnreadableDocument:
        return
    assert edited.left or read_bytes(edited.data).text == storable(typed)
    assert brought_in(edited.data, package) == set()
