"""What a superior sees of many units: in one installation, and by files."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from dossiers import dossier_of
from people import People, logged_in
from sent_summary import summary
from submitted import TEXT, returned, submission_of
from whole_dossier import SAID, TALKED, whole_dossier

from duizhao.web.accounts.models import Grant, Person, Unit
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.meetings.models import Dossier
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct
from duizhao.web.supervision import queries
from duizhao.web.supervision.models import ReceivedSummary
from duizhao.web.supervision.sharing import text_prints
from duizhao.web.supervision.summary import FILE, LARGEST_SUMMARY, DossierSummary
from duizhao.web.supervision.summing import summaries
from duizhao.web.supervision.unit_lines import ONLY, LineEntry, SummaryFilter, UnitLine

UNITS, TAKE_IN, SHARED = "/supervision/", "/supervision/take-in", "/supervision/shared/"
TOTALS = "/supervision/totals"


@pytest.fixture
def superior(people: People) -> Client:
    """孙七, who reviews the county and all below it."""
    Grant.objects.create(person=people.above, role=PersonRole.REVIEWER, unit=people.above.unit)
    return logged_in(Person.objects.get(pk=people.above.pk))


def send(client: Client, *files: tuple[str, bytes]) -> Any:
    return client.post(TAKE_IN, {"file": [SimpleUploadedFile(*each) for each in files]})


def given_out(client: Client, dossier: Dossier, **given: str) -> bytes:
    at = reverse("supervision:give_out", kwargs={"dossier": dossier.key})
    answer = client.post(at, given)
    assert answer.status_code == 200
    return answer.content


def test_summary_has_counts_and_no_word_or_name(people: People) -> None:
    dossier = whole_dossier(people.zhang)
    found = summaries([dossier])[0]
    assert found.expected == 2
    assert found.statements == {"returned": 1}
    assert (found.returned, found.opinions, found.answered) == (1, 2, 0)
    assert (found.talks, found.held) == (1, 1)
    assert found.total_rows == 5
    assert sum(found.themes.values()) == 5
    data = given_out(logged_in(people.zhang), dossier, prints="1")
    text = zipfile.ZipFile(io.BytesIO(data)).read(FILE).decode()
    for words in (SAID, TALKED, "张三", "周立春", "会议偏多", "性子急"):
        assert words not in text
    read = DossierSummary.from_file(data)
    assert read.themes == found.themes
    assert [each.label for each in read.prints] == ["个人材料 1"]
    assert not DossierSummary.from_file(given_out(logged_in(people.zhang), dossier)).prints


def test_superior_sees_units_below_and_a_stranger_does_not(
    people: People, superior: Client
) -> None:
    returned(submission_of(people.zhang), people.above)
    page = superior.get(UNITS).content.decode()
    assert "县水务局" in page
    assert "1 份，前后 1 次" in page
    Grant.objects.create(person=people.wang, role=PersonRole.REVIEWER, unit=people.wang.unit)
    other = logged_in(people.wang).get(UNITS).content.decode()
    assert "县水务局" not in other
    assert logged_in(people.li).get(UNITS).status_code == 404


def test_who_stands_over_all_units_is_asked_for_none_of_them(people: People) -> None:
    above, role = Person.objects.get(pk=people.above.pk), str(PersonRole.REVIEWER)
    Grant.objects.create(person=above, role=role, unit=above.unit)
    submission_of(people.zhang)
    assert above.stands_over_all(role)
    assert len(list(queries.dossiers(above, "units"))) == 1
    assert "IN (" not in str(queries.dossiers(above, "units").query)
    beside = Unit.objects.create(name="别的市")
    above = Person.objects.get(pk=above.pk)
    assert not above.stands_over_all(role)
    assert beside.pk not in above.units_below(role)
    assert len(list(queries.dossiers(above, "units"))) == 1
    assert not Person.objects.get(pk=people.zhang.pk).stands_over_all(role)


def test_two_hundred_summaries_are_taken_in_at_once_and_shown(
    people: People, superior: Client, django_assert_max_num_queries
) -> None:
    files = [(f"{number}.zip", summary(number).as_file()) for number in range(1, 201)]
    answer = send(superior, *files)
    assert answer.status_code == 200
    assert "收下 200 份" in answer.content.decode()
    with django_assert_max_num_queries(30):
        page = superior.get(UNITS)
    assert len(page.content) < 150_000
    assert TOTALS in page.content.decode()
    with django_assert_max_num_queries(30):
        totals = superior.get(TOTALS).content.decode()
    assert "200 个单位，600 个问题" in totals
    last = superior.get(f"{UNITS}?page=99").content.decode()
    assert "第99镇" in last
    with django_assert_max_num_queries(30):
        book = openpyxl.load_workbook(io.BytesIO(superior.get(f"{UNITS}workbook").content))
    assert book["各单位"].max_row == 201
    assert book["共同的问题"].max_row == 9
    # The same once more takes the place of the first.
    send(superior, ("1.zip", summary(1, expected=9).as_file()))
    assert ReceivedSummary.objects.count() == 200
    late = superior.get(f"{UNITS}?only=late&year=2026").content.decode()
    assert "第100镇" in late
    # The last year where none is asked for; a unit with two meetings is one unit.
    send(
        superior,
        ("旧.zip", summary(201, unit="第1镇", year=2025).as_file()),
        ("专.zip", summary(202, unit="第1镇").as_file()),
    )
    text = superior.get(TOTALS).content.decode()
    assert "200 个单位，603 个问题" in text
    assert "合计：会议 201，" in text
    assert "合计：会议 202，" in superior.get(f"{TOTALS}?year=").content.decode()
    assert "没有这样的会议" in superior.get(f"{UNITS}?year=1999").content.decode()


def test_two_hundred_units_here_need_few_queries(
    people: People, superior: Client, django_assert_max_num_queries
) -> None:
    for number in range(200):
        unit = Unit.objects.create(name=f"第{number}村", parent=people.above.unit)
        dossier = Dossier.objects.create(
            unit=unit, kind="democratic-life", name="2026年度民主生活会", year=2026
        )
        assert dossier.batch is None
    dossier = dossier_of(people.zhang)
    for aspect in ("联系群众", "联系群众", "担当作为"):
        add_by_hand(batch=dossier.batch, by=people.zhang, cells={"problem": "a", "aspect": aspect})
    with django_assert_max_num_queries(30):
        page = superior.get(UNITS)
    assert len(page.content) < 150_000
    assert "1 个单位，2 个问题" in superior.get(TOTALS).content.decode()


def test_what_is_no_summary_is_named_and_the_rest_is_kept(superior: Client) -> None:
    good = summary(1)
    newer = {**good.as_json(), "schema": 2, "tool": "9.9.9"}
    wrong = {**good.as_json(), "rows": {"整改中": -1}}
    answer = send(
        superior,
        ("好.zip", good.as_file()),
        ("通知.docx", b"\xd0\xcf"),
        ("坏.zip", good.as_file()[:-40]),
        ("别的.zip", _zipped("a.txt", b"1")),
        ("新.json", json.dumps(newer).encode()),
        ("错.json", json.dumps(wrong).encode()),
        ("深.json", b"[" * 100_000),
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    for words in (
        "收下 1 份",
        "有 6 份没有收",
        "通知.docx：不是对照做的汇总",
        "坏.zip：文件坏了",
        "别的.zip：不是对照做的汇总",
        "新.json：由更新的对照（9.9.9）做成",
        "错.json：文件坏了",
        "深.json：",
    ):
        assert words in text
    assert ReceivedSummary.objects.get().unit_name == "第1镇"


MOST = 1 << 32
FORGED: list[dict[str, Any]] = [
    {"unit": "名" * 401}, {"unit": 1}, {"unit": "县\0局"}, {"dossier": "../x"}, {"dossier": "a" * 17},
    {"year": 3}, {"year": 1899}, {"year": 10_000}, {"year": "2026"}, {"held_on": "2026-13-01"}, {"made_on": ""},
    {"is_closed": 1}, {"expected": True}, {"expected": -1}, {"expected": 1.5}, {"talks": MOST + 1},
    {"rows": []}, {"rows": {"整改中": "3"}}, {"rows": {"\0": 1}}, {"due": ["2026-02-30"]}, {"due": "2026-02-03"},
    {"prints": [{"label": "个人材料 1"}]}, {"prints": [{"label": "个", "prints": [MOST + 1]}]}, {"prints": [7]},
]  # fmt: skip
KEPT: list[dict[str, Any]] = [
    {"unit": "名" * 400}, {"dossier": "a" * 16}, {"year": 1900}, {"year": 9999}, {"held_on": ""},
    {"expected": 0}, {"talks": MOST}, {"rows": {}}, {"due": []}, {"prints": [{"label": "个", "prints": [0, MOST]}]},
]  # fmt: skip


@pytest.mark.parametrize("changed", FORGED)
def test_forged_values_are_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(RefusedAct, match="文件坏了"):
        DossierSummary.from_json({**summary(1).as_json(), **changed})


@pytest.mark.parametrize("changed", KEPT)
def test_values_up_to_the_limits_are_kept(changed: dict[str, Any]) -> None:
    given = json.loads(json.dumps({**summary(1).as_json(), **changed}))
    assert json.loads(json.dumps(DossierSummary.from_json(given).as_json())) == given


def test_summary_without_one_of_its_fields_is_refused() -> None:
    whole = summary(1).as_json()
    for name in set(whole) - {"format", "schema", "tool"}:
        with pytest.raises(RefusedAct, match="文件坏了"):
            DossierSummary.from_json({key: value for key, value in whole.items() if key != name})


def test_summary_is_read_from_a_bare_file_too() -> None:
    assert DossierSummary.from_file(json.dumps(summary(3).as_json()).encode()) == summary(3)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "不是对照做的汇总"),
        (b"{}", "不是对照做的汇总"),
        (b"[1, 2]", "不是对照做的汇总"),
        (b'{"format": "duizhao-summary"', "文件坏了"),
        (b'{"format": "duizhao-summary"}', "由更新的对照"),
        (b"{" + b" " * LARGEST_SUMMARY + b"}", "不是对照做的汇总"),
    ],
)
def test_file_that_is_no_summary_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedAct, match=reason):
        DossierSummary.from_file(data)
    with pytest.raises(RefusedAct, match=reason if data else "不是对照做的汇总"):
        DossierSummary.from_file(_zipped(FILE, data))


def test_line_counts_by_states_and_is_found_by_what_is_open() -> None:
    line = UnitLine(summary(1), "k", late=1, near=0)
    assert (line.handed, line.accepted, line.returned_now, line.closed) == (5, 4, 1, 2)
    assert (line.kind_name, str(line.held_on), str(line.made_on)) == (
        "民主生活会",
        "2026-12-20",
        "2026-12-25",
    )
    wanted = {only for only in ONLY if SummaryFilter(only=only).wants(line)}
    assert wanted == {"late", "returned", "missing"}
    done = UnitLine(summary(1, statements={"accepted": 7}, held_on=""), "k", late=0, near=2)
    assert {only for only in ONLY if SummaryFilter(only=only).wants(done)} == {"near"}
    assert done.held_on is None
    assert UnitLine(summary(1, kind="other"), "k", 0, 0).kind_name == "other"


@pytest.mark.parametrize(
    ("given", "is_named"),
    [
        ({}, True),
        ({"year": "2026"}, True),
        ({"year": "2025"}, False),
        ({"kind": "democratic-life"}, True),
        ({"kind": "branch-life", "year": "2026"}, False),
        ({"only": "nothing"}, True),
    ],
)
def test_filter_names_meetings_by_year_and_kind(given: dict[str, str], is_named: bool) -> None:
    wanted = SummaryFilter.from_fields(given)
    assert wanted.names(LineEntry(2026, "县水务局", "democratic-life", "d", "")) is is_named
    assert not wanted.only


def test_shared_text_is_found_across_units_here_and_by_files(
    people: People, superior: Client
) -> None:
    submission_of(people.zhang)
    submission_of(people.below, text=TEXT.replace("李建国", "王小虎"))
    elsewhere = whole_dossier(people.wang)
    prints = text_prints(elsewhere)
    send(superior, ("一.zip", summary(9, unit="青石镇", prints=prints).as_file()))
    Dossier.objects.filter(pk=elsewhere.pk).delete()
    text = superior.get(f"{SHARED}?year=2026").content.decode()
    assert "比了 3 个单位 2026 年送审的 3 份材料" in text
    assert text.count("<tr>") == 1 + 3
    assert "青石镇：个人材料 1" in text
    assert "没有相同较多的" in superior.get(f"{SHARED}?year=2020").content.decode()


def test_page_of_the_unit_shows_what_goes_out(people: People) -> None:
    dossier = whole_dossier(people.zhang)
    page = logged_in(people.zhang).get(
        reverse("supervision:summary", kwargs={"dossier": dossier.key})
    )
    text = page.content.decode()
    assert "已退回 1 份" in text
    assert "退回过" in text


def _zipped(name: str, data: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        package.writestr(name, data)
    return kept.getvalue()
