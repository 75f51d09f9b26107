"""The rows of a batch: sorted, narrowed, several changed at once, removed and put back; large batches stay light."""

from __future__ import annotations

import json
import re
from datetime import datetime

import pytest
from django.urls import reverse

from duizhao.web.desk import actions, checking
from duizhao.web.desk.models import Batch, DeskFile, ReadStatus
from duizhao.web.desk.table import progress
from duizhao.web.desk.views import rows

ROWS, MAX_PAGE_BYTES = 300, 150_000
ASPECTS = ["政治忠诚", "能力本领", "担当作为", "工作作风", "遵规守纪", "廉洁自律"]


@pytest.fixture
def batch(people) -> Batch:
    return actions.begin_batch(owner=people.zhang, name="县直单位")


def put_in(batch: Batch, name: str, *, lacking: int = 0, **facts: object) -> DeskFile:
    file = actions.put_in(batch=batch, name=name, data=name.encode())
    made = {
        "who": facts.pop("who", "党组成员、副局长 王某"),
        "campaign": "2024年度县直机关民主生活会",
        "aspects": [(aspect, at >= lacking) for at, aspect in enumerate(ASPECTS)],
        "counts": {"error": 0, "warning": 0, "hint": 0},
        "layout": 3,
        "first": "必改：第 12 段“××”：这里空着没有填",
        **facts,
    }
    actions.keep_facts(file=file, facts=made, checked_with=checking.stamp())
    return file


def names(browse, batch: Batch, **query: str) -> list[str]:
    page = browse.get(reverse("desk:batch", args=[batch.key]), query).content.decode()
    return re.findall(r"<td class=name><a [^>]*>([^<]*)</a>", page)


def act(browse, batch: Batch, name: str, **data: object):
    address = reverse(f"desk:{name}", args=[batch.key])
    return browse.post(address, data, headers={"HX-Request": "true"})


def test_numbers_in_names_are_sorted_as_numbers(browse, batch: Batch) -> None:
    for name in ("10王.docx", "2李.docx", "张.docx"):
        put_in(batch, name)
    assert names(browse, batch) == ["10王.docx", "2李.docx", "张.docx"]
    assert names(browse, batch, sort="name") == ["2李.docx", "10王.docx", "张.docx"]
    assert names(browse, batch, sort="-name") == ["张.docx", "10王.docx", "2李.docx"]


@pytest.mark.parametrize("column", ["error", "warning", "hint"])
def test_rows_are_sorted_by_what_was_found(browse, batch: Batch, column: str) -> None:
    for name, count in (("少.docx", 1), ("多.docx", 12), ("中.docx", 5)):
        put_in(batch, name, counts={column: count})
    assert names(browse, batch, sort=f"-{column}") == ["多.docx", "中.docx", "少.docx"]


def test_rows_are_sorted_by_aspects_and_state(browse, batch: Batch) -> None:
    put_in(batch, "全.docx")
    put_in(batch, "缺.docx", lacking=2)
    assert names(browse, batch, sort="-aspects") == ["缺.docx", "全.docx"]
    act(browse, batch, "mark_chosen", chosen=[batch.files.first().key], state="returned")
    assert names(browse, batch, sort="state") == ["缺.docx", "全.docx"]


def test_list_is_narrowed(browse, batch: Batch) -> None:
    put_in(batch, "甲.docx", counts={"error": 2}, who="局长 赵某")
    put_in(batch, "乙.docx", lacking=1)
    refused = actions.put_in(batch=batch, name="丙.jpg", data=b"")
    actions.refuse(file=refused, reason="不认识 .jpg 格式")
    assert names(browse, batch, only="error") == ["甲.docx"]
    assert names(browse, batch, only="lacking") == ["乙.docx"]
    assert names(browse, batch, only="unread") == ["丙.jpg"]
    assert names(browse, batch, words="赵某") == ["甲.docx"]
    assert names(browse, batch, state_is="returned") == []
    assert len(names(browse, batch, only="nonsense", sort="nonsense")) == 3


def test_swap_holds_the_table_alone(browse, batch: Batch) -> None:
    put_in(batch, "甲.docx")
    headers = {"HX-Request": "true", "HX-Target": "table"}
    answer = browse.get(reverse("desk:batch", args=[batch.key]), headers=headers).content.decode()
    assert answer.startswith('<div id="table"')
    assert "<html" not in answer


def test_state_of_several_is_changed_at_once(browse, batch: Batch) -> None:
    chosen = [put_in(batch, name).key for name in ("甲.docx", "乙.docx")]
    put_in(batch, "丙.docx")
    answer = act(browse, batch, "mark_chosen", chosen=chosen, state="seen")
    said = json.loads(answer["HX-Trigger"])["duizhao:say"]
    assert said["words"] == "2 份标为“已看”"
    states = dict(batch.files.values_list("name", "review_state"))
    assert states == {"甲.docx": "seen", "乙.docx": "seen", "丙.docx": "new"}


def test_without_a_choice_all_that_is_listed_is_changed(browse, batch: Batch) -> None:
    put_in(batch, "甲.docx", counts={"error": 1})
    put_in(batch, "乙.docx")
    act(browse, batch, "mark_chosen", only="error", state="seen")
    assert dict(batch.files.values_list("name", "review_state"))["乙.docx"] == "new"
    act(browse, batch, "mark_chosen", state="returned")
    assert set(batch.files.values_list("review_state", flat=True)) == {"returned"}


def test_removed_row_is_put_back(browse, batch: Batch) -> None:
    file = put_in(batch, "甲.docx")
    put_in(batch, "乙.docx")
    answer = act(browse, batch, "remove_chosen", chosen=[file.key])
    undo = json.loads(answer["HX-Trigger"])["duizhao:say"]["undo"]
    assert names(browse, batch) == ["乙.docx"]
    assert browse.get(reverse("desk:file", args=[file.key])).status_code == 404
    browse.post(undo["address"], {"keys": undo["keys"]}, headers={"HX-Request": "true"})
    assert names(browse, batch) == ["甲.docx", "乙.docx"]


def test_nothing_is_removed_without_a_choice(browse, batch: Batch) -> None:
    put_in(batch, "甲.docx")
    act(browse, batch, "remove_chosen")
    assert names(browse, batch) == ["甲.docx"]


def test_file_of_another_batch_is_not_changed_with_this_one(browse, batch, people) -> None:
    other = put_in(actions.begin_batch(owner=people.wang, name="别人的"), "丁.docx")
    act(browse, batch, "remove_chosen", chosen=[other.key])
    act(browse, batch, "mark_chosen", chosen=[other.key], state="seen")
    other.refresh_from_db()
    assert (other.removed_at, other.review_state) == (None, "new")


def test_batch_is_renamed(browse, batch: Batch) -> None:
    browse.post(reverse("desk:rename", args=[batch.key]), {"name": " 第一 组 "})
    batch.refresh_from_db()
    assert batch.name == "第一 组"


def test_progress_answers_with_the_rows_that_have_changed(browse, batch: Batch) -> None:
    actions.put_in(batch=batch, name="慢.pdf", data=b"%PDF")
    page = browse.get(reverse("desk:batch", args=[batch.key])).content.decode()
    assert "正在读取：0 / 1" in page
    asked = asked_for_progress(page.encode())
    assert "<tr" not in browse.get(asked).content.decode()
    actions.refuse(file=DeskFile.objects.get(), reason="打不开")
    answer = browse.get(asked)
    assert "打不开" in answer.content.decode()
    assert "hx-swap-oob" in answer.content.decode()
    put_in(batch, "又一份.docx")
    assert browse.get(asked)["HX-Trigger"] == "duizhao:rows"


def asked_for_progress(page: bytes) -> str:
    """Where a page, or the last answer, asks for progress."""
    found = re.search(r'hx-get="([^"]*progress[^"]*)"', page.decode())
    assert found
    return found[1].replace("&amp;", "&")


def test_table_is_asked_for_once_when_none_waits_any_more(browse, batch: Batch) -> None:
    for name in ("快.pdf", "慢.pdf"):
        actions.put_in(batch=batch, name=name, data=b"%PDF")
    asked = asked_for_progress(browse.get(reverse("desk:batch", args=[batch.key])).content)
    first, last = DeskFile.objects.order_by("position")
    actions.refuse(file=first, reason="打不开")
    answer = browse.get(asked)
    assert "HX-Trigger" not in answer
    actions.refuse(file=last, reason="打不开")
    answer = browse.get(asked_for_progress(answer.content))
    assert answer["HX-Trigger"] == "duizhao:rows"
    assert "HX-Trigger" not in browse.get(asked_for_progress(answer.content))


def test_row_that_is_kept_while_the_page_asks_is_told_the_next_time(
    browse, batch: Batch, monkeypatch
) -> None:
    for name in ("快.pdf", "慢.pdf"):
        actions.put_in(batch=batch, name=name, data=b"%PDF")
    asked = asked_for_progress(browse.get(reverse("desk:batch", args=[batch.key])).content)
    first = DeskFile.objects.order_by("position")[0]

    def slow_progress(files: list[DeskFile], asked_at: datetime) -> dict[str, object]:
        """A row is kept between the question to the database and the answer."""
        if first.status == ReadStatus.WAITING:
            actions.refuse(file=first, reason="打不开")
        return progress(files, asked_at)

    monkeypatch.setattr(rows, "progress", slow_progress)
    answer = browse.get(asked)
    assert "打不开" not in answer.content.decode()
    assert "打不开" in browse.get(asked_for_progress(answer.content)).content.decode()


def test_page_of_many_rows_is_light_and_asks_the_database_as_often_as_one_of_few(
    browse, batch: Batch, django_assert_max_num_queries
) -> None:
    for number in range(ROWS):
        put_in(batch, f"{number}水利局党组成员、副局长 王某（自查材料）.docx", lacking=number % 3)
    address = reverse("desk:batch", args=[batch.key])
    with django_assert_max_num_queries(10):
        page = browse.get(address).content
    assert page.count(b"<tr id=f-") == ROWS
    assert len(page) < MAX_PAGE_BYTES, len(page)


def test_stopped_row_says_so(browse, batch: Batch) -> None:
    actions.put_in(batch=batch, name="慢.pdf", data=b"%PDF")
    browse.post(reverse("desk:stop", args=[batch.key]))
    assert DeskFile.objects.get().status == ReadStatus.STOPPED
    assert "已停下" in browse.get(reverse("desk:batch", args=[batch.key])).content.decode()
