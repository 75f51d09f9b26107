"""Every character of a .docx is found again in the run that its origin names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from duizhao.read import read_bytes
from duizhao.text import Source
from read import made

W = f"{{{made.WORD}}}"
SHOWS = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "-"}

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="<>&"),
    max_size=6,
)
pieces = st.lists(
    st.one_of(words.map(made.t), st.sampled_from(["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>"])),
    max_size=3,
).map("".join)
properties = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>"])
runs = st.builds("<w:r>{}{}</w:r>".format, properties, pieces)
wrapped = st.recursive(
    runs,
    lambda inner: st.builds(
        str.format,
        st.sampled_from(
            [
                "<w:ins>{}</w:ins>",
                "<w:del>{}</w:del>",
                "<w:hyperlink>{}</w:hyperlink>",
                "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
                '<mc:AlternateContent><mc:Choice Requires="far">{0}</mc:Choice>'
                "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
                "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            ]
        ),
        inner,
    ),
    max_leaves=4,
)
marks = st.sampled_from(
    ["", "", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>"]
)
paragraphs = st.builds("<w:p>{}{}</w:p>".format, marks, st.lists(wrapped, max_size=4).map("".join))
bodies = st.lists(
    st.one_of(paragraphs, paragraphs.map("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>".format)),
    max_size=4,
).map("".join)


def run_texts(root: etree._Element) -> dict[tuple[int, int], str]:
    """The text of every run, by paragraph and run, found without the reader under test."""
    found = {}
    paragraphs = list(root.iter(W + "p"))
    for at, paragraph in enumerate(paragraphs):
        own = (
            run for run in paragraph.iter(W + "r") if next(run.iterancestors(W + "p")) is paragraph
        )
        for number, run in enumerate(own):
            found[at, number] = "".join(
                element.text or "" if element.tag == W + "t" else SHOWS.get(str(element.tag), "")
                for element in run
            )
    return found


@given(bodies)
def test_each_piece_is_the_text_of_its_run(body: str) -> None:
    source = read_bytes(made.docx(body))
    texts = run_texts(etree.fromstring(made.document(body).encode()))
    for origin in source.origins:
        if not origin.generated:
            run = texts[origin.paragraph, origin.run]
            length = origin.span.end - origin.span.start
            assert run[origin.offset : origin.offset + length] == origin.span.of(source.text)


@given(bodies)
def test_origins_cover_every_character_in_order(body: str) -> None:
    source = read_bytes(made.docx(body))
    place = 0
    for origin in source.origins:
        assert origin.span.start == place < origin.span.end
        place = origin.span.end
    assert place == len(source.text)


@given(bodies)
def test_asides_lie_inside_the_text(body: str) -> None:
    source: Source = read_bytes(made.docx(body))
    for aside in source.asides:
        assert 0 <= aside.span.start <= aside.span.end <= len(source.text)


@given(st.lists(words, max_size=5))
def test_plain_runs_give_their_words(texts: list[str]) -> None:
    body = "".join(made.p(*(made.r(one) for one in texts)) for _ in range(2))
    assert read_bytes(made.docx(body)).text == "\n".join(["".join(texts)] * 2)
