"""Whatever stands in a .docx, reading it ends in a whole source or in one line of refusal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from duizhao.errors import DuizhaoError
from duizhao.read import read_bytes
from read import made

TAGS = """
w:p w:r w:t w:pPr w:rPr w:numPr w:numId w:ilvl w:ins w:del w:moveFrom w:moveTo w:tbl w:tr w:tc w:trPr w:tcPr w:cellDel
w:fldChar w:instrText w:sdt w:hyperlink w:ruby w:rt w:rubyBase mc:AlternateContent mc:Choice mc:Fallback w:pict
w:txbxContent w:commentRangeStart w:commentRangeEnd w:commentReference w:footnoteReference w:vanish w:rStyle w:pStyle
w:sym w:br w:tab w:delText m:oMath m:r m:t w:style w:basedOn w:abstractNum w:lvl w:num w:lvlText w:numFmt w:start
w:lvlOverride w:startOverride w:abstractNumId w:comment w:footnote
"""
NAMES = (
    "val",
    "id",
    "author",
    "fldCharType",
    "styleId",
    "numId",
    "abstractNumId",
    "ilvl",
    "type",
    "default",
    "char",
)
VALUES = (
    "0",
    "1",
    "-1",
    "begin",
    "separate",
    "end",
    "a",
    "paragraph",
    "%1、",
    "decimal",
    "9" * 30,
    "",
    "D800",
)
PARTS = ("styles", "numbering", "comments", "footnotes", "endnotes", "header", "footer")

attributes = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=2).map(
    lambda chosen: "".join(f' w:{name}="{value}"' for name, value in chosen.items())
)
elements = st.recursive(
    st.sampled_from(("", "党", "学习 不深")),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(TAGS.split()),
        attributes,
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)
contents = st.lists(elements, max_size=3).map("".join)


@given(contents, st.dictionaries(st.sampled_from(PARTS), contents, max_size=3))
def test_any_elements_in_any_place_are_read_or_refused(body: str, parts: dict[str, str]) -> None:
    try:
        source = made.source(body, **parts)
    except DuizhaoError as fault:
        refusal = str(fault)
    else:
        refusal = ""
        source.text.encode()
        assert "".join(origin.span.of(source.text) for origin in source.origins) == source.text
        assert all(0 <= a.span.start <= a.span.end <= len(source.text) for a in source.asides)
    assert "\n" not in refusal


GOOD = made.docx(made.p("一是学习不深。") * 20, styles="<w:style/>", comments="<w:comment/>")


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_file_with_any_byte_wrong_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, byte in changes:
        data[place] = byte
    try:
        read_bytes(bytes(data), format="docx")
    except DuizhaoError as fault:
        refusal = str(fault)
    else:
        refusal = ""
    assert "\n" not in refusal
