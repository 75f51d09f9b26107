"""Certain fixes made with one click, one by one or all at once, and undone with one."""

from __future__ import annotations

import re
from pathlib import Path

from django.urls import reverse
from test_aside import page_of, post
from test_batch import put_in

from duizhao import api
from duizhao.web.desk.models import DeskFile
from duizhao.web.stored_files import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "faulty.docx"
TEXT = """\
林业站站长组织生活会个人对照检查材料
一、存在的问题
一是关心于部职工不够。去年冬天本人没有上门一次。。
二是护林员的的困难，本人知道得晚。
"""


def text_of(file: DeskFile) -> str:
    version = file.versions.last()
    return api.read_bytes(load(version.content), file.name, version.suffix[1:]).text


def fixable(page: str, code: str) -> str:
    forms = re.findall(r'/fix">.*?name="finding" value="(\w+-\w+)"', page)
    return next(each for each in forms if each.startswith(code))


def test_fix_in_a_text_file_is_made_and_undone(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode("gb18030"))
    file = DeskFile.objects.get()
    key = fixable(page_of(browse, file), "DZ6")
    answer = post(browse, file, "fix", finding=key, version="1", at="2")
    assert answer["Location"].endswith("#f1-2")
    assert text_of(file) != TEXT
    assert load(file.versions.last().content).decode("gb18030") == text_of(file)
    page = page_of(browse, file)
    assert "第 2 稿已采用改法" in page
    assert "撤销" in page
    post(browse, file, "undo", version="2")
    assert text_of(file) == TEXT
    assert "已采用改法" not in page_of(browse, file)
    assert [each.origin for each in file.versions.all()] == ["put-in", "fixed", "undone"]


def test_fixes_are_undone_one_after_the_other(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    texts = [text_of(file)]
    for number in ("1", "2"):
        key = fixable(page_of(browse, file), "DZ6")
        post(browse, file, "fix", finding=key, version=number)
        texts.append(text_of(file))
    assert len(set(texts)) == 3
    post(browse, file, "undo", version="3")
    assert text_of(file) == texts[1]
    post(browse, file, "undo", version="4")
    assert text_of(file) == texts[0]


def test_all_fixes_are_shown_first_and_made_in_the_word_file(browse) -> None:
    put_in(browse, "县财政局.docx", EXAMPLE.read_bytes())
    file = DeskFile.objects.get()
    preview = browse.get(reverse("desk:fix_all", kwargs={"file": file.key})).content.decode()
    assert "有把握的改法 5 处" in preview
    assert file.versions.count() == 1
    post(browse, file, "fix_all", version="1")
    assert file.versions.last().suffix == ".docx"
    assert "干部职工" in text_of(file)
    assert "采用全部改法" not in page_of(browse, file)
    post(browse, file, "undo", version="2")
    assert load(file.versions.last().content) == EXAMPLE.read_bytes()


def test_fix_of_a_finding_put_aside_is_not_made(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    key = fixable(page_of(browse, file), "DZ6")
    post(browse, file, "put_aside", finding=key)
    post(browse, file, "fix_all", version="1")
    page = page_of(browse, file)
    assert "已放到一边 <b>1</b> 条" in page
    assert "采用全部改法" not in page


def test_click_in_a_page_from_before_another_change_is_refused(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    first, second = (fixable(page_of(browse, file), code) for code in ("DZ6", "DZ6"))
    post(browse, file, "fix", finding=first, version="1")
    assert post(browse, file, "fix", finding=second, version="1").status_code == 409
    assert post(browse, file, "undo", version="1").status_code == 409
    assert file.versions.count() == 2


def test_state_becomes_changed(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    post(browse, file, "fix_all", version="1")
    file.refresh_from_db()
    assert file.review_state == "changed"
    assert file.status == "read"
