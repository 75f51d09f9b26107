"""How long dossiers are kept, and their removal by two people, which leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import RunningDesk
from django.conf import settings
from django.test import Client
from django.urls import reverse
from dossiers import dossier_of
from people import People, logged_in
from test_cleared import places_of
from whole_dossier import SAID, TALKED, whole_dossier

from duizhao.web.accounts.models import Grant, Person
from duizhao.web.archive.belonging import EXPORTED
from duizhao.web.archive.models import ProposedRemoval, RetentionPeriod
from duizhao.web.archive.retention import due_on
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk import actions as desk
from duizhao.web.desk.models import Batch, Version
from duizhao.web.meetings.belongings import contents_of, site_models, way_to_dossier
from duizhao.web.meetings.models import Dossier
from duizhao.web.person_role import PersonRole
from duizhao.web.stored_files import place_of

LONG_AGO = datetime(2015, 3, 1, tzinfo=UTC)
KIND = "democratic-life"

MAKE = """
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, sys.argv[2])
from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure

configure(DataFolder(Path(sys.argv[1])), is_desk=True)

from whole_dossier import whole_dossier

from duizhao.web.accounts.queries import desk_person
from duizhao.web.desk import actions, jobs
from duizhao.web.meetings.models import Dossier

me = desk_person()
dossier = whole_dossier(me)
files = [(each.key, each.name) for each in dossier.batch.files.all()]
output = actions.begin_output(
    batch=dossier.batch, form="report", files=files, author="", has_fixes=False,
    also=lambda _: None,
)
jobs.make_output.call(output.pk)
screening = actions.begin_screening(
    batch=dossier.batch, other=None, files=dossier.batch.files.all(), scope="查重"
)
jobs.compare_files.call(screening.pk)
Dossier.objects.filter(pk=dossier.pk).update(closed_at=datetime(2015, 3, 1, tzinfo=UTC))
print(dossier.key)
"""
"""Makes a whole meeting, closed long ago, in the data folder of a desk."""


@pytest.fixture
def dossier(people: People) -> Dossier:
    """A meeting that 张三 keeps, closed long ago, of a kind that is kept for ten years."""
    found = dossier_of(people.zhang)
    Dossier.objects.filter(pk=found.pk).update(closed_at=LONG_AGO)
    RetentionPeriod.objects.create(kind=KIND, years=10)
    found.refresh_from_db()
    return found


@pytest.fixture
def security(people: People) -> Person:
    """钱八, the security administrator of the county."""
    person = Person.objects.create(username="钱八", name="钱八", unit=people.above.unit)
    Grant.objects.create(person=person, role=PersonRole.SECURITY, unit=people.above.unit)
    return person


def propose(client: Client, dossier: Dossier) -> int:
    return client.post(reverse("archive:propose", kwargs={"dossier": dossier.key})).status_code


def confirm(client: Client, dossier: Dossier) -> int:
    at = reverse("archive:confirm_removal", kwargs={"removal": dossier.key})
    return client.post(at).status_code


def test_years_count_from_the_year_after_the_closing() -> None:
    assert str(due_on(Dossier(closed_at=LONG_AGO), 10)) == "2026-01-01"
    assert due_on(Dossier(closed_at=LONG_AGO), None) is None
    assert due_on(Dossier(), 10) is None


def test_clerk_proposes_and_security_administrator_confirms(
    people: People, dossier: Dossier, security: Person
) -> None:
    clerk, guard = logged_in(people.zhang), logged_in(security)
    assert propose(clerk, dossier) == 302
    page = guard.get(reverse("archive:removals")).content.decode()
    assert "县水务局" in page
    assert "张三" in page
    assert dossier.name not in page
    assert confirm(clerk, dossier) == 404
    assert confirm(guard, dossier) == 200
    assert not Dossier.objects.exists()
    assert not Batch.objects.exists()
    acts = AuditEntry.objects.order_by("-number").values_list("act", "actor", "key")
    assert acts[0] == ("archive.remove_dossier", "钱八", dossier.key)
    assert acts[1] == ("archive.propose", "张三", dossier.key)


def test_one_person_in_both_roles_does_not_remove_alone(people: People, dossier: Dossier) -> None:
    Grant.objects.create(person=people.zhang, role=PersonRole.SECURITY, unit=people.zhang.unit)
    client = logged_in(people.zhang)
    assert propose(client, dossier) == 302
    assert confirm(client, dossier) == 409
    assert Dossier.objects.exists()


def test_declined_dossier_stays(people: People, dossier: Dossier, security: Person) -> None:
    for client, act in (
        (logged_in(security), "archive:decline_removal"),
        (logged_in(people.zhang), "archive:take_back"),
    ):
        propose(logged_in(people.zhang), dossier)
        assert client.post(reverse(act, kwargs={"removal": dossier.key})).status_code == 302
        assert not ProposedRemoval.objects.exists()
    assert Dossier.objects.exists()


@pytest.mark.parametrize("change", ["period", "closing", "years"])
def test_dossier_that_is_not_due_is_not_removed(
    change: str, people: People, dossier: Dossier, security: Person
) -> None:
    assert propose(logged_in(people.zhang), dossier) == 302
    if change == "period":
        RetentionPeriod.objects.all().delete()
    elif change == "years":
        RetentionPeriod.objects.update(years=30)
    else:
        Dossier.objects.update(closed_at=None)
    assert confirm(logged_in(security), dossier) == 409
    assert Dossier.objects.exists()
    ProposedRemoval.objects.all().delete()
    assert propose(logged_in(people.zhang), dossier) == 409


def test_nothing_of_a_whole_meeting_is_left_in_rows_or_files(
    people: People, security: Person
) -> None:
    dossier = whole_dossier(people.zhang)
    Dossier.objects.update(closed_at=LONG_AGO)
    RetentionPeriod.objects.create(kind=KIND, years=10)
    contents = contents_of(dossier)
    # A file that another batch has as well stays.
    other = desk.begin_batch(owner=people.zhang, name="别的")
    file = desk.put_in(batch=other, name="甲.txt", data=b"1")
    shared = Version.objects.filter(file__batch=dossier.batch).first().content
    Version.objects.filter(file=file).update(content=shared)
    assert propose(logged_in(people.zhang), dossier) == 302
    assert confirm(logged_in(security), dossier) == 200
    for model in site_models():
        if model._meta.label in EXPORTED and (way := way_to_dossier(model)):
            assert not model._base_manager.filter(**{way: dossier.pk}).exists()
    assert Batch.objects.get() == other
    assert {each for each in contents if place_of(each).exists()} == {shared}


def test_periods_are_kept_and_wrong_ones_refused(people: People) -> None:
    client, save = logged_in(people.zhang), reverse("archive:save_periods")
    assert client.post(save, {f"years-{KIND}": "30"}).status_code == 302
    assert RetentionPeriod.objects.get().years == 30
    for wrong in ("0", "三十", "101", "-1"):
        assert client.post(save, {f"years-{KIND}": wrong}).status_code == 422
    assert client.post(save, {}).status_code == 302
    assert not RetentionPeriod.objects.exists()


def test_page_of_two_hundred_dossiers_is_small(
    people: People, dossier: Dossier, django_assert_max_num_queries
) -> None:
    for number in range(200):
        Dossier.objects.create(
            unit=people.zhang.unit, kind=KIND, name=f"第{number}次", year=2000, closed_at=LONG_AGO
        )
    with django_assert_max_num_queries(30):
        answer = logged_in(people.zhang).get(reverse("archive:retention"))
    assert len(answer.content) < 150_000
    assert not settings.IS_DESK


def test_nothing_of_a_removed_meeting_is_left_on_the_disk(desk: RunningDesk) -> None:
    command = [sys.executable, "-c", MAKE, str(desk.data), str(Path(__file__).parent)]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    key, client = made.stdout.strip(), DeskClient(desk.data)
    assert client.post(f"/meetings/{key}/archive/make", records="1").status == 302
    for words in (SAID, TALKED):
        assert places_of(words, desk.data)
    assert client.post("/archives/retention/save", **{f"years-{KIND}": "10"}).status == 302
    remove = f"/meetings/{key}/archive/remove"
    assert client.post(remove, name="别的会").status == 409
    answer = client.post(remove, name="2026年度民主生活会")
    assert answer.status == 200
    assert "已销毁：登记、文件" in answer.text
    for words in (SAID, TALKED):
        assert places_of(words, desk.data) == []
