"""Versions of a file: another put in, compared with the one before, an earlier one gone back to."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from test_aside import page_of, post
from test_batch import TEXT, put_in
from test_fixes import EXAMPLE, text_of

from duizhao import api
from duizhao.web.desk.models import DeskFile

SECOND = TEXT.replace("××件事有两件", "去年共办了六件事，有两件")


def put_in_again(browse, file: DeskFile, name: str, data: bytes, version: str = "1"):
    return browse.post(
        reverse("desk:new_version", kwargs={"file": file.key}),
        {"file": SimpleUploadedFile(name, data), "version": version},
    )


def test_second_version_is_what_the_page_and_the_row_show(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    put_in_again(browse, file, "林业站二稿.txt", SECOND.encode())
    file.refresh_from_db()
    assert file.facts["counts"]["error"] == 0
    assert (file.review_state, file.status) == ("changed", "read")
    page = page_of(browse, file)
    assert "去年共办了六件事" in page
    assert "林业站二稿.txt" in page
    assert "各稿 2" in page


def test_second_version_may_have_another_format(browse) -> None:
    put_in(browse, "县财政局.txt", TEXT.encode())
    file = DeskFile.objects.get()
    put_in_again(browse, file, "县财政局.docx", EXAMPLE.read_bytes())
    answer = browse.get(reverse("desk:original", kwargs={"file": file.key}), {"version": "2"})
    assert b"".join(answer.streaming_content) == EXAMPLE.read_bytes()
    assert "%E7%AC%AC2%E7%A8%BF%EF%BC%89.docx" in answer["Content-Disposition"]


def test_comparison_says_what_is_mended_and_what_is_left(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    put_in_again(browse, file, "二稿.txt", SECOND.encode())
    page = browse.get(reverse("desk:compare", kwargs={"file": file.key}), {"version": "2"})
    shown = page.content.decode()
    assert "已改 1 处" in shown
    assert "空白未填" in shown.partition("已改 1 处</h2>")[0] or "空白未填" in shown
    assert "一稿：第 1 稿" in shown


def test_first_version_has_nothing_before_it(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    page = browse.get(reverse("desk:compare", kwargs={"file": DeskFile.objects.get().key}))
    assert page.status_code == 422
    assert "第一稿" in page.content.decode()


def test_finding_put_aside_stays_aside_in_the_next_version(browse) -> None:
    from test_aside import FINDING

    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    (key,) = FINDING.findall(page_of(browse, file))
    post(browse, file, "put_aside", finding=key)
    put_in_again(browse, file, "二稿.txt", ("关于对照检查的说明\n" + TEXT).encode())
    assert "已放到一边 <b>1</b> 条" in page_of(browse, file)
    shown = browse.get(reverse("desk:compare", kwargs={"file": file.key})).content.decode()
    assert "空白未填" not in shown


def test_earlier_version_comes_back_as_a_new_one(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    put_in_again(browse, file, "二稿.txt", SECOND.encode())
    post(browse, file, "restore", to="1", version="2")
    assert text_of(file) == TEXT
    assert file.versions.last().number == 3
    assert "与第 1 稿相同" in page_of(browse, file)


def test_file_that_cannot_be_read_is_no_version(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    for name, data in (("坏.docx", b"PK\3\4 broken"), ("照片.jpg", b"\xff"), ("全.zip", b"PK")):
        answer = put_in_again(browse, file, name, data)
        assert answer.status_code == 422
        assert name in answer.content.decode()
    assert file.versions.count() == 1
    file.refresh_from_db()
    assert file.status == "read"


def test_comments_that_came_with_a_version_are_followed_into_the_next(browse) -> None:
    from read.made import docx, p, r

    said = '<w:comment w:id="0" w:author="王某"><w:p><w:r><w:t>请写清时间</w:t></w:r></w:p></w:comment>'
    marked = f'<w:commentRangeStart w:id="0"/>{r("二是下村不多。")}<w:commentRangeEnd w:id="0"/>'
    first = docx(p("站长对照检查材料") + p(marked), comments=said)
    put_in(browse, "站长.docx", first)
    file = DeskFile.objects.get()
    second = docx(p("站长对照检查材料") + p("二是去年全年只下村三次。"))
    put_in_again(browse, file, "站长二稿.docx", second)
    shown = browse.get(reverse("desk:compare", kwargs={"file": file.key})).content.decode()
    assert "请写清时间" in shown
    assert "一稿退回的意见 1 条" in shown


def compare_with(browse, file: DeskFile, name: str, data: bytes) -> str:
    answer = browse.post(
        reverse("desk:compare", kwargs={"file": file.key}),
        {"opinions": SimpleUploadedFile(name, data)},
    )
    return answer.content.decode()


def test_opinions_that_were_returned_are_followed(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    put_in_again(browse, file, "二稿.txt", SECOND.encode())
    shown = compare_with(browse, file, "意见.txt", "第 5 段有几件事，请写清楚。".encode())
    assert "一稿退回的意见 1 条" in shown
    assert "请写清楚" in shown


def test_reviewed_copy_that_came_back_is_followed_by_its_comments(browse) -> None:
    put_in(browse, "县财政局.docx", EXAMPLE.read_bytes())
    file = DeskFile.objects.get()
    put_in_again(browse, file, "二稿.docx", EXAMPLE.read_bytes())
    for fix in (False, True):
        copy = api.review_file(EXAMPLE, fix=fix).data
        shown = compare_with(browse, file, "县财政局（审阅稿）.docx", copy)
        assert "没有找到" not in shown
        assert "一稿退回的意见 1 条" in shown
    # The file itself holds one comment of a person, and a text that is the same holds none.
    assert "没有找到" in compare_with(browse, file, "原文.txt", text_of(file).encode())


def test_file_without_opinions_is_said_to_have_none(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    put_in_again(browse, file, "二稿.txt", SECOND.encode())
    assert "没有找到" in compare_with(browse, file, "空.txt", b"\n")
    assert "没有做成" in compare_with(browse, file, "照片.jpg", b"\xff")
