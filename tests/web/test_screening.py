"""Files compared with each other: asked for, kept, opened again, removed with what they were made of."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from screened_texts import SHARED, texts

from duizhao.web.desk import actions, comparing, reading
from duizhao.web.desk.models import Batch, DeskFile, KeptScreening, ScreeningStatus
from duizhao.web.stored_files import place_of


def fill(batch: Batch) -> Batch:
    for name, data in texts().items():
        file = actions.put_in(batch=batch, name=name, data=data)
        reading.read_version(file, file.versions.last())
    return batch


@pytest.fixture
def batch(people) -> Batch:
    return fill(actions.begin_batch(owner=people.zhang, name="今年"))


def begin(browse, batch: Batch, **given: object) -> KeptScreening:
    address = reverse("desk:screen", kwargs={"batch": batch.key})
    answer = browse.post(address, {"begin": "1", **given})
    assert answer.status_code == 302, answer.content.decode()
    return KeptScreening.objects.get()


def page(browse, name: str, screening: KeptScreening, query: str = "") -> str:
    address = reverse(f"desk:{name}", kwargs={"screening": screening.pk})
    answer = browse.get(address + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_pair_is_listed_with_its_shares_and_opened_side_by_side(browse, batch) -> None:
    made = begin(browse, batch)
    assert (made.status, made.pairs) == (ScreeningStatus.DONE, 1)
    listed = page(browse, "screening", made)
    assert "今年 4 份，两两相比：1 对有相同段落" in listed
    assert 'href="pair?number=1"' in listed
    assert "张三.txt" in listed
    pair = page(browse, "pair", made, "?number=1")
    assert pair.count('class="text"') == 2
    assert 'data-p="1"' in pair
    assert SHARED[9:20] in pair


def test_only_the_chosen_are_compared(browse, batch) -> None:
    keys = [each.key for each in batch.files.all() if each.name != "张三.txt"]
    made = begin(browse, batch, chosen=keys)
    assert made.pairs == 0
    assert "没有找到相同段落" in page(browse, "screening", made)


def test_other_batch_is_compared_too_and_its_files_are_named_with_it(browse, batch, people) -> None:
    last = fill(actions.begin_batch(owner=people.zhang, name="去年"))
    one = batch.files.get(name="张三.txt")
    made = begin(browse, batch, chosen=[one.key], other=last.key)
    listed = page(browse, "screening", made)
    assert "今年 1 份，与 去年 4 份相比" in listed
    assert "去年/李四.txt" in listed


def test_batch_of_somebody_else_is_not_compared(browse, batch, people) -> None:
    theirs = fill(actions.begin_batch(owner=people.li, name="别人的"))
    made = begin(browse, batch, other=theirs.key)
    assert made.other is None
    asked = browse.post(reverse("desk:screen", kwargs={"batch": batch.key})).content.decode()
    assert "别人的" not in asked


def test_team_is_a_picture_and_a_table_in_the_order_of_names(browse, batch) -> None:
    listed = page(browse, "screening", begin(browse, batch))
    svg = re.search(r'<svg class="team-matrix".*?</svg>', listed, re.DOTALL)[0]
    assert "style=" not in svg
    assert svg.count("%</text>") == 2
    assert '<table class="team">' in listed


def test_result_is_opened_again_without_computing(browse, batch, monkeypatch) -> None:
    made = begin(browse, batch)
    monkeypatch.setattr(comparing, "compare", None)
    assert (
        "查过的" in browse.get(reverse("desk:batch", kwargs={"batch": batch.key})).content.decode()
    )
    assert "1 对有相同段落" in page(browse, "screening", made)


def test_reports_are_files_of_their_own(browse, batch) -> None:
    made = begin(browse, batch)
    address = reverse("desk:screening_file", kwargs={"screening": made.pk})
    book = browse.get(f"{address}?form=xlsx")
    assert zipfile.is_zipfile(io.BytesIO(book.content))
    assert "attachment" in book["Content-Disposition"]
    assert b"<!doctype html>" in browse.get(f"{address}?form=html").content


def test_one_file_is_too_few(browse, batch) -> None:
    one = batch.files.first()
    address = reverse("desk:screen", kwargs={"batch": batch.key})
    answer = browse.post(address, {"begin": "1", "chosen": [one.key]})
    assert answer.status_code == 422
    assert not KeptScreening.objects.exists()


def test_many_are_left_to_the_worker(work, browse, batch, monkeypatch) -> None:
    monkeypatch.setattr(comparing, "AT_ONCE", 3)
    made = begin(browse, batch)
    assert made.status == ScreeningStatus.WAITING
    assert "正在查重" in page(browse, "screening", made)
    work()
    made.refresh_from_db()
    assert (made.status, made.pairs) == (ScreeningStatus.DONE, 1)


@pytest.mark.parametrize("which", ["batch", "other"])
def test_result_goes_with_either_batch(browse, batch, people, which: str) -> None:
    last = fill(actions.begin_batch(owner=people.zhang, name="去年"))
    place = place_of(begin(browse, batch, other=last.key).content)
    assert place.exists()
    actions.clear(batch=batch if which == "batch" else last, by=people.zhang)
    assert not KeptScreening.objects.exists()
    assert not place.exists()


def test_result_goes_with_one_of_its_files(browse, batch) -> None:
    place = place_of(begin(browse, batch).content)
    actions.remove_files(files=DeskFile.objects.filter(name="张三.txt"))
    actions.remove_for_good(before=timezone.now() + timedelta(hours=1))
    assert not KeptScreening.objects.exists()
    assert not place.exists()


def test_result_is_dropped_alone(browse, batch) -> None:
    made = begin(browse, batch)
    browse.post(reverse("desk:drop_screening", kwargs={"screening": made.pk}))
    assert not KeptScreening.objects.exists()
    assert not place_of(made.content).exists()
    assert batch.files.count() == 4


def test_pair_that_is_not_there_leads_to_the_list(browse, batch) -> None:
    made = begin(browse, batch)
    address = reverse("desk:pair", kwargs={"screening": made.pk})
    for query in "?number=2", "?number=0", "?number=x":
        assert browse.get(address + query).status_code == 302
