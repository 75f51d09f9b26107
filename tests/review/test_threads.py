"""What people answered to our comments is theirs: a second review keeps it, and what gives it its sense."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from reviewing import W, commented, finding, part, reviewed, with_part
from threaded import ANSWERING, answered, assert_whole, rows

from cost import assert_grows_no_faster
from duizhao import api
from duizhao.read import read_bytes
from duizhao.review.answers import answers_in
from duizhao.review.comments import Comment
from duizhao.text import Source
from read.made import docx, p
from valid import faults

EXAMPLE = Path(__file__).parents[2] / "examples" / "faulty.docx"
WORDS = ["于部", "职工", "不够"]


def source(data: bytes) -> Source:
    return read_bytes(data, "试.docx")


def first() -> bytes:
    """Comments 0, 1 and 2 on `WORDS`."""
    data = docx(p("服务于部职工不够。"))
    return reviewed(data, [finding(source(data), each) for each in WORDS]).data


def authors(data: bytes) -> list[tuple[str, str]]:
    """The id and author of every comment."""
    comments = etree.fromstring(part(data, "word/comments.xml"))
    return [(each.get(W + "id"), each.get(W + "author")) for each in comments]


def test_replied_comment_stays_as_it_was_and_is_not_said_twice() -> None:
    data = answered(first(), {"1": "已经改过。"})
    assert_whole(data)
    made = reviewed(data, [finding(source(data), each) for each in WORDS])
    assert made.answered == 1
    assert sorted(commented(made.data)) == sorted(WORDS)
    assert commented(made.data, ANSWERING) == ["职工"]
    assert ("1", "duizhao") in authors(made.data)
    (parent,) = {parent for parent, _ in rows(made.data).values()} - {None}
    assert parent in rows(made.data)
    assert_whole(made.data)
    assert faults(made.data) == set()


def test_reply_stays_with_its_question_when_the_finding_is_gone() -> None:
    data = answered(first(), {"1": "已经改过。"})
    made = reviewed(data, [finding(source(data), "服务")])
    assert commented(made.data) == ["职工", "服务"]
    assert commented(made.data, ANSWERING) == ["职工"]
    assert_whole(made.data)


def test_comment_marked_as_done_is_not_asked_again_while_its_finding_stays() -> None:
    data = answered(first(), {}, done=frozenset({"0", "2"}))
    made = reviewed(data, [finding(source(data), "于部"), finding(source(data), "服务")])
    assert commented(made.data) == ["于部", "服务"]
    assert [done for _, done in rows(made.data).values()] == ["1"]
    assert_whole(made.data)


def test_unanswered_comments_go_with_all_that_belongs_to_them() -> None:
    data = answered(first(), {})
    made = reviewed(data, [])
    assert authors(made.data) == []
    assert rows(made.data) == {}
    assert made.answered == 0
    assert_whole(made.data)


def test_another_place_than_the_answered_one_is_still_said() -> None:
    data = answered(first(), {"1": "已经改过。"})
    made = reviewed(data, [finding(source(data), each) for each in ("职工", "职工不")])
    assert commented(made.data) == ["职工", "职工不"]


def test_reply_further_down_keeps_the_comment_at_the_top() -> None:
    data = answered(first(), {"0": "已经改过。", "1": "再看看。"})
    marks = {parent: mark for mark, (parent, _) in rows(data).items() if parent}
    top, between = marks
    # The second reply goes below the first one, as programs write it that do not flatten threads.
    xml = part(data, "word/commentsExtended.xml").replace(
        f'paraIdParent="{between}"'.encode(), f'paraIdParent="{marks[top]}"'.encode()
    )
    made = reviewed(with_part(data, xml, "word/commentsExtended.xml"), [])
    assert commented(made.data) == ["于部"]
    assert commented(made.data, ANSWERING) == ["于部", "职工"]
    assert_whole(made.data)


def test_thread_that_goes_in_a_circle_is_survived() -> None:
    data = answered(first(), {"0": "已经改过。"})
    ((mark, parent),) = ((mark, parent) for mark, (parent, _) in rows(data).items() if parent)
    xml = part(data, "word/commentsExtended.xml").replace(
        f'paraId="{parent}"'.encode(), f'paraId="{parent}" w15:paraIdParent="{mark}"'.encode()
    )
    made = reviewed(with_part(data, xml, "word/commentsExtended.xml"), [])
    assert commented(made.data) == ["于部"]


@pytest.mark.parametrize("broken", [b"", b"<a><b></a>", b"<!DOCTYPE a><a/>", b"<a>" * 100_000])
def test_broken_part_of_threads_is_refused_in_one_line(broken: bytes) -> None:
    data = with_part(answered(first(), {"1": "已经改过。"}), broken, "word/commentsExtended.xml")
    with pytest.raises(api.DuizhaoError, match=r"commentsExtended\.xml"):
        reviewed(data, [])


def test_part_of_threads_that_says_nothing_keeps_nothing() -> None:
    data = with_part(answered(first(), {"1": "已经改过。"}), b"<a/>", "word/commentsExtended.xml")
    made = reviewed(data, [])
    assert commented(made.data) == []
    assert commented(made.data, ANSWERING) == ["职工"]


def test_long_thread_takes_time_that_grows_with_its_length() -> None:
    def reading(count: int) -> Callable[[], object]:
        rows = "".join(f'<a:x a:paraId="{n}" a:paraIdParent="{n + 1}"/>' for n in range(count))
        comments = [Comment(str(n), "甲", 0, 0, frozenset({str(n)}), False) for n in range(count)]
        return lambda: answers_in(f"<a:r>{rows}</a:r>", comments)

    assert_grows_no_faster(reading(2_000), reading(6_000), times=4, fixed=0.05)


def test_example_reviewed_answered_and_reviewed_again(tmp_path: Path) -> None:
    checker, path = api.Checker(), tmp_path / "a.docx"
    copy = api.review_file(EXAMPLE, checker)
    ours = [key for key, author in authors(copy.data) if author == "duizhao"]
    replies = {key: f"说明{key}" for key in ours[::7]}
    path.write_bytes(answered(copy.data, replies, frozenset(ours[1::7])))
    again = api.review_file(path, checker)
    assert again.before == again.after == copy.before
    assert again.answered == len(ours[::7]) + len(ours[1::7])
    # Somebody replied to the summary: it stays with the reply, and what it counts is counted anew.
    assert ours[0] in replies
    assert len(commented(again.data)) == len(commented(copy.data)) + 1
    said = {aside.text for aside in read_bytes(again.data).asides if aside.author == ANSWERING}
    assert said == set(replies.values())
    assert_whole(again.data)
