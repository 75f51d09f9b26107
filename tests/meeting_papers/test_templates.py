"""A unit's own Word file with named places: filled where they stand, its look kept."""

from __future__ import annotations

import io

import pytest
from docx import Document

from duizhao import api
from duizhao.meeting_papers import PaperFact, meeting_papers

FACTS = {
    "单位": PaperFact(("云溪县水务局",)),
    "会议名称": PaperFact(("2026年度民主生活会",)),
    "谈话次数": PaperFact(("12",), "谈心谈话"),
    "会议决定": PaperFact(("一是年底前修好三号闸。", "二是水表换新，每户有回音。")),
}


def word_file(*lines: str, header: str = "") -> bytes:
    document = Document()
    for line in lines:
        paragraph = document.add_paragraph()
        # As Word does it: a place stands in several runs, one of them bold.
        for part in line.split("|"):
            paragraph.add_run(part).bold = part.startswith("{{")
    if header:
        document.sections[0].header.paragraphs[0].text = header
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "谈话", "{{谈话次数}} 次"
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def lines_of(data: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(data)).paragraphs]


def test_places_are_filled_where_they_stand() -> None:
    data = word_file("{{单|位}}的{{会议名称}}", "决定如下：", "{{会议决定}}", "（完）")
    made = api.fill_template(data, "本单位的报告.docx", FACTS)
    assert lines_of(made.data) == [
        "云溪县水务局的2026年度民主生活会",
        "决定如下：",
        "一是年底前修好三号闸。",
        "二是水表换新，每户有回音。",
        "（完）",
    ]
    table = Document(io.BytesIO(made.data)).tables[0]
    assert table.cell(0, 1).text == "12 次"


def test_place_at_the_end_takes_several_paragraphs() -> None:
    document = Document()
    document.add_paragraph("决定：")
    document.add_paragraph("{{会议决定}}")
    kept = io.BytesIO()
    document.save(kept)
    made = api.fill_template(kept.getvalue(), "甲.docx", FACTS)
    assert lines_of(made.data)[1:] == ["一是年底前修好三号闸。", "二是水表换新，每户有回音。"]


def test_what_is_not_known_is_left_to_be_written() -> None:
    made = api.fill_template(word_file("主题：{{会议主题}}"), "甲.docx", FACTS)
    assert lines_of(made.data)[0] == "主题：____（会议主题）"
    assert [each.name for each in made.filled.blanks] == ["会议主题"]


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (word_file("{{会义名称}}"), "甲.docx", "{{会义名称}}（是不是{{会议名称}}？）"),
        (word_file("{{单位}}", header="{{年度}}"), "甲.docx", "页眉、页脚、脚注里的填写处填不了"),
        (b"not a Word file", "甲.docx", "甲.docx"),
        (b"", "甲.doc", "另存为 .docx"),
    ],
)
def test_template_that_cannot_be_filled_says_why(data: bytes, name: str, says: str) -> None:
    with pytest.raises(api.DuizhaoError) as fault:
        api.read_template(data, name)
    assert says in str(fault.value)


def test_file_without_places_is_no_template() -> None:
    document = Document()
    document.add_paragraph("没有填写处")
    kept = io.BytesIO()
    document.save(kept)
    with pytest.raises(api.DuizhaoError, match="这样的填写处"):
        api.read_template(kept.getvalue(), "甲.docx")


@pytest.mark.parametrize("id", meeting_papers())
def test_our_papers_are_typeset_and_what_is_missing_is_found_by_a_check(id: str) -> None:
    filled = api.fill(meeting_papers()[id].text, FACTS)
    made = api.Typesetter().typeset(api.Source(filled.text.strip("\n"), name="甲"))
    source = api.read_bytes(made.data, "甲.docx", "docx")
    assert "云溪县水务局" in source.text
    assert "{{" not in source.text
    findings = api.default_checker().check(source).findings
    blanks = [each for each in findings if each.code == "DZ301"]
    assert len(blanks) >= len(filled.blanks) > 0
