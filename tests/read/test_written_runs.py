"""Runs taken from the bytes of a part are the runs of its tree, also in files that are written unlike Word's."""

from __future__ import annotations

import pytest

from duizhao.office.typography import typography_of
from duizhao.read import read_bytes
from duizhao.read.written_runs import (
    MAX_KEPT,
    UNUSUAL_PARAGRAPH,
    WrittenParagraph,
    WrittenPart,
    WrittenRuns,
    written_part,
)
from duizhao.text import Source
from read.made import STRICT, WORD, document, docx, p, r, t

BOLD = "<w:b/><w:sz w:val='32'/>"
IN_BOX = p("文本框里的字", r("第二段", BOLD))
BODIES = {
    "usual": p(r("学习不够"), r("深入", BOLD)) + p("作风不实", r("。", "<w:sz w:val='28'/>")),
    "references": p(r("A&amp;B", BOLD), r("&#x5B66;习"), r("a &lt; b")),
    "without preserved blanks": "<w:p><w:r><w:t>学 习</w:t></w:r><w:r><w:t> </w:t></w:r></w:p>",
    "blanks at the ends": "<w:p><w:r><w:t> 学 习</w:t></w:r><w:r><w:t>作 </w:t></w:r></w:p>",
    "one character": "<w:p><w:r><w:t>学</w:t></w:r><w:r><w:t>习</w:t></w:r><w:r><w:t></w:t></w:r></w:p>",
    "line breaks": "<w:p><w:r><w:t>学\n习</w:t></w:r><w:r><w:t>作\r\n风</w:t></w:r></w:p>",
    "blanks in tags": f"<w:p><w:r\n><w:rPr >{BOLD}</w:rPr ><w:t >学习</w:t ></w:r ><w:r/></w:p>",
    "two texts": p(f"<w:r>{t('学')}{t('习')}</w:r>", r("作风", BOLD)),
    "properties behind": p(f"<w:r>{t('学习')}<w:rPr>{BOLD}</w:rPr></w:r>", "作风"),
    "properties changed": p(
        r("学习", f"{BOLD}<w:rPrChange w:author='甲'><w:rPr><w:i/></w:rPr></w:rPrChange>"), "作风"
    ),
    "sign of an end in a value": p(r("学习", "<w:rFonts w:ascii='/>'/><w:b/>"), "作风"),
    "run outside paragraph": r("学习", BOLD) + p("作风", r("不实", BOLD)),
    "run in a run": p(f"<w:r>{t('学习')}{r('作风', BOLD)}</w:r>", "担当"),
    "runs that no walk enters": p("学习", "<w:sdtPr>" + r("提示") + "</w:sdtPr>", r("作风", BOLD)),
    "runs in a break": p("学习", f"<w:r><w:br>{r('换行')}</w:br></w:r>", r("作风", BOLD)),
    "runs in a mark of a page": p(
        f"<w:r><w:lastRenderedPageBreak>{r('分页')}</w:lastRenderedPageBreak></w:r>", r("作", BOLD)
    ),
    "box": p("学习", f"<w:r><w:pict><v:x><w:txbxContent>{IN_BOX}</w:txbxContent></v:x></w:pict></w:r>", "完"),
    "alternatives": p(
        f"<mc:AlternateContent><mc:Choice Requires='far'>{r('新')}</mc:Choice>"
        f"<mc:Fallback>{r('旧', BOLD)}</mc:Fallback></mc:AlternateContent>",
        "作风",
    ),
    "changes": p("学习", f"<w:ins w:author='甲'>{r('好', BOLD)}</w:ins><w:del>{r('差')}</w:del>", "作风"),
    "hidden": p("学习", r("看不见", "<w:vanish/>"), "作风"),
    "page": p("<w:r><w:br w:type='page'/></w:r>") + p(r("\u3000"), r("学习", BOLD)),
    "another prefix": p("学习", f"<a:r xmlns:a='{WORD}'><a:t>作风</a:t></a:r>", r("担当", BOLD)),
    "both namespaces": p("学习", f"<a:r xmlns:a='{STRICT}'><a:t>作风</a:t></a:r>", r("担当")),
    "prefix of something else": p("学习") + f"<w:p xmlns:w='urn:x'>{r('别的')}</w:p>" + p("作风"),
    "character data": p("<w:r><w:t><![CDATA[<w:r><w:t>学习</w:t></w:r>]]></w:t></w:r>", "作风"),
}  # fmt: skip


SET_ALIKE = {
    "the same": ["<w:jc w:val='center'/>"] * 3,
    "none": ["", "<w:jc w:val='center'/>", ""],
    "a section in one": ["<w:jc w:val='right'/>", "<w:jc w:val='right'/><w:sectPr/>"] * 2,
    "deleted marks": ["", "<w:rPr><w:del w:author='甲'/></w:rPr>", "<w:rPr><w:del w:author='乙'/></w:rPr>", ""],
    "hidden marks": ["<w:rPr><w:vanish/></w:rPr>", "<w:rPr/>"] * 2,
    "more than are kept": [f"<w:ind w:left='{at % (MAX_KEPT + 3)}'/>" for at in range(2 * MAX_KEPT)],
}  # fmt: skip
BODIES |= {
    name: "".join(f"<w:p><w:pPr>{each}</w:pPr>{r('学习')}</w:p>" for each in looks)
    for name, looks in SET_ALIKE.items()
}


def read_all(content: Source) -> tuple[object, ...]:
    return content.text, content.origins, content.asides, typography_of(content)


@pytest.mark.parametrize("name", BODIES)
def test_runs_as_written_are_those_of_the_tree(name: str) -> None:
    # The reader leaves out comments, and a part with one is read from its tree alone.
    from_tree = read_bytes(docx(f"<!-- -->{BODIES[name]}"))
    assert read_all(read_bytes(docx(BODIES[name]))) == read_all(from_tree)
    assert "学" in from_tree.text or "作" in from_tree.text


def test_usual_paragraphs_are_matched_with_properties_and_texts_of_their_runs() -> None:
    matched = written_part(document(BODIES["usual"]).encode())
    assert matched is not None
    assert not matched.runs
    assert [properties for properties, _ in matched.paragraphs] == [b"", b""]
    assert [[(a.decode(), b.decode()) for _, a, b in each.runs] for each in matched.paragraphs] == [
        [("", "学习不够"), (BOLD, "深入")],
        [("", "作风不实"), ("<w:sz w:val='28'/>", "。")],
    ]


@pytest.mark.parametrize(
    "name", ["two texts", "references", "properties changed", "blanks in tags"]
)
def test_unusual_runs_are_counted_and_left_to_the_tree(name: str) -> None:
    matched = written_part(document(BODIES[name]).encode())
    assert matched is not None
    assert [*matched.paragraphs] == [UNUSUAL_PARAGRAPH]
    assert len(matched.runs) == sum(map(BODIES[name].count, ("<w:r>", "<w:r\n>", "<w:r/>")))
    assert not matched.runs[0][2]


PROPERTIES = "<w:pPr><w:jc w:val='center'/></w:pPr>"
MARK = "<w:proofErr w:type='spellStart'/>"
ONE = r("学习")


@pytest.mark.parametrize(
    ("body", "usual"),
    [
        (f"<w:p>{ONE}</w:p>", [1]),
        (f"<w:p w:rsidR='00A1'>{PROPERTIES}{ONE}{ONE}</w:p>", [2]),
        (f"<w:p>{PROPERTIES}{MARK}{ONE}{MARK}{MARK}{ONE}{MARK}</w:p>", [2]),
        (f"<w:p><w:bookmarkStart w:id='0' w:name='a'/>{ONE}<w:bookmarkEnd w:id='0'/></w:p>", [1]),
        # Properties that were others before, and an end of a section in them.
        (f"<w:p><w:pPr><w:pPrChange w:id='1'>{PROPERTIES}</w:pPrChange></w:pPr>{ONE}</w:p>", [1]),
        (f"<w:p><w:pPr><w:sectPr/></w:pPr>{ONE}</w:p><w:p>{ONE}</w:p>", [1, 1]),
        # What is not empty, and what stands elsewhere, is for the tree.
        ("<w:p/><w:p></w:p>", [0, 0]),
        (f"<w:p/><w:p>{ONE}</w:p>", [0, 1]),
        (f"<w:p w:rsidR='1'/>{ONE}<w:p>{ONE}</w:p>", [0, 0]),
        (f"<w:p><w:pPr/>{ONE}</w:p>", [0]),
        (f"<w:p>{ONE}{PROPERTIES}</w:p>", [0]),
        (f"<w:p>{PROPERTIES}{ONE}{PROPERTIES}{ONE}</w:p>", [0]),
        (f"<w:p>{PROPERTIES}<w:ins>{ONE}</w:ins></w:p><w:p>{ONE}</w:p>", [0, 1]),
        (f"<w:p>{ONE}<w:r><w:br/></w:r></w:p>", [0]),
        (f"<w:p><w:commentRangeStart w:id='0'/>{ONE}<w:commentRangeEnd w:id='0'/></w:p>", [0]),
        # In a text box, before it and behind it.
        (f"<w:p>{ONE}<w:r><w:pict><w:p>{ONE}</w:p><w:p>{ONE}</w:p></w:pict></w:r>{ONE}</w:p>", [0, 0, 1]),
    ],
)  # fmt: skip
def test_paragraph_is_usual_if_it_has_nothing_but_properties_and_usual_runs(
    body: str, usual: list[int]
) -> None:
    matched = written_part(document(body).encode())
    assert matched is not None
    assert [len(runs) for _, runs in matched.paragraphs] == usual
    assert len(matched.runs) == body.count("<w:r>") - sum(usual)


@pytest.mark.parametrize("missed", ["paragraph", "run", ""])
def test_walk_that_met_fewer_or_more_was_misled(missed: str) -> None:
    two = [(b"a", b"", b"a"), (b"b", b"", b"b")]
    for taken, is_done in ((1, False), (2, True), (3, False), (5, False)):
        runs = WrittenRuns(WrittenPart([WrittenParagraph(b"", two)] * 2, two))
        for _ in range(2 if missed == "run" else taken):
            runs.take_paragraph()
        for _ in range(2 if missed == "paragraph" else taken):
            runs.take()
        assert runs.is_done is is_done, taken
