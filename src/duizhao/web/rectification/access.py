"""Who may do what with a row: clerks everything, those who answer for it report, reviewers and acceptors accept.

A row of a ledger that belongs to no meeting is that of whoever began the ledger, with all acts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import F, Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.desk.batch_scopes import in_batches_of, in_own_batches, in_reviewed_batches
from duizhao.web.person_role import WORKERS, PersonRole
from duizhao.web.rectification.board_access import ACTS as BOARD_ACTS
from duizhao.web.rectification.models import RowPart, RowPerson
from duizhao.web.unit_scopes import UNIT, UNIT_AND_BELOW, in_unit

ALL_PARTS = tuple(map(str, RowPart.values))
WORKING, ACCEPTING = (str(RowPart.OWNER), str(RowPart.HELPER)), (str(RowPart.ACCEPTOR),)
OWN, NOBODY = frozenset({"own"}), frozenset[str]()
MEMBERS = (PersonRole.MEMBER, PersonRole.AUTHOR)
Limit = Callable[[Any], Q]


def rows_of(person: Any, parts: Iterable[str]) -> Any:
    """The keys of the rows in which somebody has one of these parts, as the row names people now."""
    here = RowPerson.objects.filter(member__account=person, part__in=tuple(parts))
    # Names that were looked up in an earlier version may be those of others now.
    return here.filter(row__rectification__matched_version=F("row__version")).values("row")


def _rows(
    path: str, *, parts: Iterable[str] = (), reviewed: bool = False, name: str = "本人负责的"
) -> Mapping[str, Scope]:
    """The scopes of what belongs to a row, at the end of `path`: for clerks, for those with `parts`, for reviewers."""
    scopes = {str(PersonRole.CLERK): _with_private(_kept(path), path)}
    for role in MEMBERS if parts else ():
        reached = OWN if str(RowPart.OWNER) in parts else NOBODY
        own = Scope(f"{name}台账的行", reached, _has_part(path, tuple(parts)))
        scopes[str(role)] = _with_private(own, path)
    if reviewed:
        scopes[str(PersonRole.REVIEWER)] = _with_private(_below(path), path)
    for role in WORKERS:
        scopes.setdefault(str(role), _with_private(None, path))
    return scopes


def _has_part(path: str, parts: tuple[str, ...]) -> Limit:
    key = f"{path}pk__in" if path else "pk__in"
    return lambda person: Q(**{key: rows_of(person, parts)})


def _kept(path: str) -> Scope:
    def limit(person: Any) -> Q:
        return in_batches_of(person.units_by_role.get(PersonRole.CLERK, ()), f"{path}batch")

    return Scope("本单位的整改台账", UNIT, limit)


def _below(path: str) -> Scope:
    def limit(person: Any) -> Q:
        return in_reviewed_batches(person, f"{path}batch")

    return Scope("本单位及下属单位的整改台账", UNIT_AND_BELOW, limit)


def _with_private(scope: Scope | None, path: str) -> Scope:
    """The scope, and what belongs to a batch of one's own."""

    def limit(person: Any) -> Q:
        private = in_own_batches(person, f"{path}batch")
        return private | scope.limit(person) if scope else private

    name = f"{scope.name}；本人批次的台账" if scope else "本人批次的台账"
    return Scope(name, scope.reaches if scope else NOBODY, limit)


_SEEN = _rows("", parts=ALL_PARTS, reviewed=True)
_ACCEPTED = _rows("", parts=ACCEPTING, reviewed=True, name="由本人验收的")
_WORKED = _rows("", parts=WORKING)
_KEPT = _rows("")
_MEETING = in_unit("会议", "unit")

TABLE = AccessTable(
    "rectification",
    {
        "row": _SEEN,
        "advance": _WORKED,
        "move": _KEPT,
        "undo_move": _SEEN,
        "accept": _ACCEPTED,
        "report": _WORKED,
        "review": _ACCEPTED,
        "ask": _WORKED,
        "people": _KEPT,
        "add_source": _KEPT,
        "file": _rows("row__", parts=ALL_PARTS, reviewed=True),
        "drop_file": _rows("row__", parts=WORKING),
        "mend": _rows("row__", parts=WORKING),
        "answer": _rows("row__", parts=ACCEPTING, reviewed=True, name="由本人验收的"),
        "drop_source": _rows("row__"),
        "add": _MEETING,
        "carry": _MEETING,
        **BOARD_ACTS,
    },
)
