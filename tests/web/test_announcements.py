"""Rows of a ledger are announced: a few columns, to those of a scope, until a day; never where a problem comes from."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta

import pytest
from announced import CELLS, announced, drafted, in_ledger, yesterday
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from dossiers import attends, dossier_of
from people import logged_in

from duizhao.ledger.column import COLUMNS
from duizhao.web.accounts.models import Grant
from duizhao.web.announcements.announced_rows import TEXTS
from duizhao.web.announcements.models import Announcement
from duizhao.web.meetings.actions import close_dossier
from duizhao.web.opinions.actions import TypedOpinion, enter_opinions
from duizhao.web.person_role import PersonRole

SHOWN = {"problem", "measures", "department", "due", "status", "progress", "postponed"}


@pytest.fixture
def dossier(people):
    return dossier_of(people.zhang)


def page(client: Client, name: str, **named: str) -> str:
    return client.get(reverse(f"announcements:{name}", kwargs=named)).content.decode()


def form_of(found: Announcement, **changed: str) -> dict[str, str]:
    """What the form of an announcement sends."""
    texts = {f"{key}-{row['row']}": row[key] for row in found.rows for key in TEXTS}
    return {
        "version": str(found.version),
        "title": found.title,
        "foreword": found.foreword,
        "scope": found.scope,
        "starts_on": found.starts_on.isoformat(),
        "ends_on": found.ends_on.isoformat(),
        **texts,
        **changed,
    }


def save(client: Client, found: Announcement, **changed: str):
    address = reverse("announcements:edit", kwargs={"announcement": found.key})
    return client.post(address, form_of(found, **changed))


def publish(client: Client, found: Announcement):
    return client.post(reverse("announcements:publish", kwargs={"announcement": found.key}))


def link_of(found: Announcement) -> str:
    return f"/p/{found.token}/"


def test_chosen_rows_are_looked_through_and_published(browse, dossier, people) -> None:
    row = in_ledger(dossier, people.zhang)
    in_ledger(dossier, people.zhang, problem="会议偏多")
    begin = reverse("announcements:begin", kwargs={"dossier": dossier.key})
    assert "到基层少" in browse.get(begin).content.decode()
    assert browse.post(begin, {"chosen": [row.key]}).status_code == 302
    found = Announcement.objects.get()
    assert [each["problem"] for each in found.rows] == [CELLS["problem"]]
    result = f"result-{row.key}"
    save(browse, found, **{result: "已驻点四次", "scope": "unit"})
    found.refresh_from_db()
    assert "还没有发布" in page(browse, "edit", announcement=found.key)
    assert publish(browse, found).status_code == 302
    assert "已驻点四次" in page(browse, "announcement", announcement=found.key)


def test_nothing_but_the_announced_columns_is_ever_shown(browse, dossier, people) -> None:
    marks = {
        column.key: f"机密{at}号"
        for at, column in enumerate(COLUMNS)
        if column.key not in SHOWN | {"id", "scope", "origin"}
    }
    found = announced(dossier, people.zhang, scope="link", origin="征求意见", **marks)
    enter_opinions(
        dossier=dossier,
        by=people.zhang,
        origin="form",
        scope="机密范围",
        typed=[TypedOpinion("机密原话", None)],
    )
    texts = [
        page(browse, "announcement", announcement=found.key),
        Client().get(link_of(found)).content.decode(),
        word_text(browse, found),
    ]
    for text in texts:
        assert "到基层少" in text
        assert "机密" not in text
        assert "征求意见" not in text.replace("征求意见</a>", "")
    assert "机密" not in str(found.rows)


def word_text(browse, found: Announcement) -> str:
    answer = browse.get(reverse("announcements:paper", kwargs={"announcement": found.key}))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        return re.sub("<[^>]+>", "", file.read("word/document.xml").decode())


@pytest.mark.parametrize("origin", ["谈心谈话", "相互批评"])
def test_rows_of_talks_and_criticism_are_not_offered(browse, dossier, people, origin) -> None:
    row = in_ledger(dossier, people.zhang, origin=origin)
    begin = reverse("announcements:begin", kwargs={"dossier": dossier.key})
    assert f"来自{origin}，不通报" in browse.get(begin).content.decode()
    assert browse.post(begin, {"chosen": [row.key]}).status_code == 409
    assert not Announcement.objects.exists()


def test_row_that_became_confidential_since_is_not_published(browse, dossier, people) -> None:
    found = drafted(dossier, people.zhang)
    row = dossier.batch.ledger_rows.get()
    row.cells["origin"] = "谈心谈话"
    row.save()
    answer = publish(browse, found)
    assert answer.status_code == 409
    assert "第 1 行：来自谈心谈话，不通报" in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "scope", "why"),
    [
        ("不公开", "team", "不公开"),
        ("班子内部", "unit", "不能给“本单位全体”看"),
        ("单位内部", "link", "不能给“持链接的人”看"),
        ("", "link", "要先写“向社会公开”"),
        ("", "unit", ""),
        ("班子内部", "team", ""),
    ],
)
def test_ledger_says_to_whom_a_row_may_be_announced(
    browse, dossier, people, said, scope, why
) -> None:
    found = drafted(dossier, people.zhang)
    row = dossier.batch.ledger_rows.get()
    row.cells["scope"] = said
    row.save()
    save(browse, found, scope=scope)
    answer = publish(browse, found)
    assert answer.status_code == (409 if why else 302)
    assert why in answer.content.decode()


def test_link_shows_it_without_an_account_until_its_last_day(dossier, people) -> None:
    found = announced(dossier, people.zhang, scope="link")
    answer = Client().get(link_of(found))
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not answer.cookies
    found.starts_on, found.ends_on = yesterday() - timedelta(days=3), timezone.localdate()
    found.save()
    assert Client().get(link_of(found)).status_code == 200
    found.ends_on = yesterday()
    found.save()
    ended = Client().get(link_of(found))
    assert ended.status_code == 404
    assert "到基层少" not in ended.content.decode()


def test_link_before_its_day_for_others_or_withdrawn_shows_nothing(browse, dossier, people) -> None:
    found = announced(dossier, people.zhang, scope="link")
    address = link_of(found)
    found.starts_on = timezone.localdate() + timedelta(days=1)
    found.save()
    assert Client().get(address).status_code == 404
    found.starts_on = timezone.localdate()
    found.save()
    browse.post(reverse("announcements:withdraw", kwargs={"announcement": found.key}))
    assert Client().get(address).status_code == 404
    publish(browse, found)
    assert Client().get(address).status_code == 404
    of_unit = announced(dossier, people.zhang, scope="unit")
    assert Client().get(link_of(of_unit)).status_code == 404


def test_unit_and_team_read_it_and_strangers_do_not(dossier, people) -> None:
    of_unit = announced(dossier, people.zhang, scope="unit")
    of_team = announced(dossier, people.zhang, scope="team")
    people.li.grants.all().delete()
    Grant.objects.create(person=people.li, role=PersonRole.MEMBER, unit=people.li.unit)
    colleague, stranger = logged_in(people.li), logged_in(people.wang)

    def status(client: Client, found: Announcement) -> int:
        address = reverse("announcements:announcement", kwargs={"announcement": found.key})
        return client.get(address).status_code

    assert (status(colleague, of_unit), status(colleague, of_team)) == (200, 404)
    assert (status(stranger, of_unit), status(stranger, of_team)) == (404, 404)
    attends(dossier, people.li)
    assert status(colleague, of_team) == 200
    listed = page(colleague, "announcements", dossier=dossier.key)
    assert of_team.key in listed
    assert "意见的答复" not in listed
    of_team.starts_on, of_team.ends_on = yesterday(), yesterday()
    of_team.save()
    assert status(colleague, of_team) == 404


def test_names_in_the_texts_are_pointed_out(browse, dossier, people) -> None:
    found = drafted(dossier, people.zhang, problem="张三反映住房漏雨")
    assert "第 1 行“张三”" in page(browse, "edit", announcement=found.key)


def test_two_people_at_one_announcement_see_both_texts(browse, dossier, people) -> None:
    found = drafted(dossier, people.zhang)
    save(browse, found, title="先存的标题")
    answer = save(browse, found, title="后存的标题")
    assert answer.status_code == 409
    assert "先存的标题" in answer.content.decode()
    assert "后存的标题" in answer.content.decode()
    found.refresh_from_db()
    assert save(browse, found, title="后存的标题").status_code == 302


def test_end_before_beginning_is_refused_and_typed_words_stay(browse, dossier, people) -> None:
    found = drafted(dossier, people.zhang)
    answer = save(browse, found, ends_on="2020-01-01", title="改过的标题")
    assert answer.status_code == 422
    assert "改过的标题" in answer.content.decode()


def test_closed_dossier_refuses_every_act(browse, dossier, people) -> None:
    found = drafted(dossier, people.zhang)
    shown = announced(dossier, people.zhang, scope="unit")
    close_dossier(dossier=dossier, by=people.zhang)
    begin = reverse("announcements:begin", kwargs={"dossier": dossier.key})
    assert browse.post(begin, {"chosen": [found.rows[0]["row"]]}).status_code == 409
    assert save(browse, found).status_code == 409
    assert publish(browse, found).status_code == 409
    for act in ("withdraw", "remove", "begin_survey"):
        address = reverse(f"announcements:{act}", kwargs={"announcement": shown.key})
        assert browse.post(address).status_code == 409, act


def test_replies_are_seen_as_a_whole(browse, dossier, people) -> None:
    about = dossier.attendees.get()
    typed = [
        TypedOpinion("会议偏多", None),
        TypedOpinion("批得慢", None),
        TypedOpinion("急躁", about),
    ]
    enter_opinions(dossier=dossier, by=people.zhang, origin="form", scope="", typed=typed)
    shown = page(browse, "announcements", dossier=dossier.key)
    assert "没处理" in shown
    assert "对个人的意见 1 条" in shown
    assert "急躁" not in shown


def test_page_stays_small_with_many_rows(browse, dossier, people, django_assert_max_num_queries):
    for number in range(40):
        announced(dossier, people.zhang, scope="unit", problem=f"问题{number}")
    with django_assert_max_num_queries(30):
        shown = page(browse, "announcements", dossier=dossier.key)
    assert len(shown.encode()) < 150_000


def test_those_of_its_scope_are_told_of_it_where_they_begin(dossier, people) -> None:
    found = announced(dossier, people.zhang, scope="unit")
    people.li.grants.all().delete()
    Grant.objects.create(person=people.li, role=PersonRole.MEMBER, unit=people.li.unit)
    told = logged_in(people.li).get("/todo/").content.decode()
    assert f"/announcements/{found.key}/" in told
    assert "发布通报" in told
    assert found.key not in logged_in(people.wang).get("/todo/").content.decode()


def test_first_page_lists_what_is_shown_today_to_those_of_its_scope(dossier, people) -> None:
    found = announced(dossier, people.zhang, scope="unit")
    people.li.grants.all().delete()
    Grant.objects.create(person=people.li, role=PersonRole.MEMBER, unit=people.li.unit)
    colleague = logged_in(people.li)
    colleague.post("/todo/seen")
    assert "正在通报的" in colleague.get("/todo/").content.decode()
    assert "正在通报的" not in logged_in(people.wang).get("/todo/").content.decode()
    found.starts_on, found.ends_on = yesterday(), yesterday()
    found.save()
    assert "正在通报的" not in colleague.get("/todo/").content.decode()
