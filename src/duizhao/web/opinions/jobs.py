"""What the worker does with rounds. A job may be done twice."""

from __future__ import annotations

from datetime import timedelta

from django_tasks import task

from duizhao.web.desk.jobs import keys_of
from duizhao.web.opinions.actions.closing import close_round
from duizhao.web.opinions.models import OpinionRound, RoundState
from duizhao.web.opinions.round_keys import destroy_round_key, left_keys

BEGUN_LONG_AGO = timedelta(days=1)


@task()
def open_round(key: str) -> None:
    """Open what was sent in a round that is being closed."""
    close_round(key=key)


def settle() -> None:
    """Give each round that is on its way to be closed its job; destroy keys that an end of the program has left.

    Called where a worker starts. What was interrupted too often waits for somebody who asks for it on its page.
    """
    going, given_up = keys_of(open_round)
    closing = OpinionRound.objects.filter(state=RoundState.CLOSING)
    for key in closing.exclude(pk__in=going | given_up).values_list("pk", flat=True):
        enqueue_opening(key)
    states = OpinionRound.objects.values_list("pk", "state")
    known = {key: state == RoundState.CLOSED for key, state in states}
    for key in left_keys(known=known, older_than=BEGUN_LONG_AGO.total_seconds()):
        destroy_round_key(key)


def enqueue_opening(key: str) -> None:
    """Let the worker open a round: together with what else the transaction does, or not at all."""
    open_round.enqueue(key)
