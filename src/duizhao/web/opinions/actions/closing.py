"""A round is closed: what was sent is opened and shuffled, codes and key are destroyed. Safe to repeat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from random import SystemRandom
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.database import forget_journal
from duizhao.web.opinions.choice_tally import tally
from duizhao.web.opinions.code_words import receipt_of_item
from duizhao.web.opinions.models import (
    OpinionOrigin,
    OpinionRound,
    ReceivedOpinion,
    RoundState,
)
from duizhao.web.opinions.round_keys import destroy_round_key, read_round_key
from duizhao.web.opinions.scopes import FEWEST_ANSWERS, joined_scopes
from duizhao.web.opinions.sealing import SealBroken, unseal


def close_round(*, key: str) -> None:
    """Open what was sent in a round that is on its way to be closed. A round that was closed only loses its key."""
    with transaction.atomic():
        asked = OpinionRound.objects.select_for_update().filter(pk=key).first()
        if asked is None or asked.state == RoundState.OPEN:
            return
        if asked.state == RoundState.CLOSING:
            _open_pool(asked)
    if asked.state == RoundState.CLOSED:
        destroy_round_key(key)
        forget_journal()


def _open_pool(asked: OpinionRound) -> None:
    sealed = [bytes(each.sealed) for each in asked.pool.all()]
    sent = list(_unsealed(asked, sealed))
    if len(sent) < FEWEST_ANSWERS:
        # Without the key, or with another than that of the round.
        asked.state = RoundState.LOST
        asked.save(update_fields=["state"])
        return
    asked.damaged = len(sealed) - len(sent)
    answers = [0] * len(asked.scopes)
    for each in sent:
        answers[each["scope"]] += 1
    groups = joined_scopes(answers)
    names = [each["name"] for each in asked.scopes]
    joined = {
        number: "、".join(names[each] for each in group) for group in groups for number in group
    }
    if asked.choices:
        asked.results = tally(asked, sent)
    else:
        opinions = list(_opinions(asked, sent, joined))
        SystemRandom().shuffle(opinions)
        ReceivedOpinion.objects.bulk_create(opinions)
    asked.pool.all().delete()
    asked.codes.all().delete()
    asked.scopes = [
        {
            "name": "、".join(names[number] for number in group),
            "codes": sum(asked.scopes[number]["codes"] for number in group),
            "answers": sum(answers[number] for number in group),
        }
        for group in _with_silent(groups, len(names))
    ]
    asked.state, asked.closed_on = RoundState.CLOSED, timezone.localdate()
    asked.save(update_fields=["scopes", "results", "state", "closed_on", "damaged"])


def _unsealed(asked: OpinionRound, sealed: Sequence[bytes]) -> Iterator[Mapping[str, Any]]:
    """What people have sent; what somebody has changed in the database is left out."""
    secret = read_round_key(asked.pk)
    if secret is None:
        return
    for each in sealed:
        with suppress(SealBroken):
            yield unseal(secret, asked.pk, each)


def _with_silent(groups: Sequence[tuple[int, ...]], count: int) -> list[tuple[int, ...]]:
    """The groups of scopes in order, with those from which nobody has answered."""
    spoken = {number for group in groups for number in group}
    silent = [(number,) for number in range(count) if number not in spoken]
    return sorted([*groups, *silent])


def _opinions(
    asked: OpinionRound, sent: Sequence[Mapping[str, Any]], joined: Mapping[int, str]
) -> Iterator[ReceivedOpinion]:
    people = {each.pk: each for each in asked.dossier.attendees.all()}
    for each in sent:
        for number, (topic, about, about_name, words) in enumerate(each["items"]):
            yield ReceivedOpinion(
                dossier_id=asked.dossier_id,
                round=asked,
                origin=OpinionOrigin.CODE,
                scope=joined[each["scope"]],
                topic=topic,
                about=people.get(about),
                about_name=about_name,
                words=words,
                receipt=receipt_of_item(each["receipt"], number),
            )
