"""Opinions: rounds that may be closed, opinions without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.models import RoundState
from duizhao.web.overview.todo import Onlooker, Todo

PAGE = "opinions:opinions"


def state(dossier: Dossier, onlooker: Onlooker) -> str:
    rounds = sum(not each.choices for each in dossier.rounds.all())
    count = dossier.opinions.count()
    return f"征求 {rounds} 轮，意见 {count} 条" if rounds or count else "还没有征求"


def todos(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    page = reverse(PAGE, kwargs={"dossier": dossier.key})
    if onlooker.keeps(dossier):
        for each in dossier.rounds.all():
            if each.state != RoundState.OPEN:
                continue
            late = each.ends_on is not None and each.ends_on < onlooker.today
            what = "结果测评" if each.choices else "征求意见"
            yield Todo(f"{what}“{each.name}”到期后汇总", page, dossier, each.ends_on, is_late=late)
    known = [each for each in dossier.to_answer if not each.is_answered]
    again = [each for each in known if each.is_open_again]
    if again:
        yield Todo(f"{len(again)} 条意见的答复，提的人不满意", page, dossier)
    if left := len(known) - len(again):
        why = "征求到的意见逐条回应：写进材料，或者说明理由"
        yield Todo(f"{left} 条意见还没有回应", page, dossier, why=why)
