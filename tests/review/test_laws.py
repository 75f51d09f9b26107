"""Laws of reviewing, for random documents, random findings and random edits."""

from __future__ import annotations

import re

from bodies import Made, documents
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from reviewing import W, accepted, appearance, at_span, commented, part, refused, reviewed
from threaded import ANSWERING, answered, assert_whole

from duizhao.read import read_bytes
from duizhao.text import Edit, Span, apply
from valid import brought_in

SOMEBODY = "王某"
COMMENT = re.compile(rb'<w:comment w:id="\d+" w:author="\xe7\x8e\x8b.*?</w:comment>', re.DOTALL)


@st.composite
def spans(draw: st.DrawFn, length: int) -> list[Span]:
    ends = st.integers(0, length)
    return [Span(*sorted(each)) for each in draw(st.lists(st.tuples(ends, ends), max_size=6))]


@settings(max_examples=100)
@given(documents(), st.data())
def test_comments_change_no_character_and_no_look(made: Made, data: st.DataObject) -> None:
    package = made.data
    text = read_bytes(package).text
    wanted = data.draw(spans(len(text)))
    copy = reviewed(package, [at_span(span) for span in wanted])
    assert read_bytes(copy.data).text == text == copy.text
    assert appearance(copy.data) == appearance(package)
    assert_sound(copy.data, len(made.said) + len(wanted) - len(copy.unplaced))
    assert_theirs(package, copy.data)
    again = reviewed(copy.data, [at_span(span) for span in wanted])
    assert part(again.data) == part(copy.data)


@settings(max_examples=30)
@given(documents(), st.data())
def test_nothing_is_written_that_the_schema_forbids(made: Made, data: st.DataObject) -> None:
    text = read_bytes(made.data).text
    edits = [Edit(span, "子\t") for span in data.draw(spans(len(text)))[:1]]
    copy = reviewed(made.data, [at_span(span) for span in data.draw(spans(len(text)))], edits)
    assert brought_in(copy.data, made.data) == set()


@settings(max_examples=60)
@given(documents(), st.data())
def test_comment_stands_on_the_words_of_its_finding(made: Made, data: st.DataObject) -> None:
    source = read_bytes(made.data)
    wanted = data.draw(spans(len(source.text)))
    copy = reviewed(made.data, [at_span(span) for span in wanted])
    if copy.unplaced:
        return
    boxed = b"txbxContent" in part(made.data)
    for words, span in zip(commented(copy.data), sorted(wanted), strict=True):
        # What Word makes itself, the breaks between paragraphs here, has no place of its own at an edge; a range that
        # leaves a text box, or enters one, keeps to where it began.
        expected = span.of(source.text).strip("\n")
        assert not expected or words == expected or boxed


@settings(max_examples=100)
@given(documents(), st.data())
def test_changes_accepted_and_refused(made: Made, data: st.DataObject) -> None:
    package = made.data
    text = read_bytes(package).text
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [
        Edit(Span(a, b), data.draw(st.text("子丑 \t<", max_size=3)))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    wanted = data.draw(spans(len(text)))
    copy = reviewed(package, [at_span(span) for span in wanted], edits)
    lost = {edit.span for edit in copy.unmarked}
    kept = [edit for edit in edits if not any(edit.span.covers(span) for span in lost)]
    assert read_bytes(accepted(copy.data)).text == apply(text, kept)
    assert read_bytes(refused(copy.data)).text == text
    assert_sound(copy.data, len(made.said) + len(wanted) - len(copy.unplaced))


@settings(max_examples=60)
@given(documents(), st.data())
def test_replies_outlive_a_second_review(made: Made, data: st.DataObject) -> None:
    text = read_bytes(made.data).text
    wanted = data.draw(spans(len(text)))
    first = reviewed(made.data, [at_span(span) for span in wanted]).data
    ours = data.draw(st.permutations(_ours(first)))
    replied = ours[: data.draw(st.integers(0, len(ours)))]
    done = ours[data.draw(st.integers(0, len(ours))) :]
    if not ours:
        return
    talked = answered(first, {key: f"答{key}" for key in replied}, frozenset(done))
    found = data.draw(st.lists(st.sampled_from(wanted), max_size=4)) + data.draw(spans(len(text)))
    second = reviewed(talked, [at_span(span) for span in found]).data
    assert_whole(second)
    assert set(replied) <= set(_ours(second))
    assert sorted(commented(second, ANSWERING)) == sorted(commented(talked, ANSWERING))
    assert commented(second, SOMEBODY) == commented(made.data, SOMEBODY)
    assert read_bytes(second).text == text


def _ours(package: bytes) -> list[str]:
    """The ids of our comments."""
    try:
        comments = etree.fromstring(part(package, "word/comments.xml"))
    except KeyError:
        return []
    return [each.get(W + "id") for each in comments if each.get(W + "author") == "duizhao"]


def assert_theirs(before: bytes, after: bytes) -> None:
    """What people said stands to the letter, on the same words."""
    assert commented(after, SOMEBODY) == commented(before, SOMEBODY)
    if commented(before, SOMEBODY):
        said = [COMMENT.findall(part(each, "word/comments.xml")) for each in (before, after)]
        assert said[0] == said[1]


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


def test_reference_behind_a_control_stands_before_what_begins_there() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>乙乙</w:t></w:r></w:sdtContent></w:sdt>"
    body = f"<w:p><w:r><w:t>甲甲甲甲</w:t></w:r>{control}<w:r><w:t>丙</w:t></w:r></w:p>"
    wanted = [at_span(Span(0, 5)), at_span(Span(6, 7))]
    copy = reviewed(Made(body, ()).data, wanted)
    assert part(reviewed(copy.data, wanted).data) == part(copy.data)
