"""Random Word files: runs of every kind in paragraphs, tables and text boxes, with comments and changes of people."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from read.made import docx, p, r

WORDS = st.text("甲乙丙，。 &<>\"'a𠀀", min_size=1, max_size=6)
LOOKS = st.sampled_from([
    "", "", "<w:b/>", '<w:sz w:val="32"/>', '<w:rPrChange w:id="9" w:author="王"><w:rPr/></w:rPrChange>'
])  # fmt: skip
EXTRAS = st.sampled_from([
    "<w:r><w:tab/></w:r>", "<w:r><w:pict/></w:r>", '<w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>',
    "<w:r/>", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "<w:proofErr w:type=\"spellStart\"/>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
])  # fmt: skip
AROUND = (
    '<w:ins w:id="1" w:author="王">{}</w:ins>',
    '<w:moveTo w:id="4" w:author="王">{}</w:moveTo>',
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:hyperlink w:anchor="a"><w:ins w:id="5" w:author="王">{}</w:ins></w:hyperlink>',
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="X">{}</w:fldSimple>',
    '<w:smartTag w:uri="urn:x" w:element="y">{}</w:smartTag>',
)
DELETED = '<w:del w:id="2" w:author="王">{}</w:del>'
MOVED = '<w:moveFrom w:id="6" w:author="王">{}</w:moveFrom>'
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
TWICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>'
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
ROW = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{}</w:tbl>"
START = '<w:commentRangeStart w:id="{0}"/>'
END = '<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
SAID = '<w:comment w:id="{0}" w:author="王某"><w:p><w:r><w:t>看{0}</w:t></w:r></w:p></w:comment>'
PRESERVED = ' xml:space="preserve"'
HOLE = "\0"
"""A place where a mark of somebody's comment may stand."""


class Made(NamedTuple):
    """A body, and the comments of people on it."""

    body: str
    said: tuple[str, ...]

    @property
    def data(self) -> bytes:
        """The package."""
        return docx(self.body, comments="".join(self.said)) if self.said else docx(self.body)


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """A run, alone or in something, or something beside it."""
    run = r(escaped(draw(WORDS)), draw(LOOKS))
    if draw(st.integers(0, 4)) == 0:
        run = run.replace(PRESERVED, "")
    kind = draw(st.integers(0, 9))
    if kind < 4:
        return run
    if kind < 7:
        return draw(st.sampled_from(AROUND)).format(run)
    if kind < 8:
        deleted = DELETED.format(run.replace("w:t", "w:delText"))
        return draw(st.sampled_from([deleted, MOVED.format(run)]))
    return run + draw(EXTRAS)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


PARAGRAPHS = st.lists(pieces(), max_size=4).map(
    lambda made: f"<w:p>{HOLE.join(['', *made, ''])}</w:p>"
)
PLAIN = st.lists(pieces(), min_size=1, max_size=3).map(lambda made: p(*made))


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A paragraph, a table with a table in it now and then, or a paragraph with a text box."""
    kind = draw(st.integers(0, 7))
    if kind < 4:
        return draw(PARAGRAPHS)
    if kind < 6:
        cells = [draw(PARAGRAPHS) for _ in range(4)]
        if kind == 5:
            cells[1] = TABLE.format(ROW.format(cells[1], cells[2])) + draw(PARAGRAPHS)
        return TABLE.format(ROW.format(*cells[:2]) + ROW.format(*cells[2:]))
    inside = draw(PLAIN)
    return p(draw(pieces()), draw(st.sampled_from([BOX, TWICE])).format(inside), draw(pieces()))


@st.composite
def documents(draw: st.DrawFn) -> Made:
    """A package with some comments of people, whose ranges may cross paragraphs and cells."""
    body = "".join(draw(st.lists(blocks(), min_size=1, max_size=4)))
    holes = body.count(HOLE)
    wanted = draw(st.lists(st.tuples(st.integers(0, holes), st.integers(0, holes)), max_size=3))
    at: dict[int, str] = {}
    for key, (one, other) in enumerate(wanted if holes else ()):
        start, end = sorted((min(one, holes - 1), min(other, holes - 1)))
        at[start] = at.get(start, "") + START.format(50 + key)
        at[end] = at.get(end, "") + END.format(50 + key)
    parts = body.split(HOLE)
    body = "".join(part + at.get(number, "") for number, part in enumerate(parts))
    return Made(body, tuple(SAID.format(50 + key) for key in range(len(wanted) if holes else 0)))
