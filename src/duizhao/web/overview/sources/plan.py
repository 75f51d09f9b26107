"""The plan of a meeting: what it lacks, and which of its steps are due."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from duizhao.process import StepState
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.requirements import calendar_of, missing_of
from duizhao.web.overview.todo import Onlooker, Todo

PAGE = "meetings:plan"
TOLD_ELSEWHERE = frozenset(("study", "opinions", "talks", "talk-rounds"))
"""Requirements that another part shows in more detail."""


def state(dossier: Dossier, onlooker: Onlooker) -> str:
    steps = calendar_of(dossier, onlooker.today)
    done = sum(step.state is StepState.DONE for step in steps)
    people = f"列了 {len(dossier.attendees.all())} 人"
    return f"{people}，有日期的 {len(steps)} 步已办 {done} 步" if steps else people


def todos(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    if not onlooker.keeps(dossier):
        return
    for piece in missing_of(dossier):
        address = reverse(f"meetings:{piece.page}", kwargs={"dossier": dossier.key})
        yield Todo(piece.words, address, dossier, why=piece.basis)
    page = reverse(PAGE, kwargs={"dossier": dossier.key})
    for step in calendar_of(dossier, onlooker.today):
        asked = step.requirement
        if step.state in (StepState.DUE, StepState.LATE) and asked.id not in TOLD_ELSEWHERE:
            is_late = step.state is StepState.LATE
            yield Todo(asked.text, page, dossier, step.closes, asked.basis, is_late=is_late)
