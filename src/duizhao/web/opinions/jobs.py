"""What the worker does with rounds. A job may be done twice."""

from __future__ import annotations

from django_tasks import task

from duizhao.web.opinions.actions.closing import close_round


@task()
def open_round(key: str) -> None:
    """Open what was sent in a round that is being closed."""
    close_round(key=key)


def enqueue_opening(key: str) -> None:
    """Let the worker open a round: together with what else the transaction does, or not at all."""
    open_round.enqueue(key)
