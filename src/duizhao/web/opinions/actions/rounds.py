"""Rounds: begun, changed, their codes drawn, on their way to be closed, dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.audit.actions import record
from duizhao.web.database import forget_journal
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.code_words import as_letters, hash_of, new_code
from duizhao.web.opinions.models import OpinionCode, OpinionRound, RoundState
from duizhao.web.opinions.round_keys import destroy_round_key, make_round_key
from duizhao.web.opinions.scopes import FEWEST_ANSWERS
from duizhao.web.refused_act import RefusedAct

ANSWERS_LACKING = (
    f"收到的还不到 {FEWEST_ANSWERS} 份。份数太少，看得出是谁写的，所以谁也看不到；"
    "可以再等几天，或再发一些码。不再征求的，请作废这一轮，收到的一份也不看"
)


@transaction.atomic
def begin_round(
    *,
    dossier: Dossier,
    by: Any,
    name: str,
    questions: Sequence[str],
    scopes: Sequence[str],
    asks_about_people: bool = True,
    explanation: str = "",
    ends_on: date | None = None,
    choices: Sequence[str] = (),
) -> OpinionRound:
    """A new round, with a key of its own. With `choices` people choose one of them for each question."""
    refuse_closed(dossier)
    made = OpinionRound.objects.create(
        dossier=dossier,
        name=name,
        explanation=explanation,
        questions=list(questions),
        scopes=[{"name": each, "codes": 0} for each in scopes],
        choices=list(choices),
        asks_about_people=asks_about_people and not choices,
        opened_on=timezone.localdate(),
        ends_on=ends_on,
    )
    make_round_key(made.key)
    record(actor=by, act="opinions.begin_round", kind="round", key=made.key)
    return made


@transaction.atomic
def change_round(
    *,
    asked: OpinionRound,
    by: Any,
    name: str,
    questions: Sequence[str],
    scopes: Sequence[str],
    asks_about_people: bool,
    explanation: str,
    ends_on: date | None,
) -> None:
    """Change a round. What is asked, and of whom, stays as it is once codes were printed."""
    now = _open(asked)
    changed: dict[str, Any] = {"name": name, "explanation": explanation, "ends_on": ends_on}
    if not now.printed:
        changed["questions"] = list(questions)
        changed["scopes"] = [{"name": each, "codes": 0} for each in scopes]
        changed["asks_about_people"] = asks_about_people and not now.choices
    elif [list(questions), list(scopes), asks_about_people] != [
        now.questions,
        [each["name"] for each in now.scopes],
        now.asks_about_people,
    ]:
        raise RefusedAct("码已经印发，问什么、问哪些人不能再改；要改，请另开一轮")
    OpinionRound.objects.filter(pk=now.pk).update(**changed, version=now.version + 1)
    record(actor=by, act="opinions.change_round", kind="round", key=now.pk)


@transaction.atomic
def draw_codes(
    *, asked: OpinionRound, by: Any, counts: Sequence[int], address: str = ""
) -> list[list[str]]:
    """New codes for each scope, as they are printed. Nobody can find them again."""
    now = _open(asked)
    drawn = [[new_code() for _ in range(count)] for count in counts]
    made = [
        OpinionCode(hash=hash_of(as_letters(code)), round=now, scope=scope)
        for scope, codes in enumerate(drawn)
        for code in codes
    ]
    # In the order of their hashes: the rows do not show in which order slips come out of the printer.
    OpinionCode.objects.bulk_create(sorted(made, key=lambda code: code.hash))
    now.scopes = [
        {**each, "codes": each["codes"] + len(codes)}
        for each, codes in zip(now.scopes, drawn, strict=True)
    ]
    now.address = address
    now.save(update_fields=["scopes", "address"])
    record(actor=by, act="opinions.print_codes", kind="round", key=now.pk)
    return drawn


@transaction.atomic
def void_codes(*, asked: OpinionRound, by: Any) -> None:
    """Make void the codes that nobody has used: how many there were is not shown."""
    now = _open(asked)
    now.codes.filter(used=False).delete()
    record(actor=by, act="opinions.void_codes", kind="round", key=now.pk)


@transaction.atomic
def start_closing(*, asked: OpinionRound, by: Any, also: Callable[[str], None]) -> None:
    """Let nobody send any more; `also` asks for the job that opens what was sent."""
    now = _locked(asked)
    refuse_closed(now.dossier)
    if now.state == RoundState.OPEN:
        if now.pool.count() < FEWEST_ANSWERS:
            raise RefusedAct(ANSWERS_LACKING)
        now.state = RoundState.CLOSING
        now.save(update_fields=["state"])
        record(actor=by, act="opinions.close_round", kind="round", key=now.pk)
    elif now.state != RoundState.CLOSING:
        raise RefusedAct("这一轮已经汇总过")
    also(now.pk)


def drop_round(*, asked: OpinionRound, by: Any) -> None:
    """Remove a round that is not closed with all that was sent, which nobody has read."""
    with transaction.atomic():
        now = _locked(asked)
        refuse_closed(now.dossier)
        if now.state == RoundState.CLOSED:
            raise RefusedAct("已经汇总的一轮不能作废")
        key = now.pk
        now.delete()
        record(actor=by, act="opinions.drop_round", kind="round", key=key)
    destroy_round_key(key)
    forget_journal()


def _open(asked: OpinionRound) -> OpinionRound:
    """The round, held until the transaction ends. Raises RefusedAct where it is not open any more."""
    now = _locked(asked)
    refuse_closed(now.dossier)
    if now.state != RoundState.OPEN:
        raise RefusedAct("这一轮已经不再征求")
    return now


def _locked(asked: OpinionRound) -> OpinionRound:
    held = OpinionRound.objects.select_for_update(of=("self",))
    found = held.select_related("dossier").filter(pk=asked.pk).first()
    if found is None:
        raise RefusedAct("这一轮已经作废")
    return found
