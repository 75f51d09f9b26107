"""Findings put aside with a reason: they no longer count, in this version or a later one, and can be taken back."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from test_batch import TEXT, put_in

from duizhao import api
from duizhao.web.desk import checking, reading, typing_in
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


WORDS_OF_A_SHIFT = (
    "装卸班这一年\n夜班交接时吊具上有三处磨损，没有写进本子。\n码头风大那天，有两车货没有盖好。\n"
)
GIVEN = re.compile(r'name="finding" value="(DZ101-[0-9a-f]+)"')


def put_in_what_is_refused(browse) -> DeskFile:
    put_in(browse, "装卸班.txt", WORDS_OF_A_SHIFT.encode())
    return DeskFile.objects.get()


def codes(file: DeskFile) -> set[str]:
    checked = reading.checked(file, file.versions.last())
    return {finding.code for finding in checked.findings}


def test_file_that_is_not_recognised_is_read_as_a_statement_where_somebody_says_so(browse) -> None:
    file = put_in_what_is_refused(browse)
    page = page_of(browse, file)
    assert "是对照检查材料，按它全查" in page
    assert codes(file) == {"DZ101"}
    post(browse, file, "put_aside", finding=GIVEN.findall(page)[0], reason="是对照检查材料")
    file.refresh_from_db()
    assert "DZ101" not in codes(file)
    assert "DZ103" in codes(file)
    assert api.extract_rows(
        reading.source_of(file, file.versions.last()), checking.checker()
    ).is_statement
    typed = typing_in.findings_in(file, f"{WORDS_OF_A_SHIFT}又有一车没有盖好。\n")
    assert typed
    assert not [each for each in typed if "DZ101" in str(each)]


def test_what_was_said_of_a_file_holds_in_later_versions_and_can_be_taken_back(browse) -> None:
    file = put_in_what_is_refused(browse)
    (key,) = GIVEN.findall(page_of(browse, file))
    post(browse, file, "put_aside", finding=key, reason="是对照检查材料")
    later = SimpleUploadedFile("装卸班.txt", f"装卸班的话\n{WORDS_OF_A_SHIFT}".encode())
    browse.post(
        reverse("desk:new_version", kwargs={"file": file.key}), {"file": later, "version": "1"}
    )
    page = page_of(browse, file)
    assert file.versions.count() == 2
    assert "DZ101" not in codes(file)
    assert GIVEN.findall(page.partition("已放到一边")[2]) == [key]
    post(browse, file, "take_back", finding=key)
    assert not SetAside.objects.exists()
    assert codes(file) == {"DZ101"}
