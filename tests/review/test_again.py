"""Reviewing a reviewed copy replaces what we said and leaves what people said; the rest of the package stays."""

from __future__ import annotations

import io
import zipfile
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from reviewing import MOMENT, at_span, commented, finding, part, refused, reviewed, with_part

from duizhao import api
from duizhao.read import read_bytes
from duizhao.text import Span
from read.made import docx, p

EXAMPLES = Path(__file__).parents[2] / "examples"
THEIRS = '<w:comment w:id="5" w:author="王某"><w:p><w:r><w:t>再想想</w:t></w:r></w:p></w:comment>'
BODY = p('<w:commentRangeStart w:id="5"/>', "服务", '<w:commentRangeEnd w:id="5"/>',
         '<w:r><w:commentReference w:id="5"/></w:r>', "于部职工不够。")  # fmt: skip


@pytest.mark.parametrize("fix", [False, True])
def test_second_review_gives_the_same_bytes(fix: bool, tmp_path: Path) -> None:
    review = partial(api.review_file, checker=api.Checker(), fix=fix, moment=MOMENT)
    first = review(EXAMPLES / "faulty.docx").data
    (tmp_path / "faulty.docx").write_bytes(first)
    second = review(tmp_path / "faulty.docx")
    assert part(second.data) == part(first)
    assert second.before == second.after
    assert sorted(commented(second.data)) == sorted(commented(first))


def test_comment_around_a_paragraph_stays_around_those_inside_it() -> None:
    data = docx(p("服务职工") + p())
    wanted = [at_span(Span(0, 0)), at_span(Span(4, 5))]
    first = reviewed(data, wanted).data
    assert part(reviewed(first, wanted).data) == part(first)


def test_reference_behind_a_control_stays_inside_the_comment_on_its_paragraph() -> None:
    run = "<w:r><w:t>职工</w:t></w:r>"
    data = docx(p() + p(run, f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>") + p())
    wanted = [at_span(Span(0, 4)), at_span(Span(5, 6))]
    first = reviewed(data, wanted).data
    assert part(reviewed(first, wanted).data) == part(first)


def test_comments_of_people_stay_and_ids_are_not_used_twice() -> None:
    data = docx(BODY, comments=THEIRS)
    source = read_bytes(data, "试.docx")
    first = reviewed(data, [finding(source, "于部"), finding(source, "不够")]).data
    assert commented(first) == ["于部", "不够"]
    assert commented(first, "王某") == ["服务"]
    second = reviewed(first, [finding(source, "职工")]).data
    assert commented(second) == ["职工"]
    assert commented(second, "王某") == ["服务"]
    xml = part(second, "word/comments.xml").decode()
    assert THEIRS in xml
    assert xml.count("<w:comment ") == 2


def test_comment_on_a_waiting_change_stays_until_it_is_answered(tmp_path: Path) -> None:
    checker, path = api.Checker(), tmp_path / "a.docx"
    fixed = api.review_file(EXAMPLES / "faulty.docx", checker, fix=True).data
    path.write_bytes(fixed)
    again = api.review_file(path, checker).data
    assert b"w:del " in part(again)
    assert "干部职工" in commented(again)
    path.write_bytes(refused(fixed))
    without = api.review_file(path, checker)
    assert len(commented(without.data)) == without.comments


@pytest.mark.parametrize("name", ["faulty.docx", "good.docx"])
def test_all_other_parts_keep_their_compressed_bytes(name: str) -> None:
    data = (EXAMPLES / name).read_bytes()
    copy = api.review_file(EXAMPLES / name, api.Checker(), fix=True).data
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert new.testzip() is None
        assert old.namelist() == new.namelist()[: len(old.namelist())]
        changed = {each for each in old.namelist() if old.read(each) != new.read(each)}
        for entry in set(old.namelist()) - changed:
            before, after = old.getinfo(entry), new.getinfo(entry)
            assert (before.date_time, before.compress_size) == (
                after.date_time,
                after.compress_size,
            )
    assert changed <= {"_rels/.rels", "docProps/custom.xml",
        "word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
    }  # fmt: skip


def test_python_docx_opens_the_copy_and_finds_its_comments() -> None:
    copy = api.review_file(EXAMPLES / "faulty.docx", api.Checker(), fix=True)
    opened = Document(io.BytesIO(copy.data))
    ours = [each for each in opened.comments if each.author == "duizhao"]
    assert len(ours) == copy.comments > 40
    assert all(each.initials == "DZ" and each.text.startswith("【") for each in ours)


def test_prefix_that_means_two_things_is_refused() -> None:
    data = docx(p("甲"))
    odd = part(data).replace(b"<w:body>", b'<w:body><x xmlns:w="urn:other"/>')
    with pytest.raises(api.DuizhaoError, match="特殊"):
        reviewed(with_part(data, odd), [])
