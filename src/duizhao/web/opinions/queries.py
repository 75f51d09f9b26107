"""Which rounds and opinions there are, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from duizhao.web.meetings.models import Attendee, Dossier, MeetingPart
from duizhao.web.opinions.access import TABLE
from duizhao.web.opinions.code_words import hash_of, is_code, receipt_of_item
from duizhao.web.opinions.models import OpinionRound, ReceivedOpinion, RoundState
from duizhao.web.opinions.round_keys import read_round_key
from duizhao.web.opinions.scopes import FEWEST_ANSWERS

MAX_PEOPLE, MAX_ITEMS = 190, 200
"""Of one person: the questions of a round, and the members of a large branch."""


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers for which `person` has an act."""
    return TABLE.limit(act, person, Dossier.objects.select_related("unit", "batch"))


def rounds(person: Any, act: str) -> QuerySet[OpinionRound]:
    """The rounds on which `person` has an act."""
    return TABLE.limit(act, person, OpinionRound.objects.select_related("dossier__unit"))


def concerned(person: Any, act: str) -> QuerySet[Attendee]:
    """Those of whom `person` may read opinions."""
    return TABLE.limit(act, person, Attendee.objects.select_related("dossier__unit", "member"))


def opinions(person: Any, act: str) -> QuerySet[ReceivedOpinion]:
    """The opinions on which `person` has an act."""
    known = ReceivedOpinion.objects.select_related("dossier__unit", "about", "file", "round")
    return TABLE.limit(act, person, known)


def read_opinions(person: Any, dossier: Dossier) -> QuerySet[ReceivedOpinion]:
    """The opinions of a dossier whose words `person` may read: those on the team, and those on single people."""
    words = ReceivedOpinion.objects.select_related("about", "file", "round")
    may_read = Q(about_name="") | Q(pk__in=opinions(person, "opinion").values("pk"))
    return words.filter(may_read, dossier=dossier)


def members_asked_about(dossier: Dossier) -> list[Attendee]:
    """The members of the team on whom opinions are asked for, in their order."""
    asked = dossier.attendees.filter(part=MeetingPart.EXPECTED, is_answerable=True)
    return list(asked[:MAX_PEOPLE])


def has_enough_answers(asked: OpinionRound) -> bool:
    """Whether a round has so many answers that it may be closed: nothing finer is shown while it is open."""
    return asked.pool.count() >= FEWEST_ANSWERS


def is_lost(asked: OpinionRound) -> bool:
    """Whether what was sent in a round can never be opened: its key is gone, as after a backup was put back."""
    has_key = read_round_key(asked.pk) is not None
    return asked.state == RoundState.LOST or (asked.state == RoundState.OPEN and not has_key)


def of_receipt(letters: str) -> list[ReceivedOpinion]:
    """The opinions of whoever holds a receipt."""
    if not is_code(letters):
        return []
    receipts = [receipt_of_item(hash_of(letters), number) for number in range(MAX_ITEMS)]
    found = ReceivedOpinion.objects.select_related("dossier").filter(receipt__in=receipts)
    return sorted(found, key=lambda each: receipts.index(each.receipt))
