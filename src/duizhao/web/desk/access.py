"""Who may do what on the desk: everything with one's own batches, and nothing with those of others.

A batch that belongs to a dossier is not that of whoever began it: the clerks of its unit reach it with all that it
holds, its author a statement alone, reviewers what was compared of the statements that were handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.db.models import Q

from duizhao.web.access import EVERYBODYS, NOBODYS, AccessTable, Scope
from duizhao.web.desk.batch_scopes import in_batches_of, in_own_batches, in_reviewed_batches
from duizhao.web.desk.models import DeskFile
from duizhao.web.person_role import WORKERS, PersonRole
from duizhao.web.unit_scopes import UNIT, UNIT_AND_BELOW

SITE = Scope("全站", EVERYBODYS, lambda person: Q())
_CLERK_OF_SITE: Mapping[str, Scope] = {str(PersonRole.CLERK): SITE}


def _private(person: Any, *, batch: str) -> Q:
    """What is in the batches of a person that belong to no dossier. `batch` leads from a thing to its batch."""
    return in_own_batches(person, batch)


def _kept(person: Any, *, batch: str) -> Q:
    """What is in the batches of the dossiers of the units where a person is clerk."""
    return in_batches_of(person.units_by_role.get(PersonRole.CLERK, ()), batch)


def _written(person: Any, *, batch: str) -> Q:
    """The statements that a person answers for: not what others have handed in."""
    return Q(
        pk__in=DeskFile.objects.filter(submission__attendee__member__account=person).values("pk")
    )


def _compared(person: Any, *, batch: str) -> Q:
    """What was compared of statements that were handed in, in the units where a person reviews and below them."""
    return in_reviewed_batches(person, batch) & Q(is_submitted=True)


Limit = Callable[..., Q]


def _scope(
    private: str, batch: str, also: Limit | None, name: str, reaches: frozenset[str]
) -> Scope:
    """What is one's own, and `also` what belongs to dossiers, with its `name`."""
    if also is None:
        return Scope(private, frozenset({"own"}), partial(_private, batch=batch), NOBODYS)

    def limit(person: Any) -> Q:
        return _private(person, batch=batch) | also(person, batch=batch)

    return Scope(f"{private}；{name}", frozenset({"own"}), limit, reaches)


def _workers(
    private: str, batch: str, dossiers: str, **others: tuple[Limit, str, frozenset[str]]
) -> Mapping[str, Scope]:
    """The scopes of those who work with statements: the three administrators do not.

    `private` names what they reach in their own batches, `dossiers` what clerks reach in those of their units,
    `others` what further roles reach there.
    """
    also = {str(PersonRole.CLERK): (_kept, dossiers, UNIT), **others}
    nothing = (None, "", NOBODYS)
    return {str(role): _scope(private, batch, *also.get(str(role), nothing)) for role in WORKERS}


_AUTHORS = {
    str(role): (_written, "本人的对照检查材料", frozenset({"own"}))
    for role in (PersonRole.AUTHOR, PersonRole.MEMBER)
}
_OWN = {str(role): _scope("本人的批次", "pk", None, "", NOBODYS) for role in WORKERS}
_BATCHES = _workers("本人的批次", "pk", "本单位会议的材料")
_FILES = _workers("本人批次里的文件", "batch", "本单位会议的材料", **_AUTHORS)
_ROWS_OF_TABLE = _workers("本人批次里的文件", "batch", "本单位会议的材料")
_OUTPUTS = _workers("由本人批次做成的", "batch", "由本单位会议的材料做成的")
_LEDGERS = _workers("本人批次的台账", "batch", "本单位会议的台账")
_SCREENINGS = _workers("本人批次里的查重", "batch", "本单位会议材料的查重")
_SEEN_SCREENINGS = _workers(
    "本人批次里的查重",
    "batch",
    "本单位会议材料的查重",
    **{str(PersonRole.REVIEWER): (_compared, "本单位及下属单位送审材料的查重", UNIT_AND_BELOW)},
)

TABLE = AccessTable(
    "desk",
    {
        "home": _OWN,
        "begin": _OWN,
        "batch": _BATCHES,
        "put_in": _BATCHES,
        "clear": _BATCHES,
        "file": _FILES,
        "chain": _FILES,
        "questions": _FILES,
        "questions_of_chosen": _BATCHES,
        "original": _FILES,
        "screen": _BATCHES,
        "screening": _SEEN_SCREENINGS,
        "pair": _SEEN_SCREENINGS,
        "screening_file": _SEEN_SCREENINGS,
        "drop_screening": _SCREENINGS,
        "example": _OWN,
        "row": _ROWS_OF_TABLE,
        "link": _OWN,
        "end": _OWN,
        "read_again": _ROWS_OF_TABLE,
        "stop": _BATCHES,
        "rename": _BATCHES,
        "progress": _BATCHES,
        "read_chosen": _BATCHES,
        "mark_chosen": _BATCHES,
        "remove_chosen": _BATCHES,
        "put_back": _BATCHES,
        "make": _BATCHES,
        "made": _BATCHES,
        "download": _OUTPUTS,
        "stop_making": _OUTPUTS,
        "remove_output": _OUTPUTS,
        "mark": _ROWS_OF_TABLE,
        "put_aside": _FILES,
        "take_back": _FILES,
        "ledger": _BATCHES,
        "take_rows": _BATCHES,
        "add_row": _BATCHES,
        "ledger_out": _BATCHES,
        "ledger_in": _BATCHES,
        "ledger_row": _LEDGERS,
        "edit_row": _LEDGERS,
        "settle_row": _LEDGERS,
        "remove_row": _LEDGERS,
        "undo_change": _LEDGERS,
        "ledger_changes": _BATCHES,
        "change_several": _BATCHES,
        "ledger_change": _LEDGERS,
        "ledger_heads": _LEDGERS,
        "see_return": _LEDGERS,
        "apply_return": _LEDGERS,
        "drop_return": _LEDGERS,
        "aspects": _CLERK_OF_SITE,
        "preview_aspects": _CLERK_OF_SITE,
        "save_aspects": _CLERK_OF_SITE,
        "edit_aspects": _CLERK_OF_SITE,
        "remove_aspects": _CLERK_OF_SITE,
        "undo_settings": _CLERK_OF_SITE,
        "settings": _CLERK_OF_SITE,
        "save_settings": _CLERK_OF_SITE,
        "reset_settings": _CLERK_OF_SITE,
        "download_settings": _CLERK_OF_SITE,
        "recheck": _BATCHES,
        "fix": _FILES,
        "fix_all": _FILES,
        "undo": _FILES,
        "new_version": _FILES,
        "compare": _FILES,
        "restore": _FILES,
        "edit": _FILES,
        "keep_draft": _FILES,
        "drop_draft": _FILES,
        "save": _FILES,
        "fonts": _CLERK_OF_SITE,
    },
)
