"""Who leaves hands over what is not finished: listed, and the rows given to another."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from dossiers import attends, dossier_of, on_roster
from people import People, logged_in
from test_rectification import parts, row  # noqa: F401

from duizhao.web.accounts.models import Person
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk.actions.ledger import undo_change
from duizhao.web.desk.models import LedgerChange, LedgerRow
from duizhao.web.meetings.actions import close_dossier
from duizhao.web.rectification.actions.handing_over import hand_over
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember

LIST = "/handover/"


@pytest.fixture
def third(people: People) -> StaffMember:
    return StaffMember.objects.create(unit=people.zhang.unit, name="周八", standing="member")


def leaves(person: Person, days: int = 5) -> None:
    Person.objects.filter(pk=person.pk).update(last_day=timezone.localdate() + timedelta(days=days))


def page_of(people: People, person: Person) -> str:
    address = reverse("overview:handover", kwargs={"member": on_roster(person).key})
    return logged_in(people.li).get(address).content.decode()


def give(people: People, rows: list[str], successor: StaffMember | None):
    address = reverse("overview:hand_over", kwargs={"member": on_roster(people.zhang).key})
    given = {"row": rows, "successor": successor.key if successor else ""}
    return logged_in(people.li).post(address, given)


def test_who_leaves_stands_in_the_list_with_what_is_open(row, people: People) -> None:  # noqa: F811
    clerk = logged_in(people.li)
    assert "没有要交接的" in clerk.get(LIST).content.decode()
    leaves(people.zhang)
    page = clerk.get(LIST).content.decode()
    assert "张三</a>" in page
    assert "1 行" in page
    assert "会议偏多" in page_of(people, people.zhang)


@pytest.mark.parametrize("how", ["left", "off", "moved"])
def test_who_has_left_or_moved_or_is_switched_off_too(row, people: People, how: str) -> None:  # noqa: F811
    member = on_roster(people.zhang)
    if how == "left":
        StaffMember.objects.filter(pk=member.pk).update(left_on=timezone.localdate())
    else:
        change = {"is_active": False} if how == "off" else {"unit": people.wang.unit}
        Person.objects.filter(pk=people.zhang.pk).update(**change)
    assert "张三</a>" in logged_in(people.li).get(LIST).content.decode()


def test_rows_go_to_another_and_the_rest_of_the_cell_stays(row, people: People, third) -> None:  # noqa: F811
    assert give(people, [row.pk], third).status_code == 302
    changed = LedgerRow.objects.get(pk=row.pk)
    assert changed.cells["owner"] == "1. 周八（牵头）\n2. 某乙"
    assert parts(changed) == [("acceptor", "李四"), ("owner", "周八")]
    assert "手上没有没办完的" not in page_of(people, people.zhang)
    assert "台账里没办完的" not in page_of(people, people.zhang)
    acts = list(AuditEntry.objects.values_list("act", "actor"))
    assert ("rectification.people", "李四") in acts


def test_handing_over_is_undone_as_one_change(row, people: People, third) -> None:  # noqa: F811
    give(people, [row.pk], third)
    change = LedgerChange.objects.order_by("-pk").get(done__contains="已交给周八")
    undo_change(change=change, by=people.li)
    assert LedgerRow.objects.get(pk=row.pk).cells["owner"] == row.cells["owner"]


def test_acceptor_does_not_become_the_owner(row, people: People) -> None:  # noqa: F811
    answer = give(people, [row.pk], on_roster(people.li))
    assert answer.status_code == 409
    assert "就成了责任人又验收" in answer.content.decode()
    assert LedgerRow.objects.get(pk=row.pk).cells == row.cells


def test_nothing_chosen_or_nobody_changes_nothing(row, people: People, third) -> None:  # noqa: F811
    assert give(people, [], third).status_code == 422
    assert give(people, [row.pk], None).status_code == 422
    stranger = StaffMember.objects.create(unit=people.wang.unit, name="郑", standing="member")
    assert give(people, [row.pk], stranger).status_code == 422
    assert LedgerRow.objects.get(pk=row.pk).cells == row.cells


def test_closed_meeting_is_not_handed_over(row, people: People, third) -> None:  # noqa: F811
    close_dossier(dossier=row.batch.dossier, by=people.li)
    with pytest.raises(RefusedAct):
        hand_over(
            rows=[LedgerRow.objects.get(pk=row.pk)],
            leaver=on_roster(people.zhang),
            successor=third,
            by=people.li,
        )
    leaves(people.zhang)
    assert "没有要交接的" in logged_in(people.li).get(LIST).content.decode()


def test_name_inside_another_name_stays(row, people: People, third) -> None:  # noqa: F811
    LedgerRow.objects.filter(pk=row.pk).update(cells={**row.cells, "owner": "张三丰、张三"})
    give(people, [row.pk], third)
    assert LedgerRow.objects.get(pk=row.pk).cells["owner"] == "张三丰、周八"


def test_meetings_that_are_to_come_are_listed(people: People) -> None:
    dossier_of(people.zhang)
    page = page_of(people, people.zhang)
    assert "2026年度民主生活会" in page


def test_list_of_forty_takes_few_queries(people: People, django_assert_max_num_queries) -> None:
    dossier = dossier_of(people.zhang)
    for at in range(40):
        person = Person.objects.create(username=f"钱{at}", name=f"钱{at}", unit=people.zhang.unit)
        leaves(person)
        attends(dossier, person)
    clerk = logged_in(people.li)
    with django_assert_max_num_queries(30):
        page = clerk.get(LIST).content.decode()
    assert "共 7 页" in page
