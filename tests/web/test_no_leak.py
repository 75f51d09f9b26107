"""What somebody sees who asks for everything: each address with each number there is, each link, each word sought.

A meeting of 县水务局 has words that stand nowhere else. Whoever they are not for must meet none of them, on no page, in
no workbook, archive or calendar, in no refusal.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.urls.converters import IntConverter
from django.utils import timezone
from dossiers import attends, on_roster
from people import People, logged_in
from test_access import ALL
from whole_dossier import SAID, TALKED, whole_dossier

from duizhao.web.accounts.actions.delegating import delegate
from duizhao.web.accounts.models import Grant, Person, Unit
from duizhao.web.person_role import ADMINISTRATORS, WORKERS, PersonRole
from duizhao.web.roster.models import StaffMember

ON_ONE = "性子急"
"""Of an opinion on 张三."""
CRITICISM, PROGRESS, POSTPONED, AGREED = "报表催得急", "压了两次会", "等上级批复", "巡查次数不够"
THEME, SIGNED = "锤炼党性", "两次会的签到表"
WORDS = (SAID, TALKED, ON_ONE, CRITICISM, PROGRESS, POSTPONED, AGREED, THEME, SIGNED)
LINK = re.compile(r'(?:href|hx-get|src)="?(/[^"\s>#]*)')
TOKEN = re.compile(r"[A-Za-z0-9]{64}|Content-Length: [0-9]+")
NOWHERE = "曰曰曰"
MOST_LINKS = 60
KINDS = {
    "agreement": "TalkAgreement", "announcement": "Announcement", "archive": "DossierArchive",
    "asked": "AskedPostponement", "attached": "DossierFile", "batch": "Batch", "change": "LedgerChange",
    "comment": "TextComment", "concerned": "Attendee", "dossier": "Dossier", "entry": "MinutesEntry",
    "evidence": "RowFile", "file": "DeskFile", "member": "StaffMember", "opinion": "ReceivedOpinion",
    "output": "BatchOutput", "person": "Person", "progress": "ProgressEntry", "reason": "ReturnReason",
    "returned": "LedgerReturn", "round": "OpinionRound", "row": "LedgerRow", "screening": "KeptScreening",
    "source": "RowSource", "study": "StudySession", "submission": "Submission", "talk": "Talk",
    "template": "PaperTemplate", "tracked": "LedgerRow", "unit": "Unit",
}  # fmt: skip
"""The model of an object by the name of its parameter."""
MODELS: dict[str, type[Model]] = {each.__name__: each for each in apps.get_models()}


def every_page(client: Client) -> Iterator[tuple[str, str]]:
    """All that there is to be asked for: addresses with every number, the links of what comes back, words sought."""
    waiting = list(dict.fromkeys(addresses()))
    known = set(waiting)
    room = len(known) + MOST_LINKS
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code < 500, address
        text = "\n".join(texts(answer))
        yield address, text
        if answer.get("Content-Type", "").startswith("text/html") and len(known) < room:
            found = {each.replace("&amp;", "&") for each in LINK.findall(text)} - known
            found = {
                each for each in found if not each.startswith(("/static/", "/site/look", "/login"))
            }
            known |= found
            waiting += found


def addresses() -> Iterator[str]:
    for name, each in ALL.items():
        converters = each.pattern.converters
        if not converters:
            yield reverse(name)
        for kind, converter in converters.items():
            if kind in KINDS:
                keys = [*MODELS[KINDS[kind]].objects.order_by("pk").values_list("pk", flat=True)]
                for key in (*keys[:2], *keys[-1:]):
                    yield reverse(name, kwargs={kind: key})
            elif isinstance(converter, IntConverter):
                yield from (reverse(name, kwargs={kind: number}) for number in range(1, 4))
    for word in WORDS:
        yield f"{reverse('overview:search')}?words={word}"
        yield f"{reverse('submissions:reviews')}?words={word}"


def texts(answer: Any) -> Iterator[str]:
    """What an answer says, that of files in it included."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    yield from contents(data)
    # The way to the login has the page that was asked for.
    told = {name: each for name, each in answer.headers.items() if not each.startswith("/login")}
    yield " ".join(f"{name}: {value}" for name, value in told.items())


def contents(data: bytes) -> Iterator[str]:
    if not data.startswith(b"PK\x03\x04"):
        yield data.replace(b"\r\n ", b"").decode(errors="replace")
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for each in package.infolist():
            yield each.filename
            yield from contents(package.read(each))


def test_marks_are_seen_by_whom_they_are_for(meeting: People) -> None:
    """Else the words below could be missing for another reason."""
    missing = {*WORDS}
    for _, text in every_page(logged_in(meeting.zhang)):
        missing -= {word for word in missing if word in text}
        if not missing:
            return
    assert not missing


@pytest.fixture
def meeting(people: People) -> People:
    """The meeting is 张三's: clerk and author in 县水务局."""
    Grant.objects.create(person=people.zhang, role=PersonRole.AUTHOR, unit=people.zhang.unit)
    whole_dossier(people.zhang, is_closed=False)
    return people


def with_roles(person: Person, unit: Unit, *roles: str) -> Client:
    """Somebody with just these roles in a unit."""
    person.grants.all().delete()
    for role in roles:
        Grant.objects.create(person=person, role=role, unit=unit)
    return logged_in(person)


def unit_below(people: People) -> Client:
    return with_roles(people.below, people.below.unit, *WORKERS)


def clerk_above(people: People) -> Client:
    return with_roles(people.above, people.above.unit, PersonRole.CLERK, PersonRole.AUTHOR)


def two_units(people: People) -> Client:
    """The same role in a unit next to it and in one below it."""
    client = with_roles(people.wang, people.wang.unit, *WORKERS)
    for role in WORKERS:
        Grant.objects.create(person=people.wang, role=role, unit=people.below.unit)
    return client


def administrator(people: People) -> Client:
    return with_roles(people.above, people.above.unit, *ADMINISTRATORS)


def author_who_is_not_asked(people: People) -> Client:
    return with_roles(people.li, people.li.unit, PersonRole.AUTHOR)


def clerk_who_has_moved(people: People) -> Client:
    """Once clerk here, and on the roster; now with the same role in another unit."""
    on_roster(people.li)
    people.li.unit = people.wang.unit
    people.li.save()
    StaffMember.objects.filter(account=people.li).update(left_on=timezone.localdate())
    return with_roles(people.li, people.wang.unit, *WORKERS)


def whose_delegation_is_over(people: People) -> Client:
    """He acted for the clerk until yesterday, in a session that is still open."""
    client = with_roles(people.li, people.li.unit, PersonRole.AUTHOR)
    days = {"first_day": timezone.localdate(), "last_day": timezone.localdate()}
    grant = people.zhang.grants.get(role=PersonRole.CLERK)
    made = delegate(giver=people.zhang, taker=people.li, grant=grant, **days)
    client = logged_in(people.li)
    client.post("/mine/act-for", {"delegation": made.pk})
    made.last_day -= timedelta(days=1)
    made.first_day -= timedelta(days=1)
    made.save()
    return client


def without_account(people: People) -> Client:
    return Client()


OUTSIDERS = (
    unit_below,
    clerk_above,
    two_units,
    administrator,
    author_who_is_not_asked,
    clerk_who_has_moved,
    whose_delegation_is_over,
    without_account,
)


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_outsider_meets_no_word_of_a_meeting(outsider: Any, meeting: People) -> None:
    meets_none(outsider(meeting), WORDS)


def other_clerk(people: People) -> Client:
    return with_roles(people.li, people.li.unit, PersonRole.CLERK)


def who_attends(people: People) -> Client:
    attends(MODELS["Dossier"].objects.get(), people.li)
    return with_roles(people.li, people.li.unit, PersonRole.MEMBER)


def reviewer_above(people: People) -> Client:
    return with_roles(people.above, people.above.unit, PersonRole.REVIEWER)


def who_acts_for_the_clerk(people: People) -> Client:
    client = with_roles(people.li, people.li.unit, PersonRole.AUTHOR)
    days = dict.fromkeys(("first_day", "last_day"), timezone.localdate())
    grant = people.zhang.grants.get(role=PersonRole.CLERK)
    made = delegate(giver=people.zhang, taker=people.li, grant=grant, **days)
    client.logout()
    client = logged_in(people.li)
    assert client.post("/mine/act-for", {"delegation": made.pk}).status_code == 302
    return client


@pytest.mark.parametrize(
    "insider", [other_clerk, who_attends, reviewer_above, who_acts_for_the_clerk]
)
def test_insider_meets_no_word_between_others(insider: Any, meeting: People) -> None:
    """What two said to each other, and what is said of one alone."""
    meets_none(insider(meeting), (TALKED, ON_ONE))


def meets_none(client: Client, words: tuple[str, ...]) -> None:
    met = set()
    client.get("/")
    for address, text in every_page(client):
        sought = address.partition("?words=")[2]
        # What was sought stands on the page again: it is to look like that of a word that is nowhere.
        if sought in words:
            nothing = "\n".join(texts(client.get(address.replace(sought, NOWHERE))))
            if same(text, sought) != same(nothing, NOWHERE):
                met.add((sought, address))
        elif not sought:
            met |= {(word, address) for word in words if word in text}
    assert not met


def same(text: str, sought: str) -> str:
    """A page without the word that was sought, and without what differs from one answer to the next."""
    for form in (sought, quote(sought), quote(quote(sought))):
        text = text.replace(form, "")
    return TOKEN.sub("", text)
