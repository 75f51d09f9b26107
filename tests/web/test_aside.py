"""Findings put aside with a reason: they no longer count, in this version or a later one, and can be taken back."""

from __future__ import annotations

import re

from django.urls import reverse
from test_batch import TEXT, put_in

from duizhao.web.desk.models import DeskFile, SetAside

FINDING = re.compile(r'name="finding" value="(DZ301-[0-9a-f]+)"')


def page_of(browse, file: DeskFile) -> str:
    return browse.get(reverse("desk:file", kwargs={"file": file.key})).content.decode()


def post(browse, file: DeskFile, act: str, **fields: str):
    return browse.post(reverse(f"desk:{act}", kwargs={"file": file.key}), fields)


def test_finding_put_aside_no_longer_counts_and_is_listed_apart(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    before = file.facts["counts"]["error"]
    (key,) = FINDING.findall(page_of(browse, file))
    answer = post(browse, file, "put_aside", finding=key, reason="引用的原文", at="1")
    assert answer["Location"].endswith("#f1-1")
    file.refresh_from_db()
    assert file.facts["counts"]["error"] == before - 1
    page = page_of(browse, file)
    assert "已放到一边 <b>1</b> 条" in page
    assert "引用的原文" in page.partition("已放到一边")[2]
    assert 'data-f="f1-1"' in page
    post(browse, file, "take_back", finding=key)
    file.refresh_from_db()
    assert file.facts["counts"]["error"] == before
    assert not SetAside.objects.exists()


def test_reason_may_be_in_ones_own_words_or_left_out(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    (key,) = FINDING.findall(page_of(browse, file))
    post(browse, file, "put_aside", finding=key, other=" 印的时候再填 ")
    assert SetAside.objects.get().reason == "印的时候再填"
    post(browse, file, "take_back", finding=key)
    post(browse, file, "put_aside", finding=key, other="")
    assert SetAside.objects.get().reason == "不是问题"


def test_finding_that_is_not_there_is_refused(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    for act in ("put_aside", "take_back"):
        answer = post(browse, file, act, finding="DZ301-0000000000000000")
        assert answer.status_code == 409
        assert "已经改过" in answer.content.decode()


def test_reason_with_signs_of_html_is_shown_as_it_is(browse) -> None:
    put_in(browse, "林业站.txt", TEXT.encode())
    file = DeskFile.objects.get()
    (key,) = FINDING.findall(page_of(browse, file))
    post(browse, file, "put_aside", finding=key, other="<i>甲</i>")
    assert "&lt;i&gt;甲&lt;/i&gt;" in page_of(browse, file)
