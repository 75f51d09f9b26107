"""What we write into a Word file is what the schema of WordprocessingML allows there."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewing import finding, part, reviewed, with_part

from duizhao import api
from duizhao.read import read_bytes
from read.made import docx, p
from valid import brought_in, faults

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANTED = {
    "order": (
        "word/document.xml",
        b'<w:sz w:val="16"/><w:szCs w:val="16"/>',
        b'<w:szCs w:val="16"/><w:sz w:val="16"/>',
        "'sz'",
    ),
    "a required attribute": ("word/comments.xml", b' w:author="duizhao"', b"", "'author'"),
    "an unknown attribute": ("word/comments.xml", b'w:initials="DZ"', b'w:initial="DZ"', "'initial'"),
    "an unknown element": ("word/document.xml", b"<w:commentRangeStart ", b"<w:commentStart ", "'commentStart'"),
    "a date": ("word/comments.xml", b'w:date="2', b'w:date="x2', "dateTime"),
    "a comment that is not there": (
        "word/document.xml", b'<w:commentReference w:id="3"/>', b'<w:commentReference w:id="333"/>', "'333'"),
    "a relation without its part": (
        "word/_rels/document.xml.rels", b'Target="comments.xml"', b'Target="other.xml"', "other.xml"),
}  # fmt: skip


def small() -> bytes:
    data = docx(p("服务于部职工不够。"))
    source = read_bytes(data, "试.docx")
    return reviewed(data, [finding(source, word) for word in ("服务", "于部", "职工", "不够")]).data


@pytest.mark.parametrize("case", PLANTED)
def test_planted_fault_is_seen(case: str) -> None:
    name, right, wrong, said = PLANTED[case]
    data = part(small(), name)
    assert right in data
    found = faults(with_part(small(), data.replace(right, wrong, 1), name))
    assert any(said in fault.said for fault in found), found


def test_copy_without_a_planted_fault_has_none() -> None:
    assert faults(small()) == set()


@pytest.mark.parametrize("fix", [False, True])
@pytest.mark.parametrize("name", ["faulty.docx", "good.docx"])
def test_copy_of_a_word_file_brings_no_fault_in(name: str, fix: bool) -> None:
    made = api.review_file(EXAMPLES / name, api.Checker(), fix=fix).data
    assert brought_in(made, (EXAMPLES / name).read_bytes()) == set()


@pytest.mark.parametrize("fix", [False, True])
def test_copy_of_a_text_has_none(fix: bool) -> None:
    made = api.review_file(EXAMPLES / "faulty.txt", api.Checker(), fix=fix).data
    assert faults(made) == set()
