"""Words edited in the page: checked while they are typed, kept as a draft, saved as a version."""

from __future__ import annotations

from django.urls import reverse
from test_aside import page_of, post
from test_batch import TEXT, put_in
from test_fixes import EXAMPLE, text_of

from duizhao import api
from duizhao.web.desk.models import DeskFile, Draft
from duizhao.web.stored_files import load


def edit_page(browse, file: DeskFile) -> str:
    return browse.get(reverse("desk:edit", kwargs={"file": file.key})).content.decode()


def test_page_has_the_words_and_the_findings_without_a_script(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    page = edit_page(browse, DeskFile.objects.get())
    assert TEXT in page
    assert "空白未填" in page


def test_typed_words_are_checked_and_kept_as_a_draft(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    typed = TEXT.replace("××件事", "于部职工有三件事")
    answer = post(browse, file, "keep_draft", text=typed, version="1").json()
    assert not answer["saved"]
    (slip,) = (each for each in answer["findings"] if each["edits"])
    assert typed[slip["from"] : slip["to"]].startswith("于部")
    assert file.versions.count() == 1
    page = edit_page(browse, file)
    assert "于部职工有三件事" in page
    assert "记下的草稿" in page
    post(browse, file, "drop_draft")
    assert "于部职工" not in edit_page(browse, file)


def test_words_as_they_are_leave_no_draft(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.replace("\n", "\r\n").encode())
    file = DeskFile.objects.get()
    post(browse, file, "keep_draft", text=TEXT + "又", version="1")
    assert post(browse, file, "keep_draft", text=TEXT, version="1").json()["saved"]
    assert not Draft.objects.exists()


def test_places_count_as_browsers_count(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    typed = TEXT.replace("××", "𠀀𠀀××")
    answer = post(browse, DeskFile.objects.get(), "keep_draft", text=typed, version="1").json()
    (blank,) = (each for each in answer["findings"] if each["title"] == "空白未填")
    units = typed.encode("utf-16-le")
    assert units[2 * blank["from"] : 2 * blank["to"]].decode("utf-16-le") == "××"


def test_saved_words_are_a_version_in_the_encoding_of_the_file(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.replace("\n", "\r\n").encode("gb18030"))
    file = DeskFile.objects.get()
    typed = TEXT.replace("××件事", "去年三件事")
    post(browse, file, "keep_draft", text=typed, version="1")
    post(browse, file, "save", text=typed.replace("\n", "\r\n"), version="1")
    version = file.versions.last()
    assert load(version.content) == typed.replace("\n", "\r\n").encode("gb18030")
    assert version.origin == "typed"
    assert not Draft.objects.exists()


def test_words_typed_over_a_word_file_go_into_it(browse) -> None:
    put_in(browse, "县财政局.docx", EXAMPLE.read_bytes())
    file = DeskFile.objects.get()
    typed = text_of(file).replace("三是斗争", "二是斗争")
    post(browse, file, "save", text=typed, version="1")
    version = file.versions.last()
    assert version.suffix == ".docx"
    assert api.read_bytes(load(version.content), "甲.docx", "docx").text == typed


def test_words_that_do_not_fit_the_word_file_are_a_text_and_the_page_says_so(browse) -> None:
    from read.made import docx, p

    body = p("站长对照检查材料") + "<w:p><w:r><w:t>一是学习不够。</w:t><w:drawing/></w:r></w:p>"
    put_in(browse, "站长.docx", docx(body + p("二是下村不多。")))
    file = DeskFile.objects.get()
    post(browse, file, "save", text="站长对照检查材料\n二是下村不多。", version="1")
    assert file.versions.last().suffix == ".txt"
    assert text_of(file) == "站长对照检查材料\n二是下村不多。"
    page = page_of(browse, file)
    assert "只留了文字" in page
    assert "第 1 稿" in page


def test_page_from_before_another_version_loses_no_word(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    post(browse, file, "save", text=TEXT + "先存的", version="1")
    answer = post(browse, file, "save", text=TEXT + "后存的", version="1")
    assert answer.status_code == 409
    assert text_of(file).endswith("先存的")
    page = edit_page(browse, file)
    assert "后存的" in page
    assert "已经是第 2 稿" in page


def test_words_are_kept_even_where_the_file_cannot_be_read(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    file.versions.update(suffix=".jpg")
    answer = post(browse, file, "keep_draft", text="打的字", version="1")
    assert answer.status_code == 422
    assert "草稿已记下" in answer.json()["why"]
    assert post(browse, file, "save", text="打的字又打", version="1").status_code == 422
    assert Draft.objects.get().text == "打的字又打"
