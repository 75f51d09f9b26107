"""The picture of the chain on the page of a statement, and the questions to its author."""

from __future__ import annotations

from django.urls import reverse
from test_batch import TEXT, put_in

from duizhao.web.desk.models import DeskFile


def address(name: str) -> str:
    return reverse(f"desk:{name}", kwargs={"file": DeskFile.objects.get().key})


def test_page_of_a_statement_fetches_the_picture_when_it_is_opened(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    page = browse.get(address("file")).content.decode()
    assert f'hx-get="{address("chain")}"' in page
    assert "<svg" not in page
    swap = browse.get(address("chain"), headers={"HX-Request": "true"}).content.decode()
    assert swap.count("<svg") == 1
    assert 'href="#d1-4"' in swap
    assert "<html" not in swap


def test_without_a_script_the_picture_is_a_page_that_leads_back(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    page = browse.get(address("chain")).content.decode()
    assert "<html" in page
    assert f'href="{address("file")}#d1-4"' in page


def test_questions_are_a_page_to_print(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    page = browse.get(address("questions")).content.decode()
    assert "请作者回答" in page
    assert "？" in page


def test_file_that_was_not_read_says_why(browse) -> None:
    put_in(browse, "照片.jpg", b"\xff\xd8\xff")
    for name in "chain", "questions":
        assert "不认识 .jpg 格式" in browse.get(address(name)).content.decode()


def test_questions_of_all_chosen_are_one_page_to_print(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    batch = DeskFile.objects.get().batch
    put_in(browse, "照片.jpg", b"\xff\xd8\xff", batch)
    put_in(browse, "农机站.txt", TEXT.replace("林业站", "农机站").encode(), batch)
    page = browse.post(reverse("desk:questions_of_chosen", kwargs={"batch": batch.key}))
    assert page.content.decode().count('class="question-sheet"') == 2
