"""Who may do what with the dossiers of meetings: clerks keep them, those who attend and reviewers see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.meetings.models import Attendee, FilePurpose
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import below, in_unit

SHARED_FILES = (FilePurpose.NOTICE, FilePurpose.CONSENT, FilePurpose.STUDY)
"""Files that reviewers and those who attend may read: all others hold opinions or criticism."""


def attended(thing: str, path: str) -> Mapping[str, Scope]:
    """Members of a meeting and authors reach what belongs to the meetings that they attend themselves.

    `path` leads from the thing to its dossier.
    """

    def limit(person: Any) -> Q:
        # As a subquery: a join would give a dossier as often as there are ways to it.
        own = Attendee.objects.filter(member__account=person).values("dossier")
        return Q(**{f"{path}__in": own})

    scope = Scope(f"本人参加的会议的{thing}", frozenset(("own",)), limit)
    return {str(PersonRole.MEMBER): scope, str(PersonRole.AUTHOR): scope}


def _shared(scopes: Mapping[str, Scope]) -> Mapping[str, Scope]:
    """The same scopes, of the files alone that may be shared."""
    return {role: _of_shared(scope) for role, scope in scopes.items()}


def _of_shared(scope: Scope) -> Scope:
    def limit(person: Any) -> Q:
        return scope.limit(person) & Q(purpose__in=SHARED_FILES)

    return Scope(f"{scope.name}（通知、同意的材料、学习材料）", scope.reaches, limit)


_KEPT = in_unit("会议", "unit")
_UNIT = in_unit("单位", "pk")
_SEEN = {**_KEPT, **below("会议", "unit"), **attended("会议", "pk")}
_SUPERVISED = {**_KEPT, **below("会议", "unit")}
_FILES = in_unit("会议文件", "dossier__unit")
_STUDIES = in_unit("学习", "dossier__unit")
_FOLDERS = in_unit("放进来的文件夹", "unit")
_FILES_SEEN = {
    **_FILES,
    **_shared({**below("会议文件", "dossier__unit"), **attended("文件", "dossier")}),
}

TABLE = AccessTable(
    "meetings",
    {
        "meetings": _SEEN,
        "workbook": _SEEN,
        "begin": _UNIT,
        "begin_next": _KEPT,
        "plan": _SEEN,
        "edit_plan": _KEPT,
        "people": _KEPT,
        "people_workbook": _SEEN,
        "notice": _KEPT,
        "step": _KEPT,
        "calendar_file": _SEEN,
        "calendar_workbook": _SEEN,
        "close": _KEPT,
        "reopen": _KEPT,
        "attach": _KEPT,
        "attached": _FILES_SEEN,
        "detach": _FILES,
        "study": _SEEN,
        "study_workbook": _SEEN,
        "add_study": _KEPT,
        "edit_study": _STUDIES,
        "remove_study": _STUDIES,
        "appraisal": _SUPERVISED,
        "edit_appraisal": _KEPT,
        "appraisal_workbook": _SUPERVISED,
        "from_folder": _UNIT,
        "begin_intake": _UNIT,
        "intake": _FOLDERS,
        "put_in": _FOLDERS,
        "confirm_intake": _FOLDERS,
        "drop_intake": _FOLDERS,
    },
)
