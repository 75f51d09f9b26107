"""A batch, as the person sees it who put the files in."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from duizhao.web.desk.models import Batch, DeskFile, ReadStatus
from duizhao.web.stored_files import place_of

TEXT = """\
林业站站长组织生活会个人对照检查材料
本人认真查找了不足，现对照检查如下。
一、存在的问题
一是碰硬不够。去年本人拖了三周才上门。
二是跟进不及时。××件事有两件过了期。
"""


def put_in(browse, name: str, data: bytes, batch: Batch | None = None):
    if batch is None:
        browse.post(reverse("desk:begin"), {"name": "这一批"})
        batch = Batch.objects.get()
    return browse.post(
        reverse("desk:put_in", kwargs={"batch": batch.key}),
        {"file": SimpleUploadedFile(name, data), "name": name},
    )


def test_file_becomes_a_row_with_what_was_found(browse) -> None:
    row = put_in(browse, "林业站.txt", TEXT.encode()).content.decode()
    assert "林业站.txt" in row
    assert "空白未填" in row
    assert DeskFile.objects.get().status == ReadStatus.READ


def test_file_that_cannot_be_read_is_a_row_with_the_reason(browse) -> None:
    row = put_in(browse, "照片.jpg", b"\xff\xd8\xff").content.decode()
    assert "不认识 .jpg 格式" in row
    row = put_in(browse, "坏.docx", b"PK\3\4 broken", Batch.objects.get()).content.decode()
    assert "没有读" in row


def test_name_with_signs_of_html_is_shown_as_it_is(browse) -> None:
    row = put_in(browse, "<b>甲</b>&.txt", TEXT.encode()).content.decode()
    assert "&lt;b&gt;甲&lt;/b&gt;&amp;.txt" in row


def test_original_comes_back_as_it_was(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    answer = browse.get(reverse("desk:original", kwargs={"file": DeskFile.objects.get().key}))
    assert b"".join(answer.streaming_content) == TEXT.encode()
    assert answer["Content-Type"] == "application/octet-stream"


def test_page_of_a_file_shows_its_text_with_its_findings(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    page = browse.get(reverse("desk:file", kwargs={"file": DeskFile.objects.get().key}))
    shown = page.content.decode()
    assert '<mark id="m-f1-1"' in shown
    assert "DZ301" in shown


def test_state_is_kept(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    browse.post(reverse("desk:mark", kwargs={"file": file.key}), {"state": "returned"})
    page = browse.get(reverse("desk:batch", kwargs={"batch": file.batch.key}))
    assert "已退回" in page.content.decode()


def test_clearing_removes_rows_and_files(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    batch, place = Batch.objects.get(), place_of(DeskFile.objects.get().versions.get().content)
    assert place.exists()
    browse.post(reverse("desk:clear", kwargs={"batch": batch.key}))
    assert not Batch.objects.exists()
    assert not place.exists()


def test_pasted_text_is_read(browse) -> None:
    browse.post(reverse("desk:begin"), {"text": TEXT})
    assert DeskFile.objects.get().facts["recognised"]


def test_example_is_offered_and_read(browse) -> None:
    assert "放入例子" in browse.get(reverse("desk:home")).content.decode()
    browse.post(reverse("desk:example"))
    assert DeskFile.objects.get().facts["counts"]["error"]
