"""What somebody with a code sends: sealed, without a time, in one transaction with the use of the code.

No audit entry, no job, no session: nothing here may be joined to a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from duizhao.errors import DuizhaoError
from duizhao.web.opinions.code_words import hash_of, is_code
from duizhao.web.opinions.models import OpinionCode, OpinionRound, RoundState, SealedOpinion
from duizhao.web.opinions.round_keys import read_round_key
from duizhao.web.opinions.sealing import seal


class RefusedCode(DuizhaoError):
    """A code with which nothing can be sent: unknown, used, or of a round that is over."""


@dataclass(frozen=True, slots=True)
class SentItem:
    """One opinion of what somebody sends: an answer to a question, or words about one member."""

    words: str
    topic: str = ""
    about: str = ""
    about_name: str = ""


# Once a round is closed its codes are gone.
UNKNOWN = "没有这个码，或者这一轮征求意见已经结束。请对照纸条再输一次，字母不分大小写"
USED = "这个码已经用过了，一个码只能用一次"
OVER = "这一轮征求意见已经结束"


def round_of_code(letters: str) -> OpinionRound:
    """The open round of a code that is not used yet. Raises RefusedCode."""
    code = None
    if is_code(letters):
        asked = OpinionCode.objects.select_related("round__dossier__unit")
        code = asked.filter(hash=hash_of(letters)).first()
    if code is None:
        raise RefusedCode(UNKNOWN)
    if code.used:
        raise RefusedCode(USED)
    if code.round.state != RoundState.OPEN or code.round.dossier.is_closed:
        raise RefusedCode(OVER)
    return code.round


@transaction.atomic
def send_opinions(*, letters: str, items: Sequence[SentItem], receipt: str) -> None:
    """Use a code, and keep what was written sealed. Raises RefusedCode, TooLongToSeal."""
    asked = round_of_code(letters)
    # Who closes the round waits for this, and this for who closes it: nothing comes in after it was opened.
    held = OpinionRound.objects.select_for_update().get(pk=asked.pk)
    key = read_round_key(held.pk)
    if held.state != RoundState.OPEN or key is None:
        raise RefusedCode(OVER)
    code = OpinionCode.objects.filter(hash=hash_of(letters), round=held)
    scope = code.values_list("scope", flat=True).first()
    if not code.filter(used=False).update(used=True):
        raise RefusedCode(USED)
    content = {
        "scope": scope,
        "receipt": hash_of(receipt),
        "items": [[each.topic, each.about, each.about_name, each.words] for each in items],
    }
    SealedOpinion.objects.create(round=held, sealed=seal(key, held.pk, content))
