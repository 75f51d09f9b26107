"""Comments and changes under another name: known as ours, and not mixed up with the person of that name."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from reviewing import MOMENT, commented, part
from threaded import answered

from duizhao import api
from duizhao.read import read_bytes
from duizhao.review.author import marked_author
from duizhao.text.own_author import AUTHOR, MARK, is_ours
from read.made import docx, p

EXAMPLES = Path(__file__).parents[2] / "examples"
NAME = "督导组"
SIGNED = NAME + MARK
THEIRS = (
    f'<w:comment w:id="5" w:author="{NAME}"><w:p><w:r><w:t>哪一年？</w:t></w:r></w:p></w:comment>'
)
BODY = p("个人对照检查材料") + p(
    '<w:commentRangeStart w:id="5"/>', "服务", '<w:commentRangeEnd w:id="5"/>',
    '<w:r><w:commentReference w:id="5"/></w:r>', "于部职工不够。")  # fmt: skip


@pytest.fixture
def signed() -> api.Checker:
    return api.Checker(api.Config(author=NAME))


def authors(data: bytes) -> set[str]:
    kinds = {"comment", "inserted", "deleted"}
    return {a.author for a in read_bytes(data, "甲.docx").asides if a.kind.value in kinds}


def reviewed(data: bytes, checker: api.Checker, path: Path, *, fix: bool = False) -> bytes:
    path.write_bytes(data)
    return api.review_file(path, checker, fix=fix, moment=MOMENT).data


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        (None, AUTHOR),
        ("", AUTHOR),
        (" \n", AUTHOR),
        ("duizhao", AUTHOR),
        (" 第三\n督导组 ", f"第三 督导组{MARK}"),
        (SIGNED, SIGNED),
        ("长" * 300, "长" * 50 + MARK),
    ],
)
def test_author_is_the_name_with_a_mark(asked: str | None, written: str) -> None:
    assert marked_author(asked) == written
    assert is_ours(written)


def test_comments_and_changes_bear_the_name(signed: api.Checker, tmp_path: Path) -> None:
    data = reviewed(docx(BODY, comments=THEIRS), signed, tmp_path / "a.docx", fix=True)
    assert authors(data) == {NAME, SIGNED}
    comments = part(data, "word/comments.xml").decode()
    assert f'w:initials="{NAME}"' in comments
    assert 'w:author="duizhao"' not in comments


@pytest.mark.parametrize("second", [NAME, "巡察组", None])
@pytest.mark.parametrize("fix", [False, True])
def test_second_review_replaces_the_first_under_whatever_name(
    signed: api.Checker, tmp_path: Path, second: str | None, fix: bool
) -> None:
    review = partial(reviewed, path=tmp_path / "甲.docx")
    first = review((EXAMPLES / "faulty.docx").read_bytes(), signed, fix=fix)
    again = review(first, api.Checker(api.Config(author=second)))
    count = partial(commented, author=SIGNED)
    if second == NAME:
        assert sorted(count(again)) == sorted(count(first))
        assert part(again) == part(first)
    elif not fix:
        assert not count(again)
        assert len(commented(again, marked_author(second))) == len(count(first))


def test_comment_of_the_person_of_that_name_stays_and_is_reported(
    signed: api.Checker, tmp_path: Path
) -> None:
    path = tmp_path / "甲.docx"
    again = docx(BODY, comments=THEIRS)
    for _ in range(2):
        again = reviewed(again, signed, path)
        assert commented(again, NAME) == ["服务"]
        assert THEIRS in part(again, "word/comments.xml").decode()
    found = api.review_file(path, signed).checked.findings
    assert [finding.code for finding in found].count("DZ319") == 1


def test_answered_comment_stays(signed: api.Checker, tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    first = reviewed((EXAMPLES / "faulty.docx").read_bytes(), signed, path)
    path.write_bytes(answered(first, {"5": "改过了"}))
    again = api.review_file(path, signed)
    assert again.answered == 1
    assert len(commented(again.data, SIGNED)) == len(commented(first, SIGNED))


def test_digest_leaves_our_changes_out(signed: api.Checker, tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    original = (EXAMPLES / "faulty.docx").read_bytes()
    fixed = reviewed(original, signed, path, fix=True)
    path.write_bytes(fixed)
    before = api.digest(read_bytes(original, "甲.docx").text)
    copy = api.review_file(path, signed)
    assert (copy.before, copy.after) == (before, before)
