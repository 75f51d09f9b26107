"""Laws of reviewing, for documents of random runs, random findings and random edits."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from reviewing import W, accepted, appearance, at_span, commented, part, refused, reviewed

from duizhao.read import read_bytes
from duizhao.text import Edit, Span, apply
from read.made import docx, p, r

WORDS = st.text("甲乙丙，。 &<>\"'a𠀀", min_size=1, max_size=6)
LOOKS = st.sampled_from(
    [
        "",
        "<w:b/>",
        '<w:sz w:val="32"/>',
        '<w:rPrChange w:id="9" w:author="王"><w:rPr/></w:rPrChange>',
    ]
)
EXTRA = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        "<w:r><w:drawing/></w:r>",
        '<w:bookmarkStart w:id="3" w:name="x"/>',
        "<w:r/>",
    ]
)


@st.composite
def runs(draw: st.DrawFn) -> str:
    run = r(etree_escape(draw(WORDS)), draw(LOOKS))
    return draw(st.sampled_from([
        run, run, run, f'<w:ins w:id="1" w:author="王">{run}</w:ins>', f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>',
        f'<w:del w:id="2" w:author="王">{run.replace("w:t", "w:delText")}</w:del>', f"{run}{draw(EXTRA)}",
    ]))  # fmt: skip


def etree_escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


PARAGRAPHS = st.lists(runs(), max_size=5).map(lambda made: p(*made))
BODIES = st.lists(
    st.one_of(PARAGRAPHS, PARAGRAPHS.map(lambda each: f"<w:tbl><w:tr><w:tc>{each}</w:tc></w:tr></w:tbl>")),
    min_size=1, max_size=4,
).map("".join)  # fmt: skip


@st.composite
def spans(draw: st.DrawFn, length: int) -> list[Span]:
    ends = st.integers(0, length)
    return [Span(*sorted(each)) for each in draw(st.lists(st.tuples(ends, ends), max_size=6))]


@settings(max_examples=150, deadline=None)
@given(BODIES, st.data())
def test_comments_change_no_character_and_no_look(body: str, data: st.DataObject) -> None:
    package = docx(body)
    text = read_bytes(package).text
    wanted = data.draw(spans(len(text)))
    made = reviewed(package, [at_span(span) for span in wanted])
    assert read_bytes(made.data).text == text == made.text
    assert appearance(made.data) == appearance(package)
    assert_sound(made.data, len(wanted) - len(made.unplaced))
    for words, span in zip(commented(made.data), wanted, strict=True):
        # What Word makes itself, the breaks between paragraphs here, has no place of its own at an edge.
        if span.of(text).strip("\n"):
            assert words == span.of(text).strip("\n")
    assert part(reviewed(made.data, [at_span(span) for span in wanted]).data) == part(made.data)


@settings(max_examples=150, deadline=None)
@given(BODIES, st.data())
def test_changes_accepted_and_refused(body: str, data: st.DataObject) -> None:
    package = docx(body)
    text = read_bytes(package).text
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [
        Edit(Span(a, b), data.draw(st.text("子丑 \t<", max_size=3)))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    wanted = data.draw(spans(len(text)))
    made = reviewed(package, [at_span(span) for span in wanted], edits)
    lost = {edit.span for edit in made.unmarked}
    kept = [edit for edit in edits if not any(edit.span.covers(span) for span in lost)]
    assert read_bytes(accepted(made.data)).text == apply(text, kept)
    assert read_bytes(refused(made.data)).text == text
    assert_sound(made.data, len(wanted) - len(made.unplaced))


def assert_sound(package: bytes, comments: int) -> None:
    """Each comment has its start, end and mark in this order; deleted text is so called, and no other."""
    root = etree.fromstring(part(package))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        keys = [each.get(W + "id") for each in root.iter(W + name)]
        assert len(keys) == len(set(keys)) == comments
    order = list(root.iter())
    places = {id(each): at for at, each in enumerate(order)}
    for start in root.iter(W + "commentRangeStart"):
        key = start.get(W + "id")
        (end,) = (e for e in root.iter(W + "commentRangeEnd") if e.get(W + "id") == key)
        (mark,) = (e for e in root.iter(W + "commentReference") if e.get(W + "id") == key)
        assert places[id(start)] < places[id(end)] < places[id(mark)]
    for text in root.iter(W + "t", W + "delText"):
        is_deleted = any(each.tag == W + "del" for each in text.iterancestors())
        assert (text.tag == W + "delText") == is_deleted
    for properties in root.iter(W + "rPr"):
        if properties.getparent().tag == W + "r":
            assert properties.getparent()[0] is properties
