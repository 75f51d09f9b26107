"""Every address stands in a table, and every object is reached just as its table says. Names no page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from announced import announced
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.urls.converters import SlugConverter
from django.utils import timezone
from dossiers import dossier_of, on_roster, talk_of
from people import People, logged_in
from sent_summary import summary_sent_to
from submitted import commented, returned, submission_of
from whole_dossier import EMPTY_ARCHIVE, archive_of

from duizhao import api
from duizhao.web.access import Scope
from duizhao.web.accounts.actions.delegating import delegate
from duizhao.web.accounts.models import Grant, Invitation, Person
from duizhao.web.archive.actions import begin_intake as begin_received
from duizhao.web.archive.models import ProposedRemoval
from duizhao.web.desk import actions
from duizhao.web.desk.actions.ledger import add_by_hand, take_in
from duizhao.web.desk.actions.settings import change_settings
from duizhao.web.desk.models import Batch, LedgerChange, LedgerRow
from duizhao.web.desk.settings_files import SettingsFiles, profile_path
from duizhao.web.meetings.actions import add_study, attach
from duizhao.web.meetings.actions.intakes import begin_intake
from duizhao.web.minutes.actions import add_entry
from duizhao.web.opinions.actions import TypedOpinion, begin_round, enter_opinions
from duizhao.web.papers.actions import put_template
from duizhao.web.person_role import ADMINISTRATORS, PersonRole
from duizhao.web.rectification.actions import (
    add_source,
    ask_postponement,
    match_people,
    report_progress,
)
from duizhao.web.rectification.models import KeptRecurrence, ProgressEntry
from duizhao.web.talks.actions import agree

OPEN = {
    "site:look",
    "site:statement_script",
    "site:screening_script",
    "accounts:login",
    "accounts:login_code",
    "accounts:invited",
    "accounts:logout",
    "accounts:set_up",
    "announcements:shown",
    "opinions:entrance",
    "opinions:write",
    "opinions:send",
    "opinions:kept",
    "opinions:replies",
    "opinions:say_content",
}
"""The look of the pages, the way in and out, and what needs a code, a receipt or a link instead."""
ONES_OWN = {
    "accounts:password",
    "accounts:mine",
    "accounts:second_factor",
    "accounts:recovery_codes",
    "accounts:end_session",
    "accounts:delegate",
    "accounts:drop_delegation",
    "accounts:act_for",
    "site:start",
}
"""What everybody has who has an account, whatever their roles."""


def addresses(resolver: Any = None, app: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the site with its name."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLPattern):
            yield f"{app}:{each.name}", each
        else:
            yield from addresses(each, each.app_name or app)


ALL = dict(addresses())
GUARDED = {name: each for name, each in ALL.items() if name not in OPEN | ONES_OWN}
OBJECTS = {name: each for name, each in GUARDED.items() if each.pattern.converters}


def make_recurrence(owner: Person) -> str:
    return KeptRecurrence.objects.create(row=tracked(owner), earlier=tracked(owner)).key


def make_batch(owner: Person) -> str:
    return actions.begin_batch(owner=owner, name="一批").key


def make_file(owner: Person) -> str:
    batch = actions.begin_batch(owner=owner, name="一批")
    return actions.put_in(batch=batch, name="甲.txt", data="个人对照检查材料".encode()).key


def make_output(owner: Person) -> str:
    batch = actions.begin_batch(owner=owner, name="一批")
    form, files = "report", [("0", "甲.txt")]
    return actions.begin_output(
        batch=batch, form=form, files=files, author="", has_fixes=False, also=lambda _: None
    ).key


def make_profile(owner: Person) -> str:
    files = SettingsFiles.from_folder(settings.DATA_FOLDER)
    draft = api.NoticeForm(year="2031", notice="严守纪律\n联系群众").draft()
    files.with_texts({profile_path("今年"): draft.to_toml()}).write(settings.DATA_FOLDER)
    return "今年"


def make_state(owner: Person) -> str:
    files = SettingsFiles.from_folder(settings.DATA_FOLDER)
    return change_settings(by=owner, files=files, seen=files.stamp, done="已保存").key


def make_unit(owner: Person) -> int:
    return owner.unit.pk


def make_person(owner: Person) -> int:
    return owner.pk


def make_grant(owner: Person) -> int:
    grant, _ = Grant.objects.get_or_create(person=owner, role=PersonRole.CLERK, unit=owner.unit)
    return grant.pk


def make_delegation(owner: Person) -> int:
    """What `owner` has let somebody do."""
    grant, _ = Grant.objects.get_or_create(person=owner, role=PersonRole.CLERK, unit=owner.unit)
    taker = Person.objects.create(username="代", name="代", unit=owner.unit)
    days = dict.fromkeys(("first_day", "last_day"), timezone.localdate())
    return delegate(giver=owner, taker=taker, grant=grant, **days).pk


def make_invitation(owner: Person) -> int:
    """The slip of `owner`."""
    tomorrow = timezone.now() + timedelta(days=1)
    return Invitation.objects.create(person=owner, hash=f"{owner.pk}", expires_at=tomorrow).pk


def make_row(owner: Person) -> str:
    return change_of(owner).rows[0][0]


def change_of(owner: Person) -> LedgerChange:
    batch = actions.begin_batch(owner=owner, name="一批")
    return add_by_hand(batch=batch, by=owner, cells={"problem": "会议偏多"})


def make_change(owner: Person) -> str:
    return change_of(owner).key


def make_returned(owner: Person) -> str:
    batch = actions.begin_batch(owner=owner, name="一批")
    return take_in(batch=batch, name="台账.xlsx", data=b"PK").key


def make_screening(owner: Person) -> str:
    batch = actions.begin_batch(owner=owner, name="一批")
    return actions.begin_screening(batch=batch, other=None, files=[], scope="一批 2 份").key


def make_dossier(owner: Person) -> str:
    """A meeting of the unit of `owner`, who attends it."""
    return dossier_of(owner).key


def make_member(owner: Person) -> str:
    return on_roster(owner).key


def make_template(owner: Person) -> str:
    dossier = dossier_of(owner)
    return put_template(dossier=dossier, paper="plan", name="甲.docx", data=b"PK", by=owner).key


def make_round(owner: Person) -> str:
    dossier = dossier_of(owner)
    asked = {"name": "会前", "questions": ["对班子"], "scopes": ["机关科室"]}
    return begin_round(dossier=dossier, by=owner, **asked).key


def make_opinion(owner: Person) -> str:
    """An opinion on `owner`, at a meeting of the unit."""
    dossier = dossier_of(owner)
    typed = [TypedOpinion("会议偏多", dossier.attendees.get(member__account=owner))]
    enter_opinions(dossier=dossier, by=owner, origin="form", scope="", typed=typed)
    return dossier.opinions.get().key


def make_concerned(owner: Person) -> str:
    return dossier_of(owner).attendees.get(member__account=owner).key


def make_announcement(owner: Person) -> str:
    """What is announced to everybody in the unit of `owner`."""
    return announced(dossier_of(owner), owner, scope="unit").key


def make_talk(owner: Person) -> str:
    """A talk that `owner` had with somebody of the same unit."""
    return talk_of(owner).key


def make_entry(owner: Person) -> str:
    """What `owner` said of oneself at a meeting."""
    dossier = dossier_of(owner)
    speaker = dossier.attendees.get(member__account=owner)
    given = {"written_key": "a", "text": "蹲点太少", "kind": "own"}
    return add_entry(dossier=dossier, by=owner, speaker=speaker, **given).key


def make_agreement(owner: Person) -> str:
    return agree(talk=talk_of(owner), by=owner, cells={"problem": "巡查次数不够"}).key


def make_attached(owner: Person) -> str:
    """A file that those who attend may read."""
    given = {"purpose": "study", "name": "文件.txt", "data": "文件".encode()}
    return attach(dossier=dossier_of(owner), by=owner, **given).key


def make_study(owner: Person) -> str:
    given = {"held_on": date(2026, 12, 1), "place": "", "theme": "党章", "present": ()}
    return add_study(dossier=dossier_of(owner), by=owner, **given).key


def make_received(owner: Person) -> str:
    """An archive that was put in for the unit of `owner`."""
    given = {"unit": owner.unit, "name": "档案.zip", "data": EMPTY_ARCHIVE, "by": owner}
    return begin_received(**given).key


def make_removal(owner: Person) -> str:
    """A dossier of the unit of `owner` that somebody wants removed."""
    dossier = dossier_of(owner)
    return ProposedRemoval.objects.create(dossier=dossier, by=owner).pk


def make_sent(owner: Person) -> str:
    """A summary that was sent to the unit of `owner`."""
    return summary_sent_to(owner).key


def make_intake(owner: Person) -> str:
    return begin_intake(unit=owner.unit, by=owner).key


def make_archive(owner: Person) -> str:
    """An archive that `owner` has made of a meeting of the unit."""
    return archive_of(owner).key


def make_submission(owner: Person) -> str:
    """The statement that `owner` has handed in to a meeting of the unit."""
    return submission_of(owner, is_read=False).key


def make_comment(owner: Person) -> str:
    return commented(submission_of(owner, is_read=False), owner).key


def make_reason(owner: Person) -> str:
    return returned(submission_of(owner, is_read=False), owner).key


def make_tracked(owner: Person) -> str:
    """A row of a meeting that `owner` has to set right."""
    return tracked(owner).key


def make_progress(owner: Person) -> str:
    return reported(owner).key


def make_evidence(owner: Person) -> str:
    return reported(owner).files.get().key


def make_asked(owner: Person) -> str:
    told = {"due": date(2031, 8, 31), "reason": "等设备"}
    return ask_postponement(row=tracked(owner), by=owner, **told).key


def make_source(owner: Person) -> str:
    told = {"origin": "audit", "sentence": "会议费超支"}
    return add_source(row=tracked(owner), by=owner, **told).key


MAKERS = {
    name.removeprefix("make_"): maker
    for name, maker in list(globals().items())
    if name.startswith("make_")
}
"""Makes an object of a person, by the name of the parameter of the address."""


def tracked(owner: Person) -> LedgerRow:
    cells = {"problem": "会议偏多", "owner": owner.name, "status": "整改中", "due": "2031-06-30"}
    batch = batch_of_dossier(owner)
    change = add_by_hand(batch=batch, by=owner, cells=cells)
    match_people(batch=batch)
    return LedgerRow.objects.get(pk=change.rows[0][0])


def reported(owner: Person) -> ProgressEntry:
    told = {"happened_on": date(2026, 5, 1), "text": "压减了", "files": [("甲.jpg", b"j")]}
    return report_progress(row=tracked(owner), by=owner, **told)


def batch_of_dossier(owner: Person) -> Batch:
    batch = dossier_of(owner).batch
    # Whoever began the meeting: that alone gives nobody anything.
    batch.owner = Person.objects.get_or_create(username="始", defaults={"name": "始"})[0]
    batch.save()
    return batch


def change_in_dossier(owner: Person) -> LedgerChange:
    return add_by_hand(batch=batch_of_dossier(owner), by=owner, cells={"problem": "会议偏多"})


def output_of_dossier(owner: Person) -> str:
    batch, files = batch_of_dossier(owner), [("0", "甲.txt")]
    return actions.begin_output(
        batch=batch, form="report", files=files, author="", has_fixes=False, also=lambda _: None
    ).key


def screening_of_dossier(owner: Person) -> str:
    """What was compared of statements that were handed in."""
    batch = batch_of_dossier(owner)
    return actions.begin_screening(
        batch=batch, other=None, files=[], scope="送审的 2 份", is_submitted=True
    ).key


IN_DOSSIERS = {
    "batch": lambda owner: batch_of_dossier(owner).key,
    "file": lambda owner: submission_of(owner, is_read=False).file_id,
    "output": output_of_dossier,
    "screening": screening_of_dossier,
    "row": lambda owner: change_in_dossier(owner).rows[0][0],
    "change": lambda owner: change_in_dossier(owner).key,
    "returned": lambda owner: (
        take_in(batch=batch_of_dossier(owner), name="台账.xlsx", data=b"PK").key
    ),
}
"""The same for what may belong to a dossier: made for a person, it is in a meeting that this person attends."""


def _may_be_in_a_dossier(name: str) -> bool:
    scopes = GUARDED[name].callback.table.acts[GUARDED[name].callback.act].values()
    return any(scope.reaches_in_dossiers is not None for scope in scopes)


OBJECTS_IN_DOSSIERS = [name for name in OBJECTS if _may_be_in_a_dossier(name)]


@pytest.mark.parametrize("name", GUARDED)
def test_every_address_has_a_row_in_a_table(name: str) -> None:
    view = GUARDED[name].callback
    assert name == f"{view.table.app}:{view.act}"
    assert view.act in view.table.acts


WITHOUT_CONTENT = ("archive:removals", "archive:confirm_removal", "archive:decline_removal")
"""Acts of administrators on a dossier: their pages name its unit, kind and year."""


def test_administrators_have_no_act_where_content_is() -> None:
    for name, each in GUARDED.items():
        if name not in WITHOUT_CONTENT and not name.startswith(("accounts:", "audit:")):
            assert not ADMINISTRATORS & set(each.callback.table.acts[each.callback.act]), name


@pytest.mark.parametrize("path", ["/end", "/link"])
def test_nobody_ends_a_server_or_lets_it_take_its_own_files(path: str, browse: Client) -> None:
    assert browse.post(path).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", OBJECTS)
def test_object_is_reached_just_as_the_table_says(name: str, method: str, people: People) -> None:
    reached_as_said(name, method, people, MAKERS, lambda scope: scope.reaches)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", OBJECTS_IN_DOSSIERS)
def test_object_in_a_dossier_is_reached_just_as_the_table_says(
    name: str, method: str, people: People
) -> None:
    reached_as_said(name, method, people, IN_DOSSIERS, lambda scope: scope.reaches_in_dossiers)


def reached_as_said(
    name: str,
    method: str,
    people: People,
    makers: Mapping[str, Callable[[Person], Any]],
    reaches: Callable[[Scope], frozenset[str]],
) -> None:
    """Whoever asks for an object gets it just where the scope of their role reaches it."""
    view = OBJECTS[name].callback
    (kind,) = OBJECTS[name].pattern.converters
    client = logged_in(people.li)
    owners = {
        "own": people.li,
        "colleague": people.zhang,
        "below": people.below,
        "above": people.above,
        "stranger": people.wang,
    }
    # Who has an act nowhere has it on what is his own least of all.
    asked = [
        (role, each)
        for role, each in product(PersonRole, owners.items())
        if role in view.table.acts[view.act] or each[0] == "own"
    ]
    for role, (relation, owner) in asked:
        with transaction.atomic():
            people.li.grants.all().delete()
            Grant.objects.create(person=people.li, role=role, unit=people.li.unit)
            address = reverse(name, kwargs={kind: makers[kind](owner)})
            answer = getattr(client, method)(address)
            # What an act does to one object is nothing to the next.
            transaction.set_rollback(True)
        if answer.status_code == 405:
            # Of the address, whoever asks.
            return
        scope = view.table.acts[view.act].get(role)
        reached = scope is not None and relation in reaches(scope)
        assert (answer.status_code != 404) == reached, (role, relation)


@pytest.mark.parametrize("name", OBJECTS)
def test_object_answers_to_reading_or_to_writing(name: str, people: People) -> None:
    (kind,) = OBJECTS[name].pattern.converters
    client, address = logged_in(people.li), reverse(name, kwargs={kind: MAKERS[kind](people.li)})
    assert client.get(address).status_code != 405 or client.post(address).status_code != 405


@pytest.mark.parametrize("name", [*GUARDED, *sorted(ONES_OWN)])
def test_without_an_account_every_address_leads_to_the_login(name: str, client, db) -> None:
    named = {
        kind: "0123456789abcdef" if isinstance(converter, SlugConverter) else 1
        for kind, converter in ALL[name].pattern.converters.items()
    }
    answer = client.get(reverse(name, kwargs=named))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/login")
