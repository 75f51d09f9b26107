"""Who may do what with statements of a meeting: clerks keep them, authors their own, reviewers what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.meetings.access import attended
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import UNIT_AND_BELOW, below, in_unit, of_units_below

OWN = frozenset(("own",))


def _written(thing: str, path: str) -> Mapping[str, Scope]:
    """Who answers for a statement reaches it. `path` leads from the thing to its statement."""

    def limit(person: Any) -> Q:
        return Q(**{f"{path}attendee__member__account": person})

    scope = Scope(f"本人的{thing}", OWN, limit)
    return {str(PersonRole.AUTHOR): scope, str(PersonRole.MEMBER): scope}


def _handed_in(thing: str, path: str) -> Mapping[str, Scope]:
    """Reviewers reach what was handed in, in their units and those below."""

    def limit(person: Any) -> Q:
        reviewed = of_units_below(person, str(PersonRole.REVIEWER), f"{path}dossier__unit")
        return reviewed & Q(**{f"{path}handed_in__isnull": False})

    name = f"本单位及下属单位送审的{thing}"
    return {str(PersonRole.REVIEWER): Scope(name, UNIT_AND_BELOW, limit)}


_MEETINGS = {**in_unit("会议", "unit"), **attended("会议", "pk")}
_CLERK_OF_MEETING = in_unit("会议", "unit")
_REVIEWED_MEETINGS = below("会议", "unit")
_KEPT = in_unit("材料", "dossier__unit")
_OWN_OR_KEPT = {**_KEPT, **_written("材料", "")}
_REVIEWED = _handed_in("材料", "")
_SEEN = {**_OWN_OR_KEPT, **_REVIEWED}
_REMARKED = {**_KEPT, **_REVIEWED}
_COMMENTS = "submission__"
_KEPT_COMMENTS = {
    **in_unit("材料的批注", f"{_COMMENTS}dossier__unit"),
    **_handed_in("材料的批注", _COMMENTS),
}
_REASONS = "decision__submission__"

TABLE = AccessTable(
    "submissions",
    {
        "statements": {**_MEETINGS, **_REVIEWED_MEETINGS},
        "statements_out": _CLERK_OF_MEETING,
        "match": _CLERK_OF_MEETING,
        "begin_statement": _MEETINGS,
        "screen_submitted": {**_CLERK_OF_MEETING, **_REVIEWED_MEETINGS},
        "statement": _SEEN,
        "handed_in_file": _SEEN,
        "changes": _SEEN,
        "reasons": _SEEN,
        "hand_in": _OWN_OR_KEPT,
        "take_from": _KEPT,
        "points": _OWN_OR_KEPT,
        "answer_point": _OWN_OR_KEPT,
        "open_point": _OWN_OR_KEPT,
        "accept": _REVIEWED,
        "return_statement": _REVIEWED,
        "judge_reason": _handed_in("材料的退回理由", _REASONS),
        "add_comment": _REMARKED,
        "take_comments": _REMARKED,
        "answer_comment": {**_KEPT_COMMENTS, **_written("材料的批注", _COMMENTS)},
        "resolve_comment": _KEPT_COMMENTS,
        "reviews": _REVIEWED_MEETINGS,
        "reviews_out": _REVIEWED_MEETINGS,
    },
)
