"""The demonstration on a desk: beside what is there, and gone without a trace when it is removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from dossiers import dossier_of
from people import People

from duizhao import api
from duizhao.web.accounts.models import Unit
from duizhao.web.demonstration import on_desk
from duizhao.web.demonstration.data import data, statement
from duizhao.web.demonstration.make import DeskWays
from duizhao.web.desk import ledger_work, putting_in
from duizhao.web.desk.models import Batch, FileText, Version
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.papers.facts import facts
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.serve import DeskBeginning, first_page
from duizhao.web.submissions.models import Submission, SubmissionState
from duizhao.web.talks.models import Talk

WAYS = DeskWays(putting_in.take, ledger_work.take)
LEADERS, STAFF = 7, 40


def stored() -> set[Path]:
    return {each for each in settings.DATA_FOLDER.files.rglob("*") if each.is_file()}


def test_demonstration_shows_something_true_on_every_page(people: People) -> None:
    dossier = on_desk.begin(by=people.zhang, ways=WAYS)
    assert StaffMember.objects.count() == STAFF
    assert dossier.attendees.count() == LEADERS
    assert dossier.previous is not None
    assert dossier.previous.is_closed
    assert dossier.held_on is not None
    assert dossier.held_on > timezone.localdate()
    assert {each.state for each in Submission.objects.all()} == set(SubmissionState)
    assert Talk.objects.filter(is_held=True).exists()
    assert ReceivedOpinion.objects.filter(about_name="").exists()
    assert ReceivedOpinion.objects.exclude(about_name="").exists()
    assert dossier.batch is not None
    assert dossier.batch.ledger_rows.exists()


def test_desk_may_begin_with_it_once(db: None) -> None:
    said: list[str] = []
    begins = DeskBeginning(is_demo=True)
    assert [first_page(begins, said.append) for _ in range(2)] == ["/todo/"] * 2
    assert len(said) == 1
    assert Dossier.objects.exists()


def test_every_named_place_of_papers_is_known_but_what_a_held_meeting_gives(
    people: People,
) -> None:
    dossier = on_desk.begin(by=people.zhang, ways=WAYS)
    unknown = {name for name in api.PLACES if name not in facts(dossier)}
    assert unknown == {"到会人数", "缺席人员", "批评意见条数", "会议决定"}


def test_removing_it_leaves_what_was_there_and_nothing_of_it(people: People) -> None:
    own, files = dossier_of(people.zhang), stored()
    on_desk.begin(by=people.zhang, ways=WAYS)
    assert stored() > files
    on_desk.end(by=people.zhang)
    assert stored() == files
    assert list(Dossier.objects.all()) == [own]
    assert {each.dossier for each in Attendee.objects.all()} == {own}
    assert list(Batch.objects.all()) == [own.batch]
    for model in (Version, FileText, ReceivedOpinion, Submission, Talk):
        assert not model.objects.exists()
    assert on_desk.unit() is None
    on_desk.end(by=people.zhang)


def test_there_is_one_demonstration(people: People) -> None:
    on_desk.begin(by=people.zhang, ways=WAYS)
    with pytest.raises(RefusedAct):
        on_desk.begin(by=people.zhang, ways=WAYS)
    assert Unit.objects.filter(parent=None).count() == 2


def test_statements_are_of_the_year_in_which_they_are_shown() -> None:
    today = timezone.localdate().replace(year=2031, month=11, day=20)
    for each in data()["leaders"]:
        if id := each.get("statement"):
            text = statement(id, today, 2031).decode()
            assert "2026" not in text
            assert "2027" not in text
            assert text.startswith(("民主生活会个人对照检查材料", "对照检查材料"))
