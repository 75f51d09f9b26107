"""The rows of ledgers in which whoever looks has a part: what is late, near, or waits to be accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse

from duizhao.process import Urgency
from duizhao.web.overview.todo import Onlooker, Todo
from duizhao.web.rectification.mine import OwnRow, own_rows, parts_of, rows_near
from duizhao.web.rectification.stale_people import match_stale

PAGE = "rectification:mine"
WAITING = "台账里有 {} 条等着本人验收"
OWN = "台账里本人负责的 {} 条"
OTHERS = "台账里本人配合或分管的 {} 条"
WORDS = {Urgency.LATE: "已经逾期", Urgency.NEAR: "快到期了", Urgency.APPROACHING: "再过些天到期"}


def own_todos(onlooker: Onlooker) -> Iterator[Todo]:
    """A line for each meeting and each way in which rows press."""
    person = onlooker.person
    match_stale(rows_near(person))
    groups: dict[tuple[str, str], list[OwnRow]] = {}
    for each in own_rows(parts_of(person, None), onlooker.today, onlooker.near_days):
        dossier, words = _dossier(each), _words(each)
        if words and dossier is not None:
            groups.setdefault((dossier.pk, words), []).append(each)
    for (_, words), rows in groups.items():
        yield _todo(words, rows)


def _words(own: OwnRow) -> str:
    """What the list shows of a row; nothing where it is another's turn."""
    if own.is_waiting:
        return WAITING
    if own.is_anothers_turn or own.urgency not in WORDS:
        return ""
    return f"{OWN if own.is_owned else OTHERS}{WORDS[own.urgency]}"


def _todo(words: str, rows: Sequence[OwnRow]) -> Todo:
    days = [each.row.day for each in rows if each.row.day]
    is_late = rows[0].urgency is Urgency.LATE and words != WAITING
    told = words.format(len(rows))
    dossier = _dossier(rows[0])
    return Todo(told, reverse(PAGE), dossier, min(days, default=None), is_late=is_late)


def _dossier(own: OwnRow) -> Any:
    return getattr(own.row.batch, "dossier", None)
